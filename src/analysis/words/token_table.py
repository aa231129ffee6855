"""Keep the token ids of a corpus as a table beside its articles, so that no later step reads the texts again.

`tokenize_articles` makes the table, one partition at a time. `analysis.words.article_tokens` reads it.
"""

import hashlib
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.tables import need
from analysis.words.blocks import text_blocks
from analysis.words.token_ids import TokenIds, count_ids, inverse, paragraph_ids


class ArticleIds(NamedTuple):
    """Articles as numbers: those of article i are `ids[offsets[i] : offsets[i + 1]]`, which are positions in `terms`.

    `paragraphs` holds the offsets of all paragraphs in the same way.
    """

    ids: np.ndarray
    offsets: np.ndarray
    paragraphs: np.ndarray
    terms: pa.Array


def tokenize_articles(articles: pd.DataFrame, *, tokens: str = "news") -> pd.DataFrame:
    """Return the token ids of articles, one row per article, in order.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`.
    tokens : {"news", "sklearn"}
        The token rule, see `analysis.words.text.terms`.

    Returns
    -------
    DataFrame
        - `article_id`
        - `text_hash`: 64 bits of the text's SHA-256; ids of another text are not used
        - `ids`: the article's terms in order
        - `paragraphs`: the number of terms in each paragraph
        - `terms`, `n`: its different terms, and how often each occurs
        - `new_terms`, `new_ids`: the terms that no row above has, and their numbers
        - `width`: bytes of each number, 2, or 4 if any number of the table needs them

        The columns of numbers hold bytes: unsigned little-endian integers, one after another. Reading them takes a
        third of the time that a column of lists takes. A term's number is its place in the code-point order of the
        table's terms.

    Raises
    ------
    ValueError
        For an unknown token rule, a missing column, or a text that is not a string.

    Examples
    --------
    >>> table = tokenize_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["ice on ice", "on ICE"]}))
    >>> [np.frombuffer(b"".join(table[column]), "<u2").tolist() for column in ("ids", "n", "new_ids")]
    [[1, 2, 1, 2, 0], [2, 1, 1, 1], [1, 2, 0]]
    """
    need(articles, ["article_id", "text"], who="tokenize_articles")
    found, bounds = paragraph_ids(articles["text"], tokens)
    offsets, sizes = found.offsets[bounds], np.diff(found.offsets)
    counts = count_ids(TokenIds(found.ids, offsets, found.terms))
    first = np.zeros(len(found.terms), np.int64)  # where each term occurs first
    first[found.ids[::-1]] = np.arange(len(found.ids))[::-1]
    by_first = np.argsort(first)
    new = np.searchsorted(first[by_first], offsets)
    numbers = {
        "ids": (offsets, found.ids),
        "paragraphs": (bounds, sizes),
        "terms": (counts.indptr, counts.indices),
        "n": (counts.indptr, counts.data),
        "new_ids": (new, by_first),
    }
    width = 2 if max(len(found.terms), sizes.max(initial=0), counts.data.max(initial=0)) < 1 << 16 else 4
    new_terms = list_rows(new, pa.array(found.terms, pa.string()).take(pa.array(by_first)))
    frame = pd.DataFrame(
        {"article_id": articles["article_id"].astype("str").array, "text_hash": text_hashes(articles["text"])}
    )
    packed = {name: pd.arrays.ArrowExtensionArray(packed_rows(*rows, f"<u{width}")) for name, rows in numbers.items()}
    return frame.assign(width=width, new_terms=pd.arrays.ArrowExtensionArray(new_terms), **packed)


def ids_of(tokens: pd.DataFrame) -> ArticleIds:
    """Return the terms of articles in order, from the table that `tokenize_articles` made of them."""
    rows = pa.Table.from_pandas(tokens, preserve_index=False)
    return row_ids(rows, vocabulary(rows))


def row_ids(rows: pa.Table, terms: pa.Array) -> ArticleIds:
    """Return the terms of the articles of some rows of a token table, given the table's vocabulary."""
    (offsets, ids), (_, sizes) = unpacked_numbers(rows, "ids"), unpacked_numbers(rows, "paragraphs")
    return ArticleIds(ids, offsets, np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]), terms)


def vocabulary(table: pa.Table) -> pa.Array:
    """Return the terms of a whole token table, in the order of their numbers."""
    numbers = unpacked_numbers(table, "new_ids")[1]
    return pc.list_flatten(table["new_terms"]).combine_chunks().cast(pa.string()).take(pa.array(inverse(numbers)))


def packed_rows(offsets: np.ndarray, values: np.ndarray, dtype: str) -> pa.Array:
    """Return a column of bytes: row i holds `values[offsets[i] : offsets[i + 1]]` as numbers of type `dtype`."""
    values, ends = values.astype(dtype), offsets.astype(np.int64) * np.dtype(dtype).itemsize
    return pa.Array.from_buffers(pa.large_binary(), len(offsets) - 1, [None, pa.py_buffer(ends), pa.py_buffer(values)])


def unpacked_rows(column: pa.Array | pa.ChunkedArray, dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the offsets and values of a column that `packed_rows` made."""
    rows = column.cast(pa.large_binary())
    if isinstance(rows, pa.ChunkedArray):
        rows = rows.chunk(0) if rows.num_chunks == 1 else rows.combine_chunks()
    ends = _ends(rows) if len(rows) else np.zeros(1, np.int64)
    values = np.frombuffer((rows.buffers()[2] or b"")[: ends[-1]][ends[0] :], dtype)
    return (ends - ends[0]) // np.dtype(dtype).itemsize, values


def unpacked_numbers(rows: pa.Table, column: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the offsets and values of a column of numbers of a token table."""
    return unpacked_rows(rows[column], f"<u{rows['width'][0].as_py() if len(rows) else 2}")


def list_rows(offsets: np.ndarray, values: np.ndarray | pa.Array) -> pa.ListArray:
    """Return a column of lists: row i is `values[offsets[i] : offsets[i + 1]]`."""
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(values))


def text_hashes(texts: pd.Series) -> np.ndarray:
    """Return 64 bits of the SHA-256 of each text; a missing text counts as an empty one."""
    found = []
    for block in text_blocks(texts):
        data = memoryview(block.buffers()[2] or b"")
        found += [hashlib.sha256(data[start:end]).digest()[:8] for start, end in pairwise(_ends(block).tolist())]
    return np.frombuffer(b"".join(found), np.int64)


def _ends(strings: pa.Array) -> np.ndarray:
    """Return where each value of an Arrow array of large strings or bytes begins and ends in its buffer."""
    return np.frombuffer(strings.buffers()[1], np.int64)[strings.offset : strings.offset + len(strings) + 1]
