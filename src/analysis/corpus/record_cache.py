"""Keep the records of files between ingests, in bundles: Parquet files that hold the records of many files.

The metadata of a bundle names the files in it, so that no index can disagree with the bundles. A bundle is written
whole or not at all. SQLite gives the same tables with less code here, but it is slower and larger: for 6,015 articles
0.99 s of processor time to save (0.23 here), 0.94 s to write the tables (0.55), 28 MB (16); and it needs a local disk.
"""

import hashlib
import json
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from analysis import stores, tables
from analysis.corpus.records import TaskResult
from analysis.corpus.tasks import MAX_FILES, MAX_RECORDS

MAX_SMALL_BUNDLES = 20  # as many bundles may be less than half full before they are merged
_METADATA = b"holds"
_BUNDLE_NAME = re.compile(
    r"[0-9a-f]{20}\.parquet|\.[0-9a-f]{20}\.parquet\.[0-9a-f]+"
)  # the latter is not written to its end
_ABANDONED = 3600  # seconds after which an unfinished bundle of another process is taken as left behind


class CachedBatch(NamedTuple):
    """The records of a file, or a batch of the records of a large one, in a bundle."""

    name: str  # of the file, as is `version`
    version: str
    batch: int  # number of the batch within the file
    is_last: bool
    n_records: int
    bundle: Path = Path()
    first: int = 0  # its first row in the bundle


class RowRange(NamedTuple):
    """Rows of a bundle that follow each other in the corpus, too."""

    bundle: Path
    first: int
    n_rows: int


def save(folder: Path, key: str, result: TaskResult) -> None:
    """Keep what a task gave. `key` is that of the code and libraries that read it."""
    task = result.task
    batches = [
        CachedBatch(file.name, file.version, task.batch, task.is_last, count)
        for file, count in zip(task.files, result.counts, strict=True)
    ]
    _write(folder, key, result.table, batches)


def _write(folder: Path, key: str, table: pa.Table, batches: Iterable[CachedBatch]) -> Path:
    description = json.dumps({"key": key, "entries": [batch[:5] for batch in batches]})
    path = folder / f"{hashlib.sha256(description.encode()).hexdigest()[:20]}.parquet"
    return tables.write_arrow(table.replace_schema_metadata({_METADATA: description}), path)


def cached_batches(folder: Path, key: str) -> dict[tuple[str, str], dict[int, CachedBatch]]:
    """Return the batches that were read under `key`: by name and version of their file, then by number."""
    found: dict[tuple[str, str], dict[int, CachedBatch]] = {}
    for path in sorted(folder.glob("*.parquet")):
        first = 0
        for batch in _batches_in(path, key):
            batches = found.setdefault((batch.name, batch.version), {})
            batches[batch.batch] = batch._replace(bundle=path, first=first)
            first += batch.n_records
    return found


def _batches_in(path: Path, key: str) -> list[CachedBatch]:
    try:
        description = json.loads(tables.metadata_of(path)[_METADATA])
    except (KeyError, ValueError):
        return []  # a damaged bundle: its files are read again, and `remove_unused` deletes it
    return [CachedBatch(*batch) for batch in description["entries"]] if description["key"] == key else []


def is_complete(batches: Mapping[int, CachedBatch]) -> bool:
    """Return whether the batches of a file are all there."""
    return any(batch.is_last for batch in batches.values()) and len(batches) == max(batches) + 1


def row_ranges(batches: Iterable[CachedBatch]) -> list[RowRange]:
    """Return the rows of the batches, in order, as few ranges."""
    found: list[RowRange] = []
    for batch in batches:
        last = found[-1] if found else None
        if last and last.bundle == batch.bundle and last.first + last.n_rows == batch.first:
            found[-1] = last._replace(n_rows=last.n_rows + batch.n_records)
        else:
            found.append(RowRange(batch.bundle, batch.first, batch.n_records))
    return found


def remove_unused(folder: Path, key: str, batches: Sequence[CachedBatch]) -> None:
    """Delete bundles without any of `batches`, and merge bundles that are less than half full, if there are many."""
    by_bundle: dict[Path, list[CachedBatch]] = {}
    for batch in batches:
        by_bundle.setdefault(batch.bundle, []).append(batch)
    small = [bundle for bundle, held in by_bundle.items() if _is_small(held)]
    small = small if len(small) > MAX_SMALL_BUNDLES else []
    moved = sorted(batch for bundle in small for batch in by_bundle[bundle])
    kept = set(by_bundle) - set(small)
    for start in range(0, len(moved), MAX_FILES):
        group = moved[start : start + MAX_FILES]
        ranges = row_ranges(group)
        table = pa.concat_tables([tables.read_part(rows.bundle).slice(rows.first, rows.n_rows) for rows in ranges])
        kept.add(_write(folder, key, table, group))
    for path in set(stores.inside(folder)) - kept:
        is_unfinished = path.suffix != ".parquet" and path.stat().st_mtime >= time.time() - _ABANDONED
        if _BUNDLE_NAME.fullmatch(path.name) and not is_unfinished:
            path.unlink()


def _is_small(held: Sequence[CachedBatch]) -> bool:
    """Return whether a bundle holds only whole files, and few of them."""
    whole = all(batch.is_last and batch.batch == 0 for batch in held)
    return whole and len(held) < MAX_FILES / 2 and sum(batch.n_records for batch in held) < MAX_RECORDS / 2
