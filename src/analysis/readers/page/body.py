"""The body of a saved page: its blocks, and which of them are the story's paragraphs, subheads and standfirst."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from analysis.articles.line_kinds import is_date, line_kind
from analysis.articles.link_cards import drop_link_cards
from analysis.articles.parts import CREDIT_KINDS, ArticleParts, editors_notes, is_masthead, is_signature, once
from analysis.articles.subheads import looks_like_subhead, paragraphs_below
from analysis.readers.page.page_text import text_of

_LEAVES = frozenset({"p", "head", "item", "quote", "code", "row"})
_BLOCKS = _LEAVES | {"list", "table", "body", "div", "cell"}
_HEAD = 4  # among so many blocks byline and date are the page's, further down they belong to the story
_STORY_KINDS = frozenset({"wire", "caption", "credit", "byline", "date"})  # of lines that stay once the story has begun
_BELOW = 3  # so many elements may a heading have between it and its first paragraph: a picture, an advertisement
_PROSE = 120  # a paragraph of so many characters is prose, not a line of a list
_LINKS = 0.8  # a block of which more is links leads to another story
_FIRST_PARAGRAPH = 60  # characters: a shorter paragraph may be the page's
_ENDS = (".", "!", "?", "”", '"', ":", "…", ")", "’")
_WORD = re.compile(r"[^\W_]")
_STAFF = re.compile(r"(?:by )?(?:[\w’' ]{0,30}\s)?staff(?: and wire)?(?: reports?| writers?)?$", re.I)
_PITCH = re.compile(
    r"(?:like|enjoyed?) (?:this|what you) .{3,30}\?|ftc: we use"
    r"|(?:this|the) (?:post|article|page) (?:may )?contains? affiliate|we may earn",
    re.I,
)


class Block(NamedTuple):
    """A paragraph, heading, list entry or table row of a page's body."""

    kind: str  # its element
    text: str
    bold: float = 0.0  # the share of its characters that are bold
    linked: float = 0.0  # the share of its characters that are links
    is_inner: bool = False  # whether all its links stay on the site


def blocks(element: HtmlElement, url: str) -> Iterator[Block]:
    """Yield the innermost blocks of trafilatura's body, in order; `url` is the page's address.

    A line break parts blocks.

    >>> from lxml.etree import fromstring
    >>> [tuple(b)[:2] for b in blocks(fromstring("<div><head>Rain</head><p>It fell.<lb/>It stopped.</p></div>"), "")]
    [('head', 'Rain'), ('p', 'It fell.'), ('p', 'It stopped.')]
    """
    if element.tag == "row" or (element.tag in _LEAVES and not any(child.tag in _BLOCKS for child in element)):
        yield from _leaf(element, url)
        return
    if (element.text or "").strip():
        yield Block("p", " ".join(element.text.split()))
    for child in element:
        if isinstance(child.tag, str):
            yield from blocks(child, url) if child.tag in _BLOCKS else _leaf(child, url)
        if (child.tail or "").strip():
            yield Block("p", " ".join(child.tail.split()))


def _leaf(element: HtmlElement, url: str) -> Iterator[Block]:
    lines = _lines(element)
    length = max(sum(map(len, lines)), 1)
    links = [e for e in (element, *element.iterdescendants("ref")) if e.tag == "ref"]
    strong = [e for e in (element, *element.iterdescendants("hi")) if e.tag == "hi" and e.get("rend") == "#b"]
    is_inner = bool(links) and all(_stays(e.get("target") or "", url) for e in links)
    kind = element.tag if element.tag in _LEAVES else "p"
    for words in lines:
        yield Block(kind, drop_link_cards(words), _length(strong) / length, _length(links) / length, is_inner)


def _lines(element: HtmlElement) -> list[str]:
    """Return the lines of a block; a row of a table is one."""
    if element.tag == "row":
        lines = [" ".join(text_of(cell) for cell in element)]
    else:
        for mark in element.iter("lb"):
            mark.tail = "\n" + (mark.tail or "")
        lines = "".join(element.itertext()).split("\n")
    return [words for line in lines if (words := " ".join(line.split()))]


def _length(elements: Sequence[HtmlElement]) -> int:
    return sum(len("".join(element.itertext()).strip()) for element in elements)


def _stays(target: str, url: str) -> bool:
    """Return whether a link leads to the site that `url` is of: no host, or one with the same last two parts."""
    host, own = _host(target), _host(url)
    return bool(target) and (not host or host.split(".")[-2:] == own.split(".")[-2:])


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:  # brackets without an IPv6 address in them
        return address


