"""One record of a table or of JSON to one raw record, by the names of its fields."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from html import unescape
from itertools import islice
from statistics import median
from typing import Any, cast

from analysis.articles.markup import COMMENT
from analysis.articles.word_counts import count_words
from analysis.readers import limits
from analysis.readers.cleaning import clean
from analysis.readers.decode import decode
from analysis.readers.field_names import FIELDS, KNOWN, fields_of, has_text_column, plain_name
from analysis.readers.no_prose import has_sentence, kind_of_field
from analysis.readers.page import saved_page
from analysis.readers.page.notices import notice_in
from analysis.readers.raw_record import RawRecord, reject
from analysis.readers.teasers import is_teaser
from analysis.readers.values_in_text import is_damaged, opened

# Under which keys an object within a record holds its words: {"id": 1, "name": "X"}, {"rendered": "X"}, {"$date": "X"}.
_NAMES = tuple(
    "name title label text original main rendered $date $numberLong #text $t S value href url iso date seconds "
    "_seconds".split()
)
_HALVES = (("first", "last"), ("firstName", "lastName"), ("first_name", "last_name"), ("given", "family"))  # of a name
_TEXTS = tuple(
    "text plaintext content rendered value paragraphs body blocks sections html #text $t S p children insert items "
    "data ops root document nodes".split()
)
_KINDS = ("type", "_type", "nodeType")  # where the editors of publishing systems say what a block is
TESTED = 200  # records of a table that show which column holds the text
_FEWEST_WORDS = 8  # of a text without the end of a sentence
_EMPTY = {"", "nan", "none", "null", "n/a", "nat"}
_PAGE = re.compile(r"\s{0,99}<(?:!doctype html|html)\b", re.I)  # a scraper kept the whole page
_HTML_TAG = re.compile(
    r"</?(?:a|abbr|b|br|cite|em|font|h[1-6]|i|p|q|small|span|strong|sub|sup|time|u|wbr|img)(?:\s[^<>]{0,999})?/?>", re.I
)
_CDATA = re.compile(r"<!\[CDATA\[([^\]]{0,100000})\]\]>")
_LINE_BREAK = re.compile(r"<br\s{0,9}/?>", re.I)
_MARKUP = re.compile(rf"{_HTML_TAG.pattern}|{_CDATA.pattern}|{COMMENT.pattern}|&(?:#\d{{2,7}}|[a-zA-Z]{{2,8}});", re.I)
_ADDRESS = re.compile(r"(?:https?:)?//(?:www\.)?([\w.-]+\.\w+)")


def no_text_column(header: Iterable[str]) -> RawRecord:
    """Return the reject of a table without a text column: which columns it has, and which names are known."""
    known, names = ", ".join(FIELDS["text"]), ", ".join(header)
    return reject("no text column", f"the columns are {names[:500]}; a text column is called one of {known}")


def from_record(record: object, texts: Sequence[str] = FIELDS["text"]) -> RawRecord:
    """Return the raw article in one record, by the names in FIELDS; a reject if it has no text, or only a teaser.

    Of several texts it is the first of `texts`, by its plain name, that is a story.
    """
    if not isinstance(record, dict):
        return reject("not a record", f"a {type(record).__name__}, where an object is needed")
    raw = _fields(_known_fields(opened(record)), texts)
    notes: list[str] = []
    for field, value in raw.items():
        if field == "published":
            value = raw[field] = _joined_day(value)
        if field == "text":
            value = _CDATA.sub(r"\1", value) if "<![CDATA[" in value else value
        elif field != "url":
            value = raw[field] = _without_tags(value)
        if isinstance(value, str):
            raw[field], removed = clean(value)
            notes += [note for note in removed if note not in notes]
    text = raw.get("text", "")
    if not text.strip():
        has = ", ".join(map(str, record)) or "nothing"
        return reject("no text", f"the record has {has[:200]}")
    if _PAGE.match(text):
        return _of_page(text, raw)
    if kind := kind_of_field(text):
        return reject("form not known", f"the text is {kind}; it begins: {' '.join(text[:100].split())}")
    if not (raw.get("byline") or raw.get("published")) and (kind := notice_in(text)):
        return reject("not an article", f"{kind}; it begins: {text[:80]}")
    if is_damaged(text):
        return reject("not valid JSON", f"the text holds JSON that is damaged: {text[:100]}")
    if is_teaser(text):
        return reject("teaser only", f"{len(text.split())} words, cut off: {text[-60:].strip()}")
    return cast(RawRecord, raw | {"notes": notes})


def texts_of_table(records: Iterable[object]) -> Sequence[str]:
    """Return the names of the text, as in FIELDS, but first those whose values are stories in most records of a table.

    >>> rows = [{"content": "a.example/1", "text": "It rained on the town."}] * 2
    >>> names = texts_of_table([*rows, {"content": "See our site for the story.", "text": "It rained again."}])
    >>> names.index("text") < names.index("content")
    True
    """
    ranks: dict[str, list[int]] = {}
    for record in islice(records, TESTED):
        with suppress(Exception):  # a damaged record says so when it is read
            known = _known_fields(record) if isinstance(record, dict) else {}
            texts = {name: text for name, value in known.items() if KNOWN[name] == "text" and (text := text_of(value))}
            for name, text in texts.items() if len(texts) > 1 else ():
                ranks.setdefault(name, []).append(_rank(text))
    return sorted(FIELDS["text"], key=lambda name: median(ranks.get(name, [0])))


def fields_beside_text(record: dict[str, Any]) -> dict[str, Any]:
    """Return what a record says of an article beside its text, by our names.

    >>> fields_beside_text({"title": "Rain", "tags": ["rain"], "authors": [{"name": "Ana Roe"}]})
    {'headline': 'Rain', 'byline': ['Ana Roe']}
    """
    return _fields(_known_fields(record), texts=())


def _of_page(text: str, raw: Mapping[str, Any]) -> RawRecord:
    """Return the raw article of a record whose text is a whole page; what the record says goes first."""
    page = next(saved_page.read(text, "", is_alone=False))
    own = {field: value for field, value in raw.items() if field != "text"}
    return page if "reason" in page else cast(RawRecord, page | own)


def _known_fields(record: dict[Any, Any]) -> dict[str, Any]:
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
    return {name: value for name, value in found.items() if KNOWN[name] != "text"} | _known_fields(best)


def _has_more(record: Mapping[Any, Any]) -> bool:
    """Return whether a record gives a headline: it is an article, not only its text."""
    return "headline" in fields_of(record)


def _fields(found: Mapping[str, Any], texts: Sequence[str]) -> dict[str, Any]:
    """Return our fields from a record's known ones: of several names for a field, the first that says something."""
    raw: dict[str, Any] = {}
    for field, options in (FIELDS | {"text": texts}).items():
        read = text_of if field == "text" else _words
        values = [value for name in options if name in found and (value := read(found[name])) not in (None, "", [])]
        if field == "text" and len(values) > 1:
            values.sort(key=_rank)
        if field == "outlet":  # a name before an address
            values = [value for value in values if not _ADDRESS.match(str(value))] or [_host(v) for v in values]
        if values:
            raw[field] = values[0]
    return raw


