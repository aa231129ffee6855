"""Dates as news prints them become UTC, and what was assumed is said."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.dates import parse_date

# Eastern time is UTC-5 in winter and UTC-4 from the second Sunday of March (March 8 in 2026).
DATES = [
    ("March 3, 2026 at 6:12 a.m. ET", (2026, 3, 3, 11, 12)),  # 6:12 + 5 h
    ("March 9, 2026 at 6:12 a.m. ET", (2026, 3, 9, 10, 12)),  # 6:12 + 4 h
    ("2026-01-16T06:12:00-05:00", (2026, 1, 16, 11, 12)),
    ("2026-01-16T06:12:30.250Z", (2026, 1, 16, 6, 12, 30)),
    ("Nov. 19, 2025 5:50 PM PST", (2025, 11, 20, 1, 50)),  # 17:50 + 8 h
    ("Updated: 19 November 2025, 09:01 AM", (2025, 11, 19, 9, 1)),
    ("Published 9:00 PM EST, Tue March 3, 2026", (2026, 3, 4, 2, 0)),
    ("Tue, 03 Mar 2026 11:12:00 GMT", (2026, 3, 3, 11, 12)),
    ("12:30 a.m. EST, Jan. 1, 2026", (2026, 1, 1, 5, 30)),
    ("19.11.2025", (2025, 11, 19)),
    ("19/11/2025", (2025, 11, 19)),
    ("Sept. 3rd, 2025", (2025, 9, 3)),
    (1573430400, (2019, 11, 11)),
    ("1573430400000", (2019, 11, 11)),
]


NO_DATES = [
    "",
    None,
    "July 2026",
    "in 2019 and 3, 2020 people",
    "2026-02-30",
    "March 3",
    "6 hours ago",
    "20260303",
    float("nan"),
    "12",
]


@pytest.mark.parametrize(("words", "parts"), DATES)
def test_dates_become_utc(words, parts):
    assert parse_date(words).time == datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize("words", NO_DATES)
def test_no_date_is_guessed(words):
    assert parse_date(words).time is None


def test_what_was_assumed_is_said():
    assert parse_date("2026-03-03").note == ""
    assert parse_date("2026-03-03 10:00").note == "time without a zone read as UTC"
    assert parse_date("03/04/2026").note == "date 03/04/2026 read as month/day/year"
    assert parse_date("19/11/2025").note == ""  # can only be a day first


@given(st.datetimes(min_value=datetime(1980, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)))
def test_iso_times_come_back(time):
    assert parse_date(time.isoformat(timespec="seconds")).time == time.replace(microsecond=0)


@pytest.mark.parametrize(
    "words",
    ["9" * 400, 10**400, "0001-01-01T00:00+05:00", "9999-12-31T23:00-05:00", float("inf"), "2026-03-03T10:00+99:00"],
)
def test_impossible_dates_do_not_raise(words):
    time = parse_date(words).time
    assert time is None or time.date().isoformat() == "2026-03-03"
