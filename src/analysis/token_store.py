"""The token ids of a corpus, kept as a table beside its articles so that no later step reads the text again.

`tokenize_articles` makes the table, partition by partition. `count_articles` and `articles_ids` take from it what they find for the
very same text and compute the rest: with the table or without, the result is the same. Which folder holds it, a frame of articles
says in `articles.attrs[STORE]`, as `load_articles` notes it; pandas hands that on to every selection.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from scipy import sparse

from analysis.tables import need
from analysis.text import check_rule, paragraphs
from analysis.tokens import TokenIds, count_ids, count_texts, stack_rows, text_blocks, token_ids

STORE = "tokens"  # articles.attrs["tokens"]: a folder with a folder of parts for each token rule


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

    Columns: `article_id`; `text_hash` (of the text, so that ids of an earlier text are not taken for it); `ids` (list: its terms
    in order, as numbers); `paragraphs` (list: how many of them each paragraph has); `terms` and `n` (lists: its different terms,
    and how often it has each); `new_terms` and `new_ids` (lists: the terms that no row above has, and their numbers). The numbers
    are this table's own: the places of its terms in code-point order. Raises ValueError for an unknown token rule.

    >>> table = tokenize_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["ice on ice", "on ICE"]}))
    >>> [table[column].explode().tolist() for column in ("ids", "n", "new_terms", "new_ids")]
    [[1, 2, 1, 2, 0], [2, 1, 1, 1], ['ice', 'on', 'ICE'], [1, 2, 0]]
    """
    need(articles, ["article_id", "text"], who="tokenize_articles")
    found, bounds = _by_paragraph(articles["text"], tokens)
    offsets = found.offsets[bounds]
    counts = count_ids(TokenIds(found.ids, offsets, found.terms))
    first = np.zeros(len(found.terms), np.int64)  # where each term comes first
    first[found.ids[::-1]] = np.arange(len(found.ids))[::-1]
    by_first = np.argsort(first)
    new = np.searchsorted(first[by_first], offsets)
    lists = {
        "ids": (offsets, found.ids),
        "paragraphs": (bounds, np.diff(found.offsets).astype(np.uint32)),
        "terms": (counts.indptr, counts.indices.astype(np.uint32)),
        "n": (counts.indptr, counts.data.astype(np.uint32)),
        "new_terms": (new, pa.array(found.terms, pa.string()).take(pa.array(by_first))),
        "new_ids": (new, by_first.astype(np.uint32)),
    }
    frame = pd.DataFrame({"article_id": articles["article_id"].astype("str").array, "text_hash": _hashes(articles["text"])})
    return frame.assign(**{name: pd.arrays.ArrowExtensionArray(_lists(*told)) for name, told in lists.items()})


def _by_paragraph(texts: pd.Series, rule: str) -> tuple[TokenIds, np.ndarray]:
    """The tokens of each paragraph, and where the paragraphs of each text begin and end."""
    found = [[text[start:end] for start, end in paragraphs(text)] if isinstance(text, str) else [] for text in texts]
    return token_ids([paragraph for told in found for paragraph in told], rule), np.cumsum([0, *map(len, found)])


def _lists(offsets: np.ndarray, values: np.ndarray | pa.Array) -> pa.ListArray:
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(values))


def _hashes(texts: pd.Series) -> np.ndarray:
    """64 bits of the SHA-256 of each text."""
    found = [hashlib.sha256(text.as_buffer()).digest()[:8] for block in text_blocks(texts) for text in block]
    return np.frombuffer(b"".join(found), np.int64)


def count_articles(articles: pd.DataFrame, rule: str = "news") -> Counts:
    """How often each term occurs in each article, in the articles' order. Raises ValueError for an unknown rule."""
    check_rule(rule)
    counted = []
    parts, missing = _kept(articles, rule, ["terms", "n"])
    for part in parts:
        offsets, ids = _list_of(part.rows, "terms")
        shape = (len(part.places), len(part.terms))
        counted.append((part.places, sparse.csr_matrix((_list_of(part.rows, "n")[1].astype(np.int32), ids, offsets), shape=shape), part.terms))
    if len(missing) or not parts:
        matrix, terms = count_texts(articles["text"].iloc[missing], rule)
        counted.append((missing, matrix, pa.array(terms, pa.string())))
    if len(counted) == 1:
        return _in_order(*counted[0])
    numbers, terms = _one_vocabulary([terms for *_, terms in counted])
    matrices = [
        sparse.csr_matrix((m.data, number[m.indices], m.indptr), shape=(m.shape[0], len(terms)))
        for (_, m, _), number in zip(counted, numbers, strict=True)
    ]
    return _in_order(np.concatenate([places for places, *_ in counted]), stack_rows(matrices), terms)


