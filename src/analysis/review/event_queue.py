"""Which two articles to look at next: those of which it is least certain whether they are on the same event."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.events import ROWS, SAME, article_days, article_texts, event_vectors, time_decay, undated_factor
from analysis.review.event_application import settle
from analysis.tables import need


class Doubt(NamedTuple):
    """Two rows of the articles, and by how much their similarity speaks against what the program found."""

    first: int
    second: int
    size: float


def event_queue(
    articles: pd.DataFrame, events: pd.DataFrame, pairs: pd.DataFrame, *, n: int = 50, window_days: float = 3
) -> pd.DataFrame:
    """Return the pairs of articles to decide, the least certain first.

    Parameters
    ----------
    articles : DataFrame
        The articles of the events: `article_id` and `text`, and `headline` and `published` if they are there.
    events : DataFrame
        The events table.
    pairs : DataFrame
        What `load_event_pairs` returns; what was decided is left out.
    n : int
        How many pairs.
    window_days : float
        The days over which similarity fades, as in `group_events`.

    Returns
    -------
    DataFrame
        `article_id`, `other_id`, `together` (whether the program has them on one event) and `similarity` (0 to 1).
        In each event, every article is compared with the most typical one; of two events, the most similar pair counts.

    Raises
    ------
    ValueError
        For a missing column.
    """
    need(articles, ["article_id", "text"], who="event_queue")
    need(events, ["article_id", "event_id", "similarity"], who="event_queue")
    decided = {frozenset((pair.article_id, pair.other_id)) for pair in settle(pairs, articles).kept}
    own = articles[articles["article_id"].isin(events["article_id"])]
    known = own.drop(columns=["event_id", "similarity"], errors="ignore").merge(events, on="article_id")
    vectors, days = event_vectors(article_texts(known)), article_days(known)
    event = pd.factorize(known["event_id"])[0]
    doubts = sorted(
        [*_within(known, vectors, days, window_days), *_across(event, vectors, days, window_days)],
        key=lambda doubt: (-doubt.size, doubt.first, doubt.second),
    )
    ids = known["article_id"].to_list()
    rows = [
        (ids[d.first], ids[d.second], event[d.first] == event[d.second],
         SAME + (d.size if event[d.first] != event[d.second] else -d.size))
        for d in doubts if frozenset((ids[d.first], ids[d.second])) not in decided
    ]  # fmt: skip
    return pd.DataFrame(rows[:n], columns=["article_id", "other_id", "together", "similarity"])


def _decay(days: np.ndarray, a: Any, b: Any, window: float) -> np.ndarray:
    if not window:
        return np.ones(np.broadcast(days[a], days[b]).shape)
    return time_decay(days[a], days[b], window, undated_factor(days))


def _within(articles: pd.DataFrame, vectors: sparse.csr_matrix, days: np.ndarray, window: float) -> Iterator[Doubt]:
    """Yield the articles of an event that are little like its most typical one."""
    for _, own in articles.groupby("event_id", sort=False):
        rows = own.sort_values("similarity", ascending=False, kind="stable").index.to_numpy()
        cosines = (vectors[rows] @ vectors[rows[0]].T).toarray().ravel() * _decay(days, rows, rows[0], window)
        yield from (
            Doubt(int(rows[0]), int(row), SAME - cosine)
            for row, cosine in zip(rows[1:], cosines[1:], strict=True)
            if cosine < SAME
        )


def _across(event: np.ndarray, vectors: sparse.csr_matrix, days: np.ndarray, window: float) -> Iterator[Doubt]:
    """Yield for two events their most similar articles, where these are as similar as articles on one event."""
    best: dict[tuple[int, int], Doubt] = {}
    for start in range(0, len(event), ROWS):
        block = (vectors[start : start + ROWS] @ vectors.T).tocoo()
        rows, columns = block.row + start, block.col
        similarity = block.data * _decay(days, rows, columns, window)
        found = (rows < columns) & (event[rows] != event[columns]) & (similarity >= SAME)
        for row, column, value in zip(rows[found], columns[found], similarity[found], strict=True):
            a, b = int(event[row]), int(event[column])
            key = min(a, b), max(a, b)
            if key not in best or value - SAME > best[key].size:
                best[key] = Doubt(int(row), int(column), value - SAME)
    yield from best.values()
