"""Subheads are known by their shape, and know where they stood."""

import pytest

from analysis.articles import to_article
from analysis.articles.subheads import looks_like_subhead
from analysis.readers import read


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("What the court said", True), ("Who may see it?", True), ("‘Build the bridge’", True), ("It rained.", False), ("“No,” she said", False),
        ("lower case start", False), ("", False), ("The list:", False),
    ],
)  # fmt: skip
def test_subheads_by_shape(line, yes):
    assert looks_like_subhead(line) is yes


def test_subheads_know_the_paragraph_below_them():
    first, second, third = (
        f"Rain fell on {day} for hours, and the council of Marlow met again at night to hear the engineers."
        for day in ("Monday", "Tuesday", "Friday")
    )
    copied = to_article(
        {
            "form": "text",
            "record": None,
            "text": "\n".join(["Rain at last", "By Ana Roe", first, "What it costs", second, "What comes next", third]),
        },
        "the-ledger",
    )
    assert copied["subheads"] == ["What it costs", "What comes next"]
    assert [copied["text"][at:].split(".")[0] + "." for at in copied["subhead_offsets"]] == [second, third]
    page = f"<html><head><title>Rain</title></head><body><article><h1>Rain at last</h1><p>{first}</p><h2>Costs</h2><p>{second}</p><p>It rained.</p><h2>Costs</h2><p>{third}</p></article></body></html>"
    saved = to_article(next(read(page.encode(), "page.html")), "the-ledger")
    assert saved["subheads"] == ["Costs", "Costs"] and saved["subhead_offsets"] == [
        saved["text"].index(second),
        saved["text"].index(third),
    ]


def test_subheads_given_apart_from_the_text_have_no_place():
    raw = {
        "form": "jsonl",
        "record": 1,
        "text": "Rain fell on Monday for hours and the council met again at night.",
        "subheads": ["Costs"],
    }
    row = to_article(raw, "the-ledger")
    assert (row["subheads"], row["subhead_offsets"]) == (["Costs"], [-1])
