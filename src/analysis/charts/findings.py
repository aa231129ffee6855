"""The chart of one finding: the groups that its sentence names, beside all others."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import rows_axes, set_note, set_title, share_axis, styled_plot
from analysis.charts.colors import REST, as_text
from analysis.charts.marks import stands_for
from analysis.wording import percent


@styled_plot
def plot_finding(findings: pd.DataFrame, *, title: str, short: str = "", ax: Axes | None = None) -> Axes:
    """Draw the share of each group that a finding names, with its 95% interval, and those of all others in one row.

    Parameters
    ----------
    findings : DataFrame
        One row per group that was compared: `group`, `share`, `low` and `high` (0 to 1), and `verdict`: "holds" for
        those that the finding names.
    title : str
        What the share is a share of.
    short : str, optional
        A title for where that one is too long; the whole one then opens the caption.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes

    Raises
    ------
    NotEnoughArticles
        If the frame has no rows. It is a ValueError.

    Examples
    --------
    >>> shares = pd.DataFrame(
    ...     {"group": ["Post", "Star"], "share": [0.7, 0.2], "low": [0.6, 0.1], "high": [0.8, 0.3], "verdict": "holds"}
    ... )
    >>> [label.get_text() for label in plot_finding(shares, title="Share of named people").get_yticklabels()]
    ['Post', 'Star']
    """
    ranked = findings.sort_values("share", ascending=False, kind="stable")
    named, others = ranked[ranked["verdict"] == "holds"], ranked[ranked["verdict"] != "holds"]
    together = [f"{len(others)} other{'s' if len(others) > 1 else ''}"] if len(others) else []
    ax = rows_axes(ax, [*named["group"], *together])
    ink = as_text("#222222")
    for place, row in enumerate(named.itertuples()):
        line = ax.plot([row.low, row.high], [place] * 2, color=ink, linewidth=1.6)
        dot = ax.plot(row.share, place, "o", markersize=8, color=ink, clip_on=False)
        number = ax.annotate(
            percent(row.share), (1.01, place), xycoords=("axes fraction", "data"), va="center", color=ink
        )
        stands_for([*line, *dot, number], "n", group=row.group)
    for row in others.itertuples():
        ring = ax.plot(row.share, len(named), "o", markersize=6, color=REST, markerfacecolor="none", clip_on=False)
        stands_for(ring, "n", group=row.group)
    end = max(named["high"].max(), others["share"].max() if len(others) else 0.0)
    right = min(1.02, max(0.1, end * 1.08))
    ax.set_xlim(-0.02 * right, right)  # a dot at 0 stands clear of the names
    share_axis(ax, end)
    set_note(ax, f"dots: with 95% interval{'; circles: those that do not clearly differ' if len(others) else ''}")
    set_title(ax, title, plain=short)
    return ax
