"""Web archives (WARC, packed or not): the pages among their records, each read as a saved page."""

import io
import re
import zlib
from collections.abc import Iterator
from itertools import count

from fastwarc.warc import ArchiveIterator, WarcRecord

from analysis.readers.decode import Unreadable, decode
from analysis.readers.page import saved_page

_START = re.compile(rb"\A\s*WARC/\d\.\d\r?\n")
_MEMBER = b"\x1f\x8b\x08"
_PAGES = {"text/html", "application/xhtml+xml"}


def is_warc(data: bytes, name: str) -> bool:
    """Whether `data` is a WARC, as it is or packed by gzip."""
    if data[:2] == _MEMBER[:2]:
        try:
            data = zlib.decompressobj(31).decompress(data[:4096], 64)
        except zlib.error:
            return False
    return bool(_START.match(data[:64]))


def read(data: bytes, name: str) -> Iterator[dict]:
    """The raw article of each HTML response, and a reject for each damaged place.

    Other records (requests, metadata, images, errors) are rejects too, but one for each kind, at its first record, with the
    number of them in `detail`: a crawl has thousands. `record` counts the records of the file.
    """
    others: dict[str, list[int]] = {}
    for number, record, block in _records(data):
        if isinstance(record, Unreadable):
            yield {"record": number, "reason": record.reason, "detail": record.detail}
            continue
        kind = _unlike_a_page(record, block)
        if kind:
            others.setdefault(kind, []).append(number)
            continue
        text, notes = decode(_to_utf8(block, record.http_charset))
        url = record.headers.get("WARC-Target-URI", "").strip("<> ")
        for raw in saved_page.read(text, name):
            given = {} if "reason" in raw else {"url": raw.get("url") or url, "notes": notes + raw.get("notes", [])}
            yield raw | given | {"record": number}
    for kind, found in others.items():
        yield {"record": found[0], "reason": "not a page", "detail": f"{len(found)} of {kind}"}


def _records(data: bytes) -> Iterator[tuple[int, WarcRecord | Unreadable, bytes]]:
    """The records with their number and content (of an HTTP response: its body, unpacked).

    What is damaged is one Unreadable, and reading goes on: in plain files at the next record, in packed ones at the next member.
    """
    numbers, start, whole = count(1), 0, True
    while start >= 0:
        last, problem = start, None
        try:
            for record in ArchiveIterator(io.BytesIO(data[start:]), parse_http=False, quirks_mode=True):
                found, body = _parsed(record, record.reader.read())
                last, whole = start + record.stream_pos, not isinstance(found, Unreadable)
                yield next(numbers), found, body
        except (OSError, ValueError) as error:
            problem = Unreadable("damaged record", str(error))
        if not problem and _is_cut_off(data, last):
            problem = Unreadable("damaged record", "the file is cut off in it")
        if problem and whole:  # once for each damaged place, however many false starts follow
            yield next(numbers), problem, b""
            whole = False
        start = data.find(_MEMBER, last + 1) if problem and data[:2] == _MEMBER[:2] else -1


def _parsed(record: WarcRecord, block: bytes) -> tuple[WarcRecord | Unreadable, bytes]:
    if len(block) < record.content_length:
        return Unreadable(
            "damaged record", f"cut off: {len(block):,} of {record.content_length:,} bytes are there"
        ), b""
    if not record.is_http:
        return record, block
    record.set_bytes_content(block)
    try:
        record.parse_http(auto_decode="all")
        return record, record.reader.read()
    except (OSError, ValueError) as error:
        return Unreadable("damaged record", str(error)), b""


def _is_cut_off(data: bytes, last: int) -> bool:
    """Whether a packed file ends within a member behind the one at `last`, the last that was read."""
    if data[last : last + 3] != _MEMBER:
        return False
    unpack, rest = zlib.decompressobj(31), data[last:]
    while rest[:2] == _MEMBER[:2]:
        unpack = zlib.decompressobj(31)
        try:
            unpack.decompress(rest)
        except zlib.error:
            return True
        rest = unpack.unused_data
    return not unpack.eof


def _unlike_a_page(record: WarcRecord, body: bytes) -> str:
    """What a record is in words, when it is no HTML page that was delivered; "" for a page."""
    kind = record.headers.get("WARC-Type", "unknown").lower()
    if kind not in {"response", "resource"}:
        return f"the type {kind}"
    status = record.http_headers.status_code if record.http_headers else 200
    if status != 200:
        return f"the HTTP status {status}"
    content = (
        record.http_content_type if record.is_http else record.headers.get("Content-Type", "").split(";")[0].strip()
    )
    if content not in _PAGES and (content or not saved_page.is_html(body[:5000].decode("latin-1"), "")):
        return f"the content type {content or 'unknown'}"
    return "" if body.strip() else "empty pages"


def _to_utf8(body: bytes, charset: str | None) -> bytes:
    """`body` as UTF-8 if the server named another encoding and it is that; servers often name a wrong one, so UTF-8 comes first."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return body.decode(charset or "utf-8").encode()
        except (LookupError, UnicodeDecodeError):
            pass
    return body
