"""Choose how many topics, and measure how stable each is, by clustering subsamples of the articles."""

from itertools import combinations
from typing import NamedTuple

import joblib
import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

FIRST_RUNS = 8  # runs at every number of topics; only numbers that are nearly stable get all RUNS
CHANCE_RUNS = 3  # on each of CLOUDS draws of articles without groups
CLOUDS = 3  # at 3 topics, the agreement of one draw was .50, of another .83
NEARLY = 0.1  # below the limits
RUNS = 24  # with fewer subsamples, another seed chose another number of topics for 6,015 articles
SUBSAMPLE = 0.8
MOST_SAMPLED = (
    2000  # articles of a subsample when numbers are compared: more change the agreement little, and take long
)
STARTS = 10  # k-means starts of a run, the tightest of which is kept
FEW_STARTS = 3  # when numbers are compared
DOUBTFUL = 0.6  # Hennig (2007): a cluster below .6 should not be trusted
STABLE = 0.78  # on average over articles; he calls clusters from .75 on stable, but BBC stories then had 8 or 10 topics
# The next two were chosen on 32 mixtures of known groups (benchmarks/topics.py choice): .65 and .75 do as well there,
# but find 10 topics in BBC stories, where editors have 5.
LEAST_ABOVE_CHANCE = 0.8  # of the way from what chance gives to runs that agree in everything
MOSTLY = 0.8  # share of topics that must recur where there is no number at which all do


class Run(NamedTuple):
    """The articles that a run was fitted on, and the cluster that it puts every article in."""

    fitted_on: np.ndarray
    clusters: np.ndarray


def choose_number(vectors: np.ndarray, tried: list[int], seed: int) -> tuple[int, pd.DataFrame]:
    """Return how many topics to show, and a table of how stable each number tried is.

    That is the largest number at which all topics recur and runs agree well above what chance gives. If there is none,
    it is the largest at which most topics recur; the others are doubtful.
    """
    if len(tried) == 1:
        return tried[0], pd.DataFrame()
    by_chance = pd.concat([_by_chance(vectors, tried, [seed, cloud]) for cloud in range(CLOUDS)], axis=1).mean(axis=1)
    runs = {k: subsample_runs(vectors, k, seed, runs=FIRST_RUNS, thorough=False) for k in tried}
    table = _stability_of(runs, vectors, by_chance, seed)
    nearly = (table["least_stability"] >= DOUBTFUL - NEARLY) & (table["above_chance"] >= LEAST_ABOVE_CHANCE - NEARLY)
    runs |= {k: subsample_runs(vectors, k, seed, thorough=False) for k in table.loc[nearly, "topics"]}
    table = _stability_of(runs, vectors, by_chance, seed)
    return largest(table), table


def largest(table: pd.DataFrame) -> int:
    """Return the largest number that is stable; else at which most topics recur; else where the highest share does."""
    share = table["recurring"] / table["topics"]
    stable = (share == 1) & (table["stability"] >= STABLE) & (table["above_chance"] >= LEAST_ABOVE_CHANCE)
    best = stable if stable.any() else share >= min(MOSTLY, share.max())
    return int(table.loc[best, "topics"].max())


def _stability_of(runs: dict[int, list[Run]], vectors: np.ndarray, by_chance: pd.Series, seed: int) -> pd.DataFrame:
    """Return the table of agreement, what is above chance in it (1 at most), and how stable topics are."""
    agreement = agreement_of(runs)
    above = (agreement["agreement"] - by_chance) / (1 - by_chance).clip(lower=1e-9)
    topics = [_topics_stability(vectors, own, k, seed) for k, own in runs.items()]
    return agreement.assign(
        by_chance=by_chance,
        above_chance=above,
        stability=[float(np.average(stability, weights=n)) for stability, n in topics],
        least_stability=[float(stability.min()) for stability, _ in topics],
        recurring=[int((stability >= DOUBTFUL).sum()) for stability, _ in topics],
    )


def _topics_stability(vectors: np.ndarray, runs: list[Run], k: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the stability of each topic of all articles, and its number of articles."""
    topic = KMeans(k, n_init=STARTS, random_state=seed).fit_predict(vectors)  # as `fit_topics` does in the end
    return topic_stability(runs, topic, k), np.bincount(topic, minlength=k)


def _by_chance(vectors: np.ndarray, tried: list[int], seed: list[int]) -> pd.Series:
    """Return the agreement of runs on one draw of random vectors at each number of topics."""
    groupless = _without_groups(vectors, seed)
    runs = {k: subsample_runs(groupless, k, seed[0], runs=CHANCE_RUNS, thorough=False) for k in tried}
    return agreement_of(runs)["agreement"]


def _without_groups(vectors: np.ndarray, seed: list[int]) -> np.ndarray:
    """Return as many random vectors with the same mean and covariance, which form one cloud without groups."""
    normal = np.random.default_rng(seed).multivariate_normal(
        vectors.mean(axis=0), np.cov(vectors.T), size=len(vectors), method="eigh"
    )
    return np.asarray(normalize(normal))


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
