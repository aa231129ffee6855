"""From a folder of raw articles to all tables: ingest, then each step over the partitions, skipped where nothing changed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import copies, engine, quotes, stories, tables
from analysis.corpus import ingest
from analysis.corpus.assembly import part_starts
from analysis.words import token_table

# Finding quotes takes about a hundred times longer than any other step; small parts keep all cores busy to the end.
_QUOTE_PART_ROWS = 150


def prepare(raw: Path, processed: Path, entries: Iterable[dict[str, Any]]) -> Path:
    """The folder `processed`, now holding `articles`, `rejects`, `stories`, `copies` and `quotes` of the articles in `raw`.

    `tokens` beside them holds the articles' token ids, so that nothing that counts words reads a text twice. What is fresh is left
    alone. Quotes are looked for in the articles that belong to a story. Raises what `ingest` raises.
    """
    ingest(raw, processed)
    articles, tokens, told = processed / "articles", processed / "tokens" / "news", processed / "told"
    step = engine.Step(stories.assign_stories, "stories", {"stories": list(entries)})
    engine.map_parts(step, [articles], processed / "stories", label="stories")
    engine.map_parts(
        engine.Step(token_table.tokenize_articles, "", {"tokens": "news"}), [articles], tokens, label="tokens"
    )
    engine.map_parts(
        engine.Step(copies.sketch_articles, ""), [articles, tokens], processed / "sketches", label="copies"
    )
    engine.reduce_parts(
        engine.Step(copies.pair_sketches, "copies"), [processed / "sketches"], processed / "copies.parquet"
    )
    in_stories = articles_told(articles, processed / "stories")
    engine.write_parts(in_stories, told, "", starts=part_starts(in_stories["article_id"], _QUOTE_PART_ROWS))
    engine.map_parts(
        engine.Step(quotes.find_quotes, "quotes", {"progress": False}), [told], processed / "quotes", label="quotes"
    )
    return processed


def articles_told(articles: Path, assigned: Path) -> pd.DataFrame:
    """`article_id` and `text` of the articles that belong to a story, in the articles' order."""
    parts = zip(engine.parts(articles), engine.parts(assigned), strict=True)
    frames = ((tables.read_table(texts), tables.read_table(found)) for texts, found in parts)
    return pd.concat(
        [texts.loc[texts["article_id"].isin(found["article_id"]), ["article_id", "text"]] for texts, found in frames]
    )
