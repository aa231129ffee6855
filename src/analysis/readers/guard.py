"""Guard the reading of records: an error that nobody foresaw is a reject, and the records behind it are read."""

import logging
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from analysis.readers.decode import Unreadable
from analysis.readers.raw_record import RawRecord, checked, reject
from analysis.wording import visible

_LOG = logging.getLogger(__name__)
_Item = TypeVar("_Item")


def each(read: Callable[[_Item], RawRecord], items: Iterable[_Item]) -> Iterator[RawRecord]:
    """Yield the record that `read` gives for each item, numbered from 1; a reject where it fails.

    >>> [raw["reason"] for raw in each(lambda item: reject("no text", 1 / item), [1, 0])]
    ['no text', 'unexpected error']
    """
    for number, item in enumerate(items, start=1):
        yield one(read, item, number)


def one(read: Callable[[_Item], RawRecord], item: _Item, number: int) -> RawRecord:
    """Return the record that `read` gives for an item, numbered and checked; a reject where it fails."""
    try:
        return checked(read(item) | {"record": number})
    except Exception as error:
        return failed(error, number)


def all_of(records: Iterator[RawRecord]) -> Iterator[RawRecord]:
    """Yield the records, checked; a reject where reading them breaks off."""
    try:
        for raw in records:
            yield checked(raw)
    except Exception as error:
        yield failed(error)


def failed(error: Exception, number: int | None = None) -> RawRecord:
    """Return the reject of an error: its own words if a reader raised it, else its type and place, which are logged."""
    if isinstance(error, Unreadable):
        return reject(error.reason, error.detail, record=number)
    if isinstance(error, MemoryError):
        return reject("over the limit: memory", "it does not fit into the memory; split the file", record=number)
    if isinstance(error, RecursionError):
        return reject("over the limit: depth", "it is nested too deep to be read", record=number)
    where = f"{type(error).__name__} at {_place(error)}"
    _log_once(where, visible(str(error)[:200]))
    return reject("unexpected error", f"{where}: {error}"[:300], record=number)


def _place(error: Exception) -> str:
    """Return the line of this package in which the error came up, such as readers/feed.py:73."""
    frames = traceback.extract_tb(error.__traceback__)
    package = Path(__file__).parents[1]
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(package)]
    frame = (own or frames)[-1] if frames else None
    if frame is None:
        return "an unknown place"
    path = Path(frame.filename)
    return f"{path.relative_to(package) if own else path.name}:{frame.lineno}"


@cache
def _log_once(where: str, words: str) -> None:
    _LOG.warning("a record could not be read and is among the rejects: %s: %s; please report this", where, words)
