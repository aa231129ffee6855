"""Fit topics: count words, make vectors, choose the number of topics, cluster, and name the clusters."""

from dataclasses import replace
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.cluster import KMeans
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from analysis.enough import NotEnoughArticles
from analysis.tables import conform, need
from analysis.topics.choice import DOUBTFUL, agreement_of, choose_number, subsample_runs, topic_stability
from analysis.topics.labels import N_TERMS, topic_labels, topic_terms
from analysis.topics.result import Topics
from analysis.topics.vectors import Space, article_vectors, place_in
from analysis.words.counts import TermCounts
from analysis.words.token_ids import count_texts

AUTO = (*range(3, 21), 22, 25, 28, 32, 36, 40)  # the numbers of topics that "auto" tries
ARTICLES_A_TOPIC = (
    8  # "auto" tries no number that leaves fewer articles to each: readers do not see three articles as a topic
)
MOST_FITTED = 20_000  # of more articles, topics are those of a sample: time grows with the number, topics hardly change
_PLACED = 2000  # other articles that get their shares at a time
_SHARPNESS = 4  # power of the cosine in a share: an article of one topic has about .8 of it, one between two .4 and .4
_N_TYPICAL = 10


ArticlesOrCounts: TypeAlias = pd.DataFrame | TermCounts


class CountedArticles(NamedTuple):
    """The ids of articles, a matrix of articles × terms, and the terms."""

    ids: np.ndarray
    counts: sparse.csr_matrix
    terms: np.ndarray


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
    chosen = _sampled(articles, seed)
    ids, counts, vocabulary = counted_articles(_rows(articles, np.flatnonzero(chosen)))
    by_id = np.argsort(ids, kind="stable")  # so that the order of the articles does not matter
    with threadpool_limits(limits=1):  # sums in another order differ in the last bit; one thread keeps one order
        vectors, present, space = article_vectors(counts[by_id], vocabulary, seed)
        best, agreement = choose_number(vectors, candidates(topics, vectors), seed)
        runs = subsample_runs(vectors, best, seed)
        agreement = agreement_of({best: runs}) if agreement.empty else agreement
        cosines, centers = _cosines(vectors, KMeans(best, n_init=10, random_state=seed).fit_predict(vectors))
    topic, numbers = cosines.argmax(axis=1), range(1, cosines.shape[1] + 1)
    typical = _typical(cosines, topic, ids[by_id])
    terms = topic_terms(present, space.terms, topic)
    labels = dict(zip(numbers, topic_labels(terms, typical, _texts_of(articles, typical["article_id"])), strict=True))
    stable = topic_stability(runs, topic, len(numbers))
    all_ids, all_cosines = _with_others(articles, chosen, cosines[np.argsort(by_id)], space, centers)
    n = np.bincount(all_cosines.argmax(axis=1), minlength=len(numbers))
    stability = pd.DataFrame({"topic": numbers, "label": labels.values(), "n": n, "stability": stable})
    return Topics(
        terms=conform(terms[terms["rank"] <= N_TERMS].assign(label=terms["topic"].map(labels)), "topics"),
        shares=_shares(all_cosines, all_ids),
        stability=stability.assign(doubtful=stability["stability"] < DOUBTFUL),
        typical=typical,
        agreement=agreement,
    )


def counted_articles(articles: ArticlesOrCounts) -> CountedArticles:
    """Count the terms of headline and text by scikit-learn's token rule, or take counts as they are."""
    if not isinstance(articles, TermCounts):
        need(articles, ["article_id", "text"], who="fit_topics")
    counted = _counted(articles)
    _check(counted.ids)
    if not len(counted.terms):
        raise ValueError(
            f"none of the {len(counted.ids)} articles has a word in its text; see the rejects and notes of ingest"
        )
    return counted


def _counted(articles: ArticlesOrCounts) -> CountedArticles:
    if isinstance(articles, TermCounts):
        ids = articles.article_ids
        return CountedArticles(ids, articles.counts, np.asarray(articles.terms))
    counts, terms = count_texts(_texts(articles), "sklearn")
    return CountedArticles(articles["article_id"].to_numpy(), counts, np.array(terms, dtype=object))


def _texts(articles: pd.DataFrame) -> pd.Series:
    """Return headline and text of each article."""
    texts = articles["text"].fillna("")
    return articles["headline"].fillna("") + "\n\n" + texts if "headline" in articles else texts


def _texts_of(articles: ArticlesOrCounts, ids: pd.Series) -> dict[str, str]:
    """Return headline and text of some articles by their ids, empty where only counts are known."""
    if isinstance(articles, TermCounts):
        return dict.fromkeys(ids, "")
    chosen = articles[articles["article_id"].isin(ids)]
    return dict(zip(chosen["article_id"], _texts(chosen), strict=True))


def _sampled(articles: ArticlesOrCounts, seed: int) -> np.ndarray:
    """Tell for each article whether topics are fitted on it: at most MOST_FITTED, the same in any order of articles."""
    frame = articles.articles if isinstance(articles, TermCounts) else articles
    need(frame, ["article_id"], who="fit_topics")
    ids = frame["article_id"].to_numpy()
    _check(ids)
    chosen = np.zeros(len(ids), bool)
    chosen[np.argsort(ids, kind="stable")[np.random.default_rng(seed).permutation(len(ids))[:MOST_FITTED]]] = True
    return chosen


def _rows(articles: ArticlesOrCounts, rows: np.ndarray) -> ArticlesOrCounts:
    if isinstance(articles, TermCounts):
        return replace(articles, counts=articles.counts[rows], articles=articles.articles.iloc[rows])
    return articles.iloc[rows]


def _with_others(
    articles: ArticlesOrCounts, chosen: np.ndarray, cosines: np.ndarray, space: Space, centers: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the ids of all articles, and their cosines to the topics' centers; `cosines` are those of the sample."""
    frame = articles.articles if isinstance(articles, TermCounts) else articles
    found = np.empty((len(chosen), len(centers)))
    found[chosen] = cosines
    others = np.flatnonzero(~chosen)
    for start in range(0, len(others), _PLACED):
        rows = others[start : start + _PLACED]
        block = _counted(_rows(articles, rows))
        with threadpool_limits(limits=1):
            found[rows] = place_in(space, block.counts, block.terms) @ centers.T
    return frame["article_id"].to_numpy(), found


def _check(ids: np.ndarray) -> None:
    if not len(ids):
        raise NotEnoughArticles(
            "no article is left to find topics in; add articles, or widen the selection (since, until, outlets, story)"
        )
    if len(set(ids)) < len(ids):
        raise ValueError("fit_topics got an article more than once; drop_duplicates('article_id') first")


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
    nearest = np.bincount(cosines.argmax(axis=1), minlength=cosines.shape[1])
    order = np.argsort(-nearest, kind="stable")
    kept = order[nearest[order] > 0]
    return cosines[:, kept], centers[kept]


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
