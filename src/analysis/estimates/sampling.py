"""Samples of articles for people to code, drawn so that what they say holds for all articles."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.tables import need


def draw_sample(articles: pd.DataFrame, n: int, *, by: str = "", seed: int = 0) -> pd.DataFrame:
    """Return articles drawn at random for coding, one row per article drawn, with the probability that it was drawn.

    Parameters
    ----------
    articles : DataFrame
        `article_id`, and the column `by` when one is given.
    n : int
        How many articles to draw; all of them when there are fewer.
    by : str, optional
        A column whose groups (outlets, say) each get an equal part of the sample, as far as they have articles.
        Without it every article has the same chance.
    seed : int
        The same seed draws the same articles, whatever the order of the rows.

    Returns
    -------
    DataFrame
        `article_id`, the column `by` if given, and `probability` (over 0, at most 1): how many articles of the
        group were drawn, of how many there are. Rows are in random order, so that the first ones are a sample too.
        `corrected_shares` needs the probability with each coded article.

    Raises
    ------
    ValueError
        When a column is missing, `n` is below 1, or there is no article.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": list("abcdef"), "outlet": ["Post"] * 4 + ["Star"] * 2})
    >>> draw_sample(articles, 4, by="outlet").groupby("outlet")["probability"].first().to_dict()
    {'Post': 0.5, 'Star': 1.0}
    """
    need(articles, ["article_id", *filter(None, [by])], who="draw_sample")
    if n < 1 or articles.empty:
        raise ValueError(
            f"draw_sample cannot draw {n} of {len(articles)} articles; give at least one article and n from 1"
        )
    frame = articles[["article_id", *filter(None, [by])]].drop_duplicates("article_id").sort_values("article_id")
    rng = np.random.default_rng(seed)
    frame = frame.iloc[rng.permutation(len(frame))]
    group = frame[by] if by else pd.Series("", index=frame.index)
    sizes = group.value_counts().sort_index()
    largest_first = sizes.sort_values(ascending=False, kind="stable").to_dict()
    drawn = pd.Series(fill_in_turn(dict.fromkeys(largest_first, 0), largest_first, min(n, len(frame))))
    frame = frame.assign(probability=group.map(drawn / sizes))[group.groupby(group).cumcount() < group.map(drawn)]
    return frame.reset_index(drop=True)


def fill_in_turn(drawn: Mapping[str, int], sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """Return how many are drawn of each group, with `n` more: one each in turn, until a group has no more.

    >>> fill_in_turn({"a": 0, "b": 0}, {"a": 9, "b": 2}, 6)
    {'a': 4, 'b': 2}
    """
    result = dict(drawn)
    while n:
        for group in [group for group, size in sizes.items() if result[group] < size][:n]:
            result[group] += 1
            n -= 1
    return result
