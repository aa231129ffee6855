"""Dates as news prints them, to UTC. Nothing is guessed: words without a full date give none."""

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from analysis.articles.clock_times import find_clock
from analysis.articles.date_forms import usual_form
from analysis.articles.months import MONTH, english_date, month_number


class When(NamedTuple):
    """A time in UTC (None when the words give none), and what had to be assumed to get it."""

    time: datetime | None
    note: str = ""  # the assumptions, or why there is no time, for the notes of an article; "" for none
    no_zone: bool = False  # the words give a time of day without a zone; it was read as UTC


_NONE = When(None)
_NO_ZONE = "time without a zone read as UTC"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_SHORT_YEAR = r"(?P<year>\d{4}|\d\d)(?!\d)"
_TIME_BETWEEN = r"(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]m)?(?:\s+[A-Z]{1,5}|\s*(?:GMT|UTC)?[+-]\d\d:?\d\d)?)"
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<mon>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d/-])(?P<mon>\d{1,2})(?P<mark>[/-])(?P<day>\d{1,2})(?P=mark)(?P<year>\d{4})\b")
_SHORT_NUMBERS = re.compile(rf"^\W*(?:\w+day,? )?(?P<mon>\d{{1,2}})/(?P<day>\d{{1,2}})/{_SHORT_YEAR}(?!/)", re.I)
_EITHER_WAY = (_NUMBERS, _SHORT_NUMBERS)
_DATES = [  # tried in this order; each is looked for anywhere in the words given, but for years of two digits
    _ISO,
    re.compile(rf"\b(?P<month>{MONTH})\.?[\s-]+(?:the\s+)?{_DAY},?[\s-]+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}\.?[\s/-]+(?:of\s+)?(?P<month>{MONTH})\.?,?[\s/-]+{_YEAR}\b", re.I),
    re.compile(rf"\b(?P<month>{MONTH})\.?\s+{_DAY},?\s+{_TIME_BETWEEN}\s+{_YEAR}\b", re.I),
    re.compile(r"\b(?P<year>\d{4})(?:/|\. ?)(?P<mon>\d{1,2})(?:/|\. ?)(?P<day>\d{1,2})\b"),
    _NUMBERS,
    re.compile(r"\b(?P<day>\d{1,2})\. ?(?P<mon>\d{1,2})\. ?(?P<year>\d{4})\b"),
    re.compile(rf"\b{_YEAR},?[\s-]+(?P<month>{MONTH})\.?[\s-]+{_DAY}\b", re.I),
    _SHORT_NUMBERS,
    re.compile(rf"^\W*(?P<day>\d{{1,2}})\.(?P<mon>\d{{1,2}})\.{_SHORT_YEAR}(?!\.)"),
    re.compile(
        rf"^\W*(?:\w{{3,9}},? )?{_DAY}[ /-](?P<month>{MONTH})[ /-]'?{_SHORT_YEAR}(?=\W*$|[ ,T:]{{1,2}}\d)", re.I
    ),
]
_COMPACT = re.compile(  # 20260315, 20260315T101500Z, 202603151015
    r"(?P<day>(?:19|20)\d\d(?:0[1-9]|1[0-2])\d\d)"
    r"(?:[T ]?(?P<clock>(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?))?(?P<zone>Z|[+-]\d\d:?\d\d)?",
    re.I,
)
_UNIX = re.compile(r"@?(?P<number>\d{9,10}|\d{13}|\d{16}|\d{19})(?:\.\d+)?")
_FLOAT = re.compile(r"\d\.\d{4,18}[eE]\+?\d{1,2}")  # as programs write a large number
_DAY_NUMBER = re.compile(r"[2-7]\d{4}(?:[.,]\d{1,10})?")
_DAY_NUMBERS = (20_000, 80_000)  # 1954 to 2119, as spreadsheets count the days
_DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)  # of Excel, from March 1900 on
_DASH = re.compile(r"(?<=\d)[\u2010-\u2015\u2212](?=\d)")  # as type is set
# Milliseconds, as .NET and JavaScript write them.
_SCRIPTED = re.compile(r"(?:\\?/|new )?Date\((?P<number>\d{1,16})(?:[+-]\d{4})?\)(?:\\?/)?")
_STAMPS = (10**8, 10**10)  # seconds: 1973 to 2286; any other number is no time stamp
_UNITS = ((1e17, 1e9), (1e14, 1e6), (1e11, 1e3))  # a time stamp from here on counts nanoseconds, microseconds …
_FIRST_PAPER, _LAST_YEAR = 1605, 2200  # dates outside are none of a newspaper's
_SENTINEL_YEARS = (1, 9999)  # the first and the last that programs can write
_UNFILLED = ("1970-01-01", "1900-01-01")  # what programs write, in numbers, where there is no date


