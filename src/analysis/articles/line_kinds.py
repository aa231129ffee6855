"""The rules that decide which kind of furniture a line is: share bar, menu, byline, date, copyright, and so on.

*Furniture* is what stands around a story on its page and is no part of it. How lines of each kind begin, and what they
hold, are phrases in line_kinds.json. Captions and photo credits have a module of their own, caption_lines.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.caption_lines import split_caption
from analysis.articles.dates import parse_date
from analysis.articles.months import MONTH_START, english_date
from analysis.articles.phrases import Slots, compile_phrases, longest_words, one_of, only_words
from analysis.shipped import load_json, shipped_file

_LONGEST = 700  # characters: a longer line is furniture only if it says so in its first words
_READ = 1000  # so many characters are looked at: a hostile line of megabytes then costs no more than a long one
_LONGEST_AGENCY, _LONGEST_DATE, _LONGEST_BYLINE = 60, 110, 120
_COPYRIGHT_SIGN = re.compile(r"\A[\W_]*?(?:©|\(c\) )")
_MARKS = re.compile(r"\A[\W_]+")
_BYLINE = re.compile(  # no sentence follows: the last word is a name, an initial or a role
    r"(?i:(?:written |story |posted )?by):?\s+(?!THE NUMBERS)(?:the\s+)?[A-ZÀ-Þ][\w.’'-]*(?:[\s/|,&]|$)"
    r"(?!.*(?:[!?]|[^\W\d_]{3}\.)$)"
)
_BESIDE_A_DATE = re.compile(  # what may stand on a line with a date and leaves it a line with a date only
    r"\b(?:first|last|published|posted|updated|modified|created|on|at|by|print|edition)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|[^\W\d_]{3,9}\.? \d{1,2}|[\d:.,/|•·–—-]|\b[ap]\.?m\b\.?"
    rf"|\b{MONTH_START}[a-z]*\b|(?-i:\b(?:[A-Z]{{1,4}}T|UTC)\b)|\buhr\b",
    re.I,
)


class _Content(NamedTuple):
    """A phrase that makes a line one of `kind` wherever it stands; only a line with `words` in it can hold it."""

    kind: str
    words: str
    pattern: re.Pattern[str]


def line_kind(line: str) -> str:
    """Return the kind of furniture that `line` is, "" for a line that may be a story's.

    The kinds are those of line_kinds.json, tried in their order there, and "caption", "credit", "byline" and "date".
    Marks before the first word never matter, nor do capitals.

    >>> [line_kind(line) for line in ["Share", "6 hours ago", "By Nora Petrakis", "Rain fell on Monday."]]
    ['share', 'time', 'byline', '']
    """
    return line_kinds([line])[0]


def line_kinds(lines: Iterable[str]) -> list[str]:
    """Return the `line_kind` of each line; for many lines this takes less time than one after the other.

    >>> line_kinds(["Share", "Rain fell on Monday."])
    ['share', '']
    """
    lines = [" ".join(line.split()) for line in lines]
    smalls = [_small(line) for line in lines]
    together = "\n".join(smalls)
    contents = [content for content in _contents() if content.words in together]
    return [_kind(line, small, contents) for line, small in zip(lines, smalls, strict=True)]


def _kind(line: str, small: str, contents: Sequence[_Content]) -> str:
    if is_date(line):
        return "date"
    if len(line) < _LONGEST_AGENCY and expand_agency(line):
        return "byline"
    caption = split_caption(line)
    if caption:
        return "caption" if caption.text else "credit"
    kind = _kind_by_phrase(line, small, contents)
    if not kind and len(line) < _LONGEST_BYLINE and _BYLINE.match(line):
        return "byline"
    return kind


def is_date(line: str) -> bool:
    """Return whether `line` is nothing but a date, with or without a time, a weekday, "Published" or "Updated".

    >>> is_date("Updated March 3, 2026 at 6:12 a.m. ET"), is_date("On March 3, 2026, rain fell.")
    (True, False)
    """
    if len(line) > _LONGEST_DATE or not re.search(r"\d{4}", line) or parse_date(line).time is None:
        return False
    return not re.search(r"[^\W\d_]", _BESIDE_A_DATE.sub(" ", english_date(line)))


def _small(line: str) -> str:
    """Return what is looked at of a line for its phrases, in small letters."""
    small = line[:_READ].lower()
    if len(line) > _READ:
        small += "."  # so that the end of what is read is not taken for the end of the line
    if sign := _COPYRIGHT_SIGN.match(small):
        small = "copyright " + small[sign.end() :]
    return small


def _kind_by_phrase(line: str, small: str, contents: Sequence[_Content]) -> str:
    """Return the first kind whose phrases `line` begins with or, if none, one whose phrases it holds; "" for none."""
    start = len(small) - len(_MARKS.sub("", small, count=1))
    if start == len(small):
        return "separator"
    found = _starts().match(small, start)
    if found:
        return str(found.lastgroup)
    if len(line) > _LONGEST:
        return ""
    return next((kind for kind, words, pattern in contents if words in small and pattern.search(small)), "")


@cache
def _phrases() -> dict[str, dict[str, Any]]:
    phrases: dict[str, dict[str, Any]] = load_json(shipped_file("articles/line_kinds.json"))
    return phrases


@cache
def _starts() -> re.Pattern[str]:
    """Return one pattern for how lines begin, with a group for each kind."""
    slots, kinds = _phrases()["slots"], _phrases()["kinds"]
    return re.compile("|".join(f"(?P<{kind}>{_start(rules, slots)})" for kind, rules in kinds.items()))


def _start(rules: dict[str, Any], slots: Slots) -> str:
    """Return how lines of one kind begin: with its phrases, as one of them but for marks, or as a list of its words."""
    ways = [one_of(rules["starts"], slots)] if "starts" in rules else []
    ways += [rf"{one_of(rules['whole'], slots)}\W*$"] if "whole" in rules else []
    ways += [only_words(rules["words"], slots, between=rules["between"])] if "words" in rules else []
    return "|".join(ways)


@cache
def _contents() -> list[_Content]:
    slots, kinds = _phrases()["slots"], _phrases()["kinds"]
    return [
        _Content(kind, longest_words(phrase), compile_phrases([phrase], slots))
        for kind, rules in kinds.items()
        for phrase in rules.get("contains", [])
    ]
