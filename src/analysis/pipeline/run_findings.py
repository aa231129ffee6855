"""The step that tests the claims of a run's report: which comparisons its charts make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis import engine, tables
from analysis.copies import drop_copies
from analysis.corpus.outlet_groups import Groups, group_outlets
from analysis.corpus.selection import in_selection
from analysis.estimates.findings import Comparison, find_findings
from analysis.memory import freed_at_once
from analysis.pipeline.run_topics import BESIDE_TEXTS
from analysis.stories import Story, find_word_choices, label_stories, with_first_hits
from analysis.tables import select_statements
from analysis.wording import quoted

# What the kinds of speakers are called in a sentence.
SPEAKER_NAMES = {
    "named_person": "named people",
    "unnamed_person": "people who are not named",
    "group": "groups",
    "organization": "institutions",
    "document": "documents",
}


MOST_LABELS = 3  # stories that a sentence names
_BESIDE_ARTICLES = ("stories", "copies.parquet", "quotes", "topics.parquet", "topic_shares.parquet")


def finding_settings(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run tests its claims; a test compares the defaults with those of the notebooks."""
    return {"min_confidence": parameters.get("min_confidence", 0.25)}


def write_run_findings(processed: Path, **choices: Any) -> None:
    """Write the table `findings` of a run; `choices` are those of `run_comparisons`.

    Nothing is done if it was made of the same tables before.
    """

    def make() -> dict[str, pd.DataFrame]:
        # Of the articles on a story, the texts are read part by part beside it.
        with freed_at_once():
            compared = run_comparisons(
                tables.read_table(processed / "articles", columns=BESIDE_TEXTS),
                *read_beside_articles(processed),
                texts=read_story_texts(processed),
                **choices,
            )
        counted = [comparison._replace(things=dict) for comparison in compared]
        del compared  # with the tables that things are looked up in
        pa.default_memory_pool().release_unused()
        return {"findings": find_findings(counted)}

    inputs = [processed / name for name in ("articles", *_BESIDE_ARTICLES)]
    engine.write_whole(write_run_findings, choices, inputs, {"findings": processed / "findings.parquet"}, make)


def read_beside_articles(processed: Path) -> list[pd.DataFrame]:
    """Return the tables that `run_comparisons` takes beside the articles, in its order."""
    return [tables.read_table(processed / name) for name in _BESIDE_ARTICLES]


def read_story_texts(processed: Path) -> Iterator[pd.DataFrame]:
    """Yield `article_id` and `text` of the articles on a story, part by part."""
    parts = engine.parts(processed / "in_stories")
    return (tables.read_table(part, columns=["article_id", "text"]) for part in parts)


def run_comparisons(
    articles: pd.DataFrame,
    assigned: pd.DataFrame,
    copies: pd.DataFrame,
    quotes: pd.DataFrame,
    topics: pd.DataFrame,
    topic_shares: pd.DataFrame,
    *,
    stories: Sequence[Story],
    min_confidence: float,
    selection: Mapping[str, Any] = MappingProxyType({}),
    groups: Groups | None = None,
    texts: Iterable[pd.DataFrame] | None = None,
) -> list[Comparison]:
    """Return what a report compares in a selection's articles, about groups of outlets if given.

    The claims are about articles that are no copies, and about attributions of at least `min_confidence` that say
    something: whoever did not respond is left out, and so are acts and headlines. `texts` are frames with `article_id`
    and `text`, in the order of the articles; without them, the articles have their texts.
    """
    chosen = articles[in_selection(articles, **selection)]
    chosen = group_outlets(chosen, groups) if groups else chosen
    own = label_stories(drop_copies(chosen, copies), assigned, stories)
    on_story = own[own["story"] != "neither"]
    voiced = select_statements(quotes[quotes["confidence"] >= min_confidence])
    on = _on_stories(stories)
    comparisons = [
        _coverage(chosen, assigned, stories),
        *_word_choices(on_story, [articles] if texts is None else texts, stories, quotes),
        _topics(on_story, topics, topic_shares, on),
        _sources(on_story, voiced, "04-1-sourcing-by-outlet", "outlet", on),
        _sources(on_story, voiced, "04-2-sourcing-by-story", "story", on),
    ]
    grouped = "publication" in chosen and (chosen["publication"] != chosen["outlet"]).any()  # here, or before
    unit = "outlets and groups" if grouped else "outlets"
    return [
        comparison._replace(unit=unit) if comparison.unit == "outlets" else comparison
        for comparison in comparisons
        if comparison.kinds
    ]


