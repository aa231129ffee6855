"""The step that tests the claims of a run's report: which comparisons its charts make."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.copies import drop_copies
from analysis.corpus.outlet_groups import Groups, group_outlets
from analysis.corpus.selection import in_selection
from analysis.estimates.findings import Comparison, find_findings
from analysis.stories import Story, find_word_choices, label_stories

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
    return {"min_confidence": parameters.get("min_confidence", 0.25)}


def find_run_findings(
    articles: pd.DataFrame,
    assigned: pd.DataFrame,
    copies: pd.DataFrame,
    quotes: pd.DataFrame,
    topics: pd.DataFrame,
    topic_shares: pd.DataFrame,
    *,
    selection: Mapping[str, Any],
    settings: Mapping[str, Any],
    stories: Sequence[Story],
    groups: Groups | None = None,
) -> pd.DataFrame:
    """Return the findings of a selection's articles, all claims tested together, about groups of outlets if given.

    The claims are about articles that are no copies, and about attributions of at least `min_confidence` that say
    something: whoever did not respond is left out.
    """
    chosen = articles[in_selection(articles, **selection)]
    chosen = group_outlets(chosen, groups) if groups else chosen
    own = label_stories(drop_copies(chosen, copies), assigned, stories)
    on_story = own[own["story"] != "neither"]
    voiced = quotes[(quotes["confidence"] >= settings["min_confidence"]) & (quotes["cue_kind"] != "non_response")]
    comparisons = [
        _coverage(chosen, assigned, stories),
        *_word_choices(on_story, stories, quotes),
        _topics(on_story, topics, topic_shares),
        _sources(on_story, voiced, "04-1-sourcing-by-outlet", "outlet"),
        _sources(on_story, voiced, "04-2-sourcing-by-story", "story"),
    ]
    return find_findings([comparison for comparison in comparisons if comparison.kinds])


def _coverage(articles: pd.DataFrame, assigned: pd.DataFrame, stories: Sequence[Story]) -> Comparison:
    counts = pd.DataFrame({"group": articles["outlet"], "total": 1})
    for story in stories:
        covered = articles["article_id"].isin(assigned.loc[assigned["story"] == story["name"], "article_id"])
        counts[f"articles on {story['label']}"] = covered.astype(int)
    return Comparison("01-3-story-mix", "Which outlets cover which story most?", "an outlet's articles", counts)


def _word_choices(articles: pd.DataFrame, stories: Sequence[Story], quotes: pd.DataFrame) -> Iterator[Comparison]:
    uses = find_word_choices(articles, stories, quotes=quotes)
    for choice, own in uses.groupby("choice", sort=False):
        counts = pd.crosstab(own["article_id"], own["wording"]).rename(
            columns=lambda wording: f"“{wording.replace('*', '…')}”"
        )
        outlets = articles.set_index("article_id")["outlet"].reindex(counts.index)
        counts = counts.assign(total=counts.sum(axis=1), group=outlets).reset_index()
        yield Comparison(
            f"02-4-word-choice/{choice}", "Which words do outlets choose?", f"wordings for {choice}", counts
        )


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
        chart, "Whose voices are quoted?", f"attributions, by {by}", counts.assign(total=table.sum(axis=1).to_numpy())
    )
