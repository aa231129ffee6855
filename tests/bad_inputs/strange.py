"""Bad inputs that the other modules lack: what programs, people and servers make of tables, pages and packs."""

import bz2
import gzip
import io
import json
import lzma
import zipfile
import zlib

import pandas as pd
from invented_exports import OK, docx, para, warc_record

from bad_inputs.archives import two, zipped
from bad_inputs.json_values import listed
from bad_inputs.kinds import Kind, Stories
from bad_inputs.pages import feed, item, linked, message
from bad_inputs.tables import SHEET, changed, parquet_of, rows, second, workbook

BROKEN, NO_STORY, NO_TEXT, INVALID = ("broken row",), ("no story",), ("no text",), ("not valid JSON",)
UNKNOWN, NOT_TEXT, NOT_RECORD = ("form not known",), ("not text",), ("not a record",)


def frame(s: Stories, **columns: list) -> pd.DataFrame:
    return pd.DataFrame(s.records()).assign(**columns)


def saved(table: pd.DataFrame, **options: object) -> bytes:
    out = io.BytesIO()
    table.to_parquet(out, **options)
    return out.getvalue()


def packed(s: Stories, method: int, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr("a.html", s.page(n=1))
        file.writestr("b.html", s.page(n=2))
        file.comment = comment
    return out.getvalue()


def linked_member(s: Stories) -> bytes:
    """Return a ZIP of a page and of a symbolic link to a file of the system."""
    out, link = io.BytesIO(), zipfile.ZipInfo("link")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.html", s.page())
        file.writestr(link, "/etc/hostname")
    return out.getvalue()


def response(s: Stories, *, http: str = OK, kind: str = "response", body: bytes | None = None) -> bytes:
    return warc_record(kind, s.page().encode() if body is None else body, http=http)


def chunked(data: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:500], data[500:])) + b"0\r\n\r\n"


