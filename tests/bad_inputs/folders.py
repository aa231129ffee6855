"""Kinds of bad input: several files, links, and names of files."""

import gzip
import json
import os
import random
import stat
import unicodedata
import zlib
from pathlib import Path

from bad_inputs.kinds import Kind, Stories
from bad_inputs.make_packs import copy, document, lines, linked_to, mail, noise, ole, quoted_table, story_page
from bad_inputs.make_pages import notice
from bad_inputs.make_papers import PDF, paragraph
from bad_inputs.make_tables import dumped, parquet, parquet_of_numbers
from bad_inputs.make_texts import beside, copied_article, copied_without_byline, packed
from bad_inputs.reasons import BROKEN_ROW, FORM_NOT_KNOWN, NOT_AN_ARTICLE, NOT_TEXT, NOT_VALID_JSON


def too_long(path) -> None:
    """Make a file whose path is longer than the system opens at once."""
    here = os.open(path.parent, os.O_RDONLY)
    for _ in range(45):
        os.mkdir("x" * 100, dir_fd=here)
        inner = os.open("x" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    file = os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here)
    os.write(file, b"Rain")
    os.close(file)
    os.close(here)


def two_days(s):
    one, two, three = (json.dumps(r) + "\n" for r in s.records())
    return {"monday.jsonl": one + two, "tuesday.jsonl": one + two + three[:40] + "\n" + three}


SIGNED = "-----BEGIN PGP SIGNATURE-----\n\niQEzBAABCAAdFiEEq0x1Yb8aYd3mJt0b5c7WqzvN2LwFAmAAAAAACgkQ5c7WqzvN\n2LyB5gf/Zc4o0c0mJ8nqk1v2rTqYxw9eU7hGd3LrE5pKq8sTn6aYc2vBf1XoZiQm\n=Ab3d\n-----END PGP SIGNATURE-----\n"
LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 184213\n"
FRAME = '<!DOCTYPE html>\n<!-- saved from url=(0036)https://ads.l.example/frame.html --><html><head><title>Ad</title></head><body style="margin:0"><div id="ads"><a href="https://shop.l.example/"><img src="./boots.png" alt=""></a></div><script>var shown = 1;</script></body></html>'


def overlap(s: Stories, form) -> dict:
    return {"a.json": form([s.record(1), s.record(2)]), "b.json": form([s.record(2), s.record(3)])}


def with_files(s):
    return {
        "Rain.html": s.page(
            head='<link rel="icon" href="Rain_files/favicon.ico"><link rel="manifest" href="Rain_files/manifest.json">'
        ),
        "Rain_files/letters.woff2": b"wOF2\0\1\0\0" + random.Random(5).randbytes(4000),
        "Rain_files/favicon.ico": b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0\x68\4\0\0\x16\0\0\0"
        + random.Random(5).randbytes(1128),
        "Rain_files/manifest.json": '{"name": "The Ledger", "short_name": "Ledger", "start_url": "/", "display": "standalone", "icons": [{"src": "a.png", "sizes": "48x48"}]}',
    }


# Folders, links and names --------------------------------------------------------------------------------------------


def to_link(path):
    (path.parent / "c.txt").symlink_to("b.txt")
    path.symlink_to("a.txt")


def sparse(path):
    with path.open("wb") as file:
        file.truncate(5 << 30)


def aged(text, when):
    def make(path):
        path.write_text(text)
        os.utime(path, (when, when))

    return make


PACKAGE = json.dumps(
    {
        "name": "rain",
        "licenses": [{"name": "CC0-1.0"}],
        "resources": [
            {
                "name": "articles",
                "path": "articles.csv",
                "format": "csv",
                "schema": {"fields": [{"name": name, "type": "string"} for name in ("title", "date", "text")]},
            }
        ],
    },
    indent=2,
)


def split_list(s: Stories) -> dict:
    whole = dumped(s.records())
    second = whole.index(dumped(s.record(2)))
    cut = second + len(dumped(s.record(2))) * 2 // 3
    return {"articles.json.aa": whole[:cut], "articles.json.ab": whole[cut:]}


def spark(s):
    head, *found = quoted_table(s).splitlines(keepends=True)
    return {
        "rain.csv/_SUCCESS": b"",
        "rain.csv/.part-00000.csv.crc": b"crc\0\0\0\2\0",
        "rain.csv/part-00000.csv": head + found[0] + found[1],
        "rain.csv/part-00001.csv": head + found[2],
    }


