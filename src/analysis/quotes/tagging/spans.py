"""Spans of source, cue and content: runs of words with one label, with contents completed by the quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.document import Document
from analysis.quotes.marks import MarkedPassage, reads_as_speech
from analysis.quotes.tagging.label_sequences import best_labels
from analysis.quotes.tagging.tagger import TaggedWords
from analysis.quotes.word_pieces import LABELS

ROLES = ("source", "cue", "content")
_CONTENT = LABELS.index("B-content")
_SOURCE_OR_CUE = np.array([label[2:] in ("source", "cue") for label in LABELS])
_IS_CONTENT = np.array([label[2:] == "content" for label in LABELS])
# A closed passage is content, all of it, when the tagger gives its words this mean probability. Speech, which has a
# sentence's punctuation before its closing mark, needs less than a scare quote or a title. Tuned on PolNeAR dev.
_TERM, _SPEECH = 0.5, 0.3
# What a span that begins within U.N. or so-called has left out: signs are words of their own to the tagger.
_CUT_OFF = re.compile(r"(?:(?<![^\W_])(?:[^\W\d_]\.){1,40}|[^\W_]{1,40}-)?\Z")
# BANGOR, Maine (AP) — It takes more for a dateline than `articles.origin.find_dateline` does, and the results differ.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’' -]{1,60}[A-Z](?:, [A-Z][\w. ]{1,20})?(?: \([A-Za-z]{2,12}\))? ?[—–-]{1,2} ?)?",
)
_LOOSE_END = re.compile(r"(?:,? (?:which|who|while|as|and|but|or|when))?$")  # belongs to the clause after a content
# "a man who identified" goes on with the name that he gave.
_GAVE_NAME = re.compile(r"(?<=\w) (?:him|her|them)sel(?:f|ves) (?:only )?(?:as|by) [^,.;:!?\n“”\"]{1,60}")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_NEVER_ALONE = frozenset("a an and as at but by for from in of on or the to with".split())  # alone, they say nothing


class RoleSpan(NamedTuple):
    """A span of a text with its role in an attribution.

    `words` is its text, `probability` the mean probability of its words (0 to 1), `quotation` the number of the
    quotation it lies in or holds, -1 for none. `opens` and `closes` are the probabilities that a span of its role
    begins and ends just here, `least` that of its least sure word, `content` that its words are content.
    """

    start: int
    end: int
    role: str
    words: str
    probability: float = 1.0
    opens: float = 1.0
    closes: float = 1.0
    least: float = 1.0
    content: float = 0.0
    quotation: int = -1


class Reading(NamedTuple):
    """One way to read an article: which of the tagger's readings, and how readily spans are found in it.

    `favor_who` is added to the log-odds of sources and cues: more are found, also inside what is mostly content.
    `favor_what` is added to those of contents.
    """

    number: int
    favor_who: float
    favor_what: float


def find_spans(document: Document, tagged: list[TaggedWords], readings: Sequence[Reading]) -> list[list[RoleSpan]]:
    """Return the spans of all roles in order, a list per reading. No two in one list overlap."""
    favored = [_favored(tagged[reading.number], reading) for reading in readings]
    lines = document.lines_at(tagged[0].starts)
    # All readings are decoded at once, which takes a third of the time: a line of one is no line of another.
    apart = np.concatenate([lines + n * (len(document.text) + 1) for n in range(len(readings))])
    labels = best_labels(np.concatenate([words.probabilities for words in favored]), apart)
    found = []
    for reading, words, own in zip(readings, favored, np.split(labels, len(readings)), strict=True):
        spans = to_spans(document, tagged[reading.number], complete_quotations(document, words, own))
        found.append(number_quotations(spans, document.passages))
    return found


def _favored(words: TaggedWords, reading: Reading) -> TaggedWords:
    chances = words.probabilities * np.exp(reading.favor_who * _SOURCE_OR_CUE + reading.favor_what * _IS_CONTENT)
    return words._replace(probabilities=chances / chances.sum(axis=1, keepdims=True))


def complete_quotations(document: Document, words: TaggedWords, labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the labels with every passage in quotation marks that is mostly content made content throughout."""
    labels = labels.copy()
    content = words.probabilities[:, _CONTENT] + words.probabilities[:, _CONTENT + 1]
    closed = {p.quotation for p in document.passages if p.closed}
    for p in document.passages:
        low, high = np.searchsorted(words.starts, [p.start, p.end])
        least = _SPEECH if reads_as_speech(document.text[p.start : p.end]) else _TERM
        if low < high and p.quotation in closed and content[low:high].mean() > least:
            goes_on = low > 0 and labels[low - 1] >= _CONTENT and labels[low] != _CONTENT
            labels[low:high] = _CONTENT + 1
            labels[low] = _CONTENT + goes_on
    return labels


