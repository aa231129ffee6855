"""Give memory that is no longer used back to the system, so that what one stage took does not add to the next."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Options of the GNU allocator and their numbers in malloc.h: from how many bytes on memory is an array's own, and how
# much may stay free behind what is in use. Left alone, it soon takes what is in _USUALLY.
_MAPPED, _KEPT = -3, -1
_AT_ONCE, _USUALLY = {_MAPPED: 1 << 20}, {_MAPPED: 32 << 20, _KEPT: 64 << 20}


@contextmanager
def freed_at_once() -> Iterator[None]:
    """Have arrays of 1 MB and more given back as soon as they are freed.

    Else the GNU allocator keeps those below 32 MB for others to come: of the topics of 20,000 articles, 90 MB of
    nothing. It costs the time to get them anew, so it is for what makes few arrays. On leaving, the allocator gets the
    limits at which it arrives by itself, which then stay for the rest of the process.
    """
    _set(_AT_ONCE)
    try:
        yield
    finally:
        _set(_USUALLY)


def _set(options: dict[int, int]) -> None:
    if sys.platform == "linux" and (set_option := getattr(ctypes.CDLL(None), "mallopt", None)):
        for option, value in options.items():
            set_option(option, value)
