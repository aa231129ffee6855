"""RSS and Atom feeds: an entry an article where the feed gives the whole text, not only a teaser."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import feedparser
from lxml import html as lxml_html

from analysis.readers.decode import Unreadable, clean, decode

MIN_SUMMARY = 50  # words: a shorter summary is a teaser; teasers of news feeds have 15 to 45
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b[^>]*>", re.I)
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:read|see|learn) more\W*|continue reading.*)\s*$", re.I
)
_FOOTER = re.compile(r"^The post .+ (?:first )?appeared (?:first )?on .+\.?$")  # WordPress adds it to every entry
_HOLDS_BLOCKS = "descendant-or-self::*[{}]".format(
    " or ".join(f"self::{name}" for name in "p h1 h2 h3 h4 h5 h6 li blockquote figcaption div pre td".split())
)
_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def is_feed(data: bytes, name: str) -> bool:
    """Whether `data` is a feed: its first tag but for comments and instructions is <rss>, <feed> or <rdf:RDF>."""
    start = data[:8192].replace(b"\0", b"")  # UTF-16 becomes readable so
    first = re.search(rb"<[^!?]", start)
    return bool(first and _FEED.match(start, first.start()))


def read(data: bytes, name: str) -> Iterator[dict]:
    """The raw article of each entry with a text; a reject for one with a teaser only, and one more where the feed breaks off.

    Raises Unreadable when there is no entry.
    """
    if b"\0" in data[:64]:  # UTF-16, which feedparser reads only with a declaration
        data = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data)[0]).encode()
    try:
        feed = feedparser.parse(io.BytesIO(data))  # a stream: a string might be taken for an address and fetched
    except Exception as error:  # it means to bear any damage, and falls over some with whatever error comes
        raise Unreadable("broken feed", f"{type(error).__name__}: {error}"[:200]) from None
    problem = feed.get("bozo_exception") if feed.bozo else None
    if isinstance(problem, feedparser.exceptions.CharacterEncodingOverride | feedparser.exceptions.NonXMLContentType):
        problem = None  # it was read all the same
    if not feed.entries:
        raise Unreadable("broken feed" if problem else "empty feed", str(problem or "a feed without entries")[:200])
    outlet = feed.feed.get("title") or feed.feed.get("publisher")
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(entry, outlet) | {"record": number}
    if problem:
        yield {
            "record": len(feed.entries) + 1,
            "reason": "broken feed",
            "detail": f"behind the last entry: {problem}"[:300],
        }


def _article(entry: feedparser.FeedParserDict, outlet: str | None) -> dict:
    whole = max((content.get("value") or "" for content in entry.get("content", [])), key=len, default="")
    summary = entry.get("summary") or ""
    blocks, notes = list(_blocks(whole if len(whole) > len(summary) else whole or summary)), []
    text = "\n\n".join(
        words for tag, words in blocks if tag not in _HEADS | {"figcaption"} and not _FOOTER.match(words)
    )
    if not whole:
        notes.append("the feed gives the text as its summary")
        if len(text.split()) < MIN_SUMMARY or _CUT_OFF.search(text):
            reason = "teaser only" if text else "no text"
            return {
                "reason": reason,
                "detail": f"{len(text.split())} words of {entry.get('title') or entry.get('link') or 'an entry without title'}",
            }
    text, removed = clean(text)
    raw = {
        "text": text, "notes": notes + removed, "headline": _plain(entry.get("title") or ""), "url": entry.get("link"),
        "outlet": entry.get("source", {}).get("title") or outlet, "byline": _names(entry),
        "section": next((tag.get("term") for tag in entry.get("tags", []) if tag.get("term")), None),
        "captions": [words for tag, words in blocks if tag == "figcaption"],
        "subheads": [words for tag, words in blocks if tag in _HEADS],
    }  # fmt: skip
    if not text.strip():
        return {"reason": "no text", "detail": f"the entry {raw['headline'] or raw['url'] or 'without title'}"}
    return {
        field: value
        for field, value in (raw | _time(entry, notes + removed)).items()
        if value or field in ("text", "notes")
    }


def _time(entry: feedparser.FeedParserDict, notes: list[str]) -> dict:
    """When the entry was published, else updated (with a note), in UTC."""
    for field in ("published", "updated"):
        if dict.get(entry, f"{field}_parsed"):  # feedparser's own get would warn and give one for the other
            late = ["published: the feed gives only the time of the update"] if field == "updated" else []
            return {"published": datetime(*entry[f"{field}_parsed"][:6], tzinfo=UTC), "notes": notes + late}
    return {"published": entry.get("published") or entry.get("updated")}


def _names(entry: feedparser.FeedParserDict) -> list[str]:
    """The authors' names; RSS has them as "address (name)"."""
    given = [entry.get("author") or "", *(author.get("name") or "" for author in entry.get("authors", []))]
    bracketed = [found[1] for words in given if (found := re.search(r"@\S+\s*\(([^()]+)\)", words))]
    return list(dict.fromkeys(bracketed or [name for name in given[1:] if name and not re.search(r"[@()]", name)]))


def _blocks(fragment: str) -> Iterator[tuple[str, str]]:
    """The tag and words of each innermost block of a piece of HTML; plain text is one block a paragraph."""
    if "<" not in fragment:
        yield from (
            ("p", " ".join(block.split()))
            for block in re.split(r"\n\s*\n", _plain(fragment, lines=True))
            if block.strip()
        )
        return
    yield from _inner(_tree(fragment))


def _tree(fragment: str):
    """A piece of HTML as an element; the whole document around it is made up by the parser."""
    return lxml_html.document_fromstring(f"<html><body><div>{fragment}</div></body></html>").body


def _inner(element) -> Iterator[tuple[str, str]]:
    """The blocks of an element in order; words between its blocks are paragraphs, a double line break parts them."""
    tag = element.tag if element.tag in _HEADS | {"figcaption"} else "p"
    loose = element.text or ""
    for child in element.iterchildren("*"):
        if child.xpath(_HOLDS_BLOCKS):
            yield from _paragraphs(tag, loose)
            yield from _inner(child)
            loose = child.tail or ""
        else:
            said = child.xpath("descendant-or-self::br|.//text()[not(ancestor::script or ancestor::style)]")
            loose += "".join(part if isinstance(part, str) else "\n" for part in said) + (child.tail or "")
    yield from _paragraphs(tag, loose)


def _paragraphs(tag: str, words: str) -> Iterator[tuple[str, str]]:
    yield from ((tag, " ".join(part.split())) for part in re.split(r"\n\s*\n", words) if part.strip())


def _plain(words: str, *, lines: bool = False) -> str:
    """`words` without tags and entities."""
    if not words.strip():
        return ""
    words = _tree(words).text_content()  # titles too may hold tags and entities
    return words if lines else " ".join(words.split())
