"""CSV files that people write or edit: read as any spreadsheet saved them, and added to in the form that they have."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import locks, paths

_DELIMITERS = ",;\t"
_BYTE_ORDER_MARK = "\ufeff"
_CONFLICT = re.compile(r"<{7}|\|{7}|={7}|>{7}")
# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it says that it is text.
_FORMULA = re.compile(r"[=+\-@]")
_TEXT = re.compile(r"'{1,9}[=+\-@]")


class _Form(NamedTuple):
    """How a file is written: its separator, its columns in their order, and how its lines end."""

    delimiter: str
    header: list[str]
    line_end: str


def read_rows(file: Path, columns: Sequence[str], *, optional: Sequence[str] = ()) -> pd.DataFrame:
    r"""Return the rows of a CSV file that people edit, one row per line that is not empty.

    Parameters
    ----------
    file : Path
        The file, with commas, semicolons or tabs, in any order of columns, with any line ends, and with or without a
        byte order mark.
    columns : list of str
        The columns to return.
    optional : list of str
        Those of them that the file may lack; they are then empty.

    Returns
    -------
    DataFrame
        The columns as text without blanks around it, empty where there is nothing. The index is the number of the line
        on which the row ends. Without the file, no rows.

    Raises
    ------
    ValueError
        If the file is not UTF-8 or is empty, lacks a column, has a row with too many cells or a quotation mark that is
        never closed, or marks of a conflict that git left. The message names the file, the line and what to do.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "names.csv")
    ...     _ = file.write_text("\ufeffNote;Name\r\n\r\n;Ann Lee\r\n")
    ...     read_rows(file, ["name", "note"]).to_dict("index")
    {3: {'name': 'Ann Lee', 'note': ''}}
    """
    if not file.is_file():
        return pd.DataFrame(columns=list(columns), dtype="str")
    text = _text(file)
    form, rows = _form(text), list(_cells(text, file))
    missing = [column for column in columns if column not in (*form.header, *optional)]
    if missing:
        raise ValueError(f"{paths.shown(file)} lacks the column {missing[0]}; its first line must be: {_line(columns)}")
    found = {}
    for _, line, cells in rows:
        if any(cell.strip() for cell in cells[len(form.header) :]):
            raise ValueError(
                f"{paths.shown(file)}, line {line}: there are {len(cells)} cells for {len(form.header)} columns; "
                f"put the cell that holds “{form.delimiter}” into quotation marks"
            )
        found[line] = dict(zip(form.header, map(_as_written, cells), strict=False))
    frame = pd.DataFrame.from_dict(found, orient="index", columns=form.header, dtype="str").fillna("")
    return frame.reindex(columns=list(columns), fill_value="").astype("str")


def add_row(file: Path, row: Mapping[str, str], columns: Sequence[str]) -> None:
    """Add a row to a CSV file that people edit; see `change_rows`."""
    change_rows(file, [row], columns)


def as_numbers(cells: pd.Series) -> pd.Series:
    """Return cells as numbers, also those with a decimal comma, as some spreadsheets write it; nan for no number.

    >>> as_numbers(pd.Series(["0.25", "0,25", ""])).tolist()
    [0.25, 0.25, nan]
    """
    return pd.to_numeric(cells.str.replace(",", "."), errors="coerce")


def change_rows(
    file: Path, rows: Sequence[Mapping[str, str]], columns: Sequence[str], *, drop: Collection[int] = ()
) -> None:
    """Add rows to a CSV file that people edit, in the form of the file, and drop those that end on the lines `drop`.

    Nothing else that stands there is changed. The file is whole at any moment, and one that is not there begins with
    its columns. Raises what `read_rows` raises, so that nothing is added to a damaged file.
    """
    with locks.one_writer(file.with_name(f".{file.name}.lock"), paths.shown(file)):
        former, form = _line(columns) + "\n", _Form(",", list(columns), "\n")
        if file.is_file():
            read_rows(file, columns)
            former = file.read_bytes().decode("utf-8")
            form = _form(former.removeprefix(_BYTE_ORDER_MARK))
        former = _without(former, drop, file)
        end = "" if former.endswith("\n") else form.line_end
        cells = [[_defused(" ".join(str(row.get(column, "")).split())) for column in form.header] for row in rows]
        added = "".join(f"{_line(row, form.delimiter)}{form.line_end}" for row in cells)
        new = file.with_name(f".{file.name}.new")
        new.write_bytes(f"{former}{end}{added}".encode())
        new.replace(file)


def _text(file: Path) -> str:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(
            f"{paths.shown(file)} is not UTF-8; save it as “CSV UTF-8”, or get back the file that you had before"
        ) from None
    if not text.strip():
        raise ValueError(f"{paths.shown(file)} is empty; get back the file that you had before, or delete it")
    return text


def _form(text: str) -> _Form:
    first = next(line for line in text.splitlines() if line.strip())
    delimiter = max(_DELIMITERS, key=first.count)
    header = [cell.strip().lower() for cell in next(csv.reader([first], delimiter=delimiter))]
    return _Form(delimiter, header, "\r\n" if "\r\n" in text else "\n")


def _without(text: str, drop: Collection[int], file: Path) -> str:
    """Return the text of a file without the rows that end on the lines `drop`."""
    if not drop:
        return text
    dropped = {
        line for first, last, _ in _cells(text.removeprefix(_BYTE_ORDER_MARK), file) if last in drop
        for line in range(first, last + 1)
    }  # fmt: skip
    lines = io.StringIO(text, newline="")
    return "".join(line for number, line in enumerate(lines, start=1) if number not in dropped)


def _cells(text: str, file: Path) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the first and the last line and the cells of each row below the header that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_form(text).delimiter, strict=True)
    header, begins = True, 1
    try:
        for cells in reader:
            if cells and _CONFLICT.match(cells[0]):
                raise ValueError(
                    f"{paths.shown(file)}, line {reader.line_num}: git left the marks of a conflict between two "
                    "people's files; delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and keep the rows "
                    "of both"
                )
            if any(cell.strip() for cell in cells):
                if not header:
                    yield begins, reader.line_num, cells
                header = False
            begins = reader.line_num + 1
    except csv.Error as error:
        raise ValueError(
            f"{paths.shown(file)}, line {begins}: this is no row of a CSV file ({error}); look for a quotation mark "
            "that is not closed"
        ) from None


def _line(cells: Sequence[str], delimiter: str = ",") -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="").writerow(cells)
    return line.getvalue()


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) or _TEXT.match(cell) else cell


def _as_written(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if _TEXT.match(cell) else cell
