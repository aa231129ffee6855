"""Inputs of a seventeenth round, decided by somebody who had not read the code: odd but valid, and good beside bad."""

import base64
import gzip
import io
import json
import sqlite3
import struct
import tempfile
import textwrap
import unicodedata
import zipfile
import zlib
from html import escape
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bad_inputs.kinds import Kind


def head(s, n=1):
    return f"Rain {n} in {s.mark}\n\nBy Ana Roe\n\nMarch {n}, 2026\n\n"


def told(s, n=1):
    return head(s, n) + s.long(n) + "\n"


def packed(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 10, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parquet(s, numbers=(1, 2, 3), **columns):
    rows = [s.record(n) for n in numbers]
    table = pa.table({name: [row[name] for row in rows] for name in ("title", "date", "text")} | columns)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def mail(s, n=1):
    return (
        f"Return-Path: <ana@ledger.example>\r\nFrom: Ana Roe <ana@ledger.example>\r\nTo: Tom Vale <tom@ledger.example>\r\n"
        f"Date: Sun, 0{n} Mar 2026 10:00:00 +0000\r\nSubject: Rain {n} in {s.mark}\r\nMessage-ID: <{n}@ledger.example>\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTom,\r\n\r\n{s.text(n)}\r\n\r\nAna\r\n"
    )


PDF = (
    b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    b"xref\n0 3\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF\n"
)


def rtf(s):
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs24 " + s.text() + "\\par\n" + s.text(2) + "\\par}\n"


def nexis(s, n=3, empty=0):
    """Return an export of LexisNexis as text."""
    parts = []
    for i in range(1, n + 1):
        body = "" if i == empty else s.text(i) + "\n\n"
        parts.append(
            f"                               {i} of {n} DOCUMENTS\n\n\n                              The Marlow Ledger\n\n"
            f"                              March {i}, 2026\n\nRain {i} in {s.mark}\n\nBYLINE: Ana Roe\n\n"
            f"SECTION: NEWS; Pg. {i}\n\nLENGTH: 40 words\n\n{body}LOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\n"
            "PUBLICATION-TYPE: Newspaper\n\n                    Copyright 2026 The Marlow Ledger\n"
            "                              All Rights Reserved\n\n\n"
        )
    return "".join(parts)


