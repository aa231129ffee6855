"""The number of topics: agreement of runs against scikit-learn and values worked by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from analysis.topics import choice


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), min_size=2, max_size=30))
def test_the_rand_index_is_that_of_scikit_learn(pairs):
    a, b = np.array(pairs).T
    assert choice.rand_index(a, b) == pytest.approx(adjusted_rand_score(a, b))


def groups(sizes, *, spread, seed=0):
    """Return unit vectors in as many directions as there are sizes, with noise around each."""
    rng = np.random.default_rng(seed)
    vectors = np.repeat(np.eye(20)[: len(sizes)], sizes, axis=0) + rng.normal(0, spread, (sum(sizes), 20))
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.mark.parametrize("number", [3, 5, 8])
def test_the_number_of_clear_groups_is_found(number):
    best, table = choice.choose_number(groups([25] * number, spread=0.06), list(range(3, 11)), 0)
    assert best == number
    found = table.set_index("topics").loc[number]
    assert found["agreement"] == pytest.approx(1) and found["above_chance"] == pytest.approx(1)
    assert found["stability"] == found["least_stability"] == 1


def test_vectors_without_groups_agree_no_more_than_by_chance():
    rng = np.random.default_rng(5)
    cloud = rng.normal(size=(200, 20))
    _, table = choice.choose_number(cloud / np.linalg.norm(cloud, axis=1, keepdims=True), [3, 4, 6, 9], 0)
    assert table["above_chance"].max() < 0.15


def test_the_largest_number_without_a_doubtful_topic_is_taken_or_at_which_most_recur(monkeypatch):
    agreement = pd.DataFrame({"topics": [3, 4, 5, 6], "agreement": [0.95, 0.92, 0.91, 0.6], "error": 0.01})
    chance = agreement.assign(agreement=0.5)  # above chance: .9, .84, .82, .2
    monkeypatch.setattr(choice, "subsample_runs", lambda vectors, *_, **__: vectors)
    own = groups([3, 3, 3], spread=0.1)
    monkeypatch.setattr(choice, "agreement_of", lambda runs: agreement if runs[3] is own else chance)

    def choose(last):
        """Choose where all topics have a stability of .9 but the last, which has `last[k]` or .7."""
        stability = lambda runs, topic, k: np.array([0.9] * (k - 1) + [last.get(k, 0.7)])  # noqa: E731
        monkeypatch.setattr(choice, "topic_stability", stability)
        return choice.choose_number(own, [3, 4, 5, 6], 0)

    best, table = choose({5: 0.55})
    assert best == 4  # one of 5 topics is doubtful; at 6, runs agree little above chance
    assert table["above_chance"].tolist() == pytest.approx([0.9, 0.84, 0.82, 0.2])
    assert table["least_stability"].tolist() == [0.7, 0.7, 0.55, 0.7]
    assert table["recurring"].tolist() == [3, 4, 4, 6]
    agreement["agreement"] = 0.6  # no number is stable
    assert choose(dict.fromkeys([3, 4, 5, 6], 0.5))[0] == 6  # 5 of 6 recur
    assert choose({3: 0.5})[0] == 6
    # Of 3, 2 recur (.67); of 4, none would be more: the largest share wins where none has four in five.
    monkeypatch.setattr(
        choice, "topic_stability", lambda runs, topic, k: np.where(np.arange(k) < {3: 2}.get(k, 1), 0.9, 0.1)
    )
    assert choice.choose_number(own, [3, 4, 5, 6], 0)[0] == 3


def test_the_error_is_that_of_the_jackknife_by_hand():
    # Runs 1 and 2 agree (1), run 3 is at odds with both (ARI -.5 for ab|cd against ac|bd): mean (1 - .5 - .5) / 3 = 0.
    a, b = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    found = choice.agreement_of({2: [choice.Run(None, clusters) for clusters in (a, a, b)]})
    # Without one: -.5, -.5, 1; variance .5, times (3 - 1): sqrt(1) = 1.
    assert found.values.tolist() == [[2, pytest.approx(0), pytest.approx(1)]]
