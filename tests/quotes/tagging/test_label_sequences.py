"""The best sequence of labels against all sequences there are."""

import numpy as np
import pytest

from analysis.quotes.tagging.label_sequences import best_labels
from analysis.quotes.word_pieces import LABELS


def test_best_labels_are_the_best_allowed_ones():
    """Against trying all 7^4 sequences; the two lines are settled apart."""
    p = np.random.default_rng(3).dirichlet(np.full(7, 0.5), size=8)
    lines = np.repeat([0, 1], 4)

    def score(rows, labels):
        total, before = 0.0, 0
        for row, label in zip(rows, labels, strict=True):
            inner = label > 0 and label % 2 == 0
            if inner and before not in (label, label - 1):
                return -np.inf
            total += np.log(row[label] + 1e-6) - 0.5 * (label % 2)
            before = label
        return total

    every = np.array(np.unravel_index(np.arange(7**4), (7,) * 4)).T
    for rows, found in zip((p[:4], p[4:]), best_labels(p, lines, cost=0.5).reshape(2, 4), strict=True):
        assert score(rows, found) == pytest.approx(max(score(rows, labels) for labels in every))
    assert len(LABELS) == 7
