"""Each form is told by its content and read; what is no article is a reject with its reason (all content invented)."""

import gzip
import json
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.articles.unwrap import unwrap
from analysis.readers import FORMATS, holds_many, read
from analysis.readers.decode import clean, decode
from analysis.readers.page.captions import captions
from analysis.readers.tabular import FIELDS, is_csv, is_json

STORY = "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early."
RECORD = {
    "source": "The Ledger",
    "title": "Rain",
    "date": "2026-03-03",
    "authors": "Ana Roe",
    "content_original": STORY,
    "url": "https://l.example/1",
}
PAGE = f"""<!DOCTYPE html><html><head><title>Rain at last | The Ledger</title>
<meta property="og:site_name" content="The Ledger"><meta property="og:title" content="Rain &amp; wind">
<link rel="canonical" href="https://l.example/rain">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebPage", "name": "x"}}, {{"@type": "NewsArticle",
"headline": "Rain at last", "datePublished": "2026-03-03T06:12:00-05:00", "author": [{{"@type": "Person", "name": "Ana Roe"}}, {{"name": "Tom Vale"}}],
"articleSection": ["Weather"], "publisher": {{"name": "The Marlow Ledger"}}}}]}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Rain at last</h1>
<figure><img src="r.jpg"><figcaption>Rain in Marlow . <span>Jo Vale/The Ledger</span></figcaption></figure>
<p>{STORY}</p><p>{STORY.replace("Monday", "Tuesday")}</p><h2>What the council said</h2><p>{STORY.replace("Monday", "Friday")}</p>
<p>{STORY.replace("town", "county")}</p></article><aside><figcaption>Another story</figcaption></aside><footer>© 2026</footer></body></html>"""


def one(content: str | bytes, name: str = "a.txt") -> dict:
    found = list(read(content.encode() if isinstance(content, str) else content, name))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.json", "a"])