def _coverage(articles: pd.DataFrame, assigned: pd.DataFrame, stories: Sequence[Story]) -> Comparison:
    counts = pd.DataFrame({"group": articles["outlet"], "total": 1})
    for story in stories:
        covering = assigned.loc[assigned["story"] == story["name"], "article_id"]
        counts[f"articles on {story['label']}"] = articles["article_id"].isin(covering).astype(int)
    subjects = {
        f"articles on {story['label']}": f"the share of collected articles on “{story['label']}”" for story in stories
    }

    def things() -> dict[str, pd.DataFrame]:
        # Those most plainly on a story come first.
        ranked = assigned.sort_values("score", ascending=False, kind="stable")
        covering = []
        for story in stories:
            on_it = ranked[ranked["story"] == story["name"]]
            own = articles.set_index("article_id").reindex(on_it["article_id"]).dropna(subset=["outlet"]).reset_index()
            covering.append(with_first_hits(own, on_it, [story]).assign(kind=f"articles on {story['label']}"))
        return _grouped(pd.concat(covering), "outlet")

    question = "Which outlets cover which story most?"
    return Comparison("01-3-story-mix", question, counts, subjects, articles="collected articles", things=things)


def _grouped(things: pd.DataFrame, by: str) -> dict[str, pd.DataFrame]:
    """Return what is counted, with the column `by` as `group`."""
    wanted = ["article_id", "quote_id", "start", "end", "kind", by]
    return {"n": things[[name for name in wanted if name in things]].rename(columns={by: "group"})}


def _word_choices(
    articles: pd.DataFrame, texts: Iterable[pd.DataFrame], stories: Sequence[Story], quotes: pd.DataFrame
) -> Iterator[Comparison]:
    ids = set(articles["article_id"])
    places = quotes.groupby("article_id", sort=False).indices  # of the quotes of each article

    def uses_in(part: pd.DataFrame) -> pd.DataFrame:
        chosen = part.loc[[article_id in ids for article_id in part["article_id"]], ["article_id", "text"]]
        beside = [place for article_id in chosen["article_id"] for place in places.get(article_id, ())]
        uses = find_word_choices(chosen, stories, quotes=quotes.iloc[beside])
        return uses[["article_id", "choice", "wording", "start", "end"]]

    uses = pd.concat(map(uses_in, texts), ignore_index=True).merge(articles[["article_id", "outlet"]], on="article_id")
    wordings = {name: words for story in stories for name, words in story["word_choice"].items()}
    for choice, own in uses.groupby("choice", sort=False):
        own = own.assign(kind=own["wording"].map(_plain))
        counts = pd.crosstab(own["article_id"], own["kind"])
        outlets = articles.set_index("article_id")["outlet"].reindex(counts.index)
        listed = quoted([_plain(wording) for wording in wordings[choice]], word="or")
        subjects = {kind: f"the share of {quoted([kind])} among all uses of {listed} outside quotes" for kind in counts}
        yield Comparison(
            f"02-4-word-choice/{choice}",
            "Which words do outlets choose?",
            counts.assign(total=counts.sum(axis=1), group=outlets).reset_index(),
            subjects,
            articles="articles that use one of the terms",
            things=partial(_grouped, own, "outlet"),
        )


def _plain(wording: str) -> str:
    """Return a wording without the sign for any ending."""
    return wording.replace("*", "")


