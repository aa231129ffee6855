"""Divide the work of reading a corpus: what a process does at a time, files or batches of a large export."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from analysis.corpus.files import RawFile
from analysis.readers import RawRecord, is_table, read_path
from analysis.readers.line_ranges import LineRange, is_packed, line_ranges, read_ranges
from analysis.readers.raw_record import reject

MAX_RECORDS = 250  # in a task that cleans records of a large export
MAX_FILES, MAX_BYTES = 50, 4e6  # in a task that reads files
LARGE_EXPORT = 1e6  # bytes; the records of such an export are divided among processes
# Tasks for a packed file of JSON Lines: each unpacks what comes before its lines, which then takes a twentieth of the
# time of reading the records, whatever the size.
_PACKED_PIECES = 32

_Item = TypeVar("_Item")


class Task(NamedTuple):
    """Files to read, or a batch of the records of one large file."""

    files: list[RawFile]
    raws: Iterable[RawRecord] | None = None  # the batch
    batch: int = 0  # number of the batch within its file
    is_last: bool = True  # whether it is the last batch of its file
    lines: LineRange | None = None  # where the batch is, in place of `raws`


def plan_work(missing: Iterable[RawFile], cached: Mapping[tuple[str, str], Iterable[int]]) -> Iterator[list[Task]]:
    """Yield what a process does at a time to read the missing files: mostly one task, some of a large packed file.

    A large table is divided into batches. Those of JSON Lines are ranges of lines, which the process reads. Other
    tables are read here, and their records are handed over. Other files are read by the process that does the task,
    which can be ended if it takes too long. `cached` holds, by name and version of a file, the numbers of the batches
    that an interrupted ingest has read already.
    """
    waiting: list[RawFile] = []
    for file in missing:
        if is_table(file.name) and file.size > LARGE_EXPORT and not file.problem:
            done = cached.get((file.name, file.version), ())
            yield from _divided(file, done)
            continue
        waiting.append(file)
        if len(waiting) == MAX_FILES or sum(other.size for other in waiting) > MAX_BYTES:
            yield [Task(waiting)]
            waiting = []
    if waiting:
        yield [Task(waiting)]


def _divided(file: RawFile, done: Iterable[int]) -> Iterator[list[Task]]:
    """Yield the batches of a large table that are not done."""
    try:
        ranges = line_ranges(file.path, MAX_RECORDS)
        first = next(ranges, None)
    except OSError:
        first = None  # reading it as a whole gives a reject that says why
    if first is None:
        batches = _with_last(_batches(read_file(file.path)))
        tasks = (Task([file], raws, number, is_last) for number, (raws, is_last) in enumerate(batches))
    else:
        pieces = _with_last(chain([first], ranges))
        tasks = (Task([file], None, number, is_last, lines) for number, (lines, is_last) in enumerate(pieces))
    missing = (task for task in tasks if task.batch not in done)
    if first is None or not is_packed(file.path):
        yield from ([task] for task in missing)
    else:
        together = list(missing)
        size = -(-len(together) // _PACKED_PIECES)
        yield from (together[start : start + size] for start in range(0, len(together), size))


def _batches(raws: Iterator[RawRecord]) -> Iterator[list[RawRecord]]:
    """Yield lists of at most MAX_RECORDS records."""
    while batch := list(islice(raws, MAX_RECORDS)):
        yield batch


def _with_last(items: Iterator[_Item]) -> Iterator[tuple[_Item, bool]]:
    """Yield each item, with whether it is the last."""
    item = next(items, None)
    while item is not None:
        following = next(items, None)
        yield item, following is None
        item = following


def with_records(work: list[Task]) -> Iterator[Task]:
    """Yield the tasks of one process; those that are ranges of lines with the records there, to be read at once."""
    lines = [task.lines for task in work if task.lines]
    if not lines:
        yield from work
        return
    for task, raws in zip(work, read_ranges(work[0].files[0].path, lines), strict=True):
        yield task._replace(raws=raws)


def read_file(path: Path) -> Iterator[RawRecord]:
    """Yield the raw articles and rejects of a file, at least one. JSON Lines are streamed, other formats read whole."""
    try:
        yield from read_path(path)
    except OSError as error:
        yield reject("cannot be opened", str(error.strerror or error))
