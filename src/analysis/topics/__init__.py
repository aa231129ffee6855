"""Topics of a set of articles: what they are about, how much of each, and how far that would come back on other articles."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfTransformer
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from analysis.tables import conform, need
from analysis.topics.choice import agreement_of, choose_number, subsample_runs, topic_stability
from analysis.topics.labels import N_TERMS, topic_labels, topic_terms
from analysis.words.token_ids import count_ids, token_ids

# The settings below were chosen on two labelled sets, see benchmarks/topics.py.
# ARI .924 and .848, agreement .990 and .866; with 100 dimensions .928 and .849, .979 and .856; 50 loses less at other powers.
DIMENSIONS = 50
POWER = 0.7  # tf ** .7: between counts (best on long articles) and 1 + ln tf (best on short ones), and good on both
LEAST_ARTICLES, MOST_ARTICLES = (
    3,
    0.5,
)  # a term in fewer articles, or in more than this share of them, tells no topics apart
AUTO = (*range(3, 21), 22, 25, 28, 32, 36, 40)  # numbers of topics that "auto" tries
ARTICLES_A_TOPIC = 8  # "auto" tries no number of topics that leaves fewer articles to each: nobody reads a topic of three articles as one
DOUBTFUL = 0.6  # Hennig (2007): below .6 a cluster should not be trusted, from .75 on it is stable
_SHARPNESS = 4  # power of the cosine in a share: an article of one topic has about .8 of it, one between two .4 and .4


@dataclass(frozen=True)
class Topics:
    """Fitted topics, numbered from 1 by falling size.

    `terms` is the `topics` table (topic, label, term, weight, rank), `shares` the `topic_shares` table (sums to 1 per article),
    `stability` one row per topic: `topic`, `label`, `n` (articles whose largest share it is), `stability` (0 to 1), `doubtful`;
    `typical` the most typical articles: `topic`, `rank`, `article_id`, `similarity` to the topic's centre (-1 to 1);
    `agreement` one row per number of topics tried: `topics`, `agreement` (adjusted Rand index of runs on subsamples), `error` (its
    standard error).
    """

    terms: pd.DataFrame
    shares: pd.DataFrame
    stability: pd.DataFrame
    typical: pd.DataFrame
    agreement: pd.DataFrame

    @property
    def label(self) -> pd.Series:
        """The label of each topic, by its number."""
        return self.stability.set_index("topic")["label"]

    def describe(self) -> pd.DataFrame:
        """One row per topic: `topic`, `label`, `terms` (its words in a line), `n`, `share` (n of all articles), `stability`, `doubtful`."""
        words = self.terms.sort_values(["topic", "rank"]).groupby("topic")["term"].agg(", ".join)
        told = self.stability.assign(
            terms=self.stability["topic"].map(words), share=self.stability["n"] / self.stability["n"].sum()
        )
        return told[["topic", "label", "terms", "n", "share", "stability", "doubtful"]]

    def by(self, articles: pd.DataFrame, columns: str | list[str], *, every: str = "") -> pd.DataFrame:
        """The mean share of each topic over the articles of each value of `columns` (one, or several, as ["outlet", "story"]).

        With `every` ("D", "W", "M", "Q" or "Y") also of each day, week …, in the column `period` (its first day); articles without a date
        are then left out. Columns: those, `topic`, `label`, `share` (0 to 1), `n_articles`, `stability` and `doubtful` of the topic.
        """
        columns = [columns] if isinstance(columns, str) else list(columns)
        need(articles, ["article_id", *columns, *(["published"] if every else [])], who="Topics.by")
        if every:
            articles, columns = articles.assign(period=_period(articles["published"], every)), ["period", *columns]
        merged = self.shares.merge(articles[["article_id", *columns]], on="article_id")
        told = merged.groupby([*columns, "topic"], observed=True)["share"].agg(["mean", "size"]).reset_index()
        told = told.rename(columns={"mean": "share", "size": "n_articles"})
        told = told.merge(self.stability[["topic", "label", "stability", "doubtful"]], on="topic", how="left")
        return told[[*columns, "topic", "label", "share", "n_articles", "stability", "doubtful"]]


_PERIODS = {"D": "D", "W": "W-SUN", "M": "M", "Q": "Q", "Y": "Y"}  # a week begins on Monday


def _period(published: pd.Series, every: str) -> pd.Series:
    if every not in _PERIODS:
        raise ValueError(f"every={every!r}; give one of: {', '.join(_PERIODS)}")
    return pd.to_datetime(published, utc=True).dt.tz_localize(None).dt.to_period(_PERIODS[every]).dt.start_time


def fit_topics(articles: Any, *, topics: int | str = "auto", seed: int = 0) -> Topics:
    """The `Topics` of articles: TF-IDF, SVD to 50 dimensions, unit length, k-means.

    `articles` needs `article_id` and `text`; the headline counts as text when it is there. Or give the counts of `count_terms`.
    `topics` is their number, or "auto": the fewest, from 3 to 40 and at most an eighth of the articles, at which 24 runs on subsamples (80 %,
    at most 2,000 articles) agree as well as at the best number, within two standard errors (mean adjusted Rand index, Hubert & Arabie
    1985; method of Ben-Hur, Elisseeff & Guyon 2002; the rule after Breiman et al. 1984; jackknife errors over runs).

    A topic's terms are those whose share of its articles most exceeds that of the others (`weight`: the z of two proportions);
    its label is the first three, in the case in which its articles write them, names of people, days and months last. An article's share of a topic is in proportion
    to the fourth power of its cosine to the topic's centre, at least 0. `stability` is the mean Jaccard overlap of a topic with its best match on the
    subsamples (Hennig 2007, Comput. Stat. Data Anal. 52); below .6 it is `doubtful`.

    Same articles and `seed`, same result, in any order and on any number of threads. Raises ValueError for no articles, fewer than 3 articles a
    topic, a number below 2, and articles whose words do not differ.
    """
    ids, counts, vocabulary, texts = _counted(articles)
    by_id = np.argsort(ids, kind="stable")  # so that the order of the articles does not matter
    # Sums in another order differ in the last bit; one thread keeps one order.
    with threadpool_limits(limits=1):
        vectors, used, present = _vectors(counts[by_id], vocabulary, seed)
        best, agreement = choose_number(vectors, _candidates(topics, vectors), seed)
        runs = subsample_runs(vectors, best, seed)
        agreement = agreement_of({best: runs}) if agreement.empty else agreement
        cosines = _cosines(vectors, KMeans(best, n_init=10, random_state=seed).fit_predict(vectors))
    topic, numbers = cosines.argmax(axis=1), range(1, cosines.shape[1] + 1)
    typical = _typical(cosines, topic, ids[by_id])
    terms = topic_terms(present, vocabulary[used], topic)
    labels = dict(zip(numbers, topic_labels(terms, typical, dict(zip(ids, texts, strict=True))), strict=True))
    stable = topic_stability(runs, topic, len(numbers))
    stability = pd.DataFrame({"topic": numbers, "label": labels.values(), "n": np.bincount(topic), "stability": stable})
    return Topics(
        terms=conform(terms[terms["rank"] <= N_TERMS].assign(label=terms["topic"].map(labels)), "topics"),
        shares=_shares(cosines[np.argsort(by_id)], ids),
        stability=stability.assign(doubtful=stability["stability"] < DOUBTFUL),
        typical=typical,
        agreement=agreement,
    )


def _counted(articles: Any) -> tuple[np.ndarray, sparse.csr_matrix, np.ndarray, list[str]]:
    """Ids, counts, vocabulary and texts, from articles or from the counts of `count_terms` (which have no texts)."""
    if hasattr(articles, "counts"):
        ids, texts = np.asarray(articles.article_ids), [""] * len(articles.article_ids)
        _check(ids)
        return ids, articles.counts, np.asarray(articles.terms), texts
    need(articles, ["article_id", "text"], who="fit_topics")
    ids, texts = articles["article_id"].to_numpy(), articles["text"].fillna("").tolist()
    _check(ids)
    if "headline" in articles:
        texts = [f"{headline}\n\n{text}" for headline, text in zip(articles["headline"].fillna(""), texts, strict=True)]
    tokens = token_ids(texts, "sklearn")
    if not tokens.terms:
        raise ValueError(f"none of the {len(ids)} articles has a word in its text; see the rejects and notes of ingest")
    return ids, count_ids(tokens), np.array(tokens.terms, dtype=object), texts


def _check(ids: np.ndarray) -> None:
    if not len(ids):
        raise ValueError("fit_topics got no articles; widen the selection (since, until, outlets, story)")
    if len(set(ids)) < len(ids):
        raise ValueError("fit_topics got an article more than once; drop_duplicates('article_id') first")


def _vectors(
    counts: sparse.csr_matrix, vocabulary: np.ndarray, seed: int
) -> tuple[np.ndarray, np.ndarray, sparse.csr_matrix]:
    """A unit vector per article, the columns used, and which article has which of these terms."""
    n = counts.shape[0]
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    telling = np.array(
        [len(term) > 1 and term[0].isalpha() and term.lower() not in ENGLISH_STOP_WORDS for term in vocabulary],
        dtype=bool,
    )
    used = np.flatnonzero(telling & (spread >= (LEAST_ARTICLES if n >= 30 else 2)) & (spread <= MOST_ARTICLES * n))
    if len(used) < 3:
        raise ValueError(
            f"the {n} articles share too few telling words: {len(used)} are in several but at most half of them. "
            "Give more articles, or drop the copies among them (drop_copies)"
        )
    matrix = counts[:, used].astype(float)
    matrix.data **= POWER
    reduced = TruncatedSVD(min(DIMENSIONS, len(used) - 1, n - 1), random_state=seed).fit_transform(
        TfidfTransformer().fit_transform(matrix)
    )
    return normalize(reduced), used, (counts[:, used] > 0).astype(np.int64)


def _candidates(topics: int | str, vectors: np.ndarray) -> list[int]:
    """The numbers of topics to try."""
    n = len(vectors)
    distinct = len(np.unique(vectors.round(6), axis=0))
    if topics == "auto":
        tried = [k for k in AUTO if k <= max(distinct // ARTICLES_A_TOPIC, AUTO[0])]
        if distinct < 5 * AUTO[0]:
            raise ValueError(
                f"topics='auto' needs at least {5 * AUTO[0]} different articles; there are {distinct}. Give more, or a number"
            )
        return tried
    if isinstance(topics, bool) or not isinstance(topics, (int, np.integer)) or topics < 2:
        raise ValueError(f"topics={topics!r}; give a whole number from 2, or 'auto'")
    if topics > distinct // 3:
        raise ValueError(
            f"{topics} topics need at least {3 * topics} different articles; there are {distinct} among {n}. Give fewer topics"
        )
    return [int(topics)]


def _cosines(vectors: np.ndarray, clusters: np.ndarray) -> np.ndarray:
    """Articles × topics: the cosine of each article to each topic's centre, topics by falling number of nearest articles."""
    members = sparse.csr_matrix((np.ones(len(clusters)), (clusters, np.arange(len(clusters)))))
    cosines = vectors @ normalize(members @ vectors).T
    nearest = np.bincount(cosines.argmax(axis=1), minlength=cosines.shape[1])
    order = np.argsort(-nearest, kind="stable")
    return cosines[:, order[nearest[order] > 0]]


def _shares(cosines: np.ndarray, ids: np.ndarray) -> pd.DataFrame:
    weights = np.maximum(cosines, 0) ** _SHARPNESS
    weights[weights.sum(axis=1) == 0] = 1  # an article without a telling word is of no topic more than of another
    shares = weights / weights.sum(axis=1, keepdims=True)
    n, k = shares.shape
    frame = pd.DataFrame(
        {"article_id": np.repeat(ids, k), "topic": np.tile(np.arange(1, k + 1), n), "share": shares.ravel()}
    )
    return conform(frame, "topic_shares")


def _typical(cosines: np.ndarray, topic: np.ndarray, ids: np.ndarray) -> pd.DataFrame:
    """The ten articles of each topic nearest to its centre."""
    frame = pd.DataFrame({"topic": topic + 1, "article_id": ids, "similarity": cosines.max(axis=1)})
    frame = frame.sort_values(["topic", "similarity"], ascending=[True, False], kind="stable").groupby("topic").head(10)
    return frame.assign(rank=frame.groupby("topic").cumcount() + 1)[
        ["topic", "rank", "article_id", "similarity"]
    ].reset_index(drop=True)
