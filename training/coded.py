"""AllSides articles whose attributions were coded by hand, but for those that are kept back to test."""

import hashlib
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from datasets import DATA, ROOT, read_json_lines

sys.path.insert(0, str(ROOT / "tests" / "gold"))
import allsides
from coded_quotes import coded_attributions, training_articles

FOLDS = 3  # of outlets, each read by a tagger that has not seen it


class Coded(NamedTuple):
    """An article or passage with the attributions that were coded in it; `start` and `end` are where that was."""

    name: str
    outlet: str
    text: str
    attributions: list[dict[str, Any]]
    start: int
    end: int


def fold(outlet: str) -> int:
    """Return the fold of an outlet, by hash."""
    return hashlib.sha256(outlet.encode()).digest()[0] % FOLDS


def whole_articles() -> Iterator[Coded]:
    """Yield the articles that were coded from beginning to end."""
    folder = DATA / "allsides"
    articles = [
        *read_json_lines(DATA / "coded" / "articles.jsonl.gz"),
        *training_articles(folder).to_dict("records"),
    ]
    attributions: dict[str, list[dict[str, Any]]] = {article["doc"]: [] for article in articles}
    for row in [
        *read_json_lines(DATA / "coded" / "attributions.jsonl.gz"),
        *coded_attributions(folder).to_dict("records"),
    ]:
        attributions.get(row["doc"], []).append(row)
    for article in articles:
        name, text = article["doc"], article["text"]
        yield Coded(name, article["outlet"], text, attributions[name], 0, len(text))


def passages() -> Iterator[Coded]:
    """Yield the coded passages of other articles."""
    for number, passage in enumerate(allsides.coded(DATA / "allsides", "passage")):
        name = f"passage {number}"
        yield Coded(name, name, passage["words"], passage["attributions"], *passage["passage"])
