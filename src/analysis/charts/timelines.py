"""The chart of each outlet's articles over time, and how charts show gaps in the collection."""

from collections.abc import Mapping
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import date_axis, name_rows, rows_axes, set_title, styled_plot
from analysis.charts.colors import REST
from analysis.charts.writing import shown
from analysis.enough import NotEnoughArticles

GAP = "no articles collected"
_GAP_STYLE: dict[str, Any] = {"facecolor": "#f4f4f4", "edgecolor": "#c9c9c9", "hatch": "////", "linewidth": 0}
_ROW_HEIGHT = 0.62  # inches
_TALLEST, _BASE = 0.74, 0.36  # in rows: the tallest column; how far the line of zero lies below the row's middle
_ROOM_FOR_LABEL = 0.14  # a gap that takes less of the chart's width carries no label of its own
_NAMED = 3  # so many outlets with gaps are named in the title


@styled_plot
def plot_timelines(
    coverage: pd.DataFrame, *, colors: Mapping[str, str], by: str = "outlet", ax: Axes | None = None
) -> Axes:
    """Draw a row of columns for each outlet: its articles per period, with gaps in the collection hatched.

    A line marks zero where the outlet has articles of any kind, so a line without a column means that it was silent.
    Where there is neither line nor hatching, there are no articles, but no sign of a gap either.

    Parameters
    ----------
    coverage : DataFrame
        What `coverage_by` returns, one row per period and outlet: `period`, the column `by`, `n`, `n_all`, `status`.
        Rows without a period are left out.
    colors : mapping of str to str
        Outlet to color, in the order of the rows; other outlets are grey and come last.
    by : str
        The column that holds the outlets.
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
    dated = with_ends(coverage)
    present = list(dated[by].unique())
    outlets = [name for name in colors if name in present] + [name for name in present if name not in colors]
    ax = rows_axes(ax, len(outlets), height=_ROW_HEIGHT)
    ax.set_xlim(dated["period"].min(), dated["end"].max())
    most = max(1, int(dated["n"].max()))
    for row, outlet in enumerate(outlets):
        _draw_row(ax, dated[dated[by] == outlet], row, color=colors.get(outlet, REST), most=most)
    name_rows(ax, outlets)
    date_axis(ax)
    period = coverage.attrs.get("every", "period")
    ax.set_xlabel(f"articles per {period}; the number is that of an outlet's highest column", loc="left")
    has_gap = bool(ax.get_legend_handles_labels()[0])
    if has_gap:
        ax.legend(loc="lower right", bbox_to_anchor=(1.0, 1.0))
    set_title(ax, _title(dated, by, outlets, period), pad=26 if has_gap else None)
    return ax


def with_ends(coverage: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that have a period, with `end`, the first moment of the next period."""
    dated = coverage.dropna(subset=["period"])
    if dated.empty:
        raise NotEnoughArticles("no article has a date, so there is nothing to draw over time; give dated articles")
    starts = dated["period"].drop_duplicates().sort_values()
    ends = starts.shift(-1).fillna(starts.max() + (starts.diff().max() if len(starts) > 1 else pd.Timedelta(days=7)))
    return dated.assign(end=dated["period"].map(dict(zip(starts, ends, strict=True))))


def draw_gaps(ax: Axes, rows: pd.DataFrame, *, bottom: float, height: float) -> None:
    """Draw a hatched band over each stretch of neighboring periods with the status "gap"; wide ones carry their label.

    `rows` has one row per period, in order; `bottom` and `height` are in the units of the y axis. The first band of
    the chart is named for the legend.
    """
    left, right = ax.get_xlim()
    stretch = (rows["status"] != rows["status"].shift()).cumsum()
    for _, gap in rows[rows["status"] == "gap"].groupby(stretch):
        begin, end = mdates.date2num([gap["period"].min(), gap["end"].max()])  # type: ignore[no-untyped-call]  # no annotations there
        name = GAP if GAP not in ax.get_legend_handles_labels()[1] else None
        ax.broken_barh([(begin, end - begin)], (bottom, height), zorder=0.5, label=name, **_GAP_STYLE)
        if end - begin > _ROOM_FOR_LABEL * (right - left):
            box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
            middle = ((begin + end) / 2, bottom + height / 2)
            ax.text(
                *middle,
                GAP.replace("articles ", "articles\n"),
                ha="center",
                va="center",
                fontsize=9,
                color="#555555",
                bbox=box,
            )


def _draw_row(ax: Axes, rows: pd.DataFrame, row: int, *, color: str, most: int) -> None:
    """Draw one outlet's columns, its line of zero, its gaps, and the number of its highest column."""
    rows, base = rows.sort_values("period"), row + _BASE
    draw_gaps(ax, rows, bottom=base, height=-_TALLEST)
    known = rows[rows["n_all"] > 0]
    ax.hlines([base] * len(known), known["period"], known["end"], color=color, linewidth=1.4)
    width = (rows["end"] - rows["period"]).dt.days * 0.8
    ax.bar(rows["period"], -_TALLEST * rows["n"] / most, width, base, align="edge", color=color)
    if rows["n"].max() > 0:
        top = rows.loc[rows["n"].idxmax()]
        middle = (top["period"] + (top["end"] - top["period"]) * 0.4, base - _TALLEST * top["n"] / most)
        ax.annotate(f"{top['n']:,}", middle, (0, 1.5), textcoords="offset points", ha="center", fontsize=9)


def _title(dated: pd.DataFrame, by: str, outlets: list[str], period: str) -> str:
    """Return which outlets have gaps, and for how many periods."""
    gaps = dated.loc[dated["status"] == "gap", by].value_counts().reindex(outlets).dropna().astype(int)
    if gaps.empty:
        return f"Articles per {period}; no gap was found in what was collected of these outlets"
    longest = gaps.sort_values(ascending=False, kind="stable").head(_NAMED)
    named = ", ".join(f"{shown(name, longest=30)} ({n} {period}{'s' if n > 1 else ''})" for name, n in longest.items())
    more = len(gaps) - len(longest)
    return f"Gaps in the collection: {named}" + (f" and {more} more outlet{'s' if more > 1 else ''}" if more else "")
