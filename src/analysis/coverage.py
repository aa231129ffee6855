"""Count articles per period and group, and bound shares: how much, when and whose."""

from collections.abc import Sequence

import pandas as pd

from analysis.intervals import share_bounds, wilson
from analysis.periods import all_periods, find_period, period_starts
from analysis.tables import need


def coverage_by(articles: pd.DataFrame, *, by: str | Sequence[str] = "outlet", every: str = "W") -> pd.DataFrame:
    """Return the articles per period and group, one row per period × value of `by`, with zeros where nothing ran.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id`, `published` and the column(s) of `by`. After a merge with the stories table, an article
        counts once in each of its stories and once in `total`, so shares may sum to more than 1.
    by : str or list of str
        The column or columns that say which group an article is in.
    every : {"D", "W", "M", "Q", "Y"}
        The period, in UTC. A week runs from Monday to Sunday.

    Returns
    -------
    DataFrame
        - `period`: its first moment, UTC; null in the last rows, which count the articles without a date
        - the column(s) of `by`
        - `n`: articles
        - `total`: articles of the period in all groups
        - `share`: n / total (0 to 1); null when the period has no article
        - `low`, `high`: 95% interval of the share

        `attrs["every"]` is the period's name ("week").

    Raises
    ------
    ValueError
        For no articles, a missing column or an unknown period.

    Notes
    -----
    The interval is Wilson's score interval [1]_ [2]_. It takes the articles of a period as a sample of what might
    have run. Unlike a bootstrap it does not shrink to nothing when none or all of three articles are counted.

    References
    ----------
    .. [1] Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA, 22.
    .. [2] Brown, L. D., Cai, T. T., & DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical
           Science, 16(2).

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["Post", "Star"],
    ...                          "published": ["2024-05-06", "2024-05-07"]})
    >>> coverage_by(articles)[["outlet", "n", "total", "share"]].values.tolist()
    [['Post', 1, 2, 0.5], ['Star', 1, 2, 0.5]]
    """
    keys = [by] if isinstance(by, str) else list(by)
    need(articles, ["article_id", "published", *keys], who="coverage_by")
    if articles.empty:
        raise ValueError("coverage_by got no articles; widen the selection (since, until, outlets, story)")
    frame = articles[["article_id", *keys]].assign(period=period_starts(articles["published"], every))
    totals = frame.groupby("period", dropna=False)["article_id"].nunique()
    rows = _counted(frame, keys, all_periods(totals.index, every))
    rows["total"] = rows["period"].map(totals).fillna(0).astype("int64")
    rows.loc[rows["period"].isna(), "total"] = int(frame["article_id"][frame["period"].isna()].nunique())
    rows["share"] = rows["n"] / rows["total"].where(rows["total"] > 0)
    rows["low"], rows["high"] = wilson(rows["n"], rows["total"])
    rows.attrs["every"] = find_period(every).name
    return rows


def _counted(frame: pd.DataFrame, keys: list[str], periods: pd.DatetimeIndex) -> pd.DataFrame:
    """Count the articles of each of the periods × group, zeros included."""
    groups = frame[keys].dropna().drop_duplicates().sort_values(keys)
    if groups.empty:
        raise ValueError(
            f"every value of {', '.join(keys)} is null; choose a column that says to which group an article belongs"
        )
    present = frame.dropna(subset=keys).groupby(["period", *keys], dropna=False, observed=True)
    counts = present["article_id"].nunique().rename("n")
    grid = periods.to_frame(name="period").merge(groups, how="cross")
    rows = grid.merge(counts.reset_index(), how="left", on=["period", *keys])
    return rows.assign(n=rows["n"].fillna(0).astype("int64"))


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
        raise ValueError(f"share_interval got no rows with {by} and {kind}; widen the selection")
    kinds = sorted(known[kind].unique())
    groups = [
        _shares(pd.crosstab(rows["article_id"], rows[kind]).reindex(columns=kinds, fill_value=0)).assign(
            **{by: group, kind: kinds}
        )
        for group, rows in known.groupby(by, observed=True)
    ]
    return pd.concat(groups, ignore_index=True)[[by, kind, "n", "total", "share", "low", "high"]]


def _shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Return n, total, share and interval of each column of a table of articles × kinds."""
    n = counts.sum().to_numpy()
    low, high = share_bounds(counts.to_numpy())
    return pd.DataFrame({"n": n, "total": int(n.sum()), "share": n / int(n.sum()), "low": low, "high": high})


def suggest_period(articles: pd.DataFrame) -> str:
    """Return the period that cuts the articles' time into a readable number of steps.

    Parameters
    ----------
    articles : DataFrame
        Needs `published`.

    Returns
    -------
    str
        "W" for up to half a year, "M" for up to five years, else "Q".

    Examples
    --------
    >>> suggest_period(pd.DataFrame({"published": ["2024-01-01", "2026-01-01"]}))
    'M'
    """
    need(articles, ["published"], who="suggest_period")
    published = pd.to_datetime(articles["published"], utc=True)
    days = (published.max() - published.min()).days if published.notna().any() else 0
    return "W" if days <= 183 else "M" if days <= 5 * 366 else "Q"
