"""RSS and Atom feeds (all content invented)."""

import pytest
from invented_exports import AGAIN, ATOM, RSS, STORY, articles, reasons

from analysis.readers import read


def test_rss():
    found = list(read(RSS.encode("latin-1"), "feed"))
    assert [raw.get("reason") for raw in found] == [None, "teaser only", None, "teaser only"]
    first = found[0]
    assert first["text"] == f"{STORY}\n\nLoose words.\n\n{AGAIN}\n\nSo." and (first["captions"], first["subheads"]) == (
        ["Rain"],
        ["Next"],
    )
    assert (first["headline"], first["outlet"], first["byline"], first["section"]) == (
        "Café & rain",
        "The Ledger",
        ["Ana Roe"],
        "Weather",
    )
    assert first["published"].isoformat() == "2026-03-03T11:12:00+00:00"  # 6:12 at five hours behind UTC
    assert found[2]["notes"] == ["the feed gives the text as its summary"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_atom(encoding):
    (raw,) = articles(ATOM.encode(encoding))
    assert (raw["form"], raw["text"], raw["byline"], raw["url"]) == ("feed", STORY, ["Jo May"], "https://c.example/1")
    assert raw["notes"] == ["published: the feed gives only the time of the update"]


def test_half_of_a_pair_of_utf_16_is_a_question_mark():
    (raw,) = articles(ATOM.replace("Jo May", "Jo \ud800May").encode("utf-16", "surrogatepass"))
    assert (raw["text"], raw["byline"]) == (STORY, ["Jo ?May"])


def test_a_feed_that_breaks_off_or_is_empty():
    assert reasons(RSS.encode("latin-1")[:-15])[-1] == (5, "broken feed")
    assert reasons(b"<rss version='2.0'><channel><title>x</title></channel></rss>") == [(None, "empty feed")]
