"""Where a story comes from: line variants of credits (invented), and the real agency copy of PolNeAR."""

import gzip
import json
import re

import pytest

from analysis.articles.bylines import parse_byline
from analysis.articles.datelines import find_dateline
from analysis.articles.exported_text import clean_paragraphs
from analysis.articles.origin import find_origin

OUTLET = "The Marlow Ledger"

OTHERS = [  # a first paragraph, lines below it, their origin
    ("BERLIN, Jan. 4 (Reuters) - Rain fell.", "", "Reuters"),
    ("HARBOR CITY, Calif. (AP) — Rain fell.", "", "Associated Press"),
    ("HARBOR CITY (AP) Rain fell.", "", "Associated Press"),
    ("Jerusalem (AFP) – Rain fell.", "", "Agence France-Presse"),
    ("(Reuters) — Rain fell.", "", "Reuters"),
    ("Rain fell.", "This piece first appeared on Harbor Insights.", "Harbor Insights"),
    ("Rain fell.", "This story was originally published by Kaiser Health News.", "Kaiser Health News"),
    ("Rain fell.", "Republished with permission of Harbor Weekly.", "Harbor Weekly"),
    ("Rain fell.", "- Reuters.", "Reuters"),
    ("Rain fell.", "Source: AFP", "Agence France-Presse"),
    (
        "Rain fell.",
        "© 2025 Associated Press. All Rights Reserved. This material may not be published.",
        "Associated Press",
    ),
    ("Rain fell.", "Distributed by Tribune Content Agency, LLC", "Tribune Content Agency"),
]
OWN = [
    ("HARBOR CITY — Rain fell.", ""),
    ("Rain fell.", "The Associated Press contributed to this report."),
    ("Rain fell.", "Ana Roe of the Associated Press contributed reporting."),
    ("Rain fell.", "With assistance from Reuters."),
    ("Rain fell.", "© 2025 The Marlow Ledger. All rights reserved."),
    ("Rain fell.", "This story was originally published by The Marlow Ledger."),
    ("Rain fell, Reuters reported on Monday.", ""),
    ("Rain fell, the Associated Press said in a story that was first published in May.", ""),
    ("Rep. Ana Roe (D-Ohio) — a farmer — spoke.", ""),
    ("Rain fell (AP was first to say so).", ""),
    ("The governor (AP) — as her fans call her — spoke.", ""),
]


@pytest.mark.parametrize(("first", "below", "origin"), OTHERS)
def test_the_first_publisher_is_named(first, below, origin):
    assert find_origin([first], [below], outlet=OUTLET) == origin


@pytest.mark.parametrize(("first", "below"), OWN)
def test_own_stories_have_no_origin(first, below):
    assert find_origin([first], [below], outlet=OUTLET) is None


def test_a_byline_names_the_agency_and_an_agency_is_not_its_own_origin():
    assert (
        find_origin(["Rain fell."], [], byline_agency=parse_byline("By Ana Roe, AP").agency, outlet=OUTLET)
        == "Associated Press"
    )
    assert find_origin(["OSLO (AP) — Rain fell."], [], outlet="Associated Press") is None


def test_a_dateline_is_no_origin_without_an_agency():
    assert find_dateline("PALO ALTO, Calif., March 4 — Rain fell.").agency is None


# Labeled as no agency's, yet each names its first publisher: "This piece first appeared on …", "- Reuters."
DISPUTED = {"huff-post_2016-03-21_the-rise", "nyt_2016-07-30_oil-prices", "wash-post_2016-07-03_trump-tweet"}


def test_agency_copy_of_polnear(shared):
    missed, false, n = [], set(), 0
    for part in ("train", "dev"):
        with gzip.open(shared / "polnear" / f"{part}.texts.jsonl.gz", "rt", encoding="utf-8") as stream:
            articles = [json.loads(line) for line in stream]
        for article in articles:
            byline = parse_byline(article["author"] or "", outlet=article["outlet"])
            parts = clean_paragraphs(
                re.split(r"\n\s*\n", article["text"]), outlet=article["outlet"], names=byline.names
            )
            below = [*parts.credits, *parts.paragraphs[-3:]]
            found = find_origin(parts.paragraphs[:4], below, byline_agency=byline.agency, outlet=article["outlet"])
            is_wire = article["wire"] not in (None, "NA")
            n += is_wire
            missed += [article["doc"]] if is_wire and not found else []
            false |= {article["doc"]} if found and not is_wire else set()
    assert n == 75 and len(missed) <= 1  # 74 / 75 = .987; the one that is missed has no word of its agency in it
    assert all(any(doc.startswith(known) for known in DISPUTED) for doc in false)


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
