"""The files that `fuzz.py` damages: real ones of ../shared/data, cut to some articles, and invented ones."""

import csv
import gzip
import io
import itertools
import json
import re
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path.insert(0, str(ROOT / "tests"))

from invented_exports import (  # noqa: E402
    ATOM,
    COVER,
    CRAWL,
    PAGE,
    RSS,
    docx,
    factiva,
    factiva_document,
    factiva_title,
    nexis_document,
    proquest,
    proquest_record,
)  # fmt: skip
from invented_records import RECORD  # noqa: E402

Original = tuple[str, bytes]
PART = 60_000  # characters of a large file that are kept


@cache
def records() -> list[dict[str, str]]:
    """Return some articles as records, of AllSides or invented."""
    path = DATA / "allsides" / "both.jsonl.gz"
    if not path.is_file():
        return [RECORD | {"title": f"Rain {n}"} for n in range(5)]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in itertools.islice(lines, 5)]


def files(pattern: str) -> list[Original]:
    """Return name and content of the files of ../shared/data that fit a pattern."""
    return [(path.name, path.read_bytes()) for path in sorted(DATA.glob(pattern))[:12]]


def short_page(name: str, data: bytes, end: bytes) -> Original:
    """Return a file cut behind the last `end` of its first part."""
    first = data[:PART]
    return name, first[: first.rfind(end) + len(end)] if len(data) > PART and end in first else first


