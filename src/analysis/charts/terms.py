"""Charts of distinctive words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import SIGNIFICANT, name_width, rows_axes, set_note, set_title, styled_plot
from analysis.charts.colors import REST, as_text, palettes
from analysis.charts.flow import flow, in_flow
from analysis.charts.marks import stands_for
from analysis.charts.point_names import name_points
from analysis.charts.style import is_narrow, paper, width
from analysis.charts.writing import shown
from analysis.enough import NotEnoughArticles

_AS_COUNTED: Mapping[str, str] = MappingProxyType({})


@styled_plot
def plot_terms(
    comparison: pd.DataFrame,
    *,
    target: str,
    reference: str,
    most: int = 12,
    labels: Mapping[str, str] = _AS_COUNTED,
    ax: Axes | None = None,
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
    labels : mapping of str to str, optional
        What to write for a term, see `spell_terms`; the term itself by default.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        Each term has a row: those of `target` from the top down, then those of `reference` from the bottom up. The
        area of a dot grows with the term's uses. A dot is hollow if the q-value is above 0.05.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    ranked = comparison.sort_values("z", ascending=False, kind="stable")
    above, below = ranked[ranked["z"] > 0].head(most), ranked[ranked["z"] < 0].tail(most).iloc[::-1]
    rows = pd.concat([above, below.iloc[::-1]], ignore_index=True)
    ax = rows_axes(ax, [labels.get(term, term) for term in rows["term"]], longest=30)
    most_uses = max(1, (comparison["n"] + comparison["n_reference"]).max())
    first, second, *_ = palettes().stories
    for row, label in zip(rows.itertuples(), ax.get_yticklabels(), strict=True):
        color = first if row.z > 0 else second
        label.set_color(as_text(color))
        _draw_term(ax, row, color=color, most_uses=most_uses)
    ax.axvline(0, color="#999999", linewidth=1)
    ax.margins(x=0.08)
    left, right = shown(reference, longest=28), shown(target, longest=28)
    set_note(ax, f"← {left} | {right} → log-odds ratio with 95% interval; dot area: uses; hollow: may be chance")
    set_title(ax, _typical(above, below, labels, target=target, reference=reference))
    return ax


@styled_plot
def plot_term_scatter(
    comparison: pd.DataFrame,
    *,
    target: str,
    reference: str,
    most: int = 15,
    labels: Mapping[str, str] = _AS_COUNTED,
    ax: Axes | None = None,
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
    labels : mapping of str to str, optional
        What to write for a term, see `spell_terms`; the term itself by default.
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
    ax = plt.figure(figsize=(width(), 4.4 if is_narrow() else 5.2)).subplots() if ax is None else ax
    ranked = comparison.assign(uses=comparison["n"] + comparison["n_reference"])
    ranked = ranked.sort_values("z", ascending=False, kind="stable")
    distinctive = ranked[ranked["q_value"] <= SIGNIFICANT]
    above, below = distinctive[distinctive["z"] > 0], distinctive[distinctive["z"] < 0]
    rest = ranked[ranked["q_value"] > SIGNIFICANT]
    first, second, *_ = palettes().stories
    for points, color in ((rest, REST), (above, first), (below, second)):
        ax.scatter(points["uses"], points["z"], s=10, color=color, linewidth=0)
    ax.set_xscale("log")
    ax.margins(x=0.08, y=0.1)
    ax.axhline(0, color="#999999", linewidth=1)
    set_note(ax, "across: uses on both sides, log scale; up: z, how sure the difference is; gray: may be chance")
    ax.set_ylabel(f"← {shown(reference, longest=20)}     {shown(target, longest=20)} →")
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.xaxis.set_minor_formatter("")  # the default writes small numbers as mathematics
    below = below.iloc[::-1]
    set_title(ax, _typical(above, below, labels, target=target, reference=reference))
    name_points(ax, above.head(most), labels, as_text(first), "n")
    name_points(ax, below.head(most), labels, as_text(second), "n_reference")
    return ax


@styled_plot
def plot_group_terms(
    comparison: pd.DataFrame,
    *,
    by: str,
    colors: Mapping[str, str],
    most: int = 6,
    labels: Mapping[str, str] = _AS_COUNTED,
    ax: Axes | None = None,
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
    labels : mapping of str to str, optional
        What to write for a term, see `spell_terms`; the term itself by default.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        Words with a q-value up to 0.05 are bold and in the color of their group, the others gray.

    Raises
    ------
    ValueError
        If the frame has no rows, or no term has a z above 0.
    """
    typical = comparison[comparison["z"] > 0].sort_values("z", ascending=False, kind="stable")
    typical = typical.groupby(by, observed=True, sort=False).head(most)
    if typical.empty:
        raise NotEnoughArticles(
            f"no word can be told to be typical of any {by}; add articles, two or more of each {by} on the stories"
        )
    groups = list(comparison[by].drop_duplicates())
    typical = typical.assign(_label=[shown(labels.get(term, term), longest=24) for term in typical["term"]])
    words = {group: typical[typical[by] == group] for group in groups}
    room = width() - name_width() - 0.36
    lines = max(1 + in_flow(list(own["_label"]), room, weight="bold")[-1][1] for own in words.values() if len(own))
    ax = rows_axes(ax, groups, least=lines + 0.8)
    for row, (group, terms) in enumerate(words.items()):
        color = as_text(colors.get(group, REST))
        shades = [color if sure else as_text(REST) for sure in terms["q_value"] <= SIGNIFICANT]
        texts = flow(ax, row, list(zip(terms["_label"], shades, strict=True)), room, weight="bold")
        for text, term, q_value in zip(texts, terms["term"], terms["q_value"], strict=True):
            text.set_fontweight("bold" if q_value <= SIGNIFICANT else "normal")
            stands_for(text, **{by: group, "term": term})
    ax.set_xticks([])
    ax.spines[["bottom", "left"]].set_visible(False)
    set_note(
        ax,
        "bold: sets the outlet apart beyond chance; gray: may be chance" if by == "outlet" else "gray: may be chance",
    )
    own = typical[typical["q_value"] <= SIGNIFICANT]
    n = own[by].nunique()
    have = "has words that set it" if n == 1 else "have words that set them"
    several = f"{n} of {len(groups)} {by}s {have} apart from the others"
    set_title(ax, several if len(own) else f"No word sets any {by} apart from the others beyond chance")
    return ax


def _typical(
    above: pd.DataFrame, below: pd.DataFrame, labels: Mapping[str, str], *, target: str, reference: str
) -> str:
    """Return a title with the first words of each side that hold; one says so when no word does."""
    over, under = shown(target, longest=40), shown(reference, longest=40)
    held = [(side[side["q_value"] <= SIGNIFICANT], name) for side, name in ((above, over), (below, under))]
    named = [([labels.get(term, term) for term in side["term"].head(3)], name) for side, name in held]
    words = "; ".join(f"{name}: {', '.join(terms)}" for terms, name in named if terms)
    return f"Words that set them apart. {words}" if words else f"No word sets {over} and {under} apart beyond chance"


def _draw_term(ax: Axes, term: Any, *, color: str, most_uses: int) -> None:
    """Draw a term's interval and dot in its row."""
    area = 16 + 200 * (term.n + term.n_reference) / most_uses
    face = color if term.q_value <= SIGNIFICANT else paper()
    line = ax.plot([term.low, term.high], [term.Index] * 2, color=color, linewidth=1.4)
    dot = ax.scatter(term.score, term.Index, s=area, color=face, edgecolor=color, zorder=3)
    stands_for([*line, dot], "n" if term.z > 0 else "n_reference", term=term.term)
