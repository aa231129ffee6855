"""Bound the keyness of terms by drawing the articles of both groups again and again (bootstrap)."""

from collections.abc import Callable

import numpy as np
from scipy import sparse

from analysis.words.groups import TwoGroups

N_RESAMPLES = 200  # enough for 95% bounds, which then move by about a tenth of their width from seed to seed
LEVEL = 0.95
_BLOCK = 20_000  # terms at a time: 200 × 20,000 numbers are 32 MB

# (occurrences in the target, in the reference, all occurrences there and there, prior of each term) → score of each
# term.
Score = Callable[[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def score_interval(
    matrix: sparse.csr_matrix, groups: TwoGroups, terms: np.ndarray, score: Score, *, prior: np.ndarray
) -> np.ndarray:
    """Return the lower and the upper bound of the score of each of `terms` (columns of `matrix`), as two rows.

    Whole articles are drawn, not words, because the words of one article depend on each other. The bounds are null
    when a group has only one article.
    """
    bounds = np.full((2, len(terms)), np.nan)
    if min(map(len, groups)) < 2:
        return bounds
    rng = np.random.default_rng(0)  # a fixed seed, so that the same articles always have the same interval
    draws = [
        rng.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), N_RESAMPLES).astype(float) for rows in groups
    ]
    parts = [matrix[rows] for rows in groups]
    totals = [np.maximum(draw @ np.asarray(part.sum(axis=1)), 1) for draw, part in zip(draws, parts, strict=True)]
    parts = [part[:, terms].tocsc() for part in parts]
    tail = (1 - LEVEL) / 2
    for start in range(0, len(terms), _BLOCK):
        block = slice(start, start + _BLOCK)
        n1, n2 = ((part[:, block].T @ draw.T).T for part, draw in zip(parts, draws, strict=True))
        bounds[:, block] = np.quantile(score(n1, n2, totals[0], totals[1], prior[block]), [tail, 1 - tail], axis=0)
    return bounds
