"""Bad tables: CSV, TSV, workbooks, Parquet."""

import gzip
import io
import re
import zipfile
from datetime import datetime

import openpyxl
import pandas as pd

from bad_inputs.kinds import Kind, Stories

BROKEN = ("broken row",)


def second(s: Stories, **fields: object) -> list:
    return list(s.record(2, **fields).values())


def with_quote(s: Stories, n: int, wrong: str) -> str:
    """Return a table in which the quotation mark that opens or closes a text is another."""
    return s.table().replace(f'"{s.text(n)}"', wrong.format(s.text(n)))


CSV = [
    Kind("whole", "a.csv", Stories.table, 3),
    Kind("row too long", "a.csv", lambda s: s.table([*second(s), "more", "more"]), 2, BROKEN),
    Kind("row too short", "a.csv", lambda s: s.table(second(s)[:2]), 2, BROKEN),
    Kind("row short behind the text", "a.csv", lambda s: f"title,text,date\nRain,\"{s.text(1)}\",2026-03-01\nHail,\"{s.text(2)}\"\n", 2, (), "of 3 cells"),
    Kind("quotation mark open in the last row", "a.csv", lambda s: with_quote(s, 3, '"{}'), 2, BROKEN),
    Kind("quotation mark open in the first row", "a.csv", lambda s: with_quote(s, 1, '"{}'), 2, BROKEN),
    Kind("quotation mark open in a row between", "a.csv", lambda s: with_quote(s, 2, '"{}'), 2, BROKEN),
    Kind("comment on top", "a.csv", lambda s: "# made by hand\n" + s.table(), 3),
    Kind("line with the delimiter on top", "a.csv", lambda s: "sep=;\n" + s.table(delimiter=";"), 3),
    Kind("title above the header", "a.csv", lambda s: "Export of articles\n\n" + s.table(), 3, (), "left out lines above the header"),
    Kind("row of commas above the header", "a.csv", lambda s: ",,\n" + s.table(), 3),
    Kind("semicolons", "a.csv", lambda s: s.table(delimiter=";"), 3),
    Kind("tabs in CSV", "a.csv", lambda s: s.table(delimiter="\t"), 3),
    Kind("commas in TSV", "a.tsv", Stories.table, 3),
    Kind("bars", "a.csv", lambda s: s.table(delimiter="|"), 3),
    Kind("no header", "a.csv", lambda s: s.table().split("\n", 1)[1], 0, ("no header",)),
    Kind("no text column", "a.csv", lambda s: s.table(header=("title", "date", "remark")), 0, ("no text column",)),
    Kind("header alone", "a.csv", lambda s: "title,date,text\n", 0, ("no record",)),
    Kind("text column twice", "a.csv", lambda s: "".join(f"{line},\n" for line in s.table().replace("text", "text,text", 1).splitlines()), 3),
    Kind("empty lines", "a.csv", lambda s: s.table().replace("\n", "\n\n"), 3),
    Kind("rows without a value", "a.csv", lambda s: s.table() + ",,\n" * 2000, 3),
    Kind("byte-order mark", "a.csv", lambda s: b"\xef\xbb\xbf" + s.table().encode(), 3),
    Kind("byte-order mark in quotation marks", "a.csv", lambda s: s.table().replace("title", '"\ufefftitle"', 1), 3),
    Kind("UTF-16 table", "a.csv", lambda s: s.table().encode("utf-16"), 3),
    Kind("UTF-16 table without a mark", "a.csv", lambda s: s.table().encode("utf-16-le"), 3),
    Kind("Windows-1252 table", "a.csv", lambda s: s.table().replace("council", "café “council”").encode("cp1252"), 3, (), "Windows-1252"),
    Kind("NUL in a cell", "a.csv", lambda s: s.table(second(s, text=s.text(2) + "\0")), 3, (), "removed NUL"),
    Kind("old Mac line ends", "a.csv", lambda s: s.table(end="\r"), 3),
    Kind("mixed line ends", "a.csv", lambda s: s.table(end="\r\n").replace("\r\n", "\n", 2), 3),
    Kind("line break in a cell", "a.csv", lambda s: s.table(second(s, text=s.long(2))), 3),
    Kind("quotation marks not doubled", "a.csv", lambda s: with_quote(s, 2, '"He said "no" twice. {}"'), 3, (), "not doubled"),
    Kind("quotation marks behind backslashes", "a.csv", lambda s: with_quote(s, 2, '"He said \\"no\\" twice. {}"'), 3),
    Kind("many columns", "a.csv", lambda s: s.table().replace("text\n", "text" + "".join(f",c{n}" for n in range(5000)) + "\n", 1), 3),
    Kind("too many columns", "a.csv", lambda s: s.table().replace("text\n", "text" + ",c" * 12_000 + "\n", 1), 0, ("over the limit: columns",)),
    Kind("headline without end", "a.csv", lambda s: s.table(second(s, title="Rain " * 20_000)), 2, ("field is too long",)),
    Kind("date of 400 digits", "a.csv", lambda s: s.table(second(s, date="9" * 400)), 3),
    Kind("zone of 99 hours", "a.csv", lambda s: s.table(second(s, date="2026-03-02T06:00:00+99:00")), 3),
    Kind("year 1 east of Greenwich", "a.csv", lambda s: s.table(second(s, date="0001-01-01T00:00:00+05:00")), 3),
    Kind("year 9999 west of Greenwich", "a.csv", lambda s: s.table(second(s, date="9999-12-31T23:59:59-11:00")), 3),
    Kind("day that no month has", "a.csv", lambda s: s.table(second(s, date="2026-02-31")), 3),
    Kind("date of zeros", "a.csv", lambda s: s.table(second(s, date="0000-00-00")), 3),
    Kind("formula as a headline", "a.csv", lambda s: s.table(second(s, title="=cmd|' /C calc'!A0")), 3),
    Kind("empty text", "a.csv", lambda s: s.table(second(s, text="")), 2, ("no text",)),
    Kind("text nan", "a.csv", lambda s: s.table(second(s, text="nan")), 2, ("no text",)),
    Kind("text of three words", "a.csv", lambda s: s.table(second(s, text="It rained there.")), 2, ("no story",)),
    Kind("teaser", "a.csv", lambda s: s.table(second(s, text=s.text(2)[:90] + "… [+1200 chars]")), 2, ("teaser only",)),
    Kind("delimiter at each end", "a.csv", lambda s: s.table().replace("\n", ",\n"), 3),
    Kind("header in capitals with blanks", "a.csv", lambda s: s.table(header=(" TITLE ", " DATE ", " TEXT ")), 3),
    Kind("column without a name", "a.csv", lambda s: "".join(f"{n},{line}\n" for n, line in enumerate(s.table().splitlines())).replace("0,", ",", 1), 3),
    Kind("text column alone", "a.csv", lambda s: "text\n" + "".join(f'"{s.text(n)}"\n' for n in (1, 2, 3)), 3),
    Kind("row twice", "a.csv", lambda s: s.table(list(s.record(1).values())), 2, repeats=1),
    Kind("header twice", "a.csv", lambda s: s.table(["title", "date", "text"]), 2),
    Kind("table named as text", "a.txt", Stories.table, 3),
    Kind("table named as JSON", "a.json", Stories.table, 3),
    Kind("table without an ending", "table", Stories.table, 3),
    Kind("markup in a cell", "a.csv", lambda s: s.table(second(s, text=f"<p>{s.text(2)}</p><script>alert(1)</script>")), 3),
    Kind("wrongly decoded cell", "a.csv", lambda s: s.table(second(s, text=f"It wasnâ€™t dry. {s.text(2)}")), 3, (), "repaired wrongly decoded"),
    Kind("half a character in bytes", "a.csv", lambda s: s.table().encode().replace(b"council", b"coun\xed\xa0\x80cil", 1), 3),
    Kind("last character cut in two", "a.csv", lambda s: s.table().encode().rstrip(b'".\n') + b"\xc3", 2, BROKEN),
    Kind("text of a million characters in a line", "a.csv", lambda s: s.table(second(s, text=s.text(2) + " and rain" * 110_000)), 3),
    Kind("packed table", "a.csv.gz", lambda s: gzip.compress(s.table().encode()), 3),
    Kind("packed table cut off", "a.csv.gz", lambda s: gzip.compress(s.table().encode())[:-20], 0, ("damaged gzip",)),
]  # fmt: skip


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


