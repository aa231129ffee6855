"""Dates, bylines, agencies, datelines, origins, languages: each rule with line variants (invented)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.agencies import expand_agency, initials
from analysis.articles.bylines import parse_byline
from analysis.articles.datelines import find_dateline
from analysis.articles.dates import parse_date
from analysis.articles.origin import find_origin
from analysis.articles.outlets import outlet_from_folder, same_outlet

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


BYLINES = [
    ("By Ana Roe/Tom Vale", ["Ana Roe", "Tom Vale"], None),
    ("By Meg Vale Staff Writer", ["Meg Vale"], None),
    ("Jim Oakes, Mike Elm", ["Jim Oakes", "Mike Elm"], None),
    ("Ann Zuber, North County Reporter", ["Ann Zuber"], None),
    ("By ANN MARIE O’ROE ( @annroe )", ["Ann Marie O’Roe"], None),
    ("By Jo Doe, Associated Press", ["Jo Doe"], "Associated Press"),
    ("By Jo Doe of The Associated Press", ["Jo Doe"], "Associated Press"),
    ("Continental Wire Service", [], "Continental Wire Service"),
    ("AP", [], "Associated Press"),
    ("By Jo Doe | Photographs by Ed Oak", ["Jo Doe"], None),
    ("By John Doe, Jr. and Jo Roe", ["John Doe Jr.", "Jo Roe"], None),
    ("By the Editorial Board", [], None),
    ("By Jo Doe January 5, 2026", ["Jo Doe"], None),
    ("by jo doe", ["Jo Doe"], None),
    ("By Dana O'Neil-Smith for The Marlow Ledger", ["Dana O'Neil-Smith"], None),
    ("Jo Doe jo.doe@ledger.example", ["Jo Doe"], None),
    (["Ana Roe", "Ana Roe", "Tom Vale"], ["Ana Roe", "Tom Vale"], None),
    ("", [], None),
    ("By Ana Roe and Tom Vale, Political Editor", ["Ana Roe", "Tom Vale"], None),
    ("ANA ROE | Staff Writer", ["Ana Roe"], None),
    (
        "Ana Roe in Harbor City, Tom Vale in Kyiv and Meg Oakes at the United Nations",
        ["Ana Roe", "Tom Vale", "Meg Oakes"],
        None,
    ),
    ("Reporting by Ana Roe and Tom Vale; Editing by Meg Oakes", ["Ana Roe", "Tom Vale"], None),
    ("By Ana Roe; additional reporting by Tom Vale", ["Ana Roe"], None),
    ("By Ana Roe | Special to the Marlow Ledger", ["Ana Roe"], None),
    ("By Ana Roe Special to the Ledger", ["Ana Roe"], None),
    ("Ana Roe contributed to this report.", [], None),
    ("By TOM MCVALE, AP National Political Writer", ["Tom McVale"], "Associated Press"),
    ("By Ana Roe (Continental Wire Service)", ["Ana Roe"], "Continental Wire Service"),
    (
        "By Ludwig van der Vale, J. R. Roe and María José de la Cruz-Ortiz",
        ["Ludwig van der Vale", "J. R. Roe", "María José de la Cruz-Ortiz"],
        None,
    ),
    ("By LUDWIG VAN DER VALE", ["Ludwig van der Vale"], None),
    ("By Øystein Ås and Đorđe Šarić", ["Øystein Ås", "Đorđe Šarić"], None),
    ("정가람 기자", ["정가람"], None),
    ("By Tom Vale III", ["Tom Vale III"], None),
    ("By Tom Vale, III", ["Tom Vale III"], None),
    ("By Dr. Ana Roe, M.D.", ["Ana Roe"], None),
    ("Ana Roe, MS, RDN", ["Ana Roe"], None),
    ("Ana Roe@anaroe", ["Ana Roe"], None),
    ("Ana Roe Ana Roe", ["Ana Roe"], None),
    ("By Ana Roe, CNN", ["Ana Roe"], None),
    ("Ana Roe - Daily Science Contributor", ["Ana Roe"], None),
    ("by Catherine", ["Catherine"], None),
    ("Staff Reports", [], None),
    ("From staff and wire reports", [], None),
    ("Ledger Staff", [], None),
    ("jdadmin", [], None),
    ("KWXCK", [], None),
    ("kei_roe", [], None),
    ("admin", [], None),
    ("By The Daily Bucket", [], None),
    ("European Weather Agency", [], None),
    ("Editorial", [], None),
    ("By Ana Roe Published 3:04 p.m. Monday", ["Ana Roe"], None),
]


@pytest.mark.parametrize(("words", "names", "agency"), BYLINES)
def test_bylines(words, names, agency):
    assert parse_byline(words, outlet="The Marlow Ledger") == (names, agency)


DATELINES = [
    ("WASHINGTON — Rain fell.", "WASHINGTON", None),
    ("WASHINGTON (AP) — Rain fell.", "WASHINGTON", "AP"),
    ("MARLOW (CWS) — Rain fell.", "MARLOW", "CWS"),
    ("BEDFORD, N.H. (AP) -- Rain fell.", "BEDFORD, N.H.", "AP"),
    ("DES MOINES, Iowa, Aug. 10 (UPI) — Rain fell.", "DES MOINES, Iowa", "UPI"),
    ("ST. PAUL, Minn. – Rain fell.", "ST. PAUL, Minn.", None),
    ("New York (AFP) – Rain fell.", "New York", "AFP"),
    ("SEOUL/TOKYO (Reuters) - Rain fell.", "SEOUL/TOKYO", "Reuters"),
    ("(Reuters) — Rain fell.", None, "Reuters"),
]
NO_DATELINES = [
    "Rain fell — hard.", "A dog — or a cat — ran.", "Rep. Ann Roe (D-Ohio) — a farmer — ran.", "UPDATE — Rain fell.",
    "FILE PHOTO - Rain falls.", "“WE WON” — so it said.", "WATCH: Rain falls", "TRUMP — the word was on a hat.", "",
]  # fmt: skip


@pytest.mark.parametrize(("line", "place", "agency"), DATELINES)
def test_datelines(line, place, agency):
    found = find_dateline(line)
    assert (found.place, found.agency, line[found.end :]) == (place, agency, "Rain fell.")


@pytest.mark.parametrize("line", NO_DATELINES)
def test_no_datelines(line):
    assert find_dateline(line) is None


ORIGINS = [
    (["OSLO (AP) — Snow fell."], [], None, "Associated Press"),
    (["Snow fell."], ["This article originally appeared in The Evening Post."], None, "The Evening Post"),
    (["Snow fell."], ["— Continental Wire Service"], None, "Continental Wire Service"),
    (["Snow fell."], ["Copyright 2025 The Associated Press. All rights reserved."], None, "Associated Press"),
    (["Snow fell."], ["(Reporting by Ann Roe; Additional reporting by Jo Doe; Editing by Ed Oak)"], None, "Reuters"),
    (["Snow fell."], ["Reprinted with permission from Harbor Weekly."], None, "Harbor Weekly"),
    (["Snow fell."], [], "Associated Press", "Associated Press"),
    (["OSLO (CWS) — Snow fell."], [], None, "Continental Wire Service"),
    (["Snow fell."], ["The Associated Press contributed to this report."], None, None),
    (["Snow fell."], ["This report includes material from the Associated Press."], None, None),
    (["Snow fell."], ["© 2026 The Marlow Ledger"], None, None),
    (["MARLOW (Ledger) — Snow fell."], [], None, None),  # the outlet's own
    (["Snow fell, a report first published by The Evening Post said."], [], None, None),
]


@pytest.mark.parametrize(("first", "credits", "agency", "origin"), ORIGINS)
def test_origins(first, credits, agency, origin):
    codes = {"CWS": "Continental Wire Service"}
    assert find_origin(first, credits, byline_agency=agency, outlet="The Marlow Ledger", codes=codes) == origin


def test_agencies():
    assert expand_agency("the Associated Press") == "Associated Press"
    assert expand_agency("Fairlead News Service") == "Fairlead News Service"
    assert expand_agency("Ann Roe") is None
    assert initials("Continental Wire Service") == "CWS"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The Marlow Ledger", "Marlow Ledger", True), ("USA TODAY", "USAToday", True), ("marlowledger.com", "The Marlow Ledger", True),
        ("Marlow Ledger - News", "The Marlow Ledger", True), ("The Ledger", "The Post", False), ("", "The Post", False), ("The", "The", False),
    ],
)  # fmt: skip
def test_same_outlet(a, b, same):
    assert same_outlet(a, b) is same


def test_outlets_from_folders():
    assert [outlet_from_folder(f) for f in ["the-post-of-marlow", "Post & Star", "data", "valle_nueva"]] == [
        "The Post of Marlow", "Post & Star", None, "Valle Nueva",
    ]  # fmt: skip


@given(st.text(max_size=300))
def test_any_words_are_taken(text):
    parse_date(text), parse_byline(text), find_dateline(text)
    find_origin([text], [text])


@pytest.mark.parametrize(
    "words",
    ["9" * 400, 10**400, "0001-01-01T00:00+05:00", "9999-12-31T23:00-05:00", float("inf"), "2026-03-03T10:00+99:00"],
)
def test_impossible_dates_do_not_raise(words):
    time = parse_date(words).time
    assert time is None or time.date().isoformat() == "2026-03-03"
