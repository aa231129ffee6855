"""Exports of press archives, feeds, web archives, workbooks and what they come packed in (all content invented, but for the counts of real files)."""

import gzip
import io
import re
import zipfile
from xml.sax.saxutils import escape

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.articles.credits import drop_credits, split_credit, turn_names
from analysis.articles.months import english_date
from analysis.readers import archive, read
from analysis.readers.factiva import split_captions
from analysis.readers.nexis import split_section

STORY = "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early."
AGAIN = "It had not rained since the spring, said the mayor, and nobody had brought an umbrella to the meeting."


def articles(data: bytes | str, name: str = "export") -> list[dict]:
    """The raw articles of a file; the test fails when something in it is rejected."""
    found = list(read(data.encode() if isinstance(data, str) else data, name))
    assert all("reason" not in raw for raw in found), found
    return found


def reasons(data: bytes, name: str = "export") -> list[tuple]:
    return [(raw["record"], raw.get("reason")) for raw in read(data, name)]


# Nexis


def para(*runs: str, mark: str = "", style: str = "") -> str:
    """A Word paragraph; a run that begins with * is bold, a line break is a break, and `mark` is a bookmark in it."""
    parts = [f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'] if style else []
    parts += [f'<w:bookmarkStart w:id="1" w:name="{mark}"/>'] if mark else []
    for run in runs:
        bold = "<w:rPr><w:b/></w:rPr>" if run.startswith("*") else ""
        lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in run.removeprefix("*").split("\n")]
        parts.append(f"<w:r>{bold}{'<w:br/>'.join(lines)}</w:r>")
    return f"<w:p>{''.join(parts)}</w:p>"


def docx(*paras: str) -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document xmlns:w="{name}"><w:body>{"".join(paras)}</w:body></w:document>',
        )
    return packed.getvalue()


def document(
    number: int, *, head: tuple = (), body: tuple = (STORY, AGAIN), below: tuple = (), marked: bool = True
) -> list[str]:
    return [
        para(mark=f"Bookmark_{number}" if marked else ""),
        para("*Rain at last; Town ", "*wet"), para("The Ledger (Marlow)"), para("March 3, 2026 Tuesday 6:12 AM EST"),
        para("\n", "Copyright 2026 Ledger Media All Rights Reserved"), *head, para("*Length:", " 40 words"), para("*Body", mark=f"Body_{number}"),
        *(para(*([line] if isinstance(line, str) else line)) for line in body), *below, para("\n", "*Load-Date:", " March 4, 2026"), para("\n", "*End of ", "*Document"),
    ]  # fmt: skip


COVER = [para("*Documents (2)"), para("1. ", "Rain at last"), para("*Search Terms: ", "rain")]


def test_nexis_fields_and_no_furniture_in_the_text():
    head = (
        para("*Section:", " Section B; Column 0; Metro Desk; Pg. 7"),
        para("*Byline:", " By ANA ROE and TOM VALE; Jo May contributed reporting."),
        para("*Dateline:", " MARLOW"),
        para("*Highlight:", " A wet day."),
    )
    below = (
        para("https://l.example/2026/rain"),
        para("\n", "*Graphic"),
        para("PHOTO: Rain in Marlow. (B7)\nPhoto: Jo Vale, Reuters; The mayor waits; Photo: A dry well"),
    )
    first, second = articles(
        docx(
            *COVER,
            *document(1, head=head, body=(STORY, ("It had ", "*rained", " before."), AGAIN), below=below),
            *document(2),
        )
    )
    assert (first["headline"], first["outlet"], first["published"]) == (
        "Rain at last; Town wet",
        "The Ledger (Marlow)",
        "March 3, 2026 Tuesday 6:12 AM EST",
    )
    assert (first["byline"], first["dateline"], first["section"], first["page"]) == (
        ["By ANA ROE and TOM VALE"],
        "MARLOW",
        "Metro Desk",
        "B7",
    )
    assert (first["summary"], first["url"], first["record"], second["record"]) == (
        ["A wet day."],
        "https://l.example/2026/rain",
        1,
        2,
    )
    assert first["text"] == f"{STORY}\n\nIt had rained before.\n\n{AGAIN}" and second["text"] == f"{STORY}\n\n{AGAIN}"
    assert (first["captions"], first["photo_credit"]) == (
        ["Rain in Marlow.", "The mayor waits", "A dry well"],
        ["Jo Vale, Reuters"],
    )