@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PAGE, "html"), (json.dumps(RECORD), "json"), (json.dumps([RECORD]), "json"), ("\n".join([json.dumps(RECORD)] * 2), "json"),
        (f"headline,body,date\nRain,\"{STORY}\",2026-03-03\n", "csv"), (f"headline\tbody\nRain\t{STORY}\n", "csv"), (STORY, "text"),
        (f"Rain, wind and snow\n\n{STORY}", "text"),
    ],
)  # fmt: skip
def test_the_form_is_told_by_the_content(content, form, name):
    for data in (
        content.encode(),
        gzip.compress(content.encode()),
        b"\xef\xbb\xbf" + content.encode(),
        content.encode("utf-16"),
    ):
        assert {raw["form"] for raw in read(data, name)} == {form}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"), (b" \n", "empty file"), (b"%PDF-1.7 ...", "form not known"), (b"PK\x03\x04....", "damaged zip"),
        (b"\x89PNG\r\n", "form not known"), (bytes(range(256)) * 40, "not text"), (gzip.compress(b"Rain" * 99)[:-9], "damaged gzip"),
        (b'{"title": "Rain"}', "no text"), (b"[1, 2]", "not a record"), (b"headline,date\nRain,2026-03-03\n", "no text column"),
        (b"\xff\xfe\x00\xd8", "not text"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_a_reject(data, reason):
    assert {raw["reason"] for raw in read(data, "a.csv")} == {reason}


def test_json_lines_are_read_line_by_line_and_decoded_each_for_itself():
    lines = [json.dumps(RECORD | {"title": "Café"}, ensure_ascii=False) for _ in range(3)]
    data = b"\n".join([lines[0].encode(), lines[1].encode("cp1252"), b"", lines[2].encode()])
    for content in (data, gzip.compress(data)):
        found = list(read(content, "a.jsonl"))
        assert [(raw["record"], raw["headline"]) for raw in found] == [(1, "Café"), (2, "Café"), (4, "Café")]
        assert [raw["notes"] for raw in found] == [[], ["read as Windows-1252"], []]


def test_a_packed_file_that_breaks_off_keeps_the_lines_before():
    lines = "\n".join(
        json.dumps(RECORD | {"url": f"https://l.example/{number * number}"}) for number in range(2000)
    ).encode()
    found = list(read(gzip.compress(lines)[:-2000], "a.jsonl.gz"))
    assert len(found) > 100 and [raw["record"] for raw in found] == list(range(1, len(found) + 1))
    assert {raw.get("reason") for raw in found[:-2]} == {None} and found[-1]["reason"] == "damaged gzip"


def test_names_of_files_that_may_hold_many():
    assert all(
        map(
            holds_many,
            ["a.jsonl", "A.JSON.GZ", "b.docx", "c.warc.gz", "d.zip", "e.xlsx", "f.parquet", "g.rss", "h.tsv"],
        )
    )
    assert not any(map(holds_many, ["a.txt", "b.html", "c", "d.txt.gz", "warc"]))


def test_numbers_and_lists_as_text():
    assert one(json.dumps({"text": 5}))["text"] == "5"
    assert one(json.dumps({"text": [STORY, STORY]}))["text"] == f"{STORY}\n\n{STORY}"


def test_a_table_without_text_says_what_it_has_and_what_is_known():
    detail = one("headline,date\nRain,2026-03-03\n", "a.csv")["detail"]
    assert "headline, date" in detail and all(name in detail for name in FIELDS["text"])


def test_a_broken_line_or_row_loses_only_itself():
    lines = [json.dumps(RECORD), '{"title": "Ra', json.dumps(RECORD)]
    assert [raw.get("reason", "") for raw in read("\n".join(lines).encode(), "a")] == ["", "not valid JSON", ""]
    rows = ["title,body", f'Rain,"{STORY}"', "Wind,one,two,three", "Snow,", f'Sun,"{STORY}"']
    assert [(raw["record"], raw.get("reason", "")) for raw in read("\n".join(rows).encode(), "a")] == [
        (1, ""), (2, "broken row"), (3, "no text"), (4, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("source", "title", "date", "authors", "content_original"), ("outlet", "headline", "published", "byline", "body"),
        ("publication", "Headline", "Publication Date", "Author", "Full Text"), ("site_name", "title", "publishedAt", "author", "content"),
        ("newspaper", "HL", "pub_date", "writer", "article"),
    ],
)  # fmt: skip
def test_field_names_of_common_exports(names):
    record = dict(zip(names, ["The Ledger", "Rain", "2026-03-03", "Ana Roe", STORY], strict=True))
    raw = one(json.dumps(record))
    assert [raw[field] for field in ("outlet", "headline", "published", "byline", "text")] == list(record.values())


def test_the_best_field_wins_and_nested_names_are_taken():
    raw = one(
        json.dumps(
            {
                "text": "short",
                "content_original": STORY,
                "source": {"id": 3, "name": "The Ledger"},
                "author": [{"name": "Ana Roe"}, "Tom Vale"],
            }
        )
    )
    assert (raw["text"], raw["outlet"], raw["byline"]) == (STORY, "The Ledger", ["Ana Roe", "Tom Vale"])
    assert "headline" not in raw
    assert one(json.dumps({"status": "ok", "articles": [RECORD]}))["headline"] == "Rain"


def test_pages_tell_of_themselves():
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
    page = PAGE.replace('"@context"', '"@context')
    raw = one(page)
    assert raw["outlet"] == "The Ledger" and raw["headline"] in {
        "Rain at last",
        "Rain & wind",
    }  # its heading or its Open Graph title


def test_no_reader_uses_the_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert one(PAGE)["headline"] == "Rain at last"


def test_encodings():
    assert decode("“Sí”".encode()) == ("“Sí”", [])
    assert decode("“Sí”".encode("cp1252")) == ("“Sí”", ["read as Windows-1252"])
    assert decode("“Sí”".encode("utf-8-sig")) == ("“Sí”", [])
    assert decode("“Sí”".encode("utf-16")) == ("“Sí”", [])
    assert decode(b"a\r\nb\rc") == ("a\nb\nc", [])


def test_stray_characters_go_with_a_note():
    text, notes = clean("ra\x00in \ud800fell\u202e\u200b")
    assert text == "rain fell" and {
        "removed NUL and control characters",
        "removed lone surrogates",
        "removed bidi controls",
    } <= set(notes)
    raw = one('{"text": "' + STORY + ' \\ud83d"}')
    assert raw["text"].strip() == STORY and raw["notes"] == ["removed lone surrogates"]
    assert clean("“It’s” — a\tb\n") == ("“It’s” — a\tb\n", [])


def test_hard_wrapped_lines_are_joined():
    wrapped = "\n\n".join("\n".join(STORY[i : i + 60].strip() for i in range(0, len(STORY), 60)) for _ in range(6))
    text, notes = unwrap(wrapped.replace("council, w", "council, w"))
    assert len(text.split("\n\n")) == 6 and "\n" not in text.split("\n\n")[0] and notes
    paragraphs = "\n".join([STORY] * 8)
    assert unwrap(paragraphs) == (paragraphs, [])


def test_prose_is_no_table_and_no_json():
    assert not is_csv("Rain, wind, and snow fell.\nIt, too, melted.", "a.txt")
    assert not is_csv("Date, place, and source are unknown\n\nRain fell, it said", "a.txt")
    assert not is_json("[Editor’s note: rain]", "a.txt")


@settings(deadline=None)  # the first call loads the word lists of libraries
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_rejected(data):
    for raw in read(data, "a.bin"):
        assert ("reason" in raw) != ("text" in raw)
        assert raw.get("form") in {None, *(form.name for form in FORMATS)}


@settings(deadline=None)  # the first page loads trafilatura's word lists
@given(st.text(max_size=400))
def test_any_text_is_read_or_rejected(text):
    for prefix in ("", "<html><p>", "{", "[{", "headline,text\n"):
        list(read((prefix + text).encode("utf-8", "surrogatepass"), "a"))


def test_captions_come_once():
    from trafilatura import load_html

    tree = load_html(
        "<html><body><figure><figcaption>Rain</figcaption></figure><figure><figcaption>Rain</figcaption></figure></body></html>"
    )
    assert captions(tree) == ["Rain"]
