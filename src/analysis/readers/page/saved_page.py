"""The reader of saved pages: a model finds the blocks of the story, the page says the rest. Never a network call."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

from lxml.etree import ParserError
from lxml.html import HtmlElement, defs
from trafilatura import load_html
from trafilatura.utils import HTML_PARSER

from analysis.articles.bylines import parse_byline
from analysis.articles.parts import once
from analysis.readers.cleaning import clean
from analysis.readers.html_tree import deep_tree, is_cut
from analysis.readers.no_prose import has_sentence
from analysis.readers.page.blocks import Block, around, holder, page_blocks
from analysis.readers.page.body import first_words, page_parts
from analysis.readers.page.captions import find_captions
from analysis.readers.page.meta_tags import from_meta
from analysis.readers.page.metadata import metadata
from analysis.readers.page.notices import is_address, notice
from analysis.readers.page.page_text import letters, page_title
from analysis.readers.page.story import find_story
from analysis.readers.page.unclosed import PAGE_TAGS, mended
from analysis.readers.raw_record import RawRecord, reject, without_faults

_BORDER = re.compile(  # between two pages in one file, where other words may stand
    r"(</(?:html|body)\s{0,9}>)(?:[^<]{0,200}(?:<!--[^<>]{0,200}-->[^<]{0,200})?)(?=<!doctype html|<html\b)", re.I
)
# What may stand above the first element.
_ABOVE_ROOT = re.compile(r"\s+|<!--.*?-->|<\?[^>]*>|<(?:!|doctype\b)[^>]*>", re.S | re.I)
_ELEMENT = re.compile(r"</?([A-Za-z][\w:.-]*)([^<>]*)")
_SPACE = re.compile(r"\sxmlns\s*=\s*[\"']([^\"']*)")
_HTML = re.compile(r"<html\b", re.I)
_OF_PAGES = defs.tags | {"main", "picture", "template", "slot", "dialog", "search", "nitf"}
_OF_DECLARED = {"html", "head", "body", "div", "nitf"}  # where the markup says that it is XML
_SAYS_ARTICLE = (
    "//article|//nitf|//meta[@property='og:type'][starts-with(@content, 'article')]|//*[contains(@itemtype, 'Article')]"
)
_ROOT_WITHIN = 20_000  # characters in which the first element is looked for
_MOST_LINKED = 0.9  # of the characters of a story
_NO_PAGE = ("#", "javascript:void", "javascript:;", "mailto:")  # how the addresses of links begin that lead to no page
_FIRST = 5000  # characters in which the tags of a page must follow


def is_html(text: str, name: str) -> bool:
    """Return whether `text` is a page: it opens with a tag, and tags of a page follow."""
    return text.lstrip()[:1] == "<" and bool(PAGE_TAGS.search(text[:_FIRST])) and _is_page_root(text)


def _is_page_root(text: str) -> bool:
    """Return whether the first element of markup may be that of a page, and not of XML of another kind.

    >>> _is_page_root("<!DOCTYPE html><html>"), _is_page_root('<?xml version="1.0"?><mediawiki>')
    (True, False)
    """
    text = text[:_ROOT_WITHIN]
    at, is_declared = 0, text.lstrip()[:5] == "<?xml"
    while above := _ABOVE_ROOT.match(text, at):
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


def read(text: str, name: str, *, is_alone: bool = True) -> Iterator[RawRecord]:
    """Yield the raw article of a saved page, taken apart in `parts`; a reject when it has no body.

    A page that is not alone stands in an archive or an export, which say by status or fields what it is. Pages one
    after the other in a file are numbered. Raises Unreadable for a page that is nested too deep.
    """
    borders = [(found.end(1), found.end()) for found in _BORDER.finditer(text)]
    starts, ends = [0, *(start for _, start in borders)], [*(end for end, _ in borders), len(text)]
    pages = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    for number, page in enumerate(pages, start=1):
        for raw in _read_page(page, is_alone=is_alone):
            yield raw | {"record": number} if len(pages) > 1 else raw


def _read_page(text: str, *, is_alone: bool) -> Iterator[RawRecord]:
    text, notes = clean(text) if _is_broken(text) else (text, [])
    text = mended(text)
    try:
        with _quiet("trafilatura"):
            tree = load_html(text)
            tree = deep_tree(text) if is_cut(HTML_PARSER) else tree
            story = None if tree is None else find_story(tree, from_meta(tree).get("url") or "")
    except (ParserError, ValueError, RecursionError) as error:
        yield reject("broken page", str(error)[:200])
        return
    if story is None:
        yield reject("no body found", "no story is found in the page")
        return
    raw = _record(tree, story.blocks, [*notes, *story.notes])
    if _is_of_links(story.blocks, is_signed=bool(raw.get("byline") or raw.get("published")) and _says_article(tree)):
        yield reject("no story", f"a list of links; it begins: {raw['text'][:80]}")
    elif is_html(raw["text"], ""):
        yield reject("not a page", "it shows the source of a page; save the page itself")
    elif kind := _notice(tree, raw, is_alone=is_alone):
        yield reject("not an article", f"{kind}; it begins: {raw['text'][:80]}")
    else:
        yield raw


def _record(tree: HtmlElement, blocks: Sequence[Block], notes: list[str]) -> RawRecord:
    """Return the raw article of a page whose story is in `blocks`; `notes` are those on the text as a whole."""
    fields = metadata(tree, first_words=first_words(blocks))
    pictures = find_captions(tree)
    outlet, headline = fields.get("outlet", ""), fields.get("headline", "")
    known = {letters(caption.text) for caption in pictures}
    story = [block for block in blocks if letters(block.text) not in known]
    parts = page_parts(
        story, headline=headline, outlet=outlet, names=parse_byline(fields.get("byline", []), outlet=outlet).names
    )
    text, stray = clean("\n\n".join(parts.paragraphs))
    record = fields | {
        "record": None,
        "captions": once(caption.text for caption in pictures),
        "photo_credit": once(caption.credit for caption in pictures),
        "parts": replace(parts, paragraphs=text.split("\n\n")),
        "text": text,
        "subheads": parts.subheads,
        "summary": parts.summary,
        "notes": [*notes, *fields.get("notes", []), *stray],
    }
    return without_faults(cast(RawRecord, record))


def _notice(tree: HtmlElement, raw: RawRecord, *, is_alone: bool) -> str:
    """Return what kind of notice a page is; "" for an article."""
    title = page_title(tree)
    is_dated = bool(raw.get("published")) and not is_address(title)  # a check for robots tells the time
    is_signed = not is_alone or is_dated or bool(raw.get("byline")) or _says_article(tree)
    shown = () if is_signed else _shown(tree)
    return notice(str(raw.get("headline", "")), title, raw["text"], shown=shown, is_signed=is_signed)


def _says_article(tree: HtmlElement) -> bool:
    return bool(tree.xpath(_SAYS_ARTICLE))


def _shown(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts of a page's blocks; they are found when the first is asked for, as of short pages alone."""
    yield from (block.text for block in page_blocks(tree))


