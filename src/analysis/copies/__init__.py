"""Which articles repeat another one: agency copy, reprints and excerpts, found by shared runs of five words."""

import pandas as pd

from analysis.copies.pairs import pair_sketches
from analysis.copies.sketches import names_of, sketch_articles
from analysis.tables import need
from analysis.words.article_tokens import TokenFolder

__all__ = ["drop_copies", "find_copies", "pair_sketches", "sketch_articles"]


def find_copies(articles: pd.DataFrame, *, token_folder: TokenFolder = None) -> pd.DataFrame:
    """The `copies` table: one row per article that repeats another one, in the articles' order.

    Columns: `article_id`, `copy_of` (the original), `similarity` (0 to 1: the share of the copy's five-word runs that the
    original has, or of the original's that the copy has, whichever is more) and `kind`: *exact* (the same words in the same
    order), *near* (at least half of the copy is the original's: cut, edited, with a new lead), *excerpt* (a passage of at least
    a fifth of one of the two). An article that repeats several is given one original, the likeliest.

    `articles` needs `article_id` and `text`; `outlet`, `published`, `origin` and `dateline` tell which of two is the original:
    the agency's own, else the earliest, else the first in the frame. An agency is an outlet that another article names in
    `origin` or in its dateline's brackets. What recurs in at least 3 articles of an outlet (editor's notes, sign-offs,
    background) is left out first. Made of `sketch_articles` and `pair_sketches`, so that it can run by partition.

    >>> text = "The agency said on Monday that it would share the records of nobody at all. " * 3
    >>> find_copies(pd.DataFrame({"article_id": ["a", "b"], "text": [text, text.upper()]})).values.tolist()
    [['b', 'a', 1.0, 'exact']]
    """
    need(articles, ["article_id", "text"], who="find_copies")
    return pair_sketches(sketch_articles(articles, token_folder=token_folder))


def drop_copies(articles: pd.DataFrame, copies: pd.DataFrame | None = None) -> pd.DataFrame:
    """`articles` without what an outlet did not write itself: exact and near copies, and articles with a foreign `origin`.

    Excerpts stay, and so do the originals, the agency's own among them. `copies` is the table of `find_copies`; without it, it is
    computed here, on these articles only.
    """
    need(articles, ["article_id", "text"], who="drop_copies")
    copies = find_copies(articles) if copies is None else copies
    copied = set(copies.loc[copies["kind"].isin(["exact", "near"]), "article_id"])
    origin, outlet = names_of(articles, "origin"), names_of(articles, "outlet")
    foreign = (origin != "") & (origin != outlet)
    return articles[~articles["article_id"].isin(copied) & ~foreign.to_numpy()]
