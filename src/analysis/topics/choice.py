"""Choose how many topics, and measure how stable each is, by clustering subsamples of the articles."""

from itertools import combinations
from typing import NamedTuple

import joblib
import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

FIRST_RUNS = 8  # runs at every number of topics; only numbers within CLOSE of the best agreement get all RUNS
CLOSE = 0.15
RUNS = 24  # with fewer subsamples, another seed chose another number of topics for 6,015 articles
SUBSAMPLE = 0.8
MOST_SAMPLED = (
    2000  # articles of a subsample when numbers are compared: more change the agreement little, and take long
)
STARTS = 10  # k-means starts of a run, the tightest of which is kept
FEW_STARTS = 3  # when numbers are compared


class Run(NamedTuple):
    """The articles that a run was fitted on, and the cluster that it puts every article in."""

    fitted_on: np.ndarray
    clusters: np.ndarray


def choose_number(vectors: np.ndarray, tried: list[int], seed: int) -> tuple[int, pd.DataFrame]:
    """Return the number of topics, and a table of how well runs on subsamples agreed at each number tried."""
    if len(tried) == 1:
        return tried[0], pd.DataFrame()
    first = agreement_of({k: subsample_runs(vectors, k, seed, runs=FIRST_RUNS, thorough=False) for k in tried})
    far = first["agreement"] < first["agreement"].max() - CLOSE
    agreement = agreement_of({k: subsample_runs(vectors, k, seed, thorough=False) for k in first.loc[~far, "topics"]})
    agreement = pd.concat([agreement, first[far]]).sort_values("topics", ignore_index=True)
    best = agreement.loc[agreement["agreement"].idxmax()]
    close = agreement["agreement"] >= best["agreement"] - 2 * best["error"]
    return int(agreement.loc[close, "topics"].min()), agreement


def subsample_runs(vectors: np.ndarray, k: int, seed: int, *, runs: int = RUNS, thorough: bool = True) -> list[Run]:
    """Return the clusterings of `runs` subsamples into `k` clusters, each of which covers every article.

    A subsample has 80% of the articles. Without `thorough` it has at most MOST_SAMPLED, and k-means has fewer starts.
    """
    size = max(k, int(SUBSAMPLE * len(vectors)))
    size, starts = (size, STARTS) if thorough else (min(size, MOST_SAMPLED), FEW_STARTS)
    work = (
        joblib.delayed(_subsample_run)(vectors, KMeans(k, n_init=starts, random_state=seed + run), size, [seed, run])
        for run in range(runs)
    )
    return list(joblib.Parallel(n_jobs=-1, prefer="threads")(work))


def _subsample_run(vectors: np.ndarray, means: KMeans, size: int, seed: list[int]) -> Run:
    chosen = np.sort(np.random.default_rng(seed).permutation(len(vectors))[:size])
    with threadpool_limits(limits=1):  # each thread has a limit of its own
        return Run(chosen, means.fit(vectors[chosen]).predict(vectors))


def agreement_of(runs: dict[int, list[Run]]) -> pd.DataFrame:
    """Return `topics` (the number), the mean `agreement` of two runs, and its standard `error` (jackknife)."""
    rows = []
    for k, found in runs.items():
        n = len(found)
        pairs = np.zeros((n, n))
        for a, b in combinations(range(n), 2):
            pairs[a, b] = pairs[b, a] = rand_index(found[a].clusters, found[b].clusters)
        total = pairs.sum()
        without_one = (total - 2 * pairs.sum(axis=1)) / ((n - 1) * (n - 2))
        rows.append((k, total / (n * (n - 1)), np.sqrt((n - 1) * without_one.var())))
    return pd.DataFrame(rows, columns=["topics", "agreement", "error"])


def rand_index(a: np.ndarray, b: np.ndarray) -> float:
    """Return the adjusted Rand index: scikit-learn's without its checks, which take ten times as long."""
    wide = b.max() + 1
    both = np.bincount(a * np.int64(wide) + b, minlength=(a.max() + 1) * wide).reshape(-1, wide)
    same, in_a, in_b, n = (
        (x * (x - 1) / 2).sum() for x in (both, both.sum(axis=1), both.sum(axis=0), np.array([len(a)]))
    )
    chance, most = in_a * in_b / n, (in_a + in_b) / 2
    return float((same - chance) / (most - chance)) if most != chance else 1.0


def topic_stability(runs: list[Run], topic: np.ndarray, k: int) -> np.ndarray:
    """Return for each topic the mean Jaccard overlap with its best match in each run, on the articles of the run."""
    overlaps = []
    for run in runs:
        both = np.zeros((k, run.clusters.max() + 1))
        np.add.at(both, (topic[run.fitted_on], run.clusters[run.fitted_on]), 1)
        either = both.sum(axis=1, keepdims=True) + both.sum(axis=0, keepdims=True) - both
        overlaps.append((both / np.maximum(either, 1)).max(axis=1))
    return np.asarray(np.mean(overlaps, axis=0))
