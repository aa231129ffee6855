"""Read ARC files, the web archives before WARC: each HTML page among their records is read as a saved page."""

import re
from collections.abc import Iterator

from analysis.readers import guard
from analysis.readers.decode import Unreadable, decode
from analysis.readers.page import saved_page
from analysis.readers.raw_record import RawRecord, reject

# "https://l.example/a 1.2.3.4 20260305100000 text/html 9000": address, host, time, type, length of what follows.
_HEADER = re.compile(rb"^(\S+://\S*) (\S+) (\d{14}) (\S+) (?:\S+ \S+ \S+ \S+ \S+ )?(\d+)\r?\n", re.M)
_LONGEST = 10_000  # bytes in which the header of the next record begins, if a length is wrong


def is_arc(data: bytes, name: str) -> bool:
    """Return whether `data` is an unpacked ARC file."""
    return data.startswith(b"filedesc://")


def read(data: bytes, name: str) -> Iterator[RawRecord]:
    """Yield the raw article of each HTML page, and a reject for each record that is none or is damaged.

    A record runs to the header of the next one, as lengths are often wrong. Raises Unreadable if there is no record.
    """
    headers = list(_HEADER.finditer(data))
    if not headers:
        raise Unreadable("damaged record", "an ARC file without the header of a record")
    ends = [header.start() for header in headers[1:]] + [len(data)]
    others: dict[str, list[int]] = {}
    for number, (header, end) in enumerate(zip(headers, ends, strict=True), start=1):
        kind = header[4].decode("latin-1")
        head, _, body = re.sub(rb"\r\n", b"\n", data[header.end() : end]).partition(b"\n\n")
        status = re.match(rb"HTTP/\S+ (\d+)", head)
        if kind != "text/html" or not status or status[1] != b"200":
            what = (
                f"the type {kind}" if kind != "text/html" else f"the HTTP status {status[1].decode()}" if status else ""
            )
            others.setdefault(what or "records without HTTP header", []).append(number)
            continue
        text, notes = decode(body)
        for raw in guard.all_of(saved_page.read(text, name, is_alone=False)):
            found: RawRecord = raw | {"record": number}
            if "reason" not in found:
                address = header[1].decode("latin-1")
                found = found | {"url": found.get("url") or address, "notes": notes + found.get("notes", [])}
            yield found
    for kind, numbers in others.items():
        yield reject("not a page", f"{len(numbers)} of {kind}", record=numbers[0])
