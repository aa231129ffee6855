"""Two tests of shares over whole articles: a group against all others, and the largest share against each other."""

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
import pandas as pd
from scipy import sparse

DEALS = (9_999, 99_999)  # for every claim, and for those of which the first tell little
FEW = 10  # as extreme among the first deals: the claim gets more of them
AT_A_TIME = 500_000  # numbers of articles in random order


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
    sizes = np.diff(np.append(starts, len(n)))
    # Of a group with most of the articles, the others are dealt. Of two halves, each has what the other has not.
    turned = 2 * sizes + (starts > 0) > len(n)
    sizes = np.where(turned, len(n) - sizes, sizes)
    parts = _parts(n, total)
    observed = _studentized(np.add.reduceat(parts, starts), parts.sum(axis=0)) * np.where(turned, -1, 1)[:, None]
    margin = 1e-9 * np.maximum(np.abs(observed), 1)
    extreme, tails, done = np.zeros((2, *observed.shape)), np.ones(observed.shape), 0
    asked = np.ones(observed.shape, dtype=bool)
    for deals in DEALS:
        groups, kinds = np.flatnonzero(asked.any(axis=1)), np.flatnonzero(asked.any(axis=0))
        if not len(groups):
            break
        for size, dealt in _deals(_parts(n[:, kinds], total), np.unique(sizes[groups]), deals - done, rng):
            own = np.ix_(groups[sizes[groups] == size], kinds)
            low, high = (observed - margin)[own], (observed + margin)[own]
            extreme[0][own] += [(dealt >= least).sum(axis=0) for least in low]
            extreme[1][own] += [(dealt <= most).sum(axis=0) for most in high]
        tails[asked] = (1 + extreme.min(axis=0)[asked]) / (1 + deals)
        asked, done = asked & (extreme.min(axis=0) < FEW), deals
    return tails


def _deals(
    parts: np.ndarray, sizes: np.ndarray, deals: int, rng: np.random.Generator
) -> Iterator[tuple[int, np.ndarray]]:
    """Yield each size of a group with studentized differences of groups dealt at random, so many of each size in all.

    Articles in random order make as many groups of a size as there is room for, each as likely as any other. Running
    sums over the order give those of groups of all sizes, so small groups, and many, take few orders.
    """
    whole = parts.sum(axis=0)
    # Where each article counts as one thing, a third of the columns are like others: each is summed once.
    column, distinct = pd.factorize(np.array([part.tobytes() for part in parts.T], dtype=object))
    different = np.stack([np.frombuffer(part) for part in distinct], axis=1)
    left = dict.fromkeys(sizes.tolist(), deals)
    while left:
        most = max(-(-n // (len(parts) // size)) for size, n in left.items())
        block = min(most, max(1, AT_A_TIME // different.size))
        orders = rng.permuted(np.tile(np.arange(len(parts), dtype=np.int32), (block, 1)), axis=1)
        bounds = np.unique(np.concatenate([np.arange(0, len(parts) + 1, size) for size in left]))
        sums = np.zeros((block, len(bounds), len(distinct)))
        np.cumsum(_sums_between(bounds, different, orders), axis=1, out=sums[:, 1:])
        for size, n in list(left.items()):
            groups = np.diff(sums[:, bounds % size == 0], axis=1).reshape(-1, len(distinct))[:n]
            yield size, _studentized(groups[:, column], whole)
            left[size] -= len(groups)
        left = {size: n for size, n in left.items() if n}


def _parts(n: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Return what each article adds to the sums of its group that give its shares and their variances."""
    return np.hstack([n, n * n, n * total, total, total * total])


def _sums_between(bounds: np.ndarray, parts: np.ndarray, orders: np.ndarray) -> np.ndarray:
    """Return the sums of the articles between two bounds of each order; a sparse product copies no rows."""
    chosen = orders[:, : bounds[-1]]
    ends = np.append((np.arange(len(chosen))[:, None] * bounds[-1] + bounds[:-1]).ravel(), chosen.size)
    taken = sparse.csr_array((np.ones(chosen.size), chosen.ravel(), ends), shape=(len(ends) - 1, len(parts)))
    return np.asarray(taken @ parts).reshape(len(chosen), len(bounds) - 1, -1)


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
