"""What was read of each file, kept between ingests: bundles of records, one Parquet file each, found again by path and hash.

A bundle says of itself which files it holds (in its metadata), so there is no index that could disagree with the bundles, and a
bundle that was not written to its end does not exist.
"""

import hashlib
import json
import os
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corpus.records import BATCH, FILES, Found

_HOLDS = b"holds"
_LOOSE = 20  # bundles that may be half empty before they are packed together
_OURS = re.compile(
    r"[0-9a-f]{20}\.parquet|\.[0-9a-f]{20}\.parquet\.\d+"
)  # a bundle, or one that was not written to its end
_ABANDONED = 3600  # seconds after which what another process has not finished writing counts as left behind


class Entry(NamedTuple):
    """Of one file (by path and version): the `batch` of its records, the `last` or not, that lies in rows `first` to `first + count`."""

    name: str
    version: str
    batch: int
    last: bool
    count: int
    bundle: Path = Path()
    first: int = 0


class Stretch(NamedTuple):
    """Rows of a bundle that follow each other in the corpus too."""

    bundle: Path
    first: int
    count: int


def save(folder: Path, key: str, found: Found) -> None:
    """Keeps what `read_unit` found in a unit, under the `key` of code and libraries that read it."""
    unit = found.unit
    entries = [
        Entry(s.name, s.version, unit.batch, unit.last, count)
        for s, count in zip(unit.sources, found.counts, strict=True)
    ]
    _write(folder, key, found.table, entries)


def _write(folder: Path, key: str, table: pa.Table, entries: Iterable[Entry]) -> Path:
    told = json.dumps({"key": key, "entries": [entry[:5] for entry in entries]})
    path = folder / f"{hashlib.sha256(told.encode()).hexdigest()[:20]}.parquet"
    folder.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        pq.write_table(table.replace_schema_metadata({_HOLDS: told}), temporary, compression="zstd")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path


def held(folder: Path, key: str) -> dict[tuple[str, str], dict[int, Entry]]:
    """The batches there are of each file, by the file's path and hash, of what was read under `key`."""
    found: dict[tuple[str, str], dict[int, Entry]] = {}
    for path in sorted(folder.glob("*.parquet")):
        first = 0
        for entry in _entries(path, key):
            found.setdefault((entry.name, entry.version), {})[entry.batch] = entry._replace(bundle=path, first=first)
            first += entry.count
    return found


def _entries(path: Path, key: str) -> list[Entry]:
    try:
        told = json.loads((pq.read_metadata(path).metadata or {})[_HOLDS])
    except (OSError, pa.ArrowInvalid, KeyError, ValueError):
        return []  # no bundle, or a damaged one: it is read anew and removed at the end
    return [Entry(*entry) for entry in told["entries"]] if told["key"] == key else []


def is_whole(batches: Mapping[int, Entry]) -> bool:
    """Whether the batches of a file are all there."""
    return any(entry.last for entry in batches.values()) and len(batches) == max(batches) + 1


def stretches(entries: Iterable[Entry]) -> list[Stretch]:
    """`entries` in their order as few stretches of rows."""
    found: list[Stretch] = []
    for entry in entries:
        last = found[-1] if found else None
        if last and last.bundle == entry.bundle and last.first + last.count == entry.first:
            found[-1] = last._replace(count=last.count + entry.count)
        else:
            found.append(Stretch(entry.bundle, entry.first, entry.count))
    return found


def pack(folder: Path, key: str, entries: Sequence[Entry]) -> None:
    """Removes bundles that hold none of `entries`, and packs together those that are less than half full once there are many."""
    inside: dict[Path, list[Entry]] = {}
    for entry in entries:
        inside.setdefault(entry.bundle, []).append(entry)
    loose = [bundle for bundle, held in inside.items() if _is_loose(held)]
    loose = loose if len(loose) > _LOOSE else []
    moved = sorted(entry for bundle in loose for entry in inside[bundle])
    groups = [moved[start : start + FILES] for start in range(0, len(moved), FILES)]
    kept = set(inside) - set(loose)
    for group in groups:
        table = pa.concat_tables([pq.read_table(s.bundle).slice(s.first, s.count) for s in stretches(group)])
        kept.add(_write(folder, key, table, group))
    for path in set(folder.iterdir()) - kept:
        if _OURS.fullmatch(path.name) and (
            path.suffix == ".parquet" or path.stat().st_mtime < time.time() - _ABANDONED
        ):
            path.unlink()


def _is_loose(held: Sequence[Entry]) -> bool:
    """Whether a bundle holds few and whole files."""
    whole = all(entry.last and entry.batch == 0 for entry in held)
    return whole and len(held) < FILES / 2 and sum(entry.count for entry in held) < BATCH / 2
