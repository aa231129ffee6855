"""Dates as news prints them, to UTC. Nothing is guessed: words without a full date give none."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from analysis.articles.months import MONTH, month_number


class When(NamedTuple):
    """A time in UTC (None when the words give none), and what had to be assumed to get it."""

    time: datetime | None
    no_zone: bool = False  # the words give a time of day without a zone; it was read as UTC
    either_way: str = ""  # a date in numbers that may be month/day or day/month; it was read as month/day

    @property
    def note(self) -> str:
        """The assumptions in words, for the notes of an article; "" for none."""
        either = f"date {self.either_way} read as month/day/year" if self.either_way else ""
        zone = "time without a zone read as UTC" if self.no_zone else ""
        return "; ".join(filter(None, [either, zone]))


_NONE = When(None)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_NUMBERS = re.compile(r"\b(?P<mon>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b")
_DATES = [  # tried in this order; each is looked for anywhere in the words given
    re.compile(r"(?P<year>\d{4})-(?P<mon>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"\b(?P<month>{MONTH})\.?\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}\s+(?P<month>{MONTH})\.?,?\s+{_YEAR}\b", re.I),
    re.compile(r"\b(?P<year>\d{4})[/.](?P<mon>\d{1,2})[/.](?P<day>\d{1,2})\b"),
    _NUMBERS,
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<mon>\d{1,2})\.(?P<year>\d{4})\b"),
]
_CLOCK = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?\s*"
    r"(?P<half>[ap]\.?\s?m\b\.?)?",
    re.I,
)
_OFFSET = re.compile(r"^\s*(?:(?:GMT|UTC)\s*)?(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})\b")
_ZONE = re.compile(r"^[\s(]*(?P<zone>Z|UTC|GMT|BST|CET|CEST|[ECMP][SD]?T)\b", re.I)
_FIXED = dict(z=0, utc=0, gmt=0, bst=1, cet=1, cest=2, est=-5, edt=-4, cst=-6, cdt=-5, mst=-7, mdt=-6, pst=-8, pdt=-7)
_SEASONAL = dict(et="America/New_York", ct="America/Chicago", mt="America/Denver", pt="America/Los_Angeles")
_MILLISECONDS = 1e11  # a time stamp from here on counts milliseconds
_STAMPS = (10**8, 10**10)  # seconds: 1973 to 2286; any other number is no time stamp


def parse_date(words: object) -> When:
    """Return the time that `words` give, in UTC, and what was assumed to get it.

    A zone in the words is used: an ISO 8601 offset, Z, UTC, GMT, EST … PDT, and ET … PT with the daylight saving time
    of that day. A time without a zone is read as UTC and a date in numbers as month/day, and both are marked. A date
    alone is its midnight.

    Parameters
    ----------
    words
        Text, a datetime, or Unix seconds or milliseconds.

    Returns
    -------
    When
        `time` is None for words without a full date; nothing is raised.

    Examples
    --------
    >>> parse_date("March 3, 2026 at 6:12 a.m. ET").time.isoformat()
    '2026-03-03T11:12:00+00:00'
    """
    if isinstance(words, datetime):
        return _to_utc(words)
    text = " ".join(str(words or "").split())
    if isinstance(words, int | float) or re.fullmatch(r"\d{10}(\d{3})?", text):
        return _from_epoch(words if isinstance(words, int | float) else int(text))
    for pattern in _DATES:
        for found in pattern.finditer(text):
            if day := _day(found.groupdict()):
                is_either = pattern is _NUMBERS and max(int(found["mon"]), int(found["day"])) <= 12
                when = _with_clock(day, text[: found.start()], text[found.end() :])
                return when._replace(either_way=found.group() if is_either else "")
    return _NONE


def _to_utc(time: datetime) -> When:
    if time != time:  # pandas' NaT
        return _NONE
    if time.tzinfo is None:
        return When(time.replace(tzinfo=UTC), no_zone=time.time().isoformat() != "00:00:00")
    return _in_utc(time)


def _in_utc(time: datetime, *, no_zone: bool = False) -> When:
    try:
        return When(time.astimezone(UTC), no_zone)
    except OverflowError:  # the first hours of year 1 and the last of year 9999
        return _NONE


def _from_epoch(number: float) -> When:
    if not abs(number) < 1000 * _STAMPS[1] + 1:
        return _NONE
    seconds = number / 1000 if abs(number) >= _MILLISECONDS else number
    return When(datetime.fromtimestamp(seconds, UTC)) if _STAMPS[0] <= seconds <= _STAMPS[1] else _NONE


def _day(parts: dict[str, str]) -> datetime | None:
    month = int(parts["mon"]) if parts.get("mon") else month_number(parts["month"])
    day = int(parts["day"])
    if month > 12 >= day:  # 19/11/2019 can only be the 19th of November
        month, day = day, month
    try:
        return datetime(int(parts["year"]), month, day)
    except ValueError:
        return None


def _with_clock(day: datetime, before: str, after: str) -> When:
    """Return `day` with the time of day and the zone that stand behind it or, if none does, before it."""
    clock, rest = _find_clock(after)
    if clock is None:  # "Updated 6:12 p.m. EST, Tue March 3, 2026"
        clock, rest = _find_clock(before)
    if clock is None:
        return When(day.replace(tzinfo=UTC))
    zone = _zone(rest)
    return _in_utc((day + clock).replace(tzinfo=zone or UTC), no_zone=zone is None)


def _zone(words: str) -> tzinfo | None:
    """Return the zone that `words`, which follow a time of day, begin with; None when they name none."""
    offset = _OFFSET.match(words)
    if offset and int(offset["hours"]) < 24:
        shift = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"]))
        return timezone(-shift if offset["sign"] == "-" else shift)
    if not (zone := _ZONE.match(words)):
        return None
    name = zone["zone"].lower()
    return timezone(timedelta(hours=_FIXED[name])) if name in _FIXED else ZoneInfo(_SEASONAL[name])


def _find_clock(text: str) -> tuple[timedelta | None, str]:
    """Return the first time of day in `text` and what follows it; None and "" when there is none."""
    text = text.removeprefix("T")
    for found in _CLOCK.finditer(text):
        hour, minute, half = int(found["hour"]), found["minute"], (found["half"] or "").lower()
        if not minute and not half:
            continue  # a bare number is no time
        if hour > (12 if half else 23) or int(minute or 0) > 59:
            continue
        hour = hour % 12 + 12 * half.startswith("p") if half else hour
        return timedelta(hours=hour, minutes=int(minute or 0), seconds=int(found["second"] or 0)), text[found.end() :]
    return None, ""
