"""What arrives on a second day: files of other programs, half-finished downloads, and forgeries."""

import gzip
import io
import json
import zipfile

import pandas as pd

from bad_inputs.kinds import Kind, Stories
from bad_inputs.newsroom import dated, rows, workbook
from bad_inputs.received import copied, document, feed, item, lines, message, packed, paragraphs, story, warc


def parquet(s: Stories, **columns: object) -> bytes:
    out = io.BytesIO()
    pd.DataFrame(s.records()).assign(**columns).to_parquet(out)
    return out.getvalue()


def sheet(change: object = None) -> object:
    return workbook(change or (lambda book, s: None))


def rename_header(book, s) -> None:
    for place, name in enumerate(("Überschrift", "Datum", "Text"), start=1):
        book.active.cell(1, place, name)


def rich(book, s) -> None:
    book.active["C2"] = "_x000D_".join(s.text(1).split(" and "))
    book.active["A2"] = "=1+1"


def header_twice(book, s) -> None:
    book.active.insert_rows(3)
    for place, name in enumerate(("title", "date", "text"), start=1):
        book.active.cell(3, place, name)


def hidden_sheet(book, s) -> None:
    more = book.create_sheet("Old")
    more.append(["title", "date", "text"])
    more.append(["Old rain", "2026-03-09", s.text(9)])
    more.sheet_state = "veryHidden"


def total(book, s) -> None:
    book.active.append(["Total", 3, None])


def fraction(book, s) -> None:
    for row in (2, 3, 4):
        book.active.cell(row, 2, 46082.4375)


def live(s: Stories) -> str:
    posts = "".join(
        f"<div class='post'><time>10:0{n}</time><h3>Post {n}</h3><p>{s.text(n)}</p></div>" for n in range(1, 9)
    )
    return f"<!DOCTYPE html><html><head><title>Live: rain in {s.mark}</title></head><body><main><h1>Live: rain in {s.mark}</h1>{posts}</main></body></html>"


def list_of_links(s: Stories) -> str:
    cards = "".join(f"<div class='card'><a href='/{n}'><h3>Rain {n} in {s.mark}</h3></a></div>" for n in range(30))
    return f"<!DOCTYPE html><html><head><title>Latest</title></head><body><main>{cards}</main></body></html>"


def odd_zip(s: Stories) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", copied(s))
        archive.comment = b"PK\x05\x06" * 9
    return out.getvalue()


def cp437(s: Stories) -> bytes:
    return packed({"Xyz.txt": copied(s)}).replace(b"Xyz", b"\x81\x99\xe1")


