"""The tagger: word pieces in, a probability of each label per word out, by onnxruntime on one thread."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime

from .pieces import LABELS, Pieces, framed, windows

MODEL = Path(__file__).with_name("tagger.onnx")  # written by training/quote_spans.py


class Words(NamedTuple):
    """The words (and punctuation signs) of a text: offsets, and probabilities, one column a label of `LABELS`."""

    starts: np.ndarray
    ends: np.ndarray
    probabilities: np.ndarray


@cache
def _session() -> onnxruntime.InferenceSession:
    """Loaded at first use, once a process; one thread, because the corpus is spread over processes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(MODEL), options, providers=["CPUExecutionProvider"])


def tag(pieces: Pieces) -> Words:
    """Label probabilities of each word of a text.

    Each window is a run of its own: activations are quantised with one scale a run, so a window's result depends on it alone.
    """
    first = np.flatnonzero(pieces.first)
    if not len(first):
        return Words(*np.empty((2, 0), dtype=np.int64), np.empty((0, len(LABELS))))
    logits = np.empty((len(pieces.ids), len(LABELS)), dtype=np.float64)
    for start, end in windows(pieces.ids):
        (output,) = _session().run(None, {"ids": framed(pieces.ids[start:end])[None]})
        logits[start:end] = output[0, 1:-1]
    scores = np.exp(logits[first] - logits[first].max(axis=1, keepdims=True))
    last = np.append(first[1:], len(pieces.ids)) - 1
    last -= ~pieces.first[last] & (pieces.starts[last] == pieces.ends[last])  # a line's end is no part of a word
    return Words(pieces.starts[first], pieces.ends[last], scores / scores.sum(axis=1, keepdims=True))
