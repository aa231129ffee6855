"""Read exports with one record per article: JSON Lines, JSON, CSV and TSV."""

import codecs
import csv
import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any, cast

from analysis.readers.decode import Unreadable, clean, decode
from analysis.readers.raw_record import RawRecord, reject

# Each of our fields, with the names that exports give it, best first (compared in lower case, without spaces and
# marks).
FIELDS = {
    "text": (
        "contentoriginal", "fulltext", "articletext", "articlebody", "maintext", "bodytext", "content", "text", "body",
        "story", "article",
    ),
    "headline": ("headline", "title", "articletitle", "hl", "head"),
    "outlet": (
        "outlet", "publication", "publicationname", "publisher", "sourcename", "source", "sitename", "site",
        "newspaper", "medium", "media", "domain", "sourceurl",
    ),
    "published": (
        "published", "publishedat", "publicationdate", "publisheddate", "datepublished", "pubdate", "publishdate",
        "date", "datetime", "timestamp", "created", "createdat",
    ),
    "byline": ("byline", "authors", "author", "writers", "writer", "creator", "by"),
    "section": ("section", "desk", "category", "rubric"),
    "url": ("url", "link", "canonicalurl", "weburl", "permalink", "uri"),
    "origin": ("origin", "agency", "wire", "credit"),
    "summary": ("summarybullets", "keypoints", "highlights"),
}  # fmt: skip
_DELIMITERS = ",;\t|"
_LONGEST = 1 << 28  # bytes of a line of JSON Lines; no article is longer


def is_json(text: str, name: str) -> bool:
    """Return whether `text` is JSON or JSON Lines: it opens with a brace or bracket, and a value or line parses."""
    start = text.lstrip()
    if start[:1] not in "{[" or not start:
        return False
    for candidate in (start.split("\n", 1)[0], start):
        try:
            return isinstance(json.loads(candidate), (dict, list))
        except (ValueError, RecursionError):
            continue
    return bool(re.match(r'[{\[]\s*(\{\s*)?"[\w ]+"\s*:', start))  # broken further down; the rejects say where


def is_json_lines(stream: IO[bytes] | gzip.GzipFile) -> bool:
    r"""Return whether `stream` has an object on each of its first two lines, and rewind it.

    >>> from io import BytesIO
    >>> is_json_lines(BytesIO(b'{"a": 1}\n{"a": 2}\n'))
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
        return False  # another format, or damaged: reading it as a whole says which


def read_json_lines(stream: IO[bytes] | gzip.GzipFile) -> Iterator[RawRecord]:
    """Yield the raw articles of a JSON Lines file line by line, so that it is never in memory as a whole.

    A broken line is a reject; the lines behind it are read.
    """
    number = 0
    try:
        while line := stream.readline(_LONGEST):
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
    raw = _from_line(text, number)
    return raw if "reason" in raw else raw | {"notes": notes + raw["notes"]}


def is_csv(text: str, name: str) -> bool:
    """Return whether `text` is a table: a first line of short names, some of them known, and a second row as wide."""
    delimiter = _delimiter(text)
    if not delimiter:
        return False
    rows = _rows(text, delimiter)
    header = next(rows, [])
    second = next((row for row in rows if row), header)
    names = {plain_name(cell) for cell in header}
    named = all(len(cell) <= 40 and not cell.rstrip().endswith(".") for cell in header)
    known = sum(names & set(options) != set() for options in FIELDS.values())
    called_table = bool(re.search(r"\.(csv|tsv)$", name, re.I))  # then no column has to be known
    return named and len(second) == len(header) and known >= (0 if called_table else 2 if len(header) > 2 else 1)


def read_json(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles of JSON Lines, a JSON list, an object, or an object that holds a list of records."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        yield from (_from_line(line, number) for number, line in lines)
        return
    records = value if isinstance(value, list) else _records_in(value)
    for number, record in enumerate(records, start=1):
        yield from_record(record, number)


def _from_line(line: str, number: int) -> RawRecord:
    try:
        return from_record(json.loads(line), number)
    except (ValueError, RecursionError) as error:
        return reject("not valid JSON", str(error)[:200], record=number)


def _records_in(value: dict[str, Any]) -> list[Any]:
    """Return the records in a wrapper such as {"status": "ok", "articles": [...]}, else the object as one record."""
    lists = [v for v in value.values() if isinstance(v, list) and v and all(isinstance(r, dict) for r in v)]
    has_text = _pick(value, "text") is not None
    return [value] if has_text or not lists else max(lists, key=len)


def read_csv(text: str, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles of a table with a header; a reject if it has no text column, and one per broken row."""
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
                yield reject("broken row", f"{len(row)} cells under {len(header)} columns", record=number)
            else:
                yield from_record(dict(zip(header, row, strict=False)), number)
    except csv.Error as error:
        yield reject("broken row", str(error), record=number + 1)


