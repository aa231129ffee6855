"""Bootstrap intervals of shares, resampled by article (knows nothing of news)."""

import numpy as np


def bootstrap_shares(counts, *, n_resamples=1000, level=0.95, seed=0):
    """Lower and upper bound of each column's share of all counts: two arrays, one value (0 to 1) a column.

    `counts` is an array of articles × kinds for one group: how often each kind occurs in each article. The statistic is
    the share of a kind, its column's sum over the sum of everything. Whole articles are drawn with replacement,
    because quotes from one article are not independent of each other; a draw of n articles out of n is a multinomial
    vector of weights, so that all resamples together are one matrix product. The interval is the percentile interval.

    A resample without a single count has no share and is left out. A group without counts gives nan for every kind.
    The same `seed` gives the same interval. Raises ValueError if `counts` is not a table of numbers >= 0.

    Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), ch. 13 (percentile interval); Davison &
    Hinkley, Bootstrap Methods and their Application (1997), section 3.8 (resampling whole clusters).

    >>> low, high = bootstrap_shares([[1, 1], [1, 1], [2, 2]])
    >>> low.tolist(), high.tolist()
    ([0.5, 0.5], [0.5, 0.5])
    """
    counts = _checked(counts, n_resamples, level)
    if not counts.sum():
        return np.full(counts.shape[1], np.nan), np.full(counts.shape[1], np.nan)
    # Articles without a count stay in the draw: how many of them there are belongs to what is uncertain.
    sums = _resampled_sums(counts, n_resamples, np.random.default_rng(seed))
    sums = sums[sums.sum(axis=1) > 0]
    shares = sums / sums.sum(axis=1, keepdims=True)
    tail = (1 - level) / 2
    low, high = np.quantile(shares, [tail, 1 - tail], axis=0)
    return low, high


def _resampled_sums(counts, n_resamples, rng):
    """Column sums of each resample, as an array of resamples × kinds."""
    n_articles = len(counts)
    # 16 million weights at a time (128 MB), so that a corpus of a million articles still fits in a laptop's memory.
    block = max(1, 16_000_000 // n_articles)
    chances = np.full(n_articles, 1 / n_articles)
    sizes = [min(block, n_resamples - start) for start in range(0, n_resamples, block)]
    return np.concatenate([rng.multinomial(n_articles, chances, size=size) @ counts for size in sizes])


def _checked(counts, n_resamples, level):
    counts = np.asarray(counts, dtype=float)
    if counts.ndim != 2:
        raise ValueError(
            f"counts has {counts.ndim} dimension(s); give an array of articles × kinds, one row an article."
        )
    if not np.isfinite(counts).all() or (counts < 0).any():
        raise ValueError(
            "counts holds a negative or missing number; give how often each kind occurs, 0 if it does not."
        )
    if n_resamples < 1:
        raise ValueError(f"n_resamples={n_resamples}; draw at least 1 resample (1000 is usual).")
    if not 0 < level < 1:
        raise ValueError(f"level={level}; give a level between 0 and 1, for example .95.")
    return counts
