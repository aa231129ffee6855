"""Saved pages: headline, byline, time, captions, subheads, body; on invented pages and real ones coded by hand."""

import gzip
import json
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_records import PAGE, STORY, one
from trafilatura import load_html

from analysis import paths
from analysis.articles import to_article
from analysis.readers import read
from analysis.readers.page.blocks import Block
from analysis.readers.page.body import page_parts
from analysis.readers.page.captions import captions
from hash_pages import digest, fold

PROSE = [
    f"The {thing} of Marlow was closed on {day} after rain fell for the {n}th hour, the council said, and nobody was hurt in the town."
    for n, (thing, day) in enumerate(
        [("bridge", "Monday"), ("school", "Tuesday"), ("market", "Friday"), ("harbor", "Sunday")], start=4
    )
]


def page(*, head: str = "", top: str = "<h1>Rain closes bridge in Marlow</h1>", body: str = "", end: str = "") -> str:
    """Return an invented page of a paper; `body` stands in the midst of its story."""
    first, *rest = (f"<p>{words}</p>" for words in PROSE)
    return (
        f"<!DOCTYPE html><html><head><title>Rain closes bridge in Marlow | The Ledger</title><meta property='og:site_name' content='The Ledger'>"
        f"<meta property='og:title' content='Rain closes bridge'><link rel='canonical' href='https://ledger.example/2026/03/04/rain'>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article>{top}{first}{body}{''.join(rest)}</article>{end}</body></html>"
    )


def row(content: str) -> dict:
    return to_article(next(read(content.encode(), "page.html")), "the-ledger")


def test_a_last_paragraph_on_its_author_is_the_storys_unless_it_presents_them():
    told = "Ana Roe was told by the mayor that the bridge opens again on Friday, come what may, and the town cheered."
    for last, is_kept in (
        (told, True),
        ("Ana Roe is a reporter who covers Marlow.", False),
        ("Reach Ana Roe at 555-0117.", False),
    ):
        parts = page_parts([Block("p", words) for words in [*PROSE, last]], names=["Ana Roe"])
        assert parts.paragraphs == [*PROSE, *[last] * is_kept]
    story = row(
        page(top="<h1>Rain closes bridge in Marlow</h1><p class='byline'>By Ana Roe</p>").replace(
            "</article>", f"<p>{told}</p></article>"
        )
    )
    assert story["text"].endswith(told) and story["byline"] == ["Ana Roe"]


@pytest.mark.parametrize(
    "end",
    [
        "<aside><h3>Read next</h3><p>Snow shuts Dunmore school</p><p>Written by</p><p>Kim Lee</p></aside>",
        "<div class='grid'><h3>Snow shuts Dunmore school</h3><p><a href='/author/kim-lee'>Kim Lee</a></p>"
        "<h3>Wind fells an oak</h3><p><a href='/author/tom-vale'>Tom Vale</a></p></div>",
    ],
)
def test_names_below_the_headings_of_other_stories_are_no_byline(end):
    assert row(page(end=end))["byline"] == []


@pytest.mark.parametrize("head", ["About the author", "Written by"])
def test_a_heading_may_say_that_the_author_follows(head):
    assert row(page(end=f"<aside><h3>{head}</h3><p>Kim Lee</p></aside>"))["byline"] == ["Kim Lee"]
    assert row(page(end="<div><h3>Mend your boat without tears</h3><p>Author:</p><p>Kim Lee</p></div>"))["byline"] == [
        "Kim Lee"
    ]


LD = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Flood news", "author": %s, "datePublished": "%s"}</script>'


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>By Ana Roe</p>", ["Ana Roe"]), ("<p>By <a href='/a'>ANA ROE</a> and <a href='/t'>TOM VALE</a></p>", ["Ana Roe", "Tom Vale"]),
        ("<div class='byline'>Ana Roe<span>Staff Writer</span></div>", ["Ana Roe"]), ("<p>By</p><p><a rel='author'>Ana Roe</a></p>", ["Ana Roe"]),
        ("<div class='c-byline'><span>By Ana Roe</span><span>@anaroe</span> Mar 4, 2026, 7:53pm EST</div>", ["Ana Roe"]),
        ("<div class='byline'>Monday March 2, 2026 7:45 am PST by Ana Roe</div>", ["Ana Roe"]), ("<h3>by Ana Roe<br>Monday, March 2, 2026</h3>", ["Ana Roe"]),
        ("<p>By Ana Roe - 03/02/26 11:04 PM EST</p>", ["Ana Roe"]), ("<p class='author'>By Ana Roe, CNN</p>", ["Ana Roe"]),
        ("<p>Von Ana Roe publiziert am 25. September 2018</p>", ["Ana Roe"]), ("<p class='byline'>By Staff Reports</p>", []), ("<p>By the numbers</p>", []),
    ],
)  # fmt: skip
def test_visible_bylines(line, names):
    assert row(page(top=f"<h1>Rain closes bridge in Marlow</h1>{line}"))["byline"] == names