def test_nexis_without_its_marks_is_parted_at_the_ends():
    assert len(articles(docx(*document(1, marked=False), *document(2, marked=False), *document(3, marked=False)))) == 3


def test_nexis_sections_that_are_no_text():
    below = (para("*Classification"), para("*Language:", " ENGLISH"), para("\n", "*Subject:", " WEATHER (93%)"))
    body = ("*ABSTRACT", "A wet day in Marlow.", "*FULL TEXT", STORY, AGAIN, "ana@l.example")
    raw = articles(docx(*document(1, body=body, below=below)))[0]
    assert (raw["text"], raw["summary"]) == (f"{STORY}\n\n{AGAIN}", ["A wet day in Marlow."])
    corrected = articles(docx(*document(1, below=(para("*Correction"), para("It rained on Sunday.")))))[0]
    assert corrected["text"] == f"{STORY}\n\n{AGAIN}" and corrected["notes"] == ["left out: correction"]


def test_nexis_headlines_with_a_colon_are_no_label():
    paras = [line.replace("Rain at last; Town ", "Council: ") for line in document(1)]
    assert articles(docx(*paras))[0]["headline"] == "Council: wet"


def test_nexis_rejects():
    empty, bodiless = document(1, body=()), [line for line in document(2) if ">Body<" not in line]
    assert reasons(docx(*empty, *document(3), *bodiless)) == [(1, "no text"), (2, None), (3, "no text")]
    assert reasons(docx(*COVER)) == [(None, "no article")]
    assert reasons(docx(para(""))) == [(None, "empty file")]
    assert reasons(docx("<w:p><w:oops>")) == [(None, "damaged Word document")]


def test_another_word_document_is_a_copied_page():
    (raw,) = articles(docx(para("Rain at last"), para(STORY)))
    assert (raw["form"], raw["text"]) == ("text", f"Rain at last\n\n{STORY}") and raw["notes"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Section B; Column 0; Metro Desk; Pg. 1", ("Metro Desk", "B1")), ("News; Briefs; Pg. A10; News", ("News; Briefs", "A10")),
        ("MONEY;; Pg. 1B", ("MONEY", "1B")), ("Section ; Column 0; Metro Desk; Pg. ", ("Metro Desk", None)), ("", (None, None)),
    ],
)  # fmt: skip
def test_section_and_page(words, expected):
    assert split_section(words) == expected


# Factiva


def factiva(*documents: str) -> str:
    return f"<html><head><title>Factiva</title></head><body><h1>Dow Jones Factiva</h1>{''.join(documents)}<table><tr><td>Search Summary</td></tr></table></body></html>"


def plain(above: list[str], lines: list[str], below: list[str], *, language: str = "en", number: int = 1) -> str:
    fields = "".join(line if line.startswith("<") else f"<div>{line}</div>" for line in above)
    paragraphs = "".join(f'<p class="articleParagraph {language}articleParagraph">{line}  </p>' for line in lines)
    foot = "".join(f"<p>{line}</p>" for line in [*below, f"Document LEDG0000202603{number:02d}ed4100001"])
    return f'<div id="article-LEDG0000202603{number:02d}ed4100001" class="article"><div class="article {language}Article"><p></p>{fields}<p></p>{paragraphs}{foot}</div></div>'


def title(words: str, kind: str = "enHeadline") -> str:
    return f'<div id="hd"><span class="{kind}">{words}</span></div>'


def test_factiva_fields_by_their_form_and_order():
    above = [
        "Metro Desk; B",
        title("Rain at last"),
        '<div class="author">By ANA ROE</div>',
        "Special to The Ledger",
        "1,877 words",
        "3 March 2026",
        "The Ledger",
        "LEDG",
        "Late Edition",
        "7",
        "English",
        "(c) 2026 Ledger Media",
    ]
    lines = [
        STORY,
        f'{AGAIN} <b>Rain</b> <span class="companylink">Acme</span>',
        "Photo: Rain in Marlow (Jo Vale/Reuters) (pg. B7)",
    ]
    (raw,) = articles(factiva(plain(above, lines, ["Ledger Media"])))
    assert {field: raw[field] for field in ("headline", "outlet", "published", "byline", "section", "page", "captions")} == {
        "headline": "Rain at last", "outlet": "The Ledger", "published": "3 March 2026", "byline": ["By ANA ROE"], "section": "Metro Desk",
        "page": "B7", "captions": ["Rain in Marlow (Jo Vale/Reuters)"],
    }  # fmt: skip
    assert raw["text"] == f"{STORY}\n\n{AGAIN} Rain Acme" and "origin" not in raw


