"""Which quotes a person looks at next: a random sample, the least certain ones, or those that somebody else decided."""

import hashlib
from typing import Any

import numpy as np
import pandas as pd

from analysis.edited_csv import as_numbers
from analysis.review.decisions import coder_name, passage_of
from analysis.tables import need

KINDS = ("random", "unsure", "second")
_SPACE = 2**52  # numbers that a float holds exactly


def review_queue(
    quotes: pd.DataFrame, articles: pd.DataFrame, *, kind: str = "unsure", n: int = 200, seed: int = 0,
    reviews: pd.DataFrame | None = None, coder: str = "",
) -> pd.DataFrame:  # fmt: skip
    """Return the quotes to review, in the order in which to review them.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table; those already reviewed are left out of the queue *unsure*. For *random* and *second*, take the
        quotes as the program found them (the folder found_quotes of its tables), so that no decision is seen.
    articles : DataFrame
        `article_id` and `text`, and `headline` where quotes stand in headlines; quotes of other articles are left out.
    kind : {"unsure", "random", "second"}
        *random*: drawn at random, for estimates. *unsure*: the least confident first, for cleaning; no estimate may be
        made of them. *second*: those that other people decided, to be decided again without seeing how.
    n : int
        How many quotes, all of them when there are fewer.
    seed : int
        The same seed draws the same quotes, whatever the order of the rows.
    reviews : DataFrame, optional
        What `load_reviews` returns; the queue *second* is made of it.
    coder : str
        Who decides; by default the name of the account. Their own decisions are not in the queue *second*.

    Returns
    -------
    DataFrame
        Rows of the quotes table, with `queue` (random or unsure; in *second*, that of the first decision),
        `probability` (over 0 to 1: the chance with which the quote was drawn; nan where it was not drawn) and `passage`
        (its key).

    Raises
    ------
    ValueError
        For another kind, an `n` below 1, a missing column, or *second* without reviews.

    Notes
    -----
    Each passage has a permanent random number [1]_, made of its words and the seed; those with the n smallest are
    drawn. So a sample that was begun stays the same after a new ingest, and when articles come in, it keeps those that
    were decided.

    References
    ----------
    .. [1] Ohlsson, E. (1995). Coordination of samples using permanent random numbers. In Business Survey Methods.

    Examples
    --------
    >>> quotes = pd.DataFrame({"quote_id": ["p", "q"], "article_id": "a", "confidence": [0.9, 0.3],
    ...                        "content_spans": [[[0, 2]], [[3, 5]]]})
    >>> review_queue(quotes, pd.DataFrame({"article_id": ["a"], "text": ["No. Go."]}))["quote_id"].tolist()
    ['q', 'p']
    """
    need(quotes, ["quote_id", "article_id", "confidence", "content_spans"], who="review_queue")
    need(articles, ["article_id", "text"], who="review_queue")
    if kind not in KINDS or n < 1:
        raise ValueError(f"the queue {kind!r} of {n} cannot be made; write one of: {', '.join(KINDS)}, and n from 1")
    own = with_passages(quotes, articles)
    if kind == "second":
        return _decided_by_others(own, reviews, coder_name(coder)).head(n).reset_index(drop=True)
    if kind == "random":
        chance = min(n / max(len(own), 1), 1.0)
        drawn = own.iloc[np.argsort(_numbers(own, seed), kind="stable")[:n]]
        return drawn.assign(queue=kind, probability=chance).reset_index(drop=True)
    if "reviewed" in own:
        own = own[own["reviewed"].isna()]
    unsure = own.sort_values("confidence", kind="stable").head(n)
    return unsure.assign(queue=kind, probability=np.nan).reset_index(drop=True)


def with_passages(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the quotes of the articles in the order of their ids, with `passage`, the key by which decisions go."""
    named = articles.set_index("article_id")[[name for name in ("text", "headline") if name in articles]]
    own = quotes[quotes["article_id"].isin(named.index)].sort_values("quote_id").reset_index(drop=True)
    texts: dict[Any, Any] = named.to_dict("index")
    passages = [passage_of(quote, texts[quote["article_id"]])["passage"] for quote in own.to_dict("records")]
    return own.assign(passage=pd.Series(passages, index=own.index, dtype="str"))


def _numbers(quotes: pd.DataFrame, seed: int) -> np.ndarray:
    """Return a number from 0 to 1 for each quote, the same whenever the passage is seen again."""
    place = quotes.groupby("passage").cumcount()  # the same passage in another article has a number of its own
    keys = (f"{seed} {passage} {number}" for passage, number in zip(quotes["passage"], place, strict=True))
    return np.array([int(hashlib.sha256(key.encode()).hexdigest()[:13], 16) / _SPACE for key in keys])


def _decided_by_others(quotes: pd.DataFrame, reviews: pd.DataFrame | None, coder: str) -> pd.DataFrame:
    """Return the quotes that others decided, in an order that says nothing about the decisions."""
    if reviews is None:
        raise ValueError("the queue 'second' is made of decisions; give reviews=load_reviews()")
    others = reviews[(reviews["coder"] != coder) & (reviews["decision"] != "added")]
    first = others.drop_duplicates(["article_id", "passage"])[["article_id", "passage", "queue", "probability"]]
    found = quotes.merge(first, on=["article_id", "passage"])
    found["probability"] = as_numbers(found["probability"])
    return found.iloc[np.argsort(_numbers(found, 0), kind="stable")]


def find_decided(queue: pd.DataFrame, reviews: pd.DataFrame, coder: str = "") -> pd.Series:
    """Return whether a coder has decided each quote of a queue, in that queue.

    Parameters
    ----------
    queue : DataFrame
        What `review_queue` returns.
    reviews : DataFrame
        What `load_reviews` returns.
    coder : str
        By default the name of the account.

    Returns
    -------
    Series of bool
        With the index of `queue`. A decision about an article whose id has changed since counts for its passage.
    """
    own = reviews[(reviews["coder"] == coder_name(coder)) & (reviews["decision"] != "added")]
    moved = own[~own["article_id"].isin(queue["article_id"])]
    here = set(zip(own["queue"], own["passage"], own["article_id"], strict=True))
    elsewhere = set(zip(moved["queue"], moved["passage"], strict=True))
    rows = zip(queue["queue"], queue["passage"], queue["article_id"], strict=True)
    return pd.Series([row in here or row[:2] in elsewhere for row in rows], index=queue.index, dtype=bool)
