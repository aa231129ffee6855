"""The days that a saved page shows, and which of them is most likely that of publication.

A model (boosted trees, day_model.npz) is learned by training/page_days.py from pages whose day is known. It sees where
a day stands and what is said beside it; never what the page tells machines.
"""

import math
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

import numpy as np
from lxml.html import HtmlElement

from analysis.articles.dates import parse_date
from analysis.articles.months import MONTH, english_date
from analysis.readers.page.head import Line
from analysis.shipped import load_arrays, shipped_file
from analysis.trees import Trees, log_odds, trees_from

WEIGHTS = shipped_file("readers/page/day_model.npz")
_DAY, _YEAR = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?:{MONTH})\.?[\s-]+{_DAY}(?:,|[\s-])[\s-]*{_YEAR}\b"
    rf"|\b{_DAY}\.?[\s-]+(?:of\s+)?(?:{MONTH})\.?,?[\s-]+{_YEAR}\b"
    rf"|\b{_YEAR}(?P<a>[-/]|\. ?)\d{{1,2}}(?P=a)\d{{1,2}}(?!\d)"
    rf"|(?<![\d/.-])\d{{1,2}}(?P<b>[-/]|\. ?)\d{{1,2}}(?P=b)(?:{_YEAR}|\d\d)\b(?![-/.]\d)",
    re.I,
)
_EITHER_WAY = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_MOST_WORDS = 14  # words of a line that may give the day of publication without saying so
_WORD = re.compile(r"[^\W\d_]{3,}")
_ORIGINALLY = re.compile(r"\b(?:originally|first) (?:published|posted|appeared)\b", re.I)
_PUBLISHED = re.compile(r"publi|posted|created|released|submitted|originally|written", re.I)
_CHANGED = re.compile(r"updat|modifi|edited|changed|revis|reviewed|checked|accessed|aktualisier|actuali[sz]", re.I)
_OTHER = re.compile(r"copyright|©|event|expire|deadline|until|effective|price|valid|born|comment|repl(?:y|ied)", re.I)
_NO_PAPER = re.compile(  # just before a day: it is that of an offer, of an event, of the visit to the page
    r"\b(?:expir(?:es?|ing)|until|through|valid (?:to|till)|deadline|due(?: by)?|ends|starts|begins|open today"
    r"|today is)\W*$",
    re.I,
)
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
_BEFORE, _BEHIND = 45, 60  # characters beside a date in which its label and its time of day stand
_LONGEST, _PROSE, _LABEL = 600, 120, 40  # characters of a line with dates, of one that is no prose, of a label above
_FAR = 300  # lines from the headline; further away does not matter
_A_DAY = timedelta(hours=36)  # a day in one zone lies within so much of its start in UTC


class Mention(NamedTuple):
    """A day that a line shows: its words with what gives the time, the date as printed, what is beside it, the line."""

    words: str
    day: date
    printed: str
    before: str
    behind: str
    line: int


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
    scores = log_odds(_model(), np.array([features for _, features in found], float))
    best = int(np.argmax(scores))
    sure = next((first for first, _ in found if _ORIGINALLY.search(first.before)), None)
    first = sure or found[best][0]
    is_update = not sure and bool(_CHANGED.search(_label(first, lines)))
    return ShownDay(first.words, first.day, is_update, math.inf if sure else float(scores[best]))


def candidates(lines: Sequence[Line], heading: int | None, *, is_day_first: bool) -> list[tuple[Mention, list[float]]]:
    """Return for each day that lines show the mention nearest to the headline, and what the model sees of it."""
    latest = datetime.now(UTC).date() + timedelta(days=1)
    found = [mention for n, line in enumerate(lines) for mention in _mentions(n, line) if mention.day <= latest]
    found = _read_one_way(found, is_day_first=is_day_first)
    labels = {mention: _label(mention, lines) for mention in found}
    by_day: dict[date, list[Mention]] = {}
    for mention in found:
        by_day.setdefault(mention.day, []).append(mention)
    result = []
    for own in by_day.values():
        first = min(own, key=lambda mention: _rank(mention, heading))
        own_labels = [labels[mention] for mention in own]
        others = [labels[mention] for mention in found if mention.day != first.day]
        among = [*_among(first.day, own, found), *_says(own_labels), *_says(others)]
        result.append((first, [*_standing(first, lines, heading, labels[first]), *among]))
    return result


