"""Passages between quotation marks in any style: curly, straight, single, guillemets, nested, over paragraphs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"``|''|’’|[“”„‟\"«»‹›‘’‚‛'`]")
_LINE = re.compile(r"[^\n]+")
_OPENING = "“„‟«‹‘‚‛"
_CLOSING = "”»›’"
_DOUBLE, _GUILLEMET, _SINGLE = "double", "guillemet", "single"
_FAMILY = dict.fromkeys(["“", "”", "„", "‟", '"', "``", "''", "’’"], _DOUBLE) | dict.fromkeys("«»‹›", _GUILLEMET)
# Words that begin with an apostrophe, which looks like an opening mark.
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|round|bout|cuz|d|ll|re|s|ve|m)\b", re.IGNORECASE)
_MARKS_AND_BLANKS = "“”„‟\"«»‹›‘’‚‛'` \u00a0"
_SPEECH_WORDS = 8  # a passage of this many words is speech even without a sentence's punctuation


class Mark(NamedTuple):
    """A quotation mark: its offsets, its family, and whether it opens, closes or could do either ("")."""

    start: int
    end: int
    family: str
    role: str


class MarkedPassage(NamedTuple):
    """A passage with its quotation marks.

    Pieces of one quotation that runs over paragraphs have the same `quotation` number. `closed` is False where the
    closing mark is missing: the passage then ends with its paragraph, or before the next opening mark. `single` is
    True for 'these marks'.
    """

    start: int
    end: int
    quotation: int
    closed: bool
    single: bool


class _Pair(NamedTuple):
    """A passage within its paragraph, before it has a quotation number."""

    start: int
    end: int
    family: str
    closed: bool


class _Scanned(NamedTuple):
    """The outermost pairs of a paragraph, and the marks of it that belong with the paragraphs around it."""

    pairs: list[_Pair]
    stray: int  # where a closing mark ends that nothing here opened: the first, before any opening mark; 0 if none
    left_open: str  # the family of the mark that is still open at the end, "" if none


def find_passages(text: str) -> list[MarkedPassage]:
    """Return the outermost passages inside quotation marks, in order. The marks belong to the passages.

    Notes
    -----
    A missing or superfluous mark harms only its own paragraph. A paragraph that is left open continues in the next one
    if the next one begins with an opening mark, or brings the closing mark.

    Examples
    --------
    >>> text = "“Don’t,” she said, 'and the “rich” won’t.' The migrants’ plea"
    >>> [text[p.start : p.end] for p in find_passages(text)]
    ['“Don’t,”', "'and the “rich” won’t.'"]
    """
    passages: list[MarkedPassage] = []
    unclosed, quotation = "", 0
    for paragraph in _LINE.finditer(text):
        if paragraph[0].isspace():
            continue
        pairs, stray, left_open = _scan(text, *paragraph.span())
        first = paragraph.start() + len(paragraph[0]) - len(paragraph[0].lstrip())
        continues = bool(unclosed and pairs and pairs[0].start == first and pairs[0].family == unclosed)
        if unclosed and stray and not continues:
            pairs = [_Pair(first, stray, unclosed, True)] + [p for p in pairs if p.start >= stray]
            continues = True
        for i, (start, end, family, closed) in enumerate(pairs):
            quotation += not (continues and i == 0)
            passages.append(MarkedPassage(start, end, quotation, closed, family == _SINGLE))
        unclosed = left_open
    return passages


def with_uniform_marks(text: str, passages: list[MarkedPassage]) -> str:
    """Return a text of the same length with “ and ” around its passages and straight marks elsewhere.

    Examples
    --------
    >>> text = "'No', he said; “it’s ‘over’.“"
    >>> with_uniform_marks(text, find_passages(text))
    "“No”, he said; “it's 'over'.”"
    """
    chars = list(_MARK.sub(lambda m: ("'" if m[0] in "‘’‚‛'`" else '"').ljust(len(m[0])), text))
    for p in passages:
        chars[p.start] = "“" if _MARK.match(text, p.start) else chars[p.start]
        if p.closed:
            width = 2 if text[p.end - 2 : p.end] in ("''", "’’") else 1
            chars[p.end - width] = "”"
    return "".join(chars)


def reads_as_speech(passage: str) -> bool:
    """Return whether words in quotation marks are speech, not a term or a title: by their length and last sign.

    Examples
    --------
    >>> reads_as_speech("“I will not,”"), reads_as_speech("“so-called”")
    (True, False)
    """
    inside = passage.strip(_MARKS_AND_BLANKS)
    return inside[-1:] in ".,!?;…—-" or len(inside.split()) >= _SPEECH_WORDS


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the marks of a paragraph without apostrophes. Clear context overrules the shape of a mark."""
    for m in _MARK.finditer(text, start, end):
        before = text[m.start() - 1] if m.start() > start else " "
        after = text[m.end()] if m.end() < end else " "
        family = _FAMILY.get(m[0], _SINGLE)
        if family == _SINGLE and _is_apostrophe(text, m, before, after):
            continue
        yield Mark(m.start(), m.end(), family, _role(m[0], before, after))


