"""The head of a copied page: which lines around the story are its headline, section, summary, byline and date."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.bylines import parse_byline
from analysis.articles.parts import BULLET

SHORT_HEAD = 14  # a head of at most so many lines has no menus, so that its first line is the headline
NEAR = 8  # lines below a story in which its byline and date may still stand
_CHANGED = re.compile(r"\bupdated|modified\b", re.I)
_ROLE = re.compile(r"\b(?:writer|reporter|correspondent|editor)\b", re.I)
_LONGEST_HEADLINE, _LONGEST_SECTION = 220, 30  # characters


class Head(NamedTuple):
    """Headline, section and summary (standfirst and bullets) of a copied page."""

    headline: str | None
    section: str | None
    summary: list[str]


def read_head(lines: Sequence[str], kinds: Sequence[str]) -> Head:
    """Return headline, section and summary out of the lines above a story and their kinds of furniture."""
    free = [n for n, kind in enumerate(kinds) if not kind and not BULLET.match(lines[n])]
    titles = [n for n in free if _may_be_headline(lines[n]) and not _is_name(lines, kinds, n)]
    if not titles:  # only the byline below it shows that whole sentences are a headline
        titles = [n for n in free if 4 <= len(lines[n].split()) <= 30 and "byline" in kinds[n + 1 : n + 3]]
    at = _headline(lines, titles)
    bullets = [n for n, kind in enumerate(kinds) if not kind and BULLET.match(lines[n]) and len(lines[n].split()) > 4]
    summary = [BULLET.sub("", lines[n]) for n in bullets if at is None or n > at]
    if at is None:
        return Head(None, None, summary)
    if len(lines) - at <= SHORT_HEAD:
        standfirst = [n for n in free if n > at and len(lines[n].split()) > 5 and lines[n][-1] in ".!?"]
        summary = [lines[n] for n in standfirst] + summary
    sections = [n for n in free if 0 < abs(n - at) <= 2 and _is_section(lines[n]) and not _is_name(lines, kinds, n)]
    return Head(lines[at], lines[sections[0]] if sections else None, summary)


def _may_be_headline(line: str) -> bool:
    return 3 <= len(line.split()) <= 30 and len(line) < _LONGEST_HEADLINE and line[-1] not in ".:;,"


def _is_section(line: str) -> bool:
    return len(line.split()) <= 3 and len(line) <= _LONGEST_SECTION and line[:1].isupper() and line[-1].isalpha()


def _headline(lines: Sequence[str], titles: Sequence[int]) -> int | None:
    """Return which of the lines that may be titles is the headline.

    It is one that the page's title repeats, else the first of a short head, else the last one that comes twice, else
    the last.
    """
    for n in reversed(titles):
        if n and lines[0] != lines[n] and lines[0].startswith(lines[n]) and len(lines[n].split()) > 3:
            return n
    long = [n for n in titles if len(lines[n].split()) > 4] or list(titles)
    if not long or len(lines) <= SHORT_HEAD:
        return long[0] if long else None
    return ([n for n in long if lines.count(lines[n]) > 1] or long)[-1]


def _is_name(lines: Sequence[str], kinds: Sequence[str], n: int) -> bool:
    """Return whether a line of the head is a bare name: two to four capitalized words above a date or a role."""
    words = lines[n].split()
    has_line_below = n + 1 < len(lines) and (kinds[n + 1] == "date" or bool(_ROLE.search(lines[n + 1])))
    is_capitalized = 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words)
    return has_line_below and is_capitalized and parse_byline(lines[n]).names != []


def byline_lines(lines: Sequence[str], kinds: Sequence[str], first: int, last: int) -> list[str]:
    """Return the byline lines nearest to the story, which stands between the lines `first` and `last` (exclusive).

    Those above it are taken, else the first just below it, else a bare name in its head.
    """
    above = [n for n in range(first) if kinds[n] == "byline" or (expand_agency(lines[n]) and n >= first - SHORT_HEAD)]
    if above:
        return [lines[n] for n in above if above[-1] - n <= 3]
    below = [n for n in range(last, min(last + NEAR, len(lines))) if kinds[n] == "byline"]
    head = range(max(first - SHORT_HEAD, 0), first)
    names = [n for n in head if not kinds[n] and _is_name(lines[:first], kinds[:first], n)]
    return [lines[n] for n in below[:1] or names[-1:]]


def date_line(lines: Sequence[str], kinds: Sequence[str], headline: str | None, first: int) -> str | None:
    """Return the line with the date of a story that begins at line `first`.

    A line below the headline goes before one above it, one above the story before one below it, the first publication
    before an update.
    """
    dates = [n for n, kind in enumerate(kinds) if kind == "date"]
    at = lines.index(headline) if headline in lines else -1
    for choice in (
        [n for n in dates if at <= n < first],
        [n for n in dates if n >= first],
        [n for n in dates if n < at][-1:],
    ):
        if choice:
            return lines[next((n for n in choice if not _CHANGED.search(lines[n])), choice[0])]
    return None
