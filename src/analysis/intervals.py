"""Bound shares: the bootstrap over articles and Wilson's score interval."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.special import ndtri

LEVEL = 0.95


def bootstrap_shares(
    counts: ArrayLike, *, n_resamples: int = 1000, level: float = LEVEL, seed: int = 0
) -> tuple[np.ndarray, np.ndarray]:
    """Return the lower and the upper bound of each column's share of all counts.

    Parameters
    ----------
    counts : array of articles × kinds
        How often each kind occurs in each article of one group.
    n_resamples : int
        The number of draws.
    level : float
        The coverage of the interval, between 0 and 1.
    seed : int
        The same seed gives the same interval.

    Returns
    -------
    low, high : ndarray
        One bound per column (0 to 1). All are nan for a group without counts.

    Raises
    ------
    ValueError
        If `counts` is not a table of numbers from 0, or the other arguments are out of range.

    Notes
    -----
    The share of a kind is its column's sum divided by the sum of everything. Whole articles are drawn with
    replacement [2]_, because the quotes of one article are not independent of each other. Drawing n articles out of n
    is the same as drawing multinomial weights, so all resamples together are one matrix product;
    `scipy.stats.bootstrap` would draw them one by one. A resample without a single count has no share and is left
    out. The bounds are the percentiles of the rest [1]_.

    References
    ----------
    .. [1] Efron, B., & Tibshirani, R. (1993). An Introduction to the Bootstrap, chapter 13.
    .. [2] Davison, A. C., & Hinkley, D. V. (1997). Bootstrap Methods and their Application, section 3.8.

    Examples
    --------
    >>> low, high = bootstrap_shares([[1, 1], [1, 1], [2, 2]])
    >>> low.tolist(), high.tolist()
    ([0.5, 0.5], [0.5, 0.5])
    """
    table = _checked(counts, n_resamples, level)
    if not table.sum():
        return np.full(table.shape[1], np.nan), np.full(table.shape[1], np.nan)
    # Articles without a count stay in the draw: how many there are is part of the uncertainty.
    sums = _resampled_sums(table, n_resamples, np.random.default_rng(seed))
    sums = sums[sums.sum(axis=1) > 0]
    shares = sums / sums.sum(axis=1, keepdims=True)
    tail = (1 - level) / 2
    low, high = np.quantile(shares, [tail, 1 - tail], axis=0)
    return low, high


def _resampled_sums(counts: np.ndarray, n_resamples: int, rng: np.random.Generator) -> np.ndarray:
    """Return the column sums of each resample, as an array of resamples × kinds."""
    n_articles = len(counts)
    # 16 million weights at a time (128 MB), so that a corpus of a million articles still fits in a laptop's memory.
    block = max(1, 16_000_000 // n_articles)
    chances = np.full(n_articles, 1 / n_articles)
    sizes = [min(block, n_resamples - start) for start in range(0, n_resamples, block)]
    return np.concatenate([rng.multinomial(n_articles, chances, size=size) @ counts for size in sizes])


def _checked(counts: ArrayLike, n_resamples: int, level: float) -> np.ndarray:
    table = np.asarray(counts, dtype=float)
    if table.ndim != 2:
        raise ValueError(
            f"counts has {table.ndim} dimension(s); give an array of articles × kinds, one row an article."
        )
    if not np.isfinite(table).all() or (table < 0).any():
        raise ValueError(
            "counts holds a negative or missing number; give how often each kind occurs, 0 if it does not."
        )
    if n_resamples < 1:
        raise ValueError(f"n_resamples={n_resamples}; draw at least 1 resample (1000 is usual).")
    if not 0 < level < 1:
        raise ValueError(f"level={level}; give a level between 0 and 1, for example .95.")
    return table


def wilson(n: pd.Series, total: pd.Series, *, level: float = LEVEL) -> tuple[pd.Series, pd.Series]:
    """Return the lower and the upper bound of the shares n / total by Wilson's score interval.

    Parameters
    ----------
    n, total : Series of int
        Counts, and what they are counts of.
    level : float
        The coverage of the interval, between 0 and 1.

    Returns
    -------
    low, high : Series
        Bounds from 0 to 1; null where `total` is 0.

    Notes
    -----
    (p + z²/2t ± z √(p(1-p)/t + z²/4t²)) / (1 + z²/t), with p = n/t and z the normal quantile. The bound is exactly 0
    where n is 0, and exactly 1 where n is t. It is written out here because `scipy.stats.binomtest` takes one share
    at a time; a test compares the two.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA, 22.

    Examples
    --------
    >>> low, high = wilson(pd.Series([0]), pd.Series([10]))
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.0], [0.278])
    """
    z = ndtri((1 + level) / 2)
    total = total.where(total > 0).astype(float)
    share = n / total
    center = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2)) / (1 + z**2 / total)
    # Without this, rounding would leave these two bounds a hair off.
    return (center - half).mask(n == 0, 0 * share), (center + half).mask(n == total, share)
