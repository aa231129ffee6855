"""Turn texts into integer ids of terms in one fast pass, by the token rules of `text`.

Arrow cuts the texts into pieces at white space and numbers the different pieces, on all cores. Python runs the token
rule only once for each *different* piece, a few percent of all. No token contains white space, so the result is the
same as that of the rule run on the whole text. scikit-learn's vectorizers take two to five times as long
(benchmarks/terms.py).
"""

from collections.abc import Callable
from itertools import chain
from typing import NamedTuple, TypeVar

import joblib
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from analysis.words.blocks import BLOCK, Texts, text_blocks
from analysis.words.text import TOKEN_RULES, check_rule, paragraphs

T = TypeVar("T")

# No token begins or ends with one of these characters. They are trimmed off the pieces, so that fewer pieces differ.
EDGES = "\"'“”‘’«»()[]{},;:!?*—–…-/#@&<>|"
_NUMBERS = 1 << 15  # numbers of a matrix at a time: they fit a processor's cache
_COUNTED = 1 << 20  # numbers whose occurrences are counted at a time: more than there are terms, mostly


class TokenIds(NamedTuple):
    """Texts as numbers: the terms of text i are `ids[offsets[i] : offsets[i + 1]]`, which are positions in `terms`."""

    ids: np.ndarray
    offsets: np.ndarray
    terms: list[str]


def token_ids(texts: Texts, rule: str = "news") -> TokenIds:
    """Return the terms of each text in order, as numbers; terms are numbered in code-point order.

    The terms are those of `analysis.words.text.terms`. `ids` is uint32. `offsets` is int64 and one longer than
    `texts`. A missing text has no terms. Raise ValueError for an unknown rule, or a text that is not a string.

    >>> found = token_ids(["ICE on ice.", "", "No ice."])
    >>> found.terms, found.ids.tolist(), found.offsets.tolist()
    (['ICE', 'ice', 'no', 'on'], [0, 3, 1, 2, 1], [0, 3, 3, 5])
    """
    found, terms = _by_block(texts, rule, _look_up)
    sizes = np.concatenate([np.diff(offsets) for _, offsets in found])
    return TokenIds(np.concatenate([ids for ids, _ in found]), _offsets(sizes), terms)


def paragraph_ids(texts: pd.Series, rule: str = "news") -> tuple[TokenIds, np.ndarray]:
    r"""Return the terms of each paragraph as numbers, and where the paragraphs of each text begin and end.

    >>> found, bounds = paragraph_ids(pd.Series(["ICE.\n\nNo ice.", "ice"]))
    >>> found.ids.tolist(), found.offsets.tolist(), bounds.tolist()
    ([0, 2, 1, 1], [0, 1, 3, 4], [0, 2, 3])
    """
    found = [[text[start:end] for start, end in paragraphs(text)] if isinstance(text, str) else [] for text in texts]
    pieces = [paragraph for of_text in found for paragraph in of_text]
    return token_ids(pieces, rule), np.cumsum([0, *map(len, found)])


def count_texts(texts: Texts, rule: str = "news") -> tuple[sparse.csr_matrix, list[str]]:
    """Return a matrix of texts × terms with the number of occurrences, and the terms in code-point order.

    The result equals `count_ids` of `token_ids`, and takes less memory. Raise ValueError as `token_ids` does.

    >>> matrix, terms = count_texts(["ICE on ice", "no ice"])
    >>> terms, matrix.toarray().tolist()
    (['ICE', 'ice', 'no', 'on'], [[1, 1, 0, 1], [0, 1, 1, 0]])
    """
    found, terms = _by_block(texts, rule, _count_block)
    return stack_rows(found), terms


def _by_block(
    texts: Texts, rule: str, use: Callable[[pa.ListArray, pa.Array, np.ndarray], T]
) -> tuple[list[T], list[str]]:
    """Return `use(terms of each piece, pieces of the block, offsets of its texts)` for each block, and all terms."""
    check_rule(rule)
    with joblib.Parallel(n_jobs=-1, prefer="threads") as parallel:
        cut = parallel(joblib.delayed(_cut)(block) for block in text_blocks(texts))
        offsets = [ends for _, ends in cut]
        pieces = pa.chunked_array([codes for codes, _ in cut]).unify_dictionaries().chunks
        del cut
        terms, terms_of_piece = _terms_of(pieces[0].dictionary.to_pylist(), rule)
        work = (
            joblib.delayed(use)(terms_of_piece, codes.indices, ends)
            for codes, ends in zip(pieces, offsets, strict=True)
        )
        return parallel(work), terms


