"""Read JSON: one value, JSON Lines, values one after the other; and what is whole of a damaged or cut-off file."""

import codecs
import gzip
import json
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import IO, Any

from analysis.readers import guard
from analysis.readers.decode import Unreadable, decode
from analysis.readers.field_names import KNOWN, plain_name
from analysis.readers.fields import from_record, has_text_column
from analysis.readers.raw_record import RawRecord, reject, with_notes

LONGEST = 1 << 28  # bytes of a line of JSON Lines; no article is longer
_LEVELS = 5  # so deep in its wrapping the list of records is looked for
_COMMENT = re.compile(r"\A\s*+(?://|#|/\*.*\*/\s*+$|$)")
# How JSON begins: an object with a key, a list of values, or a comment or a value on a line of its own above an object.
_BEGINS = re.compile(
    r"""\A\s*(?:\{\s*(?:["'}]|$)|\[\s*(?:\{|\[\s*["\d\[{\]]|\]|"[^"\n]*"\s*[,\]]|-?\d[\d.]*\s*,|(?:null|true|false)\b|//|/\*|$)"""
    r"""|(?:(?:"[^"\n]*"|-?\d[\d.]*|null|true|false|\[[^\n]*\])[ \t,]*|(?://|\#)[^\n]*)\n(?:[ \t\r]*(?:(?://|\#)[^\n]*)?\n)*"""
    r"""\s*(?:\{\s*"|\[\s*\{))"""
)
# A script around it: callback([…]), var articles = […], and the line that guards against scripts.
_SCRIPT = re.compile(
    r"""\A\s*(?:/\*[^*]{0,99}\*/\s{0,99})?(?:\)\]\}',?|(?:(?:var|let|const)\s+)?[\w.$]{1,60}\s*[=(])\s*(?:\{\s*"|\[\s*\{)"""
)
_OPENING = re.compile(r"(?:\A|[\[,\n}])[ \t\r]*(?=\{)")  # where a record may begin in a damaged file
_EXTRA = re.compile(
    r"""("(?:[^"\\]|\\.)*+(?:"|\\?\Z))|,(?=\s*[}\]])|(?<![:"\w])//[^\n]*""", re.S
)  # strings; what JSON does not allow
_MARK = re.compile(r"^[\ufeff\x1e]", re.M)  # a byte-order mark or a separator of records, on top of a line
_MARKED = re.compile(r"[\ufeff\x1e]?\s{0,9}(?:[\[{]|/\*)")
_STRINGS = re.compile(r"""\s{0,99}"(?:\{\\"|\[\{\\"|\[(?:\\n|\s){0,9}\{)""")  # JSON in a string of JSON
_IN_A_PAGE = re.compile(  # as a browser saves it
    r"\s{0,99}<html[^>]{0,999}>\s{0,99}(?:<head>[^{}]{0,2000}</head>)?\s{0,99}<body[^>]{0,999}>\s{0,99}<pre[^>]{0,999}>"
    r"(\s{0,99}(?:[\[{]|&lt;(?:!doctype|html|\?xml)\b)[^<]*)</pre>",
    re.I,
)
_decoder = json.JSONDecoder(strict=False)