def in_book(sheets, shared=None, prefix="/xl/"):
    """Return a workbook made by hand out of the XML of its sheets."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(sheets) + 1)
    top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    members = {
        "[Content_Types].xml": f'{top}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kinds}.worksheet+xml"/>' for n in numbers
        )
        + (f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/>' if shared else "")
        + "</Types>",
        "_rels/.rels": f'{top}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{top}<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="Données {n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{top}<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="{prefix}worksheets/sheet{n}.xml"/>'
            for n in numbers
        )
        + (
            f'<Relationship Id="r99" Type="{office}/sharedStrings" Target="{prefix}sharedStrings.xml"/>'
            if shared
            else ""
        )
        + "</Relationships>",
    }
    for n, sheet in zip(numbers, sheets, strict=True):
        members[f"xl/worksheets/sheet{n}.xml"] = f'{top}<worksheet xmlns="{main}"><sheetData>{sheet}'
    if shared:
        members["xl/sharedStrings.xml"] = (
            f'{top}<sst xmlns="{main}" count="{len(shared)}" uniqueCount="{len(shared)}">{"".join(shared)}</sst>'
        )
    return packed({name: data.encode() for name, data in members.items()})


def cells(row, values):
    return (
        f'<row r="{row}">'
        + "".join(
            f'<c r="{column}{row}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            for column, value in zip("ABC", values, strict=True)
        )
        + "</row>"
    )


def rows_of(s, numbers=(1, 2, 3)):
    rows = [("title", "date", "text"), *(tuple(s.record(n).values()) for n in numbers)]
    return "".join(cells(i, row) for i, row in enumerate(rows, 1))


SHEET_END = "</sheetData></worksheet>"
JAPANESE = "{}町で日曜日に雨が降った。干ばつを話し合うために開かれた議会は、{}日目も採決をせずに早く終わり、傘を持ってきた議員は一人もいなかったと書記は話した。"


def phonetic(s):
    shared = [f"<si><t>{name}</t></si>" for name in ("title", "date", "text")]
    rows = ['<row r="1">' + "".join(f'<c r="{c}1" t="s"><v>{i}</v></c>' for i, c in enumerate("ABC")) + "</row>"]
    for n in (1, 2, 3):
        start = len(shared)
        shared += [
            f'<si><t>雨 {n} {s.mark}</t><rPh sb="0" eb="1"><t>アメ</t></rPh><phoneticPr fontId="1"/></si>',
            f"<si><t>2026-03-0{n}</t></si>",
        ]
        shared.append(
            f'<si><t>{JAPANESE.format(s.mark, n)}</t><rPh sb="9" eb="10"><t>ニチヨウビ</t></rPh><phoneticPr fontId="1"/></si>'
        )
        rows.append(
            f'<row r="{n + 1}">'
            + "".join(f'<c r="{c}{n + 1}" t="s"><v>{start + i}</v></c>' for i, c in enumerate("ABC"))
            + "</row>"
        )
    return in_book(["".join(rows) + SHEET_END], shared)


def in_groups(s):
    """Three groups of rows, the second one empty."""

    def part(numbers):
        return pa.table(
            {name: pa.array([s.record(n)[name] for n in numbers], pa.string()) for name in ("title", "date", "text")}
        )

    out = io.BytesIO()
    first = part((1,))
    with pq.ParquetWriter(out, first.schema) as made:
        for numbers in ((1,), (), (2, 3)):
            made.write_table(part(numbers))
    return out.getvalue()


def full_head(data):
    """Gzip with every field that its head may have."""
    top = b"\x1f\x8b\x08\x1e" + struct.pack("<I", 1772323200) + b"\x00\x03"
    top += struct.pack("<H", 8) + b"AB\x04\x00rain" + b"rain.jsonl\0" + b"made by the desk\0"
    top += struct.pack("<H", zlib.crc32(top) & 0xFFFF)
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return top + made.compress(data) + made.flush() + struct.pack("<II", zlib.crc32(data), len(data))


def block(data):
    made = zlib.compressobj(6, zlib.DEFLATED, -15)
    inner = made.compress(data) + made.flush()
    return (
        b"\x1f\x8b\x08\x04\0\0\0\0\0\xff\x06\0BC\x02\0"
        + struct.pack("<H", len(inner) + 25)
        + inner
        + struct.pack("<II", zlib.crc32(data), len(data))
    )


def in_blocks(data):
    """Gzip in blocks of 100 bytes with an empty block at the end, as tools for tables with an index write it."""
    return b"".join(block(data[i : i + 100]) for i in range(0, len(data), 100)) + block(b"")


def response(n, body):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://ledger.example/{n}\r\nWARC-Date: 2026-03-0{n}T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000{n}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


COOKIES = (
    "<!DOCTYPE html><html><head><title>We value your privacy</title></head><body><h1>We value your privacy</h1>"
    "<p>We and our partners use cookies to store and read information on your device.</p>"
    "<button>Accept all</button><button>Reject all</button></body></html>"
)


def item(title, date, body):
    return f"<item><title>{title}</title><link>http://ledger.example/{date[:2]}-{len(body)}</link><pubDate>{date}</pubDate><content:encoded>{body}</content:encoded></item>"


def feed(s, bodies, top=""):
    days = ("Sun, 01", "Mon, 02", "Tue, 03")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{top}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Marlow Ledger</title>'
        + "".join(
            item(f"Rain {n} in {s.mark}", f"{day} Mar 2026 10:00:00 GMT", body)
            for n, (day, body) in enumerate(zip(days, bodies, strict=True), 1)
        )
        + "</channel></rss>"
    )


def paragraphs(s, n=1):
    return "".join(f"<p>{part}</p>" for part in s.long(n).split("\n\n"))


def database(s):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        made = sqlite3.connect(path)
        made.execute("create table articles (title text, text text)")
        made.execute("insert into articles values (?, ?)", (f"Rain in {s.mark}", s.text(4)))
        made.commit()
        made.close()
        return path.read_bytes()


def without_head(s):
    """Return a ZIP of three stories; the head before the data of the second one is overwritten."""
    data = packed({f"{name}.txt": told(s, n) for n, name in enumerate("abc", 1)})
    at = data.index(b"PK\3\4", 4)
    return data[:at] + bytes(26) + data[at + 26 :]


KOREAN = "일요일 {} 마을에 비가 내렸다. 가뭄을 논의하려고 모인 의회는 표결 없이 일찍 끝났다. 우산을 가져온 의원은 한 명도 없었다고 서기가 말했다. 시장은 다음 회의를 화요일에 열겠다고 밝혔다."
WELSH = "Bu'n bwrw glaw yn nhref {} ddydd Sul, ac aeth y cyngor, a oedd wedi cwrdd i drafod y sychder, adref yn gynnar heb bleidlais. Dywedodd y clerc nad oedd neb wedi dod ag ymbarél. Bydd y cyngor yn cwrdd eto ddydd Mawrth."
VIETNAMESE = "Mưa rơi xuống thị trấn {} vào Chủ nhật, và hội đồng, vốn họp để bàn về hạn hán, đã về sớm mà không bỏ phiếu. Thư ký nói không ai mang theo ô. Hội đồng sẽ họp lại vào thứ Ba."
GEORGIAN = "კვირას ქალაქ {}ში წვიმა მოვიდა. საბჭო, რომელიც გვალვის განსახილველად შეიკრიბა, კენჭისყრის გარეშე ადრე დაიშალა. მდივანმა თქვა, რომ ქოლგა არავის ჰქონდა. შემდეგი სხდომა სამშაბათს გაიმართება."
RUSSIAN = "В воскресенье в городе {} прошёл дождь. Совет, который собрался обсудить засуху, разошёлся рано и без голосования. Секретарь сказала, что зонта не было ни у кого. Следующее заседание пройдёт во вторник."
JAPANESE_STORY = "{}町で日曜日に雨が降った。干ばつを話し合うために集まった議会は、採決をせずに早く終わった。傘を持ってきた議員は一人もいなかったと書記は話した。次の会議は火曜日に開かれる。"


def small(s):
    return s.long().lower().replace(s.mark.lower(), s.mark)


LETTER = "From: Ana Roe\nTo: Tom Vale\nSent: Sunday, March 1, 2026 10:00 AM\nSubject: the rain\n\nTom, nobody brought an umbrella. We should talk about that before the vote."

VALID = [
    Kind("Korean story", "a.txt", lambda s: KOREAN.format(s.mark) + "\n", 1),
    Kind("Welsh story", "a.txt", lambda s: f"Glaw yn {s.mark}\n\n{WELSH.format(s.mark)}\n", 1),
    Kind("Vietnamese story with its accents apart", "a.txt", lambda s: unicodedata.normalize("NFD", f"Mưa ở {s.mark}\n\n{VIETNAMESE.format(s.mark)}\n"), 1),
    Kind("Georgian story", "a.txt", lambda s: GEORGIAN.format(s.mark) + "\n", 1),
    Kind("Russian story in KOI8", "a.txt", lambda s: (RUSSIAN.format(s.mark) + "\n").encode("koi8-r"), 1),
    Kind("Japanese story in Shift JIS", "a.txt", lambda s: (JAPANESE_STORY.format(s.mark) + "\n").encode("shift_jis"), 1),
    Kind("story all in small letters", "a.txt", lambda s: f"rain in {s.mark}\n\nby ana roe\n\n{small(s)}\n", 1),
    Kind("letter quoted with its head in the middle of a story", "a.txt", lambda s: head(s) + s.text(1) + "\n\nThe clerk then read a letter to the room. It said:\n\n" + LETTER + "\n\n" + s.text(2) + "\n\n" + s.text(3) + "\n", 1),
    Kind("paragraph that begins with Document 2 of 5", "a.txt", lambda s: head(s) + s.text(1) + f"\n\nDocument 2 of 5 in the file of {s.mark} says that the pumps were never tested, and the clerk read it aloud.\n\n" + s.text(2) + "\n", 1),
    Kind("headline that begins with less than", "a.txt", lambda s: f"<3 hours: how long the council of {s.mark} met\n\nBy Ana Roe\n\nMarch 1, 2026\n\n{s.long()}\n", 1),
    Kind("headline that begins with the name of a web archive", "a.txt", lambda s: f"WARC/1.0 is old news in {s.mark}\n\nBy Ana Roe\n\nMarch 1, 2026\n\n{s.long()}\n", 1),
    Kind("headline that begins as an answer to a letter", "a.txt", lambda s: f"Re: the rain in {s.mark}, and what was said of it\n\nBy Ana Roe\n\nMarch 1, 2026\n\n{s.long()}\n", 1),
    Kind("story with an address of the web in each paragraph", "a.txt", lambda s: head(s) + "\n\n".join(f"The plan, which the town put at https://plans.{s.mark.lower()}.example/day/{n} last week, was read aloud. {s.text(n)}" for n in (1, 2, 3)) + "\n", 1),
    Kind("story with notes at its foot", "a.txt", lambda s: head(s) + f"{s.text(1)}[1]\n\n{s.text(2)}[2]\n\n{s.text(3)}\n\nNotes\n\n[1] The clerk spoke after the meeting.\n[2] The town keeps its own count of the days.\n", 1),
    Kind("story that ends in -30-", "a.txt", lambda s: told(s) + "\n-30-\n", 1),
    Kind("story in lines of 48 signs with words parted at their ends", "a.txt", lambda s: head(s) + "\n\n".join("\n".join(textwrap.wrap(part, 48)) for part in s.long().split("\n\n")).replace("council", "coun-\ncil") + "\n", 1),
    Kind("story in Markdown with links and stars", "a.md", lambda s: f"# Rain 1 in {s.mark}\n\n*By Ana Roe*\n\n{s.text(1)}\n\nThe **clerk** put the [plan of {s.mark}](https://ledger.example/plan) on the table, and nobody read it.\n\n{s.text(2)}\n", 1),
    Kind("story of sums in many currencies", "a.txt", lambda s: head(s) + s.text(1) + f"\n\nThe flood cost {s.mark} $1,250.50, its twin town €1.250,50, its friends £900, ¥140,000 and ₹75,000, or 3.5% of all they had, the clerk said.\n\n" + s.text(2) + "\n", 1),
    Kind("texts that are quotations from end to end", "a.csv", lambda s: "title,date,text\n" + "".join(f'Rain {n} in {s.mark},2026-03-0{n},"""{s.text(n)}"""\n' for n in (1, 2, 3)), 3),
    Kind("plain lines named as packed ones", "a.jsonl.gz", lambda s: s.lines(), 3),
    Kind("lines that each have other usual names", "a.jsonl", lambda s: "".join(json.dumps({a: f"Rain {n} in {s.mark}", b: f"2026-03-0{n}", c: s.text(n), d: "The Marlow Ledger"}) + "\n" for n, (a, b, c, d) in enumerate([("title", "date", "text", "outlet"), ("headline", "published", "body", "source"), ("title", "published", "content", "source")], 1)), 3, fields={"outlet": "The Marlow Ledger"}),
    Kind("workbook with its texts in the cells and paths from the root", "a.xlsx", lambda s: in_book([rows_of(s) + SHEET_END]), 3),
    Kind("Japanese workbook with readings above its words", "a.xlsx", phonetic, 3),
    Kind("Parquet with a picture beside each text", "a.parquet", lambda s: parquet(s, thumbnail=pa.array([b"\x89PNG\r\n\x1a\n" + bytes(range(n, 200)) for n in (1, 2, 3)])), 3),
    Kind("Parquet in groups of rows, one of them empty", "a.parquet", in_groups, 3),
    Kind("page for telephones", "a.html", lambda s: f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>Rain 1 in {s.mark}</title><link rel="canonical" href="http://ledger.example/1"><style amp-boilerplate>body{{animation:none}}</style><script async src="https://cdn.example/v0.js"></script></head><body><amp-sidebar id="m" layout="nodisplay"><a href="/">Home</a></amp-sidebar><article><h1>Rain 1 in {s.mark}</h1><amp-img src="a.jpg" width="3" height="2"></amp-img>{paragraphs(s)}<amp-ad width="3" height="2" type="x"></amp-ad></article></body></html>', 1),
    Kind("page whose first letter is a box of its own", "a.html", lambda s: s.page().replace("<p>Rain", '<p><span class="dropcap">R</span>ain', 1), 1),
    Kind("page in which each letter is a reference", "a.html", lambda s: "<!DOCTYPE html><html><head><title>" + "".join(f"&#{ord(c)};" for c in f"Rain 1 in {s.mark}") + "</title></head><body><article>" + "".join("<p>" + "".join(f"&#x{ord(c):x};" for c in part) + "</p>" for part in s.long().split("\n\n")) + "</article></body></html>", 1),
    Kind("page with places where words may break", "a.html", lambda s: s.page().replace("council", "coun<wbr>cil").replace("drought", "drou<wbr/>ght"), 1),
    Kind("linked data whose kind is an address", "a.html", lambda s: s.page(head='<script type="application/ld+json">' + json.dumps({"@context": "https://schema.org/", "@type": ["https://schema.org/NewsArticle", "https://schema.org/Article"], "headline": f"Rain 1 in {s.mark}", "datePublished": "2026-03-01T10:00:00Z"}) + "</script>"), 1, fields={"published": "2026-03-01"}),
    Kind("page that marks its parts with microdata alone", "a.html", lambda s: f'<!DOCTYPE html><html><head><title>Rain 1 in {s.mark}</title></head><body><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Rain 1 in {s.mark}</h1><meta itemprop="datePublished" content="2026-03-01T10:00:00Z"><div itemprop="articleBody">{paragraphs(s)}</div></div></body></html>', 1, fields={"published": "2026-03-01"}),
    Kind("feed whose text stands in two sections of letters", "a.xml", lambda s: feed(s, [f"<![CDATA[{paragraphs(s, n)}<p>The mark ]]]]><![CDATA[> closed the note of the clerk.</p>]]>" for n in (1, 2, 3)]), 3),
    Kind("feed with a type of document on top", "a.xml", lambda s: feed(s, [f"<![CDATA[{paragraphs(s, n)}]]>" for n in (1, 2, 3)], '<!DOCTYPE rss PUBLIC "-//Marlow//DTD RSS 2.0//EN" "http://ledger.example/rss.dtd">'), 3),
    Kind("gzip with every field in its head", "a.jsonl.gz", lambda s: full_head(s.lines().encode()), 3),
    Kind("gzip in blocks with an empty one at the end", "a.csv.gz", lambda s: in_blocks(s.table().encode()), 3),
]  # fmt: skip

BESIDE = [
    Kind("LexisNexis beside a PDF in a ZIP", "a.zip", lambda s: packed({"nexis.txt": nexis(s), "scan.pdf": PDF}), 3, ("form not known",)),
    Kind("table beside an RTF in a ZIP", "a.zip", lambda s: packed({"table.csv": s.table(), "letter.rtf": rtf(s)}), 3, ("form not known",)),
    Kind("page beside a ZIP that is cut off in a ZIP", "a.zip", lambda s: packed({"page.html": s.page(), "inner.zip": packed({"b.txt": told(s, 2)})[:120]}), 1, ("damaged zip",)),
    Kind("question about cookies between two pages in a web archive", "a.warc", lambda s: response(1, s.page(n=1).encode()) + response(2, COOKIES.encode()) + response(3, s.page(n=3).encode()), 2, ("not an article",)),
    Kind("row of a table between two lines", "a.jsonl", lambda s: s.lines(f'Rain 2 in {s.mark},2026-03-02,"{s.text(2)}"'), 2, ("not valid JSON",)),
    Kind("line without its end between two, packed", "a.jsonl.gz", lambda s: gzip.compress(s.lines(json.dumps(s.record(2))[:60]).encode(), mtime=0), 2, ("not valid JSON",)),
    Kind("text of numbers in a list of records", "a.json", lambda s: json.dumps(s.records(s.record(2, text=[1, 2, 3]))), 2, ("no story",)),
    Kind("entry of a picture alone between two entries", "a.xml", lambda s: feed(s, [f"<![CDATA[{paragraphs(s, 1)}]]>", '<![CDATA[<img src="http://ledger.example/a.jpg" alt="">]]>', f"<![CDATA[{paragraphs(s, 3)}]]>"]), 2, ("no text",)),
    Kind("same records as a table, as a list and as Parquet", "", lambda s: {"a.csv": s.table(), "b.json": json.dumps(s.records()), "c.parquet": parquet(s)}, 3, repeats=6),
    Kind("story beside a list without a record", "", lambda s: {"a.txt": told(s), "b.json": "[]\n"}, 1, ("no record",)),
    Kind("folder of letters beside a story", "", lambda s: {"story.txt": told(s, 3), "box/cur/1772323200.1.host": mail(s, 1), "box/cur/1772323201.2.host": mail(s, 2)}, 1, ("form not known",) * 2),
    Kind("text of NULs alone in a row between two", "a.csv", lambda s: s.table([f"Rain 2 in {s.mark}", "2026-03-02", "\0" * 40]), 2, ("no text",)),
    Kind("three parts of a table in Parquet, one cut off", "", lambda s: {"part-0.parquet": parquet(s, (1, 2, 3)), "part-1.parquet": parquet(s, (7, 8, 9))[:-200], "part-2.parquet": parquet(s, (4, 5, 6))}, 6, ("damaged Parquet file",)),
    Kind("numbers alone between rules among stories", "a.txt", lambda s: told(s, 1) + "\n--------\n\n4 8 15 16 23 42\n\n7 9 11 13 17 19\n\n--------\n\n" + told(s, 3), 2, ("no story",)),
    Kind("headline alone below its number among stories", "a.txt", lambda s: f"Document 1 of 3\n\n{told(s, 1)}\nDocument 2 of 3\n\nRain 2 in {s.mark}\n\nDocument 3 of 3\n\n{told(s, 3)}", 2, ("no story",)),
    Kind("ZIP of three in which the head of the second is overwritten", "a.zip", without_head, 2, ("damaged zip member",)),
    Kind("lines packed, and a second part of which only the head is there", "a.jsonl.gz", lambda s: gzip.compress(s.lines().encode(), mtime=0) + gzip.compress(json.dumps(s.record(4)).encode(), mtime=0)[:10], 3, ("damaged gzip",)),
    Kind("record, the same again, and one without a text", "a.json", lambda s: json.dumps([s.record(1), s.record(1), s.record(2, text=...)]), 1, ("no text",), repeats=1),
    Kind("row, the same again, a short one and another", "a.csv", lambda s: "title,date,text\n" + "".join(f'Rain {n} in {s.mark},2026-03-0{n},"{s.text(n)}"\n' for n in (1, 1)) + f"Rain 2 in {s.mark},2026-03-02\n" + f'Rain 3 in {s.mark},2026-03-03,"{s.text(3)}"\n', 2, ("broken row",), repeats=1),
    Kind("text of encoded bytes between two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=base64.b64encode(bytes(range(256)) * 4).decode()))), 2, ("form not known",)),
    Kind("text of an address alone between two lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="https://ledger.example/2026/03/02/rain"))), 2, ("form not known",)),
    Kind("good ZIP beside one of which half is there", "", lambda s: {"good.zip": packed({"a.txt": told(s, 1)}), "bad.zip": (lambda data: data[: len(data) // 2])(packed({"b.txt": told(s, 2)}))}, 1, ("damaged zip",)),
    Kind("database beside a table in a ZIP", "a.zip", lambda s: packed({"table.csv": s.table(), "notes.db": database(s)}), 3, ("form not known",)),
    Kind("line of a program's complaint behind each line", "a.jsonl", lambda s: "".join(json.dumps(r) + f"\nWARNING: page {n} took {n}.5 seconds\n" for n, r in enumerate(s.records(), 1)), 3, ("not valid JSON",) * 3),
    Kind("page and a question about cookies in one file", "a.html", lambda s: s.page() + "\n" + COOKIES, 1, ("not an article",)),
    Kind("page without a word between two pages in one file", "a.html", lambda s: s.page(n=1) + "\n<!DOCTYPE html><html><head><title></title></head><body></body></html>\n" + s.page(n=3), 2, ("no body found",)),
    Kind("folders of two outlets beside what Windows leaves", "", lambda s: {"ledger/a.txt": told(s, 1), "ledger/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "courier/b.txt": told(s, 2), "courier/desktop.ini": "[.ShellClassInfo]\r\nIconFile=a.ico\r\n", "herald/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)}, 2),
    Kind("table with a short row in a ZIP in a ZIP", "a.zip", lambda s: packed({"inner.zip": packed({"table.csv": s.table([f"Rain 2 in {s.mark}"])})}), 0, ("archive in an archive",)),
    Kind("PDF named as a page beside a page", "", lambda s: {"a.html": s.page(), "b.html": PDF}, 1, ("form not known",)),
    Kind("letter named as a text beside a table in a ZIP", "a.zip", lambda s: packed({"table.csv": s.table(), "letter.txt": mail(s, 4)}), 3, ("form not known",)),
    Kind("box of one letter beside lines", "", lambda s: {"a.jsonl": s.lines(), "box.mbox": "From ana@ledger.example Sun Mar  1 10:00:00 2026\n" + mail(s, 4).replace("\r\n", "\n") + "\n"}, 3, ("form not known",)),
    Kind("records by numbers, one of them a word", "a.json", lambda s: json.dumps({"1": s.record(1), "2": "deleted", "3": s.record(3)}), 2, ("not a record",)),
    Kind("columns of lists in which one text is missing", "a.json", lambda s: json.dumps({"title": [f"Rain {n} in {s.mark}" for n in (1, 2, 3)], "date": [f"2026-03-0{n}" for n in (1, 2, 3)], "text": [s.text(1), None, s.text(3)]}), 2, ("no text",)),
    Kind("workbook whose second sheet breaks off before a row", "a.xlsx", lambda s: in_book([rows_of(s) + SHEET_END, cells(1, ("title", "date", "text")) + '<row r="2"><c r="A2" t="inlineStr"><is><t>Rain'], prefix=""), 3, ("damaged workbook",)),
    Kind("LexisNexis whose second of three has no text", "a.txt", lambda s: nexis(s, 3, empty=2), 2, ("no text",)),
]  # fmt: skip

KINDS = [*VALID, *BESIDE]
