"""Shares corrected for the program's own error, with a sample of articles that people coded."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.prediction_powered import Coded, Estimate, Tuned, correct, tune
from analysis.intervals import difference_bounds
from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS
from analysis.tables import need

LEAST_CODED = 3
OWN_SPREAD_FROM = 8  # coded articles of a group from which its own λ and spread are used


class Counts(NamedTuple):
    """Articles × kinds: what the program found in all articles, and what people coded in some; their weights."""

    found: pd.DataFrame
    people: pd.DataFrame
    weight: pd.Series


def corrected_shares(
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    coded: pd.DataFrame,
    *,
    by: str | Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> pd.DataFrame:
    """Return each kind's share of the attributions of a group, corrected by coded articles, one row per group and kind.

    The program finds attributions in all articles; people coded all attributions of a few, drawn at random. The
    difference between the two on the coded articles corrects the share that the program gives for all articles.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table: `article_id` and `speaker_kind`. Rows of kinds outside `kinds` do not count.
    articles : DataFrame
        All articles: `article_id` and the columns of `by`.
    coded : DataFrame
        One row per coded attribution: `article_id`, `speaker_kind` and `probability` (the article's inclusion
        probability, as `draw_sample` gives it). A coded article without any attribution has one row whose
        `speaker_kind` is null.
    by : str or list of str, optional
        Columns of `articles` to group by; one group of all articles when empty.
    kinds : list of str, optional
        The kinds whose shares sum to 1; all kinds of speakers that were found or coded, but "unknown", when empty.

    Returns
    -------
    DataFrame
        The `by` columns, `speaker_kind`, `raw_share`, `coded_share` (null without coded articles in the group),
        `share` (0 to 1), `low`, `high` (95% interval), `n_articles`, `n_coded`, and `n_more`: how many more
        articles to code for an interval half as wide (null when no coding makes it so). With `by`, also `difference`:
        the share minus that of all other groups together, both corrected, `difference_low` and `difference_high`
        (null where one of the two has fewer than three coded articles). Each share is estimated by itself, so those
        of a group sum to 1 only about.

    Raises
    ------
    ValueError
        When a column is missing, when coded articles are not among `articles`, and when fewer than three are coded.

    Notes
    -----
    Prediction-powered inference for a ratio of counts [1]_, with whole articles as units. For a kind, article *i* has
    *y* of *n* coded attributions, and the program finds *ŷ* of *n̂*. With the coded share θ and the raw share θ̂ of all
    articles, the linearized errors are ψ = (y − θ n) / mean(n) and ψ̂ = (ŷ − θ̂ n̂) / mean(n̂), and

        θ_ppi = θ − λ mean(ψ̂ over the coded articles),
        λ = (cov(ψ, ψ̂) / var(ψ̂) + 32 / m) / (1 + 32 / m), kept within 0 and 1,

    for *m* coded of *M* articles: the regression estimator of survey sampling [2]_, its slope λ (power tuning) drawn
    toward 1 as if 32 more articles had shown that. The variance is s² (1 − m/M) (m − 1) / (m − 3) / m. s² is that of
    ψ − λ ψ̂, averaged with the one that all kinds together suggest (in proportion to share × (1 − share)), which
    counts as 8 articles [3]_. Means and variances weigh each coded article by the inverse of its inclusion
    probability, and m in the last denominator is (Σ w)² / Σ w². The interval is a t-interval of m − 1 degrees of
    freedom on the log-odds of θ_ppi (which is taken to be at least one standard error from 0 and 1). A group with
    fewer than eight coded articles has λ and s² from all coded articles.

    The share reported is the raw share as long as this lies in the 93% interval of θ_ppi; beyond it, the raw share is
    moved toward θ_ppi as far as it lies outside, and from three times the distance on it is θ_ppi (firm shrinkage
    [4]_, a form of the limited translation estimator). So the share stays as it was found until the coded articles
    say that it is wrong, and it never lies on a bound of its interval. Differences have the bounds of
    `analysis.intervals.difference_bounds`.

    References
    ----------
    .. [1] Angelopoulos, A. N., Duchi, J. C., & Zrnic, T. (2023). PPI++: Efficient prediction-powered inference.
           arXiv:2311.01453.
    .. [2] Särndal, C.-E., Swensson, B., & Wretman, J. (1992). Model Assisted Survey Sampling, chapter 6. Springer.
    .. [3] Smyth, G. K. (2004). Linear models and empirical Bayes methods for assessing differential expression.
           Statistical Applications in Genetics and Molecular Biology, 3(1).
    .. [4] Gao, H.-Y., & Bruce, A. G. (1997). WaveShrink with firm shrinkage. Statistica Sinica, 7. Efron, B., &
           Morris, C. (1972). Limiting the risk of Bayes and empirical Bayes estimators. JASA, 67.
    """
    by = [by] if isinstance(by, str) else list(by)
    need(quotes, ["article_id", "speaker_kind"], who="corrected_shares")
    need(articles, ["article_id", *by], who="corrected_shares")
    need(coded, ["article_id", "speaker_kind", "probability"], who="corrected_shares")
    ids = articles["article_id"].drop_duplicates()
    _check(coded, set(ids))
    given = {*quotes["speaker_kind"], *coded["speaker_kind"]}
    kinds = list(kinds) or [kind for kind in SPEAKER_KINDS if kind in given and kind != "unknown"]
    found = _count(quotes, ids, kinds)
    people = _count(coded, coded["article_id"].drop_duplicates(), kinds)
    weight = (1 / coded.groupby("article_id")["probability"].first()).reindex(people.index)
    counts = Counts(found, people, weight)
    if not by:
        return _correct(counts, ids)
    tables = []
    for key, members in articles.groupby(by, observed=True):
        table = _compare(counts, members["article_id"].drop_duplicates())
        tables.append(table.assign(**dict(zip(by, key, strict=True)))[[*by, *table.columns]])
    return pd.concat(tables, ignore_index=True)


def _check(coded: pd.DataFrame, ids: set[str]) -> None:
    strangers = sorted(set(coded["article_id"]) - ids)
    if strangers:
        raise ValueError(
            f"{len(strangers)} coded article(s) are not among the articles, for example {strangers[0]!r}; "
            "give all articles that the sample was drawn from"
        )
    if coded["article_id"].nunique() < LEAST_CODED:
        n = coded["article_id"].nunique()
        raise ValueError(
            f"{n} coded article(s) are too few to correct anything; code at least {LEAST_CODED}, better 20"
        )
    if not coded["probability"].between(0, 1, inclusive="right").all():
        raise ValueError("probability must be over 0 and at most 1, as draw_sample gives it")


def _count(attributions: pd.DataFrame, ids: pd.Series, kinds: Sequence[str]) -> pd.DataFrame:
    """Articles × kinds: how many attributions of each kind."""
    counts = pd.crosstab(attributions["article_id"], attributions["speaker_kind"])
    return counts.reindex(index=ids, columns=list(kinds), fill_value=0).astype(float)


def _compare(counts: Counts, own: pd.Series) -> pd.DataFrame:
    """Correct the shares of a group's articles, and their differences from those of all other articles."""
    others = counts.found.index.difference(own, sort=False)
    table, rest = _correct(counts, own), _correct(counts, others.to_series())
    low, high = difference_bounds(
        table["share"], (table["low"], table["high"]), rest["share"], (rest["low"], rest["high"])
    )
    known = ~np.isnan(low)
    difference = (table["share"] - rest["share"]).where(known)
    return table.assign(difference=difference, difference_low=low, difference_high=high)


