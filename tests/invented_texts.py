"""Articles of which a test gives the texts, and texts that are like no other."""

import numpy as np
import pandas as pd


def frame(*texts, **columns):
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": list(texts), **columns})


def prose(seed, n_words=300):
    """Return words that no other seed gives in the same order."""
    rng = np.random.default_rng(seed)
    words = ["".join(chr(97 + int(digit)) for digit in f"{i:04}") for i in rng.integers(0, 5000, n_words)]
    return "\n\n".join(" ".join(words[i : i + 50]) for i in range(0, n_words, 50))


def lettered(**columns):
    return pd.DataFrame({"article_id": list("abcdefgh")[: len(columns["text"])], **columns})
