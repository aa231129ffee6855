"""Inputs of a sixteenth round, decided by somebody who had not read the code: damaged, cut and mis-declared records."""

import base64
import csv
import gzip
import io
import json
import random
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from bad_inputs.kinds import Kind, Stories


def table(header: list[str], rows: list[list], **form: object) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", **form).writerows([header, *rows])
    return out.getvalue()


def jsonl(records: list) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def all_with(s: Stories, **fields: object) -> str:
    """Three lines, each with these fields."""
    return jsonl([s.record(n, **fields) for n in (1, 2, 3)])


def packed(
    members: list[tuple[str, bytes]], *, date: tuple = (2026, 3, 1, 10, 0, 0), method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, date), data, method)
    return out.getvalue()


def noise(n: int, seed: int = 5) -> bytes:
    return random.Random(seed).randbytes(n)


# Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}</Types>'
RELS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def docx(body: str, *, kind: str = "document", more: tuple = (), links: str = "", last: bool = False) -> bytes:
    main = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml"
    types = TYPES.format(f'<Override PartName="/word/document.xml" ContentType="{main}"/>')
    parts = [
        ("[Content_Types].xml", types.encode()),
        ("_rels/.rels", RELS.format(f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>').encode()),
        ("word/document.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>'.encode()),
        ("word/_rels/document.xml.rels", RELS.format(links).encode()),
        *more,
    ]  # fmt: skip
    return packed(parts[::-1] if last else parts)


def story(s: Stories) -> str:
    return para(run(f"Rain 1 in {s.mark}")) + "".join(para(run(part)) for part in s.long().split("\n\n"))


def in_control(s: Stories) -> bytes:
    return docx(
        f'<w:sdt><w:sdtPr><w:alias w:val="Body"/><w:id w:val="7"/></w:sdtPr><w:sdtContent>{story(s)}</w:sdtContent></w:sdt>'
    )


def tagged(s: Stories) -> bytes:
    def part(text: str) -> str:
        before, _, after = text.partition(s.mark)
        name = f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">{run(s.mark)}</w:smartTag>'
        return para(run(before) + name + run(after))

    return docx(para(run("Rain at noon")) + "".join(part(text) for text in s.long().split("\n\n")))


def letters(s: Stories) -> bytes:
    return docx("".join(para("".join(map(run, part))) for part in [f"Rain 1 in {s.mark}", *s.long().split("\n\n")]))


def broken_footer(s: Stories) -> bytes:
    link = f'<Relationship Id="rId9" Type="{OFFICE}/footer" Target="footer1.xml"/>'
    return docx(
        story(s),
        links=link,
        more=[("word/footer1.xml", f'<?xml version="1.0"?><w:ftr {W}><w:p><w:r><w:t>Page'.encode())],
    )


def bookmarks(s: Stories) -> bytes:
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/><w:bookmarkEnd w:id="{n}"/>' for n in range(30_000))
    return docx(story(s) + para(marks + run(s.text(2))))


def spoil(data: bytes, name: str) -> bytes:
    """Turn a bit in the middle of a member's packed bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
    head = info.header_offset
    at = head + 30 + sum(struct.unpack("<HH", data[head + 26 : head + 30])) + info.compress_size // 2
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]


def lock(data: bytes, name: str) -> bytes:
    """Say of a member that it needs a password, in both places."""
    out = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        out[archive.getinfo(name).header_offset + 6] |= 1
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        length = struct.unpack("<H", data[at + 28 : at + 30])[0]
        if data[at + 46 : at + 46 + length] == name.encode():
            out[at + 8] |= 1
        at += 4
    return bytes(out)


# Excel

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cell(value: str, ref: str) -> str:
    return f'<c{ref} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def xlsx(s: Stories, *, refs: bool = True, day=cell, title=None, text=cell) -> bytes:
    """Return a workbook written by hand, its strings in its cells."""

    def row(n: int, cells: list) -> str:
        made = [make(value, f' r="{"ABC"[k]}{n}"' if refs else "") for k, (make, value) in enumerate(cells)]
        return f"<row{f' r={chr(34)}{n}{chr(34)}' if refs else ''}>{''.join(made)}</row>"

    rows = [row(1, [(cell, "title"), (cell, "date"), (cell, "text")])]
    rows += [
        row(n + 1, [(cell, title or r["title"]), (day, r["date"]), (text, r["text"])])
        for n, r in enumerate(s.records(), 1)
    ]
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    types = TYPES.format(
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}worksheet+xml"/>'
    )
    return packed([
        ("[Content_Types].xml", types.encode()),
        ("_rels/.rels", RELS.format(f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>').encode()),
        ("xl/workbook.xml", f'<?xml version="1.0"?><workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="Rain" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode()),
        ("xl/_rels/workbook.xml.rels", RELS.format(f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>').encode()),
        ("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet xmlns="{SHEET}"><sheetData>{"".join(rows)}</sheetData></worksheet>'.encode()),
    ])  # fmt: skip


def iso(value: str, ref: str) -> str:
    return f'<c{ref} t="d"><v>2026-03-01T10:00:00</v></c>'


def wrong(value: str, ref: str) -> str:
    return f'<c{ref} t="e"><v>#VALUE!</v></c>'


def computed(value: str, ref: str) -> str:
    return f'<c{ref} t="str"><f>CONCATENATE(A9,B9)</f><v>{escape(value)}</v></c>'


# Web archives

OK = "HTTP/1.1 200 OK\r\n"


def warc(body: bytes, *, kind: str = "text/html; charset=utf-8", uri: str = "https://l.example/rain") -> bytes:
    http = f"{OK}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Target-URI: {uri}\r\n"
        f"WARC-Date: 2026-03-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def gzip_with_words(data: bytes) -> bytes:
    """Gzip with an extra field, a name, a remark and a sum of its head."""
    extra = b"RN\x04\x00rain"
    head = (
        b"\x1f\x8b\x08"
        + bytes([2 | 4 | 8 | 16])
        + b"\0\0\0\0\0\x03"
        + struct.pack("<H", len(extra))
        + extra
        + b"a.txt\0"
        + b"from the desk\0"
    )
    head += struct.pack("<H", zlib.crc32(head) & 0xFFFF)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return head + deflate.compress(data) + deflate.flush() + struct.pack("<II", zlib.crc32(data), len(data))


def rows(s: Stories) -> list[list]:
    return [[r["title"], r["date"], r["text"]] for r in s.records()]


TDT = ["title", "date", "text"]


def cut_in_utf16(s: Stories) -> bytes:
    data = table(TDT, rows(s)).encode("utf-16")
    return data[:-41]  # within the last text, in the middle of a letter


def half(s: Stories) -> str:
    out = []
    for n in range(40):
        out.append([f"Rain {n}", "2026-03-01", s.text(n) if n % 2 else ""])
    return table(TDT, out)


def page_with(s: Stories, title: str, *, head: str = "") -> str:
    story = "".join(f"<p>{part}</p>" for part in s.long().split("\n\n"))
    return f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><article><h1>{title}</h1>{story}</article></body></html>"


TABLES = [
    Kind("columns text_length and text_hash in front of the text", "a.csv", lambda s: table(["title", "text_length", "text_hash", "date", "text"], [[t, len(x), zlib.crc32(x.encode()), d, x] for t, d, x in rows(s)]), 3),
    Kind("pictures of 200 KB in base64 in a column of their own", "a.csv", lambda s: table(["title", "date", "thumbnail", "text"], [[t, d, base64.b64encode(noise(150_000, n)).decode(), x] for n, (t, d, x) in enumerate(rows(s))]), 3),
    Kind("one story in two outlets, and in one of them twice", "a.csv", lambda s: table(["outlet", *TDT], [[outlet, "Rain", "2026-03-01", s.text()] for outlet in ("The Ledger", "The Post", "The Ledger")]), 2, repeats=1),
    Kind("UTF-16 table cut in the middle of a letter of its last text", "a.csv", cut_in_utf16, 2, ("broken row",)),
    Kind("end sign of DOS behind the last row", "a.csv", lambda s: table(TDT, rows(s)) + "\x1a", 3),
    Kind("days that a narrow column showed as signs", "a.csv", lambda s: table(TDT, [[t, "########", x] for t, d, x in rows(s)]), 3, fields={"published": None}),
    Kind("table between tabs in UTF-16 named as old Excel", "report.xls", lambda s: table(TDT, rows(s), delimiter="\t").encode("utf-16"), 3),
    Kind("page with one table of rows named as old Excel", "report.xls", lambda s: '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1"><tr><th>title</th><th>date</th><th>text</th></tr>' + "".join(f"<tr><td>{t}</td><td>{d}</td><td>{x}</td></tr>" for t, d, x in rows(s)) + "</table></body></html>", 1),
    Kind("names as a list of Python in a cell", "a.csv", lambda s: table([*TDT, "authors"], [[*row, "['Ana Roe', 'Tom Vale']"] for row in rows(s)]), 3, fields={"byline": ["Ana Roe", "Tom Vale"]}),
    Kind("lines of JSON named as a table", "a.csv", lambda s: s.lines(), 3),
    Kind("table named as Parquet", "a.parquet", lambda s: table(TDT, rows(s)), 3),
    Kind("lines that only their name calls packed", "a.jsonl.gz", lambda s: s.lines(), 3),
    Kind("day of the last change in a column before that of publication", "a.csv", lambda s: table(["modified", "title", "published", "text"], [["2026-03-09", t, "2026-03-01", x] for t, d, x in rows(s)]), 3, fields={"published": "2026-03-01"}),
    Kind("empty paragraph of an editor as the text of a row", "a.csv", lambda s: table(TDT, [rows(s)[0], ["Rain 2", "2026-03-02", "<p>&nbsp;</p>"], rows(s)[2]]), 2, ("no story",)),
    Kind("picture alone as the text of a row", "a.csv", lambda s: table(TDT, [rows(s)[0], ["Rain 2", "2026-03-02", '<p><img src="rain.jpg" alt=""></p>'], rows(s)[2]]), 2, ("no story",)),
    Kind("path of Windows that ends with a backslash in a quoted cell", "a.csv", lambda s: table(["path", *TDT], [["D:\\export\\", *row] for row in rows(s)], quoting=csv.QUOTE_ALL), 3),
    Kind("text that quotes a table with commas, marks and lines", "a.csv", lambda s: table(TDT, [[t, d, f'{x}\n\nThe list that she sent read:\n"street","depth"\n"Elm, north",3\n\nNobody signed it.'] for t, d, x in rows(s)]), 3),
    Kind("forty rows of which each second has no text", "a.csv", half, 20, ("no text",) * 20),
    Kind("workbook with its strings in its cells", "a.xlsx", lambda s: xlsx(s), 3),
    Kind("workbook whose cells do not say where they stand", "a.xlsx", lambda s: xlsx(s, refs=False), 3),
    Kind("carriage returns as Excel escapes them in headlines", "a.xlsx", lambda s: xlsx(s, title="Rain_x000D_\nat noon"), 3, fields={"headline": "Rain at noon"}),
    Kind("days of ISO as a type of cell", "a.xlsx", lambda s: xlsx(s, day=iso), 3, fields={"published": "2026-03-01"}),
    Kind("errors in place of days in a sheet", "a.xlsx", lambda s: xlsx(s, day=wrong), 3, fields={"published": None}),
    Kind("formulas for texts, computed", "a.xlsx", lambda s: xlsx(s, text=computed), 3),
    Kind("workbook whose first half is NULs", "a.xlsx", lambda s: (lambda data: bytes(len(data) // 2) + data[len(data) // 2 :])(xlsx(s)), 0, ("not text",)),
]  # fmt: skip

RECORDS = [
    Kind("null between the records of a list in an object", "a.json", lambda s: json.dumps({"count": 3, "items": [s.record(1), None, s.record(3)]}), 2, ("not a record",)),
    Kind("empty object between the records of a list", "a.json", lambda s: json.dumps([s.record(1), {}, s.record(3)]), 2, ("no text",)),
    Kind("vectors of 4,096 numbers beside each text", "a.jsonl", lambda s: all_with(s, embedding=[n / 4099 for n in range(4096)]), 3),
    Kind("the page of 1 MB in another field of each record", "a.jsonl", lambda s: all_with(s, raw_html=s.page() + "<!-- " + "rain " * 200_000 + "-->"), 3),
    Kind("names of which one is null and one empty", "a.jsonl", lambda s: all_with(s, authors=["Ana Roe", None, ""]), 3, fields={"byline": ["Ana Roe"]}),
    Kind("author within a link", "a.jsonl", lambda s: all_with(s, authors='By <a href="https://l.example/ana">Ana Roe</a>'), 3, fields={"byline": ["Ana Roe"]}),
    Kind("headline decoded wrongly in escapes", "a.jsonl", lambda s: all_with(s, title="Caf\u00c3\u00a9 at noon"), 3, fields={"headline": "Café at noon"}),
    Kind("headline in bold marks of HTML", "a.jsonl", lambda s: all_with(s, title="<b>Rain</b> at noon"), 3, fields={"headline": "Rain at noon"}),
    Kind("object that a script wrote as a word in place of a text", "a.json", lambda s: json.dumps(s.records(s.record(2, text="[object Object]"))), 2, ("no story",)),
    Kind("signs of no width as the text of a record", "a.json", lambda s: json.dumps(s.records(s.record(2, text="\u200b\u200b\ufeff"))), 2, ("no text",)),
    Kind("list of empty paragraphs as the text of a record", "a.json", lambda s: json.dumps(s.records(s.record(2, text=["", " "]))), 2, ("no text",)),
    Kind("the same id in each record", "a.jsonl", lambda s: all_with(s, id=1), 3),
    Kind("the same address in each record", "a.jsonl", lambda s: all_with(s, url="https://l.example/live"), 3),
    Kind("one text at one address under two headlines", "a.jsonl", lambda s: jsonl([s.record(1, url="https://l.example/1"), s.record(1, url="https://l.example/1", title="Hail"), s.record(3)]), 2, repeats=1),
    Kind("one text at two addresses", "a.jsonl", lambda s: jsonl([s.record(1, url="https://l.example/1"), s.record(1, url="https://l.example/2"), s.record(3)]), 3),
    Kind("headline that repeats the whole text", "a.jsonl", lambda s: jsonl([s.record(n, title=s.text(n)) for n in (1, 2, 3)]), 3),
    Kind("byte-order mark at the head of each text", "a.jsonl", lambda s: jsonl([s.record(n, text="\ufeff" + s.text(n)) for n in (1, 2, 3)]), 3),
    Kind("script behind the paragraphs of each text", "a.jsonl", lambda s: jsonl([s.record(n, text=f"<p>{s.text(n)}</p><script>track({{\"page\": {n}}});</script>") for n in (1, 2, 3)]), 3),
    Kind("list in JSON over the end of a longer one", "a.json", lambda s: json.dumps(s.records()) + 'he council went home," the clerk said.", "outlet": "The Ledger"}]', 3, ("not valid JSON",)),
    Kind("records three boxes deep", "a.json", lambda s: json.dumps({"status": "ok", "response": {"code": 200, "body": {"items": s.records()}}}), 3),
    Kind("whole lines in gzip and a damaged member behind them", "a.jsonl.gz", lambda s: gzip.compress(s.lines().encode(), mtime=0) + b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + b"\xff" * 200, 3, ("damaged gzip",)),
]  # fmt: skip

PAGES = [
    Kind("warning of PHP above a page", "a.html", lambda s: "<br />\n<b>Warning</b>:  mysqli_connect(): (HY000/2002): Connection refused in <b>/var/www/l/db.php</b> on line <b>14</b><br />\n" + s.page(), 1),
    Kind("each word of a story in an element of its own", "a.html", lambda s: f"<!DOCTYPE html><html><head><title>Rain</title></head><body><article><h1>Rain</h1>{''.join('<p>' + ' '.join(f'<span class=w>{word}</span>' for word in part.split()) + '</p>' for part in s.long().split(chr(10) * 2))}</article></body></html>", 1),
    Kind("letters of Windows as references in a headline", "a.html", lambda s: page_with(s, "The mayor&#146;s rain", head='<meta charset="utf-8">'), 1, fields={"headline": "The mayor’s rain"}),
    Kind("letters that a page names behind 8,000 letters of script", "a.html", lambda s: page_with(s, "Café at noon", head=f"<script>{'var rain = 1; ' * 600}</script><meta charset=windows-1252>").encode("cp1252"), 1, fields={"headline": "Café at noon"}),
    Kind("1,500 remarks of readers below a story", "a.html", lambda s: s.page(after='<section id="comments" class="comments"><h2>1500 comments</h2>' + "".join(f'<div class="comment"><b class="user">reader{n}</b><p>I saw it too, on street {n}.</p></div>' for n in range(1500)) + "</section>"), 1),
    Kind("PDF named as a page", "a.html", lambda s: b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + noise(4000) + b"\nstartxref\n9\n%%EOF\n", 0, ("form not known",)),
    Kind("RTF named as a Word document", "a.docx", lambda s: "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}}\\f0 " + s.long().replace("\n\n", "\\par\n") + "\\par}", 0, ("form not known",)),
    Kind("address of a web archive between angle brackets", "a.warc", lambda s: warc(s.page().encode(), uri="<https://l.example/rain>"), 1, fields={"url": "https://l.example/rain"}),
    Kind("page in UTF-16 whose answer says so in a web archive", "a.warc", lambda s: warc(s.page().encode("utf-16-le"), kind="text/html; charset=utf-16le"), 1),
]  # fmt: skip

FILES = [
    Kind("day that no calendar has in a ZIP", "a.zip", lambda s: packed([("a.html", s.page().encode())], date=(1980, 0, 0, 0, 0, 0)), 1),
    Kind("one damaged member between two whole ones", "a.zip", lambda s: spoil(packed([(f"{n}.html", s.page(n=n).encode()) for n in (1, 2, 3)]), "2.html"), 2, ("damaged zip member",)),
    Kind("one locked member beside an open one", "a.zip", lambda s: lock(packed([("1.html", s.page(n=1).encode()), ("2.html", noise(900))]), "2.html"), 1, ("encrypted",)),
    Kind("ZIP named as gzip", "a.jsonl.gz", lambda s: packed([("a.jsonl", s.lines().encode())]), 3),
    Kind("extra field, remark and sum in the head of gzip", "a.jsonl.gz", lambda s: gzip_with_words(s.lines().encode()), 3),
    Kind("Word document whose story stands in a control", "a.docx", in_control, 1),
    Kind("Word document with tags of an old Office around names", "a.docx", tagged, 1),
    Kind("Word document with each letter in a run of its own", "a.docx", letters, 1),
    Kind("Word document with a broken foot of its pages", "a.docx", broken_footer, 1),
    Kind("Word document whose story is damaged on disk", "a.docx", lambda s: spoil(docx(story(s)), "word/document.xml"), 0, ("damaged zip member",)),
    Kind("Word document with 30,000 bookmarks", "a.docx", bookmarks, 1),
    Kind("Word template", "a.dotx", lambda s: docx(story(s), kind="template"), 1),
    Kind("story of a program for pages in XML", "a.icml", lambda s: f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)" ?>\n<Document DOMVersion="8.0" Self="d"><Story Self="u1"><ParagraphStyleRange><CharacterStyleRange><Content>{s.long()}</Content><Br/></CharacterStyleRange></ParagraphStyleRange></Story></Document>', 0, ("form not known",)),
    Kind("document of a program for pages", "a.indd", lambda s: bytes.fromhex("0606edf5d81d46e5bd31efe7fe74b71d") + b"DOCUMENT" + noise(6000), 0, ("not text",)),
    Kind("what Outlook wraps its letters in", "winmail.dat", lambda s: bytes.fromhex("789f3e22") + b"\x01\x00\x01\x06\x90\x08\x00\x04\x00\x00\x00" + noise(600) + s.text().encode() + noise(600), 0, ("not text",)),
]  # fmt: skip

KINDS = [*TABLES, *RECORDS, *PAGES, *FILES]
