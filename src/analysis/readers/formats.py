"""Read a file in whatever format it is: `read` takes its content, `read_path` its path.

To add a format, RTF for example:

1. Write `readers/rtf.py` with two functions: `is_rtf(data, name)` returns whether the content is RTF, and
   `read(data, name)` yields one `RawRecord` (see `raw_record.py`) per article. Rejects are records, too:
   `reject("no text", "…")`. Read records through `guard.each`, so that one that fails does not lose the others.
2. Add a line to BINARY_FORMATS below or, if the format is text in some encoding, to TEXT_FORMATS. The first format in
   these lists that fits reads the file. The content decides, not the name of the file: people rename files.
3. Remove the format from `signs.py`, if it is there.
4. Test it in `tests/readers/`, and describe it in the README.

Readers pass on what a file says about its articles. What it means (dates, names, agencies, what on a page is story) is
decided by the same rules for all formats in `analysis.articles`.
"""

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NamedTuple

from analysis.readers import (
    arc,
    archive,
    csv_text,
    factiva,
    feed,
    guard,
    joined,
    json_lines,
    json_text,
    markup,
    nexis,
    nexis_text,
    plain,
    proquest,
    sheets,
    warc,
)
from analysis.readers.decode import LOST, Unreadable, decode, decode_ascii
from analysis.readers.page import saved_page
from analysis.readers.raw_record import RawRecord, with_notes
from analysis.readers.signs import kind_of
from analysis.readers.surroundings import without_complaints, without_fences
from analysis.readers.wrapped import unwrapped, without_quote_marks, without_server_head


class Format(NamedTuple):
    """A file format: `fits` and `read` take the content (bytes or decoded text) and the name of the file."""

    name: str
    fits: Callable[[Any, str], bool]
    read: Callable[[Any, str], Iterator[RawRecord]]


# The first format that fits reads the file.
BINARY_FORMATS = [  # take bytes
    Format("warc", warc.is_warc, warc.read),
    Format("arc", arc.is_arc, arc.read),
    Format("nexis", nexis.is_docx, nexis.read),
    Format("xlsx", sheets.is_workbook, sheets.read_workbook),
    Format("parquet", sheets.is_parquet, sheets.read_parquet),
    Format("feed", feed.is_feed, feed.read),
]
TEXT_FORMATS = [  # take decoded text; text that fits nothing else is a copied page
    Format("factiva", factiva.is_factiva, factiva.read),
    Format("nexis", nexis_text.is_nexis_text, nexis_text.read),
    Format("html", saved_page.is_html, saved_page.read),
    Format("json", json_text.is_json, json_text.read_json),
    Format("markup", markup.is_markup, markup.read),
    Format("proquest", proquest.is_proquest, proquest.read),
    Format("csv", csv_text.is_csv, csv_text.read_csv),
    Format("text", lambda text, name: True, plain.read),
]
FORMATS = [*BINARY_FORMATS, *TEXT_FORMATS]

_TABLES = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")  # extensions of files of many records, read fast
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # what an Office file with a password has in it


