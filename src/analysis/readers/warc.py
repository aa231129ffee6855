"""Read web archives (WARC, gzipped or not): each page among their records is read as a saved page."""

import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Literal

from fastwarc.warc import ArchiveIterator, WarcRecord

from analysis.readers import archive, guard, limits
from analysis.readers.decode import Unreadable, decode
from analysis.readers.page import saved_page
from analysis.readers.raw_record import RawRecord, reject, with_notes

_START = re.compile(rb"\A\s*WARC/\d\.\d\r?\n")
_ABOVE = 1 << 20  # bytes of a record whose head was cut off
_MEMBER = b"\x1f\x8b\x08"  # how each gzipped record begins
_HEAD = re.compile(rb"^WARC/\d\.\d\r?\n(?:[\w-]{1,60}:[^\n]*\n)++\r?\n", re.M)  # of a record
_NAMES = {name.lower(): name for name in (b"WARC-Type", b"Content-Length", b"Content-Type")}  # as fastwarc wants them
_BLANK = b"\r\n\t\0 "
_VERSION = b"WARC/1."
_NEXT = b"\r\n\r\n" + _VERSION  # above the head of a record, never within one
_NAME = re.compile(rb"^(?:" + b"|".join(_NAMES) + rb")(?=:)", re.I | re.M)
_Undo = Literal["none", "content", "all"]
_UNDONE: tuple[_Undo, ...] = ("all", "content", "none")
_KNOWN_ENCODINGS = {"", "identity", "gzip", "deflate", "br"}
_X_GZIP = re.compile(rb"(?<=\nContent-Encoding:)\s{0,9}x-gzip", re.I)
_OF_ARCHIVE = "the type warcinfo"  # its head, no record of what was saved
_PAGES = {"text/html", "application/xhtml+xml"}


def is_warc(data: bytes, name: str) -> bool:
    """Return whether `data` is a WARC file, gzipped or not."""
    if data[:2] == _MEMBER[:2]:
        try:
            data = zlib.decompressobj(31).decompress(data[:4096], 64)
        except zlib.error:
            return False
    if _START.match(data[:64]):
        return True
    is_other = data.startswith(b"PK") or data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"{", b"["))
    return not is_other and bool(_HEAD.search(data, 0, _ABOVE))  # below a record whose head was cut off


