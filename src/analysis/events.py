"""Which articles tell the same event: they share rare words and phrases, and were published within days of each other."""

from collections.abc import Iterator
from functools import cache

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

BACKGROUND = shipped_file("events_background.json")  # so that a handful of articles on one event are known to be alike

SAME = 0.125  # least mean similarity of two groups that are one event; chosen on half of the events of ECB+, see benchmarks/events.py
_ROWS = 500  # articles whose similarities to others are held at a time
_MOST = 4000  # articles whose pairwise similarities are held at a time (128 MB)


def group_events(articles: pd.DataFrame, *, window_days: float = 3) -> pd.DataFrame:
    """The `events` table: one row per article, in the articles' order; articles of one `event_id` tell the same event.

    Columns: `article_id`, `event_id` (the id of the event's earliest article, so that it stays when later ones join) and `similarity`
    (0 to 1: cosine to the mean of the event's articles; 1 for an event of one article, 0 for an article without a telling word).

    Two articles are as similar as the cosine of their vectors times exp(-½ (days between / `window_days`)²), decay and days as in
    Miranda et al. (2018, "Multilingual clustering of streaming news"). Where one of two has no date, or `window_days` is 0, time does not count. A
    vector has ln((1 + N) / (1 + df)) + 1 for each word and pair of neighbouring words of the article that another one has, however often
    it comes (which told events apart better than 1 + ln tf), without stop words; N and df count these articles and those of a news corpus.
    Groups are joined while their mean similarity is at least .125 (average linkage, Sokal & Michener 1958). It never joins what no single
    pair that similar connects; so it runs in each connected part by itself, and no n × n matrix is made.

    `articles` needs `article_id` and `text`; `headline` counts as text when it is there. Raises ValueError for a negative window.

    >>> texts = ["River floods Dunmore after levee fails", "Levee fails, river floods Dunmore homes", "Court frees mayor", "Mayor freed by court"]
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
    # The earliest article first, so that neither grouping nor ids depend on the order of the input.
    days = _days(articles)
    order = np.lexsort([articles["article_id"].astype("str").to_numpy(dtype=str), days])
    days = days[order] if window_days else np.full(len(days), np.nan)
    vectors = _vectors([_text(article) for article in articles.iloc[order].to_dict("records")])
    group = _group(vectors, days, window_days or 1)
    ids = articles["article_id"].to_numpy()[order]
    found = pd.DataFrame(
        {"article_id": ids, "event_id": ids[_first(group)], "similarity": _to_centre(vectors, group)}, index=order
    )
    return conform(found.sort_index().set_axis(articles.index), "events")


def _days(articles: pd.DataFrame) -> np.ndarray:
    """When each article was published, in days; nan where no date is given."""
    if "published" not in articles:
        return np.full(len(articles), np.nan)
    since = pd.to_datetime(articles["published"], utc=True) - pd.Timestamp(0, tz="UTC")
    return (since / pd.Timedelta(days=1)).to_numpy(dtype=float, na_value=np.nan)


def _text(article: dict) -> str:
    return "\n\n".join(article[part] for part in ("headline", "text") if isinstance(article.get(part), str))


def _vectors(texts: list[str]) -> sparse.csr_matrix:
    """A unit vector per article over the words and pairs of words that it shares with another one; zero where there is none."""
    tokens = token_ids(texts)
    rows, keys = _words_and_pairs(tokens)
    kinds, columns = np.unique(keys, return_inverse=True)
    present = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(kinds)))
    present.data[:] = 1
    spread = np.bincount(present.indices, minlength=len(kinds))
    n_elsewhere, elsewhere = _background()
    known = np.zeros(len(kinds))
    words = np.flatnonzero(kinds < len(tokens.terms))
    known[words] = [elsewhere.get(tokens.terms[word], 0) for word in kinds[words]]
    idf = np.log((1 + len(texts) + n_elsewhere) / (1 + spread + known)) + 1
    return (
        normalize((present @ sparse.diags(idf))[:, spread >= 2])
        if (spread >= 2).any()
        else sparse.csr_matrix((len(texts), 1))
    )


def _words_and_pairs(tokens: TokenIds) -> tuple[np.ndarray, np.ndarray]:
    """The article and the key of each telling word (its number) and of each pair of telling neighbours (a number beyond those)."""
    ids, size = tokens.ids.astype(np.int64), len(tokens.terms)
    article = np.repeat(np.arange(len(tokens.offsets) - 1), np.diff(tokens.offsets))
    telling = np.array([term.lower() not in ENGLISH_STOP_WORDS for term in tokens.terms], dtype=bool)[ids]
    word = telling & np.array([len(term) > 1 for term in tokens.terms], dtype=bool)[ids]
    pair = np.flatnonzero(telling[:-1] & telling[1:] & (article[:-1] == article[1:]))
    return np.concatenate([article[word], article[pair]]), np.concatenate(
        [ids[word], (ids[pair] + 1) * size + ids[pair + 1]]
    )


@cache
def _background() -> tuple[int, dict[str, int]]:
    """The number of articles of a news corpus, and of those with each common word (made by training/background.py)."""
    told = load_json(BACKGROUND)
    return told["articles"], told["with"]


def _decay(a: np.ndarray, b: np.ndarray, window: float) -> np.ndarray:
    """The factor for each pair of days; 1 where one is missing."""
    factor = np.exp(-0.5 * ((a - b) / window) ** 2)
    return np.where(np.isnan(factor), 1.0, factor)


def _group(vectors: sparse.csr_matrix, days: np.ndarray, window: float) -> np.ndarray:
    """A number for each article's group, from 0."""
    groups, number = np.zeros(len(days), np.int64), 0
    for part in _parts(_similar(vectors, days, window), SAME):
        cosines = (vectors[part] @ vectors[part].T).toarray()
        distances = 1 - cosines * _decay(days[part, None], days[None, part], window)
        np.fill_diagonal(distances, 0)
        tree = average(squareform(distances.clip(0), checks=False)) if len(part) > 1 else None
        found = fcluster(tree, 1 - SAME, "distance") if len(part) > 1 else np.ones(1, np.int64)
        groups[part] = number + found - 1
        number += found.max()
    return groups


