"""The elements of a saved page: what stands around one, what its class names say, which are of one kind."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

_NEAR, _FAR = 3, 6  # elements, an element's own among them


def nearest(element: HtmlElement, n: int) -> list[HtmlElement]:
    """Return an element and those around it, innermost first, `n` at most.

    >>> from lxml.html import fromstring
    >>> [one.tag for one in nearest(fromstring("<div><p><b>Rain</b></p></div>").find(".//b"), 2)]
    ['b', 'p']
    """
    return [element, *islice(element.iterancestors(), n - 1)]


def marks_around(element: HtmlElement, patterns: Sequence[re.Pattern[str]], attributes: Iterable[str]) -> list[bool]:
    """Return which patterns the attributes hold of an element and the two around it, and of the three further out."""
    words = [" ".join(e.get(name) or "" for name in attributes) for e in nearest(element, _FAR)]
    sides = " ".join(words[:_NEAR]), " ".join(words[_NEAR:])
    return [bool(pattern.search(side)) for side in sides for pattern in patterns]


def kind_of(element: HtmlElement) -> tuple[str, str, str]:
    """Return by what an element is of one kind with others, as in a list: its tag, its classes, those around it."""
    parent = element.getparent()
    return element.tag, element.get("class") or "", ("" if parent is None else parent.get("class")) or ""
