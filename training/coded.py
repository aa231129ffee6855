"""AllSides articles whose attributions were coded by hand, but for those that are kept back to test."""

import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from datasets import DATA, ROOT, read_json_lines

sys.path.insert(0, str(ROOT / "tests" / "gold"))
import allsides
from coded_quotes import coded_attributions, training_articles

UNSEEN = (5, 6, 7)  # batches of coded articles that only the confidence learns from, not the tagger


class Coded(NamedTuple):
    """An article or passage with the attributions that were coded in it; `start` and `end` are where that was.

    `seen` is whether the tagger learns from it.
    """

    name: str
    outlet: str
    text: str
    attributions: list[dict[str, Any]]
    start: int
    end: int
    seen: bool = False


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
        yield Coded(name, article["outlet"], text, attributions[name], 0, len(text), article.get("batch") not in UNSEEN)


def passages() -> Iterator[Coded]:
    """Yield the coded passages of other articles."""
    for number, passage in enumerate(allsides.coded(DATA / "allsides", "passage")):
        name = f"passage {number}"
        yield Coded(name, name, passage["words"], passage["attributions"], *passage["passage"])
