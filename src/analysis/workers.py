"""Run tasks in several processes: on this machine by joblib, or on the workers of a Dask scheduler.

A task is small and says where its input lies and where its result goes; the process that does it reads and writes.
So what travels to a cluster does not grow with the corpus, and a task can be done again by another worker.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

import joblib
from joblib.externals.loky import get_reusable_executor
from joblib.externals.loky.process_executor import TerminatedWorkerError

WAIT = 30  # seconds for a scheduler and its workers to answer
_AHEAD = 2  # tasks in work and waiting for each process
_CLIENT: ContextVar[Any] = ContextVar("client", default=None)  # of `distributed`, which has no annotations

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class LostWorker(Exception):
    """A process ended before its task was done: for want of memory, say, or killed.

    One of `tasks` was in work there, or several.
    """

    def __init__(self, tasks: Sequence[Any]) -> None:
        super().__init__(f"a process ended before its task was done: one of {len(tasks)}")
        self.tasks = tasks


def run_tasks(function: Callable[[_Task], _Result], tasks: Iterable[_Task], *, jobs: int = -1) -> Iterator[_Result]:
    """Yield what `function` gives for each task, in the order in which they are done.

    Parameters
    ----------
    function : callable
        A function of a module that the other processes can import, also a partial one.
    tasks : iterable
        Taken one by one as processes get free, so a generator may plan them meanwhile.
    jobs : int
        Processes on this machine: -1 for one a core; 1 for this process alone, also within `on_cluster`, which else
        has the workers of its scheduler do the tasks.

    Raises
    ------
    LostWorker
        If a process was lost. On a cluster, the scheduler first has others try the task (three times by default).
    """
    client = _CLIENT.get()
    return _on_workers(client, function, tasks) if client and jobs != 1 else _in_processes(function, tasks, jobs)


def _in_processes(function: Callable[[_Task], _Result], tasks: Iterable[_Task], jobs: int) -> Iterator[_Result]:
    waiting: dict[int, _Task] = {}

    def dealt() -> Iterator[Any]:
        for number, task in enumerate(tasks):
            waiting[number] = task
            yield joblib.delayed(_numbered)(function, number, task)

    work = joblib.Parallel(n_jobs=jobs, return_as="generator_unordered", pre_dispatch=f"{_AHEAD}*n_jobs")
    try:
        for number, result in work(dealt()):
            del waiting[number]
            yield result
    except TerminatedWorkerError as error:
        raise LostWorker(list(waiting.values())) from error


def _numbered(function: Callable[[_Task], _Result], number: int, task: _Task) -> tuple[int, _Result]:
    return number, function(task)


def _on_workers(client: Any, function: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
    from distributed import KilledWorker, as_completed

    source = iter(tasks)
    in_work: dict[Any, _Task] = {}
    done: Any = as_completed(loop=client.loop)  # type: ignore[no-untyped-call]
    while True:
        # Workers may come and go. A few tasks ahead keep them busy, and a task that is done is forgotten at once, so
        # that a worker which is lost later takes only what it had in work.
        while len(in_work) < _AHEAD * max(len(client.nthreads()), 1) and (task := next(source, _END)) is not _END:
            future = client.submit(_alone, function, task, pure=False)
            in_work[future] = task
            done.add(future)
        if not in_work:
            return
        task = in_work.pop(future := next(done))
        try:
            result = future.result()
        except KilledWorker as error:
            raise LostWorker([task]) from error
        del future
        yield result


_END: Any = object()


def _alone(function: Callable[[_Task], _Result], task: _Task) -> _Result:
    """Do a task on a worker of a cluster: in one thread, since other workers use the other cores of its machine."""
    with joblib.parallel_config(backend="sequential"):
        return function(task)


@contextmanager
def on_cluster(scheduler: str) -> Iterator[None]:
    """Let the workers of a Dask scheduler do the tasks in the with block; without an address, this machine does.

    Tasks carry paths, not tables: all workers must see the folder of the tables under the same path, and have the same
    version of Broadsheet. The tables are the same, byte for byte. A lost worker's parts are done by another one.

    Parameters
    ----------
    scheduler : str
        The address, such as "tcp://10.0.0.5:8786", or "".

    Raises
    ------
    ValueError
        If the extra `cluster` is not installed, no scheduler answers, it has no worker, or a worker has several
        threads.
    """
    if not scheduler:
        yield
        return
    try:
        from distributed import Client
    except ImportError:
        raise ValueError("a scheduler needs more packages; run: pip install 'broadsheet[cluster]'") from None
    try:
        client: Any = Client(scheduler, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ValueError(f"no Dask scheduler answers at {scheduler} ({error}); start one, or leave it out") from None
    with client:
        _check_workers(client, scheduler)
        before = _CLIENT.set(client)
        try:
            yield
        finally:
            _CLIENT.reset(before)


def _check_workers(client: Any, scheduler: str) -> None:
    """Raise ValueError unless there are workers that do one task at a time, as libraries and limits of time need it."""
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError:
        raise ValueError(
            f"the Dask scheduler at {scheduler} has no worker; start as many as there are cores: "
            f"dask worker {scheduler} --nworkers -1 --nthreads 1"
        ) from None
    threads = max(client.nthreads().values())
    if threads > 1:
        raise ValueError(
            f"a worker of {scheduler} has {threads} threads, and a step needs a process of its own; start workers of "
            f"one thread, as many as there are cores: dask worker {scheduler} --nworkers -1 --nthreads 1"
        )


def release_workers() -> None:
    """End the processes that joblib keeps for a next step, which gives back the memory of their models and caches."""
    get_reusable_executor().shutdown(wait=True)