def _rank(text: str) -> int:
    """Return 0 for a story, 1 for a teaser, 2 for what is no prose: in a field named content may be an address."""
    if is_teaser(text):
        return 1
    is_prose = (count_words(text) >= _FEWEST_WORDS or has_sentence(text)) and not kind_of_field(text)
    return 0 if is_prose else 2


def _joined_day(value: Any) -> Any:
    """Return a day that is given as a list of its numbers, year first, as text; another value as it is.

    >>> _joined_day([2026, 3, 1, 10, 0]), _joined_day(["2026-03-01"])
    ('2026-03-01T10:00', ['2026-03-01'])
    """
    if not isinstance(value, list) or not 3 <= len(value) <= 7 or not all(type(part) is int for part in value):
        return value
    day, clock = "-".join(f"{part:02}" for part in value[:3]), ":".join(f"{part:02}" for part in value[3:6])
    return f"{day}T{clock}" if len(value) > 4 else day


def _without_tags(value: Any) -> Any:
    """Return a field, or the entries of one, without the tags of HTML and with the signs that its references stand for.

    >>> _without_tags("<b>Rain</b> &amp; wind, 3 < 4"), _without_tags(["By <a href='/ana'>Ana Roe</a>"])
    ('Rain & wind, 3 < 4', ['By Ana Roe'])
    """
    if isinstance(value, list):
        return [_without_tags(entry) for entry in value]
    if not isinstance(value, str) or not _MARKUP.search(value):
        return value
    value = _LINE_BREAK.sub("\n", _CDATA.sub(r"\1", value))
    return unescape(_HTML_TAG.sub("", COMMENT.sub("", value)))


