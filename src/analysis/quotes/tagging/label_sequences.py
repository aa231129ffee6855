"""The best sequence of labels for each line of a text, in which every span begins with its B."""

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.word_pieces import LABELS
from analysis.viterbi import best_paths

# Log-odds a span must bring to begin or to resume: keeps spans from falling apart. Tuned on PolNeAR dev.
BEGIN_COST = 0.25
_BEGINS = np.arange(len(LABELS)) % 2 == 1


def best_labels(
    probabilities: NDArray[np.float64], lines: NDArray[np.int64], *, cost: float = BEGIN_COST
) -> NDArray[np.int64]:
    """Return the label of each word, from the likeliest sequence of its line.

    Parameters
    ----------
    probabilities : array, words × labels
        The probability of each label.
    lines : array, words
        The number of the line that each word stands in. Lines are decoded apart from each other.
    cost : float
        Log-odds that a span must bring to begin.

    Returns
    -------
    array, words
        Indices into `LABELS`.

    Examples
    --------
    >>> p = np.full((3, 7), 0.01)
    >>> p[[0, 1, 2], [0, 6, 6]] = 0.9  # content, but without a beginning
    >>> [LABELS[i] for i in best_labels(p, np.zeros(3, dtype=int))]
    ['O', 'B-content', 'I-content']
    """
    if not len(lines):
        return np.empty(0, dtype=np.int64)
    starts = np.flatnonzero(np.diff(lines, prepend=lines[0] - 1))
    sizes = np.diff(np.append(starts, len(lines)))
    labels, transitions = np.empty(len(lines), dtype=np.int64), _transitions(cost)
    for rows in _groups_of_like_length(sizes):
        longest = sizes[rows].max()
        place = starts[rows][:, None] + np.arange(longest)
        inside = np.arange(longest) < sizes[rows][:, None]
        scores = np.where(inside[..., None], np.log(probabilities[np.where(inside, place, 0)] + 1e-6), 0.0)
        labels[place[inside]] = best_paths(scores, transitions, start=transitions[0])[inside]
    return labels


def _transitions(cost: float) -> NDArray[np.float64]:
    """Return the score from label (row) to label (column): I only after B or I of its role; each B costs `cost`."""
    role = (np.arange(len(LABELS)) + 1) // 2
    inner = (role > 0) & ~_BEGINS
    table = np.where(inner[None, :] & (role[:, None] != role[None, :]), -1e4, 0.0)
    return np.asarray(table - cost * _BEGINS)


def _groups_of_like_length(sizes: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return the numbers of lines, those of like length together, so that one long line does not stretch all."""
    order = np.argsort(sizes, kind="stable")
    group = np.log2(sizes[order]).astype(int) // 2
    return np.split(order, np.flatnonzero(np.diff(group)) + 1)
