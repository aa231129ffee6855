"""Turn the term counts of articles into short vectors that can be clustered: TF-IDF, then SVD."""

from typing import NamedTuple

import numpy as np
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfTransformer
from sklearn.preprocessing import normalize

from analysis.enough import NotEnoughArticles
from analysis.wording import counted
from analysis.words.token_ids import new_columns, occurrences, put_columns

# These settings were chosen on two labeled sets, see benchmarks/topics.py. Adjusted Rand index .924 and .848,
# agreement of runs .990 and .866; with 100 dimensions .928 and .849, .979 and .856; 50 loses less at other powers.
DIMENSIONS = 50
POWER = 0.7  # tf ** .7 is between counts (best on long articles) and 1 + ln tf (best on short ones), and good on both
LEAST_ARTICLES = 3  # a term in fewer articles does not tell topics apart; in 2 when there are fewer than 30 articles
MOST_ARTICLES = 0.5  # nor does a term in more than this share of them
WEIGHED = 2000  # articles at a time: a weight for each number takes as much as the numbers


class Space(NamedTuple):
    """How the counts of these terms become a vector."""

    terms: np.ndarray
    weigh: TfidfTransformer
    reduce: TruncatedSVD


class Vectors(NamedTuple):
    """A unit vector per article, which article has which of the space's terms, and how others get a vector."""

    vectors: np.ndarray
    present: sparse.csr_matrix
    space: Space


def telling_terms(counts: sparse.csr_matrix, terms: np.ndarray) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Return the counts of the terms that may tell topics apart, to the power of POWER, and these terms.

    Raise ValueError when the articles share too few words. The columns are written over those of `counts`, which is
    mostly the largest that is in memory.
    """
    n = counts.shape[0]
    n_articles = occurrences(counts.indices, counts.shape[1])
    in_range = (n_articles >= (LEAST_ARTICLES if n >= 30 else 2)) & (n_articles <= MOST_ARTICLES * n)
    kept = np.array([is_content_word(term) for term in terms], dtype=bool) & in_range
    if kept.sum() < 3:
        raise NotEnoughArticles(
            f"{counted(n, 'article')} share too few words: {kept.sum()} are in several, but at most half of them. "
            "Give more articles, or leave out those that are copies"
        )
    numbers = np.empty(n_articles[kept].sum())
    ends = put_columns(counts.indptr, counts.indices, counts.data, new_columns(kept), counts.indices, numbers)
    numbers **= POWER
    matrix = sparse.csr_matrix((numbers, counts.indices[: len(numbers)], ends), shape=(n, kept.sum()))
    return matrix, terms[kept]


def article_vectors(matrix: sparse.csr_matrix, terms: np.ndarray, seed: int) -> Vectors:
    """Return a unit vector per row of what `telling_terms` gives; the numbers of `matrix` are overwritten."""
    svd = TruncatedSVD(min(DIMENSIONS, len(terms) - 1, matrix.shape[0] - 1), random_state=seed)
    weigh = TfidfTransformer().fit(matrix)
    for start in range(0, matrix.shape[0], WEIGHED):
        ends = matrix.indptr[start : start + WEIGHED + 1]
        matrix.data[ends[0] : ends[-1]] = weigh.transform(matrix[start : start + WEIGHED]).data
    vectors = normalize(svd.fit_transform(matrix), copy=False)
    # The places of the numbers are kept in memory only once.
    present = sparse.csr_matrix((np.ones(matrix.nnz, np.int8), matrix.indices, matrix.indptr), shape=matrix.shape)
    return Vectors(vectors, present, Space(terms, weigh, svd))


def place_in(space: Space, counts: sparse.csr_matrix, terms: np.ndarray) -> np.ndarray:
    """Return a unit vector in a space per row of other counts, zero for articles that have none of its terms."""
    column = {term: place for place, term in enumerate(space.terms)}
    places = np.array([column.get(term, -1) for term in terms], dtype=np.int64)
    known = np.flatnonzero(places >= 0)
    shape = (len(terms), len(space.terms))
    matrix = (counts @ sparse.csr_matrix((np.ones(len(known)), (known, places[known])), shape=shape)).astype(float)
    matrix.data **= POWER
    return np.asarray(normalize(space.reduce.transform(space.weigh.transform(matrix))))


def is_content_word(term: str) -> bool:
    """Return whether a term may tell topics apart: no stop word, number or single letter."""
    return len(term) > 1 and term[0].isalpha() and term.lower() not in ENGLISH_STOP_WORDS
