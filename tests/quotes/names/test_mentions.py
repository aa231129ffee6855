"""Names found in texts."""

from analysis.quotes.document import read_document
from analysis.quotes.names.mentions import find_mentions


def test_a_label_on_a_line_of_its_own_is_nobody():
    text = "Bo Stern may run.\n\nStory Continued Below\n\nAda Quill\n\nAda Quill and Stern did."
    assert [" ".join(m.words) for m in find_mentions(read_document(text))] == [
        "Bo Stern",
        "Ada Quill",
        "Ada Quill",
        "Stern",
    ]


def test_given_names_with_accents_belong_to_the_name():
    found = find_mentions(read_document("The new president, Andrés Manuel Ortega, met Bo Stern."))
    assert [" ".join(m.words) for m in found] == ["Andrés Manuel Ortega", "Bo Stern"]


def test_the_team_of_somebody_is_not_that_person():
    found = find_mentions(read_document("On Monday Team Quill met Bo Stern."))
    assert [(" ".join(m.words), m.kind) for m in found] == [("Team Quill", "organization"), ("Bo Stern", "person")]


def test_a_name_that_a_web_page_gives_twice_keeps_its_office():
    text = (
        "Holm Sen. Quill Ada Jo QuillStorm leads the pack left, and President Stern Karl Theo SternWho is in met her."
    )
    found = find_mentions(read_document(text))
    assert [(m.title, " ".join(m.words)) for m in found if m.kind == "person"] == [
        ("Holm Sen.", "Ada Jo Quill"),
        ("President", "Karl Theo Stern"),
    ]
    assert [text[m.start : m.end] for m in found if m.kind == "person"] == ["Ada Jo Quill", "Karl Theo Stern"]


def test_a_name_given_twice_without_an_office_has_none():
    found = find_mentions(read_document("On Monday Quill Ada Jo QuillStorm leads the pack met Bo Stern."))
    assert [(m.title, " ".join(m.words)) for m in found] == [("", "Ada Jo Quill"), ("", "Bo Stern")]
