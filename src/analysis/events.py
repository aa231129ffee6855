"""Group articles that report the same event: they share rare words and phrases, and ran within days of each other."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.cluster.hierarchy import average, fcluster
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS
from sklearn.preprocessing import normalize

from analysis.shipped import load_json, shipped_file
from analysis.tables import conform, empty, need
from analysis.words.token_ids import TokenIds, token_ids

# Word frequencies in news, without which the words that all of a few articles share would look common.
BACKGROUND = shipped_file("events_background.json")

# Chosen on judged articles of many outlets and on ECB+ (benchmarks/events.py).
SAME = 0.11  # least mean similarity of two groups on one event
AFFAIR, AFFAIR_TIMES = 0.05, 3  # the same for two events of one affair, and how much slower their similarity fades
UNDATED = 0.65  # the factor for time where a date is missing: such a pair needs more words in common
LEAD, IN_LEAD = 150, 6  # words at the head of an article, and how often each counts; they say what it is about
LEAST = 0.01  # smaller entries of a vector are left out: a quarter of all, they take time and tell little
ROWS = 500  # articles whose similarities to others are held at a time
MOST_PAIRED = 4000  # articles whose pairwise similarities are held at a time (128 MB)


def group_events(articles: pd.DataFrame, *, window_days: float = 3) -> pd.DataFrame:
    """Return the `events` table, one row per article, in the articles' order.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`. `headline` counts as text if present, and `published` is used.
    window_days : float
        The days over which similarity fades; 0 leaves time out.

    Returns
    -------
    DataFrame
        - `article_id`
        - `event_id`: articles with the same one report the same event. It is the id of the event's earliest article,
          so it stays when later articles join.
        - `similarity`: cosine to the mean of the event's articles (0 to 1). It is 1 for an event of one article, and
          0 for an article that shares no word with any other.
        - `affair_id`: events with the same one are steps of an affair, which may last weeks. It is the id of its first.

    Raises
    ------
    ValueError
        For a missing column, or a negative window.

    Notes
    -----
    The similarity of two articles is the cosine of their vectors times exp(-½ (days between / `window_days`)²), after
    [1]_; if one of the two has no date, times .65. A vector holds (ln((1 + N) / (1 + df)) + 1) (1 + ½ ln tf) for each
    word and each pair of neighboring words that another article has too, without stop words; it counts six times if it
    stands in the first 150 words, headline included. Entries below .01 are left out. N and df count these articles and
    those of a news corpus.

    Groups are joined as long as their mean similarity is at least .11 (average linkage, [2]_). Average linkage never
    joins groups that no pair of articles with this similarity connects. So each connected part is clustered by
    itself, and no matrix of all pairs is made. Events are joined to affairs in the same way, by their mean vectors and
    days, with a window three times as long and a least similarity of .05.

    References
    ----------
    .. [1] Miranda, S., et al. (2018). Multilingual clustering of streaming news. EMNLP.
    .. [2] Sokal, R. R., & Michener, C. D. (1958). A statistical method for evaluating systematic relationships.
           University of Kansas Science Bulletin, 38.

    Examples
    --------
    >>> texts = ["River floods Dunmore after levee fails", "Levee fails, river floods Dunmore homes",
    ...          "Court frees mayor", "Mayor freed by court"]
    >>> group_events(pd.DataFrame({"article_id": list("abcd"), "text": texts}))["event_id"].tolist()
    ['a', 'a', 'c', 'c']
    """
    need(articles, ["article_id", "text"], who="group_events")
    if not window_days >= 0:
        raise ValueError(
            f"window_days={window_days!r}; give the days over which similarity fades, or 0 to leave time out"
        )
    if articles.empty:
        return empty("events")
    # The earliest article comes first, so that neither grouping nor ids depend on the order of the input.
    days = _days(articles)
    order = np.lexsort([articles["article_id"].astype("str").to_numpy(dtype=str), days])
    days = days[order] if window_days else np.full(len(days), np.nan)
    vectors = event_vectors([_text(article) for article in articles.iloc[order].to_dict("records")])
    group = group_vectors(vectors, days, window_days or 1, SAME)
    ids = articles["article_id"].to_numpy()[order]
    found = pd.DataFrame(
        {
            "article_id": ids,
            "event_id": ids[_first(group)],
            "similarity": _to_center(vectors, group),
            "affair_id": ids[_first(_affairs(vectors, days, group, AFFAIR_TIMES * (window_days or 1)))],
        },
        index=order,
    )
    return conform(found.sort_index().set_axis(articles.index), "events")


def _days(articles: pd.DataFrame) -> np.ndarray:
    """Return when each article was published, in days; nan where there is no date."""
    if "published" not in articles:
        return np.full(len(articles), np.nan)
    since = pd.to_datetime(articles["published"], utc=True) - pd.Timestamp(0, tz="UTC")
    return np.asarray((since / pd.Timedelta(days=1)).to_numpy(dtype=float, na_value=np.nan))


def _text(article: dict[str, Any]) -> str:
    return "\n\n".join(article[part] for part in ("headline", "text") if isinstance(article.get(part), str))


def event_vectors(texts: list[str]) -> sparse.csr_matrix:
    """Return a unit vector per text over the words and pairs of words that it shares with another; zero for none."""
    tokens = token_ids(texts)
    rows, keys, leads = _words_and_pairs(tokens)
    kinds, columns = np.unique(keys, return_inverse=True)
    shape = (len(texts), len(kinds))
    uses = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    in_lead = sparse.csr_matrix((leads.astype(float), (rows, columns)), shape=shape)  # the same places, with zeros
    uses.data = (1 + np.log(uses.data) / 2) * np.where(in_lead.data > 0, IN_LEAD, 1)
    n_with = np.bincount(uses.indices, minlength=len(kinds))
    shared = n_with >= 2
    if not shared.any():
        return sparse.csr_matrix((len(texts), 1))
    background = load_background()
    n_elsewhere = np.zeros(len(kinds))
    words = np.flatnonzero(kinds < len(tokens.terms))
    n_elsewhere[words] = [background["with"].get(tokens.terms[word], 0) for word in kinds[words]]
    idf = np.log((1 + len(texts) + background["articles"]) / (1 + n_with + n_elsewhere)) + 1
    vectors = normalize((uses @ sparse.diags(idf))[:, shared])
    vectors.data[vectors.data < LEAST] = 0
    vectors.eliminate_zeros()
    return vectors


def _words_and_pairs(tokens: TokenIds) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the article and a number of each content word and pair of neighbors, and whether it is in the lead."""
    ids, size = tokens.ids.astype(np.int64), len(tokens.terms)
    article = np.repeat(np.arange(len(tokens.offsets) - 1), np.diff(tokens.offsets))
    lead = np.arange(len(ids)) - tokens.offsets[article] < LEAD
    content = np.array([term.lower() not in ENGLISH_STOP_WORDS for term in tokens.terms], dtype=bool)[ids]
    word = content & np.array([len(term) > 1 for term in tokens.terms], dtype=bool)[ids]
    pair = np.flatnonzero(content[:-1] & content[1:] & (article[:-1] == article[1:]))
    # The numbers of pairs are beyond those of words.
    keys = np.concatenate([ids[word], (ids[pair] + 1) * size + ids[pair + 1]])
    return np.concatenate([article[word], article[pair]]), keys, np.concatenate([lead[word], lead[pair]])


