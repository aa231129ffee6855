"""Find the header of a text table, and split a line into cells."""

import csv
import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from analysis.readers.field_names import fields_of, has_text_column

DELIMITERS = ",;\t|~^\x01\x1f"  # the last two are those of Hive and of ASCII
_TOP = 10  # so many lines with titles or notes may stand above the header
_NAME_LINES = 4  # of a header with line breaks in its names
_LONGEST_NAME = 40  # characters of a column's name
_LONGEST_HEADER = 5000  # characters
_NO_NAME = re.compile(r"(?:[^\s,;|~^\x01\x1f] ?){60}")  # words of a story: no name of a column is as long
LONGEST_LINE = 1 << 17  # characters of a row that is looked at without the help of the csv module, in square time
_ASIDE = re.compile(r"\A\s*(?:#.*|//.*|sep=(.)\s*)?$", re.I)  # comment, empty line, Excel's line with the delimiter
_NUMBER_SIGN = re.compile(r"\s{0,9}#\s{0,9}[,;\t|~^\x01\x1f]")  # the name of the first column
_SHORTENED = re.compile(r"\w{1,5}\.(?: ?\w{1,5}\.)?")  # "No.", "S. No."


class Table(NamedTuple):
    """A table in text."""

    text: str
    starts: Sequence[int]  # offset at which each line begins
    first: int  # line of the first row
    header: list[str]
    delimiter: str
    notes: list[str]
    quote: str = '"'
    escape: str | None = None  # the sign that stands before another one that is to be taken as it is


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
            if not aside[1] and (table := _behind_mark(text, starts, number, named=named)):
                return table
            continue
        below = number
        while line.count('"') % 2 and below + 1 < min(number + _NAME_LINES, len(starts)):  # a name of several lines
            below += 1
            line += f"\n{line_of(text, starts, below)}"
        best = sorted(filter(line.count, delimiters), key=lambda mark: -line.count(mark)) or delimiters[:1]
        for delimiter in best if above else best[:2]:
            header = _names_on(line, delimiter)
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


def _behind_mark(text: str, starts: Sequence[int], number: int, *, named: bool) -> Table | None:
    """Return the table whose header begins with the mark of a comment: #,title,text or # title,text."""
    line = line_of(text, starts, number)
    if not named and line.lstrip().startswith("# ") and not _NUMBER_SIGN.match(line):
        return None  # a headline of Markdown
    line = line if _NUMBER_SIGN.match(line) else line.lstrip(" \t#/")
    lines_below = (line_of(text, starts, n) for n in range(number + 1, min(number + _TOP, len(starts))))
    below = next((words for words in lines_below if not _ASIDE.match(words)), "")
    for delimiter in filter(line.count, DELIMITERS):
        header = _names_on(line, delimiter)
        if _names_columns(header, first=False) and delimiter in below:
            is_above_another = _names_columns(_names_on(below, delimiter), first=True)
            return None if is_above_another else Table(text, starts, number + 1, header, delimiter, [])
    return None


def is_header(cells: Sequence[str]) -> bool:
    """Return whether cells name columns: the text's and others."""
    return _names_columns(cells, first=False)


def header_again(table: Table, number: int) -> Table | None:
    """Return the table that begins on a line of another, as the line names columns; None for any other line."""
    line = line_of(table.text, table.starts, number)
    is_short = len(line) <= _LONGEST_HEADER and not _NO_NAME.search(line)
    again = find_header(line, named=False) if is_short else None
    return again if again and len(again.header) > 1 and has_text_column(again.header) else None


def _names_columns(header: Sequence[str], *, first: bool) -> bool:
    """Return whether cells name columns: short, enough of them known; below the first line, the text's and others."""
    known = fields_of(header)
    if any(len(cell) > _LONGEST_NAME or _is_sentence(cell) for cell in header):
        return False
    if len(header) == 1:
        return first and "text" in known
    if first and len(known) >= (2 if len(header) > 2 else 1):
        return True
    return "text" in known and len(known) > 1


def names_more(header: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether the line below a header is one, too, and names more fields: the first names groups of columns."""
    return len(fields_of(below)) > len(fields_of(header)) and _names_columns(below, first=False)


def _by_name(text: str, starts: Sequence[int], lines: Sequence[int]) -> Table | None:
    """Return the table of a file whose name says that it is one, though no column has a known name."""
    first = line_of(text, starts, lines[0])
    delimiter = max(DELIMITERS, key=first.count)
    header = _names_on(first, delimiter)
    below = cells_of(line_of(text, starts, lines[1]), delimiter) if len(lines) > 1 else header
    names = all(len(cell) <= _LONGEST_NAME and re.search(r"[^\W\d]", cell) for cell in header)
    fits = len(header) == len(below) > 1 and names and not any(map(_is_sentence, header))
    return Table(text, starts, lines[0] + 1, header, delimiter, []) if fits else None


def _is_sentence(cell: str) -> bool:
    return cell.endswith(".") and not _SHORTENED.fullmatch(cell)


def _names_on(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip("\ufeff") for cell in cells_of(line, delimiter)]


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
        if len(line) > LONGEST_LINE:
            return []
        mark = re.escape(delimiter)
        found = re.finditer(rf'(?:^|{mark})\s*(?:"(.*?)"\s*(?={mark}|$)|([^{mark}]*))', line)
        return [cell[1] if cell[1] is not None else cell[2] for cell in found]
