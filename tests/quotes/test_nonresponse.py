"""Those who were asked and did not answer, in invented sentences."""

import pytest

from analysis.quotes import Attribution, read_document
from analysis.quotes.cue_kinds import cue_kind
from analysis.quotes.nonresponse import find_nonresponses


@pytest.mark.parametrize(
    ("sentence", "source", "asked"),
    [
        ("Ada Quill did not respond to a request for comment.", "Ada Quill", "a request for comment"),
        ("But the port’s office didn’t immediately return calls.", "the port’s office", "calls"),
        ("Harbor police declined to comment.", "Harbor police", "comment"),
        ("She asked the Harbor Bank, which did not respond to questions.", "the Harbor Bank", "questions"),
        ("“No,” said port spokesman Bo Stern, who declined to comment.", "Bo Stern", "comment"),
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
def test_who_did_not_answer_where_the_tagger_finds_nothing(sentence, source, asked):
    found = find_nonresponses(read_document(sentence), [])
    parts = [tuple(sentence[slice(*spans[0])] for spans in (a.source_spans, a.content_spans)) for a in found]
    assert parts == ([(source, asked)] if source else [])
    assert all(cue_kind(read_document(sentence), a.cue_spans) == "non_response" for a in found)


def test_what_the_tagger_found_is_not_found_again():
    text = "Ada Quill did not respond to a request for comment."
    known = [Attribution(((29, 50),), ((10, 28),), ((0, 9),), "indirect", 0.9)]
    assert find_nonresponses(read_document(text), known) == []
