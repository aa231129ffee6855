"""Charts of who is quoted: kinds of sources, and the people quoted most often."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts.base import name_rows, outlet_legend, rows_axes, set_title, share_bars, stack_outlets, styled_plot
from analysis.charts.colors import KINDS
from analysis.charts.writing import shown

SPEAKER_LABELS = {
    "named_person": "named people",
    "unnamed_person": "unnamed people",
    "group": "groups",
    "organization": "institutions",
    "document": "documents",
}
_COLORS = dict(zip(SPEAKER_LABELS, KINDS, strict=True))


@styled_plot
def plot_sourcing(sourcing: pd.DataFrame, *, by: str = "outlet", title: str = "", ax: Axes | None = None) -> Axes:
    """Draw a bar for each group: the shares of its attributions by kind of speaker.

    Attributions whose speaker is unknown have no part in it.

    Parameters
    ----------
    sourcing : DataFrame
        What `sourcing` returns, one row per group and kind of speaker: the column `by`, `speaker_kind`, `n`, `share`
        (0 to 1).
    by : str
        The column that holds the groups, such as "outlet" or "story".
    title : str, optional
        What the chart shows, from `analysis.finding_title`, which states an order only where it was tested; by default
        a plain description.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        The group with the largest share of named people stands at the top.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    grid = (
        sourcing.pivot(index=by, columns="speaker_kind", values="share").reindex(columns=list(SPEAKER_LABELS)).fillna(0)
    )
    grid = grid.sort_values("named_person", ascending=False, kind="stable")
    known = sourcing[sourcing["speaker_kind"] != "unknown"]
    totals = known.groupby(by, observed=True)["n"].sum()
    ax = share_bars(grid, colors=_COLORS, labels=SPEAKER_LABELS, ax=ax)
    name_rows(ax, [f"{shown(name)} ({totals[name]:,})" for name in grid.index])
    ax.set_xlabel("share of attributions (number of attributions in parentheses)")
    plain = f"Kinds of sources of {totals.sum():,} attributions"
    set_title(ax, title or plain, plain=plain, pad=26)
    return ax


@styled_plot
def plot_speakers(speakers: pd.DataFrame, *, colors: Mapping[str, str], most: int = 15, ax: Axes | None = None) -> Axes:
    """Draw a bar for each of the speakers quoted most often, with a part for each outlet.

    Parameters
    ----------
    speakers : DataFrame
        What `count_speakers(…, by="outlet")` returns, one row per speaker and outlet: `speaker`, `outlet`, `n`.
    colors : mapping of str to str
        Outlet to color, in the order of the parts of a bar; other outlets are gray.
    most : int
        How many speakers are drawn.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        If the frame has no rows.

    Examples
    --------
    >>> speakers = pd.DataFrame({"speaker": "Ann Lee", "outlet": ["Post", "Ledger"], "n": [2, 3]})
    >>> plot_speakers(speakers, colors={"Ledger": "#1d8b9f", "Post": "#6f0c2c"}).get_title(loc="left")
    'Attributions found: Ann Lee 5'
    """
    totals = speakers.groupby("speaker")["n"].sum()
    names = sorted(totals.index, key=lambda name: (-totals[name], name))[:most]
    largest = speakers[speakers["speaker"].isin(names)].astype({"outlet": str})
    grid = largest.pivot_table(index="speaker", columns="outlet", values="n", aggfunc="sum", fill_value=0).loc[names]
    ax = rows_axes(ax, len(grid))
    stack_outlets(ax, grid, colors=colors)
    name_rows(ax, grid.index)
    ax.set_xlabel("quotes and paraphrases")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    outlet_legend(ax, loc="lower right")
    set_title(
        ax, "Attributions found: " + ", ".join(f"{shown(name, longest=30)} {totals[name]:,}" for name in names[:3])
    )
    return ax