def _cut(texts: pa.Array) -> tuple[pa.DictionaryArray, np.ndarray]:
    """Return the numbered pieces of the texts, and where those of each text begin and end."""
    pieces = pc.ascii_split_whitespace(texts)
    return pc.utf8_trim(pieces.values, characters=EDGES).dictionary_encode(), pieces.offsets.to_numpy()


def _terms_of(pieces: list[str], rule: str) -> tuple[list[str], pa.ListArray]:
    """Return all terms in code-point order, and the numbers of the terms of each piece."""
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
    return count_rows(*_look_up(terms_of_piece, pieces, offsets), n_terms)


def _offsets(sizes: np.ndarray) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


def count_ids(tokens: TokenIds) -> sparse.csr_matrix:
    """Return a matrix of texts × terms with the number of occurrences.

    >>> count_ids(token_ids(["ice on ice"])).toarray().tolist()
    [[2, 1]]
    """
    shape = len(tokens.terms)
    bounds = [tokens.offsets[start : start + BLOCK + 1] for start in range(0, max(len(tokens.offsets) - 1, 1), BLOCK)]
    return stack_rows([count_rows(tokens.ids[at[0] : at[-1]], at - at[0], shape) for at in bounds])


def count_rows(ids: np.ndarray, offsets: np.ndarray, n_terms: int) -> sparse.csr_matrix:
    """Return a matrix of rows × terms with the number of occurrences; row i has `ids[offsets[i] : offsets[i + 1]]`."""
    matrix = sparse.csr_matrix(
        (np.ones(len(ids), np.int32), ids.astype(np.int32), offsets), shape=(len(offsets) - 1, n_terms)
    )
    matrix.sum_duplicates()
    return matrix


def keep_columns(matrix: sparse.csr_matrix, kept: np.ndarray) -> sparse.csr_matrix:
    """Return the columns that `kept` marks, as 64-bit numbers: faster than scipy's indexing, and in less memory."""
    size = int(occurrences(matrix.indices, len(kept))[kept].sum())
    indices, data = np.empty(size, np.int32), np.empty(size, np.int64)
    ends = put_columns(matrix.indptr, matrix.indices, matrix.data, new_columns(kept), indices, data)
    return sparse.csr_matrix((data, indices, ends), shape=(matrix.shape[0], int(kept.sum())))


def inverse(order: np.ndarray) -> np.ndarray:
    """Return the place of each number in an order of the numbers from 0; faster than sorting, and in 32 bits."""
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order))
    return places


def occurrences(numbers: np.ndarray, n: int) -> np.ndarray:
    """Return how often each number below `n` comes, as np.bincount, without its copy of all numbers in 64 bits."""
    found = np.zeros(n, np.int64)
    for start in range(0, len(numbers), _COUNTED):
        found += np.bincount(numbers[start : start + _COUNTED], minlength=n)
    return found


def new_columns(kept: np.ndarray) -> np.ndarray:
    """Return the number that each column has when only those that `kept` marks are left, -1 for the others."""
    return np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)


def put_columns(
    ends: np.ndarray, ids: np.ndarray, n: np.ndarray, column: np.ndarray, indices: np.ndarray, data: np.ndarray
) -> np.ndarray:
    """Write the counts `n` of the terms `ids` to `indices` and `data`, and return where each row ends there.

    `column` has the new number of each term, -1 for those to be left out; `ends`, where each row ends in `ids`.
    """
    dropped, end = [np.zeros(0, np.int64)], 0
    for start in range(0, len(ids), _NUMBERS):
        found = column.take(ids[start : start + _NUMBERS], mode="clip")  # twice as fast as checking each
        inside = found >= 0
        begin, end = end, end + int(np.count_nonzero(inside))
        indices[begin:end], data[begin:end] = found[inside], n[start : start + _NUMBERS][inside]
        dropped.append(np.flatnonzero(~inside) + start)
    return np.asarray(ends - np.searchsorted(np.concatenate(dropped), ends))  # less the numbers dropped before


def stack_rows(matrices: list[sparse.csr_matrix], n_columns: int | None = None) -> sparse.csr_matrix:
    """Stack the matrices under one another, as scipy's vstack does, which takes several times as long.

    The result has as many columns as the first one, or `n_columns`.
    """
    sizes = np.concatenate([np.diff(matrix.indptr) for matrix in matrices])
    data, indices = (np.concatenate([getattr(matrix, name) for matrix in matrices]) for name in ("data", "indices"))
    return sparse.csr_matrix((data, indices, _offsets(sizes)), shape=(len(sizes), n_columns or matrices[0].shape[1]))
