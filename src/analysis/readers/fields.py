"""One record of a table or of JSON to one raw record, by the names of its fields."""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from analysis.readers import limits
from analysis.readers.decode import clean, decode
from analysis.readers.field_names import FIELDS, KNOWN, plain_name
from analysis.readers.page import saved_page
from analysis.readers.raw_record import RawRecord, reject
from analysis.readers.teasers import is_teaser

# Under which keys an object within a record holds its words: {"id": 1, "name": "X"}, {"rendered": "X"}, {"$date": "X"}.
_NAMES = tuple("name title label text original main rendered $date $numberLong #text $t S value".split())
_TEXTS = (
    "text",
    "plaintext",
    "content",
    "rendered",
    "value",
    "paragraphs",
    "body",
    "blocks",
    "sections",
    "html",
    "#text",
    "$t",
    "S",
    "p",
)
_EMPTY = {"", "nan", "none", "null", "n/a", "nat"}
_PAGE = re.compile(
    r"\s{0,99}<(?:!doctype html|html)\b", re.I
)  # how the text begins where a scraper kept the whole page
_ADDRESS = re.compile(r"(?:https?:)?//(?:www\.)?([\w.-]+\.\w+)")


def has_text_column(header: Iterable[str]) -> bool:
    """Return whether a column has one of the names of the text."""
    return any(KNOWN.get(plain_name(cell)) == "text" for cell in header)


def no_text_column(header: Iterable[str]) -> RawRecord:
    """Return the reject of a table without a text column: which columns it has, and which names are known."""
    known, names = ", ".join(FIELDS["text"]), ", ".join(header)
    return reject("no text column", f"the columns are {names[:500]}; a text column is called one of {known}")


def from_record(record: object) -> RawRecord:
    """Return the raw article in one record, by the names in FIELDS; a reject if it has no text, or only a teaser."""
    if not isinstance(record, dict):
        return reject("not a record", f"a {type(record).__name__}, where an object is needed")
    raw = _fields(_opened(record))
    notes: list[str] = []
    for field, value in raw.items():
        if isinstance(value, str):
            raw[field], removed = clean(value)
            notes += [note for note in removed if note not in notes]
    text = raw.get("text", "")
    if not text.strip():
        has = ", ".join(map(str, record)) or "nothing"
        return reject("no text", f"the record has {has[:200]}")
    if _PAGE.match(text):
        return _of_page(text, raw)
    if is_teaser(text):
        return reject("teaser only", f"{len(text.split())} words, cut off: {text[-60:].strip()}")
    return cast(RawRecord, raw | {"notes": notes})


def _of_page(text: str, raw: Mapping[str, Any]) -> RawRecord:
    """Return the raw article of a record whose text is a whole page; what the record says goes first."""
    page = next(saved_page.read(text, "", is_alone=False))
    own = {field: value for field, value in raw.items() if field != "text"}
    return page if "reason" in page else cast(RawRecord, page | own)


def _opened(record: dict[Any, Any]) -> dict[str, Any]:
    """Return the known fields of a record by their plain names; the text may stand in an object within it.

    Search engines and APIs wrap an article: {"_id": 1, "_source": {…}}, {"webTitle": …, "fields": {"bodyText": …}}.
    """
    found: dict[str, Any] = {}
    for key, value in record.items():
        if (name := plain_name(key)) in KNOWN and not found.get(name):  # of two spellings, the first with a value
            found[name] = value
    texts = [value for name, value in found.items() if KNOWN[name] == "text" and value]
    inner = [value for value in record.values() if isinstance(value, dict) and has_text_column(map(str, value))]
    best = next((value for value in inner if not texts or (value in texts and _has_more(value))), None)
    if best is None:
        return found
    return {name: value for name, value in found.items() if KNOWN[name] != "text"} | _opened(best)


def _has_more(record: Mapping[Any, Any]) -> bool:
    """Return whether a record gives a headline: it is an article, not only its text."""
    return any(KNOWN.get(plain_name(key)) == "headline" for key in record)


def _fields(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return our fields from a record's known ones: of several names for a field, the first that says something."""
    raw: dict[str, Any] = {}
    for field, options in FIELDS.items():
        read = _text if field == "text" else _words
        values = [value for name in options if name in found and (value := read(found[name])) not in (None, "", [])]
        if field == "text":
            values.sort(key=is_teaser)
        if field == "outlet":  # a name before an address
            values = [value for value in values if not _ADDRESS.match(str(value))] or [_host(v) for v in values]
        if values:
            raw[field] = values[0]
    return raw


def _host(value: object) -> object:
    address = _ADDRESS.match(value) if isinstance(value, str) else None
    return address[1] if address else value


def _words(value: Any, *, depth: int = 0) -> Any:
    """Return the words in a value such as {"id": 1, "name": "X"}, also in a list of them; other values as they are."""
    _check_depth(depth)
    if isinstance(value, dict):
        return next((found for key in _NAMES if (found := _words(value.get(key), depth=depth + 1)) is not None), None)
    if isinstance(value, list | tuple):
        return [words for entry in value if (words := _words(entry, depth=depth + 1)) is not None]
    if isinstance(value, bytes):
        value = decode(value)[0]
    if isinstance(value, str):
        return None if value.strip().lower() in _EMPTY else value.strip()
    return None if isinstance(value, float) and math.isnan(value) else value


def _text(value: Any, *, depth: int = 0) -> str:
    """Return a text as one string: lists and objects within it are its paragraphs."""
    _check_depth(depth)
    if isinstance(value, dict):
        return next((text for key in _TEXTS if (text := _text(value.get(key), depth=depth + 1))), "")
    if isinstance(value, list | tuple):
        return "\n\n".join(text for entry in value if (text := _text(entry, depth=depth + 1)))
    words = _words(value)
    return "" if words is None else str(words)


def _check_depth(depth: int) -> None:
    if depth > limits.current().depth:
        raise limits.over("depth", "a field is nested deeper than that")
