"""What charts and pages call an event, and which of its figures or speakers a chart has room for."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd


def name_events(articles: pd.DataFrame) -> pd.Series:
    """Return the headline that names each event, those of most outlets first, then those of most articles.

    Parameters
    ----------
    articles : DataFrame
        One row per article: `event_id`, `outlet`, `headline`, and `similarity` to the event's center. `published` and
        `article_id` are used if present.

    Returns
    -------
    Series
        `headline` by `event_id`: of the article nearest to the center that has one; of several as near, as the two of
        an event always are, of the earliest. Null if none has one.

    Examples
    --------
    >>> name_events(pd.DataFrame({"event_id": ["a", "a", "b"], "outlet": ["Post", "Star", "Post"],
    ...                           "headline": ["Flood", None, "Fire"], "similarity": [0.6, 0.9, 1.0]})).to_dict()
    {'a': 'Flood', 'b': 'Fire'}
    """
    size = articles.groupby("event_id").agg(outlets=("outlet", "nunique"), n=("outlet", "size"))
    size = size.sort_values(["outlets", "n"], ascending=False, kind="stable")
    order = {"_none": True, "_near": False} | {name: True for name in ("published", "article_id") if name in articles}
    near = articles.assign(_none=articles["headline"].isna(), _near=articles["similarity"].round(6))
    near = near.sort_values(list(order), ascending=list(order.values()), kind="stable").drop_duplicates("event_id")
    return near.set_index("event_id")["headline"].reindex(size.index)


def choose_rows(
    comparison: pd.DataFrame, what: str, most: int, labels: Mapping[Hashable, Any] | None = None
) -> list[str]:
    """Return up to `most` of what outlets gave: first what most of them gave, then in turn one that each has alone.

    `comparison` has a row per outlet, with `outlet` and the list `what`, which begins with what matters most. With
    `labels`, only what has one is chosen. What one outlet has alone comes last, outlet by outlet; room for one of each
    is kept, in at most half of the rows.

    >>> choose_rows(pd.DataFrame({"outlet": ["A", "B"], "speakers": [["Lee", "Roe", "Poe"], ["Moe", "Lee"]]}),
    ...             "speakers", 3)
    ['Lee', 'Roe', 'Moe']
    """
    pairs = comparison[["outlet", what]].explode(what, ignore_index=True).dropna().drop_duplicates()
    if labels is not None:
        pairs = pairs.loc[[pd.notna(labels.get(item)) for item in pairs[what]]]
    given = pairs.groupby(what, sort=False)["outlet"].nunique().sort_values(ascending=False, kind="stable")
    alone = pairs[pairs[what].map(given) == 1]
    shared = list(given.index[given > 1][: most - min(alone["outlet"].nunique(), most // 2)])
    turn = alone.groupby("outlet", sort=False).cumcount().sort_values(kind="stable")
    chosen = turn.index[: most - len(shared)].sort_values()  # by outlet again
    return shared + list(alone.loc[chosen, what])
