"""Count how many of 6,015 news articles have each common word: writes src/analysis/events_background.json.

    python training/background.py

Only the words in at least half a percent of the articles: for the rarer ones the number makes no difference.
"""

import json

import numpy as np

from analysis.events import BACKGROUND
from analysis.words.token_ids import count_ids, token_ids
from datasets import allsides_texts

LEAST = 30


def main() -> None:
    texts = allsides_texts()
    tokens = token_ids(texts)
    spread = np.bincount(count_ids(tokens).indices, minlength=len(tokens.terms))
    words = {tokens.terms[i]: int(spread[i]) for i in np.flatnonzero(spread >= LEAST) if tokens.terms[i][0].isalpha()}
    BACKGROUND.write_text(
        json.dumps({"articles": len(texts), "with": words}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    print(f"{len(words)} words of {len(texts)} articles, {BACKGROUND.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
