"""Count terms of several words, from token ids."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from analysis.words.token_ids import count_rows, inverse, keep_columns
from analysis.words.token_table import ArticleIds


def without_terms(tokens: ArticleIds, stop: pa.Array) -> ArticleIds:
    """Return the articles' tokens without those of the terms `stop`."""
    kept = pc.invert(pc.is_in(tokens.terms, stop)).to_numpy(zero_copy_only=False)[tokens.ids]
    ends = np.concatenate([[0], np.cumsum(kept)])
    return ArticleIds(tokens.ids[kept], ends[tokens.offsets], ends[tokens.paragraphs], tokens.terms)


def count_ngrams(
    tokens: ArticleIds, ngrams: tuple[int, int], min_articles: int, *, across_paragraphs: bool
) -> tuple[sparse.csr_matrix, pa.Array]:
    """Return a matrix of articles × n-grams in at least `min_articles` articles, and the n-grams in code-point order.

    An n-gram of `ngrams[0]` to `ngrams[1]` words stays within a paragraph, or within an article if
    `across_paragraphs`.
    """
    ends = (tokens.offsets if across_paragraphs else tokens.paragraphs)[1:]
    # How many tokens there are from each one to the end of its paragraph or article.
    room = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(len(tokens.ids))
    codes, words = tokens.ids.astype(np.int64), tokens.terms  # the n-gram that begins at each token, and its words
    matrices, names = [], []
    for size in range(1, ngrams[1] + 1):
        begins = np.flatnonzero(room >= size)
        if size > 1:
            codes, words = _longer(codes, words, tokens, begins, size)
        if size >= ngrams[0]:
            matrix = count_rows(codes[begins], np.searchsorted(begins, tokens.offsets), len(words))
            frequent = np.bincount(matrix.indices, minlength=matrix.shape[1]) >= min_articles
            matrices.append(keep_columns(matrix, frequent))
            names.append(words.filter(pa.array(frequent)))
    return _in_order(sparse.hstack(matrices, format="csr"), pa.concat_arrays(names))


def _longer(
    codes: np.ndarray, words: pa.Array, tokens: ArticleIds, begins: np.ndarray, size: int
) -> tuple[np.ndarray, pa.Array]:
    """Make n-grams of `size` words from those one word shorter (`codes`, `words`) that begin at the tokens `begins`."""
    pairs, unique = pd.factorize(codes[begins] * len(tokens.terms) + tokens.ids[begins + size - 1])
    longer = np.zeros(len(codes), np.int64)
    longer[begins] = pairs
    firsts, lasts = np.divmod(unique, len(tokens.terms))
    return longer, pc.binary_join_element_wise(words.take(pa.array(firsts)), tokens.terms.take(pa.array(lasts)), " ")


def _in_order(matrix: sparse.csr_matrix, found: pa.Array) -> tuple[sparse.csr_matrix, pa.Array]:
    """Sort the columns by the code points of their terms, which is the order of their UTF-8 bytes."""
    order = pc.sort_indices(found).to_numpy()
    matrix = sparse.csr_matrix((matrix.data, inverse(order)[matrix.indices], matrix.indptr), shape=matrix.shape)
    matrix.sort_indices()
    return matrix, found.take(pa.array(order))
