"""From data/raw to the tables `articles` and `rejects`, and back: the only package that reads raw files."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from analysis import paths, tables
from analysis.articles import UNKNOWN_OUTLET
from analysis.corpus.assembly import balance
from analysis.corpus.ingestion import ingest, read_articles
from analysis.corpus.selection import in_selection

__all__ = ["balance", "describe_corpus", "ingest", "load_articles", "read_articles"]


def load_articles(
    *, story: str = "", outlets: Sequence[str] = (), since: str = "", until: str = "", path: str | Path = ""
) -> pd.DataFrame:
    """The `articles` of the processed folder `path` (default: data/processed), those of a selection; "" and [] mean no limit.

    `story` keeps the articles of a story of the stories table; `since` and `until` are days such as "2026-01-31", both
    included, in UTC, and leave out articles without a date. Raises FileNotFoundError before the first ingest, and ValueError
    for an outlet or story that is not there, a day that is none, and an empty selection, each with what there is.
    """
    processed = paths.resolve(path or paths.workspace().processed)
    articles = tables.read_table(processed / "articles")
    outlets = [outlets] if isinstance(outlets, str) else list(outlets)
    _check_known(outlets, articles["outlet"], "outlet")
    keep = in_selection(articles, outlets=outlets, since=since, until=until)
    if story:
        stories = tables.read_table(processed / "stories")
        _check_known([story], stories["story"], "story")
        keep &= articles["article_id"].isin(stories.loc[stories["story"] == story, "article_id"])
    if not keep.any():
        asked = dict(story=story, outlets=outlets, since=since, until=until)
        raise ValueError(
            f"no article has {', '.join(f'{k}={v!r}' for k, v in asked.items() if v)}; there are {_what_there_is(articles)}"
        )
    return articles[keep].reset_index(drop=True)


def _check_known(asked: Iterable[str], there: pd.Series, what: str) -> None:
    known = sorted(there.dropna().unique())
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise ValueError(f"there is no {what} {unknown[0]!r}; there are: {', '.join(known) or 'none'}")


def _what_there_is(articles: pd.DataFrame) -> str:
    dates, outlets = articles["published"].dropna(), sorted(articles["outlet"].unique())
    period = f" from {dates.min():%Y-%m-%d} to {dates.max():%Y-%m-%d}" if len(dates) else " without dates"
    named = ", ".join(outlets[:20]) + (f" and {len(outlets) - 20} more" if len(outlets) > 20 else "")
    return f"{len(articles)} articles{period} by {named}"


def describe_corpus(articles: pd.DataFrame, *, own: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per outlet, most articles first: `articles`, `words`, `first` and `last` day, `missing` (without a date), `copies`.

    `copies` counts an outlet's articles that are not among its `own`, the frame that `drop_copies(articles, copies)` gives; without
    it, articles whose text is word for word that of an earlier row. Columns that `articles` lacks count as missing. Raises
    ValueError without `article_id`, `text`.

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Rain fell.", "Rain fell."], "outlet": ["Post", "Star"]})
    >>> describe_corpus(articles)[["outlet", "articles", "words", "missing", "copies"]].values.tolist()
    [['Post', 1, 2, 1, 0], ['Star', 1, 2, 1, 1]]
    """
    tables.need(articles, ["article_id", "text"], who="describe_corpus")
    is_copy = (
        articles["text"].str.split().str.join(" ").duplicated()
        if own is None
        else ~articles["article_id"].isin(own["article_id"])
    )
    published = pd.to_datetime(
        articles["published"] if "published" in articles else pd.Series(pd.NaT, index=articles.index), utc=True
    )
    frame = pd.DataFrame(
        {
            "outlet": articles["outlet"].fillna(UNKNOWN_OUTLET) if "outlet" in articles else UNKNOWN_OUTLET,
            "words": articles["n_words"] if "n_words" in articles else articles["text"].str.split().str.len(),
            "published": published,
            "copy": is_copy,
        }
    )
    groups = frame.groupby("outlet", observed=True)
    told = pd.DataFrame({"articles": groups.size(), "words": groups["words"].sum().astype("int64")})
    told["first"], told["last"] = groups["published"].min().dt.floor("D"), groups["published"].max().dt.floor("D")
    told["missing"] = groups["published"].agg(lambda days: days.isna().sum()).astype("int64")
    told["copies"] = groups["copy"].sum().astype("int64")
    return told.reset_index().sort_values(["articles", "outlet"], ascending=[False, True], ignore_index=True)
