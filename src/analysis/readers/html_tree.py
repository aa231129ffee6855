"""Parse HTML that is nested more than 256 levels deep, below which the parser leaves out all."""

from lxml import html
from lxml.etree import HTMLParser
from lxml.html import HtmlElement

from analysis.readers.decode import Unreadable


def is_cut(parser: HTMLParser) -> bool:
    """Return whether the parser left out what was nested too deep in the last text that it read."""
    return any("depth" in entry.message for entry in parser.error_log)


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