def short_docx(name: str, data: bytes) -> Original:
    """Return a Word file with its first paragraphs only."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        copy.writestr("[Content_Types].xml", packed.read("[Content_Types].xml"))
        xml = packed.read("word/document.xml").decode()
        ends = [found.end() for found in re.finditer("</w:p>", xml[: 2 * PART])]
        body = xml[: ends[-1]] + "</w:body></w:document>" if len(xml) > 2 * PART else xml
        copy.writestr("word/document.xml", body)
    return name, out.getvalue()


def factiva_files() -> list[Original]:
    real = [short_page(*file, b"</p>") for file in files("exports/factiva/*.html")]
    invented = factiva(factiva_document([factiva_title("Rain")], ["It rained.", "Again."], ["Copyright"]))
    return [*real, ("factiva.html", invented.encode())]


def nexis_files() -> list[Original]:
    real = [short_docx(*file) for file in files("exports/lexis/*.docx")]
    return [*real, ("nexis.docx", docx(*COVER, *nexis_document(1), *nexis_document(2)))]


def nexis_text_files() -> list[Original]:
    story = "\n\n".join(record["content_original"] for record in records()[:2])
    parts = [
        f"{n} of 3 DOCUMENTS\n\nThe Ledger\n\nMarch {n}, 2026 Tuesday\n\nRain at last\n\nBYLINE: ANA ROE\n\n"
        f"SECTION: NEWS; Pg. {n}\n\n"
        f"LENGTH: 40 words\n\n{story}\n\nLOAD-DATE: March 4, 2026\n\nLANGUAGE: ENGLISH\n\n"
        for n in (1, 2, 3)
    ]
    page = "<html><body>" + "".join(f"<DOCFULL><p>{part}</p></DOCFULL>" for part in parts) + "</body></html>"
    return [("lexis.txt", "".join(parts).encode()), ("lexis.html", page.replace("\n\n", "<br><br>").encode())]


def proquest_files() -> list[Original]:
    real = [short_page(*file, b"_" * 20 + b"\r\n") for file in files("exports/proquest/*.txt")]
    invented = proquest(
        *(proquest_record(n, record["content_original"]) for n, record in enumerate(records(), start=1))
    )
    return [*real, ("proquest.txt", invented.encode())]


def warc_files() -> list[Original]:
    return [
        *files("exports/warc/*"),
        ("crawl.warc", b"".join(CRAWL)),
        ("crawl.warc.gz", b"".join(map(gzip.compress, CRAWL))),
    ]


def arc_files() -> list[Original]:
    page = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = b"filedesc://crawl.arc 0.0.0.0 20260303061200 text/plain 76\n1 0 Archive\nURL IP date type length\n"
    line = f"http://l.example/rain 192.0.2.1 20260303061200 text/html {len(page)}\n".encode()
    return [("crawl.arc", head + b"\n" + line + page + b"\n" + line + page + b"\n")]


def html_files() -> list[Original]:
    real = [(name, gzip.decompress(data)) for name, data in files("wcxb/html/*.gz")[:6]] + files("pages/html/*")[:6]
    return [*(short_page(name.removesuffix(".gz"), data, b">") for name, data in real), ("page.html", PAGE.encode())]


def markup_files() -> list[Original]:
    pages = html_files()[:3]
    head = b'From: <Saved by Ana>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    part = b"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return [("page.mhtml", head + part + page + b"\r\n--x--\r\n") for _, page in pages]


def json_files() -> list[Original]:
    found = records()
    wrapped = {"status": "ok", "articles": [{"_source": record} for record in found]}
    return [
        ("lines.jsonl", "\n".join(map(json.dumps, found)).encode()),
        ("list.json", json.dumps(found, indent=1).encode()),
        ("wrapped.json", json.dumps(wrapped).encode()),
        ("columns.json", pd.DataFrame(found).to_json().encode()),
        ("lines.jsonl.gz", gzip.compress("\n".join(map(json.dumps, found)).encode(), mtime=0)),
    ]


def csv_files() -> list[Original]:
    found = records()
    made = []
    for name, delimiter in (("rows.csv", ","), ("rows.tsv", "\t"), ("semicolons.csv", ";")):
        out = io.StringIO()
        writer = csv.DictWriter(out, list(found[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(found)
        made.append((name, out.getvalue().encode()))
    return made


def xlsx_files() -> list[Original]:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(list(records()[0]))
    for record in records():
        book.active.append([str(value)[:30_000] for value in record.values()])
    book.save(out)
    return [("rows.xlsx", out.getvalue())]


def parquet_files() -> list[Original]:
    out = io.BytesIO()
    pd.DataFrame(records()).astype(str).to_parquet(out)
    return [("rows.parquet", out.getvalue())]


def feed_files() -> list[Original]:
    items = "".join(
        f"<item><title>{escape(record['title'])}</title><link>https://l.example/{n}</link>"
        "<pubDate>Tue, 03 Mar 2026 06:12:00 -0500</pubDate>"
        f"<content:encoded><![CDATA[<p>{escape(record['content_original'])}</p>]]></content:encoded></item>"
        for n, record in enumerate(records())
    )
    rss = f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>L</title>{items}</channel></rss>'
    return [
        ("feed.xml", rss.encode()),
        ("rss.xml", RSS.encode("iso-8859-1", "xmlcharrefreplace")),
        ("atom.xml", ATOM.encode()),
    ]


def text_files() -> list[Original]:
    copied = files("first-article/*")
    stories = [f"{r['title']}\n\nBy {r['authors']}\n\n{r['date']}\n\n{r['content_original']}" for r in records()]
    return [
        *(file for file in copied if file[0].endswith((".txt", ".md"))),
        *(("copied.txt", words.encode()) for words in stories),
    ]


def zip_files() -> list[Original]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in [html_files()[-1], csv_files()[0], json_files()[0], text_files()[-1], feed_files()[0]]:
            packed.writestr(f"folder/{name}", data)
    return [("articles.zip", out.getvalue())]


ORIGINALS: dict[str, Callable[[], list[Original]]] = {
    "arc": arc_files,
    "csv": csv_files,
    "factiva": factiva_files,
    "feed": feed_files,
    "html": html_files,
    "json": json_files,
    "markup": markup_files,
    "nexis": nexis_files,
    "nexis-text": nexis_text_files,
    "parquet": parquet_files,
    "proquest": proquest_files,
    "text": text_files,
    "warc": warc_files,
    "xlsx": xlsx_files,
    "zip": zip_files,
}


@cache
def originals(reader: str) -> list[Original]:
    """Return name and content of the files that a reader reads, at least one."""
    return ORIGINALS[reader]()
