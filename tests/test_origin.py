"""Where a story comes from: line variants of datelines and credits (invented), and the real agency copy of PolNeAR."""

import gzip
import json
import re

import pytest

from analysis.articles.bylines import parse_byline
from analysis.articles.datelines import find_dateline
from analysis.articles.exported_text import clean_paragraphs
from analysis.articles.origin import find_origin

OUTLET = "The Marlow Ledger"

OTHERS = [  # a first paragraph, lines below it, the origin they tell of
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


# Labelled as no agency's, yet each names its first publisher: "This piece first appeared on …", "By THE ASSOCIATED PRESS", "- Reuters."
DISPUTED = {"huff-post_2016-03-21_the-rise", "nyt_2016-07-30_oil-prices", "wash-post_2016-07-03_trump-tweet"}


def test_agency_copy_of_polnear(shared):
    missed, false, n = [], set(), 0
    for part in ("train", "dev"):
        for line in gzip.open(shared / "polnear" / f"{part}.texts.jsonl.gz", "rt", encoding="utf-8"):
            article = json.loads(line)
            byline = parse_byline(article["author"] or "", outlet=article["outlet"])
            story = clean_paragraphs(
                re.split(r"\n\s*\n", article["text"]), outlet=article["outlet"], names=byline.names
            )
            below = [*story.credits, *story.paragraphs[-3:]]
            told = find_origin(story.paragraphs[:4], below, byline_agency=byline.agency, outlet=article["outlet"])
            labelled = article["wire"] not in (None, "NA")
            n += labelled
            missed += [article["doc"]] if labelled and not told else []
            false |= {article["doc"]} if told and not labelled else set()
    assert n == 75 and len(missed) <= 1  # 74 / 75 = .987; the one that is missed has no word of its agency in it
    assert all(any(doc.startswith(known) for known in DISPUTED) for doc in false)
