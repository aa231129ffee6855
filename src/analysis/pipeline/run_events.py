"""The step that groups the articles of a run by event."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.corpus.selection import in_selection
from analysis.events import group_events
from analysis.review.event_application import apply_event_pairs
from analysis.review.event_pairs import COLUMNS


def event_settings(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run groups events; a test compares the defaults with those of the notebook."""
    return {"window_days": parameters.get("window_days", 3.0)}


def group_run_events(
    articles: pd.DataFrame,
    stories: pd.DataFrame,
    *,
    selection: Mapping[str, Any],
    settings: Mapping[str, Any],
    pairs: Sequence[Mapping[str, str]] = (),
) -> pd.DataFrame:
    """Return the events of the articles of a selection that belong to a story, as people decided; copies stay in."""
    chosen = articles[in_selection(articles, **selection)]
    chosen = chosen[chosen["article_id"].isin(stories["article_id"])].reset_index(drop=True)
    return apply_event_pairs(group_events(chosen, **settings), chosen, pd.DataFrame(pairs, columns=COLUMNS))
