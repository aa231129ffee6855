"""Group articles that report the same event: they share rare words and phrases, and ran within days of each other."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

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

# Least mean similarity of two groups on one event; chosen on half of the events of ECB+ (benchmarks/events.py).
SAME = 0.125
ROWS = 500  # articles whose similarities to others are held at a time
MOST_PAIRED = 4000  # articles whose pairwise similarities are held at a time (128 MB)


class Background(NamedTuple):
    """The number of articles of a news corpus, and how many of them have each common word."""

    n_articles: int
    with_word: dict[str, int]


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

    Raises
    ------
    ValueError
        For a missing column, or a negative window.

    Notes
    -----
    The similarity of two articles is the cosine of their vectors times exp(-½ (days between / `window_days`)²), after
    [1]_. If one of the two has no date, time does not count. A vector holds ln((1 + N) / (1 + df)) + 1 for each word
    and each pair of neighboring words that another article has too, without stop words, no matter how often it occurs
    (this separated events better than 1 + ln tf). N and df count these articles and those of a news corpus.

    Groups are joined as long as their mean similarity is at least .125 (average linkage, [2]_). Average linkage never
    joins groups that no pair of articles with this similarity connects. So each connected part is clustered by
    itself, and no matrix of all pairs is made.

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
    group = group_vectors(vectors, days, window_days or 1)
    ids = articles["article_id"].to_numpy()[order]
    found = pd.DataFrame(
        {"article_id": ids, "event_id": ids[_first(group)], "similarity": _to_center(vectors, group)}, index=order
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
    rows, keys = _words_and_pairs(tokens)
    kinds, columns = np.unique(keys, return_inverse=True)
    present = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(kinds)))
    present.data[:] = 1
    n_with = np.bincount(present.indices, minlength=len(kinds))
    shared = n_with >= 2
    if not shared.any():
        return sparse.csr_matrix((len(texts), 1))
    background = load_background()
    n_elsewhere = np.zeros(len(kinds))
    words = np.flatnonzero(kinds < len(tokens.terms))
    n_elsewhere[words] = [background.with_word.get(tokens.terms[word], 0) for word in kinds[words]]
    idf = np.log((1 + len(texts) + background.n_articles) / (1 + n_with + n_elsewhere)) + 1
    return normalize((present @ sparse.diags(idf))[:, shared])


def _words_and_pairs(tokens: TokenIds) -> tuple[np.ndarray, np.ndarray]:
    """Return the article and a number of each content word, and of each pair of content words that are neighbors."""
    ids, size = tokens.ids.astype(np.int64), len(tokens.terms)
    article = np.repeat(np.arange(len(tokens.offsets) - 1), np.diff(tokens.offsets))
    content = np.array([term.lower() not in ENGLISH_STOP_WORDS for term in tokens.terms], dtype=bool)[ids]
    word = content & np.array([len(term) > 1 for term in tokens.terms], dtype=bool)[ids]
    pair = np.flatnonzero(content[:-1] & content[1:] & (article[:-1] == article[1:]))
    keys = np.concatenate(
        [ids[word], (ids[pair] + 1) * size + ids[pair + 1]]
    )  # those of pairs are beyond those of words
    return np.concatenate([article[word], article[pair]]), keys


@cache
def load_background() -> Background:
    """Return the word frequencies of a news corpus, which training/background.py counted."""
    stored = load_json(BACKGROUND)
    return Background(stored["articles"], stored["with"])


def time_decay(a: np.ndarray, b: np.ndarray, window: float) -> np.ndarray:
    """Return the factor by which time lowers the similarity of each pair of days; 1 where a day is missing."""
    factor = np.exp(-0.5 * ((a - b) / window) ** 2)
    return np.where(np.isnan(factor), 1.0, factor)


def group_vectors(vectors: sparse.csr_matrix, days: np.ndarray, window: float) -> np.ndarray:
    """Return a number for each article's group, from 0. The articles must be in the order of time, the undated last."""
    groups, number = np.zeros(len(days), np.int64), 0
    for part in _parts(_similar(vectors, days, window), SAME):
        cosines = (vectors[part] @ vectors[part].T).toarray()
        distances = 1 - cosines * time_decay(days[part, None], days[None, part], window)
        np.fill_diagonal(distances, 0)
        tree = average(squareform(distances.clip(0), checks=False)) if len(part) > 1 else None
        found = fcluster(tree, 1 - SAME, "distance") if len(part) > 1 else np.ones(1, np.int64)
        groups[part] = number + found - 1
        number += found.max()
    return groups


def _similar(vectors: sparse.csr_matrix, days: np.ndarray, window: float) -> sparse.csr_matrix:
    """Return a matrix of articles × articles, above the diagonal, with the similarities that are high enough.

    It is made some rows at a time. Because the articles are in the order of time, the undated last, a row is compared
    only with the articles close enough in time, and the undated.
    """
    dated = np.count_nonzero(~np.isnan(days))
    reach = window * np.sqrt(-2 * np.log(SAME))
    rows = []
    for start in range(0, len(days), ROWS):
        stop = min(start + ROWS, len(days))
        near = np.searchsorted(days[:dated], days[stop - 1] + reach) if stop <= dated else dated
        columns = np.unique(np.concatenate([np.arange(start, max(near, stop)), np.arange(dated, len(days))]))
        block = (vectors[start:stop] @ vectors[columns].T).tocoo()
        row, column = block.row + start, columns[block.col]
        similarity = block.data * time_decay(days[row], days[column], window)
        enough = (row < column) & (similarity >= SAME)
        places = (block.row[enough], column[enough])
        rows.append(sparse.csr_matrix((similarity[enough], places), shape=(stop - start, len(days))))
    return sparse.vstack(rows, format="csr")


def _parts(similar: sparse.csr_matrix, cut: float) -> Iterator[np.ndarray]:
    """Yield the rows of each connected part. A part with too many pairs to hold is cut at its weakest links."""
    part = connected_components(similar, directed=False)[1]
    for members in np.split(np.argsort(part, kind="stable"), np.cumsum(np.bincount(part))[:-1]):
        if len(members) <= MOST_PAIRED:
            yield members
        elif cut > 0.95:  # thousands of articles with the same words
            yield from np.array_split(members, len(members) // MOST_PAIRED + 1)
        else:
            inner = similar[members][:, members]
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
