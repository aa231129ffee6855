"""Chart of word choice: which of several wordings for one thing each outlet uses."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.charts.base import room_right_of, rows_axes, set_note, set_title, styled_plot
from analysis.charts.colors import as_text, palettes
from analysis.charts.flow import flow
from analysis.charts.marks import stands_for
from analysis.charts.writing import shown
from analysis.wording import capitalized, counted, percent_range

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
    names: list[str] = []
    blocks = []
    for choice, rows in choices.groupby("choice", sort=False):
        totals = rows.groupby(by, observed=True)["total"].first().sort_values(ascending=False, kind="stable")
        blocks.append((len(names), choice, rows, list(totals.index)))
        names += [str(choice).upper(), *(f"{shown(outlet)} ({totals[outlet]:,})" for outlet in totals.index)]
    ax = rows_axes(ax, names, least=2.4, longest=80)
    for top, choice, rows, outlets in blocks:
        wordings = list(dict.fromkeys(rows["wording"]))
        own = palettes().wordings
        colors = {wording: own[place % len(own)] for place, wording in enumerate(wordings)}
        words = [(f"● {shown(wording.rstrip('*'), longest=40)}", as_text(color)) for wording, color in colors.items()]
        flow(ax, top, words, room_right_of(ax))
        for row, outlet in enumerate(outlets, top + 1):
            _draw_outlet(ax, row, rows[rows[by] == outlet], colors, {"choice": choice, by: outlet})
    ax.set_xlim(-0.02, 1.02)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    set_note(ax, "share of the uses of these wordings, with 95% interval (number of uses in parentheses)")
    plain = _plain_title(choices, by)
    set_title(ax, title or plain, plain=plain)
    return ax


def _plain_title(choices: pd.DataFrame, by: str) -> str:
    """Return the range of the wording that is used most, and what it is a wording for."""
    uses = (choices["share"] * choices["total"]).groupby([choices["choice"], choices["wording"]], sort=False).sum()
    choice, wording = uses.idxmax()
    shares = choices.loc[(choices["choice"] == choice) & (choices["wording"] == wording), "share"]
    name, used = shown(choice), shown(wording.rstrip("*"))
    where = f"at the {counted(len(shares), by)} shown"
    return f"{capitalized(name)}: “{used}” is {percent_range(list(shares))} of these wordings {where}"


def _draw_outlet(ax: Axes, row: int, shares: pd.DataFrame, colors: dict[str, str], keys: dict[str, Any]) -> None:
    for place, own in enumerate(shares.itertuples()):
        color, y = colors[own.wording], row + (place - (len(shares) - 1) / 2) * _STEP
        line = ax.plot([own.low, own.high], [y, y], color=color, linewidth=1.4)
        dot = ax.plot(own.share, y, "o", color=color, markersize=5)
        stands_for([*line, *dot], **keys, wording=own.wording)
