"""Shares corrected for the program's own error, with a sample of articles that people coded."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.special import expit, logit, stdtrit

from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS
from analysis.tables import need

LEVEL = 0.95
# The program's bias that is expected before anything is coded, in log-odds (one standard deviation): on PolNeAR's
# two coded sides it was .01 to .10 at the confidence floor of .25 (benchmarks/truth.py).
EXPECTED_BIAS = 0.07
LEAST_CODED = 3
OWN_SPREAD_FROM = 8  # coded articles of a group from which its own spread is used


class Errors(NamedTuple):
    """Linearized errors of the coded articles: the coded share, each article's error, and the program's."""

    share: float
    coded: np.ndarray
    found: np.ndarray


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
        articles to code for an interval half as wide (null when no coding makes it so).

    Raises
    ------
    ValueError
        When a column is missing, when coded articles are not among `articles`, and when fewer than three are coded.

    Notes
    -----
    Prediction-powered inference for a ratio of counts [1]_, with whole articles as units. For a kind, article *i* has
    *y* of *n* coded attributions, and the program finds *ŷ* of *n̂*. With the coded share θ and the raw share θ̂ of all
    articles, the linearized errors are ψ = (y − θ n) / mean(n) and ψ̂ = (ŷ − θ̂ n̂) / mean(n̂), and

        θ_ppi = θ − λ mean(ψ̂ over the coded articles),  λ = cov(ψ, ψ̂) / var(ψ̂), kept within 0 and 1 (power tuning).

    This is the regression estimator of survey sampling [2]_. Its variance is
    var(ψ − λ ψ̂) (1 − m/M) (m − 1) / (m − 3) / m for m coded of M articles; means and variances weigh each coded
    article by the inverse of its inclusion probability. The interval is a t-interval of m − 1 degrees of freedom on
    the log-odds of θ_ppi. In a group with fewer than eight coded articles, λ and the spread of ψ − λ ψ̂ are those of
    all coded articles.

    The share reported is raw + κ (θ_ppi − raw), kept within the interval: with few coded articles it leans on the raw
    share, with many on the coded ones [3]_. κ = τ² / (τ² + V), where V is the variance above and τ is the size of the
    bias: .07 on the log-odds scale, as measured on PolNeAR, unless the coded articles show a bias that chance gives
    once in a thousand times; then it is theirs.

    References
    ----------
    .. [1] Angelopoulos, A. N., Duchi, J. C., & Zrnic, T. (2023). PPI++: Efficient prediction-powered inference.
           arXiv:2311.01453.
    .. [2] Särndal, C.-E., Swensson, B., & Wretman, J. (1992). Model Assisted Survey Sampling, chapter 6. Springer.
    .. [3] Efron, B., & Morris, C. (1973). Stein's estimation rule and its competitors. JASA, 68.
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
    tables = []
    for key, members in articles.groupby(by, observed=True) if by else [((), articles)]:
        own = found.loc[members["article_id"].unique()]
        table = pd.DataFrame([_correct(own, people, found, weight, kind) for kind in kinds])
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


def _correct(
    own: pd.DataFrame, people: pd.DataFrame, found: pd.DataFrame, weight: pd.Series, kind: str
) -> dict[str, object]:
    """Correct the share of one kind in a group, whose articles the program counts as `own`, people as in `people`."""
    here = people.index.isin(own.index)
    raw = _share(own, kind)
    row = {
        "speaker_kind": kind, "raw_share": raw, "coded_share": np.nan, "share": raw, "low": np.nan, "high": np.nan,
        "n_articles": len(own), "n_coded": int(here.sum()), "n_more": None,
    }  # fmt: skip
    if here.sum() < LEAST_CODED or not own.to_numpy().sum() or not people[here].to_numpy().sum():
        return row
    errors = _errors(people[here], found.loc[people.index[here]], weight[here], kind, raw)
    pooled = here if here.sum() >= OWN_SPREAD_FROM else np.ones(len(people), dtype=bool)
    wide = errors if pooled is here else _errors(people, found.loc[people.index], weight, kind, raw)
    power, spread = _tune(wide, weight[pooled])
    corrected = errors.share - power * np.average(errors.found, weights=weight[here])
    variance = _variance(spread, int(here.sum()), len(own))
    low, high = _logit_t(corrected, variance, int(here.sum()) - 1)
    share = np.clip(raw + _lean(corrected - raw, variance, raw, int(here.sum())) * (corrected - raw), low, high)
    # The variance falls with the number m of coded articles as spread (1 / m - 1 / M): solved for a quarter of it.
    enough = 1 / (variance / (4 * spread) + 1 / len(own)) if spread else here.sum()
    more = max(int(np.ceil(enough)) - int(here.sum()), 0)
    return row | {"coded_share": errors.share, "share": share, "low": low, "high": high, "n_more": more}


def _share(counts: pd.DataFrame, kind: str) -> float:
    total = counts.to_numpy().sum()
    return float(counts[kind].sum() / total) if total else np.nan


def _errors(people: pd.DataFrame, found: pd.DataFrame, weight: pd.Series, kind: str, raw: float) -> Errors:
    w = weight.to_numpy()
    y, n = people[kind].to_numpy(), people.sum(axis=1).to_numpy()
    y_found, n_found = found[kind].to_numpy(), found.sum(axis=1).to_numpy()
    share = float(w @ y / (w @ n)) if w @ n else np.nan
    return Errors(
        share,
        (y - share * n) / np.average(n, weights=w),
        (y_found - raw * n_found) / max(np.average(n_found, weights=w), 1e-9),
    )


def _tune(errors: Errors, weight: pd.Series) -> tuple[float, float]:
    """Return λ, and the variance from article to article that is left with it."""
    both = np.cov(errors.coded, errors.found, aweights=weight.to_numpy())
    power = float(np.clip(both[0, 1] / both[1, 1], 0, 1)) if both[1, 1] > 0 else 0.0
    return power, float(np.cov(errors.coded - power * errors.found, aweights=weight.to_numpy()))


def _variance(spread: float, coded: int, articles: int) -> float:
    return max(spread / coded * (1 - coded / articles) * (coded - 1) / max(coded - 3, 1), 1e-12)


def _logit_t(share: float, variance: float, freedom: int) -> tuple[float, float]:
    """Return the t-interval of a share, made on the log-odds scale, so that it stays within 0 and 1."""
    inner = float(np.clip(share, 1e-3, 1 - 1e-3))
    half = stdtrit(freedom, (1 + LEVEL) / 2) * np.sqrt(variance) / (inner * (1 - inner))
    low, high = expit(logit(inner) + np.array([-half, half]))
    return float(low), float(high)


def _lean(change: float, variance: float, raw: float, coded: int) -> float:
    """Return κ: how far to go from the raw share to the corrected one."""
    chance = stdtrit(coded - 1, 0.0005) ** 2 * variance
    bias = max((EXPECTED_BIAS * raw * (1 - raw)) ** 2, change**2 - chance)
    return float(bias / (bias + variance))
