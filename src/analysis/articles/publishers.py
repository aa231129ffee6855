"""Whose an article is: names of outlets and agencies ready to compare, over a whole frame."""

import pandas as pd


def column_of(articles: pd.DataFrame, name: str) -> pd.Series:
    """Return a column as text; empty text where it, or a value, is missing."""
    if name not in articles:
        return pd.Series("", articles.index, dtype="str")
    return articles[name].astype("str").fillna("")


def outlet_names(articles: pd.DataFrame, column: str) -> pd.Series:
    """Return outlets' names ready to compare: "The Associated Press" and "associated press" become the same."""
    names = column_of(articles, column)
    return names.map({name: " ".join(name.lower().removeprefix("the ").split()) for name in names.unique()}).astype(
        "str"
    )


def publisher_names(articles: pd.DataFrame) -> pd.Series:
    """Return the names of the outlets that published the articles, also where `outlet` holds those of groups."""
    return outlet_names(articles, "publication" if "publication" in articles else "outlet")


def is_agency_copy(articles: pd.DataFrame) -> pd.Series:
    """Return, for each article, whether it names another outlet as its `origin`: an agency's or a partner's copy."""
    origin, outlet = outlet_names(articles, "origin"), publisher_names(articles)
    return (origin != "") & (origin != outlet)
