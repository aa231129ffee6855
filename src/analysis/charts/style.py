"""The look of all charts: the project's style, or the one that a run file names on top of it, at two widths.

The same text size in both: a chart for a column is drawn anew, not made smaller.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt

from analysis.shipped import existing, shipped_file
from analysis.wording import did_you_mean

PAGE = shipped_file("charts/broadsheet.mplstyle")
COLUMN = shipped_file("charts/column.mplstyle")
_NARROW = 5.0  # inches; a chart less wide is drawn for a column


# The styles of a house on top of the project's: the first for all charts, the second for those of one column.
_IN_USE: list[tuple[str, ...]] = [()]


def find_styles(named: Sequence[str], folder: Path, *, where: str) -> tuple[str, ...]:
    """Return the styles that a run file names: names that matplotlib knows, or paths from the run file's folder.

    Raise ValueError, which begins with `where`, for one that is not there or that matplotlib cannot read.
    """
    return tuple(_find(name, folder, where=where) for name in named)


def use_styles(styles: Sequence[str] = ()) -> None:
    """Draw all later charts of this process in the styles that `find_styles` returned, or in the project's own.

    A second style changes charts of one column only.
    """
    _IN_USE[0] = tuple(styles)


@contextmanager
def drawing(*, column: bool = False) -> Iterator[None]:
    """Draw in the style that is in use, for a page or for a column; the style ends with the block."""
    styles: list[str | Path] = [existing(PAGE), *_IN_USE[0][:1]]
    if column:
        styles += [existing(COLUMN), *_IN_USE[0][1:]]
    with plt.style.context(styles):
        yield


def width() -> float:
    """Return how wide charts are, in inches."""
    return float(mpl.rcParams["figure.figsize"][0])


def is_narrow() -> bool:
    """Return whether charts are drawn for a column."""
    return width() < _NARROW


def outlet_cycle() -> tuple[str, ...]:
    """Return the colors that the style in use has for outlets."""
    return _colors(_IN_USE[0][:1])[0]


def paper() -> str:
    """Return the color that the style in use draws on."""
    return _colors(_IN_USE[0][:1])[1]


@cache
def _colors(styles: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the cycle of colors and the background of styles on top of the project's."""
    with plt.style.context([existing(PAGE), *styles]):
        cycle = mpl.rcParams["axes.prop_cycle"].by_key().get("color", [])
        return tuple(map(mpl.colors.to_hex, cycle)), mpl.colors.to_hex(mpl.rcParams["axes.facecolor"])


def _find(name: str, folder: Path, *, where: str) -> str:
    path = folder / name
    if path.suffix != ".mplstyle" or not path.is_file():
        if name in plt.style.available or name == "default":
            return name
        hint = did_you_mean(name, plt.style.available)
        raise ValueError(
            f"{where}: there is no style {name!r}{hint}; give the path of an .mplstyle file beside the run file, or a "
            f"name that matplotlib knows: {', '.join(plt.style.available)}"
        )
    try:
        mpl.rc_params_from_file(path, fail_on_error=True, use_default_template=False)
    except (ValueError, UnicodeDecodeError) as error:
        raise ValueError(f"{where}: matplotlib cannot read {name}: {' '.join(str(error).split())}") from None
    if unknown := _unknown_settings(path):
        hint = did_you_mean(unknown, mpl.rcParams)
        raise ValueError(f"{where}: {name} sets {unknown!r}, which is no setting of matplotlib{hint}")
    return str(path)


def _unknown_settings(path: Path) -> str:
    """Return the first setting of a style file that matplotlib does not know, which it would only warn of."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = [line.split("#")[0].partition(":")[0].strip() for line in lines]
    return next((name for name in names if name and name not in mpl.rcParams), "")
