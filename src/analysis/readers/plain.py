"""Text copied from a web page: one article a file, furniture and all."""

from collections.abc import Iterator

from analysis.articles.unwrap import unwrap
from analysis.readers.decode import clean


def read(text: str, name: str) -> Iterator[dict]:
    """The one raw article in `text`, a page as somebody copied it; lines that were broken at a fixed width are joined again.

    >>> next(read("Rain fell.\\n\\nIt stopped.", "a.txt"))["text"]
    'Rain fell.\\n\\nIt stopped.'
    """
    text, removed = clean(text)
    text, joined = unwrap(text)
    yield {"record": None, "text": text, "notes": removed + joined}