TABLES = [
    Kind("row of types below the header", "a.csv", lambda s: s.table().replace("\n", "\nstring,date,string\n", 1), 3, NO_STORY),
    Kind("line of the source below the rows", "a.csv", lambda s: s.table() + "Exported on 4 March 2026\n", 3, BROKEN),
    Kind("row of sums", "a.csv", lambda s: s.table() + "Total,3,\n", 3, NO_TEXT),
    Kind("cells in single quotation marks", "a.csv", lambda s: s.table().replace('"', "'").replace("title,date,text", "'title','date','text'"), 3),
    Kind("blanks around quoted cells", "a.csv", lambda s: s.table().replace(',"', ' , "').replace('"\n', '" \n'), 3),
    Kind("header with hard blanks", "a.csv", lambda s: s.table().replace("title,date,text", "title\u00a0,\u00a0date,\u00a0text"), 3),
    Kind("header in camel case", "a.csv", lambda s: s.table().replace("title,date,text", "headLine,publishedDate,articleText"), 3),
    Kind("three times the line end", "a.csv", lambda s: s.table(end="\r\r\n"), 3),
    Kind("line separators in cells", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\u2028" + s.text(5))), 3),
    Kind("next-line signs in cells", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\x85" + s.text(5))), 3),
    Kind("form feeds in cells", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\x0c" + s.text(5))), 3),
    Kind("curly marks in place of straight ones", "a.csv", lambda s: s.table().replace(',"', ",“").replace('"\n', "”\n"), 0, BROKEN * 3),
    Kind("table of Markdown", "a.md", lambda s: "| title | date | text |\n|---|---|---|\n" + "".join(f"| Rain {n} | 2026-03-0{n} | {s.text(n)} |\n" for n in (1, 2, 3)), 3),
    Kind("two bars between cells", "a.csv", lambda s: "title||date||text\n" + "".join(f"Rain {n}||2026-03-0{n}||{s.text(n)}\n" for n in (1, 2, 3)), 3),
    Kind("workbook of 2003 in XML", "a.xls", lambda s: f'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>{s.text()}</Data></Cell></Row></Table></Worksheet></Workbook>', 0, UNKNOWN),
    Kind("dates as numbers of days", "a.csv", lambda s: s.table(second(s, date="46083")), 3),
    Kind("apostrophe above a date", "a.csv", lambda s: s.table(second(s, date="'2026-03-02")), 3),
    Kind("table in big-endian UTF-16", "a.csv", lambda s: b"\xfe\xff" + s.table().encode("utf-16-be"), 3),
    Kind("table in UTF-32", "a.csv", lambda s: s.table().encode("utf-32"), 3),
    Kind("tabs and a line that says so", "a.csv", lambda s: "sep=\t\n" + s.table(delimiter="\t"), 3),
    Kind("byte-order mark between two tables", "a.csv", lambda s: s.table() + "\ufeff" + "title,date,text\n" + f'Rain 4,2026-03-04,"{s.text(4)}"\n', 4),
    Kind("character references in cells", "a.csv", lambda s: s.table(second(s, text=f"&quot;No.&quot; &amp;nbsp; {s.text(2)}")), 3),
    Kind("header twice the same", "a.csv", lambda s: s.table().replace("title,date", "title,title", 1), 3),
    Kind("one row", "a.csv", lambda s: "\n".join(s.table().split("\n")[:2]) + "\n", 1),
    Kind("one row without a line end", "a.csv", lambda s: "\n".join(s.table().split("\n")[:2]), 1),
    Kind("minus in front of a text", "a.csv", lambda s: s.table(second(s, text="-" + s.text(2))), 3),
    Kind("wrong size of a sheet", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"'), 3),
    Kind("size of a sheet without end", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, r'<dimension ref="[^"]*"', '<dimension ref="A1:C1048576"'), 3),
    Kind("size of a sheet that is none", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, r'<dimension ref="[^"]*"', '<dimension ref="Q"'), 3),
    Kind("workbook without styles", "a.xlsx", lambda s: changed(workbook(rows(s)), "xl/styles.xml", "", ""), 3),
    Kind("workbook of 300 sheets", "a.xlsx", lambda s: workbook(rows(s), sheets=1) and many_sheets(s), 3),
    Kind("NUL of a workbook", "a.xlsx", lambda s: workbook(rows(s, second(s, text="_x0000_" + s.text(2)))), 3, (), "removed NUL"),
    Kind("number that is none in a cell", "a.xlsx", lambda s: changed(workbook(rows(s, second(s, title=7777))), SHEET, "<v>7777</v>", "<v>x</v>"), 1, ("damaged workbook",)),
    Kind("date that is none in a cell", "a.xlsx", lambda s: workbook(rows(s, second(s, date=-99999))), 3),
    Kind("binary workbook", "a.xlsb", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", b"\x83\x01\0")), 0, UNKNOWN),
    Kind("Arrow file", "a.arrow", lambda s: arrow(s), 0, UNKNOWN),
    Kind("Parquet packed by gzip", "a.parquet.gz", lambda s: gzip.compress(parquet_of(frame(s))), 3),
    Kind("Parquet in a ZIP", "a.zip", lambda s: zipped(("a.parquet", parquet_of(frame(s)))), 3),
    Kind("Parquet in zstd", "a.parquet", lambda s: saved(frame(s), compression="zstd"), 3),
    Kind("texts as categories in Parquet", "a.parquet", lambda s: parquet_of(frame(s).astype({"text": "category", "title": "category"})), 3),
    Kind("objects as texts in Parquet", "a.parquet", lambda s: parquet_of(frame(s, text=[{"body": s.text(n)} for n in (1, 2, 3)])), 3),
    Kind("bytes that are no text in Parquet", "a.parquet", lambda s: parquet_of(frame(s, title=[b"\xff\xfe", b"Rain", b"\0"])), 2, NOT_TEXT),
    Kind("times of many zones in Parquet", "a.parquet", lambda s: parquet_of(frame(s, date=pd.date_range("2026-03-01", periods=3, tz="Asia/Kolkata"))), 3),
]  # fmt: skip


def many_sheets(s: Stories) -> bytes:
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows(s):
        book.active.append(row)
    for _ in range(300):
        book.create_sheet()
    book.save(out)
    return out.getvalue()


def arrow(s: Stories) -> bytes:
    out = io.BytesIO()
    frame(s).to_feather(out)
    return out.getvalue()


JSON = [
    Kind("record separators", "a.json", lambda s: "".join(f"\x1e{json.dumps(r)}\n" for r in s.records()), 3),
    Kind("keys without marks", "a.json", lambda s: listed(s).replace('"title"', "title"), 0, INVALID),
    Kind("undefined as a value", "a.json", lambda s: listed(s).replace('"2026-03-02"', "undefined"), 2, INVALID),
    Kind("infinite as a value", "a.json", lambda s: listed(s).replace('"2026-03-02"', "Infinity"), 3),
    Kind("keys in capitals", "a.json", lambda s: json.dumps([{k.upper(): v for k, v in r.items()} for r in s.records()]), 3),
    Kind("records as strings", "a.jsonl", lambda s: "".join(json.dumps(json.dumps(r)) + "\n" for r in s.records()), 3),
    Kind("list as a string", "a.json", lambda s: json.dumps(listed(s)), 3),
    Kind("lists on lines", "a.jsonl", lambda s: "".join(json.dumps([r]) + "\n" for r in s.records()), 3),
    Kind("byte-order mark on each line", "a.jsonl", lambda s: "".join("\ufeff" + json.dumps(r) + "\n" for r in s.records()), 3),
    Kind("text in blocks", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text={"blocks": [{"text": s.text(2)}]}))), 3),
    Kind("paragraphs and others", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=[s.text(2), None, 5, [s.text(7)]]))), 3),
    Kind("date of a blank", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, date=" "))), 3),
    Kind("date null in words", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, date="null"))), 3),
    Kind("date as a fraction", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, date=1772431200.5))), 3),
    Kind("date in nanoseconds", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, date=1772431200000000000))), 3),
    Kind("title of blanks", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title=" \u00a0 "))), 3, (), "no headline given"),
    Kind("title of controls", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title="\x07\u202e\u200b"))), 3),
    Kind("title over lines", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title="Rain\nat\r\nlast"))), 3),
    Kind("outlet that leads out of a folder", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, outlet="../../etc"))), 3),
    Kind("outlet as a device", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, outlet="CON"))), 3),
    Kind("outlet with codes of a terminal", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, outlet="\x1b]0;owned\x07Ledger"))), 3, (), "control characters"),
    Kind("outlet with a line end", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, outlet="Ledger\nPost"))), 3),
    Kind("key without a name", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2) | {"": "x"})), 3),
    Kind("key with a NUL", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2) | {"a\0b": "x"})), 3),
    Kind("text of comments", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text="<!-- Rain fell on the town -->"))), 2, ("form not known",)),
    Kind("text true", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, text=True))), 2, NO_STORY),
    Kind("authors null", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, author=[{"name": None}, None, {}]))), 3),
    Kind("address as a list", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, url=["https://l.example/1"]))), 3),
    Kind("address of 30,000 characters", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, url="https://l.example/" + "a" * 30_000))), 2, ("field is too long",)),
    Kind("lines packed in two parts", "a.jsonl.gz", lambda s: b"".join(gzip.compress((json.dumps(r) + "\n").encode()) for r in s.records()), 3),
    Kind("list behind a remark", "a.json", lambda s: "/**/ callback(" + listed(s) + ");", 3),
    Kind("semicolon behind a list", "a.json", lambda s: listed(s) + ";", 3),
    Kind("list as a browser saves it", "a.html", lambda s: f"<html><head></head><body><pre>{listed(s)}</pre></body></html>", 3),
    Kind("notebook", "a.ipynb", lambda s: json.dumps({"cells": [{"cell_type": "markdown", "source": ["# Rain"]}], "nbformat": 4}), 0, NO_TEXT),
    Kind("bytes that are too long for a sign", "a.jsonl", lambda s: s.lines().encode().replace(b"council", b"coun\xc0\x80cil", 1), 3),
    Kind("lines in UTF-16 without a mark", "a.jsonl", lambda s: s.lines().encode("utf-16-le"), 3),
    Kind("accents as pairs", "a.jsonl", lambda s: s.lines(json.dumps(s.record(2, title="\ud83d\ude00 Rain"))), 3),
    Kind("feed in JSON", "a.json", lambda s: json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Ledger", "items": [{"id": str(n), "title": f"Rain {n}", "content_html": f"<p>{s.text(n)}</p>"} for n in (1, 2, 3)]}), 3),
]  # fmt: skip

