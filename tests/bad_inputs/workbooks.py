"""Kinds of bad input: tables of programs: workbooks of Excel and others, Parquet, stores of data."""

import datetime
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from html import escape

import openpyxl
import openpyxl.chart
import openpyxl.utils.datetime
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import as_text, noise, sheet, xlsx, zipped
from bad_inputs.make_papers import remade
from bad_inputs.make_tables import (
    DAY,
    LEDGER,
    RAN,
    SHEET,
    TDT,
    backslashed,
    book,
    book_of,
    changed,
    changed_sheet,
    changed_workbook,
    frame,
    ods,
    parquet,
    parquet_of,
    parquet_of_numbers,
    plain,
    record_columns,
    record_rows,
    rows,
    rows_with_header,
    saved,
    second,
    spoilt,
    workbook,
)
from bad_inputs.make_texts import (
    OLE,
    arrays,
    copied_article,
    csv_text,
    packed,
    random_bytes,
    repacked,
    workbook_with_days,
)
from bad_inputs.reasons import DAMAGED_WORKBOOK, FORM_NOT_KNOWN, NO_STORY, NO_TEXT, NOT_TEXT

TITLE = '<c r="A1" t="inlineStr"><is><t>title</t></is></c>'


def parquet_with(s: Stories, other: dict | None = None, **columns: list) -> bytes:
    """Return a Parquet file of three articles with further columns."""
    out = io.BytesIO()
    pd.DataFrame(s.records(other)).assign(**columns).to_parquet(out)
    return out.getvalue()


def hide_row(made: openpyxl.Workbook) -> None:
    made.active.row_dimensions[3].hidden = True


def hide_sheet(made: openpyxl.Workbook) -> None:
    made.create_sheet("x")
    made.worksheets[0].sheet_state = "hidden"


def only_a_chart(made: openpyxl.Workbook) -> None:
    made.create_chartsheet("c")
    made.remove(made.worksheets[0])


def counted_from_1904(made: openpyxl.Workbook) -> None:
    made.epoch = datetime.datetime(1904, 1, 1)


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


def error_cell(book: openpyxl.Workbook, s: Stories) -> None:
    book.active["C3"] = "#REF!"


def numbers(book: openpyxl.Workbook, s: Stories) -> None:
    book.active["A3"] = 42.0
    book.active["C3"] = 3.14


def gap(book: openpyxl.Workbook, s: Stories) -> None:
    book.active.insert_rows(3)
    book.active.insert_cols(1)
    book.active["E9"] = " "


def encrypted_workbook(s: Stories) -> bytes:
    """Return the beginning of a workbook with a password: an OLE file with a stream of that name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


def rename_header(book, s) -> None:
    for place, name in enumerate(("Überschrift", "Datum", "Text"), start=1):
        book.active.cell(1, place, name)


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


def group(book, s) -> None:
    book.active.insert_rows(1)
    book.active["A1"], book.active["C1"] = "Article", "Body"


def notes_above(book, s) -> None:
    book.active.insert_rows(1, amount=4)
    book.active["A1"], book.active["A2"] = "Made by the desk", "On Monday"


def renamed(sheet, s) -> None:
    sheet.append(["Headline", "Publication Date", "Byline", "Body"])
    for r in s.records():
        sheet.append([r["title"], r["date"], "Ana Roe", r["text"]])


def offset(made, s) -> None:
    """Fill a sheet whose table begins at B3."""
    for row, cells in enumerate([("title", "date", "text"), *(tuple(r.values()) for r in s.records())], 3):
        for column, cell in enumerate(cells, 2):
            made.cell(row, column, cell)


def rich(made, s) -> None:
    made.append(["title", "date", "text"])
    for r in s.records():
        made.append(
            [r["title"], r["date"], CellRichText(TextBlock(InlineFont(b=True), r["text"][:20]), r["text"][20:])]
        )


def spread(made, s) -> None:
    """Fill a sheet with a thousand empty rows between its articles."""
    made.append(["title", "date", "text"])
    for n, r in enumerate(s.records()):
        for column, cell in enumerate(r.values(), 1):
            made.cell(2 + 1000 * n, column, cell)


def truths(made, s) -> None:
    made.append(["title", "date", "text"])
    for n, r in enumerate(s.records()):
        made.append([r["title"], r["date"], True if n == 1 else r["text"]])


def fielded(made, s) -> None:
    """Fill a sheet whose cells have blanks and line ends around their values."""
    made.append([" Title\n", " Date ", "\ttext"])
    for r in s.records():
        made.append([f" {r['title']}\n", f"{r['date']} ", f"\n{r['text']}\n\n"])


def wrong(value: str, ref: str) -> str:
    return f'<c{ref} t="e"><v>#VALUE!</v></c>'


def cells(row, values):
    return (
        f'<row r="{row}">'
        + "".join(
            f'<c r="{column}{row}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            for column, value in zip("ABC", values, strict=True)
        )
        + "</row>"
    )


SHEET_END = "</sheetData></worksheet>"
JAPANESE_BY_DAY = "{}町で日曜日に雨が降った。干ばつを話し合うために開かれた議会は、{}日目も採決をせずに早く終わり、傘を持ってきた議員は一人もいなかったと書記は話した。"


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


def workbook_of_sheets(*sheets):
    """Return a workbook with these sheets, each a list of rows."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, lines in enumerate(sheets, 1):
        page = made.create_sheet(f"Sheet{number}")
        for row in lines:
            page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def days(s):
    import datetime

    made = pa.table({
        "headline": [f"Rain {n} in {s.mark}" for n in (1, 2, 3)],
        "published": pa.array([datetime.date(2026, 3, 1)] * 3, pa.date32()),
        "body": [s.text(n) for n in (1, 2, 3)],
    })  # fmt: skip
    out = io.BytesIO()
    pq.write_table(made, out, compression="lz4", data_page_version="2.0")
    return out.getvalue()


