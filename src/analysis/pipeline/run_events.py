"""The step that groups the articles of a run by event."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.corpus.selection import in_selection
from analysis.events import group_events


def event_settings(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run groups events; a test compares the defaults with those of the notebook."""
    return {"window_days": parameters.get("window_days", 3.0)}


def group_run_events(
    articles: pd.DataFrame,
    stories: pd.DataFrame,
    *,
    selection: Mapping[str, Any],
    settings: Mapping[str, Any],
) -> pd.DataFrame:
    """Return the events of the articles of a selection that belong to a story; copies stay in."""
    chosen = articles[in_selection(articles, **selection)]
    return group_events(chosen[chosen["article_id"].isin(stories["article_id"])], **settings)
