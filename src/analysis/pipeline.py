"""From a folder of raw articles to all tables: ingest, then each step over the partitions, skipped where nothing changed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import copies, engine, quotes, stories
from analysis.corpus import ingest, load_articles


def prepare(raw: Path, processed: Path, entries: Iterable[dict[str, Any]]) -> Path:
    """The folder `processed`, now holding `articles`, `rejects`, `stories`, `copies` and `quotes` of the articles in `raw`.

    What is fresh is left alone. Quotes are looked for in articles that belong to a story. Raises what `ingest` raises.
    """
    ingest(raw, processed)
    articles = processed / "articles"
    engine.map_parts(
        engine.Step(stories.assign_stories, "stories", {"stories": list(entries)}), [articles], processed / "stories", label="stories"
    )
    engine.map_parts(engine.Step(copies.sketch_articles, ""), [articles], processed / "sketches", label="copies")
    engine.reduce_parts(engine.Step(copies.pair_sketches, "copies"), [processed / "sketches"], processed / "copies.parquet")
    engine.map_parts(engine.Step(quotes_in_stories, "quotes"), [articles, processed / "stories"], processed / "quotes", label="quotes")
    return processed


def quotes_in_stories(articles: pd.DataFrame, assigned: pd.DataFrame) -> pd.DataFrame:
    """The quotes of the articles that belong to at least one story."""
    return quotes.find_quotes(articles[articles["article_id"].isin(assigned["article_id"])])


def select(processed: Path, **selection: Any) -> pd.DataFrame:
    """The articles of a selection (see `load_articles`), for the error that an empty one raises, before any notebook runs."""
    return load_articles(path=processed, **selection)