def test_the_byline_with_more_names_wins_and_a_side_column_has_none():
    linked = LD % ('{"@type": "Person", "name": "Ana Roe"}', "2026-03-04")
    assert row(page(head=linked, top="<h1>Rain closes bridge</h1><p>By Ana Roe, Tom Vale</p>"))["byline"] == [
        "Ana Roe",
        "Tom Vale",
    ]
    assert row(page(head=linked, end="<aside><p class='author'>by Meg Oakes</p></aside>"))["byline"] == ["Ana Roe"]
    both = LD % ('[{"name": "Ana Roe"}, {"name": "Tom Vale"}]', "2026-03-04")
    assert row(page(head=both, top="<h1>Rain closes bridge</h1><p>By Ana Roe</p>"))["byline"] == ["Ana Roe", "Tom Vale"]


def test_authors_by_reference_and_authors_that_are_the_site():
    graph = '<script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "Rain", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ana Roe"}]}</script>'
    assert row(page(head=graph))["byline"] == ["Ana Roe"]
    for name in ("The Ledger", "jdadmin", "Ledger Staff", "The Morning Bucket"):
        assert row(page(head=LD % (json.dumps({"name": name}), "2026-03-04")))["byline"] == []


@pytest.mark.parametrize(
    "line",
    [
        "March 3, 2026 | by Nora Petrakis",
        "3 March 2026 · Nora Petrakis",
        "By | Nora Petrakis",
        "by Nora Petrakis ● March 3, 2026 ● 6 min read",
        "by Nora Petrakis—10 min read",
        "Written by Dr. Nora Petrakis",
        "Nora Petrakis, MD Published: March 3, 2026",
        "Written by <button>Nora Petrakis</button>",
        "Guide by <a href='/staff/petrakis'>Nora Petrakis</a> <span>Former Deputy Tech Editor</span>",
        "By <a href='/staff/petrakis'>Nora Petrakis</a> <span>Head Product Launches</span>",
    ],
)
def test_an_author_beside_a_day_or_other_words(line):
    assert row(page(top=f"<h1>Rain closes bridge in Marlow</h1><p>{line}</p>"))["byline"] == ["Nora Petrakis"]


@pytest.mark.parametrize("words", ["Written By", "Last Updated: March 3, 2026", "Skip Navigation", "Hong Kong"])
def test_words_beside_a_headline_that_name_nobody(words):
    assert row(page(top=f"<h1>Rain closes bridge in Marlow</h1><p class='author'>{words}</p>"))["byline"] == []


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Bridge closes</h1><p>The council voted on Monday to close the bridge. Residents said they would appeal.</p>",
        "<p>The council voted on Monday to close the bridge.</p><p>“You will see,” Ana Roe said of the error.</p>",
        "<p>Thieves had the password of the agency’s server, and a page of tax data, the council said on Monday.</p>",
    ],
)
def test_a_short_page_without_day_and_author_is_an_article(body):
    (found,) = read(f"<html><body>{body}</body></html>".encode(), "page.html")
    assert "reason" not in found and "the council" in found["text"].lower()


def test_authors_of_other_stories_are_not_added():
    others = "<h3>Mill reopens in Orford</h3><p>March 1, 2026 | by Tom Vale</p>"
    end = f"<h2>More stories</h2><p>Read on.</p><p>Stay in touch.</p><p>All about Marlow.</p>{others}"
    top = "<h1>Rain closes bridge in Marlow</h1><p>March 3, 2026 | by Nora Petrakis</p>"
    assert row(page(top=top, end=end))["byline"] == ["Nora Petrakis"]