@cache
def load_background() -> dict[str, Any]:
    """Return the number of `articles` of a news corpus, and how many of them are `with` each common word."""
    return dict(load_json(BACKGROUND))  # training/background.py counted them


def time_decay(a: np.ndarray, b: np.ndarray, window: float) -> np.ndarray:
    """Return the factor by which time lowers the similarity of each pair of days; `UNDATED` where a day is missing."""
    factor = np.exp(-0.5 * ((a - b) / window) ** 2)
    return np.where(np.isnan(factor), UNDATED, factor)


def group_vectors(vectors: sparse.csr_matrix, days: np.ndarray, window: float, least: float) -> np.ndarray:
    """Return a number for each article's group, from 0. The articles must be in the order of time, the undated last."""
    groups, number = np.zeros(len(days), np.int64), 0
    for part in _parts(_similar(vectors, days, window, least), least):
        found = np.ones(1, np.int64)
        if len(part) > 1:
            distances = 1 - _cosines(vectors[part]) * time_decay(days[part, None], days[None, part], window)
            np.fill_diagonal(distances, 0)
            found = fcluster(average(squareform(distances.clip(0), checks=False)), 1 - least, "distance")
        groups[part] = number + found - 1
        number += found.max()
    return groups


def _cosines(vectors: sparse.csr_matrix) -> np.ndarray:
    """Return the cosines of all pairs of unit vectors. A product passes over all columns: only used ones stay."""
    columns, place = np.unique(vectors.indices, return_inverse=True)
    used = sparse.csr_matrix((vectors.data, place, vectors.indptr), shape=(vectors.shape[0], len(columns)))
    return np.asarray((used @ used.T).toarray())