PDF_WITHOUT_PAGES = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def part_changed(name: str, *pairs: tuple[str, str]):
    """Return a change of one part of a workbook; each pair must be found."""

    def change(member: str, body: bytes) -> bytes:
        if member != name:
            return body
        text = body.decode()
        for old, new in pairs:
            assert old in text, (old, text[:800])
            text = text.replace(old, new)
        return text.encode()

    return change


def prefixed(member: str, body: bytes) -> bytes:
    if not re.fullmatch(r"xl/(workbook|sharedStrings|styles|worksheets/sheet1)\.xml", member):
        return body
    text = re.sub(r"<(/?)(?=[A-Za-z])(?![A-Za-z]+:)", r"<\1x:", body.decode())
    return text.replace("xmlns=", "xmlns:x=").encode()


STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}


def made_up_day(made, s) -> None:
    for row in (2, 3, 4):
        made.active.cell(row, 2).value = 60
        made.active.cell(row, 2).number_format = "yyyy-mm-dd"


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


def template(name: str, content: bytes) -> bytes:
    return (
        content.replace(b"spreadsheetml.sheet.main+xml", b"spreadsheetml.template.main+xml")
        if name == "[Content_Types].xml"
        else content
    )


def recoded(data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode()


def columns(s, **more) -> dict:
    records = s.records()
    return {name: [record[name] for record in records] for name in ("title", "date", "text")} | more


def saved_workbook(s, *, template=False):
    made = openpyxl.Workbook()
    made.active.append(["title", "date", "text"])
    for r in s.records():
        made.active.append([r["title"], r["date"], r["text"]])
    made.template = template
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def written_parquet(columns, **options):
    out = io.BytesIO()
    pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), out, **options)
    return out.getvalue()


def as_table(sheet, s):
    sheet.add_table(Table(displayName="Articles", ref="A1:C4"))
    sheet.freeze_panes = "A2"
    sheet.conditional_formatting.add(
        "B2:B4",
        CellIsRule(operator="greaterThan", formula=['"2026-03-02"'], fill=PatternFill("solid", bgColor="FFC7CE")),
    )


def with_picture(sheet, s):
    out = io.BytesIO()
    Picture.new("RGB", (40, 20), "navy").save(out, "PNG")
    out.seek(0)
    sheet.add_image(Image(out), "E2")


def with_links(sheet, s):
    for row in (2, 3, 4):
        sheet.cell(row, 1).hyperlink = f"https://{s.mark.lower()}.example/{row}"


def rtf_row(sheet, s):
    sheet["C3"] = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0\fs24 " + s.text(2) + r"\par}"


def pandas_book(s):
    out = io.BytesIO()
    pd.DataFrame(s.records()).to_excel(out, index=True)
    return out.getvalue()


def struct_outlet(s):
    out = io.BytesIO()
    table = {k: [r[k] for r in s.records()] for k in ("title", "date", "text")}
    table["source"] = [{"id": "ledger", "name": "The Ledger"}] * 3
    pq.write_table(pa.table(table), out)
    return out.getvalue()


