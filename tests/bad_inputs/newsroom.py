"""Tables, spreadsheets, JSON and dates as newsrooms export them and hostile senders forge them."""

import datetime
import io
import json
from collections.abc import Callable

import openpyxl
import openpyxl.chart
import openpyxl.utils.datetime

from bad_inputs.kinds import Kind, Stories


def dated(name: str, value: object, day: str | None) -> Kind:
    """Return a kind: a JSON record with a date in some form, and the day that it must be read as."""
    return Kind(f"date: {name}", "a.json", lambda s: json.dumps([s.record(date=value)]), 1, fields={"published": day})


def rows(s: Stories, separator: str = ",", dates: list[str] | None = None, *, quote: str = '"') -> list[str]:
    """Return the rows of a table without its header."""
    days = dates or ["2026-03-01", "2026-03-02", "2026-03-03"]
    return [
        separator.join(quote + cell + quote for cell in (f"Rain {n} in {s.mark}", day, s.text(n)))
        for n, day in enumerate(days, 1)
    ]


def workbook(change: Callable[[openpyxl.Workbook, Stories], None]) -> Callable[[Stories], bytes]:
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


def serial(book: openpyxl.Workbook, s: Stories, *, epoch: datetime.datetime | None = None) -> None:
    if epoch:
        book.epoch = epoch
    for row in (2, 3, 4):
        book.active.cell(row, 2, datetime.datetime(2026, 3, 1))


def merged(book: openpyxl.Workbook, s: Stories) -> None:
    book.active.insert_rows(1)
    book.active["A1"] = "Articles of the week"
    book.active.merge_cells("A1:C1")


def second_sheet(book: openpyxl.Workbook, s: Stories) -> None:
    sheet = book.create_sheet("More")
    sheet.append(["title", "date", "text"])
    sheet.append([f"Rain 4 in {s.mark}", "2026-03-04", s.text(4)])


def notes_sheet_first(book: openpyxl.Workbook, s: Stories) -> None:
    sheet = book.create_sheet("Read me", 0)
    sheet.append(["Made on Monday by the desk"])


def chart_sheet(book: openpyxl.Workbook, s: Stories) -> None:
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(book.active, min_col=1, min_row=1, max_row=4))
    book.create_chartsheet("Chart").add_chart(chart)


def hidden_columns(book: openpyxl.Workbook, s: Stories) -> None:
    book.active.column_dimensions["C"].hidden = True
    book.active.auto_filter.ref = "A1:C4"
    book.active.row_dimensions[3].hidden = True


def formula_text(book: openpyxl.Workbook, s: Stories) -> None:
    book.active["C3"] = '=HYPERLINK("https://marlow.example","open")'


def error_cell(book: openpyxl.Workbook, s: Stories) -> None:
    book.active["C3"] = "#REF!"


def numbers(book: openpyxl.Workbook, s: Stories) -> None:
    book.active["A3"] = 42.0
    book.active["C3"] = 3.14


def gap(book: openpyxl.Workbook, s: Stories) -> None:
    book.active.insert_rows(3)
    book.active.insert_cols(1)
    book.active["E9"] = " "


def quoted_sep(s: Stories) -> bytes:
    return ("\ufeffsep=;\r\n" + "\r\n".join(["title;date;text", *rows(s, ";")]) + "\r\n").encode()


