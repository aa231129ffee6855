"""Divide a file of JSON Lines into ranges of lines, so that several processes can read it at a time."""

import gzip
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from analysis.readers import guard, joined, json_lines
from analysis.readers.archive import opened
from analysis.readers.raw_record import RawRecord


class LineRange(NamedTuple):
    """Lines that follow each other in a file."""

    start: int  # where the first one begins: bytes before it, in a packed file of what that holds
    before: int  # lines before it
    n_lines: int


def line_ranges(path: Path, most: int) -> Iterator[LineRange]:
    """Yield the ranges of a file of JSON Lines with `most` records each, the last with fewer; none for other files.

    Damaged lines may make them more, since a range begins where an object does. No record is parsed for it. A file with
    a line at which another form may begin has none, either: `read_path` tells what it is.

    Raises OSError if the file cannot be opened.
    """
    with opened(path) as stream:
        if not json_lines.is_json_lines(stream):
            return
        found: list[LineRange] = []
        start = before = at = number = n_records = 0
        for number, line in enumerate(_lines(stream)):
            begins = not line or line.lstrip()[:1] == b"{"
            if not begins and not line.isspace() and joined.begins_other(line):
                return
            if begins and n_records >= most:
                found.append(LineRange(start, before, number - before))
                start, before, n_records = at, number, 0
            at += len(line)
            n_records += not line.isspace()
        yield from [*found, LineRange(start, before, number + 1 - before)]


def _lines(stream: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
    """Yield the lines, and an empty one for damage, which is the end and gives a record."""
    try:
        while line := stream.readline(json_lines.LONGEST):
            yield line
    except (OSError, EOFError, zlib.error):
        yield b""


def read_ranges(path: Path, ranges: Sequence[LineRange]) -> Iterator[Iterator[RawRecord]]:
    """Yield the raw articles of each range; each must be taken before the next.

    Raises OSError if the file cannot be opened.
    """
    with opened(path) as stream:
        for wanted in ranges:
            if isinstance(stream, gzip.GzipFile):
                # By lines, as the whole file is read: so a damaged one breaks off at the same line.
                while stream.tell() < wanted.start:
                    stream.readline(json_lines.LONGEST)
            else:
                stream.seek(wanted.start)
            yield guard.all_of(json_lines.read_json_lines(stream, before=wanted.before, n_lines=wanted.n_lines))


def is_packed(path: Path) -> bool:
    """Return whether a file is packed with gzip: reading a range of it then unpacks all that comes before."""
    with opened(path) as stream:
        return isinstance(stream, gzip.GzipFile)
