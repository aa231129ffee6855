"""Text in lines that fit a width in inches, measured in the font of the style in use."""

import warnings
from functools import cache

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from analysis.charts.writing import LONGEST, shown

_POINTS = 72  # of an inch
_HINTING = 1.03  # on a screen, signs are moved to whole pixels, which makes a line a little longer
_LINE = 1.25  # of the size of text, from one line to the next


def text_width(text: str, *, size: str = "medium", weight: str = "normal") -> float:
    """Return how wide a line of text is drawn, in inches."""
    family = tuple(mpl.rcParams["font.family"])
    return _measured(text, family, FontProperties(size=size).get_size_in_points(), weight)


@cache
def _measured(text: str, family: tuple[str, ...], points: float, weight: str) -> float:
    font = FontProperties(family=list(family), size=points, weight=weight)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of signs that the font lacks; `use_installed_fonts` sees to them
        across, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(across) / _POINTS * _HINTING


def line_height(lines: float = 1) -> float:
    """Return how high lines of text are, in inches."""
    return lines * _LINE * float(mpl.rcParams["font.size"]) / _POINTS


def in_lines(
    name: object, inches: float, *, most: int = 0, longest: int = LONGEST, size: str = "medium", weight: str = "normal"
) -> str:
    """Return a name in lines that are no wider than `inches`; with `most`, what is left of it ends in an ellipsis.

    A word that is wider than a line is cut.
    """
    lines = [""]
    for word in shown(name, longest=longest).split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size=size, weight=weight) <= inches:
            lines[-1] = longer
            continue
        *full, rest = _pieces(word, inches, size, weight)
        lines = [line for line in [*lines, *full] if line] + [rest]
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], inches, size, weight)]
    return "\n".join(lines)


def _pieces(word: str, inches: float, size: str, weight: str) -> list[str]:
    """Return a word in pieces that are no wider than a line."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and text_width(pieces[-1] + sign, size=size, weight=weight) > inches:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _cut(line: str, inches: float, size: str, weight: str) -> str:
    """Return as many words of a line as have room before an ellipsis, or a part of its only word."""
    while line and text_width(f"{line}…", size=size, weight=weight) > inches:
        line = line.rpartition(" ")[0].rstrip() or line[:-1]
    return f"{line}…"
