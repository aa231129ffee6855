"""Make exports of press archives and Word documents."""

import io
import struct
import zipfile
from xml.sax.saxutils import escape as escaped

from invented_exports import (
    factiva,
    factiva_document,
    nexis_document,
    proquest,
    proquest_record,
)

from bad_inputs.kinds import Stories
from bad_inputs.make_texts import packed


def nexis(s: Stories, *, body: tuple | None = None, numbers: tuple = (1, 2)) -> list[str]:
    return [
        p
        for n in numbers
        for p in nexis_document(n, body=body if body is not None and n == 2 else (s.text(n), s.text(n + 4)))
    ]


def lexis(s: Stories, *, drop: str = "", n: int = 2) -> str:
    parts = [
        f"{k} of {n} DOCUMENTS\n\nThe Ledger\n\nMarch {k}, 2026 Tuesday\n\nRain in {s.mark} {k}\n\nBYLINE: Ana Roe\n\nLENGTH: 40 words\n\n{s.text(k)}\n\n{s.text(k + 4)}\n\nLOAD-DATE: March 4, 2026\n\n"
        for k in range(1, n + 1)
    ]
    return "".join(parts[:-1]) + (parts[-1].replace(drop, "", 1) if drop else parts[-1])


def proquest_of(s: Stories, *, second: str | None = None) -> str:
    return proquest(
        proquest_record(1, s.text(1)),
        proquest_record(2, s.text(2) if second is None else second),
        proquest_record(3, s.text(3)),
    )


def factiva_of(s: Stories, *, lines: tuple | None = None) -> str:
    above = ["By Ana Roe", "40 words", "3 March 2026", "The Ledger", "LEDG", "English", "Copyright 2026 Ledger Media"]
    documents = [
        factiva_document(
            [f'<div id="hd"><span class="enHeadline">Rain {n} in {s.mark}</span></div>', *above],
            list(lines if lines is not None and n == 2 else (s.text(n), s.text(n + 4))),
            [],
            number=n,
        )
        for n in (1, 2)
    ]
    return factiva(*documents)


# Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def word_paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def spoil(data: bytes, name: str) -> bytes:
    """Turn a bit in the middle of a member's packed bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
    head = info.header_offset
    at = head + 30 + sum(struct.unpack("<HH", data[head + 26 : head + 30])) + info.compress_size // 2
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]


PDF = (
    b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    b"xref\n0 3\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF\n"
)
WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word_paragraphs(s: Stories) -> str:
    return word_paragraph(run(f"Rain 1 in {s.mark}")) + "".join(
        word_paragraph(run(part)) for part in s.long().split("\n\n")
    )


def remade(data: bytes, *, rename=lambda name: name, change=lambda name, body: body, more: tuple = ()) -> bytes:
    """Return a ZIP with its members renamed, changed, left out (None) or with more of them."""
    members = []
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            body = change(name, file.read(name))
            if body is not None:
                members.append((rename(name), body))
    return packed([*members, *more])