def test_factiva_with_menus_in_another_language():
    above = [
        title("12) Regen am Montag", "deHeadline counted"),
        '<div class="author">Von ANA ROE und JO VALE (Fotos)</div>',
        "877 Wörter",
        "9 Januar 2026",
        "ledger.de",
        "LEDG",
        "LEDX",
        "11:21:59",
        "0",
        "Deutsch",
        "Copyright 2026 Ledger",
    ]
    (raw,) = articles(
        factiva(
            plain(
                above,
                [STORY, "[https://l.example/x]Es regnete weiter.", "nck/dpa", "Der Marktplatz unter Wasser am Montag"],
                ["Die Stadt.", "Ledger GmbH"],
                language="de",
            )
        )
    )
    assert (raw["headline"], raw["outlet"], raw["published"], raw["byline"]) == (
        "Regen am Montag",
        "ledger.de",
        "9 January 2026 11:21:59",
        ["ANA ROE"],
    )
    assert raw["text"] == f"{STORY}\n\nEs regnete weiter." and "page" not in raw
    assert (
        raw["captions"] == ["Der Marktplatz unter Wasser am Montag", "Die Stadt."] and "signed: nck/dpa" in raw["notes"]
    )


def test_factiva_with_indexing():
    rows = {
        "SE": "News",
        "HD": "Rain at last",
        "BY": "Ana Roe",
        "CR": "Reuters",
        "WC": "40 words",
        "PD": "3 March 2026",
        "ET": "06:12",
        "SN": "The Ledger",
        "SC": "LEDG",
        "PG": "7",
        "LA": "English",
        "CY": "(c) 2026",
        "LP": f"<p>{STORY}</p>",
        "TD": f"<p>{AGAIN}</p><p>It stopped.</p>",
        "NS": "weather",
        "AN": "Document LEDG000020260303ed4100001",
    }
    table = "".join(f"<tr><td><b>{code}</b></td><td>{words}</td></tr>" for code, words in rows.items())
    (raw,) = articles(factiva(f'<div class="article enArticle"><table>{table}</table></div>'))
    assert (raw["text"], raw["published"], raw["outlet"], raw["origin"]) == (
        f"{STORY}\n\n{AGAIN}\n\nIt stopped.",
        "3 March 2026 06:12",
        "The Ledger",
        "Reuters",
    )


def test_factiva_rejects_a_document_without_paragraphs():
    above = [title("Rain"), "0 words", "3 March 2026", "The Ledger", "LEDG", "English"]
    assert reasons(factiva(plain(above, [STORY], ["L"]), plain(above, [], ["L"], number=2)).encode()) == [
        (1, None),
        (2, "no text"),
    ]


def test_last_lines_are_captions_only_when_they_look_it():
    assert split_captions([STORY, AGAIN, "We shall see"])[0] == [STORY, AGAIN]  # no small words: a cry, a name
    assert split_captions(["The square under water on a Monday"])[1] == []  # never the only line
    assert split_captions([STORY, "It won't."])[1] == [] and split_captions([STORY, "Drawing:"]) == ([STORY], [], [])


def test_dates_in_the_languages_of_menus():
    pairs = {
        "1 avril 2026": "1 April 2026",
        "3. März 2026": "3 March 2026",
        "3 de agosto de 2026": "3 August 2026",
        "2026 年 4 月 1 日": "2026-4-1",
        "3 March 2026": "3 March 2026",
    }
    assert {words: english_date(words) for words in pairs} == pairs


# ProQuest


