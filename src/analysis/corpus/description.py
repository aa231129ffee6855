"""Describe a corpus: how much each outlet has, from when, and what is missing or copied."""

import pandas as pd

from analysis import tables
from analysis.articles import UNKNOWN_OUTLET
from analysis.articles.publishers import is_agency_copy


def describe_corpus(articles: pd.DataFrame, *, own: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return what each outlet has in the corpus, one row per outlet.

    Parameters
    ----------
    articles : pandas.DataFrame
        At least `article_id` and `text`; `outlet`, `published` and `n_words` are used if they are there.
    own : pandas.DataFrame, optional
        The articles that are not copies, as `drop_copies(articles, copies)` returns them. Without it, an article is a
        copy if its text is word for word that of an earlier row.

    Returns
    -------
    pandas.DataFrame
        `outlet`, `articles` (count), `words` (sum), `first` and `last` (day in UTC), `missing` (articles without a
        date), `copies` (count), `agency_copies` (count: those of the copies that name an agency or another outlet
        as their origin; the others repeat another article); the outlet with most articles first. Of groups of
        outlets (`group_outlets`) `outlets`, too: how many outlets have those articles.

    Raises
    ------
    ValueError
        If `article_id` or `text` is missing.

    Examples
    --------
    >>> texts = {"article_id": ["a", "b"], "text": ["Rain fell.", "Rain fell."], "outlet": ["Post", "Star"]}
    >>> describe_corpus(pd.DataFrame(texts))[["outlet", "articles", "words", "missing", "copies"]].values.tolist()
    [['Post', 1, 2, 1, 0], ['Star', 1, 2, 1, 1]]
    """
    tables.need(articles, ["article_id", "text"], who="describe_corpus")
    if own is None:
        is_copy = articles["text"].str.split().str.join(" ").duplicated()
    else:
        is_copy = ~articles["article_id"].isin(own["article_id"])
    published = articles["published"] if "published" in articles else pd.Series(pd.NaT, index=articles.index)
    frame = pd.DataFrame(
        {
            "outlet": articles["outlet"].fillna(UNKNOWN_OUTLET) if "outlet" in articles else UNKNOWN_OUTLET,
            "words": articles["n_words"] if "n_words" in articles else articles["text"].str.split().str.len(),
            "published": pd.to_datetime(published, utc=True),
            "copy": is_copy,
            "agency_copy": is_copy & is_agency_copy(articles).to_numpy(),
        }
    )
    groups = frame.groupby("outlet", observed=True)
    result = pd.DataFrame({"articles": groups.size(), "words": groups["words"].sum().astype("int64")})
    result["first"], result["last"] = groups["published"].min().dt.floor("D"), groups["published"].max().dt.floor("D")
    result["missing"] = groups["published"].agg(lambda days: days.isna().sum()).astype("int64")
    result["copies"] = groups["copy"].sum().astype("int64")
    result["agency_copies"] = groups["agency_copy"].sum().astype("int64")
    if "publication" in articles and not articles["publication"].equals(articles["outlet"]):
        result["outlets"] = articles.groupby("outlet")["publication"].nunique()
    return result.reset_index().sort_values(["articles", "outlet"], ascending=[False, True], ignore_index=True)
