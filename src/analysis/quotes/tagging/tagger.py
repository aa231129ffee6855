"""The tagger: word pieces in, a probability of each label per word out."""

from typing import NamedTuple

import numpy as np

from analysis.quotes.network import run
from analysis.quotes.word_pieces import LABELS, Pieces, framed, windows
from analysis.shipped import shipped_file

MODEL = shipped_file("quotes/tagging/tagger.onnx")  # written by training/quote_spans.py


class Words(NamedTuple):
    """The words (and punctuation signs) of a text: offsets, and probabilities, one column a label of `LABELS`."""

    starts: np.ndarray
    ends: np.ndarray
    probabilities: np.ndarray


def tag(pieces: Pieces) -> Words:
    """Label probabilities of each word of a text."""
    first = np.flatnonzero(pieces.first)
    if not len(first):
        return Words(*np.empty((2, 0), dtype=np.int64), np.empty((0, len(LABELS))))
    logits = np.empty((len(pieces.ids), len(LABELS)), dtype=np.float64)
    for start, end in windows(pieces.ids):
        logits[start:end] = run(MODEL, framed(pieces.ids[start:end]))[1:-1]
    scores = np.exp(logits[first] - logits[first].max(axis=1, keepdims=True))
    last = np.append(first[1:], len(pieces.ids)) - 1
    last -= ~pieces.first[last] & (pieces.starts[last] == pieces.ends[last])  # a line's end is no part of a word
    return Words(pieces.starts[first], pieces.ends[last], scores / scores.sum(axis=1, keepdims=True))
