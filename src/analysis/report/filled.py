"""Split what is too much for one file or page."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T", bound=Sized)


def filled(entries: Iterable[T], most: int, *, size: Callable[[T], int] = len) -> Iterator[list[T]]:
    """Yield the entries of each file, in order, as many as fit; one that is too large has a file of its own.

    >>> list(filled(["rain", "snow", "hail"], 8))
    [['rain', 'snow'], ['hail']]
    """
    own: list[T] = []
    total = 0
    for entry in entries:
        n = size(entry)
        if own and total + n > most:
            yield own
            own, total = [], 0
        own.append(entry)
        total += n
    if own:
        yield own