TABLES = [
    Kind("tabs in a file named csv", "a.csv", lambda s: "\n".join(["title\tdate\ttext", *rows(s, "\t"), ""]), 3),
    Kind(
        "decimal commas and semicolons",
        "a.csv",
        lambda s: "\n".join(["title;date;text;score", *(r + ";0,5" for r in rows(s, ";")), ""]),
        3,
    ),
    Kind(
        "an index and no quotation marks around it",
        "a.csv",
        lambda s: "\n".join([",title,date,text", *(f"{n},{r}" for n, r in enumerate(rows(s))), ""]),
        3,
    ),
    Kind(
        "apostrophes for quotation marks",
        "a.csv",
        lambda s: "\n".join(["'title','date','text'", *rows(s, quote="'"), ""]),
        3,
    ),
    Kind(
        "a cell with line ends of Windows in a file of Unix",
        "a.csv",
        lambda s: s.table(["Rain 2", "2026-03-02", s.text(2).replace(", and", ",\r\nand")]),
        3,
    ),
    Kind("a file cut off in a row", "a.csv", lambda s: s.table()[:-60], 2, ("broken row",)),
    Kind("empty rows of commas", "a.csv", lambda s: s.table() + ",,\n,,\n,,\n", 3),
    Kind("a header in two lines", "a.csv", lambda s: s.table(header=("title", "date", "text\n(full)")), 3),
    Kind("names of columns with units", "a.csv", lambda s: s.table(header=("title", "date (UTC)", "text")), 3),
    Kind("a formula for a title", "a.csv", lambda s: s.table(["=cmd|' /C calc'!A0", "2026-03-02", s.text(2)]), 3),
    Kind(
        "tabs that were turned into blanks",
        "a.tsv",
        lambda s: "\n".join(["title   date   text", *rows(s, "   ", quote=""), ""]),
        0,
        ("form not known",),
    ),
    Kind("a copy of one row", "a.csv", lambda s: s.table() + s.table().split("\n")[3] + "\n", 3, repeats=1),
    Kind(
        "a column of the text that is empty beside a summary",
        "a.csv",
        lambda s: s.table(header=("title", "date", "summary")),
        0,
        ("no text column",),
    ),
    Kind(
        "a BOM in front of each row",
        "a.csv",
        lambda s: "\n".join(["title,date,text", *("\ufeff" + r for r in rows(s)), ""]),
        3,
    ),
    Kind(
        "a row of 200,000 letters",
        "a.csv",
        lambda s: s.table(["Rain 2", "2026-03-02", " ".join(s.text(n) for n in range(1500))]),
        3,
    ),
    Kind("CSV packed with gzip and named csv", "a.csv", lambda s: gzip.compress(s.table().encode(), mtime=0), 3),
    Kind(
        "a schema beside the data",
        "a.json",
        lambda s: json.dumps(
            {
                "schema": {"fields": [{"name": "title", "type": "string"}, {"name": "text", "type": "string"}]},
                "data": s.records(),
            }
        ),
        3,
    ),
    Kind("Excel: header in another language", "a.xlsx", sheet(rename_header), 3),
    Kind("Excel: returns in a cell, formula for a title", "a.xlsx", sheet(rich), 3),
    Kind("Excel: header twice", "a.xlsx", sheet(header_twice), 3),
    Kind("Excel: a very hidden sheet", "a.xlsx", sheet(hidden_sheet), 4),
    Kind("Excel: a sum below", "a.xlsx", sheet(total), 3, ("no text",)),
    Kind("Excel: days and times as numbers", "a.xlsx", sheet(fraction), 3, fields={"published": "2026-03-01"}),
    Kind("Excel: breaks off", "a.xlsx", lambda s: sheet()(s)[:-300], 0, ("damaged zip",)),
    Kind(
        "Parquet with days as times with a zone",
        "a.parquet",
        lambda s: parquet(s, date=pd.Timestamp("2026-03-01T10:00Z")),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "Parquet with lists of authors",
        "a.parquet",
        lambda s: parquet(s, authors=[["Bob Vale"]] * 3),
        3,
        fields={"byline": ["Bob Vale"]},
    ),
    Kind("Parquet without a title", "a.parquet", lambda s: parquet(s, title=None), 3, note="no headline given"),
    Kind("Parquet that breaks off", "a.parquet", lambda s: parquet(s)[:-9], 0, ("damaged Parquet file",)),
]

