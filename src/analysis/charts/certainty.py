"""Charts of how sure the numbers are: corrected shares, reliability of the confidence, findings under other choices."""

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.charts.base import WIDTH, name_rows, rows_axes, set_title, styled_plot
from analysis.charts.colors import CONTRAST, PLAIN, REST
from analysis.charts.sources import SPEAKER_LABELS
from analysis.charts.writing import shown
from analysis.wording import percent

_DIRECT: dict[str, Any] = {"textcoords": "offset points", "fontsize": 9}
# Marker, color and place above or below its row, of the corrected share, the share found and the coded one.
_SHARE_MARKS = (("o", PLAIN, 0.0), ("o", CONTRAST, -0.22), ("D", REST, 0.22))
# How `plot_choices` draws each outcome: marker, filled, color, words in the key below the chart.
_OUTCOMES: dict[str, tuple[str, bool, str, str]] = {
    "holds": ("o", True, PLAIN, "holds"),
    "same direction": ("o", False, PLAIN, "same direction, cannot be told"),
    "other direction": ("X", True, CONTRAST, "other direction"),
    "not tested": ("_", True, REST, "too few articles"),
}


@styled_plot
def plot_corrected_shares(corrected: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw for each kind of speaker the share that the program found, the coded one, and the corrected one.

    Parameters
    ----------
    corrected : DataFrame
        What `corrected_shares` returns for one group, one row per kind: `speaker_kind`, `raw_share`, `coded_share`,
        `share`, `low`, `high` (0 to 1).
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        The corrected share is a dot with its interval; the share found is a ring, the coded one a diamond.

    Raises
    ------
    ValueError
        If the frame has no rows.

    Examples
    --------
    >>> row = {"speaker_kind": "document", "raw_share": 0.3, "coded_share": 0.2, "share": 0.22, "low": 0.1}
    >>> table = pd.DataFrame([row | {"high": 0.4}])
    >>> plot_corrected_shares(table).get_title(loc="left").splitlines()
    ['Documents: 22% of attributions after correction (10% to 40%), 30% as', 'found']
    """
    frame = corrected.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    ax = rows_axes(ax, len(frame), height=0.55)
    marks = {"corrected, with 95% interval": "share", "as found": "raw_share", "coded articles only": "coded_share"}
    ax.hlines(frame.index, frame["low"], frame["high"], color=PLAIN, linewidth=2)
    for (label, column), (marker, color, place) in zip(marks.items(), _SHARE_MARKS, strict=True):
        face = "none" if column == "raw_share" else color
        style: dict[str, Any] = {"color": color, "markerfacecolor": face, "markersize": 6.5, "linestyle": "none"}
        ax.plot(frame[column], frame.index + place, marker, label=label, **style)
    for row in frame.itertuples():
        spread = "" if np.isnan(row.low) else f" ({percent(row.low)} to {percent(row.high)})"
        end = np.nanmax([row.high, row.share, row.raw_share, row.coded_share])
        ax.annotate(f"{percent(row.share)}{spread}", (end, row.Index), (8, 0), va="center", color=PLAIN, **_DIRECT)
    names = [SPEAKER_LABELS.get(kind, kind.replace("_", " ")) for kind in frame["speaker_kind"]]
    ax.set_yticks(frame.index, names)
    ends = frame[["high", "share", "raw_share", "coded_share"]].max(axis=None)
    ax.set_xlim(0, min(1.25 * ends + 0.1, 1.3))
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel("share of attributions")
    ax.legend(ncols=3, loc="lower left", bbox_to_anchor=(-0.02, 1.0), columnspacing=1.2, handletextpad=0.2)
    first = frame.iloc[0]
    title = f"{names[0].capitalize()}: {percent(first['share'])} of attributions after correction"
    title += "" if np.isnan(first["low"]) else f" ({percent(first['low'])} to {percent(first['high'])})"
    set_title(ax, f"{title}, {percent(first['raw_share'])} as found", pad=26)
    return ax


@styled_plot
def plot_reliability(reliability: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw how often attributions are right against the confidence that the program gave them.

    Parameters
    ----------
    reliability : DataFrame
        What `reliability` returns, one row per range of confidence: `confidence`, `right_share`, `low`, `high` (0 to
        1), `n`.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        On the dashed line, attributions are right as often as the program says; above it, more often.

    Raises
    ------
    ValueError
        If the frame has no rows.

    Examples
    --------
    >>> table = pd.DataFrame({"confidence": [0.6], "right_share": 0.75, "low": 0.4, "high": 0.9, "n": 8})
    >>> plot_reliability(table).get_title(loc="left").splitlines()
    ['75% of the 8 attributions in coded articles are right; their mean', 'confidence is 60%']
    """
    frame = reliability.sort_values("confidence", ignore_index=True)
    ax = ax or plt.figure(figsize=(WIDTH, 4.4)).subplots()
    ax.plot([0, 1], [0, 1], linestyle="--", color=REST, linewidth=1)
    ax.annotate("right as often as said", (0.12, 0.12), (8, -3), color="#555555", va="top", **_DIRECT)
    ax.vlines(frame["confidence"], frame["low"], frame["high"], color=PLAIN, linewidth=2)
    ax.plot(frame["confidence"], frame["right_share"], "o", color=PLAIN, markersize=7)
    for row in frame.itertuples():
        ax.annotate(f"n = {row.n}", (row.confidence, row.low), (0, -5), ha="center", va="top", **_DIRECT)
    ax.set_xlim(0, 1.03)
    ax.set_ylim(0, 1.03)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel("confidence that the program gave (mean of a range)")
    ax.set_ylabel("share that is right, with 95% interval")
    n = frame["n"].sum()
    right, said = ((frame[column] * frame["n"]).sum() / n for column in ("right_share", "confidence"))
    set_title(
        ax,
        f"{percent(right)} of the {n:,} attributions in coded articles are right; "
        f"their mean confidence is {percent(said)}",
    )
    return ax


@styled_plot
def plot_choices(varied: pd.DataFrame, *, most: int = 20, ax: Axes | None = None) -> Axes:
    """Draw what becomes of findings under other choices: one row per finding, one column per choice.

    Parameters
    ----------
    varied : DataFrame
        What `vary_findings` returns: `finding_id`, `kind`, `group`, `verdict` (of the report), `choice`, `outcome`.
    most : int
        How many findings are drawn: those that hold in the report first, then those that hold under some choice, then
        the others that some choice turns around.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes
        Nothing is drawn where a choice does not concern a finding.

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    grid = varied.pivot(index="finding_id", columns="choice", values="outcome")
    grid = grid.loc[varied["finding_id"].unique(), varied["choice"].unique()]
    about = varied.drop_duplicates("finding_id").set_index("finding_id")
    holds = about["verdict"] == "holds"
    elsewhere, turned = ((grid == outcome).any(axis=1) for outcome in ("holds", "other direction"))
    rank = pd.Series(np.select([holds, elsewhere, turned], [3, 2, 1], default=0), index=grid.index)
    rank = rank[rank > 0] if (rank > 0).any() else rank
    chosen = rank.sort_values(ascending=False, kind="stable").index[:most]
    ax = rows_axes(ax, len(chosen), height=0.3)
    for outcome, (marker, filled, color, _) in _OUTCOMES.items():
        rows, columns = np.nonzero(grid.loc[chosen].to_numpy() == outcome)
        face = color if filled else "none"
        ax.plot(columns, rows, marker, color=color, markerfacecolor=face, markersize=6, markeredgewidth=1.4)
    names = [f"{shown(about.at[finding, 'group'])}: {about.at[finding, 'kind']}" for finding in chosen]
    name_rows(ax, names, width=60)
    ax.set_xticks(range(len(grid.columns)), grid.columns, rotation=35, ha="right", rotation_mode="anchor")
    ax.set_xlim(-0.5, len(grid.columns) - 0.5)
    signs = {"holds": "●", "same direction": "○", "other direction": "✖", "not tested": "–"}
    key = [f"{signs[outcome]} {words}" for outcome, (*_, words) in _OUTCOMES.items()]
    ax.set_xlabel("   ".join(key[:2]) + "\n" + "   ".join(key[2:]))
    set_title(ax, _choices_title(grid, holds))
    return ax


def _choices_title(grid: pd.DataFrame, holds: pd.Series) -> str:
    """Return how many findings hold in the report, and how many of them under every choice that concerns them."""
    if not holds.any():
        n = int((grid == "holds").any(axis=1).sum())
        other = f"{n} of the {len(grid)} would under another choice" if n else "none would under other choices"
        return f"No finding of the report holds; {other}"
    always = grid[holds].isin(["holds", "not touched"]).all(axis=1).sum()
    return f"{always} of the {holds.sum()} findings that hold in the report hold under every choice tried"
