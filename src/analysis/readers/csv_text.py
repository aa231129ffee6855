"""Read tables in text, CSV and TSV: every whole row is an article, every damaged one a reject."""

import csv
import io
import re
from collections.abc import Iterator

from analysis.readers import guard, limits
from analysis.readers.csv_rows import DELIMITERS, Table, cells_of, find_header, rows_of
from analysis.readers.field_names import KNOWN, plain_name
from analysis.readers.fields import from_record, has_text_column, no_text_column
from analysis.readers.raw_record import RawRecord, reject, with_notes

_ESCAPED = re.compile(r'\\(["\\])')
_DATE_OR_ADDRESS = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|https?://\S+")
_QUOTED = re.compile(r'^"[^"\n]*"[,;\t|]|"[,;\t|]"', re.M)
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
    known = {KNOWN[cell] for cell in map(plain_name, table.header) if cell in KNOWN}
    below = text[table.starts[table.first] :] if table.first < len(table.starts) else ""
    if len(table.header) == 1:
        return "text" in known and below.lstrip()[:1] == '"'
    if "text" in known and len(known) > 1:
        return table.delimiter in below or not below.strip()
    rows = [row for _, row in zip(range(_TESTED), rows_of(table), strict=False)]
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
        wide = len({len(row) for row in rows}) == 1 and len(rows) > 1 and len(rows[0]) > (1 if named else 2)
        if wide and (named or all(any(map(_DATE_OR_ADDRESS.fullmatch, row)) for row in rows)):
            return True
    return False


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
        raise limits.over("columns", f"{len(table.header):,} columns")
    if not has_text_column(table.header):
        yield no_text_column(table.header)
        return
    columns = [(place, cell) for place, cell in enumerate(table.header) if plain_name(cell) in KNOWN]
    for number, row in enumerate(rows_of(table), start=1):
        if row.problem:
            yield reject(
                "broken row", f"CSV, damaged at row {number}, line {row.line + 1}: {row.problem}", record=number
            )
            continue
        record = {cell: row.cells[place] for place, cell in reversed(columns) if place < len(row.cells)}
        notes = [*table.notes, *([row.note] if row.note else [])]
        yield with_notes(guard.one(from_record, record, number), notes)


def _table(text: str, name: str) -> Table | None:
    r"""Return the table in `text`; where a quotation mark in a cell is written \" and not "", with that put right."""
    named, text = _is_named(name), _without_marks(text)
    table = find_header(text, named=named)
    if table is None or '\\"' not in text:
        return table and _with_row_names(table)
    usual = _ESCAPED.sub(lambda found: '""' if found[1] == '"' else "\\", text)
    other = find_header(usual, named=named)
    return _with_row_names(min(filter(None, [table, other]), key=_n_damaged))


def _with_row_names(table: Table) -> Table:
    """Return a table of R, in which the column with the numbers of the rows has no name, with an empty name for it."""
    named = table._replace(header=["", *table.header])
    rows = [row for _, row in zip(range(_TESTED), rows_of(named), strict=False)]
    numbered = [row.cells[:1] == [str(n)] and len(row.cells) > len(table.header) for n, row in enumerate(rows, start=1)]
    return named if all(numbered) and len(rows) > 1 else table


def _n_damaged(table: Table) -> int:
    return sum(bool(row.problem or row.note) for _, row in zip(range(_TESTED), rows_of(table), strict=False))