def record(number: int, text: str, **fields: str) -> str:
    named = {
        "Title": "Rain at last",
        "Publication title": "The Ledger; Marlow, Ont.",
        "Publication date": "Mar 3, 2026",
        "Section": "News",
        "First page": "A.10",
    } | fields
    address = "https://proxy.example/login?url=https://www.proquest.com/newspapers/rain/docview/1/se-2?accountid=15"
    rest = "\n\n".join(f"{label}: {words}" for label, words in named.items())
    return f"Document {number} of 3\n\nRain at last\n\n{address}\n\nAbstract: None available.\n\nFull text: {text}\n\nSubject: Rain\n\n{rest}\n\nDocument URL: {address}\n\nCopyright: Copyright 2026 Ledger Media\n\nDatabase: News"


def proquest(*records: str) -> str:
    rule = "\n\n" + "_" * 60 + "\n\n"
    return (rule + rule.join(records) + rule + "Contact us at: http://p.example\nDatabase copyright © 2026").replace(
        "\n", "\r\n"
    )


def test_proquest_fields():
    text = f"{STORY}\n{AGAIN}\nDates: to be told\n\nCAPTION: Rain in Marlow.\n\nCREDIT: Ana Roe The Canadian Press"
    (raw,) = articles(proquest(record(1, text)))
    assert raw["text"] == f"{STORY}\n\n{AGAIN}\n\nDates: to be told" and raw["captions"] == ["Rain in Marlow."]
    assert (raw["headline"], raw["outlet"], raw["published"], raw["section"], raw["page"]) == (
        "Rain at last",
        "The Ledger",
        "Mar 3, 2026",
        "News",
        "A10",
    )
    assert (raw["byline"], raw["origin"], raw["url"]) == (
        ["Ana Roe"],
        "The Canadian Press",
        "https://www.proquest.com/newspapers/rain/docview/1/se-2",
    )


def test_proquest_text_with_blank_lines_and_colons_is_whole():
    (raw,) = articles(
        proquest(record(1, f"{STORY}\n\nWhat next: nobody knows.\n\n{AGAIN}\nCAPTION:", Author="Roe, Ana; Vale, Tom"))
    )
    assert (
        raw["text"] == f"{STORY}\n\nWhat next: nobody knows.\n\n{AGAIN}"
        and raw["byline"] == ["Ana Roe", "Tom Vale"]
        and "captions" not in raw
    )


def test_proquest_rejects_and_mends():
    records = [
        record(1, STORY),
        record(2, "Not available."),
        record(3, STORY, **{"Publication title": "The Led ger; Marlow"}),
        "A list of\n\nsomething",
    ]
    found = list(read(proquest(*records).encode(), "a.txt"))
    assert [raw.get("reason") for raw in found] == [None, "no text", None, "no article"] and [
        raw["record"] for raw in found
    ] == [1, 2, 3, 4]
    assert found[2]["outlet"] == "The Ledger" and "written as in other records" in found[2]["notes"][0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ana Roe Reporter", ("Ana Roe", None)), ("Ana Roe and Tom Vale The Canadian Press", ("Ana Roe and Tom Vale", "The Canadian Press")),
        ("Tom Vale toronto star", ("Tom Vale", "Toronto Star")), ("Tom Vale OPINION Tom Vale covers rain.", ("Tom Vale", None)),
        ("Tom Vale and Jo May Tom Vale is a lawyer. Jo May is one too.", ("Tom Vale and Jo May", None)), ("News services", (None, None)),
        ("Jo May Special to The Ledger", ("Jo May", None)), ("Jo May, The Courier-Mail", ("Jo May", None)), (";", (None, None)),
        ("Jo May, Plains News Network", ("Jo May", "Plains News Network")), ("David Post", ("David Post", None)), ("Bloomberg News", (None, "Bloomberg News")),
        ("Jo Mayfeld, Dunmore Courier Service", ("Jo Mayfeld", "Dunmore Courier Service")), ("The Ledger", (None, None)),
    ],
)  # fmt: skip
def test_credits(words, expected):
    assert split_credit(words, "The Ledger") == expected


