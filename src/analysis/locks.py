"""One writer at a time: whoever writes to a folder of tables, or to a report, holds its lock."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from analysis import stores

LOCK = ".broadsheet.lock"
OWNER_ENDING = ".owner"


def lock_of(folder: Path) -> Path:
    """Return the file that stands for the lock of a folder of tables.

    For a folder at an address it is a file of this machine, so it keeps apart those who write from this machine.
    """
    return stores.on_this_machine(folder) / LOCK


@contextmanager
def one_writer(file: Path, what: str, *, timeout: float = -1) -> Iterator[None]:
    """Hold the lock `file` of a folder; wait for it, with a sentence that says for whom.

    The operating system gives the lock back when its owner ends, however that ends, so no lock is left behind. A
    thread that holds a lock may take it again.

    Parameters
    ----------
    file : Path
        The file that stands for the lock; its folder is made if it is not there.
    what : str
        What the lock protects, for the message: "data/processed".
    timeout : float
        Seconds to wait; -1 waits for as long as it takes.

    Raises
    ------
    TimeoutError
        If the lock was not free in time, with its owner.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(file, is_singleton=True)
    again = lock.is_locked
    _acquire(lock, file, what, timeout)
    owner = file.with_name(file.name + OWNER_ENDING)
    try:
        if not again:
            since = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
            owner.write_text(f"process {os.getpid()} on {socket.gethostname()} since {since}\n", encoding="utf-8")
        yield
    finally:
        if not again:
            owner.unlink(missing_ok=True)
        lock.release()


def _acquire(lock: FileLock, file: Path, what: str, timeout: float) -> None:
    try:
        lock.acquire(timeout=0)
        return
    except Timeout:
        try:
            owner = file.with_name(file.name + OWNER_ENDING).read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            owner = "another process"
    print(f"waiting: {what} is in use by {owner}", file=sys.stderr)
    try:
        lock.acquire(timeout=timeout)
    except Timeout:
        raise TimeoutError(f"{what} is in use by {owner}; wait until that is done, or end it") from None
