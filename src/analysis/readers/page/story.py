"""Which blocks of a saved page are its story: a model that also sees what a plain extraction keeps.

The plain extraction is trafilatura's in its mode for recall. The model (boosted trees, page_model.npz) is learned by
training/page_blocks.py from pages whose story is known.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from analysis.articles.line_kinds import line_kinds
from analysis.readers.page.block_features import block_features, share_in
from analysis.readers.page.blocks import Block, around, holder, page_blocks, with_authors
from analysis.readers.page.json_ld import article_body
from analysis.readers.page.page_text import letters, page_title
from analysis.shipped import shipped_file
from analysis.trees import load_trees, log_odds

WEIGHTS = shipped_file("readers/page/page_model.npz")
_SURE = 0.5  # a block from this probability on is the story's
_AGREED = 0.6  # of the plain extraction's text; a story with less of it is doubted, and all of that text is kept
_MUCH = 0.5  # of the page's prose; a plain extraction with less of it is tried again in the default mode
_PROSE = 110  # characters: from here a block is rarely a link or a label
_LONGEST_PART = 3  # blocks: a quotation with its author
_TWICE = 40  # letters: a text of so many is printed once
_NOTED = 0.1  # of the words; when more of them are left out, a note says so
_COMMENTS = re.compile(r"comment(?!ary)|comol|disqus_thread|dsq-comments|(?:article|post)-comments", re.I)
_Bools = npt.NDArray[np.bool_]


class PageBlocks(NamedTuple):
    """A page's blocks with what is known of them before the model is asked."""

    blocks: list[Block]
    kinds: list[str]  # of furniture
    kept: npt.NDArray[np.float64]  # whether a plain extraction keeps them: 1, .5 for a part, 0
    is_apart: _Bools  # whether they are readers' comments or captions
    rows: npt.NDArray[np.float64]  # what the model sees


class Story(NamedTuple):
    """The blocks of a page's story, and what is to be noted of how they were found."""

    blocks: list[Block]
    notes: list[str]


def find_story(tree: HtmlElement, url: str) -> Story | None:
    """Return the blocks of the story, furniture between them; None for a page without a story."""
    page = read_page(tree, url)
    if page is None:
        return None
    probability = 1 / (1 + np.exp(-log_odds(load_trees(WEIGHTS), page.rows)))
    chosen = choose(page, probability)
    blocks = with_authors(page.blocks, chosen.tolist())
    return Story(blocks, [*_left_out(page, chosen), *_elsewhere(blocks, article_body(tree))])


def read_page(tree: HtmlElement, url: str) -> PageBlocks | None:
    """Return the page's blocks and what the model sees of them; None when nothing can be extracted."""
    blocks = page_blocks(tree, url)
    is_apart = _apart(blocks)
    prose = np.array([len(b.text) * (len(b.text) >= _PROSE and b.linked < 0.5) for b in blocks]) * ~is_apart
    plain = _extracted(tree, recall=True)
    kept = share_in(blocks, plain)
    if (prose * (kept > 0)).sum() < _MUCH * prose.sum():
        other = _extracted(tree, recall=False)
        again = share_in(blocks, other)
        if (prose * (again > 0)).sum() > (prose * (kept > 0)).sum():
            plain, kept = other, again
    if not plain:
        return None
    size = np.array([len(block.text) for block in blocks])
    if (size * (kept > 0)).sum() < _MUCH * sum(map(len, plain)):  # the words stand in no element: in a script
        blocks = [Block("p", words) for words in plain]
        kept, is_apart = np.ones(len(blocks)), np.zeros(len(blocks), dtype=bool)
    kinds = line_kinds(block.text for block in blocks)
    rows = block_features(blocks, kinds, title=page_title(tree), kept=kept)
    return PageBlocks(blocks, kinds, kept, is_apart, rows)


def choose(page: PageBlocks, probability: npt.NDArray[np.float64]) -> _Bools:
    """Return which blocks are the story's, each text once.

    The model is not followed where it leaves out much of what the plain extraction keeps.
    """
    plain = (page.kept > 0) & ~page.is_apart
    chosen = (probability > _SURE) & ~page.is_apart
    size = np.array([len(block.text) for block in page.blocks])
    if (size * (chosen & plain)).sum() < _AGREED * (size * plain).sum():
        chosen |= plain
    seen: set[str] = set()
    for n in np.flatnonzero(chosen):
        words = letters(page.blocks[n].text)
        if len(words) >= _TWICE:
            chosen[n] = words not in seen
            seen.add(words)
    return chosen | _between(page, chosen)


def _between(page: PageBlocks, chosen: _Bools) -> _Bools:
    """Return which blocks are quotations or headings between two of the story's blocks, in one element with them."""
    is_part = np.array(
        [block.kind == "head" or around(block.element, "blockquote") is not None for block in page.blocks], dtype=bool
    )
    found = np.zeros(len(chosen), dtype=bool)
    for above, below in pairwise(np.flatnonzero(chosen)):
        between = slice(above + 1, below)
        if not 0 < below - above - 1 <= _LONGEST_PART or not (is_part | page.is_apart)[between].all():
            continue
        if is_part[between].any() and holder(page.blocks[above]) is holder(page.blocks[below]):
            found[between] = is_part[between] & ~page.is_apart[between]
    return found


def _left_out(page: PageBlocks, chosen: _Bools) -> list[str]:
    """Return a note when many words that the plain extraction keeps are left out, and are no known furniture."""
    sizes = [len(block.text.split()) for block in page.blocks]
    taken = {letters(block.text) for block, yes in zip(page.blocks, chosen, strict=True) if yes}
    plain = [n for n in np.flatnonzero(page.kept > 0) if not page.kinds[n]]
    lost = sum(sizes[n] for n in plain if letters(page.blocks[n].text) not in taken)
    total = sum(sizes[n] for n in plain)
    return [f"body: left out {lost} of {total} words that a plainer reading keeps"] if lost > _NOTED * total else []


def _elsewhere(blocks: Sequence[Block], told: str) -> list[str]:
    """Return a note when the page's JSON-LD has many words of the article that its elements do not have."""
    if not told:
        return []
    lines = [line for line in re.split(r"\n+|(?<=[.!?”\"]) +", told) if line.strip()]
    whole = "".join(letters(block.text) for block in blocks)
    lost = sum(len(line.split()) for line in lines if letters(line) not in whole)
    total = len(told.split())
    return [f"body: {lost} of {total} words of the page's JSON-LD are missing"] if lost > 2 * _NOTED * total else []


def _apart(blocks: Sequence[Block]) -> _Bools:
    """Return which blocks are captions, or stand in an element named as the readers' comments."""
    known: dict[HtmlElement, bool] = {}
    return np.array([_is_apart(block.element, known) for block in blocks], dtype=bool)


def _is_apart(element: HtmlElement | None, known: dict[HtmlElement, bool]) -> bool:
    if element is None or element.tag in {"body", "html", "article", "main"}:
        return False
    if element not in known:
        own = element.tag == "figcaption" or any(_COMMENTS.match(element.get(name) or "") for name in ("id", "class"))
        known[element] = own or _is_apart(element.getparent(), known)
    return known[element]


def _extracted(tree: HtmlElement, *, recall: bool) -> list[str]:
    """Return the paragraphs that trafilatura keeps, none when it finds no story."""
    document = cast(Document | None, bare_extraction(tree, favor_recall=recall, include_comments=False))
    if document is None:
        return []
    return [words for line in (document.text or "").split("\n") if (words := line.strip())]
