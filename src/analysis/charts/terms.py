"""Charts of distinctive words."""

from collections.abc import Mapping
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import SIGNIFICANT, WIDTH, name_rows, rows_axes, set_title, styled_plot
from analysis.charts.colors import REST, STORIES, as_text
from analysis.charts.writing import shown

_TARGET, _REFERENCE, _NO_SIDE = *STORIES[:2], REST
# Where the name of a point may lie: offset in points, and which side of the name is at the offset.
_PLACES = (
    (5, 0, "left"), (-5, 0, "right"), (0, 8, "center"), (0, -8, "center"),
    (6, 8, "left"), (-6, 8, "right"), (6, -8, "left"), (-6, -8, "right"),
)  # fmt: skip


@styled_plot
def plot_terms(
    comparison: pd.DataFrame, *, target: str, reference: str, most: int = 12, ax: Axes | None = None
) -> Axes:
    """Draw the terms most typical of two sides, each with its score and 95% interval.

    Parameters
    ----------
    comparison : DataFrame
        What `compare_terms` returns, one row per term: `term`, `n`, `n_reference`, `score`, `low`, `high`, `z`,
        `q_value`.
    target, reference : str
        The names of the two sides. Terms typical of `target` (`z` above 0) stand on the right.
    most : int
        How many terms of each side are drawn, those with the largest absolute `z` first.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        The area of a dot grows with the term's uses. A dot is hollow if the q-value is above 0.05.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    ranked = comparison.sort_values("z", ascending=False, kind="stable")
    above, below = ranked[ranked["z"] > 0].head(most), ranked[ranked["z"] < 0].tail(most).iloc[::-1]
    ax = rows_axes(ax, max(len(above), len(below)))
    most_uses = max(1, (comparison["n"] + comparison["n_reference"]).max())
    for side, color in ((above, _TARGET), (below, _REFERENCE)):
        _draw_side(ax, side, color=color, most_uses=most_uses)
    ax.axvline(0, color="#999999", linewidth=1)
    ax.set_yticks([])
    ax.margins(x=0.16)
    ax.spines["left"].set_visible(False)
    left, right = shown(reference, longest=28), shown(target, longest=28)
    ax.set_xlabel(f"← {left}     log-odds ratio, 95% interval; dot area: uses     {right} →")
    set_title(ax, _typical(above, below, target=target, reference=reference))
    return ax


@styled_plot
def plot_term_scatter(
    comparison: pd.DataFrame, *, target: str, reference: str, most: int = 15, ax: Axes | None = None
) -> Axes:
    """Draw every term by how often it is used and how typical it is of one side.

    Parameters
    ----------
    comparison : DataFrame
        What `compare_terms` returns, one row per term: `term`, `n`, `n_reference`, `z`, `q_value`.
    target, reference : str
        The names of the two sides. Terms typical of `target` (`z` above 0) stand above the line.
    most : int
        How many terms of each side are named, as far as there is room.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        x: uses on both sides, log scale; y: `z`. Terms with a q-value above 0.05 are gray.

    Raises
    ------
    ValueError
        If the frame has no rows.

    See Also
    --------
    terms_in_context : the passages in which the terms stand.
    """
    ax = plt.figure(figsize=(WIDTH, 5.2)).subplots() if ax is None else ax
    ranked = comparison.assign(uses=comparison["n"] + comparison["n_reference"])
    ranked = ranked.sort_values("z", ascending=False, kind="stable")
    distinctive = ranked[ranked["q_value"] <= SIGNIFICANT]
    above, below = distinctive[distinctive["z"] > 0], distinctive[distinctive["z"] < 0]
    rest = ranked[ranked["q_value"] > SIGNIFICANT]
    for points, color in ((rest, _NO_SIDE), (above, _TARGET), (below, _REFERENCE)):
        ax.scatter(points["uses"], points["z"], s=10, color=color, linewidth=0)
    ax.set_xscale("log")
    ax.margins(x=0.08, y=0.1)
    ax.axhline(0, color="#999999", linewidth=1)
    ax.set_xlabel("uses on both sides, log scale")
    ax.set_ylabel(f"← {shown(reference, longest=20)}     z of the log-odds ratio     {shown(target, longest=20)} →")
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.xaxis.set_minor_formatter("")  # the default writes small numbers as mathematics
    below = below.iloc[::-1]
    set_title(ax, _typical(above, below, target=target, reference=reference))
    _name_points(ax, above.head(most), as_text(_TARGET))
    _name_points(ax, below.head(most), as_text(_REFERENCE))
    return ax


@styled_plot
def plot_group_terms(
    comparison: pd.DataFrame, *, by: str, colors: Mapping[str, str], most: int = 6, ax: Axes | None = None
) -> Axes:
    """Draw a row for each group with the words most typical of it, the most typical first.

    Parameters
    ----------
    comparison : DataFrame
        What `compare_terms` without a `target` returns, one row per group and term: the column `by`, `term`, `z`,
        `q_value`.
    by : str
        The column that holds the groups, such as "outlet".
    colors : mapping of str to str
        Group to color; other groups are gray.
    most : int
        How many words of each group are drawn.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        Words with a q-value up to 0.05 are bold and in the color of their group, the others gray.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    typical = comparison[comparison["z"] > 0].sort_values("z", ascending=False, kind="stable")
    typical = typical.groupby(by, observed=True, sort=False).head(most)
    groups = list(comparison[by].drop_duplicates())
    ax = rows_axes(ax, len(groups))
    for row, group in enumerate(groups):
        color = colors.get(group, REST)
        for place, term in enumerate(typical[typical[by] == group].itertuples()):
            word = shown(term.term, longest=16)
            sure: dict[str, Any] = {"color": as_text(color), "weight": "bold"}
            style = sure if term.q_value <= SIGNIFICANT else {"color": as_text(REST)}
            ax.text(place, row, word, va="center", fontsize=9.5, **style)
    ax.set_xlim(-0.1, most)
    ax.set_xticks([])
    name_rows(ax, groups)
    ax.spines[["bottom", "left"]].set_visible(False)
    own = typical[typical["q_value"] <= SIGNIFICANT]
    several = f"{own[by].nunique()} of {len(groups)} {by}s have words that set them apart from the others"
    set_title(ax, several if len(own) else f"No word sets any {by} apart from the others beyond chance")
    return ax


