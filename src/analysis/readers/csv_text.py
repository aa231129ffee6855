"""Read tables in text, CSV and TSV: every whole row is an article, every damaged one a reject."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from analysis.readers import guard, limits
from analysis.readers.csv_header import DELIMITERS, Table, cells_of, find_header, header_again
from analysis.readers.csv_rows import Row, rows_of
from analysis.readers.decode import LOST
from analysis.readers.field_names import field_of, fields_of, has_text_column, plain_name
from analysis.readers.fields import from_record, no_text_column, texts_of_table
from analysis.readers.no_prose import is_of_stamps
from analysis.readers.raw_record import RawRecord, reject, with_notes
from analysis.readers.values_in_text import is_value

_DATE_OR_ADDRESS = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|https?://\S+")
_QUOTED = re.compile(r'^"[^"\n]*"[,;\t|]|"[,;\t|]"', re.M)
_IN_SINGLE = re.compile(r"(?:^|[,;\t|])'", re.M)  # a cell in single marks
_PADDING = re.compile(rf'(?<="){LOST}+(?=[{re.escape(DELIMITERS)}\n]|\Z)')  # behind a closed cell
_TESTED = 200  # rows that show how quotation marks are written
_FIRST = 5  # rows that show whether a text without a header is a table


def is_csv(text: str, name: str) -> bool:
    """Return whether `text` is a table: near its top stands a line with names of columns, and rows follow.

    A table without such a line is one, too: its rows are equally wide, and each has a cell with a date or an address.
    """
    named, text = _is_named(name), _without_marks(text)
    table = find_header(text, named=named)
    if table is None:
        return _is_headerless(text, named=named)
    known = fields_of(table.header)
    below = text[table.starts[table.first] :] if table.first < len(table.starts) else ""
    if len(table.header) == 1:
        return "text" in known and below.lstrip()[:1] == '"'
    if "text" in known and len(known) > 1:
        return table.delimiter in below or not below.strip()
    rows = islice(rows_of(table), _TESTED)
    return any(len(row.cells) == len(table.header) for row in rows) or not below.strip()


def _without_marks(text: str) -> str:
    """Return a table in which each row as a whole stands in quotation marks without those; other text as it is."""
    first = text.partition("\n")[0].strip()
    cells = cells_of(first, ",") if first[:1] == first[-1:] == '"' else []
    inner = find_header(cells[0], named=False) if len(cells) == 1 else None
    if inner is None or len(inner.header) == 1:
        return text
    try:
        rows = list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error:
        return text
    return "".join(f"{row[0]}\n" for row in rows if row) if all(len(row) <= 1 for row in rows) else text


def _is_named(name: str) -> bool:
    """Return whether the name of a file says that it is a table."""
    return name.lower().endswith((".csv", ".tsv"))


def _is_headerless(text: str, *, named: bool) -> bool:
    lines = [line for line in text.split("\n", 50)[:50] if line.strip()][:_FIRST]
    if named and _QUOTED.search(text[:5000]):
        return True
    for delimiter in DELIMITERS:
        rows = [cells_of(line, delimiter) for line in lines]
        if named and len(rows) > 2 and len(rows[0]) == 2 * len(rows[1]) - 1:
            rows = rows[1:]  # the names may stand in one line with the first row
        wide = len({len(row) for row in rows}) == 1 and len(rows) > 1 and len(rows[0]) > (1 if named else 2)
        if wide and (named or all(any(map(_DATE_OR_ADDRESS.fullmatch, row)) for row in rows)):
            return not is_of_stamps(text)
    return _is_of_rows(text, named=named) and not is_of_stamps(text)


def _is_of_rows(text: str, *, named: bool) -> bool:
    """Return whether at least half of the lines are rows with a day or an address: the header was cut off."""
    lines = [line for line in text.split("\n", 50)[:50] if line.strip()]
    for delimiter in DELIMITERS:
        rows = [cells_of(line, delimiter) for line in lines]
        widths = [len(row) for row in rows if len(row) > 2 and any(map(_DATE_OR_ADDRESS.fullmatch, row))]
        n_alike = widths.count(max(set(widths), key=widths.count)) if widths else 0
        if n_alike >= (1 if named else 2) and 2 * n_alike >= len(lines):
            return True
    return False


def row_starts(text: str) -> Iterator[int]:
    """Yield where each row of a table begins, in characters; nothing if each as a whole stands in quotation marks."""
    table = _table(text, "")
    if table is not None and table.text == text:
        yield from (table.starts[row.line] for row in rows_of(table))


def read_csv(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles of a table with a header, and a reject for each damaged row.

    A table without header or without a text column is one reject. Raises Unreadable for too many columns.
    """
    table = _table(text, name)
    if table is None:
        first = text.strip().split("\n", 1)[0][:150]
        yield reject("no header", f"the columns have no names; put a line such as title,date,text above: {first}")
        return
    if len(table.header) > limits.current().columns:
        raise limits.over("columns", f"{len(table.header):,} columns", needed=len(table.header))
    shown = next(rows_of(table), Row(0, []))
    in_json = {place for place, cell in enumerate(shown.cells) if is_value(cell)}
    if not has_text_column(table.header) and not in_json:
        yield no_text_column(table.header)
        return
    yield from _records(table, in_json)


