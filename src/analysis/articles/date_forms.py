"""Dates in the forms of programs, standards and stamps, rewritten as ISO 8601 writes them."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from analysis.articles.months import MONTH

_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_WIDE = {sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F)}  # signs as wide as Chinese ones, to the usual ones
_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
_MONTH = rf"(?P<month>{MONTH})"
_DAY = r"(?P<day>\d{1,2})"


def _of_week(found: re.Match[str]) -> str:
    return date.fromisocalendar(int(found["year"]), int(found["week"]), int(found["day"])).isoformat()


def _of_year(found: re.Match[str]) -> str:
    day = date(int(found["year"]), 1, 1) + timedelta(days=int(found["day"]) - 1)
    return day.isoformat() if day.year == int(found["year"]) else found[0]


def _of_parts(found: re.Match[str]) -> str:
    clock = f"T{int(found['hour']):02}:{int(found['minute']):02}" if found["hour"] and found["minute"] else ""
    return f"{found['year']}-{int(found['mon']):02}-{int(found['day']):02}{clock}"


def _of_words(found: re.Match[str]) -> str:
    return f"{found['day']} {found['month']} {found['year']}"


def _of_roman(found: re.Match[str]) -> str:
    return f"{found['year']}-{_ROMAN.index(found['mon'].upper()) + 1:02}-{int(found['day']):02}"


_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (re.compile(rf"{_YEAR}-?W(?P<week>\d\d)-?(?P<day>[1-7])(?=T|\Z)"), _of_week),
    (re.compile(rf"{_YEAR}-?(?P<day>[0-3]\d\d)(?=T|\Z)"), _of_year),
    (  # as Python shows a time
        re.compile(
            rf"(?:datetime\.)?(?:datetime|date)\({_YEAR}, (?P<mon>\d{{1,2}}), (?P<day>\d{{1,2}})"
            r"(?:, (?P<hour>\d{1,2}), (?P<minute>\d{1,2}))?[^()]{0,99}\)"
        ),
        _of_parts,
    ),
    # years first with other marks between
    (re.compile(rf"{_YEAR}(?P<mark>[_ ])(?P<mon>\d\d)(?P=mark){_DAY}(?!\d)(?P<hour>)(?P<minute>)"), _of_parts),
    (re.compile(rf"{_DAY}(?P<mark>[. /-])(?P<mon>(?-i:{'|'.join(reversed(_ROMAN))}))(?P=mark){_YEAR}\b"), _of_roman),
    (re.compile(rf"{_DAY}{_MONTH}{_YEAR}(?=:|\b)", re.I), _of_words),  # 01MAR2026, as SAS writes it
    (re.compile(rf"{_DAY}\s{_MONTH},\s?{_YEAR}\b", re.I), _of_words),
    (re.compile(rf"{_MONTH},\s?{_DAY},?\s{_YEAR}\b", re.I), _of_words),
    (re.compile(rf"{_MONTH}/{_DAY}/{_YEAR}\b", re.I), _of_words),
]


def usual_form(words: str) -> str:
    """Return a date in one of these forms as other dates are written; other words as they are.

    Full-width signs become the usual ones.

    >>> usual_form("2026-W10-7"), usual_form("2026-060"), usual_form("1.III.2026"), usual_form("01MAR2026:10:00:00")
    ('2026-03-08', '2026-03-01', '2026-03-01', '01 MAR 2026 10:00:00')
    """
    words = words.translate(_WIDE)
    for pattern, written in _FORMS:
        if found := pattern.match(words):
            with suppress(ValueError):
                rest = words[found.end() :]
                return written(found) + (f" {rest[1:]}" if rest.startswith(":") else rest)
    return words
