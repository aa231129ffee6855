"""Read RSS and Atom feeds: one article per entry, if the feed gives the whole text and not only a teaser."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import feedparser
from lxml.html import HtmlElement

from analysis.articles.dates import parse_date
from analysis.articles.outlets import outlet_in_title
from analysis.readers import guard
from analysis.readers.cleaning import clean
from analysis.readers.decode import Unreadable, decode
from analysis.readers.feed_entries import ROOT, entries_apart, parsed, problem_of
from analysis.readers.field_names import field_of
from analysis.readers.html_tree import deep_tree
from analysis.readers.raw_record import RawRecord, reject, with_notes, without_empty
from analysis.readers.teasers import CUT_OFF

MIN_SUMMARY = 50  # words; a shorter summary is a teaser: those of news feeds have 15 to 45
_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*\Z", re.I)
_WRONGLY_WIDE = re.compile(rb"\A\s*<\?xml[^>]{0,99}encoding\s*=\s*[\"']utf-?(?:16|32)[^>]{0,99}\?>", re.I)
_CLOSING = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s{0,9}>", re.I)
_OF_FEED = re.compile(rb"<(?:\w+:)?(?:item|entry|rss|feed|RDF)\b", re.I)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_STRAY = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]")  # XML holds none of them: its readers stop there
_FOOTER = re.compile(r"^The post .+ (?:first )?appeared (?:first )?on .+\.?$")  # WordPress adds it to every entry
_HOLDS_BLOCKS = "descendant-or-self::*[{}]".format(
    " or ".join(f"self::{name}" for name in "p h1 h2 h3 h4 h5 h6 li blockquote figcaption div pre td".split())
)
_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def is_feed(data: bytes, name: str) -> bool:
    """Return whether `data` is a feed: its first tag, comments aside, is <rss>, <feed> or <rdf:RDF>."""
    start = data[:8192].replace(b"\0", b"")  # so that UTF-16 can be searched, too
    first = re.search(rb"<[^!?]", start)
    return bool(first and ROOT.match(start, first.start()))


def read(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each entry with a text; a reject for a mere teaser, and one where the feed breaks off.

    Raises Unreadable if there is no entry.
    """
    if b"\0" in data[:64]:  # UTF-16, which feedparser reads only with a declaration
        data = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data)[0]).encode("utf-8", "replace")
    data = _WRONGLY_WIDE.sub(b"", data)
    data, n_strays = _STRAY.subn(b"", data.lstrip())
    notes = ["removed NUL and control characters"] if n_strays else []
    data, left_out = _without_rest(data)
    notes += left_out
    feed = parsed(data)
    problem, has_end = problem_of(feed, data), bool(_END.search(data[-200:]))
    apart = entries_apart(data, has_end=has_end) if problem else None
    entries = feed.entries if apart is None else apart
    if not entries:
        raise Unreadable("broken feed" if problem else "empty feed", (problem or "a feed without entries")[:200])
    address = feed.feed.get("link") or entries[0].get("link") or ""
    outlet = outlet_in_title(feed.feed.get("title") or feed.feed.get("publisher") or "", address) or None
    if problem and has_end:
        notes, problem = [*notes, f"the feed is not correct XML ({problem}) and was read entry by entry"[:200]], ""
    for raw in guard.each(lambda entry: _article(entry, outlet), entries):
        yield with_notes(raw, notes)
    if problem:
        yield reject("broken feed", f"behind the last whole entry: {problem}"[:300], record=len(entries) + 1)


def _without_rest(data: bytes) -> tuple[bytes, list[str]]:
    """Return a feed without what a host puts behind its end, such as a script; and a note."""
    ends = [found.end() for found in _CLOSING.finditer(data)]
    rest = data[ends[-1] :] if ends else b""
    if not _COMMENT.sub(b"", rest).strip() or _OF_FEED.search(rest):
        return data, []
    if problem_of(parsed(whole := data[: ends[-1]]), whole):
        return data, []  # it ends in the middle of an entry that names such a tag
    return whole, [f"left out {len(rest.strip()):,} bytes behind the feed"]