def _affairs(vectors: sparse.csr_matrix, days: np.ndarray, event: np.ndarray, window: float) -> np.ndarray:
    """Return a number for each article's affair: its events are grouped by their mean vectors and mean days."""
    members = sparse.csr_matrix((np.ones(len(event)), (event, np.arange(len(event)))))
    means = normalize(members, norm="l1")
    day = pd.Series(days).groupby(event).mean().to_numpy()
    order = np.argsort(day, kind="stable")  # puts the undated last
    affair = np.empty(len(day), np.int64)
    affair[order] = group_vectors((means @ vectors)[order], day[order], window, AFFAIR)
    return np.asarray(affair[event])


def _similar(vectors: sparse.csr_matrix, days: np.ndarray, window: float, least: float) -> sparse.csr_matrix:
    """Return a matrix of articles × articles, above the diagonal, with the similarities that are high enough.

    It is made some rows at a time; a row is compared only with the articles close enough in time, and the undated.
    """
    dated = np.count_nonzero(~np.isnan(days))
    reach = window * np.sqrt(-2 * np.log(least))
    rows = []
    for start in range(0, len(days), ROWS):
        stop = min(start + ROWS, len(days))
        near = np.searchsorted(days[:dated], days[stop - 1] + reach) if stop <= dated else dated
        columns = np.unique(np.concatenate([np.arange(start, max(near, stop)), np.arange(dated, len(days))]))
        block = (vectors[start:stop] @ vectors[columns].T).tocoo()
        row, column = block.row + start, columns[block.col]
        similarity = block.data * time_decay(days[row], days[column], window)
        enough = (row < column) & (similarity >= least)
        places = (block.row[enough], column[enough])
        rows.append(sparse.csr_matrix((similarity[enough], places), shape=(stop - start, len(days))))
    return sparse.vstack(rows, format="csr")


def _parts(similar: sparse.csr_matrix, cut: float) -> Iterator[np.ndarray]:
    """Yield the rows of each connected part. A part with too many pairs to hold is cut at its weakest links."""
    part = connected_components(similar, directed=False)[1]
    for members in np.split(np.argsort(part, kind="stable"), np.cumsum(np.bincount(part))[:-1]):
        if len(members) <= MOST_PAIRED:
            yield members
        elif (inner := similar[members][:, members]).data.max() < cut + 0.02:  # thousands with the same words
            yield from np.array_split(members, len(members) // MOST_PAIRED + 1)
        else:
            inner.data[inner.data < cut + 0.02] = 0
            inner.eliminate_zeros()
            yield from (members[rows] for rows in _parts(inner, cut + 0.02))


def _first(group: np.ndarray) -> np.ndarray:
    """Return for each article the first article of its group."""
    first = np.full(group.max() + 1, len(group))
    np.minimum.at(first, group, np.arange(len(group)))
    return np.asarray(first[group])


def _to_center(vectors: sparse.csr_matrix, group: np.ndarray) -> np.ndarray:
    """Return the cosine of each article to the mean of its group."""
    members = sparse.csr_matrix((np.ones(len(group)), (group, np.arange(len(group)))))
    centers = normalize(members @ vectors)
    cosines = np.asarray(vectors.multiply(centers[group]).sum(axis=1)).ravel()
    return cosines.clip(0, 1)
