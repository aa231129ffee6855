"""Read JSON Lines, one object a line: also where a line end is missing, or stands within an object."""

import codecs
import gzip
import json
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import IO

from analysis.readers import guard
from analysis.readers.decode import Unreadable, decode
from analysis.readers.fields import from_record
from analysis.readers.json_records import has_text, records_within
from analysis.readers.raw_record import RawRecord, reject, with_notes
from analysis.readers.surroundings import is_complaint

LONGEST = 1 << 28  # bytes of a line of JSON Lines; no article is longer
_WORD = re.compile(r"[^ \t\r\n,;]")
_GLUED = re.compile(r"(?:[^:,\[({\s]|(?<![}\]]),)\s{0,9}(?=\{\s{0,9}\")")  # an object behind another on its line
_MOST_LINES = 1000  # of one record
_FIRST_LINES = 20  # of which all but two may be blank
_ENDS = b" \t\r\n\0,;"
_EMPTY = b" \t\r\n\0\x1a"  # of which a line may consist
_NULS = b"\0\0\0\0"  # where a disk or a program lost a line; those at the end of a file are padding
DECODER = json.JSONDecoder(strict=False)


def is_json_lines(stream: IO[bytes] | gzip.GzipFile) -> bool:
    r"""Return whether `stream` has an object on each of its first two lines, and rewind it.

    >>> from io import BytesIO
    >>> is_json_lines(BytesIO(b'{"a": 1}\n{"a": 2}\n'))
    True
    """
    lines: list[bytes] = []
    try:
        with suppress(OSError, EOFError, zlib.error):  # a packed file may break off behind its first lines
            words = (line for _ in range(_FIRST_LINES) if (line := stream.readline(LONGEST).strip(_EMPTY)))
            lines += islice(words, 2)
        stream.seek(0)
        return (
            len(lines) > 1
            and lines[1][:1] == b"{"
            and lines[0].removeprefix(codecs.BOM_UTF8)[:1] == b"{"
            and isinstance(json.loads(lines[0]), dict)
        )
    except (ValueError, RecursionError, OSError, EOFError, zlib.error):
        return False  # another format, or damaged: reading it as a whole says which


def read_json_lines(
    stream: IO[bytes] | gzip.GzipFile,
    *,
    before: int = 0,
    n_lines: int = sys.maxsize,
    stops: Callable[[bytes], bool] = lambda line: False,
) -> Iterator[RawRecord]:
    """Yield the raw articles of a JSON Lines file line by line, so that it is never in memory as a whole.

    A broken line is a reject; the lines behind it are read. A record that goes on over several lines is read as one.
    The stream may stand behind `before` lines; at most `n_lines` are read, and none from the first on that no object
    begins and that `stops` the reader: the stream then stands above it. Such a line may also stand in a record that
    goes on over several lines: it stops the reader only if no record ends below it and none begins.
    """
    number = before
    held: list[bytes] = []  # lines that may be one record, up to the line `number`
    lost: list[int] = []  # lines of NULs; they are padding if nothing else stands below them
    try:
        while number < before + n_lines and (line := stream.readline(LONGEST)):
            number += 1
            begins, ends = line.lstrip().startswith(b"{"), line.rstrip(_ENDS).endswith(b"}")
            if not line.strip(_EMPTY):
                held += [line] if held else []
                lost += [number] if not held and _NULS in line else []
                continue
            yield from map(_lost, lost)
            lost = []
            if not held and not begins and stops(line):
                stream.seek(-len(line), os.SEEK_CUR)
                break
            elif held and not begins and len(held) < _MOST_LINES:
                held.append(line)
                if ends and _is_value(b"".join(held)):
                    first = number - len(held) + 1
                    yield from _of_lines([b"".join(held)], first, ["the record stands on several lines"])
                    held = []
            elif not begins and _first(held, stops):
                held.append(line)
                break
            else:
                yield from _of_lines(held, number - len(held))
                held = [line] if begins and not ends else []
                yield from _of_lines([] if held else [line], number)
        first = number - len(held) + 1
        if at := _first(held, stops):
            stream.seek(-sum(map(len, held[at:])), os.SEEK_CUR)
            held = held[:at]
        yield from _of_lines(held, first)
        yield from map(_lost, lost if lost and _goes_on(stream) else ())
    except (OSError, EOFError, zlib.error) as error:
        yield from _of_lines(held, number - len(held) + 1)
        yield reject("damaged gzip", f"it breaks off here: {error}", record=number + 1) | {"form": "json"}


def _lost(number: int) -> RawRecord:
    lost = reject("not valid JSON", f"line {number}: NULs stand where it was lost", record=number)
    return lost | {"form": "json"}


def _goes_on(stream: IO[bytes] | gzip.GzipFile) -> bool:
    """Return whether words stand below the lines that were read; the stream stays where it is."""
    place = stream.tell()
    found = any(line.strip(_EMPTY) for line in iter(lambda: stream.readline(LONGEST), b""))
    stream.seek(place)
    return found


def _first(lines: Sequence[bytes], stops: Callable[[bytes], bool]) -> int:
    """Return which line below the first is the first that stops the reader; 0 for none."""
    return next((at for at, line in enumerate(lines) if at and stops(line)), 0)


def _is_value(lines: bytes) -> bool:
    try:
        return isinstance(json.loads(lines, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _of_lines(lines: Iterable[bytes], number: int, notes: Sequence[str] = ()) -> Iterator[RawRecord]:
    """Yield the records of lines, the first of which is the line `number`."""
    for place, line in enumerate(lines, start=number):
        raws = _from_bytes(line, place) if line.strip(_EMPTY) and not is_complaint(line) else ()
        yield from (with_notes(raw, [*notes]) | {"form": "json"} for raw in raws)


def _from_bytes(line: bytes, number: int) -> Iterator[RawRecord]:
    try:
        text, notes = decode(line.lstrip(_EMPTY))
    except Unreadable as error:
        yield reject(error.reason, error.detail, record=number)
        return
    for raw in records_of_line(text, number):
        yield with_notes(raw, notes)


def records_of_line(line: str, number: int) -> Iterator[RawRecord]:
    """Yield the records of a line: mostly one; of several objects, one behind the other, each; of a list, each of its.

    A damaged one is a reject; behind it reading goes on where the next object begins.
    """
    at, first = 0, True
    while first or at < len(line):
        try:
            record, end = DECODER.raw_decode(line, next_word(line, at))
        except RecursionError as error:
            yield guard.failed(error, number)
            return
        except ValueError as error:
            yield reject("not valid JSON", f"line {number}: {error}"[:200], record=number)
            at, first = _next_object(line, at + 1), False
            continue
        at, first = next_word(line, end), False
        if at < len(line) and line[at] not in "{[":
            begins = _next_object(line, at)
            if re.search(r"\w", line[at:begins]):
                yield reject("not valid JSON", f"line {number}: other words behind the record", record=number)
                return
            at = begins
        yield from (guard.one(from_record, inner, number) for inner in records_within(record))


def _next_object(line: str, start: int) -> int:
    """Return where the next object behind a damaged place begins that is no part of another; else the line's end."""
    for found in _GLUED.finditer(line, start):
        with suppress(ValueError, RecursionError):
            if has_text(DECODER.raw_decode(line, found.end())[0]):
                return found.end()
    return len(line)


def next_word(line: str, at: int) -> int:
    """Return where the next word of a line begins, behind blanks and commas."""
    found = _WORD.search(line, at)
    return found.start() if found else len(line)
