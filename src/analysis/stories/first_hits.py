"""Where an article first has a word of its story: what a passage shows of an article that is counted as a whole."""

import numpy as np
import pandas as pd

from analysis.stories.assign import find_hits
from analysis.stories.entries import validate_stories
from analysis.tables import need

_LONGEST = 300  # characters: further behind the beginning of a hit nothing changes where it ends


def with_first_hits(articles: pd.DataFrame, assigned: pd.DataFrame, stories: object) -> pd.DataFrame:
    """Return the articles with the first word of their story in the text, so that passages show and mark it.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`.
    assigned : DataFrame
        The `stories` table, or the rows of it that count: of an article on several of its stories, the first word of
        any of them.
    stories : list of dict, or dict of name to dict
        The stories, as `analysis.stories.validate_stories` describes them.

    Returns
    -------
    DataFrame
        The articles with `start` and `end`, character offsets in `text`; -1 for an article on no story, and for one of
        which only the headline has a word of it.

    Raises
    ------
    ValueError
        For a missing column, or a faulty entry.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Rain. Raids were made.", "Snow."]})
    >>> assigned = pd.DataFrame({"article_id": ["a"], "story": ["raids"], "first_hit": [6]})
    >>> with_first_hits(articles, assigned, {"raids": {"find": ["raid*"]}})[["start", "end"]].values.tolist()
    [[6, 11], [-1, -1]]
    """
    need(articles, ["article_id", "text"], who="with_first_hits")
    need(assigned, ["article_id", "story", "first_hit"], who="with_first_hits")
    entries = {story["name"]: story for story in validate_stories(stories)}
    first = assigned.dropna(subset=["first_hit"]).astype({"first_hit": int})  # beside a null, they are no whole numbers
    first = first.sort_values("first_hit", kind="stable")
    first = first.drop_duplicates("article_id").set_index("article_id")[["story", "first_hit"]]
    spans = {}
    texts = articles.loc[articles["article_id"].isin(first.index), ["article_id", "text"]]
    for article_id, text in texts.itertuples(index=False):
        name, start = first.loc[article_id]
        hits = find_hits(entries[name], text[: start + _LONGEST])
        spans[article_id] = next((hit for hit in hits if hit[0] == start), (-1, -1))
    found = [spans.get(article_id, (-1, -1)) for article_id in articles["article_id"]]
    start, end = np.array(found, dtype=np.int64).reshape(-1, 2).T  # whole numbers also where there is no article
    return articles.assign(start=start, end=end)
