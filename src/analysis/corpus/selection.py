"""Which articles belong to a selection: some outlets, and a period."""

from collections.abc import Sequence
from datetime import date

import pandas as pd


def in_selection(
    articles: pd.DataFrame, *, outlets: str | Sequence[str] = (), since: str = "", until: str = ""
) -> pd.Series:
    """Return for each article whether it belongs to a selection; "" and [] mean no limit.

    `since` and `until` are days such as "2026-01-31", both included, in UTC; they leave out articles without a date.
    Raises ValueError for a day that is none.
    """
    keep = pd.Series(True, index=articles.index)
    if outlets:
        keep &= articles["outlet"].isin([outlets] if isinstance(outlets, str) else list(outlets))
    if since:
        keep &= articles["published"] >= _day(since, "since")
    if until:
        keep &= articles["published"] < _day(until, "until") + pd.Timedelta(days=1)
    return keep


def _day(value: str | date, name: str) -> pd.Timestamp:
    try:
        return pd.Timestamp(date.fromisoformat(str(value)), tz="UTC")
    except ValueError:
        raise ValueError(f"{name}={value!r} is no day; write it as 2026-01-31") from None
