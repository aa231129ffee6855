"""Kinds of speaker, in a table of invented sources."""

import pytest

import code_groups
from analysis.quotes import Attribution, read_document
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ada Quill", "named_person"),
        ("Sen. Quill", "named_person"),
        ("Ada Quill herself", "named_person"),
        ("Rep. Ada Quill (D-Ohio)", "named_person"),
        ("campaign manager Bo Stern", "named_person"),
        ("his campaign manager, Bo Stern,", "named_person"),
        ("people familiar with the matter", "unnamed_person"),
        ("a senior official who was not authorised to speak", "unnamed_person"),
        ("two officials", "unnamed_person"),
        ("a Treasury spokesperson", "unnamed_person"),
        ("aides to Ada Quill", "unnamed_person"),
        ("Quill aides", "unnamed_person"),
        ("several current and former officials", "unnamed_person"),
        ("state and local leaders", "group"),
        ("Republicans", "group"),
        ("some of the lawmakers", "group"),
        ("many", "group"),
        ("two Democrats", "unnamed_person"),
        ("Ms. Quill’s two major opponents", "unnamed_person"),
        ("several residents", "unnamed_person"),
        ("prosecutors", "unnamed_person"),
        ("law enforcement sources", "unnamed_person"),
        ("lawyers for the family", "unnamed_person"),
        ("Republicans close to the talks", "unnamed_person"),
        ("a man filming the protesters", "unnamed_person"),
        ("one of the lawmakers", "unnamed_person"),
        ("family members", "unnamed_person"),
        ("one in four voters", "group"),
        ("almost every voter", "group"),
        ("26 Democrats", "group"),
        ("42%", "group"),
        ("a majority of Harborites here", "group"),
        ("experts", "group"),
        ("tax lawyers", "group"),
        ("members of both parties", "group"),
        ("the public", "group"),
        ("the left", "group"),
        ("a lot of people", "group"),
        ("others", "group"),
        ("no one", "unknown"),
        ("Nobody at the agency", "unknown"),
        ("none of the aides", "unknown"),
        ("virtually no one", "unknown"),
        ("the No. 2 official", "unnamed_person"),
        ("the Treasury Department", "organization"),
        ("the White House", "organization"),
        ("the agency", "organization"),
        ("the Quill campaign", "organization"),
        ("police", "organization"),
        ("the Center for Harbor Rights", "organization"),
        ("Mexico", "organization"),
        ("Leadership", "organization"),
        ("Senate", "organization"),
        ("the Guardian", "organization"),
        ("Quill & Stern", "organization"),
        ("Rumor", "document"),
        ("court filings", "document"),
        ("the report", "document"),
        ("the memo", "document"),
        ("a new poll by the Harbor Institute", "document"),
        ("a study released on Monday", "document"),
        ("Ada Quill’s book", "document"),
        ("you", "unknown"),
        ("", "unknown"),
    ],
)
def test_speaker_kind(source, expected):
    text = f"It was late, {source} said."
    spans = ((13, 13 + len(source)),) if source else ()
    found = resolve_speakers(
        read_document(text), [Attribution(((0, 11),), ((len(text) - 5, len(text) - 1),), spans, "indirect", 1.0)]
    )
    assert found[0].kind == expected
    assert expected in SPEAKER_KINDS


def test_what_was_quoted_before_decides_about_the_same_people():
    text = "Some lawmakers said it was late. The two lawmakers said it was not."
    attributions = [
        Attribution(((20, 31),), ((15, 19),), ((0, 14),), "indirect", 1.0),
        Attribution(((55, 66),), ((50, 54),), ((33, 49),), "indirect", 1.0),
    ]
    assert [speaker.kind for speaker in resolve_speakers(read_document(text), attributions)] == [
        "group",
        "unnamed_person",
    ]


@pytest.mark.parametrize(("side", "measured", "n"), [("held_back", 94.8, 116), ("after", 92.6, 108)])
def test_persons_and_groups_as_coded(shared, side, measured, n):
    answers = code_groups.answers(shared, side)
    assert len(answers) == n
    assert 100 * sum(answers) / n == pytest.approx(measured, abs=3)
