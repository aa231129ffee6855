"""The byline of a saved page as a reader sees it, beside the headline."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from analysis.articles.bylines import Byline, by_abroad, parse_byline
from analysis.readers.page.head import Line

_BY = re.compile(r"\b(?:by|von|por|par|oleh|di|authors?(?=:))\b(?!\s+the numbers)[\s:]*+(?P<names>.*)$", re.I)
_BEFORE_BY = re.compile(
    r"^\W*(?:written|posted|submitted|contributed|compiled|article|analysis|published|story|opinion|guide|recipe|words|text"
    r"|report)\b\s*(?=by)|^\W+",
    re.I,
)
_AUTHORS_CLASS = re.compile(  # class names of elements that hold the author, not a box about the author
    r"\b(?:byline|by-author|authors?|autor(?:in|en|es|zy)?|auteurs?|autore|verfasser|skribent|forfatter|yazar|penulis|writers?|columnist)"
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
_LABEL = 40  # characters at the end of a line that say what the one below it is
_OTHER_WORK = re.compile(r"\w\W+by\W*$|\w\W+by\b.*\Z", re.M | re.I)  # "Reviewed by", at a line's end or within the last
_NEAR = 4  # lines below a name on which another may stand


def shown_byline(lines: Sequence[Line], site: str, *, is_abroad: bool = False) -> Byline:
    """Return the first byline: what begins with "By" or is marked as one and names a person or an agency.

    Lines just below it that are marked the same way name further people. `is_abroad` is of pages in other languages.
    """
    for n, line in enumerate(lines):
        is_marked = _is_marked(line.element)
        names = _after_by(line.text, is_marked=is_marked, is_abroad=is_abroad)
        if (names is None and not is_marked) or len(line.text) > _LONGEST:
            continue
        if names == "" and n + 1 < len(lines):
            n, line = n + 1, lines[n + 1]
        found = parse_byline(_TIME_BEHIND.sub("", names or line.text), outlet=site)
        if found.names or found.agency:
            others = _beside(lines[n : n + 1 + _NEAR], site) if is_marked and found.names else []
            return Byline(list(dict.fromkeys([*names_as_marked(found.names, line), *others])), found.agency)
    return Byline([], None)


def _after_by(words: str, *, is_marked: bool, is_abroad: bool) -> str | None:
    """Return what follows "By" on a line, "" where nothing does; None where a line does not say it."""
    if is_abroad and (found := by_abroad().match(words)):
        return words[found.end() :]
    by = (_BY.search if is_marked else _BY.match)(_BEFORE_BY.sub("", words))
    return by["names"] if by else None


def _beside(lines: Sequence[Line], site: str) -> list[str]:
    """Return the people on lines of the same kind as the first, but for those of other work: "Reviewed by"."""
    names = []
    for above, line in pairwise(lines):
        is_alike = _kind(line) == _kind(lines[0]) and len(line.text) <= _LONGEST
        if is_alike and not _OTHER_WORK.search(f"{above.text[-_LABEL:]}\n{line.text}"):
            found = parse_byline(_TIME_BEHIND.sub("", line.text), outlet=site).names
            names += [name for name in names_as_marked(found, line) if " " in name]
    return names


def _kind(line: Line) -> tuple[str, str, str]:
    """Return by what a line's element is of one kind with others: its tag, its classes, and those around it."""
    element, parent = line.element, line.element.getparent()
    return element.tag, element.get("class") or "", ("" if parent is None else parent.get("class")) or ""


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
