"""Read the files of a corpus in several processes; a file that its process does not survive is a reject."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from analysis.corpus.files import RawFile
from analysis.corpus.record_cache import CachedBatch, cached_batches, is_complete, save
from analysis.corpus.records import Setting, lost_task, read_task
from analysis.corpus.tasks import Task, plan_work, with_records
from analysis.progress import Progress
from analysis.workers import LostWorker, run_tasks

_FEW_FILES, _FEW_BYTES = 300, 5e6  # up to here, starting processes takes longer than the work
_LARGE = 2e5  # bytes; a larger file may take long enough to be ended, which a process of its own makes possible


def read_missing(files: Sequence[RawFile], folder: Path, key: str, setting: Setting) -> list[CachedBatch]:
    """Return the cached batches of all files in order, after reading the files that are not cached whole in `folder`.

    Where a process is lost (out of memory or of time), the files that it may have read are read again one by one. A
    file that loses its process again is a reject.
    """
    while missing := _missing(files, cached := cached_batches(folder, key)):
        jobs = -1 if _is_much(missing) else 1
        read = partial(_read, folder=folder, key=key, setting=setting, may_end=jobs != 1)
        try:
            with Progress(desc="ingest", unit="records", delay=2, leave=False) as bar:
                for n_records in run_tasks(read, plan_work(missing, cached), jobs=jobs):
                    bar.update(n_records)
        except LostWorker as lost:
            for task in _one_by_one(lost.tasks):
                try:
                    list(run_tasks(read, [[task]], jobs=2))  # with one job, it would be this process
                except LostWorker:
                    save(folder, key, lost_task(task, setting))
    return [batch for file in files for _, batch in sorted(cached[file.name, file.version].items())]


def _missing(files: Iterable[RawFile], cached: Mapping[tuple[str, str], Mapping[int, CachedBatch]]) -> list[RawFile]:
    return [file for file in files if not is_complete(cached.get((file.name, file.version), {}))]


def _is_much(files: Sequence[RawFile]) -> bool:
    """Return whether reading files is worth processes of its own, or may need one that can be ended."""
    sizes = [file.size for file in files]
    return len(files) > _FEW_FILES or sum(sizes) > _FEW_BYTES or max(sizes) > _LARGE


def _one_by_one(lost: Iterable[Sequence[Task]]) -> Iterator[Task]:
    """Yield a task for each file and each batch of what a lost process may have had in work."""
    for work in lost:
        for task in work:
            yield from (task._replace(files=[file]) for file in task.files)


def _read(work: list[Task], *, folder: Path, key: str, setting: Setting, may_end: bool) -> int:
    """Read what a process does at a time, keep it in `folder`, and return the number of records."""
    n_records = 0
    for task in with_records(work):
        result = read_task(task, setting, may_end=may_end)
        save(folder, key, result)
        n_records += len(result.table)
    return n_records
