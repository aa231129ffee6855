"""Dates as news prints them, to UTC. Nothing is guessed: words without a full date give none."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo


class When(NamedTuple):
    """A time in UTC (null when the words give none) and what had to be assumed to get it ("" for nothing)."""

    time: datetime | None
    note: str


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = [  # tried in this order; each is looked for anywhere in the words given
    re.compile(r"(?P<year>\d{4})-(?P<mon>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(r"\b(?P<year>\d{4})[/.](?P<mon>\d{1,2})[/.](?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<mon>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<mon>\d{1,2})\.(?P<year>\d{4})\b"),
]
_CLOCK = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.I,
)
_OFFSET = re.compile(r"^\s*(?:GMT|UTC)?\s*(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})\b")
_ZONE = re.compile(r"^[\s(]*(?P<zone>Z|UTC|GMT|BST|CET|CEST|[ECMP][SD]?T)\b", re.I)
_FIXED = dict(z=0, utc=0, gmt=0, bst=1, cet=1, cest=2, est=-5, edt=-4, cst=-6, cdt=-5, mst=-7, mdt=-6, pst=-8, pdt=-7)
_SEASONAL = dict(et="America/New_York", ct="America/Chicago", mt="America/Denver", pt="America/Los_Angeles")


def parse_date(words: object) -> When:
    """The time that `words` (a string, a datetime or Unix seconds or milliseconds) give, in UTC, and what was assumed.

    A zone in the words is used (ISO 8601 offset, Z, UTC, GMT, EST … PDT, ET … PT with daylight saving time of that day).
    A time without a zone counts as UTC and a numeric date as month/day, each with a note; a date alone is its midnight.
    Never raises: words without a full date give null.

    >>> parse_date("March 3, 2026 at 6:12 a.m. ET").time.isoformat()
    '2026-03-03T11:12:00+00:00'
    """
    if isinstance(words, datetime):
        return _to_utc(words)
    if isinstance(words, (int, float)) or re.fullmatch(r"\d{10}(\d{3})?", str(words or "").strip()):
        return _from_epoch(float(words))
    text = " ".join(str(words or "").split())
    for number, pattern in enumerate(_DATES):
        for found in pattern.finditer(text):
            day = _day(found.groupdict())
            if day:
                either = number == 4 and max(int(found["mon"]), int(found["day"])) <= 12
                note = f"date {found.group()} read as month/day/year" if either else ""
                return _with_clock(day, text[: found.start()], text[found.end() :], note)
    return When(None, "")


def _to_utc(time: datetime) -> When:
    if time != time:  # pandas' NaT
        return When(None, "")
    if time.tzinfo is None:
        return When(
            time.replace(tzinfo=UTC), "time without a zone read as UTC" if time.time().isoformat() != "00:00:00" else ""
        )
    return When(time.astimezone(UTC), "")


def _from_epoch(number: float) -> When:
    seconds = number / 1000 if abs(number) >= 1e11 else number
    if not 1e8 <= seconds <= 1e10:  # 1973 to 2286: anything else is no time stamp
        return When(None, "")
    return When(datetime.fromtimestamp(seconds, UTC), "")


def _day(parts: dict[str, str]) -> datetime | None:
    month = int(parts["mon"]) if parts.get("mon") else _MONTHS.index(parts["month"][:3].lower()) + 1
    day = int(parts["day"])
    if month > 12 >= day:  # 19/11/2019 can only be the 19th of November
        month, day = day, month
    try:
        return datetime(int(parts["year"]), month, day)
    except ValueError:
        return None


def _with_clock(day: datetime, before: str, after: str, note: str) -> When:
    clock, rest = _find_clock(after)
    if clock is None:  # "Updated 6:12 p.m. EST, Tue March 3, 2026" has the clock first
        clock, rest = _find_clock(before)
    if clock is None:
        return When(day.replace(tzinfo=UTC), note)
    offset, zone = _OFFSET.match(rest), _ZONE.match(rest)
    if offset:
        shift = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"]))
        zone_info = timezone(-shift if offset["sign"] == "-" else shift)
    elif zone:
        name = zone["zone"].lower()
        zone_info = timezone(timedelta(hours=_FIXED[name])) if name in _FIXED else ZoneInfo(_SEASONAL[name])
    else:
        zone_info, note = UTC, "; ".join(filter(None, [note, "time without a zone read as UTC"]))
    return When((day + clock).replace(tzinfo=zone_info).astimezone(UTC), note)


def _find_clock(text: str) -> tuple[timedelta | None, str]:
    for found in _CLOCK.finditer(text.removeprefix("T")):
        hour, minute, half = int(found["hour"]), found["minute"], (found["half"] or "").lower()
        if not minute and not half:
            continue  # a bare number is no time
        if hour > (12 if half else 23) or int(minute or 0) > 59:
            continue
        hour = hour % 12 + 12 * half.startswith("p") if half else hour
        clock = timedelta(hours=hour, minutes=int(minute or 0), seconds=int(found["second"] or 0))
        return clock, text.removeprefix("T")[found.end() :]
    return None, ""
