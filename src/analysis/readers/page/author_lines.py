"""The author of a saved page that marks none: a model finds the line that holds the name.

The model (boosted trees, author_model.npz) is learned by training/page_authors.py from pages whose authors are known.
It sees where a line that reads as a name stands, and what the page says of it; never which name it is.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

from analysis.articles.bylines import by_abroad, parse_byline
from analysis.articles.dates import parse_date
from analysis.articles.months import MONTH
from analysis.articles.person_names import is_given_name
from analysis.readers.page.head import Line
from analysis.readers.page.page_language import says_other_language
from analysis.readers.page.shown import names_as_marked
from analysis.shipped import load_arrays, shipped_file
from analysis.trees import Trees, log_odds, trees_from
from analysis.words.common_words import is_common

WEIGHTS = shipped_file("readers/page/author_model.npz")
_LONGEST = 220  # characters of a line with names
_SHORT = 90  # characters of a line that is a date or a label
_MARKS = " |·•-–—"
_MOST_AUTHORS = 4
_SURE = -0.6  # log-odds from which a line is the author's; cross-validation over sites is flat from -1.6 to 0
_NEAR = 3  # lines between authors who stand each on a line of their own
_BESIDE = 15  # lines from the headline to a name, where the page gives its site as the author
_FAR = 200  # lines from the headline; further away does not matter
_BY = re.compile(
    r"^\W*(?:(?:this|the)\s+)?(?:(?:post|article|story|guide|recipe|words|text|report|written|posted|published|contributed|created|submitted|compiled"
    r"|reporting|was|is)\s+)*"
    r"(?P<by>by|von|por|par|authors?|contributors?)\b[\s:|]*",
    re.I,
)
_BY_WITHIN = re.compile(r"(?<=[\s|·•])By\b[\s:|]*(?=[^\W\d_a-z]\S+ [^\W\d_a-z]\S+(?:$| \||,? on ))")
_DATE_BEFORE = re.compile(
    rf"^\W*(?:(?:posted|published|submitted|created)\b:?\s+(?:on\s+)?)?(?:\w+day,? )?"
    rf"(?:{MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {MONTH}\.?,? \d{{4}}"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4})"
    r"(?:,? (?:at )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?)?\b[\s|·•–—-]*",
    re.I,
)
_BEHIND_NAME = re.compile(  # what stands behind names on their line: when, how long
    rf"\b(?:last updated|updated|published|posted|modified|reviewed"
    rf"|on (?:\w+day|(?:mon|tue|wed|thu|fri|sat|sun)\b|{MONTH}|\d)|{MONTH}\.? \d"
    rf"|\d+ ?(?:min|hour|day|[/.-]|{MONTH}|comments?\b|views\b|shares\b)"
    r"|(?:leave|add|post) a (?:comment|reply)|comments?\b)",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s$")
_HONORIFIC = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Rev)\.? )+")
_ONE_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{1,40}(?:,? (?:and|&) [^\W\d_a-z][^\W\d_]{1,40})?\W*$")
_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.'’-]{0,40}(?:\s{1,20}(?:[^\W\d_a-zß-ÿ][\w.'’-]{0,40}|d[aeiou]l?|van|von|der|bin|la|le)){1,4}\b"
    r"(?=\W*$|\s*[^\w\s]|\s+(?:\d|and |und |et |y |on |in |at ))"
)
_NAMES = (  # parts of class names, ids, addresses and relations, by what they say of an element
    re.compile(r"author|byline|writer|contributor|posted-?by", re.I),
    re.compile(r"bio\b|about|profile|avatar|description", re.I),
    re.compile(r"meta|info|entry|post|article|header|hero", re.I),
    re.compile(r"comment|repl(?:y|ies)|discussion|testimonial|review", re.I),
    re.compile(r"related|recommend|popular|more|latest|sidebar|widget|card|promo|list|grid|slider|carousel", re.I),
    re.compile(r"nav|menu|foot|breadcrumb|cookie|share|social|tag|categor", re.I),
)
_OF_OTHERS = re.compile(  # the same of an element that holds no headline, with words that are whole: no author is in it
    r"(?<![a-z])(?:[Cc]omments?|[Cc]omment-?list|[Rr]elated|[Rr]ecommend(?:ed|ations?)|[Pp]opular|[Tt]rending|[Ss]idebar"
    r"|[Rr]ead-?[Nn]ext|[Mm]ost-?[Rr]ead|[Mm]ore-?(?:[Ss]tories|[Nn]ews|[Pp]osts|[Aa]rticles)|[Tt]easers?|[Dd]isqus)(?![a-z])"
)
_PATH = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autore|yazar|people|profiles?|staff|columnists?|by|contributors?|writers?|team|user)[/s-]|[?&]author=",
    re.I,
)
_OTHER_WORK = re.compile(r"review|edit|photo|illustrat|fact|image|translat|approved|interview|researched|tested", re.I)


class _Page(NamedTuple):
    """What the lines of a page are read by: its site, whether it is in another language, what holds its headline."""

    site: str
    is_abroad: bool
    around: frozenset[HtmlElement]


class Candidate(NamedTuple):
    """The people named on a line, and what the model sees of it."""

    names: list[str]
    line: int
    element: HtmlElement
    features: list[float]


def author_lines(
    tree: HtmlElement, lines: Sequence[Line], heading: int | None, site: str, *, is_beside: bool = False
) -> list[str]:
    """Return the people on the line that most likely holds the author, and on lines like it; none where it is unsure.

    `heading` is the number of the headline's line, `site` is the site's name. With `is_beside` the line must stand
    near the headline, as of pages that give their site as the author.
    """
    found = candidates(tree, lines, heading, site)
    if is_beside and heading is not None:
        found = [candidate for candidate in found if abs(candidate.line - heading) <= _BESIDE]
    if not found:
        return []
    scores = log_odds(_model(), np.array([candidate.features for candidate in found], float))
    return chosen(found, scores)


def chosen(found: Sequence[Candidate], scores: npt.NDArray[np.float64]) -> list[str]:
    """Return the names of the candidate with the best score, and of those of its kind, where the scores say yes."""
    best = int(np.argmax(scores))
    if scores[best] <= _SURE:
        return []
    first, kind = found[best].line, _kind(found[best].element)
    sure = [candidate for candidate, score in zip(found, scores, strict=True) if score > _SURE]
    alike = [one for one in sure if _kind(one.element) == kind and abs(one.line - first) <= _NEAR]
    names = list(dict.fromkeys(name for candidate in alike for name in candidate.names))
    return names if len(names) <= _MOST_AUTHORS else found[best].names


def candidates(tree: HtmlElement, lines: Sequence[Line], heading: int | None, site: str) -> list[Candidate]:
    """Return the lines of a page that read as names of people, but for those of side columns and menus."""
    texts = [line.text for line in lines]
    page = _Page(site, says_other_language(tree), _around(lines, heading))
    read = ((n, line.element, _read(line, page)) for n, line in enumerate(lines))
    named = [(n, element, *found) for n, element, found in read if found]
    kinds = Counter(_kind(element) for _, element, _, _ in named)
    often = Counter(names[0] for *_, names in named)
    alts = " ".join(str(alt) for alt in tree.xpath("//img/@alt")).lower()
    result = []
    for n, element, by, names in named:
        around = [*_beside(texts, n, names, page), *_place(n, heading, len(lines)), *_marks(element)]
        counts = [kinds[_kind(element)], often[names[0]], names[0].lower() in alts, len(names)]
        result.append(Candidate(names, n, element, [by, *around, *counts]))
    return result


def _around(lines: Sequence[Line], heading: int | None) -> frozenset[HtmlElement]:
    """Return the elements that hold the headline."""
    return frozenset() if heading is None else frozenset(lines[heading].element.iterancestors())


def _is_of_others(element: HtmlElement, page: _Page) -> bool:
    """Return whether an element stands in a side column, or in what a page marks as comments or other stories."""
    for holder in element.iterancestors():
        if holder.tag in {"aside", "nav"}:
            return True
        words = f"{holder.get('class') or ''} {holder.get('id') or ''}"
        if page.around and holder not in page.around and _OF_OTHERS.search(words):
            return True
    return False


def _read(line: Line, page: _Page) -> tuple[bool, list[str]] | None:
    """Return whether a line says "by", and the people it names; None where it does not begin with a name."""
    if len(line.text) > _LONGEST or not any(map(str.isalpha, line.text)) or _is_of_others(line.element, page):
        return None
    text = _DATE_BEFORE.sub("", line.text)
    by = (_BY.match(text) or _BY_WITHIN.search(text)) or (by_abroad().match(text) if page.is_abroad else None)
    rest = text[by.end() :] if by else text.lstrip(_MARKS)
    rest = _HONORIFIC.sub("", _BEHIND_NAME.split(rest, maxsplit=1)[0].rstrip(f"{_MARKS}●("))
    if not (_NAME.match(rest) or (by and _ONE_NAME.match(rest))):
        return None
    names = [_POSSESSIVE.sub("", name) for name in names_as_marked(parse_byline(rest, outlet=page.site).names, line)]
    names = [name for name in names if " " in name or (by and is_given_name(name))]
    return (by is not None, names) if names and rest.lower().startswith(names[0].lower()) else None


def _beside(texts: Sequence[str], n: int, names: Sequence[str], page: _Page) -> list[float]:
    """Return what a line and those around it say: the role, a date, the name again, a text on the person."""
    before, behind = " ".join(texts[max(n - 1, 0) : n]), texts[n + 1 : n + 4]
    by = _BY.match(before) or (by_abroad().match(before) if page.is_abroad else None)
    first, last = names[0].split()[0], names[0].split()[-1]
    is_whole = texts[n].strip(" |·•-–—,").lower() == names[0].lower()
    dated = [_is_dated(text) for text in (before, texts[n], "".join(behind[:1]))]
    return [
        by is not None and by.end() >= len(before.strip()),
        bool(_OTHER_WORK.search(f"{before[-30:]} {texts[n]}")),
        is_whole,
        *dated,
        any(text.startswith((first, f"{first} {last}")) for text in behind),
        max((len(text) for text in behind[:1]), default=0),
        len(before),
        is_given_name(first),
        sum(map(is_common, names[0].split())),
        len(names[0].split()),
        len(texts[n]),
        len(texts[n]) - sum(map(len, names)),
    ]


def _is_dated(text: str) -> bool:
    return len(text) < _SHORT and any(map(str.isdigit, text)) and parse_date(text).time is not None


def _place(n: int, heading: int | None, total: int) -> list[float]:
    away = _FAR if heading is None else max(min(n - heading, _FAR), -_FAR)
    return [math.copysign(math.log1p(abs(away)), away), n / max(total, 1), math.log1p(n)]


def _marks(element: HtmlElement) -> list[float]:
    """Return what class names, ids and addresses of an element and those around it say."""
    around = [element, *element.iterancestors()][:6]
    words = [" ".join(e.get(name) or "" for name in ("class", "id", "rel", "itemprop")) for e in around]
    near, far = " ".join(words[:3]), " ".join(words[3:])
    tags = {e.tag for e in [element, *element.iterancestors()]}
    link = next((e for e in around[:3] if e.tag == "a"), element.find(".//a"))
    address = (link.get("href") or "") if link is not None else ""
    return [
        *(bool(pattern.search(near)) for pattern in _NAMES),
        *(bool(pattern.search(far)) for pattern in _NAMES),
        bool(_PATH.search(address)),
        link is not None,
        *(tag in tags for tag in ("article", "main", "footer", "header", "li", "blockquote", "cite")),
        any(e.tag in {"h2", "h3", "h4", "h5", "h6", "strong", "b"} for e in around[:2]),
    ]


def _kind(element: HtmlElement) -> tuple[str, str]:
    parent = element.getparent()
    return element.tag, element.get("class") or ("" if parent is None else parent.get("class")) or ""


@cache
def _model() -> Trees:
    return trees_from(load_arrays(WEIGHTS))
