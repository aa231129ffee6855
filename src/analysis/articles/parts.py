"""What both ways of taking an article apart share: its parts, headings, mastheads and signatures."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.outlets import same_outlet

BULLET = re.compile(r"^[-–—•*▪●‣·]\s*(?=\S)")
CREDITS = frozenset({"copyright", "origin", "contributor"})  # kinds of lines that may say where a story comes from
_QUOTED = re.compile(r"^[\"“'‘]([^\"“”]*\w)[\"”'’]$")


class Story(NamedTuple):
    """The parts of a copied or exported article; lines as they were, the paragraphs of the story without furniture."""

    paragraphs: list[str]
    subheads: list[str]
    captions: list[str]
    photo_credit: list[str]
    summary: list[str]
    credits: list[
        str
    ]  # lines that may say where the story comes from: copyright, "originally appeared in", contributors
    headline: str | None
    section: str | None
    byline: list[str]  # byline lines, unparsed
    published: str | None  # the date line, unparsed
    notes: list[str]


def once(values: Iterable[str]) -> list[str]:
    """`values` in order, each once."""
    return list(dict.fromkeys(values))


def is_masthead(line: str, outlet: str) -> bool:
    """Whether `line` is the name of the outlet, alone or with one word more."""
    return len(line.split()) <= len(outlet.split()) + 1 and same_outlet(line, outlet)


def is_signature(line: str) -> bool:
    """Whether `line` signs for an agency: "— Continental Wire Service"."""
    return len(line) < 80 and bool(BULLET.match(line)) and expand_agency(BULLET.sub("", line)) is not None


def is_subhead(lines: Sequence[str], kinds: Sequence[str], n: int, body: set[int]) -> bool:
    """Whether line `n` is a heading between two paragraphs of the story; several short lines in a row are a list, not headings."""
    line = lines[n]
    if kinds[n] or not 0 < n < len(lines) - 1 or not looks_like_subhead(line):
        return False
    above = [m for m in body if m < n]
    return (
        bool(above)
        and n + 1 in body
        and not looks_like_subhead(lines[n + 1])
        and not looks_like_subhead(lines[max(above)])
    )


def looks_like_subhead(line: str) -> bool:
    """Whether `line` is shaped like a heading: a few words, no full stop or comma at the end, no speech.

    >>> looks_like_subhead("What the court said"), looks_like_subhead("“No,” she said.")
    (True, False)
    """
    bare = _QUOTED.sub(r"\1", line)  # a heading may stand in quotation marks as a whole
    short = 1 <= len(bare.split()) <= 14 and len(bare) <= 100
    return short and (bare[-1:].isalnum() or bare[-1:] in "?!%’") and (bare[:1].isupper() or bare[:1].isdigit())
