"""Find copies among articles, and drop them."""

import pandas as pd

from analysis.articles.publishers import is_agency_copy
from analysis.copies.pairs import pair_sketches
from analysis.copies.sketches import sketch_articles
from analysis.tables import need
from analysis.words.article_tokens import TokenFolder


def find_copies(articles: pd.DataFrame, *, token_folder: TokenFolder = None) -> pd.DataFrame:
    """Return the `copies` table, one row per article that repeats another one, in the articles' order.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`. `outlet`, `published`, `origin` and `dateline` help to say which of two
        articles is the original.
    token_folder : str or Path, optional
        A folder of kept token ids, such as `data/processed/tokens`. It saves time and changes nothing else.

    Returns
    -------
    DataFrame
        - `article_id`: the copy
        - `copy_of`: the original; if an article repeats several, the likeliest
        - `similarity`: share of the copy's five-word runs that the original has, or of the original's that the copy
          has, whichever is more (0 to 1)
        - `kind`: *exact* (the same words in the same order), *near* (at least half of the copy is the original's:
          cut, edited, with a new lead) or *excerpt* (a passage of at least a fifth of one of the two)

    Raises
    ------
    ValueError
        For a missing column.

    Notes
    -----
    Articles are compared by their runs of five words (shingles, [1]_), of which an eighth is kept. The original is
    the agency's article, else the earliest, else the first in the frame. An agency is an outlet that another article
    names in `origin` or in the brackets of its dateline. Runs that recur in at least 3 articles of an outlet
    (editor's notes, sign-offs, background) are left out first. No library in use here does this: see
    `benchmarks/copies.py` for datasketch, rensa and TF-IDF, which find fewer.

    References
    ----------
    .. [1] Broder, A. Z. (1997). On the resemblance and containment of documents. Compression and Complexity of
           Sequences.

    Examples
    --------
    >>> text = "The agency said on Monday that it would share the records of nobody at all. " * 3
    >>> find_copies(pd.DataFrame({"article_id": ["a", "b"], "text": [text, text.upper()]})).values.tolist()
    [['b', 'a', 1.0, 'exact']]
    """
    need(articles, ["article_id", "text"], who="find_copies")
    # A letter and its accent may be one character or two; `ingest` joins them, other sources may not.
    articles = articles.assign(text=articles["text"].astype("str").str.normalize("NFC"))
    return pair_sketches(sketch_articles(articles, token_folder=token_folder))


def drop_copies(articles: pd.DataFrame, copies: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return `articles` without what an outlet did not write itself.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id`, and `text` if `copies` is not given. `outlet` and `origin` are used if present; a column
        named publication goes before `outlet`.
    copies : DataFrame, optional
        The table of `find_copies`. Without it, it is computed from these articles.

    Returns
    -------
    DataFrame
        The rows of `articles` that are neither exact nor near copies nor name another outlet as `origin`. Excerpts
        stay, and so do originals, the agency's among them.

    Raises
    ------
    ValueError
        For a missing column.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["It rained."] * 2, "outlet": ["Post", "Star"]})
    >>> drop_copies(articles)["article_id"].tolist()
    ['a']
    """
    need(articles, ["article_id"] if copies is not None else ["article_id", "text"], who="drop_copies")
    copies = find_copies(articles) if copies is None else copies
    copied = set(copies.loc[copies["kind"].isin(["exact", "near"]), "article_id"])
    return articles[~articles["article_id"].isin(copied) & ~is_agency_copy(articles).to_numpy()]
