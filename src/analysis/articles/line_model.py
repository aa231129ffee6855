"""The model of copied lines: how likely each line is part of the story, and which lines are, taken together.

Boosted trees over the lines' features give the probabilities, Viterbi's algorithm the likeliest sequence. The trees,
learned by training/furniture.py from pages whose lines are labeled, are kept in line_model.npz as plain arrays.
"""

from collections.abc import Sequence

import numpy as np

from analysis.articles.line_features import PROSE, best_run, features
from analysis.shipped import shipped_file
from analysis.trees import load_trees, log_odds
from analysis.viterbi import best_paths

WEIGHTS = shipped_file("articles/line_model.npz")
_SENTENCE = 50  # characters: a line of so many that ends as a sentence is prose
_COST = 40.0  # of a line that is no prose, in characters of prose


def main_run(lines: Sequence[str], kinds: Sequence[str]) -> tuple[int, int]:
    """Return where the longest run of prose starts and ends (exclusive): prose counts its length, others cost 40."""
    ends = [line.rstrip("\"'”’)]")[-1:] in ".!?。" for line in lines]
    prose = [
        not kind and (len(line) >= PROSE or (len(line) >= _SENTENCE and end))
        for line, kind, end in zip(lines, kinds, ends, strict=True)
    ]
    return best_run(np.array([len(line) if yes else -_COST for line, yes in zip(lines, prose, strict=True)]))


def story_probability(lines: Sequence[str], kinds: Sequence[str]) -> np.ndarray:
    """Return for each line the probability, 0 to 1, that it is part of the story's text."""
    if not lines:
        return np.zeros(0)
    odds = np.exp(-log_odds(load_trees(WEIGHTS), features(lines, kinds)))
    return np.asarray(1 / (1 + odds))


def lean(probability: np.ndarray, by: float) -> np.ndarray:
    """Return the probabilities with `by` added to their log-odds.

    >>> lean(np.array([0.5, 0.2]), np.log(4)).round(3).tolist()
    [0.8, 0.5]
    """
    odds = probability * np.exp(by)
    return np.asarray(odds / (odds + 1 - probability))


def smooth(probability: np.ndarray, *, switch: float = 0.1) -> np.ndarray:
    """Return the likeliest sequence of story (True) and furniture (False).

    A line differs from the one before with probability `switch`. Viterbi's algorithm over two states, the line
    probabilities as evidence.

    >>> smooth(np.array([0.9, 0.4, 0.9, 0.1, 0.6, 0.1])).tolist()
    [True, True, True, False, False, False]
    """
    if not len(probability):
        return np.zeros(0, dtype=bool)
    p = np.clip(probability, 1e-4, 1 - 1e-4)
    evidence = np.log(np.column_stack([1 - p, p]))
    step = np.log([[1 - switch, switch], [switch, 1 - switch]])
    return np.asarray(best_paths(evidence[None], step)[0], dtype=bool)
