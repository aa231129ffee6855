"""Charts of who is quoted: kinds of sources, and the people quoted most often."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import set_note, set_title, styled_plot
from analysis.charts.colors import REST, palettes
from analysis.charts.grids import draw_grid, short_percent
from analysis.charts.writing import shown
from analysis.wording import percent

SPEAKER_LABELS = {
    "named_person": "named people",
    "unnamed_person": "unnamed people",
    "group": "groups",
    "organization": "institutions",
    "document": "documents",
}
_MOST_OUTLETS = 8  # columns of a grid; the smallest outlets share the last
_OTHERS = "other outlets"


@styled_plot
def plot_sourcing(sourcing: pd.DataFrame, *, by: str = "outlet", title: str = "", ax: Axes | None = None) -> Axes:
    """Draw a row for each group and a column of bars for each kind of speaker: its share of the group's attributions.

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
        The group with the largest share of named people stands at the top. A line through the bars of a kind marks its
        share in all groups together.

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
    together = known.groupby("speaker_kind")["n"].sum().reindex(list(SPEAKER_LABELS), fill_value=0) / totals.sum()
    ax = draw_grid(
        grid,
        names=[f"{shown(name)} ({totals[name]:,})" for name in grid.index],
        heads=[f"{label} {percent(together[kind])}" for kind, label in SPEAKER_LABELS.items()],
        colors=palettes().kinds,
        write=short_percent,
        keys=lambda group, kind: {by: group, "speaker_kind": kind},
        baseline=list(together),
        ax=ax,
    )
    set_note(ax, "share of attributions, their number in parentheses; line, and above: all together")
    plain = f"Kinds of sources of {totals.sum():,} attributions"
    set_title(ax, title or plain, plain=plain)
    return ax


@styled_plot
def plot_speakers(speakers: pd.DataFrame, *, colors: Mapping[str, str], most: int = 15, ax: Axes | None = None) -> Axes:
    """Draw a row for each of the speakers quoted most often, with a number and a bar for each outlet.

    Parameters
    ----------
    speakers : DataFrame
        What `count_speakers(…, by="outlet")` returns, one row per speaker and outlet: `speaker`, `outlet`, `n`.
    colors : mapping of str to str
        Outlet to color, in the order of the columns. The first eight have a column each; if there are more, the others
        share the eighth.
    most : int
        How many speakers are drawn.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        Numbers are counts. Since outlets differ in size, a bar is as long as the speaker's share of all attributions in
        the outlet's column.

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
    every = speakers.astype({"outlet": str}).pivot_table(
        index="speaker", columns="outlet", values="n", aggfunc="sum", fill_value=0
    )
    every = _in_columns(every, [*(name for name in colors if name in every), *every.columns.difference(list(colors))])
    counts, sizes = every.loc[names], every.sum()
    ax = draw_grid(
        counts / sizes,
        numbers=counts,
        names=[f"{shown(name)} {totals[name]:,}" for name in names],
        heads=[f"{shown(outlet)} ({size:,})" for outlet, size in sizes.items()],
        colors=[colors.get(outlet, REST) for outlet in counts],
        write=lambda n: f"{n:,.0f}" if n else "–",
        keys=lambda speaker, outlet: {"speaker": speaker, "outlet": outlet},
        ax=ax,
    )
    set_note(ax, "number: quotes and paraphrases; bar: share of all that the outlet has (in parentheses)")
    set_title(
        ax, "Attributions found: " + ", ".join(f"{shown(name, longest=30)} {totals[name]:,}" for name in names[:3])
    )
    return ax


def _in_columns(counts: pd.DataFrame, outlets: list[str]) -> pd.DataFrame:
    """Return the counts of outlets in their order; where there are too many, the last ones are summed."""
    if len(outlets) <= _MOST_OUTLETS:
        return counts[outlets]
    own = outlets[: _MOST_OUTLETS - 1]
    return counts[own].assign(**{_OTHERS: counts[outlets[_MOST_OUTLETS - 1 :]].sum(axis=1)})
