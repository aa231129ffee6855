"""Charts of whose voices are heard."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts.base import REST, percent, rows_axes, say, stacked_bars, styled_plot

SPEAKER_KINDS = {
    "named_person": ("named people", "#0072B2"),
    "unnamed_person": ("unnamed people", "#D55E00"),
    "organization": ("institutions", "#009E73"),
    "document": ("documents", "#E69F00"),
    "unknown": ("nobody named", "#c9c9c9"),
}
_ENOUGH = 50  # attributions; a title does not single out a group with fewer while there are larger ones


@styled_plot
def plot_sourcing(sourcing: pd.DataFrame, *, by: str = "outlet", ax: Axes | None = None) -> Axes:
    """Bars of whose voices each value of `by` carries: shares of named and unnamed people, institutions, documents; from `sourcing`."""
    grid = sourcing.pivot(index=by, columns="speaker_kind", values="share").reindex(columns=SPEAKER_KINDS).fillna(0)
    grid = grid.sort_values("named_person", ascending=False, kind="stable")
    totals = sourcing.groupby(by, observed=True)["n"].sum()
    colors = {kind: color for kind, (_, color) in SPEAKER_KINDS.items()}
    ax = stacked_bars(grid, colors, {kind: label for kind, (label, _) in SPEAKER_KINDS.items()}, ax=ax)
    ax.set_yticks(range(len(grid)), [f"{name} ({totals[name]:,})" for name in grid.index])
    ax.set_xlabel("share of attributions (number of attributions in brackets)")
    many = grid[totals[grid.index] >= _ENOUGH] if (totals >= _ENOUGH).any() else grid
    most = many["unnamed_person"].idxmax()
    say(
        ax,
        f"{most}: {percent(grid.loc[most, 'unnamed_person'])} of attributions to people who are not named, the largest share",
        pad=26,
    )
    return ax


@styled_plot
def plot_speakers(speakers: pd.DataFrame, *, colors: Mapping[str, str], most: int = 15, ax: Axes | None = None) -> Axes:
    """Bars of the `most` quoted speakers, each bar parted by outlet; from `count_speakers(…, by="outlet")`."""
    totals = speakers.groupby("speaker")["n"].sum()
    names = sorted(totals.index, key=lambda name: (-totals[name], name))[:most]
    grid = (
        speakers[speakers["speaker"].isin(names)]
        .astype({"outlet": str})
        .pivot_table(index="speaker", columns="outlet", values="n", aggfunc="sum", fill_value=0)
        .loc[names]
    )
    ax = rows_axes(ax, len(grid))
    left = np.zeros(len(grid))
    for outlet in (o for o in colors if o in grid):
        ax.barh(
            range(len(grid)),
            grid[outlet],
            left=left,
            color=colors[outlet],
            label=outlet if colors[outlet] != REST else "_",
            height=0.7,
        )
        left += grid[outlet].to_numpy()
    ax.barh(0, 0, color=REST, label="other outlets" if REST in colors.values() else "_")
    ax.set_yticks(range(len(grid)), grid.index)
    ax.set_xlabel("quotes and paraphrases")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.legend(loc="lower right")
    say(ax, f"{names[0]} is heard most: {totals[names[0]]:,} times")
    return ax