def test_a_page_without_an_address_is_of_the_site_that_it_links_to():
    links = "".join(f"<a href='https://www.harborpost.example/{n}'>Wind {n}</a>" for n in range(3))
    story = "<p>" + "The bridge over the river was closed on Tuesday after two days of rain. " * 8 + "</p>"
    content = f"<html><body><h1>Rain closes bridge</h1>{story}<footer>{links}</footer></body></html>"
    found = row(content)
    assert found["outlet"] == "harborpost.example"
    assert "outlet: the site that most of the page's links lead to" in found["notes"]
    assert (
        row(content.replace("<body>", "<head><title>Rain closes bridge - Harbor Post</title></head><body>"))["outlet"]
        == "Harbor Post"
    )
    assert (
        row(content.replace("<body>", "<head><title>Rain closes bridge - by Nora Petrakis</title></head><body>"))[
            "outlet"
        ]
        == "harborpost.example"
    )


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("<h1>The Ledger</h1><h1>Rain closes bridge in Marlow</h1>", "Rain closes bridge in Marlow"),
        ("<h1>Another tale altogether</h1><h2>Rain closes bridge in Marlow</h2>", "Rain closes bridge in Marlow"),
        ("<h1></h1><h2>Rain closes bridge</h2>", "Rain closes bridge"), ("", "Rain closes bridge"),
        ("<h1>Rain <em>closes</em><br>the bridge</h1>", "Rain closes the bridge"),
    ],
)  # fmt: skip
def test_the_visible_headline(top, headline):
    assert row(page(top=top))["headline"] == headline


@pytest.mark.parametrize(
    ("head", "top", "when", "note"),
    [
        (LD % ('"x"', "2026-03-04T06:12:00-05:00"), "", "2026-03-04T11:12:00+00:00", ""),
        ("<meta name='date' content='2026-03-04'>", "", "2026-03-04T00:00:00+00:00", ""),
        ("", "<p>March 3, 2026 at 6:12 a.m. ET</p>", "2026-03-03T11:12:00+00:00", ""),
        ("", "<p>Updated 5 March 2026, 9:00 GMT</p><p>Published 3 March 2026, 9:00 GMT</p>", "2026-03-03T09:00:00+00:00", ""),
        ("", "<p>Published 3 March 2026, 9:00 GMT. Updated 5 March 2026</p>", "2026-03-03T09:00:00+00:00", ""),
        ("", "<p>25. September 2018</p>", "2018-09-25T00:00:00+00:00", ""),
        ("", "<p><time datetime='2026-03-03T09:00:00Z'>1 day ago</time></p>", "2026-03-03T09:00:00+00:00", ""),
        ("", "", "2026-03-04T00:00:00+00:00", "published: the day in the page's address"),
        (LD % ('"x"', "2026-03-04T19:31:00Z"), "<p>3 March 2026 19:14 GMT</p>", "2026-03-03T19:14:00+00:00", "published: the time shown, earlier than the page's metadata"),
        ("", "<p>Last updated: March 3, 2026</p>", "2026-03-03T00:00:00+00:00", "published: the time the page shows, which is that of an update"),
        ("", "<p>30 Jan 2026</p><p>This article was originally published on 26 Sep 2019 at 4:12pm but is kept up to date.</p>", "2019-09-26T16:12:00+00:00", ""),
        ("", "<p>03-02-2026</p><ul><li><a href=b>Wind 25-02-2026</a></li></ul>", "2026-02-03T00:00:00+00:00", ""),
        ("", "<p>03-02-2026</p><footer>February 3, 2026</footer>", "2026-02-03T00:00:00+00:00", ""),
        (LD % ('"x"', "2026-03-02T19:31:00Z"), "<p>3 March 2026 19:14 GMT</p>", "2026-03-02T19:31:00+00:00", ""),
    ],
)  # fmt: skip
def test_times(head, top, when, note):
    found = row(page(head=head, top=f"<h1>Rain closes bridge in Marlow</h1>{top}"))
    assert found["published"].isoformat() == when and (not note or note in found["notes"])


def test_prose_gives_no_date():
    content = page(
        body="<p>The bridge was built on March 3, 1911, and closed for the first time on 4 May 1950, when the mill burnt down.</p>"
    )
    assert row(content.replace("/2026/03/04/rain", "/rain"))["published"] is None


@pytest.mark.parametrize(
    "line", ["Offers expire 3/9/2024 at midnight", "Open today, March 9, 2024", "Valid until March 9, 2024"]
)
def test_days_of_offers_and_visits_are_none_of_publication(line):
    content = page(top=f"<h1>Rain closes bridge in Marlow</h1><p>{line}</p>")
    assert row(content.replace("/2026/03/04/rain", "/rain"))["published"] is None


