"""Fit topics: count words, make vectors, choose the number of topics, cluster, and name the clusters."""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import sparse
from sklearn.cluster import KMeans
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from analysis.enough import NotEnoughArticles
from analysis.tables import conform
from analysis.topics.articles import (
    ArticlesOrCounts,
    article_ids,
    counted_articles,
    counted_together,
    in_blocks,
    in_sample,
    texts_by_id,
)
from analysis.topics.choice import DOUBTFUL, agreement_of, choose_number, subsample_runs, topic_stability
from analysis.topics.labels import N_TERMS, spelled_terms, topic_labels, topic_terms
from analysis.topics.result import Topics
from analysis.topics.vectors import Space, article_vectors, place_in, telling_terms
from analysis.words.counts import TermCounts

AUTO = (*range(3, 21), 22, 25, 28, 32, 36, 40)  # the numbers of topics that "auto" tries
ARTICLES_A_TOPIC = (
    8  # "auto" tries no number that leaves fewer articles to each: readers do not see three articles as a topic
)
_SHARPNESS = 4  # power of the cosine in a share: an article of one topic has about .8 of it, one between two .4 and .4
_N_TYPICAL = 10


def fit_topics(articles: pd.DataFrame | TermCounts, *, topics: int | str = "auto", seed: int = 0) -> Topics:
    """Find the topics of articles: TF-IDF, SVD to 50 dimensions, unit length, k-means.

    Parameters
    ----------
    articles : DataFrame or TermCounts
        A frame with `article_id` and `text`, and `headline`, which counts as text if present. Or the counts of
        `count_terms`; labels are then in lower case, because there is no text to see the case in.
    topics : int or "auto"
        The number of topics, from 2. "auto" chooses the most topics that recur when some articles are left out.
    seed : int
        The seed of all random draws.

    Returns
    -------
    Topics
        Terms, shares, stability, typical articles and agreement. The same articles and `seed` give the same result,
        in any order and on any number of threads.

    Raises
    ------
    ValueError
        For no articles, an article given twice, fewer than 3 articles per topic, a number below 2, and articles whose
        words do not differ.

    Notes
    -----
    "auto" tries numbers from 3 to 40, at most an eighth of the articles. At each, runs on subsamples (80%, at most
    2,000 articles) are compared in pairs by the adjusted Rand index [1]_ [2]_. Fewer topics agree more by chance, so
    the agreement A is set against A0, that of as many random vectors with the same mean and covariance, which have no
    groups [3]_: (A - A0) / (1 - A0).
    It takes the largest number at which this is at least .8, no topic is doubtful, and the mean stability over
    articles is at least .78 [4]_; if there is none, the largest at which at least four in five topics are not
    doubtful. Where even that is not reached, it takes the number with the largest share of topics that are not.

    A topic's terms are those whose share of its articles most exceeds the share of all others; `weight` is the z of
    the two proportions. The label is the first three terms, written as the articles mostly write them; names of
    people, days and months come last. An article's share of a topic is in proportion to the fourth power of its
    cosine to the topic's center, at least 0. Of more than 20,000 articles, a random sample of so many (by `seed`) gives
    the topics, their terms, stability and typical articles; the others get their shares, and are counted in `n`, by
    the words and centers of the sample. `stability` is the mean Jaccard overlap of a topic with its best match
    on the subsamples [4]_; below .6 the topic is `doubtful`.

    References
    ----------
    .. [1] Hubert, L., & Arabie, P. (1985). Comparing partitions. Journal of Classification, 2.
    .. [2] Ben-Hur, A., Elisseeff, A., & Guyon, I. (2002). A stability based method for discovering structure in
           clustered data. Pacific Symposium on Biocomputing.
    .. [3] Liu, Y., Hayes, D., Nobel, A., & Marron, J. (2008). Statistical significance of clustering for
           high-dimension, low-sample size data. Journal of the American Statistical Association, 103.
    .. [4] Hennig, C. (2007). Cluster-wise assessment of cluster stability. Computational Statistics & Data Analysis,
           52.

    Examples
    --------
    >>> about_tax = ["tax audit", "tax refund", "audit refund", "tax audit refund"]
    >>> about_rain = ["rain flood", "rain levee", "flood levee", "rain flood levee"]
    >>> articles = pd.DataFrame({"article_id": list("abcdefgh"), "text": about_tax + about_rain})
    >>> fit_topics(articles, topics=2).stability["n"].tolist()
    [4, 4]
    """
    ids = article_ids(articles)
    chosen = in_sample(ids, seed)
    sample, others = (in_blocks(articles, np.flatnonzero(rows)) for rows in (chosen, ~chosen))
    texts_of = partial(texts_by_id, articles)
    return fit_sample(sample, others, ids, texts_of, topics=topics, seed=seed)


