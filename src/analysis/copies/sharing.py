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
    del matrix  # the blocks keep what they need of it
    yield from joblib.Parallel(n_jobs=-1, backend="threading", return_as="generator")(work)


def _blocks(matrix: sparse.csr_matrix) -> Iterator[tuple[int, int, sparse.csr_matrix, sparse.csr_matrix]]:
    """Yield the arguments of `_sharing_of` for some articles at a time."""
    first = 0
    while matrix.shape[1]:
        own = matrix[:, : ROWS * BLOCKS]
        ones = np.ones(own.nnz, np.int8)
        by_article = sparse.csr_matrix((ones, own.indices, own.indptr), shape=own.shape).T.tocsr()
        for start in range(0, own.shape[1], ROWS):
            yield first, start, by_article[start : start + ROWS], matrix
        first, matrix = first + own.shape[1], matrix[:, own.shape[1] :]  # each pair is found once


def _sharing_of(
    first: int, start: int, articles: sparse.csr_matrix, matrix: sparse.csr_matrix, sizes: np.ndarray
) -> pd.DataFrame:
    """Return the pairs of `sharing_articles` whose first article is one of some.

    `matrix` has the passages of the articles from `first` on. The pairs are those of the articles in its columns from
    `start` on, whose passages are the rows of `articles`.
    """
    product = articles @ matrix
    some = np.flatnonzero(product.data >= FEWEST_SHARED)
    a = start + np.searchsorted(product.indptr, some, side="right") - 1
    later = product.indices[some] > a
    a, b, shared = first + a[later], first + product.indices[some[later]], product.data[some[later]]
    smaller = np.minimum(sizes[a], sizes[b])
    least = np.minimum(LEAST_SHARED, np.maximum(FEWEST_SHARED, smaller // 2))
    enough = (shared >= least) & (shared >= EXCERPT * smaller)
    return pd.DataFrame({"a": a[enough], "b": b[enough], "shared": shared[enough]})
