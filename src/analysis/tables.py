"""The project's tables: their columns and dtypes, the one-row-per rule of each, and the check where data enter.

`docs/codebook.md` explains every column; a test holds it against `TABLES`.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

TEXT, LIST, FLOAT, INT = pa.string(), pa.list_(pa.string()), pa.float64(), pa.int64()
SPANS = pa.list_(pa.list_(pa.int64()))
WHEN = pa.timestamp("us", tz="UTC")


class Table(NamedTuple):
    """What one row is, the columns that tell rows apart, the columns' Arrow types, and which of them may be null."""

    row: str
    key: tuple[str, ...]
    columns: dict[str, pa.DataType]
    nullable: frozenset[str] = frozenset()


TABLES = {
    "articles": Table(
        "article",
        ("article_id",),
        dict(
            article_id=TEXT,
            outlet=TEXT,
            published=WHEN,
            headline=TEXT,
            byline=LIST,
            dateline=TEXT,
            section=TEXT,
            url=TEXT,
            language=TEXT,
            origin=TEXT,
            summary=LIST,
            captions=LIST,
            photo_credit=LIST,
            subheads=LIST,
            text=TEXT,
            n_words=INT,
            source_path=TEXT,
            source_sha256=TEXT,
            notes=LIST,
        ),
        frozenset({"published", "headline", "dateline", "section", "url", "language", "origin"}),
    ),
    "rejects": Table(
        "file or record that gave no article",
        ("source_path", "record"),
        dict(source_path=TEXT, record=INT, reason=TEXT, detail=TEXT),
        frozenset({"record", "detail"}),
    ),
    "stories": Table(
        "article × story",
        ("article_id", "story"),
        dict(article_id=TEXT, story=TEXT, score=FLOAT, n_hits=INT, first_hit=INT),
        frozenset({"first_hit"}),
    ),
    "copies": Table(
        "article that is a copy",
        ("article_id",),
        dict(article_id=TEXT, copy_of=TEXT, similarity=FLOAT, kind=TEXT),
    ),
    "events": Table(
        "article",
        ("article_id",),
        dict(article_id=TEXT, event_id=TEXT, similarity=FLOAT),
    ),
    "quotes": Table(
        "attribution",
        ("quote_id",),
        dict(
            quote_id=TEXT,
            article_id=TEXT,
            quote_type=TEXT,
            content=TEXT,
            content_spans=SPANS,
            cue=TEXT,
            cue_spans=SPANS,
            cue_kind=TEXT,
            source=TEXT,
            source_spans=SPANS,
            speaker=TEXT,
            speaker_kind=TEXT,
            speaker_role=TEXT,
            confidence=FLOAT,
            paragraph=INT,
        ),
        frozenset({"cue", "source", "speaker", "speaker_role"}),
    ),
    "topics": Table(
        "topic × term",
        ("topic", "term"),
        dict(topic=INT, label=TEXT, term=TEXT, weight=FLOAT, rank=INT),
    ),
    "topic_shares": Table(
        "article × topic",
        ("article_id", "topic"),
        dict(article_id=TEXT, topic=INT, share=FLOAT),
    ),
}


def need(frame: pd.DataFrame, columns: Iterable[str], *, who: str) -> None:
    """Nothing, when `frame` has all `columns`.

    Raises ValueError that names `who` asked, what is missing and what is there.

    >>> need(pd.DataFrame({"text": []}), ["article_id", "text"], who="find_quotes")
    Traceback (most recent call last):
    ...
    ValueError: find_quotes needs the column article_id; the frame has: text. Add it, or start from load_articles().
    """
    missing = [c for c in columns if c not in frame.columns]
    if missing:
        there = ", ".join(map(str, frame.columns)) or "no columns"
        what = "the column" if len(missing) == 1 else "the columns"
        raise ValueError(
            f"{who} needs {what} {', '.join(missing)}; the frame has: {there}. Add it, or start from load_articles()."
        )