def _role(mark: str, before: str, after: str) -> str:
    """Return whether a mark between two characters opens, closes or could do either ("")."""
    if mark in ("«", "»") and (before.isspace() or after.isspace()):  # French sets spaces inside the marks
        return "open" if (mark == "«") != _points_inwards(mark, before, after) else "close"
    can_open = not before.isalnum() and not after.isspace()
    can_close = not before.isspace() and not after.isalnum()
    if can_open != can_close:
        return "open" if can_open else "close"
    if mark == "``" or mark[0] in _OPENING:
        return "open"
    return "close" if mark[0] in _CLOSING else ""


def _points_inwards(mark: str, before: str, after: str) -> bool:
    """Return whether a guillemet is used as in »so«: it touches the word on the side where it should not."""
    return (mark == "«" and before.isalnum() and not after.isalnum()) or (
        mark == "»" and after.isalnum() and not before.isalnum()
    )


def _is_apostrophe(text: str, m: re.Match[str], before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    return m[0] in "‘’'" and not before.isalnum() and bool(_ELISION.match(text, m.end()))


def _scan(text: str, start: int, end: int) -> _Scanned:
    """Pair the marks of one paragraph."""
    pairs: list[_Pair] = []
    stack: list[Mark] = []
    stray = 0
    marks = list(_marks(text, start, end))
    nested = _balanced(marks)
    closers = sum(_closes_single(m) for m in marks)
    for mark in marks:
        closers -= _closes_single(mark)
        families = [m.family for m in stack]
        opens = mark.role == "open" or (mark.role == "" and mark.family not in families)
        if opens:
            if mark.family in families and not (nested and mark.family == _DOUBLE):  # the earlier one was never closed
                index = families.index(mark.family)
                if mark.family != _SINGLE:
                    pairs.append(_Pair(stack[index].start, mark.start, mark.family, False))
                del stack[index:]
            stack.append(mark)
        elif mark.family in families:
            if mark.family == _SINGLE and closers and _is_possessive(text, mark):
                continue
            index = len(families) - 1 - families[::-1].index(mark.family)
            pairs.append(_Pair(stack[index].start, mark.end, mark.family, True))
            del stack[index:]
        elif mark.family != _SINGLE and not stack and not pairs and not stray:
            stray = mark.end
    unclosed = next((m for m in stack if m.family != _SINGLE), None)
    if unclosed:
        pairs.append(_Pair(unclosed.start, end, unclosed.family, False))
    return _Scanned(_outermost(pairs), stray, unclosed.family if unclosed else "")


def _balanced(marks: list[Mark]) -> bool:
    """Return whether the double marks nest as brackets do: “so “it” is” is a quotation inside another."""
    depth = 0
    for mark in marks:
        if mark.family == _DOUBLE:
            depth += (mark.role == "open") - (mark.role == "close")
            if depth < 0 or not mark.role:
                return False
    return depth == 0


def _closes_single(mark: Mark) -> bool:
    return mark.family == _SINGLE and mark.role == "close"


def _is_possessive(text: str, mark: Mark) -> bool:
    """Return whether a ’ could be the possessive of a plural: "the migrants’ plea"."""
    return text[mark.start - 1] in "sS" and bool(re.match(r" [a-z]", text[mark.end : mark.end + 2]))


def _outermost(pairs: list[_Pair]) -> list[_Pair]:
    """Return the pairs in order, without those inside another."""
    kept: list[_Pair] = []
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
    return kept
