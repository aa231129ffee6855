"""Split a text table into its rows, also where a row is damaged.

Python's csv module reads the rows, strictly: an error shows where a quotation mark is out of place. pandas' and
clevercsv's readers give up the file there, or skip the row without saying so.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple

from analysis.readers.csv_borders import n_lines_of_row, outer_cells
from analysis.readers.csv_header import LONGEST_LINE, Table, cells_of, line_of
from analysis.readers.csv_marks import goes_on, marked_cells
from analysis.readers.decode import LOST
from analysis.readers.field_names import field_of, has_text_column
from analysis.readers.glued_rows import are_two, is_likely, is_row, parted

_BORDER = re.compile(r"\s*(?:[|+:]?[-=]{3,}[|+:]?\s*)?")  # a cell that is empty, or of a line drawn below the header
_MOST_LINES = 300  # of one row behind a damaged place
csv.field_size_limit(1 << 30)  # a long article is longer than csv's default of 131,072 characters


class Row(NamedTuple):
    """A row: its line and cells, and what was repaired. A damaged stretch of rows has a problem and no cells."""

    line: int
    cells: list[str]
    note: str = ""
    problem: str = ""


def rows_of(table: Table) -> Iterator[Row]:
    """Yield the rows of a table in order; behind a damaged one reading goes on where the next whole row begins."""
    at = table.first
    while at < len(table.starts):
        begin = at
        reader = _reader(table, _lines(table, at))
        problem = "a quotation mark is never closed"
        try:
            for cells in reader:
                n_lines = at + reader.line_num - begin
                row = _row(table, begin, cells)
                if row and row.problem and (parted_rows := _parted(table, begin, begin + n_lines)):
                    yield from parted_rows
                    row = None
                if row and (row.problem or _may_go_on(table, row, begin + n_lines)):
                    loose, n_loose = _loose(table, begin)
                    if loose and n_loose > n_lines:
                        break
                    row = loose if loose and n_loose == n_lines and row.problem else row
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
        if rows := _parted(table, begin, begin + 1):
            yield from rows
            at = begin + 1
            continue
        loose, n_lines = _loose(table, begin)
        at = begin + n_lines if loose else _next_row(table, begin + 1)
        rows = [] if loose else _parted(table, begin, at)
        yield from rows or ([loose] if loose else _damaged(table, begin, at, problem))


def _parted(table: Table, first: int, last: int) -> list[Row]:
    """Return the rows on the lines from `first` to `last` between which a line end is missing; empty if none is."""
    words = "".join(islice(_lines(table, first), last - first)).rstrip("\n")
    if len(words) > LONGEST_LINE:
        return []
    if rows := parted(table, words):
        return [Row(first, cells, note="the line end between two rows is missing") for cells in rows]
    if first + 1 < last or not are_two(table, words):
        return []
    return [Row(first, [], problem="two rows stand on one line, and it is not clear where the second begins")] * 2


def _reader(table: Table, lines: Iterable[str]) -> Any:
    return csv.reader(
        lines,
        delimiter=table.delimiter,
        quotechar=table.quote,
        escapechar=table.escape,
        doublequote=True,
        strict=True,
        skipinitialspace=True,
    )


def _lines(table: Table, first: int) -> Iterator[str]:
    """Yield the lines from a line on, one at a time; a list would hold the whole text again."""
    for number in range(first, len(table.starts)):
        end = table.starts[number + 1] if number + 1 < len(table.starts) else len(table.text)
        yield table.text[table.starts[number] : end]


def _row(table: Table, line: int, cells: list[str]) -> Row | None:
    """Return the row that cells make, with its problem or note; None for an empty line and a comment."""
    width = len(table.header)
    if len(cells) == width > 1:
        cells = [cell.strip(LOST) for cell in cells]
    if any(LOST in cell for cell in cells):
        return _with_gap(table, line, cells)
    if all(map(_BORDER.fullmatch, cells)) or (len(cells) == 1 < width and cells[0].startswith("#")):
        return None
    if any(cell.strip() for cell in cells[width:]):
        return Row(line, [], problem=f"{len(cells)} cells under {width} columns")
    if len(cells) >= width:
        return Row(line, cells[:width])
    if not has_text_column(table.header[: len(cells)]):
        return Row(line, [], problem=f"{len(cells)} cells under {width} columns, and none with the text")
    return Row(line, cells, note=f"the row has {len(cells)} of {width} cells")


def _with_gap(table: Table, line: int, cells: list[str]) -> Row:
    """Return the row of cells in which NULs stand; a damaged one if these may hide where a row ends and another begins.

    They do not if they stand in the text alone, and are fewer than the signs beside it in a row.
    """
    texts = [field_of(name) == "text" for name in table.header]
    n_beside = sum(len(cell) + 1 for cell, is_text in zip(cells, texts, strict=False) if not is_text)
    is_whole = not any(LOST in cell for cell, is_text in zip(cells, texts, strict=False) if not is_text)
    if len(cells) == len(texts) and is_whole and sum(cell.count(LOST) for cell in cells) < n_beside:
        return Row(line, [cell.replace(LOST, "") for cell in cells])
    return Row(line, [], problem="NULs stand where a part of it was lost")


def _may_go_on(table: Table, row: Row, below: int) -> bool:
    """Return whether the mark at the end of a row may be that of inches: what stands below is no row."""
    is_figure = field_of(table.header[len(row.cells) - 1]) == "text" and row.cells[-1][-1:].isdigit()
    if not is_figure or below >= len(table.starts) or not line_of(table.text, table.starts, below).strip():
        return False
    with suppress(csv.Error):
        return len(next(_reader(table, islice(_lines(table, below), _MOST_LINES)), [])) != len(table.header)
    return True


def _loose(table: Table, line: int) -> tuple[Row | None, int]:
    """Return the row that begins on a line and whose marks stand in cells without being doubled, and its lines."""
    n_told = n_lines_of_row(table, _lines(table, line))
    told = "".join(islice(_lines(table, line), n_told))
    if row := _loose_row(table, line, told, n_told, is_told=True) if n_told else None:
        return row, n_told
    words, n_lines = "", 0
    for words_of_line in islice(_lines(table, line), n_told or _MOST_LINES):
        if n_lines and _is_whole(table, words_of_line):
            break
        words, n_lines = words + words_of_line, n_lines + 1
        if words.count('"') % 2 == 0 or (n_lines == 1 and not goes_on(words, table.delimiter)):
            break
    row = _loose_row(table, line, words, n_lines) if words.count('"') % 2 == 0 else None
    return row, n_lines if row else 0


def _loose_row(table: Table, line: int, words: str, n_lines: int, *, is_told: bool = False) -> Row | None:
    """Return the row that lines are as a whole; `is_told` if days or addresses tell where it ends."""
    row = words.rstrip("\n")
    if len(row) > LONGEST_LINE:
        return None
    ways = [marked_cells(row, table.delimiter)]
    ways += [cells_of(row, table.delimiter)] if n_lines == 1 and row.count('"') % 2 == 0 else []
    ways += [outer_cells(table, row)] if is_told else []
    for cells in ways:
        cells = [cell.strip(LOST) for cell in cells]
        if len(cells) == len(table.header) and is_likely(table, cells) and not any(LOST in cell for cell in cells):
            return Row(line, cells, note="quotation marks within a cell are not doubled")
    return None


def _damaged(table: Table, first: int, last: int, problem: str) -> Iterator[Row]:
    """Yield the damaged row that begins a stretch, and one for each line in it that looks like a row of its own."""
    yield Row(first, [], problem=problem)
    has_day = any(field_of(name) == "published" for name in table.header)
    for number in range(first + 1, last) if has_day else ():
        words = line_of(table.text, table.starts, number)
        if _is_whole(table, words.replace('"', "")) and words[:1].strip():
            yield Row(number, [], problem=problem)


def _is_whole(table: Table, words: str) -> bool:
    """Return whether a line is a row as it stands, without quotation marks around its cells or with them."""
    return is_row(table, cells_of(words.rstrip("\n"), table.delimiter))


def _next_row(table: Table, first: int) -> int:
    """Return the first line from `first` on where a whole row begins; the number of lines if there is none."""
    for line in range(first, len(table.starts)):
        lines = islice(_lines(table, line), _MOST_LINES)
        try:
            cells: list[str] = next(_reader(table, lines), [])
        except csv.Error:
            cells = []
        if len(cells) == len(table.header) and is_likely(table, cells):
            return line
        loose = _loose(table, line)[0]
        as_it_stands = cells_of(line_of(table.text, table.starts, line), table.delimiter) if loose else []
        if loose and (loose.cells == as_it_stands or is_row(table, loose.cells)):
            return line
    return len(table.starts)
