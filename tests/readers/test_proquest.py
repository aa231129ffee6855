"""ProQuest exports (all content invented)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_exports import AGAIN, STORY, articles, proquest, proquest_record

from analysis.readers import read


def test_proquest_fields():
    text = f"{STORY}\n{AGAIN}\nDates: to be told\n\nCAPTION: Rain in Marlow.\n\nCREDIT: Ana Roe The Canadian Press"
    (raw,) = articles(proquest(proquest_record(1, text)))
    assert raw["text"] == f"{STORY}\n\n{AGAIN}\n\nDates: to be told" and raw["captions"] == ["Rain in Marlow."]
    assert (raw["headline"], raw["outlet"], raw["published"], raw["section"], raw["page"]) == (
        "Rain at last",
        "The Ledger",
        "Mar 3, 2026",
        "News",
        "A10",
    )
    assert (raw["byline"], raw["origin"], raw["url"]) == (
        ["Ana Roe"],
        "The Canadian Press",
        "https://www.proquest.com/newspapers/rain/docview/1/se-2",
    )


def test_proquest_text_with_blank_lines_and_colons_is_whole():
    (raw,) = articles(
        proquest(
            proquest_record(
                1, f"{STORY}\n\nWhat next: nobody knows.\n\n{AGAIN}\nCAPTION:", Author="Roe, Ana; Vale, Tom"
            )
        )
    )
    assert (
        raw["text"] == f"{STORY}\n\nWhat next: nobody knows.\n\n{AGAIN}"
        and raw["byline"] == ["Ana Roe", "Tom Vale"]
        and "captions" not in raw
    )


def test_proquest_rejects_and_mends():
    records = [
        proquest_record(1, STORY),
        proquest_record(2, "Not available."),
        proquest_record(3, STORY, **{"Publication title": "The Led ger; Marlow"}),
        "A list of\n\nsomething",
    ]
    found = list(read(proquest(*records).encode(), "a.txt"))
    assert [raw.get("reason") for raw in found] == [None, "no text", None, "no article"] and [
        raw["record"] for raw in found
    ] == [1, 2, 3, 4]
    assert found[2]["outlet"] == "The Ledger" and "written as in other records" in found[2]["notes"][0]


TITLES = ["The town of Marlow counts its umbrellas again", "2026 was wet, and nobody in Marlow minded it.", "Rain"]


@pytest.mark.parametrize(
    ("entries", "is_list"),
    [
        ([f"{n}. {title} ..... {n}" for n, title in enumerate(TITLES, 1)], True),
        (["The town of Marlow counts its", "umbrellas again"], True),
        (["Marlow counts its umbrellas agai…"], True),
        (["Umbrellas of Marlow the town counts its again"], False),
        ([*TITLES, "Nobody wrote this sentence before."], False),
    ],
    ids=["numbered", "wrapped", "cut", "other words", "a sentence of its own"],
)
def test_proquest_contents_hold_titles_of_the_records_alone(entries, is_list):
    assert _is_dropped(entries) == is_list


@given(st.lists(st.text("Rain, fell. on\u201d 12", max_size=60), max_size=4))
def test_proquest_contents_of_words_in_a_record_are_dropped(lines):
    text = "\n".join([STORY, *lines])
    assert _is_dropped([line[: len(line) - n] for n, line in enumerate(lines)], text)


def _is_dropped(entries: list[str], text: str = STORY) -> bool:
    """Return whether a list of contents above three records is no record of its own."""
    records = [proquest_record(n, text, Title=title) for n, title in enumerate(TITLES, 1)]
    found = list(read(proquest("\n".join(["Table of contents", *entries]), *records).encode(), "a.txt"))
    return "no article" not in [raw.get("reason") for raw in found]
