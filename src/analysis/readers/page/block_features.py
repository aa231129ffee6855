"""What the model of a page's blocks sees of each: its words, its neighbors, its place among the page's elements."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

from analysis.articles.line_features import PROSE, features, shifted
from analysis.readers.page.blocks import Block
from analysis.readers.page.page_text import letters

_Array = npt.NDArray[np.float64]
_TAGS = "article main nav header footer aside figure figcaption form table li blockquote".split()
_NAMES = (  # parts of class names and ids, by what they say of an element
    "article story entry post blog",
    "body content text prose markdown wysiwyg",
    "comment disqus discussion reply replies",
    "related recommend popular trending more- most- latest also- read-next teaser card promo"
    " carousel slider tile listing",
    "sidebar side-bar rail widget aside secondary",
    "foot copyright legal disclaimer correction",
    "nav menu breadcrumb toc table-of-contents tabs pagination pager",
    "share social follow subscri newsletter signup sign-up cta banner paywall donat",
    "cookie consent gdpr modal popup overlay dialog toast",
    "byline author bio contributor dateline timestamp meta published tags categor topic label",
    "caption credit photo image gallery media video figure slide",
    "ad- ads advert sponsor outbrain taboola commercial",
    "hidden sr-only screen-reader visually print-only mobile-only skip",
    "title headline heading deck standfirst summary lede excerpt intro key-points highlight takeaway",
    "faq accordion question product price rating review recipe spec",
)
_WORDS = tuple(tuple(words.split()) for words in _NAMES)
_TAG_BITS = {tag: 1 << n for n, tag in enumerate(_TAGS)}
_N_BITS = len(_TAGS) + len(_NAMES) + 1
_NEAR = 3  # elements: a block's own, and the two around it
_KINDS = ("p", "head", "item", "row", "quote", "code")
_SHORT_KEY = 25  # letters: a shorter text may stand in another by chance
_MAIN = 0.6  # of the text: the innermost element with so much of it is the story's
_FAR = 30  # steps: beyond any real page


def block_features(blocks: Sequence[Block], kinds: Sequence[str], *, title: str, kept: _Array) -> _Array:
    """Return one row per block.

    `kinds` are the blocks' kinds of furniture, `title` is the page's, `kept` says which blocks a plain extraction
    keeps (see `share_in`).
    """
    words = features([title or "-", *(block.text for block in blocks)], ["", *kinds], near=False)[1:]
    size = np.array([len(block.text) for block in blocks], dtype=float)
    own = np.array([[b.bold, b.linked, b.is_inner, *(b.kind == kind for kind in _KINDS)] for b in blocks], dtype=float)
    is_prose = np.array(
        [not kind and len(b.text) >= PROSE and b.linked < 0.5 for b, kind in zip(blocks, kinds, strict=True)]
    )
    beside = np.column_stack([kept, own[:, 1]])
    near = [shifted(beside, step) for step in (-2, -1, 1, 2)]
    prose = size * is_prose
    return np.hstack(
        [words, own, kept[:, None], *near, _runs(kept), _share(kept * size, size), _names_around(blocks),
         _groups(blocks, prose, kept), _distance(blocks, size * kept), _distance(blocks, prose)]
    )  # fmt: skip


def share_in(blocks: Sequence[Block], paragraphs: Sequence[str]) -> _Array:
    """Return 1.0 for each block whose words stand in `paragraphs`, .5 for one of which a part does, else 0."""
    keys = [letters(words) for words in paragraphs]
    whole, lines = "".join(keys), set(keys)
    return np.array([_found(letters(block.text), whole, lines) for block in blocks])


def _found(own: str, whole: str, lines: set[str]) -> float:
    if len(own) < _SHORT_KEY:
        return float(own != "" and own in lines)
    if own in whole:
        return 1.0
    return 0.5 if own[:_SHORT_KEY] in whole or own[-_SHORT_KEY:] in whole else 0.0


def _runs(kept: _Array) -> _Array:
    """Return for each block how far the last block that is kept stands above it, and how far the next one below."""
    n, at = len(kept), np.arange(len(kept))
    last = np.maximum.accumulate(np.where(kept > 0.9, at, -100))
    following = np.minimum.accumulate(np.where(kept > 0.9, at, n + 100)[::-1])[::-1]
    return np.column_stack([np.log1p(at - last), np.log1p(following - at)])


def _share(mass: _Array, size: _Array) -> _Array:
    """Return what share of `mass` stands above each block, how much it is in all, and what share of the page."""
    total, n = mass.sum(), len(size)
    above = (np.cumsum(mass) - mass) / (total + 1e-9)
    return np.column_stack([above, np.full(n, np.log1p(total)), np.full(n, total / (size.sum() + 1e-9))])


def _names_around(blocks: Sequence[Block]) -> _Array:
    """Return what the tags, class names and ids of the elements around each block say: of the nearest, and of all."""
    masks: dict[HtmlElement, tuple[int, ...]] = {}  # an element's own bits, those with one and two around it, and all
    for block in blocks:
        chain = [block.element] if block.element is not None else []
        while chain and chain[-1] not in masks and (parent := chain[-1].getparent()) is not None:
            chain.append(parent)
        for element in reversed(chain):
            if element not in masks:
                masks[element] = _bits(element, masks.get(element.getparent(), (0,) * (_NEAR + 1)))
    none = (0,) * (_NEAR + 1)
    found = np.array([masks.get(block.element, none)[-2:] for block in blocks], dtype=np.int64).reshape(-1, 2)
    return np.hstack([(found[:, side, None] >> np.arange(_N_BITS) & 1).astype(float) for side in (0, 1)])


def _bits(element: HtmlElement, parent: tuple[int, ...]) -> tuple[int, ...]:
    """Return the bits of an element: its own, those with one and with two elements around it, and those with all."""
    own = _TAG_BITS.get(element.tag, 0)
    if element.tag not in {"body", "html"}:  # their names say nothing of a part of the page
        own |= _name_bits(f"{element.get('class') or ''} {element.get('id') or ''}".lower())
    style = element.get("style") or ""
    is_hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    own |= (is_hidden or "display:none" in style.replace(" ", "")) << (_N_BITS - 1)
    return (own, *(own | around for around in parent[: _NEAR - 1]), own | parent[-1])


@lru_cache(maxsize=4096)
def _name_bits(names: str) -> int:
    if names == " ":
        return 0
    return sum(1 << len(_TAGS) + n for n, words in enumerate(_WORDS) if any(word in names for word in words))


def _groups(blocks: Sequence[Block], prose: _Array, kept: _Array) -> _Array:
    """Return for the blocks alike in tags and classes: their share of the prose, how many are kept, how many they are.

    First those alike in their own element and its parent, then those alike in one more.
    """
    names: dict[HtmlElement, str] = {}
    total, columns = prose.sum() + 1e-9, []
    for depth in (2, 3):
        groups = [f"{block.kind}>{_path(block.element, depth, names)}" for block in blocks]
        number = {name: n for n, name in enumerate(dict.fromkeys(groups))}
        at = np.array([number[name] for name in groups], dtype=int)
        count = np.bincount(at, minlength=len(number))
        mass, share = (np.bincount(at, weights=w, minlength=len(number)) for w in (prose, kept))
        columns += [mass[at] / total, share[at] / count[at], np.log1p(count)[at]]
    return np.column_stack(columns)


def _path(element: HtmlElement | None, depth: int, names: dict[HtmlElement, str]) -> str:
    """Return the tags and classes of an element and those around it, `depth` in all."""
    path: list[str] = []
    while element is not None and len(path) < depth:
        if element not in names:
            names[element] = f"{element.tag}.{element.get('class') or ''}"
        path.append(names[element])
        element = element.getparent()
    return ">".join(path)


def _distance(blocks: Sequence[Block], mass: _Array) -> _Array:
    """Return how far each block stands from the innermost element that holds most of `mass`.

    The columns are the steps up from that element to one that holds the block too, the steps down from there to the
    block, and the share of the mass in the block's parent.
    """
    total = mass.sum() + 1e-9
    inside: dict[HtmlElement, float] = defaultdict(float)
    for block, amount in zip(blocks, mass.tolist(), strict=True):
        element = block.element if amount else None
        while element is not None:
            inside[element] += amount
            element = element.getparent()
    main = [element for element, amount in inside.items() if amount > _MAIN * total]  # one within the other
    inner = min(main, key=lambda e: (inside[e], -sum(1 for _ in e.iterancestors())), default=None)
    steps = {} if inner is None else {inner: 0} | {e: n for n, e in enumerate(inner.iterancestors(), start=1)}
    rows = [_steps(block.element, steps, inside) for block in blocks]
    return np.asarray(np.array(rows, dtype=float).reshape(-1, 3) / np.array([1.0, 1.0, total]), dtype=float)


def _steps(
    element: HtmlElement | None, up: dict[HtmlElement, int], inside: dict[HtmlElement, float]
) -> tuple[int, int, float]:
    parent = None if element is None else element.getparent()
    share, down = (0.0 if parent is None else inside.get(parent, 0.0)), 0
    while element is not None and element not in up:
        element, down = element.getparent(), down + 1
    return (_FAR if element is None else up[element]), down, share
