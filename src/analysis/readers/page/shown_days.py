"""The days that a saved page shows, and which of them is most likely that of publication.

A model (boosted trees, day_model.npz) is learned by training/page_days.py from pages whose day is known. It sees where
a day stands and what is said beside it; never what the page tells machines.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from analysis.readers.page.day_mentions import CHANGED, PUBLISHED, WORD, Mention, find_mentions, label_above
from analysis.readers.page.elements import kind_of, marks_around
from analysis.readers.page.head import Line, from_headline
from analysis.shipped import shipped_file
from analysis.trees import load_trees, log_odds

WEIGHTS = shipped_file("readers/page/day_model.npz")
_ORIGINALLY = re.compile(r"\b(?:originally|first) (?:published|posted|appeared)\b", re.I)
_OTHER = re.compile(r"copyright|©|event|expire|deadline|until|effective|price|valid|born|comment|repl(?:y|ied)", re.I)
_MARKS = (  # parts of class names, ids and the like, by what they say of an element
    re.compile(r"date|time|publish|posted", re.I),
    re.compile(r"updat|modif", re.I),
    re.compile(r"meta|info|byline|author|header|hero|entry|headline|title", re.I),
    re.compile(r"comment|repl(?:y|ies)|discussion|testimonial|review", re.I),
    re.compile(r"related|recommend|popular|more|latest|sidebar|widget|card|promo|list|grid|slider|carousel|feed", re.I),
    re.compile(r"nav|menu|foot|breadcrumb|cookie|event|calendar", re.I),
)
_TAGS = ("article", "main", "header", "footer", "aside", "li", "a", "time")
_NAMES = ("class", "id", "itemprop", "pubdate")
_FAR = 300  # lines from the headline; further away does not matter


class ShownDay(NamedTuple):
    """A day that a page shows: the words that give its time, whether they are an update's, how sure it is."""

    words: str
    day: date
    is_update: bool
    score: float  # the log-odds that it is the day of publication


def shown_day(lines: Sequence[Line], heading: int | None, *, is_day_first: bool = False) -> ShownDay | None:
    """Return the day among a page's lines that is most likely that of publication; None where they show none.

    `heading` is the number of the headline's line, `is_day_first` is of pages whose dates in numbers are day/month/year
    unless other dates on them show that they are not. What says "originally published" goes before all others.
    """
    found = candidates(lines, heading, is_day_first=is_day_first)
    if not found:
        return None
    scores = log_odds(load_trees(WEIGHTS), np.array([features for _, features in found], float))
    best = int(np.argmax(scores))
    sure = next((first for first, _ in found if _ORIGINALLY.search(first.before)), None)
    first = sure or found[best][0]
    is_update = not sure and bool(CHANGED.search(label_above(first, lines)))
    return ShownDay(first.words, first.day, is_update, math.inf if sure else float(scores[best]))


def candidates(lines: Sequence[Line], heading: int | None, *, is_day_first: bool) -> list[tuple[Mention, list[float]]]:
    """Return for each day that lines show the mention nearest to the headline, and what the model sees of it."""
    found = find_mentions(lines, is_day_first=is_day_first)
    labels = {mention: label_above(mention, lines) for mention in found}
    kinds = {mention: kind_of(lines[mention.line].element) for mention in found}
    alike = Counter(kind for kind, _ in {(kinds[mention], mention.day) for mention in found})
    by_day: dict[date, list[Mention]] = {}
    for mention in found:
        by_day.setdefault(mention.day, []).append(mention)
    result = []
    for own in by_day.values():
        first = min(own, key=lambda mention: _rank(mention, heading))
        own_labels = [labels[mention] for mention in own]
        others = [labels[mention] for mention in found if mention.day != first.day]
        among = [*_among(first.day, own, found), min(alike[kinds[first]], 10), *_says(own_labels), *_says(others)]
        result.append((first, [*_standing(first, lines, heading, labels[first]), *among]))
    return result


def _rank(mention: Mention, heading: int | None) -> int:
    """Return how far a mention is from the headline; above it a line counts three."""
    away = mention.line - (heading or 0)
    return away if away >= 0 else -3 * away


def _says(labels: Sequence[str]) -> list[bool]:
    return [any(pattern.search(label) for label in labels) for pattern in (PUBLISHED, CHANGED)]


def _standing(first: Mention, lines: Sequence[Line], heading: int | None, label: str) -> list[float]:
    """Return where a mention stands, and what is said of it there."""
    line = lines[first.line]
    tags = {e.tag for e in [line.element, *line.element.iterancestors()]}
    return [
        from_headline(first.line, heading, _FAR),
        math.log1p(first.line),
        first.line / max(len(lines), 1),
        *(bool(pattern.search(label)) for pattern in (PUBLISHED, CHANGED, _OTHER)),
        min(len(line.text), 300),
        len(first.before.strip()),
        min(len(first.behind.strip()), 300),
        len(WORD.findall(first.behind)),
        len(label) > 0,
        next(line.element.iter("time"), None) is not None,
        *marks_around(line.element, _MARKS, _NAMES),
        *(tag in tags for tag in _TAGS),
    ]


def _among(day: date, own: Sequence[Mention], found: Sequence[Mention]) -> list[float]:
    """Return how a day stands among the others that the page shows."""
    days = {mention.day for mention in found}
    start = min(mention.line for mention in own)
    return [
        len({mention.line for mention in own}),
        min(len(days), 30),
        min(len({mention.line for mention in found if mention.line < start}), 30),
        sum(other < day for other in days),
        sum(other > day for other in days),
    ]