def encrypted_workbook(s: Stories) -> bytes:
    """Return the beginning of a workbook with a password: an OLE file with a stream of that name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


TABLES = [
    Kind("Excel: sep line, BOM, semicolons", "a.csv", quoted_sep, 3),
    Kind(
        "R: row names and an empty first name",
        "a.csv",
        lambda s: "\n".join(['"","title","date","text"', *(f'"{n}",{row}' for n, row in enumerate(rows(s), 1)), ""]),
        3,
    ),
    Kind(
        "R: row names without a name for their column",
        "a.csv",
        lambda s: "\n".join(['"title","date","text"', *(f'"{n}",{row}' for n, row in enumerate(rows(s), 1)), ""]),
        3,
    ),
    Kind(
        "MySQL batch output with NULL for dates",
        "a.tsv",
        lambda s: "\n".join(["title\tdate\ttext", *rows(s, "\t", ["\\N"] * 3, quote=""), ""]),
        3,
        fields={"published": None},
    ),
    Kind(
        "SQL dump",
        "dump.sql",
        lambda s: (
            "-- MySQL dump 10.13\nDROP TABLE IF EXISTS `articles`;\nINSERT INTO `articles` VALUES "
            + ",".join(f"({n},'Rain','2026-03-0{n}','{s.text(n)}')" for n in (1, 2, 3))
            + ";\n"
        ),
        0,
        ("form not known",),
    ),
    Kind(
        "psql: aligned output",
        "out.txt",
        lambda s: (
            " id | title | text\n----+-------+------\n"
            + "".join(f"  {n} | Rain  | {s.text(n)}\n" for n in (1, 2, 3))
            + "(3 rows)\n"
        ),
        3,
        ("broken row", "broken row"),
    ),
    Kind(
        "SQLite: column separator of bars",
        "a.csv",
        lambda s: "\n".join(["title|date|text", *rows(s, "|", quote=""), ""]),
        3,
    ),
    Kind(
        "psql: copy with its end mark",
        "a.tsv",
        lambda s: "\n".join(["title\tdate\ttext", *rows(s, "\t", quote=""), "\\.", ""]),
        3,
        ("broken row",),
    ),
    Kind(
        "two tables put together, header twice",
        "a.csv",
        lambda s: (
            s.table()
            + s.table(["More rain", "2026-03-08", s.text(8)]).replace("day 1", "day 6").replace("day 3", "day 7")
        ),
        6,
    ),
    Kind(
        "Excel: Unicode text",
        "a.txt",
        lambda s: "\r\n".join(["title\tdate\ttext", *rows(s, "\t"), ""]).encode("utf-16"),
        3,
    ),
    Kind(
        "UTF-16 without a mark, big end first",
        "a.csv",
        lambda s: "\r\n".join(["title,date,text", *rows(s), ""]).encode("utf-16-be"),
        3,
    ),
    Kind(
        "German days",
        "a.csv",
        lambda s: "\n".join(["title;date;text", *rows(s, ";", ["01.03.2026"] * 3), ""]),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "days as numbers of Excel",
        "a.csv",
        lambda s: "\n".join(["title,date,text", *rows(s, dates=["46082"] * 3), ""]),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "quotation marks behind a backslash",
        "a.csv",
        lambda s: s.table(["Rain 2", "2026-03-02", "X"]).replace(
            "X", '"' + s.text(2).replace("day 2", r"\"day 2\"") + '"'
        ),
        3,
    ),
    Kind(
        "paragraphs as markup in cells",
        "a.csv",
        lambda s: s.table(["Rain 2", "2026-03-02", f"<div class='x'><p>{s.text(2)}</p><p>Snow.</p></div>"]),
        3,
    ),
    Kind("a lost reference for a text", "a.csv", lambda s: s.table(["Rain", "2026-03-02", "#REF!"]), 2, ("no story",)),
    Kind("NULL for a text", "a.csv", lambda s: s.table(["Rain", "2026-03-02", "NULL"]), 2, ("no text",)),
    Kind("nan for a text", "a.csv", lambda s: s.table(["Rain", "2026-03-02", "nan"]), 2, ("no text",)),
    Kind(
        "the column of the text twice",
        "a.csv",
        lambda s: "\n".join(["title,date,text,text", *(row + ',""' for row in rows(s)), ""]),
        3,
    ),
    Kind(
        "cells without names at the end",
        "a.csv",
        lambda s: "\n".join(["title,date,text,,", *(r + ",," for r in rows(s))]),
        3,
    ),
    Kind("blank lines above the header", "a.csv", lambda s: "\n\n\n" + s.table(), 3),
    Kind(
        "a sum below the table",
        "a.csv",
        lambda s: s.table() + "Total,3,\n",
        3,
        ("no text",),
    ),
    Kind(
        "names of columns in capitals and blanks", "a.csv", lambda s: s.table(header=(" TITLE ", "Date ", " Text")), 3
    ),
    Kind(
        "a no-break blank in a column's name",
        "a.csv",
        lambda s: s.table(header=("title", "date", "\u00a0text\u200b")),
        3,
    ),
    Kind(
        "a table in a fence of Markdown",
        "answer.md",
        lambda s: f"Here is the table:\n\n```csv\n{s.table()}```\n",
        3,
    ),
    Kind(
        "a table of Markdown",
        "answer.md",
        lambda s: (
            "| title | date | text |\n|---|---|---|\n"
            + "".join(f"| Rain | 2026-03-0{n} | {s.text(n)} |\n" for n in (1, 2, 3))
        ),
        3,
    ),
    Kind("NULs between the letters of a row", "a.csv", lambda s: s.table().replace("day 2", "d\0ay 2"), 3, note="NUL"),
    Kind("a header alone", "a.csv", lambda s: "title,date,text\n", 0, ("no record",)),
    Kind("text in Windows-1252 among UTF-8", "a.csv", lambda s: s.table().encode().replace(b"day 2", b"caf\xe9 2"), 3),
    Kind(
        "fixed width",
        "a.txt",
        lambda s: (
            "TITLE     DATE        TEXT\n" + "".join(f"Rain {n}    2026-03-0{n}  {s.text(n)}\n" for n in (1, 2, 3))
        ),
        0,
        ("form not known",),
    ),
    Kind("Excel: dates", "a.xlsx", workbook(serial), 3, fields={"published": "2026-03-01"}),
    Kind(
        "Excel: dates from 1904",
        "a.xlsx",
        workbook(lambda b, s: serial(b, s, epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904)),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind("Excel: merged title above", "a.xlsx", workbook(merged), 3),
    Kind("Excel: a second sheet of articles", "a.xlsx", workbook(second_sheet), 4),
    Kind("Excel: a sheet of notes first", "a.xlsx", workbook(notes_sheet_first), 3, ("no text column",)),
    Kind("Excel: a sheet of charts", "a.xlsx", workbook(chart_sheet), 3),
    Kind("Excel: hidden column and filtered row", "a.xlsx", workbook(hidden_columns), 3),
    Kind("Excel: a formula for a text, never computed", "a.xlsx", workbook(formula_text), 2, ("no text",)),
    Kind("Excel: an error for a text", "a.xlsx", workbook(error_cell), 2, ("no story",)),
    Kind("Excel: a number for a text", "a.xlsx", workbook(numbers), 2, ("no story",)),
    Kind("Excel: empty row and column", "a.xlsx", workbook(gap), 3),
    Kind("Excel: with a password", "a.xlsx", encrypted_workbook, 0, ("encrypted",)),
    Kind("Excel: named as CSV", "a.csv", workbook(lambda b, s: None), 3),
    Kind("CSV named as Excel", "a.xlsx", lambda s: s.table(), 3),
    Kind(
        "a page with a table, named as Excel",
        "a.xls",
        lambda s: (
            "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><body><table><tr><td>title</td><td>text</td></tr>"
            + "".join(f"<tr><td>Rain {n}</td><td>{s.text(n)}</td></tr>" for n in (1, 2, 3))
            + "</table></body></html>"
        ),
        1,
    ),
]

JSON = [
    Kind("JSON with a BOM", "a.json", lambda s: "\ufeff" + json.dumps(s.records()), 3),
    Kind("JSON in UTF-16", "a.json", lambda s: json.dumps(s.records()).encode("utf-16"), 3),
    Kind("objects without a comma between them", "a.json", lambda s: "".join(json.dumps(r) for r in s.records()), 3),
    Kind("objects over several lines", "a.json", lambda s: "\n".join(json.dumps(r, indent=2) for r in s.records()), 3),
    Kind("NaN for a field", "a.json", lambda s: json.dumps(s.records(s.record(2, score=float("nan")))), 3),
    Kind("NaN for a text", "a.json", lambda s: json.dumps(s.records(s.record(2, text=float("nan")))), 2, ("no text",)),
    Kind(
        "the same key twice",
        "a.json",
        lambda s: json.dumps(s.records()).replace('"title": "Rain 2', '"title": "Old", "title": "Rain 2'),
        3,
    ),
    Kind(
        "GraphQL answer",
        "a.json",
        lambda s: json.dumps({"data": {"articles": {"edges": [{"cursor": "x", "node": r} for r in s.records()]}}}),
        3,
    ),
    Kind(
        "Elasticsearch answer",
        "a.json",
        lambda s: json.dumps(
            {"took": 3, "hits": {"total": 3, "hits": [{"_id": "1", "_source": r} for r in s.records()]}}
        ),
        3,
    ),
    Kind(
        "Mongo export with dates as objects",
        "a.json",
        lambda s: "\n".join(
            json.dumps({"_id": {"$oid": f"{n}" * 24}, **s.record(n, date={"$date": "2026-03-01T10:00:00Z"})})
            for n in (1, 2, 3)
        ),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "Elasticsearch bulk lines",
        "a.ndjson",
        lambda s: "".join('{"index": {"_id": "1"}}\n' + json.dumps(r) + "\n" for r in s.records()),
        3,
        ("no text", "no text", "no text"),
    ),
    Kind(
        "JSON Feed",
        "feed.json",
        lambda s: json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "The Marlow Ledger",
                "items": [
                    {
                        "id": str(n),
                        "title": f"Rain {n}",
                        "content_html": f"<p>{s.text(n)}</p>",
                        "date_published": "2026-03-01T00:00:00Z",
                    }
                    for n in (1, 2, 3)
                ],
            }
        ),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "WordPress answer",
        "posts.json",
        lambda s: json.dumps(
            [
                {
                    "id": n,
                    "date": "2026-03-01T08:00:00",
                    "title": {"rendered": f"Rain {n}"},
                    "content": {"rendered": f"<p>{s.text(n)}</p>"},
                }
                for n in (1, 2, 3)
            ]
        ),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "columns with lists",
        "a.json",
        lambda s: json.dumps({k: [r[k] for r in s.records()] for k in ("title", "date", "text")}),
        3,
    ),
    Kind(
        "pandas: split",
        "a.json",
        lambda s: json.dumps(
            {"columns": ["title", "date", "text"], "index": [0, 1, 2], "data": [list(r.values()) for r in s.records()]}
        ),
        3,
    ),
    Kind(
        "pandas: columns",
        "a.json",
        lambda s: json.dumps({k: {str(i): r[k] for i, r in enumerate(s.records())} for k in ("title", "date", "text")}),
        3,
    ),
    Kind(
        "lists of cells with a header",
        "a.json",
        lambda s: json.dumps([["title", "date", "text"], *(list(r.values()) for r in s.records())]),
        3,
    ),
    Kind(
        "an error of a server",
        "a.json",
        lambda s: json.dumps({"error": {"code": 429, "message": "Too many requests. " + s.text()}}),
        0,
        ("no text",),
    ),
    Kind("an empty list", "a.json", lambda s: "[]", 0, ("no record",)),
    Kind("a bare string", "a.json", lambda s: json.dumps(s.long()), 1),
    Kind("JSON in a string", "a.json", lambda s: json.dumps(json.dumps(s.records())), 3),
    Kind("JSONP", "a.js", lambda s: f"callback({json.dumps(s.records())});", 3),
    Kind("a guard against scripts above", "a.json", lambda s: ")]}'\n" + json.dumps(s.records()), 3),
    Kind(
        "a record separator before each",
        "a.json",
        lambda s: "".join("\x1e" + json.dumps(r) + "\n" for r in s.records()),
        3,
    ),
    Kind("lines and a comma at their ends", "a.json", lambda s: ",\n".join(json.dumps(r) for r in s.records()), 3),
    Kind("a list that breaks off", "a.json", lambda s: json.dumps(s.records())[:-60], 2, ("not valid JSON",)),
    Kind("lone surrogates", "a.json", lambda s: json.dumps(s.records(s.record(2, title="Rain \ud800 fell"))), 3),
    Kind(
        "authors as objects",
        "a.json",
        lambda s: json.dumps([s.record(authors=[{"name": "Bob Vale"}, {"name": "Ada Quill"}])]),
        1,
        fields={"byline": ["Bob Vale", "Ada Quill"]},
    ),
    Kind(
        "authors as one string of a list",
        "a.json",
        lambda s: json.dumps([s.record(authors="['Bob Vale', 'Ada Quill']")]),
        1,
        fields={"byline": ["Bob Vale", "Ada Quill"]},
    ),
    Kind("text as a list of paragraphs", "a.json", lambda s: json.dumps([s.record(text=s.long().split("\n\n"))]), 1),
    Kind(
        "YAML",
        "a.yaml",
        lambda s: "".join(f"- title: Rain {n}\n  date: 2026-03-0{n}\n  text: >\n    {s.text(n)}\n" for n in (1, 2, 3)),
        0,
        ("form not known",),
    ),
    Kind(
        "TOML",
        "a.toml",
        lambda s: "".join(f'[[article]]\ntitle = "Rain {n}"\ntext = "{s.text(n)}"\n\n' for n in (1, 2, 3)),
        0,
        ("form not known",),
    ),
]

DATES = [
    dated("milliseconds", 1772323200000, "2026-03-01"),
    dated("seconds as text", "1772323200", "2026-03-01"),
    dated("microseconds", 1772323200000000, "2026-03-01"),
    dated("comma before the fraction", "2026-03-01T10:00:00,123Z", "2026-03-01"),
    dated("a day and a time with a dot", "1 March 2026, 10.30am GMT", "2026-03-01"),
    dated("Arabic digits", "٢٠٢٦-٠٣-٠١", "2026-03-01"),
    dated("a Buddhist year", "2569-03-01", None),
    dated("two digits for the year", "3/1/26", "2026-03-01"),
    dated("a fiscal quarter", "FY2026 Q1", None),
    dated("zeros of MySQL", "0000-00-00 00:00:00", None),
    dated("February 30", "2026-02-30", None),
    dated("Oracle", "01-MAR-26", "2026-03-01"),
    dated("Chinese", "2026年3月1日", "2026-03-01"),
    dated("French", "1er mars 2026", "2026-03-01"),
    dated("Spanish", "1 de marzo de 2026", "2026-03-01"),
    dated("German", "1. März 2026", "2026-03-01"),
    dated("Russian", "1 марта 2026 г.", "2026-03-01"),
    dated("RFC 850", "Sunday, 01-Mar-26 10:00:00 GMT", "2026-03-01"),
    dated("RFC 2822 with a comment", "Sun, 1 Mar 2026 10:00:00 +0000 (UTC)", "2026-03-01"),
    dated("fourteen digits", "20260301100000", "2026-03-01"),
    dated("a week", "2026-W09-7", "2026-03-01"),
    dated("JavaScript", "Sun Mar 01 2026 10:00:00 GMT+0000 (Coordinated Universal Time)", "2026-03-01"),
    dated("Updated before it", "Updated: March 1, 2026 10:00 a.m. ET", "2026-03-01"),
    dated("yesterday", "Yesterday", None),
    dated("hours ago", "3 hours ago", None),
    dated("a zone in brackets", "2026-03-01T10:00:00+01:00[Europe/Berlin]", "2026-03-01"),
    dated("a truth value", True, None),
    dated("infinity", float("inf"), None),
    dated("a month alone", "2026-03", None),
    dated("Word for .NET", "/Date(1772323200000)/", "2026-03-01"),
    dated("slashes, year first", "2026/03/01", "2026-03-01"),
    dated("a day over 12 in the middle", "03/31/2026", "2026-03-31"),
    dated("a day over 12 first", "31/03/2026", "2026-03-31"),
    dated("full-width digits", "２０２６-０３-０１", "2026-03-01"),
    dated("bidi signs inside", "\u200e2026-\u200e03-\u200e01", "2026-03-01"),
]

KINDS = [*TABLES, *JSON, *DATES]
