"""The texts of the articles that belong to a story: what quotes are found in."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis import engine, tables
from analysis.corpus.assembly import part_starts


def write_story_articles(articles: Path, assigned: Path, folder: Path, *, most: int) -> None:
    """Write `article_id` and `text` of the articles that belong to a story, in their order, to parts of `most` rows.

    Nothing is read or written if these parts were made of the same tables before. FOLDER.parquet says of what they
    were made: a key in the parts themselves would change all of them with each new article, and so all quotes.
    """
    made_of = folder.with_suffix(".parquet")
    sources = [part for table in (articles, assigned) for part in engine.parts(table)]
    key = engine.step_key(write_story_articles, {"most": most}, map(engine.part_hash, sources))
    if engine.is_fresh(made_of, key) and _listed(engine.parts(folder)).equals(tables.read_table(made_of)):
        return
    chosen = _in_stories(articles, assigned)
    written = engine.write_parts(chosen, folder, "", starts=part_starts(chosen["article_id"], most))
    tables.write_table(_listed(written), made_of, "", metadata=engine.key_metadata(key))


def _listed(parts: Sequence[Path]) -> pd.DataFrame:
    hashes = {"part": [part.name for part in parts], "sha256": list(map(engine.part_hash, parts))}
    return pd.DataFrame(hashes, dtype="str")


def _in_stories(articles: Path, assigned: Path) -> pd.DataFrame:
    """Return `article_id` and `text` of the articles that belong to a story."""
    parts = zip(engine.parts(articles), engine.parts(assigned), strict=True)
    columns = ["article_id", "text"]
    frames = ((tables.read_table(a, columns=columns), tables.read_table(s, columns=columns[:1])) for a, s in parts)
    return pd.concat([texts[texts["article_id"].isin(found["article_id"])] for texts, found in frames])
