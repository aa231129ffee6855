"""Charts of topics. A doubtful topic is hollow or pale, and says so."""

from typing import Any

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from analysis.charts.base import room_right_of, rows_axes, set_heads, set_note, set_title, share_axis, styled_plot
from analysis.charts.colors import as_text, ink_on, palettes
from analysis.charts.grids import short_percent
from analysis.charts.lines import in_lines, text_width
from analysis.charts.marks import stands_for
from analysis.charts.style import is_narrow, paper
from analysis.charts.writing import shown
from analysis.wording import counted, percent

_MOST, _MOST_IN_COLUMN = 12, 7  # topics that have room beside each other
_PERIOD_FORMATS = {"month": "%b %Y", "year": "%Y"}  # shorter periods have the day on which they begin


@styled_plot
def plot_topics(topics: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a bar for each topic: its share of the articles, with its terms and its stability.

    Parameters
    ----------
    topics : DataFrame
        What `Topics.describe` returns, one row per topic: `label`, `terms`, `share` (0 to 1), `stability` (0 to 1),
        `doubtful`.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        Doubtful topics are hollow: their stability is low, so other samples of the articles would not give them.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    frame = topics.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    [color] = palettes().topic
    room = 2.2 if is_narrow() else 4.8  # inches for the terms of a topic
    terms = [in_lines(words, room, most=2, longest=len(words)) for words in frame["terms"]]
    lines = 1 + max(text.count("\n") for text in terms)
    ax = rows_axes(ax, frame["label"], least=lines + 2)
    height, below = 0.8 / (lines + 2), (lines / 2 + 0.2) / (lines + 2)  # in rows: a bar lies below its terms
    faces = [paper() if doubtful else color for doubtful in frame["doubtful"]]
    bars = ax.barh(frame.index + below, frame["share"], height, color=faces, edgecolor=color, linewidth=1.2)
    numbers = []
    for row, bar in zip(frame.itertuples(), bars.patches, strict=True):
        numbers.append(f"{percent(row.share)} (stability {row.stability:.2f}{', doubtful' if row.doubtful else ''})")
        beside: dict[str, Any] = {"textcoords": "offset points", "va": "center"}
        number = ax.annotate(numbers[-1], (row.share, row.Index + below), (4, 0), **beside)
        ax.annotate(terms[row.Index], (0, row.Index - 0.9 / (lines + 2)), (0, 0), color=as_text("#333333"), **beside)
        stands_for([bar, number], topic=getattr(row, "topic", ""), label=row.label)
    left = 1 - (max(map(text_width, numbers)) + 0.15) / room_right_of(ax)
    ax.set_xlim(0, frame["share"].max() / max(left, 0.1))
    share_axis(ax, frame["share"].max())
    set_note(ax, "share of the articles (stability, 0 to 1: agreement with the same topic on other samples of them)")
    first = frame.iloc[0]
    largest = f"the largest is “{shown(first['label'])}” with {percent(first['share'])} of the articles"
    set_title(ax, f"{counted(len(frame), 'topic')}; {largest}")
    return ax


@styled_plot
def plot_topic_shares(shares: pd.DataFrame, *, by: str = "outlet", title: str = "", ax: Axes | None = None) -> Axes:
    """Draw a grid of outlets (or periods) and topics, with the share that each topic has.

    Parameters
    ----------
    shares : DataFrame
        What `Topics.by` returns, one row per value of `by` and topic: the column `by`, `label`, `share` (0 to 1), and
        `stability` and `doubtful` if they are there.
    by : str
        The column that makes the rows of the grid: "outlet" or "period", for example.
    title : str, optional
        What the chart shows, from `analysis.finding_title`, which states an order only where it was tested; by default
        a plain description.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        The column of a doubtful topic is pale. There are as many columns as have room, the largest topics first: 12 on
        a page, 7 in a column.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    unit = shares.attrs.get("every") or by
    written = _PERIOD_FORMATS.get(unit, "%Y-%m-%d")
    named = {by: shares[by].dt.strftime(written) if by == "period" else shares[by].astype(str)}
    keys = shares[by] if by == "period" else named[by]
    grid = shares.assign(**named).pivot(index=by, columns="label", values="share").fillna(0)
    most = _MOST_IN_COLUMN if is_narrow() else _MOST
    n_topics = grid.shape[1]
    grid = grid[grid.sum().sort_values(ascending=False, kind="stable").index[:most]]
    topics = shares.drop_duplicates("label").set_index("label").reindex(grid.columns)
    if "doubtful" not in topics:
        topics = topics.assign(doubtful=False)
    ax = rows_axes(ax, grid.index, least=2.0)
    _draw_cells(ax, grid, topics, by=by, keys=dict(zip(named[by], keys, strict=True)))
    set_heads(ax, [_column_name(topic) for topic in topics.itertuples()])
    known = "; after a topic: its stability, 0 to 1" if "stability" in topics else ""
    smaller = f"; {n_topics - most} smaller topics are in the table" if n_topics > most else ""
    set_note(ax, f"the darker, the larger the share of the topic in the articles of the {unit}{known}{smaller}")
    plain = f"Shares of {counted(n_topics, 'topic')} in the articles of {counted(len(grid), unit)}"
    set_title(ax, title or plain, plain=plain)
    return ax


def _draw_cells(ax: Axes, grid: pd.DataFrame, topics: pd.DataFrame, *, by: str, keys: dict[str, Any]) -> None:
    """Draw a cell for each share, the darker the larger, with its percentage inside."""
    most = max(0.01, grid.to_numpy().max())
    shades = LinearSegmentedColormap.from_list("topic", [paper(), *palettes().topic])
    doubtful: npt.NDArray[np.bool_] = topics["doubtful"].to_numpy(bool)
    for (row, column), share in np.ndenumerate(grid.to_numpy()):
        color = mpl.colors.to_hex(shades(share / most * (0.35 if doubtful[column] else 1)))
        [cell] = ax.barh(row, 0.96, 0.92, left=column - 0.48, color=color).patches
        text = ax.text(column, row, short_percent(share), ha="center", va="center", color=ink_on(color))
        topic = topics.get("topic", pd.Series("", index=topics.index)).iloc[column]
        key = {by: keys[grid.index[row]], "label": grid.columns[column], "topic": topic}
        stands_for([cell, text], "n_articles", **key)
    ax.set_xlim(-0.5, grid.shape[1] - 0.5)


def _column_name(topic: Any) -> str:
    """Return a topic's label with its stability, if that is known, and whether it is doubtful."""
    stability = f" {topic.stability:.2f}" if hasattr(topic, "stability") else ""
    return shown(topic.Index) + stability + (" doubtful" if topic.doubtful else "")