def with_headings(found: Sequence[Block], tree: HtmlElement, url: str) -> list[Block]:
    """Return the blocks with the page's headings that were lost, each above the block that follows it on the page.

    In its mode for precision trafilatura takes headings that are links, as of goods in a review, for links to other
    stories.
    """
    places = {_key(block.text): n for n, block in enumerate(found) if block.kind != "head"}
    known = {_key(block.text) for block in found}
    lost: dict[int, list[Block]] = {}
    for heading in tree.iter("h2", "h3", "h4"):
        words = text_of(heading)
        below = [_key("".join(e.itertext())) for e in islice(heading.itersiblings(), _BELOW) if isinstance(e.tag, str)]
        place = next((places[key] for key in below if key in places), None)
        # A heading that links to another page of the site is the headline of another story.
        leads_on = any(_stays(link.get("href") or "", url) for link in heading.iter("a"))
        if place is not None and words and not leads_on and _key(words) not in known:
            lost.setdefault(place, []).append(Block("head", words))
    return [block for n, at in enumerate(found) for block in [*lost.get(n, []), at]] if lost else list(found)


def _key(words: str) -> str:
    """Return the letters and digits that a text begins with."""
    return re.sub(r"[\W_]+", "", words[:160])[:60]


def first_words(body: HtmlElement) -> str:
    """Return the words of the body's first paragraph of some length that is no line of dates."""
    paragraphs = (" ".join("".join(element.itertext()).split()) for element in body.iter("p", "item"))
    return next((words for words in paragraphs if len(words) > _FIRST_PARAGRAPH and not is_date(words)), "")


def page_parts(found: Sequence[Block], *, headline: str = "", outlet: str = "") -> ArticleParts:
    """Return the parts of the story in the blocks of a page's body, without the furniture between them.

    A heading above the first paragraph is a standfirst if it is a sentence; one with nothing below it is none of the
    story's. A bold line or one in capitals between paragraphs is a subhead as a heading is.
    """
    kinds = [_kind(block, n, headline, outlet) for n, block in enumerate(found)]
    kept = [n for n, kind in enumerate(kinds) if not kind]
    prose = [n for n in kept if found[n].kind != "head" and not _is_bold_head(found, n)]
    first, last = (prose[0], prose[-1]) if prose else (0, -1)
    standfirst = [n for n in kept if n < first and len(found[n].text.split()) > 7]
    aside = {*prose, *standfirst}
    subheads = [n for n in kept if n not in aside and n < last and _has_story_below(found, kinds, n)]
    texts = [block.text for block in found]
    return ArticleParts(
        paragraphs=[texts[n] for n in prose],
        subheads=[texts[n] for n in subheads],
        below=paragraphs_below(subheads, prose),
        summary=once(texts[n] for n in standfirst),
        credits=[text for text, kind in zip(texts, kinds, strict=True) if kind in CREDIT_KINDS or is_signature(text)],
        byline=[texts[n] for n, kind in enumerate(kinds[:_HEAD]) if kind == "byline"],
        notes=editors_notes(texts, kinds),
    )


def _kind(block: Block, n: int, headline: str, outlet: str) -> str:
    """Return which furniture a block is; "" for the story's own."""
    if block.text == headline or (n < _HEAD and outlet and is_masthead(block.text, outlet)):
        return "repeat"
    if not _WORD.search(block.text):
        return "separator"
    if (
        block.linked > _LINKS
        and block.is_inner
        and block.kind not in {"row", "head"}
        and not block.text.endswith(_ENDS)
    ):
        return "related"
    if n < _HEAD and _STAFF.match(block.text):
        return "byline"
    if _PITCH.match(block.text):
        return "promotion"
    kind = "" if block.kind == "head" and len(block.text.split()) > 8 else line_kind(block.text)
    return "" if kind in _STORY_KINDS and n >= _HEAD else kind


def _is_bold_head(found: Sequence[Block], n: int) -> bool:
    """Return whether a paragraph is a subhead by its looks, above a plain paragraph.

    It is all bold or all capitals and no sentence, or a few words without a full stop between two long paragraphs.
    """
    block, below = found[n], found[n + 1] if n + 1 < len(found) else None
    if block.kind != "p" or below is None or below.kind == "head" or block.linked > 0.5:
        return False
    if block.bold > 0.95 and below.bold < 0.95:
        return looks_like_subhead(re.sub(r"(?:\)|…|\s*\.{3})$", "", block.text) or block.text)
    if block.text.isupper() and len(block.text.split()) > 1 and not below.text.isupper():
        return looks_like_subhead(block.text)
    stands_alone = (
        n > 0 and min(len(found[n - 1].text), len(below.text)) > _PROSE and found[n - 1].kind == below.kind == "p"
    )
    return stands_alone and len(block.text.split()) <= 8 and block.text[-1].isalnum() and looks_like_subhead(block.text)


def _has_story_below(found: Sequence[Block], kinds: Sequence[str], n: int) -> bool:
    """Return whether a heading has something of the story below it before the next one."""
    for m in range(n + 1, len(found)):
        if found[m].kind == "head":
            return not any(kinds[n + 1 : m])
        if not kinds[m]:
            return True
    return False
