"""Charts of how much each outlet wrote, when, and on what."""

from collections.abc import Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from analysis.charts.base import (
    date_axis,
    name_rows,
    rows_axes,
    set_title,
    share_bars,
    stack_bars,
    styled_plot,
)
from analysis.charts.colors import CONTRAST, PLAIN, REST
from analysis.charts.timelines import draw_gaps, with_ends
from analysis.charts.writing import name_legend, shown
from analysis.wording import percent

_COPIES = {"own articles": PLAIN, "agency copy or a repeat of another article": CONTRAST}
_WIDE_INTERVAL = 0.4  # a share with a wider interval is drawn hollow


@styled_plot
def plot_outlets(description: pd.DataFrame, *, most: int = 20, ax: Axes | None = None) -> Axes:
    """Draw a bar for each outlet: its articles, with the copies set apart.

    Parameters
    ----------
    description : DataFrame
        What `describe_corpus` returns, one row per outlet: `outlet`, `articles`, `copies`, `missing`.
    most : int
        How many outlets are drawn, the largest first. The title counts all of them.
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
    frame = description.sort_values("articles", ascending=False, kind="stable").head(most)
    ax = rows_axes(ax, len(frame))
    own = frame["articles"] - frame["copies"]
    grid = pd.DataFrame(dict(zip(_COPIES, (own, frame["copies"]), strict=True)))
    stack_bars(ax, grid, colors=_COPIES, labels={name: name for name in _COPIES}, height=0.66)
    for row, (total, missing) in enumerate(zip(frame["articles"], frame["missing"], strict=True)):
        number = f"{total:,}" + (f" ({missing:,} without a date)" if missing else "")
        ax.annotate(number, (total, row), (4, 0), textcoords="offset points", va="center", fontsize=9)
    name_rows(ax, frame["outlet"])
    ax.set_xlabel("articles")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.margins(x=0.16)
    name_legend(ax, loc="lower left", bbox_to_anchor=(-0.01, 1), ncols=2)
    total, copied = description["articles"].sum(), description["copies"].sum()
    repeated = f"{copied:,} are agency copy or repeat another article"
    set_title(ax, f"{total:,} articles from {len(description)} outlets; {repeated}", pad=26)
    return ax


@styled_plot
def plot_coverage(coverage: pd.DataFrame, *, by: str, colors: Mapping[str, str], ax: Axes | None = None) -> Axes:
    """Draw a column for each period: its articles, stacked by group, the largest group at the bottom.

    A hatched band marks the periods in which no articles were collected in any group.

    Parameters
    ----------
    coverage : DataFrame
        What `coverage_by` returns, one row per period and group: `period`, the column `by`, `n`, `status`. Rows without
        a period are left out.
    by : str
        The column that holds the groups, such as "outlet" or "story".
    colors : mapping of str to str
        Group to color; other groups are gray.
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
    ax = plt.figure().subplots() if ax is None else ax
    dated = with_ends(coverage).astype({by: str})
    counts = dated.pivot_table(index="period", columns=by, values="n", aggfunc="sum", fill_value=0)
    totals = counts.sum().sort_values(ascending=False, kind="stable")
    width = 0.8 * ((counts.index[1] - counts.index[0]).days if len(counts) > 1 else 7)
    bottom = np.zeros(len(counts))
    for group in totals.index:
        color = colors.get(group, REST)
        ax.bar(counts.index, counts[group], width, bottom, align="edge", color=color, label=shown(group))
        bottom += counts[group].to_numpy()
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    date_axis(ax)
    ax.grid(axis="x", visible=False)
    common = with_ends(coverage).groupby("period", as_index=False).agg({"end": "first", "status": _common})
    draw_gaps(ax, common, bottom=0, height=bottom.max())
    period = coverage.attrs.get("every", "period")
    ax.set_ylabel(f"articles per {period}")
    name_legend(ax, loc="upper left", bbox_to_anchor=(1.0, 1.0), reverse=True)
    peak = counts.index[bottom.argmax()]
    largest = f"{shown(totals.index[0])}: {totals.iloc[0]:,} of {totals.sum():,} articles"
    busiest = f"the busiest {period} began on {peak:%B} {peak.day}, {peak.year} ({bottom.max():,.0f} articles)"
    set_title(ax, f"{largest}; {busiest}")
    return ax


