"""Group articles by event, and events by affair."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.preprocessing import normalize

from analysis.events.linkage import SAME, group_vectors
from analysis.events.stored_rows import StoredRows
from analysis.events.vectors import BLOCK, WordBlocks, vector_blocks, words_of
from analysis.tables import conform, empty, need

# The least similarity of two events of one affair, and how much slower their similarity fades (benchmarks/events.py).
AFFAIR, AFFAIR_TIMES = 0.05, 3


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
    [1]_; if one of the two has no date, times .15, so that it needs to be nearly a copy, or times .65 where most
    articles have no date. A vector holds (ln((1 + N) / (1 + df)) + 1) (1 + ½ ln tf) for each word and each pair of
    neighboring words that another article has too, without stop words; it counts six times if it stands in the first
    150 words, headline included. Entries below .01 are left out. N and df count these articles and those of a news
    corpus.

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
    blocks = words_of(article_texts(articles))
    with TemporaryDirectory() as scratch:
        found = group_words(articles, lambda: blocks, Path(scratch), window_days=window_days)
    return found.set_axis(articles.index)


def group_words(articles: pd.DataFrame, blocks: WordBlocks, scratch: Path, *, window_days: float = 3) -> pd.DataFrame:
    """Return the `events` table of articles whose words are given some articles at a time, see `group_events`.

    `articles` needs `article_id`, and `published` is used. `blocks` gives the words of the same articles in the same
    order. The vectors are kept in files in the empty folder `scratch`, which must have room for about 12 KB an article.
    """
    if not window_days >= 0:
        raise ValueError(
            f"window_days={window_days!r}; give the days over which similarity fades, or 0 to leave time out"
        )
    if articles.empty:
        return empty("events")
    # The earliest article comes first, so that neither grouping nor ids depend on the order of the input.
    ids, days = articles["article_id"].to_numpy(), article_days(articles)
    order = np.lexsort([articles["article_id"].astype("str").to_numpy(dtype=str), days])
    days = days[order] if window_days else np.full(len(days), np.nan)
    vectors = StoredRows(scratch / "vectors", vector_blocks(blocks, len(order), scratch))
    vectors.put_in_order(order)
    group = group_vectors(vectors, days, window_days or 1, SAME)
    similarity, means = _describe(vectors, group, scratch / "events")
    affair = _group_means(means, days, group, AFFAIR_TIMES * (window_days or 1))
    ids = ids[order]
    columns = {"event_id": ids[_first(group)], "similarity": similarity, "affair_id": ids[_first(affair[group])]}
    found = pd.DataFrame({"article_id": ids} | columns, index=order)
    return conform(found.sort_index(), "events")


def article_days(articles: pd.DataFrame) -> np.ndarray:
    """Return when each article was published, in days; nan where there is no date."""
    if "published" not in articles:
        return np.full(len(articles), np.nan)
    since = pd.to_datetime(articles["published"], utc=True) - pd.Timestamp(0, tz="UTC")
    return np.asarray((since / pd.Timedelta(days=1)).to_numpy(dtype=float, na_value=np.nan))


def article_texts(articles: pd.DataFrame) -> list[str]:
    """Return what events are made of: the headline and the text of each article."""
    parts = [articles[name].to_list() for name in ("headline", "text") if name in articles]
    return ["\n\n".join(part for part in own if isinstance(part, str)) for own in zip(*parts, strict=True)]


def _describe(vectors: StoredRows, group: np.ndarray, file: Path) -> tuple[np.ndarray, StoredRows]:
    """Return the cosine of each article to the mean of its group, and the mean vectors of the groups, in a file."""
    by_group = np.argsort(group, kind="stable")
    sizes = np.bincount(group)
    ends = np.cumsum(sizes)
    similarity = np.empty(len(group))
    # Whole groups, of about BLOCK articles together.
    blocks = np.split(by_group, ends[np.flatnonzero(np.diff((ends - sizes) // BLOCK))])

    def means_of(rows: np.ndarray) -> sparse.csr_matrix:
        own, local = vectors[rows], group[rows] - group[rows[0]]
        members = sparse.csr_matrix((np.ones(len(rows)), (local, np.arange(len(rows)))))
        centers = normalize(members @ own)
        similarity[rows] = np.asarray(own.multiply(centers[local]).sum(axis=1)).ravel().clip(0, 1)
        return normalize(members, norm="l1") @ own

    return similarity, StoredRows(file, map(means_of, blocks))


def _group_means(means: StoredRows, days: np.ndarray, event: np.ndarray, window: float) -> np.ndarray:
    """Return a number for each event's affair: events are grouped by their mean vectors and mean days."""
    day = pd.Series(days).groupby(event).mean().to_numpy()
    order = np.argsort(day, kind="stable")  # puts the undated last
    means.put_in_order(order)
    affair = np.empty(len(day), np.int64)
    affair[order] = group_vectors(means, day[order], window, AFFAIR)
    return affair


def _first(group: np.ndarray) -> np.ndarray:
    """Return for each article the first article of its group."""
    first = np.full(group.max() + 1, len(group))
    np.minimum.at(first, group, np.arange(len(group)))
    return np.asarray(first[group])
