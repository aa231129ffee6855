"""The check of frames where they enter: the columns that a function needs, and the definition of a table."""

from collections.abc import Iterable

import pandas as pd
import pyarrow as pa

from analysis.tables.definitions import TABLES, schema


def need(frame: pd.DataFrame, columns: Iterable[str], *, who: str) -> None:
    """Raise ValueError unless `frame` has all `columns`.

    The message says which function, `who`, needs which column, and what the frame has.

    >>> need(pd.DataFrame({"text": []}), ["article_id", "text"], who="find_quotes")
    Traceback (most recent call last):
    ...
    ValueError: find_quotes needs the column article_id; the frame has: text. Add it, or start from load_articles().
    """
    missing = [c for c in columns if c not in frame.columns]
    if missing:
        present = ", ".join(map(str, frame.columns)) or "no columns"
        what = "the column" if len(missing) == 1 else "the columns"
        raise ValueError(
            f"{who} needs {what} {', '.join(missing)}; the frame has: {present}. Add it, or start from load_articles()."
        )


def empty(name: str) -> pd.DataFrame:
    """Return a table without rows, with its columns and dtypes.

    >>> list(empty("copies").columns)
    ['article_id', 'copy_of', 'similarity', 'kind']
    """
    return to_pandas(schema(name).empty_table())


def conform(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return `frame` as the table `name`: exactly its columns, in its order and with its dtypes.

    Parameters
    ----------
    frame : DataFrame
        The rows. Columns that the table does not have are dropped. A missing column is null in every row, if it may be.
    name : str
        The name of a table.

    Returns
    -------
    DataFrame
        With the index of `frame`.

    Raises
    ------
    ValueError
        For an unknown table, a missing column, a null where none is allowed, a value of the wrong type, or two rows
        with the same key. The message names the table, the column and the first wrong value.
    """
    kinds = schema(name)
    table = TABLES[name]
    need(frame, [c for c in table.columns if c not in table.nullable], who=f"the table {name}")
    arrays = [_column(frame, field, name) for field in kinds]
    result = to_pandas(pa.Table.from_arrays(arrays, names=kinds.names))
    result.index = frame.index
    repeated = result.duplicated(list(table.key))
    if repeated.any():
        first = dict(result.loc[repeated, list(table.key)].iloc[0])
        raise ValueError(
            f"the table {name} has one row per {table.row}, but {first} comes more than once; drop the repeats"
        )
    return result


def _column(frame: pd.DataFrame, field: pa.Field, name: str) -> pa.Array:
    """Return a column as an Arrow array of the type that the table asks for."""
    if field.name not in frame.columns:
        return pa.nulls(len(frame), field.type)
    values = frame[field.name]
    if pa.types.is_timestamp(field.type):
        values = pd.to_datetime(values, utc=True)
    try:
        array = pa.Array.from_pandas(values, type=field.type, safe=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"the column {field.name} of the table {name} must hold {field.type}: {error}") from None
    array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
    if array.null_count and not field.nullable:
        row = int(array.is_null().to_numpy(zero_copy_only=False).argmax())
        raise ValueError(
            f"the column {field.name} of the table {name} is null in row {row}; every {TABLES[name].row} needs one"
        )
    return array


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """Return an Arrow table as a frame with Python lists: Arrow gives arrays, whose == has no truth value."""
    frame = table.to_pandas()
    for field in table.schema:
        if pa.types.is_list(field.type):
            frame[field.name] = pd.Series(table.column(field.name).to_pylist(), index=frame.index, dtype=object)
    return frame
