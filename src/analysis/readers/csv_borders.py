"""Find where a row of a damaged table ends: at a cell with a day or an address, whatever marks its text holds.

So the text may hold a quotation mark that is not doubled, as in 5" of rain, and go on over several lines.
"""

import re
from collections.abc import Iterable, Sequence

from analysis.articles.dates import parse_date
from analysis.readers.csv_header import Table
from analysis.readers.field_names import field_of

_ADDRESS = re.compile(r"https?://\S+")
_LONGEST_DAY = 40  # characters
_LONGEST_CELL = 2000  # of those behind the text
_MOST_LINES = 300  # of one row


def n_lines_of_row(table: Table, lines: Iterable[str]) -> int:
    """Return how many of the lines are the row that begins on the first; 0 where no day or address tells it.

    >>> table = Table("", [], 1, ["date", "text"], ",", [])
    >>> n_lines_of_row(table, ['2026-03-01,"A 5" pipe', 'broke."', '2026-03-02,"It rained."'])
    2
    """
    above, below = _names_around(table)
    is_told_above, is_told_below = any(map(_tells, above)), any(map(_tells, below))
    number = 0
    for number, line in enumerate(lines):
        cells, begin = _first_cells(table, line, len(above)) if is_told_above or number == 0 else ([], 0)
        begins = is_told_above and _fit(above, cells)
        if number == 0 and not (begins or (is_told_below and not is_told_above and line[begin:].lstrip()[:1] == '"')):
            return 0
        if begins and number:
            return number
        # Before the cells behind the text stands the mark that closes it.
        if not is_told_above and f'"{table.delimiter}' in line and _fit(below, _last_cells(table, line, len(below))[0]):
            return number + 1
        if number >= _MOST_LINES:
            return 0
    return number + 1 if is_told_above else 0


def outer_cells(table: Table, row: str) -> list[str]:
    """Return the cells of a row whose text is all that its outer marks hold; none where that may be two rows.

    >>> outer_cells(Table("", [], 1, ["date", "text"], ",", []), '2026-03-01,"A 5" pipe, the clerk said."')
    ['2026-03-01', 'A 5" pipe, the clerk said.']
    """
    above, below = _names_around(table)
    first, begin = _first_cells(table, row, len(above))
    last, end = _last_cells(table, row, len(below))
    text = row[begin:end].strip()
    if (len(first), len(last)) != (len(above), len(below)) or len(text) < 2 or not text[0] == text[-1] == '"':
        return []
    text = text[1:-1].replace('""', "\0")
    mark = re.escape(table.delimiter)
    opens = rf'{mark}[ \t]*"' if above else r'\n[ \t]*"'
    closes = re.search(rf'"[ \t]*{mark}' if below else r'"[ \t]*\n', text)
    is_two = re.search(rf'\n[^\n]*{mark}"' if above else opens, text) or (
        closes and re.compile(opens).search(text, closes.end() - 1)
    )
    return [] if is_two else [*first, text.replace("\0", '"'), *last]


def _names_around(table: Table) -> tuple[list[str], list[str]]:
    """Return the names of the columns before the text's and behind it."""
    place = next((place for place, name in enumerate(table.header) if field_of(name) == "text"), 0)
    return table.header[:place], table.header[place + 1 :]


def _tells(name: str) -> bool:
    return field_of(name) in ("published", "url")


def _fit(names: Sequence[str], cells: Sequence[str]) -> bool:
    """Return whether there is a cell for each name, a day under that of a day, and an address under that of one.

    One of the two may be missing.
    """
    told = [(field_of(name), cell.strip()) for name, cell in zip(names, cells, strict=False) if _tells(name)]
    given = [(field, cell) for field, cell in told if cell]
    return len(names) == len(cells) and bool(given or not told) and all(_is_told(field, cell) for field, cell in given)


def _is_told(field: str | None, cell: str) -> bool:
    if field == "url":
        return bool(_ADDRESS.fullmatch(cell))
    return len(cell) <= _LONGEST_DAY and any(map(str.isdigit, cell)) and parse_date(cell).time is not None


def _first_cells(table: Table, words: str, n_cells: int) -> tuple[list[str], int]:
    """Return the first cells of a row, and where the next one begins."""
    mark = re.escape(table.delimiter)
    cell = re.compile(rf'[ \t]*+(?:"((?:[^"\n]|"")*+)"[ \t]*+|((?!")[^{mark}\n]*+)){mark}')
    cells: list[str] = []
    end = 0
    while len(cells) < n_cells and (found := cell.match(words, end)):
        cells.append(found[2] if found[1] is None else found[1].replace('""', '"'))
        end = found.end()
    return cells, end


def _last_cells(table: Table, words: str, n_cells: int) -> tuple[list[str], int]:
    """Return the last cells of a row, and where the one before them ends."""
    mark = re.escape(table.delimiter)
    cell = re.compile(rf'{mark}[ \t]*+(?:"([^"\n]*)"[ \t]*|((?!")[^{mark}\n]*+))\Z')
    cells: list[str] = []
    end = len(words.rstrip())
    while len(cells) < n_cells and (found := cell.search(words, max(0, end - _LONGEST_CELL), end)):
        cells.insert(0, found[2] if found[1] is None else found[1])
        end = found.start()
    return cells, end
