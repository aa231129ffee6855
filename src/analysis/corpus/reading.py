"""Read the files of a corpus in several processes; a file that its process does not survive is a reject."""

import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import joblib
from joblib.externals.loky.process_executor import TerminatedWorkerError

from analysis.corpus.files import RawFile
from analysis.corpus.record_cache import CachedBatch, cached_batches, is_complete, save
from analysis.corpus.records import Task, TaskResult, lost_task, plan_tasks, read_task
from analysis.progress import Progress
from analysis.readers.limits import Limits, seconds_for, use

_FEW_FILES, _FEW_BYTES = 300, 5e6  # up to here, starting processes takes longer than the work
_LARGE = 2e5  # bytes; a larger file may take long enough to be ended, which a process of its own makes possible


class Setting(NamedTuple):
    """What the records of a file depend on beside the file."""

    top: str  # name of the corpus's folder
    codes: Mapping[str, str]  # agency codes, with the agencies' names
    limits: Limits


def read_missing(files: Sequence[RawFile], folder: Path, key: str, setting: Setting) -> list[CachedBatch]:
    """Return the cached batches of all files in order, after reading the files that are not cached whole in `folder`.

    Where a process is lost (out of memory or of time), the files that it may have read are read again one by one. A
    file that loses its process again is a reject.
    """
    while missing := _missing(files, cached := cached_batches(folder, key)):
        jobs = joblib.effective_n_jobs(-1) if _is_much(missing) else 1
        try:
            _save_all(_results(plan_tasks(missing, cached), setting, jobs), folder, key)
        except TerminatedWorkerError:
            cached = cached_batches(folder, key)
            for task in _in_work(plan_tasks(_missing(files, cached), cached), jobs):
                save(folder, key, _alone(task, setting))
    return [batch for file in files for _, batch in sorted(cached[file.name, file.version].items())]


def _missing(files: Iterable[RawFile], cached: Mapping[tuple[str, str], Mapping[int, CachedBatch]]) -> list[RawFile]:
    return [file for file in files if not is_complete(cached.get((file.name, file.version), {}))]


def _is_much(files: Sequence[RawFile]) -> bool:
    """Return whether reading files is worth processes of its own, or may need one that can be ended."""
    sizes = [file.size for file in files]
    return len(files) > _FEW_FILES or sum(sizes) > _FEW_BYTES or max(sizes) > _LARGE


def _results(tasks: Iterable[Task], setting: Setting, jobs: int) -> Iterator[TaskResult]:
    work = joblib.Parallel(n_jobs=jobs, return_as="generator", pre_dispatch="2*n_jobs")
    yield from work(joblib.delayed(_read)(task, setting, jobs > 1) for task in tasks)


def _save_all(results: Iterable[TaskResult], folder: Path, key: str) -> None:
    with Progress(desc="ingest", unit="records", delay=2, leave=False) as bar:
        for result in results:
            save(folder, key, result)
            bar.update(len(result.table))


def _in_work(tasks: Iterable[Task], jobs: int) -> Iterator[Task]:
    """Yield what can have been in work, file by file: two tasks for each process, the first that are not done."""
    for task in islice(tasks, 2 * jobs):
        yield from (task._replace(files=[file]) for file in task.files)


def _alone(task: Task, setting: Setting) -> TaskResult:
    """Return the records of a task that has a process of its own; a reject if the process is lost."""
    try:
        return next(_results([task], setting, jobs=2))
    except TerminatedWorkerError:
        return lost_task(task, setting.top, setting.codes, setting.limits)


def _read(task: Task, setting: Setting, in_process: bool) -> TaskResult:
    """Return what a task gives. In a process of its own the system ends the one that does not even stop when told."""
    with use(setting.limits):
        seconds = sum(2 * seconds_for(file.size) for file in task.files)
    with _ended_after(seconds) if in_process else nullcontext():
        return read_task(task, setting.top, setting.codes, setting.limits)


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Let the system end this process if the with block takes more processor time than that (not on Windows)."""
    if sys.platform == "win32":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, before)
