"""Make tables and records: in text, workbooks, Parquet, JSON."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from bad_inputs.kinds import Stories
from bad_inputs.make_texts import jsonl, made_for_each


def second(s: Stories, **fields: object) -> list:
    return list(s.record(2, **fields).values())


def workbook(rows: list[list], *, sheets: int = 1, above: int = 0) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for number in range(sheets):
        sheet = book.active if not number else book.create_sheet()
        for row in [["Export of articles"]] * above + rows:
            sheet.append([f"{cell} On sheet {number}." if number and cell == rows[1][-1] else cell for cell in row])
    book.save(out)
    return out.getvalue()


def rows(s: Stories, other: list | None = None, header: tuple = ("title", "date", "text")) -> list[list]:
    found = [list(record.values()) for record in s.records()]
    return [list(header), found[0], other or found[1], found[2]]


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return a ZIP with another content of one of its files; without the file if `new` is empty."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in packed.namelist():
            content = packed.read(member).decode()
            if member != name or new:
                copy.writestr(member, re.sub(old, lambda _: new, content, count=1) if member == name else content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def parquet_of(frame: pd.DataFrame, **options: object) -> bytes:
    out = io.BytesIO()
    frame.to_parquet(out, **options)
    return out.getvalue()


def other(**fields: object):
    """Return what makes JSON Lines whose second record has other fields."""
    return lambda s: s.lines(json.dumps(s.record(2, **fields)))


def linked(value: object) -> str:
    """Return data about an article as search engines read it."""
    words = value if isinstance(value, str) else json.dumps({"@type": "NewsArticle", **value})
    return f'<script type="application/ld+json">{words}</script>'


def frame(s: Stories, **columns: list) -> pd.DataFrame:
    return pd.DataFrame(s.records()).assign(**columns)


def saved(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def changed_workbook(change: Callable[[openpyxl.Workbook, Stories], None]) -> Callable[[Stories], bytes]:
    """Return what makes a workbook of three articles after a change."""

    def make(s: Stories) -> bytes:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["title", "date", "text"])
        for n in (1, 2, 3):
            sheet.append([f"Rain {n} in {s.mark}", f"2026-03-0{n}", s.text(n)])
        change(book, s)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return make


def book_of(write: object) -> object:
    """Return what makes a workbook out of a function that fills its sheet."""

    def make(s: Stories) -> bytes:
        book, out = openpyxl.Workbook(), io.BytesIO()
        write(book.active, s)
        book.save(out)
        return out.getvalue()

    return make


def record_columns(s: Stories) -> dict[str, list]:
    return {name: [record[name] for record in s.records()] for name in ("title", "date", "text")}


def parquet(s: Stories) -> bytes:
    out = io.BytesIO()
    pd.DataFrame(s.records()).to_parquet(out)
    return out.getvalue()


def later(s: Stories) -> list[dict]:
    return [s.record(n) for n in (4, 5, 6)]


def table(records: list[dict], names: tuple = ("title", "date", "text"), delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", delimiter=delimiter)
    writer.writerows([names, *([record[name] for name in names] for record in records)])
    return out.getvalue()


def record_rows(s: Stories) -> list[list]:
    return [[r["title"], r["date"], r["text"]] for r in s.records()]


TDT = ["title", "date", "text"]


def parquet_of_numbers(s, numbers=(1, 2, 3), **columns):
    rows = [s.record(n) for n in numbers]
    table = pa.table({name: [row[name] for row in rows] for name in ("title", "date", "text")} | columns)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def rows_with_header(s, second=None):
    """Return the rows of a table with its header; the second text may be another."""
    found = [[f"Rain {n} in {s.mark}", f"2026-03-0{n}", s.text(n)] for n in (1, 2, 3)]
    if second is not None:
        found[1][2] = second
    return [["title", "date", "text"], *found]


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def backslashed(data: bytes) -> bytes:
    """Return a ZIP whose names have backslashes: names of one length, so the bytes can be put in place."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = [name for name in file.namelist() if "/" in name]
    for name in names:
        data = data.replace(name.encode(), name.replace("/", "\\").encode())
    return data


def book(s: Stories, change=None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["title", "date", "text"])
    for record in s.records():
        sheet.append([record["title"], record["date"], record["text"]])
    if change:
        change(made, s)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


LEDGER = "The Marlow Ledger"
RAN = "set_g_ran"  # a hostile file that runs as code would make this one


def spoilt(data):
    """Return bytes as an editor of texts saves them that took them for UTF-8."""
    made = data.decode("utf-8", "replace").encode()
    assert made != data
    return made


# ---------------------------------------------------------------- tables
def changed_sheet(change):
    """Return what makes a workbook of three articles after a change of its sheet."""

    def make(s):
        b = openpyxl.Workbook()
        b.active.append(["title", "date", "text"])
        for r in s.records():
            b.active.append([r["title"], r["date"], r["text"]])
        change(b.active, s)
        out = io.BytesIO()
        b.save(out)
        return out.getvalue()

    return make


def row_with(text):
    return lambda s: s.table(["Rain 2", "2026-03-02", text])


DAY = {"published": "2026-03-13"}


def rows_of(header, rows, *, delimiter=",", end="\r\n", quoting=csv.QUOTE_ALL, above=""):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    return above + out.getvalue()


def plain(s, change=lambda r: [r["title"], r["date"], r["text"]]):
    return [change(r) for r in s.records()]


def all_with(s: Stories, **fields: object) -> str:
    """Three lines, each with these fields."""
    return jsonl([s.record(n, **fields) for n in (1, 2, 3)])


def rss_of_three(s, *, head="", link="https://l.example/{n}", title="Rain {n}", more="", end="", inside="") -> str:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:xi="http://www.w3.org/2001/XInclude"'
    items = "".join(
        f"<item><title>{title.format(n=n)}</title><link>{link.format(n=n)}</link>{more}<pubDate>Sun, 0{n} Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{s.text(n)}</p>]]></content:encoded></item>"
        for n in (1, 2, 3)
    )
    return f'{head}<rss version="2.0" {spaces}><channel><title>{LEDGER}</title><link>https://l.example/</link><description>News</description>{inside}{items}</channel></rss>{end}'


def ods(s) -> bytes:
    lines = [["title", "date", "text"], *made_for_each(lambda n: [f"Rain {n}", f"2026-03-0{n}", s.text(n)])]
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
