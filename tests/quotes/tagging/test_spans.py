"""Runs of labels as spans, and where they begin and end. All sentences are invented."""

import numpy as np
import pytest

from analysis.quotes import read_document
from analysis.quotes.tagging.spans import to_spans, trim_span
from analysis.quotes.tagging.tagger import TaggedWords
from analysis.quotes.word_pieces import LABELS


@pytest.mark.parametrize(("text", "word", "whole"), [
    ("The U.N. said", "N", "U.N"), ("All E.U. leaders", "U. leaders", "E.U. leaders"), ("An EB-5 lawyer", "5 lawyer", "EB-5 lawyer"),
    ("The end. Lee said", "Lee", "Lee"), ("The pier--Lee said", "Lee", "Lee"), ("“Yes,” U. Lee said", "Lee", "Lee"),
])  # fmt: skip
def test_a_span_never_begins_within_a_word(text, word, whole):
    start = text.index(word)
    probabilities = np.zeros((1, len(LABELS)))
    probabilities[0, 1] = 1.0  # the beginning of a source
    words = TaggedWords(np.array([start]), np.array([start + len(word)]), probabilities)
    [found] = to_spans(read_document(text), words, np.array([1]))
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(("role", "text", "span", "whole"), [
    ("content", "BANGOR, Maine (AP) — The pier closed.", "BANGOR, Maine (AP) — The pier closed", "The pier closed"),
    ("content", "He said the pier is rotten, while she", "the pier is rotten, while", "the pier is rotten"),
    ("content", "He said of the “plan” that", "the", ""),
    ("content", "He tweeted 🎉 on", "🎉", ""),
    ("cue", "It fell.\n\nADVERTISEMENT\n\nIt rose.", "ADVERTISEMENT", ""),
    ("cue", "“No,” he said.", "said", "said"),
])  # fmt: skip
def test_a_span_is_trimmed(role, text, span, whole):
    start = text.index(span)
    low, high = trim_span(read_document(text), role, start=start, end=start + len(span))
    assert text[low:high] == whole
