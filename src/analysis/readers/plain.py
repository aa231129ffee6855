"""Read text copied from a web page: one article per file, menus and all."""

from collections.abc import Iterator

from analysis.articles.unwrap import unwrap
from analysis.readers.decode import clean
from analysis.readers.raw_record import RawRecord


def read(text: str, name: str) -> Iterator[RawRecord]:
    r"""Yield the copied page in `text` as one raw article. Lines that were broken at a fixed width are joined again.

    >>> next(read("Rain fell.\n\nIt stopped.", "a.txt"))["text"]
    'Rain fell.\n\nIt stopped.'
    """
    text, removed = clean(text)
    text, joined = unwrap(text)
    yield {"record": None, "text": text, "notes": removed + joined}
