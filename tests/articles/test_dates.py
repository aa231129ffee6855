"""Dates as news prints them become UTC, and what was assumed is said."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.dates import When, parse_date

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
    ("1573430400.0", (2019, 11, 11)),  # as pandas writes a column of numbers with gaps
    (1573430400000000, (2019, 11, 11)),  # microseconds
    # Zones: as a table, a feed or a page names them.
    ("09 Oct 2023 14:30 IST", (2023, 10, 9, 9, 0)),  # India: 14:30 - 5:30
    ("March 3, 2026 9:00 AM AEDT", (2026, 3, 2, 22, 0)),  # 9:00 - 11 h
    ("Tue, 01 Mar 2022 16:03:00 UT", (2022, 3, 1, 16, 3)),
    ("2026-03-03 10:00 JST", (2026, 3, 3, 1, 0)),
    ("2026-03-03 10:00 HKT", (2026, 3, 3, 2, 0)),
    ("2026-03-03 10:00 MSK", (2026, 3, 3, 7, 0)),
    ("2026-03-03T10:00-05", (2026, 3, 3, 15, 0)),
    ("2026-03-03T10:00+05:45", (2026, 3, 3, 4, 15)),
    ("3 March 2026, 10:00 GMT+1", (2026, 3, 3, 9, 0)),
    ("March 3, 2026 6 p.m. Eastern", (2026, 3, 3, 23, 0)),
    ("July 3, 2026 6 p.m. Pacific time", (2026, 7, 4, 1, 0)),  # daylight saving: 18 + 7 h
    ("2026-07-03 10:00 Europe/Paris", (2026, 7, 3, 8, 0)),
    # Forms of well-known sources.
    ("Fri Apr 28 19:20:36 CEST 2023", (2023, 4, 28, 17, 20, 36)),  # Java
    ("Tue Mar 3 09:15:00 +0000 2026", (2026, 3, 3, 9, 15)),  # posts
    ("Tue Mar 03 2026 14:15:00 GMT+0100 (Central European Standard Time)", (2026, 3, 3, 13, 15)),  # JavaScript
    ("20260315T101500Z", (2026, 3, 15, 10, 15)),
    ("20260315101500", (2026, 3, 15, 10, 15)),
    ("20260315", (2026, 3, 15)),
    ("08/17/14 17:00 PM (PDT)", (2014, 8, 18, 0, 0)),
    ("12/31/99", (1999, 12, 31)),
    ("03-Mar-26", (2026, 3, 3)),
    ("03-Mar-2026 10:15", (2026, 3, 3, 10, 15)),
    ("Tuesday 3rd of March 2026", (2026, 3, 3)),
    ("Mar-03-2026", (2026, 3, 3)),
    ("15-03-2026", (2026, 3, 15)),
    # Times of day with a dot, an h or nothing between hour and minute.
    ("Publié le 12 février 2020 à 18h16 - Mis à jour le 13 février 2020", (2020, 2, 12, 18, 16)),
    ("First published on Wed 4 Mar 2026 00.05 AEDT", (2026, 3, 3, 13, 5)),
    ("Tuesday 3 March 2026 09.15 GMT", (2026, 3, 3, 9, 15)),
    ("18.16 Uhr, 3. März 2026", (2026, 3, 3, 18, 16)),
    ("3 March 2026 1430 GMT", (2026, 3, 3, 14, 30)),
    ("March 3, 2026 10.30am", (2026, 3, 3, 10, 30)),
    ("March 3, 2026 – prices up 5.25 percent", (2026, 3, 3)),
    ("Version 10.15, March 3, 2026", (2026, 3, 3)),
    # Months in other languages.
    ("8. März 2026", (2026, 3, 8)),
    ("8 de marzo de 2026", (2026, 3, 8)),
    ("marzo 8, 2026", (2026, 3, 8)),
    ("8 août 2026", (2026, 8, 8)),
    ("8. mars 2026 kl. 18.16", (2026, 3, 8, 18, 16)),
    ("8 марта 2026", (2026, 3, 8)),
    ("2026. március 8.", (2026, 3, 8)),
    ("8 Maret 2026", (2026, 3, 8)),
    ("8 maja 2026", (2026, 5, 8)),
    ("2026년 3월 8일", (2026, 3, 8)),
    ("25. September 2018", (2018, 9, 25)),
]


NO_DATES = [
    "",
    None,
    "July 2026",
    "in 2019 and 3, 2020 people",
    "2026-02-30",
    "March 3",
    "6 hours ago",
    "20261303",
    "12 apples 2019",
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
    assert parse_date("March 3, 2026 6:00 QXT").note == "zone QXT is not known, time read as UTC"
    assert parse_date("March 3, 2026 6:00 CNN").note == "time without a zone read as UTC"


@pytest.mark.parametrize(
    "words",
    [
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1969-12-31T19:00:00-05:00",
        "1900-01-01 00:00:00",
        0,
        "9999-12-31",
    ],
)
def test_what_stands_for_a_missing_date_is_none(words):
    assert parse_date(words) == When(None, f"{str(words)[:10]} stands for a missing date")


def test_the_first_day_of_unix_time_is_a_date_in_words():
    assert parse_date("January 1, 1970").time == datetime(1970, 1, 1, tzinfo=UTC)


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


@pytest.mark.parametrize("words", ["January 3, 0017", "3 March 1066", "12 Dec 2917"])
def test_a_date_that_no_newspaper_can_have_gives_none_and_says_so(words):
    when = parse_date(words)
    assert when.time is None and when.note == f"the date {words} is impossible and was taken for none"