def _correct(counts: Counts, own: pd.Series) -> pd.DataFrame:
    """Correct the shares of the articles `own`, one row per kind."""
    found = counts.found.loc[own]
    total = found.to_numpy().sum()
    raw = found.sum().to_numpy() / total if total else np.full(found.shape[1], np.nan)
    here = counts.people.index.isin(own)
    table = pd.DataFrame({"speaker_kind": found.columns, "raw_share": raw, "coded_share": np.nan, "share": raw})
    table = table.assign(low=np.nan, high=np.nan, n_articles=len(own), n_coded=int(here.sum()), n_more=None)
    if here.sum() < LEAST_CODED or not total or not counts.people[here].to_numpy().sum():
        return table
    coded = Coded(*(part.to_numpy() for part in (counts.people, counts.found.loc[counts.people.index], counts.weight)))
    tuned = tune(coded.rows(here) if here.sum() >= OWN_SPREAD_FROM else coded, raw)
    estimate = correct(coded.rows(here), raw, tuned, len(own))
    more = _how_many_more(estimate, tuned, int(here.sum()), len(own))
    numbers = {name: getattr(estimate, name) for name in ("coded_share", "share", "low", "high")}
    return table.assign(**numbers, n_more=more)


def _how_many_more(estimate: Estimate, tuned: Tuned, coded: int, articles: int) -> np.ndarray:
    """Return how many more articles to code for an interval half as wide."""
    # The variance falls with the number m of coded articles as spread (1 / m - 1 / M): solved for a quarter of it.
    spread = np.maximum(tuned.spread, 1e-12)
    enough = np.where(tuned.spread > 0, 1 / (estimate.variance / (4 * spread) + 1 / articles), coded)
    return np.asarray(np.maximum(np.ceil(enough).astype(int) - coded, 0))