def read(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw articles and rejects in a file, in its order.

    The content decides how it is read; gzip and ZIP files are unpacked. Content of any kind never raises an error: what
    cannot be read is a reject.

    Parameters
    ----------
    data : bytes
        Content of the file.
    name : str
        Its name, only used where the content leaves a choice.

    Examples
    --------
    >>> [raw["form"] for raw in read(b'{"title": "Rain", "text": "It rained."}', "a.txt")]
    ['json']
    """
    yield from guard.all_of(_unpacked(data, name))


def read_path(path: Path) -> Iterator[RawRecord]:
    """Yield the raw articles and rejects of a file. JSON Lines are streamed, other formats read whole.

    How large a file may be that is read whole, `analysis.corpus.files` decides. Raises OSError if it cannot be opened.
    """
    with archive.opened(path) as stream:
        if json_lines.is_json_lines(stream):
            yield from guard.all_of(_json_lines(stream, path.name))
            return
    yield from read(path.read_bytes(), path.name)


def is_streamed(path: Path) -> bool:
    """Return whether a file is read line by line, so that its size does not matter: JSON Lines, packed or not.

    Raises OSError if it cannot be opened.
    """
    with archive.opened(path) as stream:
        return json_lines.is_json_lines(stream)


def is_table(name: str) -> bool:
    """Return whether a file of this name is a table of articles, to plan the work; `read` goes by the content.

    Reading a table is quick, and the records take the time; it is the other way round with pages, archives and Word.

    >>> is_table("export.jsonl.gz"), is_table("page.html")
    (True, False)
    """
    return name.lower().removesuffix(".gz").endswith(_TABLES)


def _unpacked(data: bytes, name: str, *, inside: bool = False) -> Iterator[RawRecord]:
    """Yield the records of a file and, if it is a ZIP, of each file in it. A ZIP `inside` a ZIP is not opened."""
    if data[:2] == archive.GZIP and not warc.is_warc(data, name):
        name = re.sub(r"\.gz$", "", name)
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            if json_lines.is_json_lines(stream):
                yield from _json_lines(stream, name)
                return
        data, notes = archive.gunzip(data)
        if data[:2] == archive.GZIP:
            raise Unreadable("archive in an archive", f"{name} is packed twice; unpack the outer one")
        yield from (with_notes(raw, notes) for raw in _unpacked(data, name, inside=inside))
    elif not archive.is_bundle(data):
        yield from _read_unpacked(data, name)
    elif inside and archive.open_zip(data):  # a damaged one says so
        raise Unreadable("archive in an archive", f"{name} is packed twice; unpack the outer one")
    else:
        for part in archive.parts(data):
            for member, content in archive.members(part):
                yield from (raw | {"member": member} for raw in guard.all_of(_read_member(content, member)))


def _read_member(content: bytes | Unreadable, member: str) -> Iterator[RawRecord]:
    if isinstance(content, Unreadable):
        raise content
    yield from _unpacked(content, member, inside=True)


def _read_unpacked(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the records of a file that is not packed, at least one.

    Raises Unreadable if no format fits, all of it is damaged, or there is no record in it.
    """
    empty = True
    for raw in _records(data, name):
        empty = False
        yield raw
    if empty:
        raise Unreadable("no record", "the file is an export without a record")


def _records(data: bytes, name: str) -> Iterator[RawRecord]:
    data, complaints = without_complaints(without_fences(without_server_head(data)))
    stream = io.BytesIO(data)
    if json_lines.is_json_lines(stream):
        yield from (with_notes(raw, complaints) for raw in _json_lines(stream, name))
        return
    content: bytes | str = data
    notes = complaints
    fitting = next((known for known in BINARY_FORMATS if known.fits(data, name)), None)
    if not fitting or (fitting.fits is feed.is_feed and joined.goes_on(data)):
        text, found = _as_text(data)
        notes = complaints + found
        with_gaps, text = text, text.replace(LOST, "")
        if len(parts := joined.parts_of(text)) > 1:
            yield from _in_order(parts, name, 0)
            return
        if not fitting:
            fitting = next(known for known in TEXT_FORMATS if known.fits(text, name))
            content = with_gaps if fitting.fits is csv_text.is_csv else text
    for raw in fitting.read(content, name):
        labeled = raw | {"form": raw.get("form", fitting.name)}
        yield with_notes(labeled, notes)


def _json_lines(stream: IO[bytes] | gzip.GzipFile, name: str) -> Iterator[RawRecord]:
    """Yield the records of JSON Lines, and of what another form stands below them."""
    number = 0
    for raw in json_lines.read_json_lines(stream, stops=joined.begins_other):
        number = max(number, raw.get("record") or 0)
        yield raw
    rest = b""
    with suppress(OSError, EOFError, zlib.error):  # a packed file that breaks off, of which a reject tells
        rest = stream.read()
    if rest:
        yield from _in_order([rest], name, number)


def _in_order(parts: Iterable[str | bytes], name: str, number: int) -> Iterator[RawRecord]:
    """Yield the records of parts of a file, numbered on from `number`."""
    for part in parts:
        before = number
        for raw in guard.all_of(_records(part if isinstance(part, bytes) else part.encode("utf-8", "replace"), name)):
            number = max(number, before + (raw.get("record") or 1))
            yield raw | {"record": before + (raw.get("record") or 1)}


def _as_text(data: bytes) -> tuple[str, list[str]]:
    """Return the decoded text, unwrapped, and notes on guesses. Raises Unreadable for other files and empty ones."""
    kind = kind_of(data)
    if kind and _ENCRYPTED in data:
        raise Unreadable("encrypted", "an Office file that needs a password; save it without one")
    if kind:
        known = ", ".join(dict.fromkeys(form.name for form in FORMATS))
        raise Unreadable("form not known", f"{kind}; known are {known}, each also as .gz and in a .zip")
    text, notes = decode(data, lost=LOST)
    if not text.replace(LOST, "").strip():
        raise Unreadable("empty file", "")
    text, found = decode_ascii(text)
    return unwrapped(without_quote_marks(text.lstrip("\0\x1a"))), notes + found