SHEET, TITLE = "xl/worksheets/sheet1.xml", '<c r="A1" t="inlineStr"><is><t>title</t></is></c>'
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE l [<!ENTITY l0 "ha">{BOMB}]>'
DAMAGED = ("damaged workbook",)

XLSX = [
    Kind("workbook", "a.xlsx", lambda s: workbook(rows(s)), 3),
    Kind("workbook named as CSV", "a.csv", lambda s: workbook(rows(s)), 3),
    Kind("titles above the header of a sheet", "a.xlsx", lambda s: workbook(rows(s), above=4), 3),
    Kind("datetime as a headline", "a.xlsx", lambda s: workbook(rows(s, second(s, title=datetime(2026, 3, 2)))), 3),
    Kind("number as a headline", "a.xlsx", lambda s: workbook(rows(s, second(s, title=1984.5))), 3),
    Kind("number as a text", "a.xlsx", lambda s: workbook(rows(s, second(s, text=7))), 2, ("no story",)),
    Kind("truth value as a headline", "a.xlsx", lambda s: workbook(rows(s, second(s, title=True))), 3),
    Kind("error in a cell", "a.xlsx", lambda s: workbook(rows(s, second(s, date="#N/A"))), 3),
    Kind("formula without a value", "a.xlsx", lambda s: workbook(rows(s, second(s, text="=A1&A2"))), 2, ("no text",)),
    Kind("sheet without a text column", "a.xlsx", lambda s: workbook(rows(s, header=("title", "date", "remark"))), 0, ("no text column",)),
    Kind("sheet without a row", "a.xlsx", lambda s: workbook([[]]), 0, ("no record",)),
    Kind("header of a sheet alone", "a.xlsx", lambda s: workbook([["title", "text"]]), 0, ("no record",)),
    Kind("as many columns as a sheet can have", "a.xlsx", lambda s: workbook([[*row, *[None] * 16_380, "x"] for row in rows(s)]), 0, ("over the limit: columns",)),
    Kind("workbook cut off", "a.xlsx", lambda s: workbook(rows(s))[:-300], 0, ("damaged zip",)),
    Kind("broken markup of a sheet", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, "<sheetData>", "<sheetData"), 3, DAMAGED),
    Kind("workbook without its sheet", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, "", ""), 0, DAMAGED),
    Kind("number of no string", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, TITLE, '<c r="A1" t="s"><v>99999</v></c>'), 0, DAMAGED),
    Kind("entities in a workbook", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, "<worksheet", f"{LAUGHS}<worksheet"), 0, DAMAGED),
    Kind("entities that grow in a workbook", "a.xlsx", lambda s: changed(changed(workbook(rows(s)), SHEET, "<worksheet", f"{LAUGHS}<worksheet"), SHEET, "Rain 2", "&l9;"), 0, DAMAGED),
]  # fmt: skip


