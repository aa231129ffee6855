"""Read the files of a corpus into records: rows of `articles`, or rejects.

A file gives the same records in any process, so that the work can be divided.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import asdict
from functools import partial
from importlib import metadata
from typing import Any, NamedTuple, TypeAlias, cast

import pyarrow as pa

from analysis import engine
from analysis.articles import UNKNOWN_OUTLET, to_article
from analysis.articles.outlets import outlet_from_folder
from analysis.corpus.files import RawFile, folder_of
from analysis.corpus.tasks import Task, read_file
from analysis.readers import RawRecord, guard
from analysis.readers.cleaning import clean
from analysis.readers.limits import DEFAULT, Limits, OutOfTime, over, process_limit, seconds_for, time_limit, use
from analysis.readers.raw_record import place_of, reject
from analysis.tables.definitions import INT, TABLES, TEXT

# The columns of a record beside those of an article. A record with a `reason` is a reject.
_OWN_COLUMNS = {
    "reader": TEXT,
    "record": INT,
    "reason": TEXT,
    "detail": TEXT,
    "record_hash": TEXT,  # changes with any other value of an article
}
_Row: TypeAlias = dict[str, Any]  # of SCHEMA; columns that are not there are null
SCHEMA = pa.schema([*TABLES["articles"].columns.items(), *_OWN_COLUMNS.items()])
_LIBRARIES = (  # another version of one of these may read a file differently
    "charset-normalizer", "dateparser", "fastwarc", "feedparser", "ftfy", "htmldate", "justext", "lxml", "openpyxl",
    "py3langid", "trafilatura",
)  # fmt: skip


class TaskResult(NamedTuple):
    """What a task gave."""

    task: Task  # without its raw records
    table: pa.Table  # of SCHEMA, one row per record
    counts: list[int]  # records of each file of the task


class Setting(NamedTuple):
    """What the records of a file depend on beside the file."""

    top: str  # name of the corpus's folder
    codes: Mapping[str, str]  # agency codes, with the agencies' names
    limits: Limits = DEFAULT


def read_key(setting: Setting) -> str:
    """Return a hash of what the records of a file depend on beside the file: the code, the libraries, the setting."""
    versions = {found.name: found.version for name in _LIBRARIES for found in metadata.distributions(name=name)}
    own = {"top": setting.top, "codes": dict(setting.codes), "limits": asdict(setting.limits), "libraries": versions}
    return engine.step_key(read_task, own, [])


def read_task(task: Task, setting: Setting, *, may_end: bool = False) -> TaskResult:
    """Return the cleaned records of a task.

    With `may_end`, the system ends this process if a file takes far too long and cannot be stopped.
    """
    rows: list[_Row] = []
    counts = []
    with use(setting.limits):
        for file in task.files:
            before = len(rows)
            with process_limit(file.size) if may_end else nullcontext():
                rows += _rows(file, task, setting)
            counts.append(len(rows) - before)
    return TaskResult(task._replace(raws=None), pa.Table.from_pylist(_numbered(rows), schema=SCHEMA), counts)


def _rows(file: RawFile, task: Task, setting: Setting) -> list[_Row]:
    """Return the records of a file as rows; where it takes too long, those that were read, and a reject."""
    row_of = partial(_row, file=file, setting=setting)
    if file.problem:
        return [row_of(reject(*file.problem))]
    rows: list[_Row] = []
    places: list[RawRecord] = []
    try:
        with time_limit(file.size):
            for raw in task.raws if task.raws is not None else read_file(file.path):
                places.append(cast(RawRecord, {"record": raw.get("record"), **place_of(raw)}))
                rows.append(_guarded(partial(row_of, raw), places[-1], row_of))
    except OutOfTime:
        took = f"it takes more than {seconds_for(file.size):g} seconds of processor time; {len(rows)} records were read"
        rows.append(row_of(_over_time(took, record=len(rows) + 1 if rows else None)))
    try:
        pa.RecordBatch.from_pylist(rows, schema=SCHEMA)  # for all rows at once: one by one it takes long
    except Exception:
        # The last row of a file that ran out of time is not from a record.
        padded = [*places, RawRecord()][: len(rows)]
        return [_guarded(partial(_fitting, row), place, row_of) for row, place in zip(rows, padded, strict=True)]
    return rows


def lost_task(task: Task, setting: Setting) -> TaskResult:
    """Return the reject of a task of one file whose process was ended, in place of its records."""
    [file] = task.files
    with use(setting.limits):
        took = f"its process was ended, at {2 * seconds_for(file.size):g} seconds of processor time or without memory"
        row = _row(_over_time(took), file=file, setting=setting)
    return TaskResult(task._replace(raws=None), pa.Table.from_pylist([row], schema=SCHEMA), [1])


def _over_time(took: str, *, record: int | None = None) -> RawRecord:
    """Return the reject of a file that takes too long."""
    error = over("seconds", took)
    return reject(error.reason, error.detail, record=record)


def _guarded(make: Callable[[], _Row], place: RawRecord, row_of: Callable[[RawRecord], _Row]) -> _Row:
    """Return the row that `make` returns; where it fails, a reject of the record that was found at `place`."""
    try:
        return make()
    except Exception as error:
        return row_of(guard.failed(error, place.get("record")) | place_of(place))


def _fitting(row: _Row) -> _Row:
    """Return a row. Raise an error if it does not fit the table."""
    pa.RecordBatch.from_pylist([row], schema=SCHEMA)
    return row


def _row(raw: RawRecord, *, file: RawFile, setting: Setting) -> _Row:
    """Return one record as a row: an article, or a reject."""
    fields, folder = _clean_fields(raw), folder_of(file.name, setting.top)
    row = fields if "reason" in fields else to_article(fields, folder, codes=setting.codes, repeated=file.repeated)
    origin = {
        "source_path": f"{file.name}/{fields['member']}" if fields.get("member") else file.name,
        "source_sha256": file.sha,
        "reader": fields.get("form", "none"),
        "record": fields["record"],
    }
    if "reason" in row:
        outlet = outlet_from_folder(folder) or UNKNOWN_OUTLET
        return origin | {"reason": row["reason"], "detail": row["detail"], "outlet": outlet}
    values = json.dumps(row | origin, sort_keys=True, default=str)
    return row | origin | {"record_hash": hashlib.sha256(values.encode()).hexdigest()[:16]}


def _clean_fields(raw: RawRecord) -> dict[str, Any]:
    """Return a raw record with all texts cleaned, numbers as text, and notes on the repairs.

    Readers clean what they parse. This reaches what they pass on: escapes in JSON, cells, names of files, lists.
    """
    notes = list(raw.get("notes", []))

    def cleaned(value: Any) -> Any:
        if isinstance(value, str):
            text, found = clean(value)
            notes.extend(note for note in found if note not in notes)
            return text
        if isinstance(value, (list, tuple)):
            entries = [cleaned(entry) for entry in value]
            return type(value)(*entries) if hasattr(value, "_fields") else entries
        return str(value) if isinstance(value, (int, float)) else value

    kept = {field for field in ("record", "notes", "published") if not isinstance(raw.get(field), str)}
    fields = {field: value if field in kept else cleaned(value) for field, value in raw.items()}
    return fields | {"notes": notes}


def _numbered(rows: list[_Row]) -> list[_Row]:
    """Return the rows; a reject without a number gets one if another of its file has none either."""
    seen: set[tuple[str, int | None]] = set()
    for place, row in enumerate(rows, start=1):
        if "reason" in row and (row["source_path"], row["record"]) in seen:
            row["record"] = place
        seen.add((row["source_path"], row["record"]))
    return rows
