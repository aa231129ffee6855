"""Passages between quotation marks, whatever the marks: curly, straight, single, guillemets, mixed, nested, over paragraphs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"``|''|’’|[“”„‟\"«»‹›‘’‚‛'`]")
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING = "“„‟«‹‘‚‛"
_CLOSING = "”»›’"
_DOUBLE, _GUILLEMET, _SINGLE = "double", "guillemet", "single"
_FAMILY = dict.fromkeys(["“", "”", "„", "‟", '"', "``", "''", "’’"], _DOUBLE) | dict.fromkeys("«»‹›", _GUILLEMET)
# Words that begin with an apostrophe, which looks like an opening mark.
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|round|bout|cuz|d|ll|re|s|ve|m)\b", re.IGNORECASE)


class Mark(NamedTuple):
    """A quotation mark: its offsets, its family, and whether it opens, closes or could do either ("")."""

    start: int
    end: int
    family: str
    role: str


class MarkedPassage(NamedTuple):
    """A passage with its marks. Pieces of one quotation that runs over paragraphs share a `group`.

    `closed` is False where the closing mark is missing: the passage then ends with its paragraph, or before the next
    opening mark. `single` tells 'these marks' from all others.
    """

    start: int
    end: int
    group: int
    closed: bool
    single: bool


def find_passages(text: str) -> list[MarkedPassage]:
    """The outermost passages inside quotation marks, in order; marks belong to them.

    A missing or superfluous mark harms no more than its own paragraph. A paragraph that is left open continues in the next
    one if that begins with an opening mark, or brings the closing one.

    >>> text = "“Don’t,” she said, 'and the \\"rich\\" won’t.' The migrants’ plea"
    >>> [text[p.start : p.end] for p in find_passages(text)]
    ['“Don’t,”', '\\'and the "rich" won’t.\\'']
    """
    passages, unclosed, group = [], "", 0
    for paragraph in _PARAGRAPH.finditer(text):
        if paragraph[0].isspace():
            continue
        found, stray, left_open = _scan(text, *paragraph.span())
        first = paragraph.start() + len(paragraph[0]) - len(paragraph[0].lstrip())
        continues = unclosed and found and found[0][0] == first and found[0][2] == unclosed
        if unclosed and stray and not continues:
            found = [(first, stray, unclosed, True)] + [p for p in found if p[0] >= stray]
            continues = True
        for i, (start, end, family, closed) in enumerate(found):
            group += not (continues and i == 0)
            passages.append(MarkedPassage(start, end, group, closed, family == _SINGLE))
        unclosed = left_open
    return passages


def canonical(text: str, passages: list[MarkedPassage] | None = None) -> str:
    """`text`, of the same length, with “ and ” around its passages and straight marks elsewhere: one style for any article.

    >>> canonical("'No', he said; \\"it’s ‘over’.\\"")
    "“No”, he said; “it's 'over'.”"
    """
    passages = find_passages(text) if passages is None else passages
    chars = list(_MARK.sub(lambda m: ("'" if m[0] in "‘’‚‛'`" else '"').ljust(len(m[0])), text))
    for p in passages:
        chars[p.start] = "“" if _MARK.match(text, p.start) else chars[p.start]
        if p.closed:
            width = 2 if text[p.end - 2 : p.end] in ("''", "’’") else 1
            chars[p.end - width] = "”"
    return "".join(chars)


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks of a paragraph, apostrophes left out; context overrules a mark's shape when it is beyond doubt."""
    for m in _MARK.finditer(text, start, end):
        before = text[m.start() - 1] if m.start() > start else " "
        after = text[m.end()] if m.end() < end else " "
        family = _FAMILY.get(m[0], _SINGLE)
        if family == _SINGLE and _is_apostrophe(text, m, before, after):
            continue
        can_open = not before.isalnum() and not after.isspace()
        can_close = not before.isspace() and not after.isalnum()
        if can_open != can_close:
            role = "open" if can_open else "close"
        else:
            shape = m[0][0]
            role = "open" if shape in _OPENING else "close" if shape in _CLOSING else ""
            role = "open" if m[0] == "``" else role
        if family == _GUILLEMET and (before.isspace() or after.isspace()) and m[0] in "«»":
            role = "open" if m[0] == "«" else "close"  # French sets spaces inside the marks
            role = {"open": "close", "close": "open"}[role] if _reversed(m[0], before, after) else role
        yield Mark(m.start(), m.end(), family, role)


def _reversed(mark: str, before: str, after: str) -> bool:
    """Whether a guillemet points inwards, as in »so«: glued to the word on the side where it should not be."""
    return (mark == "«" and before.isalnum() and not after.isalnum()) or (
        mark == "»" and after.isalnum() and not before.isalnum()
    )


def _is_apostrophe(text: str, m: re.Match, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    return m[0] in "‘’'" and not before.isalnum() and bool(_ELISION.match(text, m.end()))


def _scan(text: str, start: int, end: int) -> tuple[list[tuple], int, str]:
    """Of one paragraph: its outermost (start, end, family, closed); where a closing mark came that nothing here had opened
    (the first, and before any opening mark; 0 if none); the family of the mark left open at the end ("" if none)."""
    found, stack, stray = [], [], 0
    marks = list(_marks(text, start, end))
    nested = _balanced(marks)
    closers = sum(_closes_single(m) for m in marks)
    for mark in marks:
        closers -= _closes_single(mark)
        families = [m.family for m in stack]
        opens = mark.role == "open" or (mark.role == "" and mark.family not in families)
        if opens:
            if mark.family in families and not (nested and mark.family == _DOUBLE):  # the earlier one was never closed
                lost = stack[families.index(mark.family)]
                if lost.family != _SINGLE:
                    found.append((lost.start, mark.start, lost.family, False))
                del stack[families.index(mark.family) :]
            stack.append(mark)
        elif mark.family in families:
            if mark.family == _SINGLE and closers and _possessive(text, mark):
                continue
            index = len(families) - 1 - families[::-1].index(mark.family)
            found.append((stack[index].start, mark.end, mark.family, True))
            del stack[index:]
        elif mark.family != _SINGLE and not stack and not found and not stray:
            stray = mark.end
    lost = next((m for m in stack if m.family != _SINGLE), None)
    if lost:
        found.append((lost.start, end, lost.family, False))
    return _outermost(found), stray, lost.family if lost else ""


def _balanced(marks: list[Mark]) -> bool:
    """Whether the double marks close as often as they open, as brackets do: “so “it” is” is a quotation inside another."""
    depth = 0
    for mark in marks:
        if mark.family == _DOUBLE:
            depth += (mark.role == "open") - (mark.role == "close")
            if depth < 0 or not mark.role:
                return False
    return depth == 0


def _closes_single(mark: Mark) -> bool:
    return mark.family == _SINGLE and mark.role == "close"


def _possessive(text: str, mark: Mark) -> bool:
    """Whether a ’ could be a plural's possessive: "the migrants’ plea"."""
    return text[mark.start - 1] in "sS" and bool(re.match(r" [a-z]", text[mark.end : mark.end + 2]))


def _outermost(found: list[tuple]) -> list[tuple]:
    """`found` in order, without what lies inside another."""
    kept: list[tuple] = []
    for passage in sorted(found, key=lambda p: (p[0], -p[1])):
        if not kept or passage[0] >= kept[-1][1]:
            kept.append(passage)
    return kept
