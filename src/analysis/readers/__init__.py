"""Raw bytes to raw articles: one reader a form, the form told by the content.

Every reader takes (`data` or the decoded `text`, `name`) and yields dictionaries. One with a `reason` is a reject (`record`, `reason`,
`detail`); any other is a raw article: `record` (its number in the file, null for a file that is one article), `form`, `text` (paragraphs,
or the whole copied page), `notes`, and what the source gave of `outlet`, `headline`, `published`, `byline`, `section`, `page`, `url`,
`dateline`, `origin`, `captions`, `photo_credit`, `subheads`, `summary`, as it gave it. One out of a ZIP has `member`, the path of its file
in there. Dates, names and furniture are settled later, in one place for all forms.
"""

import gzip
import io
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from analysis.readers import archive, factiva, feed, nexis, plain, proquest, sheets, tabular, warc
from analysis.readers.decode import Unreadable, decode
from analysis.readers.page import saved_page


class Form(NamedTuple):
    """How a form is told from its content and the file's name, and how it is read."""

    name: str
    fits: Callable[..., bool]
    read: Callable[..., Iterator[dict]]


# Asked in this order: the first that fits reads the file; a text that is nothing else is a copied page.
BINARY_FORMS = [  # these take the bytes
    Form("warc", warc.is_warc, warc.read),
    Form("nexis", nexis.is_docx, nexis.read),
    Form("xlsx", sheets.is_workbook, sheets.read_workbook),
    Form("parquet", sheets.is_parquet, sheets.read_parquet),
    Form("feed", feed.is_feed, feed.read),
]
TEXT_FORMS = [  # these take the decoded text
    Form("factiva", factiva.is_factiva, factiva.read),
    Form("html", saved_page.is_html, saved_page.read),
    Form("json", tabular.is_json, tabular.read_json),
    Form("proquest", proquest.is_proquest, proquest.read),
    Form("csv", tabular.is_csv, tabular.read_csv),
    Form("text", lambda text, name: True, plain.read),
]
FORMS = [*BINARY_FORMS, *TEXT_FORMS]

# Names of files that may hold many articles; Factiva's pages and ProQuest's texts are named as any page or text is.
_MANY = (
    ".json",
    ".jsonl",
    ".ndjson",
    ".csv",
    ".tsv",
    ".xlsx",
    ".xlsm",
    ".parquet",
    ".docx",
    ".warc",
    ".rss",
    ".atom",
    ".xml",
    ".zip",
)

_MAGIC = {  # what a file that no reader knows begins with, in words
    b"%PDF": "a PDF", archive.ZIP: "an Office file", b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image",
    b"\xd0\xcf\x11\xe0": "an old Office file", b"BZh": "a bzip2 file", b"\xfd7zXZ": "an xz file", b"\x28\xb5\x2f\xfd": "a zstd file",
    b"7z\xbc\xaf": "a 7z file", b"Rar!": "a RAR file", b"\x7fELF": "a program", b"SQLite": "a database", b"{\\rtf": "an RTF file",
}  # fmt: skip


def read(data: bytes, name: str) -> Iterator[dict]:
    """The raw articles and rejects in the file `name` with the content `data`, in its order. Never raises for what `data` holds.

    >>> [raw["form"] for raw in read(b'{"title": "Rain", "text": "It rained."}', "a.txt")]
    ['json']
    """
    try:
        yield from _unpacked(data, name)
    except Unreadable as error:
        yield {"record": None, "reason": error.reason, "detail": error.detail}


def holds_many(name: str) -> bool:
    """Whether a file of this name may hold many articles: for dealing out the work only, `read` goes by the content.

    >>> holds_many("export.jsonl.gz"), holds_many("page.html")
    (True, False)
    """
    return name.lower().removesuffix(".gz").endswith(_MANY)


def _unpacked(data: bytes, name: str, *, inside: bool = False) -> Iterator[dict]:
    """What is in `data` and, if it is a ZIP, in each of its files; a ZIP within a ZIP (`inside`) is not opened."""
    if data[:2] == archive.GZIP and not warc.is_warc(data, name):
        name = re.sub(r"\.gz$", "", name)
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            if tabular.is_json_lines(stream):
                yield from (raw | {"form": "json"} for raw in tabular.read_json_lines(stream))
                return
        data = archive.gunzip(data)
    if not _is_bundle(data):
        yield from _read(data, name)
    elif inside:
        raise Unreadable("archive in an archive", f"{name} is packed twice; unpack the outer one")
    else:
        for member, content in archive.members(data):
            yield from (raw | {"member": member} for raw in _member(member, content))


def _is_bundle(data: bytes) -> bool:
    """Whether `data` is a ZIP of files, not one of the files that Office packs as a ZIP."""
    return data.startswith((archive.ZIP, b"PK\x05\x06")) and "[Content_Types].xml" not in archive.names(data)


def _member(member: str, content: bytes | Unreadable) -> Iterator[dict]:
    """The raw articles and rejects of one file of a ZIP."""
    try:
        if isinstance(content, Unreadable):
            raise content
        yield from _unpacked(content, member, inside=True)
    except Unreadable as error:
        yield {"record": None, "reason": error.reason, "detail": error.detail}


def _read(data: bytes, name: str) -> Iterator[dict]:
    """The raw articles and rejects of a file that is not packed. Raises Unreadable when no reader knows it, or it is damaged as a whole."""
    stream = io.BytesIO(data)
    if tabular.is_json_lines(stream):
        yield from (raw | {"form": "json"} for raw in tabular.read_json_lines(stream))
        return
    form, content, notes = next((form for form in BINARY_FORMS if form.fits(data, name)), None), data, []
    if not form:
        kind = next((words for magic, words in _MAGIC.items() if data.startswith(magic)), None)
        if kind:
            known = ", ".join(form.name for form in FORMS)
            raise Unreadable("form not known", f"{kind}; known are {known}, each also as .gz and in a .zip")
        content, notes = decode(data)
        if not content.strip():
            raise Unreadable("empty file", "")
        form = next(form for form in TEXT_FORMS if form.fits(content, name))
    for raw in form.read(content, name):
        yield {"form": form.name} | raw | ({} if "reason" in raw else {"notes": notes + raw.get("notes", [])})
