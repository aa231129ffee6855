"""The best sequence of labels for each line of a text, in which every span begins with its B (Viterbi)."""

import numpy as np

from analysis.quotes.word_pieces import LABELS

# Log-odds a span must bring to begin or to resume: keeps spans from falling apart. Tuned on PolNeAR dev.
BEGIN_COST = 0.25
_BEGINS = np.arange(len(LABELS)) % 2 == 1


def _transitions(cost: float) -> np.ndarray:
    """Score from label (row) to label (column): I only after B or I of its role; each B costs `cost`."""
    role = (np.arange(len(LABELS)) + 1) // 2
    inner = (role > 0) & ~_BEGINS
    table = np.where(inner[None, :] & (role[:, None] != role[None, :]), -1e4, 0.0)
    return table - cost * _BEGINS


def best_labels(probabilities: np.ndarray, lines: np.ndarray, *, cost: float = BEGIN_COST) -> np.ndarray:
    """The label of each word; `lines` is the number of the line each word stands in. All lines are worked out side by side.

    >>> p = np.full((3, 7), 0.01)
    >>> p[[0, 1, 2], [0, 6, 6]] = 0.9  # content, but without a beginning
    >>> [LABELS[i] for i in best_labels(p, np.zeros(3, dtype=int))]
    ['O', 'B-content', 'I-content']
    """
    if not len(lines):
        return np.empty(0, dtype=np.int64)
    starts = np.flatnonzero(np.diff(lines, prepend=lines[0] - 1))
    sizes = np.diff(np.append(starts, len(lines)))
    labels = np.empty(len(lines), dtype=np.int64)
    for rows in _alike(sizes):
        longest = sizes[rows].max()
        place = starts[rows][:, None] + np.arange(longest)
        inside = np.arange(longest) < sizes[rows][:, None]
        scores = np.where(inside[..., None], np.log(probabilities[np.where(inside, place, 0)] + 1e-6), 0.0)
        labels[place[inside]] = _viterbi(scores, cost)[inside]
    return labels


def _alike(sizes: np.ndarray) -> list[np.ndarray]:
    """Indices of lines, those of like length together, so that one long line does not stretch all."""
    order = np.argsort(sizes, kind="stable")
    group = np.log2(sizes[order]).astype(int) // 2
    return np.split(order, np.flatnonzero(np.diff(group)) + 1)


def _viterbi(scores: np.ndarray, cost: float) -> np.ndarray:
    """The best path through `scores` (lines × words × labels). Words past a line's end have score 0 for all labels."""
    table = _transitions(cost)
    n_lines, n_words, n_labels = scores.shape
    back = np.zeros((n_words, n_lines, n_labels), dtype=np.int8)
    total = scores[:, 0] + table[0]
    for w in range(1, n_words):
        ways = total[:, :, None] + table
        back[w] = ways.argmax(axis=1)
        total = np.take_along_axis(ways, back[w][:, None].astype(np.int64), axis=1)[:, 0] + scores[:, w]
    path = np.empty((n_lines, n_words), dtype=np.int64)
    path[:, -1] = total.argmax(axis=1)
    for w in range(n_words - 1, 0, -1):
        path[:, w - 1] = back[w][np.arange(n_lines), path[:, w]]
    return path
