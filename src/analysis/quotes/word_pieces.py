"""Texts as the tagger reads them: word pieces with their character offsets, cut into windows."""

import re
from functools import cache
from typing import NamedTuple

import numpy as np
from tokenizers.implementations import BertWordPieceTokenizer

from analysis.quotes.marks import MarkedPassage, canonical
from analysis.shipped import existing, shipped_file

VOCABULARY = shipped_file("quotes/word_pieces.txt")  # of all-MiniLM-L6-v2, lower case, one piece a line
WINDOW = 254  # pieces at most; two more frame each window
START, BREAK, STOP = 101, 102, 1012  # [CLS] before a window; [SEP] after it and between paragraphs; a full stop
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


class Pieces(NamedTuple):
    """Word pieces of a text: vocabulary ids, offsets, and which begin a word (a run of letters and digits, or one sign)."""

    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    first: np.ndarray


@cache
def _tokenizer() -> BertWordPieceTokenizer:
    return BertWordPieceTokenizer(str(existing(VOCABULARY)), lowercase=True)


def encode(text: str, passages: list[MarkedPassage] | None = None) -> Pieces:
    """The word pieces of `text`, quotation marks in one style, with a break where a line ends."""
    encoding = _tokenizer().encode(canonical(text, passages), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    words = np.array(encoding.word_ids, dtype=np.int64)
    first = np.diff(words, prepend=-1) != 0
    lines = np.searchsorted(line_ends(text), offsets[:, 0])
    breaks = np.flatnonzero(np.diff(lines)) + 1
    return Pieces(
        np.insert(np.array(encoding.ids, dtype=np.int64), breaks, BREAK),
        np.insert(offsets[:, 0], breaks, offsets[breaks - 1, 1]),
        np.insert(offsets[:, 1], breaks, offsets[breaks - 1, 1]),
        np.insert(first, breaks, False),
    )


def windows(ids: np.ndarray, *, length: int = WINDOW) -> list[tuple[int, int]]:
    """The (start, end) of windows that cover the pieces `ids` without overlap, each as long as can be, at most `length`.

    A window ends where a line does; in a longer line after a full stop, if there is one. On PolNeAR dev these were as good as
    windows that overlap by 32 pieces (docs/quotes.md), for a fifth less work.

    >>> windows(np.array([7, 7, BREAK, 7, STOP, 7, 7, 7, 7, 7]), length=4)
    [(0, 3), (3, 5), (5, 9), (9, 10)]
    """
    lines, stops = (np.flatnonzero(ids == sign) + 1 for sign in (BREAK, STOP))
    spans, start = [], 0
    while start < len(ids):
        end = min(start + length, len(ids))
        if end < len(ids):
            end = _last(lines, start, end) or _last(stops, start, end) or end
        spans.append((start, end))
        start = end
    return spans


def _last(ends: np.ndarray, start: int, end: int) -> int:
    """The last of the sorted `ends` after `start` and up to `end`, 0 if there is none."""
    i = np.searchsorted(ends, end, side="right") - 1
    return int(ends[i]) if i >= 0 and ends[i] > start else 0


def framed(ids: np.ndarray) -> np.ndarray:
    """`ids` with the start and end pieces around them."""
    return np.concatenate([[START], ids, [BREAK]])


def line_ends(text: str) -> np.ndarray:
    """The offsets of the line feeds in `text`."""
    return np.array([m.start() for m in re.finditer("\n", text)], dtype=np.int64)
