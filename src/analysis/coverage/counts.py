"""Count articles per period and group: how much and when."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.corpus.selection import in_selection, parse_day
from analysis.coverage.gaps import gap_periods
from analysis.enough import NotEnoughArticles
from analysis.intervals import wilson
from analysis.periods import all_periods, find_period, period_starts
from analysis.tables import need


def coverage_by(
    articles: pd.DataFrame,
    collected: pd.DataFrame | None = None,
    *,
    by: str | Sequence[str] = "outlet",
    every: str = "W",
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Return the articles per period and group, one row per period × value of `by`, with zeros where nothing ran.

    Parameters
    ----------
    articles : DataFrame
        The articles to count, such as those on a story. Needs `article_id`, `published` and the column(s) of `by`.
        After a merge with the stories table, an article counts once in each of its stories and once in `total`, so
        shares may sum to more than 1.
    collected : DataFrame, optional
        All articles of the selection, on the story or not; `articles` by default. They tell an outlet that was silent
        on the story from a gap in the collection. Outlets without any article on the story get rows, too.
    by : str or list of str
        The column or columns that say which group an article is in.
    every : {"D", "W", "M", "Q", "Y"}
        The period, in UTC. A week runs from Monday to Sunday.
    since, until : str
        First and last day, such as "2026-01-31", in UTC. The rows run from the one to the other, and articles outside
        are left out. By default they run from the first to the last of `collected`.

    Returns
    -------
    DataFrame
        - `period`: its first moment, UTC; null in the last rows, which count the articles without a date
        - the column(s) of `by`
        - `n`: articles
        - `total`: articles of the period in all groups
        - `share`: n / total (0 to 1); null when the period has no article
        - `low`, `high`: 95% interval of the share
        - `n_all`: articles of any kind, from `collected`, by the column(s) of `by` other than `story`
        - `status`: "covered" (n > 0), "silent" (n_all > 0, but none counted), "gap" (no article of any kind, for too
          long to be chance), or "none" (no article of any kind, which may be chance or lies before the group's first
          or after its last article); null without a date

        `attrs["every"]` is the period's name ("week").

    Raises
    ------
    ValueError
        For no articles, a missing column, an unknown period, a day not written as 2026-01-31, or an article that
        `collected` lacks.

    Notes
    -----
    The interval is Wilson's score interval [1]_ [2]_. It takes the articles of a period as a sample of what might
    have run. Unlike a bootstrap it does not shrink to nothing when none or all of three articles are counted.

    A period is a gap if it lies in one that `find_gaps` finds for the group, or for the whole collection. Gaps are
    looked for from `since` to `until`; where these are not given, from the group's own first to its last article.

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
    >>> coverage_by(articles[:1], articles)[["outlet", "n", "n_all", "status"]].values.tolist()
    [['Post', 1, 1, 'covered'], ['Star', 0, 1, 'silent']]
    """
    keys = [by] if isinstance(by, str) else list(by)
    sources = [key for key in keys if key != "story"]  # a story is no property of the collection
    counted = _dated(articles, keys, every, (since, until))
    everything = counted if collected is None else _dated(collected, sources, every, (since, until))
    if not counted["article_id"].isin(everything["article_id"]).all():
        raise ValueError("articles holds an article that collected lacks; give all articles of the selection there")
    span = [parse_day(day, name) for name, day in (("since", since), ("until", until)) if day]
    periods = all_periods(pd.DatetimeIndex(everything["period"].unique()), every, span)
    rows = pd.DataFrame({"period": periods}).merge(_groups(counted, everything, keys, sources), how="cross")
    rows = rows.assign(n=_numbers(counted, keys, rows), total=_numbers(counted, [], rows))
    rows["share"] = rows["n"] / rows["total"].where(rows["total"] > 0)
    rows["low"], rows["high"] = wilson(rows["n"], rows["total"])
    rows["n_all"] = _numbers(everything, sources, rows)
    rows["status"] = _statuses(
        rows, gap_periods(everything, pd.Series(periods.dropna()), by=sources, every=every, span=(since, until))
    )
    rows.attrs["every"] = find_period(every).name
    return rows


def _dated(frame: pd.DataFrame, keys: list[str], every: str, span: tuple[str, str]) -> pd.DataFrame:
    """Return the articles of a span of time with their period, and the articles without a date."""
    need(frame, ["article_id", "published", *keys], who="coverage_by")
    dated = frame[["article_id", *keys]].assign(published=pd.to_datetime(frame["published"], utc=True))
    dated = dated[in_selection(dated, since=span[0], until=span[1]) | dated["published"].isna()]
    if dated.empty:
        raise NotEnoughArticles(
            "no article is left to count; add articles, or widen the selection (since, until, outlets, story)"
        )
    return with_period(dated, every)


def _groups(counted: pd.DataFrame, everything: pd.DataFrame, keys: list[str], sources: list[str]) -> pd.DataFrame:
    """Return the groups that get rows: those counted, and every source that was collected with every story."""
    groups = counted[keys].dropna().drop_duplicates()
    if groups.empty:
        raise ValueError(
            f"every value of {', '.join(keys)} is null; choose a column that says to which group an article belongs"
        )
    if sources and everything is not counted:
        every_source = everything[sources].dropna().drop_duplicates()
        stories = groups[[key for key in keys if key == "story"]].drop_duplicates()
        groups = every_source.merge(stories, how="cross") if "story" in keys else every_source
    return groups[keys].sort_values(keys)


def _numbers(frame: pd.DataFrame, keys: list[str], rows: pd.DataFrame) -> np.ndarray:
    """Return for each row how many articles its period has in its group of `keys`."""
    counts = frame.dropna(subset=keys).groupby(["period", *keys], dropna=False, observed=True)["article_id"].nunique()
    found = rows[["period", *keys]].merge(counts.rename("n").reset_index(), how="left", on=["period", *keys])
    numbers: np.ndarray = found["n"].fillna(0).astype("int64").to_numpy()
    return numbers


def _statuses(rows: pd.DataFrame, gaps: pd.DataFrame) -> pd.Series:
    """Return the status of each row: covered, silent, gap or none; null in rows without a date."""
    in_gap = rows[list(gaps.columns)].merge(gaps.assign(gap=True), how="left")["gap"].notna()
    status = pd.Series("none", index=rows.index).mask(in_gap, "gap").mask(rows["n_all"] > 0, "silent")
    return status.mask(rows["n"] > 0, "covered").mask(rows["period"].isna())


def with_period(articles: pd.DataFrame, every: str) -> pd.DataFrame:
    """Return the articles with the period that each belongs to, as `coverage_by` counts them.

    Parameters
    ----------
    articles : DataFrame
        Needs `published`.
    every : {"D", "W", "M", "Q", "Y"}
        The period, in UTC.

    Returns
    -------
    DataFrame
        The articles with the column `period`: its first moment, UTC; null without a date.

    Examples
    --------
    >>> with_period(pd.DataFrame({"published": ["2026-01-15"]}), "W")["period"].dt.strftime("%Y-%m-%d").tolist()
    ['2026-01-12']
    """
    need(articles, ["published"], who="with_period")
    return articles.assign(period=period_starts(articles["published"], every))


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
