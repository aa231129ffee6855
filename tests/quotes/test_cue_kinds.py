"""Kinds of saying and kinds of speaker, in a table of invented sentences; the cue stands in [ ]."""

import pytest

from analysis.quotes.cue_kinds import CUE_KINDS, cue_kind
from analysis.quotes.document import read_document
from analysis.quotes.nonresponse import find_nonresponses
from analysis.quotes.speakers.resolve import identify
from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS
from analysis.quotes.tagging.attributions import Attribution


@pytest.mark.parametrize(
    "sentence, expected",
    [
        ("Ada Quill [said] it was late.", "speech"),
        ("According to Ada Quill, it was late.", "speech"),
        ("Ada Quill [wrote] that it was late.", "speech"),
        ("Ada Quill [said in a statement] that it was late.", "speech"),
        ("Ada Quill [said] she hoped to win.", "speech"),
        ("Ada Quill [wants] to win.", "thought"),
        ("Ada Quill [believes] it was late.", "thought"),
        ("Ada Quill did not [think] it was late.", "thought"),
        ("Ada Quill [may not want] to win.", "thought"),
        ("Ada Quill [is expected] to win.", "thought"),
        ("Ada Quill [is voting against] the plan.", "thought"),
        ("Ada Quill [seemed to suggest] that it was late.", "speech"),
        ("Ada Quill [denied] that it was late.", "denial"),
        ("Ada Quill flatly [rejected] the claim.", "denial"),
        ("Ada Quill did not [deny] that it was late.", "speech"),
        ("Ada Quill [did not deny] that it was late.", "speech"),
        ("Ada Quill [did not respond to] a request for comment.", "non_response"),
        ("Ada Quill didn’t immediately [respond] to a request for comment.", "non_response"),
        ("Ada Quill [declined] to comment.", "non_response"),
        ("Ada Quill [declined to say] who came.", "non_response"),
        ("Ada Quill [refused] to answer.", "non_response"),
        ("Ada Quill [could not be reached] for comment.", "non_response"),
        ("Ada Quill would not [say] who came.", "non_response"),
        ("Ada Quill [neither confirmed nor denied] the report.", "non_response"),
        ("Ada Quill [has not said] whether she will run.", "non_response"),
        ("Ada Quill [could not say] who came.", "non_response"),
        ("The port [has yet to respond] to questions.", "non_response"),
        ("The port [had no comment] on the plan.", "non_response"),
        ("Neither the port nor the union [responded] to messages.", "non_response"),
        ("“No comment at this point,” Ada Quill [said].", "non_response"),
        ("Ada Quill [said], “No comment.”", "non_response"),
        ("“We had no comment to make,” Ada Quill [said].", "speech"),
        # a stand is a thought, unless it is said aloud
        ("Ada Quill [backs] the plan.", "thought"),
        ("Ada Quill [is pushing for] a new pier.", "thought"),
        ("Ada Quill [pushed back] on the claim.", "speech"),
        ("“It is a sham,” Ada Quill [disagreed].", "speech"),
        ("Ada Quill [wondered aloud] who came.", "speech"),
        ("Ada Quill [praised] the plan.", "speech"),
        # the silence of the sentence before is not this one's
        ("The port declined to comment. Ada Quill [said] it was late.", "speech"),
        ("Ada Quill [said in court filings] that it was late.", "document"),
        ("Ada Quill [wrote] in a dissenting opinion that it was late.", "document"),
    ],
)
def test_cue_kind(sentence, expected):
    start, end = sentence.find("["), sentence.find("]") - 1
    spans = [(start, end)] if start >= 0 else [(0, 12)]
    assert cue_kind(sentence.replace("[", "").replace("]", ""), spans) == expected
    assert expected in CUE_KINDS


def test_a_document_makes_a_document_unless_it_denies():
    assert cue_kind("The report says so.", [(11, 15)], speaker_kind="document") == "document"
    assert cue_kind("The report denies it.", [(11, 17)], speaker_kind="document") == "denial"
    assert cue_kind("A poll.", [], speaker_kind="document") == "document"
    assert cue_kind("“Fine.”", []) == "speech"


@pytest.mark.parametrize(
    "source, expected",
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
    found = identify(text, [Attribution(((0, 11),), ((len(text) - 5, len(text) - 1),), spans, "indirect", 1.0)])
    assert found[0].speaker_kind == expected
    assert expected in SPEAKER_KINDS


@pytest.mark.parametrize(
    "sentence, source, asked",
    [
        ("Ada Quill did not respond to a request for comment.", "Ada Quill", "a request for comment"),
        ("But the port’s office didn’t immediately return calls.", "the port’s office", "calls"),
        ("Harbor police declined to comment.", "Harbor police", "comment"),
        ("She asked the Harbor Bank, which did not respond to questions.", "the Harbor Bank", "questions"),
        ("Bo Stern could not be reached for comment.", "Bo Stern", "for comment"),
        ("Bo Stern could not be reached.", "Bo Stern", "could not be reached"),
        ("Bo Stern would not comment on the plan.", "Bo Stern", "comment"),
        ("The port had no immediate comment.", "The port", "immediate comment"),
        ("The port has yet to respond to several requests for comment.", "The port", "several requests for comment"),
        ("Calls to Bo Stern’s office were not returned on Monday.", "Bo Stern’s office", "Calls"),
        ("Messages left with the port went unanswered.", "the port", "Messages"),
        ("Neither Ada Quill nor the port responded to messages.", "Ada Quill nor the port", "messages"),
        ("The port has yet to respond.", "The port", "has yet to respond"),
        ("Neither side responded to the other in kind.", None, None),
        ("The port has yet to respond to the storm.", None, None),
        ("Ada Quill has not yet returned to the harbor.", None, None),
        ("“He did not respond to my letter or my calls,” she said.", None, None),
        ("I never returned his calls.", None, None),
        ("Ada Quill did not return to the harbor.", None, None),
    ],
)
def test_silences_that_no_tagger_marks(sentence, source, asked):
    found = find_nonresponses(read_document(sentence), [])
    told = [tuple(sentence[slice(*spans[0])] for spans in (a.source_spans, a.content_spans)) for a in found]
    assert told == ([(source, asked)] if source else [])
    assert all(who.cue_kind == "non_response" for who in identify(sentence, found))


def test_a_silence_already_found_is_not_found_again():
    text = "Ada Quill did not respond to a request for comment."
    assert (
        find_nonresponses(read_document(text), [Attribution(((29, 50),), ((10, 28),), ((0, 9),), "indirect", 0.9)])
        == []
    )