def _host(value: object) -> object:
    address = _ADDRESS.match(value) if isinstance(value, str) else None
    return address[1] if address else value


def _words(value: Any, *, depth: int = 0) -> Any:
    """Return the words in a value such as {"id": 1, "name": "X"}, also in a list of them; other values as they are."""
    _check_depth(depth)
    if isinstance(value, dict):
        halves = next((pair for pair in _HALVES if all(isinstance(value.get(key), str) for key in pair)), None)
        if halves and "name" not in value:
            return " ".join(value[key] for key in halves)
        return next((found for key in _NAMES if (found := _words(value.get(key), depth=depth + 1)) is not None), None)
    if isinstance(value, list | tuple):
        return [words for entry in value if (words := _words(entry, depth=depth + 1)) is not None]
    if isinstance(value, bytes):
        value = decode(value)[0]
    if isinstance(value, str):
        return None if value.strip().lower() in _EMPTY else value.strip()
    return None if isinstance(value, float) and math.isnan(value) else value


def text_of(value: Any, *, depth: int = 0) -> str:
    r"""Return a text as one string: lists and objects within it are its paragraphs, or the pieces of one.

    >>> text_of([{"type": "paragraph", "children": [{"text": "It "}, {"text": "rained."}]}, "Nobody minded."])
    'It rained.\n\nNobody minded.'
    """
    _check_depth(depth)
    if isinstance(value, dict):
        inner = next((list_ for key in _TEXTS if _are_pieces(list_ := value.get(key), key, value)), None)
        if inner is not None:
            return "".join(str(piece.get("text") or piece.get("value") or piece.get("insert") or "") for piece in inner)
        return next((text for key in _TEXTS if (text := text_of(value.get(key), depth=depth + 1))), "")
    if isinstance(value, list | tuple):
        return "\n\n".join(text for entry in value if (text := text_of(entry, depth=depth + 1)))
    words = _words(value)
    return "" if words is None else str(words)


def _are_pieces(entries: Any, key: str, block: Mapping[Any, Any]) -> bool:
    """Return whether the entries of a block are pieces of one paragraph: bold words, links, and what is between."""
    is_block = key == "ops" or any(isinstance(block.get(kind), str) for kind in _KINDS)
    return is_block and isinstance(entries, list) and bool(entries) and all(map(_is_piece, entries))


def _is_piece(entry: Any) -> bool:
    if not isinstance(entry, dict):
        return False
    kind = next((entry[name] for name in _KINDS if name in entry), "text")
    return kind in ("text", "span") and any(isinstance(entry.get(name), str) for name in ("text", "value", "insert"))


def _check_depth(depth: int) -> None:
    if depth > limits.current().depth:
        raise limits.over("depth", "a field is nested deeper than that")
