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
