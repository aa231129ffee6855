"""The raw record: what every reader yields, one per article or reject; and the check that each passes on its way in.

The check is our own: there are three kinds of fields and one outcome, so a library such as pydantic would add a
dependency and a model to build for each of a million records, and its message would have to be translated.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypedDict, cast

from analysis.articles import ArticleParts
from analysis.readers import limits

_LONGEST = 20_000  # characters of any field but the text; no headline, caption or byline is longer
_MOST = 5_000  # entries of a list
_FIELDS = (
    "headline", "outlet", "published", "byline", "dateline", "section", "page", "url", "origin", "summary", "subheads",
    "captions", "photo_credit",
)  # fmt: skip


class RawRecord(TypedDict, total=False):
    """One article as its file gives it, or a reject if there is a `reason`.

    A field that the file does not give is missing. Behind `checked`, a field is text or a list of text, and `published`
    may be a date or a number, too. `analysis.articles` interprets dates, names and agencies later, by the same rules
    for every format.
    """

    record: int | None  # number of the record within its file, from 1; None for a file that is one article
    form: str  # name of the format, as in `readers.FORMATS`
    member: str  # path inside the ZIP file that the record came in
    reason: str  # only in rejects: why there is no article, worded so that equal reasons can be counted
    detail: str  # only in rejects: the value or error behind the reason
    notes: list[str]  # what the reader guessed or repaired
    text: str  # the paragraphs, or a whole copied page (form "text")
    parts: ArticleParts  # only from saved pages: the story taken apart; `text` then repeats its paragraphs
    headline: str | list[str]
    outlet: str | list[str]
    published: str | datetime | float
    byline: str | list[str]
    dateline: str | list[str]
    section: str | list[str]
    page: str | list[str]  # page of the printed paper
    url: str | list[str]
    origin: str | list[str]  # agency or paper that first published the article
    summary: str | list[str]
    subheads: str | list[str]
    captions: str | list[str]
    photo_credit: str | list[str]


def reject(reason: str, detail: str = "", *, record: int | None = None) -> RawRecord:
    """Return a reject: no article in this record, or, without a number, in this file."""
    return {"record": record, "reason": reason, "detail": detail}


def without_empty(fields: Mapping[str, Any]) -> RawRecord:
    """Return a raw record of the fields that have a value; `text` and `notes` stay, even if empty."""
    return cast(RawRecord, {name: value for name, value in fields.items() if value or name in ("text", "notes")})


def with_notes(raw: RawRecord, notes: list[str]) -> RawRecord:
    """Return an article with `notes` before its own; a reject as it is.

    >>> with_notes({"text": "It rained.", "notes": ["b"]}, ["a"])["notes"]
    ['a', 'b']
    """
    return raw if "reason" in raw else raw | {"notes": notes + raw.get("notes", [])}


def checked(raw: RawRecord) -> RawRecord:
    """Return a record whose fields have the types that `RawRecord` says, or the reject of one that cannot have them.

    Numbers and dates in place of text become text.

    >>> checked({"record": 1, "text": "It rained.", "headline": 1984})["headline"]
    '1984'
    >>> checked({"record": 1, "text": "It rained.", "headline": [["It", "rained"]]})["reason"]
    'field is not text'
    """
    if "reason" in raw:
        return raw
    problem = _text_problem(raw.get("text"))
    fields: dict[str, Any] = dict(raw)
    for name in _FIELDS:
        if problem or name not in fields:
            continue
        fields[name], fault = _field(fields[name], may_be_time=name == "published")
        problem = (f"field is {fault}", f"{name}: {_begin(raw.get(name))}") if fault else None
    return reject(*problem, record=raw.get("record")) | place_of(raw) if problem else cast(RawRecord, fields)


def without_faults(raw: RawRecord) -> RawRecord:
    """Return a record without the fields that `checked` would reject it for, with a note on each.

    For pages: what a page says of itself for machines may be anything, and its story is whole all the same.

    >>> without_faults({"text": "It rained.", "section": "News" * 9_000, "notes": []})
    {'text': 'It rained.', 'notes': ['section: left out, as it is too long']}
    """
    faults = {name: _field(raw[name], may_be_time=name == "published")[1] for name in _FIELDS if name in raw}  # type: ignore[literal-required]
    notes = [f"{name}: left out, as it is {fault}" for name, fault in faults.items() if fault]
    kept = {name: value for name, value in raw.items() if not faults.get(name)}
    return cast(RawRecord, kept | {"notes": [*raw.get("notes", []), *notes]}) if notes else raw


def _text_problem(text: object) -> tuple[str, str] | None:
    if not isinstance(text, str):
        return "field is not text", f"text: {_begin(text)}"
    if len(text) > limits.current().text_mb * 1e6:
        over = limits.over("text_mb", f"a text of {len(text):,} characters", needed=len(text) / 1e6)
        return over.reason, over.detail
    return None


def _field(value: object, *, may_be_time: bool) -> tuple[Any, str]:
    """Return the value as text, list of text or time, and what is wrong with it; "" for nothing."""
    if isinstance(value, list | tuple):
        if may_be_time:
            return _field(value[0], may_be_time=False) if value else ("", "")
        entries = [_field(entry, may_be_time=False) for entry in value]
        nested = any(not isinstance(entry, str) for entry, _ in entries)
        fault = "too long" if len(value) > _MOST else "not text" if nested else ""
        return [entry for entry, _ in entries], next((wrong for _, wrong in entries if wrong), fault)
    if value is None or isinstance(value, str):
        return value or "", "too long" if len(value or "") > _LONGEST else ""
    if isinstance(value, date | int | float | Decimal):
        return (value if may_be_time else str(value)), ""
    if isinstance(value, time | timedelta):  # of a column of times without days
        return str(value), ""
    return value, "not text"


def place_of(raw: RawRecord) -> RawRecord:
    """Return the fields of a record that say where it was found, but for its number."""
    return cast(RawRecord, {key: value for key, value in raw.items() if key in ("form", "member")})


def _begin(value: object) -> str:
    """Return what kind of value it is and how it begins; not by repr of the whole, which may be nested without end."""
    kind = type(value).__name__
    while isinstance(value, list | tuple | dict) and value:
        value = next(iter(value.values())) if isinstance(value, dict) else value[0]
    return f"a {kind} with {str(value)[:80]!r}"
