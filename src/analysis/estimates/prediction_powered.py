"""The arithmetic of corrected shares: counts of what was found and what was coded, articles × kinds, to estimates."""

from typing import NamedTuple

import numpy as np
from scipy.special import expit, logit, stdtrit

LEVEL = 0.95
# These four were chosen on PolNeAR's coded articles, with the program as it is, with higher confidence floors and with
# spoiled copies of its output (benchmarks/truth.py); results change little within half and twice of each.
PRIOR_ARTICLES = 32  # λ counts as if so many more articles had shown λ = 1
SHARED_ARTICLES = 8  # a kind's spread counts as if so many more articles had shown that of all kinds together
KEPT_LEVEL = 0.93  # the share found is kept as long as it lies in the interval of this level
FULL_FROM = 3.0  # from so many times that distance on, the corrected share is taken as it is
EDGE = 1e-3  # log-odds are taken of shares within EDGE and 1 - EDGE


class Coded(NamedTuple):
    """Counts of coded articles × kinds: what people found, what the program found, and each article's weight."""

    people: np.ndarray
    found: np.ndarray
    weight: np.ndarray

    def rows(self, chosen: np.ndarray) -> "Coded":
        """Return some of the articles."""
        return Coded(self.people[chosen], self.found[chosen], self.weight[chosen])


class Tuned(NamedTuple):
    """λ of each kind, and the variance from article to article that is left with it."""

    power: np.ndarray
    spread: np.ndarray


class Estimate(NamedTuple):
    """One value per kind."""

    coded_share: np.ndarray
    share: np.ndarray
    low: np.ndarray
    high: np.ndarray
    variance: np.ndarray


def tune(coded: Coded, raw: np.ndarray) -> Tuned:
    """Return how far the program is to be followed, from the coded articles and the shares found in all articles."""
    share, errors, found_errors = _errors(coded, raw)
    m, weight = len(errors), coded.weight[:, None]
    off, found_off = (e - np.average(e, axis=0, weights=coded.weight) for e in (errors, found_errors))
    both, own = (weight * off * found_off).sum(axis=0), (weight * found_off**2).sum(axis=0)
    prior = PRIOR_ARTICLES / m
    power = np.where(own > 0, np.clip((both / np.maximum(own, 1e-12) + prior) / (1 + prior), 0, 1), 0.0)
    left = off - power * found_off
    total = coded.weight.sum()
    spread = (weight * left**2).sum(axis=0) / (total - (coded.weight**2).sum() / total)
    middle = np.clip((raw + share) / 2, EDGE, 1 - EDGE)
    binomial = middle * (1 - middle)
    shared = spread.sum() / binomial.sum() * binomial
    return Tuned(power, ((m - 1) * spread + SHARED_ARTICLES * shared) / (m - 1 + SHARED_ARTICLES))


def correct(coded: Coded, raw: np.ndarray, tuned: Tuned, n_articles: int) -> Estimate:
    """Return the corrected shares of a group of `n_articles` articles in which the shares `raw` were found."""
    share, _, found_errors = _errors(coded, raw)
    corrected = share - tuned.power * np.average(found_errors, axis=0, weights=coded.weight)
    m = len(coded.weight)
    effective = coded.weight.sum() ** 2 / (coded.weight**2).sum()  # Kish: unequal weights are worth fewer articles
    variance = tuned.spread / effective * max(1 - m / n_articles, 0) * (m - 1) / max(m - 3, 1)
    variance = np.maximum(variance, 1e-12)
    edge = np.clip(np.sqrt(variance), EDGE, 0.25)
    center = np.clip(corrected, edge, 1 - edge)
    error = np.sqrt(variance) / (center * (1 - center))
    half = stdtrit(m - 1, (1 + LEVEL) / 2) * error
    low, high = expit(logit(center) - half), expit(logit(center) + half)
    kept = stdtrit(m - 1, (1 + KEPT_LEVEL) / 2) * error
    return Estimate(share, np.clip(_lean(raw, center, kept), low, high), low, high, variance)


def _errors(coded: Coded, raw: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the coded shares, and each article's linearized error of them and of the shares found."""
    n, n_found = coded.people.sum(axis=1), coded.found.sum(axis=1)
    share = coded.weight @ coded.people / (coded.weight @ n)
    errors = (coded.people - np.outer(n, share)) / np.average(n, weights=coded.weight)
    mean_found = max(float(np.average(n_found, weights=coded.weight)), 1e-9)
    return share, errors, (coded.found - np.outer(n_found, raw)) / mean_found


def _lean(raw: np.ndarray, corrected: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """Return the share found, moved toward the corrected one as far as they lie more than `kept` log-odds apart."""
    start = logit(np.clip(raw, EDGE, 1 - EDGE))
    change = logit(corrected) - start
    apart = np.maximum(np.abs(change), 1e-12)
    part = np.clip((apart - kept) / apart * FULL_FROM / (FULL_FROM - 1), 0, 1)
    return np.where(part > 0, expit(start + part * change), raw)
