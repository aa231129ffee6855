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
        What `coverage_by` returns, with `period`.
    articles : DataFrame
        All articles that were collected; needs `published`.
    every : {"D", "W", "M", "Q", "Y"}
        The period of `coverage`.

    Returns
    -------
    DataFrame
        The rows of `coverage` without the first periods that together have at most 0.5% of the dated articles, and
        without the last ones that do. Rows without a period stay. With fewer than 200 dated articles, only periods
        without any go.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": range(400), "published": ["2007-05-01"] + ["2025-05-01"] * 399})
    >>> coverage = pd.DataFrame({"period": pd.to_datetime(["2007-01-01", "2016-01-01", "2025-01-01"], utc=True)})
    >>> main_periods(coverage, articles, "Y")["period"].dt.year.tolist()
    [2025]
    """
    need(coverage, ["period"], who="main_periods")
    need(articles, ["published"], who="main_periods")
    counts = period_starts(articles["published"], every).value_counts().sort_index()
    if counts.empty:
        return coverage
    most = _OUTSIDE * counts.sum()
    first = counts.index[counts.cumsum() > most][0]
    last = counts.index[counts[::-1].cumsum()[::-1] > most][-1]
    return coverage[coverage["period"].isna() | coverage["period"].between(first, last)]
