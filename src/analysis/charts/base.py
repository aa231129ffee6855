"""What all charts share: two sizes, axes with one row per group and names beside it, titles, dates."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial, wraps
from math import radians, sin
from typing import Any, Concatenate, NamedTuple, ParamSpec
from weakref import WeakKeyDictionary, WeakSet

import matplotlib as mpl
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator, PercentFormatter
from matplotlib.transforms import blended_transform_factory

from analysis.charts.lines import in_lines, line_height, text_width
from analysis.charts.style import drawing, is_narrow, width
from analysis.charts.writing import LONGEST, draw_as_written
from analysis.enough import NotEnoughArticles

SIGNIFICANT = 0.05  # a term with a larger q-value is drawn hollow, pale or gray
LONGEST_TITLE = 130  # characters, two lines of a page; a longer one opens the caption
_MARGIN = 0.1  # inches between the edge of the figure and its text
_VERDICTS = (
    "the differences may be due to chance",
    "the difference may be due to chance",
    "there are too few articles for a comparison",
)

P = ParamSpec("P")


class _Drawing(NamedTuple):
    """How a figure was drawn: what draws it again, and the texts that it had then."""

    again: Callable[[], Axes]
    texts: list[str]


_DRAWN: WeakKeyDictionary[Figure | SubFigure, _Drawing] = WeakKeyDictionary()
_GROWING: WeakSet[Figure] = WeakSet()  # figures that are as high as their parts need


def styled_plot(plot: Callable[Concatenate[pd.DataFrame, P], Axes]) -> Callable[Concatenate[pd.DataFrame, P], Axes]:
    """Make `plot` draw in the style in use and refuse a frame without rows; the style ends with the call."""

    @wraps(plot)
    def styled(frame: pd.DataFrame, /, *args: P.args, **kwargs: P.kwargs) -> Axes:
        if frame.empty:
            raise NotEnoughArticles("no row is left, so there is nothing to draw; add articles, or widen the selection")
        with drawing():
            ax = plot(frame, *args, **kwargs)
        figure = ax.get_figure(root=True) or ax.figure
        draw_as_written(figure)
        if kwargs.get("ax") is None:
            _DRAWN[figure] = _Drawing(partial(plot, frame, *args, **kwargs), _texts(figure))
        return ax

    return styled


def draw_again(ax: Axes) -> Axes | None:
    """Return a chart drawn anew for a column; None for one that was changed since, or that no `plot_*` drew alone."""
    figure = ax.get_figure(root=True)
    drawn = _DRAWN.get(figure) if figure else None
    if drawn is None or figure is None or drawn.texts != _texts(figure):
        return None
    with drawing(column=True):
        again = drawn.again()
        draw_as_written(again.get_figure(root=True) or again.figure)
    return again


def make_narrow(ax: Axes) -> Axes:
    """Make the figure of a chart as narrow as a column, with its title in more lines; return the Axes."""
    figure = ax.get_figure(root=True)
    with drawing(column=True):
        if figure is not None:
            figure.set_layout_engine("constrained")
            figure.set_size_inches(width(), figure.get_figheight())
        title = ax.get_title(loc="left") or ax.get_title()
        ax.set_title("")
        set_title(ax, title.replace("\n", " "))
    return ax


def _texts(figure: Figure | SubFigure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text)]


def name_width() -> float:
    """Return how wide the names at the left of a chart may be, in inches."""
    return 1.2 if is_narrow() else 1.9


def rows_axes(
    ax: Axes | None,
    names: Iterable[object],
    *,
    least: float = 0.0,
    longest: int = LONGEST,
    most: int = 0,
    room: float = 0.0,
) -> Axes:
    """Return `ax`, or new Axes, with a row for each name: the first at the top, its name at the left, in lines.

    A row of new Axes is as high as the longest name needs, and at least `least` lines. A name has `most` lines at most,
    `room` inches wide.
    """
    texts = [in_lines(name, room or name_width(), longest=longest, most=most) for name in names]
    if ax is None:
        lines = max([least, *(1.6 + text.count("\n") for text in texts)])
        figure = plt.figure(figsize=(width(), 0.4 + line_height(lines) * max(len(texts), 2)))
        _GROWING.add(figure)
        ax = figure.subplots()
    ax.set_ylim(len(texts) - 0.4, -0.6)
    ax.grid(axis="y", visible=False)
    ax.set_yticks(range(len(texts)), texts)
    return ax


def names_above(ax: Axes) -> Axes:
    """Move the names of rows from the left of the axes to the top of each row, so that rows have all the width."""
    ax.set_yticks([row - 0.34 for row in ax.get_yticks()], [label.get_text() for label in ax.get_yticklabels()])
    ax.tick_params(axis="y", pad=0)
    for label in ax.get_yticklabels():
        label.set_horizontalalignment("left")
    return ax


def _grow(ax: Axes, inches: float) -> None:
    """Make the figure of rows higher, so that what stands above or below them takes no room from them."""
    figure = ax.get_figure(root=True)
    if figure in _GROWING and figure is not None:
        figure.set_figheight(figure.get_figheight() + inches)


def room_right_of(ax: Axes) -> float:
    """Return about how wide the axes are beside the names of their rows, in inches."""
    names = [line for label in ax.get_yticklabels() for line in label.get_text().split("\n")]
    return width() - max(map(text_width, names), default=0.0) - 3.6 * _MARGIN


def set_title(ax: Axes, title: str, *, plain: str = "", pad: float | None = None) -> None:
    """Set the title, which says what the chart shows, in lines as wide as the figure.

    A longer one is kept for the caption, where `save_chart` finds it as the label of the axes; `plain` is drawn, with
    the verdict on which the longer one ends.
    """
    if len(title) > LONGEST_TITLE:
        ax.set_label(title)
        verdict = next((f"; {words}" for words in _VERDICTS if title.endswith(words)), "")
        title = f"{plain or title}{verdict if plain else ''}"
    look = {"size": mpl.rcParams["axes.titlesize"], "weight": mpl.rcParams["axes.titleweight"]}
    lines = in_lines(title, width() - 2 * _MARGIN, longest=LONGEST_TITLE, **look)
    _begin_at_the_edge(ax, ax.set_title(lines, loc="left", pad=pad))
    _grow(ax, line_height(1.2 * (1 + lines.count("\n"))) + (mpl.rcParams["axes.titlepad"] if pad is None else pad) / 72)


def set_note(ax: Axes, note: str) -> None:
    """Write below the axes what they measure, in lines as wide as the figure."""
    lines = in_lines(note, width() - 2 * _MARGIN, longest=len(note))
    ax.set_xlabel(lines, loc="left")
    _begin_at_the_edge(ax, ax.xaxis.label)
    _grow(ax, line_height(1.5 + lines.count("\n")))


def _begin_at_the_edge(ax: Axes, text: Text) -> None:
    """Let a text begin where the figure does, so that it has all its width; not where axes stand side by side."""
    figure = ax.get_figure(root=True)
    if figure is not None and len(figure.axes) == 1:
        text.set_transform(blended_transform_factory(figure.transFigure, text.get_transform()))
        text.set_x(_MARGIN / figure.get_figwidth())


def set_heads(
    ax: Axes,
    heads: Sequence[str],
    *,
    colors: Sequence[str] = (),
    places: Sequence[float] = (),
    rooms: Sequence[float] = (),
) -> None:
    """Name columns above the axes: upright in up to three lines if all have room, else at a slant.

    The columns lie at 0, 1 …, or begin at `places` and are `rooms` inches wide.
    """
    rooms = rooms or [room_right_of(ax) / len(heads)] * len(heads)
    upright = [in_lines(head, room - 0.06) for head, room in zip(heads, rooms, strict=True)]
    whole = all(set(head.split()) <= set(text.split()) for head, text in zip(heads, upright, strict=True))
    at, align = (places, "left") if len(places) else (range(len(heads)), "center")
    ax.xaxis.tick_top()
    if whole and all(text.count("\n") < 3 for text in upright):
        ax.set_xticks(at, upright, ha=align)
        _grow(ax, line_height(1 + max(text.count("\n") for text in upright)))
    else:
        _slant_heads(ax, heads, at, min(rooms))
    for label, color in zip(ax.get_xticklabels(), colors, strict=False):
        label.set_color(color)
    ax.spines[:].set_visible(False)
    ax.grid(visible=False)


def _slant_heads(ax: Axes, heads: Sequence[str], at: Sequence[float] | range, room: float) -> None:
    """Name columns at a slant: steeper in a column, where names would else lie beside the picture."""
    degrees, longest = 75 if is_narrow() else 55, 1.9
    lines = min(2, max(1, int(room * sin(radians(degrees)) / line_height())))
    texts = [in_lines(head, longest, most=lines) for head in heads]
    style: dict[str, Any] = {"rotation": degrees, "ha": "left", "va": "center", "rotation_mode": "anchor"}
    ax.set_xticks(at, texts, **style)
    longest = max(text_width(line) for text in texts for line in text.split("\n"))
    _grow(ax, longest * sin(radians(degrees)) + line_height(0.5))


def share_axis(ax: Axes, end: float) -> None:
    """Label an x axis of shares in percent, up to the largest share that is drawn, though the axis may go on."""
    room = room_right_of(ax) * end / max(ax.get_xlim()[1], 1e-9)
    ticks = MaxNLocator(nbins=max(1, min(5, int(room / 0.45)))).tick_values(0, min(end, 1))
    ax.set_xticks([tick for tick in ticks if 0 <= tick <= 1])
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))


def date_axis(ax: Axes, *, minticks: int = 5, maxticks: int = 8) -> None:
    """Label the x axis with dates, each part of a date no more often than needed; fewer in a column."""
    fewer = 2 if is_narrow() else 1
    locator = mdates.AutoDateLocator(minticks=minticks // fewer, maxticks=maxticks // fewer)  # type: ignore[no-untyped-call]  # no annotations there
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.labelpad = 4 + 72 * line_height()  # the year, below the labels, has a line of its own
    _grow(ax, line_height())
    ax.xaxis.set_major_formatter(_Days(locator))


class _Days(mdates.ConciseDateFormatter):
    """Labels of dates as the report writes them: "Nov 4", with the year below."""

    def __init__(self, locator: mdates.AutoDateLocator):
        self.years = ""
        times = ["%H:%M", "%H:%M", "%S.%f"]
        super().__init__(  # type: ignore[no-untyped-call]  # no annotations there
            locator,
            formats=["%Y", "%b", "%b %d", *times],
            zero_formats=["", "%Y", "%b %d", "%b %d", "%H:%M", "%H:%M"],
            offset_formats=["", "%Y", "%Y", *3 * ["%b %d, %Y"]],
        )

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        days = [mdates.num2date(value) for value in values]  # type: ignore[no-untyped-call]  # no annotations there
        first, last = (days[0].year, days[-1].year) if days else (0, 0)
        self.years = "" if first == last else f"{first}–{last}"
        labels: list[str] = super().format_ticks(values)  # type: ignore[no-untyped-call]  # no annotations there
        return [_no_zero(label) for label in labels]

    def get_offset(self) -> str:
        below = _no_zero(super().get_offset())  # type: ignore[no-untyped-call]  # no annotations there
        return self.years if self.years and below.isdigit() else below


def _no_zero(day: str) -> str:
    """Return a date without the zero before a day of one digit, which only some systems can leave out themselves."""
    return re.sub(r"^(\w{3}) 0", r"\1 ", day)
