"""Charts of the tables. Each `plot_*` takes a frame, draws only in `ax` (or a new figure) and returns the Axes.

The title states what the chart shows, in words and figures taken from the frame; `save_chart` adds caption and alt text.
"""

import textwrap
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path

import matplotlib as mpl
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

STYLE = Path(__file__).with_name("broadsheet.mplstyle")
# Okabe & Ito (2008), "Color Universal Design", told apart by colour-blind readers too; its yellow is too pale on white.
_OKABE_ITO = ["#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9", "#000000"]
_REST = "#9a9a9a"
SPEAKER_KINDS = {
    "named_person": ("named people", "#0072B2"),
    "unnamed_person": ("unnamed people", "#D55E00"),
    "organization": ("institutions", "#009E73"),
    "document": ("documents", "#E69F00"),
    "unknown": ("nobody named", "#c9c9c9"),
}
_ROW_HEIGHT = 0.36  # inches for one row of a list-like chart


def outlet_colours(outlets: Iterable[str]) -> dict[str, str]:
    """A colour for each outlet, the largest (the most rows in `outlets`) first; the same for every chart that is given it.

    Outlets beyond the seventh share a grey.

    >>> outlet_colours(["Post", "Ledger", "Post"])
    {'Post': '#0072B2', 'Ledger': '#D55E00'}
    """
    counts = pd.Series(list(outlets)).value_counts()
    ranked = sorted(counts.index, key=lambda outlet: (-counts[outlet], outlet))
    return {outlet: (_OKABE_ITO + [_REST] * len(ranked))[rank] for rank, outlet in enumerate(ranked)}


def _styled(plot: Callable[..., Axes]) -> Callable[..., Axes]:
    @wraps(plot)
    def styled(frame: pd.DataFrame, *args, **kwargs) -> Axes:
        if frame.empty:
            raise ValueError(f"{plot.__name__} was given a frame without rows; widen the selection")
        with plt.style.context(STYLE):
            return plot(frame, *args, **kwargs)

    return styled


def _rows_axes(ax: Axes | None, rows: int) -> Axes:
    """`ax`, or a new one as tall as `rows` rows of text need, with the first row at the top."""
    if ax is None:
        ax = plt.figure(figsize=(7.6, 1.3 + _ROW_HEIGHT * max(rows, 2))).subplots()
    ax.set_ylim(rows - 0.4, -0.6)
    ax.grid(axis="y", visible=False)
    return ax


def _title(ax: Axes, words: str) -> None:
    ax.set_title(textwrap.fill(words, 74), loc="left")


def _percent(share: float) -> str:
    return "under 1%" if 0 < share < 0.005 else f"{share:.0%}"


