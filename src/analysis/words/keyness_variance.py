"""Measure how much the log-odds of terms vary from article to article, not from word to word."""

import numpy as np
from scipy import sparse

from analysis.words.keyness_statistics import Usage


def article_variance(matrices: list[sparse.csr_matrix], u: Usage) -> np.ndarray:
    """Return the variance of the log-odds if whole articles are drawn, never below `token_variance`.

    The words of one article depend on each other, so articles are the units (clusters) of the delta method. In a group
    of m articles, article i has y_i of its N_i words, where p N_i are expected if both groups use the term alike. The
    variance of the group is V_g = m / (m - 1) Σ (y_i - p N_i)² / (n + a)². A group without the term (n = 0) shows no
    variation; it gets the design effect of the other group, V_g (n + a), on its own variance of words, 1 / a. Where a
    group is a single article, nothing tells how much its articles vary: the variance is infinite.
    """
    if min(matrix.shape[0] for matrix in matrices) < 2:
        return np.full(u.n1.shape, np.inf)
    share = (u.n1 + u.n2) / (u.total1 + u.total2)
    counts = (u.n1, u.n2)
    effects = [_design_effect(matrix, n, u.prior, share) for matrix, n in zip(matrices, counts, strict=True)]
    borrowed = [np.where(n > 0, own, other) for n, own, other in zip(counts, effects, effects[::-1], strict=True)]
    parts = [effect / (n + u.prior) for effect, n in zip(borrowed, counts, strict=True)]
    return np.asarray(parts[0] + parts[1])


def _design_effect(matrix: sparse.csr_matrix, n: np.ndarray, prior: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return how many times the variance between articles is that of words, at least 1, for each term of a group."""
    m = matrix.shape[0]
    lengths = np.asarray(matrix.sum(axis=1), dtype=float).ravel()
    squares = matrix.copy().astype(float)
    squares.data **= 2
    # Σ (y - p N)² = Σ y² - 2 p Σ y N + p² Σ N², so that the articles without the term need no array.
    residuals = (
        np.asarray(squares.sum(axis=0)).ravel()
        - 2 * share * np.asarray(matrix.T @ lengths).ravel()
        + share**2 * (lengths @ lengths)
    )
    return np.asarray(np.maximum(m / (m - 1) * residuals / (n + prior), 1))
