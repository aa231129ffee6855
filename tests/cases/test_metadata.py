"""Bylines, outlets and dates of saved pages, feeds and tables that came out wrong, and more of each kind (invented)."""

import json

import pytest

from analysis.articles import to_article
from analysis.articles.outlets import outlet_in_title
from analysis.readers import read

HEADLINE = "Marlow closes its ferry terminal for repairs"
STORY = (
    "The council of Marlow voted on Tuesday to close the ferry terminal for eight months while the pilings are replaced."
    " Members said the work could not wait, because inspectors had found rot in eleven of the forty pilings."
)
PAGE = """<html><head><title>{title}</title>{head}</head><body><article><h1>{headline}</h1>{top}
<p>{story}</p><p>{story}</p></article></body></html>"""


def row(head: str = "", top: str = "", *, title: str = f"{HEADLINE} - The Marlow Ledger"):
    page = PAGE.format(title=title, head=head, headline=HEADLINE, top=top, story=STORY)
    return to_article(next(read(page.encode(), "page.html")), "raw")


def linked(**fields: object) -> str:
    node = {"@type": "NewsArticle", "headline": HEADLINE} | fields
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00Z", "9999-12-31", "1970-01-01 00:00:00"])
def test_a_date_that_was_not_filled_in_is_named_in_a_note(date):
    found = to_article({"text": STORY, "form": "json", "record": 1, "published": date}, "raw")
    assert found["published"] is None
    assert f"published: {date[:10]} stands for a missing date" in found["notes"]


@pytest.mark.parametrize(
    ("line", "names", "origin"),
    [
        ("By DANA HOLM Associated Press", ["Dana Holm"], "Associated Press"),
        ("By Dana Holm Reuters", ["Dana Holm"], "Reuters"),
        ("By Dana Holm and Iván Soto Agence France-Presse", ["Dana Holm", "Iván Soto"], "Agence France-Presse"),
        ("By The Associated Press", [], "Associated Press"),
    ],
)
def test_an_agency_behind_the_names_that_a_page_shows(line, names, origin):
    found = row(top=f'<p class="byline">{line}</p>')
    assert (found["byline"], found["origin"]) == (names, origin)


@pytest.mark.parametrize(
    "head",
    [
        linked(author={"@type": "Person", "givenName": "Dana", "familyName": "Holm"}),
        linked(author=[{"familyName": "Holm", "givenName": "Dana"}]),
        '<meta name="authors" content="Dana Holm">',
        '<meta name="citation_author" content="Holm, Dana">',
    ],
)
def test_names_in_other_fields_of_the_metadata(head):
    assert row(head)["byline"] == ["Dana Holm"]


@pytest.mark.parametrize(
    "head",
    [
        linked(publisher={"name": HEADLINE}) + '<meta property="og:site_name" content="Marlow Ledger">',
        linked(publisher={"name": HEADLINE.upper()}) + '<meta name="application-name" content="Marlow Ledger">',
        f'<meta property="og:site_name" content="{HEADLINE} | Marlow Ledger">',
        linked(publisher={"name": f"{HEADLINE} – Marlow Ledger"}),
    ],
)
def test_an_outlet_is_never_the_headline(head):
    assert row(head)["outlet"] == "Marlow Ledger"


def test_a_page_that_names_its_site_only_in_its_title():
    assert row()["outlet"] == "The Marlow Ledger"
    assert row(title="Ferries stay in port - what to know")["outlet"] == "Unknown outlet"


@pytest.mark.parametrize(
    ("title", "address", "outlet"),
    [
        ("World news | Marlow Ledger", "https://l.example", "Marlow Ledger"),
        ("Marlow Ledger - Top Stories", "", "Marlow Ledger"),
        ("Marlow Ledger » Latest Headlines", "", "Marlow Ledger"),
        ("Ferries > The Marlow Ledger", "", "The Marlow Ledger"),
        ("The Marlow Ledger: Ferries", "https://www.marlowledger.example/feed", "The Marlow Ledger"),
        ("World News", "", "World News"),
        ("The Post-Ledger", "", "The Post-Ledger"),
    ],
)
def test_the_outlet_in_the_title_of_a_feed(title, address, outlet):
    assert outlet_in_title(title, address) == outlet


@pytest.mark.parametrize(
    "top",
    [
        '<div class="meta"><span class="author">Dana Holm</span></div>',
        "<p>Dana Holm</p><p>March 3, 2026</p>",
        "<p>DANA HOLM</p><p>March 3, 2026</p>",
        "<h2>Article by</h2><div>Dana Holm</div>",
        '<div class="byline"><a>Dana Holm</a> <span>Founder &amp; Lead Reviewer</span></div>',
    ],
)
def test_names_that_no_by_precedes(top):
    assert row(top=top)["byline"] == ["Dana Holm"]


def test_an_author_marked_below_the_story_is_one_and_those_of_a_side_column_are_none():
    below = f'<p>{STORY}</p><div><a rel="author" href="/dana">Dana Holm</a></div>'
    assert row(top=below)["byline"] == ["Dana Holm"]
    assert row(top=f'<p>{STORY}</p><aside><a rel="author" href="/dana">Dana Holm</a></aside>')["byline"] == []


def test_a_line_that_is_no_name_beside_a_time_is_none():
    assert row(top="<p>Marlow Harbor</p><p>March 3, 2026</p>")["byline"] == []


@pytest.mark.parametrize(
    ("top", "day", "note"),
    [
        ("<p>Updated March 3, 2026</p>", "2026-03-03", "that of an update"),
        (f"<p>{STORY}</p><p><time datetime='2026-03-03'></time></p>", "2026-03-03", "elsewhere in the page"),
        ("<p>Published March 2, 2026</p><p>Updated March 3, 2026</p>", "2026-03-02", ""),
    ],
)
def test_a_day_of_last_resort_has_a_note(top, day, note):
    found = row(top=top)
    assert found["published"].date().isoformat() == day
    assert any(note in words for words in found["notes"]) if note else not any("published" in n for n in found["notes"])


@pytest.mark.parametrize(("shown", "day"), [("May 2, 2024", "2024-05-02"), ("March 2, 2026", "2026-03-03")])
def test_a_day_shown_goes_before_metadata_that_are_days_later(shown, day):
    found = row(linked(datePublished="2026-03-03T12:00:00Z"), f"<p>{shown}</p>")
    assert found["published"].date().isoformat() == day
