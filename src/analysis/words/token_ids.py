"""Texts to integer ids of terms in one pass, by the token rules of `text`.

The rules are run by Python on each *different* piece of text between two blanks only, a few per cent of all pieces; cutting the
pieces apart and numbering them is Arrow's work, on all cores. As no token holds a blank, the result is that of the rule run on
the whole text.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import joblib
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from analysis.words.text import TOKEN_RULES, check_rule

EDGES = "\"'“”‘’«»()[]{},;:!?*—–…-/#@&<>|"  # no token begins or ends with one of them, so that fewer pieces differ
_BLOCK = 250  # articles at a time, where there are few: their pieces and the table of them fit a processor's cache
_NUMBERS = 1 << 18  # of a matrix at a time, for the same reason
_BLOCKS = 100  # at most; the pieces of each are joined with those of the others


class TokenIds(NamedTuple):
    """The terms of texts as numbers: those of text i are `ids[offsets[i] : offsets[i + 1]]`, positions in `terms`."""

    ids: np.ndarray
    offsets: np.ndarray
    terms: list[str]


def token_ids(texts: Sequence[str], rule: str = "news") -> TokenIds:
    """The terms of each text in order, as `analysis.words.text.terms` gives them, numbered in code-point order of the terms.

    `ids` is uint32, `offsets` int64 with one entry more than there are texts; a missing text has no terms. Raises ValueError for
    an unknown rule.

    >>> found = token_ids(["ICE on ice.", "", "No ice."])
    >>> found.terms, found.ids.tolist(), found.offsets.tolist()
    (['ICE', 'ice', 'no', 'on'], [0, 3, 1, 2, 1], [0, 3, 3, 5])
    """
    found, terms = _by_block(texts, rule, _look_up)
    sizes = np.concatenate([np.diff(offsets) for _, offsets in found])
    return TokenIds(np.concatenate([ids for ids, _ in found]), _offsets(sizes), terms)


def count_texts(texts: Sequence[str], rule: str = "news") -> tuple[sparse.csr_matrix, list[str]]:
    """Texts × terms: how often each term occurs in each text; and the terms, in code-point order. Raises as `token_ids`.

    The same as `count_ids` of `token_ids`, in less memory.

    >>> matrix, terms = count_texts(["ICE on ice", "no ice"])
    >>> terms, matrix.toarray().tolist()
    (['ICE', 'ice', 'no', 'on'], [[1, 1, 0, 1], [0, 1, 1, 0]])
    """
    found, terms = _by_block(texts, rule, _count_block)
    return stack_rows(found), terms


def _by_block(texts: Sequence[str], rule: str, use: Callable) -> tuple[list, list[str]]:
    """What `use` gives for each block of texts, of the terms of each piece, the block's pieces and where each text's begin; and all terms."""
    check_rule(rule)
    with joblib.Parallel(n_jobs=-1, prefer="threads") as parallel:
        cut = parallel(joblib.delayed(_cut)(block) for block in text_blocks(texts))
        offsets = [told for _, told in cut]
        pieces = pa.chunked_array([codes for codes, _ in cut]).unify_dictionaries().chunks
        del cut
        terms, terms_of_piece = _terms_of(pieces[0].dictionary.to_pylist(), rule)
        work = (
            joblib.delayed(use)(terms_of_piece, codes.indices, told)
            for codes, told in zip(pieces, offsets, strict=True)
        )
        return parallel(work), terms


def text_blocks(texts: Sequence[str]) -> Iterator[pa.Array]:
    """The texts as Arrow strings, some at a time; a missing text is empty. Raises ValueError for what is no string."""
    texts = texts if isinstance(texts, pd.Series) else pd.Series(texts, dtype=object)
    size = max(_BLOCK, -(-len(texts) // _BLOCKS))
    for start in range(0, max(len(texts), 1), size):
        block = texts.iloc[start : start + size]
        try:
            array = pa.array(block if len(block) else [], pa.large_string(), from_pandas=True)
        except UnicodeEncodeError:  # half of a surrogate pair, which is no letter
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


def _cut(texts: pa.Array) -> tuple[pa.DictionaryArray, np.ndarray]:
    """The numbered pieces of the texts, and where those of each text begin and end."""
    pieces = pc.ascii_split_whitespace(texts)
    return pc.utf8_trim(pieces.values, characters=EDGES).dictionary_encode(), pieces.offsets.to_numpy()


def _terms_of(pieces: list[str], rule: str) -> tuple[list[str], pa.ListArray]:
    """All terms in code-point order, and the numbers of the terms of each piece."""
    found = [TOKEN_RULES[rule](piece) for piece in pieces]
    terms = sorted(set(chain.from_iterable(found)))
    number = {term: i for i, term in enumerate(terms)}
    ids = np.fromiter(map(number.__getitem__, chain.from_iterable(found)), np.uint32)
    offsets = _offsets(np.fromiter(map(len, found), np.int64, len(found)))
    return terms, pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(ids))


def _look_up(terms_of_piece: pa.ListArray, pieces: pa.Array, offsets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    found = terms_of_piece.take(pieces)
    return found.values.to_numpy(), found.offsets.to_numpy()[offsets]


def _count_block(terms_of_piece: pa.ListArray, pieces: pa.Array, offsets: np.ndarray) -> sparse.csr_matrix:
    n_terms = int(pc.max(terms_of_piece.values).as_py() or 0) + 1 if len(terms_of_piece.values) else 0
    return _count(*_look_up(terms_of_piece, pieces, offsets), n_terms)


def _offsets(sizes: np.ndarray) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


def count_ids(tokens: TokenIds) -> sparse.csr_matrix:
    """Texts × terms: how often each term occurs in each text, terms in their order.

    >>> count_ids(token_ids(["ice on ice"])).toarray().tolist()
    [[2, 1]]
    """
    shape = len(tokens.terms)
    bounds = [tokens.offsets[start : start + _BLOCK + 1] for start in range(0, max(len(tokens.offsets) - 1, 1), _BLOCK)]
    return stack_rows([_count(tokens.ids[at[0] : at[-1]], at - at[0], shape) for at in bounds])


def _count(ids: np.ndarray, offsets: np.ndarray, n_terms: int) -> sparse.csr_matrix:
    matrix = sparse.csr_matrix(
        (np.ones(len(ids), np.int32), ids.astype(np.int32), offsets), shape=(len(offsets) - 1, n_terms)
    )
    matrix.sum_duplicates()
    return matrix


def keep_columns(matrix: sparse.csr_matrix, kept: np.ndarray) -> sparse.csr_matrix:
    """The columns that `kept` marks, in order, as 64-bit numbers; much faster than indexing, and in little memory."""
    place = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    size = int(np.bincount(matrix.indices, minlength=len(kept))[kept].sum())
    indices, data, dropped, end = np.empty(size, np.int32), np.empty(size, np.int64), [], 0
    for start in range(0, len(matrix.indices), _NUMBERS):
        found = place[matrix.indices[start : start + _NUMBERS]]
        inside = found >= 0
        begin, end = end, end + np.count_nonzero(inside)
        indices[begin:end], data[begin:end] = found[inside], matrix.data[start : start + _NUMBERS][inside]
        dropped.append(np.flatnonzero(~inside) + start)
    ends = matrix.indptr - np.searchsorted(
        np.concatenate([np.zeros(0, np.int64), *dropped]), matrix.indptr
    )  # less those dropped before
    return sparse.csr_matrix((data, indices, ends), shape=(matrix.shape[0], int(kept.sum())))


def stack_rows(matrices: list[sparse.csr_matrix]) -> sparse.csr_matrix:
    """The matrices under one another; as scipy's vstack, which takes several times as long."""
    sizes = np.concatenate([np.diff(matrix.indptr) for matrix in matrices])
    data, indices = (np.concatenate([getattr(matrix, name) for matrix in matrices]) for name in ("data", "indices"))
    return sparse.csr_matrix((data, indices, _offsets(sizes)), shape=(len(sizes), matrices[0].shape[1]))
