"""Which terms set one group of articles apart from another, how surely, and in how many articles."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import false_discovery_control, norm

N_RESAMPLES = 200  # enough for 95 % bounds; the bounds move by about a tenth of their width
LEVEL = 0.95
MOST_IN_ONE = (
    2 / 3
)  # of a term's uses on its side; a term that has more of them in one article is that article's, not the outlet's
_BLOCK = 20_000  # terms resampled at a time: 200 × 20,000 numbers are 32 MB


class Sides(NamedTuple):
    """Occurrences of each term on both sides, all occurrences there, and the prior of each term and of all terms.

    Arrays of terms, or of resamples × terms; totals broadcast against them.
    """

    n1: np.ndarray
    n2: np.ndarray
    total1: float | np.ndarray
    total2: float | np.ndarray
    prior: np.ndarray
    prior_total: float


def _expected(s: Sides) -> tuple[np.ndarray, np.ndarray]:
    both = (s.n1 + s.n2) / (s.total1 + s.total2)
    return s.total1 * both, s.total2 * both


def _sign(s: Sides) -> np.ndarray:
    return np.sign(s.n1 * s.total2 - s.n2 * s.total1)


def _part(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """observed · ln(observed / expected), 0 where nothing is observed."""
    positive = observed > 0
    ratio = np.divide(observed, expected, out=np.ones(observed.shape), where=positive)
    return observed * np.log(ratio)


def _log_odds(s: Sides) -> np.ndarray:
    rest1, rest2 = (t + s.prior_total - n - s.prior for n, t in ((s.n1, s.total1), (s.n2, s.total2)))
    return np.log((s.n1 + s.prior) / rest1) - np.log((s.n2 + s.prior) / rest2)


def _log_odds_z(s: Sides) -> np.ndarray:
    return _log_odds(s) / np.sqrt(1 / (s.n1 + s.prior) + 1 / (s.n2 + s.prior))


def _g2(s: Sides) -> np.ndarray:
    e1, e2 = _expected(s)
    return _sign(s) * np.maximum(2 * (_part(s.n1, e1) + _part(s.n2, e2)), 0)


def _g2_four_cell(s: Sides) -> np.ndarray:
    e1, e2 = _expected(s)
    others = _part(s.total1 - s.n1, s.total1 - e1) + _part(s.total2 - s.n2, s.total2 - e2)
    return _sign(s) * np.maximum(2 * (_part(s.n1, e1) + _part(s.n2, e2) + others), 0)


def _chi2(s: Sides) -> np.ndarray:
    e1, e2 = _expected(s)
    cells = ((s.n1, e1), (s.n2, e2), (s.total1 - s.n1, s.total1 - e1), (s.total2 - s.n2, s.total2 - e2))
    return _sign(s) * sum(np.divide((o - e) ** 2, e, out=np.zeros(np.shape(e)), where=e > 0) for o, e in cells)


def _log_ratio(s: Sides) -> np.ndarray:
    n1, n2 = (np.where(n > 0, n, 0.5) for n in (s.n1, s.n2))
    return np.log2(n1 / s.total1) - np.log2(n2 / s.total2)


def _root(statistic: Callable[[Sides], np.ndarray]) -> Callable[[Sides], np.ndarray]:
    """The signed root: of a χ² value with one degree of freedom, this is a standard normal z."""
    return lambda s: np.sign(statistic(s)) * np.sqrt(np.abs(statistic(s)))


class Method(NamedTuple):
    """A statistic: its value, and the z that goes with it."""

    score: Callable[[Sides], np.ndarray]
    z: Callable[[Sides], np.ndarray]


METHODS = {
    "log_odds": Method(_log_odds, _log_odds_z),
    "g2": Method(_g2, _root(_g2)),
    "g2_four_cell": Method(_g2_four_cell, _root(_g2_four_cell)),
    "chi2": Method(_chi2, _root(_chi2)),
    "log_ratio": Method(_log_ratio, _root(_g2_four_cell)),
}
PRIORS = {
    "counts": lambda both: both,
    "uniform": lambda both: np.full(both.shape, 0.01),
}


def compare_terms(
    counts: Any,
    *,
    by: str = "outlet",
    target: str | None = None,
    reference: str | list[str] | None = None,
    method: str = "log_odds",
    prior: float | str = 500.0,
) -> pd.DataFrame:
    """The terms typical of `target` (positive) and of `reference` (negative), most typical first: one row per term.

    Columns: `term`, `n` and `n_reference` (occurrences), `n_articles` and `n_articles_reference` (articles with the term),
    `score`, `z`, `q_value` (0 to 1), `low` and `high` (95 % interval of `score`). Without `target`, each group is compared with
    all others, with the group in a first column `by`. `reference` is a group or a list of them; None is everything else.
    A term counts as typical of a side only when at least `counts.min_articles` of its articles use it and no article has more
    than two thirds of its uses there; others are left out, so that a word which one article repeats is not typical of an
    outlet. Counts made with min_articles=1 keep every term.

    `method` and its `score` (o: occurrences, e: expected if both sides used the term alike):
    *log_odds*: difference of log-odds with a Dirichlet prior, z by its standard deviation (Monroe, Colaresi & Quinn 2008,
    eqs. 16, 20, 22). *g2*: signed 2 Σ o ln(o/e) over the term's two cells (Rayson & Garside 2000). *g2_four_cell*: the same over
    all four (Dunning 1993). *chi2*: signed Pearson χ² without correction. *log_ratio*: binary log of the relative
    frequencies, 0 counted as ½ (Hardie 2014). z is the signed root of g2, g2_four_cell, chi2; of g2_four_cell for log_ratio.

    `prior` (log_odds): a number is the size of a prior in proportion to the occurrences on both sides; "counts" takes these as they
    are; "uniform" is .01 a term. `q_value` is Benjamini & Hochberg's (1995), two-sided, over the terms returned. The interval is the percentile
    bootstrap over articles, not words, 200 draws of the articles of each side; null for a side with one article.
    Raises ValueError for an unknown group, method, prior, and when there is nothing to compare with.
    """
    groups = _groups(counts, by)
    rule = _rule(method, prior)
    if target is not None:
        return _compare(counts, (_members(groups, [target], by), _reference(groups, target, reference, by)), rule)
    if reference is not None:
        raise ValueError(f"reference={reference!r} needs a target; without one, each {by} is compared with all others")
    names = sorted(groups.dropna().unique())
    found = [
        _compare(counts, (_members(groups, [name], by), _reference(groups, name, None, by)), rule) for name in names
    ]
    labelled = [frame.assign(**{by: name})[[by, *frame.columns]] for name, frame in zip(names, found, strict=True)]
    return pd.concat(labelled, ignore_index=True)


def _groups(counts: Any, by: str) -> pd.Series:
    if counts.value != "n":
        raise ValueError("compare_terms got weights; give it the counts from count_terms")
    if by not in counts.articles:
        raise ValueError(f"there is no column {by!r} to compare by; the articles had: {', '.join(counts.articles)}")
    groups = counts.articles[by]
    if groups.nunique() < 2:
        only = ", ".join(map(repr, groups.dropna().unique())) or "none"
        raise ValueError(
            f"comparing needs two values of {by}; there is {only}. Widen the selection or choose another column"
        )
    return groups


def _members(groups: pd.Series, names: list[str], by: str) -> np.ndarray:
    for name in names:
        if not (groups == name).any():
            raise ValueError(
                f"no article has {by} {name!r}; there are: {', '.join(map(str, sorted(groups.dropna().unique())))}"
            )
    return np.flatnonzero(groups.isin(names))


def _reference(groups: pd.Series, target: str, reference: str | list[str] | None, by: str) -> np.ndarray:
    if reference is None:
        return np.flatnonzero(groups.notna() & (groups != target))
    names = [reference] if isinstance(reference, str) else list(reference)
    if target in names or not names:
        raise ValueError(f"reference={reference!r}; give at least one {by} other than the target {target!r}")
    return _members(groups, names, by)


def _rule(method: str, prior: float | str) -> tuple[Method, Callable[[np.ndarray], np.ndarray]]:
    if method not in METHODS:
        raise ValueError(f"there is no method {method!r}; choose one of: {', '.join(METHODS)}")
    if isinstance(prior, str) and prior in PRIORS:
        return METHODS[method], PRIORS[prior]
    if isinstance(prior, str) or not 0 < prior < np.inf:
        raise ValueError(f"prior={prior!r}; give a positive number (the prior's size) or one of: {', '.join(PRIORS)}")
    return METHODS[method], lambda both: both * (prior / both.sum())


def _compare(counts: Any, sides: tuple[np.ndarray, np.ndarray], rule: tuple) -> pd.DataFrame:
    """One row per term that is typical enough of the articles `sides[0]` or `sides[1]`."""
    method, prior_of = rule
    n1, n2 = (np.asarray(counts.counts[rows].sum(axis=0), dtype=float).ravel() for rows in sides)
    if not n1.sum() or not n2.sum():
        raise ValueError(
            "one side of the comparison has no counted word; give it articles with text or lower min_articles"
        )
    used = n1 + n2 > 0
    if used.sum() < 2:
        raise ValueError(
            f"{counts.terms[used][0]!r} is the only term on both sides; lower min_articles, or give longer articles"
        )
    n1, n2 = n1[used], n2[used]
    prior = prior_of(n1 + n2)
    s = Sides(n1, n2, n1.sum(), n2.sum(), prior, prior.sum())
    articles1, articles2 = (np.asarray((counts.counts[rows] > 0).sum(axis=0)).ravel()[used] for rows in sides)
    score, z = method.score(s), method.z(s)
    enough = _typical([counts.counts[rows][:, used] for rows in sides], z, counts.min_articles)
    chosen = np.flatnonzero(used)[enough]
    low, high = _interval(
        counts.counts, sides, chosen, lambda *drawn: method.score(Sides(*drawn, prior.sum())), prior=prior[enough]
    )
    p = 2 * norm.sf(np.abs(z[enough]))
    frame = pd.DataFrame({"term": counts.terms[used], "n": s.n1.astype(np.int64), "n_reference": s.n2.astype(np.int64)})
    frame = frame.assign(n_articles=articles1, n_articles_reference=articles2, score=score, z=z)[enough]
    frame = frame.assign(q_value=false_discovery_control(p) if len(p) else p, low=low, high=high)
    return frame.sort_values(["z", "term"], ascending=[False, True], ignore_index=True)


def _typical(parts: list[sparse.csr_matrix], z: np.ndarray, min_articles: int) -> np.ndarray:
    """Whether enough articles of the side that a term is typical of use it, and none of them has nearly all of its uses."""
    enough = []
    for part in parts:
        spread = np.asarray((part > 0).sum(axis=0)).ravel() >= min_articles
        uses, most = np.asarray(part.sum(axis=0)).ravel(), part.max(axis=0).toarray().ravel()
        enough.append(spread & ((most <= MOST_IN_ONE * uses) | (min_articles < 2)))
    return np.where(z > 0, enough[0], np.where(z < 0, enough[1], enough[0] | enough[1]))


def _interval(
    matrix: sparse.csr_matrix, sides: tuple, terms: np.ndarray, score: Callable, *, prior: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Bounds of the score of each of `terms` (columns of `matrix`) when the articles of both sides are drawn anew."""
    bounds = np.full((2, len(terms)), np.nan)
    if min(map(len, sides)) < 2:
        return bounds[0], bounds[1]
    rng = np.random.default_rng(0)  # a fixed seed: an interval must not change from one look to the next
    draws = [rng.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), N_RESAMPLES).astype(float) for rows in sides]
    parts = [matrix[rows] for rows in sides]
    totals = [np.maximum(draw @ np.asarray(part.sum(axis=1)), 1) for draw, part in zip(draws, parts, strict=True)]
    parts = [part[:, terms].tocsc() for part in parts]
    for start in range(0, len(terms), _BLOCK):
        block = slice(start, start + _BLOCK)
        n1, n2 = ((part[:, block].T @ draw.T).T for part, draw in zip(parts, draws, strict=True))
        tail = (1 - LEVEL) / 2
        bounds[:, block] = np.quantile(score(n1, n2, *totals, prior[block]), [tail, 1 - tail], axis=0)
    return bounds[0], bounds[1]