def _is_of_links(blocks: Sequence[Block], *, is_signed: bool) -> bool:
    """Return whether nearly all words of a page are links."""
    size = sum(len(block.text) for block in blocks)
    return sum(len(block.text) * block.linked for block in blocks) > _MOST_LINKED * size and not _leads_to_one(
        blocks, is_signed=is_signed
    )


def _leads_to_one(blocks: Sequence[Block], *, is_signed: bool) -> bool:
    """Return whether the links of a page are paragraphs of one text, and not teasers, each of which leads elsewhere.

    Where they lead to no page at all, as those that a script opens, the page must be signed as an article.
    """
    prose = [block for block in blocks if block.kind == "p" and has_sentence(block.text)]
    parents = [holder(block) for block in prose]
    within = {parent.getparent() if parent is not None and parent.tag == "a" else parent for parent in parents}
    links = [next(block.element.iter("a"), around(block.element, "a")) for block in prose if block.element is not None]
    targets = {"" if link is None else link.get("href") or "" for link in links}
    pages = {target for target in targets if not target.startswith(_NO_PAGE)}
    return (bool(pages) or is_signed) and len(within) == 1 < len(prose) >= 2 * len(pages)


def _is_broken(text: str) -> bool:
    """Return whether `text` holds what breaks lxml or cuts trafilatura's text: NULs, halves of characters."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return "\x00" in text


@contextmanager
def _quiet(library: str) -> Iterator[None]:
    """Print no warnings of a library: what they warn of becomes a reject, which says it better."""
    logger = logging.getLogger(library)
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
