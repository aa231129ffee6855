"""What all charts share: style, colors, axes for charts with one row per group, stacked bars, titles."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import matplotlib as mpl
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.ticker import PercentFormatter
from matplotlib.transforms import blended_transform_factory

from analysis.charts.colors import REST, ink_on
from analysis.charts.writing import LONGEST, draw_as_written, name_legend, shown
from analysis.enough import NotEnoughArticles
from analysis.shipped import existing, shipped_file

STYLE = shipped_file("charts/broadsheet.mplstyle")
SIGNIFICANT = 0.05  # a term with a larger q-value is drawn hollow, pale or gray
WIDTH = 7.6  # inches, as in the style
_ROW_HEIGHT = 0.36  # inches for one row of text
_TITLE_WIDTH = 72  # signs of a line, as wide as the figure
LONGEST_TITLE = 2 * _TITLE_WIDTH - 14  # two lines, the first of which may end early
_VERDICTS = (
    "the differences may be due to chance",
    "the difference may be due to chance",
    "there are too few articles for a comparison",
)
_ROOM_FOR_PERCENT = 0.06  # a narrower part of a bar carries no number

P = ParamSpec("P")


def styled_plot(plot: Callable[Concatenate[pd.DataFrame, P], Axes]) -> Callable[Concatenate[pd.DataFrame, P], Axes]:
    """Make `plot` draw in the project's style and refuse a frame without rows; the style ends with the call."""

    @wraps(plot)
    def styled(frame: pd.DataFrame, /, *args: P.args, **kwargs: P.kwargs) -> Axes:
        if frame.empty:
            raise NotEnoughArticles(
                f"{plot.__name__} has nothing to draw: its frame has no rows; add articles, or widen the selection"
            )
        with plt.style.context(existing(STYLE)):
            ax = plot(frame, *args, **kwargs)
            draw_as_written(ax.get_figure(root=True) or ax.figure)
            return ax

    return styled


def rows_axes(ax: Axes | None, rows: int, *, height: float = _ROW_HEIGHT) -> Axes:
    """Return `ax`, or new Axes as tall as `rows` rows of text need, with the first row at the top."""
    if ax is None:
        ax = plt.figure(figsize=(WIDTH, 1.3 + height * max(rows, 2))).subplots()
    ax.set_ylim(rows - 0.4, -0.6)
    ax.grid(axis="y", visible=False)
    return ax


def name_rows(ax: Axes, names: Iterable[object], *, width: int = 30, longest: int = LONGEST, **style: Any) -> None:
    """Write the name of each row at its left, over several lines if it is long."""
    texts = [shown(name, width=width, longest=longest) for name in names]
    ax.set_yticks(range(len(texts)), texts, **style)


def set_title(ax: Axes, title: str, *, plain: str = "", pad: float | None = None) -> None:
    """Set the title, which says what the chart shows, in one or two lines.

    A longer one is kept for the caption, where `save_chart` finds it as the label of the axes; `plain` is drawn, with
    the verdict on which the longer one ends.
    """
    if len(title) > LONGEST_TITLE:
        ax.set_label(title)
        verdict = next((f"; {words}" for words in _VERDICTS if title.endswith(words)), "")
        title = f"{plain or title}{verdict if plain else ''}"
    lines = shown(title, longest=LONGEST_TITLE, width=_TITLE_WIDTH)
    text = ax.set_title(lines, loc="left", pad=pad)
    figure = ax.get_figure(root=True)
    if figure is not None and len(figure.axes) == 1:  # the title begins where the figure does, and has all its width
        text.set_transform(blended_transform_factory(figure.transFigure, text.get_transform()))
        text.set_x(0.01)


def date_axis(ax: Axes, *, minticks: int = 5, maxticks: int = 8) -> None:
    """Label the x axis with dates, each part of a date no more often than needed."""
    locator = mdates.AutoDateLocator(minticks=minticks, maxticks=maxticks)  # type: ignore[no-untyped-call]  # no annotations there
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]  # no annotations there


def stack_bars(
    ax: Axes, grid: pd.DataFrame, *, colors: Mapping[str, str], labels: Mapping[str, str], height: float = 0.7
) -> None:
    """Draw a bar for each row of `grid`, made of one part per column."""
    left = np.zeros(len(grid))
    for part in grid:
        ax.barh(
            range(len(grid)),
            grid[part],
            left=left,
            color=colors[part],
            label=shown(labels[part]),
            height=height,
            edgecolor="white",
        )
        left += grid[part].to_numpy()


def stack_outlets(ax: Axes, grid: pd.DataFrame, *, colors: Mapping[str, str], height: float = 0.7) -> None:
    """Draw a bar for each row of `grid`, made of one part per outlet."""
    outlets = [*(outlet for outlet in colors if outlet in grid), *(outlet for outlet in grid if outlet not in colors)]
    used = {outlet: colors.get(outlet, REST) for outlet in outlets}
    stack_bars(ax, grid[outlets], colors=used, labels={outlet: outlet for outlet in outlets}, height=height)


def outlet_legend(ax: Axes, **style: Any) -> None:
    """Draw the legend of bars that `stack_outlets` drew; gray outlets share a line of it."""
    own = [part for part in ax.containers if isinstance(part, BarContainer)]
    gray = [part for part in own if mpl.colors.to_hex(part[0].get_facecolor()) == REST]
    parts = [part for part in own if part not in gray]
    names = [shown(part.get_label(), longest=40) for part in parts]
    ax.legend([*parts, *gray[:1]], [*names, *["other outlets"][: len(gray)]], **style)


def share_bars(
    grid: pd.DataFrame, *, colors: Mapping[str, str], labels: Mapping[str, str], ax: Axes | None = None
) -> Axes:
    """Draw bars from 0 to 1, one per row of `grid`, with the percentages inside and a legend above; return the Axes."""
    ax = rows_axes(ax, len(grid))
    stack_bars(ax, grid, colors=colors, labels=labels)
    middles = grid.cumsum(axis=1) - grid / 2
    style: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 9}
    for column, part in enumerate(grid):
        ink = ink_on(colors[part])
        for row, share in enumerate(grid[part]):
            if share >= _ROOM_FOR_PERCENT:
                ax.text(middles.iat[row, column], row, f"{share:.0%}", color=ink, **style)
    name_rows(ax, grid.index)
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    spacing: dict[str, Any] = {"columnspacing": 1.0, "handlelength": 1, "handletextpad": 0.4}
    name_legend(ax, ncols=grid.shape[1], loc="lower left", bbox_to_anchor=(-0.02, 1.0), **spacing)
    return ax
