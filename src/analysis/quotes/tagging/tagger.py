"""The tagger: word pieces in, a probability of each label per word out, in two readings.

Where one attribution lies inside the content of another ("an aide said the mayor believes in tolls"), the first reading
has the source and the cue of the inner one, the second the whole content of the outer one.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.network import run
from analysis.quotes.word_pieces import LABELS, Pieces, framed, windows
from analysis.shipped import shipped_file

READINGS = 2
MODEL = shipped_file("quotes/tagging/tagger.onnx")  # written by training/quote_spans.py


class TaggedWords(NamedTuple):
    """The words and punctuation signs of a text: offsets, and probabilities with one column per label of `LABELS`."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    probabilities: NDArray[np.float64]


def tag(pieces: Pieces) -> list[TaggedWords]:
    """Return the label probabilities of each word of a text: as they are innermost, and as they are outermost."""
    first = np.flatnonzero(pieces.first)
    if not len(first):
        nowhere = np.empty(0, dtype=np.int64)
        return [TaggedWords(nowhere, nowhere, np.empty((0, len(LABELS))))] * READINGS
    logits = np.empty((len(pieces.ids), READINGS, len(LABELS)), dtype=np.float64)
    for start, end in windows(pieces.ids):
        logits[start:end] = run(MODEL, framed(pieces.ids[start:end]))[1:-1].reshape(-1, READINGS, len(LABELS))
    scores = np.exp(logits[first] - logits[first].max(axis=2, keepdims=True))
    scores /= scores.sum(axis=2, keepdims=True)
    last = np.append(first[1:], len(pieces.ids)) - 1
    last -= ~pieces.first[last] & (pieces.starts[last] == pieces.ends[last])  # the end of a line is no part of a word
    return [TaggedWords(pieces.starts[first], pieces.ends[last], scores[:, reading]) for reading in range(READINGS)]
