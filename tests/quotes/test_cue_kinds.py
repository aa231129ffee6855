"""Kinds of saying, in a table of invented sentences; the cue stands in [ ]."""

import pytest

from analysis.quotes import read_document
from analysis.quotes.cue_kinds import CUE_KINDS, cue_kind


@pytest.mark.parametrize(
    ("sentence", "expected"),
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
    assert cue_kind(read_document(sentence.replace("[", "").replace("]", "")), spans) == expected
    assert expected in CUE_KINDS


def test_a_document_makes_a_document_unless_it_denies():
    assert cue_kind(read_document("The report says so."), [(11, 15)], speaker_kind="document") == "document"
    assert cue_kind(read_document("The report denies it."), [(11, 17)], speaker_kind="document") == "denial"
    assert cue_kind(read_document("A poll."), [], speaker_kind="document") == "document"
    assert cue_kind(read_document("“Fine.”"), []) == "speech"
