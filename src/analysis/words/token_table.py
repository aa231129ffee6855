"""The token ids of a corpus, kept as a table beside its articles so that no later step reads the text again.

`tokenize_articles` makes the table, partition by partition. `count_articles` and `articles_ids` take from it what they find for the
very same text and compute the rest: with the table or without, the result is the same. Which folder holds it, a frame of articles
says in `articles.attrs[STORE]`, as `load_articles` notes it; pandas hands that on to every selection.
"""

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import joblib
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from scipy import sparse

from analysis.tables import need
from analysis.words.text import check_rule, paragraphs
from analysis.words.token_ids import TokenIds, count_ids, count_texts, text_blocks, token_ids

STORE = "tokens"  # articles.attrs["tokens"]: a folder with a folder of parts for each token rule
_BLOCK = 20_000  # articles whose ids are computed at a time where none are kept


class Counts(NamedTuple):
    """How often each of `terms` (in code-point order) occurs in each article: a sparse matrix, a row per article, a column per term."""

    matrix: sparse.csr_matrix
    terms: pa.Array


class ArticleIds(NamedTuple):
    """Articles as numbers of terms: article i is `ids[offsets[i] : offsets[i + 1]]`, positions in `terms`; so each paragraph, too."""

    ids: np.ndarray
    offsets: np.ndarray
    paragraphs: np.ndarray
    terms: pa.Array


class _Part(NamedTuple):
    """Rows of a table of `tokenize_articles`, the places of their articles in the frame asked about, and the part's vocabulary."""

    places: np.ndarray
    rows: pa.Table
    terms: pa.Array


def tokenize_articles(articles: pd.DataFrame, *, tokens: str = "news") -> pd.DataFrame:
    """The token ids of articles: one row per article, in order.

    Columns: `article_id`; `text_hash` (of the text, so that ids of an earlier text are not taken for it); `ids` (its terms in order,
    as numbers); `paragraphs` (how many of them each paragraph has); `terms` and `n` (its different terms, and how often it has
    each); `new_terms` (list: the terms that no row above has) and `new_ids` (their numbers); `width` (bytes of each number: 2, or 4
    where one of the table needs them). Numbers are unsigned, little-endian, one after another in a column of bytes, which is read
    three times as fast as a column of lists. A term's number is its place in the code-point order of the table's terms. Raises
    ValueError for an unknown token rule.

    >>> table = tokenize_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["ice on ice", "on ICE"]}))
    >>> [np.frombuffer(b"".join(table[column]), "<u2").tolist() for column in ("ids", "n", "new_ids")]
    [[1, 2, 1, 2, 0], [2, 1, 1, 1], [1, 2, 0]]
    """
    need(articles, ["article_id", "text"], who="tokenize_articles")
    found, bounds = _by_paragraph(articles["text"], tokens)
    offsets, sizes = found.offsets[bounds], np.diff(found.offsets)
    counts = count_ids(TokenIds(found.ids, offsets, found.terms))
    first = np.zeros(len(found.terms), np.int64)  # where each term comes first
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
    new_terms = _lists(new, pa.array(found.terms, pa.string()).take(pa.array(by_first)))
    frame = pd.DataFrame(
        {"article_id": articles["article_id"].astype("str").array, "text_hash": _hashes(articles["text"])}
    )
    packed = {name: pd.arrays.ArrowExtensionArray(packed_rows(*told, f"<u{width}")) for name, told in numbers.items()}
    return frame.assign(width=width, new_terms=pd.arrays.ArrowExtensionArray(new_terms), **packed)


def _by_paragraph(texts: pd.Series, rule: str) -> tuple[TokenIds, np.ndarray]:
    """The tokens of each paragraph, and where the paragraphs of each text begin and end."""
    found = [[text[start:end] for start, end in paragraphs(text)] if isinstance(text, str) else [] for text in texts]
    return token_ids([paragraph for told in found for paragraph in told], rule), np.cumsum([0, *map(len, found)])


def packed_rows(offsets: np.ndarray, values: np.ndarray, dtype: str) -> pa.Array:
    """A column of bytes: row i holds `values[offsets[i] : offsets[i + 1]]` as numbers of type `dtype`."""
    values, ends = values.astype(dtype), offsets.astype(np.int64) * np.dtype(dtype).itemsize
    return pa.Array.from_buffers(pa.large_binary(), len(offsets) - 1, [None, pa.py_buffer(ends), pa.py_buffer(values)])