def test_credits_between_paragraphs():
    lines = [STORY, "The Ledger", f"{AGAIN}The LedgerIt went on.", "CP", "Breaking News", "News services"]
    assert drop_credits(lines, "The Ledger (Marlow)") == (
        [STORY, AGAIN, "It went on.", "Breaking News"],
        "The Canadian Press",
    )
    assert drop_credits([STORY], "") == ([STORY], None)
    assert turn_names("Lambie, Jo") == "Jo Lambie" and turn_names("Jo Lambie, Ana Roe") == "Jo Lambie, Ana Roe"


# Feeds

RSS = f"""<?xml version="1.0" encoding="iso-8859-1"?><!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Ledger</title><item><title>Café &amp;amp; rain</title><link>https://l.example/1</link>
<dc:creator>Ana Roe</dc:creator><pubDate>Tue, 03 Mar 2026 06:12:00 -0500</pubDate><category>Weather</category><description>Short.</description>
<content:encoded><![CDATA[<p>{STORY}</p><figure><img src="x"/><figcaption>Rain</figcaption></figure><h2>Next</h2>Loose <b>words</b>.<p>{AGAIN}<br><br>So.</p>
<script>x()</script><p>The post Café appeared first on The Ledger.</p>]]></content:encoded></item>
<item><title>Wind</title><author>tom@l.example (Tom Vale)</author><description>Wind is coming.</description></item>
<item><title>Sun</title><description>{STORY} {AGAIN} {STORY}</description></item><item><title>Fog</title><description>{STORY} {AGAIN} {STORY} Read more</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><title>Rain</title><author><name>Jo May</name></author>
<updated>2026-03-03T06:12:00Z</updated><link href="https://c.example/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}</p></div></content></entry></feed>"""


def test_rss():
    found = list(read(RSS.encode("latin-1"), "feed"))
    assert [raw.get("reason") for raw in found] == [None, "teaser only", None, "teaser only"]
    first = found[0]
    assert first["text"] == f"{STORY}\n\nLoose words.\n\n{AGAIN}\n\nSo." and (first["captions"], first["subheads"]) == (
        ["Rain"],
        ["Next"],
    )
    assert (first["headline"], first["outlet"], first["byline"], first["section"]) == (
        "Café & rain",
        "The Ledger",
        ["Ana Roe"],
        "Weather",
    )
    assert first["published"].isoformat() == "2026-03-03T11:12:00+00:00"  # 6:12 at five hours behind UTC
    assert found[2]["notes"] == ["the feed gives the text as its summary"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_atom(encoding):
    (raw,) = articles(ATOM.encode(encoding))
    assert (raw["form"], raw["text"], raw["byline"], raw["url"]) == ("feed", STORY, ["Jo May"], "https://c.example/1")
    assert raw["notes"] == ["published: the feed gives only the time of the update"]


def test_a_feed_that_breaks_off_or_is_empty():
    assert reasons(RSS.encode("latin-1")[:-15])[-1] == (5, "broken feed")
    assert reasons(b"<rss version='2.0'><channel><title>x</title></channel></rss>") == [(None, "empty feed")]


# Web archives

PAGE = f"<!DOCTYPE html><html><head><title>Rain</title></head><body><article><h1>Rain at last</h1><p>{STORY}</p><p>{AGAIN}</p><p>{STORY.replace('town', 'county')}</p></article></body></html>"


def warc(kind: str, body: bytes, *, http: str = "", url: str = "https://l.example/rain") -> bytes:
    block = (http.replace("\n", "\r\n") + "\r\n\r\n").encode() + body if http else body
    content = "application/http; msgtype=response" if http else "application/warc-fields"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-03T06:12:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


OK = "HTTP/1.1 200 OK\nContent-Type: text/html"
CRAWL = [
    warc("warcinfo", b"software: none"), warc("response", PAGE.encode(), http=OK), warc("request", b"", http="GET /rain HTTP/1.1\nHost: l.example"),
    warc("response", b"\x89PNG", http="HTTP/1.1 200 OK\nContent-Type: image/png"), warc("response", PAGE.encode(), http="HTTP/1.1 404 Not Found\nContent-Type: text/html"),
    warc("response", gzip.compress(PAGE.encode()), http=f"{OK}\nContent-Encoding: gzip", url="https://l.example/packed"), warc("warcinfo", b"software: none"),
]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [b"".join(CRAWL), b"".join(map(gzip.compress, CRAWL)), gzip.compress(b"".join(CRAWL))],
    ids=["plain", "member a record", "one member"],
)
def test_warc_pages_are_articles_and_other_records_one_reject_a_kind(data):
    found = list(read(data, "crawl"))
    pages = [raw for raw in found if "reason" not in raw]
    assert [(raw["record"], raw["url"], raw["form"]) for raw in pages] == [
        (2, "https://l.example/rain", "warc"),
        (6, "https://l.example/packed", "warc"),
    ]
    assert all(STORY in raw["text"] for raw in pages)
    assert {raw["record"]: raw["detail"] for raw in found if "reason" in raw} == {
        1: "2 of the type warcinfo", 3: "1 of the type request", 4: "1 of the content type image/png", 5: "1 of the HTTP status 404",
    }  # fmt: skip


