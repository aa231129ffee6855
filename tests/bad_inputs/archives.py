"""Kinds of bad input: ZIP, gzip and other packs."""

import bz2
import csv
import gzip
import io
import json
import sqlite3
import struct
import tarfile
import tempfile
import zipfile
import zlib
from pathlib import Path

from invented_exports import docx, para

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import (
    copy,
    document,
    lines,
    mail,
    noise,
    ole,
    pdf,
    quoted_table,
    sheet,
    tarred,
    two,
    word,
    zipped,
)
from bad_inputs.make_papers import spoil
from bad_inputs.make_tables import book, frame, ods, parquet_of, rows, rows_of, spoilt, workbook
from bad_inputs.make_texts import (
    OLE,
    copied,
    copied_article,
    copied_without_byline,
    csv_text,
    feed,
    item,
    letter,
    mhtml,
    packed,
    random_bytes,
    rtf,
)
from bad_inputs.reasons import BROKEN_ROW, FORM_NOT_KNOWN, NO_STORY, NOT_TEXT, NOT_VALID_JSON


def flagged(data: bytes) -> bytes:
    """Return a ZIP whose first file is marked as encrypted."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def damaged_member(data: bytes) -> bytes:
    """Return a ZIP whose first file has another checksum than the directory says."""
    changed = bytearray(data)
    place = data.index(b"PK\x01\x02") + 16
    changed[place : place + 4] = b"\1\2\3\4"
    return bytes(changed)


def zip_of_two_pages(s: Stories, method: int, comment: bytes = b"") -> bytes:
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


# A Python since 3.11.8 reads the first of many names of one member, and refuses the others as a bomb.
REFUSED = 99 if "_end_offset" in zipfile.ZipInfo.__slots__ else 0


class Stream(io.RawIOBase):
    """A file in which nobody can go back."""

    def __init__(self) -> None:
        self.data = io.BytesIO()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        return self.data.write(data)


def of_64_bits(s: Stories) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for n in (1, 2):
            with packed.open(f"{n}.html", "w", force_zip64=True) as file:
                file.write(s.page(n=n).encode())
    return out.getvalue()


def taken(s: Stories, cut: int) -> bytes:
    """Return a table in gzip that lacks its last bytes, which are only its sum."""
    return gzip.compress(s.table().encode())[:-cut]


def tar_with_empty_member(s: Stories) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("rain/a.txt"), io.BytesIO(b""))
    return out.getvalue()


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


def rtf_of_two_stories(s):
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs24 " + s.text() + "\\par\n" + s.text(2) + "\\par}\n"


def full_head(data):
    """Gzip with every field that its head may have."""
    top = b"\x1f\x8b\x08\x1e" + struct.pack("<I", 1772323200) + b"\x00\x03"
    top += struct.pack("<H", 8) + b"AB\x04\x00rain" + b"rain.jsonl\0" + b"made by the desk\0"
    top += struct.pack("<H", zlib.crc32(top) & 0xFFFF)
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return top + made.compress(data) + made.flush() + struct.pack("<II", zlib.crc32(data), len(data))


def block(data):
    made = zlib.compressobj(6, zlib.DEFLATED, -15)
    inner = made.compress(data) + made.flush()
    return (
        b"\x1f\x8b\x08\x04\0\0\0\0\0\xff\x06\0BC\x02\0"
        + struct.pack("<H", len(inner) + 25)
        + inner
        + struct.pack("<II", zlib.crc32(data), len(data))
    )


def database(s):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        made = sqlite3.connect(path)
        made.execute("create table articles (title text, text text)")
        made.execute("insert into articles values (?, ?)", (f"Rain in {s.mark}", s.text(4)))
        made.commit()
        made.close()
        return path.read_bytes()


def cut_in_a_letter(s):
    lines = "".join(json.dumps(s.record(n, text=s.text(n) + " The café closed."), ensure_ascii=False) + "\n" for n in (1, 2, 3))  # fmt: skip
    data = lines.encode()
    at = data.index("é".encode(), len(data) // 2) + 1
    return gzip.compress(data[:at], mtime=0) + gzip.compress(data[at:], mtime=0)


def ps(s, n=1, tag="p", attrs=""):
    return "\n".join(f"<{tag}{attrs}>{part}</{tag}>" for part in s.long(n).split("\n\n"))


def lying(s: Stories) -> bytes:
    """Return a ZIP whose directory gives a member another size than it has."""
    data = bytearray(zipped(("a.txt", copied(s)), ("b.txt", b"x" * 3_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def with_a_path(s: Stories) -> bytes:
    """Return gzip that names a file of the system as its own."""
    data, packer = copied(s).encode(), zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(data) + packer.flush()
    head = b"\x1f\x8b\x08\x08\0\0\0\0\0\3../../etc/passwd\0"
    return head + body + struct.pack("<II", zlib.crc32(data), len(data))


def named_often(s: Stories) -> bytes:
    """Return a ZIP of one file that its directory names 100 times."""
    data = zipped(("a.txt", copied(s)))
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[at:end] * 100
    return data[:at] + entries + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 100, 100, len(entries), at, 0)


def streamed(s: Stories) -> bytes:
    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.html", s.page(n=1))
        packed.writestr("b.html", s.page(n=2))
    return out.data.getvalue()


def bad_sum(s: Stories) -> bytes:
    whole = packed({"a.txt": copied_without_byline(s), "b.txt": copied_without_byline(s, 2)}, method=zipfile.ZIP_STORED)
    return whole.replace(b"Hail", b"Heil", 1)


def link(s: Stories) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        target = zipfile.ZipInfo("link.txt")
        target.create_system, target.external_attr = 3, 0o120777 << 16
        archive.writestr(target, "/etc/passwd")
        archive.writestr("a.txt", copied_without_byline(s))
    return out.getvalue()


def odd_zip(s: Stories) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", copied_without_byline(s))
        archive.comment = b"PK\x05\x06" * 9
    return out.getvalue()


def old_tar(s: Stories) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as made:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(copied_without_byline(s))
        made.addfile(entry, io.BytesIO(copied_without_byline(s)))
    return out.getvalue()[:257] + bytes(255) + out.getvalue()[512:]


def zipped_with(name: str, bad: object) -> object:
    """Return what makes a ZIP of a copied page, a bad file, and another copied page."""
    return lambda s: packed({"a.txt": copied_without_byline(s, 8), name: bad(s), "z.txt": copied_without_byline(s, 9)})


def beyond_the_end(s: Stories) -> bytes:
    """Return a ZIP whose directory says that a file begins where there is nothing."""
    data = bytearray(packed({"a.txt": copied_without_byline(s), "b.txt": copied_without_byline(s, 2)}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 42 : place + 46] = (len(data) - 4).to_bytes(4, "little")
    return bytes(data)


def in_blocks(data):
    """Gzip in blocks of 100 bytes with an empty block at the end, as tools for tables with an index write it."""
    return b"".join(block(data[i : i + 100]) for i in range(0, len(data), 100)) + block(b"")


def dayless(s):
    data = bytearray(packed({"rain.txt": copy(s)}))
    data[10:14] = bytes(4)
    at = data.index(b"PK\1\2")
    data[at + 12 : at + 16] = bytes(4)
    return bytes(data)


# ---------------------------------------------------------------- ZIP
def aes(s):
    locked = zipfile.ZipInfo("locked.txt")
    locked.extra = struct.pack("<HHHHBH", 0x9901, 7, 2, 0x4541, 3, 8)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr(locked, random_bytes(400))
        z.writestr("open.txt", copied_article(s))
    data = bytearray(out.getvalue())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        where = data.index(sign) + at
        data[where : where + 4] = struct.pack("<HH", 1, 99)
    return bytes(data)


def two_wrong(s):
    whole = packed({"a.txt": copied_article(s, n=1), "b.txt": copied_article(s, n=2)}, method=zipfile.ZIP_STORED)
    return whole.replace(b"Sleet", b"Sleat")


# ---- pages


def blog_export(s):
    page = '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Rain {n} in {m}</title><style>* {{font-family: Georgia}}</style></head><body><article class="h-entry"><header><h1 class="p-name">Rain {n} in {m}</h1></header><section data-field="subtitle" class="p-summary">It rained.</section><section data-field="body" class="e-content"><section name="ab{n}" class="section section--body"><div class="section-inner">{p}</div></section></section><footer><p>By <a href="https://m.example/@ana" class="p-author h-card">Ana Roe</a> on <a href="https://m.example/p/{n}"><time class="dt-published" datetime="2026-03-13T10:00:00.000Z">March 13, 2026</time></a>.</p><p><a href="https://m.example/p/{n}" class="p-canonical">Canonical link</a></p></footer></article></body></html>'
    return packed(
        {
            f"posts/2026-03-13_Rain-{n}-ab{n}.html": page.format(
                n=n, m=s.mark, p=ps(s, n, attrs=' class="graf graf--p"')
            )
            for n in (1, 2, 3)
        }
    )


def letters_export(s):
    table = rows_of(
        [
            "post_id",
            "post_date",
            "is_published",
            "email_sent_at",
            "inbox_sent_at",
            "type",
            "audience",
            "title",
            "subtitle",
            "podcast_url",
        ],
        [
            [
                f"10{n}.rain-{n}",
                f"2026-03-0{n}T10:00:00.000Z",
                "true",
                "",
                "",
                "newsletter",
                "everyone",
                f"Rain {n} in {s.mark}",
                "",
                "",
            ]
            for n in (1, 2)
        ],
        quoting=csv.QUOTE_MINIMAL,
        end="\n",
    )
    return packed({"posts.csv": table, **{f"posts/10{n}.rain-{n}.html": ps(s, n) for n in (1, 2)}})


def without_head(s):
    """Return a ZIP of three stories; the head before the data of the second one is overwritten."""
    data = packed({f"{name}.txt": copied_article(s, n) for n, name in enumerate("abc", 1)})
    at = data.index(b"PK\3\4", 4)
    return data[:at] + bytes(26) + data[at + 26 :]


KINDS = [
    Kind("packed table", "a.csv.gz", lambda s: gzip.compress(s.table().encode()), 3),
    Kind("packed table cut off", "a.csv.gz", lambda s: gzip.compress(s.table().encode())[:-20], 0, ("damaged gzip",)),
    Kind("lines packed and cut off", "a.jsonl.gz", lambda s: gzip.compress(s.lines().encode())[:-12], 2, ("damaged gzip",)),
    Kind("ZIP", "a.zip", two, 2),
    Kind("ZIP in a ZIP", "a.zip", lambda s: two(s, ("c.zip", zipped(("d.txt", "x")))), 2, ("archive in an archive",)),
    Kind("member outside its folder", "a.zip", lambda s: two(s, names=("../../a.txt", "b.html")), 2),
    Kind("member with an absolute path", "a.zip", lambda s: two(s, names=("/etc/a.txt", "b.html")), 2),
    Kind("member with a Windows path", "a.zip", lambda s: two(s, names=("C:\\a\\..\\b.txt", "b.html")), 2),
    Kind("encrypted member", "a.zip", lambda s: flagged(two(s)), 1, ("encrypted",)),
    Kind("wrong checksum of a member", "a.zip", lambda s: damaged_member(two(s)), 1, ("damaged zip member",)),
    Kind("ZIP cut off", "a.zip", lambda s: two(s)[:-30], 0, ("damaged zip",)),
    Kind("ZIP without a file", "a.zip", lambda s: zipped(), 0, ("empty file",)),
    Kind("ZIP of folders", "a.zip", lambda s: zipped(("a/", ""), ("b/", "")), 0, ("empty file",)),
    Kind("what macOS leaves in a ZIP", "a.zip", lambda s: two(s, ("__MACOSX/._a.txt", b"\0\5\x16\7"), (".DS_Store", b"\0")), 2),
    Kind("empty member", "a.zip", lambda s: two(s, ("c.txt", "")), 2, ("empty file",)),
    Kind("member without a record", "a.zip", lambda s: two(s, ("c.csv", "title,date,text\n")), 2, ("no record",)),
    Kind("list without a record in a ZIP", "a.zip", lambda s: two(s, ("c.json", "[]")), 2, ("no record",)),
    Kind("picture in a ZIP", "a.zip", lambda s: two(s, ("c.png", b"\x89PNG\r\n")), 2, FORM_NOT_KNOWN),
    Kind("name of a member twice", "a.zip", lambda s: two(s, ("a.txt", f"Hail\n\n{s.long(3)}")), 3),
    Kind("name of a member with codes", "a.zip", lambda s: two(s, names=("\x1b[2Ja\n.txt", "b.html")), 2),
    Kind("packed member", "a.zip", lambda s: two(s, ("c.csv.gz", gzip.compress(s.table().replace("day", "night").encode()))), 5),
    Kind("bytes above a ZIP", "a.zip", lambda s: b"MZ" + two(s), 0, ("not text",)),
    Kind("packed text", "a.txt.gz", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode()), 1),
    Kind("packed in two members", "a.csv.gz", lambda s: b"".join(gzip.compress(part.encode() + b"\n") for part in s.table().splitlines()), 3),
    Kind("bytes behind gzip", "a.txt.gz", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode()) + b"more", 1, note="left out 4 bytes"),
    Kind("checksum of gzip", "a.txt.gz", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode())[:-8] + b"\0" * 8, 0, ("damaged gzip",)),
    Kind("start of gzip alone", "a.gz", lambda s: b"\x1f\x8b", 0, ("damaged gzip",)),
    Kind("packed nothing", "a.txt.gz", lambda s: gzip.compress(b""), 0, ("empty file",)),
    Kind("packed ZIP", "a.zip.gz", lambda s: gzip.compress(two(s)), 2),
    Kind("Word named as ZIP", "a.zip", word, 1),
    Kind("Parquet packed by gzip", "a.parquet.gz", lambda s: gzip.compress(parquet_of(frame(s))), 3),
    Kind("Parquet in a ZIP", "a.zip", lambda s: zipped(("a.parquet", parquet_of(frame(s)))), 3),
    Kind("lines packed in two parts", "a.jsonl.gz", lambda s: b"".join(gzip.compress((json.dumps(r) + "\n").encode()) for r in s.records()), 3),
    Kind("feed packed by gzip", "a.xml.gz", lambda s: gzip.compress(feed(s).encode()), 3),
    *(Kind(f"ZIP by {name}", "a.zip", lambda s, method=method: zip_of_two_pages(s, method), 2) for name, method in (("nothing", 0), ("bzip2", 12), ("lzma", 14))),
    Kind("ZIP with a remark", "a.zip", lambda s: zip_of_two_pages(s, 8, b"made by hand"), 2),
    Kind("link in a ZIP", "a.zip", linked_member, 1, NO_STORY),
    Kind("member by a method that is not there", "a.zip", lambda s: zip_of_two_pages(s, 0).replace(b"PK\x03\x04\x14\0\0\0\0\0", b"PK\x03\x04\x14\0\0\0\x09\0", 1).replace(b"PK\x01\x02\x14\x03\x14\0\0\0\0\0", b"PK\x01\x02\x14\x03\x14\0\0\0\x09\0", 1), 1, ("damaged zip member",)),
    Kind("bytes behind a ZIP", "a.zip", lambda s: zip_of_two_pages(s, 8) + b"\0" * 100, 2),
    Kind("member with a name of signs", "a.zip", lambda s: two(s, names=("a\x1b[2J\u202e.txt", 'b"><script>.html')), 2),
    Kind("stream of zlib", "a.z", lambda s: zlib.compress(s.long().encode()), 0, NOT_TEXT),
    Kind("packed table of bzip2", "a.csv.bz2", lambda s: bz2.compress(s.table().encode()), 0, FORM_NOT_KNOWN),
    Kind("ZIP written as a stream", "a.zip", streamed, 2),
    Kind("ZIP of 64 bits", "a.zip", of_64_bits, 2),
    Kind("size of a member that is a lie", "a.zip", lying, 1, ("damaged zip member",)),
    Kind("ZIP in parts", "a.zip", lambda s: b"PK\x07\x08" + two(s), 0, NOT_TEXT),
    Kind("workbook, table and Word in a ZIP", "a.zip", lambda s: zipped(("a.xlsx", workbook(rows(s))), ("b.docx", docx(para(f"Rain in {s.mark}"), *map(para, s.long().split("\n\n"))))), 4),
    Kind("path in the head of gzip", "a.txt.gz", with_a_path, 1),
    Kind("zeros behind gzip", "a.txt.gz", lambda s: gzip.compress(copied(s).encode()) + b"\0" * 512, 1),
    Kind("tar of bzip2", "a.tar.bz2", lambda s: bz2.compress(s.long().encode()), 0, FORM_NOT_KNOWN),
    Kind("100 names for one member", "a.zip", named_often, 1, ("damaged zip member",) * REFUSED, repeats=99 - REFUSED),
    Kind("seven zip", "a.7z", lambda s: b"7z\xbc\xaf'\x1c\0\x04" + bytes(200), 0, ("form not known",)),
    Kind("zip: a wrong sum", "a.zip", bad_sum, 1, ("damaged zip member",)),
    Kind("zip: a link", "a.zip", link, 1, ("no story",)),
    Kind(
        "zip: absolute and climbing paths",
        "a.zip",
        lambda s: packed({"/etc/a.txt": copied_without_byline(s, 1), "../../b.txt": copied_without_byline(s, 2), "C:\\c.txt": copied_without_byline(s, 3)}),
        3,
    ),
    Kind("zip: one name twice", "a.zip", lambda s: packed([("a.txt", copied_without_byline(s, 1)), ("a.txt", copied_without_byline(s, 2))]), 2),
    Kind(
        "zip: names that differ in case", "a.zip", lambda s: packed({"a.txt": copied_without_byline(s, 1), "A.TXT": copied_without_byline(s, 2)}), 2
    ),
    Kind(
        "zip: in a zip",
        "a.zip",
        lambda s: packed({"b.zip": packed({"c.txt": copied_without_byline(s)}), "a.txt": copied_without_byline(s, 2)}),
        1,
        ("archive in an archive",),
    ),
    Kind("zip: empty", "a.zip", lambda s: packed({}), 0, ("empty file",)),
    Kind("zip: bzip2 inside", "a.zip", lambda s: packed({"a.txt": copied_without_byline(s)}, method=zipfile.ZIP_BZIP2), 1),
    Kind(
        "zip: words before it", "a.zip", lambda s: b"#!/bin/sh\nexit\n" + packed({"a.txt": copied_without_byline(s)}), 0, ("not text",)
    ),
    Kind(
        "zip: breaks off",
        "a.zip",
        lambda s: packed({"a.txt": copied_without_byline(s), "b.txt": copied_without_byline(s, 2)})[:-40],
        0,
        ("damaged zip",),
    ),
    Kind("zip: a name with a line break", "a.zip", lambda s: packed({"a\nb\x1b[31m.txt": copied_without_byline(s)}), 1),
    Kind(
        "zip: a table inside with a bad row",
        "a.zip",
        lambda s: packed({"a.csv": s.table(["Rain", "2026-03-02", ""]).encode()}),
        2,
        ("no text",),
    ),
    Kind(
        "gzip: words after it",
        "a.txt.gz",
        lambda s: gzip.compress(copied_without_byline(s), mtime=0) + b"rubbish",
        1,
        note="left out 7 bytes",
    ),
    Kind(
        "gzip: a wrong sum",
        "a.txt.gz",
        lambda s: gzip.compress(copied_without_byline(s), mtime=0)[:-8] + bytes(8),
        0,
        ("damaged gzip",),
    ),
    Kind(
        "gzip: in a gzip",
        "a.txt.gz.gz",
        lambda s: gzip.compress(gzip.compress(copied_without_byline(s), mtime=0), mtime=0),
        0,
        ("archive in an archive",),
    ),
    Kind("zip: a comment of endings", "a.zip", odd_zip, 0, ("damaged zip",)),
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
    Kind("gzip: of a zip", "a.zip.gz", lambda s: gzip.compress(packed({"a.txt": copied_without_byline(s)}), mtime=0), 1),
    Kind("gzip: empty", "a.gz", lambda s: gzip.compress(b"", mtime=0), 0, ("empty file",)),
    Kind("dump of a wiki, packed by bzip2", "a.xml.bz2", lambda s: bz2.compress(b"<mediawiki><page><title>Rain</title></page></mediawiki>"), 0, FORM_NOT_KNOWN),
    Kind("ZIP within gzip within a ZIP", "a.zip", lambda s: packed({"b.zip.gz": gzip.compress(packed({"a.txt": copied_without_byline(s)}), mtime=0)}), 0, ("archive in an archive",)),
    Kind("ZIP with an Office file that needs a password", "a.zip", lambda s: packed({"a.docx": OLE + "EncryptedPackage".encode("utf-16-le"), "b.txt": copied_without_byline(s)}), 1, ("encrypted",)),
    Kind("lz4", "a.lz4", lambda s: noise(b"\x04\x22\x4d\x18\x64\x40"), 0, FORM_NOT_KNOWN),
    Kind("PDF in gzip", "a.pdf.gz", lambda s: gzip.compress(noise(b"%PDF-1.7\n"), mtime=0), 0, FORM_NOT_KNOWN),
    Kind("bzip2 in gzip", "a.bz2.gz", lambda s: gzip.compress(bz2.compress(copied_without_byline(s)), mtime=0), 0, FORM_NOT_KNOWN),
    Kind("document of Google as a packed page", "Rain.zip", lambda s: packed({"Rain.html": s.page().encode(), "images/image1.png": noise(b"\x89PNG\r\n\x1a\n")}), 1, FORM_NOT_KNOWN),
    Kind("book whose kind is not given", "a.zip", lambda s: packed({"META-INF/container.xml": b'<?xml version="1.0"?><container><rootfiles/></container>', "OEBPS/content.opf": b'<?xml version="1.0"?><package><metadata/></package>', "OEBPS/1.xhtml": s.page().encode()}), 1, FORM_NOT_KNOWN * 2),
    Kind("tar of the oldest form", "a.tar", old_tar, 0, NOT_TEXT),
    Kind("packed by compress", "a.txt.Z", lambda s: noise(b"\x1f\x9d\x90", 5), 0, FORM_NOT_KNOWN),
    Kind("RTF in a ZIP", "a.zip", lambda s: packed({"a.rtf": b"{\\rtf1\\ansi Rain\\par}", "b.txt": copied_without_byline(s)}), 1, FORM_NOT_KNOWN),
    Kind("same name in two folders of a ZIP", "a.zip", lambda s: packed({"a/index.html": s.page(n=1).encode(), "b/index.html": s.page(n=2).encode()}), 2),
    Kind("name of a device in a ZIP", "a.zip", lambda s: packed({"CON.txt": copied_without_byline(s)}), 1),
    Kind("what programs leave in a ZIP", "a.zip", lambda s: packed({"a.txt": copied_without_byline(s), "Thumbs.db": b"\xd0\xcf\x11\xe0", "desktop.ini": b"[.ShellClassInfo]\n", ".git/config": b"[core]\n"}), 1),
    Kind("bad row in a packed table in a ZIP", "a.zip", zipped_with("b.csv.gz", lambda s: gzip.compress(s.table(["Rain", "2026-03-02"]).encode())), 4, BROKEN_ROW),
    Kind("cut workbook beside a good one in a ZIP", "a.zip", lambda s: packed({"a.xlsx": sheet()(s), "b.xlsx": sheet()(s)[:-40]}), 3, ("damaged zip",)),
    Kind("damaged document in a ZIP", "a.zip", zipped_with("m.docx", lambda s: document(lines("Rain"))[:-50]), 2, ("damaged zip",)),
    Kind("cut gzip in a ZIP", "a.zip", zipped_with("m.txt.gz", lambda s: gzip.compress(copied_without_byline(s))[:-20]), 2, ("damaged gzip",)),
    Kind("noise in a ZIP", "a.zip", zipped_with("m.txt", lambda s: noise(b"\0\1\2")), 2, NOT_TEXT),
    Kind("e-mail in a ZIP", "a.zip", zipped_with("m.eml", letter), 2, FORM_NOT_KNOWN),
    Kind("RAR in a ZIP", "a.zip", zipped_with("m.rar", lambda s: b"Rar!\x1a\x07\x01\0" + bytes(90)), 2, FORM_NOT_KNOWN),
    Kind("bad line of lines in a ZIP", "a.zip", zipped_with("m.jsonl", lambda s: s.lines('{"title": ')), 4, NOT_VALID_JSON),
    Kind("damaged feed in a ZIP", "a.zip", zipped_with("m.xml", lambda s: feed(s, end="")), 5, ("broken feed",)),
    Kind("member packed by a new method", "a.zip", lambda s: packed({"a.txt": copied_without_byline(s), "b.txt": copied_without_byline(s, 2)}).replace(b"PK\x03\x04\x14\0\0\0\x08\0", b"PK\x03\x04\x14\0\0\0\x5d\0", 1).replace(b"PK\x01\x02\x14\x03\x14\0\0\0\x08\0", b"PK\x01\x02\x14\x03\x14\0\0\0\x5d\0", 1), 1, ("damaged zip member",)),
    Kind("words behind gzip", "a.csv.gz", lambda s: gzip.compress(s.table().encode()) + b"the end", 3, (), "left out"),
    Kind("gzip whose bytes are damaged in the middle", "a.jsonl.gz", lambda s: (lambda data: data[:80] + bytes(20) + data[100:])(gzip.compress(s.lines().encode())), 0, ("damaged gzip",)),
    Kind("packed e-mail", "a.eml.gz", lambda s: gzip.compress(letter(s).encode()), 0, FORM_NOT_KNOWN),
    Kind("pages packed with a folder as a file", "a.zip", lambda s: packed([("a", copied_without_byline(s)), ("a/b.txt", copied_without_byline(s, 2))]), 2),
    Kind("packed workbook", "a.xlsx.gz", lambda s: gzip.compress(sheet()(s)), 3),
    Kind("packed Word document", "a.docx.gz", lambda s: gzip.compress(document(lines(f"Rain in {s.mark}", *s.long().split("\n\n")))), 1),
    Kind("gzip cut in its head", "a.txt.gz", lambda s: gzip.compress(copied_without_byline(s))[:5], 0, ("damaged gzip",)),
    Kind("good files of five forms beside a bad one in a ZIP", "a.zip", lambda s: packed({"a.txt": copied_without_byline(s, 5), "b.html": s.page(n=6).encode(), "c.csv": s.table().encode(), "d.docx": document(lines(f"Snow in {s.mark}", *s.long(9).split("\n\n"))), "e.xml": feed(s).replace("on day", "on night").encode(), "f.json": b'{"title": '}), 9, NOT_VALID_JSON),
    Kind("text named as a ZIP", "a.zip", lambda s: copied_without_byline(s), 1),
    Kind("fifty empty files and a good one in a ZIP", "a.zip", lambda s: packed({"a.txt": copied_without_byline(s)} | {f"e{n}.txt": b"" for n in range(50)}), 1, ("empty file",) * 50),
    Kind("directory of a ZIP that points beyond its end", "a.zip", beyond_the_end, 1, ("damaged zip member",)),
    Kind("one story under two names in a ZIP", "a.zip", lambda s: packed({"a.txt": copied_without_byline(s), "copy/a.txt": copied_without_byline(s)}), 1, repeats=1),
    Kind("packed feed, cut off", "a.xml.gz", lambda s: gzip.compress(("<rss version='2.0'><channel><title>L</title>" + item(s, 1) + item(s, 2) + "</channel></rss>").encode())[:-30], 0, ("damaged gzip",)),
    Kind("200 folders in a ZIP", "a.zip", lambda s: packed({"a/" * 200 + "a.txt": copied_without_byline(s)}), 1),
    Kind("packed box of e-mails", "a.mbox.gz", lambda s: gzip.compress(f"From ana@l.example Sun Mar  1 10:00:00 2026\nFrom: ana@l.example\nTo: tom@l.example\nSubject: Rain\n\n{s.long()}\n".encode()), 0, FORM_NOT_KNOWN),
    Kind("packed table without its sum", "a.csv.gz", lambda s: taken(s, 8), 0, ("damaged gzip",)),
    Kind("tar as a folder of pages", "a.tar.gz", lambda s: gzip.compress(tar_with_empty_member(s)), 0, FORM_NOT_KNOWN),
    Kind("lines that only their name calls packed", "a.jsonl.gz", lambda s: s.lines(), 3),
    Kind("whole lines in gzip and a damaged member behind them", "a.jsonl.gz", lambda s: gzip.compress(s.lines().encode(), mtime=0) + b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + b"\xff" * 200, 3, ("damaged gzip",)),
    Kind("day that no calendar has in a ZIP", "a.zip", lambda s: packed([("a.html", s.page().encode())], date=(1980, 0, 0, 0, 0, 0)), 1),
    Kind("one damaged member between two whole ones", "a.zip", lambda s: spoil(packed([(f"{n}.html", s.page(n=n).encode()) for n in (1, 2, 3)]), "2.html"), 2, ("damaged zip member",)),
    Kind("one locked member beside an open one", "a.zip", lambda s: lock(packed([("1.html", s.page(n=1).encode()), ("2.html", random_bytes(900))]), "2.html"), 1, ("encrypted",)),
    Kind("ZIP named as gzip", "a.jsonl.gz", lambda s: packed([("a.jsonl", s.lines().encode())]), 3),
    Kind("extra field, remark and sum in the head of gzip", "a.jsonl.gz", lambda s: gzip_with_words(s.lines().encode()), 3),
    Kind("plain lines named as packed ones", "a.jsonl.gz", lambda s: s.lines(), 3),
    Kind("gzip with every field in its head", "a.jsonl.gz", lambda s: full_head(s.lines().encode()), 3),
    Kind("gzip in blocks with an empty one at the end", "a.csv.gz", lambda s: in_blocks(s.table().encode()), 3),
    Kind("table beside an RTF in a ZIP", "a.zip", lambda s: packed({"table.csv": s.table(), "letter.rtf": rtf_of_two_stories(s)}), 3, ("form not known",)),
    Kind("page beside a ZIP that is cut off in a ZIP", "a.zip", lambda s: packed({"page.html": s.page(), "inner.zip": packed({"b.txt": copied_article(s, 2)})[:120]}), 1, ("damaged zip",)),
    Kind("line without its end between two, packed", "a.jsonl.gz", lambda s: gzip.compress(s.lines(json.dumps(s.record(2))[:60]).encode(), mtime=0), 2, ("not valid JSON",)),
    Kind("ZIP of three in which the head of the second is overwritten", "a.zip", without_head, 2, ("damaged zip member",)),
    Kind("lines packed, and a second part of which only the head is there", "a.jsonl.gz", lambda s: gzip.compress(s.lines().encode(), mtime=0) + gzip.compress(json.dumps(s.record(4)).encode(), mtime=0)[:10], 3, ("damaged gzip",)),
    Kind("database beside a table in a ZIP", "a.zip", lambda s: packed({"table.csv": s.table(), "notes.db": database(s)}), 3, ("form not known",)),
    Kind("table with a short row in a ZIP in a ZIP", "a.zip", lambda s: packed({"inner.zip": packed({"table.csv": s.table([f"Rain 2 in {s.mark}"])})}), 0, ("archive in an archive",)),
    Kind("letter named as a text beside a table in a ZIP", "a.zip", lambda s: packed({"table.csv": s.table(), "letter.txt": mail(s, 4)}), 3, ("form not known",)),
    Kind("second member of gzip begins within a letter", "a.jsonl.gz", cut_in_a_letter, 3),
    Kind("table beside an old workbook in a ZIP", "a.zip", lambda s: packed({"a.csv": quoted_table(s), "b.xls": ole("Root Entry", "Workbook")}), 3, ("form not known",)),
    Kind("workbook named as a ZIP", "export.zip", lambda s: book(s), 3),
    Kind("page that was not found, named as a ZIP", "articles.zip", lambda s: "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>The page that you asked for is not here.</p></body></html>", 0, ("not an article",)),
    Kind("gzip named as a ZIP", "a.zip", lambda s: gzip.compress(s.table().encode(), mtime=0), 3),
    Kind("table of OpenDocument beside a table in a ZIP", "a.zip", lambda s: packed({"a.ods": ods(s), "b.csv": s.table()}), 3, FORM_NOT_KNOWN),
    Kind("MHTML packed by gzip", "a.mhtml.gz", lambda s: gzip.compress(mhtml(s.page()).encode(), mtime=0), 1),
    Kind("two MHTML in a ZIP", "a.zip", lambda s: packed({"a.mhtml": mhtml(s.page(n=1)), "b.mht": mhtml(s.page(n=2)).replace("l.example/1", "l.example/2")}), 2),
    Kind("RTF packed by gzip", "a.rtf.gz", lambda s: gzip.compress(rtf(s).encode(), mtime=0), 0, FORM_NOT_KNOWN),
    Kind("MHTML, TAR and PDF in a ZIP", "a.zip", lambda s: packed({"a.mhtml": mhtml(s.page()), "b.tar": tarred(s), "c.pdf": pdf(s)}), 1, ("form not known", "form not known")),
    Kind("member of a ZIP without a day", "a.zip", dayless, 1),
    Kind("300 stories in a ZIP", "a.zip", lambda s: packed({f"{n}.txt": copy(s, n) for n in range(1, 301)}), 300),
    Kind("lines out of DynamoDB, packed", "a.json.gz", lambda s: gzip.compress("".join(json.dumps({"Item": {name: {"S": value} for name, value in r.items()} | {"views": {"N": "7"}}}) + "\n" for r in s.records()).encode(), mtime=0), 3),
    Kind("gzip that an editor of texts saved", "a.csv.gz", lambda s: spoilt(gzip.compress(s.table().encode(), mtime=0)), 0, NOT_TEXT),
    Kind("member locked by AES beside an open one", "a.zip", aes, 1, ("encrypted",)),
    Kind("ZIP of which each member has a wrong sum", "a.zip", two_wrong, 0, ("damaged zip member", "damaged zip member")),
    Kind("posts of a blog's export in a ZIP", "export.zip", blog_export, 3),
    Kind("export of letters to readers: a table without texts beside the pages", "export.zip", letters_export, 2, ("no text column",)),
    Kind("RAR named as a ZIP", "a.zip", lambda s: b"Rar!\x1a\x07\x01\x00" + bytes((n * 61 + 3) % 256 for n in range(2000)), 0, ("form not known",)),
    Kind("packed table with its ending in capitals", "RAIN.CSV.GZ", lambda s: gzip.compress(s.table().encode(), mtime=0), 3),
    Kind("tables of two outlets in folders of a ZIP", "a.zip", lambda s: zipped(("ledger/rain.csv", s.table()), ("courier/rain.csv", csv_text(["title", "date", "text"], [list(s.record(n).values()) for n in (4, 5, 6)]))), 6),
]  # fmt: skip
