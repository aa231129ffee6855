"""Measure how far two coders of the same articles agree."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.intervals import LEVEL
from analysis.review.decisions import characters
from analysis.tables import need

N_RESAMPLES = 500
MISSED = "not coded"
AGREEMENT = ["measure", "alpha", "low", "high", "agree", "n", "n_articles"]


def agreement(coded: pd.DataFrame, *, column: str = "speaker_kind", seed: int = 0) -> pd.DataFrame:
    """Return how far the coders of the same articles agree, one row for finding attributions and one for their kinds.

    Parameters
    ----------
    coded : DataFrame
        What `load_coded` returns: `article_id`, `coder`, `content_spans` and the column compared. Articles with one
        coder do not count.
    column : str
        The judgment to compare.
    seed : int
        The same seed gives the same interval.

    Returns
    -------
    DataFrame
        `measure`: *attributions* (is it one, given that either coder marked it) and the column's name (given that
        both marked it); `alpha` (Krippendorff's, 1 is full agreement, 0 is chance); `low`, `high` (95% interval,
        articles drawn anew 500 times); `agree` (0 to 1, the plain share); `n` (attributions); `n_articles`. No rows
        without an article that two people coded.

    Raises
    ------
    ValueError
        For a missing column.

    Notes
    -----
    Two attributions are the same if more than half of their contents' characters, taken together, are common to both
    (Jaccard); the best pairs first. α = 1 - observed / expected disagreement, for nominal values, by
    nltk. Coders mark spans, so nobody marks what is no attribution: the α of *attributions*
    compares with what is expected if each coder marked the same number of the units at random.

    References
    ----------
    Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology, chapter 11.
    """
    need(coded, ["article_id", "coder", "content_spans", column], who="agreement")
    units = [unit for _, article in coded.groupby("article_id", sort=True) for unit in _units(article, column)]
    frame = pd.DataFrame(units, columns=["article_id", "first", "second"])
    if frame.empty:
        return pd.DataFrame(columns=AGREEMENT)
    marked = frame.assign(**{side: (frame[side] != MISSED).astype("str") for side in ("first", "second")})
    both = frame[(frame[["first", "second"]] != MISSED).all(axis=1)]
    return pd.DataFrame([_row("attributions", marked, seed), _row(column, both, seed)])


def agreement_of_reviews(reviews: pd.DataFrame, *, seed: int = 0) -> pd.DataFrame:
    """Return how far two people agree about the quotes that both reviewed, one row for each question.

    Parameters
    ----------
    reviews : DataFrame
        What `load_reviews` returns. The last decision of each person about a passage counts, of the two who decided
        first; quotes that somebody added do not count.
    seed : int
        The same seed gives the same interval.

    Returns
    -------
    DataFrame
        `measure`: *decision* (right, wrong speaker, edges, wrong; *not a quote* is wrong, too) and *an attribution*
        (wrong or not); `alpha`, `low`, `high`, `agree`, `n` and `n_articles` as in `agreement`. No rows where nobody
        decided what somebody else had.

    Examples
    --------
    >>> reviews = pd.DataFrame({"article_id": "a", "passage": ["p", "p", "q", "q"], "coder": ["kim", "bo", "kim", "bo"],
    ...                         "decision": ["right", "edges", "wrong", "wrong"]})
    >>> agreement_of_reviews(reviews).set_index("measure")["agree"].to_dict()
    {'decision': 0.5, 'an attribution': 1.0}
    """
    need(reviews, ["article_id", "passage", "coder", "decision"], who="agreement_of_reviews")
    own = reviews[reviews["decision"] != "added"].replace({"decision": {"not a quote": "wrong"}})
    last = own.drop_duplicates(["article_id", "passage", "coder"], keep="last")
    order = own.drop_duplicates(["article_id", "passage", "coder"]).groupby(["article_id", "passage"]).cumcount()
    pairs = last.merge(own.assign(order=order)[["article_id", "passage", "coder", "order"]].dropna())
    units = pairs[pairs["order"] < 2].pivot(index=["article_id", "passage"], columns="order", values="decision")
    units = units.reindex(columns=[0, 1]).set_axis(["first", "second"], axis=1).dropna().reset_index()
    if units.empty:
        return pd.DataFrame(columns=AGREEMENT)
    kept = units.assign(**{side: (units[side] != "wrong").astype("str") for side in ("first", "second")})
    return pd.DataFrame([_row("decision", units, seed), _row("an attribution", kept, seed)])


def _units(article: pd.DataFrame, column: str) -> Iterator[tuple[str, str, str]]:
    """Return the judgments of the first two coders of an article, a pair for each attribution that either marked."""
    coders = sorted(article["coder"].unique())[:2]
    if len(coders) < 2:
        return
    marked = [article[(article["coder"] == coder) & (article["content_spans"].str.len() > 0)] for coder in coders]
    first, second = (
        [(characters(spans), str(value)) for spans, value in zip(rows["content_spans"], rows[column], strict=True)]
        for rows in marked
    )
    pairs = sorted(
        ((len(a & b) / len(a | b), i, j) for i, (a, _) in enumerate(first) for j, (b, _) in enumerate(second) if a & b),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    article_id = str(article["article_id"].iloc[0])
    for overlap, i, j in pairs:
        if overlap > 0.5 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield article_id, first[i][1], second[j][1]
    yield from ((article_id, value, MISSED) for i, (_, value) in enumerate(first) if i not in taken[0])
    yield from ((article_id, MISSED, value) for j, (_, value) in enumerate(second) if j not in taken[1])


def _row(measure: str, units: pd.DataFrame, seed: int) -> dict[str, object]:
    """Return α with its interval, the articles drawn anew."""
    groups = [own for _, own in units.groupby("article_id")]
    row: dict[str, object] = {"measure": measure, "alpha": alpha(units), "low": np.nan, "high": np.nan}
    if len(groups) > 1 and not np.isnan(alpha(units)):
        rng = np.random.default_rng(seed)
        draws = [rng.integers(0, len(groups), len(groups)) for _ in range(N_RESAMPLES)]
        values = [alpha(pd.concat([groups[place] for place in draw])) for draw in draws]
        tail = (1 - LEVEL) / 2
        row |= dict(zip(("low", "high"), np.nanquantile(values, [tail, 1 - tail]).tolist(), strict=True))
    agree = float((units["first"] == units["second"]).mean()) if len(units) else np.nan
    return row | {"agree": agree, "n": len(units), "n_articles": len(groups)}


def alpha(units: pd.DataFrame) -> float:
    """Return Krippendorff's α of the columns `first` and `second`; nan where only one value was ever given."""
    from nltk.metrics.agreement import AnnotationTask  # slow to import, and only needed here

    values = units[["first", "second"]].to_numpy()
    if len(np.unique(values.astype("str"))) < 2:
        return float("nan")
    data = [
        (coder, str(item), value) for item, pair in enumerate(values) for coder, value in zip("ab", pair, strict=True)
    ]
    return float(AnnotationTask(data=data).alpha())
