"""Apply what people decided about pairs of articles to the events of a run."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.review.event_pairs import DECISIONS, in_words
from analysis.tables import conform, need

_EVENT = {"same": "the same event", "different": "different events"}


class Pair(NamedTuple):
    """A decision about two articles of a run."""

    decision: str
    article_id: str
    other_id: str


class Settled(NamedTuple):
    """Which decisions hold, the oldest first; a sentence for each other one; how many are about articles elsewhere."""

    kept: list[Pair]
    contradicted: list[str]
    n_elsewhere: int


def apply_event_pairs(events: pd.DataFrame, articles: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the events table with the decisions of people.

    Parameters
    ----------
    events : DataFrame
        What `group_events` returned.
    articles : DataFrame
        The articles that it grouped: `article_id` and `text`, and `headline` and `published` if they are there.
    pairs : DataFrame
        What `load_event_pairs` returns.

    Returns
    -------
    DataFrame
        The events table, in its order. `event_id` and `similarity` are new in the events that changed.

    Raises
    ------
    ValueError
        For a missing column.

    Notes
    -----
    The events of two articles on the same event become one. Where two articles are not on the same event, theirs is
    parted: each other article goes to that one of the two to which it is more similar (cosine of the vectors of
    `group_events`; articles that people put together stay together).
    """
    need(events, ["article_id", "event_id", "similarity"], who="apply_event_pairs")
    need(articles, ["article_id", "text"], who="apply_event_pairs")
    kept = settle(pairs, articles).kept
    if not kept:
        return events
    rows = {name: row for row, name in enumerate(events["article_id"])}
    links = {decision: [(rows[p.article_id], rows[p.other_id]) for p in kept if p.decision == decision]
             for decision in DECISIONS}  # fmt: skip
    before = pd.factorize(events["event_id"])[0]
    units = _components(len(rows), links["same"])
    first = [(int(members[0]), int(row)) for members in _members(before) for row in members]
    group = _components(len(rows), [*links["same"], *first])
    ordered = articles.set_index("article_id").loc[events["article_id"]].reset_index()
    # It loads scikit-learn, and few runs have decisions to apply.
    from analysis.events import article_texts, event_vectors

    vectors = event_vectors(article_texts(ordered))
    for a, b in links["different"]:
        if group[a] == group[b]:
            _part(group, units, vectors, a, b)
    return _described(events, ordered, vectors, before, group)


def _part(group: np.ndarray, units: np.ndarray, vectors: sparse.csr_matrix, a: int, b: int) -> None:
    """Part the event of rows a and b; units are articles that stay together."""
    new, of_a, of_b = group.max() + 1, units == units[a], units == units[b]
    for unit in np.unique(units[group == group[a]]):
        own = units == unit
        to_a, to_b = ((vectors[own] @ vectors[side].T).mean() for side in (of_a, of_b))
        if unit == units[b] or (unit != units[a] and to_b > to_a):
            group[own] = new


def _described(
    events: pd.DataFrame, articles: pd.DataFrame, vectors: sparse.csr_matrix, before: np.ndarray, group: np.ndarray
) -> pd.DataFrame:
    """Return the events table with the ids and similarities of the events that changed."""
    published = articles["published"] if "published" in articles else pd.Series(pd.NaT, index=articles.index)
    order = pd.DataFrame({"day": published, "id": articles["article_id"]}).sort_values(["day", "id"]).index
    rank = np.empty(len(order), int)
    rank[order] = np.arange(len(order))
    former = {tuple(members) for members in _members(before)}
    ids, similarity = events["event_id"].to_list(), events["similarity"].to_list()
    for members in _members(group):
        if tuple(members) in former:
            continue
        earliest = events["article_id"].iloc[members[rank[members].argmin()]]
        center = np.asarray(vectors[members].sum(axis=0)).ravel()
        length = np.linalg.norm(center)
        cosines = vectors[members] @ center / length if length else np.zeros(len(members))
        for row, cosine in zip(members, cosines, strict=True):
            ids[row], similarity[row] = earliest, float(np.clip(cosine, 0, 1))
    return conform(events.assign(event_id=ids, similarity=similarity), "events")


def settle(pairs: pd.DataFrame, articles: pd.DataFrame) -> Settled:
    """Return which decisions hold. A later one goes before an earlier that contradicts it, be it by way of others."""
    named = {article["article_id"]: article for article in articles.to_dict("records")}
    by_words = _by_words(named)
    kept: list[Pair] = []
    contradicted: list[str] = []
    n_elsewhere = 0
    for row in reversed(pairs.to_dict("records")):
        words = f"“{row['headline']}” ({row['outlet']}) and “{row['other_headline']}” ({row['other_outlet']})"
        ids = [_present(row, prefix, named, by_words) for prefix in ("", "other_")]
        if None in ids or ids[0] == ids[1]:
            n_elsewhere += 1
            continue
        pair = Pair(row["decision"], str(ids[0]), str(ids[1]))
        if {pair.article_id, pair.other_id} in [{p.article_id, p.other_id} for p in kept]:
            continue  # decided again later
        if _contradicts([*kept, pair]):
            contradicted.append(f"That {words} are on {_EVENT[pair.decision]} contradicts later decisions.")
        else:
            kept.append(pair)
    return Settled(kept[::-1], contradicted[::-1], n_elsewhere)


def _contradicts(pairs: list[Pair]) -> bool:
    """Return whether two articles that are on different events are on the same one by way of others."""
    rows = {name: row for row, name in enumerate(dict.fromkeys(n for p in pairs for n in (p.article_id, p.other_id)))}
    linked = [(rows[p.article_id], rows[p.other_id]) for p in pairs if p.decision == "same"]
    part = _components(len(rows), linked)
    return any(part[rows[p.article_id]] == part[rows[p.other_id]] for p in pairs if p.decision == "different")


def _by_words(named: dict[Any, dict[Any, Any]]) -> dict[tuple[str, str], str | None]:
    """Return the article of each outlet and headline; None where there are several."""
    found: dict[tuple[str, str], str | None] = {}
    for name, article in named.items():
        key = _key(article.get("outlet"), article.get("headline"))
        found[key] = None if key in found else name
    return found


def _present(row: dict[Any, str], prefix: str, named: dict[Any, Any], by_words: dict[Any, str | None]) -> str | None:
    """Return the present id of an article of a decision, by its id or else by its outlet and headline."""
    name = row[f"{prefix}id" if prefix else "article_id"]
    key = _key(row[f"{prefix}outlet"], row[f"{prefix}headline"])
    return name if name in named else by_words.get(key) if key[1] else None


def _key(outlet: object, headline: object) -> tuple[str, str]:
    return in_words(outlet).casefold(), in_words(headline).casefold()


def _components(n: int, links: Iterable[tuple[int, int]]) -> np.ndarray:
    rows, columns = np.array([*links, (0, 0)]).T
    from scipy.sparse.csgraph import connected_components  # few runs have decisions to apply

    graph = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(n, n))
    return np.asarray(connected_components(graph, directed=False)[1])


def _members(group: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the rows of each group."""
    order = np.argsort(group, kind="stable")
    yield from np.split(order, np.cumsum(np.bincount(group))[:-1])