def read(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each HTML response, and a reject for each damaged place.

    A crawl has thousands of other records (requests, metadata, images, errors). They give one reject per kind, with the
    number of them in `detail`; the head in which the archive tells of itself gives none. `record` counts the records of
    the file.
    """
    others: dict[str, list[int]] = {}
    for number, record, block in _records(data):
        if isinstance(record, Unreadable):
            yield reject(record.reason, record.detail, record=number)
            continue
        if kind := _why_no_page(record, block):
            if kind == _OF_ARCHIVE:
                continue
            others.setdefault(kind, []).append(number)
            continue
        url = _header(record, "WARC-Target-URI").strip("<> ")
        yield from read_page(_to_utf8(block, record.http_charset), number, url)
    yield from no_pages(others)


def read_page(body: bytes, number: int, url: str) -> Iterator[RawRecord]:
    """Yield the raw article of a page that is a record of an archive, which knows its address."""
    text, notes = decode(body)
    for raw in guard.all_of(saved_page.read(text, "", is_alone=False)):
        numbered = with_notes(raw, notes) | {"record": number}
        yield numbered if "reason" in raw else numbered | {"url": raw.get("url") or url}


def no_pages(others: Mapping[str, Sequence[int]]) -> Iterator[RawRecord]:
    """Yield a reject for each kind of records that are no pages, given by their numbers."""
    for kind, numbers in others.items():
        yield reject("not a page", f"{len(numbers)} of {kind}", record=numbers[0])


def _records(data: bytes) -> Iterator[tuple[int, WarcRecord | Unreadable, bytes]]:
    """Yield each record with its number and content (of an HTTP response: its body, unpacked).

    A damaged place gives one Unreadable. Reading goes on behind it, at the next record.
    """
    data = _with_usual_names(data)
    numbers, whole, end = count(1), True, 0
    first = None if _START.match(data[:64]) or data[:2] == _MEMBER[:2] else _HEAD.search(data)
    start = first.start() if first else 0
    while start >= 0:
        last, problem = start, None
        try:
            for record in ArchiveIterator(io.BytesIO(data[start:]), parse_http=False, quirks_mode=True):
                last = start + record.stream_pos
                if stray := _stray(data, end, last):
                    yield next(numbers), stray, b""
                block, end = (
                    archive.read_limited(record.reader.read, len(data), 0),
                    _end_of(data, last, record.content_length),
                )
                if _NEXT in block:
                    raise ValueError("it holds the head of the next record: its length is wrong")
                found, body = _parsed(record, block)
                whole = not isinstance(found, Unreadable)
                yield next(numbers), found, body
        except Unreadable as error:  # it unpacks to too much
            problem = error
        except (OSError, ValueError) as error:
            problem = Unreadable("damaged record", str(error))
        if not problem and _is_cut_off(data, last):
            problem = Unreadable("damaged record", "the file is cut off in it")
        problem = problem or _stray(data, end, len(data))
        if problem and whole:  # only once for each damaged place
            yield next(numbers), problem, b""
            whole, end = False, len(data)
        start = _next_start(data, last + 1) if problem else -1


def _next_start(data: bytes, start: int) -> int:
    """Return where the next record from `start` on begins: in a gzipped file the next member; -1 for nowhere."""
    if data[:2] == _MEMBER[:2]:
        return data.find(_MEMBER, start)
    found = data.find(_NEXT, start)
    return found + len(_NEXT) - len(_VERSION) if found >= 0 else -1


def _with_usual_names(data: bytes) -> bytes:
    """Return a file that is not packed with the names of its headers as most programs write them."""

    def renamed(head: re.Match[bytes]) -> bytes:
        return _NAME.sub(lambda name: _NAMES[name[0].lower()], head[0])

    return data if data[:2] == _MEMBER[:2] else _HEAD.sub(renamed, data)


def _end_of(data: bytes, start: int, length: int) -> int:
    """Return where the record at `start` ends; the end of the data where only its member of a gzipped file tells."""
    head = _HEAD.match(data, start) if length else None
    return head.end() + length if head else len(data)


def _stray(data: bytes, end: int, start: int) -> Unreadable | None:
    """Return the problem of bytes between the end of a record and the start of the next; None for blank ones."""
    n_bytes = len(data[end:start].strip(_BLANK))
    return Unreadable("damaged record", f"{n_bytes:,} bytes behind a record belong to none") if n_bytes else None


def _parsed(record: WarcRecord, block: bytes) -> tuple[WarcRecord | Unreadable, bytes]:
    """Return a record with its HTTP headers parsed, and its body; Unreadable if it is cut off or damaged."""
    if len(block) < record.content_length:
        return Unreadable(
            "damaged record", f"cut off: {len(block):,} of {record.content_length:,} bytes are there"
        ), b""
    if not _header(record, "Content-Length").isdigit():
        return Unreadable("damaged record", "it does not say how long it is"), b""
    if not record.is_http:
        return record, block
    block = _with_usual_head(block)
    problem: Exception | None = None
    # Some crawlers undo the encodings that the header names (chunked, gzip, br), and leave the header as it was.
    for undo in _UNDONE:
        try:
            return _with_http(record, block, undo)
        except Unreadable as error:  # it unpacks to too much
            return error, b""
        except (OSError, ValueError) as error:
            problem = problem or error
    return Unreadable("damaged record", str(problem)[:200]), b""


def _with_usual_head(block: bytes) -> bytes:
    """Return an HTTP message with the line ends that its head should have, and gzip by the name that fastwarc knows.

    Some programs write the line ends of Unix.
    """
    head, end, body = block.partition(b"\n\n")
    if end and b"\r\n" not in head:
        block = head.replace(b"\n", b"\r\n") + b"\r\n\r\n" + body
    head, end, body = block.partition(b"\r\n\r\n")
    return _X_GZIP.sub(b"gzip", head) + end + body


def _with_http(record: WarcRecord, block: bytes, undo: _Undo) -> tuple[WarcRecord, bytes]:
    """Return a copy of a record with its HTTP headers parsed, and its body, of which encodings are undone."""
    parsed = WarcRecord()  # a record whose body could not be decoded cannot be parsed again
    for name, value in record.headers.items():
        parsed.headers[name] = value
    parsed.is_http = True
    parsed.set_bytes_content(block)
    parsed.parse_http(auto_decode=undo)
    body = archive.read_limited(parsed.reader.read, len(block), 0)
    encoding = (parsed.http_headers.get("Content-Encoding") or "").lower()
    if body and encoding not in _KNOWN_ENCODINGS and not _is_page(body):
        raise ValueError(f"the content encoding {encoding} is not known")
    return parsed, _inflated(body) if encoding == "deflate" else body


def _inflated(body: bytes) -> bytes:
    """Return a body that was packed without the head that "deflate" asks for, unpacked; any other as it is."""
    try:
        unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, int(limits.current().unpacked_mb * (1 << 20)))
    except zlib.error:
        return body
    return unpacked if _is_page(unpacked) else body


def _is_page(body: bytes) -> bool:
    return saved_page.is_html(body[:5000].decode("latin-1"), "")


def _is_cut_off(data: bytes, last: int) -> bool:
    """Return whether a gzipped file ends within a member behind `last`, the start of the last one that was read."""
    return data[last : last + 3] == _MEMBER and not archive.gzip_end(data[last:])


def _header(record: WarcRecord, name: str) -> str:
    return record.headers.get(name, "") or ""


def _why_no_page(record: WarcRecord, body: bytes) -> str:
    """Return what a record is, in words, if it is not an HTML page that was delivered; "" for a page."""
    kind = (_header(record, "WARC-Type") or "unknown").lower()
    if kind not in {"response", "resource"}:
        return f"the type {kind}"
    status = record.http_headers.status_code if record.http_headers else 200
    if status != 200:
        return f"the HTTP status {status}"
    said = record.http_content_type if record.is_http else _header(record, "Content-Type").split(";")[0].strip()
    content = (said or "").lower()
    if content not in _PAGES and (content or not _is_page(body)):
        return f"the content type {content or 'unknown'}"
    return "" if body.strip() else "empty pages"


def _to_utf8(body: bytes, charset: str | None) -> bytes:
    """Return `body` as UTF-8 if it is in the encoding that the server named; but UTF-8 is tried first: servers err."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return body.decode(charset or "utf-8").encode("utf-8", "replace")
        except (LookupError, UnicodeDecodeError):
            pass
    return body
