"""How many topics: as many as runs on subsamples agree on; and how far each topic comes back in them."""

from itertools import combinations

import joblib
import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

FIRST, CLOSE = 8, 0.15  # runs for every number of topics; only those as close to the best are looked at further
RUNS = 24  # subsamples; with fewer, another seed chose another number of topics of 6,015 articles
SUBSAMPLE = 0.8
MOST_SAMPLED = 2000  # articles of a subsample on which numbers of topics are compared: more change the agreement little, and take long
STARTS = 10  # k-means starts of a run, the tightest of which is kept; 3 where numbers of topics are compared


def choose_number(vectors: np.ndarray, tried: list[int], seed: int) -> tuple[int, pd.DataFrame]:
    """The number of topics, and how well runs on subsamples agreed at each one tried."""
    if len(tried) == 1:
        return tried[0], pd.DataFrame()
    first = agreement_of({k: subsample_runs(vectors, k, seed, runs=FIRST, thorough=False) for k in tried})
    far = first["agreement"] < first["agreement"].max() - CLOSE
    agreement = agreement_of({k: subsample_runs(vectors, k, seed, thorough=False) for k in first.loc[~far, "topics"]})
    agreement = pd.concat([agreement, first[far]]).sort_values("topics", ignore_index=True)
    best = agreement.loc[agreement["agreement"].idxmax()]
    return int(
        agreement.loc[agreement["agreement"] >= best["agreement"] - 2 * best["error"], "topics"].min()
    ), agreement


def subsample_runs(
    vectors: np.ndarray, k: int, seed: int, *, runs: int = RUNS, thorough: bool = True
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Of each run: which articles it was fitted on (80 %; where not `thorough`, of fewer and with fewer starts), and the cluster of every article."""
    size = max(k, int(SUBSAMPLE * len(vectors)))
    size, starts = (size, STARTS) if thorough else (min(size, MOST_SAMPLED), 3)
    work = (
        joblib.delayed(_subsample_run)(vectors, KMeans(k, n_init=starts, random_state=seed + run), size, [seed, run])
        for run in range(runs)
    )
    return joblib.Parallel(n_jobs=-1, prefer="threads")(work)


def _subsample_run(vectors: np.ndarray, means: KMeans, size: int, seed: list[int]) -> tuple[np.ndarray, np.ndarray]:
    chosen = np.sort(np.random.default_rng(seed).permutation(len(vectors))[:size])
    with threadpool_limits(limits=1):  # each thread has a limit of its own
        return chosen, means.fit(vectors[chosen]).predict(vectors)


def agreement_of(runs: dict[int, list[tuple[np.ndarray, np.ndarray]]]) -> pd.DataFrame:
    """Of each number of topics the mean agreement of two runs, and its standard error by leaving out one run after another."""
    rows = []
    for k, found in runs.items():
        n = len(found)
        pairs = np.zeros((n, n))
        for a, b in combinations(range(n), 2):
            pairs[a, b] = pairs[b, a] = _rand_index(found[a][1], found[b][1])
        total = pairs.sum()
        without = (total - 2 * pairs.sum(axis=1)) / ((n - 1) * (n - 2))
        rows.append((k, total / (n * (n - 1)), np.sqrt((n - 1) * without.var())))
    return pd.DataFrame(rows, columns=["topics", "agreement", "error"])


def _rand_index(a: np.ndarray, b: np.ndarray) -> float:
    """The adjusted Rand index of two clusterings: scikit-learn's, without its checks, which take ten times as long."""
    wide = b.max() + 1
    both = np.bincount(a * np.int64(wide) + b, minlength=(a.max() + 1) * wide).reshape(-1, wide)
    same, in_a, in_b, n = (
        (x * (x - 1) / 2).sum() for x in (both, both.sum(axis=1), both.sum(axis=0), np.array([len(a)]))
    )
    chance, most = in_a * in_b / n, (in_a + in_b) / 2
    return float((same - chance) / (most - chance)) if most != chance else 1.0


def topic_stability(runs: list[tuple[np.ndarray, np.ndarray]], topic: np.ndarray, k: int) -> np.ndarray:
    """Of each topic, the mean Jaccard overlap with the cluster of each run that overlaps most, on the run's articles."""
    overlaps = []
    for chosen, clusters in runs:
        both = np.zeros((k, clusters.max() + 1))
        np.add.at(both, (topic[chosen], clusters[chosen]), 1)
        either = both.sum(axis=1, keepdims=True) + both.sum(axis=0, keepdims=True) - both
        overlaps.append((both / np.maximum(either, 1)).max(axis=1))
    return np.mean(overlaps, axis=0)
