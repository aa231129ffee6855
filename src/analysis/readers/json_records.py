"""Find the records in a value of JSON: in a list, in what an API wraps around it, in a table by columns or rows."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from analysis.readers.field_names import field_of, fields_of, has_text_column
from analysis.readers.fields import text_of
from analysis.readers.json_rows import rows_below_names, rows_in
from analysis.readers.values_in_text import opened

_LEVELS = 5  # so deep in its wrapping the list of records is looked for


def records_in(value: Any) -> list[Any]:
    """Return the records in a JSON value: a list, a wrapped list, a table by columns or by rows, or one object.

    >>> records_in({"title": {"0": "Rain"}, "text": {"0": "It rained."}})
    [{'title': 'Rain', 'text': 'It rained.'}]
    >>> records_in({"data": '[{"text": "It rained."}]'})
    [{'text': 'It rained.'}]
    """
    value = opened(value)
    if isinstance(value, list):
        if rows := rows_below_names(value):
            return rows
        if _is_collection(value) and not any(map(has_text, value)):  # the pages of an answer
            value = list(map(opened, value))
            return [record for page in value for record in _wrapped(page) or rows_in(page) or [page]]
        return _in_lists(value) or value
    if not isinstance(value, dict):
        return [value]
    names, cells = value.get("columns"), value.get("data", value.get("rows"))  # as pandas writes them
    is_sheet = isinstance(names, list) and has_text_column(map(str, names))
    if is_sheet and isinstance(cells, list) and (not cells or any(isinstance(row, list) for row in cells)):
        names = list(map(str, names or []))
        return [dict(zip(names, row, strict=False)) if isinstance(row, list) else row for row in cells]
    return _by_column(value) or _wrapped(value) or rows_in(value) or [value]


def records_within(value: Any) -> list[Any]:
    """Return the records of one value among others: of a line, or of values one behind the other.

    >>> records_within([1, 2]), records_within([{"text": "It rained."}])
    ([[1, 2]], [{'text': 'It rained.'}])
    """
    inner = records_in(value)
    return inner if any(isinstance(entry, dict) for entry in inner) else [value]


def _in_lists(value: list[Any]) -> list[Any]:
    """Return the records of the lists in a list, beside which may stand what an API says of them; empty for none."""
    lists = [entry for entry in value if isinstance(entry, list) and _is_collection(entry)]
    others = [entry for entry in value if not isinstance(entry, list)]
    if not any(map(has_text, chain.from_iterable(lists))) or any(map(has_text, others)):
        return []
    return list(chain.from_iterable(lists))


def _by_column(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a table given by its columns: its known ones are lists, or objects, of equally many cells."""
    known = list(filter(field_of, value))
    if all(isinstance(value[key], list) for key in known):
        columns = {key: dict(enumerate(value[key])) for key in known}
    else:
        columns = {key: value[key] for key in known if isinstance(value[key], dict)}
    if len(columns) < 2 or len({tuple(cells) for cells in columns.values()}) > 1 or not has_text_column(columns):
        return []
    return [{key: cells[row] for key, cells in columns.items()} for row in next(iter(columns.values()))]


def _wrapped(value: object) -> list[Any]:
    """Return the records of all lists that `value` holds, or its largest object by numbers or ids; empty for none."""
    if not isinstance(value, dict):
        return []
    for key, inner in value.items():
        is_text = field_of(key) == "text" and bool(text_of(inner))
        if is_text and not (_is_collection(inner) and _has_title(inner)):
            return []  # it is a record itself; its text may be a list of blocks
    for level, inner in _levels(value):
        lists = [list(entry.values()) if isinstance(entry, dict) else entry for entry in [*level, *inner]]
        found = [records for records in lists if _is_collection(records) and any(map(has_text, records))]
        if found:
            break
    else:
        return max(_lists_without_text(value), key=len, default=[])
    largest = max(found, key=len)
    listed = [records for records in found if any(records is entry for entry in inner)]
    is_listed = any(largest is records for records in listed)
    return [record for records in listed for record in records] if is_listed else largest


def _levels(value: dict[str, Any]) -> Iterator[tuple[list[Any], list[Any]]]:
    """Yield the objects of each level of a wrapping, from `value` itself on, and what they hold."""
    level = [value]
    for _ in range(_LEVELS):
        inner = [entry for wrapper in level for entry in wrapper.values()]
        yield level, inner
        level = [entry for entry in inner if isinstance(entry, dict)]


def _lists_without_text(value: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the lists of articles in a wrapping that have no text: each has a headline, and a date or an address."""
    for _, inner in _levels(value):
        for records in inner:
            if isinstance(records, list) and _is_collection(records):
                fields = [fields_of(record) for record in records if isinstance(record, dict)]
                if all("headline" in known and known & {"published", "url"} for known in fields):
                    yield records


def _has_title(records: Any) -> bool:
    entries = records.values() if isinstance(records, dict) else records
    return any("headline" in fields_of(entry) for entry in entries if isinstance(entry, dict))


def _is_collection(value: object) -> bool:
    """Return whether all entries of an object are objects, or most entries of a list; the others are bad records."""
    if isinstance(value, dict):
        return bool(value) and all(isinstance(entry, dict) for entry in value.values())
    return isinstance(value, list) and 2 * sum(isinstance(entry, dict) for entry in value) > len(value)


def has_text(record: object) -> bool:
    """Return whether a record, or an object in it, has a field with a name of the text."""
    if not isinstance(record, dict):
        return False
    inner = [value for value in record.values() if isinstance(value, dict)]
    return has_text_column(record) or any(has_text_column(map(str, value)) for value in inner)
