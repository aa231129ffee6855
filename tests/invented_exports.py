"""Invented exports in every format, as the tests of the readers need them."""

import gzip
import io
import zipfile
from xml.sax.saxutils import escape

import openpyxl

from analysis.readers import read

STORY = "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early."


AGAIN = "It had not rained since the spring, said the mayor, and nobody had brought an umbrella to the meeting."


def articles(data: bytes | str, name: str = "export") -> list[dict]:
    """Return the raw articles of a file; the test fails if something in it is rejected."""
    found = list(read(data.encode() if isinstance(data, str) else data, name))
    assert all("reason" not in raw for raw in found), found
    return found


def reasons(data: bytes, name: str = "export") -> list[tuple]:
    return [(raw["record"], raw.get("reason")) for raw in read(data, name)]


def para(*runs: str, mark: str = "", style: str = "") -> str:
    """Return a Word paragraph; a run that begins with * is bold, a line break is a break, and `mark` is a bookmark."""
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


def nexis_document(
    number: int, *, head: tuple = (), body: tuple = (STORY, AGAIN), below: tuple = (), marked: bool = True
) -> list[str]:
    return [
        para(mark=f"Bookmark_{number}" if marked else ""),
        para("*Rain at last; Town ", "*wet"), para("The Ledger (Marlow)"), para("March 3, 2026 Tuesday 6:12 AM EST"),
        para("\n", "Copyright 2026 Ledger Media All Rights Reserved"), *head, para("*Length:", " 40 words"), para("*Body", mark=f"Body_{number}"),
        *(para(*([line] if isinstance(line, str) else line)) for line in body), *below, para("\n", "*Load-Date:", " March 4, 2026"), para("\n", "*End of ", "*Document"),
    ]  # fmt: skip


COVER = [para("*Documents (2)"), para("1. ", "Rain at last"), para("*Search Terms: ", "rain")]


def factiva(*documents: str) -> str:
    return f"<html><head><title>Factiva</title></head><body><h1>Dow Jones Factiva</h1>{''.join(documents)}<table><tr><td>Search Summary</td></tr></table></body></html>"


def factiva_document(
    above: list[str], lines: list[str], below: list[str], *, language: str = "en", number: int = 1
) -> str:
    fields = "".join(line if line.startswith("<") else f"<div>{line}</div>" for line in above)
    paragraphs = "".join(f'<p class="articleParagraph {language}articleParagraph">{line}  </p>' for line in lines)
    foot = "".join(f"<p>{line}</p>" for line in [*below, f"Document LEDG0000202603{number:02d}ed4100001"])
    return f'<div id="article-LEDG0000202603{number:02d}ed4100001" class="article"><div class="article {language}Article"><p></p>{fields}<p></p>{paragraphs}{foot}</div></div>'


def factiva_title(words: str, kind: str = "enHeadline") -> str:
    return f'<div id="hd"><span class="{kind}">{words}</span></div>'


def proquest_record(number: int, text: str, **fields: str) -> str:
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


RSS = f"""<?xml version="1.0" encoding="iso-8859-1"?><!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Ledger</title><item><title>Café &amp;amp; rain</title><link>https://l.example/1</link>
<dc:creator>Ana Roe</dc:creator><pubDate>Tue, 03 Mar 2026 06:12:00 -0500</pubDate><category>Weather</category><description>Short.</description>
<content:encoded><![CDATA[<p>{STORY}</p><figure><img src="x"/><figcaption>Rain</figcaption></figure><h2>Next</h2>Loose <b>words</b>.<p>{AGAIN}<br><br>So.</p>
<script>x()</script><p>The post Café appeared first on The Ledger.</p>]]></content:encoded></item>
<item><title>Wind</title><author>tom@l.example (Tom Vale)</author><description>Wind is coming.</description></item>
<item><title>Sun</title><description>{STORY} {AGAIN} {STORY}</description></item><item><title>Fog</title><description>{STORY} {AGAIN} {STORY} Read more</description></item></channel></rss>"""


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><title>Rain</title><author><name>Jo May</name></author>
<updated>2026-03-03T06:12:00Z</updated><link href="https://c.example/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}</p></div></content></entry></feed>"""


PAGE = f"<!DOCTYPE html><html><head><title>Rain</title></head><body><article><h1>Rain at last</h1><p>{STORY}</p><p>{AGAIN}</p><p>{STORY.replace('town', 'county')}</p></article></body></html>"


def warc_record(kind: str, body: bytes, *, http: str = "", url: str = "https://l.example/rain") -> bytes:
    block = (http.replace("\n", "\r\n") + "\r\n\r\n").encode() + body if http else body
    content = "application/http; msgtype=response" if http else "application/warc-fields"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-03T06:12:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


OK = "HTTP/1.1 200 OK\nContent-Type: text/html"


CRAWL = [
    warc_record("warcinfo", b"software: none"), warc_record("response", PAGE.encode(), http=OK), warc_record("request", b"", http="GET /rain HTTP/1.1\nHost: l.example"),
    warc_record("response", b"\x89PNG", http="HTTP/1.1 200 OK\nContent-Type: image/png"), warc_record("response", PAGE.encode(), http="HTTP/1.1 404 Not Found\nContent-Type: text/html"),
    warc_record("response", gzip.compress(PAGE.encode()), http=f"{OK}\nContent-Encoding: gzip", url="https://l.example/packed"), warc_record("warcinfo", b"software: none"),
]  # fmt: skip


def workbook(rows: list[list]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.create_sheet("empty")
    book.save(out)
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return out.getvalue()
