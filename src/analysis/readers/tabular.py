"""Exports with one record an article: JSON Lines, JSON, CSV and TSV."""

import codecs
import csv
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from analysis.readers.decode import Unreadable, clean, decode

# Our field, and the names that exports give it, best first (compared in small letters, without spaces and marks).
FIELDS = {
    "text": ("contentoriginal", "fulltext", "articletext", "articlebody", "maintext", "bodytext", "content", "text", "body", "story", "article"),
    "headline": ("headline", "title", "articletitle", "hl", "head"),
    "outlet": (
        "outlet", "publication", "publicationname", "publisher", "sourcename", "source", "sitename", "site", "newspaper", "medium",
        "media", "domain", "sourceurl",
    ),
    "published": (
        "published", "publishedat", "publicationdate", "publisheddate", "datepublished", "pubdate", "publishdate", "date", "datetime",
        "timestamp", "created", "createdat",
    ),
    "byline": ("byline", "authors", "author", "writers", "writer", "creator", "by"),
    "section": ("section", "desk", "category", "rubric"),
    "url": ("url", "link", "canonicalurl", "weburl", "permalink", "uri"),
    "origin": ("origin", "agency", "wire", "credit"),
    "summary": ("summarybullets", "keypoints", "highlights"),
}  # fmt: skip
_DELIMITERS = ",;\t|"
_LONGEST = 1 << 28  # bytes of a line of JSON Lines; no article has so many


def is_json(text: str, name: str) -> bool:
    """Whether `text` is JSON or JSON Lines: it opens with a brace or bracket, and its first value or line parses."""
    start = text.lstrip()
    if start[:1] not in "{[" or not start:
        return False
    for candidate in (start.split("\n", 1)[0], start):
        try:
            return isinstance(json.loads(candidate), (dict, list))
        except (ValueError, RecursionError):
            continue
    return bool(re.match(r'[{\[]\s*(\{\s*)?"[\w ]+"\s*:', start))  # broken later on: its records say where


def is_json_lines(stream: BinaryIO) -> bool:
    """Whether `stream` has an object on each of its first two lines; it is put back to its start.

    >>> from io import BytesIO
    >>> is_json_lines(BytesIO(b'{"a": 1}\\n{"a": 2}\\n'))
    True
    """
    try:
        lines = [line for _ in range(3) if (line := stream.readline(_LONGEST).strip())]
        stream.seek(0)
        return (
            len(lines) > 1
            and lines[1][:1] == b"{"
            and lines[0].removeprefix(codecs.BOM_UTF8)[:1] == b"{"
            and isinstance(json.loads(lines[0]), dict)
        )
    except (ValueError, RecursionError, OSError, EOFError, zlib.error):
        return False  # another form, or damaged: whoever reads it as a whole says so


def read_json_lines(stream: BinaryIO) -> Iterator[dict]:
    """The raw articles of a JSON Lines file, line by line, so that it is never in memory as a whole. A broken line loses only itself."""
    number = 0
    try:
        while line := stream.readline(_LONGEST):
            number += 1
            if line.strip():
                yield _from_bytes(number, line)
    except (OSError, EOFError, zlib.error) as error:
        yield {"record": number + 1, "reason": "damaged gzip", "detail": f"it breaks off here: {error}"}


def _from_bytes(number: int, line: bytes) -> dict:
    try:
        text, notes = decode(line)
    except Unreadable as error:
        return {"record": number, "reason": error.reason, "detail": error.detail}
    raw = _from_line(number, text)
    return raw if "reason" in raw else raw | {"notes": notes + raw["notes"]}


def is_csv(text: str, name: str) -> bool:
    """Whether `text` is a table: a first line of short names, at least one of them known, and a second row as wide."""
    delimiter = _delimiter(text)
    if not delimiter:
        return False
    rows = _rows(text, delimiter)
    header = next(rows, [])
    second = next((row for row in rows if row), header)
    names = {_plain(cell) for cell in header}
    named = all(len(cell) <= 40 and not cell.rstrip().endswith(".") for cell in header)
    known = sum(names & set(options) != set() for options in FIELDS.values())
    table_name = bool(re.search(r"\.(csv|tsv)$", name, re.I))  # the name only lowers the bar
    return named and len(second) == len(header) and known >= (0 if table_name else 2 if len(header) > 2 else 1)