def _in_order(places: np.ndarray, matrix: sparse.csr_matrix, terms: pa.Array) -> Counts:
    return Counts(matrix if (np.diff(places) > 0).all() else matrix[np.argsort(places)], terms)


def articles_ids(articles: pd.DataFrame, rule: str = "news", *, by_paragraph: bool = True) -> ArticleIds:
    """The terms of each article in order, in the articles' order. Raises ValueError for an unknown rule.

    Without `by_paragraph` an article may count as one paragraph, which saves time.
    """
    check_rule(rule)
    parts, missing = _kept(articles, rule, ["ids", "paragraphs"])
    told = [(part.places, _list_of(part.rows, "ids"), _list_of(part.rows, "paragraphs"), part.terms) for part in parts]
    if len(missing) or not parts:
        texts = articles["text"].iloc[missing]
        found, bounds = _by_paragraph(texts, rule) if by_paragraph else (token_ids(texts, rule), np.arange(len(texts) + 1))
        sizes = np.diff(found.offsets).astype(np.uint32)
        told.append((missing, (found.offsets[bounds], found.ids), (bounds, sizes), pa.array(found.terms, pa.string())))
    numbers, terms = _one_vocabulary([terms for *_, terms in told])
    order = pa.array(np.argsort(np.concatenate([places for places, *_ in told])))
    ids = [_lists(offsets, number[values]) for (_, (offsets, values), *_), number in zip(told, numbers, strict=True)]
    ids, sizes = (pa.concat_arrays(lists).take(order) for lists in (ids, [_lists(*sizes) for _, _, sizes, _ in told]))
    ends = np.cumsum(np.concatenate([[0], sizes.values.to_numpy()]), dtype=np.int64)
    return ArticleIds(ids.values.to_numpy(), ids.offsets.to_numpy().astype(np.int64), ends, terms)


def _one_vocabulary(vocabularies: list[pa.Array]) -> tuple[list[np.ndarray], pa.Array]:
    """The number of each term of each vocabulary in the joined one, and that; all in code-point order, so that numbers stay in order."""
    joined = pa.concat_arrays(vocabularies).dictionary_encode()
    order = pc.sort_indices(joined.dictionary)
    place = np.empty(len(order), np.int32)
    place[order.to_numpy()] = np.arange(len(order))
    ends = np.cumsum([len(terms) for terms in vocabularies])
    return np.split(place[joined.indices.to_numpy()], ends[:-1]), joined.dictionary.take(order)


def _vocabulary(table: pa.Table) -> pa.Array:
    """The terms of a whole table, in the order of their numbers."""
    numbers = _list_of(table, "new_ids")[1]
    order = np.empty(len(numbers), np.int32)
    order[numbers] = np.arange(len(numbers))
    return _list_of(table, "new_terms")[1].take(pa.array(order))


def _list_of(rows: pa.Table, column: str) -> tuple[np.ndarray, np.ndarray | pa.Array]:
    """Offsets and values of a column of lists."""
    lists = rows[column].combine_chunks()
    offsets, values = lists.offsets.to_numpy(), lists.values
    values = values.slice(offsets[0], offsets[-1] - offsets[0])
    return offsets - offsets[0], values if pa.types.is_string(values.type) else values.to_numpy()


def _kept(articles: pd.DataFrame, rule: str, columns: list[str]) -> tuple[list[_Part], np.ndarray]:
    """What is kept of these articles under the token rule, with these columns; and the places of the others."""
    ids = pd.Index(articles["article_id"])
    folder = articles.attrs.get(STORE)
    paths = sorted((Path(folder) / rule).glob("part-*.parquet")) if folder and ids.is_unique else []
    hashes = _hashes(articles["text"]) if paths else np.zeros(0)
    parts, missing = [], np.ones(len(articles), bool)
    for path in paths:
        table = pq.read_table(path, columns=["article_id", "text_hash", "new_terms", "new_ids", *columns])
        places = ids.get_indexer(table["article_id"].to_pandas())
        same = (places >= 0) & (hashes[places] == table["text_hash"].to_numpy())
        missing[places[same]] = False
        rows = table if same.all() else table.filter(pa.array(same))
        parts.append(_Part(places[same], rows, _vocabulary(table)))
    return [part for part in parts if len(part.places)], np.flatnonzero(missing)
