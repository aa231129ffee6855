"""Charts of how much each outlet wrote, when, and on what."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts.base import room_right_of, rows_axes, set_note, set_title, share_axis, styled_plot
from analysis.charts.colors import CONTRAST, PLAIN, REST, as_mark, as_text
from analysis.charts.grids import draw_grid, short_percent
from analysis.charts.lines import text_width
from analysis.charts.marks import stands_for
from analysis.charts.style import is_narrow, paper
from analysis.charts.writing import shown
from analysis.wording import counted, percent

_WIDE_INTERVAL = 0.4  # a share with a wider interval is drawn hollow


@styled_plot
def plot_outlets(description: pd.DataFrame, *, most: int = 20, ax: Axes | None = None) -> Axes:
    """Draw a bar for each outlet: its articles, with the copies set apart.

    Parameters
    ----------
    description : DataFrame
        What `describe_corpus` returns, one row per outlet: `outlet`, `articles`, `copies`, `missing`,
        and `outlets` where the rows are groups of them.
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
    frame = description.sort_values("articles", ascending=False, kind="stable").head(most).reset_index(drop=True)
    above = is_narrow()  # in a column, numbers stand above the bars, which then have all its width
    ax = rows_axes(ax, frame["outlet"], least=2.4 if above else 0)
    place, height = (0.22, 0.3) if above else (0.0, 0.66)
    own_articles = frame["articles"] - frame["copies"]
    own = ax.barh(frame.index + place, own_articles, height, color=as_mark(PLAIN), label="own")
    copies = ax.barh(
        frame.index + place, frame["copies"], height, left=own_articles, color=as_mark(CONTRAST), label="copies"
    )
    ends = [_write_counts(ax, row, above=above) for row in frame.itertuples()]
    for bars, number in ((own, "articles"), (copies, "copies")):
        for bar, outlet in zip(bars.patches, frame["outlet"], strict=True):
            stands_for(bar, number, outlet=outlet)
    copied = "; in the other color: agency copy, or a repeat of another article" if frame["copies"].any() else ""
    set_note(ax, f"articles{copied}")
    ax.xaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    ax.set_xlim(0, 1.02 * frame["articles"].max() if above else _limit(frame["articles"], ends, room_right_of(ax)))
    total, n_copies = description["articles"].sum(), description["copies"].sum()
    repeated = "1 is agency copy or repeats" if n_copies == 1 else f"{n_copies:,} are agency copy or repeat"
    n_outlets = description["outlets"].sum() if "outlets" in description else len(description)
    read = f"{counted(total, 'article')} from {counted(n_outlets, 'outlet')}"
    set_title(ax, f"{read}; {repeated} another article")
    return ax


def _write_counts(ax: Axes, row: Any, *, above: bool) -> float:
    """Write the counts of an outlet behind or above its bar, and return how wide they are, in inches."""
    style: dict[str, Any] = {"textcoords": "offset points", "va": "center"}
    missing = f", {row.missing:,} without a date" if row.missing else ""
    first, second = f"{row.articles:,}{missing}", f"{row.copies:,} {'copy' if row.copies == 1 else 'copies'}"
    at, left = ((0, row.Index - 0.2), 0.0) if above else ((row.articles, row.Index), 4.0)
    ax.annotate(first, at, (left, 0), **style)
    if not row.copies:
        return text_width(first)
    left += 72 * text_width(f"{first},x")
    copies = ax.annotate(second, at, (left, 0), color=as_text(CONTRAST), **style)
    stands_for(copies, "copies", outlet=row.outlet)
    return text_width(f"{first},x{second}")


def _limit(values: pd.Series, labels: list[float], room: float) -> float:
    """Return the end of an x axis from 0 at which every bar has room for its label, in inches, behind it."""
    ends = [value / max(0.1, 1 - (label + 0.1) / room) for value, label in zip(values, labels, strict=True)]
    return 1.02 * float(max([1.0, *ends]))


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
    A dot is hollow where the interval is wider than 40 percentage points or not known. A dashed line marks the share of
    all groups together.
    """
    frame = shares.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    ax = rows_axes(ax, frame[by])
    margin: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "va": "center"}
    together = (frame["share"] * frame["total"]).sum() / max(frame["total"].sum(), 1)
    if len(frame) > 1:
        ax.axvline(together, color=as_text("#777777"), linewidth=1.2, linestyle=(0, (4, 3)), zorder=0)
    for row in frame.itertuples():
        color, group = colors.get(getattr(row, by), REST), getattr(row, by)
        # A missing interval is doubtful too.
        face = color if row.high - row.low <= _WIDE_INTERVAL else paper()
        line = ax.plot([row.low, row.high], [row.Index] * 2, color=color, linewidth=1.6)
        look: dict[str, Any] = {"markerfacecolor": face, "markeredgecolor": color, "markeredgewidth": 2}
        dot = ax.plot(row.share, row.Index, "o", markersize=8, **look)
        number = ax.annotate(f"{percent(row.share)} of {row.total:,}", (1.01, row.Index), **margin)
        kind = {"speaker_kind": row.speaker_kind} if "speaker_kind" in frame else {}
        stands_for([*line, *dot, number], **{by: group}, **kind)
    ax.set_xlim(0, min(1.02, max(0.1, frame["high"].max() * 1.08)))
    share_axis(ax, frame["high"].max())
    all_of_them = f"; dashed: all together, {percent(together)}" if len(frame) > 1 else ""
    set_note(ax, f"share of {of}, with 95% interval (hollow: wider than 40 points){all_of_them}")
    low, high = percent(frame["share"].min()), percent(frame["share"].max())
    plain = f"Share of {of}: {low if low == high else f'{low} to {high}'}"
    set_title(ax, title or plain, plain=plain)
    return ax


@styled_plot
def plot_story_mix(
    shares: pd.DataFrame, *, colors: Mapping[str, str], by: str = "outlet", title: str = "", ax: Axes | None = None
) -> Axes:
    """Draw a row for each outlet and a column of bars for each story: its share of the outlet's articles.

    The outlet with most on the stories stands first. All bars have one scale, so "neither" has no column: where most
    articles are on no story, its bars would leave no room for the others.

    Parameters
    ----------
    shares : DataFrame
        What `share_interval` of `story` returns, one row per outlet and story: the column `by`, `story`, `share`
        (0 to 1) and `total`. The story "neither" holds the articles on none.
    colors : mapping of str to str
        Story to color, in the order of the columns, as `story_colors` returns; other stories are gray.
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
    rest = "neither" in grid and len(grid.columns) > 1
    grid = grid.drop(columns="neither") if rest else grid
    totals = shares.groupby(by, observed=True)["total"].first().reindex(grid.index)
    together = grid.mul(totals, axis=0).sum() / totals.sum()
    ax = draw_grid(
        grid,
        names=[f"{shown(name)} ({totals[name]:,})" for name in grid.index],
        heads=[f"{shown(story)} {percent(together[story])}" for story in grid],
        colors=[colors.get(story, REST) for story in grid],
        write=short_percent,
        keys=lambda outlet, story: {by: outlet, "story": story},
        baseline=list(together),
        ax=ax,
    )
    together_and_rest = f"line and head: all together{'; the rest is on none of the stories' if rest else ''}"
    set_note(ax, f"share of the {by}'s articles, their number in parentheses; {together_and_rest}")
    most, least = percent(on_stories.max()), percent(on_stories.min())
    span = most if most == least else f"{least} to {most}"
    plain = f"The stories make up {span} of the articles of the {counted(len(grid), by)} shown"
    set_title(ax, title or plain, plain=plain)
    return ax