def parquet(s: Stories, other: dict | None = None, **columns: list) -> bytes:
    out = io.BytesIO()
    pd.DataFrame(s.records(other)).assign(**columns).to_parquet(out)
    return out.getvalue()


PARQUET = [
    Kind("Parquet", "a.parquet", parquet, 3),
    Kind("Parquet cut off", "a.parquet", lambda s: parquet(s)[:-9], 0, ("damaged Parquet file",)),
    Kind("Parquet with other bytes within", "a.parquet", lambda s: parquet(s)[:60] + b"\xff" * 40 + parquet(s)[100:], 0, ("damaged Parquet file",)),
    Kind("start of Parquet alone", "a.parquet", lambda s: b"PAR1", 0, ("damaged Parquet file",)),
    Kind("Parquet without a text column", "a.parquet", lambda s: parquet(s, text=[1, 2, 3]).replace(b"text", b"texx"), 0, ("no text column",)),
    Kind("Parquet without a row", "a.parquet", lambda s: parquet_of(pd.DataFrame({"title": [""], "text": [""]})[:0]), 0, ("no record",)),
    Kind("numbers as texts in Parquet", "a.parquet", lambda s: parquet(s, text=[1, 2, 3]), 0, ("no story",) * 3),
    Kind("bytes as texts in Parquet", "a.parquet", lambda s: parquet(s, text=[s.text(n).encode() for n in (1, 2, 3)]), 3),
    Kind("lists as texts in Parquet", "a.parquet", lambda s: parquet(s, text=[[s.text(n), "So it went on there."] for n in (1, 2, 3)]), 3),
    Kind("missing text in Parquet", "a.parquet", lambda s: parquet(s, text=[s.text(1), None, s.text(3)]), 2, ("no text",)),
    Kind("dates of the year 9999 in Parquet", "a.parquet", lambda s: parquet(s, date=[datetime(9999, 12, 31)] * 3), 3),
]  # fmt: skip


def parquet_of(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.to_parquet(out)
    return out.getvalue()


KINDS = [*CSV, *XLSX, *PARQUET]