def test_the_server_names_the_encoding():
    czech = PAGE.replace("It had not", "Déšť v městě: it had not").encode("iso-8859-2")
    raw = next(read(warc("response", czech, http="HTTP/1.1 200 OK\nContent-Type: text/html; charset=iso-8859-2"), "a"))
    assert "Déšť v městě: it had not" in raw["text"]


def test_a_damaged_warc_record_loses_only_itself():
    packed = [gzip.compress(record) for record in CRAWL]
    packed[0] = packed[0][:40] + bytes(20) + packed[0][60:]
    assert [record for record, reason in reasons(b"".join([gzip.compress(CRAWL[0]), *packed])) if reason is None] == [
        3,
        7,
    ]
    assert (2, "damaged record") in reasons(b"".join([gzip.compress(CRAWL[0]), *packed]))
    cut = b"".join(map(gzip.compress, CRAWL[:2]))[:-30]
    assert (2, "damaged record") in reasons(cut)
    assert reasons(b"".join(CRAWL[:2])[:-200])[0] == (2, "damaged record")


# Tables and archives


def workbook(rows: list[list]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.create_sheet("empty")
    book.save(out)
    return out.getvalue()


def test_workbook():
    day = pd.Timestamp("2026-03-03 06:12").to_pydatetime()
    rows = [
        ["Export of March"],
        [],
        ["Headline", "Date", "Body", "Source"],
        ["Rain", day, f"{STORY}_x000D_\n{AGAIN}", "The Ledger"],
        [None] * 4,
        ["Wind", day, None, "x"],
    ]
    found = list(read(workbook(rows), "a.xlsx"))
    assert [(raw["record"], raw.get("reason")) for raw in found] == [(1, None), (2, "no text")]
    assert (found[0]["form"], found[0]["published"], found[0]["outlet"], found[0]["text"]) == (
        "xlsx",
        day,
        "The Ledger",
        f"{STORY}\n{AGAIN}",
    )
    assert reasons(workbook([["Headline", "Date"], ["Rain", day]])) == [(1, "no text column")]


def test_parquet():
    out = io.BytesIO()
    pd.DataFrame(
        {"title": ["Rain", "Wind"], "text": [STORY, None], "date": [pd.Timestamp("2026-03-03")] * 2, "x": [1, 2]}
    ).to_parquet(out)
    assert (
        reasons(out.getvalue()) == [(1, None), (2, "no text")] and next(read(out.getvalue(), "a"))["headline"] == "Rain"
    )
    assert reasons(out.getvalue()[:-9]) == [(None, "damaged Parquet file")]


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return out.getvalue()


def test_every_form_in_zip_and_gzip():
    files = {"n.docx": docx(*document(1)), "f": factiva(plain([title("R"), "9 words", "3 March 2026", "L", "LEDG"], [STORY], ["L"])).encode(), "p": proquest(record(1, STORY)).encode(),
             "r": ATOM.encode(), "w": CRAWL[1], "x": workbook([["title", "text"], ["R", STORY]]), "h": PAGE.encode(), "t/u.txt": STORY.encode(), "j.gz": gzip.compress(b'{"text": "x"}\n{"text": "y"}\n')}  # fmt: skip
    found = articles(zipped(**files, **{"__MACOSX/n.docx": b"", ".DS_Store": b""}), "all.zip")
    forms = {raw["member"]: raw["form"] for raw in found}
    assert forms == {
        "n.docx": "nexis",
        "f": "factiva",
        "p": "proquest",
        "r": "feed",
        "w": "warc",
        "x": "xlsx",
        "h": "html",
        "t/u.txt": "text",
        "j.gz": "json",
    }
    for name, data in files.items():
        packed = articles(gzip.compress(data)) if not name.endswith("gz") else []
        assert all(raw["form"] == forms[name] for raw in packed)


def test_a_damaged_member_loses_nothing_else():
    data = zipped(a=STORY.encode(), b=AGAIN.encode() * 20, c=STORY.encode())
    at = zipfile.ZipFile(io.BytesIO(data)).getinfo("b").header_offset + 40  # behind its header of 30 bytes and its name
    broken = data[:at] + bytes([data[at] ^ 0xFF, data[at + 1] ^ 0xFF]) + data[at + 2 :]
    assert [(raw["member"], raw.get("reason")) for raw in read(broken, "a.zip")] == [
        ("a", None),
        ("b", "damaged zip member"),
        ("c", None),
    ]


def test_bombs_and_archives_in_archives_are_refused(monkeypatch):
    assert reasons(zipped(a=bytes(40 << 20), b=STORY.encode())) == [(None, "too large when unpacked"), (None, None)]
    assert reasons(gzip.compress(bytes(40 << 20))) == [(None, "too large when unpacked")]
    assert reasons(zipped(**{"in.zip": zipped(a=STORY.encode()), "b": STORY.encode()})) == [
        (None, "archive in an archive"),
        (None, None),
    ]
    monkeypatch.setattr(archive, "MAX_BYTES", 1000)
    assert reasons(zipped(a=STORY.encode() * 20)) == [(None, "too large when unpacked")]
    assert reasons(zipped()) == [(None, "empty file")] and reasons(zipped(a=STORY.encode())[:-30]) == [
        (None, "damaged zip")
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(
        [
            docx(*document(1)),
            RSS.encode("latin-1"),
            factiva(plain([title("R")], [STORY], ["L"])).encode(),
            proquest(record(1, STORY)).encode(),
            gzip.compress(CRAWL[1]),
            zipped(a=STORY.encode()),
        ]
    ),
    st.data(),
)
def test_no_damage_raises(data, draw):
    at = draw.draw(st.integers(0, len(data) - 1))
    length = draw.draw(st.integers(0, 30))
    for raw in read(data[:at] + draw.draw(st.binary(max_size=10)) + data[at + length :], "a"):
        assert ("reason" in raw) != ("text" in raw) and "record" in raw


# Real exports: counts made by hand on the files, not by the readers


@pytest.mark.parametrize(
    ("name", "count", "without_date"),
    [
        ("lexis/guardian1.docx", 2, 0), ("lexis/misc.docx", 100, 0), ("lexis/nyt1.docx", 50, 1), ("lexis/usa-today.docx", 7, 0), ("factiva/german-ui.html", 100, 0),
        ("factiva/irish-independence_1_2017-11-14.html", 44, 0), ("factiva/nyt_1_1993-01-03.html", 27, 0), ("proquest/spectator.txt", 500, 0),
    ],
)  # fmt: skip
def test_every_document_of_real_exports_is_found_with_its_fields(shared, name, count, without_date):
    found = articles((shared / "exports" / name).read_bytes(), name)
    assert len(found) == count and [raw["record"] for raw in found] == list(range(1, count + 1))
    assert all(raw["outlet"] and raw["headline"] and raw["text"] for raw in found)
    assert sum(not raw.get("published") for raw in found) == without_date  # the source gives none
    furniture = r"(?m)^(?:Load-Date|End of Document|Classification|Length:|Copyright|Graphic$|Document \w{20}|CAPTION:|CREDIT:|Publication title:|\d+ (?:words|Wörter)$)"
    assert not [raw["record"] for raw in found if re.search(furniture, raw["text"])]


@pytest.mark.parametrize(
    "name", ["example.warc", "example.warc.gz", "example-trunc.warc", "example-bad-non-chunked.warc.gz"]
)
def test_the_page_of_each_real_warc_survives(shared, name):
    found = list(read((shared / "exports" / "warc" / name).read_bytes(), name))
    assert [(raw["record"], raw["url"]) for raw in found if "reason" not in raw] == [(3, "http://example.com/")]
