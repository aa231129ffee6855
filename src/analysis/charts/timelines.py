"""Charts of articles over time, a row of columns for each story or outlet; gaps in the collection are hatched."""

from collections.abc import Mapping
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import date_axis, room_right_of, rows_axes, set_note, set_title, styled_plot
from analysis.charts.colors import REST
from analysis.charts.lines import in_lines, text_width
from analysis.charts.marks import stands_for
from analysis.charts.style import paper
from analysis.charts.writing import shown
from analysis.enough import NotEnoughArticles
from analysis.wording import counted

GAP = "no articles collected"
_GAP_STYLE: dict[str, Any] = {"facecolor": "none", "edgecolor": "#c9c9c9", "hatch": "////", "linewidth": 0}
_ROW_LINES = 4.0
_TALLEST, _BASE = 0.74, 0.36  # in rows: the tallest column; how far the line of zero lies below the row's middle
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
    period = coverage.attrs.get("every", "period")
    ax = _draw_rows(ax, dated, by, outlets, colors, period)
    set_title(ax, _gaps_title(dated, by, outlets, period))
    return ax


@styled_plot
def plot_coverage(coverage: pd.DataFrame, *, by: str, colors: Mapping[str, str], ax: Axes | None = None) -> Axes:
    """Draw a row of columns for each group: its articles per period, the largest group at the top.

    A hatched band marks the periods in which no articles were collected in any group.

    Parameters
    ----------
    coverage : DataFrame
        What `coverage_by` returns, one row per period and group: `period`, the column `by`, `n`, `status`. Rows without
        a period are left out.
    by : str
        The column that holds the groups, such as "story".
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
    dated = with_ends(coverage).astype({by: str})
    common = dated.groupby("period")["status"].agg(lambda own: "gap" if (own == "gap").all() else "none")
    in_any = dated.groupby("period")["n"].transform("sum")
    dated = dated.assign(status=dated["period"].map(common), n_all=dated.get("n_all", in_any))
    totals = dated.groupby(by)["n"].sum().sort_values(ascending=False, kind="stable")
    period = coverage.attrs.get("every", "period")
    ax = _draw_rows(ax, dated, by, list(totals.index), colors, period)
    counts = dated.groupby("period")["n"].sum()
    peak = counts.idxmax()
    # Beside articles on two stories, a story's own row has those on it alone.
    alone = " alone" if any(" + " in name for name in totals.index) and " + " not in totals.index[0] else ""
    largest = f"{shown(totals.index[0])}{alone}: {totals.iloc[0]:,} of {counted(totals.sum(), 'article')}"
    highest = counted(int(counts.max()), "article")
    busiest = f"the busiest {period} began on {peak:%B} {peak.day}, {peak.year} ({highest})"
    set_title(ax, f"{largest}; {busiest}")
    return ax


def _draw_rows(
    ax: Axes | None, dated: pd.DataFrame, by: str, groups: list[str], colors: Mapping[str, str], period: str
) -> Axes:
    """Draw a row of columns for each group, all in one scale."""
    totals = dated.groupby(by, observed=True)["n"].sum()
    ax = rows_axes(ax, [f"{shown(group)} ({totals[group]:,})" for group in groups], least=_ROW_LINES)
    ax.set_xlim(dated["period"].min(), dated["end"].max())
    most = max(1, int(dated["n"].max()))
    for row, group in enumerate(groups):
        _draw_row(ax, dated[dated[by] == group], row, by=by, color=colors.get(group, REST), most=most)
    date_axis(ax)
    hatched = "; hatched: no articles collected" if (dated["status"] == "gap").any() else ""
    set_note(ax, f"articles per {period}, all in parentheses; the number is that of the highest column{hatched}")
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

    `rows` has one row per period, in order; `bottom` and `height` are in the units of the y axis.
    """
    left, right = ax.get_xlim()
    room = room_right_of(ax)
    stretch = (rows["status"] != rows["status"].shift()).cumsum()
    for _, gap in rows[rows["status"] == "gap"].groupby(stretch):
        begin, end = mdates.date2num([gap["period"].min(), gap["end"].max()])  # type: ignore[no-untyped-call]  # no annotations there
        ax.broken_barh([(begin, end - begin)], (bottom, height), zorder=0.5, **_GAP_STYLE)
        words = in_lines(GAP, 0.8)
        if (end - begin) / (right - left) * room > max(map(text_width, words.split("\n"))) + 0.1:
            box = {"facecolor": paper(), "edgecolor": "none", "pad": 1.5}
            middle = ((begin + end) / 2, bottom + height / 2)
            ax.text(*middle, words, ha="center", va="center", bbox=box)


def _draw_row(ax: Axes, rows: pd.DataFrame, row: int, *, by: str, color: str, most: int) -> None:
    """Draw one group's columns, its line of zero, its gaps, and the number of its highest column."""
    rows, base = rows.sort_values("period"), row + _BASE
    draw_gaps(ax, rows, bottom=base, height=-_TALLEST)
    known = rows[rows["n_all"] > 0]
    ax.hlines([base] * len(known), known["period"], known["end"], color=color, linewidth=1.4)
    width = (rows["end"] - rows["period"]).dt.days * 0.8
    columns = ax.bar(rows["period"], -_TALLEST * rows["n"] / most, width, base, align="edge", color=color)
    for column, when, n in zip(columns.patches, rows["period"], rows["n"], strict=True):
        if n:
            stands_for(column, **{"period": when, by: rows[by].iloc[0]})
    if rows["n"].max() > 0:
        top = rows.loc[rows["n"].idxmax()]
        middle = (top["period"] + (top["end"] - top["period"]) * 0.4, base - _TALLEST * top["n"] / most)
        ax.annotate(f"{top['n']:,}", middle, (0, 1.5), textcoords="offset points", ha="center")


def _gaps_title(dated: pd.DataFrame, by: str, outlets: list[str], period: str) -> str:
    """Return which outlets have gaps, and for how many periods."""
    gaps = dated.loc[dated["status"] == "gap", by].value_counts().reindex(outlets).dropna().astype(int)
    if gaps.empty:
        return f"Articles per {period}; no gap was found in what was collected of these outlets"
    longest = gaps.sort_values(ascending=False, kind="stable").head(_NAMED)
    named = ", ".join(f"{shown(name, longest=30)} ({n} {period}{'s' if n > 1 else ''})" for name, n in longest.items())
    more = len(gaps) - len(longest)
    return f"Gaps in the collection: {named}" + (f" and {more} more outlet{'s' if more > 1 else ''}" if more else "")