def workbook_bytes(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet_with_struct(s):
    r = s.records()
    table = pa.table(
        {
            "source": pa.array([{"id": "ledger", "name": "The Ledger"}] * 3),
            "title": [x["title"] for x in r],
            "date": [x["date"] for x in r],
            "text": [x["text"] for x in r],
        }
    )
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def jet():
    return b"\x00\x01\x00\x00Standard Jet DB\x00\x01\x00\x00\x00" + bytes((n * 37 + 11) % 256 for n in range(4072))


def many_sheets(s: Stories) -> bytes:
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows(s):
        book.active.append(row)
    for _ in range(300):
        book.create_sheet()
    book.save(out)
    return out.getvalue()


def workbook_after(s: Stories, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """Return a workbook of three articles after a change."""
    made, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows(s):
        made.active.append(row)
    change(made)
    made.save(out)
    return out.getvalue()


def arrow(s: Stories) -> bytes:
    out = io.BytesIO()
    frame(s).to_feather(out)
    return out.getvalue()


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
    for n, cells in zip(numbers, sheets, strict=True):
        members[f"xl/worksheets/sheet{n}.xml"] = f'{top}<worksheet xmlns="{main}"><sheetData>{cells}'
    if shared:
        members["xl/sharedStrings.xml"] = (
            f'{top}<sst xmlns="{main}" count="{len(shared)}" uniqueCount="{len(shared)}">{"".join(shared)}</sst>'
        )
    return packed({name: data.encode() for name, data in members.items()})


def sheet_rows(s, numbers=(1, 2, 3)):
    rows = [("title", "date", "text"), *(tuple(s.record(n).values()) for n in numbers)]
    return "".join(cells(i, row) for i, row in enumerate(rows, 1))


def two_orders(s):
    head, first, second, third = rows_with_header(s)
    return workbook_of_sheets([head, first, second], [["text", "title", "date"], [third[2], third[0], third[1]]])


def strict(member: str, body: bytes) -> bytes:
    if not member.endswith((".xml", ".rels")):
        return body
    text = body.decode()
    for old, new in STRICT.items():
        text = text.replace(old, new)
    return text.encode()


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
    return written_parquet(known | empty | rest)


def rare(s) -> bytes:
    import decimal

    return written_parquet(columns(
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


def long_text(s):
    words = (s.text() + " ") * (60_000_000 // (len(s.text()) + 1))
    return written_parquet(
        {"title": [f"Rain in {s.mark}"], "date": ["2026-03-01"], "text": pa.array([words], pa.large_string())},
        compression="zstd",
        use_dictionary=False,
        write_statistics=False,
    )


def of_a_type(s):
    code = b"cos\nsystem\n(S'touch " + RAN.encode() + b"_parquet'\ntR."
    names = ["title", "date", "text"]
    fields = [pa.field(name, pa.string()) for name in names]
    fields.append(
        pa.field(
            "extra",
            pa.string(),
            metadata={"ARROW:extension:name": "arrow.py_extension_type", "ARROW:extension:metadata": code},
        )
    )
    data = [pa.array(record_columns(s)[name]) for name in names] + [pa.array(["a", "b", "c"])]
    return written_parquet(pa.table(data, schema=pa.schema(fields)))


def int96(s):
    import datetime

    times = pa.array([datetime.datetime(2026, 3, 1, 10)] * 3, pa.timestamp("ns"))
    return written_parquet(
        pa.table({"title": record_columns(s)["title"], "date": times, "text": record_columns(s)["text"]}),
        use_deprecated_int96_timestamps=True,
    )


# ---- tables


def months(s):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1):
        sheet = book.create_sheet(name)
        sheet.append(["Title", "Date", "Text"])
        sheet.append([f"Rain {n} in {s.mark}", f"2026-{n:02d}-13", s.text(n)])
    return workbook_bytes(book)


def coded(s):
    book = openpyxl.Workbook()
    book.active.append(["Source", "Headline", "Date", "Body", "Relevant?", "Frame (1-5)", "Coder", "Notes"])
    for n, r in enumerate(s.records(), 1):
        book.active.append(
            ["The Ledger", r["title"], "2026-03-13", r["text"], "yes", n, "Ana Roe", "see the lead" if n == 2 else None]
        )
    return workbook_bytes(book)


def connected(s):
    book = openpyxl.Workbook()
    book.active.append(["Title", "Date", "Text"])
    for row in plain(s):
        book.active.append(row)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook_bytes(book))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"</Types>",
                    b'<Override PartName="/xl/connections.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml"/></Types>',
                )
            if name == "xl/_rels/workbook.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/connections" Target="connections.xml"/></Relationships>',
                )
            new.writestr(name, data)
        new.writestr(
            "xl/connections.xml",
            '<?xml version="1.0"?><connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><connection id="1" name="rain" type="1" refreshedVersion="6" refreshOnLoad="1"><dbPr connection="DSN=rain;SERVER=db.l.example;UID=ana;PWD=x" command="SELECT * FROM articles; DROP TABLE articles"/></connection></connections>',
        )
    return out.getvalue()


def without(part: str, make: object = None) -> object:
    """Return what makes a workbook that lacks one of its parts."""

    def made(s: Stories) -> bytes:
        whole = zipfile.ZipFile(io.BytesIO((make or sheet())(s)))
        return packed({name: whole.read(name) for name in whole.namelist() if name != part})

    return made


def wrong_sum(s: Stories) -> bytes:
    """Return a workbook with one other byte in the packed bytes of its sheet."""
    whole = zipfile.ZipFile(io.BytesIO(sheet()(s)))
    stored = packed({name: whole.read(name) for name in whole.namelist()}, method=zipfile.ZIP_STORED)
    return stored.replace(b"council", b"counsel", 1)


def blown_up(s: Stories) -> bytes:
    """Return a workbook whose sheet unpacks to 600 MB."""
    whole = zipfile.ZipFile(io.BytesIO(sheet()(s)))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["xl/worksheets/sheet1.xml"] += b" " * 600_000_000
    return packed(parts)


def locked(s: Stories) -> bytes:
    """Return a workbook in a ZIP whose every file needs a password."""
    data = bytearray(sheet()(s))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 1)
    return bytes(data)


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
            f'<si><t>{JAPANESE_BY_DAY.format(s.mark, n)}</t><rPh sb="9" eb="10"><t>ニチヨウビ</t></rPh><phoneticPr fontId="1"/></si>'
        )
        rows.append(
            f'<row r="{n + 1}">'
            + "".join(f'<c r="{c}{n + 1}" t="s"><v>{start + i}</v></c>' for i, c in enumerate("ABC"))
            + "</row>"
        )
    return in_book(["".join(rows) + SHEET_END], shared)