PAGES = [
    Kind("page in capitals", "a.html", lambda s: s.page().replace("<p>", "<P>").replace("<article>", "<ARTICLE>"), 1),
    Kind("page of XHTML", "a.xhtml", lambda s: s.page(before='<?xml version="1.0"?>', head="<script><![CDATA[ if (a < b) go() ]]></script>"), 1),
    Kind("remarks for an old browser", "a.html", lambda s: s.page("<!--[if IE]><p>Old.</p><![endif]-->"), 1),
    Kind("story for those without scripts", "a.html", lambda s: s.page().replace("<article>", "<noscript><article>").replace("</article>", "</article></noscript>"), 1),
    Kind("template in a page", "a.html", lambda s: s.page("<template><p>{{ story }} and {{ more }}</p></template>"), 1),
    Kind("picture of 2 MB in a page", "a.html", lambda s: s.page(f'<img src="data:image/png;base64,{"iVBO" * 500_000}">'), 1),
    Kind("page that sends on", "a.html", lambda s: '<html><head><meta http-equiv="refresh" content="0; url=https://l.example"></head><body></body></html>', 0, ("no body found",)),
    Kind("soft hyphens in a page", "a.html", lambda s: s.page().replace("council", "coun\u00adcil"), 1, (), "zero-width"),
    Kind("headline turned around in a page", "a.html", lambda s: s.page().replace("<h1>", "<h1>\u202e"), 1, (), "bidi"),
    Kind("codes of a terminal in a page", "a.html", lambda s: s.page().replace("<h1>", "<h1>\x1b[31m"), 1),
    Kind("page declared as UTF-7", "a.html", lambda s: s.page(head='<meta charset="utf-7">'), 1),
    Kind("page in a Japanese encoding", "a.html", lambda s: s.page(head='<meta charset="iso-2022-jp">').encode("iso-2022-jp"), 1),
    Kind("page packed by gzip under its own name", "a.html", lambda s: gzip.compress(s.page().encode()), 1),
    Kind("page of a word processor", "a.doc", lambda s: s.page(head="<meta name=Generator content='Microsoft Word 15'><style>p.MsoNormal {}</style>").replace("<p>", "<p class=MsoNormal><o:p></o:p>"), 1),
    Kind("web archive of a browser", "a.webarchive", lambda s: b"bplist00\xd1\x01\x02" + bytes(range(32)) * 9, 0, NOT_TEXT),
    Kind("linked data with the story as markup", "a.html", lambda s: s.page(head=linked({"articleBody": "<p>" + s.long() + "</p>"})), 1),
    Kind("linked data with a graph in itself", "a.html", lambda s: s.page(head=linked({"@graph": [{"@graph": [{"@type": "NewsArticle", "headline": "Rain"}]}]})), 1),
    Kind("500 headlines", "a.html", lambda s: s.page("<h1>Rain</h1>" * 500), 1),
    Kind("5,000 words in bold in one another", "a.html", lambda s: s.page("<p>" + "<b>R</b>" * 5000 + "</p>"), 1),
    Kind("form in a page", "a.html", lambda s: s.page("<form><textarea>Rain</textarea><input value='x'></form>"), 1),
    Kind("quotation mark of an attribute never closed", "a.html", lambda s: s.page(after='<a href="'), 1),
    Kind("MHTML with line ends of one sign", "a.mhtml", lambda s: message(s).replace(b"\r\n", b"\n"), 1),
    Kind("MHTML with a bound in quotation marks and blanks", "a.mhtml", lambda s: message(s).replace(b'boundary="x"', b'boundary="x y"').replace(b"--x", b"--x y"), 1),
    Kind("MHTML with a folded header", "a.mhtml", lambda s: message(s).replace(b"multipart/related; ", b"multipart/related;\r\n\t"), 1),
    Kind("letter with a page in it", "a.eml", lambda s: b"To: tom@l.example\r\nDate: Tue, 3 Mar 2026 06:12:00 +0000\r\n" + message(s), 1),
    Kind("feed of RDF", "a.rdf", lambda s: f'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ledger</title></channel>{item(s, 1)}{item(s, 2)}</rdf:RDF>', 2),
    Kind("feed in Latin-1", "a.xml", lambda s: feed(s, before='<?xml version="1.0" encoding="iso-8859-1"?>').replace("council", "café").encode("latin-1"), 3),
    Kind("feed with a byte-order mark", "a.xml", lambda s: b"\xef\xbb\xbf" + feed(s).encode(), 3),
    Kind("blank lines above a feed", "a.xml", lambda s: "\n\n" + feed(s), 3),
    Kind("feed packed by gzip", "a.xml.gz", lambda s: gzip.compress(feed(s).encode()), 3),
    Kind("list of feeds", "a.opml", lambda s: '<?xml version="1.0"?><opml version="2.0"><body><outline text="Ledger" xmlUrl="https://l.example/rss"/></body></opml>', 0, UNKNOWN),
    Kind("article of an agency in XML", "a.xml", lambda s: f'<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head><body.content><p>{s.text()}</p></body.content></body></nitf>', 1),
]  # fmt: skip