def _similar(vectors: sparse.csr_matrix, days: np.ndarray, window: float) -> sparse.csr_matrix:
    """Articles × articles, above the diagonal: the similarity of each pair that is similar enough, found some hundred rows at a time.

    The articles stand in the order of time, the undated last; so a row is compared with those whose decay leaves enough, and the undated.
    """
    dated = np.count_nonzero(~np.isnan(days))
    reach = window * np.sqrt(-2 * np.log(SAME))
    rows = []
    for start in range(0, len(days), _ROWS):
        stop = min(start + _ROWS, len(days))
        near = np.searchsorted(days[:dated], days[stop - 1] + reach) if stop <= dated else dated
        columns = np.unique(np.concatenate([np.arange(start, max(near, stop)), np.arange(dated, len(days))]))
        block = (vectors[start:stop] @ vectors[columns].T).tocoo()
        row, column = block.row + start, columns[block.col]
        similarity = block.data * _decay(days[row], days[column], window)
        enough = (row < column) & (similarity >= SAME)
        rows.append(
            sparse.csr_matrix(
                (similarity[enough], (block.row[enough], column[enough])), shape=(stop - start, len(days))
            )
        )
    return sparse.vstack(rows, format="csr")


def _parts(similar: sparse.csr_matrix, cut: float) -> Iterator[np.ndarray]:
    """The connected parts, each the rows of its articles; one too large to hold all its pairs is parted at its weakest links."""
    part = connected_components(similar, directed=False)[1]
    for members in np.split(np.argsort(part, kind="stable"), np.cumsum(np.bincount(part))[:-1]):
        if len(members) <= _MOST:
            yield members
        elif cut > 0.95:  # thousands of articles with the same words
            yield from np.array_split(members, len(members) // _MOST + 1)
        else:
            inner = similar[members][:, members]
            inner.data[inner.data < cut + 0.02] = 0
            inner.eliminate_zeros()
            yield from (members[rows] for rows in _parts(inner, cut + 0.02))


def _first(group: np.ndarray) -> np.ndarray:
    """For each article the first article of its group."""
    first = np.full(group.max() + 1, len(group))
    np.minimum.at(first, group, np.arange(len(group)))
    return first[group]


def _to_centre(vectors: sparse.csr_matrix, group: np.ndarray) -> np.ndarray:
    """The cosine of each article to the mean of its group."""
    members = sparse.csr_matrix((np.ones(len(group)), (group, np.arange(len(group)))))
    centres = normalize(members @ vectors)
    return np.asarray(vectors.multiply(centres[group]).sum(axis=1)).ravel().clip(0, 1)
