"""How often attributions are right, estimated from the random sample that people reviewed."""

import numpy as np
import pandas as pd

from analysis.edited_csv import as_numbers
from analysis.intervals import wilson_share
from analysis.review.queues import with_passages
from analysis.tables import need

MEASURES = {
    "an attribution": ("right", "wrong speaker", "edges"),
    "the right speaker": ("right", "edges"),
    "right in all": ("right",),
}
_COLUMNS = ["measure", "estimate", "low", "high", "n_decided", "n_quotes"]


def estimate_quotes(quotes: pd.DataFrame, articles: pd.DataFrame, reviews: pd.DataFrame) -> pd.DataFrame:
    """Return how often the attributions of a run are right, one row per measure.

    Parameters
    ----------
    quotes : DataFrame
        The quotes as the program found them: the folder found_quotes of a run's tables.
    articles : DataFrame
        `article_id` and `text`, and `headline` where quotes stand in headlines.
    reviews : DataFrame
        What `load_reviews` returns. Only decisions of the queue *random* count, and only those about passages that the
        program still finds just so; of several about one passage, the last.

    Returns
    -------
    DataFrame
        `measure`: *an attribution* (neither wrong nor no quote), *the right speaker* (one, and nobody named another
        speaker), *right in all*; `estimate`, `low`, `high` (0 to 1, 95% interval); `n_decided` (quotes decided) and
        `n_quotes` (quotes of the articles, of which they were drawn). No rows without such decisions.

    Raises
    ------
    ValueError
        For a missing column, or a `probability` that is none.

    Notes
    -----
    Each decided quote counts for 1 / `probability` quotes (Hájek's estimator); the interval is Wilson's, with the
    effective sample size (Σ w)² / Σ w² [1]_. Where all were drawn with the same chance, these are the plain share and
    the plain interval. If some of the sample was skipped, this supposes that those were like the others.

    References
    ----------
    .. [1] Kish, L. (1965). Survey Sampling, section 11.7.
    """
    need(quotes, ["quote_id", "article_id", "content_spans"], who="estimate_quotes")
    need(articles, ["article_id", "text"], who="estimate_quotes")
    drawn = reviews[(reviews["queue"] == "random") & (reviews["decision"] != "added")]
    if drawn.empty:
        return pd.DataFrame(columns=_COLUMNS)
    found = with_passages(quotes, articles)
    chance = as_numbers(drawn["probability"])
    if not chance.between(0, 1, inclusive="right").all():
        raise ValueError("a decision of the queue random has no probability over 0 and at most 1; get its line back")
    # A passage that was drawn twice had the larger of the two chances, because its random number is always the same.
    largest = chance.groupby([drawn["article_id"], drawn["passage"]]).transform("max")
    last = drawn.assign(weight=1 / largest).drop_duplicates(["article_id", "passage"], keep="last")
    known = last["article_id"].isin(articles["article_id"])
    by_place = found.merge(last[known], on=["article_id", "passage"])
    moved = found.drop_duplicates("passage").merge(last[~known].drop(columns="article_id"), on="passage")
    decided = pd.concat([by_place, moved]).drop_duplicates("quote_id")
    return pd.DataFrame([_row(measure, decided, len(found)) for measure in MEASURES if len(decided)], columns=_COLUMNS)


def _row(measure: str, decided: pd.DataFrame, n_quotes: int) -> dict[str, object]:
    weights = decided["weight"].to_numpy(dtype=float)
    right = decided["decision"].isin(MEASURES[measure]).to_numpy()
    share = float(np.average(right, weights=weights))
    size = weights.sum() ** 2 / (weights**2).sum()
    low, high = wilson_share(share, size)
    return {
        "measure": measure, "estimate": share, "low": low, "high": high,
        "n_decided": len(decided), "n_quotes": n_quotes,
    }  # fmt: skip
