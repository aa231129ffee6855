"""Part rows of a table between which the line end is missing."""

import csv
import re
from collections.abc import Iterator, Sequence

from analysis.readers.csv_header import Table, cells_of
from analysis.readers.field_names import field_of

_SENTENCE_END = re.compile(r"(?<=[.!?\u201d\u2019])(?=[A-Z\d\u201c\u00c0-\u00de])")  # with no blank behind it
_MOST_PLACES = 200  # on a line that are tried
_MOST_ROWS = 1000  # on a line
_FEWEST_WORDS = 5  # of a text in a row that is to be told from the one it stands on a line with


def is_likely(table: Table, cells: Sequence[str]) -> bool:
    """Return whether cells go with the columns: a date has a digit, an address no space, a text several words."""
    return all(_fits(field_of(name), cell) for name, cell in zip(table.header, cells, strict=True))


def _fits(field: str | None, cell: str) -> bool:
    if field == "published":
        return not cell.strip() or bool(re.search(r"\d", cell))
    return len(cell.split()) > 2 if field == "text" else field != "url" or not re.search(r"\s", cell.strip())


def is_row(table: Table, cells: Sequence[str]) -> bool:
    """Return whether cells are a row for sure: also with a day or, without such a column, without quotation marks."""
    if len(cells) != len(table.header) or not is_likely(table, cells):
        return False
    fields = {field_of(name): cell for name, cell in zip(table.header, cells, strict=True)}
    day = fields.get("published")
    is_told = '"' not in "".join(cells) if day is None else re.search(r"\d", day)
    return len(fields.get("text", "").split()) >= _FEWEST_WORDS and bool(is_told)


def parted(table: Table, words: str) -> list[list[str]]:
    """Return the rows that stand on one line; empty where it is not clear which.

    Between them is a quotation mark that closes a cell and is followed by another sign, or, where no cell has marks, a
    sentence whose end is followed by another word at once.

    >>> story = "Rain fell on the town, and nobody minded."
    >>> table = Table("", [], 1, ["date", "text"], ",", [])
    >>> parted(table, f'2026-03-01,"{story}"2026-03-02,"{story}"') == [["2026-03-01", story], ["2026-03-02", story]]
    True
    """
    places = re.compile(rf'"(?=[^{re.escape(table.delimiter)}\n])')
    rows: list[list[str]] = []
    while words and len(rows) < _MOST_ROWS:
        if is_row(table, last := _cells(table, words)):
            return [*rows, last] if rows else []
        ends = [found.end() for found in places.finditer(words)][:_MOST_PLACES]
        place, cells = next((found for found in _beginnings(table, words, ends) if is_row(table, found[1])), (0, []))
        if not place:
            break
        rows, words = [*rows, cells], words[place:]
    return [] if rows else _without_marks(table, words)


def are_two(table: Table, words: str) -> bool:
    """Return whether a line has the cells of two rows, of which the last and the first are one."""
    width, cells = len(table.header), cells_of(words, table.delimiter)
    return len(cells) == 2 * width - 1 and is_row(table, cells[:width]) and is_row(table, cells[width - 1 :])


def _beginnings(table: Table, words: str, ends: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the places up to which words are as many cells as a row has, with these; a longer piece has no fewer."""
    for end in ends:
        try:
            cells = _row(table, words[:end])
        except csv.Error as error:
            if "unexpected end" not in str(error):
                return  # each longer piece is damaged there, too
            continue
        if len(cells) > len(table.header):
            return
        if len(cells) == len(table.header):
            yield end, cells


def _row(table: Table, words: str) -> list[str]:
    """Return the cells of one row; none for several. Raises csv.Error for a damaged one."""
    rows = list(csv.reader(words.split("\n"), delimiter=table.delimiter, strict=True))
    return rows[0] if len(rows) == 1 else []


def _cells(table: Table, words: str) -> list[str]:
    try:
        return _row(table, words)
    except csv.Error:
        return []


def _without_marks(table: Table, words: str) -> list[list[str]]:
    width, cells = len(table.header), _cells(table, words)
    if len(cells) != 2 * width - 1 or width < 2:
        return []
    shared = cells[width - 1]
    places = [found.start() for found in _SENTENCE_END.finditer(shared)]
    if len(places) != 1:
        return []
    rows = [[*cells[: width - 1], shared[: places[0]]], [shared[places[0] :], *cells[width:]]]
    return rows if all(is_row(table, row) for row in rows) else []
