"""Bad archives: ZIP, gzip, WARC, ARC; and files of kinds that no reader knows."""

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile

from invented_exports import OK, docx, para, warc_record

from bad_inputs.kinds import Kind, Stories

UNKNOWN = ("form not known",)


def zipped(*files: tuple[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def two(s: Stories, *more: tuple[str, bytes | str], names: tuple[str, str] = ("a.txt", "b.html")) -> bytes:
    """Return a ZIP of a copied page, a saved page, and other files."""
    return zipped((names[0], f"Rain in {s.mark}\n\n{s.long(1)}"), (names[1], s.page(n=2)), *more)


def flagged(data: bytes) -> bytes:
    """Return a ZIP whose first file is marked as encrypted."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def noise(n: int) -> bytes:
    return random.Random(0).randbytes(n)


def tar(s: Stories) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        info = tarfile.TarInfo("a.txt")
        info.size = len(s.long().encode())
        packed.addfile(info, io.BytesIO(s.long().encode()))
    return out.getvalue()


ZIP = [
    Kind("ZIP", "a.zip", two, 2),
    Kind("ZIP named as text", "a.txt", two, 2),
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
    Kind("bomb in a ZIP", "a.zip", lambda s: two(s, ("c.txt", b"\0" * 40_000_000)), 2, ("too large when unpacked",)),
    Kind("empty member", "a.zip", lambda s: two(s, ("c.txt", "")), 2, ("empty file",)),
    Kind("member without a record", "a.zip", lambda s: two(s, ("c.csv", "title,date,text\n")), 2, ("no record",)),
    Kind("list without a record in a ZIP", "a.zip", lambda s: two(s, ("c.json", "[]")), 2, ("no record",)),
    Kind("picture in a ZIP", "a.zip", lambda s: two(s, ("c.png", b"\x89PNG\r\n")), 2, UNKNOWN),
    Kind("name of a member twice", "a.zip", lambda s: two(s, ("a.txt", f"Hail\n\n{s.long(3)}")), 3),
    Kind("name of a member with codes", "a.zip", lambda s: two(s, names=("\x1b[2Ja\n.txt", "b.html")), 2),
    Kind("name of a member of 5,000 characters", "a.zip", lambda s: two(s, names=("x" * 5000 + ".txt", "b.html")), 2),
    Kind("packed member", "a.zip", lambda s: two(s, ("c.csv.gz", gzip.compress(s.table().replace("day", "night").encode()))), 5),
    Kind("bytes above a ZIP", "a.zip", lambda s: b"MZ" + two(s), 0, ("not text",)),
]  # fmt: skip


def damaged_member(data: bytes) -> bytes:
    """Return a ZIP whose first file has another checksum than the directory says."""
    changed = bytearray(data)
    place = data.index(b"PK\x01\x02") + 16
    changed[place : place + 4] = b"\1\2\3\4"
    return bytes(changed)


GZIP = [
    Kind("packed text", "a.txt.gz", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode()), 1),
    Kind("packed and named as text", "a.txt", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode()), 1),
    Kind("packed in two members", "a.csv.gz", lambda s: b"".join(gzip.compress(part.encode() + b"\n") for part in s.table().splitlines()), 3),
    Kind("bytes behind gzip", "a.txt.gz", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode()) + b"more", 1, note="left out 4 bytes"),
    Kind("checksum of gzip", "a.txt.gz", lambda s: gzip.compress(f"Rain\n\n{s.long()}".encode())[:-8] + b"\0" * 8, 0, ("damaged gzip",)),
    Kind("start of gzip alone", "a.gz", lambda s: b"\x1f\x8b", 0, ("damaged gzip",)),
    Kind("bomb in gzip", "a.txt.gz", lambda s: gzip.compress(b"\0" * 40_000_000), 0, ("too large when unpacked",)),
    Kind("packed twice", "a.txt.gz.gz", lambda s: gzip.compress(gzip.compress(f"Rain\n\n{s.long()}".encode())), 0, ("archive in an archive",)),
    Kind("packed nothing", "a.txt.gz", lambda s: gzip.compress(b""), 0, ("empty file",)),
    Kind("packed ZIP", "a.zip.gz", lambda s: gzip.compress(two(s)), 2),
]  # fmt: skip


def warc(s: Stories, n: int, *, http: str = OK, body: bytes = b"") -> bytes:
    return warc_record("response", body or s.page(n=n).encode(), http=http, url=f"https://l.example/{n}")


WARC = [
    Kind("WARC", "a.warc", lambda s: warc(s, 1) + warc(s, 2), 2),
    Kind("WARC packed", "a.warc.gz", lambda s: gzip.compress(warc(s, 1)) + gzip.compress(warc(s, 2)), 2),
    Kind("WARC packed as one", "a.warc.gz", lambda s: gzip.compress(warc(s, 1) + warc(s, 2)), 2),
    Kind("WARC cut off", "a.warc", lambda s: warc(s, 1) + warc(s, 2)[:-400], 1, ("damaged record",)),
    Kind("WARC packed and cut off", "a.warc.gz", lambda s: gzip.compress(warc(s, 1)) + gzip.compress(warc(s, 2))[:-60], 1, ("damaged record",)),
    Kind("WARC with a damaged member", "a.warc.gz", lambda s: gzip.compress(warc(s, 1)) + damaged(gzip.compress(warc(s, 2))) + gzip.compress(warc(s, 3)), 2, ("damaged record",)),
    Kind("page that was not found", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http="HTTP/1.1 404 Not Found\nContent-Type: text/html"), 1, ("not a page",)),
    Kind("picture in a WARC", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http="HTTP/1.1 200 OK\nContent-Type: image/png", body=b"\x89PNG"), 1, ("not a page",)),
    Kind("response without a header", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http=""), 1, ("not a page",)),
    Kind("page in a compression that it is not", "a.warc", lambda s: warc(s, 1) + warc(s, 2, http=f"{OK}\nContent-Encoding: gzip"), 2),
    Kind("page in an encoding that is not there", "a.warc", lambda s: warc(s, 1, http=f"{OK}; charset=x-none") + warc(s, 2), 2),
    Kind("page without a body in a WARC", "a.warc", lambda s: warc(s, 1) + warc(s, 2, body=b"<html><body></body></html>"), 1, ("no body found",)),
    Kind("WARC without a page", "a.warc", lambda s: warc_record("warcinfo", b"software: none"), 0, ("no record",)),
    Kind("first line of a WARC alone", "a.warc", lambda s: b"WARC/1.0\r\n", 0, ("damaged record",)),
]  # fmt: skip


def damaged(data: bytes) -> bytes:
    return data[:40] + b"\xff" * 8 + data[48:]


def arc(s: Stories, *, length: int = 0, numbers: tuple = (1, 2), kind: str = "text/html") -> bytes:
    head = b"filedesc://a.arc 0.0.0.0 20260303061200 text/plain 76\n1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n\n"
    found = head
    for n in numbers:
        page = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + s.page(n=n).encode()
        found += f"http://l.example/{n} 192.0.2.1 20260303061200 {kind} {length or len(page)}\n".encode() + page + b"\n"
    return found


ARC = [
    Kind("ARC", "a.arc", lambda s: arc(s), 2),
    Kind("ARC packed", "a.arc.gz", lambda s: gzip.compress(arc(s)), 2),
    Kind("wrong lengths in an ARC", "a.arc", lambda s: arc(s, length=7), 2),
    Kind("ARC without a page", "a.arc", lambda s: arc(s, numbers=()), 0, ("no record",)),
    Kind("first line of an ARC alone", "a.arc", lambda s: b"filedesc://a.arc 0.0.0.0", 0, ("damaged record",)),
    Kind("pictures in an ARC", "a.arc", lambda s: arc(s, kind="image/gif"), 0, ("not a page",)),
    Kind("ARC cut off in a header", "a.arc", lambda s: arc(s)[: arc(s).index(b"http://l.example/2") + 30], 1),
]  # fmt: skip

OTHERS = [
    Kind(f"{name}", file, lambda s, data=data: data, 0, UNKNOWN)
    for name, file, data in [
        ("PDF", "a.pdf", b"%PDF-1.7\n1 0 obj<<>>endobj"), ("RTF", "a.rtf", b"{\\rtf1\\ansi Rain fell.}"), ("PNG", "a.png", b"\x89PNG\r\n\x1a\n" + noise(99)),
        ("JPEG", "a.jpg", b"\xff\xd8\xff\xe0" + noise(99)), ("GIF", "a.gif", b"GIF89a" + noise(99)), ("old Word", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(999)),
        ("bzip2", "a.bz2", bz2.compress(b"Rain " * 99)), ("xz", "a.xz", lzma.compress(b"Rain " * 99)), ("zstd", "a.zst", b"\x28\xb5\x2f\xfd" + noise(99)),
        ("7z", "a.7z", b"7z\xbc\xaf\x27\x1c" + noise(99)), ("RAR", "a.rar", b"Rar!\x1a\x07" + noise(99)), ("program", "a.bin", b"\x7fELF" + noise(99)),
        ("database", "a.db", b"SQLite format 3\0" + noise(99)), ("PDF named as text", "a.txt", b"%PDF-1.4 Rain fell."),
        ("slides", "a.pptx", zipped(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>"))),
        ("OpenDocument", "a.odt", zipped(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<?xml version='1.0'?><a/>"))),
        ("tar", "a.tar", tar(Stories("Tarmouth"))), ("packed tar", "a.tar.gz", gzip.compress(tar(Stories("Tarmouth")))),
    ]
] + [
    Kind("sound", "a.mp3", lambda s: b"ID3\4\0\0" + noise(999), 0, ("not text",)),
    Kind("noise", "a.txt", lambda s: noise(5000), 0, ("not text",)),
    Kind("mainframe's text", "a.txt", lambda s: s.long().encode("cp037"), 1),
]  # fmt: skip


def word(s: Stories, *, old: str = "", new: str = "", inside: str = "") -> bytes:
    """Return a Word file that is no export, with some of its XML replaced."""
    paras = [para(f"Rain in {s.mark}"), inside, *(para(part) for part in s.long().split("\n\n"))]
    if not old:
        return docx(*paras)
    with zipfile.ZipFile(io.BytesIO(docx(*paras))) as packed:
        files = [(name, packed.read(name).decode()) for name in packed.namelist()]
    return zipped(*((name, content.replace(old, new, 1)) for name, content in files))


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
WORD = [
    Kind("Word", "a.docx", word, 1, (), "a Word document"),
    Kind("Word named as ZIP", "a.zip", word, 1),
    Kind("Word with broken markup", "a.docx", lambda s: word(s, old="</w:body>", new="</w:bo"), 0, ("damaged Word document",)),
    Kind("Word without words", "a.docx", lambda s: docx(para("")), 0, ("empty file",)),
    Kind("Word cut off", "a.docx", lambda s: word(s)[:-40], 0, ("damaged zip",)),
    Kind("entities in Word", "a.docx", lambda s: word(s, old="<w:document", new=f'<!DOCTYPE l [<!ENTITY l0 "ha">{LAUGHS}]><w:document'), 1),
    Kind("file named in Word", "a.docx", lambda s: word(s, old="<w:document", new='<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document'), 1),
    Kind("tables nested in Word", "a.docx", lambda s: word(s, inside="<w:tbl><w:tr><w:tc>" * 200 + para("In it.") + "</w:tc></w:tr></w:tbl>" * 200), 1),
    Kind("tables nested deeper in Word", "a.docx", lambda s: word(s, inside="<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000), 0, ("damaged Word document",)),
    Kind("bomb in Word", "a.docx", lambda s: zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", b" " * 40_000_000)), 0, ("too large when unpacked",)),
]  # fmt: skip

KINDS = [*ZIP, *GZIP, *WARC, *ARC, *OTHERS, *WORD]
