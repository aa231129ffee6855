"""The byline of a saved page as a reader sees it, beside the headline."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from analysis.articles.bylines import Byline, parse_byline
from analysis.readers.page.head import Line

_BY = re.compile(r"\b(?:by|von|por|par|oleh|di|authors?(?=:))\b(?!\s+the numbers)[\s:]*+(?P<names>.*)$", re.I)
_BEFORE_BY = re.compile(
    r"^\W*(?:written|posted|article|analysis|published|story|opinion|guide|recipe|words|text|report)\b\s*(?=by)|^\W+",
    re.I,
)
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
_LONGEST = 200  # characters of a byline


def shown_byline(lines: Sequence[Line], site: str) -> Byline:
    """Return the first line that begins with "By" or is marked as a byline, and names a person or an agency."""
    for n, line in enumerate(lines):
        words, is_marked = line.text, _is_marked(line.element)
        by = (_BY.search if is_marked else _BY.match)(_BEFORE_BY.sub("", words))
        if not (by or is_marked) or len(words) > _LONGEST:
            continue
        if by and by["names"]:
            words = by["names"]
        elif by and n + 1 < len(lines):
            line = lines[n + 1]
            words = line.text
        found = parse_byline(_TIME_BEHIND.sub("", words), outlet=site)
        if found.names or found.agency:
            return Byline(names_as_marked(found.names, line), found.agency)
    return Byline([], None)


def names_as_marked(names: Sequence[str], line: Line) -> list[str]:
    """Return names without what another element of their line adds to them, as in "Ana Roe | Former Editor"."""
    return [
        next((piece for piece in line.pieces if " " in piece and name.startswith(f"{piece} ")), name) for name in names
    ]


def _is_marked(element: HtmlElement) -> bool:
    """Return whether an element or one just around it is marked as the author's."""
    around = [element, *element.iterancestors()][:3]
    names = " ".join(f"{e.get('class') or ''} {e.get('rel') or ''} {e.get('itemprop') or ''}" for e in around)
    return bool(_AUTHORS_CLASS.search(names)) and not _OTHERS_CLASS.search(names)