KINDS = [
    Kind("Parquet beside a good page", "", beside("a.parquet", lambda s: parquet(s)[:300]), 1, ("damaged Parquet file",)),
    Kind("cut list beside a good page", "", beside("a.json", lambda s: json.dumps(s.records())[:-30]), 3, NOT_VALID_JSON),
    Kind("error page beside a good page", "", beside("b.html", lambda s: notice("502 Bad Gateway", "nginx")), 1, NOT_AN_ARTICLE),
    Kind("stream of zlib beside a good page", "", beside("a.bin", lambda s: zlib.compress(s.long().encode() * 9)), 1, NOT_TEXT),
    Kind("link to nothing beside a good page", "", lambda s: {"good.txt": copied_without_byline(s), "link.txt": linked_to("gone.txt")}, 1, ("cannot be opened",)),
    Kind("folder linked to its own parent beside a good page", "", lambda s: {"good.txt": copied_without_byline(s), "again": linked_to("..")}, 1, ("cannot be opened",)),
    Kind("second name of a page", "", lambda s: {"good.txt": copied_without_byline(s), "same.txt": lambda path: os.link(Path(path).parent / "good.txt", path)}, 1, repeats=1),
    Kind("pipe beside a good page", "", lambda s: {"good.txt": copied_without_byline(s), "pipe.txt": os.mkfifo}, 1),
    Kind("hidden file beside a good page", "", lambda s: {"good.txt": copied_without_byline(s), ".good.txt": copied_without_byline(s, 2)}, 1),
    Kind("empty file beside a good page", "", beside("b.txt", lambda s: b""), 1, ("empty file",)),
    Kind("table, its copy and its backup", "", lambda s: {"a.csv": s.table(), "a (1).csv": s.table(), "a.csv.bak": s.table()}, 3, repeats=6),
    Kind("folder named as a file beside a good page", "", lambda s: {"good.txt": copied_without_byline(s), "b.html/a.txt": copied_without_byline(s, 2)}, 2),
    Kind("picture, film and PDF beside a good page", "", lambda s: {"good.txt": copied_without_byline(s), "a.png": b"\x89PNG\r\n\x1a\n" + bytes(90), "a.mp4": noise(b"\0\0\0\x18ftypmp42"), "a.pdf": b"%PDF-1.7\n%\xe2\xe3\n"}, 1, FORM_NOT_KNOWN * 2 + NOT_TEXT),
    Kind("Parquet in folders by day", "", lambda s: {"date=2026-03-01/part-0.parquet": parquet(s)}, 3),
    Kind("path beyond what the system opens", "", lambda s: {"good.txt": copied_without_byline(s), "deep.txt": too_long}, 1, ("cannot be opened",)),
    Kind("one name in two forms of its letters", "", lambda s: {unicodedata.normalize("NFC", "café.txt"): copied_without_byline(s), unicodedata.normalize("NFD", "café.txt"): copied_without_byline(s, 2)}, 2),
    Kind("folder named as a ZIP", "", lambda s: {"a.zip/a.txt": copied_without_byline(s)}, 1),
    Kind("names that end with a dot and a line end", "", lambda s: {"a.": copied_without_byline(s), "b\n": copied_without_byline(s, 2)}, 2),
    Kind("table beside a cut copy of it", "", lambda s: {"a.csv": s.table(), "b.csv": s.table()[:-60]}, 3, BROKEN_ROW, repeats=2),
    Kind("link to a good page within the folder", "", lambda s: {"good.txt": copied_without_byline(s), "link.txt": linked_to("good.txt")}, 1, repeats=1),
    Kind("names of devices and blanks", "", lambda s: {"aux.html": s.page(n=1), "b /c.txt": copied_without_byline(s, 2)}, 2),
    Kind("good page, table and document in three folders", "", lambda s: {"a/b/c.html": s.page(), "a/d/e.csv": s.table().replace("on day", "on night"), "a/d/f.docx": document(lines(f"Snow in {s.mark}", *s.long(9).split("\n\n")))}, 5),
    Kind("noise beside a good page", "", beside("b.txt", lambda s: noise(b"\1\2", 11)), 1, ("not text",)),
    Kind("same records as a table, as a list and as Parquet", "", lambda s: {"a.csv": s.table(), "b.json": json.dumps(s.records()), "c.parquet": parquet_of_numbers(s)}, 3, repeats=6),
    Kind("story beside a list without a record", "", lambda s: {"a.txt": copied_article(s), "b.json": "[]\n"}, 1, ("no record",)),
    Kind("folder of letters beside a story", "", lambda s: {"story.txt": copied_article(s, 3), "box/cur/1772323200.1.host": mail(s, 1), "box/cur/1772323201.2.host": mail(s, 2)}, 1, ("form not known",) * 2),
    Kind("three parts of a table in Parquet, one cut off", "", lambda s: {"part-0.parquet": parquet_of_numbers(s, (1, 2, 3)), "part-1.parquet": parquet_of_numbers(s, (7, 8, 9))[:-200], "part-2.parquet": parquet_of_numbers(s, (4, 5, 6))}, 6, ("damaged Parquet file",)),
    Kind("good ZIP beside one of which half is there", "", lambda s: {"good.zip": packed({"a.txt": copied_article(s, 1)}), "bad.zip": (lambda data: data[: len(data) // 2])(packed({"b.txt": copied_article(s, 2)}))}, 1, ("damaged zip",)),
    Kind("folders of two outlets beside what Windows leaves", "", lambda s: {"ledger/a.txt": copied_article(s, 1), "ledger/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "courier/b.txt": copied_article(s, 2), "courier/desktop.ini": "[.ShellClassInfo]\r\nIconFile=a.ico\r\n", "herald/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)}, 2),
    Kind("PDF named as a page beside a page", "", lambda s: {"a.html": s.page(), "b.html": PDF}, 1, ("form not known",)),
    Kind("box of one letter beside lines", "", lambda s: {"a.jsonl": s.lines(), "box.mbox": "From ana@ledger.example Sun Mar  1 10:00:00 2026\n" + mail(s, 4).replace("\r\n", "\n") + "\n"}, 3, ("form not known",)),
    Kind("folder of parts as Spark leaves it", "", spark, 3, ("empty file",)),
    Kind("page beside the frame of an advertisement", "", lambda s: {"Rain.html": s.page(), "Rain_files/saved_resource.html": FRAME}, 1, ("no body found",)),
    Kind("table beside what Git keeps in place of one", "", lambda s: {"a.csv": LFS, "b.csv": quoted_table(s)}, 3, ("form not known",)),
    Kind("story beside what a cloud has not fetched", "", lambda s: {"Rain.txt": copied_article(s), ".Hail.txt.icloud": b"bplist00\xd3\x01\x02\x03\x04\x05\x06NSURLNameKey" + bytes(32)}, 1),
    Kind("lines of two days, the second with a broken one", "", two_days, 3, ("not valid JSON",), repeats=2),
    Kind("Word document beside one with a password", "", lambda s: {"a.docx": document(paragraph(f"Rain 1 in {s.mark}") + "".join(map(paragraph, s.long().split("\n\n")))), "b.docx": ole("Root Entry", "EncryptionInfo", "EncryptedPackage")}, 1, ("encrypted",)),
    Kind("signature beside the story that it signs", "", lambda s: {"a.txt": copied_article(s), "a.txt.asc": SIGNED}, 1, ("form not known",)),
    Kind("table beside a page of an error packed and named as one", "", lambda s: {"a.csv": quoted_table(s), "b.csv.gz": gzip.compress(notice("404 Not Found", "The requested URL was not found on this server.").encode(), mtime=0)}, 3, ("not an article",)),
    Kind("list split by size into two files", "", split_list, 2, ("not valid JSON",) * 2),
    Kind("two pages of answers that overlap by one record", "", lambda s: overlap(s, dumped), 3, repeats=1),
    Kind("page and the copy that a mirror keeps of it", "", lambda s: {"rain.html": story_page(s), "rain.html.orig": story_page(s)}, 1, repeats=1),
    Kind("two names that differ in their capitals alone", "", lambda s: {"Rain.txt": f"Rain 1 in {s.mark}\n\n{s.long(1)}\n", "rain.txt": f"Rain 2 in {s.mark}\n\n{s.long(2)}\n"}, 2),
    Kind("page beside its folder of letters, an icon and a manifest", "", with_files, 1, ("no text", "not text", "not text")),
    Kind("link to a link to a page beside it", "", lambda s: {"a.txt": copy(s), "b.txt": to_link}, 1, repeats=2),
    Kind("link by its whole path to a page beside it", "", lambda s: {"a.txt": copy(s), "b.txt": lambda path: path.symlink_to(path.parent / "a.txt")}, 1, repeats=1),
    Kind("socket beside a good page", "", lambda s: {"a.txt": copy(s), "b.txt": lambda path: os.mknod(path, stat.S_IFSOCK | 0o644)}, 1),
    Kind("file of 5 GB of nothing", "a.txt", lambda s: sparse, 0, ("over the limit: unpacked_mb",)),
    Kind("files last changed in 1901 and in 2400", "", lambda s: {"a.txt": aged(copy(s, 1), -2_170_000_000), "b.txt": aged(copy(s, 2), 13_600_000_000)}, 2),
    Kind("name with signs that stand for others", "[a-z]*?{1,2}.txt", lambda s: copy(s), 1),
    Kind("table beside its datapackage.json", "", lambda s: {"articles.csv": s.table(), "datapackage.json": PACKAGE}, 3, ("no text",)),
    Kind("one file for each article", "", lambda s: {f"{r['date']}.json": json.dumps(r, indent=4, ensure_ascii=False) + "\n" for r in s.records()}, 3),
    Kind("three files of no byte", "", lambda s: {"a.docx": b"", "b.xlsx": b"", "c.zip": b""}, 0, ("empty file", "empty file", "empty file")),
]  # fmt: skip
