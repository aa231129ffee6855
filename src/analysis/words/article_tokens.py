"""Give the term counts and token ids of articles, from a token table where it has them, else from the texts.

The argument `token_folder` is a folder with one folder of parts for each token rule, such as `data/processed/tokens`;
the parts are tables of `tokenize_articles`. It only saves time: with it or without, the result is the same. Rows
whose text has changed since, or that are missing, are computed from the text. Articles without the column `text` must
all be in the folder: `ingest` makes an article's id of its text, among others, so the id says which text is meant.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

import joblib
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from scipy import sparse

from analysis import stores
from analysis.paths import shown
from analysis.tables import part_files
from analysis.words.text import check_rule
from analysis.words.token_ids import (
    count_texts,
    inverse,
    new_columns,
    occurrences,
    paragraph_ids,
    put_columns,
    token_ids,
)
from analysis.words.token_table import ArticleIds, list_rows, row_ids, text_hashes, unpacked_numbers, vocabulary

TokenFolder: TypeAlias = str | Path | None
_BLOCK = 20_000  # articles whose ids are computed from the text at a time


class Counts(NamedTuple):
    """A sparse matrix of articles × terms with the number of occurrences, and the terms in code-point order."""

    matrix: sparse.csr_matrix
    terms: pa.Array


class _Part(NamedTuple):
    """Numbers of a token table, the places of their articles in the frame asked about, and the table's vocabulary."""

    places: np.ndarray
    rows: pa.Table
    terms: pa.Array


class _Counted(NamedTuple):
    """Counts of some articles as the arrays of a sparse matrix, the places of the articles, and the vocabulary."""

    places: np.ndarray
    offsets: np.ndarray
    ids: np.ndarray
    n: np.ndarray
    terms: pa.Array


def count_articles(
    articles: pd.DataFrame,
    rule: str = "news",
    *,
    token_folder: TokenFolder = None,
    min_articles: int = 1,
    without: pa.Array | None = None,
) -> Counts:
    """Return how often each term occurs in each article, in the articles' order.

    Terms in fewer than `min_articles` articles, and the terms `without`, are left out. Raise ValueError for an
    unknown rule.
    """
    check_rule(rule)
    counted = _counted(articles, rule, token_folder)
    numbers, terms = join_vocabularies([part.terms for part in counted])
    found = [occurrences(part.ids, len(part.terms)) for part in counted]
    n_articles = np.zeros(len(terms), np.int64)
    for number, n in zip(numbers, found, strict=True):
        n_articles[number] += n
    kept = n_articles >= min_articles
    if without is not None:
        kept &= ~pc.is_in(terms, without).to_numpy(zero_copy_only=False)
    column = new_columns(kept)
    columns = [column[number] for number in numbers]
    sizes = [int(n[of_term >= 0].sum()) for n, of_term in zip(found, columns, strict=True)]
    matrix = _stacked(counted, columns, sizes, int(kept.sum()))
    places = np.concatenate([part.places for part in counted])
    del counted
    pa.default_memory_pool().release_unused()  # Arrow would keep the memory of the parts for tables to come
    return Counts(matrix if (np.diff(places) > 0).all() else matrix[np.argsort(places)], terms.filter(pa.array(kept)))


def _counted(articles: pd.DataFrame, rule: str, token_folder: TokenFolder) -> list[_Counted]:
    """Count the terms of articles: those in the token table part by part, then all others from their texts."""
    parts, missing = _from_table(articles, rule, token_folder, ["terms", "n"])
    counted = [
        _Counted(part.places, *unpacked_numbers(part.rows, "terms"), unpacked_numbers(part.rows, "n")[1], part.terms)
        for part in parts
    ]
    if len(missing) or not parts:
        matrix, terms = count_texts(articles["text"].iloc[missing], rule)
        counted.append(_Counted(missing, matrix.indptr, matrix.indices, matrix.data, pa.array(terms, pa.string())))
    return counted


def _stacked(parts: list[_Counted], columns: list[np.ndarray], sizes: list[int], n_columns: int) -> sparse.csr_matrix:
    """Stack the counts of the parts, of which `sizes` are left.

    `columns` has the column of each term of a part, -1 for those to be dropped. Nothing is held of all articles but
    the parts, mostly 4 bytes a number, and the result.
    """
    starts = np.cumsum([0, *sizes])
    indices, data = np.empty(starts[-1], np.int32), np.empty(starts[-1], np.int64)

    def put(part: _Counted, column: np.ndarray, start: int, end: int) -> np.ndarray:
        return start + put_columns(part.offsets[1:], part.ids, part.n, column, indices[start:end], data[start:end])

    work = map(joblib.delayed(put), parts, columns, starts[:-1], starts[1:])
    ends = np.concatenate([np.zeros(1, np.int64), *joblib.Parallel(n_jobs=-1, prefer="threads")(work)])
    return sparse.csr_matrix((data, indices, ends), shape=(len(ends) - 1, n_columns))


