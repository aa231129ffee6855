"""Find the terms that set one group of articles apart from another: log-odds, G², χ² and log ratio (keyness)."""

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import ndtr, ndtri

from analysis.enough import NotEnoughArticles
from analysis.words.counts import TermCounts
from analysis.words.groups import TwoGroups, group_column, two_groups
from analysis.words.keyness_statistics import Method, Usage, find_method, find_prior, token_variance
from analysis.words.keyness_variance import article_variance

# Of a term's occurrences in a group. A term with more of them in one article is typical of that article, not of the
# group.
MOST_IN_ONE = 2 / 3
LEVEL = 0.95


def compare_terms(
    counts: TermCounts,
    *,
    by: str = "outlet",
    target: str | None = None,
    reference: str | Iterable[str] | None = None,
    method: str = "log_odds",
    prior: float | str = 500.0,
) -> pd.DataFrame:
    """Return the terms typical of `target` (positive scores) and of `reference` (negative), most typical first.

    Parameters
    ----------
    counts : TermCounts
        The counts that `count_terms` gives.
    by : str
        The column of the articles that says which group an article is in.
    target : str, optional
        The group of interest. Without it, each group is compared with all others.
    reference : str or list of str, optional
        The group or groups to compare with; all other groups by default.
    method : {"log_odds", "log_odds_tokens", "g2", "g2_four_cell", "chi2", "log_ratio"}
        The statistic, see Notes.
    prior : float or {"counts", "uniform"}
        The Dirichlet prior of *log_odds*. A number is its size, divided among terms in proportion to their
        occurrences in both groups. "counts" takes these occurrences as they are. "uniform" is 0.01 for each term.

    Returns
    -------
    DataFrame
        One row per term, by falling `z`:

        - `by`: the target, only if `target` is not given
        - `term`
        - `n`, `n_reference`: occurrences in the target and in the reference
        - `n_articles`, `n_articles_reference`: articles with the term
        - `score`: the statistic; above 0 the term is typical of the target
        - `z`: the score in standard deviations, from article to article (from word to word for *log_odds_tokens*)
        - `q_value`: adjusted two-sided p-value of z over all rows returned, of all groups together (0 to 1; Benjamini
          & Hochberg 1995)
        - `low`, `high`: 95% interval of the score; null for *g2*, *g2_four_cell* and *chi2*, whose scores are the
          values of a test and not the size of a difference, and when a group has only one article (then z is 0)

    Raises
    ------
    ValueError
        For an unknown group, method or prior, for weights in place of counts, and when there is nothing to compare
        with.

    Notes
    -----
    With n1, n2 the occurrences of a term in target and reference, N1, N2 all occurrences there, o the observed
    counts, e those expected if both groups used the term alike, a the term's prior and A the sum of all priors:

    - *log_odds*: score = ln((n1 + a) / (N1 + A - n1 - a)) - ln((n2 + a) / (N2 + A - n2 - a)), the difference of
      log-odds with an informative Dirichlet prior [1]_ (equations 16 and 20)
    - *log_odds_tokens*: the same score with the z of [1]_ (equation 22), score / √(1 / (n1 + a) + 1 / (n2 + a)), as
      other packages give it. It takes every word for an independent draw, so it calls far too many terms typical: use
      it to compare with those packages only.
    - *g2*: signed 2 Σ o ln(o / e) over the term's two cells [2]_
    - *g2_four_cell*: the same over all four cells [3]_
    - *chi2*: signed Pearson χ², without continuity correction
    - *log_ratio*: log₂ of the ratio of relative frequencies, a count of 0 taken as ½ [4]_

    Articles vary, not words: one article on a raid uses "raid" twenty times. The variance of the log-odds is that of
    whole articles (`analysis.words.keyness_variance.article_variance`; the delta method with clusters [5]_, residuals
    around what is expected if both groups use the term alike), never below that of words. *log_odds*: z = score / √V,
    interval score ± 1.96 √V, so that an interval without 0 and |z| > 1.96 are the same. The other methods take the z
    of words (the signed root of the score; for log_ratio that of g2_four_cell) and divide it by √(V / V of words), the
    root of the design effect [6]_.

    A term is returned only if at least `counts.min_articles` articles of the group that it is typical of have it,
    and no article has more than two thirds of its occurrences there. So a word that one article repeats is not
    typical of an outlet. Counts made with `min_articles=1` keep every term.

    References
    ----------
    .. [1] Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words: Lexical feature selection and
           evaluation for identifying the content of political conflict. Political Analysis, 16(4).
    .. [2] Rayson, P., & Garside, R. (2000). Comparing corpora using frequency profiling. Workshop on Comparing
           Corpora.
    .. [3] Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
           Linguistics, 19(1).
    .. [4] Hardie, A. (2014). Log Ratio: An informal introduction. CASS, Lancaster University.
    .. [5] Binder, D. A. (1983). On the variances of asymptotically normal estimators from complex surveys.
       International Statistical Review, 51(3).
    .. [6] Rao, J. N. K., & Scott, A. J. (1984). On chi-squared tests for multiway contingency tables with cell
       proportions estimated from survey data. Annals of Statistics, 12(1).

    Examples
    --------
    >>> from analysis import count_terms
    >>> articles = pd.DataFrame({"article_id": list("abcd"), "outlet": ["Post", "Post", "Star", "Star"],
    ...                          "text": ["tax raid", "tax leak", "raid leak", "raid leak"]})
    >>> terms = compare_terms(count_terms(articles), target="Post", prior=6)
    >>> terms[["term", "n", "n_reference", "z"]].round(2).values.tolist()
    [['tax', 2, 0, 1.14], ['leak', 1, 2, -0.58], ['raid', 1, 2, -0.58]]
    """
    groups = group_column(counts, by)
    chosen, prior_of = find_method(method), find_prior(prior)
    if target is not None:
        return _adjusted(_compare(counts, two_groups(groups, target, reference), chosen, prior_of))
    if reference is not None:
        raise ValueError(f"reference={reference!r} needs a target; without one, each {by} is compared with all others")
    names = sorted(groups.dropna().unique())
    frames = [_compare(counts, two_groups(groups, name, None), chosen, prior_of) for name in names]
    labeled = [frame.assign(**{by: name})[[by, *frame.columns]] for name, frame in zip(names, frames, strict=True)]
    return _adjusted(pd.concat(labeled, ignore_index=True))


