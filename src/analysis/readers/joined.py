"""Part a file in which exports of different forms stand one behind the other, as when files were put together.

Readers read several pages, feeds, lists or documents of their own form. Here a file is parted only where one form ends
and another begins, as its first sign or line shows; text copied from a page never is.
"""

import re

from analysis.readers import csv_text, factiva, json_text, nexis_text, proquest
from analysis.readers.csv_header import find_header
from analysis.readers.field_names import has_text_column

_END = re.compile(r"</(?:html|rss|feed|rdf:RDF)\s{0,9}>", re.I)
_PAGE = re.compile(r"\s*+(?:<!doctype html|<html\b)", re.I)
_FEED = re.compile(r"\s*+(?:<\?xml[^>]{0,200}\?>\s{0,99})?<(?:rss|feed|rdf:RDF)\b", re.I)
_FEED_GOES_ON = re.compile(rb"</(?:rss|feed|rdf:RDF)\s{0,9}>\s{0,99}(?:[\[{]|<!doctype html|<html\b)", re.I)
_BELOW_TABLE = re.compile(r"^(?=[\[{]\s{0,9}[{\"]|<!doctype html|<html\b|<\?xml|<rss\b)", re.M | re.I)
_OF_VALUES = "]};) \t\n\0"  # how JSON ends
_LOOKED_AT = 5000  # characters in which the header of a table stands


def parts_of(text: str) -> list[str]:
    r"""Return the exports in a text, one behind the other; the text alone if it is of one form.

    >>> parts_of('[{"text": "It rained."}]\ntitle,text\nRain,It rained.\n')[1]
    'title,text\nRain,It rained.\n'
    """
    parts = []
    while (border := _border(text)) and border < len(text):
        parts.append(text[:border])
        text = text[border:]
    return [*parts, text]


def goes_on(feed: bytes) -> bool:
    """Return whether something else stands behind a feed.

    >>> goes_on(b"<rss></rss>{}"), goes_on(b"<rss></rss>")
    (True, False)
    """
    return bool(_FEED_GOES_ON.search(feed))


def begins_other(line: bytes) -> bool:
    """Return whether a line below JSON Lines is the first of another form.

    >>> begins_other(b"title,text"), begins_other(b"broken")
    (True, False)
    """
    return _form(line[:_LOOKED_AT].decode("utf-8", "replace")) in ("page", "feed", "table")


def _border(text: str) -> int:
    """Return where another form begins in a text that begins in one; 0 for nowhere."""
    form = _form(text)
    if form in ("page", "factiva", "feed"):
        return next((found.end() for found in _END.finditer(text) if _differs(form, text, found.end())), 0)
    if form == "json":
        end = 0 if text.rstrip()[-1:] in _OF_VALUES else json_text.end_of_values(text)
        return end if end and _differs(form, text, end) else 0
    if form == "table":
        rows = csv_text.row_starts(text) if _BELOW_TABLE.search(text, 1) else iter(())
        return next((at for at in rows if _BELOW_TABLE.match(text, at) and _differs(form, text, at)), 0)
    if form == "nexis":
        rule = proquest.RULE.search(text)
        return rule.start() if rule and proquest.is_proquest(text[rule.start() :], "") else 0
    if form == "proquest":
        numbered = nexis_text.NUMBERED.search(text)
        return numbered.start() if numbered else 0
    return 0


def _differs(form: str, text: str, at: int) -> bool:
    other = _form(text, at)
    return bool(other) and other != form


def _form(text: str, at: int = 0) -> str:
    """Return the form that a text has from a place on; "" for one that its first line does not show."""
    if _PAGE.match(text, at):
        end = _END.search(text, at)
        return "factiva" if factiva.is_factiva(text[at : end.end() if end else len(text)], "") else "page"
    if _FEED.match(text, at):
        return "feed"
    top = text[at : at + _LOOKED_AT].lstrip()
    if top[:1] in ("[", "{"):
        return "json" if json_text.is_json(top, "") else ""
    if nexis_text.NUMBERED.match(top):
        return "nexis"
    if proquest.RULE.match(top) and proquest.is_proquest(text[at:], ""):
        return "proquest"
    table = find_header(top, named=False) if top else None
    is_table = table and table.first == 1 and len(table.header) > 1 and has_text_column(table.header)
    return "table" if is_table else ""
