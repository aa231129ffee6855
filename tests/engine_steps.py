"""Steps for the tests of the engine, in a module of their own that worker processes can import."""

import pandas as pd


def lengths(articles: pd.DataFrame, *, add: int = 0) -> pd.DataFrame:
    if (articles["text"] == "fail").any():
        raise ValueError("this part fails")
    return articles[["article_id"]].assign(n=articles["text"].str.len() + add)


def count_rows(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"n": [len(frame)]})


def long_texts(articles: pd.DataFrame, *, least: int = 0) -> dict[str, pd.DataFrame]:
    lengths = articles["text"].str.len()
    return {"long": articles[lengths >= least][["article_id"]], "n": pd.DataFrame({"n": [len(articles)]})}
