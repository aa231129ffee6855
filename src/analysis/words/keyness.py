"""Find the terms that set one group of articles apart from another: log-odds, G², χ² and log ratio (keyness)."""

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import ndtr, ndtri

from analysis.enough import NotEnoughArticles
from analysis.words.counts import TermCounts
from analysis.words.groups import TwoGroups, group_column, two_groups
from analysis.words.keyness_articles import LEVEL, ArticleTest
from analysis.words.keyness_statistics import Method, Usage, find_method, find_prior, log_odds_z, token_variance

# Of a term's occurrences in a group. A term with more of them in one article is typical of that article, not of the
# group.
MOST_IN_ONE = 2 / 3


def compare_terms(
    counts: TermCounts,
    *,
    by: str = "outlet",
    target: str | Iterable[str] | None = None,
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
    target : str or list of str, optional
        The group of interest. Each of several is compared by itself; without it, each group of the articles is.
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

        - `by`: the target, unless `target` is a single group
        - `term`
        - `n`, `n_reference`: occurrences in the target and in the reference
        - `n_articles`, `n_articles_reference`: articles with the term
        - `score`: the statistic; above 0 the term is typical of the target
        - `z`: how sure the difference is, as a normal deviate: the test of whether both groups use the term alike, over
          articles (for *log_odds_tokens* the score over its standard error, over words)
        - `q_value`: adjusted two-sided p-value of z over all rows returned, of all groups together (0 to 1; Benjamini
          & Hochberg 1995)
        - `low`, `high`: 95% interval of the score, which leaves out 0 where |z| is above 1.96; null for *g2*,
          *g2_four_cell* and *chi2*, whose scores are the values of a test and not the size of a difference, and when a
          group has only one article (then z is 0)

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

    Articles vary, not words: one article on a raid uses "raid" twenty times. So z, q and the interval take whole
    articles as units, and they come from one test, whatever the method: a binomial test of the share of the term's uses
    that is the target's, n1 / (n1 + n2), against the target's share of all words, N1 / (N1 + N2), with as many draws as
    the uses are worth (`analysis.words.keyness_articles.ArticleTest`: the effective sample size of [5]_, with the
    variance that they would have if both groups used the term alike). The variance of the log-odds itself, as in
    *log_odds_tokens*, grows without bound as n1 or n2 nears 0, so that it makes the clearest differences the least sure
    [6]_. The interval has the scores of all shares u of the uses that the test does not refuse: the score of
    u (n1 + n2) and (1 - u) (n1 + n2) uses. If n2 is 0, no share is above the one seen: `high` is the score. Where a
    score of 0 is not exactly "alike", a bound close to 0 may lie on its other side: with *prior="uniform"*, and in
    *log_ratio* for a term with too few uses to expect one half in the smaller group.

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
    .. [5] Korn, E. L., & Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of
           positive counts estimated from survey data. Survey Methodology, 24(2).
    .. [6] Hauck, W. W., & Donner, A. (1977). Wald's test as applied to hypotheses in logit analysis. Journal of the
           American Statistical Association, 72(360).

    Examples
    --------
    >>> from analysis import count_terms
    >>> articles = pd.DataFrame({"article_id": list("abcd"), "outlet": ["Post", "Post", "Star", "Star"],
    ...                          "text": ["tax raid", "tax leak", "raid leak", "raid leak"]})
    >>> terms = compare_terms(count_terms(articles), target="Post", prior=6)
    >>> terms[["term", "n", "n_reference", "z"]].round(2).values.tolist()
    [['tax', 2, 0, 0.72], ['leak', 1, 2, 0.0], ['raid', 1, 2, 0.0]]
    """
    groups = group_column(counts, by)
    chosen, prior_of = find_method(method), find_prior(prior)
    if isinstance(target, str):
        return _adjusted(_compare(counts, two_groups(groups, target, reference), chosen, prior_of))
    if target is None and reference is not None:
        raise ValueError(f"reference={reference!r} needs a target; without one, each {by} is compared with all others")
    names = sorted(groups.dropna().unique()) if target is None else list(target)
    if not names:
        raise NotEnoughArticles(f"there is no {by} to compare (target={target!r}); give one, or add articles")
    frames = [_compare(counts, two_groups(groups, name, reference), chosen, prior_of) for name in names]
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
    score = method.score(usage)
    z, low, high = _over_articles(matrices, usage, method) if method.over_articles else _over_words(usage, score)
    n_articles = [np.asarray((matrix > 0).sum(axis=0)).ravel() for matrix in matrices]
    frame = pd.DataFrame({"term": counts.terms[used], "n": n1.astype(np.int64), "n_reference": n2.astype(np.int64)})
    frame = frame.assign(n_articles=n_articles[0], n_articles_reference=n_articles[1], score=score, z=z)
    frame = frame.assign(low=low, high=high)[_typical(matrices, z, counts.min_articles)]
    return frame.sort_values(["z", "score", "term"], ascending=[False, False, True], ignore_index=True)


def _over_articles(
    matrices: list[sparse.csr_matrix], usage: Usage, method: Method
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return z of each term and the bounds of its score: of shares of its uses, as the score that they would give."""
    none = np.full(usage.n1.shape, np.nan)
    if min(matrix.shape[0] for matrix in matrices) < 2:  # nothing tells how much the articles of a group vary
        return np.zeros(usage.n1.shape), none, none
    test = ArticleTest(matrices)
    if not method.is_difference:
        return test.z(test.alike), none, none
    low, high = (
        method.score(
            usage._replace(
                # A group cannot have more uses of a term than words.
                n1=np.minimum(share * test.n, usage.total1),
                n2=np.minimum((1 - share) * test.n, usage.total2),
            )
        )
        for share in test.bounds()
    )
    return test.z(test.alike), low, high


def _over_words(usage: Usage, score: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return z of each term and the bounds of its log-odds, if every word were drawn by itself."""
    half = -ndtri((1 - LEVEL) / 2) * np.sqrt(token_variance(usage))
    return log_odds_z(usage), score - half, score + half


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
