"""Bound the share that each kind has in each group."""

import pandas as pd

from analysis.enough import NotEnoughArticles
from analysis.intervals import bounded_shares
from analysis.tables import need


def share_interval(frame: pd.DataFrame, kind: str, *, by: str = "outlet") -> pd.DataFrame:
    """Return the share of each value of `kind` in each group, one row per value of `by` × value of `kind`.

    Parameters
    ----------
    frame : DataFrame
        One row per thing counted (a quote, a paragraph, an article), with `article_id`, `by` and `kind`.
    kind : str
        The column whose values are counted, such as "speaker_kind".
    by : str
        The column that says which group a row is in.

    Returns
    -------
    DataFrame
        `by`; `kind`; `n` (rows); `total` (rows of the group); `share` (n / total, 0 to 1); `low` and `high` (95%
        interval of the share; 0 and 1 for a group with one article).

    Raises
    ------
    ValueError
        For a missing column, or no rows.

    Notes
    -----
    The interval has whole articles as units, because the things counted in one article depend on each other. See
    `analysis.intervals.share_bounds`.

    Examples
    --------
    >>> quotes = pd.DataFrame({"article_id": list("aabb"), "outlet": "Post", "kind": ["named", "unnamed"] * 2})
    >>> share_interval(quotes, "kind")[["kind", "n", "share"]].values.tolist()
    [['named', 2, 0.5], ['unnamed', 2, 0.5]]
    """
    need(frame, ["article_id", by, kind], who="share_interval")
    known = frame.dropna(subset=[by, kind])
    if known.empty:
        raise NotEnoughArticles(f"nothing is left that has both {by} and {kind}; add articles, or widen the selection")
    kinds = sorted(known[kind].unique())
    groups = [
        bounded_shares(pd.crosstab(rows["article_id"], rows[kind]).reindex(columns=kinds, fill_value=0)).assign(
            **{by: group, kind: kinds}
        )
        for group, rows in known.groupby(by, observed=True)
    ]
    return pd.concat(groups, ignore_index=True)[[by, kind, "n", "total", "share", "low", "high"]]
