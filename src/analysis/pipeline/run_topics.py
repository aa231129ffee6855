"""The step that fits the topics of a run."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis import engine, tables
from analysis.copies import drop_copies
from analysis.corpus.selection import in_selection
from analysis.memory import freed_at_once

# The tables that hold a run's topics, and the field of `Topics` that each one holds.
TABLES = {
    "topics": "terms",
    "topic_shares": "shares",
    "topic_stability": "stability",
    "topic_typical": "typical",
    "topic_agreement": "agreement",
}
_INPUTS = ("articles", "stories", "copies.parquet")
BESIDE_TEXTS = ["article_id", "outlet", "published", "origin", "dateline"]


def topic_settings(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run fits topics; a test compares the defaults with those of the notebook."""
    return {"topics": parameters.get("n_topics", 0) or "auto", "seed": parameters.get("seed", 0)}


def write_run_topics(
    processed: Path, outputs: Mapping[str, Path], *, selection: Mapping[str, Any], settings: Mapping[str, Any]
) -> None:
    """Write the topics of a selection's articles that belong to a story, copies left out, each table to its file.

    `outputs` has the files of the names in `TABLES`. Nothing is done if they were made of the same tables before. The
    tables are empty where `fit_topics` refuses the articles, because there are too few of them, say. `load_topics` then
    fits again and so shows the reason, where somebody asks for topics.
    """

    def make() -> dict[str, pd.DataFrame]:
        # These load scikit-learn, which notebooks mostly do without.
        from analysis.topics.articles import in_sample, texts_by_id, together
        from analysis.topics.fit import fit_sample

        ids = _own_articles(processed, selection)
        sample = set(ids[in_sample(ids, settings["seed"])])
        inside, outside = (together(_texts(processed, own)) for own in (sample, set(ids) - sample))

        def texts_of(some: pd.Series) -> dict[str, str]:
            return texts_by_id(pd.concat(_texts(processed, set(some)), ignore_index=True), some)

        try:
            with freed_at_once():
                fitted = fit_sample(inside, outside, ids, texts_of, **settings)
            return {name: getattr(fitted, field) for name, field in TABLES.items()}
        except tables.DamagedTable:
            raise
        except ValueError:
            return {name: tables.empty(name) if name in tables.TABLES else pd.DataFrame() for name in TABLES}

    choices = {"selection": selection, "settings": settings}
    engine.write_whole(write_run_topics, choices, [processed / name for name in _INPUTS], outputs, make)


def _own_articles(processed: Path, selection: Mapping[str, Any]) -> np.ndarray:
    """Return the ids of the articles of a selection that belong to a story and are no copies."""
    articles = tables.read_table(processed / "articles", columns=BESIDE_TEXTS)
    on_story = tables.read_table(processed / "stories", columns=["article_id"])["article_id"]
    chosen = articles[in_selection(articles, **selection) & articles["article_id"].isin(on_story)]
    own = drop_copies(chosen, tables.read_table(processed / "copies.parquet"))
    return np.asarray(own["article_id"], dtype=object)


def _texts(processed: Path, ids: Collection[str]) -> Iterator[pd.DataFrame]:
    """Yield id, headline and text of these articles, part by part; parts without any are not read."""
    for part in engine.parts(processed / "articles") if ids else ():
        own = tables.read_table(part, columns=["article_id"])["article_id"].isin(ids)
        if own.any():
            yield tables.read_table(part, columns=["article_id", "headline", "text"], rows=own)
            pa.default_memory_pool().release_unused()  # most of a part are other texts
