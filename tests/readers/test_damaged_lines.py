"""Whatever lines of an export are cut off, left out, doubled or joined, no record is lost in silence or mixed up."""

import json
import re
from collections.abc import Iterator

import pytest
from bad_inputs.kinds import Stories
from bad_inputs.make_papers import factiva_of, lexis, proquest_of
from bad_inputs.make_texts import feed

from analysis.articles import to_article
from analysis.readers import read

STORIES = Stories("Marlow")
EXPORTS = {
    "a.csv": STORIES.table(),
    "b.tsv": STORIES.table(delimiter="\t"),
    "c.jsonl": STORIES.lines(),
    "d.json": json.dumps(STORIES.records()),
    "e.json": json.dumps(STORIES.records(), indent=1),
    "f.json": json.dumps({"status": "ok", "articles": STORIES.records()}, indent=1),
    "g.xml": feed(STORIES).replace("><", ">\n<"),
    "h.txt": lexis(STORIES, n=3),
    "i.txt": proquest_of(STORIES).replace("\r\n", "\n"),
    "j.html": factiva_of(STORIES).replace("><", ">\n<"),
}
RAW = re.compile(r"</?(?:p|div|html|body|item)\b|\{\s*\"|\"text\":|,2026-03-0|\t2026")


def damaged(text: str) -> Iterator[str]:
    """Yield copies of a text: without its end or its beginning, and with one line left out, doubled or joined."""
    for part in range(1, 20):
        yield text[: len(text) * part // 20]
        yield text[len(text) * part // 20 :]
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if line.strip():
            yield "\n".join([*lines[:n], *lines[n + 1 :]])
            yield "\n".join([*lines[:n], line, *lines[n:]])
            yield "\n".join([*lines[:n], "".join(lines[n : n + 2]), *lines[n + 2 :]])


def days_in(text: str) -> set[int]:
    """Return which of the three records have their text, which names a day, in a text."""
    return {n for n in (1, 2, 3) if f"on day {n}," in text}


@pytest.mark.slow
@pytest.mark.parametrize("name", EXPORTS)
def test_no_record_is_lost_in_silence_or_mixed_with_another(name):
    for text in damaged(EXPORTS[name]):
        raws = list(read(text.encode(), name))
        articles = [article for raw in raws if "reason" not in raw for article in [to_article(raw, "p")]]
        kept = [article for article in articles if "reason" not in article]
        days = [days_in(f"{article['text']} {article['summary']}") for article in kept]
        assert all(len(found) <= 1 for found in days), text
        assert set().union(*days) == days_in(text) or len(kept) < len(raws), text
        assert not any(RAW.search(article["text"]) for article in kept), text
