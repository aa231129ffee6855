"""bootstrap_shares against hand-worked values, exact distributions and an independent implementation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import binom

from analysis.intervals import bootstrap_shares


def test_articles_with_the_same_mix_leave_nothing_uncertain():
    low, high = bootstrap_shares([[1, 3], [2, 6]])  # every resample: 1/4 and 3/4
    assert low == pytest.approx([0.25, 0.75])
    assert high == pytest.approx([0.25, 0.75])


def test_interval_of_a_plain_proportion_is_the_binomial_one():
    # 40 articles with one quote each, 10 of the first kind: the resampled sum is Binomial(40, 10/40).
    counts = np.repeat([[1, 0], [0, 1]], [10, 30], axis=0)
    low, high = bootstrap_shares(counts, n_resamples=50_000)
    assert low[0] * 40 == pytest.approx(binom.ppf(0.025, 40, 0.25), abs=1)
    assert high[0] * 40 == pytest.approx(binom.ppf(0.975, 40, 0.25), abs=1)


def test_agrees_with_drawing_rows_one_by_one():
    rng = np.random.default_rng(7)
    counts = rng.poisson(2, size=(30, 3))
    draws = [counts[rng.integers(0, 30, 30)].sum(axis=0) for _ in range(20_000)]
    expected = np.quantile([draw / draw.sum() for draw in draws], [0.025, 0.975], axis=0)
    assert np.array(bootstrap_shares(counts, n_resamples=20_000)) == pytest.approx(expected, abs=0.006)


def test_resampling_by_article_is_wider_than_by_quote_when_articles_differ():
    clustered = np.array([[10, 0], [0, 10]] * 5)  # each article quotes one kind only
    loose = np.repeat([[1, 0], [0, 1]], 50, axis=0)  # the same 100 quotes, one an article
    width = [np.subtract(*reversed(bootstrap_shares(counts)))[0] for counts in (clustered, loose)]
    assert width[0] > 2 * width[1]  # by theory sqrt(10), as 10 quotes hang together


@pytest.mark.parametrize("counts", [np.zeros((0, 2)), np.zeros((3, 2))])
def test_an_empty_group_has_no_share(counts):
    low, high = bootstrap_shares(counts)
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, True]


def test_same_seed_same_interval_other_seed_other_interval():
    counts = np.random.default_rng(1).poisson(3, size=(25, 4))
    first, second = bootstrap_shares(counts), bootstrap_shares(counts)
    assert np.array_equal(first, second)
    assert not np.array_equal(first, bootstrap_shares(counts, seed=1))


@settings(max_examples=50, deadline=None)
@given(arrays(int, st.tuples(st.integers(1, 12), st.integers(1, 4)), elements=st.integers(0, 9)))
def test_bounds_lie_in_order_between_0_and_1(counts):
    low, high = bootstrap_shares(counts, n_resamples=60)
    if counts.sum():
        assert (low >= 0).all() and (low <= high).all() and (high <= 1).all()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (dict(counts=[1, 2]), "1 dimension"),
        (dict(counts=[[1, -2]]), "negative or missing"),
        (dict(counts=[[1, np.nan]]), "negative or missing"),
        (dict(counts=[[1, 2]], level=95), "level=95"),
        (dict(counts=[[1, 2]], n_resamples=0), "n_resamples=0"),
    ],
)
def test_refusals_say_what_to_do(arguments, message):
    with pytest.raises(ValueError, match=message):
        bootstrap_shares(**arguments)