def unpacked_rows(column: pa.Array | pa.ChunkedArray, dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """The offsets and values that `packed_rows` made a column of."""
    rows = column.cast(pa.large_binary())
    if isinstance(rows, pa.ChunkedArray):
        rows = rows.chunk(0) if rows.num_chunks == 1 else rows.combine_chunks()
    ends = (
        np.frombuffer(rows.buffers()[1], np.int64)[rows.offset : rows.offset + len(rows) + 1]
        if len(rows)
        else np.zeros(1, np.int64)
    )
    values = np.frombuffer((rows.buffers()[2] or b"")[: ends[-1]][ends[0] :], dtype)
    return (ends - ends[0]) // np.dtype(dtype).itemsize, values


def _numbers(rows: pa.Table, column: str) -> tuple[np.ndarray, np.ndarray]:
    return unpacked_rows(rows[column], f"<u{rows['width'][0].as_py() if len(rows) else 2}")


def _lists(offsets: np.ndarray, values: np.ndarray | pa.Array) -> pa.ListArray:
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(values))


def _hashes(texts: pd.Series) -> np.ndarray:
    """64 bits of the SHA-256 of each text."""
    found = []
    for block in text_blocks(texts):
        ends, data = (
            np.frombuffer(block.buffers()[1], np.int64)[block.offset : block.offset + len(block) + 1],
            memoryview(block.buffers()[2] or b""),
        )
        found += [hashlib.sha256(data[start:end]).digest()[:8] for start, end in pairwise(ends.tolist())]
    return np.frombuffer(b"".join(found), np.int64)


def count_articles(
    articles: pd.DataFrame, rule: str = "news", *, min_articles: int = 1, without: pa.Array | None = None
) -> Counts:
    """How often each term that is in at least `min_articles` articles, and not among `without`, occurs in each article, in order.

    Raises ValueError for an unknown rule.
    """
    check_rule(rule)
    parts, missing = _kept(articles, rule, ["terms", "n"])
    counted = [(part.places, *_numbers(part.rows, "terms"), _numbers(part.rows, "n")[1], part.terms) for part in parts]
    if len(missing) or not parts:
        matrix, terms = count_texts(articles["text"].iloc[missing], rule)
        counted.append((missing, matrix.indptr, matrix.indices, matrix.data, pa.array(terms, pa.string())))
    numbers, terms = _one_vocabulary([terms for *_, terms in counted])
    ids = [number[found] for (_, _, found, *_), number in zip(counted, numbers, strict=True)]
    spread = sum(np.bincount(found, minlength=len(terms)) for found in ids)
    kept = spread >= min_articles
    if without is not None:
        kept &= ~pc.is_in(terms, without).to_numpy(zero_copy_only=False)
    matrix = _joined_columns(
        [(offsets, found, n) for (_, offsets, _, n, _), found in zip(counted, ids, strict=True)],
        kept,
        int(spread[kept].sum()),
    )
    places = np.concatenate([places for places, *_ in counted])
    return Counts(matrix if (np.diff(places) > 0).all() else matrix[np.argsort(places)], terms.filter(pa.array(kept)))


def _joined_columns(parts: list[tuple[np.ndarray, ...]], kept: np.ndarray, total: int) -> sparse.csr_matrix:
    """The parts (offsets, ids, counts) under one another, the `kept` columns only: dropped before they are joined, which saves a copy of all."""
    column = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    indices, data, sizes, start = np.empty(total, np.int32), np.empty(total, np.int64), [np.zeros(1, np.int64)], 0
    for offsets, ids, n in parts:
        found = column[ids]
        inside = found >= 0
        sizes.append(np.diff(np.concatenate([[0], np.cumsum(inside, dtype=np.int32)])[offsets]))
        end = start + int(sizes[-1].sum())
        indices[start:end], data[start:end] = found[inside], n[inside]
        start = end
    ends = np.cumsum(np.concatenate(sizes), dtype=np.int64)
    return sparse.csr_matrix((data, indices, ends), shape=(len(ends) - 1, int(kept.sum())))


def articles_ids(articles: pd.DataFrame, rule: str = "news") -> ArticleIds:
    """The terms of each article in order, in the articles' order. Raises ValueError for an unknown rule."""
    told = list(ids_by_part(articles, rule))
    numbers, terms = _one_vocabulary([found.terms for _, found in told])
    order = pa.array(np.argsort(np.concatenate([places for places, _ in told])))
    ids = [_lists(found.offsets, number[found.ids]) for (_, found), number in zip(told, numbers, strict=True)]
    sizes = [_lists(np.searchsorted(found.paragraphs, found.offsets), np.diff(found.paragraphs)) for _, found in told]
    ids, sizes = (pa.concat_arrays(lists).take(order) for lists in (ids, sizes))
    ends = np.cumsum(np.concatenate([[0], sizes.values.to_numpy()]), dtype=np.int64)
    return ArticleIds(ids.values.to_numpy(), ids.offsets.to_numpy().astype(np.int64), ends, terms)


