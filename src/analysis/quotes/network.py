"""The trained networks, run by onnxruntime on one thread: word pieces in, numbers for each piece out.

One file holds the vectors of the words for all of them, since these were left as they were when the networks were trained.
"""

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

from analysis.shipped import existing, load_arrays, shipped_file

WORDS = shipped_file("quotes/word_vectors.npz")  # of all-MiniLM-L6-v2, written by training/export.py


def run(file: Path, ids: np.ndarray) -> np.ndarray:
    """What the network in a file gives for one window of pieces: one row a piece.

    Each window is a run of its own: activations are quantised with one scale a run, so a window's result depends on it alone.
    Raises FileNotFoundError if a file of the package is missing.
    """
    table = _words()
    vectors = table["codes"][ids] * table["scale"][ids][:, None]
    (output,) = _session(file).run(None, {"words": vectors[None]})
    return output[0]


@cache
def _session(file: Path) -> onnxruntime.InferenceSession:
    """Loaded at first use, once a process; one thread, because the corpus is spread over processes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(existing(file)), options, providers=["CPUExecutionProvider"])


@cache
def _words() -> dict[str, np.ndarray]:
    return load_arrays(WORDS)
