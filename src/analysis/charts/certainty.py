"""Charts of how sure the numbers are: corrected shares, reliability of the confidence, findings under other choices."""

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.charts.base import room_right_of, rows_axes, set_heads, set_note, set_title, share_axis, styled_plot
from analysis.charts.colors import CONTRAST, PLAIN, REST, as_mark, as_text
from analysis.charts.lines import text_width
from analysis.charts.marks import stands_for
from analysis.charts.sources import SPEAKER_LABELS
from analysis.charts.style import is_narrow, paper, width
from analysis.charts.writing import shown
from analysis.wording import percent

_DIRECT: dict[str, Any] = {"textcoords": "offset points"}
# Column, marker, color and place above or below its row, of the corrected share, the share found and the coded one.
_SHARE_MARKS = (
    ("share", "o", PLAIN, 0.0), ("raw_share", "o", CONTRAST, -0.27), ("coded_share", "D", REST, 0.27),
)  # fmt: skip
_SHARE_WORDS = {"raw_share": "as found", "coded_share": "coded articles only"}
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
    >>> plot_corrected_shares(table).get_title(loc="left")
    'Documents: 22% of attributions after correction (10% to 40%), 30% as found'
    """
    frame = corrected.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    names = [SPEAKER_LABELS.get(kind, kind.replace("_", " ")) for kind in frame["speaker_kind"]]
    ax = rows_axes(ax, names, least=3.2)
    ax.hlines(frame.index, frame["low"], frame["high"], color=as_mark(PLAIN), linewidth=2)
    for column, marker, own, place in _SHARE_MARKS:
        color = as_mark(own)
        face = "none" if column == "raw_share" else color
        style: dict[str, Any] = {"color": color, "markerfacecolor": face, "markersize": 6.5, "linestyle": "none"}
        ax.plot(frame[column], frame.index + place, marker, **style)
    words = [_corrected(row) for row in frame.itertuples()]
    ends = frame[["high", "share"]].max(axis=1)
    for row, end in enumerate(ends):
        text = ax.annotate(words[row], (end, row), (8, 0), va="center", color=as_text(PLAIN), **_DIRECT)
        stands_for(text, "", speaker_kind=frame["speaker_kind"][row])
    _name_marks(ax, frame.iloc[0])
    left = 1 - (max(map(text_width, [*words, _SHARE_WORDS["coded_share"]])) + 0.3) / room_right_of(ax)
    ax.set_xlim(0, max(frame[["high", "share", "raw_share", "coded_share"]].max(axis=None) / max(left, 0.2), 0.1))
    share_axis(ax, frame[["high", "share", "raw_share", "coded_share"]].max(axis=None))
    set_note(ax, "share of attributions; the dot with its 95% interval is the corrected share")
    first = frame.iloc[0]
    title = f"{names[0].capitalize()}: {percent(first['share'])} of attributions after correction"
    title += "" if np.isnan(first["low"]) else f" ({percent(first['low'])} to {percent(first['high'])})"
    set_title(ax, f"{title}, {percent(first['raw_share'])} as found")
    return ax


def _corrected(row: Any) -> str:
    spread = "" if np.isnan(row.low) else f" ({percent(row.low)} to {percent(row.high)})"
    return f"{percent(row.share)}{spread}"


def _name_marks(ax: Axes, first: pd.Series) -> None:
    """Write beside the marks of the first row what they are."""
    for column, _, color, place in _SHARE_MARKS[1:]:
        if not np.isnan(first[column]):
            words, where = _SHARE_WORDS[column], (first[column], place)
            ax.annotate(words, where, (8, 0), va="center", color=as_text(color), **_DIRECT)


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
    ['75% of the 8 attributions in coded articles are right; their mean confidence is', '60%']
    """
    frame = reliability.sort_values("confidence", ignore_index=True)
    ax = ax or plt.figure(figsize=(width(), 3.9 if is_narrow() else 4.4)).subplots()
    ax.plot([0, 1], [0, 1], linestyle="--", color=REST, linewidth=1)
    ax.vlines(frame["confidence"], frame["low"], frame["high"], color=as_mark(PLAIN), linewidth=2)
    ax.plot(frame["confidence"], frame["right_share"], "o", color=as_mark(PLAIN), markersize=7)
    clear = {"facecolor": paper(), "edgecolor": "none", "pad": 0.8}  # the dashed line runs under it
    for row in frame.to_dict("records"):
        text = ax.annotate(
            f"n = {row['n']}", (row["confidence"], row["low"]), (0, -5), ha="center", va="top", bbox=clear, **_DIRECT
        )
        stands_for(text, **{name: row[name] for name in ("from", "to") if name in row})
    ax.set_xlim(0, 1.03)
    ax.set_ylim(0, 1.03)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(PercentFormatter(1, decimals=0))
    set_note(
        ax,
        "across: confidence that the program gave, mean of a range; up: share that is right, with 95% interval; "
        "dashed: right as often as said",
    )
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
        How many findings are drawn: those that hold in the report first, then those that hold under some choice. Of
        claims that hold nowhere, nobody made any; they are drawn only if there are no others.
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
    elsewhere = (grid == "holds").any(axis=1)
    rank = pd.Series(np.select([holds, elsewhere], [2, 1], default=0), index=grid.index)
    rank = rank[rank > 0] if (rank > 0).any() else rank
    chosen = rank.sort_values(ascending=False, kind="stable").index[:most]
    names = [f"{shown(about.at[finding, 'group'])}: {about.at[finding, 'kind']}" for finding in chosen]
    # A choice that concerns none of the findings drawn needs no column.
    concerned = grid.loc[chosen].isin(list(_OUTCOMES)).any()
    drawn = grid.loc[chosen, concerned if concerned.any() else slice(None)]
    ax = rows_axes(ax, names, longest=80, most=3, room=1.6 if is_narrow() else 2.6)
    for outcome, (marker, filled, own, _) in _OUTCOMES.items():
        color = as_mark(own)
        rows, columns = np.nonzero(drawn.to_numpy() == outcome)
        face = color if filled else "none"
        ax.plot(columns, rows, marker, color=color, markerfacecolor=face, markersize=6, markeredgewidth=1.4)
    ax.set_xlim(-0.5, drawn.shape[1] - 0.5)
    set_heads(ax, [str(choice) for choice in drawn.columns])
    signs = {"holds": "●", "same direction": "○", "other direction": "✖", "not tested": "–"}
    set_note(ax, "   ".join(f"{signs[outcome]} {words}" for outcome, (*_, words) in _OUTCOMES.items()))
    set_title(ax, _choices_title(grid, holds))
    return ax


def _choices_title(grid: pd.DataFrame, holds: pd.Series) -> str:
    """Return how many findings hold in the report, and how many of them under every choice that concerns them."""
    if not holds.any():
        n = int((grid == "holds").any(axis=1).sum())
        other = (
            f"{n} of the {len(grid)} would under another choice" if n else "nor would one under any other choice tried"
        )
        return f"No finding of the report holds; {other}"
    n, always = int(holds.sum()), int(grid[holds].isin(["holds", "not touched"]).all(axis=1).sum())
    if n == 1:
        still = "holds" if always else "does not hold"
        return f"The one finding that holds in the report {still} under every choice tried"
    return f"{always or 'None'} of the {n} findings that hold in the report hold under every choice tried"