def unwrapped(text: str) -> str:
    r"""Return JSON without what programs put around it: marks, a page of a browser, a string; other text as it is.

    A page that a browser shows as its source is opened, too.

    >>> unwrapped('"[{\\"a\\": 1}]"'), unwrapped('<html><body><pre>[{"a": 1}]</pre></body></html>')
    ('[{"a": 1}]', '[{"a": 1}]')
    """
    if page := _IN_A_PAGE.match(text):
        return unescape(page[1])
    if _MARKED.match(text):
        text = _MARK.sub("", text)
    if not _STRINGS.match(text):
        return text
    try:
        values = [json.loads(line, strict=False) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return text
    return "\n".join(values) if all(isinstance(value, str) for value in values) else text


def is_json(text: str, name: str) -> bool:
    """Return whether `text` begins as JSON does; if it cannot be read as JSON, that is a reject."""
    return bool(_BEGINS.match(text) or _SCRIPT.match(text)) or (
        name.lower().endswith((".json", ".jsonl", ".ndjson")) and '{"' in text[:5000]
    )


def is_json_lines(stream: IO[bytes] | gzip.GzipFile) -> bool:
    r"""Return whether `stream` has an object on each of its first two lines, and rewind it.

    >>> from io import BytesIO
    >>> is_json_lines(BytesIO(b'{"a": 1}\n{"a": 2}\n'))
    True
    """
    lines: list[bytes] = []
    try:
        with suppress(OSError, EOFError, zlib.error):  # a packed file may break off behind its first lines
            lines += (line for _ in range(3) if (line := stream.readline(LONGEST).strip()))
        stream.seek(0)
        return (
            len(lines) > 1
            and lines[1][:1] == b"{"
            and lines[0].removeprefix(codecs.BOM_UTF8)[:1] == b"{"
            and isinstance(json.loads(lines[0]), dict)
        )
    except (ValueError, RecursionError, OSError, EOFError, zlib.error):
        return False  # another format, or damaged: reading it as a whole says which


def read_json_lines(
    stream: IO[bytes] | gzip.GzipFile, *, before: int = 0, n_lines: int = sys.maxsize
) -> Iterator[RawRecord]:
    """Yield the raw articles of a JSON Lines file line by line, so that it is never in memory as a whole.

    A broken line is a reject; the lines behind it are read. The stream may stand behind `before` lines; at most
    `n_lines` are read.
    """
    number = before
    try:
        while number < before + n_lines and (line := stream.readline(LONGEST)):
            number += 1
            if line.strip():
                yield _from_bytes(line, number) | {"form": "json"}
    except (OSError, EOFError, zlib.error) as error:
        yield reject("damaged gzip", f"it breaks off here: {error}", record=number + 1) | {"form": "json"}


def _from_bytes(line: bytes, number: int) -> RawRecord:
    try:
        text, notes = decode(line)
    except Unreadable as error:
        return reject(error.reason, error.detail, record=number)
    return with_notes(_from_line(text, number), notes)


def _from_line(line: str, number: int) -> RawRecord:
    try:
        record = json.loads(line, strict=False)
    except RecursionError:
        return reject("over the limit: depth", "the line is nested too deep to be read", record=number)
    except ValueError as error:
        return reject("not valid JSON", f"line {number}: {error}"[:200], record=number)
    return guard.one(from_record, record, number)


def read_json(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles of JSON in any of its shapes; a reject for each damaged place."""
    notes: list[str] = []
    try:
        value = json.loads(text, strict=False)
    except RecursionError:
        raise Unreadable("over the limit: depth", "the file is nested too deep to be read") from None
    except ValueError as error:
        if lines := _lines_of_objects(text):
            yield from (_from_line(line.rstrip(" \r,"), number) for number, line in lines)
            return
        value, notes = _mended(text), ["removed commas or comments that JSON does not allow"]
        if value is None:
            yield from _saved(text, error)
            return
    for raw in guard.each(from_record, records_in(value)):
        yield with_notes(raw, notes)


def _lines_of_objects(text: str) -> list[tuple[int, str]]:
    """Return the numbered lines of JSON Lines, without comments; empty if fewer than half of them hold an object."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if not _COMMENT.match(line)]
    objects = sum(line.lstrip().startswith("{") and line.rstrip(" \r,").endswith("}") for _, line in lines)
    is_list = lines and lines[0][1].startswith("[") and "]" not in lines[0][1]
    return lines if objects * 2 >= len(lines) > 1 and not is_list else []


def _mended(text: str) -> Any:
    """Return the value of JSON without the comments and trailing commas that JSON does not allow; None for no value."""
    try:
        return json.loads(_EXTRA.sub(lambda found: found[1] or "", text), strict=False)
    except ValueError:
        return None


def records_in(value: Any) -> list[Any]:
    """Return the records in a JSON value: a list, a wrapped list, a table by columns or by rows, or one object.

    >>> records_in({"title": {"0": "Rain"}, "text": {"0": "It rained."}})
    [{'title': 'Rain', 'text': 'It rained.'}]
    """
    if isinstance(value, list):
        header = value[0] if value and isinstance(value[0], list) else []
        if has_text_column(map(str, header)):
            return [dict(zip(header, row, strict=False)) for row in value[1:]]
        if _is_collection(value) and not any(map(_has_text, value)):  # the pages of an answer
            return [record for page in value for record in _wrapped(page) or [page]]
        return value
    if not isinstance(value, dict):
        return [value]
    columns, rows = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(rows, list) and has_text_column(map(str, columns)):
        return [dict(zip(columns, row, strict=False)) for row in rows if isinstance(row, list)]
    return _by_column(value) or _wrapped(value) or [value]


def _by_column(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a table given by its columns: its known ones are lists, or objects, of equally many cells."""
    known = [key for key in value if plain_name(key) in KNOWN]
    if all(isinstance(value[key], list) for key in known):
        columns = {key: dict(enumerate(value[key])) for key in known}
    else:
        columns = {key: value[key] for key in known if isinstance(value[key], dict)}
    if len(columns) < 2 or len({tuple(cells) for cells in columns.values()}) > 1 or not has_text_column(columns):
        return []
    return [{key: cells[row] for key, cells in columns.items()} for row in next(iter(columns.values()))]


def _wrapped(value: dict[str, Any]) -> list[Any]:
    """Return the records of all lists that `value` holds, or its largest object by numbers or ids; empty for none."""
    for key, inner in value.items():
        if KNOWN.get(plain_name(key)) == "text" and inner and not (_is_collection(inner) and _has_title(inner)):
            return []  # it is a record itself; its text may be a list of blocks
    level, found = [value], []
    for _ in range(_LEVELS):
        inner = [entry for wrapper in level for entry in wrapper.values()]
        lists = [list(entry.values()) if isinstance(entry, dict) else entry for entry in [*level, *inner]]
        found = [records for records in lists if _is_collection(records) and any(map(_has_text, records))]
        if found:
            break
        level = [entry for entry in inner if isinstance(entry, dict)]
    largest = max(found, key=len, default=[])
    listed = [records for records in found if any(records is entry for entry in inner)]
    is_listed = any(largest is records for records in listed)
    return [record for records in listed for record in records] if is_listed else largest


def _has_title(records: Any) -> bool:
    entries = records.values() if isinstance(records, dict) else records
    return any(KNOWN.get(plain_name(key)) == "headline" for entry in entries for key in entry)


def _is_collection(value: object) -> bool:
    entries = list(value.values()) if isinstance(value, dict) else value
    return isinstance(entries, list) and bool(entries) and all(isinstance(entry, dict) for entry in entries)


def _has_text(record: dict[str, Any]) -> bool:
    inner = [value for value in record.values() if isinstance(value, dict)]
    return has_text_column(record) or any(has_text_column(map(str, value)) for value in inner)


def _saved(text: str, error: ValueError) -> Iterator[RawRecord]:
    """Yield what is whole in JSON that does not parse as a whole, and a reject for each stretch between.

    Behind a damaged place an object without text is a part of a record, not one. An object around all others that
    breaks off is no record.
    """
    number, at, broken = 0, 0, -1
    while found := _OPENING.search(text, at):
        try:
            record, at = _decoder.raw_decode(text, found.end())
        except RecursionError:
            raise Unreadable("over the limit: depth", "the file is nested too deep to be read") from None
        except ValueError:
            is_around = not text[: found.end()].strip()
            broken = found.end() if broken < 0 and not is_around else broken
            at = found.end() + 1
            continue
        at -= 1  # the next may follow at once
        if broken >= 0 or not number:
            if not _has_text(record):
                continue
            if broken >= 0:
                number += 1
                yield _damaged(text, broken, number, error)
        number, broken = number + 1, -1
        yield _whole(record, number)
    if broken >= 0 or not number:
        yield _damaged(text, max(broken, 0), number + 1, error)


def _whole(record: Any, number: int) -> RawRecord:
    return with_notes(guard.one(from_record, record, number), ["the file is damaged JSON; this record is whole"])


def _damaged(text: str, place: int, number: int, error: ValueError) -> RawRecord:
    line = text.count("\n", 0, place) + 1
    return reject("not valid JSON", f"damaged at record {number}, line {line}: {error}"[:200], record=number)