JSON = [
    Kind(
        "a pager around records",
        "a.json",
        lambda s: json.dumps({"status": "ok", "page": 1, "pages": 9, "results": s.records()}),
        3,
    ),
    Kind(
        "pages of answers in a list",
        "a.json",
        lambda s: json.dumps([{"page": n, "results": [s.record(n)]} for n in (1, 2, 3)]),
        3,
    ),
    Kind(
        "records by outlet",
        "a.json",
        lambda s: json.dumps({"Marlow Ledger": [s.record(1)], "Dunmore Courier": [s.record(2), s.record(3)]}),
        3,
    ),
    Kind(
        "records by address",
        "a.json",
        lambda s: json.dumps({f"https://marlow.example/{n}": s.record(n) for n in (1, 2, 3)}),
        3,
    ),
    Kind(
        "JSON-LD of an article",
        "a.json",
        lambda s: json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": "Rain",
                "datePublished": "2026-03-01",
                "articleBody": s.long(),
            }
        ),
        1,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "JSON-LD with a graph",
        "a.json",
        lambda s: json.dumps(
            {
                "@graph": [
                    {"@type": "WebSite", "name": "Ledger"},
                    {"@type": "NewsArticle", "headline": "Rain", "articleBody": s.long()},
                ]
            }
        ),
        1,
        ("no text",),
    ),
    Kind(
        "Solr: each field a list",
        "a.json",
        lambda s: json.dumps(
            {"response": {"numFound": 3, "docs": [{k: [v] for k, v in r.items()} for r in s.records()]}}
        ),
        3,
    ),
    Kind(
        "paragraphs as objects",
        "a.json",
        lambda s: json.dumps([s.record(text=[{"type": "paragraph", "text": p} for p in s.long().split("\n\n")])]),
        1,
    ),
    Kind(
        "Draft.js",
        "a.json",
        lambda s: json.dumps(
            [
                s.record(
                    text={"blocks": [{"text": p, "type": "unstyled"} for p in s.long().split("\n\n")], "entityMap": {}}
                )
            ]
        ),
        1,
    ),
    Kind(
        "ProseMirror",
        "a.json",
        lambda s: json.dumps(
            [
                s.record(
                    text={
                        "type": "doc",
                        "content": [
                            {"type": "paragraph", "content": [{"type": "text", "text": p}]}
                            for p in s.long().split("\n\n")
                        ],
                    }
                )
            ]
        ),
        1,
    ),
    Kind(
        "a text that is a number", "a.json", lambda s: json.dumps(s.records(s.record(2, text=12345))), 2, ("no story",)
    ),
    Kind("a text that is false", "a.json", lambda s: json.dumps(s.records(s.record(2, text=False))), 2, ("no story",)),
    Kind(
        "null among records",
        "a.json",
        lambda s: json.dumps(s.records()).replace("[{", "[null, {", 1),
        3,
        ("not a record",),
    ),
    Kind("lines that end with Windows' ends", "a.jsonl", lambda s: s.lines().replace("\n", "\r\n"), 3),
    Kind(
        "lines with a line break of Unicode in a text",
        "a.jsonl",
        lambda s: s.lines(json.dumps(s.record(2, text=s.text(2).replace(", and", ",\u2028and")), ensure_ascii=False)),
        3,
    ),
    Kind(
        "lines with a raw tab in a text",
        "a.jsonl",
        lambda s: s.lines(json.dumps(s.record(2)).replace("day 2", "day\t2")),
        3,
    ),
    Kind(
        "lines with one that is cut",
        "a.jsonl",
        lambda s: s.lines(json.dumps(s.record(2))[:-30]),
        2,
        ("not valid JSON",),
    ),
    Kind("lines with the last one cut", "a.jsonl", lambda s: s.lines()[:-40], 2, ("not valid JSON",)),
    Kind(
        "escapes that are not allowed",
        "a.json",
        lambda s: json.dumps(s.records()).replace("day 2", "day\\'s 2"),
        2,
        ("not valid JSON",),
    ),
    Kind(
        "keys without quotation marks",
        "a.json",
        lambda s: "[{title: 'Rain', text: '" + s.text() + "'}]",
        0,
        ("not valid JSON",),
    ),
    Kind(
        "Python's None and True",
        "a.json",
        lambda s: json.dumps(s.records(s.record(2, author=None))).replace("null", "None"),
        2,
        ("not valid JSON",),
    ),
    Kind(
        "a har of a browser",
        "a.har",
        lambda s: json.dumps(
            {
                "log": {
                    "version": "1.2",
                    "entries": [
                        {
                            "request": {"url": "https://marlow.example"},
                            "response": {"content": {"mimeType": "text/html", "text": s.page()}},
                        }
                    ],
                }
            }
        ),
        1,
    ),
]

