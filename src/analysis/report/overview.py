"""The first part of the report page: how much was compared, per outlet and story, and what was left out and why."""

from typing import Any

import pandas as pd

from analysis import tables
from analysis.articles.publishers import is_agency_copy
from analysis.copies import drop_copies
from analysis.corpus import describe_corpus
from analysis.report.passages import day
from analysis.run_files import Run
from analysis.wording import counted

_SHOWN_REJECTS = 20
_ARTICLES = ("article", "articles")


def overview(run: Run, articles: pd.DataFrame, quotes: pd.DataFrame) -> dict[str, Any]:
    """Return the values that the page's template shows about the articles of a run's selection, and its quotes."""
    n_everything = len(tables.read_table(run.processed / "articles", columns=["article_id"]))
    stories = tables.read_table(run.processed / "stories").merge(articles[["article_id", "outlet"]], on="article_id")
    rejects = tables.read_table(run.processed / "rejects.parquet")
    own = drop_copies(articles, tables.read_table(run.processed / "copies.parquet"))
    labels = {entry["name"]: entry.get("label", entry["name"]) for entry in run.stories}
    outlets = _outlets(articles, own, stories, labels)
    dates = articles["published"].dropna()
    return dict(
        n_articles=len(articles),
        n_outlets=articles["publication"].nunique(),
        n_words=int(articles["n_words"].sum()),
        n_quotes=len(tables.select_statements(quotes, silent=True)),
        n_reviewed=_reviewed(quotes, run, articles),
        first=day(dates.min()),
        last=day(dates.max()),
        outlets=outlets.sort_values("articles", ascending=False, kind="stable").to_dict("records"),
        labels=list(labels.values()),
        n_on_several=int(stories["article_id"].value_counts().gt(1).sum()),
        per_story=[(label, int(outlets[label].sum())) for label in labels.values()],
        left_out=_left_out(n_everything, articles, own, stories, rejects),
        rejects=rejects.fillna({"detail": ""}).head(_SHOWN_REJECTS).to_dict("records"),
        n_rejects=len(rejects),
    )


def _reviewed(quotes: pd.DataFrame, run: Run, articles: pd.DataFrame) -> dict[str, int]:
    """Return how many quotes of the articles people confirmed, corrected, added, and left out."""
    own = quotes["reviewed"].value_counts()
    found = tables.read_table(run.processed / "found_quotes", columns=["quote_id", "article_id"])
    left_out = ~found["quote_id"].isin(quotes["quote_id"]) & found["article_id"].isin(articles["article_id"])
    corrected = int(own.get("wrong speaker", 0) + own.get("edges", 0))
    counts = {"confirmed": own.get("right", 0), "corrected": corrected, "added": own.get("added", 0)}
    return {word: int(n) for word, n in (counts | {"left out": left_out.sum()}).items()}


def _outlets(articles: pd.DataFrame, own: pd.DataFrame, stories: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """Return one row per outlet: what `describe_corpus` gives, and the number of articles on each story, by label."""
    counts = stories.pivot_table(index="outlet", columns="story", values="article_id", aggfunc="count", fill_value=0)
    counts = counts.reindex(columns=list(labels), fill_value=0).rename(columns=labels)
    described = describe_corpus(articles, own=own).set_index("outlet").join(counts)
    return described.fillna(dict.fromkeys(labels.values(), 0)).reset_index()


def _left_out(
    n_everything: int, articles: pd.DataFrame, own: pd.DataFrame, stories: pd.DataFrame, rejects: pd.DataFrame
) -> list[str]:
    """Return how many articles or files do not count everywhere, with the reason; nothing for none."""
    copied, of_agency = ~articles["article_id"].isin(own["article_id"]), is_agency_copy(articles).to_numpy()
    reasons = [
        (len(rejects), "file or record", "files or records", "gave no article (listed below)"),
        (n_everything - len(articles), *_ARTICLES, "outside the outlets or the period asked for"),
        (
            (~articles["article_id"].isin(stories["article_id"])).sum(), *_ARTICLES,
            "on none of the stories: counted only in shares of an outlet's coverage",
        ),
        (
            (copied & of_agency).sum(), *_ARTICLES,
            "of agency copy: left out where outlets' words and sources are compared",
        ),
        (
            (copied & ~of_agency).sum(), *_ARTICLES,
            "much like another one: left out where outlets' words and sources are compared",
        ),
        (articles["published"].isna().sum(), *_ARTICLES, "without a date: left out of the charts over time"),
    ]  # fmt: skip
    return [f"{counted(int(n), one, several)} {why}" for n, one, several, why in reasons if n]
