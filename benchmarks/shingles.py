"""Compute shingle F1 of texts, the measure of scrapinghub's article-extraction-benchmark, for saved pages."""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np


def shingles(text: str, n: int = 4) -> Counter:
    """Count the n-grams of words of a text; a shorter text is one shingle."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + n]) for i in range(max(len(words) - n + 1, min(len(words), 1))))


def text_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Shingle F1 of (found, true) texts."""
    precisions, recalls = [], []
    for found, true in pairs:
        a, b = shingles(found), shingles(true)
        right = (a & b).total()
        precisions += [right / a.total()] if a else []
        recalls += [right / b.total()] if b else []
    p, r = float(np.mean(precisions)), float(np.mean(recalls))
    return 2 * p * r / (p + r)