def test_a_page_that_gives_its_site_as_the_author_has_none_far_below():
    lines = "".join(f"<p>Fact {n} of the river</p>" for n in range(20))
    end = f"<section>{lines}<div class='author'><a href='/author/meg-oakes'>Meg Oakes</a></div></section>"
    given = '<meta name="author" content="The Ledger">'
    assert row(page(head=given, end=end))["byline"] == []


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        ("<figure><img src=a><figcaption>Rain in Marlow. <span class='credit'>Jo Vale/The Ledger</span></figcaption></figure>", "Rain in Marlow.", "Jo Vale/The Ledger"),
        ("<div class='wp-caption'><img src=a><p class='wp-caption-text'>Rain in Marlow. (Photo: Jo Vale)</p></div>", "Rain in Marlow.", "Jo Vale"),
        ("<figure><figcaption>Rain in Marlow.Credit...Jo Vale for The Ledger</figcaption></figure>", "Rain in Marlow.", "Jo Vale for The Ledger"),
        ("<figure><figcaption><span>Image caption</span> Rain in Marlow</figcaption></figure>", "Rain in Marlow", None),
        ("<figure><figcaption>2 of 4 Rain in Marlow. (Jo Vale/The Ledger via AP)</figcaption></figure>", "Rain in Marlow.", "Jo Vale/The Ledger via AP"),
        ("<div class='photo'><span class='newsCaption'>Rain in Marlow (Image: GETTY)</span></div>", "Rain in Marlow", "GETTY"),
    ],
)  # fmt: skip
def test_captions_and_credits(figure, caption, credit):
    found = row(page(body=figure))
    assert found["captions"] == [caption] and found["photo_credit"] == ([credit] if credit else [])


@pytest.mark.parametrize(
    "other",
    [
        "<aside><figure><figcaption>Another story</figcaption></figure></aside>",
        "<div class='related-stories'><figure><figcaption>Another story</figcaption></figure></div>",
        "<figure class='author-card'><figcaption>Ana Roe writes of rain.</figcaption></figure>",
        "<figure><figcaption>Want more? Subscribe to our magazine!</figcaption></figure>",
        "<div class='adCaption'>Advertisement</div>",
    ],
)
def test_other_stories_captions_are_left_out(other):
    assert row(page(end=other))["captions"] == []


def test_subheads_and_what_only_looks_like_them():
    content = page(
        body="<h2>What the council said</h2>",
        top="<h1>Rain closes bridge in Marlow</h1><h2>The council met for eight hours and then went home early.</h2>",
    )
    found = row(content.replace("</article>", "<h3>Comments</h3></article>"))
    assert found["subheads"] == ["What the council said"] and "What the council said" not in found["text"]
    assert found["summary"] in ([], ["The council met for eight hours and then went home early."])
    bold = row(
        page(
            body=f"<p><strong>Who pays</strong></p><p>{PROSE[0].replace('bridge', 'mill')}</p><p><b>It is not over.</b></p>"
        )
    )
    assert bold["subheads"] == ["Who pays"] and "It is not over." in bold["text"]


def test_links_to_other_stories_and_small_print_are_taken_out():
    found = [
        Block("p", PROSE[0]), Block("p", "RAIN CLOSES MILL, TOO", linked=1.0, is_inner=True), Block("p", PROSE[1]), Block("p", "The council’s report", linked=1.0),
        Block("item", "Sunny days ahead [VIDEO]", linked=0.85, is_inner=True), Block("p", PROSE[2]), Block("p", "___"), Block("p", "Like this story? Share it with a friend!"),
        Block("p", "The Associated Press contributed to this report."), Block("p", "© 2026 Continental Wire Service. All rights reserved."),
    ]  # fmt: skip
    parts = page_parts(found, headline="Rain")
    assert parts.paragraphs == [PROSE[0], PROSE[1], "The council’s report", PROSE[2]]
    assert parts.credits == [found[-2].text, found[-1].text]


def test_a_page_without_a_story_is_a_reject():
    assert [
        raw.get("reason") for raw in read(b"<html><head><title>x</title></head><body></body></html>", "page.html")
    ] == ["no body found"]


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_taken(top, body):
    for raw in read(
        page(top=f"<h1>{top}</h1><p>By {body}</p>", body=f"<p>{body}</p>").encode("utf-8", "replace"), "page.html"
    ):
        assert ("reason" in raw) != ("text" in raw)