def ids_by_part(
    articles: pd.DataFrame, rule: str = "news", *, by_paragraph: bool = True
) -> Iterator[tuple[np.ndarray, ArticleIds]]:
    """The terms of articles in order, some articles at a time, each time with a vocabulary of its own; and the places of these articles.

    Without `by_paragraph` an article may count as one paragraph, which saves time. Raises ValueError for an unknown rule.
    """
    check_rule(rule)
    parts, missing = _kept(articles, rule, ["ids", "paragraphs"])
    for part in parts:
        yield part.places, _ids_of(part.rows, part.terms)
    for start in range(0, max(len(missing), not parts), _BLOCK):
        places = missing[start : start + _BLOCK]
        texts = articles["text"].iloc[places]
        found, bounds = (
            _by_paragraph(texts, rule) if by_paragraph else (token_ids(texts, rule), np.arange(len(texts) + 1))
        )
        yield places, ArticleIds(found.ids, found.offsets[bounds], found.offsets, pa.array(found.terms, pa.string()))


def ids_of(tokens: pd.DataFrame) -> ArticleIds:
    """The terms of articles in order, from the table that `tokenize_articles` made of them."""
    rows = pa.Table.from_pandas(tokens, preserve_index=False)
    return _ids_of(rows, _vocabulary(rows))


def _ids_of(rows: pa.Table, terms: pa.Array) -> ArticleIds:
    (offsets, ids), (_, sizes) = _numbers(rows, "ids"), _numbers(rows, "paragraphs")
    return ArticleIds(ids, offsets, np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]), terms)


def _one_vocabulary(vocabularies: list[pa.Array]) -> tuple[list[np.ndarray], pa.Array]:
    """The number of each term of each vocabulary in the joined one, and that; all in code-point order, so that numbers stay in order."""
    if len(vocabularies) == 1:
        return [np.arange(len(vocabularies[0]), dtype=np.int32)], vocabularies[0]
    joined = pa.concat_arrays(vocabularies).dictionary_encode()
    order = pc.sort_indices(joined.dictionary)
    place = np.empty(len(order), np.int32)
    place[order.to_numpy()] = np.arange(len(order))
    ends = np.cumsum([len(terms) for terms in vocabularies])
    return np.split(place[joined.indices.to_numpy()], ends[:-1]), joined.dictionary.take(order)


def _vocabulary(table: pa.Table) -> pa.Array:
    """The terms of a whole table, in the order of their numbers."""
    numbers = _numbers(table, "new_ids")[1]
    order = np.empty(len(numbers), np.int32)
    order[numbers] = np.arange(len(numbers))
    return pc.list_flatten(table["new_terms"]).combine_chunks().cast(pa.string()).take(pa.array(order))


def _kept(articles: pd.DataFrame, rule: str, columns: list[str]) -> tuple[list[_Part], np.ndarray]:
    """What is kept of these articles under the token rule, with these columns; and the places of the others."""
    ids = pd.Index(
        articles["article_id"].to_numpy(dtype=object), dtype=object
    )  # an index of Arrow strings is turned into this at each look-up
    folder = articles.attrs.get(STORE)
    paths = sorted((Path(folder) / rule).glob("part-*.parquet")) if folder and ids.is_unique else []
    read = (joblib.delayed(_read_part)(path, columns, ids, articles["text"]) for path in paths)
    parts = [part for part in joblib.Parallel(n_jobs=-1, prefer="threads")(read) if len(part.places)]
    missing = np.ones(len(articles), bool)
    missing[np.concatenate([np.zeros(0, np.int64), *(part.places for part in parts)])] = False
    return parts, np.flatnonzero(missing)


def _read_part(path: Path, columns: list[str], ids: pd.Index, texts: pd.Series) -> _Part:
    """The rows of a part whose texts are these articles' own."""
    file = pq.ParquetFile(path)
    if "width" not in file.schema_arrow.names:  # made by an earlier version of this module; the next run makes it anew
        return _Part(np.zeros(0, np.int64), file.schema_arrow.empty_table(), pa.array([], pa.string()))
    table = file.read(["article_id", "text_hash", "width", "new_terms", "new_ids", *columns], use_threads=False)
    places = ids.get_indexer(table["article_id"].to_pandas().to_numpy(dtype=object))
    asked = np.flatnonzero(places >= 0)
    in_a_row = len(asked) > 0 and (np.diff(places[asked]) == 1).all()  # then a slice, which copies no text
    told = texts.iloc[places[asked[0]] : places[asked[-1]] + 1] if in_a_row else texts.iloc[places[asked]]
    same = asked[_hashes(told) == table["text_hash"].to_numpy()[asked]]
    return _Part(places[same], table if len(same) == len(table) else table.take(pa.array(same)), _vocabulary(table))
