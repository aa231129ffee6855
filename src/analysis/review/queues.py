"""Which quotes a person looks at next: a random sample for estimates, or the least certain ones for cleaning."""

import numpy as np
import pandas as pd

from analysis.tables import need

KINDS = ("random", "unsure")


def review_queue(
    quotes: pd.DataFrame, articles: pd.DataFrame, *, kind: str = "unsure", n: int = 200, seed: int = 0
) -> pd.DataFrame:
    """Return the quotes to review, in the order in which to review them.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table; those already reviewed are left out of the queue *unsure*.
    articles : DataFrame
        `article_id`; quotes of other articles are left out.
    kind : {"unsure", "random"}
        *random*: drawn at random, for estimates. *unsure*: the least confident first, for cleaning; no estimate may be
        made of them.
    n : int
        How many quotes, all of them when there are fewer.
    seed : int
        The same seed draws the same quotes, whatever the order of the rows.

    Returns
    -------
    DataFrame
        Rows of the quotes table, with `queue` (the kind) and `probability` (over 0 to 1: the chance with which the
        quote was drawn; nan for *unsure*, which is not drawn).

    Raises
    ------
    ValueError
        For another kind, an `n` below 1, or a missing column.

    Examples
    --------
    >>> quotes = pd.DataFrame({"quote_id": ["p", "q"], "article_id": "a", "confidence": [0.9, 0.3]})
    >>> review_queue(quotes, pd.DataFrame({"article_id": ["a"]}))["quote_id"].tolist()
    ['q', 'p']
    """
    need(quotes, ["quote_id", "article_id", "confidence"], who="review_queue")
    need(articles, ["article_id"], who="review_queue")
    if kind not in KINDS or n < 1:
        raise ValueError(f"the queue {kind!r} of {n} cannot be made; write random or unsure, and n from 1")
    own = quotes[quotes["article_id"].isin(articles["article_id"])].sort_values("quote_id")
    if kind == "random":
        drawn = own.iloc[np.random.default_rng(seed).permutation(len(own))[:n]]
        return drawn.assign(queue=kind, probability=min(n / max(len(own), 1), 1.0)).reset_index(drop=True)
    if "reviewed" in own:
        own = own[own["reviewed"].isna()]
    unsure = own.sort_values("confidence", kind="stable").head(n)
    return unsure.assign(queue=kind, probability=np.nan).reset_index(drop=True)
