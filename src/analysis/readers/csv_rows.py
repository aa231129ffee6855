"""Split a text table into its header and rows, also where a row is damaged.

Python's csv module reads the rows, strictly: an error shows where a quotation mark is out of place. pandas' and
clevercsv's readers give up the file there, or skip the row without saying so.
"""

import csv
import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from analysis.readers.field_names import KNOWN, plain_name

DELIMITERS = ",;\t|~^\x01\x1f"  # the last two are those of Hive and of ASCII
_TOP = 10  # so many lines with titles or notes may stand above the header
_NAME_LINES = 4  # of a header with line breaks in its names
_LONGEST_NAME = 40  # characters of a column's name
_MOST_LINES = 300  # of one row behind a damaged place
_LONGEST_LINE = 1 << 17  # characters of a row that is looked at without the help of the csv module, in square time
_ASIDE = re.compile(r"\A\s*(?:#.*|//.*|sep=(.)\s*)?$", re.I)  # comment, empty line, Excel's line with the delimiter
csv.field_size_limit(1 << 30)  # a long article is longer than csv's default of 131,072 characters


class Table(NamedTuple):
    """A table in text."""

    text: str
    starts: Sequence[int]  # offset at which each line begins
    first: int  # line of the first row
    header: list[str]
    delimiter: str
    notes: list[str]


class Row(NamedTuple):
    """A row: its line and cells, and what was repaired. A damaged stretch of rows has a problem and no cells."""

    line: int
    cells: list[str]
    note: str = ""
    problem: str = ""


def find_header(text: str, *, named: bool) -> Table | None:
    """Return the table whose header is the first line near the top that names columns; None if there is none.

    In a file that is `named` as a table, the first line is the header even if no name in it is known, unless the row
    below is of another width.
    """
    starts, delimiters = array("Q", [0, *(found.end() for found in re.finditer("\n", text))]), DELIMITERS
    starts = starts[:-1] if starts[-1] >= len(text) and len(starts) > 1 else starts
    above: list[int] = []
    for number in range(len(starts)):
        line = line_of(text, starts, number)
        if aside := _ASIDE.match(line):
            delimiters = aside[1] or delimiters
            continue
        below = number
        while line.count('"') % 2 and below + 1 < min(number + _NAME_LINES, len(starts)):  # a name of several lines
            below += 1
            line += f"\n{line_of(text, starts, below)}"
        best = sorted(filter(line.count, delimiters), key=lambda mark: -line.count(mark)) or delimiters[:1]
        for delimiter in best if above else best[:2]:
            header = [cell.strip().strip("\ufeff") for cell in cells_of(line, delimiter)]
            if _names_columns(header, first=not above):
                if below + 1 < len(starts) and names_more(
                    header, cells_of(line_of(text, starts, below + 1), delimiter)
                ):
                    break  # it names groups of columns
                notes = ["left out lines above the header"] if above else []
                return Table(text, starts, below + 1, header, delimiter, notes)
        above.append(number)
        if len(above) > _TOP:
            break
    return _by_name(text, starts, above) if named and above else None


def _names_columns(header: Sequence[str], *, first: bool) -> bool:
    """Return whether cells name columns: short, enough of them known; below the first line, the text's and others."""
    known = {KNOWN[name] for cell in header if (name := plain_name(cell)) in KNOWN}
    if any(len(cell) > _LONGEST_NAME or cell.endswith(".") for cell in header):
        return False
    if len(header) == 1:
        return first and "text" in known
    if first and len(known) >= (2 if len(header) > 2 else 1):
        return True
    return "text" in known and len(known) > 1


