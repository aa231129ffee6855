"""Kinds of speaker, in a table of invented sources."""

import pytest

from analysis.quotes import Attribution, read_document
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ada Quill", "named_person"),
        ("Sen. Quill", "named_person"),
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
        ("state and local leaders", "unnamed_person"),
        ("Republicans", "unnamed_person"),
        ("some of the lawmakers", "unnamed_person"),
        ("many", "unnamed_person"),
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
        ("Rumor", "unknown"),
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
