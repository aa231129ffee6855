"""Charts of how much, when and whose share."""

from collections.abc import Mapping

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from analysis.charts.base import REST, percent, rows_axes, say, stacked_bars, styled_plot


@styled_plot
def plot_outlets(description: pd.DataFrame, *, most: int = 20, ax: Axes | None = None) -> Axes:
    """Bars of the articles of the `most` largest outlets, copies set apart; from `describe_corpus`, one row per outlet."""
    frame = description.sort_values("articles", ascending=False, kind="stable").head(most)
    ax = rows_axes(ax, len(frame))
    own = frame["articles"] - frame["copies"]
    ax.barh(range(len(frame)), own, color="#0072B2", label="own articles", height=0.66)
    ax.barh(range(len(frame)), frame["copies"], left=own, color="#E69F00", label="agency and near copies", height=0.66)
    for row, (total, missing) in enumerate(zip(frame["articles"], frame["missing"], strict=True)):
        ax.annotate(
            f"{total:,}" + (f" ({missing:,} without a date)" if missing else ""),
            (total, row),
            (4, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
        )
    ax.set_yticks(range(len(frame)), frame["outlet"])
    ax.set_xlabel("articles")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.margins(x=0.16)
    ax.legend(loc="lower right")
    total, copied = description["articles"].sum(), description["copies"].sum()
    say(
        ax,
        f"{total:,} articles from {len(description)} outlets; {percent(copied / total)} of them repeat another article",
    )
    return ax


@styled_plot
def plot_coverage(coverage: pd.DataFrame, *, by: str, colors: Mapping[str, str], ax: Axes | None = None) -> Axes:
    """Columns of articles per period, parted by the values of `by`, the one with most articles at the bottom; from `coverage_by`."""
    if ax is None:
        ax = plt.figure().subplots()
    dated = coverage.dropna(subset=["period"]).astype({by: str})
    counts = dated.pivot_table(index="period", columns=by, values="n", aggfunc="sum", fill_value=0)
    totals = counts.sum().sort_values(ascending=False, kind="stable")
    days = (counts.index[1] - counts.index[0]).days if len(counts) > 1 else 7
    bottom = np.zeros(len(counts))
    for group in totals.index:
        ax.bar(
            counts.index, counts[group], 0.8 * days, bottom, align="edge", color=colors.get(group, REST), label=group
        )
        bottom += counts[group].to_numpy()
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    ax.xaxis.set_major_locator(mdates.AutoDateLocator(maxticks=8))
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
    ax.grid(axis="x", visible=False)
    ax.set_ylabel(f"articles per {coverage.attrs.get('every', 'period')}")
    ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), reverse=True)
    peak = counts.index[bottom.argmax()]
    words = f"{totals.index[0]}: {totals.iloc[0]:,} of {totals.sum():,} articles; the busiest {coverage.attrs.get('every', 'period')} "
    say(ax, words + f"began on {peak:%B} {peak.day}, {peak.year} ({bottom.max():,.0f})")
    return ax


@styled_plot
def plot_shares(shares: pd.DataFrame, *, by: str, colors: Mapping[str, str], of: str, ax: Axes | None = None) -> Axes:
    """Dots with 95 % intervals: `share` (`low` to `high`, 0 to 1) for each value of `by`; `of` says of what, for axis and title.

    Rows with an interval wider than 40 points are drawn hollow: too few articles to say much.
    """
    frame = shares.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    ax = rows_axes(ax, len(frame))
    for row in frame.itertuples():
        color = colors.get(getattr(row, by), REST)
        doubtful = not row.high - row.low <= 0.4
        ax.plot([row.low, row.high], [row.Index] * 2, color=color, alpha=0.45, linewidth=4)
        ax.plot(
            row.share,
            row.Index,
            "o",
            markersize=8,
            markeredgecolor=color,
            markerfacecolor="white" if doubtful else color,
            markeredgewidth=2,
        )
        ax.annotate(
            f"{percent(row.share)} of {row.total:,}",
            (1.01, row.Index),
            xycoords=("axes fraction", "data"),
            va="center",
            fontsize=8.5,
        )
    ax.set_yticks(range(len(frame)), frame[by])
    ax.set_xlim(0, min(1.02, max(0.1, frame["high"].max() * 1.08)))
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel(f"share of {of}, with 95% interval (hollow: too few to say)")
    first, last = frame.iloc[0], frame.iloc[-1]
    words = f"{percent(first['share'])} of {of} at {first[by]}"
    say(ax, words + (f", {percent(last['share'])} at {last[by]}" if len(frame) > 1 else ""))
    return ax


@styled_plot
def plot_story_mix(
    shares: pd.DataFrame, *, colors: Mapping[str, str], by: str = "outlet", ax: Axes | None = None
) -> Axes:
    """Bars of each outlet's articles by story, the outlet with most on any story first; from `share_interval` of `story`."""
    grid = shares.pivot(index=by, columns="story", values="share").fillna(0)
    grid = grid[[*(story for story in colors if story in grid), *(story for story in grid if story not in colors)]]
    told = 1 - grid.get("neither", 0)
    grid = grid.loc[told.sort_values(ascending=False, kind="stable").index]
    totals = shares.groupby(by, observed=True)["total"].first()
    ax = stacked_bars(grid, {story: colors.get(story, REST) for story in grid}, {story: story for story in grid}, ax=ax)
    ax.set_yticks(range(len(grid)), [f"{name} ({totals[name]:,})" for name in grid.index])
    ax.set_xlabel("share of the outlet's articles (number of articles in brackets)")
    first, last = grid.index[0], grid.index[-1]
    say(
        ax,
        f"The stories fill {percent(told[first])} of what {first} has here and {percent(told[last])} of {last}",
        pad=26,
    )
    return ax
