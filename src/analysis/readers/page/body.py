"""The body of a saved page: which blocks of its story are paragraphs, subheads and standfirst, which are furniture."""

import re
from collections.abc import Sequence

from analysis.articles.dates import parse_date
from analysis.articles.line_kinds import line_kind
from analysis.articles.months import MONTH, english_date
from analysis.articles.parts import CREDIT_KINDS, ArticleParts, editors_notes, is_masthead, is_signature, once
from analysis.articles.subheads import looks_like_subhead, paragraphs_below
from analysis.readers.page.author_labels import presents
from analysis.readers.page.blocks import Block

_HEAD = 4  # among so many blocks byline and date are the page's, further down they belong to the story
_STORY_KINDS = frozenset({"wire", "caption", "credit", "byline", "date"})  # of lines that stay once the story has begun
_PROSE = 120  # a paragraph of so many characters is prose, not a line of a list
_LINKS = 0.8  # a block of which more is links leads to another story
_FIRST_PARAGRAPH = 60  # characters: a shorter paragraph may be the page's
_ENDS = (".", "!", "?", "”", '"', ":", "…", ")", "’")
_WORD = re.compile(r"[^\W_]")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(
    rf"\b\d{{1,2}}\.? (?:{MONTH})\.? \d{{4}}\b|\b(?:{MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b\d{{4}}[-/.]\d\d[-/.]\d\d\b"
    r"|\b\d\d?[-/.]\d\d?[-/.]\d{4}\b",
    re.I,
)
_PROPERTIES = {"author", "date", "published", "category", "categories", "tags", "topic"}  # labels of a page's table
_ROLES = 6  # words beside an author's name above a story: role, paper, labels of days
_LABELS, _LAST = 4, 3  # words beside a day that are labels; blocks at the end in which it stands who the author is
_STAFF = re.compile(r"\A(?:by )?(?:[\w’' ]{0,30}\s)?staff(?: and wire)?(?: reports?| writers?)?$", re.I)
_PITCH = re.compile(
    r"(?:like|enjoyed?) (?:this|what you) .{3,30}\?|ftc: we use"
    r"|(?:this|the) (?:post|article|page) (?:may )?contains? affiliate|we may earn",
    re.I,
)


def first_words(found: Sequence[Block]) -> str:
    """Return the words of the story's first paragraph of some length."""
    paragraphs = (block.text for block in found if block.kind != "head" and parse_date(block.text).time is None)
    return next((words for words in paragraphs if len(words) > _FIRST_PARAGRAPH), "")


def page_parts(
    found: Sequence[Block], *, headline: str = "", outlet: str = "", names: Sequence[str] = ()
) -> ArticleParts:
    """Return the parts of the story in the blocks of a page's body, without the furniture between them.

    `names` are the people of its byline: lines of them and of days above the story are furniture, and a line below it
    that says who they are.

    A heading above the first paragraph is a standfirst if it is a sentence; one with nothing below it is none of the
    story's. A bold line or one in capitals between paragraphs is a subhead as a heading is.
    """
    kinds = [_kind(block, n, headline, outlet) for n, block in enumerate(found)]
    kinds = [
        kind or _kind_by_names(block, n, len(found), names)
        for n, (kind, block) in enumerate(zip(kinds, found, strict=True))
    ]
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
    if block.linked > _LINKS and block.is_inner and block.kind != "row" and not block.text.endswith(_ENDS):
        return "related"
    if n < _HEAD and _STAFF.match(block.text):
        return "byline"
    if _PITCH.match(block.text):
        return "promotion"
    kind = "" if block.kind == "head" and len(block.text.split()) > 8 else line_kind(block.text)
    return "" if kind in _STORY_KINDS and n >= _HEAD else kind


def _kind_by_names(block: Block, n: int, total: int, names: Sequence[str]) -> str:
    """Return whether a block is a line of authors or days above a story, or says below it who its author is."""
    text = block.text
    if n < _HEAD and len(text) < _PROSE and not text.endswith(_ENDS):
        rest = _DAY.sub("", english_date(text))
        if rest != english_date(text) and len(_LONG_WORD.findall(rest)) <= _LABELS:
            return "date"
        named = [name for name in names if text.startswith(name) or f" {name}" in text]
        for name in named:
            rest = rest.replace(name, " ")
        if text.lower() in _PROPERTIES or (named and len(_LONG_WORD.findall(rest)) <= _ROLES):
            return "byline"
    return "bio" if n >= total - _LAST and presents(text) in names else ""


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
