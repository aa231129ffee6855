"""Boosted trees stored as arrays: by hand, and against scikit-learn."""

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from analysis.articles.line_model import WEIGHTS
from analysis.quotes.speakers.pronouns import MODEL
from analysis.shipped import load_arrays
from analysis.trees import Trees, log_odds, trees_from
from tree_arrays import tree_arrays


def test_two_trees_by_hand():
    """Tree 1: x0 <= 1 gives -2, else 2. Tree 2: x1 <= 0 gives 1; else x0 <= 3 gives 10, else 20."""
    trees = Trees(
        roots=np.array([0, 3]),
        feature=np.array([0, 0, 0, 1, 0, 0, 0, 0]),
        threshold=np.array([1.0, 0, 0, 0.0, 0, 3.0, 0, 0]),
        left=np.array([1, 1, 2, 4, 4, 6, 6, 7]),
        right=np.array([2, 1, 2, 5, 4, 7, 6, 7]),
        value=np.array([0, -2.0, 2.0, 0, 1.0, 0, 10.0, 20.0]),
        bias=np.array(0.5),
        depth=np.array(2),
    )
    rows = np.array([[1.0, 0.0], [1.5, 0.0], [1.0, 1.0], [4.0, 1.0]])
    assert log_odds(trees, rows).tolist() == [0.5 - 2 + 1, 0.5 + 2 + 1, 0.5 - 2 + 10, 0.5 + 2 + 20]
    assert log_odds(trees, rows[:0]).shape == (0,)


@pytest.mark.parametrize("settings", [{"max_iter": 7}, {"max_iter": 40, "max_leaf_nodes": 4, "max_features": 0.5}])
def test_trees_give_what_scikit_learn_gives(settings):
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(300, 5)).round(1)
    model = HistGradientBoostingClassifier(random_state=0, **settings).fit(rows, rows[:, 0] * rows[:, 1] > 0)
    new = rng.normal(size=(500, 5)).round(1)
    for data in (rows, new):
        assert log_odds(tree_arrays(model), data) == pytest.approx(model.decision_function(data), abs=1e-12)


def test_a_row_has_the_same_log_odds_alone_and_among_others():
    trees = trees_from(load_arrays(WEIGHTS))
    rows = np.random.default_rng(1).gamma(1, 3, size=(50, int(trees.feature.max()) + 1))
    assert log_odds(trees, rows).tolist() == [log_odds(trees, row[None])[0] for row in rows]


@pytest.mark.parametrize("file", [WEIGHTS, MODEL], ids=["line_model", "pronouns"])
def test_shipped_trees_end_in_leaves_within_their_depth(file):
    trees = trees_from(load_arrays(file))
    node, numbers = trees.roots, np.arange(len(trees.feature))
    for _ in range(int(trees.depth)):
        node = np.unique(np.concatenate([trees.left[node], trees.right[node]]))
    assert (trees.left[node] == node).all() and (trees.right[node] == node).all()
    inner = trees.left != numbers
    assert (trees.value[inner] == 0).all() and (trees.left[inner] > numbers[inner]).all()
