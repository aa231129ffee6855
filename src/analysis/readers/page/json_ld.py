"""What a saved page tells search engines of its article in JSON-LD (schema.org)."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from analysis.readers.page.page_text import letters, plain_lines, plain_text

_ARTICLE = re.compile(r"article|report|posting|story", re.I)  # types that are a story
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$")
_HOLDERS = ("@graph", "mainEntity", "author")  # keys under which further nodes stand
_Node = dict[str, Any]


def from_json_ld(tree: HtmlElement) -> dict[str, Any]:
    """Return what the page's JSON-LD says of its article, by our field names; empty when it has none that parses."""
    nodes = list(_nodes_of(tree))
    names = {
        node["@id"]: node["name"]
        for node in nodes
        if isinstance(node.get("@id"), str) and isinstance(node.get("name"), str)
    }
    wanted: tuple[Callable[[_Node], bool], ...] = (_is_titled_article, _is_dated_page)
    fitting = [node for fits in wanted for node in nodes if fits(node)]
    own = _of_page(tree)
    node = next((node for node in fitting if own & _says(node)), next(iter(fitting), None))
    return {} if node is None else _fields(node, names)


def _of_page(tree: HtmlElement) -> set[str]:
    """Return the page's address and titles, by which its own article is told from others that it lists."""
    address = tree.xpath("//link[@rel='canonical']/@href|//meta[@property='og:url']/@content")
    titles = tree.xpath("//meta[@property='og:title']/@content|//h1//text()")
    return {letters(str(words)) for words in [*address, *titles, tree.findtext(".//title") or ""]} - {""}


def _says(node: _Node) -> set[str]:
    """Return the address and the headline of an article."""
    page = node.get("mainEntityOfPage")
    said = [*map(node.get, ("headline", "name", "url")), page.get("@id") if isinstance(page, dict) else page]
    return {letters(plain_text(words)) for words in said if isinstance(words, str)} - {""}


def article_body(tree: HtmlElement) -> str:
    """Return the longest text of an article in the page's JSON-LD, "" when it has none."""
    texts = [node.get("articleBody") for node in _nodes_of(tree)]
    return max((plain_lines(text) for text in texts if isinstance(text, str)), key=len, default="")


def _nodes_of(tree: HtmlElement) -> Iterator[_Node]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        yield from _nodes(_parsed(script.text_content()))


def _parsed(text: str) -> object:
    """Return the value of a JSON-LD script; None for one that is broken, as many are."""
    try:
        return json.loads(_WRAPPING.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[_Node]:
    if isinstance(value, list):
        for entry in value:
            yield from _nodes(entry)
    elif isinstance(value, dict):
        yield value
        for key in _HOLDERS:
            yield from _nodes(value.get(key))


def _is_titled_article(node: _Node) -> bool:
    return _is_article(node) and bool(node.get("headline") or node.get("name"))


def _is_dated_page(node: _Node) -> bool:
    return "datePublished" in node and "WebPage" in _types(node)


def _is_article(node: _Node) -> bool:
    return bool(_ARTICLE.search(_types(node)))


def _types(node: _Node) -> str:
    types = node.get("@type")
    return " ".join(map(str, types)) if isinstance(types, list) else str(types)


def _fields(node: _Node, named: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a node that it gives; `named` are names by the identifiers that stand for them."""
    page = node.get("mainEntityOfPage")
    url = node.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    fields = {
        "headline": plain_text(node.get("headline") or node.get("name")) if _is_article(node) else None,
        "published": node.get("datePublished") or node.get("dateCreated"),
        "byline": _names(node.get("author") or node.get("creator"), named),
        "section": next(iter(_names(node.get("articleSection"), named)), None),
        "outlet": next(iter(_names(node.get("publisher"), named)), None),
        "origin": next(iter(_names(node.get("sourceOrganization"), named)), None),
        "url": url if isinstance(url, str) and url.startswith("http") else None,
    }
    return {field: value for field, value in fields.items() if value}


def _names(value: object, named: Mapping[str, str]) -> list[str]:
    """Return the names in a value: text, an object with a name or an identifier, or a list of these."""
    if isinstance(value, list):
        return [name for entry in value for name in _names(entry, named)]
    if isinstance(value, dict):
        parts = [str(value[key]) for key in ("givenName", "familyName") if value.get(key)]
        return _names(value.get("name") or " ".join(parts) or named.get(str(value.get("@id"))), named)
    return [plain_text(value)] if isinstance(value, str) and value.strip() and not value.startswith("http") else []
