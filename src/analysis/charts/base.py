"""What all charts share: the style, the colors, axes for list-like charts and the way titles say figures."""

import textwrap
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.shipped import existing, shipped_file

STYLE = shipped_file("charts/broadsheet.mplstyle")
# Okabe & Ito (2008), "Color Universal Design", told apart by color-blind readers too; its yellow is too pale on white.
OKABE_ITO = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9", "#000000")
REST = "#9a9a9a"
_ROW_HEIGHT = 0.36  # inches for one row of a list-like chart
_WIDTH = 7.6  # inches, as in the style


def outlet_colors(outlets: Iterable[str]) -> dict[str, str]:
    """A color for each outlet, the largest (the most rows in `outlets`) first; the same for every chart that is given it.

    Outlets beyond the seventh share a grey.

    >>> outlet_colors(["Post", "Ledger", "Post"])
    {'Post': '#0072B2', 'Ledger': '#D55E00'}
    """
    counts = pd.Series(list(outlets)).value_counts()
    ranked = sorted(counts.index, key=lambda outlet: (-counts[outlet], outlet))
    return {outlet: OKABE_ITO[rank] if rank < len(OKABE_ITO) else REST for rank, outlet in enumerate(ranked)}


def story_colors(stories: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """A color for each story of a run file, for the articles of all of them (orange) and of none (grey), as `label_stories` names them.

    >>> story_colors([{"label": "Tax"}, {"label": "Raids"}])
    {'Tax': '#0072B2', 'Raids': '#009E73', 'Tax + Raids': '#E69F00', 'neither': '#d4d4d4'}
    """
    labels = [story["label"] for story in stories]
    single = [color for color in OKABE_ITO if color not in ("#D55E00", "#E69F00")]
    colors = {label: single[rank % len(single)] for rank, label in enumerate(labels)}
    return colors | ({" + ".join(labels): "#E69F00"} if len(labels) > 1 else {}) | {"neither": "#d4d4d4"}


def styled_plot(plot: Callable[..., Axes]) -> Callable[..., Axes]:
    """`plot` drawn in the project's style, which is left as it was afterwards; a frame without rows is refused in words."""

    @wraps(plot)
    def styled(frame: pd.DataFrame, *args, **kwargs) -> Axes:
        if frame.empty:
            raise ValueError(f"{plot.__name__} was given a frame without rows; widen the selection")
        with plt.style.context(existing(STYLE)):
            return plot(frame, *args, **kwargs)

    return styled


def rows_axes(ax: Axes | None, rows: int, *, height: float = _ROW_HEIGHT) -> Axes:
    """`ax`, or a new one as tall as `rows` rows of text need, with the first row at the top."""
    if ax is None:
        ax = plt.figure(figsize=(_WIDTH, 1.3 + height * max(rows, 2))).subplots()
    ax.set_ylim(rows - 0.4, -0.6)
    ax.grid(axis="y", visible=False)
    return ax


def say(ax: Axes, words: str, *, pad: float | None = None) -> None:
    """Sets the title, which says what the chart shows."""
    ax.set_title(textwrap.fill(words, 74), loc="left", pad=pad)


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent, as titles and labels give it."""
    return "under 1%" if 0 < share < 0.005 else f"{share:.0%}"


def stacked_bars(
    grid: pd.DataFrame, colors: Mapping[str, str], labels: Mapping[str, str], *, ax: Axes | None = None
) -> Axes:
    """Bars from 0 to 1, one per row of `grid`, parted by its columns, each part with its per cent and a legend above."""
    ax = rows_axes(ax, len(grid))
    left = np.zeros(len(grid))
    for part in grid:
        color = colors[part]
        ax.barh(range(len(grid)), grid[part], left=left, color=color, label=labels[part], height=0.7)
        dark = np.dot(mpl.colors.to_rgb(color), (0.299, 0.587, 0.114)) < 0.55  # perceived brightness, ITU-R BT.601
        for row, share in enumerate(grid[part]):
            if share >= 0.06:
                ax.text(
                    left[row] + share / 2,
                    row,
                    f"{share:.0%}",
                    ha="center",
                    va="center",
                    fontsize=8.5,
                    color="white" if dark else "black",
                )
        left += grid[part].to_numpy()
    ax.set_yticks(range(len(grid)), grid.index)
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.legend(
        ncols=grid.shape[1],
        loc="lower left",
        bbox_to_anchor=(-0.02, 1.0),
        columnspacing=1.0,
        handlelength=1,
        handletextpad=0.4,
    )
    return ax
