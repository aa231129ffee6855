"""Texts as blocks of Arrow strings, which its functions read without a loop over texts."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import pandas as pd
import pyarrow as pa

Texts: TypeAlias = "Sequence[str | None] | pd.Series"

BLOCK = 250  # texts at a time, when there are few: their pieces and the table of them fit a processor's cache
_BLOCKS = 100  # most blocks; the pieces of each are joined with those of the others


def text_blocks(texts: Texts) -> Iterator[pa.Array]:
    """Yield the texts as Arrow strings, some at a time; a missing text is empty. Raise ValueError for other values."""
    column = texts if isinstance(texts, pd.Series) else pd.Series(texts, dtype=object)
    size = max(BLOCK, -(-len(column) // _BLOCKS))
    for start in range(0, max(len(column), 1), size):
        block = column.iloc[start : start + size]
        try:
            array = pa.array(block if len(block) else [], pa.large_string(), from_pandas=True)
        except UnicodeEncodeError:  # half of a surrogate pair, which no token contains
            array = pa.array(
                [str(text).encode("utf-8", "replace").decode() for text in block.fillna("")], pa.large_string()
            )
        except (pa.ArrowTypeError, pa.ArrowInvalid):
            odd = next(text for text in block.dropna() if not isinstance(text, str))
            raise ValueError(
                f"a text must be a string, and one is {odd!r}; bring the column to strings first"
            ) from None
        array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
        yield array.fill_null("")
