"""Evaluate boosted decision trees that are stored as arrays.

The models are trained with scikit-learn; `training/tree_arrays.py` turns them into arrays. They are evaluated here,
because scikit-learn can only load a model from a pickle, which this project never reads, and only in the version that
wrote it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.shipped import load_arrays


class Trees(NamedTuple):
    """Boosted trees for a yes-or-no question, the nodes of all trees in one list.

    A row of features starts at the root of each tree and goes `left` when `row[feature] <= threshold`, else `right`,
    until it reaches a leaf. A leaf names itself as both children. Features must not be missing (NaN).
    """

    roots: npt.NDArray[np.int32]  # per tree: the number of its first node
    feature: npt.NDArray[np.int16]  # per node, as are the next four
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    value: npt.NDArray[np.float64]  # what a leaf adds to the log-odds; 0 for an inner node
    bias: npt.NDArray[np.float64]  # the log-odds before any tree
    depth: npt.NDArray[np.int32]  # steps from a root to the deepest leaf


def trees_from(arrays: Mapping[str, npt.NDArray[Any]]) -> Trees:
    """Return the trees among the named arrays of a model file; other arrays are ignored."""
    return Trees(**{name: arrays[name] for name in Trees._fields})


@cache
def load_trees(file: Path) -> Trees:
    """Return the trees of a shipped model file, which is read once."""
    return trees_from(load_arrays(file))


def log_odds(trees: Trees, rows: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Return the log-odds of "yes" for each row of features.

    They are the bias plus, for each tree, the value of the leaf that the row reaches.

    >>> stump = Trees(*map(np.array, ([0], [0, 0, 0], [1.0, 0, 0], [1, 1, 2], [2, 1, 2], [0, -2.0, 3.0], 0.5, 1)))
    >>> log_odds(stump, np.array([[1.0], [1.5]])).tolist()
    [-1.5, 3.5]
    """
    node = np.tile(trees.roots, (len(rows), 1))
    row = np.arange(len(rows))[:, None]
    for _ in range(int(trees.depth)):
        goes_left = rows[row, trees.feature[node]] <= trees.threshold[node]
        node = np.where(goes_left, trees.left[node], trees.right[node])
    total: npt.NDArray[np.float64] = trees.bias + trees.value[node].sum(axis=1)
    return total
