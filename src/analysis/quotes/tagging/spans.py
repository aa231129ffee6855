"""Spans of source, cue and content out of the tagger's probabilities, with contents settled by the quotation marks."""

import re
from typing import NamedTuple

import numpy as np

from analysis.quotes.marks import MarkedPassage, find_passages
from analysis.quotes.tagging.label_paths import best_labels
from analysis.quotes.tagging.tagger import Words, tag
from analysis.quotes.word_pieces import LABELS, encode, line_ends

ROLES = ("source", "cue", "content")
_CONTENT = LABELS.index("B-content")
# What a span that begins within U.N. or so-called has left out: signs are words of their own to the tagger.
_CUT_OFF = re.compile(r"(?:(?<![^\W_])(?:[^\W\d_]\.)+|[^\W_]+-)?\Z")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’' -]+[A-Z](?:, [A-Z][\w. ]{1,20})?(?: \([A-Za-z]{2,12}\))? ?[—–-]{1,2} ?)?"
)  # BANGOR, Maine (AP) —
_LEFT_OVER = re.compile(r"(?:,? (?:which|who|while|as|and|but|or|when))?$")
_SAYS = re.compile(r"[^\W_]")
# A closed passage is content, all of it, when the tagger gives its words this mean probability. Speech, which has a
# sentence's punctuation before its closing mark, needs less than a scare quote or a title. Tuned on PolNeAR dev.
_TERM, _SPEECH = 0.5, 0.3


_BARE = frozenset(
    "a an and as at but by for from in of on or the to with".split()
)  # one of these alone is nothing said


class Found(NamedTuple):
    """A span with its role, the mean probability of its words, and the quotation it lies in (-1 if in none)."""

    start: int
    end: int
    role: str
    probability: float
    group: int


def find_spans(text: str) -> tuple[list[Found], list[MarkedPassage]]:
    """The spans of all roles, in order, none overlapping another; and the passages in quotation marks."""
    passages = find_passages(text)
    words = tag(encode(text, passages))
    labels = _settled(text, words, passages)
    return _joined(text, words, labels, passages), passages


def _settled(text: str, words: Words, passages: list[MarkedPassage]) -> np.ndarray:
    """The label of each word: of the likeliest sequence, and content through and through in passages that are content."""
    labels = best_labels(words.probabilities, _lines(text, words))
    content = words.probabilities[:, _CONTENT] + words.probabilities[:, _CONTENT + 1]
    whole = {p.group for p in passages if p.closed}
    for p in passages:
        low, high = np.searchsorted(words.starts, [p.start, p.end])
        if low < high and p.group in whole and content[low:high].mean() > (_SPEECH if is_speech(text, p) else _TERM):
            goes_on = low > 0 and labels[low - 1] >= _CONTENT and labels[low] != _CONTENT
            labels[low:high] = _CONTENT + 1
            labels[low] = _CONTENT + goes_on
    return labels


def is_speech(text: str, passage: MarkedPassage) -> bool:
    """Whether a passage in quotation marks reads as speech rather than as a term or a title: by its length and last sign.

    >>> [is_speech(t, find_passages(t)[0]) for t in ["“I will not,” he said", "the “so-called” experts"]]
    [True, False]
    """
    inside = text[passage.start : passage.end].strip("“”„‟\"«»‹›‘’‚‛'` \u00a0")
    return inside[-1:] in ".,!?;…—-" or len(inside.split()) >= 8


def _lines(text: str, words: Words) -> np.ndarray:
    """The number of the line each word stands in."""
    return np.searchsorted(line_ends(text), words.starts)


def _joined(text: str, words: Words, labels: np.ndarray, passages: list[MarkedPassage]) -> list[Found]:
    """Runs of one role as spans; one that breaks off at a line's end begins anew after it."""
    role = (labels + 1) // 2
    begins = (labels % 2 == 1) | (np.diff(role, prepend=0) != 0)
    begins |= np.diff(_lines(text, words), prepend=0) != 0
    edges = np.flatnonzero(begins)
    found = []
    for low, high in zip(edges, np.append(edges[1:], len(role))):
        if role[low]:
            columns = words.probabilities[low:high, 2 * role[low] - 1 : 2 * role[low] + 1]
            name, after = ROLES[role[low] - 1], found[-1].end if found else 0
            start, end = _mended(text, name, int(words.starts[low]), int(words.ends[high - 1]), after)
            if start < end:
                found.append(Found(start, end, name, float(columns.sum(axis=1).mean()), -1))
    return _grouped(found, passages)


def _mended(text: str, role: str, start: int, end: int, after: int) -> tuple[int, int]:
    """The span as a reader would mark it, never before `after`; an empty one where none would mark anything."""
    end += text[end - 1 : end + 1] in ("''", "’’")  # a closing mark of two signs
    start -= len(_CUT_OFF.search(text, max(start - 20, after), start)[0])
    if role == "cue":
        alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
        return (start, start) if alone else (start, end)  # no cue has a line to itself, but ADVERTISEMENT has
    if role == "content":
        start = _DATELINE.match(text, start, end).end()
        end = _LEFT_OVER.search(text, max(start, end - 20), end).start()
        if text[start:end].lower() in _BARE or not _SAYS.search(text, start, end):
            return start, start
    return start, end


def _grouped(found: list[Found], passages: list[MarkedPassage]) -> list[Found]:
    """Contents know the quotation they lie in or hold."""
    starts = np.array([p.start for p in passages], dtype=np.int64)
    result = []
    for f in found:
        i = int(np.searchsorted(starts, f.end)) - 1
        inside = f.role == "content" and i >= 0 and passages[i].end > f.start
        result.append(f._replace(group=passages[i].group) if inside else f)
    return result
