"""Find the pairs of articles that share many shingles, without comparing all with all."""

from collections.abc import Iterator

import joblib
import numpy as np
import pandas as pd
from scipy import sparse

EXCERPT = 0.2  # least share of either article's shingles; all edits of benchmarks/copies.py are found with it
LEAST_SHARED = 4  # sampled shingles, about 36 words in a row; fewer are a shared quotation or a stock phrase
FEWEST_SHARED = 3  # for a short article, of which half the shingles are enough; a name and a date in a row make two

ROWS = 1000  # articles compared with all later ones at a time
BLOCKS = 8  # times as many articles, after which the passages of earlier ones are dropped


def sharing_articles(matrix: sparse.csr_matrix, sizes: np.ndarray) -> Iterator[pd.DataFrame]:
    """Yield pairs a < b of articles that share enough shingles, and how many: columns `a`, `b`, `shared`.

    `matrix` has the number of shingles of each passage × article that has it; `sizes`, those of each article in all.

    >>> matrix = sparse.csr_matrix([[4, 4, 0], [0, 2, 2]])
    >>> [pairs.to_numpy().tolist() for pairs in sharing_articles(matrix, np.array([8, 8, 8]))]
    [[[0, 1, 4]]]
    """
    # Threads also where a cluster runs the steps: its workers would be sent the matrices.
    work = (joblib.delayed(_sharing_of)(*block, sizes) for block in _blocks(matrix))
    yield from joblib.Parallel(n_jobs=-1, backend="threading", return_as="generator")(work)


def _blocks(matrix: sparse.csr_matrix) -> Iterator[tuple[int, sparse.csr_matrix, sparse.csr_matrix]]:
    """Yield the first of some articles, their passages, and the passages of these articles and of those after them."""
    ones = np.ones(matrix.nnz, np.int8)
    by_article = sparse.csr_matrix((ones, matrix.indices, matrix.indptr), shape=matrix.shape).T.tocsr()
    for start in range(0, matrix.shape[1], ROWS):
        if start and start % (ROWS * BLOCKS) == 0:
            later = matrix.indices >= start  # each pair is found once
            ends = np.concatenate([[0], np.cumsum(later, dtype=np.int32)])[matrix.indptr]
            matrix = sparse.csr_matrix((matrix.data[later], matrix.indices[later], ends), shape=matrix.shape)
        yield start, by_article[start : start + ROWS], matrix


def _sharing_of(start: int, articles: sparse.csr_matrix, matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Return the pairs of `sharing_articles` whose first article is one of `articles`, the rows from `start` on."""
    product = articles @ matrix
    some = np.flatnonzero(product.data >= FEWEST_SHARED)
    a = start + np.searchsorted(product.indptr, some, side="right") - 1
    later = product.indices[some] > a
    a, b, shared = a[later], product.indices[some[later]], product.data[some[later]]
    smaller = np.minimum(sizes[a], sizes[b])
    least = np.minimum(LEAST_SHARED, np.maximum(FEWEST_SHARED, smaller // 2))
    enough = (shared >= least) & (shared >= EXCERPT * smaller)
    return pd.DataFrame({"a": a[enough], "b": b[enough], "shared": shared[enough]})