PACKS = [
    *(Kind(f"ZIP by {name}", "a.zip", lambda s, method=method: packed(s, method), 2) for name, method in (("nothing", 0), ("bzip2", 12), ("lzma", 14))),
    Kind("ZIP with a remark", "a.zip", lambda s: packed(s, 8, b"made by hand"), 2),
    Kind("link in a ZIP", "a.zip", linked_member, 1, NO_STORY),
    Kind("member by a method that is not there", "a.zip", lambda s: packed(s, 0).replace(b"PK\x03\x04\x14\0\0\0\0\0", b"PK\x03\x04\x14\0\0\0\x09\0", 1).replace(b"PK\x01\x02\x14\x03\x14\0\0\0\0\0", b"PK\x01\x02\x14\x03\x14\0\0\0\x09\0", 1), 1, ("damaged zip member",)),
    Kind("bytes behind a ZIP", "a.zip", lambda s: packed(s, 8) + b"\0" * 100, 2),
    Kind("member with a name of signs", "a.zip", lambda s: two(s, names=("a\x1b[2J\u202e.txt", 'b"><script>.html')), 2),
    Kind("WARC in a ZIP", "a.zip", lambda s: zipped(("a.warc", response(s))), 1),
    Kind("page in parts in a WARC", "a.warc", lambda s: response(s, http=f"{OK}\nTransfer-Encoding: chunked", body=chunked(s.page().encode())), 1),
    Kind("WARC 1.1", "a.warc", lambda s: response(s).replace(b"WARC/1.0", b"WARC/1.1"), 1),
    Kind("WARC of requests", "a.warc", lambda s: warc_record("request", b"", http="GET / HTTP/1.1"), 0, ("not a page",)),
    Kind("page seen before in a WARC", "a.warc", lambda s: response(s) + warc_record("revisit", b"", http=OK), 1, ("not a page",)),
    Kind("page that has moved", "a.warc", lambda s: response(s) + response(s, http="HTTP/1.1 301 Moved\nLocation: /x\nContent-Type: text/html", body=b"Moved"), 1, ("not a page",)),
    Kind("same page twice in a WARC", "a.warc", lambda s: response(s) * 2, 1, repeats=1),
    Kind("negative length in a WARC", "a.warc", lambda s: response(s) + response(s).replace(b"Content-Length: ", b"Content-Length: -", 1), 1, ("damaged record",)),
    Kind("stream of zlib", "a.z", lambda s: zlib.compress(s.long().encode()), 0, NOT_TEXT),
    Kind("packed table of bzip2", "a.csv.bz2", lambda s: bz2.compress(s.table().encode()), 0, UNKNOWN),
    Kind("old lzma", "a.lzma", lambda s: lzma.compress(s.long().encode(), format=lzma.FORMAT_ALONE), 0, NOT_TEXT),
    Kind("text of bytes in letters", "a.txt", lambda s: "QUJD" * 3000, 0, UNKNOWN),
    Kind("book", "a.epub", lambda s: zipped(("mimetype", "application/epub+zip"), ("a.xhtml", s.page())), 0, UNKNOWN),
    Kind("Word with 20,000 empty lines", "a.docx", lambda s: docx(para(f"Rain in {s.mark}"), "<w:p/>" * 20_000, *map(para, s.long().split("\n\n"))), 1),
    Kind("Word with struck words", "a.docx", lambda s: docx(para(f"Rain in {s.mark}"), "<w:p><w:del><w:r><w:delText>It never rained.</w:delText></w:r></w:del></w:p>", *map(para, s.long().split("\n\n"))), 1),
    Kind("Word in UTF-16", "a.docx", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", in_utf16(s))), 1),
]  # fmt: skip


def in_utf16(s: Stories) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx(para(f"Rain in {s.mark}"), *map(para, s.long().split("\n\n"))))) as file:
        return file.read("word/document.xml").decode().replace("1.0", "1.0' encoding='utf-16", 1).replace('"1.0\'', "'1.0'").replace("utf-16\"", "utf-16'").encode("utf-16")  # fmt: skip


