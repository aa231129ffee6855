"""Two tests of shares over whole articles: a group against all others, and the largest share against each other."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
import pandas as pd
from scipy import sparse

DEALS = (9_999, 99_999)  # for every claim, and for those of which the first tell little
FEW = 10  # as extreme among the first deals: the claim gets more of them


def permutation_test(
    counts: pd.DataFrame, kinds: Sequence[str], *, key: str, seed: int
) -> dict[tuple[str, str], float]:
    """Return the two-sided p-value of each group and kind, against the other groups together; rows by group.

    It is twice that of the smaller tail. Both tails must not be counted by one distance: a share that is rare has few
    values below it, and these would stand for many above it.
    """
    names, starts = np.unique(counts["group"].to_numpy(dtype="str"), return_index=True)
    n, total = counts[list(kinds)].to_numpy(float), counts[["total"]].to_numpy(float)
    # Of articles that are of a kind or not, the deals need not be made: their number is known.
    known = ((n == 0) | (n == 1)).all(axis=0) & (total == 1).all()
    tails = np.ones((len(starts), len(kinds)))
    tails[:, known] = _hypergeometric(n[:, known], starts)
    if not known.all():
        tails[:, ~known] = _dealt(n[:, ~known], total, starts, np.random.default_rng([seed, crc32(key.encode())]))
    p = np.minimum(2 * tails, 1)
    return {(str(name), kind): float(p[i, j]) for i, name in enumerate(names) for j, kind in enumerate(kinds)}


def _hypergeometric(n: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return the smaller tail's probability of the number of each group's articles that are of a kind."""
    from scipy.stats import hypergeom  # takes long to load, and every notebook loads this module

    sizes = np.diff(np.append(starts, len(n)))[:, None]
    found = np.add.reduceat(n, starts)
    dealt = hypergeom(len(n), n.sum(axis=0), sizes)
    return np.asarray(np.minimum(dealt.cdf(found), dealt.sf(found - 1)))


def _dealt(n: np.ndarray, total: np.ndarray, starts: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the smaller tail's probability of each group's studentized difference, from deals of the articles."""
    ends = np.append(starts[1:], len(n))
    parts = _parts(n, total)
    observed = _studentized(np.add.reduceat(parts, starts), parts.sum(axis=0))
    margin = 1e-9 * np.maximum(np.abs(observed), 1)
    extreme, tails, done = np.zeros((2, *observed.shape)), np.ones(observed.shape), 0
    asked = np.ones(observed.shape, dtype=bool)
    for deals in DEALS:
        groups, kinds = np.flatnonzero(asked.any(axis=1)), np.flatnonzero(asked.any(axis=0))
        if not len(groups):
            break
        own = np.ix_(groups, kinds)
        low, high = (observed - margin)[own], (observed + margin)[own]
        parts = _parts(n[:, kinds], total)
        block = max(1, 5_000_000 // parts.size)
        # Where each article counts as one thing, a third of the columns are like others: each is summed once.
        _, first, column = np.unique(parts, axis=1, return_index=True, return_inverse=True)
        different, column = parts.take(first, axis=1), column.ravel()
        for start in range(done, deals, block):
            places = rng.permuted(np.tile(np.arange(len(n)), (min(block, deals - start), 1)), axis=1)
            sums = _group_sums(different, places, starts[groups], ends[groups])[..., column]
            dealt = _studentized(sums, parts.sum(axis=0))
            for tail, as_extreme in zip(extreme, (dealt >= low, dealt <= high), strict=True):
                tail[own] += as_extreme.sum(axis=0)
        tails[asked] = (1 + extreme.min(axis=0)[asked]) / (1 + deals)
        asked, done = asked & (extreme.min(axis=0) < FEW), deals
    return tails


def _parts(n: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Return what each article adds to the sums of its group that give its shares and their variances."""
    return np.hstack([n, n * n, n * total, total, total * total])


def _group_sums(parts: np.ndarray, places: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return the sums over each group if its articles stood at `places`; a sparse product copies no rows."""
    chosen = np.concatenate([np.arange(start, end) for start, end in zip(starts, ends, strict=True)])
    own = places if len(chosen) == len(parts) else places[:, chosen]
    firsts = np.append(0, (ends - starts).cumsum()[:-1])
    bounds = np.append((np.arange(len(own))[:, None] * len(chosen) + firsts).ravel(), own.size)
    taken = sparse.csr_array((np.ones(own.size), own.ravel(), bounds), shape=(len(bounds) - 1, len(parts)))
    return np.asarray(taken @ parts).reshape(len(own), len(starts), -1)


def _studentized(sums: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return the difference of each group's shares from those of the others, in standard errors."""
    share, variance = _moments(sums)
    rest, rest_variance = _moments(whole - sums)
    return np.asarray((share - rest) / np.sqrt(np.maximum(variance + rest_variance, 1e-12)))


def _moments(sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the shares Σ n / Σ total, and Σ (n - share total)² / (Σ total)²."""
    k = (sums.shape[-1] - 2) // 3
    n, n_n, n_total = sums[..., :k], sums[..., k : 2 * k], sums[..., 2 * k : 3 * k]
    total, total_total = sums[..., -2:-1], sums[..., -1:]
    share = n / np.maximum(total, 1e-12)
    residuals = n_n - 2 * share * n_total + share**2 * total_total
    return share, np.maximum(residuals, 0) / np.maximum(total, 1e-12) ** 2


def largest_test(counts: pd.DataFrame, kind: str) -> float:
    """Return the p-value of the group with the largest share being the largest of all.

    It is that of Games and Howell (1976), the form of Tukey's test for groups of unequal variance: the difference from
    each other group, over √((v₁ + v₂) / 2), is compared with the studentized range of as many groups as there are, and
    the greatest p counts. The variance of a share is m / (m - 1) times Σ (n - share total)² / (Σ total)² for m
    articles; where that is zero, it is that of independent draws, as in `analysis.intervals.share_bounds`.
    """
    from scipy.stats import studentized_range  # takes long to load, and every notebook loads this module

    groups = counts.groupby("group")
    parts = [(rows[kind].to_numpy(float), rows["total"].to_numpy(float)) for _, rows in groups]
    share = np.array([n.sum() / total.sum() for n, total in parts])
    m = np.array([len(n) for n, _ in parts])
    variance = np.array([_article_variance(n, total) for n, total in parts])
    top = int(share.argmax())
    rest = np.arange(len(share)) != top
    both = variance[top] + variance[rest]
    freedom = both**2 / (variance[top] ** 2 / (m[top] - 1) + variance[rest] ** 2 / (m[rest] - 1))
    ranges = (share[top] - share[rest]) / np.sqrt(both / 2)
    return float(max(studentized_range.sf(q, len(share), df) for q, df in zip(ranges, freedom, strict=True)))


def _article_variance(n: np.ndarray, total: np.ndarray) -> float:
    share = n.sum() / total.sum()
    variance = len(n) / (len(n) - 1) * ((n - share * total) ** 2).sum() / total.sum() ** 2
    smoothed = (n.sum() + 0.5) / (total.sum() + 1)
    return float(variance if variance > 1e-18 else smoothed * (1 - smoothed) / total.sum())