def fit_sample(
    sample: Iterable[ArticlesOrCounts],
    others: Iterable[ArticlesOrCounts],
    ids: np.ndarray,
    texts_of: Callable[[pd.Series], dict[str, str]],
    *,
    topics: int | str,
    seed: int,
) -> Topics:
    """Return the topics of a sample of articles, and the shares that they have of all articles.

    `sample` and `others`, the articles outside the sample, come some at a time; `ids` are those of all, in the order of
    the shares. `texts_of` gives headline and text of some articles of the sample by their ids.
    """
    own, counts, vocabulary = counted_together(sample)
    if not len(vocabulary):
        raise ValueError(
            f"none of the {len(own)} articles has a word in its text, common ones aside; see the rejects and notes of "
            "ingest"
        )
    with threadpool_limits(limits=1):  # sums in another order differ in the last bit; one thread keeps one order
        matrix, vocabulary = telling_terms(counts, vocabulary)
        del counts  # with `matrix` the largest that is in memory
        pa.default_memory_pool().release_unused()
        vectors, present, space = article_vectors(matrix, vocabulary, seed)
        del matrix
        pa.default_memory_pool().release_unused()
        best, agreement = choose_number(vectors, candidates(topics, vectors), seed)
        runs = subsample_runs(vectors, best, seed)
        agreement = agreement_of({best: runs}) if agreement.empty else agreement
        cosines, centers = _cosines(vectors, KMeans(best, n_init=10, random_state=seed).fit_predict(vectors))
    topic, numbers = cosines.argmax(axis=1), range(1, cosines.shape[1] + 1)
    typical = _typical(cosines, topic, own)
    terms = topic_terms(present, space.terms, topic)
    texts = texts_of(typical["article_id"])
    labels = dict(zip(numbers, topic_labels(terms, typical, texts), strict=True))
    terms = spelled_terms(terms[terms["rank"] <= N_TERMS], typical, texts)
    stable = topic_stability(runs, topic, len(numbers))
    del vectors, present, runs
    found = pd.DataFrame(cosines, index=own)
    cosines = pd.concat([found, *(_placed(block, space, centers) for block in others)]).loc[ids].to_numpy()
    n = np.bincount(cosines.argmax(axis=1), minlength=len(numbers))
    stability = pd.DataFrame({"topic": numbers, "label": labels.values(), "n": n, "stability": stable})
    return Topics(
        terms=conform(terms.assign(label=terms["topic"].map(labels)), "topics"),
        shares=_shares(cosines, ids),
        stability=stability.assign(doubtful=stability["stability"] < DOUBTFUL),
        typical=typical,
        agreement=agreement,
    )


def _placed(articles: ArticlesOrCounts, space: Space, centers: np.ndarray) -> pd.DataFrame:
    """Return the cosines of articles outside the sample to the topics' centers, by the ids of the articles."""
    ids, counts, terms = counted_articles(articles)
    pa.default_memory_pool().release_unused()  # what counting took
    with threadpool_limits(limits=1):
        return pd.DataFrame(place_in(space, counts, terms) @ centers.T, index=ids)


def candidates(topics: int | str, vectors: np.ndarray) -> list[int]:
    """Return the numbers of topics to try."""
    distinct = len(np.unique(vectors.round(6), axis=0))
    if topics == "auto":
        if distinct < 5 * AUTO[0]:
            raise NotEnoughArticles(
                f"to find how many topics there are takes at least {5 * AUTO[0]} different articles; there are "
                f"{distinct}. Add articles, or say how many topics to find"
            )
        return [k for k in AUTO if k <= max(distinct // ARTICLES_A_TOPIC, AUTO[0])]
    if isinstance(topics, bool | str) or not isinstance(topics, int | np.integer) or topics < 2:
        raise ValueError(f"topics={topics!r}; give a whole number from 2, or 'auto'")
    if topics > distinct // 3:
        raise ValueError(
            f"{topics} topics need at least {3 * topics} different articles; there are {distinct} "
            f"among {len(vectors)}. Give fewer topics"
        )
    return [int(topics)]


def _cosines(vectors: np.ndarray, clusters: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the cosine of each article to each topic's center, and centers; by falling number of nearest articles."""
    members = sparse.csr_matrix((np.ones(len(clusters)), (clusters, np.arange(len(clusters)))))
    centers = normalize(members @ vectors)
    cosines = np.asarray(vectors @ centers.T)
    kept = np.arange(len(centers))
    while True:  # articles that are as near to several topics go to the first, and so change which one is larger
        nearest = np.bincount(cosines[:, kept].argmax(axis=1), minlength=len(kept))
        order = np.argsort(-nearest, kind="stable")
        order = order[nearest[order] > 0]
        if np.array_equal(order, np.arange(len(kept))):
            return cosines[:, kept], centers[kept]
        kept = kept[order]


def _shares(cosines: np.ndarray, ids: np.ndarray) -> pd.DataFrame:
    """Return the table `topic_shares`."""
    weights = np.maximum(cosines, 0) ** _SHARPNESS
    weights[weights.sum(axis=1) == 0] = 1  # an article that shares no word with others belongs to all topics alike
    shares = weights / weights.sum(axis=1, keepdims=True)
    n, k = shares.shape
    frame = pd.DataFrame(
        {"article_id": np.repeat(ids, k), "topic": np.tile(np.arange(1, k + 1), n), "share": shares.ravel()}
    )
    return conform(frame, "topic_shares")


def _typical(cosines: np.ndarray, topic: np.ndarray, ids: np.ndarray) -> pd.DataFrame:
    """Return the articles of each topic that are nearest to its center."""
    frame = pd.DataFrame({"topic": topic + 1, "article_id": ids, "similarity": cosines.max(axis=1)})
    frame = frame.sort_values(["topic", "similarity"], ascending=[True, False], kind="stable")
    frame = frame.groupby("topic").head(_N_TYPICAL)
    ranked = frame.assign(rank=frame.groupby("topic").cumcount() + 1)
    return ranked[["topic", "rank", "article_id", "similarity"]].reset_index(drop=True)
