"""Group vectors by average linkage, without a matrix of all pairs: only articles near in time are compared."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import average, fcluster
from scipy.sparse.csgraph import connected_components

from analysis.events.stored_rows import StoredRows

# Chosen on judged articles of many outlets and on ECB+ (benchmarks/events.py).
SAME = 0.11  # least mean similarity of two groups on one event
# The factor for time where a date is missing: such a pair needs more words in common. Where most articles have a date,
# one without may be of any year, so only a near copy will do: a cosine of .73 for one event.
UNDATED, RARELY_UNDATED = 0.65, 0.15
ROWS = 500  # articles whose similarities to others are held at a time
COLUMNS = 4000  # and to how many others
MOST_PAIRED = 4000  # articles whose pairwise similarities are held at a time (64 MB)

Rows: TypeAlias = sparse.csr_matrix | StoredRows
Decay: TypeAlias = Callable[[np.ndarray, np.ndarray], np.ndarray]


def time_decay(a: np.ndarray, b: np.ndarray, window: float, undated: float) -> np.ndarray:
    """Return the factor by which time lowers the similarity of each pair of days; `undated` where a day is missing."""
    factor = np.exp(-0.5 * ((a - b) / window) ** 2)
    return np.where(np.isnan(factor), undated, factor)


def undated_factor(days: np.ndarray) -> float:
    """Return the factor for time of a pair that lacks a day, among articles of these days (nan for none)."""
    return UNDATED if np.isnan(days).sum() * 2 > len(days) else RARELY_UNDATED


def group_vectors(vectors: Rows, days: np.ndarray, window: float, least: float) -> np.ndarray:
    """Return a number for each article's group, from 0. The articles must be in the order of time, the undated last."""
    groups, number = np.zeros(len(days), np.int64), 0
    decay = partial(time_decay, window=window, undated=undated_factor(days))
    reach = window * np.sqrt(-2 * np.log(least))
    for part in _parts(_similar(vectors, days, decay, reach, least), least):
        found = np.ones(1, np.int64)
        if len(part) > 1:
            found = fcluster(average(_distances(vectors[part], days[part], decay)), 1 - least, "distance")
        groups[part] = number + found - 1
        number += found.max()
    return groups


def _distances(vectors: sparse.csr_matrix, days: np.ndarray, decay: Decay) -> np.ndarray:
    """Return the distances of all pairs, those of the first article to all later ones first, as scipy wants them."""
    own, others = _with_used_columns(vectors, vectors)
    found = []
    for start in range(0, len(days), ROWS):
        cosines = (own[start : start + ROWS] @ others).toarray()
        distances = (1 - cosines * decay(days[start : start + ROWS, None], days[None])).clip(0)
        found += [row[start + number + 1 :].copy() for number, row in enumerate(distances)]
    return np.concatenate(found)


def _with_used_columns(
    own: sparse.csr_matrix, others: sparse.csr_matrix
) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Return both, the others turned, with only the columns that occur: a product passes over all columns."""
    used, place = np.unique(np.concatenate([own.indices, others.indices]), return_inverse=True)
    own, others = (
        sparse.csr_matrix((matrix.data, columns, matrix.indptr), shape=(matrix.shape[0], len(used)))
        for matrix, columns in zip((own, others), np.split(place, [len(own.indices)]), strict=True)
    )
    return own, others.T.tocsr()


def _similar(vectors: Rows, days: np.ndarray, decay: Decay, reach: float, least: float) -> sparse.csr_matrix:
    """Return a matrix of articles × articles, above the diagonal, with the similarities that are high enough.

    It is made some rows at a time; a row is compared only with articles at most `reach` days away, and the undated.
    """

    def similar_to(own: sparse.csr_matrix, start: int, others: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return row, column and similarity of the pairs that are similar enough; `own` begins at row `start`."""
        own, turned = _with_used_columns(own, vectors[others])
        block = (own @ turned).tocoo()
        row, column = block.row + start, others[block.col]
        similarity = block.data * decay(days[row], days[column])
        enough = (row < column) & (similarity >= least)
        return block.row[enough], column[enough], similarity[enough]

    dated = np.count_nonzero(~np.isnan(days))
    rows = []
    for start in range(0, len(days), ROWS):
        stop = min(start + ROWS, len(days))
        near = np.searchsorted(days[:dated], days[stop - 1] + reach) if stop <= dated else dated
        columns = np.unique(np.concatenate([np.arange(start, max(near, stop)), np.arange(dated, len(days))]))
        own = vectors[np.arange(start, stop)]
        found = [similar_to(own, start, some) for some in np.split(columns, range(COLUMNS, len(columns), COLUMNS))]
        row, column, similarity = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
        rows.append(sparse.csr_matrix((similarity, (row, column)), shape=(stop - start, len(days))))
    return sparse.vstack(rows, format="csr")


def _parts(similar: sparse.csr_matrix, cut: float) -> Iterator[np.ndarray]:
    """Yield the rows of each connected part. A part with too many pairs to hold is cut at its weakest links."""
    part = connected_components(similar, directed=False)[1]
    for members in np.split(np.argsort(part, kind="stable"), np.cumsum(np.bincount(part))[:-1]):
        if len(members) <= MOST_PAIRED:
            yield members
        elif (inner := similar[members][:, members]).data.max() < cut + 0.02:  # thousands with the same words
            yield from np.array_split(members, len(members) // MOST_PAIRED + 1)
        else:
            inner.data[inner.data < cut + 0.02] = 0
            inner.eliminate_zeros()
            yield from (members[rows] for rows in _parts(inner, cut + 0.02))
