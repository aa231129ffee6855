"""One file of a corpus to its records: rows of `articles`, or rejects. The same file gives the same rows in any process."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from analysis import engine, tables
from analysis.articles import UNKNOWN_OUTLET, to_article
from analysis.articles.outlets import outlet_from_folder
from analysis.corpus.files import Source, folder_of
from analysis.readers import holds_many, read, tabular
from analysis.readers.decode import clean

BATCH = 250  # records that one worker cleans at a time
FILES, BYTES = 50, 4e6  # up to so much of other files one worker reads at a time
_LARGE = 1e6  # an export of so many bytes is not read by one worker

# A record is an article or, with a reason, a reject; `record_hash` tells whether an article is as it was.
_OWN = dict(reader=tables.TEXT, record=tables.INT, reason=tables.TEXT, detail=tables.TEXT, record_hash=tables.TEXT)
SCHEMA = pa.schema([*tables.TABLES["articles"].columns.items(), *_OWN.items()])
_LIBRARIES = (  # whose next version may read a file otherwise
    "charset-normalizer", "fastwarc", "feedparser", "ftfy", "htmldate", "justext", "lxml", "openpyxl", "py3langid", "python-docx", "trafilatura",
)  # fmt: skip


class Unit(NamedTuple):
    """Work for one process: files to read, or (`raws`) one batch of the records of one file, the `last` of them or not."""

    sources: list[Source]
    raws: list[dict] | None = None
    batch: int = 0
    last: bool = True


class Found(NamedTuple):
    """What a unit gave: its files, records as a table of SCHEMA and how many of them each file gave."""

    unit: Unit
    table: pa.Table
    counts: list[int]


def read_key(top: str, codes: Mapping[str, str]) -> str:
    """What the rows of a file depend on beside its bytes and path, as one hash: the code and libraries that read, agency codes, `top`."""
    versions = {found.name: found.version for name in _LIBRARIES for found in metadata.distributions(name=name)}
    return engine.step_key(read_unit, {"top": top, "codes": dict(codes), "libraries": versions}, [])


def units(missing: Iterable[Source], held: Mapping[tuple[str, str], Iterable[int]]) -> Iterator[Unit]:
    """The work on files that are not read yet: a large export is read here and its records dealt out, others are read by the worker.

    `held` names the batches of a file (by path and hash) that an interrupted run has read already.
    """
    waiting: list[Source] = []
    for source in missing:
        if holds_many(source.name) and source.size > _LARGE:
            done = held.get((source.name, source.version), ())
            batches = enumerate(_batches(read_file(source.path)))
            yield from (Unit([source], raws, number, last) for number, (raws, last) in batches if number not in done)
            continue
        waiting.append(source)
        if len(waiting) == FILES or sum(file.size for file in waiting) > BYTES:
            yield Unit(waiting)
            waiting = []
    if waiting:
        yield Unit(waiting)


def _batches(raws: Iterator[dict]) -> Iterator[tuple[list[dict], bool]]:
    """Lists of BATCH records, each with whether it is the last."""
    batch, following = list(islice(raws, BATCH)), [{}]
    while following:
        following = list(islice(raws, BATCH))
        yield batch, not following
        batch = following


def read_file(path: Path) -> Iterator[dict]:
    """The raw articles and rejects of a file, at least one; JSON Lines are streamed, other forms read as a whole."""
    empty = True
    try:
        for raw in _stream(path):
            empty = False
            yield raw
    except OSError as error:
        yield {"record": None, "reason": "cannot be opened", "detail": str(error.strerror or error)}
        return
    if empty:
        yield {"record": None, "reason": "no record", "detail": "the file is an export without a record"}


def _stream(path: Path) -> Iterator[dict]:
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
        stream.seek(0)
        lines = gzip.GzipFile(fileobj=stream) if packed else stream
        if tabular.is_json_lines(lines):
            yield from (raw for raw in tabular.read_json_lines(lines))
            return
    yield from read(path.read_bytes(), path.name)


def read_unit(unit: Unit, top: str, codes: Mapping[str, str]) -> Found:
    """The records of a unit, cleaned; the unit that comes back is without the raw ones."""
    rows: list[dict] = []
    counts = []
    for source in unit.sources:
        before = len(rows)
        for raw in unit.raws if unit.raws is not None else read_file(source.path):
            rows.append(_row(raw, source, folder_of(source.name, top), codes))
        counts.append(len(rows) - before)
    return Found(unit._replace(raws=None), pa.Table.from_pylist(_numbered(rows), schema=SCHEMA), counts)


def _row(raw: Mapping, source: Source, folder: str, codes: Mapping[str, str]) -> dict:
    """One record as a row: an article, or a reject."""
    raw = tidy(raw)
    row = raw if "reason" in raw else to_article(raw, folder, codes=codes, repeated=source.repeated)
    told = {
        "source_path": f"{source.name}/{raw['member']}" if raw.get("member") else source.name,
        "source_sha256": source.sha,
        "reader": raw.get("form", "none"),
        "record": raw["record"],
    }
    if "reason" in row:
        return told | {
            "reason": row["reason"],
            "detail": row["detail"],
            "outlet": outlet_from_folder(folder) or UNKNOWN_OUTLET,
        }
    whole = json.dumps(row | told, sort_keys=True, default=str)
    return row | told | {"record_hash": hashlib.sha256(whole.encode()).hexdigest()[:16]}


def tidy(raw: Mapping) -> dict:
    """A raw record with every text in it cleaned and every number but its own and its date as text; notes say what was repaired.

    Readers clean what they parse; this reaches what they pass on: escapes in JSON, cells, names of files, lists.
    """
    notes: list[str] = list(raw.get("notes", []))

    def cleaned(value: Any) -> Any:
        if isinstance(value, str):
            text, found = clean(value)
            notes.extend(note for note in found if note not in notes)
            return text
        if isinstance(value, (list, tuple)):
            entries = [cleaned(entry) for entry in value]
            return type(value)(*entries) if hasattr(value, "_fields") else entries
        return str(value) if isinstance(value, (int, float)) else value

    as_it_is = {field for field in ("record", "notes", "published") if not isinstance(raw.get(field), str)}
    return {field: value if field in as_it_is else cleaned(value) for field, value in raw.items()} | {"notes": notes}


def _numbered(rows: list[dict]) -> list[dict]:
    """`rows` with a number for each reject that has none, where another of the same file has none either."""
    seen: set[tuple] = set()
    for place, row in enumerate(rows, start=1):
        if "reason" in row and (row["source_path"], row["record"]) in seen:
            row["record"] = place
        seen.add((row["source_path"], row["record"]))
    return rows
