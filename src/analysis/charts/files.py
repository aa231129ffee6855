"""Tables and drawings as other programs take them: wide CSVs, named layers, text that is no formula."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.container import BarContainer

# Spreadsheets skip blanks before a formula, and read the fullwidth signs as the plain ones.
_FORMULA = re.compile(r"(?<!\s)(?!\s*[+-]?\d[\d.,]*%?\s*\Z)\s*[=+@\t\r＝＋－＠-]|[\t\r]")
_DEFUSED = re.compile(rf"\A'+(?:{_FORMULA.pattern})")  # text that looks so by itself gets one apostrophe more
_VALUES = ("share", "n", "z")  # the column that a wide table shows, the first that is there


def without_formulas(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose text no spreadsheet runs: an apostrophe stands before `=`, `+`, `-`, `@`, a tab or a return.

    Parameters
    ----------
    frame : DataFrame
        Any frame. Numbers, dates, and text that is a number stay as they are.

    Returns
    -------
    DataFrame
        A frame of the same shape; names of columns are treated as well.

    References
    ----------
    OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection

    Examples
    --------
    >>> without_formulas(pd.DataFrame({"headline": ["=1+1", "-5", "Taxes"]}))["headline"].tolist()
    ["'=1+1", '-5', 'Taxes']
    """
    texts = frame.select_dtypes(["object", "string", "category"]).astype("object")
    return frame.assign(**{name: column.map(_defused) for name, column in texts.items()}).rename(columns=_defused)


def _defused(cell: Any) -> Any:
    """Return a cell that is no formula; a return, which is not quoted in a CSV, would begin a row of its own."""
    if not isinstance(cell, str):
        return cell
    mark = "'" if _FORMULA.match(cell) or _DEFUSED.match(cell) else ""
    return mark + cell.replace("\r\n", "\n").replace("\r", "\n")


def as_written(cell: str) -> str:
    """Return a cell of a table that `without_formulas` made as it was before.

    >>> as_written("'=1+1"), as_written("'Tis")
    ('=1+1', "'Tis")
    """
    return cell[1:] if _DEFUSED.match(cell) else cell


def wide(data: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame | None:
    """Return a table with a column for each value of the last key, as Datawrapper and Flourish take it.

    None where a table has fewer than two keys, no number, or several rows for the same keys. A value with the name of a
    key has the name of its own column before it.

    >>> table = pd.DataFrame({"outlet": ["Post", "Post", "Sun"], "story": ["Tax", "Raids", "Tax"], "n": [3, 1, 2]})
    >>> wide(table, ["outlet", "story"])
      outlet  Raids  Tax
    0   Post    1.0  3.0
    1    Sun    NaN  2.0
    """
    value = next((name for name in _VALUES if name in data), "")
    if len(by) < 2 or not value or data.duplicated(list(by)).any():
        return None
    *rows, column = by
    table = data.astype({column: str}).pivot(index=rows, columns=column, values=value)
    # A value may have the name of a key: the term "outlet" in a table by outlet.
    return table.rename(columns={key: f"{column} {key}" for key in rows}).rename_axis(columns=None).reset_index()


def name_layers(ax: Axes) -> None:
    """Give the parts of a chart names, which Illustrator and Inkscape show on its layers."""
    legend = ax.get_legend()
    parts: dict[str, Artist] = {"x-axis": ax.xaxis, "y-axis": ax.yaxis, "chart": ax}
    parts |= {"legend": legend} if legend else {}
    for container in ax.containers:
        if isinstance(container, BarContainer):
            name = re.sub(r"_container\d+", "", str(container.get_label()))  # matplotlib's own, where there is none
            bar = re.sub(r"\W+", "-", name).strip("-_") or "bar"
            parts |= {f"{bar}-{n}": patch for n, patch in enumerate(container.patches, 1)}
    for kind, artists in (("line", list(ax.lines)), ("marks", list(ax.collections)), ("label", list(ax.texts))):
        parts |= {f"{kind}-{n}": artist for n, artist in enumerate(artists, 1)}
    for name, part in parts.items():
        part.set_gid(name)