def _records(table: Table, in_json: set[int]) -> Iterator[RawRecord]:
    """Yield the records of a table; below another header, those under its columns, written as those above are."""
    columns, number, rows = _columns(table, in_json), 0, rows_of(table)
    texts = _texts(table, columns)
    while row := next(rows, None):
        if again := header_again(table, row.line):
            if list(map(plain_name, again.header)) != list(map(plain_name, table.header)) or (
                again.delimiter != table.delimiter
            ):
                header = [cell.strip(table.quote) for cell in again.header]
                table = table._replace(header=header, delimiter=again.delimiter, first=row.line + 1)
                columns, rows = _columns(table, set()), rows_of(table)
                texts = _texts(table, columns)
            continue
        number += 1
        if row.problem:
            yield reject(
                "broken row", f"CSV, damaged at row {number}, line {row.line + 1}: {row.problem}", record=number
            )
            continue
        notes = [*table.notes, *([row.note] if row.note else [])]
        raw = guard.one(partial(from_record, texts=texts), _record(row, columns), number)
        yield with_notes(raw, notes)


def _record(row: Row, columns: list[tuple[int, str]]) -> dict[str, str]:
    return {cell: row.cells[place] for place, cell in reversed(columns) if place < len(row.cells)}


def _texts(table: Table, columns: list[tuple[int, str]]) -> Sequence[str]:
    """Return the names of the text, those of the columns that hold stories first."""
    n_texts = sum(field_of(cell) == "text" for _, cell in columns)
    rows = rows_of(table) if n_texts > 1 else ()
    return texts_of_table(_record(row, columns) for row in rows)


def _columns(table: Table, in_json: set[int]) -> list[tuple[int, str]]:
    """Return the columns that are read, and the place of each: those with known names and those that hold JSON."""
    return [(place, cell) for place, cell in enumerate(table.header) if field_of(cell) or place in in_json]


def _table(text: str, name: str) -> Table | None:
    r"""Return the table in `text`, with the quotation marks and escapes by which the fewest rows are damaged."""
    named, text = _is_named(name), _without_marks(_PADDING.sub("", text) if LOST in text else text)
    table = find_header(text, named=named)
    if table is None:
        return None
    tables = [table]
    if n_damaged := _n_damaged(table):
        tables += [table._replace(escape="\\")] * ("\\" in text)
        tables += [table._replace(quote="'", header=[cell.strip("'") for cell in table.header])] * bool(
            _IN_SINGLE.search(text)
        )
    return _with_row_names(min(tables, key=_n_damaged) if n_damaged else table)


def _with_row_names(table: Table) -> Table:
    """Return a table of R, in which the column with the numbers of the rows has no name, with an empty name for it."""
    named = table._replace(header=["", *table.header])
    rows = list(islice(rows_of(named), _TESTED))
    numbered = [row.cells[:1] == [str(n)] and len(row.cells) > len(table.header) for n, row in enumerate(rows, start=1)]
    return named if all(numbered) and len(rows) > 1 else table


def _n_damaged(table: Table) -> int:
    return sum(bool(row.problem or row.note) for row in islice(rows_of(table), _TESTED))
