"""The raw record: what every reader yields, one per article or reject."""

from collections.abc import Mapping
from typing import Any, TypedDict, cast

from analysis.articles import ArticleParts


class RawRecord(TypedDict, total=False):
    """One article as its file gives it, or a reject if there is a `reason`.

    A field that the file does not give is missing. Values stay as the file has them: text, lists of text, or, from
    tables, numbers and dates. `analysis.articles` interprets dates, names and agencies later, by the same rules for
    every format.
    """

    record: int | None  # number of the record within its file, from 1; None for a file that is one article
    form: str  # name of the format, as in `readers.FORMATS`
    member: str  # path inside the ZIP file that the record came in
    reason: str  # only in rejects: why there is no article, worded so that equal reasons can be counted
    detail: str  # only in rejects: the value or error behind the reason
    notes: list[str]  # what the reader guessed or repaired
    text: str  # the paragraphs, or a whole copied page (form "text")
    parts: ArticleParts  # only from saved pages: the story taken apart; `text` then repeats its paragraphs
    headline: Any
    outlet: Any
    published: Any
    byline: Any
    dateline: Any
    section: Any
    page: Any  # page of the printed paper
    url: Any
    origin: Any  # agency or paper that first published the article
    summary: Any
    subheads: Any
    captions: Any
    photo_credit: Any


def reject(reason: str, detail: str = "", *, record: int | None = None) -> RawRecord:
    """Return a reject: no article in this record, or, without a number, in this file."""
    return {"record": record, "reason": reason, "detail": detail}


def without_empty(fields: Mapping[str, Any]) -> RawRecord:
    """Return a raw record of the fields that have a value; `text` and `notes` stay, even if empty."""
    return cast(RawRecord, {name: value for name, value in fields.items() if value or name in ("text", "notes")})