def has_text_column(header: Iterable[str]) -> bool:
    """Return whether a column has one of the names of the text."""
    return bool({plain_name(cell) for cell in header} & set(FIELDS["text"]))


def no_text_column(header: Iterable[str]) -> RawRecord:
    """Return the reject of a table without a text column: which columns it has, and which names are known."""
    known = ", ".join(FIELDS["text"])
    return reject("no text column", f"the columns are {', '.join(header)}; a text column is called one of {known}")


def from_record(record: object, number: int) -> RawRecord:
    """Return the raw article in one record, by the names in FIELDS; a reject if it has no text."""
    if not isinstance(record, dict):
        return reject("not a record", f"a {type(record).__name__}, where an object is needed", record=number)
    raw = {field: value for field in FIELDS if (value := _pick(record, field)) is not None}
    if not str(raw.get("text", "")).strip():
        has = ", ".join(map(str, record)) or "nothing"
        return reject("no text", f"the record has {has[:200]}", record=number)
    if not isinstance(raw["text"], str):
        raw["text"] = "\n\n".join(map(str, raw["text"])) if isinstance(raw["text"], list) else str(raw["text"])
    notes: list[str] = []
    for field, value in raw.items():
        if isinstance(value, str):
            raw[field], removed = clean(value)
            notes += [note for note in removed if note not in notes]
    return cast(RawRecord, raw | {"record": number, "notes": notes})


def _pick(record: dict[Any, Any], field: str) -> Any:
    """Return the first value in the record under one of the field's names that is not empty."""
    by_name = {plain_name(key): key for key in reversed(list(record))}
    for option in FIELDS[field]:
        value = _words(record.get(by_name.get(option, object())))
        if value not in (None, "", []):
            return value
    return None


def _words(value: object) -> object:
    """Return the name in a value such as {"id": 1, "name": "X"}, also in a list of them; other values as they are."""
    if isinstance(value, dict):
        return next((value[key] for key in ("name", "title", "label", "text") if isinstance(value.get(key), str)), None)
    if isinstance(value, list):
        return [words for entry in value if (words := _words(entry)) is not None]
    if isinstance(value, str):
        return None if value.strip().lower() in {"", "nan", "none", "null", "n/a"} else value.strip()
    return value


def plain_name(name: object) -> str:
    """Return a column's name in lower case, letters and digits only, as in FIELDS."""
    return re.sub(r"[\W_]+", "", str(name).lower())


def _delimiter(text: str) -> str | None:
    """Return the delimiter that the first line uses most; None if it has none."""
    first = text.lstrip("\n").split("\n", 1)[0]
    counts = {mark: first.count(mark) for mark in _DELIMITERS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else None


def _rows(text: str, delimiter: str | None) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 30)  # a long article is longer than csv's default of 131,072 characters
    return csv.reader(_lines(text.lstrip("\n")), delimiter=delimiter or ",")


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of `text` with their ends, one at a time; a list or a StringIO would hold all of it again."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
