"""Select articles by outlet and period."""

from collections.abc import Sequence
from datetime import date

import pandas as pd


def in_selection(
    articles: pd.DataFrame, *, outlets: str | Sequence[str] = (), since: str = "", until: str = ""
) -> pd.Series:
    """Return for each article whether it is by one of the outlets and in the period, as in `load_articles`.

    Raises ValueError for a day that is not written as 2026-01-31.
    """
    keep = pd.Series(True, index=articles.index)
    if outlets:
        keep &= articles["outlet"].isin([outlets] if isinstance(outlets, str) else list(outlets))
    if since:
        keep &= articles["published"] >= parse_day(since, "since")
    if until:
        keep &= articles["published"] < parse_day(until, "until") + pd.Timedelta(days=1)
    return keep


def parse_day(value: str | date, name: str) -> pd.Timestamp:
    """Return the first moment of a day in UTC. Raise ValueError, with the parameter's name, for another spelling.

    >>> parse_day("2026-01-31", "since")
    Timestamp('2026-01-31 00:00:00+0000', tz='UTC')
    """
    try:
        return pd.Timestamp(date.fromisoformat(str(value)), tz="UTC")
    except ValueError:
        raise ValueError(f"{name}={value!r} is no day; write it as 2026-01-31") from None
