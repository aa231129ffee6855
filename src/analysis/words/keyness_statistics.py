"""Compute the statistics that `analysis.words.keyness` offers, from the occurrences of terms in two groups.

scipy has χ² and G² without the sign, and neither log-odds with a prior nor log ratio, so all are written out here in
one form. The tests compare them with independent packages.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np


class Usage(NamedTuple):
    """How often each term occurs in group 1 (`n1`) and group 2 (`n2`), of all occurrences there, and its prior.

    `n1`, `n2` and `prior` are arrays of terms, or of resamples × terms. The totals broadcast against them.
    """

    n1: np.ndarray
    n2: np.ndarray
    total1: float | np.ndarray
    total2: float | np.ndarray
    prior: np.ndarray
    prior_total: float


Statistic = Callable[[Usage], np.ndarray]


def log_odds(u: Usage) -> np.ndarray:
    """Return ln((n1 + a) / (N1 + A - n1 - a)) - ln((n2 + a) / (N2 + A - n2 - a)), with a the prior and A its sum."""
    rest1, rest2 = (t + u.prior_total - n - u.prior for n, t in ((u.n1, u.total1), (u.n2, u.total2)))
    return np.asarray(np.log((u.n1 + u.prior) / rest1) - np.log((u.n2 + u.prior) / rest2))


def token_variance(u: Usage) -> np.ndarray:
    """Return the variance of the log-odds if every word were drawn by itself: 1 / (n1 + a) + 1 / (n2 + a)."""
    return np.asarray(1 / (u.n1 + u.prior) + 1 / (u.n2 + u.prior))


def log_odds_z(u: Usage) -> np.ndarray:
    """Return the log-odds divided by its standard deviation, the root of `token_variance`."""
    return np.asarray(log_odds(u) / np.sqrt(token_variance(u)))


def g2(u: Usage) -> np.ndarray:
    """Return the signed 2 Σ o ln(o / e) over the term's two cells."""
    e1, e2 = _expected(u)
    return np.asarray(_sign(u) * np.maximum(2 * (_cell(u.n1, e1) + _cell(u.n2, e2)), 0))


def g2_four_cell(u: Usage) -> np.ndarray:
    """Return the signed 2 Σ o ln(o / e) over all four cells: the term and all other terms, in both groups."""
    e1, e2 = _expected(u)
    others = _cell(u.total1 - u.n1, u.total1 - e1) + _cell(u.total2 - u.n2, u.total2 - e2)
    return np.asarray(_sign(u) * np.maximum(2 * (_cell(u.n1, e1) + _cell(u.n2, e2) + others), 0))


def chi2(u: Usage) -> np.ndarray:
    """Return the signed Pearson χ², Σ (o - e)² / e over all four cells, without continuity correction."""
    e1, e2 = _expected(u)
    cells = ((u.n1, e1), (u.n2, e2), (u.total1 - u.n1, u.total1 - e1), (u.total2 - u.n2, u.total2 - e2))
    parts = (np.divide((o - e) ** 2, e, out=np.zeros(np.shape(e)), where=e > 0) for o, e in cells)
    return np.asarray(_sign(u) * sum(parts))


def log_ratio(u: Usage) -> np.ndarray:
    """Return log₂((n1 / N1) / (n2 / N2)); a count of 0 becomes ½."""
    n1, n2 = (np.maximum(n, 0.5) for n in (u.n1, u.n2))
    return np.asarray(np.log2(n1 / u.total1) - np.log2(n2 / u.total2))


def _expected(u: Usage) -> tuple[np.ndarray, np.ndarray]:
    both = (u.n1 + u.n2) / (u.total1 + u.total2)
    return u.total1 * both, u.total2 * both


def _sign(u: Usage) -> np.ndarray:
    return np.asarray(np.sign(u.n1 * u.total2 - u.n2 * u.total1))


def _cell(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Return observed · ln(observed / expected), 0 where nothing is observed."""
    positive = observed > 0
    ratio = np.divide(observed, expected, out=np.ones(observed.shape), where=positive)
    return np.asarray(observed * np.log(ratio))


class Method(NamedTuple):
    """A statistic; whether it is the size of a difference and not a test's value; whether articles are the units."""

    score: Statistic
    is_difference: bool = True
    over_articles: bool = True


METHODS = {
    "log_odds": Method(log_odds),
    "log_odds_tokens": Method(log_odds, over_articles=False),
    "g2": Method(g2, is_difference=False),
    "g2_four_cell": Method(g2_four_cell, is_difference=False),
    "chi2": Method(chi2, is_difference=False),
    "log_ratio": Method(log_ratio),
}
PRIORS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "counts": lambda both: both,
    "uniform": lambda both: np.full(both.shape, 0.01),
}


def find_method(method: str) -> Method:
    """Return a method by its name. Raise ValueError, with all names, for an unknown one."""
    if method not in METHODS:
        raise ValueError(f"there is no method {method!r}; choose one of: {', '.join(METHODS)}")
    return METHODS[method]


def find_prior(prior: float | str) -> Callable[[np.ndarray], np.ndarray]:
    """Return the function from the occurrences of terms in both groups to their priors."""
    if isinstance(prior, str) and prior in PRIORS:
        return PRIORS[prior]
    if isinstance(prior, str) or not 0 < prior < np.inf:
        raise ValueError(f"prior={prior!r}; give a positive number (the prior's size) or one of: {', '.join(PRIORS)}")
    size = prior
    return lambda both: both * (size / both.sum())