def copied(s: Stories, text: str = "") -> str:
    return f"Rain at last in {s.mark}\n\nBy Ana Roe\n\nMarch 3, 2026\n\n{text or s.long()}\n"


TEXTS = [
    Kind("next-line signs as line ends", "a.txt", lambda s: copied(s).replace("\n", "\x85"), 1),
    Kind("separators as line ends", "a.txt", lambda s: copied(s).replace("\n", "\u2028"), 1),
    Kind("form feeds between pages", "a.txt", lambda s: copied(s).replace("\n\nHail", "\n\x0cHail"), 1),
    Kind("letters struck twice", "a.txt", lambda s: copied(s).replace("Hail", "H\x08Ha\x08ai\x08il\x08l"), 1, (), "control"),
    Kind("odd number of bytes in UTF-16", "a.txt", lambda s: copied(s).encode("utf-16") + b"\n", 1),
    Kind("text in capitals", "a.txt", lambda s: copied(s).upper().replace(s.mark.upper(), s.mark), 1),
    Kind("lines of a letter that was sent on", "a.txt", lambda s: copied(s).replace("\n", "\n> "), 1),
    Kind("blanks behind each line", "a.txt", lambda s: copied(s).replace("\n", " \t \n"), 1),
    Kind("hard blanks", "a.txt", lambda s: copied(s).replace(" ", "\u00a0"), 1),
    Kind("signs of the private area", "a.txt", lambda s: copied(s).replace("council", "\ue000council\U000f0000"), 1),
    Kind("tags of a language", "a.txt", lambda s: copied(s).replace("council", "coun\U000e0001\U000e0065cil"), 1),
    Kind("key of a server", "a.txt", lambda s: "-----BEGIN RSA PRIVATE KEY-----\n" + "MIIEow\n" * 20, 0, UNKNOWN),
    Kind("name with a NUL sign of another kind", "\u2400\u0085a.txt", copied, 1),
    Kind("name of blanks", "   .txt", copied, 1),
    Kind("name as a device", "CON.txt", copied, 1),
    Kind("name with signs of a shell", "$(touch x);`id`&|.txt", copied, 1),
    Kind("name with a backslash", "b\\..\\a.txt", copied, 1),
    Kind("name that clears a terminal", "\x1b[2J\x1b[H\x07.csv", lambda s: s.table([*second(s), "x"]), 2, BROKEN),
    Kind("name of a copy", "a.txt~", copied, 1),
    Kind("name of a download that broke off", "a.csv.part", lambda s: s.table()[:-40], 2, BROKEN),
    Kind("path of 40 folders", "/".join(["deep"] * 40) + "/a.txt", copied, 1),
    Kind("name with another name's letters", "а.txt", copied, 1),
]  # fmt: skip

KINDS = [*TABLES, *JSON, *PAGES, *PACKS, *TEXTS]
