"""Tell a gap in the collection, where articles are missing, from an outlet that happened to publish nothing."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.corpus.selection import in_selection, parse_day
from analysis.periods import period_ends
from analysis.tables import need

# Fewer than one in a hundred collections without a gap would have a stretch as long as one that counts as a gap.
CHANCE = 0.01


def find_gaps(
    articles: pd.DataFrame, *, by: str | Sequence[str] = "outlet", since: str = "", until: str = ""
) -> pd.DataFrame:
    """Return the gaps in a collection, one row per stretch of days without an article that is too long to be chance.

    Parameters
    ----------
    articles : DataFrame
        All articles that were collected, on a story or not. Needs `article_id`, `published` and the column(s) of `by`.
    by : str or list of str
        The column or columns that say where an article was collected. The collection counts as a whole if empty.
    since, until : str
        First and last day in which a gap can be found, such as "2026-01-31", in UTC. By default, the days of the
        group's own first and last article.

    Returns
    -------
    DataFrame
        - the column(s) of `by`
        - `first`, `last`: the first and the last day without an article, UTC
        - `days`: how many days that is
        - `expected`: the articles that these days would have at the group's usual rate
        - `chance`: bound of the probability that a group without a gap has such a stretch (0 to 0.01)

    Raises
    ------
    ValueError
        For a missing column, or a day that is not written as 2026-01-31.

    Notes
    -----
    The usual rate r of a group is its number n of dated articles, divided by the number of days from the first to the
    last. The empty days count, so r is rather too low than too high. If articles come at random at that rate (a
    Poisson process), d given days are empty with the probability exp(-r d). A stretch can begin after each article, or
    with the first day, so the probability that one of d days occurs anywhere is at most (n + 1) exp(-r d) (Bonferroni).
    The stretch is a gap where this bound is below 0.01. Groups with few articles thus have none. Articles without a
    date are left out; if a group has many of them, they may be what is missing in its gaps.

    Examples
    --------
    One article a day, but none from May 11 to 20: n = 20 in 30 days, 21 exp(-20 / 30 * 10) = 0.027. With 20 days
    empty, of 40, it is 21 exp(-10) = 0.00095.

    >>> days = [*pd.date_range("2024-05-01", periods=10), *pd.date_range("2024-05-31", periods=10)]
    >>> articles = pd.DataFrame({"article_id": map(str, range(20)), "outlet": "Post", "published": days})
    >>> find_gaps(articles)[["outlet", "days", "expected"]].values.tolist()
    [['Post', 20, 10.0]]
    """
    keys = [by] if isinstance(by, str) and by else list(by)
    need(articles, ["article_id", "published", *keys], who="find_gaps")
    dated = articles.assign(published=pd.to_datetime(articles["published"], utc=True))
    dated = dated[in_selection(dated, since=since, until=until)]
    found = [_gaps(rows["published"], since, until).assign(**names) for names, rows in _groups(dated, keys)]
    columns = [*keys, "first", "last", "days", "expected", "chance"]
    return pd.concat(found, ignore_index=True)[columns] if found else pd.DataFrame(columns=columns)


def gap_periods(
    articles: pd.DataFrame, periods: pd.Series, *, by: list[str], every: str, span: tuple[str, str]
) -> pd.DataFrame:
    """Return the periods that lie in a gap of a group or of the whole collection, one row per period × group.

    Only those days of a period count in which the group can have a gap: from `since` to `until`, which `span` holds,
    or from the group's own first to its last article.
    """
    common = _gaps(articles.drop_duplicates("article_id")["published"].dropna(), *span)
    found = []
    for names, rows in _groups(articles, by):
        first, last = _first_and_last(rows["published"], *span)
        begins, ends = periods.clip(lower=first), period_ends(periods, every).clip(upper=last)
        gaps = pd.concat([common, _gaps(rows["published"], *span)])
        within = [(gap.first <= begins) & (ends <= gap.last) & (begins <= ends) for gap in gaps.itertuples()]
        found.append(pd.DataFrame({"period": periods[np.any(within, axis=0)]}).assign(**names) if within else None)
    return pd.concat([pd.DataFrame({"period": periods[:0]}).assign(**dict.fromkeys(by)), *found], ignore_index=True)


def _groups(articles: pd.DataFrame, keys: list[str]) -> Iterator[tuple[dict[str, Any], pd.DataFrame]]:
    """Yield the values of `keys` of each group, and its dated articles; one group of all articles without keys."""
    dated = articles.dropna(subset=["published", *keys]).drop_duplicates("article_id")
    if not keys:
        yield {}, dated
    else:
        for values, rows in dated.groupby(keys, observed=True):
            yield dict(zip(keys, values, strict=True)), rows


def _gaps(published: pd.Series, since: str, until: str) -> pd.DataFrame:
    """Return the gaps between the articles of one group."""
    day, dates = pd.Timedelta(days=1), published.dt.floor("D").sort_values()
    first, last = _first_and_last(published, since, until)
    empty = pd.DataFrame({"first": [first, *(dates + day)], "last": [*(dates - day), last]})
    empty["days"] = (empty["last"] - empty["first"]).dt.days + 1
    empty["expected"] = len(dates) / ((last - first).days + 1) * empty["days"]
    empty["chance"] = (len(dates) + 1) * np.exp(-empty["expected"])
    return empty[empty["chance"] < CHANCE]


def _first_and_last(published: pd.Series, since: str, until: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the days between which a group can have a gap."""
    first = parse_day(since, "since") if since else published.min().floor("D")
    return first, parse_day(until, "until") if until else published.max().floor("D")