def _adjusted(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with the q-values of its `z`, over all its rows, in front of the interval."""
    from scipy.stats import false_discovery_control  # takes long to load, and many only count terms

    q = false_discovery_control(2 * ndtr(-frame["z"].abs())) if len(frame) else np.empty(0)
    frame.insert(frame.columns.get_loc("low"), "q_value", q)
    return frame


def _compare(
    counts: TermCounts, groups: TwoGroups, method: Method, prior_of: Callable[[np.ndarray], np.ndarray]
) -> pd.DataFrame:
    """Return one row per term that is typical enough of one of two groups."""
    matrices = [counts.counts[rows] for rows in groups]
    n1, n2 = (np.asarray(matrix.sum(axis=0), dtype=float).ravel() for matrix in matrices)
    used = _used(n1, n2, counts.terms)
    n1, n2, matrices = n1[used], n2[used], [matrix[:, used] for matrix in matrices]
    prior = prior_of(n1 + n2)
    usage = Usage(n1, n2, n1.sum(), n2.sum(), prior, prior.sum())
    words = token_variance(usage)
    variance = article_variance(matrices, usage) if method.over_articles else words
    score, z = method.score(usage), method.z(usage) * np.sqrt(words / variance)
    half = -ndtri((1 - LEVEL) / 2) * np.sqrt(variance) * (np.nan if method.unit is None else method.unit)
    half[np.isinf(half)] = np.nan
    n_articles = [np.asarray((matrix > 0).sum(axis=0)).ravel() for matrix in matrices]
    frame = pd.DataFrame({"term": counts.terms[used], "n": n1.astype(np.int64), "n_reference": n2.astype(np.int64)})
    frame = frame.assign(n_articles=n_articles[0], n_articles_reference=n_articles[1], score=score, z=z)
    frame = frame.assign(low=score - half, high=score + half)[_typical(matrices, z, counts.min_articles)]
    return frame.sort_values(["z", "score", "term"], ascending=[False, False, True], ignore_index=True)


def _used(n1: np.ndarray, n2: np.ndarray, terms: np.ndarray) -> np.ndarray:
    """Return the columns of the terms in either group. Raise NotEnoughArticles if these cannot be compared."""
    if not n1.sum() or not n2.sum():
        raise NotEnoughArticles(
            "one side of the comparison has no counted word; give it articles with text or lower min_articles"
        )
    used = np.flatnonzero(n1 + n2 > 0)
    if len(used) < 2:
        raise NotEnoughArticles(
            f"{terms[used][0]!r} is the only term on both sides; lower min_articles, or give longer articles"
        )
    return used


def _typical(matrices: list[sparse.csr_matrix], z: np.ndarray, min_articles: int) -> np.ndarray:
    """Tell for each term whether enough articles of its group have it, and none of them most of its occurrences."""
    enough = []
    for matrix in matrices:
        in_enough = np.asarray((matrix > 0).sum(axis=0)).ravel() >= min_articles
        total, most = np.asarray(matrix.sum(axis=0)).ravel(), matrix.max(axis=0).toarray().ravel()
        enough.append(in_enough & ((most <= MOST_IN_ONE * total) | (min_articles < 2)))
    return np.asarray(np.where(z > 0, enough[0], np.where(z < 0, enough[1], enough[0] | enough[1])))
