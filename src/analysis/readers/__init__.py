"""Raw bytes to raw articles: one reader a form, the form told by the content.

Every reader takes (`data`, `name`) and yields dictionaries. One with a `reason` is a reject (`record`, `reason`, `detail`); any
other is a raw article: `record` (its number in the file, null for a file that is one article), `form`, `text` (paragraphs, or the
whole copied page), `notes`, and what the source gave of `outlet`, `headline`, `published`, `byline`, `section`, `url`, `captions`,
`photo_credit`, `subheads`, `summary`, as it gave it. Dates, names and furniture are settled later, in one place for all forms.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from analysis.readers import html, plain, tabular
from analysis.readers.decode import Unreadable, decode


class Form(NamedTuple):
    """How a form is told from its decoded text and the file's name, and how it is read."""

    name: str
    fits: Callable[[str, str], bool]
    read: Callable[[str, str], Iterator[dict]]


# Asked in this order: the first that fits reads the file; a text that is nothing else is a copied page.
FORMS = [
    Form("html", html.is_html, html.read),
    Form("json", tabular.is_json, tabular.read_json),
    Form("csv", tabular.is_csv, tabular.read_csv),
    Form("text", lambda text, name: True, plain.read),
]

_MAGIC = {  # what a file that no reader knows begins with, in words
    b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP or Office file", b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image",
    b"PAR1": "a Parquet file", b"\xd0\xcf\x11\xe0": "an old Office file", b"BZh": "a bzip2 file", b"\xfd7zXZ": "an xz file",
    b"\x7fELF": "a program", b"SQLite": "a database", b"{\\rtf": "an RTF file",
}  # fmt: skip


def read(data: bytes, name: str) -> Iterator[dict]:
    """The raw articles and rejects in the file `name` with the content `data`, in its order. Never raises for what `data` holds.

    >>> [raw["form"] for raw in read(b'{"title": "Rain", "text": "It rained."}', "a.txt")]
    ['json']
    """
    try:
        if data[:2] == b"\x1f\x8b":
            data, name = _gunzip(data), re.sub(r"\.gz$", "", name)
        kind = next((words for magic, words in _MAGIC.items() if data.startswith(magic)), None)
        if kind:
            raise Unreadable("form not known", f"{kind}; known are {', '.join(form.name for form in FORMS)}, each also as .gz")
        text, notes = decode(data)
        if not text.strip():
            raise Unreadable("empty file", "")
    except Unreadable as error:
        yield {"record": None, "reason": error.reason, "detail": error.detail}
        return
    form = next(form for form in FORMS if form.fits(text, name))
    for raw in form.read(text, name):
        yield raw | {"form": form.name} | ({} if "reason" in raw else {"notes": notes + raw.get("notes", [])})


def _gunzip(data: bytes) -> bytes:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable("damaged gzip", str(error)) from None
