"""The step that groups the articles of a run by event."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis import engine, stores, tables
from analysis.buckets import scratch_folder
from analysis.corpus.selection import in_selection
from analysis.events import Words, group_words
from analysis.review.event_application import apply_event_pairs
from analysis.review.event_pairs import COLUMNS
from analysis.words.token_ids import token_ids
from analysis.words.token_table import ids_of


def write_run_events(
    processed: Path,
    *,
    selection: Mapping[str, Any],
    settings: Mapping[str, Any],
    pairs: Sequence[Mapping[str, str]] = (),
) -> None:
    """Write the table `events`: the articles of a selection that belong to a story, as people decided; copies stay in.

    The words are those of the tables of tokens, so no text is read; only where people decided, all texts are.
    Nothing is done if the table was made of the same tables before.
    """

    def make() -> dict[str, pd.DataFrame]:
        articles, chosen = _chosen(processed, selection)
        with scratch_folder(stores.on_this_machine(processed) / ".events") as scratch:
            events = group_words(articles, lambda: _words(processed, chosen), scratch, **settings)
        if pairs:
            articles = tables.read_table(processed / "articles", rows=chosen)
            events = apply_event_pairs(events, articles, pd.DataFrame(pairs, columns=COLUMNS))
        return {"events": events}

    inputs = [processed / name for name in ("articles", "stories", "tokens/news")]
    choices = {"selection": selection, "settings": settings, "pairs": pairs}
    engine.write_whole(write_run_events, choices, inputs, {"events": processed / "events.parquet"}, make)


def _chosen(processed: Path, selection: Mapping[str, Any]) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the articles of a selection on a story, without texts, and for each article whether it is one of them."""
    articles = tables.read_table(processed / "articles", columns=["article_id", "outlet", "published"])
    on_story = tables.read_table(processed / "stories", columns=["article_id"])["article_id"]
    chosen = (in_selection(articles, **selection) & articles["article_id"].isin(on_story)).to_numpy(dtype=bool)
    return articles[chosen].reset_index(drop=True), chosen


def _words(processed: Path, chosen: np.ndarray) -> Iterator[Words]:
    """Yield the words of headline and text of the chosen articles, part by part."""
    start = 0
    for part in engine.parts(processed / "articles"):
        headlines = tables.read_table(part, columns=["headline"])["headline"]
        rows = np.flatnonzero(chosen[start : start + len(headlines)])
        start += len(headlines)
        if len(rows):
            yield _with_headlines(tables.read_table(processed / "tokens" / "news" / part.name), headlines, rows)


def _with_headlines(tokens: pd.DataFrame, headlines: pd.Series, rows: np.ndarray) -> Words:
    """Return the words of some rows of a token table, each headline before the text."""
    texts, heads = ids_of(tokens), token_ids(headlines.iloc[rows])
    of_heads = heads.ids.astype(np.int64) + len(texts.terms)
    ids = [np.zeros(0, np.int64)]
    for place, row in enumerate(rows):
        ids += [of_heads[heads.offsets[place] : heads.offsets[place + 1]]]
        ids += [texts.ids[texts.offsets[row] : texts.offsets[row + 1]]]
    sizes = np.diff(heads.offsets) + np.diff(texts.offsets)[rows]
    terms = pa.concat_arrays([texts.terms, pa.array(heads.terms, pa.string())])
    return Words(np.concatenate(ids).astype(np.int64), np.concatenate([[0], np.cumsum(sizes)]), terms)