def names_more(header: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether the line below a header is one, too, and names more fields: the first names groups of columns."""
    fields, others = ({KNOWN[name] for cell in line if (name := plain_name(cell)) in KNOWN} for line in (header, below))
    return len(others) > len(fields) and _names_columns(below, first=False)


def _by_name(text: str, starts: Sequence[int], lines: Sequence[int]) -> Table | None:
    """Return the table of a file whose name says that it is one, though no column has a known name."""
    first = line_of(text, starts, lines[0])
    delimiter = max(DELIMITERS, key=first.count)
    header = [cell.strip().strip("\ufeff") for cell in cells_of(first, delimiter)]
    below = cells_of(line_of(text, starts, lines[1]), delimiter) if len(lines) > 1 else header
    names = all(len(cell) <= _LONGEST_NAME and re.search(r"[^\W\d]", cell) for cell in header)
    fits = len(header) == len(below) > 1 and names and not any(cell.endswith(".") for cell in header)
    return Table(text, starts, lines[0] + 1, header, delimiter, []) if fits else None


def line_of(text: str, starts: Sequence[int], number: int) -> str:
    """Return a line of `text` without its end."""
    end = starts[number + 1] if number + 1 < len(starts) else len(text)
    return text[starts[number] : end].rstrip("\n")


def cells_of(line: str, delimiter: str) -> list[str]:
    """Return the cells of one line, whatever its quotation marks; none if it is damaged and very long.

    >>> cells_of('Rain,"He said "no" twice",2026', ",")
    ['Rain', 'He said "no" twice', '2026']
    """
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True, skipinitialspace=True), [])
    except csv.Error:
        if len(line) > _LONGEST_LINE:
            return []
        mark = re.escape(delimiter)
        found = re.finditer(rf'(?:^|{mark})\s*(?:"(.*?)"\s*(?={mark}|$)|([^{mark}]*))', line)
        return [cell[1] if cell[1] is not None else cell[2] for cell in found]


def rows_of(table: Table) -> Iterator[Row]:
    """Yield the rows of a table in order; behind a damaged one reading goes on where the next whole row begins."""
    at = table.first
    while at < len(table.starts):
        begin = at
        reader = csv.reader(_lines(table, at), delimiter=table.delimiter, strict=True, skipinitialspace=True)
        problem = "a quotation mark is never closed"
        try:
            for cells in reader:
                n_lines = at + reader.line_num - begin
                row = _row(table, begin, cells)
                if row and row.problem and n_lines > 1:
                    problem = row.problem
                    break
                if row:
                    yield row
                begin += n_lines
            else:
                return
        except csv.Error as error:
            problem = problem if "unexpected end" in str(error) else "a quotation mark is out of place"
        loose = _loose(table, begin)
        at = begin + 1 if loose else _next_row(table, begin + 1)
        yield loose or Row(begin, [], problem=problem)


def _lines(table: Table, first: int) -> Iterator[str]:
    """Yield the lines from a line on, one at a time; a list would hold the whole text again."""
    for number in range(first, len(table.starts)):
        end = table.starts[number + 1] if number + 1 < len(table.starts) else len(table.text)
        yield table.text[table.starts[number] : end]


def _row(table: Table, line: int, cells: list[str]) -> Row | None:
    """Return the row that cells make, with its problem or note; None for an empty line and a comment."""
    width = len(table.header)
    if not any(cell.strip() for cell in cells) or (len(cells) == 1 < width and cells[0].startswith("#")):
        return None
    if any(cell.strip() for cell in cells[width:]):
        return Row(line, [], problem=f"{len(cells)} cells under {width} columns")
    if len(cells) >= width:
        return Row(line, cells[:width])
    has_text = any(KNOWN.get(plain_name(name)) == "text" for name in table.header[: len(cells)])
    if not has_text:
        return Row(line, [], problem=f"{len(cells)} cells under {width} columns, and none with the text")
    return Row(line, cells, note=f"the row has {len(cells)} of {width} cells")


def _loose(table: Table, line: int) -> Row | None:
    """Return the row on a line whose quotation marks are in pairs, but stand within a cell without being doubled."""
    words = line_of(table.text, table.starts, line)
    cells = cells_of(words, table.delimiter) if words.count('"') % 2 == 0 else []
    note = "quotation marks within a cell are not doubled"
    return Row(line, cells, note=note) if len(cells) == len(table.header) and _is_likely(table, cells) else None


def _next_row(table: Table, first: int) -> int:
    """Return the first line from `first` on where a whole row begins; the number of lines if there is none."""
    for line in range(first, len(table.starts)):
        lines = islice(_lines(table, line), _MOST_LINES)
        try:
            cells = next(csv.reader(lines, delimiter=table.delimiter, strict=True, skipinitialspace=True), [])
        except csv.Error:
            cells = []
        if (len(cells) == len(table.header) and _is_likely(table, cells)) or _loose(table, line):
            return line
    return len(table.starts)


def _is_likely(table: Table, cells: Sequence[str]) -> bool:
    """Return whether cells go with the columns: a date has a digit, an address no space, a text several words."""
    return all(_fits(KNOWN.get(plain_name(name)), cell) for name, cell in zip(table.header, cells, strict=True))


def _fits(field: str | None, cell: str) -> bool:
    if field == "published":
        return not cell.strip() or bool(re.search(r"\d", cell))
    return len(cell.split()) > 2 if field == "text" else field != "url" or not re.search(r"\s", cell.strip())
