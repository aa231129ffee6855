"""Words beside each other in lines, in a row of a chart."""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.text import Text

from analysis.charts.lines import line_height, text_width

_GAP = 0.14  # inches between words


def in_flow(words: Sequence[str], room: float, *, weight: str = "normal") -> list[tuple[float, int]]:
    """Return where each word begins, in inches from the left, and in which line it stands."""
    places, left, line = [], 0.0, 0
    for word in words:
        wide = text_width(word, weight=weight)
        if left and left + wide > room:
            left, line = 0.0, line + 1
        places.append((left, line))
        left += wide + _GAP
    return places


def flow(ax: Axes, row: float, words: Sequence[tuple[str, str]], room: float, *, weight: str = "normal") -> list[Text]:
    """Write words, each with its color, in as many lines as they need around the middle of a row; return the texts."""
    places = in_flow([word for word, _ in words], room, weight=weight)
    lines = 1 + max((line for _, line in places), default=0)
    texts: list[Text] = []
    place: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points"}
    for (word, color), (left, line) in zip(words, places, strict=True):
        offset = 72 * left, -72 * line_height(line - (lines - 1) / 2)
        texts.append(ax.annotate(word, (0, row), offset, va="center", color=color, weight=weight, **place))
    return texts
