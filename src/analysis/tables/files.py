"""Tables on disk: Parquet files, written whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis import paths, stores
from analysis.tables.checks import conform, to_pandas
from analysis.tables.definitions import schema

# Arrow's own pool keeps what is freed, up to 90 MB a process; the system's takes it back, in the same time.
pa.set_memory_pool(pa.system_memory_pool())


class DamagedTable(ValueError):
    """A file of a table cannot be read."""


def part_files(table: Path) -> list[Path]:
    """Return the Parquet files of a table: the parts of a folder in the order of their numbers, or the one file."""
    if not table.is_dir():
        return [table] * table.exists()
    # By length first: part-10000 comes after part-9999.
    return sorted(table.glob("*.parquet"), key=lambda part: (len(part.name), part.name))


def read_table(
    path: str | Path, *, columns: Sequence[str] = (), rows: Sequence[bool] | np.ndarray | None = None
) -> pd.DataFrame:
    """Return the table that a file or a folder holds.

    Parameters
    ----------
    path : str or Path
        A Parquet file, or a folder of parts, which are read in the order of their names; also as the text of an
        address, such as s3://bucket/folder.
    columns : list of str
        Only these columns; without it, all of them.
    rows : list of bool, optional
        One for each row of the table: only rows with True are kept in memory.

    Returns
    -------
    DataFrame

    Raises
    ------
    FileNotFoundError
        If there is no table, with what to do.
    ValueError
        If a file is damaged (a `DamagedTable`), with its name and what to do.
    """
    path = stores.as_path(path)
    parts = part_files(path)
    if not parts:
        raise FileNotFoundError(f"there is no table at {path}; make it first, with `broadsheet report` or ingest()")
    read = (read_part(part, columns) for part in parts)
    return to_pandas(pa.concat_tables(list(read) if rows is None else _kept(read, np.asarray(rows, dtype=bool))))


def _kept(tables: Iterable[pa.Table], rows: np.ndarray) -> list[pa.Table]:
    """Return the tables, which follow each other, with only the rows that are True."""
    kept, start = [], 0
    for table in tables:
        kept.append(table.filter(rows[start : start + len(table)]))
        start += len(table)
    return kept


def read_part(part: Path, columns: Sequence[str] = ()) -> pa.Table:
    """Return what a Parquet file holds, or some columns of it. Raise DamagedTable, which names it, if it is damaged."""
    try:
        with stores.opened(part) as source:
            return pq.read_table(source, columns=list(columns) or None, page_checksum_verification=True)
    except (FileNotFoundError, PermissionError):
        raise
    except (OSError, pa.ArrowException) as error:
        raise DamagedTable(
            f"the table {paths.shown(part)} is damaged ({' '.join(str(error).split())}); delete this file, and "
            "`broadsheet report` makes it again"
        ) from error


def metadata_of(part: Path) -> dict[bytes, bytes]:
    """Return the metadata of a Parquet file; empty for one that is damaged or not there, so that it is written."""
    try:
        return footer(part).metadata or {}
    except (OSError, pa.ArrowException):
        return {}


def footer(part: Path) -> pq.FileMetaData:
    """Return what a Parquet file says about itself, such as how many rows it has; no row is read."""
    with stores.opened(part) as source:
        return pq.read_metadata(source)


def write_table(frame: pd.DataFrame, path: str | Path, name: str, *, metadata: Mapping[str, str] | None = None) -> Path:
    """Check a frame, write it as a Parquet file, and return the path.

    The same frame gives the same bytes. A failure leaves the former file as it was.

    Parameters
    ----------
    frame : DataFrame
        The rows; the index is not kept.
    path : str or Path
        The file.
    name : str
        The table that the frame must conform to, or "" for a frame that is no public table.
    metadata : mapping, optional
        Kept in the file's schema.

    Returns
    -------
    Path

    Raises
    ------
    ValueError
        If the frame does not conform to the table, see `analysis.tables.conform`.
    """
    path = stores.as_path(path)
    frame = frame.reset_index(drop=True)
    if name:
        table = pa.Table.from_pandas(conform(frame, name), schema=schema(name), preserve_index=False)
    else:
        table = pa.Table.from_pandas(frame, preserve_index=False)
    return write_arrow(table.replace_schema_metadata(metadata or {}), path)


def write_arrow(table: pa.Table, path: Path) -> Path:
    """Write a table as a Parquet file, whole or not at all, and return the path."""
    stores.write_whole(path, partial(pq.write_table, table, compression="zstd", write_page_checksum=True))
    return path
