"""The author of a saved page that marks none: a model finds the line that holds the name.

The model (boosted trees, author_model.npz) is learned by training/page_authors.py from pages whose authors are known.
It sees where a line that reads as a name stands, and what the page says of it; never which name it is.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

from analysis.articles.bylines import by_abroad
from analysis.articles.dates import parse_date
from analysis.articles.person_names import is_given_name
from analysis.readers.page.author_labels import label_of, who_is
from analysis.readers.page.author_names import BY, PageWords, domain_letters, names_on
from analysis.readers.page.blocks import around
from analysis.readers.page.elements import marks_around, nearest
from analysis.readers.page.head import Line, from_headline
from analysis.readers.page.meta_tags import from_meta
from analysis.readers.page.outlet import site_address
from analysis.readers.page.page_language import says_other_language
from analysis.readers.page.shown import is_author_link
from analysis.shipped import shipped_file
from analysis.trees import load_trees, log_odds
from analysis.words.common_words import is_common

WEIGHTS = shipped_file("readers/page/author_model.npz")
_SHORT = 90  # characters of a line that is a date or a label
_MOST_AUTHORS = 4
_SURE = -0.6  # log-odds from which a line is the author's; cross-validation over sites is flat from -1.6 to 0
_LABELED = 2  # what label_of gives a name that the page says is the author's
_BONUS = 4.0  # what is added to the log-odds of labeled names, where only one is so labeled
_BOX = 12  # lines of a box of authors, below the first
_NEAR = 3  # lines between authors who stand each on a line of their own
_BESIDE = 15  # lines from the headline to a name, where the page gives its site as the author
_PROSE = 120  # characters of a line that is prose
_HEADS = frozenset({"h2", "h3", "h4"})  # of stories, and of lists of them
_WORDS, _TEASER = 4, 2  # words of a headline; lines just below it, in which "By" and a name stand
_FAR = 200  # lines from the headline; further away does not matter
_NAMES = (  # parts of class names, ids, addresses and relations, by what they say of an element
    re.compile(r"author|byline|writer|contributor|posted-?by", re.I),
    re.compile(r"bio\b|about|profile|avatar|description", re.I),
    re.compile(r"meta|info|entry|post|article|header|hero", re.I),
    re.compile(r"comment|repl(?:y|ies)|discussion|testimonial|review", re.I),
    re.compile(r"related|recommend|popular|more|latest|sidebar|widget|card|promo|list|grid|slider|carousel", re.I),
    re.compile(r"nav|menu|foot|breadcrumb|cookie|share|social|tag|categor", re.I),
)
_OTHER_WORK = re.compile(r"review|edit|photo|illustrat|fact|image|translat|approved|interview|researched|tested", re.I)


class Candidate(NamedTuple):
    """The people named on a line, and what the model sees of it."""

    names: list[str]
    line: int
    element: HtmlElement
    features: list[float]
    label: int


def author_lines(
    tree: HtmlElement, lines: Sequence[Line], heading: int | None, site: str, *, is_beside: bool = False
) -> list[str]:
    """Return the people on the line that most likely holds the author, and on lines like it; none where it is unsure.

    `heading` is the number of the headline's line, `site` is the site's name. With `is_beside` the line must stand
    near the headline, as of pages that give their site as the author.
    """
    found = candidates(tree, lines, heading, site)
    if is_beside and heading is not None:
        found = [one for one in found if abs(one.line - heading) <= _BESIDE or one.label == _LABELED]
    if not found:
        return []
    scores = log_odds(load_trees(WEIGHTS), np.array([candidate.features for candidate in found], float))
    return chosen(found, scores)


def chosen(found: Sequence[Candidate], scores: npt.NDArray[np.float64]) -> list[str]:
    """Return the names of the candidate with the best score, and of those of its kind, where the scores say yes."""
    labeled = [candidate for candidate in found if candidate.label == _LABELED]
    if len({one.names[0] for one in labeled}) == 1:
        scores = scores + np.array([_BONUS * (one.label > 0) for one in found])
    best = int(np.argmax(scores))
    if scores[best] <= _SURE:
        return []
    first, kind = found[best].line, _kind(found[best].element)
    sure = [candidate for candidate, score in zip(found, scores, strict=True) if score > _SURE]
    alike = [one for one in sure if _kind(one.element) == kind and abs(one.line - first) <= _NEAR]
    if found[best].label == _LABELED:  # the others in a box of authors
        alike += [
            one for one in found if one.label == 1 and _kind(one.element) == kind and 0 < one.line - first <= _BOX
        ]
    names = list(dict.fromkeys(name for candidate in alike for name in candidate.names))
    return names if len(names) <= _MOST_AUTHORS else found[best].names


def candidates(tree: HtmlElement, lines: Sequence[Line], heading: int | None, site: str) -> list[Candidate]:
    """Return the lines of a page that read as names of people, but for those of side columns and menus."""
    texts = [line.text for line in lines]
    domain = domain_letters(from_meta(tree).get("url") or site_address(tree))
    headline = "" if heading is None else texts[heading]
    page = PageWords(site, domain, says_other_language(tree), _around(lines, heading), headline)
    labels = [label_of(texts, n) for n in range(len(texts))]
    read = (
        (n, line.element, names_on(line, above, page, label=labels[n]))
        for n, (line, above) in enumerate(zip(lines, ["", *texts], strict=False))
    )
    others = _others_labeled(lines, labels)
    named = [
        (n, element, *found)
        for n, element, found in read
        if found and (found[0] or labels[n] or not _is_in_box(n, element, others))
    ]
    signed = {n: names[0] for n, _, by, names, _ in named if by}
    is_long = [len(text) > _PROSE for text in texts]
    prose = " ".join(text for text, long in zip(texts, is_long, strict=True) if long)
    kinds = Counter(_kind(element) for _, element, *_ in named)
    often = Counter(names[0] for *_, names, _ in named)
    alts = " ".join(str(alt) for alt in tree.xpath("//img/@alt")).lower()
    elsewhere = _under_other_headings(lines, labels, heading)
    result = []
    for n, element, by, names, left in named:
        if n in elsewhere:
            continue
        label = labels[n] or (_LABELED if _is_signature(lines[n], names[0], prose) else 0)
        place = [from_headline(n, heading, _FAR), n / max(len(lines), 1), math.log1p(n)]
        seen = [*_beside(texts, n, names, page), *place, *_marks(element)]
        counts = [kinds[_kind(element)], often[names[0]], names[0].lower() in alts, len(names)]
        told = [
            label,
            left,
            bool(who_is(texts[n])),
            len({other for at, other in signed.items() if at != n and other != names[0]}),
            min(sum(is_long[n + 1 :]), 20),
            min(prose.count(names[0].split()[-1]), 20),
            sum(not is_given_name(name.split()[0]) for name in names),
        ]
        result.append(Candidate(names, n, element, [by, *seen, *counts, *told], label))
    return result


def _others_labeled(lines: Sequence[Line], labels: Sequence[int]) -> list[tuple[int, tuple[str, str]]]:
    """Return the lines that are labeled as another's, and the kinds of their elements."""
    short = (n for n, line in enumerate(lines) if " " in line.text and len(line.text) < _SHORT)
    return [(n, kind) for n in short if labels[n] < 0 and (kind := _kind(lines[n].element))[1]]