def _mentions(n: int, line: Line) -> Iterator[Mention]:
    """Yield the days in a line."""
    text = line.text
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return
    spans = list(_DATE.finditer(text))
    if not spans and len(text) < _PROSE:
        text = english_date(text)
        spans = list(_DATE.finditer(text))
    stamp = _stamp(line.element)
    for at, span in enumerate(spans):
        end = spans[at + 1].start() if at + 1 < len(spans) else len(text)
        start = 0 if not at and len(text) < _PROSE else span.start()
        words = text[start : min(end, span.end() + _BEHIND)]
        before = text[spans[at - 1].end() if at else 0 : span.start()][-_BEFORE:]
        is_prose = len(_WORD.findall(text)) > _MOST_WORDS and not (_PUBLISHED.search(before) or _CHANGED.search(before))
        if not is_prose and not _NO_PAPER.search(before) and (printed := parse_date(span.group()).time) is not None:
            yield Mention(
                _closest(words, stamp, span.group()), printed.date(), span.group(), before, text[span.end() : end], n
            )
    if not spans and (marked := parse_date(stamp[:10]).time or parse_date(stamp).time):
        yield Mention(stamp, marked.date(), stamp, text[-_BEFORE:], "", n)


def _stamp(element: HtmlElement) -> str:
    """Return what a <time> element that is or is in `element` tells machines; "" for none."""
    marked = element if element.tag == "time" else next(element.iter("time"), None)
    return "" if marked is None else marked.get("datetime") or ""


def _closest(words: str, stamp: str, printed: str) -> str:
    """Return what gives the time of a date best: the words around it, a <time> element's stamp, or the date alone."""
    shown, marked = parse_date(words), parse_date(stamp).time
    if shown.time is None:
        return printed
    is_day_alone = shown.time.time() == time() and not shown.no_zone
    return stamp if marked and is_day_alone and abs(marked - shown.time) < _A_DAY else words


def _read_one_way(found: list[Mention], *, is_day_first: bool) -> list[Mention]:
    """Return mentions whose dates in numbers are read as the page writes them: day first where that is seen elsewhere.

    It is seen in another date in numbers whose first is over 12, or in a date with the month's name, on the day that
    the numbers would mean. Where no date shows the order, it is that of the page's language.
    """
    numbers = {m: [int(n) for n in re.split(r"\D", m.printed)[:2]] for m in found if _EITHER_WAY.fullmatch(m.printed)}
    day_first = any(first > 12 for first, _ in numbers.values())
    is_day_first = is_day_first and not any(second > 12 for _, second in numbers.values())
    sure = {m.day for m in found if m not in numbers}
    result = []
    for mention in found:
        day = mention.day
        is_either = mention in numbers and numbers[mention] == [day.month, day.day] and day.day <= 12
        other = date(day.year, day.day, day.month) if is_either else day
        is_shown = day_first or (other in sure and day not in sure)
        is_confirmed = mention.printed not in mention.words  # a <time> element gives the day as it was read
        swaps = other != day and not is_confirmed and (is_shown or (is_day_first and day not in sure))
        words = mention.words.replace(mention.printed, other.isoformat(), 1)
        result.append(mention._replace(day=other, words=words) if swaps else mention)
    return result


def _rank(mention: Mention, heading: int | None) -> int:
    """Return how far a mention is from the headline; above it a line counts three."""
    away = mention.line - (heading or 0)
    return away if away >= 0 else -3 * away


def _label(mention: Mention, lines: Sequence[Line]) -> str:
    """Return the words before a date on its line, or a short line above where there are none."""
    own = mention.before.strip(" |·:•–—-")
    above = lines[mention.line - 1].text if mention.line else ""
    return own or (above if len(above) < _LABEL else "")


def _says(labels: Sequence[str]) -> list[bool]:
    return [any(pattern.search(label) for label in labels) for pattern in (_PUBLISHED, _CHANGED)]


def _standing(first: Mention, lines: Sequence[Line], heading: int | None, label: str) -> list[float]:
    """Return where a mention stands, and what is said of it there."""
    line = lines[first.line]
    away = _FAR if heading is None else max(min(first.line - heading, _FAR), -_FAR)
    around = [line.element, *line.element.iterancestors()]
    words = [" ".join(e.get(name) or "" for name in _NAMES) for e in around[:6]]
    near, far, tags = " ".join(words[:3]), " ".join(words[3:]), {e.tag for e in around}
    return [
        math.copysign(math.log1p(abs(away)), away),
        math.log1p(first.line),
        first.line / max(len(lines), 1),
        *(bool(pattern.search(label)) for pattern in (_PUBLISHED, _CHANGED, _OTHER)),
        min(len(line.text), 300),
        len(first.before.strip()),
        min(len(first.behind.strip()), 300),
        len(_WORD.findall(first.behind)),
        len(label) > 0,
        next(line.element.iter("time"), None) is not None,
        *(bool(pattern.search(near)) for pattern in _MARKS),
        *(bool(pattern.search(far)) for pattern in _MARKS),
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


@cache
def _model() -> Trees:
    return trees_from(load_arrays(WEIGHTS))