def _typical(above: pd.DataFrame, below: pd.DataFrame, *, target: str, reference: str) -> str:
    """Return a title with the first words of each side that hold; one says so when no word does."""
    over, under = shown(target, longest=40), shown(reference, longest=40)
    held = [(side[side["q_value"] <= SIGNIFICANT], name) for side, name in ((above, over), (below, under))]
    words = "; ".join(f"{name}: {', '.join(side['term'].head(3))}" for side, name in held if len(side))
    return f"Words that set them apart. {words}" if words else f"No word sets {over} and {under} apart beyond chance"


def _draw_side(ax: Axes, terms: pd.DataFrame, *, color: str, most_uses: int) -> None:
    """Draw the terms of one side from the top down: interval, dot, and the term at the outer end of the interval."""
    beside: dict[str, Any] = {"textcoords": "offset points", "va": "center", "fontsize": 9}
    for row, term in enumerate(terms.itertuples()):
        area = 20 + 260 * (term.n + term.n_reference) / most_uses
        face = color if term.q_value <= SIGNIFICANT else "white"
        ax.plot([term.low, term.high], [row, row], color=color, linewidth=1.4)
        ax.scatter(term.score, row, s=area, color=face, edgecolor=color, zorder=3)
        outer, step, side = (term.high, 8, "left") if term.score > 0 else (term.low, -8, "right")
        ax.annotate(term.term, (outer, row), (step, 0), ha=side, **beside)


def _name_points(ax: Axes, points: pd.DataFrame, color: str) -> None:
    """Write each point's term in the first place where it is inside the axes and covers no other; else leave it out."""
    if figure := ax.get_figure(root=True):
        # This settles where the axes lie.
        figure.draw_without_rendering()
    style: dict[str, Any] = {"textcoords": "offset points", "va": "center", "fontsize": 9, "color": color}
    taken = [text.get_window_extent() for text in ax.texts]
    for point in points.itertuples():
        for x, y, side in _PLACES:
            name = ax.annotate(point.term, (point.uses, point.z), (x, y), ha=side, **style)
            box = name.get_window_extent()
            inside = ax.bbox.x0 <= box.x0 and box.x1 <= ax.bbox.x1 and ax.bbox.y0 <= box.y0 and box.y1 <= ax.bbox.y1
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                break
            name.remove()
