"""Charts of topics; a doubtful one is drawn as such wherever it is shown."""

import textwrap

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.charts.base import percent, rows_axes, say, styled_plot


@styled_plot
def plot_topics(topics: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Bars of each topic's share of the text, with its terms; one row per topic: `label`, `terms`, `share`, `stability`, `doubtful`.

    Doubtful topics (low stability: other samples of the articles would not give them again) are drawn pale.
    """
    frame = topics.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    ax = rows_axes(ax, len(frame), height=0.62)
    colors = ["#bcd7e8" if doubtful else "#0072B2" for doubtful in frame["doubtful"]]
    ax.barh(frame.index, frame["share"], color=colors, height=0.32)
    for row in frame.itertuples():
        doubt = ", doubtful" if row.doubtful else ""
        ax.annotate(
            row.terms, (0, row.Index), (0, 10), textcoords="offset points", va="bottom", fontsize=8.5, color="#333333"
        )
        ax.annotate(
            f"{percent(row.share)} (stability {row.stability:.2f}{doubt})",
            (row.share, row.Index),
            (4, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
        )
    ax.set_yticks(frame.index, [textwrap.fill(label, 22) for label in frame["label"]])
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlim(0, frame["share"].max() * 1.55)
    ax.set_xlabel("share of the articles; stability 0 to 1: how far the topic comes back on other samples of them")
    first = frame.iloc[0]
    say(ax, f"{len(frame)} topics; the largest is “{first['label']}” with {percent(first['share'])} of the articles")
    return ax


@styled_plot
def plot_topic_shares(shares: pd.DataFrame, *, by: str = "outlet", ax: Axes | None = None) -> Axes:
    """A grid of `by` (outlets or periods) and topics: the share (0 to 1) of the articles that a topic has; one row per `by` × topic.

    Below each topic stands its `stability`, if the frame has it; the column of a doubtful one is pale.
    """
    shares = (
        shares.astype({by: str}) if by != "period" else shares.assign(period=shares["period"].dt.strftime("%Y-%m-%d"))
    )
    grid = shares.pivot(index=by, columns="label", values="share").fillna(0)
    grid = grid[grid.sum().sort_values(ascending=False, kind="stable").index]
    told = shares.drop_duplicates("label").set_index("label").reindex(grid.columns)
    doubtful = told["doubtful"].to_numpy(bool) if "doubtful" in told else np.zeros(len(told), bool)
    if ax is None:
        ax = plt.figure(figsize=(max(7.6, 2.2 + 0.9 * grid.shape[1]), 2.2 + 0.42 * len(grid))).subplots()
    most = max(0.01, grid.to_numpy().max())
    ax.imshow(
        grid,
        aspect="auto",
        cmap="Blues",
        vmin=0,
        vmax=most,
        alpha=np.broadcast_to(np.where(doubtful, 0.35, 1.0), grid.shape),
    )
    for (row, column), share in np.ndenumerate(grid.to_numpy()):
        light = share > 0.6 * most and not doubtful[column]
        ax.text(
            column,
            row,
            percent(share) if share else "–",
            ha="center",
            va="center",
            fontsize=8.5,
            color="white" if light else "#222222",
        )
    ax.set_yticks(range(len(grid)), grid.index)
    ax.set_xticks(
        range(grid.shape[1]),
        [_named(label, told, label in grid.columns[doubtful]) for label in grid.columns],
        fontsize=8.5,
    )
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)
    group, label = grid.stack().idxmax()
    share = percent(grid.loc[group, label])
    say(
        ax,
        f"From {group} on, “{label}” had its largest share: {share}"
        if by == "period"
        else f"{group} gave the most of its coverage to one topic: {share} to “{label}”",
    )
    return ax


def _named(label: str, told: pd.DataFrame, doubtful: bool) -> str:
    stability = f"\nstability {told.loc[label, 'stability']:.2f}" if "stability" in told else ""
    return textwrap.fill(label, 14) + stability + ("\n(doubtful)" if doubtful else "")
