"""Test, over articles, whether two groups use a term alike, and bound how unevenly they can be using it."""

from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.special import ndtri, xlogy

LEVEL = 0.95
_HALVINGS = 40  # of the range of a bound: to 1e-12 of it


class _Group(NamedTuple):
    """Sums over the articles of a group: of a term's uses y (an array of terms), and of all words N of an article."""

    y: np.ndarray
    y_squared: np.ndarray
    y_times_n: np.ndarray
    n: float
    n_squared: float

    def squares(self, expected: np.ndarray) -> np.ndarray:
        """Return Σ (y - p N)² for each term, if `expected` uses are spread over the articles by their length."""
        p = expected / self.n
        # Written out, so that the articles without the term need no array.
        return np.asarray(self.y_squared - 2 * p * self.y_times_n + p**2 * self.n_squared)


class ArticleTest:
    """A test of the share of each term's uses that falls to the first of two groups, with articles as units.

    Let a term have n uses in articles of two groups, n1 of them in the first. Is a share s of its uses there (if both
    groups use the term alike, the first group's share of all words)? Under this hypothesis article i is expected to
    have p N_i of the term, with N_i its words and p = s n / N1 or (1 - s) n / N2, its group's rate. The uses of one
    article come together, so they tell less than n independent draws: the effective number of draws is

        k = n² / Σ (y_i - p N_i)², at most n,

    n over the design effect (Kish 1965), which is computed under the hypothesis and not from what was found: an
    estimated variance of the log-odds grows without bound as one count nears 0, so that the clearest differences would
    be the least sure (Hauck & Donner 1977). As in Korn & Graubard's interval (1998), k n1 / n of k draws take the place
    of the counts in the test of a binomial share. z is the signed root of the likelihood ratio of x = k n1 / n, moved
    half a draw toward k s (never past it: then z is 0),

        z = ± √(2 x ln(x / (k s)) + 2 (k - x) ln((k - x) / (k - k s))),

    a normal deviate for the binomial's tail (Zubkov & Serov 2013).

    Parameters
    ----------
    matrices : list of csr_matrix
        The counts of the terms in the articles of both groups. Each term is used at least once.
    """

    def __init__(self, matrices: list[sparse.csr_matrix]) -> None:
        self._first, self._second = (_sums(matrix) for matrix in matrices)
        self.n = self._first.y + self._second.y
        self.alike = np.full(self.n.shape, self._first.n / (self._first.n + self._second.n))
        self.share = self._first.y / self.n

    def z(self, share: np.ndarray) -> np.ndarray:
        """Return z of each term if `share` of its uses were expected in the first group; above 0 it has more."""
        squares = self._first.squares(share * self.n) + self._second.squares((1 - share) * self.n)
        draws = self.n**2 / np.maximum(squares, self.n)
        expected, surplus = draws * share, draws * (self.share - share)
        # Half a draw but for rounding is half a draw: the difference of two rounding errors has no root worth showing.
        surplus = np.sign(surplus) * np.maximum(np.round(np.abs(surplus) - 0.5, 9), 0)
        seen, rest = expected + surplus, draws - expected
        ratio = xlogy(seen, seen / expected) + xlogy(rest - surplus, (rest - surplus) / rest)
        return np.asarray(np.sign(surplus) * np.sqrt(2 * np.maximum(ratio, 0)))

    def bounds(self) -> list[np.ndarray]:
        """Return the least and the greatest share of the uses in the first group that the test does not refuse."""
        most = -ndtri((1 - LEVEL) / 2)
        ends = []
        for end in (0.0, 1.0):
            inside, outside = self.share.copy(), np.full(self.share.shape, end)
            for _ in range(_HALVINGS):
                middle = (inside + outside) / 2
                with np.errstate(divide="ignore", invalid="ignore"):  # 0 / 0 where all uses are in one group
                    held = np.nan_to_num(np.abs(self.z(middle))) <= most
                inside, outside = np.where(held, middle, inside), np.where(held, outside, middle)
            ends.append(inside)
        return ends


def _sums(matrix: sparse.csr_matrix) -> _Group:
    counts = matrix.astype(float)
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    y, y_squared = (np.asarray(each.sum(axis=0)).ravel() for each in (counts, counts.power(2)))
    return _Group(y, y_squared, np.asarray(counts.T @ lengths).ravel(), lengths.sum(), lengths @ lengths)
