"""Limits per file, so that no file can hold up a run or fill the memory."""

import ctypes
import math
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from types import FrameType

from analysis.readers.decode import Unreadable

_MB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """How much one file may take. Over a limit it is a reject that names the limit.

    >>> Limits(seconds=120).seconds
    120
    """

    seconds: float = 60  # of processor time, for each 100 MB of the file or part of it
    unpacked_mb: float = 1024  # to which a packed file, or one file of a ZIP, may unpack; a workbook: a quarter
    members: int = 100_000  # files in a ZIP
    columns: int = 10_000  # of a table
    depth: int = 50  # of lists and objects within a field
    text_mb: float = 10  # of the text of one article, in millions of characters

    def __post_init__(self) -> None:
        """Raise ValueError for a limit that is no positive number."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e15:
                raise ValueError(f"the limit {field.name} is {value!r}; give a number above 0, such as {field.default}")


DEFAULT = Limits()


def make_limits(values: object, *, where: str) -> Limits:
    """Return the limits that a run file or the command line gives; those that it leaves out are the default ones.

    Raises ValueError, which begins with `where`, for a name that is none or a value that is no positive number.

    >>> make_limits({"columns": 20000}, where="limits").columns
    20000
    """
    names = [field.name for field in fields(Limits)]
    if not isinstance(values, dict) or not values.keys() <= set(names):
        raise ValueError(
            f"{where}: {values!r} must be lines such as `seconds: 120`; the limits are: {', '.join(names)}"
        )
    try:
        return Limits(**values)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from None


_CURRENT: ContextVar[Limits] = ContextVar("limits", default=DEFAULT)


def current() -> Limits:
    """Return the limits in force."""
    return _CURRENT.get()


@contextmanager
def use(limits: Limits) -> Iterator[None]:
    """Put `limits` in force within a with block."""
    token = _CURRENT.set(limits)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def is_too_large(n_bytes: int) -> bool:
    """Return whether a file of that size is larger than one may be that is read whole."""
    return n_bytes > current().unpacked_mb * _MB


def over(name: str, detail: str, *, needed: float = 0) -> Unreadable:
    """Return what to raise where the limit `name` is exceeded; it says to raise it to what is `needed`, if known.

    >>> str(over("columns", "30,000 columns", needed=30_000)).split("--limit ")[1][:13]
    'columns=30000'
    """
    value = getattr(current(), name)
    enough = f"{max(2 * value, math.ceil(needed)):.15g}"
    return Unreadable(
        f"over the limit: {name}",
        f"{detail}; the limit is {value:,g}. To raise it: broadsheet ingest --limit {name}={enough}, or in a run file "
        f"`limits: {{{name}: {enough}}}`",
    )


class OutOfTime(BaseException):
    """Say that a file took too long. Not an Exception, since libraries catch those and go on."""


@contextmanager
def time_limit(n_bytes: int) -> Iterator[None]:
    """Raise OutOfTime in the with block when its process has taken the time that a file of `n_bytes` may take.

    In a thread, as on a worker of a cluster, and on Windows, a call of a C library is not stopped before it returns.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        with _watched(seconds_for(n_bytes)):
            yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGPROF, stop)
    # Once more each second, since code that is called back from C may lose an exception.
    signal.setitimer(signal.ITIMER_PROF, seconds_for(n_bytes), 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in the with block by another thread, which looks each second: signals reach the main one only."""
    thread, last = threading.get_ident(), time.process_time() + seconds
    stop, done = ctypes.py_object(OutOfTime), threading.Event()

    def watch() -> None:
        while not done.wait(min(seconds, 1)):
            if time.process_time() >= last:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), stop)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None)  # what came at the last moment


def seconds_for(n_bytes: int) -> float:
    """Return the processor time that a file of `n_bytes` may take."""
    return current().seconds * -(-max(n_bytes, 1) // (100 * _MB))


@contextmanager
def process_limit(n_bytes: int) -> Iterator[None]:
    """Let the system end this process if the with block takes twice the processor time that a file may take.

    For processes of which that may be asked: it also ends what does not even stop when told. Not on Windows.
    """
    if sys.platform == "win32":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_CPU)
    last = int(time.process_time() + 2 * seconds_for(n_bytes)) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (last, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, before)
