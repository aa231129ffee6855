"""The parts of an article, which every way of taking one apart gives; and lines that sign for a publisher."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.articles.agencies import expand_agency
from analysis.articles.outlets import same_outlet

BULLET = re.compile(r"^[-–—•*▪●‣·]\s*(?=\S)")
CREDIT_KINDS = frozenset({"copyright", "origin", "contributor"})  # kinds of lines that may say where a story comes from
_LONGEST_SIGNATURE = 80  # characters


@dataclass(frozen=True)
class ArticleParts:
    """The parts of an article: its paragraphs without furniture, and the lines that say something of it."""

    paragraphs: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    below: list[int] = field(default_factory=list)  # for each subhead, the number of the paragraph that follows it
    captions: list[str] = field(default_factory=list)
    photo_credit: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)  # lines that may say where it comes from: copyright, contributors
    headline: str | None = None
    section: str | None = None
    byline: list[str] = field(default_factory=list)  # as printed
    published: str | None = None  # the line with the date, as printed
    notes: list[str] = field(default_factory=list)


def once(values: Iterable[str]) -> list[str]:
    """Return `values` in order, each once, without empty ones."""
    return list(dict.fromkeys(filter(None, values)))


def is_masthead(line: str, outlet: str) -> bool:
    """Return whether `line` is the name of the outlet, alone or with one word more."""
    return len(line.split()) <= len(outlet.split()) + 1 and same_outlet(line, outlet)


def is_signature(line: str) -> bool:
    """Return whether `line` signs for an agency: "— Continental Wire Service"."""
    return (
        len(line) < _LONGEST_SIGNATURE and bool(BULLET.match(line)) and expand_agency(BULLET.sub("", line)) is not None
    )


def editors_notes(lines: Iterable[str], kinds: Iterable[str]) -> list[str]:
    """Return the corrections and editor's notes among `lines`, as notes of the article."""
    return [f"editor's note: {line}" for line, kind in zip(lines, kinds, strict=True) if kind == "correction"]
