"""The byline of a saved page as a reader sees it, beside the headline."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from analysis.articles.bylines import Byline, by_abroad, parse_byline
from analysis.articles.dates import parse_date
from analysis.articles.person_names import is_given_name
from analysis.readers.page.author_labels import is_of_other_work, label_of, without_others, wrote
from analysis.readers.page.elements import kind_of, nearest
from analysis.readers.page.head import Line

_BY = re.compile(r"\b(?:by|von|por|par|oleh|di|authors?(?=:))\b(?!\s+the numbers)[\s:]*+(?P<names>.*)$", re.I)
_BEFORE_BY = re.compile(
    r"^\W*(?:written|posted|submitted|contributed|compiled|article|analysis|published|story|opinion|guide|recipe|words|text"
    r"|report)\b\s*(?=by)|^\W+",
    re.I,
)
_AUTHORS_CLASS = re.compile(  # class names of elements that hold the author, not a box about the author
    r"\b(?:byline|by-author|authors?|autor(?:in|en|es|zy)?|auteurs?|autore|verfasser|skribent|forfatter|yazar"
    r"|penulis|writers?|columnist|muhabir|periodista|journalistes?)"
    r"(?![-_]?(?:bio|box|card|desc|social|title|role|image|icon|link|excerpt|flyout))"
    r"|_author|-byline|authorname|author_date",
    re.I,
)
_ROLE_CLASS = re.compile(r"job|role|title|position|date|time", re.I)
_OTHERS_CLASS = re.compile(r"comment|related|sidebar|widget|footer|promo", re.I)
_TIME_BEHIND = re.compile(  # where a byline's line goes on with the time or a share bar
    r"(?<!\s)\s+(?:(?:on|publiziert am|am|le|den|el|il|op|em) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|[\d.]{1,3}\s+(?:de )?[^\W\d_]{3,9}\.?,?\s+(?:de )?\d{4}|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d+ (?:hours?|days?) ago|\d{4}-\d\d).*$",
    re.I,
)
_PATH = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autore|yazar|people|profiles?|staff|columnists?|by|contributors?|writers?"
    r"|team|user)[/s-]|[?&]author=",
    re.I,
)
_LONGEST = 200  # characters of a byline
_LABEL = 40  # characters at the end of a line that say what the one below it is
_OTHER_WORK = re.compile(r"\w\W+by\W*$|\w\W+by\b.*\Z", re.M | re.I)  # "Reviewed by", at a line's end or within the last
_HOLDERS = 6  # elements around a link in which it may be of comments or other stories
_NEAR = 4  # lines below a name on which another may stand


def shown_byline(lines: Sequence[Line], site: str, *, is_abroad: bool = False) -> Byline:
    """Return the first byline: what begins with "By" or is marked as one and names a person or an agency.

    Lines just below it that are marked the same way name further people. `is_abroad` is of pages in other languages.
    """
    lines = [line._replace(text=without_others(line.text)) for line in lines]
    texts = [line.text for line in lines]
    for n, line in enumerate(lines):
        if is_of_other_work(line.text) or label_of(texts, n) < 0:
            continue
        is_marked = _is_marked(line.element)
        names = _after_by(line.text, is_marked=is_marked, is_abroad=is_abroad)
        if len(line.text) > _LONGEST:
            continue
        names = _marked_part(line, is_abroad=is_abroad) if names is None else names
        if names is None and not is_marked:
            continue
        if names == "" and n + 1 < len(lines):
            n, line = n + 1, lines[n + 1]
        found = parse_byline(_TIME_BEHIND.sub("", names or line.text), outlet=site)
        if found.names or found.agency:
            below = [line, *(one for m, one in enumerate(lines[: n + 1 + _NEAR]) if m > n and label_of(texts, m) >= 0)]
            others = _beside(below, site) if is_marked and found.names else []
            return Byline(list(dict.fromkeys([*names_as_marked(found.names, line), *others])), found.agency)
    return Byline([], None)


def fuller_byline(lines: Sequence[Line], names: Sequence[str], site: str) -> list[str]:
    """Return the people of a line that says who wrote the story, if these are more than `names` and all of them."""
    for line in lines:
        words = wrote(line.text) if len(line.text) <= _LONGEST else ""
        found = parse_byline(words, outlet=site).names if words else []
        if len(found) > len(names) and set(names) <= set(found):
            return found
    return []


def others_named(lines: Sequence[Line], site: str) -> set[str]:
    """Return the people of whom a page says alone that they did other work on its story: reviewed it, took pictures."""
    texts = [line.text for line in lines]
    named: dict[bool, set[str]] = {False: set(), True: set()}
    for n, line in enumerate(lines):
        if len(line.text) <= _LABEL and " " in line.text:
            label = label_of(texts, n)
            named[label >= 0] |= set(parse_byline(line.text, outlet=site).names)
    return named[False] - named[True]


def _after_by(words: str, *, is_marked: bool, is_abroad: bool) -> str | None:
    """Return what follows "By" on a line, "" where nothing does; None where a line does not say it."""
    if is_abroad and (found := by_abroad().match(words)):
        return words[found.end() :]
    by = (_BY.search if is_marked else _BY.match)(_BEFORE_BY.sub("", words))
    return by["names"] if by else None


def _marked_part(line: Line, *, is_abroad: bool) -> str | None:
    """Return the names in the parts of a line that are marked as the author's, or link to the author; None for none."""
    parts = [one for one in zip(line.pieces, line.elements, strict=True) if " " in one[0]]
    marked = [one for one in parts if _is_of_author_class(*one)]
    if not marked:
        marked = [one for one in parts if is_author_link(one[1]) and not _is_among_others(one[1])]
        if not any(is_given_name(words.split()[0]) for words, _ in marked):
            return None
    names = (_after_by(words, is_marked=False, is_abroad=is_abroad) or words for words, _ in marked)
    return ", ".join(dict.fromkeys(names))


