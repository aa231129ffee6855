"""The body of a saved page as blocks, and the story in them: paragraphs, subheads, standfirst, without the furniture between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from analysis.articles.line_kinds import line_kind
from analysis.articles.link_cards import drop_link_cards
from analysis.articles.parts import CREDIT_KINDS, ArticleParts, editors_notes, is_masthead, is_signature, once
from analysis.articles.subheads import looks_like_subhead

_LEAVES = frozenset({"p", "head", "item", "quote", "code", "row"})
_BLOCKS = _LEAVES | {"list", "table", "body", "div", "cell"}
_HEAD = 4  # among so many blocks byline and date are the page's, further down they belong to the story
_STORY_KINDS = frozenset({"wire", "caption", "credit", "byline", "date"})  # of lines that stay once the story has begun
_BELOW = 3  # so many elements may a heading have between it and its first paragraph: a picture, an advertisement
_PROSE = 120  # a paragraph of so many characters is prose, not a line of a list
_ENDS = (".", "!", "?", "”", '"', ":", "…", ")", "’")
_STAFF = re.compile(r"(?:by )?(?:[\w’' ]{0,30}\s)?staff(?: and wire)?(?: reports?| writers?)?$", re.I)
_PITCH = re.compile(
    r"(?:like|enjoyed?) (?:this|what you) .{3,30}\?|ftc: we use|(?:this|the) (?:post|article|page) (?:may )?contains? affiliate|we may earn",
    re.I,
)


class Block(NamedTuple):
    """A paragraph, heading, list entry or table row: its words, which shares of them are bold and links, and whether these stay on the site."""

    kind: str
    text: str
    bold: float = 0.0
    linked: float = 0.0
    is_inner: bool = False


def blocks(element: HtmlElement, url: str) -> Iterator[Block]:
    """The innermost blocks of trafilatura's body, in order; a line break parts blocks. `url` is the page's own address.

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
    if element.tag == "row":
        lines = [" ".join(" ".join("".join(cell.itertext()).split()) for cell in element)]
    else:
        for mark in element.iter("lb"):
            mark.tail = "\n" + (mark.tail or "")
        lines = "".join(element.itertext()).split("\n")
    lines = [words for line in lines if (words := " ".join(line.split()))]
    length = max(sum(map(len, lines)), 1)
    links = [e for e in (element, *element.iterdescendants("ref")) if e.tag == "ref"]
    linked = sum(len("".join(e.itertext()).strip()) for e in links) / length
    bold = (
        sum(
            len("".join(e.itertext()).strip())
            for e in (element, *element.iterdescendants("hi"))
            if e.tag == "hi" and e.get("rend") == "#b"
        )
        / length
    )
    is_inner = bool(links) and all(_stays(e.get("target") or "", url) for e in links)
    kind = element.tag if element.tag in _LEAVES else "p"
    yield from (Block(kind, drop_link_cards(words), bold, linked, is_inner) for words in lines)


def _stays(target: str, url: str) -> bool:
    """Whether a link leads to a page of the site that `url` is of: an address without a host, or with the same last two parts."""
    host, own = urlsplit(target).netloc, urlsplit(url).netloc
    return bool(target) and (not host or host.split(".")[-2:] == own.split(".")[-2:])


def with_headings(found: Sequence[Block], tree: HtmlElement, url: str) -> list[Block]:
    """The blocks with the page's headings that were lost, each above the block that follows it on the page.

    In its mode for precision trafilatura takes headings that are links, as of goods in a review, for links to other stories.
    """
    places = {_key(block.text): n for n, block in enumerate(found) if block.kind != "head"}
    known = {_key(block.text) for block in found}
    lost: dict[int, list[Block]] = {}
    for heading in tree.iter("h2", "h3", "h4"):
        words = " ".join("".join(heading.itertext()).split())
        below = [_key("".join(e.itertext())) for e in islice(heading.itersiblings(), _BELOW) if isinstance(e.tag, str)]
        place = next((places[key] for key in below if key in places), None)
        leads_on = any(
            _stays(link.get("href") or "", url) for link in heading.iter("a")
        )  # the headline of another story
        if place is not None and words and not leads_on and _key(words) not in known:
            lost.setdefault(place, []).append(Block("head", words))
    return [block for n, at in enumerate(found) for block in [*lost.get(n, []), at]] if lost else list(found)


def _key(words: str) -> str:
    """The letters and digits that a text begins with."""
    return re.sub(r"[\W_]+", "", words[:160])[:60]


def first_words(body: HtmlElement) -> str:
    """The words of the body's first paragraph of some length."""
    return next(
        (" ".join(words.split()) for p in body.iter("p", "item") if len(words := "".join(p.itertext())) > 60), ""
    )


def page_story(found: Sequence[Block], *, headline: str = "", outlet: str = "") -> ArticleParts:
    """The parts of the story in the blocks of a page's body: furniture left between and behind its paragraphs is taken out.

    A heading above the first paragraph is a standfirst if it is a sentence; one with nothing below it is none of the story's. A bold
    line or one in capitals between paragraphs is a subhead as a heading is.
    """
    kinds = [_kind(block, n, headline, outlet) for n, block in enumerate(found)]
    kept = [n for n, kind in enumerate(kinds) if not kind]
    prose = [n for n in kept if found[n].kind != "head" and not _is_bold_head(found, n)]
    first, last = (prose[0], prose[-1]) if prose else (0, -1)
    standfirst = [n for n in kept if n < first and len(found[n].text.split()) > 7]
    subheads = [n for n in kept if n not in prose and n not in standfirst and n < last and _leads(found, kinds, n)]
    return ArticleParts(
        paragraphs=[found[n].text for n in prose],
        subheads=[found[n].text for n in subheads],
        summary=once(found[n].text for n in standfirst),
        credits=[
            block.text
            for block, kind in zip(found, kinds, strict=True)
            if kind in CREDIT_KINDS or is_signature(block.text)
        ],
        byline=[block.text for block, kind in zip(found[:_HEAD], kinds, strict=False) if kind == "byline"],
        notes=editors_notes([block.text for block in found], kinds),
    )


def _kind(block: Block, n: int, headline: str, outlet: str) -> str:
    """Which furniture a block is; "" for the story's own."""
    if block.text == headline or (n < _HEAD and outlet and is_masthead(block.text, outlet)):
        return "repeat"
    if not re.search(r"[^\W_]", block.text):
        return "separator"
    if block.linked > 0.8 and block.is_inner and block.kind not in {"row", "head"} and not block.text.endswith(_ENDS):
        return "related"
    if n < _HEAD and _STAFF.match(block.text):
        return "byline"
    if _PITCH.match(block.text):
        return "promotion"
    kind = "" if block.kind == "head" and len(block.text.split()) > 8 else line_kind(block.text)
    return "" if kind in _STORY_KINDS and n >= _HEAD else kind


def _is_bold_head(found: Sequence[Block], n: int) -> bool:
    """Whether a paragraph is a subhead by its looks: all bold or all capitals and no sentence, or a few words without a full stop
    between two long paragraphs; what is below it is a plain paragraph."""
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


def _leads(found: Sequence[Block], kinds: Sequence[str], n: int) -> bool:
    """Whether a heading has something of the story below it before the next one."""
    for m in range(n + 1, len(found)):
        if found[m].kind == "head":
            return not any(kinds[n + 1 : m])
        if not kinds[m]:
            return True
    return False
