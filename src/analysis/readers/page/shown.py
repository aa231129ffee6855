"""The byline and the time of a saved page as a reader sees them, beside the headline."""

import re
from collections.abc import Sequence
from datetime import time, timedelta

from lxml.html import HtmlElement

from analysis.articles.bylines import Byline, parse_byline
from analysis.articles.dates import When, parse_date
from analysis.readers.page.head import Line

_BY = re.compile(r"\b(?:by|von|por|par|oleh|di|authors?(?=:))\b(?!\s+the numbers)[\s:]*+(?P<names>.*)$", re.I)
_BEFORE_BY = re.compile(r"^\W*(?:written|posted|article|analysis|published|story|opinion)\b\s*(?=by)|^\W+", re.I)
_AUTHORS_CLASS = re.compile(  # class names of elements that hold the author, not a box about the author
    r"\b(?:byline|by-author|authors?)"
    r"(?![-_]?(?:bio|box|card|desc|social|title|role|image|icon|link|excerpt|flyout))"
    r"|_author|-byline|authorname|author_date",
    re.I,
)
_OTHERS_CLASS = re.compile(r"comment|related|sidebar|widget|footer|promo", re.I)
_TIME_BEHIND = re.compile(  # where a byline's line goes on with the time or a share bar
    r"(?<!\s)\s+(?:on |publiziert am )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|[\d.]{1,3}\s+[^\W\d_]{3,9}\.?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d+ (?:hours?|days?) ago|\d{4}-\d\d).*$",
    re.I,
)
_CHANGED = re.compile(r"updated|modified|edited|changed", re.I)
_FIRST = re.compile(r"publi|posted", re.I)
_A_DAY = timedelta(hours=36)  # a day in one zone lies within so much of its start in UTC
_LONGEST_BYLINE, _LONGEST_TIME = 200, 160  # characters


def shown_byline(lines: Sequence[Line], site: str) -> Byline:
    """Return the first line that begins with "By" or is marked as a byline, and names a person or an agency."""
    for n, (words, element) in enumerate(lines):
        is_marked = _is_marked(element)
        by = (_BY.search if is_marked else _BY.match)(_BEFORE_BY.sub("", words))
        if not (by or is_marked) or len(words) > _LONGEST_BYLINE:
            continue
        if by and by["names"]:
            words = by["names"]
        elif by and n + 1 < len(lines):
            words = lines[n + 1].text
        found = parse_byline(_TIME_BEHIND.sub("", words), outlet=site)
        if found.names or found.agency:
            return found
    return Byline([], None)


def _is_marked(element: HtmlElement) -> bool:
    """Return whether an element or one just around it is marked as the author's."""
    around = [element, *element.iterancestors()][:3]
    names = " ".join(f"{e.get('class') or ''} {e.get('rel') or ''} {e.get('itemprop') or ''}" for e in around)
    return bool(_AUTHORS_CLASS.search(names)) and not _OTHERS_CLASS.search(names)


def shown_time(lines: Sequence[Line], *, changed: bool = False) -> str | None:
    """Return the first time beside the headline, in words or in a <time> element.

    A time of an update is left out, unless `changed`.
    """
    for line in lines:
        text = line.text if changed or _FIRST.search(line.text) else _CHANGED.split(line.text)[0]
        if not text.strip(" |·-–—:"):
            continue
        element = line.element if line.element.tag == "time" else next(line.element.iter("time"), None)
        machine = (element.get("datetime") if element is not None else None) or ""
        in_words, marked = (parse_date(words[:_LONGEST_TIME]) for words in (text, machine))
        if in_words.time is not None and len(text) < _LONGEST_TIME:
            return machine if _is_closer(marked, in_words) else text
        if marked.time is not None:
            return machine
    return None


def _is_closer(marked: When, in_words: When) -> bool:
    """Return whether an element's own time gives the time of day for words that give the day alone."""
    if marked.time is None or in_words.time is None or in_words.time.time() != time():
        return False
    return not in_words.no_zone and abs(marked.time - in_words.time) < _A_DAY
