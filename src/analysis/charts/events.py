"""Charts of events: which were covered most, and one of them outlet by outlet."""

import textwrap
from collections.abc import Mapping

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts.base import REST, rows_axes, say, styled_plot


def _short(words: str | None, width: int) -> str:
    """At most `width` characters of a headline or name, with dollar signs that are not taken for mathematics."""
    return textwrap.shorten(words or "no headline", width, placeholder="…").replace("$", r"\$")


@styled_plot
def plot_events(articles: pd.DataFrame, *, colors: Mapping[str, str], most: int = 10, ax: Axes | None = None) -> Axes:
    """Bars of the articles of the `most` widely covered events, parted by outlet; one row per article: `event_id`, `outlet`, `headline`.

    An event is called by the headline of the article nearest to its centre (`similarity`).
    """
    size = articles.groupby("event_id").agg(outlets=("outlet", "nunique"), n=("outlet", "size"))
    ids = size.sort_values(["outlets", "n"], ascending=False, kind="stable").index[:most]
    main = (
        articles.sort_values("similarity", ascending=False, kind="stable")
        .drop_duplicates("event_id")
        .set_index("event_id")["headline"]
    )
    grid = pd.crosstab(articles["event_id"], articles["outlet"].astype(str)).loc[ids]
    ax, left = rows_axes(ax, len(grid), height=0.5), np.zeros(len(grid))
    for outlet in [*(o for o in colors if o in grid), *(o for o in grid if o not in colors)]:
        color = colors.get(outlet, REST)
        ax.barh(
            range(len(grid)), grid[outlet], left=left, color=color, label=outlet if color != REST else "_", height=0.6
        )
        left += grid[outlet].to_numpy()
    if any(colors.get(outlet, REST) == REST for outlet in grid):
        ax.barh(0, 0, color=REST, label="other outlets")
    ax.set_yticks(range(len(grid)), [textwrap.fill(_short(main[i], 76), 40) for i in ids], fontsize=8.5)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_xlabel("articles")
    ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    say(
        ax,
        f"{(size['outlets'] > 1).sum():,} of the events were covered by more than one outlet, the widest by {size['outlets'].max():,}",
    )
    return ax


@styled_plot
def plot_event_time(articles: pd.DataFrame, *, colors: Mapping[str, str], ax: Axes | None = None) -> Axes:
    """When each outlet published on one event: a dot per article with its headline; `outlet`, `headline`, `published`, earliest first.

    Articles without a date have no dot and stand at the bottom.
    """
    frame = articles.sort_values("published", kind="stable", na_position="last").reset_index(drop=True)
    ax = rows_axes(ax, len(frame), height=0.42)
    dated = frame.dropna(subset=["published"])
    ax.plot(dated["published"], dated.index, "o", alpha=0)  # so that the axis is one of dates
    for row in frame.itertuples():
        known = pd.notna(row.published)
        if known:
            ax.plot(row.published, row.Index, "o", markersize=8, color=colors.get(row.outlet, REST))
        words = _short(row.headline, 84) + ("" if known else " (no date)")
        ax.annotate(words, (1.02, row.Index), xycoords=("axes fraction", "data"), va="center", fontsize=8.5)
    ax.set_yticks(frame.index, frame["outlet"])
    ax.xaxis.set_major_locator(mdates.AutoDateLocator(minticks=2, maxticks=7))
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
    ax.margins(x=0.06)
    ax.set_xlabel("published (UTC)")
    hours = (dated["published"].max() - dated["published"].min()) / pd.Timedelta(hours=1) if len(dated) else 0
    if len(dated) and not hours:  # one moment, or days without times: an axis of years would say nothing
        ax.set_xlim(dated["published"].min() - pd.Timedelta(days=1), dated["published"].min() + pd.Timedelta(days=1))
    span = (
        f"within {hours / 24:.0f} days"
        if hours >= 48
        else f"within {np.ceil(hours):.0f} hours"
        if hours
        else "on the same day"
    )
    first = dated.loc[dated["published"] == dated["published"].min(), "outlet"].unique()
    who = f"{first[0]} came first; " if len(first) == 1 and hours else ""
    say(ax, f"{who}{frame['outlet'].nunique()} outlets told the event" + (f" {span}" if len(dated) > 1 else ""))
    return ax


@styled_plot
def plot_event_grid(comparison: pd.DataFrame, *, what: str, most: int = 18, ax: Axes | None = None) -> Axes:
    """A dot where an outlet gives one of the `most` shared figures or speakers (`what`, a column of lists of `compare_event`).

    Those given by most outlets come first; one that a single outlet gives is hollow.
    """
    pairs = comparison[["outlet", what]].explode(what).dropna()
    outlets, given = list(comparison["outlet"]), pairs.groupby(what, sort=False)["outlet"].nunique()
    items = list(given.sort_values(ascending=False, kind="stable").index[:most])
    ax = rows_axes(ax, max(len(items), 1), height=0.3)
    for row, item in enumerate(items):
        for outlet in pairs.loc[pairs[what] == item, "outlet"]:
            ax.plot(
                outlets.index(outlet),
                row,
                "o",
                markersize=9,
                markeredgecolor="#0072B2",
                markerfacecolor="#0072B2" if given[item] > 1 else "white",
                markeredgewidth=2,
            )
    ax.set_yticks(range(len(items)), [_short(item, 44) for item in items])
    ax.set_xticks(range(len(outlets)), [textwrap.fill(outlet, 11) for outlet in outlets], fontsize=8.5)
    ax.set_xlim(-0.6, len(outlets) - 0.4)
    ax.set_xlabel("hollow: one outlet only")
    shared = (given == len(outlets)).sum()
    say(
        ax,
        f"{shared:,} of {len(given):,} {what} are given by all {len(outlets)} outlets, {(given == 1).sum():,} by one only",
    )
    return ax
