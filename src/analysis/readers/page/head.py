"""The head of a saved page: where its headline is, and the lines that a reader sees above and below it."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from analysis.readers.page.page_text import text_of

_INLINE = frozenset("a abbr b em font i mark s small span strong sub sup time u address".split())
_SKIPPED = frozenset("script style noscript svg template iframe select form figure figcaption".split())
_ABOVE, _BELOW = 5, 40  # lines beside the headline that may hold byline and date; below it share bars take up many
_PIECES = 60  # a block of more pieces of text than this is a menu
# How a heading is compared with titles; chosen by the headlines of wcxb's development sites, where the optimum is flat.
_TITLE_SHARE = 0.35  # the weight of the title's words that stand in it
_FIRST_RANK = 0.25  # what a heading of first rank is given
_ALIKE = 0.4  # a headline goes with a title at least so well
_LONG = 220  # a line of so many characters is the story's first paragraph: the head is over


class Line(NamedTuple):
    """A line of the page as it is read, the element that holds its first words, its words element by element, these."""

    text: str
    element: HtmlElement
    pieces: tuple[str, ...]
    elements: tuple[HtmlElement, ...]


def find_headline(tree: HtmlElement, titles: Iterable[str], site: str) -> tuple[HtmlElement | None, str | None]:
    """Return the heading that is the page's headline, and its words; None twice when no heading goes with any title.

    `titles` are what the page calls itself, `site` is the site's name. The heading that goes best with a title is the
    headline, one of first rank before others that go as well; one that only names the site is none. A page's only
    first-rank heading is its headline even if the titles say it otherwise, as they often do.
    """
    titles = [_key(title) for title in titles if title]
    if not titles:
        return None, None
    headings = [
        (element, words)
        for element in tree.xpath("//h1|//h2|//h3|//*[@itemprop='headline']")
        if len(words := _words(element)) > 1 and _key(words) != _key(site)
    ]
    likeness = [_likeness(_key(words), titles) for _, words in headings]
    ranked = [score + _FIRST_RANK * (e.tag == "h1") for score, (e, _) in zip(likeness, headings, strict=True)]
    best = max(range(len(headings)), key=lambda n: ranked[n], default=None)
    if best is not None and likeness[best] >= _ALIKE:
        return _titled_part(*headings[best], titles)
    first = [n for n, (element, _) in enumerate(headings) if element.tag == "h1"]
    if len(first) == 1 and likeness[first[0]] > 0:
        return headings[first[0]]
    plain = tree.iter("div", "span", "p", "td", "strong", "b", "font", "dt", "li")
    return next(
        ((element, text_of(element)) for element in plain if element.text and _key(element.text) in titles),
        (None, None),
    )


def _titled_part(heading: HtmlElement, words: str, titles: Sequence[str]) -> tuple[HtmlElement, str]:
    """Return the part of a heading that is a title, word for word, beside a kicker; the heading where none is."""
    if _key(words) not in titles:
        for part in heading.iterdescendants():
            if isinstance(part.tag, str) and _key(own := text_of(part)) in titles:
                return part, own
    return heading, words


def _words(element: HtmlElement) -> str:
    return (
        " ".join(" ".join(piece for piece in element.itertext() if piece.strip()).split())
        if element.xpath(".//br")
        else text_of(element)
    )


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _likeness(words: str, titles: Iterable[str]) -> float:
    """Return how well a heading goes with the title most like it, 0 to 1.

    That is the share of its words that stand in the title and, with less weight, of the title's in it.
    """
    own = _long_words(words)
    shares = []
    for title in titles:
        common, wanted = own & _long_words(title), _long_words(title)
        precision = 1.0 if words and f" {words} " in f" {title} " else len(common) / max(len(own), 1)
        shares.append((1 - _TITLE_SHARE) * precision + _TITLE_SHARE * len(common) / max(len(wanted), 1))
    return max(shares, default=0.0)


def _long_words(words: str) -> set[str]:
    """Return the words that count: those of more than three letters, if there are any."""
    return {word for word in words.split() if len(word) > 3} or set(words.split())


def page_lines(tree: HtmlElement) -> list[Line]:
    """Return all lines of a page as they are read."""
    body = tree.find("body")
    return list(_lines(_texts_within(tree if body is None else body)))


def line_of(headline: HtmlElement | None, lines: Sequence[Line]) -> int | None:
    """Return the number of the first line that the headline's element holds."""
    if headline is None:
        return None
    within = set(headline.iter())
    return next((n for n, line in enumerate(lines) if line.element in within), None)


