"""Saved pages: the body by trafilatura, the rest from what the page says about itself. Never a network call."""

import html
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import ParserError
from lxml.html import HtmlElement
from trafilatura import bare_extraction, extract_metadata, load_html

from analysis.readers.decode import clean

_TAGS = re.compile(r"<(?:!doctype html|html|head|body|article|main|div|p|meta|title)\b", re.I)
_ARTICLE = re.compile(r"article|report|posting|story|newsarticle", re.I)  # JSON-LD types that are a story
_BLOCKS = {"p", "head", "item", "quote", "code", "cell", "row", "list", "table", "body", "div", "del", "ref", "hi"}
_TEXT_BLOCKS = {"p", "head", "item", "quote", "code", "row"}
_META = {  # our field, and the names of <meta> that give it, best first
    "headline": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
        "publishdate", "publish-date", "dc.date.issued", "dcterms.created", "dc.date", "date", "article_date_original", "ptime",
    ),
    "byline": ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author", "dcsext.author"),
    "section": ("article:section", "parsely-section", "section"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
}  # fmt: skip


def is_html(text: str, name: str) -> bool:
    """Whether `text` is a page: it opens with a tag, and tags of a page follow."""
    return text.lstrip()[:1] == "<" and bool(_TAGS.search(text[:5000]))


def read(text: str, name: str) -> Iterator[dict]:
    """The one raw article in a saved page; a reject when trafilatura finds no story in it."""
    text, notes = clean(text)
    try:
        with _quiet("trafilatura"):
            tree = load_html(text)
            document = None if tree is None else bare_extraction(text, include_comments=False)
    except (ParserError, ValueError, RecursionError) as error:
        yield {"record": None, "reason": "broken page", "detail": str(error)[:200]}
        return
    if document is None:
        yield {"record": None, "reason": "no body found", "detail": "trafilatura finds no story in the page"}
        return
    blocks = list(_blocks(document.body))
    raw = {"record": None, **_metadata(tree, text)}
    raw["notes"] = notes + raw.get("notes", [])
    raw["text"] = "\n\n".join(words for tag, words in blocks if tag != "head")
    raw["subheads"] = [words for tag, words in blocks if tag == "head" and words != raw.get("headline")]
    raw["captions"] = captions(tree)
    yield raw


@contextmanager
def _quiet(library: str) -> Iterator[None]:
    """Within it the library's warnings are not printed: what they warn of becomes a reject, which says it better."""
    logger = logging.getLogger(library)
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _blocks(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """The tag and text of each innermost block of trafilatura's body, in order; a line break parts blocks."""
    inner = [child for child in element if child.tag in _TEXT_BLOCKS | {"list", "table"}]
    if element.tag in _TEXT_BLOCKS and not inner:
        for mark in element.iter("lb"):
            mark.tail = "\n" + (mark.tail or "")
        joined = "".join(element.itertext())
        yield from ((element.tag, words) for line in joined.split("\n") if (words := " ".join(line.split())))
        return
    if (element.text or "").strip():
        yield "p", " ".join(element.text.split())
    for child in element:
        if isinstance(child.tag, str):
            yield from _blocks(child) if child.tag in _BLOCKS else [("p", " ".join("".join(child.itertext()).split()))]
        if (child.tail or "").strip():
            yield "p", " ".join(child.tail.split())


def captions(tree: HtmlElement) -> list[str]:
    """The captions of the pictures of a page, in order, each once; those of navigation and side columns are left out."""
    found = tree.xpath(
        "//figcaption[not(ancestor::nav or ancestor::aside or ancestor::footer)]"
        "|//*[contains(concat(' ', @class, ' '), ' wp-caption-text ')][not(self::figcaption)]"
    )
    words = (" ".join(" ".join(element.itertext()).split()) for element in found)
    return list(dict.fromkeys(re.sub(r"\s+([,.;:)])", r"\1", caption) for caption in words if caption))


def _metadata(tree: HtmlElement, text: str) -> dict:
    """Headline, time, byline, section, outlet and address: JSON-LD first, then <meta>, then marked-up elements, then trafilatura."""
    linked, meta = from_json_ld(tree), from_meta(tree)
    raw = {**_marked_up(tree), **meta, **linked}
    if not raw.get("headline") or not raw.get("published") or not raw.get("byline"):
        guess = extract_metadata(text)
        if guess and guess.date and not raw.get("published"):
            raw |= {"published": guess.date, "notes": ["published: found in the page's text by trafilatura"]}
        raw = {"headline": guess and guess.title, "byline": guess and guess.author, "outlet": guess and guess.sitename} | raw
    return {field: value for field, value in raw.items() if value}


def from_json_ld(tree: HtmlElement) -> dict:
    """What the page's JSON-LD says of its article, by our field names; empty when it has none that parses."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            if _ARTICLE.search(" ".join(kinds) if isinstance(kinds, list) else str(kinds)) and (node.get("headline") or node.get("name")):
                return _of_node(node)
    return {}


def _nodes(value: object) -> Iterator[dict]:
    if isinstance(value, list):
        for entry in value:
            yield from _nodes(entry)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))
        yield from _nodes(value.get("mainEntity"))


def _of_node(node: dict) -> dict:
    main = node.get("mainEntityOfPage")
    url = node.get("url") or (main.get("@id") if isinstance(main, dict) else main)
    raw = {
        "headline": _plain(node.get("headline") or node.get("name")),
        "published": node.get("datePublished") or node.get("dateCreated"),
        "byline": _names(node.get("author") or node.get("creator")),
        "section": next(iter(_names(node.get("articleSection"))), None),
        "outlet": next(iter(_names(node.get("publisher"))), None),
        "origin": next(iter(_names(node.get("sourceOrganization"))), None),
        "url": url if isinstance(url, str) and url.startswith("http") else None,
    }
    return {field: value for field, value in raw.items() if value}


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for entry in value for name in _names(entry)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [_plain(value)] if isinstance(value, str) and value.strip() and not value.startswith("http") else []


def from_meta(tree: HtmlElement) -> dict:
    """What the page's <meta> and <link rel=canonical> say of it, by our field names."""
    said = {}
    for element in tree.xpath("//meta[@content]"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        said.setdefault(key, _plain(element.get("content")))
    raw = {field: next((said[key] for key in keys if said.get(key)), None) for field, keys in _META.items()}
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    raw["url"] = canonical if canonical.startswith("http") else raw["url"]
    if (raw["byline"] or "").startswith("http"):
        raw["byline"] = None
    return {field: value for field, value in raw.items() if value}


def _marked_up(tree: HtmlElement) -> dict:
    """The first heading, the time element and the byline that the page marks as such."""
    raw = {
        "headline": tree.xpath("string((//h1)[1])"),
        "published": tree.xpath("string((//*[@itemprop='datePublished']/@datetime|//article//time/@datetime|//header//time/@datetime)[1])"),
        "byline": tree.xpath("string((//*[@rel='author' or @itemprop='author'])[1])"),
    }
    return {field: _plain(value) for field, value in raw.items() if _plain(value)}


def _plain(words: object) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(str(words or ""))).split())
