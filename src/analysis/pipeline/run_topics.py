"""The step that fits the topics of a run."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.copies import drop_copies
from analysis.corpus.selection import in_selection
from analysis.tables import empty
from analysis.topics import fit_topics

# The tables that hold a run's topics, and the field of `Topics` that each one holds.
TABLES = {
    "topics": "terms",
    "topic_shares": "shares",
    "topic_stability": "stability",
    "topic_typical": "typical",
    "topic_agreement": "agreement",
}


def topic_settings(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run fits topics; a test compares the defaults with those of the notebook."""
    return {"topics": parameters.get("n_topics", 0) or "auto", "seed": parameters.get("seed", 0)}


def fit_run_topics(
    articles: pd.DataFrame,
    stories: pd.DataFrame,
    copies: pd.DataFrame,
    *,
    selection: Mapping[str, Any],
    settings: Mapping[str, Any],
) -> dict[str, pd.DataFrame]:
    """Return the tables of the topics of a selection's articles that belong to a story, copies left out.

    They are empty where `fit_topics` refuses the articles, because there are too few of them, say. `load_topics` then
    fits again and so shows the reason, where somebody asks for topics.
    """
    chosen = drop_copies(articles[in_selection(articles, **selection)], copies)
    try:
        fitted = fit_topics(chosen[chosen["article_id"].isin(stories["article_id"])], **settings)
    except ValueError:
        return {name: empty(name) if name in ("topics", "topic_shares") else pd.DataFrame() for name in TABLES}
    return {name: getattr(fitted, field) for name, field in TABLES.items()}
