"""Charts of topics. A doubtful topic is hollow or pale, and says so."""

import textwrap
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.charts.base import WIDTH, name_rows, rows_axes, set_title, styled_plot
from analysis.charts.colors import TOPIC, ink_on
from analysis.charts.writing import shown
from analysis.wording import percent


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
    ax = rows_axes(ax, len(frame), height=0.62)
    colors = ["white" if doubtful else TOPIC for doubtful in frame["doubtful"]]
    ax.barh(frame.index, frame["share"], color=colors, edgecolor=TOPIC, linewidth=1.2, height=0.32)
    for row in frame.itertuples():
        number = f"{percent(row.share)} (stability {row.stability:.2f}{', doubtful' if row.doubtful else ''})"
        above: dict[str, Any] = {"textcoords": "offset points", "va": "bottom", "fontsize": 9, "color": "#333333"}
        ax.annotate(textwrap.shorten(row.terms, 64, placeholder=" …"), (0, row.Index), (0, 10), **above)
        ax.annotate(number, (row.share, row.Index), (4, 0), textcoords="offset points", va="center", fontsize=9)
    name_rows(ax, frame["label"], width=22)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlim(0, frame["share"].max() * 1.55)
    ax.set_xlabel(
        "share of the articles (stability, 0 to 1: agreement with\nthe same topic on other samples of the articles)"
    )
    first = frame.iloc[0]
    largest = f"the largest is “{shown(first['label'])}” with {percent(first['share'])} of the articles"
    set_title(ax, f"{len(frame)} topics; {largest}")
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
        The column of a doubtful topic is pale.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    named = {by: shares[by].dt.strftime("%Y-%m-%d") if by == "period" else shares[by].astype(str)}
    grid = shares.assign(**named).pivot(index=by, columns="label", values="share").fillna(0)
    grid = grid[grid.sum().sort_values(ascending=False, kind="stable").index]
    topics = shares.drop_duplicates("label").set_index("label").reindex(grid.columns)
    if "doubtful" not in topics:
        topics = topics.assign(doubtful=False)
    if ax is None:
        ax = plt.figure(figsize=(max(WIDTH, 2.2 + 0.9 * grid.shape[1]), 2.2 + 0.42 * len(grid))).subplots()
    _draw_cells(ax, grid, topics["doubtful"].to_numpy(bool))
    name_rows(ax, grid.index)
    ax.set_xticks(range(grid.shape[1]), [_column_name(topic) for topic in topics.itertuples()], fontsize=9)
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)
    plain = f"Shares of {grid.shape[1]} topics in the articles of {len(grid)} {by}s"
    set_title(ax, title or plain, plain=plain)
    return ax


def _draw_cells(ax: Axes, grid: pd.DataFrame, doubtful: npt.NDArray[np.bool_]) -> None:
    """Draw a cell for each share, the darker the larger, with its percentage inside."""
    most = max(0.01, grid.to_numpy().max())
    alpha = np.broadcast_to(np.where(doubtful, 0.35, 1.0), grid.shape)
    ax.imshow(grid, aspect="auto", cmap="Purples", vmin=0, vmax=most, alpha=alpha)
    for (row, column), share in np.ndenumerate(grid.to_numpy()):
        color = ink_on(mpl.colors.to_hex(mpl.colormaps["Purples"](0 if doubtful[column] else share / most)))
        number = percent(share) if share else "–"
        ax.text(column, row, number, ha="center", va="center", fontsize=9, color=color)


def _column_name(topic: pd.Series) -> str:
    """Return a topic's label over several lines, with its stability if it is known and whether it is doubtful."""
    stability = f"\nstability {topic.stability:.2f}" if hasattr(topic, "stability") else ""
    return shown(topic.Index, width=14) + stability + ("\n(doubtful)" if topic.doubtful else "")