def to_spans(document: Document, words: TaggedWords, labels: NDArray[np.int64]) -> list[RoleSpan]:
    """Return the runs of words with one role as spans. A run ends where its line does."""
    if not len(labels):
        return []
    role = (labels + 1) // 2
    begins = (labels % 2 == 1) | (np.diff(role, prepend=-1) != 0)
    begins |= np.diff(document.lines_at(words.starts), prepend=0) != 0
    low = np.flatnonzero(begins)
    ends = words.ends[np.append(low[1:], len(role)) - 1]
    runs = zip(role[low].tolist(), words.starts[low].tolist(), ends.tolist(), _sureness(words, role, low), strict=True)
    spans: list[RoleSpan] = []
    for number, start, end, sureness in runs:
        if number:
            name, after = ROLES[number - 1], spans[-1].end if spans else 0
            start, end = trim_span(document, name, start=start, end=end, after=after)
            if start < end:
                spans.append(RoleSpan(start, end, name, document.text[start:end], *sureness))
    return spans


def _sureness(
    words: TaggedWords, role: NDArray[np.int64], low: NDArray[np.int64]
) -> Iterator[tuple[float, float, float, float, float]]:
    """Return what the tagger says of the runs of words of one role that begin at `low`, in the order of `RoleSpan`."""
    p, high, begin = words.probabilities, np.append(low[1:], len(role)), 2 * role - 1
    each = np.arange(len(role))
    own = p[each, begin] + p[each, begin + 1]
    probability = np.add.reduceat(own, low) / (high - low)
    opens = p[low, begin[low]]
    closes = 1 - np.append(p, np.zeros((1, len(LABELS))), axis=0)[high, begin[low] + 1]
    least = np.minimum.reduceat(own, low)
    content = np.add.reduceat(p[:, _CONTENT:].sum(axis=1), low) / (high - low)
    return zip(*(column.tolist() for column in (probability, opens, closes, least, content)), strict=True)


def trim_span(document: Document, role: str, *, start: int, end: int, after: int = 0) -> tuple[int, int]:
    """Return where a reader would mark a span, never before `after`; start and end are equal for nothing to mark.

    Examples
    --------
    >>> from analysis.quotes.document import read_document
    >>> text = "RENO, Nev. (AP) — The pier closed, while"
    >>> start, end = trim_span(read_document(text), "content", start=0, end=len(text))
    >>> text[start:end]
    'The pier closed'
    """
    text = document.text
    end += text[end - 1 : end + 1] in ("''", "’’")  # a closing mark of two signs
    if text[start - 1 : start] in (".", "-") and (cut_off := _CUT_OFF.search(text, max(start - 20, after), start)):
        start -= len(cut_off[0])
    if role == "source" and (name := _GAVE_NAME.match(text, end)):
        return start, name.end()
    if role == "cue":
        alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
        return (start, start) if alone else (start, end)  # no cue has a line to itself, but ADVERTISEMENT has
    if role == "content":
        if dateline := _DATELINE.match(text, start, end):
            start = dateline.end()
        if loose := _LOOSE_END.search(text, max(start, end - 20), end):
            end = loose.start()
        if text[start:end].lower() in _NEVER_ALONE or not _LETTER_OR_DIGIT.search(text, start, end):
            return start, start
    return start, end


def number_quotations(spans: list[RoleSpan], passages: list[MarkedPassage]) -> list[RoleSpan]:
    """Return the spans, each content with the number of the quotation it lies in or holds."""
    starts = [p.start for p in passages]
    numbered = []
    for span in spans:
        i = bisect_left(starts, span.end) - 1
        inside = span.role == "content" and i >= 0 and passages[i].end > span.start
        numbered.append(span._replace(quotation=passages[i].quotation) if inside else span)
    return numbered
