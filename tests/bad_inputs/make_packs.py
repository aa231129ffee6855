"""Make ZIP files, web archives and folders."""

import io
import random
import tarfile
import zipfile

from invented_exports import docx, para

from bad_inputs.kinds import Stories
from bad_inputs.make_papers import OFFICE, W
from bad_inputs.make_tables import changed_workbook, rows_with_header
from bad_inputs.make_texts import CFB, RELS, SHEET_SPACE, TYPES, cell, packed


def zipped(*files: tuple[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def lines(*texts: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def noise(first: bytes, seed: int = 1) -> bytes:
    return first + random.Random(seed).randbytes(900)


def linked_to(target: str) -> object:
    return lambda path: path.symlink_to(target)


def mail(s, n=1):
    return (
        f"Return-Path: <ana@ledger.example>\r\nFrom: Ana Roe <ana@ledger.example>\r\nTo: Tom Vale <tom@ledger.example>\r\n"
        f"Date: Sun, 0{n} Mar 2026 10:00:00 +0000\r\nSubject: Rain {n} in {s.mark}\r\nMessage-ID: <{n}@ledger.example>\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTom,\r\n\r\n{s.text(n)}\r\n\r\nAna\r\n"
    )


def story_page(s: Stories, n: int = 1, *, title: str | None = None, charset: str = "utf-8", inside: str = "") -> str:
    title = title or f"Rain {n} in {s.mark}"
    body = "".join(f"<p>{p}</p>" for p in s.long(n).split("\n\n"))
    return f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title></head><body><article><h1>{title}</h1>{inside}{body}</article></body></html>'


def copy(s, n=1, below=""):
    return f"Rain {n} in {s.mark}\n\n{s.long(n)}\n{below}"


def pdf(s, catalog=""):
    stream = f"BT /F1 12 Tf 72 720 Td ({s.text()}) Tj ET"
    return (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R{catalog}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


def answer(uri, body, *, end="\r\n", more=""):
    html = body if isinstance(body, bytes) else body.encode()
    http = (
        end.join(
            [
                "HTTP/1.1 200 OK",
                "Content-Type: text/html; charset=utf-8",
                *([more] if more else []),
                f"Content-Length: {len(html)}",
            ]
        )
        + end * 2
    ).encode() + html
    head = end.join(
        [
            "WARC/1.0",
            "WARC-Type: response",
            f"WARC-Target-URI: {uri}",
            "WARC-Date: 2026-03-01T10:00:00Z",
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(html):012d}>",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(http)}",
        ]
    )
    return (head + end * 2).encode() + http + (end * 2).encode()


def two(s: Stories, *more: tuple[str, bytes | str], names: tuple[str, str] = ("a.txt", "b.html")) -> bytes:
    """Return a ZIP of a copied page, a saved page, and other files."""
    return zipped((names[0], f"Rain in {s.mark}\n\n{s.long(1)}"), (names[1], s.page(n=2)), *more)


def word(s: Stories, *, old: str = "", new: str = "", inside: str = "") -> bytes:
    """Return a Word file that is no export, with some of its XML replaced."""
    paras = [para(f"Rain in {s.mark}"), inside, *(para(part) for part in s.long().split("\n\n"))]
    if not old:
        return docx(*paras)
    with zipfile.ZipFile(io.BytesIO(docx(*paras))) as packed:
        files = [(name, packed.read(name).decode()) for name in packed.namelist()]
    return zipped(*((name, content.replace(old, new, 1)) for name, content in files))


def sheet(change: object = None) -> object:
    return changed_workbook(change or (lambda book, s: None))


def document(body: str, *, others: dict[str, str] | None = None) -> bytes:
    """Return a Word document with a body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0"?><w:document {space}><w:body>{body}</w:body></w:document>',
        **(others or {}),
    }
    return packed({name: text.encode() for name, text in parts.items()})


def story(s: Stories) -> str:
    return lines(f"Rain in {s.mark}", "March 1, 2026", *s.long().split("\n\n"))


def word_with_parts(
    body: str, *, kind: str = "document", more: tuple = (), links: str = "", last: bool = False
) -> bytes:
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
        ("xl/workbook.xml", f'<?xml version="1.0"?><workbook xmlns="{SHEET_SPACE}" xmlns:r="{OFFICE}"><sheets><sheet name="Rain" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode()),
        ("xl/_rels/workbook.xml.rels", RELS.format(f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>').encode()),
        ("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet xmlns="{SHEET_SPACE}"><sheetData>{"".join(rows)}</sheetData></worksheet>'.encode()),
    ])  # fmt: skip


def ole(*names):
    return CFB + bytes(504) + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names) + bytes(range(256)) * 16  # fmt: skip


def quoted_table(s, second=None, delimiter=","):
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows_with_header(s, second))


# Archives ------------------------------------------------------------------------------------------------------------


def tarred(s, name="rain.txt"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        data = copy(s).encode()
        member = tarfile.TarInfo(name)
        member.size = len(data)
        t.addfile(member, io.BytesIO(data))
    return out.getvalue()


def as_text(data: bytes) -> bytes:
    """Return what a transfer in the mode for text makes of a file."""
    assert b"\n" in data.replace(b"\r\n", b"")
    return data.replace(b"\n", b"\r\n")
