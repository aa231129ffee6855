"""The periods in which nearly all articles lie: a chart over time shows these, lest a few stray dates fill it."""

import pandas as pd

from analysis.periods import period_starts
from analysis.tables import need

_OUTSIDE = 0.005  # of the dated articles, at either end


def main_periods(coverage: pd.DataFrame, articles: pd.DataFrame, every: str) -> pd.DataFrame:
    """Return the rows of the periods in which 99% of the dated articles lie, for a chart over time.

    Parameters
    ----------
    coverage : DataFrame
        What `coverage_by` returns, with `period` and `n`.
    articles : DataFrame
        All articles that were collected; needs `published`.
    every : {"D", "W", "M", "Q", "Y"}
        The period of `coverage`.

    Returns
    -------
    DataFrame
        The rows of `coverage` without the first periods that together have at most 0.5% of the dated articles, both of
        those collected and of those counted in `n`, and without the last periods that do. Rows without a period stay.
        Of fewer than 200 articles, none is left out.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": range(400), "published": ["2007-05-01"] + ["2025-05-01"] * 399})
    >>> periods = pd.to_datetime(["2007-01-01", "2016-01-01", "2025-01-01"], utc=True)
    >>> main_periods(pd.DataFrame({"period": periods, "n": [0, 0, 120]}), articles, "Y")["period"].dt.year.tolist()
    [2025]
    """
    need(coverage, ["period", "n"], who="main_periods")
    need(articles, ["published"], who="main_periods")
    collected = period_starts(articles["published"], every).value_counts().sort_index()
    counted = coverage.groupby("period")["n"].sum()
    spans = [_span(counts) for counts in (collected, counted) if counts.sum()]
    if not spans:
        return coverage
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    return coverage[coverage["period"].isna() | coverage["period"].between(first, last)]


def _span(counts: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and the last period, by numbers of articles in the order of time."""
    most = _OUTSIDE * counts.sum()
    return counts.index[counts.cumsum() > most][0], counts.index[counts[::-1].cumsum()[::-1] > most][-1]
