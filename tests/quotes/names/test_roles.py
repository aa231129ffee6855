"""Roles: what a person is, in the words beside the name."""

import pytest

from analysis.quotes.document import read_document
from analysis.quotes.names.mentions import find_mentions
from analysis.quotes.names.people import group_people
from analysis.quotes.names.roles import first_role, head_of, same_role


def roles(text):
    document = read_document(text)
    return {p.name: first_role(document, p) for p in group_people(document, find_mentions(document))}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ada Quill, a law professor at Holm College who follows the case, spoke.", "a law professor at Holm College"),
        ("Ada Quill, a resolute critic of the idea that Holm was ready, lost.", "a resolute critic"),
        ("Ada Quill, a member of the Harbor Caucus that has been in talks, left.", "a member of the Harbor Caucus"),
        ("“Fine,” said Ada Quill, director of the Harbor Union in a statement.", "director of the Harbor Union"),
        (
            "They thanked Ada Quill, the lead organizer of the Harbor Network’s.",
            "the lead organizer of the Harbor Network",
        ),
        ("Ada Quill, one of the aides who left, spoke.", "one of the aides"),
        ("Ada Quill of the Harbor Institute has other advice.", "of the Harbor Institute"),
        ("Ada Quill is the chairwoman of Harbor Health.", "the chairwoman of Harbor Health"),
        ("On Monday Health and Human Services Secretary Ada Quill spoke.", "Health and Human Services Secretary"),
        (
            "They asked House Energy and Commerce Committee Chairman Ada Quill.",
            "House Energy and Commerce Committee Chairman",
        ),
        ("Republican Jeff Sessions and Democrat Ada Quill spoke.", "Democrat"),
        ("The White House and Defense Secretary Ada Quill spoke.", "Defense Secretary"),
        ("They asked White House chief of staff Ada Quill.", "White House chief of staff"),
        ("The Ways and Means Committee Chairman Ada Quill spoke.", "The Ways and Means Committee Chairman"),
        ("They met Bank of Holm chief executive Ada Quill.", "Bank of Holm chief executive"),
        ("They asked University of Holm law professor Ada Quill.", "University of Holm law professor"),
        ("On Friday White House Chief of Staff Ada Quill left.", "White House Chief of Staff"),
        ("Prices go up in the House. Majority Leader Ada Quill is glad.", "Majority Leader"),
        ("They met Democratic Sens. Ada Quill and Bo Stern.", "Democratic Sen."),
        ("It is a state President Ada Quill won.", "President"),
        ("The acting director Acting Director Ada Quill spoke.", "Acting Director"),
    ],
)
def test_role_is_a_noun_phrase_for_one_person(text, role):
    assert roles(text)["Ada Quill"] == role


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, Democratic strategists with ties to the campaign will tell you, has one eye on the vote.",
        "Ada Quill, aides said, is moved by what happened.",
        "They met Ada Quill, a spokesman said.",
        "Voters have no Bo Stern, or even one Ada Quill.",
        "They shot Ada Quill, two in the heart.",
        "Ada Quill, who lives in Holm, spoke.",
        "They asked rivals Ada Quill and Bo Stern.",
        "Ada Quill is a durable optimist and Bo Stern an unflinching realist.",
    ],
)
def test_no_role_is_better_than_a_wrong_one(text):
    assert roles(text)["Ada Quill"] is None


def test_heads():
    assert head_of("several former top officials at the agency") == "official"
    assert same_role("lawyer", "attorney")
    assert not same_role("lawyer", "senator")
