"""Texts as the tagger reads them: word pieces with their character offsets, cut into windows of one length."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers.implementations import BertWordPieceTokenizer

from .marks import Passage, canonical

VOCABULARY = Path(__file__).with_name("vocab.txt")  # of all-MiniLM-L6-v2, lower case, one piece a line
WINDOW, OVERLAP = 254, 32  # pieces; two more frame each window
START, BREAK = 101, 102  # [CLS] before a window; [SEP] after it and between paragraphs
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


class Pieces(NamedTuple):
    """Word pieces of a text: vocabulary ids, offsets, and which begin a word (a run of letters and digits, or one sign)."""

    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    first: np.ndarray


@cache
def _tokenizer() -> BertWordPieceTokenizer:
    return BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)


def encode(text: str, passages: list[Passage] | None = None) -> Pieces:
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


def windows(n: int, *, length: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """The (start, end) of windows that cover `n` pieces, as few as possible, evenly spread, all of one length.

    So the windows of an article fill a batch without padding, and its result depends on nothing but the article.

    >>> windows(500)
    [(0, 188), (156, 344), (312, 500)]
    """
    if n == 0:
        return []
    count = max(1, -(-(n - overlap) // (length - overlap)))
    size = -(-(n + (count - 1) * overlap) // count)
    starts = np.linspace(0, n - size, count).round().astype(int)
    return [(int(s), int(s) + size) for s in starts]


def framed(ids: np.ndarray, spans: list[tuple[int, int]]) -> np.ndarray:
    """A batch: one row a window, with the start and end pieces around it."""
    return np.stack([np.concatenate([[START], ids[s:e], [BREAK]]) for s, e in spans])


def line_ends(text: str) -> np.ndarray:
    """The offsets of the line feeds in `text`."""
    return np.array([m.start() for m in re.finditer("\n", text)], dtype=np.int64)
