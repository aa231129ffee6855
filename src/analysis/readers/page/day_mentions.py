"""The days that the lines of a saved page show, but for those of events, offers and the visit to the page."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from lxml.html import HtmlElement

from analysis.articles.dates import parse_date
from analysis.articles.months import MONTH, english_date
from analysis.readers.page.elements import nearest
from analysis.readers.page.head import Line

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
WORD = re.compile(r"[^\W\d_]{3,}")
PUBLISHED = re.compile(
    r"publi|posted|created|released|submitted|originally|written|veröffentlicht|erstellt|oluştur|opublik|geplaatst",
    re.I,
)
CHANGED = re.compile(
    r"updat|modifi|edited|changed|revis|reviewed|checked|accessed|aktuali[sz]|a[ck]?tuali[sz]|mis à jour|oppdater"
    r"|opdater|uppdater|güncel|aggiorna|bijgewerkt|zmien|обновл",
    re.I,
)
_NO_PAPER = re.compile(  # just before a day: it is that of an offer, of an event, of the visit to the page
    r"\b(?:expir(?:es?|ing)|until|through|valid (?:to|till)|deadline|due(?: by)?|ends|starts|begins|open today"
    r"|today is)\W*$",
    re.I,
)
_IN_SENTENCE = re.compile(r"\bas of\W*$", re.I)  # just before a day that a sentence goes on behind
_VISIT = re.compile(
    r"\b(?:saved|archived|captured|retrieved|accessed|visited|printed|downloaded)(?: from| on| at)?\W*$", re.I
)
_EVENTS = re.compile(r"^\W*(?:(?:upcoming|next|all|our) )?(?:events?|dates|calendar|schedule|termine|agenda)\W*$", re.I)
_ABOVE = 8  # lines above a day in which the heading of a list of events may stand
_CLOCK = re.compile(r"\b(?:hours|opening|today|weather|current-?date|clock)\b|[_-](?:hours|weather|clock)[_-]", re.I)
_BEFORE, _BEHIND = 45, 60  # characters beside a date in which its label and its time of day stand
_LONGEST, _PROSE, _LABEL = 600, 120, 40  # characters of a line with dates, of one that is no prose, of a label above
_A_DAY = timedelta(hours=36)  # a day in one zone lies within so much of its start in UTC


class Mention(NamedTuple):
    """A day that a line shows: its words with what gives the time, the date as printed, what is beside it, the line."""

    words: str
    day: date
    printed: str
    before: str
    behind: str
    line: int


def find_mentions(lines: Sequence[Line], *, is_day_first: bool) -> list[Mention]:
    """Return the days that lines show up to today, read in the page's order of day and month."""
    latest = datetime.now(UTC).date() + timedelta(days=1)
    found = [mention for n, line in enumerate(lines) for mention in _mentions(n, line) if mention.day <= latest]
    found = _read_one_way(found, is_day_first=is_day_first)
    return [m for m in found if not _VISIT.search(label_above(m, lines)) and not _is_of_events(m, lines)]


def every_day(lines: Sequence[Line]) -> set[date]:
    """Return all days that lines show as dates, those of events, offers and clocks among them."""
    return {
        time.date()
        for line in lines
        if len(line.text) <= _LONGEST
        for span in _DATE.finditer(english_date(line.text))
        if (time := parse_date(span.group()).time) is not None
    }


def _mentions(n: int, line: Line) -> Iterator[Mention]:
    """Yield the days in a line."""
    text = line.text
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or _is_clock(line.element):
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
        is_prose = len(WORD.findall(text)) > _MOST_WORDS and not (PUBLISHED.search(before) or CHANGED.search(before))
        is_other = _NO_PAPER.search(before) or (
            _IN_SENTENCE.search(before) and len(WORD.findall(text[span.end() :])) > 2
        )
        if not is_prose and not is_other and (printed := parse_date(span.group()).time) is not None:
            yield Mention(
                _closest(words, stamp, span.group()), printed.date(), span.group(), before, text[span.end() : end], n
            )
    if not spans and (marked := parse_date(stamp[:10]).time or parse_date(stamp).time):
        yield Mention(stamp, marked.date(), stamp, text[-_BEFORE:], "", n)


def _is_clock(element: HtmlElement) -> bool:
    """Return whether an element shows the day of the visit to the page: beside opening hours or the weather."""
    return any(e.tag not in {"body", "html"} and _CLOCK.search(e.get("class") or "") for e in nearest(element, 3))


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


def _is_of_events(mention: Mention, lines: Sequence[Line]) -> bool:
    """Return whether a day stands below a heading such as "Upcoming events", and no other heading between them."""
    for line in reversed(lines[max(mention.line - _ABOVE, 0) : mention.line]):
        if any(e.tag in {"h1", "h2", "h3", "h4"} for e in nearest(line.element, 2)):
            return bool(_EVENTS.match(line.text))
    return False


def label_above(mention: Mention, lines: Sequence[Line]) -> str:
    """Return the words before a date on its line, or a short line above where there are none."""
    own = mention.before.strip(" |·:•–—-")
    above = lines[mention.line - 1].text if mention.line else ""
    return own or (above if len(above) < _LABEL else "")