def parse_date(words: object) -> When:
    """Return the time that `words` give, in UTC, and what was assumed to get it.

    A zone in the words is used: an ISO 8601 offset, a name such as GMT, EST, AEDT or Eastern, and ET … PT with the
    daylight saving time of that day. A time without a zone is read as UTC and a date in numbers as month/day, and both
    are marked. A date alone is its midnight. Months may be in one of 40 languages.

    Parameters
    ----------
    words
        Text, a datetime, or Unix seconds, milli-, micro- or nanoseconds, or the day of a spreadsheet.

    Returns
    -------
    When
        `time` is None for words without a full date, for a year before 1605 or after 2200, and for what programs write
        where there is none (year 1, the first second of Unix time); nothing is raised.

    Examples
    --------
    >>> parse_date("March 3, 2026 at 6:12 a.m. ET").time.isoformat()
    '2026-03-03T11:12:00+00:00'
    >>> parse_date("Publié le 12 février 2020 à 18h16").time.isoformat()
    '2020-02-12T18:16:00+00:00'
    """
    if isinstance(words, datetime):
        return _checked(_to_utc(words), words.isoformat())
    if isinstance(words, int | float) and not isinstance(words, bool) and not _COMPACT.fullmatch(str(words)):
        return _from_unix(words)
    text = _DASH.sub("-", " ".join(str(words or "").split()))
    if found := _UNIX.fullmatch(text):
        return _from_unix(int(found["number"]))
    if _DAY_NUMBER.fullmatch(text) or _FLOAT.fullmatch(text):
        return _from_unix(float(text.replace(",", ".")))
    if found := _SCRIPTED.fullmatch(text):
        return _from_unix(int(found["number"]))
    found = _COMPACT.fullmatch(text.removeprefix("D:"))  # a PDF writes that above its days
    text = _extended(found) if found else usual_form(text)
    return _find(text) or _find(english_date(text)) or _NONE


def _find(text: str) -> When | None:
    """Return the time of the first date in `text`; None when there is none."""
    for pattern in _DATES:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            if not (day := _day(parts, is_year_first=found.start("year") == found.start())):
                continue
            is_either = pattern in _EITHER_WAY and max(int(parts["mon"]), int(parts["day"])) <= 12
            when = _with_clock(day, text[: found.start()], f"{parts.get('clock') or ''}{text[found.end() :]}")
            if is_either:
                notes = f"date {found[0]} read as month/day/year", when.note
                when = when._replace(note="; ".join(filter(None, notes)))
            in_numbers = pattern is _ISO or pattern in _EITHER_WAY
            return _checked(when, found[0]) if in_numbers else _possible(when, found[0])
    return None


def _extended(found: re.Match[str]) -> str:
    """Return a compact date as ISO 8601 writes it with marks."""
    day, clock = found["day"], found["clock"] or ""
    pairs = ":".join(clock[n : n + 2] for n in range(0, len(clock), 2))
    return f"{day[:4]}-{day[4:6]}-{day[6:]}" + (f"T{pairs}{found['zone'] or ''}" if clock else "")


def _checked(when: When, words: str) -> When:
    """Return a time, or a note instead of one that only says that a date was not filled in."""
    if when.time is None:
        return when
    is_filled = when.time.timestamp() != 0 and not (words.startswith(_UNFILLED) and when.time.hour == 0)
    if when.time.year in _SENTINEL_YEARS or not is_filled:
        return When(None, f"{words[:10]} stands for a missing date")
    return _possible(when, words)


def _possible(when: When, words: str) -> When:
    """Return a time, or a note instead of one that no newspaper can have."""
    is_news = when.time is None or _FIRST_PAPER <= when.time.year <= _LAST_YEAR
    return when if is_news else impossible(words)


def impossible(words: str) -> When:
    """Return what a date gives that no newspaper can have."""
    return When(None, f"the date {words} is impossible and was taken for none")


def _to_utc(time: datetime) -> When:
    if time != time:  # pandas' NaT
        return _NONE
    if time.tzinfo is None:
        has_clock = time.time().isoformat() != "00:00:00"
        return When(time.replace(tzinfo=UTC), _NO_ZONE * has_clock, no_zone=has_clock)
    return _in_utc(time)


def _in_utc(time: datetime) -> When:
    try:
        return When(time.astimezone(UTC))
    except OverflowError:  # the first hours of year 1 and the last of year 9999
        return _NONE


def _from_unix(number: float) -> When:
    """Return the time of a Unix time stamp."""
    if not abs(number) < _STAMPS[1] * _UNITS[0][1]:
        return _NONE
    unit = next((unit for least, unit in _UNITS if abs(number) >= least), 1)
    if number == 0:
        return When(None, "0 stands for a missing date")
    if _DAY_NUMBERS[0] <= number < _DAY_NUMBERS[1]:
        time, has_clock = (_DAY_ZERO + timedelta(days=number)).replace(microsecond=0), number != int(number)
        note = f"date {number:g} read as the number of a day in a spreadsheet"
        return When(time, f"{_NO_ZONE}; {note}" if has_clock else note, no_zone=has_clock)
    if not _STAMPS[0] <= number / unit <= _STAMPS[1]:
        return _NONE
    return When(datetime.fromtimestamp(number / unit, UTC).replace(microsecond=0))


def _day(parts: dict[str, str], *, is_year_first: bool) -> datetime | None:
    """Return the day that the parts of a date give, None for one that no year has."""
    month = int(parts["mon"]) if parts.get("mon") else month_number(parts["month"])
    day, year = int(parts["day"]), int(parts["year"])
    if month > 12 >= day and not is_year_first:  # 19/11/2019 can only be the 19th of November
        month, day = day, month
    if len(parts["year"]) == 2:  # as POSIX reads them
        year += 1900 if year >= 69 else 2000
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _with_clock(day: datetime, before: str, after: str) -> When:
    """Return `day` with the time of day and the zone that stand behind it or, if none does, before it."""
    clock = find_clock(before, after)
    if clock is None:
        return When(day.replace(tzinfo=UTC))
    when = _in_utc((day + clock.since_midnight).replace(tzinfo=clock.zone or UTC))
    if clock.unknown_zone:
        return when._replace(note=f"zone {clock.unknown_zone} is not known, time read as UTC")
    return when if clock.zone is not None else when._replace(note=_NO_ZONE, no_zone=True)
