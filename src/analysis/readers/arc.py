"""Read ARC files, the web archives before WARC: each HTML page among their records is read as a saved page."""

import re
from collections.abc import Iterator

from analysis.readers.decode import Unreadable
from analysis.readers.raw_record import RawRecord
from analysis.readers.warc import no_pages, read_page

# "https://l.example/a 1.2.3.4 20260305100000 text/html 9000": address, host, time, type, length of what follows.
_OF_ARCHIVE = b"filedesc://"  # the address in the head in which the archive tells of itself: no record
_HEADER = re.compile(rb"^(\S+://\S*) (\S+) (\d{14}) (\S+) (?:\S+ \S+ \S+ \S+ \S+ )?(\d+)\r?\n", re.M)


def is_arc(data: bytes, name: str) -> bool:
    """Return whether `data` is an unpacked ARC file."""
    return data.startswith(_OF_ARCHIVE)


def read(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each HTML page, and a reject for each record that is none or is damaged.

    The head in which the archive tells of itself is no record. A record runs to the header of the next one, as lengths
    are often wrong. Raises Unreadable if there is no record.
    """
    headers = list(_HEADER.finditer(data))
    if not headers:
        raise Unreadable("damaged record", "an ARC file without the header of a record")
    ends = [header.start() for header in headers[1:]] + [len(data)]
    others: dict[str, list[int]] = {}
    for number, (header, end) in enumerate(zip(headers, ends, strict=True), start=1):
        head, _, body = data[header.end() : end].replace(b"\r\n", b"\n").partition(b"\n\n")
        if header[1].startswith(_OF_ARCHIVE):
            continue
        if kind := _why_no_page(header[4].decode("latin-1"), head):
            others.setdefault(kind, []).append(number)
        else:
            yield from read_page(body, number, header[1].decode("latin-1"))
    yield from no_pages(others)


def _why_no_page(content: str, head: bytes) -> str:
    """Return what a record is, in words, if it is not an HTML page that was delivered; "" for a page."""
    if content != "text/html":
        return f"the type {content}"
    status = re.match(rb"HTTP/\S+ (\d+)", head)
    if not status:
        return "records without HTTP header"
    return "" if status[1] == b"200" else f"the HTTP status {status[1].decode()}"