def _topics(articles: pd.DataFrame, topics: pd.DataFrame, shares: pd.DataFrame, on: str) -> Comparison:
    labels = dict(zip(topics["topic"], topics["label"], strict=True))
    names = {topic: f"topic {topic} ({label})" for topic, label in labels.items()}
    rows, ids = pd.factorize(shares["article_id"])
    columns, numbers = pd.factorize(shares["topic"], sort=True)
    wide = np.full((len(ids), len(numbers)), np.nan)
    wide[rows, columns] = shares["share"]  # a pivot holds three times as much
    # A copy would lie otherwise in memory, and sums differ in the last bit.
    table = pd.DataFrame(wide, pd.Index(ids, name="article_id"), [names[number] for number in numbers], copy=False)
    counts = articles.set_index("article_id")[["outlet"]].join(table, how="inner").rename(columns={"outlet": "group"})
    counts = counts.assign(total=1).reset_index()
    subjects = {names[topic]: _topic_subject(topic, label, topics) for topic, label in labels.items()}
    question = "Which outlets cover which topics?"

    def things() -> dict[str, pd.DataFrame]:
        # A share is a mean over all articles; those with the most of the topic come first.
        ranked = shares.sort_values("share", ascending=False, kind="stable")
        ranked = ranked.assign(kind=ranked["topic"].map(names)).merge(
            articles[["article_id", "outlet"]], on="article_id"
        )
        return {"": ranked.rename(columns={"outlet": "group"})}

    return Comparison("03-2-topics-by-outlet", question, counts, subjects, articles=on, things=things)


def _topic_subject(topic: int, label: str, topics: pd.DataFrame) -> str:
    """Return what a topic's share is, in words: by the name that a person gave it, or else by its first terms."""
    words = label.split(", ")
    if {word.casefold() for word in words} <= set(topics.loc[topics["topic"] == topic, "term"].str.casefold()):
        return f"the share of text marked by words such as {quoted(words)} (topic {topic})"
    return f"the share of text on {quoted([label])} (topic {topic})"


def _sources(articles: pd.DataFrame, quotes: pd.DataFrame, chart: str, by: str, on: str) -> Comparison:
    known = quotes[quotes["speaker_kind"].isin(SPEAKER_NAMES)]
    kinds = [kind for kind in SPEAKER_NAMES if (known["speaker_kind"] == kind).any()]
    table = pd.crosstab(known["article_id"], known["speaker_kind"]).reindex(
        index=articles["article_id"], columns=kinds, fill_value=0
    )
    groups = articles[by].astype(str) if by == "outlet" else "“" + articles[by].astype(str) + "”"
    counts = table.rename(columns=SPEAKER_NAMES).reset_index().assign(group=groups.to_numpy())
    places = articles[["article_id"]].assign(group=groups)

    def things() -> dict[str, pd.DataFrame]:
        named = known.assign(kind=known["speaker_kind"].map(SPEAKER_NAMES))
        return _grouped(named.merge(places, on="article_id"), "group")

    return Comparison(
        chart,
        "Whose voices are quoted?",
        counts.assign(total=table.sum(axis=1).to_numpy()),
        {name: f"the share of quotes and paraphrases from {name}" for name in SPEAKER_NAMES.values()},
        articles=f"{on} that quote or paraphrase a source" if by == "outlet" else "articles that quote a source",
        unit="outlets" if by == "outlet" else _stories_unit(groups),
        at="at" if by == "outlet" else "in articles on",
        things=things,
    )


def _stories_unit(groups: pd.Series) -> str:
    """Return what groups of articles by story are; those on two stories are a group of their own."""
    return "groups of stories" if groups.str.contains(" + ", regex=False).any() else "stories"


def _on_stories(stories: Sequence[Story]) -> str:
    """Return which articles are compared, in words."""
    labels = [story["label"] for story in stories]
    return f"articles on {quoted(labels, word='or')}" if len(labels) <= MOST_LABELS else "articles on the stories"
