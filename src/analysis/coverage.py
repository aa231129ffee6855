"""How much, when and whose: articles per period and group, and shares with intervals."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.intervals import bootstrap_shares
from analysis.tables import need

# Code in `every` → (pandas period, word for axis labels). Weeks run from Monday to Sunday (ISO 8601).
PERIODS = {
    "D": ("D", "day"),
    "W": ("W-SUN", "week"),
    "M": ("M", "month"),
    "Q": ("Q", "quarter"),
    "Y": ("Y", "year"),
}
LEVEL = 0.95


def coverage_by(articles: pd.DataFrame, *, by: str | Sequence[str] = "outlet", every: str = "W") -> pd.DataFrame:
    """Articles per period and group: one row per period × value of `by`, periods in order, with zeros where nothing ran.

    Columns: `period` (its first moment, UTC), the column(s) of `by`, `n` (articles), `total` (articles of the period, all
    groups), `share` (n / total, 0 to 1; null where the period has no article), `low` and `high` (95 % interval of the share).
    Articles without a date are counted apart, in rows at the end whose `period` is null. `attrs["every"]` is the period's
    name ("week").

    `every` is D, W (Monday to Sunday), M, Q or Y. `by` may be a list of columns, or "story" when `articles` were merged with
    the stories table: an article then counts once in each of its stories and once in `total`, so shares may sum to more than 1.

    The interval is Wilson's score interval (Wilson 1927; Brown, Cai & DasGupta 2001), which takes the articles of a period as
    a sample of what might have run; unlike a bootstrap it does not shrink to nothing at 0 or at all of 3 articles. Raises
    ValueError for no articles, a missing column or an unknown period.

    >>> articles = pd.DataFrame({"article_id": list("ab"), "outlet": ["Post", "Star"], "published": ["2024-05-06", "2024-05-07"]})
    >>> coverage_by(articles)[["outlet", "n", "total", "share"]].values.tolist()
    [['Post', 1, 2, 0.5], ['Star', 1, 2, 0.5]]
    """
    keys = [by] if isinstance(by, str) else list(by)
    _check(articles, keys, every)
    frame = articles[["article_id", *keys]].assign(period=_periods(articles, every))
    totals = frame.groupby("period", dropna=False)["article_id"].nunique()
    groups = frame[keys].dropna().drop_duplicates().sort_values(keys)
    if groups.empty:
        raise ValueError(
            f"every value of {', '.join(keys)} is null; choose a column that says to which group an article belongs"
        )
    counts = (
        frame.dropna(subset=keys)
        .groupby(["period", *keys], dropna=False, observed=True)["article_id"]
        .nunique()
        .rename("n")
    )
    grid = _all_periods(totals.index, every).to_frame(name="period").merge(groups, how="cross")
    rows = grid.merge(counts.reset_index(), how="left", on=["period", *keys])
    rows["n"] = rows["n"].fillna(0).astype("int64")
    rows["total"] = rows["period"].map(totals).fillna(0).astype("int64")
    rows.loc[rows["period"].isna(), "total"] = int(frame["article_id"][frame["period"].isna()].nunique())
    rows["share"] = rows["n"] / rows["total"].where(rows["total"] > 0)
    rows["low"], rows["high"] = wilson(rows["n"], rows["total"])
    rows.attrs["every"] = PERIODS[every][1]
    return rows


def wilson(n: pd.Series, total: pd.Series, *, level: float = LEVEL) -> tuple[pd.Series, pd.Series]:
    """Lower and upper bound (0 to 1) of the share n / total: Wilson's score interval; null where total is 0.

    (p + z²/2t ± z √(p(1−p)/t + z²/4t²)) / (1 + z²/t), with p = n/t and z the normal quantile (Wilson 1927, JASA 22).

    >>> low, high = wilson(pd.Series([0]), pd.Series([10]))
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.0], [0.278])
    """
    z = norm.ppf((1 + level) / 2)
    total = total.where(total > 0).astype(float)
    share = n / total
    centre = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2)) / (1 + z**2 / total)
    # At none and at all the bound is 0 and 1 exactly; rounding would leave it a hair off.
    return (centre - half).mask(n == 0, 0 * share), (centre + half).mask(n == total, share)


def share_interval(frame: pd.DataFrame, kind: str, *, by: str = "outlet", seed: int = 0) -> pd.DataFrame:
    """Share of each value of `kind` in each group, with a 95 % interval: one row per value of `by` × value of `kind`.

    `frame` holds one row per thing counted (a quote, a paragraph, an article) with `article_id`, `by` and `kind`. Columns:
    `by`, `kind`, `n`, `total` (things of the group), `share` (n / total, 0 to 1), `low`, `high`. The interval is the percentile
    bootstrap, resampled by article and not by thing, as the things of one article hang together (see `bootstrap_shares`).
    A group with one article has no interval (null). The same `seed` gives the same interval.
    Raises ValueError for a missing column or an empty frame.

    >>> quotes = pd.DataFrame({"article_id": list("aabb"), "outlet": "Post", "kind": ["named", "unnamed"] * 2})
    >>> share_interval(quotes, "kind")[["kind", "n", "share", "low", "high"]].values.tolist()
    [['named', 2, 0.5, 0.5, 0.5], ['unnamed', 2, 0.5, 0.5, 0.5]]
    """
    need(frame, ["article_id", by, kind], who="share_interval")
    known = frame.dropna(subset=[by, kind])
    if known.empty:
        raise ValueError(f"share_interval got no rows with {by} and {kind}; widen the selection")
    kinds = sorted(known[kind].unique())
    return pd.concat(
        [_shares(rows, group, kinds, (by, kind, seed)) for group, rows in known.groupby(by, observed=True)],
        ignore_index=True,
    )


def _shares(rows: pd.DataFrame, group: object, kinds: list, told: tuple[str, str, int]) -> pd.DataFrame:
    by, kind, seed = told
    counts = pd.crosstab(rows["article_id"], rows[kind]).reindex(columns=kinds, fill_value=0)
    n = counts.sum()
    low, high = bootstrap_shares(counts.to_numpy(), seed=seed) if len(counts) > 1 else (np.nan, np.nan)
    total = int(n.sum())
    return pd.DataFrame(
        {
            by: group,
            kind: kinds,
            "n": n.to_numpy(),
            "total": total,
            "share": n.to_numpy() / total,
            "low": low,
            "high": high,
        }
    )


def _check(articles: pd.DataFrame, keys: list[str], every: str) -> None:
    need(articles, ["article_id", "published", *keys], who="coverage_by")
    if every not in PERIODS:
        raise ValueError(f"there is no period {every!r}; choose one of: {', '.join(PERIODS)}")
    if articles.empty:
        raise ValueError("coverage_by got no articles; widen the selection (since, until, outlets, story)")


def _periods(articles: pd.DataFrame, every: str) -> pd.Series:
    """The first moment of each article's period, in UTC; null where there is no date."""
    published = pd.to_datetime(articles["published"], utc=True).dt.tz_localize(None)
    return published.dt.to_period(PERIODS[every][0]).dt.start_time.dt.tz_localize("UTC")


def _all_periods(found: pd.Index, every: str) -> pd.DatetimeIndex:
    """Every period from the first to the last, and null at the end when some articles have no date."""
    dated = found.dropna()
    if dated.empty:
        return pd.DatetimeIndex(found)
    first, last = dated.min().tz_localize(None), dated.max().tz_localize(None)
    code = PERIODS[every][0]
    whole = pd.period_range(pd.Period(first, code), pd.Period(last, code)).start_time.tz_localize("UTC")
    missing = pd.DatetimeIndex([pd.NaT] * int(found.hasnans), tz="UTC")
    return whole.append(missing).as_unit(found.unit)


def suggest_period(articles: pd.DataFrame) -> str:
    """The period that shows the articles' time in a readable number of steps: W up to half a year, M up to five years, else Q.

    >>> suggest_period(pd.DataFrame({"published": ["2024-01-01", "2026-01-01"]}))
    'M'
    """
    need(articles, ["published"], who="suggest_period")
    published = pd.to_datetime(articles["published"], utc=True)
    days = (published.max() - published.min()).days if published.notna().any() else 0
    return "W" if days <= 183 else "M" if days <= 5 * 366 else "Q"
