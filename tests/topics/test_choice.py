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


def test_the_fewest_topics_within_two_errors_of_the_best_are_chosen(monkeypatch):
    agreement = pd.DataFrame({"topics": [3, 4, 5], "agreement": [0.7, 0.81, 0.85], "error": [0.01, 0.02, 0.02]})
    monkeypatch.setattr(choice, "subsample_runs", lambda *_, **__: [])
    monkeypatch.setattr(choice, "agreement_of", lambda runs: agreement[agreement["topics"].isin(list(runs))])
    assert choice.choose_number(np.eye(9), [3, 4, 5], 0)[0] == 4  # .81 is not below .85 - 2 × .02


def test_the_error_is_that_of_the_jackknife_by_hand():
    # Runs 1 and 2 agree (1), run 3 is at odds with both (ARI -.5 for ab|cd against ac|bd): mean (1 - .5 - .5) / 3 = 0.
    a, b = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    found = choice.agreement_of({2: [choice.Run(None, clusters) for clusters in (a, a, b)]})
    # Without one: -.5, -.5, 1; variance .5, times (3 - 1): sqrt(1) = 1.
    assert found.values.tolist() == [[2, pytest.approx(0), pytest.approx(1)]]
