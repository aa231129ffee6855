"""The look of all charts: the project's style, or the one that a run file names on top of it, at two widths.

The same text size in both: a chart for a column is drawn anew, not made smaller.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import matplotlib.pyplot as plt

from analysis.shipped import existing, shipped_file

PAGE = shipped_file("charts/broadsheet.mplstyle")
COLUMN = shipped_file("charts/column.mplstyle")
_NARROW = 5.0  # inches; a chart less wide is drawn for a column


class House(NamedTuple):
    """The styles of a house on top of the project's: for all charts, and for those of one column."""

    page: tuple[str, ...] = ()
    column: tuple[str, ...] = ()


_IN_USE = [House()]


def find_styles(named: Sequence[str], folder: Path, *, where: str) -> House:
    """Return the styles that a run file names: names that matplotlib knows, or files beside the run file.

    The first is for all charts; a second changes those of one column. Raise ValueError, which begins with `where`, for
    one that is not there or that matplotlib cannot read.
    """
    if not 1 <= len(named) <= 2:
        raise ValueError(f"{where} must name one style, or two: the second changes charts of one column only")
    found = [_find(name, folder, where=where) for name in named]
    return House(*((style,) for style in found))


def use_house(house: House) -> None:
    """Draw all later charts of this process in the styles of a house; `House()` stands for the project's own."""
    _IN_USE[0] = house


@contextmanager
def drawing(*, column: bool = False) -> Iterator[None]:
    """Draw in the style that is in use, for a page or for a column; the style ends with the block."""
    house = _IN_USE[0]
    styles: list[str | Path] = [existing(PAGE), *house.page]
    if column:
        styles += [existing(COLUMN), *house.column]
    with plt.style.context(styles):
        yield


def width() -> float:
    """Return how wide charts are, in inches."""
    return float(mpl.rcParams["figure.figsize"][0])


def is_narrow() -> bool:
    """Return whether charts are drawn for a column."""
    return width() < _NARROW


def house_colors() -> tuple[str, ...]:
    """Return the colors of outlets in the style in use."""
    with drawing():
        return tuple(mpl.colors.to_hex(color) for color in mpl.rcParams["axes.prop_cycle"].by_key()["color"])


def _find(name: str, folder: Path, *, where: str) -> str:
    path = folder / name
    if path.suffix != ".mplstyle" or not path.is_file():
        if name in plt.style.available or name == "default":
            return name
        near = get_close_matches(name, plt.style.available, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        raise ValueError(
            f"{where}: there is no style {name!r}{hint}; give the path of an .mplstyle file beside the run file, or a "
            f"name that matplotlib knows: {', '.join(plt.style.available)}"
        )
    try:
        mpl.rc_params_from_file(path, fail_on_error=True, use_default_template=False)
    except (ValueError, UnicodeDecodeError) as error:
        raise ValueError(f"{where}: matplotlib cannot read {name}: {' '.join(str(error).split())}") from None
    return str(path)
