"""Texts as the networks read them: word pieces with their character offsets, cut into windows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.document import Document
from analysis.quotes.marks import with_uniform_marks
from analysis.shipped import existing, shipped_file

if TYPE_CHECKING:
    from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

VOCABULARY = shipped_file("quotes/word_pieces.txt")  # of all-MiniLM-L6-v2, lower case, one piece a line
WINDOW = 254  # pieces at most; two more frame each window
START, BREAK, STOP = 101, 102, 1012  # [CLS] before a window; [SEP] after it and between paragraphs; a full stop
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


class Pieces(NamedTuple):
    """Word pieces of a text: ids, offsets, and which begin a word (a run of letters and digits, or one sign)."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    first: NDArray[np.bool_]


@cache
def _tokenizer() -> BertWordPieceTokenizer:
    from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

    return BertWordPieceTokenizer(str(existing(VOCABULARY)), lowercase=True)


def encode(document: Document) -> Pieces:
    """Return the word pieces of a text, with quotation marks in one style and a break where a line ends."""
    text = with_uniform_marks(document.text, document.passages)
    encoding = _tokenizer().encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    words = np.array(encoding.word_ids, dtype=np.int64)
    first = np.diff(words, prepend=-1) != 0
    lines = document.lines_at(offsets[:, 0])
    breaks = np.flatnonzero(np.diff(lines)) + 1
    return Pieces(
        np.insert(np.array(encoding.ids, dtype=np.int64), breaks, BREAK),
        np.insert(offsets[:, 0], breaks, offsets[breaks - 1, 1]),
        np.insert(offsets[:, 1], breaks, offsets[breaks - 1, 1]),
        np.insert(first, breaks, False),
    )


def piece_ids(words: str) -> NDArray[np.int64]:
    """Return the ids of the pieces of a few words."""
    return np.array(_tokenizer().encode(words, add_special_tokens=False).ids, dtype=np.int64)


def windows(ids: NDArray[np.int64], *, length: int = WINDOW) -> list[tuple[int, int]]:
    """Return the (start, end) of windows that cover the pieces without overlap, each at most `length` pieces long.

    A window ends at the last line end that fits; in a longer line at the last full stop, if there is one. On PolNeAR
    dev these windows were as good as windows that overlap by 32 pieces (docs/quotes.md), for a fifth less work.

    Examples
    --------
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


def _last(ends: NDArray[np.int64], start: int, end: int) -> int:
    """Return the last of the sorted `ends` after `start` and up to `end`, 0 if there is none."""
    i = np.searchsorted(ends, end, side="right") - 1
    return int(ends[i]) if i >= 0 and ends[i] > start else 0


def framed(ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return `ids` between the start and the end piece."""
    return np.concatenate([[START], ids, [BREAK]])
