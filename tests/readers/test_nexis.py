"""Nexis exports (all content invented)."""

import pytest
from invented_exports import AGAIN, COVER, STORY, articles, docx, nexis_document, para, reasons

from analysis.readers.nexis_text import split_section


def test_nexis_fields_and_no_furniture_in_the_text():
    head = (
        para("*Section:", " Section B; Column 0; Metro Desk; Pg. 7"),
        para("*Byline:", " By ANA ROE and TOM VALE; Jo May contributed reporting."),
        para("*Dateline:", " MARLOW"),
        para("*Highlight:", " A wet day."),
    )
    below = (
        para("https://l.example/2026/rain"),
        para("\n", "*Graphic"),
        para("PHOTO: Rain in Marlow. (B7)\nPhoto: Jo Vale, Reuters; The mayor waits; Photo: A dry well"),
    )
    first, second = articles(
        docx(
            *COVER,
            *nexis_document(1, head=head, body=(STORY, ("It had ", "*rained", " before."), AGAIN), below=below),
            *nexis_document(2),
        )
    )
    assert (first["headline"], first["outlet"], first["published"]) == (
        "Rain at last; Town wet",
        "The Ledger (Marlow)",
        "March 3, 2026 Tuesday 6:12 AM EST",
    )
    assert (first["byline"], first["dateline"], first["section"], first["page"]) == (
        ["By ANA ROE and TOM VALE"],
        "MARLOW",
        "Metro Desk",
        "B7",
    )
    assert (first["summary"], first["url"], first["record"], second["record"]) == (
        ["A wet day."],
        "https://l.example/2026/rain",
        1,
        2,
    )
    assert first["text"] == f"{STORY}\n\nIt had rained before.\n\n{AGAIN}" and second["text"] == f"{STORY}\n\n{AGAIN}"
    assert (first["captions"], first["photo_credit"]) == (
        ["Rain in Marlow.", "The mayor waits", "A dry well"],
        ["Jo Vale, Reuters"],
    )


def test_nexis_without_its_marks_is_parted_at_the_ends():
    assert (
        len(
            articles(
                docx(
                    *nexis_document(1, marked=False), *nexis_document(2, marked=False), *nexis_document(3, marked=False)
                )
            )
        )
        == 3
    )


def test_nexis_sections_that_are_no_text():
    below = (para("*Classification"), para("*Language:", " ENGLISH"), para("\n", "*Subject:", " WEATHER (93%)"))
    body = ("*ABSTRACT", "A wet day in Marlow.", "*FULL TEXT", STORY, AGAIN, "ana@l.example")
    raw = articles(docx(*nexis_document(1, body=body, below=below)))[0]
    assert (raw["text"], raw["summary"]) == (f"{STORY}\n\n{AGAIN}", ["A wet day in Marlow."])
    corrected = articles(docx(*nexis_document(1, below=(para("*Correction"), para("It rained on Sunday.")))))[0]
    assert corrected["text"] == f"{STORY}\n\n{AGAIN}" and corrected["notes"] == ["left out: correction"]


def test_nexis_headlines_with_a_colon_are_no_label():
    paras = [line.replace("Rain at last; Town ", "Council: ") for line in nexis_document(1)]
    assert articles(docx(*paras))[0]["headline"] == "Council: wet"


def test_nexis_rejects():
    empty, bodiless = nexis_document(1, body=()), [line for line in nexis_document(2) if ">Body<" not in line]
    assert reasons(docx(*empty, *nexis_document(3), *bodiless)) == [(1, "no text"), (2, None), (3, "no text")]
    assert reasons(docx(*COVER)) == [(None, "no article")]
    assert reasons(docx(para(""))) == [(None, "empty file")]
    assert reasons(docx("<w:p><w:oops>")) == [(None, "damaged Word document")]


def test_another_word_document_is_a_copied_page():
    (raw,) = articles(docx(para("Rain at last"), para(STORY)))
    assert (raw["form"], raw["text"]) == ("text", f"Rain at last\n\n{STORY}") and raw["notes"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Section B; Column 0; Metro Desk; Pg. 1", ("Metro Desk", "B1")), ("News; Briefs; Pg. A10; News", ("News; Briefs", "A10")),
        ("MONEY;; Pg. 1B", ("MONEY", "1B")), ("Section ; Column 0; Metro Desk; Pg. ", ("Metro Desk", None)), ("", (None, None)),
    ],
)  # fmt: skip
def test_section_and_page(words, expected):
    assert split_section(words) == expected


@pytest.mark.parametrize("printed", ["B/W", "Color", "Colour"])
def test_a_credit_behind_how_the_picture_was_printed(printed):
    raw = articles(
        docx(*nexis_document(1, below=(para("\n", "*Graphic"), para(f"{printed}, Jo Vale; The mayor waits"))))
    )[0]
    assert (raw["captions"], raw["photo_credit"]) == (["The mayor waits"], ["Jo Vale"])