def articles_ids(articles: pd.DataFrame, rule: str = "news", *, token_folder: TokenFolder = None) -> ArticleIds:
    """Return the terms of each article in order, as numbers. Raise ValueError for an unknown rule."""
    parts = list(ids_by_part(articles, rule, token_folder=token_folder))
    numbers, terms = join_vocabularies([found.terms for _, found in parts])
    order = pa.array(np.argsort(np.concatenate([places for places, _ in parts])))
    ids = [list_rows(found.offsets, number[found.ids]) for (_, found), number in zip(parts, numbers, strict=True)]
    sizes = [
        list_rows(np.searchsorted(found.paragraphs, found.offsets), np.diff(found.paragraphs)) for _, found in parts
    ]
    ids, sizes = (pa.concat_arrays(lists).take(order) for lists in (ids, sizes))
    ends = np.cumsum(np.concatenate([[0], sizes.values.to_numpy()]), dtype=np.int64)
    return ArticleIds(ids.values.to_numpy(), ids.offsets.to_numpy().astype(np.int64), ends, terms)


def ids_by_part(
    articles: pd.DataFrame, rule: str = "news", *, token_folder: TokenFolder = None, by_paragraph: bool = True
) -> Iterator[tuple[np.ndarray, ArticleIds]]:
    """Yield places in `articles` and the token ids of the articles there, some articles at a time.

    Each time the numbers have a vocabulary of their own. Without `by_paragraph` an article may count as one
    paragraph, which saves time. Raise ValueError for an unknown rule.
    """
    check_rule(rule)
    parts, missing = _from_table(articles, rule, token_folder, ["ids", "paragraphs"])
    for part in parts:
        yield part.places, row_ids(part.rows, part.terms)
    for start in range(0, max(len(missing), not parts), _BLOCK):
        places = missing[start : start + _BLOCK]
        texts = articles["text"].iloc[places]
        found, bounds = (
            paragraph_ids(texts, rule) if by_paragraph else (token_ids(texts, rule), np.arange(len(texts) + 1))
        )
        yield places, ArticleIds(found.ids, found.offsets[bounds], found.offsets, pa.array(found.terms, pa.string()))


def join_vocabularies(vocabularies: list[pa.Array]) -> tuple[list[np.ndarray], pa.Array]:
    """Return the number of each term in the joined vocabulary, and that vocabulary in code-point order."""
    if len(vocabularies) == 1:
        return [np.arange(len(vocabularies[0]), dtype=np.int32)], vocabularies[0]
    joined = pa.concat_arrays(vocabularies).dictionary_encode()
    order = pc.sort_indices(joined.dictionary)
    ends = np.cumsum([len(terms) for terms in vocabularies])
    return np.split(inverse(order.to_numpy())[joined.indices.to_numpy()], ends[:-1]), joined.dictionary.take(order)


def _from_table(
    articles: pd.DataFrame, rule: str, token_folder: TokenFolder, columns: list[str]
) -> tuple[list[_Part], np.ndarray]:
    """Return these columns of the token table for the articles that it has, and the places of the other articles."""
    ids = pd.Index(articles["article_id"].to_numpy(dtype=object), dtype=object)  # Arrow strings are slow to look up
    paths = part_files(stores.as_path(token_folder) / rule) if token_folder and ids.is_unique else []
    texts = articles.get("text")
    read = (joblib.delayed(_read_part)(path, columns, ids, texts) for path in paths)
    parts = [part for part in joblib.Parallel(n_jobs=-1, prefer="threads")(read) if len(part.places)]
    missing = np.ones(len(articles), bool)
    missing[np.concatenate([np.zeros(0, np.int64), *(part.places for part in parts)])] = False
    if texts is None and token_folder and missing.any():
        reason = "has no tokens of them" if ids.is_unique else "is of no use, as some have the same article_id"
        raise ValueError(
            f"{missing.sum():,} of {len(articles):,} articles have no text here, and the folder {shown(token_folder)} "
            f"{reason}; give articles with the column text"
        )
    return parts, np.flatnonzero(missing)


def _read_part(path: Path, columns: list[str], ids: pd.Index, texts: pd.Series | None) -> _Part:
    """Read the rows of a part whose texts are the articles' own."""
    with stores.opened(path) as source:
        file = pq.ParquetFile(source, page_checksum_verification=True, memory_map=True)
        if "width" not in file.schema_arrow.names:  # written by an earlier version; the next run writes it again
            return _Part(np.zeros(0, np.int64), file.schema_arrow.empty_table(), pa.array([], pa.string()))
        table = file.read(["article_id", "text_hash", "width", "new_terms", "new_ids", *columns], use_threads=False)
    places = ids.get_indexer(table["article_id"].to_pandas().to_numpy(dtype=object))
    found = np.flatnonzero(places >= 0)
    if texts is not None:
        found = found[_same_texts(texts, places[found], table["text_hash"].to_numpy()[found])]
    rows = table.select(["width", *columns])
    return _Part(places[found], rows if len(found) == len(table) else rows.take(pa.array(found)), vocabulary(table))


def _same_texts(texts: pd.Series, places: np.ndarray, hashes: np.ndarray) -> np.ndarray:
    """Tell of each text at `places` whether it has the hash."""
    in_a_row = len(places) > 0 and (np.diff(places) == 1).all()  # then a slice, which copies no text
    return np.asarray(text_hashes(texts.iloc[places[0] : places[-1] + 1] if in_a_row else texts.iloc[places]) == hashes)