def _is_in_box(n: int, element: HtmlElement, others: Sequence[tuple[int, tuple[str, str]]]) -> bool:
    """Return whether a line stands in a box of leaders or speakers: just below one of its kind that is labeled so."""
    kind = _kind(element)
    return any(0 < n - above <= _BOX and kind == other for above, other in others)


def _under_other_headings(lines: Sequence[Line], labels: Sequence[int], heading: int | None) -> set[int]:
    """Return the lines of other stories below the story: just under a headline, or further down in a side column.

    A heading of a few words, as "Get in touch", and one that says who wrote the story may stand above its author; so
    may any other where the name is labeled as the author's, but in a side column.
    """
    under: set[int] = set()
    is_below, last = False, None
    for n, line in enumerate(lines):
        if heading is None or n <= heading:
            continue
        if any(e.tag in _HEADS for e in nearest(line.element, 3)):
            last = n if is_below and label_of([line.text], 0) == 0 else None
        elif len(line.text) > _SHORT:
            is_below, last = True, None
        elif last is not None:
            is_story, is_aside = len(lines[last].text.split()) >= _WORDS, around(line.element, "aside") is not None
            is_just_below = is_story and n - last <= _TEASER and (is_aside or labels[n] == 0)
            if is_just_below or (is_aside and _TEASER < n - last <= _BOX):
                under.add(n)
    return under


def _is_signature(line: Line, name: str, prose: str) -> bool:
    """Return whether a line set apart from the story tells who a person is or how to write to them, as at its end.

    The story itself names nobody so.
    """
    own = line.text if len(line.text) > _PROSE else ""
    is_apart = any(e.tag in {"em", "i"} for e in nearest(line.element, 3)) or "@" in line.text
    surname = name.split()[-1]
    return is_apart and bool(who_is(line.text)) and prose.count(surname) <= own.count(surname)


def _around(lines: Sequence[Line], heading: int | None) -> frozenset[HtmlElement]:
    """Return the elements that hold the headline."""
    return frozenset() if heading is None else frozenset(lines[heading].element.iterancestors())


def _beside(texts: Sequence[str], n: int, names: Sequence[str], page: PageWords) -> list[float]:
    """Return what a line and those around it say: the role, a date, the name again, a text on the person."""
    before, behind = " ".join(texts[max(n - 1, 0) : n]), texts[n + 1 : n + 4]
    by = BY.match(before) or (by_abroad().match(before) if page.is_abroad else None)
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


def _marks(element: HtmlElement) -> list[float]:
    """Return what class names, ids and addresses of an element and those around it say."""
    tags = {e.tag for e in [element, *element.iterancestors()]}
    link = next((e for e in nearest(element, 3) if e.tag == "a"), element.find(".//a"))
    return [
        *marks_around(element, _NAMES, ("class", "id", "rel", "itemprop")),
        link is not None and is_author_link(link),
        link is not None,
        *(tag in tags for tag in ("article", "main", "footer", "header", "li", "blockquote", "cite")),
        any(e.tag in {"h2", "h3", "h4", "h5", "h6", "strong", "b"} for e in nearest(element, 2)),
    ]


def _kind(element: HtmlElement) -> tuple[str, str]:
    parent = element.getparent()
    return element.tag, element.get("class") or ("" if parent is None else parent.get("class")) or ""