def read_json(text: str, name: str) -> Iterator[dict]:
    """The raw articles of a JSON Lines file, a JSON list, an object, or an object that holds one list of records."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        yield from (_from_line(number, line) for number, line in lines)
        return
    records = value if isinstance(value, list) else _records_in(value)
    for number, record in enumerate(records, start=1):
        yield from_record(record, number)


def _from_line(number: int, line: str) -> dict:
    try:
        return from_record(json.loads(line), number)
    except (ValueError, RecursionError) as error:
        return {"record": number, "reason": "not valid JSON", "detail": str(error)[:200]}


def _records_in(value: dict) -> list:
    """The records of a wrapper such as {"status": "ok", "articles": [...]}, else the object itself as the one record."""
    lists = [v for v in value.values() if isinstance(v, list) and v and all(isinstance(r, dict) for r in v)]
    has_text = _pick(value, "text") is not None
    return [value] if has_text or not lists else max(lists, key=len)


def read_csv(text: str, name: str) -> Iterator[dict]:
    """The raw articles of a table with a header; one reject when no column holds the text, and one for each broken row."""
    rows = _rows(text, _delimiter(text))
    header = [cell.strip().strip("\ufeff") for cell in next(rows)]
    if not has_text_column(header):
        yield no_text_column(header)
        return
    number = 0
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            number += 1
            if len(row) > len(header):
                detail = f"{len(row)} cells under {len(header)} columns"
                yield {"record": number, "reason": "broken row", "detail": detail}
            else:
                yield from_record(dict(zip(header, row, strict=False)), number)
    except csv.Error as error:
        yield {"record": number + 1, "reason": "broken row", "detail": str(error)}


def has_text_column(header: Iterable[str]) -> bool:
    """Whether one of the names of columns is a name of the text."""
    return bool({_plain(cell) for cell in header} & set(FIELDS["text"]))


def no_text_column(header: Iterable[str]) -> dict:
    """The reject of a table without a text column: what it has, and what is known."""
    known = ", ".join(FIELDS["text"])
    detail = f"the columns are {', '.join(header)}; a text column is called one of {known}"
    return {"record": None, "reason": "no text column", "detail": detail}


def from_record(record: object, number: int) -> dict:
    """The raw article in one record, by the names in FIELDS; a reject when it has no text."""
    if not isinstance(record, dict):
        return {
            "record": number,
            "reason": "not a record",
            "detail": f"a {type(record).__name__}, where an object is needed",
        }
    raw = {field: value for field in FIELDS if (value := _pick(record, field)) is not None}
    if not str(raw.get("text", "")).strip():
        has = ", ".join(map(str, record)) or "nothing"
        return {"record": number, "reason": "no text", "detail": f"the record has {has[:200]}"}
    if not isinstance(raw["text"], str):
        raw["text"] = "\n\n".join(map(str, raw["text"])) if isinstance(raw["text"], list) else str(raw["text"])
    notes = []
    for field, value in raw.items():
        if isinstance(value, str):
            raw[field], removed = clean(value)
            notes += [note for note in removed if note not in notes]
    return raw | {"record": number, "notes": notes}


def _pick(record: dict, field: str) -> object:
    """The first value of the record under one of the field's names that says anything, names and lists of names as text."""
    by_name = {_plain(key): key for key in reversed(list(record))}
    for option in FIELDS[field]:
        value = _words(record.get(by_name.get(option, object())))
        if value not in (None, "", []):
            return value
    return None


def _words(value: object) -> object:
    """`value` without what only a program needs: the name in {"id": 1, "name": "X"}, each of a list's entries so."""
    if isinstance(value, dict):
        return next((value[key] for key in ("name", "title", "label", "text") if isinstance(value.get(key), str)), None)
    if isinstance(value, list):
        return [words for entry in value if (words := _words(entry)) is not None]
    if isinstance(value, str):
        return None if value.strip().lower() in {"", "nan", "none", "null", "n/a"} else value.strip()
    return value


def _plain(name: object) -> str:
    return re.sub(r"[\W_]+", "", str(name).lower())


def _delimiter(text: str) -> str | None:
    """The delimiter that the first line uses most, null if it has none."""
    first = text.lstrip("\n").split("\n", 1)[0]
    counts = {mark: first.count(mark) for mark in _DELIMITERS}
    best = max(counts, key=counts.get)
    return best if counts[best] else None


def _rows(text: str, delimiter: str | None) -> Iterable[list[str]]:
    csv.field_size_limit(1 << 30)  # a long article is longer than csv's default of 131,072 characters
    return csv.reader(_lines(text.lstrip("\n")), delimiter=delimiter or ",")


def _lines(text: str) -> Iterator[str]:
    """The lines of `text` with their ends, one at a time: a list or a StringIO of them would hold it a second time."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