@_styled
def plot_outlets(description: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Bars of each outlet's articles, agency copy and other copies set apart; from `describe_corpus`, one row per outlet."""
    frame = description.sort_values("articles", ascending=False)
    ax = _rows_axes(ax, len(frame))
    own = frame["articles"] - frame["copies"]
    ax.barh(range(len(frame)), own, color="#0072B2", label="own articles", height=0.66)
    ax.barh(range(len(frame)), frame["copies"], left=own, color="#E69F00", label="agency and near copies", height=0.66)
    for row, (total, missing) in enumerate(zip(frame["articles"], frame["missing"], strict=True)):
        ax.annotate(f"{total:,}" + (f" ({missing:,} without a date)" if missing else ""), (total, row), (4, 0), textcoords="offset points", va="center", fontsize=8.5)
    ax.set_yticks(range(len(frame)), frame["outlet"])
    ax.set_xlabel("articles")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.margins(x=0.16)
    ax.legend(loc="lower right")
    total, copied = frame["articles"].sum(), frame["copies"].sum()
    _title(ax, f"{total:,} articles from {len(frame)} outlets; {_percent(copied / total)} of them repeat another article")
    return ax


@_styled
def plot_coverage(coverage: pd.DataFrame, *, by: str, colours: Mapping[str, str], ax: Axes | None = None) -> Axes:
    """Lines of articles per period, one for each value of `by`, named at the line's end; from `coverage_by`."""
    if ax is None:
        ax = plt.figure().subplots()
    dated = coverage.dropna(subset=["period"]).astype({by: str})
    counts = dated.pivot_table(index="period", columns=by, values="n", aggfunc="sum", fill_value=0)
    counts = counts[counts.sum().sort_values(ascending=False).index]
    for group in counts:
        ax.plot(counts.index, counts[group], color=colours.get(group, _REST), marker="o" if len(counts) <= 30 else "", markersize=4)
    _name_lines(ax, counts, colours)
    ax.set_ylim(bottom=0)
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    ax.xaxis.set_major_locator(mdates.AutoDateLocator(maxticks=8))
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
    ax.set_ylabel(f"articles per {coverage.attrs.get('every', 'period')}")
    peak = counts.sum(axis=1).idxmax()
    _title(ax, f"Coverage was heaviest in the {coverage.attrs.get('every', 'period')} of {peak:%B} {peak.day}, {peak.year}: {counts.loc[peak].sum():,} articles")
    return ax


def _name_lines(ax: Axes, counts: pd.DataFrame, colours: Mapping[str, str]) -> None:
    """Each line's name right of its end, pushed apart where ends lie close."""
    least = counts.to_numpy().max() * 0.075
    height = -np.inf
    for group in counts.iloc[-1].sort_values(kind="stable").index:
        height = max(height + least, counts[group].iloc[-1])
        ax.annotate(group, (1.01, height), xycoords=("axes fraction", "data"), va="center", color=colours.get(group, _REST), fontsize=9, annotation_clip=False)


@_styled
def plot_shares(shares: pd.DataFrame, *, by: str, colours: Mapping[str, str], of: str, ax: Axes | None = None) -> Axes:
    """Dots with 95 % intervals: `share` (`low` to `high`, 0 to 1) for each value of `by`; `of` says of what, for axis and title.

    Rows with an interval wider than 40 points are drawn hollow: too few articles to say much.
    """
    frame = shares.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    ax = _rows_axes(ax, len(frame))
    for row in frame.itertuples():
        colour = colours.get(getattr(row, by), _REST)
        doubtful = not row.high - row.low <= 0.4
        ax.plot([row.low, row.high], [row.Index] * 2, color=colour, alpha=0.45, linewidth=4)
        ax.plot(row.share, row.Index, "o", markersize=8, markeredgecolor=colour, markerfacecolor="white" if doubtful else colour, markeredgewidth=2)
        ax.annotate(f"{_percent(row.share)} of {row.total:,}", (1.01, row.Index), xycoords=("axes fraction", "data"), va="center", fontsize=8.5)
    ax.set_yticks(range(len(frame)), frame[by])
    ax.set_xlim(0, min(1.02, max(0.1, frame["high"].max() * 1.08)))
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel(f"share of {of}, with 95% interval (hollow: too few to say)")
    first, last = frame.iloc[0], frame.iloc[-1]
    words = f"{_percent(first['share'])} of {of} at {first[by]}"
    _title(ax, words + (f", {_percent(last['share'])} at {last[by]}" if len(frame) > 1 else ""))
    return ax


@_styled
def plot_terms(comparison: pd.DataFrame, *, target: str, reference: str, most: int = 12, ax: Axes | None = None) -> Axes:
    """The `most` terms most typical of `target` (right) and of `reference` (left): log-odds with interval, dot area by frequency.

    From `compare_terms`; ranked by z. Terms whose q-value is above 0.05 are drawn hollow.
    """
    ranked = comparison.sort_values("z", ascending=False, kind="stable")
    above, below = ranked[ranked["z"] > 0].head(most), ranked[ranked["z"] < 0].tail(most)
    ax = _rows_axes(ax, max(len(above), len(below)))
    biggest = max(1, (comparison["n"] + comparison["n_reference"]).max())
    for side, colour in ((above, "#D55E00"), (below.iloc[::-1], "#0072B2")):
        for row, term in enumerate(side.itertuples()):
            area = 20 + 260 * (term.n + term.n_reference) / biggest
            ax.plot([term.low, term.high], [row, row], color=colour, alpha=0.35, linewidth=3)
            ax.scatter(term.score, row, s=area, color=colour if term.q_value <= 0.05 else "white", edgecolor=colour, zorder=3)
            inner = term.low if term.score > 0 else term.high
            ax.annotate(term.term, (inner, row), (-6 if term.score > 0 else 6, 0), textcoords="offset points", ha="right" if term.score > 0 else "left", va="center", fontsize=9)
    ax.axvline(0, color="#999999", linewidth=1)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(f"← {reference}     log-odds ratio, 95% interval; dot area: uses     {target} →")
    words = " and ".join(f"“{', '.join(side['term'].head(3))}”" for side in (above, below.iloc[::-1]) if len(side))
    _title(ax, f"{words} set {target} and {reference} apart" if len(above) and len(below) else f"{words}: the words of {target}")
    return ax


@_styled
def plot_topics(topics: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Bars of each topic's share of the text, with its terms; one row per topic: `label`, `terms`, `share`, `stability`, `doubtful`.

    Doubtful topics (low stability: other samples of the articles would not give them again) are drawn pale.
    """
    frame = topics.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    if ax is None:
        ax = plt.figure(figsize=(7.6, 1.3 + 0.62 * max(len(frame), 2))).subplots()
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.grid(axis="y", visible=False)
    colours = ["#bcd7e8" if doubtful else "#0072B2" for doubtful in frame["doubtful"]]
    ax.barh(frame.index, frame["share"], color=colours, height=0.36)
    for row in frame.itertuples():
        doubt = ", doubtful" if row.doubtful else ""
        ax.annotate(row.terms, (0, row.Index), (0, 9), textcoords="offset points", va="bottom", fontsize=8.5, color="#333333")
        ax.annotate(f"{_percent(row.share)} (stability {row.stability:.2f}{doubt})", (row.share, row.Index), (4, 0), textcoords="offset points", va="center", fontsize=8.5)
    ax.set_yticks(frame.index, [textwrap.fill(label, 22) for label in frame["label"]])
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlim(0, frame["share"].max() * 1.55)
    ax.set_xlabel("share of the articles; stability 0 to 1: how far the topic comes back on other samples of them")
    first = frame.iloc[0]
    _title(ax, f"{len(frame)} topics; the largest is “{first['label']}” with {_percent(first['share'])} of the articles")
    return ax


@_styled
def plot_topic_shares(shares: pd.DataFrame, *, by: str = "outlet", ax: Axes | None = None) -> Axes:
    """A grid of outlets and topics: the share (0 to 1) of each outlet's articles that a topic has; one row per `by` × topic."""
    grid = shares.pivot(index=by, columns="label", values="share").fillna(0)
    grid = grid[grid.sum().sort_values(ascending=False).index]
    if ax is None:
        ax = plt.figure(figsize=(max(7.6, 2.2 + 0.9 * grid.shape[1]), 2.2 + 0.42 * len(grid))).subplots()
    ax.imshow(grid, aspect="auto", cmap="Blues", vmin=0, vmax=max(0.01, grid.to_numpy().max()))
    for (row, column), share in np.ndenumerate(grid.to_numpy()):
        ax.text(column, row, _percent(share) if share else "–", ha="center", va="center", fontsize=8.5, color="white" if share > 0.6 * grid.to_numpy().max() else "#222222")
    ax.set_yticks(range(len(grid)), grid.index)
    ax.set_xticks(range(grid.shape[1]), [textwrap.fill(label, 14) for label in grid.columns], fontsize=8.5)
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)
    outlet, label = grid.stack().idxmax()
    _title(ax, f"{outlet} gave the most of its coverage to one topic: {_percent(grid.loc[outlet, label])} to “{label}”")
    return ax


@_styled
def plot_sourcing(sourcing: pd.DataFrame, *, by: str = "outlet", ax: Axes | None = None) -> Axes:
    """Bars of whose voices each value of `by` carries: shares of named and unnamed people, institutions, documents; from `sourcing`."""
    grid = sourcing.pivot(index=by, columns="speaker_kind", values="share").reindex(columns=SPEAKER_KINDS).fillna(0)
    totals = sourcing.groupby(by, observed=True)["n"].sum()
    grid = grid.sort_values("named_person", ascending=False, kind="stable")
    ax = _rows_axes(ax, len(grid))
    left = np.zeros(len(grid))
    for kind, (label, colour) in SPEAKER_KINDS.items():
        ax.barh(range(len(grid)), grid[kind], left=left, color=colour, label=label, height=0.7)
        for row, share in enumerate(grid[kind]):
            if share >= 0.06:
                dark = mpl.colors.rgb_to_hsv(mpl.colors.to_rgb(colour))[2] < 0.75
                ax.text(left[row] + share / 2, row, f"{share:.0%}", ha="center", va="center", fontsize=8.5, color="white" if dark else "black")
        left += grid[kind].to_numpy()
    ax.set_yticks(range(len(grid)), [f"{name} ({totals[name]:,})" for name in grid.index])
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel("share of attributions (number of attributions in brackets)")
    ax.legend(ncols=len(SPEAKER_KINDS), loc="lower left", bbox_to_anchor=(-0.02, 1.0), columnspacing=1.0, handlelength=1, handletextpad=0.4)
    ax.set_title(textwrap.fill(_sourcing_words(grid), 74), loc="left", pad=26)
    return ax


def _sourcing_words(grid: pd.DataFrame) -> str:
    outlet = grid["unnamed_person"].idxmax()
    return f"{outlet} leans most on people it does not name: {_percent(grid.loc[outlet, 'unnamed_person'])} of its attributions"


@_styled
def plot_speakers(speakers: pd.DataFrame, *, colours: Mapping[str, str], most: int = 15, ax: Axes | None = None) -> Axes:
    """Bars of the `most` quoted speakers, each bar parted by outlet; from `count_speakers(…, by="outlet")`."""
    totals = speakers.groupby("speaker")["n"].sum()
    names = sorted(totals.index, key=lambda name: (-totals[name], name))[:most]
    grid = speakers[speakers["speaker"].isin(names)].astype({"outlet": str}).pivot_table(index="speaker", columns="outlet", values="n", aggfunc="sum", fill_value=0).loc[names]
    ax = _rows_axes(ax, len(grid))
    left = np.zeros(len(grid))
    for outlet in (o for o in colours if o in grid):
        ax.barh(range(len(grid)), grid[outlet], left=left, color=colours[outlet], label=outlet if colours[outlet] != _REST else "_", height=0.7)
        left += grid[outlet].to_numpy()
    ax.barh(0, 0, color=_REST, label="other outlets" if _REST in colours.values() else "_")
    ax.set_yticks(range(len(grid)), grid.index)
    ax.set_xlabel("quotes and paraphrases")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.legend(loc="lower right")
    _title(ax, f"{names[0]} is heard most: {totals[names[0]]:,} times")
    return ax
