"""The trained networks, run by onnxruntime on one thread: word pieces in, numbers for each piece out.

All networks share one file of word vectors, because training left the vectors as they were.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analysis.shipped import existing, load_arrays, shipped_file

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WORDS = shipped_file("quotes/word_vectors.npz")  # of all-MiniLM-L6-v2, written by training/minilm.py


def run(file: Path, ids: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return what the network in a file gives for one window of pieces: one row per piece.

    Each window is a run of its own: activations are quantized with one scale per run, so the result of a window
    depends on that window alone. Raises FileNotFoundError when a file of the package is missing.
    """
    (output,) = _session(file).run(None, {"words": word_vectors(ids)[None]})
    rows: NDArray[np.float32] = output[0]
    return rows


def word_vectors(ids: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the vector of each piece, as the networks take it in."""
    table = _word_vectors()
    vectors: NDArray[np.float32] = table["codes"][ids] * table["scale"][ids][:, None]
    return vectors


@cache
def _session(file: Path) -> InferenceSession:
    """Load a network at first use, once per process, on one thread: the corpus is spread over processes."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(existing(file)), options, providers=["CPUExecutionProvider"])


@cache
def _word_vectors() -> dict[str, NDArray[np.float32]]:
    return load_arrays(WORDS)
