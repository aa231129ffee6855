"""What the HTML parser needs help with: more than 256 levels, below which it leaves out all, and endless attributes."""

import re

from lxml import html
from lxml.etree import HTMLParser
from lxml.html import HtmlElement, defs

from analysis.readers.decode import Unreadable

_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40}+)\s[^<>]{10000,}+(?:>|\Z)")
_VALUE = re.compile(r""""[^"]*"|'[^']*'""")
_ABOVE = re.compile(
    r"\s+|<!--.*?-->|<\?[^>]*>|<(?:!|doctype\b)[^>]*>", re.S | re.I
)  # what may stand above the first element
_ELEMENT = re.compile(r"</?([A-Za-z][\w:.-]*)([^<>]*)")
_SPACE = re.compile(r"\sxmlns\s*=\s*[\"']([^\"']*)")
_HTML = re.compile(r"<html\b", re.I)
_OF_PAGES = defs.tags | {"main", "picture", "template", "slot", "dialog", "search", "nitf"}
_OF_DECLARED = {"html", "head", "body", "div", "nitf"}  # where the markup says that it is XML
_FIRST = 20_000  # characters in which the first element is looked for
_MOST_ATTRIBUTES = 2000  # of an element; the parser compares each with all others


def short_tags(text: str) -> str:
    """Return markup in which elements with more than 2,000 attributes have none.

    >>> short_tags("<p " + "a " * 10_000 + ">Rain.</p>")
    '<p>Rain.</p>'
    """

    def shortened(found: re.Match[str]) -> str:
        return found[0] if len(_VALUE.sub("", found[0]).split()) <= _MOST_ATTRIBUTES else f"<{found[1]}>"

    return _LONG_TAG.sub(shortened, text)


def is_cut(parser: HTMLParser) -> bool:
    """Return whether the parser left out what was nested too deep in the last text that it read."""
    return any("depth" in entry.message for entry in parser.error_log)


def is_page_root(text: str) -> bool:
    """Return whether the first element of markup may be that of a page, and not of XML of another kind.

    >>> is_page_root("<!DOCTYPE html><html>"), is_page_root('<?xml version="1.0"?><mediawiki>')
    (True, False)
    """
    text = text[:_FIRST]
    at, is_declared = 0, text.lstrip()[:5] == "<?xml"
    while above := _ABOVE.match(text, at):
        at = above.end()
    found = _ELEMENT.match(text, at)
    if not found:
        return True
    name, spaces = found[1].lower(), _SPACE.findall(found[2])
    if not all("xhtml" in space for space in spaces):
        return False
    if is_declared:
        return name in _OF_DECLARED or bool(_HTML.search(text))
    return name in _OF_PAGES or "-" in name


def deep_tree(text: str) -> HtmlElement:
    """Return the tree of a page, up to 2,048 levels deep. Raises Unreadable for a deeper one.

    >>> len(deep_tree("<div>" * 400 + "Rain.").xpath("//div"))
    400
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    if is_cut(parser):
        raise Unreadable("over the limit: depth", "its elements are nested more than 2,048 deep")
    return tree
