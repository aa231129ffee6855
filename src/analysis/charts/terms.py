"""Charts of words."""

import textwrap
from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import REST, rows_axes, say, styled_plot


@styled_plot
def plot_terms(
    comparison: pd.DataFrame, *, target: str, reference: str, most: int = 12, ax: Axes | None = None
) -> Axes:
    """The `most` terms most typical of `target` (right) and of `reference` (left): log-odds with interval, dot area by frequency.

    From `compare_terms`; ranked by z. Terms whose q-value is above 0.05 are drawn hollow.
    """
    ranked = comparison.sort_values("z", ascending=False, kind="stable")
    above, below = ranked[ranked["z"] > 0].head(most), ranked[ranked["z"] < 0].tail(most)
    ax = rows_axes(ax, max(len(above), len(below)))
    biggest = max(1, (comparison["n"] + comparison["n_reference"]).max())
    for side, color in ((above, "#D55E00"), (below.iloc[::-1], "#0072B2")):
        for row, term in enumerate(side.itertuples()):
            area = 20 + 260 * (term.n + term.n_reference) / biggest
            ax.plot([term.low, term.high], [row, row], color=color, alpha=0.35, linewidth=3)
            ax.scatter(
                term.score, row, s=area, color=color if term.q_value <= 0.05 else "white", edgecolor=color, zorder=3
            )
            outer, step, side_of = (term.high, 8, "left") if term.score > 0 else (term.low, -8, "right")
            ax.annotate(
                term.term, (outer, row), (step, 0), textcoords="offset points", ha=side_of, va="center", fontsize=9
            )
    ax.axvline(0, color="#999999", linewidth=1)
    ax.set_yticks([])
    ax.margins(x=0.16)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(f"← {reference}     log-odds ratio, 95% interval; dot area: uses     {target} →")
    words = " and ".join(f"“{', '.join(side['term'].head(3))}”" for side in (above, below.iloc[::-1]) if len(side))
    say(
        ax,
        f"{words} set {target} and {reference} apart"
        if len(above) and len(below)
        else f"{words}: the words of {target}",
    )
    return ax


@styled_plot
def plot_term_scatter(
    comparison: pd.DataFrame, *, target: str, reference: str, most: int = 15, ax: Axes | None = None
) -> Axes:
    """Every term of `compare_terms` by its uses (log scale, right is more) and its z (up is typical of `target`).

    The `most` terms of each side with the largest z are named, as far as their names find room; terms whose q-value is above
    0.05 are grey. `terms_in_context` gives the passages behind the points.
    """
    ax = plt.figure(figsize=(7.6, 5.2)).subplots() if ax is None else ax
    ranked = comparison.assign(uses=comparison["n"] + comparison["n_reference"]).sort_values(
        "z", ascending=False, kind="stable"
    )
    above, below = (
        ranked[(ranked["z"] > 0) & (ranked["q_value"] <= 0.05)],
        ranked[(ranked["z"] < 0) & (ranked["q_value"] <= 0.05)],
    )
    for points, color in ((ranked[ranked["q_value"] > 0.05], "#c9c9c9"), (above, "#D55E00"), (below, "#0072B2")):
        ax.scatter(points["uses"], points["z"], s=10, color=color, linewidth=0)
    ax.set_xscale("log")
    ax.margins(x=0.08, y=0.1)
    ax.axhline(0, color="#999999", linewidth=1)
    ax.set_xlabel("uses on both sides, log scale")
    ax.set_ylabel(f"← {reference}     z of the log-odds ratio     {target} →")
    ax.xaxis.set_major_formatter("{x:,.0f}")
    told = [
        f"“{', '.join(side['term'].head(3))}” of {name}"
        for side, name in ((above, target), (below.iloc[::-1], reference))
        if len(side)
    ]
    say(ax, f"Most typical: {'; '.join(told)}" if told else f"No word tells {target} and {reference} apart")
    _name_points(ax, above.head(most), "#a84900")
    _name_points(ax, below.iloc[::-1].head(most), "#0072B2")
    return ax


def _name_points(ax: Axes, points: pd.DataFrame, color: str) -> None:
    """Writes each point's term where it lies over no other name and inside the axes: right, left, above or below; else not at all."""
    ax.figure.draw_without_rendering()  # settles where the axes lie
    taken = [text.get_window_extent() for text in ax.texts]
    for point in points.itertuples():
        for x, y, side in (
            (5, 0, "left"),
            (-5, 0, "right"),
            (0, 8, "center"),
            (0, -8, "center"),
            (6, 8, "left"),
            (-6, 8, "right"),
            (6, -8, "left"),
            (-6, -8, "right"),
        ):
            name = ax.annotate(
                point.term,
                (point.uses, point.z),
                (x, y),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=8.5,
                color=color,
            )
            box = name.get_window_extent()
            inside = ax.bbox.x0 <= box.x0 and box.x1 <= ax.bbox.x1 and ax.bbox.y0 <= box.y0 and box.y1 <= ax.bbox.y1
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                break
            name.remove()


@styled_plot
def plot_group_terms(
    comparison: pd.DataFrame, *, by: str, colors: Mapping[str, str], most: int = 6, ax: Axes | None = None
) -> Axes:
    """For each value of `by` a row with its `most` most typical words, the strongest first; from `compare_terms`.

    Words whose q-value is above 0.05 are pale.
    """
    typical = (
        comparison[comparison["z"] > 0]
        .sort_values("z", ascending=False, kind="stable")
        .groupby(by, observed=True, sort=False)
        .head(most)
    )
    groups = list(comparison[by].drop_duplicates())
    ax = rows_axes(ax, len(groups))
    for row, group in enumerate(groups):
        for place, term in enumerate(typical[typical[by] == group].itertuples()):
            alpha = 1 if term.q_value <= 0.05 else 0.45
            ax.text(
                place,
                row,
                textwrap.shorten(term.term, 16, placeholder="…"),
                color=colors.get(group, REST),
                alpha=alpha,
                va="center",
                fontsize=9.5,
            )
    ax.set_xlim(-0.1, most)
    ax.set_xticks([])
    ax.set_yticks(range(len(groups)), groups)
    ax.spines[["bottom", "left"]].set_visible(False)
    first = typical.loc[typical["z"].idxmax()]
    say(ax, f"“{first['term']}” is the word most typical of one {by}: {first[by]}")
    return ax
