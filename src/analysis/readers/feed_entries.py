"""The entries of a feed that is not correct XML, each read apart, so that a fault in one costs no other."""

import io
import re

import feedparser
from feedparser import exceptions

from analysis.readers.decode import Unreadable

ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b[^>]*>", re.I)
_DECLARED = re.compile(rb"\A<\?xml[^>]{0,200}\?>", re.I)
_BORDER = re.compile(rb"<(?P<end>/?)(?P<name>(?:\w+:)?(?:item|entry))(?=[\s<>/])(?:\s[^<>]*)?>?", re.I)
_FIELD = re.compile(
    rb"<(?:\w+:)?(?:title|link|description|summary|content|encoded|pubDate|published|updated|guid|id)\b", re.I
)
_HEAD = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF|channel)\b", re.I)  # of another feed
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_COMMENT = re.compile(rb"<!--[^-]{0,2000}-->")
_UNCLOSED = re.compile(  # elements that hold no others, where another begins or the one around them ends
    rb"<(?P<name>title|link|pubDate|guid|id|published|updated|category|dc:creator)(?:\s[^<>/]*)?>[^<]*"
    rb"(?=<(?!/(?P=name)|!|div|/?(?:p|b|i|a|em|strong|span|xhtml:div)[\s>]))"
)


def parsed(data: bytes) -> feedparser.FeedParserDict:
    """Return what feedparser reads. Raises Unreadable where it fails, as it does on damaged feeds in many ways."""
    try:
        return feedparser.parse(io.BytesIO(data))  # feedparser would fetch a string that looks like an address
    except Exception as error:
        raise Unreadable("broken feed", f"{type(error).__name__}: {error}"[:200]) from None


def problem_of(feed: feedparser.FeedParserDict, data: bytes) -> str:
    """Return why a feed is to be read entry by entry, "" for one that feedparser reads as it is."""
    fault = feed.get("bozo_exception") if feed.bozo else None
    if fault and not isinstance(fault, exceptions.CharacterEncodingOverride | exceptions.NonXMLContentType):
        return str(fault) or type(fault).__name__
    n_entries = sum(not border["end"] for border in _BORDER.finditer(_COMMENT.sub(b"", data)))
    return "an entry within another" if n_entries > len(feed.entries) > 0 else ""  # its text has no end of its own


def entries_apart(data: bytes, *, has_end: bool) -> list[feedparser.FeedParserDict] | None:
    """Return the entries of a feed, from each start or end tag of one to the next; None for none.

    An entry that cannot be read is an empty one. Elements that hold no others are closed where the next tag begins. A
    feed without its own end breaks off in the last entry, unless that has its end.

    >>> feed = b"<rss><channel><item><title>Rain</item><title>Wind</title></item><item><title>Sun</title></item></rss>"
    >>> [entry.get("title") for entry in entries_apart(feed, has_end=True)]
    ['Rain', 'Wind', 'Sun']
    """
    data = _UNCLOSED.sub(rb"\g<0></\g<name>>", data)
    borders = list(_BORDER.finditer(data))
    root, declared = ROOT.search(data), _DECLARED.search(data)
    if not borders or not root:
        return None
    name = borders[0]["name"]
    above = (declared[0] if declared else b"") + root[0] + b"<" + name + b">"
    ends = [border.start() for border in borders[1:]] + [len(data)]
    pieces = [data[border.end() : end] for border, end in zip(borders, ends, strict=True)]
    if borders[0]["end"]:  # the first has no start
        pieces.insert(0, b"<id></id>")
    told = [_closed(piece) for piece in pieces if _FIELD.search(piece) and not _HEAD.search(piece)]
    whole = told if has_end or borders[-1]["end"] else told[:-1]
    return [_entry(above + piece + b"</" + name + b">") for piece in whole] if told else None


def _closed(piece: bytes) -> bytes:
    """Return an entry without the signs around text that is not to be parsed, where one of them is missing."""
    if piece.count(_CDATA) == piece.count(_CDATA_END):
        return piece
    return piece.replace(_CDATA, b"").replace(_CDATA_END, b"")


def _entry(data: bytes) -> feedparser.FeedParserDict:
    return next(iter(parsed(data).entries), feedparser.FeedParserDict())
