"""The blocks of a saved page, its story's and others: paragraphs, headings, list entries, rows of tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from analysis.articles.link_cards import drop_link_cards

_UNSEEN = frozenset(
    "script style noscript template svg math iframe object head select option textarea canvas audio video map title"
    " button dialog".split()
)
_BREAKS = frozenset(
    "address article aside blockquote body br center dd details dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul caption".split()
)
_KINDS = {"p": "p", "li": "item", "dd": "item", "dt": "item", "tr": "row", "pre": "code", "blockquote": "quote"} | {
    f"h{n}": "head" for n in range(1, 7)
}
_PARTS = frozenset("p blockquote figure figcaption ul ol li h2 h3 h4 footer cite span".split())
_POST = re.compile(r"tweet|twitter|instagram|bluesky|mastodon|tiktok|reddit-|text-post-media|fb-post", re.I)
_DASH = re.compile(r"\A\s*[—–―-]+\s*(?=\w)")  # what stands before the author of a quotation
_LONGEST_AUTHOR = 20  # words
_LONGEST_ROW = 600  # characters: a longer row of a table is a column of the page


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list entry or table row of a page."""

    kind: str  # "p", "head", "item", "row", "quote" or "code"
    text: str
    bold: float = 0.0  # the share of its characters that are bold
    linked: float = 0.0  # the share of its characters that are links
    is_inner: bool = False  # whether all its links stay on the site
    element: HtmlElement | None = None  # the element that its words stand in


def page_blocks(tree: HtmlElement, url: str = "") -> list[Block]:
    """Return the blocks of a page; a line break parts blocks. `url` is the page's address.

    A post that is embedded is one block.

    >>> from lxml.html import document_fromstring
    >>> page = document_fromstring("<h2>Rain</h2><p>It <b>fell</b>.<br>It stopped.</p>")
    >>> [(block.kind, block.text) for block in page_blocks(page)]
    [('head', 'Rain'), ('p', 'It fell.'), ('p', 'It stopped.')]
    """
    return list(_Walk(url).blocks(tree))


class _Walk:
    """A walk through a page's elements that gathers words to blocks."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.kinds = ["p"]  # of the open elements that have one
        self.n_bold_open = 0
        self.links_open: list[str] = []
        self.whole: HtmlElement | None = None  # the open element within which nothing parts blocks
        self._clear()

    def blocks(self, tree: HtmlElement) -> Iterator[Block]:
        """Yield the blocks in `tree`."""
        walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if element.tag in _BREAKS:
                if self.whole is None:
                    around = element.getparent() if event == "start" else element
                    yield from self._finished(tree if around is None else around)
                else:
                    self.pieces.append(" ")
            if event == "start":
                self._open(element)
                if _is_unseen(element):
                    walk.skip_subtree()
                else:
                    self._add(element.text)
                continue
            if element is self.whole:
                self.whole = None
                yield from self._finished(element)
            if event == "end":
                self._close(element.tag)
            self._add(element.tail)
        yield from self._finished(tree)

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _KINDS:
            self.kinds.append(_KINDS[tag])
        if tag in {"b", "strong"}:
            self.n_bold_open += 1
        if tag == "a":
            self.links_open.append(element.get("href") or "")
        if self.whole is None and ((tag == "tr" and _is_row(element)) or (tag == "blockquote" and _is_post(element))):
            self.whole = element

    def _close(self, tag: str) -> None:
        if tag in _KINDS:
            self.kinds.pop()
        if tag in {"b", "strong"}:
            self.n_bold_open -= 1
        if tag == "a":
            self.links_open.pop()

    def _add(self, words: str | None) -> None:
        if not words:
            return
        self.pieces.append(words)
        size = len(words.strip())
        self.n_bold += size if self.n_bold_open else 0
        if self.links_open and size:
            self.n_linked += size
            self.targets.update(self.links_open)

    def _finished(self, element: HtmlElement) -> Iterator[Block]:
        """Yield the block that ends here, if any: its words stand in `element`."""
        words = " ".join("".join(self.pieces).split())
        if words:
            size = len(words)
            is_inner = bool(self.targets) and all(stays(target, self.url) for target in self.targets)
            shares = min(self.n_bold / size, 1.0), min(self.n_linked / size, 1.0)
            yield Block(self.kinds[-1], drop_link_cards(words), *shares, is_inner, element)
        self._clear()

    def _clear(self) -> None:
        self.pieces: list[str] = []
        self.n_bold = self.n_linked = 0
        self.targets: set[str] = set()


def _is_unseen(element: HtmlElement) -> bool:
    """Return whether an element has no words of the page; one that was never closed may hold the whole story."""
    return element.tag in _UNSEEN and (element.tag not in {"button", "dialog"} or element.find(".//p") is None)


def _is_row(element: HtmlElement) -> bool:
    """Return whether an element <tr> is a row of figures or words, not a column of the page."""
    inside = next(element.iterdescendants("tr", "ul", "h1", "h2", "h3"), None)
    return inside is None and len("".join(element.itertext())) < _LONGEST_ROW


def _is_post(element: HtmlElement) -> bool:
    return bool(_POST.search(element.get("class") or ""))


def with_authors(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[Block]:
    """Return the chosen blocks; a quotation takes the author below it along, whether chosen or not."""
    found: list[Block] = []
    signature = None
    for n, block in enumerate(blocks):
        below = blocks[n + 1] if n + 1 < len(blocks) else None
        if not chosen[n] or block is signature:
            continue
        if below is not None and _signs(below, block):
            signature = below
            block = replace(block, kind="quote", text=f"{block.text} — {_DASH.sub('', below.text, count=1)}")
        found.append(block)
    return found


def _signs(block: Block, before: Block) -> bool:
    """Return whether `block` is the author of the quotation `before`."""
    quotation = around(before.element, "blockquote")
    if quotation is None or len(block.text.split()) > _LONGEST_AUTHOR:
        return False
    if block.element is before.element and block.element is not quotation:
        return False
    cites = [" ".join("".join(cite.itertext()).split()) for cite in quotation.iter("cite")]
    if around(block.element, "blockquote") is quotation:
        is_marked = around(block.element, "footer", "cite") is not None or block.text in cites
        return is_marked or bool(_DASH.match(block.text))
    figure = around(quotation, "figure")
    caption = around(block.element, "figcaption")
    return figure is not None and caption is not None and caption.getparent() is figure


def around(element: HtmlElement | None, *tags: str) -> HtmlElement | None:
    """Return the nearest of the element and those around it with one of `tags`."""
    while element is not None and element.tag not in tags:
        element = element.getparent()
    return element


def holder(block: Block) -> HtmlElement | None:
    """Return the element whose parts are paragraphs, lists and quotations, of which the block is one."""
    element = block.element
    while element is not None and element.tag in _PARTS:
        element = element.getparent()
    return element


def stays(target: str, url: str) -> bool:
    """Return whether a link leads to the site that `url` is of: no host, or one with the same last two parts."""
    host, own = _host(target), _host(url)
    return bool(target) and (not host or host.split(".")[-2:] == own.split(".")[-2:])


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:  # brackets without an IPv6 address in them
        return address