def _article(entry: feedparser.FeedParserDict, outlet: str | None) -> RawRecord:
    whole = max((content.get("value") or "" for content in entry.get("content", [])), key=len, default="")
    summary = entry.get("summary") or ""
    whole = whole or max((text for text in _texts(entry) if len(text) > len(summary)), key=len, default="")
    blocks = list(_blocks(whole or summary))
    notes: list[str] = []
    text = "\n\n".join(
        words for tag, words in blocks if tag not in _HEADS | {"figcaption"} and not _FOOTER.match(words)
    )
    if not whole:
        notes.append("the feed gives the text as its summary")
        if len(text.split()) < MIN_SUMMARY or CUT_OFF.search(text):
            title = entry.get("title") or entry.get("link") or "an entry without title"
            return reject("teaser only" if text else "no text", f"{len(text.split())} words of {title}")
    text, removed = clean(text)
    raw = {
        "text": text, "notes": notes + removed, "headline": _plain(entry.get("title") or ""), "url": entry.get("link"),
        "outlet": entry.get("source", {}).get("title") or outlet, "byline": _names(entry),
        "section": next((tag.get("term") for tag in entry.get("tags", []) if tag.get("term")), None),
        "captions": [words for tag, words in blocks if tag == "figcaption"],
        "subheads": [words for tag, words in blocks if tag in _HEADS],
    }  # fmt: skip
    if not text.strip():
        return reject("no text", f"the entry {raw['headline'] or raw['url'] or 'without title'}")
    return without_empty(raw | _time(entry, notes + removed))


def _texts(entry: feedparser.FeedParserDict) -> Iterator[str]:
    """Yield the fields of an entry that are named for the text elsewhere: yandex:full-text, body."""
    for name, value in entry.items():
        if isinstance(value, str) and field_of(name.partition("_")[2] or name) == "text":
            yield value


def _time(entry: feedparser.FeedParserDict, notes: list[str]) -> dict[str, Any]:
    """Return the field `published`, in UTC, from the time of publication or, with a note, of the last update."""
    for field in ("published", "updated"):
        late = ["published: the feed gives only the time of the update"] if field == "updated" else []
        # feedparser's own get would take the one time for the other, with a warning.
        when = parse_date(dict.get(entry, field))
        if when.time is not None:  # feedparser takes zones that it does not know for UTC
            return {"published": when.time, "notes": notes + late + [f"published: {when.note}"] * bool(when.note)}
        if parsed := dict.get(entry, f"{field}_parsed"):
            year, month, day, hour, minute, second = parsed[:6]
            with suppress(ValueError):  # feedparser gives year 0 for the last hours before year 1
                return {
                    "published": datetime(year, month, day, hour, minute, second, tzinfo=UTC),
                    "notes": notes + late,
                }
    return {"published": entry.get("published") or entry.get("updated")}


def _names(entry: feedparser.FeedParserDict) -> list[str]:
    """Return the authors' names; RSS writes them as "address (name)"."""
    given = [entry.get("author") or "", *(author.get("name") or "" for author in entry.get("authors", []))]
    bracketed = [found[1] for words in given if (found := re.search(r"@\S+\s*\(([^()]+)\)", words))]
    return list(dict.fromkeys(bracketed or [name for name in given[1:] if name and not re.search(r"[@()]", name)]))


def _blocks(fragment: str) -> Iterator[tuple[str, str]]:
    """Yield the tag and words of each innermost block of a piece of HTML; of plain text, each paragraph."""
    if "<" not in fragment:
        yield from (
            ("p", " ".join(block.split()))
            for block in re.split(r"\n\s*\n", _plain(fragment, lines=True))
            if block.strip()
        )
        return
    yield from _inner(_tree(fragment))


def _tree(fragment: str) -> HtmlElement:
    """Return a piece of HTML as an element."""
    return deep_tree(f"<html><body><div>{fragment}</div></body></html>").body


def _inner(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the blocks in an element in order; words between blocks are paragraphs, parted at double line breaks."""
    tag = element.tag if element.tag in _HEADS | {"figcaption"} else "p"
    loose = element.text or ""
    for child in element.iterchildren("*"):
        if child.xpath(_HOLDS_BLOCKS):
            yield from _paragraphs(tag, loose)
            yield from _inner(child)
            loose = child.tail or ""
        else:
            parts = child.xpath("descendant-or-self::br|.//text()[not(ancestor::script or ancestor::style)]")
            loose += "".join(part if isinstance(part, str) else "\n" for part in parts) + (child.tail or "")
    yield from _paragraphs(tag, loose)


def _paragraphs(tag: str, words: str) -> Iterator[tuple[str, str]]:
    yield from ((tag, " ".join(part.split())) for part in re.split(r"\n\s*\n", words) if part.strip())


def _plain(words: str, *, lines: bool = False) -> str:
    """Return `words` without tags and with entities resolved."""
    if not words.strip():
        return ""
    text: str = _tree(words).text_content()
    return text if lines else " ".join(text.split())
