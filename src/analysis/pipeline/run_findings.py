"""The step that tests the claims of a run's report: which comparisons its charts make."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.copies import drop_copies
from analysis.corpus.selection import in_selection
from analysis.estimates.findings import Comparison, find_findings
from analysis.stories import label_stories

# What the kinds of speakers are called in a sentence.
SPEAKER_KINDS = {
    "named_person": "named people",
    "unnamed_person": "people who are not named",
    "group": "groups",
    "organization": "institutions",
    "document": "documents",
}


def finding_settings(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run tests its claims; a test compares the defaults with those of the notebooks."""
    return {"min_confidence": parameters.get("min_confidence", 0.25), "seed": parameters.get("seed", 0)}


def find_run_findings(
    articles: pd.DataFrame,
    stories: pd.DataFrame,
    copies: pd.DataFrame,
    quotes: pd.DataFrame,
    topics: pd.DataFrame,
    topic_shares: pd.DataFrame,
    *,
    entries: Sequence[Mapping[str, Any]],
    min_confidence: float,
    seed: int,
    outlets: Sequence[str] = (),
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Return the findings of a selection's articles, all claims tested together."""
    chosen = articles[in_selection(articles, outlets=outlets, since=since, until=until)]
    own = label_stories(drop_copies(chosen, copies), stories, list(entries))
    on_story = own[own["story"] != "neither"]
    voiced = quotes[(quotes["confidence"] >= min_confidence) & (quotes["cue_kind"] != "non_response")]
    comparisons = [
        _coverage(chosen, stories, entries),
        _topics(on_story, topics, topic_shares),
        _sources(on_story, voiced, "04-1-sourcing-by-outlet", "outlet"),
        _sources(on_story, voiced, "04-2-sourcing-by-story", "story"),
    ]
    return find_findings([comparison for comparison in comparisons if comparison.kinds], seed=seed)


def _coverage(articles: pd.DataFrame, stories: pd.DataFrame, entries: Sequence[Mapping[str, Any]]) -> Comparison:
    counts = pd.DataFrame({"group": articles["outlet"], "total": 1})
    for entry in entries:
        covered = articles["article_id"].isin(stories.loc[stories["story"] == entry["name"], "article_id"])
        counts[f"articles on {entry.get('label', entry['name'])}"] = covered.astype(int)
    return Comparison("01-3-story-mix", "Which outlets cover which story most?", "an outlet's articles", counts)


def _topics(articles: pd.DataFrame, topics: pd.DataFrame, shares: pd.DataFrame) -> Comparison:
    names = {row.topic: f"topic {row.topic} ({row.label})" for row in topics.itertuples()}
    table = shares.pivot(index="article_id", columns="topic", values="share").rename(columns=names)
    counts = articles.set_index("article_id")[["outlet"]].join(table, how="inner").rename(columns={"outlet": "group"})
    counts = counts.assign(total=1).reset_index()
    return Comparison("03-2-topics-by-outlet", "Which outlets cover which topics?", "an outlet's articles", counts)


def _sources(articles: pd.DataFrame, quotes: pd.DataFrame, chart: str, by: str) -> Comparison:
    known = quotes[quotes["speaker_kind"].isin(SPEAKER_KINDS)]
    kinds = [kind for kind in SPEAKER_KINDS if (known["speaker_kind"] == kind).any()]
    table = pd.crosstab(known["article_id"], known["speaker_kind"]).reindex(
        index=articles["article_id"], columns=kinds, fill_value=0
    )
    counts = table.rename(columns=SPEAKER_KINDS).reset_index().assign(group=articles[by].to_numpy())
    return Comparison(
        chart, "Whose voices are quoted?", "attributions", counts.assign(total=table.sum(axis=1).to_numpy())
    )