def from_headline(n: int, heading: int | None, most: int) -> float:
    """Return the logarithm of the lines from the headline to line `n`, below zero above it, `most` lines at most.

    Without a headline it is that of `most`.
    """
    away = most if heading is None else max(min(n - heading, most), -most)
    return math.copysign(math.log1p(abs(away)), away)


def lines_around(headline: HtmlElement, first_words: str) -> tuple[list[Line], list[Line]]:
    """Return the lines just above the headline, nearest first, and those below it up to the story.

    The story begins with `first_words`.
    """
    above = _take(_lines(_texts_before(headline)), _ABOVE, "")
    return above, _take(_lines(_texts_after(headline)), _BELOW, _key(first_words)[:40])


def _take(lines: Iterator[Line], most: int, end: str) -> list[Line]:
    taken: list[Line] = []
    for line in lines:
        if len(taken) == most or len(line.text) > _LONG or (end and _key(line.text).startswith(end)):
            break
        taken.append(line)
    return taken


def _lines(pieces: Iterable[tuple[str, HtmlElement]]) -> Iterator[Line]:
    """Yield pieces of text joined to lines: those within one block stand on one line."""
    block, last, held, first = None, None, "", None
    own: list[tuple[str, HtmlElement]] = []
    for words, element in pieces:
        of = _block(element)
        if of is not block and held.strip():
            yield _line(held, first, own)
            held = ""
        if not held.strip():
            first, own = element, []
        if held[-1:].isalnum() and (words[:1].isalnum() or words[:1] == "@") and element is not last:
            held += " | "  # elements without a space between them stand apart on the page
        block, last, held = of, element, held + words
        own.append((words, element))
    if held.strip():
        yield _line(held, first, own)


def _line(text: str, first: HtmlElement, own: Sequence[tuple[str, HtmlElement]]) -> Line:
    pieces = tuple(" ".join(words.split()) for words, _ in own)
    return Line(" ".join(text.split()), first, pieces, tuple(element for _, element in own))


def _block(element: HtmlElement) -> HtmlElement:
    """Return the nearest element around one that begins a line of its own."""
    while element.tag in _INLINE and element.getparent() is not None:
        element = element.getparent()
    return element


def _texts_after(element: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    while element is not None:
        parent = element.getparent()
        if element.tail and parent is not None:
            yield element.tail, parent
        for sibling in element.itersiblings():
            yield from _texts_within(sibling)
            if sibling.tail:
                yield sibling.tail, parent
        element = parent


def _texts_before(element: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    while element is not None and element.getparent() is not None:
        parent = element.getparent()
        for sibling in element.itersiblings(preceding=True):
            if sibling.tail and sibling.tail.strip():
                yield sibling.tail, parent
            # Blocks come from the nearest on, the words of a block in their order. A long block is no byline.
            pieces = list(islice(_texts_within(sibling), _PIECES + 1))
            if len(pieces) > _PIECES:
                return
            yield from pieces
        if parent.text and parent.text.strip():
            yield parent.text, parent
        element = parent


def _texts_within(element: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return
    if element.text:
        yield element.text, element
    for child in element:
        yield from _texts_within(child)
        if child.tag == "br":
            yield " ", child  # a block of its own: it ends the line
        if child.tail:
            yield child.tail, element
