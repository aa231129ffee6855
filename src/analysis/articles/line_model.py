"""How likely each line of a copied page is story, and which lines are: boosted trees over the lines' features, then the likeliest sequence.

The trees, learnt by training/furniture.py from pages whose lines are labelled, are kept in line_model.npz as plain arrays.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from analysis.articles.line_features import PROSE, best_run, features
from analysis.shipped import load_arrays, shipped_file
from analysis.trees import Trees, log_odds, trees_from
from analysis.viterbi import best_paths

WEIGHTS = shipped_file("articles/line_model.npz")


def main_run(lines: Sequence[str], kinds: Sequence[str]) -> tuple[int, int]:
    """Where the longest run of prose starts and ends (exclusive): prose lines count their length, others cost some."""
    ends = [line.rstrip("\"'”’)]")[-1:] in ".!?。" for line in lines]
    prose = [
        not kind and (len(line) >= PROSE or (len(line) >= 50 and end))
        for line, kind, end in zip(lines, kinds, ends, strict=True)
    ]
    return best_run(np.array([len(line) if yes else -40.0 for line, yes in zip(lines, prose, strict=True)]))


@cache
def _trees() -> Trees:
    return trees_from(load_arrays(WEIGHTS))


def story_probability(lines: Sequence[str], kinds: Sequence[str]) -> np.ndarray:
    """For each line the probability, 0 to 1, that it is part of the story's text."""
    if not lines:
        return np.zeros(0)
    return 1 / (1 + np.exp(-log_odds(_trees(), features(lines, kinds))))


def lean(probability: np.ndarray, by: float) -> np.ndarray:
    """The probabilities with `by` added to their log-odds.

    >>> lean(np.array([0.5, 0.2]), np.log(4)).round(3).tolist()
    [0.8, 0.5]
    """
    odds = probability * np.exp(by)
    return odds / (odds + 1 - probability)


def smooth(probability: np.ndarray, *, switch: float = 0.1) -> np.ndarray:
    """The likeliest sequence of story (True) and furniture when a line differs from the one before with probability `switch`.

    Viterbi's algorithm over two states, the line probabilities as evidence.

    >>> smooth(np.array([0.9, 0.4, 0.9, 0.1, 0.6, 0.1])).tolist()
    [True, True, True, False, False, False]
    """
    if not len(probability):
        return np.zeros(0, dtype=bool)
    p = np.clip(probability, 1e-4, 1 - 1e-4)
    evidence = np.log(np.column_stack([1 - p, p]))
    step = np.log([[1 - switch, switch], [switch, 1 - switch]])
    return best_paths(evidence[None], step)[0].astype(bool)
