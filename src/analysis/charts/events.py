"""Charts of events: which were covered most widely, and one event outlet by outlet."""

import textwrap
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts.base import (
    date_axis,
    name_rows,
    outlet_legend,
    rows_axes,
    set_title,
    stack_outlets,
    styled_plot,
)
from analysis.charts.colors import PLAIN, REST
from analysis.charts.writing import shown

_DOT = 0.4  # of a row: how far the dot of an article lies below its headline
_UPRIGHT = 5  # so many names of outlets have room beside each other


@styled_plot
def plot_events(articles: pd.DataFrame, *, colors: Mapping[str, str], most: int = 10, ax: Axes | None = None) -> Axes:
    """Draw a bar for each of the most widely covered events: its articles, with a part for each outlet.

    Parameters
    ----------
    articles : DataFrame
        One row per article: `event_id`, `outlet`, `headline`, and `similarity` to the event's center. An event is named
        by the headline of the article nearest to its center.
    colors : mapping of str to str
        Outlet to color, in the order of the parts of a bar; other outlets are gray.
    most : int
        How many events are drawn: those of most outlets, then those of most articles.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    size = articles.groupby("event_id").agg(outlets=("outlet", "nunique"), n=("outlet", "size"))
    ids = size.sort_values(["outlets", "n"], ascending=False, kind="stable").index[:most]
    nearest = articles.sort_values("similarity", ascending=False, kind="stable").drop_duplicates("event_id")
    names = nearest.set_index("event_id")["headline"]
    grid = pd.crosstab(articles["event_id"], articles["outlet"].astype(str)).loc[ids]
    ax = rows_axes(ax, len(grid), height=0.5)
    stack_outlets(ax, grid, colors=colors, height=0.6)
    name_rows(ax, [_short(names[event], 76) for event in ids], width=40, longest=80, fontsize=9)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_xlabel("articles")
    outlet_legend(ax, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    shared, widest = (size["outlets"] > 1).sum(), size["outlets"].max()
    several = f"{shared:,} of {len(size):,} events were covered by more than one outlet"
    set_title(ax, f"{several}, one of them by {widest:,}")
    return ax


@styled_plot
def plot_event_time(articles: pd.DataFrame, *, colors: Mapping[str, str], ax: Axes | None = None) -> Axes:
    """Draw when each outlet published on one event: a dot for each article, with its headline, the earliest first.

    Parameters
    ----------
    articles : DataFrame
        One row per article on the event: `outlet`, `headline`, `published`. Articles without a date have no dot and
        stand at the bottom.
    colors : mapping of str to str
        Outlet to color; other outlets are gray.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    frame = articles.sort_values("published", kind="stable", na_position="last").reset_index(drop=True)
    ax = rows_axes(ax, len(frame), height=0.5)
    published = frame["published"].dropna()
    # Invisible dots make the axis one of dates.
    ax.plot(published, published.index + _DOT, "o", alpha=0)
    for row in frame.itertuples():
        known = pd.notna(row.published)
        if known:
            ax.plot(row.published, row.Index + _DOT, "o", markersize=8, color=colors.get(row.outlet, REST))
        headline = _short(row.headline, 72) + ("" if known else " (no date)")
        ax.annotate(headline, (0.01, row.Index), xycoords=("axes fraction", "data"), va="center", fontsize=9)
    name_rows(ax, frame["outlet"])
    date_axis(ax, minticks=2, maxticks=7)
    ax.margins(x=0.06)
    ax.set_xlabel("published (UTC)")
    if len(published) and published.min() == published.max():
        # One moment, or days without times: without limits the axis would span years.
        ax.set_xlim(published.min() - pd.Timedelta(days=1), published.min() + pd.Timedelta(days=1))
    set_title(ax, _when(frame))
    return ax


@styled_plot
def plot_event_grid(comparison: pd.DataFrame, *, what: str, most: int = 18, ax: Axes | None = None) -> Axes:
    """Draw a grid of outlets and what they gave about one event: a dot where an outlet gave it.

    Parameters
    ----------
    comparison : DataFrame
        What `compare_event` returns, one row per outlet: `outlet` and the column `what`.
    what : {"figures", "speakers"}
        A column of lists.
    most : int
        How many figures or speakers are drawn, those given by most outlets first.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        A dot is hollow where only one outlet gave it.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    pairs = comparison[["outlet", what]].explode(what).dropna()
    outlets, given = list(comparison["outlet"]), pairs.groupby(what, sort=False)["outlet"].nunique()
    items = list(given.sort_values(ascending=False, kind="stable").index[:most])
    ax = rows_axes(ax, max(len(items), 1), height=0.3)
    color = PLAIN
    for row, item in enumerate(items):
        face = color if given[item] > 1 else "white"
        for outlet in pairs.loc[pairs[what] == item, "outlet"]:
            dot: dict[str, Any] = {
                "markersize": 9,
                "markerfacecolor": face,
                "markeredgecolor": color,
                "markeredgewidth": 2,
            }
            ax.plot(outlets.index(outlet), row, "o", **dot)
    ax.set_yticks(range(len(items)), [_short(item, 44) for item in items])
    names = [shown(outlet, longest=40, width=11) for outlet in outlets]
    slant: dict[str, Any] = (
        {"rotation": 40, "ha": "right", "rotation_mode": "anchor"} if len(outlets) > _UPRIGHT else {}
    )
    ax.set_xticks(range(len(outlets)), [shown(name, longest=30) for name in names] if slant else names, **slant)
    ax.set_xlim(-0.6, len(outlets) - 0.4)
    ax.set_xlabel("hollow: one outlet only")
    shared, single = (given == len(outlets)).sum(), (given == 1).sum()
    set_title(ax, f"{shared:,} of {len(given):,} {what} appear in all {len(outlets)} outlets, {single:,} in only one")
    return ax


def _when(frame: pd.DataFrame) -> str:
    """Return how many outlets covered the event, and within what time."""
    published = frame["published"].dropna()
    title = f"{frame['outlet'].nunique()} outlets covered the event"
    if len(published) < 2:
        return title
    hours = (published.max() - published.min()) / pd.Timedelta(hours=1)
    if not hours:
        return f"{title} on the same day"
    time = f"{hours / 24:.0f} days" if hours >= 48 else f"{np.ceil(hours):.0f} hours"
    return f"{title} within {time}"


def _short(text: Any, width: int) -> str:
    """Return at most `width` characters of a headline or name, from its beginning."""
    known = "no headline" if pd.isna(text) else shown(text, longest=len(text))
    return known if len(known) <= width else textwrap.shorten(known, width, placeholder="…")
