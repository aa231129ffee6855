"""Text out of a page's markup."""

import html
import re

from lxml.html import HtmlElement

_TAG = re.compile(r"<[^<>]+>")


def plain_text(words: object) -> str:
    """Return a value of a page's metadata as text: tags removed, entities resolved, white space evened out.

    >>> plain_text("Rain &amp; <i>wind</i>")
    'Rain & wind'
    """
    return " ".join(_TAG.sub(" ", html.unescape(str(words or ""))).split())


def letters(words: str) -> str:
    """Return the letters and digits of a text, in small letters.

    >>> letters("Rain, at 6 a.m.")
    'rainat6am'
    """
    return re.sub(r"[\W_]+", "", words).lower()


def page_title(tree: HtmlElement) -> str:
    """Return what a page's <title> says, with single blanks."""
    return " ".join((tree.findtext(".//title") or "").split())


def plain_lines(words: str) -> str:
    """Return `words` as `plain_text` does, but line by line."""
    return "\n".join(line for part in words.split("\n") if (line := plain_text(part)))


def text_of(element: HtmlElement) -> str:
    """Return all words within `element`, with single blanks."""
    return " ".join("".join(element.itertext()).split())