def schema(name: str) -> pa.Schema:
    """The Arrow schema of a table. Raises ValueError for an unknown name."""
    if name not in TABLES:
        raise ValueError(f"there is no table {name!r}; the tables are: {', '.join(TABLES)}")
    table = TABLES[name]
    return pa.schema([pa.field(c, t, nullable=c in table.nullable) for c, t in table.columns.items()])


def empty(name: str) -> pd.DataFrame:
    """A table without rows, with its columns and dtypes.

    >>> list(empty("copies").columns)
    ['article_id', 'copy_of', 'similarity', 'kind']
    """
    return _to_pandas(schema(name).empty_table())


def conform(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """`frame` with exactly the columns of the table `name`, in its order and dtypes; nullable ones that are missing are null.

    Raises ValueError for a missing or null required column, for values of the wrong type and for two rows of one key
    (the one-row-per rule), each with the table, the column and the first offending value.
    """
    table = TABLES[name] if name in TABLES else schema(name)
    need(frame, [c for c in table.columns if c not in table.nullable], who=f"the table {name}")
    arrays = [_column(frame, c, t, name) for c, t in table.columns.items()]
    result = _to_pandas(pa.Table.from_arrays(arrays, names=list(table.columns)))
    result.index = frame.index
    twice = result.duplicated(list(table.key))
    if twice.any():
        first = dict(result.loc[twice, list(table.key)].iloc[0])
        raise ValueError(
            f"the table {name} has one row per {table.row}, but {first} comes more than once; drop the repeats"
        )
    return result


def _column(frame: pd.DataFrame, column: str, kind: pa.DataType, name: str) -> pa.Array:
    if column not in frame.columns:
        return pa.nulls(len(frame), kind)
    values = frame[column]
    if pa.types.is_timestamp(kind):
        values = pd.to_datetime(values, utc=True)
    try:
        array = pa.Array.from_pandas(values, type=kind, safe=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"the column {column} of the table {name} must hold {kind}: {error}") from None
    array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
    if array.null_count and column not in TABLES[name].nullable:
        row = int(array.is_null().to_numpy(zero_copy_only=False).argmax())
        raise ValueError(
            f"the column {column} of the table {name} is null in row {row}; every {TABLES[name].row} needs one"
        )
    return array


def _to_pandas(table: pa.Table) -> pd.DataFrame:
    """Lists become Python lists (Arrow gives arrays, whose == is not a truth value); everything else as pandas has it."""
    frame = table.to_pandas()
    for field in table.schema:
        if pa.types.is_list(field.type):
            frame[field.name] = pd.Series(table.column(field.name).to_pylist(), index=frame.index, dtype=object)
    return frame


def read_table(path: str | Path) -> pd.DataFrame:
    """The table in `path`: one Parquet file, or a folder of parts, which are read in the order of their names.

    Raises FileNotFoundError with what to do when there is none.
    """
    path = Path(path)
    parts = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not parts or not parts[0].exists():
        raise FileNotFoundError(f"there is no table at {path}; run `make report`, or ingest() first")
    return _to_pandas(pa.concat_tables([pq.read_table(part) for part in parts]))


def write_table(frame: pd.DataFrame, path: str | Path, name: str, *, metadata: dict[str, str] | None = None) -> Path:
    """`path`, now holding `frame` checked as table `name` ("" for a frame that is no public table), written whole or not at all.

    The same frame gives the same bytes. `metadata` is kept in the file's schema.
    """
    path = Path(path)
    frame = frame.reset_index(drop=True)
    if name:
        table = pa.Table.from_pandas(conform(frame, name), schema=schema(name), preserve_index=False)
    else:
        table = pa.Table.from_pandas(frame, preserve_index=False)
    table = table.replace_schema_metadata(metadata or {})
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        pq.write_table(table, temporary, compression="zstd")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
