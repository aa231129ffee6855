"""The entries of a feed that is not correct XML, each read apart, so that a fault in one costs no other."""

import io
import re

import feedparser

from analysis.readers.decode import Unreadable

_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b[^>]*>", re.I)
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


def entries_apart(data: bytes) -> tuple[list[feedparser.FeedParserDict], bool]:
    """Return the entries of a feed, from each start or end tag of one to the next, and whether the last has its end.

    An entry that cannot be read is an empty one. Elements that hold no others are closed where the next tag begins.

    >>> feed = b"<rss><channel><item><title>Rain</item><title>Wind</title></item><item><title>Sun</title></item></rss>"
    >>> entries, is_whole = entries_apart(feed)
    >>> [entry.get("title") for entry in entries], is_whole
    (['Rain', 'Wind', 'Sun'], True)
    """
    data = _UNCLOSED.sub(rb"\g<0></\g<name>>", data)
    borders = list(_BORDER.finditer(data))
    root, declared = _ROOT.search(data), _DECLARED.search(data)
    if not borders or not root:
        return [], False
    name = borders[0]["name"]
    above = (declared[0] if declared else b"") + root[0] + b"<" + name + b">"
    ends = [border.start() for border in borders[1:]] + [len(data)]
    pieces = [data[border.end() : end] for border, end in zip(borders, ends, strict=True)]
    if borders[0]["end"]:  # the first has no start
        pieces.insert(0, b"<id></id>")
    told = [_closed(piece) for piece in pieces if _FIELD.search(piece) and not _HEAD.search(piece)]
    return [_entry(above + piece + b"</" + name + b">") for piece in told], bool(borders[-1]["end"])


def _closed(piece: bytes) -> bytes:
    """Return an entry without the signs around text that is not to be parsed, where one of them is missing."""
    if piece.count(_CDATA) == piece.count(_CDATA_END):
        return piece
    return piece.replace(_CDATA, b"").replace(_CDATA_END, b"")


def n_entries(data: bytes) -> int:
    """Return how many start tags of entries a feed has, without those in comments.

    >>> n_entries(b"<rss><channel><item/><!-- <item/> --><item></item></channel></rss>")
    2
    """
    return sum(not border["end"] for border in _BORDER.finditer(_COMMENT.sub(b"", data)))


def _entry(data: bytes) -> feedparser.FeedParserDict:
    return next(iter(parsed(data).entries), feedparser.FeedParserDict())
