"""Read damaged copies of real files with every reader, and print each error that no reader foresaw.

    python benchmarks/fuzz.py --minutes 3                     # so many minutes for each reader
    python benchmarks/fuzz.py --cases 30 --reader csv json    # so many copies for each reader
    python benchmarks/fuzz.py --reader csv --only 712 --keep  # one copy again, written to fuzz-csv-712

The originals are files of ../shared/data, cut to some articles; where it is missing, invented ones. A copy is damaged
in one to four places: bytes changed, parts cut out, doubled, repeated, swapped or taken from another original, hostile
words put in, another encoding. Of XLSX, DOCX and ZIP files mostly the packed files are damaged. A copy depends on the
seed, the reader and its number only.

A finding is an exception that leaves the reading of a file, a reject that names an exception ("unexpected error"), and
a file that takes more than 20 seconds. Ends with status 1 if there is one.
"""

import argparse
import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis.corpus.files import raw_file
from analysis.corpus.records import Setting, read_task
from analysis.corpus.tasks import Task
from analysis.readers.limits import Limits
from fuzz_originals import ORIGINALS, originals

SECONDS = 20
LONGEST = 400_000  # bytes of a copy; repeated parts must not make it a test of patience
HOSTILE = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b", b"PK\x03\x04", b'"', b"'", b"\\", b"{", b"}", b"[", b"]",
    b"<", b">", b"</p>", b"<p>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&", b"&#0;", b"&#x110000;", b"&lol;", b"\r",
    b"\n\n\n", b"\t", b",", b";", b"|", b"=cmd|' /C calc'!A0", b"9" * 400, b"-1", b"1e999", b"NaN", b"null", b"true",
    b"0001-01-01T00:00:00+05:00", b"9999-12-31T23:59:59-99:00", b"2026-02-30", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80",
    b"\xe2\x80\xae", b"\x1b[31m", b"../../etc/passwd", b"{{7*7}}", b"%s%n", b"<br>" * 50, b"[" * 200, b'{"a":' * 200,
    b"<div>" * 300, b" " * 5000, b"_" * 60, b"End of Document", b"1 of 2 DOCUMENTS", b"http://[", b"//", b"\xc2",
]  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1252", "cp037", "utf-7", "shift_jis", "utf-8-sig")


def place(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Return start and end of a part, mostly a short one."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.paretovariate(0.6)))


def flip(data: bytes, chance: random.Random, other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(min(len(data), chance.choice([1, 1, 3, 30]))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def drop(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, end = place(data, chance)
    return data[:start] + data[end:]


def cut_off(data: bytes, chance: random.Random, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def repeat(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, end = place(data, chance)
    return data[:start] + data[start:end] * chance.choice([2, 2, 3, 1000]) + data[end:]


def swap(data: bytes, chance: random.Random, other: bytes) -> bytes:
    a, b, c, d = sorted(chance.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def splice(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, end = place(data, chance)
    begin, stop = place(other, chance)
    return data[:start] + other[begin:stop] + data[end:]


def hostile(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, end = place(data, chance)
    return data[:start] + chance.choice(HOSTILE) + data[chance.choice([start, end]) :]


def hostile_value(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """Put hostile words in place of what stands between two marks: a cell, a value, an attribute, an element."""
    mark = chance.choice([b'"', b",", b">", b"\n", b"<", b": "])
    places = [n for n in range(len(data)) if data.startswith(mark, n)] if len(data) < 100_000 else []
    if len(places) < 2:
        return hostile(data, chance, other)
    n = chance.randrange(len(places) - 1)
    return data[: places[n] + len(mark)] + chance.choice(HOSTILE) + data[places[n + 1] :]


def recode(data: bytes, chance: random.Random, other: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


DAMAGES: list[Callable[[bytes, random.Random, bytes], bytes]] = [
    flip, drop, cut_off, repeat, swap, splice, hostile, hostile, hostile_value, hostile_value, recode,
]  # fmt: skip


def damaged(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """Return a damaged copy; of a ZIP mostly one that can be opened, with one of its files damaged."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        return repacked(data, chance, other)
    for _ in range(chance.choice([1, 1, 2, 4])):
        data = chance.choice(DAMAGES)(data, chance, other)[:LONGEST]
    return data


def repacked(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """Return a ZIP with one of its files damaged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        chosen = chance.choice(packed.namelist())
        for name in packed.namelist():
            content = packed.read(name)
            copy.writestr(name, damaged(content, chance, other) if name == chosen else content)
    return out.getvalue()


def findings(path: Path) -> Iterator[str]:
    """Read a file as an ingest does, and yield what must not be."""
    try:
        table = read_task(Task([raw_file(path, path.name)]), Setting("raw", {}, Limits(seconds=SECONDS))).table
    except Exception as error:
        yield f"unhandled {type(error).__name__}: {error}"[:300]
        return
    if not table.num_rows:
        yield "neither an article nor a reject"
    for reason, detail in zip(table["reason"].to_pylist(), table["detail"].to_pylist(), strict=True):
        if reason in ("unexpected error", "over the limit: seconds", "over the limit: memory"):
            yield f"{reason}: {detail}"


def copies(reader: str, seed: int, number: int) -> tuple[str, bytes]:
    """Return name and content of a damaged copy."""
    chance = random.Random(f"{seed} {reader} {number}")
    known = originals(reader)
    name, data = chance.choice(known)
    other = chance.choice(originals(chance.choice(sorted(ORIGINALS))))[1]
    return name, damaged(data, chance, other)


def fuzz(reader: str, options: argparse.Namespace, folder: Path) -> Counter[str]:
    """Read damaged copies for one reader, print each kind of finding once, and return how often each came up."""
    found: Counter[str] = Counter()
    began, number = time.perf_counter(), 0
    while number < options.cases if options.cases else time.perf_counter() - began < 60 * options.minutes:
        if options.only is not None and number:
            break
        case = number if options.only is None else options.only
        name, data = copies(reader, options.seed, case)
        path = (Path(f"fuzz-{reader}-{case}") if options.keep else folder) / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        for finding in findings(path):
            kind = " ".join(finding.split(":")[:3])
            if not found[kind]:
                print(f"{reader} {case}: {finding}", flush=True)
            found[kind] += 1
        number += 1
    print(f"{reader}: {number} damaged copies, {sum(found.values())} findings of {len(found)} kinds", flush=True)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", nargs="*", default=sorted(ORIGINALS), choices=sorted(ORIGINALS))
    parser.add_argument("--minutes", type=float, default=1, help="for each reader")
    parser.add_argument("--cases", type=int, default=0, help="for each reader, in place of minutes")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="number of the one copy to read")
    parser.add_argument("--keep", action="store_true", help="leave the copies in the current folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        total = sum((fuzz(reader, given, Path(scratch)) for reader in given.reader), Counter[str]())
    sys.exit(1 if total else 0)
