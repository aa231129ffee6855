"""Chart of word choice: which of several wordings for one thing each outlet uses."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.charts.base import rows_axes, set_title, styled_plot
from analysis.charts.colors import WORDINGS, as_text
from analysis.charts.writing import shown
from analysis.wording import percent

_STEP = 0.16  # of a row, between the dots of one outlet


@styled_plot
def plot_word_choice(choices: pd.DataFrame, *, by: str = "outlet", title: str = "", ax: Axes | None = None) -> Axes:
    """Draw a row for each outlet under each choice: a dot with its 95% interval for the share of each wording.

    Parameters
    ----------
    choices : DataFrame
        What `count_word_choices` returns, one row per choice, outlet and wording: `choice`, the column `by`, `wording`,
        `total`, `share`, `low`, `high` (0 to 1).
    by : str
        The column that holds the outlets.
    title : str, optional
        What the chart shows, from `analysis.finding_title`; by default a plain description.
    ax : Axes, optional
        Where to draw; a new figure if it is not given.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        If the frame has no rows.
    """
    blocks = [(choice, rows) for choice, rows in choices.groupby("choice", sort=False)]
    ax = rows_axes(ax, sum(1 + rows[by].nunique() for _, rows in blocks), height=0.42)
    ticks: dict[int, str] = {}
    row = 0
    for choice, rows in blocks:
        wordings = list(dict.fromkeys(rows["wording"]))
        colors = {wording: WORDINGS[place % len(WORDINGS)] for place, wording in enumerate(wordings)}
        ticks[row] = shown(str(choice).upper(), width=30)
        _name_wordings(ax, row, colors)
        totals = rows.groupby(by, observed=True)["total"].first().sort_values(ascending=False, kind="stable")
        for outlet in totals.index:
            row += 1
            ticks[row] = shown(f"{shown(outlet)} ({totals[outlet]:,})", longest=80, width=30)
            _draw_outlet(ax, row, rows[rows[by] == outlet], colors)
        row += 1
    ax.set_yticks(list(ticks), list(ticks.values()))
    ax.set_xlim(-0.02, 1.02)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel("share of the uses of these wordings, with 95% interval (number of uses in parentheses)")
    low, high = percent(choices["share"].min()), percent(choices["share"].max())
    plain = f"Shares of {choices['wording'].nunique()} wordings: {low} to {high}"
    set_title(ax, title or plain, plain=plain)
    return ax


def _name_wordings(ax: Axes, row: int, colors: dict[str, str]) -> None:
    """Write the wordings in their colors on the row of their choice."""
    for place, (wording, color) in enumerate(colors.items()):
        x = (place + 0.5) / len(colors)
        name = shown(f"● {wording.rstrip('*')}", width=16)
        ax.text(x, row, name, color=as_text(color), ha="center", va="center", fontsize=9)


def _draw_outlet(ax: Axes, row: int, shares: pd.DataFrame, colors: dict[str, str]) -> None:
    for place, own in enumerate(shares.itertuples()):
        color, y = colors[own.wording], row + (place - (len(shares) - 1) / 2) * _STEP
        ax.plot([own.low, own.high], [y, y], color=color, linewidth=1.4)
        ax.plot(own.share, y, "o", color=color, markersize=5)
