"""Times of day and zones, as they stand beside a date: "at 6:12 a.m. ET", "à 18h16", "14:30 IST"."""

import re
from datetime import timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_CLOCK = re.compile(
    rf"(?<![\d.])(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*{_HALF}?", re.I
)
_HOUR = re.compile(rf"(?<![\d.:])(?P<hour>\d{{1,2}})(?:\.(?P<minute>\d\d))?\s*{_HALF}", re.I)  # 6 a.m., 6.12 p.m.
# With a dot, an h or nothing between them, two numbers are a time only directly behind the date or before a zone.
_OPEN = r"(?P<hour>[01]?\d|2[0-3])[.h](?P<minute>[0-5]\d)(?![\d%]|\.\d)(?:\s*(?:uhr|h)\b)?"
_BEHIND_DATE = re.compile(rf"^[\W_]*(?:(?:at|à|a las|às|alle|ore|om|um|kl|klo)\b\.?\s*)?{_OPEN}", re.I)
_BEFORE_ZONE = re.compile(
    r"(?<![\d.])(?P<hour>[01]\d|2[0-3])[.h]?(?P<minute>[0-5]\d)\s*(?=(?-i:[A-Z]{2,5})\b|uhr\b|hrs\b|hours\b)(?:uhr|hrs|hours)?",
    re.I,
)
_OFFSET = re.compile(r"^[\s(]*(?:(?:GMT|UTC)\s?)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)", re.I)
_NAME = re.compile(r"^[\s(]*(?P<name>[A-Za-z]+/[A-Z][A-Za-z_]+|Z\b|[A-Z]{2,5}\b|[ECMP][sdDS]?[tT]\b)")
_WORDS = re.compile(r"^[\s(]*(?P<region>eastern|central|mountain|pacific)(?:\s+(?P<season>standard|daylight))?\b", re.I)
# The zones of U.S. and British news, whose abbreviations other countries use as well; dateparser knows the others.
_FIXED = dict(
    Z=0, UTC=0, UT=0, GMT=0, BST=1, CET=1, CEST=2, IST=5.5, EST=-5, EDT=-4, CST=-6, CDT=-5, MST=-7, MDT=-6, PST=-8,
    PDT=-7,
)  # fmt: skip
_REGIONS = dict(e="America/New_York", c="America/Chicago", m="America/Denver", p="America/Los_Angeles")
_FARTHEST = 14  # hours from UTC of the zone that is farthest from it
_NO_ZONES = frozenset({"AM", "PM"})
_ABBREVIATION = re.compile(r"[A-Z]{2,4}T")  # nearly all zones' abbreviations end with "Time"


class ClockTime(NamedTuple):
    """A time of day, its zone (None if the words name none that is known), and the name of an unknown zone."""

    since_midnight: timedelta
    zone: tzinfo | None
    unknown_zone: str = ""


def find_clock(before: str, after: str) -> ClockTime | None:
    """Return the time of day that stands behind a date or, if none does, before it; None when there is none.

    >>> find_clock("", " à 18h16").since_midnight.seconds == (18 * 60 + 16) * 60
    True
    >>> find_clock("9:00 PM EST, Tue ", "").zone.utcoffset(None).total_seconds() / 3600
    -5.0
    """
    after = after.removeprefix("T").removeprefix("t")
    for text, patterns in (
        (after, (_BEHIND_DATE, _CLOCK, _HOUR, _BEFORE_ZONE)),
        (before, (_CLOCK, _HOUR, _BEFORE_ZONE)),
    ):
        found = [match for pattern in patterns for match in pattern.finditer(text)]
        for match in sorted(found, key=lambda match: match.start()):
            if (time := _since_midnight(match.groupdict())) is not None:
                return ClockTime(time, *_zone(text[match.end() :]))
    return None


def _since_midnight(parts: dict[str, str | None]) -> timedelta | None:
    """Return a time of day; None for numbers that are none, such as 25:10. "17:00 PM" is read as 17:00."""
    hour, minute, second = (int(parts.get(part) or 0) for part in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()
    if (hour, minute, second) == (24, 0, 0) and not half:  # the end of the day
        return timedelta(days=1)
    if hour > 23 or minute > 59 or second > 60 or (half and not hour <= 12 and half[0] == "a"):
        return None
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half[0] == "p")
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _zone(words: str) -> tuple[tzinfo | None, str]:
    """Return the zone that `words`, which follow a time of day, begin with, and the name of one that is not known."""
    if (offset := _OFFSET.match(words)) and int(offset["hours"]) <= _FARTHEST:
        shift = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        return timezone(-shift if offset["sign"] == "-" else shift), ""
    if region := _WORDS.match(words):
        letter, season = region["region"][0].lower(), (region["season"] or "")[:1].upper()
        return _named(f"{letter.upper()}{season}T"), ""
    if not (name := _NAME.match(words)) or name["name"].upper() in _NO_ZONES:
        return None, ""
    zone = _named(name["name"])
    return zone, name["name"] if zone is None and _ABBREVIATION.fullmatch(name["name"]) else ""


@cache
def _named(name: str) -> tzinfo | None:
    """Return the zone of a name: an abbreviation, or one such as Europe/Paris; None when it is not known."""
    abbreviation = name.upper()
    if abbreviation in _FIXED:
        return timezone(timedelta(hours=_FIXED[abbreviation]))
    if len(abbreviation) == 2 and abbreviation[1] == "T" and abbreviation[0].lower() in _REGIONS:
        return ZoneInfo(_REGIONS[abbreviation[0].lower()])
    if "/" in name:
        try:
            return ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            return None
    # Importing dateparser takes a quarter of a second, which articles without such a zone need not pay.
    from dateparser.timezone_parser import pop_tz_offset_from_string

    zone = pop_tz_offset_from_string(f"12:00 {abbreviation}")[1]
    return timezone(zone.utcoffset(None)) if zone else None
