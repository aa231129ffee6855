"""Find the rows of a sheet in a value of JSON: lists of cells, with the names of the columns in the first or apart."""

from collections.abc import Iterable
from typing import Any

from analysis.readers.field_names import field_of, fields_of, has_text_column
from analysis.readers.fields import text_of

_LEVELS = 5  # so deep in its wrapping a sheet is looked for
_ABOVE = 5  # rows among the first of which the names stand: titles may stand above
_CELL = ("v", "value", "formattedValue", "text", "f")  # where a service keeps the value of a cell
_NAME = ("name", "label", "title", "field", "key", "id")  # and the name of a column


def rows_in(value: Any) -> list[dict[Any, Any]]:
    """Return the rows of all sheets in a value, under whatever key, each with its names; empty for a record with text.

    >>> rows_in({"range": "A1:B2", "values": [["title", "text"], ["Rain", "It rained."]]})
    [{'title': 'Rain', 'text': 'It rained.'}]
    >>> rows_in({"fields": [{"name": "title"}, {"name": "text"}], "rows": [["Rain", "It rained."]]})
    [{'title': 'Rain', 'text': 'It rained.'}]
    """
    return _rows_in(value, _LEVELS)


def rows_below_names(rows: Iterable[Any]) -> list[dict[Any, Any]]:
    """Return the rows below the one that names columns, or the columns beside the names; empty where none does.

    >>> rows_below_names([["title", "Rain", "Wind"], ["text", "It rained.", "It blew."]])
    [{'title': 'Rain', 'text': 'It rained.'}, {'title': 'Wind', 'text': 'It blew.'}]
    """
    rows = list(rows)
    table = list(map(_cells, rows))
    names = [cells[0] for cells in table if cells]
    is_turned = len(names) == len(table) and len({len(cells) for cells in table}) == 1
    n_above = len(fields_of(map(str, table[0]))) if is_turned else 0
    if is_turned and _are_names(names) and len(fields_of(names)) > max(n_above, 1):
        return _with_names(names, map(list, zip(*(cells[1:] for cells in table), strict=True)))
    for number, cells in enumerate(table[:_ABOVE], start=1):
        if _are_names(cells) and (len(cells) > 1 or number == 1):
            below = zip(rows[number:], table[number:], strict=True)  # words in place of a row are a row without a text
            return _with_names(cells, [found or [row] * isinstance(row, str) for row, found in below])
    return []


def _rows_in(value: Any, levels: int) -> list[dict[Any, Any]]:
    inner: list[Any] = []
    if isinstance(value, list):
        if found := rows_below_names(value):
            return found
        inner = value
    elif isinstance(value, dict) and not _is_record(value):
        if found := _rows_beside_names(value):
            return found
        inner = list(value.values())
    wrappers = [entry for entry in inner if isinstance(entry, dict | list)]
    return [row for entry in wrappers for row in _rows_in(entry, levels - 1)] if levels else []


def _is_record(value: dict[Any, Any]) -> bool:
    """Return whether an object is an article: a field of it holds a text, and no sheet."""
    texts = [inner for key, inner in value.items() if field_of(key) == "text" and text_of(inner)]
    return any(not isinstance(inner, list) or not _rows_in(inner, 0) for inner in texts)


def _rows_beside_names(value: dict[Any, Any]) -> list[dict[Any, Any]]:
    """Return the rows of an object that keeps the names of its columns in one list and the rows in another."""
    lists = [inner for inner in value.values() if isinstance(inner, list) and inner]
    names = next((found for inner in lists if _are_names(found := _names(inner)) and len(found) > 1), [])
    tables = [list(map(_cells, inner)) for inner in lists] if names else []
    rows = max(tables, key=lambda rows: sum(len(cells) == len(names) for cells in rows), default=[])
    return _with_names(names, rows) if any(0 < len(cells) <= len(names) for cells in rows) else []


def _names(entries: list[Any]) -> list[Any]:
    """Return the names of columns in a list of them, or of objects that tell of each."""
    if not all(isinstance(entry, dict) for entry in entries):
        return entries
    return [next((entry[key] for key in _NAME if entry.get(key)), "") for entry in entries]


def _are_names(cells: list[Any]) -> bool:
    return all(isinstance(cell, str) for cell in cells) and has_text_column(cells)


def _cells(row: Any) -> list[Any]:
    """Return the cells of a row: a list of values or of objects that hold one, alone or in an object; else none."""
    if isinstance(row, dict):
        lists = [inner for inner in row.values() if isinstance(inner, list)]
        row = lists[0] if len(lists) == len(row) == 1 else []
    if not isinstance(row, list):
        return []
    return [next((cell[key] for key in _CELL if key in cell), None) if isinstance(cell, dict) else cell for cell in row]


def _with_names(names: list[Any], rows: Iterable[list[Any]]) -> list[dict[Any, Any]]:
    return [dict(zip(names, cells, strict=False)) for cells in rows if any(cell not in (None, "") for cell in cells)]
