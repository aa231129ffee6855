"""Cut time into days, weeks, months, quarters and years, in UTC."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd


class Period(NamedTuple):
    """The code that pandas has for a period, and the period's name in axis labels."""

    code: str
    name: str


# Weeks run from Monday to Sunday (ISO 8601).
PERIODS = {
    "D": Period("D", "day"),
    "W": Period("W-SUN", "week"),
    "M": Period("M", "month"),
    "Q": Period("Q", "quarter"),
    "Y": Period("Y", "year"),
}


def find_period(every: str) -> Period:
    """Return a period by its letter. Raise ValueError, with all letters, for an unknown one.

    >>> find_period("W").name
    'week'
    """
    if every not in PERIODS:
        raise ValueError(f"there is no period {every!r}; choose one of: {', '.join(PERIODS)}")
    return PERIODS[every]


def period_starts(published: pd.Series, every: str) -> pd.Series:
    """Return the first moment of the period of each date, in UTC; null where there is no date.

    >>> period_starts(pd.Series(["2026-01-11T23:00-05:00", None]), "W").dt.strftime("%Y-%m-%d").tolist()
    ['2026-01-12', nan]
    """
    code = find_period(every).code
    days = pd.to_datetime(published, utc=True).dt.tz_localize(None)
    return days.dt.to_period(code).dt.start_time.dt.tz_localize("UTC")


def period_ends(starts: pd.Series, every: str) -> pd.Series:
    """Return the last day of each period, in UTC.

    >>> period_ends(pd.Series(pd.to_datetime(["2026-02-01"], utc=True)), "M").dt.strftime("%m-%d").tolist()
    ['02-28']
    """
    code = find_period(every).code
    return starts.dt.tz_localize(None).dt.to_period(code).dt.end_time.dt.floor("D").dt.tz_localize("UTC")


def all_periods(starts: pd.Index, every: str, span: Iterable[pd.Timestamp] = ()) -> pd.DatetimeIndex:
    """Return the first moment of every period from the first to the last of `starts`; a null stays, at the end.

    The periods reach over the moments of `span`, too.

    >>> all_periods(pd.DatetimeIndex(["2026-03-01", "2026-01-01"], tz="UTC"), "M").strftime("%m").tolist()
    ['01', '02', '03']
    """
    code = find_period(every).code
    moments = [moment.tz_localize(None) for moment in [*starts, *span] if not pd.isna(moment)]
    if not moments:
        return pd.DatetimeIndex(starts)
    whole = pd.period_range(pd.Period(min(moments), code), pd.Period(max(moments), code)).start_time
    missing = pd.DatetimeIndex([pd.NaT] * int(starts.hasnans), tz="UTC")
    return whole.tz_localize("UTC").append(missing).as_unit(starts.unit)
