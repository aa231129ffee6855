"""Grids of small bars: a row for each group, a column for each part, so that each part has a baseline of its own."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import name_width, names_above, room_right_of, rows_axes, set_heads
from analysis.charts.colors import REST, as_text
from analysis.charts.lines import text_width
from analysis.charts.marks import stands_for
from analysis.charts.style import is_narrow, paper, width
from analysis.wording import percent

ROW_LINES = 2.5  # of text: a number and the bar below it
_NAME_LINES = 1.2  # of text: a name above them
_LEAST, _GAP = 0.85, 0.08  # inches: the width of a column, as far as there is room, and the blank after its bars
# In rows: where number and bar lie, how high the bar is, with the name beside them and above them.
_BESIDE, _BELOW = (-0.13, 0.25, 0.2), (-0.02, 0.24, 0.14)


def short_percent(share: float) -> str:
    """Return a share as it has room in a cell; a dash for none.

    >>> [short_percent(share) for share in (0.0, 0.004, 0.25)]
    ['–', '<1%', '25%']
    """
    return percent(share).replace("under ", "<").replace("over ", ">") if share else "–"


def draw_grid(
    grid: pd.DataFrame,
    *,
    names: Sequence[str],
    heads: Sequence[str],
    colors: Sequence[str],
    write: Callable[[float], str],
    keys: Callable[[object, object], dict[str, Any]],
    numbers: pd.DataFrame | None = None,
    baseline: Sequence[float] = (),
    ax: Axes | None = None,
) -> Axes:
    """Draw a number and a bar below it for each cell of `grid`, all bars in one scale; return the Axes.

    `write` turns a cell of `numbers` (or else of `grid`) into text, `keys` names the row of the chart's table that a
    cell stands for, and `baseline` has a value for each column, drawn as a line through its bars. Where numbers would
    touch in a column of a page, the names of rows stand above them.
    """
    rows, shown = np.arange(len(grid)), grid if numbers is None else numbers
    written = shown.map(write)
    number, place_of_bar, height = _BESIDE
    if ax is None and is_narrow() and _needed(written) > width() - name_width() - _GAP:
        ax = names_above(rows_axes(None, names, least=ROW_LINES + _NAME_LINES, room=width()))
        number, place_of_bar, height = _BELOW
        room = width() - 2 * _GAP
    else:
        ax = rows_axes(ax, names, least=ROW_LINES)
        room = room_right_of(ax)
    widths, unit = _columns(grid.max().fillna(0).to_numpy(float), room)
    lefts = [float(width) for width in np.cumsum([0.0, *widths[:-1]])]
    for column, (part, color) in enumerate(zip(grid, colors, strict=True)):
        lengths = (grid[part] * unit).fillna(0)
        bars = ax.barh(rows + place_of_bar, lengths, height, left=lefts[column], color=color, label=str(part))
        for row, bar in enumerate(bars.patches):
            words = written[part].iloc[row]
            ink = as_text(color if words != "–" else REST)
            text = ax.text(lefts[column], row + number, words, va="center", color=ink)
            stands_for([bar, text], **keys(grid.index[row], part))
        if len(baseline):
            _draw_line(ax, lefts[column] + baseline[column] * unit, rows + place_of_bar, 0.9 * height)
    ax.set_xlim(-0.02, room)
    set_heads(ax, heads, colors=[as_text(color) for color in colors], places=lefts, rooms=widths)
    return ax


def _draw_line(ax: Axes, place: float, middles: npt.NDArray[Any], reach: float) -> None:
    """Draw a line through the bars of a column, with a rim of paper."""
    for ink, thick in ((paper(), 3.0), (as_text("#777777"), 1.2)):
        ax.vlines([place] * len(middles), middles - reach, middles + reach, color=ink, linewidth=thick)


def _needed(written: pd.DataFrame) -> float:
    """Return how wide the columns must be for their numbers, all together, in inches."""
    return float(written.map(text_width).max().add(_GAP).sum())


def _columns(most: npt.NDArray[np.float64], room: float) -> tuple[list[float], float]:
    """Return how wide columns are, in inches, and how long a bar of 1 is.

    All bars have one scale; a column is as wide as its longest bar, and wide enough for a name where there is room.
    """
    least = min(_LEAST, room / len(most))
    low, high = 0.0, room / max(most.max(), 1e-9)
    for _ in range(40):  # halve the range in which the length lies
        unit = (low + high) / 2
        low, high = (unit, high) if np.maximum(most * unit + _GAP, least).sum() <= room + 1e-6 else (low, unit)
    widths = np.maximum(most * low + _GAP, least)
    widths += (room - widths.sum()) / len(widths)
    return [float(width) for width in widths], low