PAGES = [
    Kind("a live blog", "a.html", live, 1),
    Kind("a list of links", "a.html", list_of_links, 0, ("no story",)),
    Kind(
        "a story cut at a wall",
        "a.html",
        lambda s: s.page(
            after="<div class='paywall'><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in</p></div>"
        ),
        1,
    ),
    Kind(
        "a page of an article that is gone",
        "a.html",
        lambda s: (
            "<html><head><title>Page not found - The Marlow Ledger</title></head><body><main><h1>Page not found</h1><p>Sorry, the page you are looking for may have been moved, renamed or deleted. Please try a search or go back to the front page of the Ledger.</p></main></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page that a lawyer closed",
        "a.html",
        lambda s: (
            "<html><head><title>Unavailable due to legal reasons</title></head><body><h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area and therefore access cannot be granted at this time.</p></body></html>"
        ),
        0,
        ("not an article",),
    ),
    Kind(
        "a page kept by a browser's reader",
        "a.html",
        lambda s: (
            f"<!DOCTYPE html><html><head><title>Rain in {s.mark}</title></head><body><div class='container'><div class='header reader-header'><a class='domain' href='https://marlow.example/'>marlow.example</a><h1 class='reader-title'>Rain in {s.mark}</h1><div class='credits'>Ada Quill</div></div><div class='content'><div id='readability-page-1'>{paragraphs(s)}</div></div></div></body></html>"
        ),
        1,
    ),
    Kind(
        "a page saved by SingleFile with a frame",
        "a.html",
        lambda s: s.page(
            before="<!-- Page saved with SingleFile -->",
            after='<iframe srcdoc="<!DOCTYPE html><html><body><p>Buy now.</p></body></html>"></iframe>',
        ),
        1,
    ),
    Kind(
        "a page with the text in a noscript",
        "a.html",
        lambda s: (
            f"<!DOCTYPE html><html><head><title>Rain in {s.mark}</title></head><body><noscript><article><h1>Rain in {s.mark}</h1>{paragraphs(s)}</article></noscript></body></html>"
        ),
        1,
    ),
    Kind(
        "a printed page",
        "a.html",
        lambda s: s.page(after="<script>window.print()</script><p>Printed from marlow.example on 3/1/2026</p>"),
        1,
    ),
    Kind(
        "a page with br for paragraphs",
        "a.html",
        lambda s: f"<html><body><h1>Rain in {s.mark}</h1>" + s.long().replace("\n\n", "<br><br>") + "</body></html>",
        1,
    ),
    Kind("a page of one pre", "a.html", lambda s: f"<html><body><pre>{s.long()}</pre></body></html>", 1),
    Kind("three pages in a file", "a.html", lambda s: "\n".join(s.page(n=n) for n in (1, 2, 3)), 3),
    Kind("a page twice in a file", "a.html", lambda s: s.page() + "\n" + s.page(), 1, repeats=1),
    Kind(
        "MHTML in UTF-8 with a soft line break in a tag",
        "a.mhtml",
        lambda s: message(
            [
                (
                    "text/html; charset=utf-8",
                    "https://marlow.example/",
                    "quoted-printable",
                    s.page().replace("=", "=3D").replace("<article", "<art=\r\nicle"),
                )
            ]
        ),
        1,
    ),
    Kind("a comment that is never closed", "a.html", lambda s: s.page("<!-- "), 1),
    Kind(
        "a script that holds a page",
        "a.html",
        lambda s: s.page("<script>var x = '<!DOCTYPE html><html><body>Buy</body></html>';</script>"),
        1,
    ),
    Kind(
        "base and javascript addresses",
        "a.html",
        lambda s: s.page("<a href='javascript:alert(1)'>x</a>", head="<base href='file:///etc/'>"),
        1,
    ),
    Kind(
        "a feed that is HTML within CDATA",
        "f.xml",
        lambda s: feed(s, "".join(item(s, n, body=f"<![CDATA[<p>{s.long(n)}</p>]]>") for n in (1, 2))),
        2,
    ),
    Kind(
        "a feed whose third entry is damaged",
        "f.xml",
        lambda s: feed(s, item(s, 1) + item(s, 2) + "<item><title>Rain</title><description>" + s.long(3) + "</item>"),
        2,
        ("no text",),
    ),
    Kind("a feed with an entry twice", "f.xml", lambda s: feed(s, item(s, 1) * 2), 1, repeats=1),
]

PACKED = [
    Kind("Word: three articles, one after the other", "a.docx", lambda s: document(story(s)), 1),
    Kind(
        "Word: fields and links",
        "a.docx",
        lambda s: document(
            story(s)
            + "<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        ),
        1,
    ),
    Kind(
        "Word: one word a run",
        "a.docx",
        lambda s: document(
            lines(f"Rain in {s.mark}")
            + "".join(
                "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{w} </w:t></w:r>' for w in p.split()) + "</w:p>"
                for p in s.long().split("\n\n")
            )
        ),
        1,
    ),
    Kind("Word: one line", "a.docx", lambda s: document(lines("Rain")), 0, ("no story",)),
    Kind("zip: a comment of endings", "a.zip", odd_zip, 0, ("damaged zip",)),
    Kind("zip: a name in an old code page", "a.zip", cp437, 1),
    Kind(
        "zip: a page with its files",
        "a.zip",
        lambda s: packed(
            {
                "rain.html": s.page().encode(),
                "rain_files/a.js": b"function f() {\n  return 1;\n}\nvar x = f();\nvar y = 2;\n",
                "rain_files/a.css": b"p {\n  color: red;\n}\nh1 {\n  color: blue;\n}\n",
                "rain_files/a.png": b"\x89PNG\r\n\x1a\n" + bytes(99),
            }
        ),
        1,
        ("form not known",) * 3,
    ),
    Kind("zip: only a folder", "a.zip", lambda s: packed({"rain/": b""}), 0, ("empty file",)),
    Kind(
        "zip: spreadsheet and table inside",
        "a.zip",
        lambda s: packed({"a.xlsx": sheet()(s), "b.csv": s.table().replace("day", "night").encode()}),
        6,
    ),
    Kind("gzip: of a zip", "a.zip.gz", lambda s: gzip.compress(packed({"a.txt": copied(s)}), mtime=0), 1),
    Kind("gzip: empty", "a.gz", lambda s: gzip.compress(b"", mtime=0), 0, ("empty file",)),
    Kind(
        "WARC: bare line ends",
        "a.warc",
        lambda s: warc(s, s.page().encode()).replace(b"\r\n", b"\n"),
        0,
        ("damaged record",),
    ),
    Kind(
        "WARC: a page of errors with status 200",
        "a.warc",
        lambda s: warc(s, b"<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>"),
        0,
        ("not an article",),
    ),
    Kind("WARC: the same page twice", "a.warc", lambda s: warc(s, s.page().encode()) * 2, 1, repeats=1),
    Kind("WARC: no line behind the last record", "a.warc", lambda s: warc(s, s.page().encode()).rstrip(b"\r\n"), 1),
]

TEXTS = [
    Kind(
        "a text in Shift-JIS",
        "a.txt",
        lambda s: (
            f"雨のマーロウ {s.mark}\n\n".encode("shift_jis")
            + ("雨が一日中降り、町議会は干ばつについて話し合うために集まったが、採決をせずに早く終わった。" * 6).encode(
                "shift_jis"
            )
            + s.mark.encode()
        ),
        1,
    ),
    Kind("a text with the mark of UTF-8 twice", "a.txt", lambda s: b"\xef\xbb\xbf\xef\xbb\xbf" + copied(s), 1),
    Kind(
        "a text with both Windows-1252 and UTF-8",
        "a.txt",
        lambda s: copied(s) + "\n\nIt’s a café".encode() + b"\n\nIt\x92s a caf\xe9\n",
        1,
    ),
    Kind(
        "a text with backspaces of a manual",
        "a.txt",
        lambda s: copied(s).replace(b"Hail", b"H\x08Ha\x08ai\x08il\x08l"),
        1,
        note="control",
    ),
    Kind(
        "a text with marks of mail", "a.txt", lambda s: b"\n".join(b"> " + line for line in copied(s).split(b"\n")), 1
    ),
    Kind(
        "a text in Markdown with front matter",
        "a.md",
        lambda s: f"---\ntitle: Rain in {s.mark}\ndate: 2026-03-01\n---\n\n{s.long()}\n",
        1,
    ),
    Kind(
        "a text with marks of Markdown",
        "a.md",
        lambda s: f"# Rain in {s.mark}\n\n*March 1, 2026*\n\n" + s.long().replace("town", "**town**"),
        1,
    ),
    Kind("a text in reStructuredText", "a.rst", lambda s: f"Rain in {s.mark}\n=================\n\n{s.long()}\n", 1),
    Kind(
        "a text of a wiki",
        "a.wiki",
        lambda s: f"== Rain in {s.mark} ==\n{{{{Infobox|a=b}}}}\n" + s.long().replace("town", "[[town]]"),
        1,
    ),
    Kind(
        "names of columns of a database's listing",
        "a.txt",
        lambda s: "title  date  text\n-----  ----  ----\n" + "".join(f"Rain   2026  {s.text(n)}\n" for n in (1, 2, 3)),
        0,
        ("form not known",),
    ),
    Kind(
        "an INI file with prose",
        "a.ini",
        lambda s: f"[article]\ntitle = Rain\ntext = {s.text()}\n[other]\na = b\n",
        0,
        ("form not known",),
    ),
    Kind(
        "a chat",
        "chat.txt",
        lambda s: "".join(f"[01/03/2026, 10:0{n}:00] Ada Quill: {s.text(n)}\n" for n in range(1, 9)),
        0,
        ("form not known",),
    ),
    dated("seconds with a fraction", "1772323200.25", "2026-03-01"),
    dated("a range within a month", "March 1-3, 2026", None),
    dated("words around", "Published on Sunday, March 1st, 2026 at 10 am", "2026-03-01"),
    dated("Japanese year of an emperor", "令和8年3月1日", None),
    dated("Portuguese", "1 de março de 2026 às 10h00", "2026-03-01"),
    dated("Dutch", "1 maart 2026", "2026-03-01"),
    dated("Italian", "1º marzo 2026", "2026-03-01"),
    dated("Greek", "1 Μαρτίου 2026", "2026-03-01"),
    dated("dashes of typography", "2026–03–01", "2026-03-01"),
    dated("a minus sign of mathematics in a zone", "2026-03-01T10:00:00−05:00", "2026-03-01"),
    dated("a list of days", ["2026-03-01"], "2026-03-01"),
    dated("an object of parts", {"year": 2026, "month": 3, "day": 1}, None),
    dated("five digits too small", "12345", None),
    dated("minus", -1, None),
    dated("second 60", "2026-03-01T10:59:60Z", "2026-03-01"),
]

KINDS = [*TABLES, *JSON, *PAGES, *PACKED, *TEXTS]
