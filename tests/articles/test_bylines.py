"""Bylines give names and agencies (all invented)."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.bylines import parse_byline
from analysis.articles.datelines import find_dateline
from analysis.articles.dates import parse_date
from analysis.articles.origin import find_origin

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


@given(st.text(max_size=300))
def test_any_words_are_taken(text):
    time, dateline = parse_date(text).time, find_dateline(text)
    assert time is None or time.tzinfo == UTC
    assert dateline is None or dateline.end <= len(text)
    assert all(name.strip() == name != "" for name in parse_byline(text).names)
    assert find_origin([text], [text]) != ""
