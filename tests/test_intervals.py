"""Bounds of shares and of differences: by hand, against independent formulas, and how often they hold the truth."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from analysis.intervals import difference_bounds, share_bounds, wilson


def test_by_hand():
    # 4 of 8 in all. Without article 1 (1 of 2) 3/6, without 2 (2 of 2) 2/6, without 3 (0 of 2) 4/6, without 4 3/6:
    # V = 3/4 × (0 + 1/36 + 1/36 + 0) = 1/24; p' = 4.5/9 = 1/2; t(3) = 3.1824; half = 3.1824 × √(1/24) / (1/4) = 2.5985
    low, high = share_bounds([[1, 1], [2, 0], [0, 2], [1, 1]])
    assert low.tolist() == pytest.approx([1 / (1 + np.exp(2.5985))] * 2, abs=1e-4)
    assert high.tolist() == pytest.approx([1 / (1 + np.exp(-2.5985))] * 2, abs=1e-4)


def test_one_quote_an_article_is_nearly_the_binomial_interval():
    counts = np.repeat([[1, 0], [0, 1]], [60, 140], axis=0)
    low, high = share_bounds(counts)
    expected = stats.binomtest(60, 200).proportion_ci(method="wilson")
    assert (low[0], high[0]) == pytest.approx((expected.low, expected.high), abs=0.004)


def test_quotes_of_one_article_count_as_what_they_are_one_article():
    clustered = np.array([[10, 0], [0, 10]] * 5)  # each article quotes one kind only
    loose = np.repeat([[1, 0], [0, 1]], 50, axis=0)  # the same 100 quotes, one an article
    width = [np.subtract(*reversed(share_bounds(counts)))[0] for counts in (clustered, loose)]
    assert width[0] > 2.5 * width[1]  # by theory √10 = 3.2, since ten quotes hang together, less by the log-odds scale


def test_a_kind_that_nobody_has_still_has_an_upper_bound():
    low, high = share_bounds([[5, 0]] * 6)
    # p' = .5/31; half = t(5) × 1/√(30 p'(1-p')) = 2.5706 × 1.4492
    assert high[1] == pytest.approx(1 / (1 + np.exp(-(np.log(0.5 / 30.5) + 2.5706 * 1.4492))), abs=1e-3)
    assert low[1] == 0 and high[0] == 1 and low[0] == pytest.approx(1 - high[1])


def test_one_article_tells_nothing_and_none_has_no_share():
    assert [bound.tolist() for bound in share_bounds([[3, 1], [0, 0]])] == [[0, 0], [1, 1]]
    for counts in (np.zeros((0, 2)), np.zeros((3, 2))):
        assert np.isnan(share_bounds(counts)).all()


@pytest.mark.parametrize("n_articles", [5, 12, 40])
def test_the_interval_holds_the_truth_as_often_as_it_says(n_articles):
    rng = np.random.default_rng(n_articles)
    chance = rng.beta(1, 3, 4000)  # articles differ much: most quote few unnamed people, some nobody else
    counts = rng.poisson(8, 4000)
    population = np.column_stack([hits := rng.binomial(counts, chance), counts - hits])
    truth = population[:, 0].sum() / population.sum()
    held = 0
    for _ in range(400):
        low, high = share_bounds(population[rng.integers(0, 4000, n_articles)])
        held += low[0] <= truth <= high[0]
    assert held >= 368  # .92 of 400


@settings(max_examples=80, deadline=None)
@given(arrays(int, st.tuples(st.integers(1, 12), st.integers(2, 4)), elements=st.integers(0, 9)))
def test_bounds_lie_in_order_between_0_and_1_around_the_share(counts):
    low, high = share_bounds(counts)
    if counts.sum():
        share = counts.sum(axis=0) / counts.sum()
        assert (low >= 0).all() and (low <= share).all() and (share <= high).all() and (high <= 1).all()


def test_what_is_no_table_of_counts_is_refused():
    for counts, words in (([1, 2], "1 dimension"), ([[1, -1]], "negative"), ([[1, np.nan]], "missing")):
        with pytest.raises(ValueError, match=words):
            share_bounds(counts)
    with pytest.raises(ValueError, match="level=2"):
        share_bounds([[1, 1]], level=2)


def test_a_difference_by_hand_is_newcombes():
    # Newcombe 1998, table II (b): 9 of 10 against 3 of 10 with Wilson bounds gives .1705 to .8090
    bounds = [
        tuple(map(float, (low[0], high[0]))) for low, high in (wilson(pd.Series([n]), pd.Series([10])) for n in (9, 3))
    ]
    low, high = difference_bounds(0.9, bounds[0], 0.3, bounds[1])
    assert (float(low), float(high)) == pytest.approx((0.1705, 0.8090), abs=1e-4)


def test_wilson_is_scipys():
    for n, total in ((0, 10), (3, 10), (10, 10)):
        expected = stats.binomtest(n, total).proportion_ci(method="wilson")
        low, high = wilson(pd.Series([n]), pd.Series([total]))
        assert (low[0], high[0]) == pytest.approx((expected.low, expected.high), abs=1e-12)