def lost_link(s: Stories) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    data = remade(
        book(s),
        change=part_changed(
            "xl/_rels/workbook.xml.rels",
            (
                "</Relationships>",
                f'<Relationship Id="rId77" Type="{kind}" Target="/xl/externalLinks/externalLink1.xml"/></Relationships>',
            ),
        ),
    )
    return remade(
        data,
        change=part_changed(
            "xl/workbook.xml",
            (
                "</sheets>",
                '</sheets><externalReferences><externalReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId77"/></externalReferences>',
            ),
        ),
    )


def quote_prefix(book, s):
    for row in book.active.iter_rows(min_row=2):
        for cell in row:
            cell.number_format = "@"
            cell.quotePrefix = True


KINDS = [
    Kind("workbook", "a.xlsx", lambda s: workbook(rows(s)), 3),
    Kind("titles above the header of a sheet", "a.xlsx", lambda s: workbook(rows(s), above=4), 3),
    Kind("datetime as a headline", "a.xlsx", lambda s: workbook(rows(s, second(s, title=datetime.datetime(2026, 3, 2)))), 3),
    Kind("number as a headline", "a.xlsx", lambda s: workbook(rows(s, second(s, title=1984.5))), 3),
    Kind("number as a text", "a.xlsx", lambda s: workbook(rows(s, second(s, text=7))), 2, ("no story",)),
    Kind("truth value as a headline", "a.xlsx", lambda s: workbook(rows(s, second(s, title=True))), 3),
    Kind("error in a cell", "a.xlsx", lambda s: workbook(rows(s, second(s, date="#N/A"))), 3),
    Kind("sheet without a text column", "a.xlsx", lambda s: workbook(rows(s, header=("title", "date", "remark"))), 0, ("no text column",)),
    Kind("sheet without a row", "a.xlsx", lambda s: workbook([[]]), 0, ("no record",)),
    Kind("header of a sheet alone", "a.xlsx", lambda s: workbook([["title", "text"]]), 0, ("no record",)),
    Kind("as many columns as a sheet can have", "a.xlsx", lambda s: workbook([[*row, *[None] * 16_380, "x"] for row in rows(s)]), 0, ("over the limit: columns",)),
    Kind("workbook cut off", "a.xlsx", lambda s: workbook(rows(s))[:-300], 0, ("damaged zip",)),
    Kind("broken markup of a sheet", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, "<sheetData>", "<sheetData"), 3, DAMAGED_WORKBOOK),
    Kind("workbook without its sheet", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, "", ""), 0, DAMAGED_WORKBOOK),
    Kind("number of no string", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, TITLE, '<c r="A1" t="s"><v>99999</v></c>'), 0, DAMAGED_WORKBOOK),
    Kind("Parquet", "a.parquet", parquet_with, 3),
    Kind("Parquet cut off", "a.parquet", lambda s: parquet_with(s)[:-9], 0, ("damaged Parquet file",)),
    Kind("Parquet with other bytes within", "a.parquet", lambda s: parquet_with(s)[:60] + b"\xff" * 40 + parquet_with(s)[100:], 0, ("damaged Parquet file",)),
    Kind("start of Parquet alone", "a.parquet", lambda s: b"PAR1", 0, ("damaged Parquet file",)),
    Kind("Parquet without a text column", "a.parquet", lambda s: parquet_with(s, text=[1, 2, 3]).replace(b"text", b"texx"), 0, ("no text column",)),
    Kind("Parquet without a row", "a.parquet", lambda s: parquet_of(pd.DataFrame({"title": [""], "text": [""]})[:0]), 0, ("no record",)),
    Kind("numbers as texts in Parquet", "a.parquet", lambda s: parquet_with(s, text=[1, 2, 3]), 0, ("no story",) * 3),
    Kind("bytes as texts in Parquet", "a.parquet", lambda s: parquet_with(s, text=[s.text(n).encode() for n in (1, 2, 3)]), 3),
    Kind("lists as texts in Parquet", "a.parquet", lambda s: parquet_with(s, text=[[s.text(n), "So it went on there."] for n in (1, 2, 3)]), 3),
    Kind("missing text in Parquet", "a.parquet", lambda s: parquet_with(s, text=[s.text(1), None, s.text(3)]), 2, ("no text",)),
    Kind("dates of the year 9999 in Parquet", "a.parquet", lambda s: parquet_with(s, date=[datetime.datetime(9999, 12, 31)] * 3), 3),
    Kind("workbook of 2003 in XML", "a.xls", lambda s: f'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>{s.text()}</Data></Cell></Row></Table></Worksheet></Workbook>', 0, FORM_NOT_KNOWN),
    Kind("wrong size of a sheet", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"'), 3),
    Kind("size of a sheet that is none", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, r'<dimension ref="[^"]*"', '<dimension ref="Q"'), 3),
    Kind("workbook without styles", "a.xlsx", lambda s: changed(workbook(rows(s)), "xl/styles.xml", "", ""), 3),
    Kind("workbook of 300 sheets", "a.xlsx", lambda s: workbook(rows(s), sheets=1) and many_sheets(s), 3),
    Kind("number that is none in a cell", "a.xlsx", lambda s: changed(workbook(rows(s, second(s, title=7777))), SHEET, "<v>7777</v>", "<v>x</v>"), 1, ("damaged workbook",)),
    Kind("date that is none in a cell", "a.xlsx", lambda s: workbook(rows(s, second(s, date=-99999))), 3),
    Kind("binary workbook", "a.xlsb", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", b"\x83\x01\0")), 0, FORM_NOT_KNOWN),
    Kind("Arrow file", "a.arrow", lambda s: arrow(s), 0, FORM_NOT_KNOWN),
    Kind("Parquet in zstd", "a.parquet", lambda s: parquet_of(frame(s), compression="zstd"), 3),
    Kind("texts as categories in Parquet", "a.parquet", lambda s: parquet_of(frame(s).astype({"text": "category", "title": "category"})), 3),
    Kind("objects as texts in Parquet", "a.parquet", lambda s: parquet_of(frame(s, text=[{"body": s.text(n)} for n in (1, 2, 3)])), 3),
    Kind("bytes that are no text in Parquet", "a.parquet", lambda s: parquet_of(frame(s, title=[b"\xff\xfe", b"Rain", b"\0"])), 2, NOT_TEXT),
    Kind("times of many zones in Parquet", "a.parquet", lambda s: parquet_of(frame(s, date=pd.date_range("2026-03-01", periods=3, tz="Asia/Kolkata"))), 3),
    Kind("merged cells in a sheet", "a.xlsx", lambda s: workbook_after(s, lambda b: b.active.merge_cells("A2:A3")), 3),
    Kind("hidden rows in a sheet", "a.xlsx", lambda s: workbook_after(s, hide_row), 3),
    Kind("hidden sheet", "a.xlsx", lambda s: workbook_after(s, hide_sheet), 3),
    Kind("sheet of a chart alone", "a.xlsx", lambda s: workbook_after(s, only_a_chart), 0, ("damaged workbook",)),
    Kind("dates from 1904", "a.xlsx", lambda s: workbook_after(s, counted_from_1904), 3),
    Kind("file named in a workbook", "a.xlsx", lambda s: changed(changed(workbook(rows(s)), SHEET, "<worksheet", '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet'), SHEET, "Rain 2", "&x;"), 0, ("damaged workbook",)),
    Kind("column that no sheet has", "a.xlsx", lambda s: changed(workbook(rows(s)), SHEET, 'r="B2"', 'r="ZZZZZZ2"'), 0, ("damaged workbook",)),
    Kind("table of OpenDocument", "a.ods", lambda s: zipped(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", f"<?xml version='1.0'?><a>{s.text()}</a>")), 0, FORM_NOT_KNOWN),
    Kind("binary workbook, another", "a.xlsb", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", b"\x83\x01")), 0, FORM_NOT_KNOWN),
    Kind("struct as text in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": pa.array([{"body": r["text"]} for r in s.records()])})), 3),
    Kind("column twice in Parquet", "a.parquet", lambda s: saved(pa.Table.from_arrays([*arrays(s), arrays(s)[1]], names=["title", "text", "text"])), 3),
    Kind("dictionaries and large strings in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0].dictionary_encode(), "text": arrays(s)[1].cast(pa.large_string())})), 3),
    Kind("times without days in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": arrays(s)[1], "date": pa.array([1, 2, 3], pa.time64("us"))})), 3),
    Kind("durations as dates in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": arrays(s)[1], "date": pa.array([1, 2, 3], pa.duration("s"))})), 3),
    Kind("map as text in Parquet", "a.parquet", lambda s: saved(pa.table({"title": arrays(s)[0], "text": pa.array([[("text", r["text"])] for r in s.records()], pa.map_(pa.string(), pa.string()))})), 3),
    Kind("encrypted Parquet", "a.parquet", lambda s: b"PARE" + random.Random(1).randbytes(500) + b"PARE", 0, NOT_TEXT),
    Kind("Excel: dates", "a.xlsx", changed_workbook(serial), 3, fields={"published": "2026-03-01"}),
    Kind(
        "Excel: dates from 1904",
        "a.xlsx",
        changed_workbook(lambda b, s: serial(b, s, epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904)),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind("Excel: merged title above", "a.xlsx", changed_workbook(merged), 3),
    Kind("Excel: a second sheet of articles", "a.xlsx", changed_workbook(second_sheet), 4),
    Kind("Excel: a sheet of notes first", "a.xlsx", changed_workbook(notes_sheet_first), 3, ("no text column",)),
    Kind("Excel: a sheet of charts", "a.xlsx", changed_workbook(chart_sheet), 3),
    Kind("Excel: hidden column and filtered row", "a.xlsx", changed_workbook(hidden_columns), 3),
    Kind("Excel: an error for a text", "a.xlsx", changed_workbook(error_cell), 2, ("no story",)),
    Kind("Excel: a number for a text", "a.xlsx", changed_workbook(numbers), 2, ("no story",)),
    Kind("Excel: empty row and column", "a.xlsx", changed_workbook(gap), 3),
    Kind("Excel: with a password", "a.xlsx", encrypted_workbook, 0, ("encrypted",)),
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
    Kind("SQLite", "a.db", lambda s: b"SQLite format 3\0" + bytes(2000), 0, ("form not known",)),
    Kind("Excel: header in another language", "a.xlsx", sheet(rename_header), 3),
    Kind("Excel: header twice", "a.xlsx", sheet(header_twice), 3),
    Kind("Excel: a very hidden sheet", "a.xlsx", sheet(hidden_sheet), 4),
    Kind("Excel: a sum below", "a.xlsx", sheet(total), 3, ("no text",)),
    Kind("Excel: days and times as numbers", "a.xlsx", sheet(fraction), 3, fields={"published": "2026-03-01"}),
    Kind("Excel: breaks off", "a.xlsx", lambda s: sheet()(s)[:-300], 0, ("damaged zip",)),
    Kind(
        "Parquet with days as times with a zone",
        "a.parquet",
        lambda s: parquet_with(s, date=pd.Timestamp("2026-03-01T10:00Z")),
        3,
        fields={"published": "2026-03-01"},
    ),
    Kind(
        "Parquet with lists of authors",
        "a.parquet",
        lambda s: parquet_with(s, authors=[["Bob Vale"]] * 3),
        3,
        fields={"byline": ["Bob Vale"]},
    ),
    Kind("Parquet without a title", "a.parquet", lambda s: parquet_with(s, title=None), 3, note="no headline given"),
    Kind("Parquet that breaks off", "a.parquet", lambda s: parquet_with(s)[:-9], 0, ("damaged Parquet file",)),
    Kind("workbook with two sheets that nobody used", "a.xlsx", sheet(lambda book, s: (book.create_sheet("Sheet2"), book.create_sheet("Sheet3"))), 3),
    Kind("workbook whose sheet is protected", "a.xlsx", sheet(lambda book, s: book.active.protection.enable()), 3),
    Kind("workbook with remarks on cells", "a.xlsx", sheet(lambda book, s: setattr(book.active["C2"], "hyperlink", "https://l.example")), 3),
    Kind("small pictures of Windows", "Thumbs.db", lambda s: OLE + bytes(512), 0),
    Kind("lock of a spreadsheet", "~$a.xlsx", lambda s: b"\x07Ana Roe" + b" " * 47 + b"\x07\0A\0n\0a\0 \0R\0o\0e\0" + b" \0" * 47, 0, ("no story",)),
    Kind("workbook with groups of columns above", "a.xlsx", sheet(group), 3),
    Kind("workbook with notes above", "a.xlsx", sheet(notes_above), 3),
    Kind("workbook with the columns of an archive", "a.xlsx", book_of(renamed), 3, fields={"byline": ["Ana Roe"]}),
    Kind("workbook that lacks its list of parts", "a.xlsx", without("[Content_Types].xml"), 0, DAMAGED_WORKBOOK),
    Kind("workbook that lacks its book", "a.xlsx", without("xl/workbook.xml"), 0, FORM_NOT_KNOWN),
    Kind("workbook with a wrong sum", "a.xlsx", wrong_sum, 0, DAMAGED_WORKBOOK),
    Kind("workbook that blows up", "a.xlsx", blown_up, 0, ("over the limit: unpacked_mb",)),
    Kind("Parquet whose foot says a wrong length", "a.parquet", lambda s: parquet(s)[:-8] + b"\xff\xff\xff\x7fPAR1", 0, ("damaged Parquet file",)),
    Kind("table in the middle of a sheet", "a.xlsx", book_of(offset), 3),
    Kind("words in bold in a cell", "a.xlsx", book_of(rich), 3),
    Kind("workbook whose parts need a password", "a.xlsx", locked, 0, ("encrypted",)),
    Kind("a thousand empty rows between rows", "a.xlsx", book_of(spread), 3),
    Kind("texts that are all missing in Parquet", "a.parquet", lambda s: saved(pa.table({"title": ["a", "b", "c"], "text": pa.array([None] * 3, pa.string())})), 0, NO_TEXT * 3),
    Kind("truth as a text", "a.xlsx", book_of(truths), 2, NO_STORY),
    Kind("blanks and line ends around all cells", "a.xlsx", book_of(fielded), 3),
    Kind("page with one table of rows named as old Excel", "report.xls", lambda s: '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1"><tr><th>title</th><th>date</th><th>text</th></tr>' + "".join(f"<tr><td>{t}</td><td>{d}</td><td>{x}</td></tr>" for t, d, x in record_rows(s)) + "</table></body></html>", 1),
    Kind("table named as Parquet", "a.parquet", lambda s: csv_text(TDT, record_rows(s)), 3),
    Kind("workbook with its strings in its cells", "a.xlsx", lambda s: xlsx(s), 3),
    Kind("workbook whose cells do not say where they stand", "a.xlsx", lambda s: xlsx(s, refs=False), 3),
    Kind("carriage returns as Excel escapes them in headlines", "a.xlsx", lambda s: xlsx(s, title="Rain_x000D_\nat noon"), 3, fields={"headline": "Rain at noon"}),
    Kind("errors in place of days in a sheet", "a.xlsx", lambda s: xlsx(s, day=wrong), 3, fields={"published": None}),
    Kind("workbook with its texts in the cells and paths from the root", "a.xlsx", lambda s: in_book([sheet_rows(s) + SHEET_END]), 3),
    Kind("Japanese workbook with readings above its words", "a.xlsx", phonetic, 3),
    Kind("Parquet with a picture beside each text", "a.parquet", lambda s: parquet_of_numbers(s, thumbnail=pa.array([b"\x89PNG\r\n\x1a\n" + bytes(range(n, 200)) for n in (1, 2, 3)])), 3),
    Kind("Parquet in groups of rows, one of them empty", "a.parquet", in_groups, 3),
    Kind("workbook whose second sheet breaks off before a row", "a.xlsx", lambda s: in_book([sheet_rows(s) + SHEET_END, cells(1, ("title", "date", "text")) + '<row r="2"><c r="A2" t="inlineStr"><is><t>Rain'], prefix=""), 3, ("damaged workbook",)),
    Kind("Parquet with days alone and pages of the second version", "a.parquet", days, 3, fields={"published": "2026-03-01"}),
    Kind("workbook whose second sheet has another order of columns", "a.xlsx", two_orders, 3),
    Kind("bytes of a PDF as the text of a row of a workbook", "a.xlsx", lambda s: workbook_of_sheets(rows_with_header(s, PDF_WITHOUT_PAGES)), 2, ("form not known",)),
    Kind("three dots as the text of a row of a workbook", "a.xlsx", lambda s: workbook_of_sheets(rows_with_header(s, "…")), 2, ("teaser only",)),
    Kind("workbook with backslashes in the names of its parts", "a.xlsx", lambda s: backslashed(book(s)), 3),
    Kind("workbook with a prefix for each element", "a.xlsx", lambda s: remade(book(s), change=prefixed), 3),
    Kind("workbook of the strict kind", "a.xlsx", lambda s: remade(book(s), change=strict), 3),
    Kind("workbook with a color that is none", "a.xlsx", lambda s: remade(book(s), change=part_changed("xl/styles.xml", ("<color theme=\"1\"", "<color rgb=\"blue\""))), 3),
    Kind("workbook with titles to print that are lost", "a.xlsx", lambda s: remade(book(s), change=part_changed("xl/workbook.xml", ("<definedNames/>", '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">#REF!</definedName></definedNames>'))), 3),
    Kind("workbook whose day of making is none", "a.xlsx", lambda s: remade(book(s), change=lambda name, body: re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"yesterday", body) if name == "docProps/core.xml" else body), 3),
    Kind("February 29, 1900, in a workbook", "a.xlsx", lambda s: book(s, made_up_day), 3),
    Kind("workbook whose other book is lost", "a.xlsx", lost_link, 3),
    Kind("workbook whose names point to nothing", "a.xlsx", lambda s: repacked(workbook_with_days(s), names), 3),
    Kind("workbook with a style that is not there", "a.xlsx", lambda s: repacked(workbook_with_days(s), style), 3),
    Kind("day beyond the year 9999 in a workbook", "a.xlsx", lambda s: workbook_with_days(s, far), 3),
    Kind("workbook that is packed without making it smaller", "a.xlsx", lambda s: repacked(workbook_with_days(s), method=zipfile.ZIP_STORED), 3),
    Kind("template of a workbook", "a.xltx", lambda s: repacked(workbook_with_days(s), template), 3),
    Kind("workbook that a program saved as letters", "a.xlsx", lambda s: recoded(workbook_with_days(s)), 0, ("damaged zip",)),
    Kind("table of OpenDocument named as a workbook", "a.xlsx", ods, 0, FORM_NOT_KNOWN),
    Kind("Broadsheet's own table of articles", "articles.parquet", own, 3, fields={"outlet": LEDGER}),
    Kind("Parquet with the index of pandas", "a.parquet", indexed, 3),
    Kind("Parquet with columns of rare types beside the text", "a.parquet", rare, 3),
    Kind("Parquet in LZ4", "a.parquet", lambda s: written_parquet(columns(s), compression="lz4"), 3),
    Kind("times of the oldest form in Parquet", "a.parquet", lambda s: written_parquet(columns(s, date=pa.array([datetime.datetime(2026, 3, 1, 10)] * 3, pa.timestamp("ns"))), use_deprecated_int96_timestamps=True), 3, fields={"published": "2026-03-01"}),
    Kind("Parquet that lost the eighth bit of each byte", "a.parquet", lambda s: bytes(byte & 127 for byte in written_parquet(columns(s))), 0, ("damaged Parquet file",)),
    Kind("store of arrays of the sciences", "a.h5", lambda s: noise(b"\x89HDF\r\n\x1a\n\0\0\0\0\0\x08\x08\0"), 0, FORM_NOT_KNOWN),
    Kind("data of a program for polls", "a.sav", lambda s: noise(b"$FL2@(#) IBM SPSS STATISTICS 64-bit MS Windows 27.0.0.0      \x02\0\0\0"), 0, FORM_NOT_KNOWN),
    Kind("workbook that is a template", "a.xltx", lambda s: saved_workbook(s, template=True), 3),
    Kind("Parquet packed by Brotli", "a.parquet", lambda s: written_parquet(record_columns(s), compression="brotli"), 3),
    Kind("Parquet with the times of an old Spark", "a.parquet", int96, 3, fields={"published": "2026-03-01"}),
    Kind("Parquet with a type of its own that is code", "a.parquet", of_a_type, 3),
    Kind("text of 60 MB in a row of Parquet", "a.parquet", long_text, 0, ("over the limit: text_mb",)),
    Kind("workbook that an editor of texts saved", "a.xlsx", lambda s: spoilt(saved_workbook(s)), 0, ("damaged zip",)),
    Kind("workbook with a table object, a frozen header and colors by condition", "a.xlsx", changed_sheet(as_table), 3),
    Kind("workbook with a picture on its sheet", "a.xlsx", changed_sheet(with_picture), 3),
    Kind("workbook with the index of pandas", "a.xlsx", pandas_book, 3),
    Kind("workbook with links behind its headlines", "a.xlsx", changed_sheet(with_links), 3),
    Kind("Parquet whose outlet is a struct", "a.parquet", struct_outlet, 3),
    Kind("copied page named as a workbook", "a.xlsx", lambda s: copied_article(s), 1),
    Kind("RTF as the text of a row of a workbook", "a.xlsx", changed_sheet(rtf_row), 2, ("form not known",)),
    Kind("old workbook of Lotus", "a.wk1", lambda s: b"\0\0\2\0\6\4" + b"\6\0\x08\0\0\0\0\0\2\0\3\0" + random_bytes(), 0, ("not text",)),
    Kind("database of Access", "a.accdb", lambda s: b"\0\1\0\0Standard ACE DB\0" + random_bytes(4000), 0, ("form not known",)),
    Kind("workbook with one sheet for each month", "a.xlsx", months, 12),
    Kind("workbook of a coder with questions behind the body", "a.xlsx", coded, 3, fields=DAY | {"outlet": "The Ledger"}),
    Kind("Parquet with the outlet as a struct", "a.parquet", parquet_with_struct, 3),
    Kind("workbook with a connection to a database", "a.xlsx", connected, 3),
    Kind("old database of Access", "articles.mdb", lambda s: jet(), 0, ("form not known",)),
    Kind("workbook whose cells are marked as text by an apostrophe", "a.xlsx", changed_workbook(quote_prefix), 3),
    Kind("workbook sent as text", "a.xlsx", lambda s: as_text(workbook(rows(s))), 0, ("damaged zip",)),
    Kind("Parquet sent as text", "a.parquet", lambda s: as_text(parquet_of(pd.DataFrame(s.records()).assign(note="a\nb"))), 0, ("damaged Parquet file",)),
]  # fmt: skip
