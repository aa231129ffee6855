"""Cut time into days, weeks, months, quarters and years, in UTC."""

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


def all_periods(starts: pd.Index, every: str) -> pd.DatetimeIndex:
    """Return the first moment of every period from the first to the last of `starts`; a null stays, at the end.

    >>> all_periods(pd.DatetimeIndex(["2026-03-01", "2026-01-01"], tz="UTC"), "M").strftime("%m").tolist()
    ['01', '02', '03']
    """
    dated = starts.dropna()
    if dated.empty:
        return pd.DatetimeIndex(starts)
    code = find_period(every).code
    first, last = dated.min().tz_localize(None), dated.max().tz_localize(None)
    whole = pd.period_range(pd.Period(first, code), pd.Period(last, code)).start_time.tz_localize("UTC")
    missing = pd.DatetimeIndex([pd.NaT] * int(starts.hasnans), tz="UTC")
    return whole.append(missing).as_unit(starts.unit)