def _is_of_author_class(words: str, element: HtmlElement) -> bool:
    marks = element.get("class") or ""
    is_marked = _AUTHORS_CLASS.search(marks) and not _OTHERS_CLASS.search(marks) and not _ROLE_CLASS.search(marks)
    return bool(is_marked) and parse_date(words).time is None


def _is_among_others(element: HtmlElement) -> bool:
    """Return whether an element stands in what is named as comments or other stories."""
    around = [e.get("class") or "" for e in nearest(element, _HOLDERS)]
    return any(map(_OTHERS_CLASS.search, around))


def is_author_link(element: HtmlElement) -> bool:
    """Return whether an element is a link to the page of an author, by its address or its relation."""
    return bool(element.tag == "a" and (element.get("rel") == "author" or _PATH.search(element.get("href") or "")))


def _beside(lines: Sequence[Line], site: str) -> list[str]:
    """Return the people on lines of the same kind as the first, but for those of other work: "Reviewed by"."""
    names = []
    for above, line in pairwise(lines):
        is_alike = kind_of(line.element) == kind_of(lines[0].element) and len(line.text) <= _LONGEST
        if is_alike and not _OTHER_WORK.search(f"{above.text[-_LABEL:]}\n{line.text}"):
            found = parse_byline(_TIME_BEHIND.sub("", line.text), outlet=site).names
            names += [name for name in names_as_marked(found, line) if " " in name]
    return names


def names_as_marked(names: Sequence[str], line: Line) -> list[str]:
    """Return names without what another element of their line adds to them, as in "Ana Roe | Former Editor"."""
    return [
        next((piece for piece in line.pieces if " " in piece and name.startswith(f"{piece} ")), name) for name in names
    ]


def _is_marked(element: HtmlElement) -> bool:
    """Return whether an element or one just around it is marked as the author's."""
    names = " ".join(e.get(name) or "" for e in nearest(element, 3) for name in ("class", "rel", "itemprop"))
    return bool(_AUTHORS_CLASS.search(names)) and not _OTHERS_CLASS.search(names)