def test_no_page_opens_a_socket(shared, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a reader opened a socket")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    files = sorted((shared / "pages" / "html").glob("*.html.gz"))[:5]
    assert all("text" in next(read(file.read_bytes(), file.name)) for file in files)


def test_hashes_fold_marks_but_not_case():
    assert fold(" “Rain” –  it’s ") == '"Rain" - it\'s' and digest("Rain.") == digest("Rain") != digest("rain")


@pytest.mark.slow
def test_real_pages_against_the_hand_coding(shared):
    gold = json.loads((paths.workspace().root / "tests" / "gold" / "pages.json").read_text(encoding="utf-8"))
    right = dict.fromkeys(("headline", "byline", "published", "captions", "subheads"), 0)
    listed = {"captions": [0, 0], "subheads": [0, 0]}  # how many were found, how many there are
    for key, coded in gold.items():
        data = gzip.decompress((shared / "pages" / "html" / f"{key}.html.gz").read_bytes())
        found = to_article(next(read(data, "page.html")), "pages")
        right["headline"] += digest(found["headline"]) == coded["headline"]
        right["byline"] += {digest(name) for name in found["byline"]} == set(coded["byline"])
        day = found["published"].date().isoformat() if found["published"] else None
        right["published"] += day in {coded["published"], coded["published_utc"]}
        for field in listed.keys() & coded.keys():
            got = {digest(words) for words in found[field]}
            right[field] += len(got & set(coded[field]))
            listed[field] = [listed[field][0] + len(got), listed[field][1] + len(set(coded[field]))]
    assert (
        right["headline"] >= 0.98 * len(gold)
        and right["byline"] >= 0.95 * len(gold)
        and right["published"] >= 0.97 * len(gold)
    )
    assert right["captions"] >= 0.95 * listed["captions"][1] and right["captions"] >= 0.95 * listed["captions"][0]
    assert right["subheads"] >= 0.95 * listed["subheads"][1] and right["subheads"] >= 0.90 * listed["subheads"][0]


def test_every_field_of_a_page_is_read():
    raw = one(PAGE)
    assert (
        raw["headline"] == "Rain at last"
        and raw["outlet"] == "The Marlow Ledger"
        and raw["url"] == "https://l.example/rain"
    )
    assert (
        raw["published"] == "2026-03-03T06:12:00-05:00"
        and raw["byline"] == ["Ana Roe", "Tom Vale"]
        and raw["section"] == "Weather"
    )
    assert raw["text"].count("\n\n") == 3 and raw["text"].startswith(STORY) and "council said" not in raw["text"]
    assert raw["subheads"] == ["What the council said"]
    assert raw["captions"] == ["Rain in Marlow. Jo Vale/The Ledger"]  # not the aside's


def test_a_page_without_json_ld_or_with_a_broken_one_falls_back():
    raw = one(PAGE.replace('"@context"', '"@context'))
    assert raw["outlet"] == "The Ledger" and raw["headline"] in {
        "Rain at last",
        "Rain & wind",
    }  # its heading or its Open Graph title


def test_captions_come_once():
    tree = load_html(
        "<html><body><figure><figcaption>Rain</figcaption></figure><figure><figcaption>Rain</figcaption></figure></body></html>"
    )
    assert captions(tree) == ["Rain"]


BRIEF = "The county said on Tuesday that its website lost the passwords of 40 accounts when a server failed. Nobody was hurt."


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ('<meta property="article:published_time" content="2026-03-03T06:12:00Z">', BRIEF),  # a day
        ('<meta name="author" content="Ana Roe">', BRIEF),
        ("", "Rain fell on the town on Tuesday, and the council went home early without a vote, the clerk said."),
    ],
)
def test_a_short_article_is_no_notice(head, text):
    page = f"<html><head><title>Passwords lost</title>{head}</head><body><article><p>{text}</p></article></body></html>"
    [raw] = read(page.encode(), "a.html")
    assert "reason" not in raw and raw["text"] == text


def test_a_page_of_words_about_the_page_is_a_notice():
    page = "<html><head><title>Ledger</title></head><body><h1>Oops</h1><p>Our server has an error, so please load the page again.</p></body></html>"
    [raw] = read(page.encode(), "a.html")
    assert raw["reason"] == "not an article" and "server" in raw["detail"]