def _common(statuses: pd.Series) -> str:
    """Return "gap" where all groups of a period have a gap."""
    return "gap" if (statuses == "gap").all() else "none"


@styled_plot
def plot_shares(
    shares: pd.DataFrame, *, by: str, colors: Mapping[str, str], of: str, title: str = "", ax: Axes | None = None
) -> Axes:
    """Draw a dot with its 95% interval for each group's share, the largest share at the top.

    Parameters
    ----------
    shares : DataFrame
        One row per group: the column `by`, `share`, `low` and `high` (0 to 1), and `total`, the number that the share
        is a share of.
    by : str
        The column that holds the groups, such as "outlet".
    colors : mapping of str to str
        Group to color; other groups are gray.
    of : str
        What the share is a share of, in words that follow "share of", for the axis and the title.
    title : str, optional
        What the chart shows, from `analysis.finding_title`, which states an order only where it was tested; by default
        a plain description.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        If the frame has no rows.

    Notes
    -----
    A dot is hollow where the interval is wider than 40 percentage points or not known.
    """
    frame = shares.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    ax = rows_axes(ax, len(frame))
    margin: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "va": "center", "fontsize": 9}
    for row in frame.itertuples():
        color = colors.get(getattr(row, by), REST)
        # A missing interval is doubtful too.
        doubtful = not row.high - row.low <= _WIDE_INTERVAL
        face = "white" if doubtful else color
        ax.plot([row.low, row.high], [row.Index] * 2, color=color, linewidth=1.6)
        ax.plot(row.share, row.Index, "o", markersize=8, markerfacecolor=face, markeredgecolor=color, markeredgewidth=2)
        ax.annotate(f"{percent(row.share)} of {row.total:,}", (1.01, row.Index), **margin)
    name_rows(ax, frame[by])
    ax.set_xlim(0, min(1.02, max(0.1, frame["high"].max() * 1.08)))
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel(f"share of {of}, with 95% interval (hollow: wider than 40 points)")
    low, high = percent(frame["share"].min()), percent(frame["share"].max())
    plain = f"Share of {of}: {low if low == high else f'{low} to {high}'}"
    set_title(ax, title or plain, plain=plain)
    return ax


@styled_plot
def plot_story_mix(
    shares: pd.DataFrame, *, colors: Mapping[str, str], by: str = "outlet", title: str = "", ax: Axes | None = None
) -> Axes:
    """Draw a bar for each outlet: the shares of its articles by story, the outlet with most on the stories first.

    Parameters
    ----------
    shares : DataFrame
        What `share_interval` of `story` returns, one row per outlet and story: the column `by`, `story`, `share`
        (0 to 1) and `total`. The story "neither" holds the articles on none.
    colors : mapping of str to str
        Story to color, in the order of the parts of a bar, as `story_colors` returns; other stories are gray.
    by : str
        The column that holds the outlets.
    title : str, optional
        What the chart shows, from `analysis.finding_title`, which states an order only where it was tested; by default
        a plain description.
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
    grid = shares.pivot(index=by, columns="story", values="share").fillna(0)
    grid = grid[[*(story for story in colors if story in grid), *(story for story in grid if story not in colors)]]
    on_stories = 1 - grid.get("neither", pd.Series(0, index=grid.index))
    grid = grid.loc[on_stories.sort_values(ascending=False, kind="stable").index]
    totals = shares.groupby(by, observed=True)["total"].first()
    used = {story: colors.get(story, REST) for story in grid}
    ax = share_bars(grid, colors=used, labels={story: story for story in grid}, ax=ax)
    name_rows(ax, [f"{shown(name)} ({totals[name]:,})" for name in grid.index])
    ax.set_xlabel("share of the outlet's articles (number of articles in parentheses)")
    most, least = percent(on_stories.max()), percent(on_stories.min())
    span = most if most == least else f"{least} to {most}"
    plain = f"The stories make up {span} of the outlets' articles"
    set_title(ax, title or plain, plain=plain, pad=26)
    return ax
