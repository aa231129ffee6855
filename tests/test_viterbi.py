"""The best sequence of labels: by hand, and against trying every sequence."""

from itertools import pairwise, product

import numpy as np
import pytest

from analysis.viterbi import best_paths


def test_two_labels_by_hand():
    """Label 1 fits the middle step better by 0.85, but each change of label costs 1.39."""
    fits = np.log([[0.9, 0.1], [0.3, 0.7], [0.9, 0.1]])
    stay, change = np.log(0.8), np.log(0.2)
    costly = np.array([[stay, change], [change, stay]])
    assert best_paths(fits[None], costly).tolist() == [[0, 0, 0]]
    assert best_paths(fits[None], np.zeros((2, 2))).tolist() == [[0, 1, 0]]
    assert best_paths(fits[None], costly, start=np.array([-9.0, 0.0])).tolist() == [[1, 1, 0]]


def total(path, scores, transitions, start):
    steps = sum(transitions[a, b] for a, b in pairwise(path))
    return start[path[0]] + steps + sum(scores[step, label] for step, label in enumerate(path))


@pytest.mark.parametrize("seed", range(20))
def test_no_sequence_scores_higher(seed):
    rng = np.random.default_rng(seed)
    scores, transitions, start = rng.normal(size=(3, 5, 4)), rng.normal(size=(4, 4)), rng.normal(size=4)
    for path, own in zip(best_paths(scores, transitions, start=start), scores, strict=True):
        best = max(product(range(4), repeat=5), key=lambda labels: total(labels, own, transitions, start))
        assert tuple(path) == best


def test_one_step_takes_the_best_label():
    assert best_paths(np.array([[[0.0, 2.0, 1.0]], [[3.0, 2.0, 1.0]]]), np.zeros((3, 3))).tolist() == [[1], [0]]
