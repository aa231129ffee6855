"""What people reviewed of a run, in sentences: the report's page and provenance.json say it in the same words."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from analysis import seals, tables
from analysis.aliases import load_aliases
from analysis.pipeline import load_run_articles
from analysis.pipeline.run_findings import finding_settings
from analysis.review import agreement_of_reviews, estimate_quotes, load_reviews
from analysis.review.application import find_articles, find_passage, use_speakers
from analysis.review.event_application import settle
from analysis.review.event_pairs import load_event_pairs
from analysis.review.topic_names import load_topic_names, match_names, unused_names
from analysis.run_files import Run
from analysis.wording import counted


def reviewed_in_words(run: Run) -> list[str]:
    """Return what people decided about the articles of a run, what of it was applied, and what follows from it."""
    articles = load_run_articles(run, **run.selection)
    return [
        *_about_seal(run),
        *_about_quotes(run, articles),
        *_about_names(run),
        *_about_topics(run),
        *_about_events(run, articles),
    ]


def _about_quotes(run: Run, articles: pd.DataFrame) -> Iterable[str]:
    reviews = find_articles(load_reviews(), articles)
    own = reviews[reviews["article_id"].isin(articles["article_id"])]
    if own.empty:
        return
    counts = Counter(own.drop_duplicates(["article_id", "place", "passage"], keep="last")["decision"])
    words = ", ".join(f"{n:,} {decision}" for decision, n in counts.most_common())
    people = own["coder"].nunique()
    yield (
        f"{'One person' if people == 1 else f'{people} people'} decided about {counted(counts.total(), 'passage')} of "
        f"these articles: {words}. All numbers and charts of this report are made with these decisions."
    )
    found = tables.read_table(run.processed / "found_quotes")
    yield from _without_a_place(run, found, own, articles)
    least = finding_settings(run.parameters)["min_confidence"]
    estimates = estimate_quotes(found[found["confidence"] >= least], articles, own).set_index("measure")
    if len(estimates):
        shares = "; ".join(
            f"{row.estimate:.0%} {_WORDS[str(row.Index)]} (95% interval {row.low:.0%} to {row.high:.0%})"
            for row in estimates.itertuples()
        )
        decided, n = estimates[["n_decided", "n_quotes"]].iloc[0]
        yield f"Of {n:,} attributions, as the program found them, {decided:,} drawn at random were decided: {shares}."
    yield from _agreement(own)


_CONFIRMED = ("right", "wrong speaker", "edges")


def _without_a_place(run: Run, found: pd.DataFrame, own: pd.DataFrame, articles: pd.DataFrame) -> Iterable[str]:
    """Tell what people confirmed and the program finds no longer, and decisions whose passage is no longer there."""
    quotes = tables.read_table(run.processed / "quotes", columns=["quote_id", "article_id", "reviewed"])
    kept = quotes["reviewed"].isin(_CONFIRMED) & ~quotes["quote_id"].isin(found["quote_id"])
    n_kept = int((kept & quotes["article_id"].isin(articles["article_id"])).sum())
    if n_kept:
        yield (
            f"The program no longer finds {counted(n_kept, 'attribution')} that people confirmed or corrected. They "
            "are kept as these people decided, with a speaker only where one was written down."
        )
    texts = articles.set_index("article_id")[["text", "headline"]]
    lost = sum(
        find_passage(row, str(texts.at[row["article_id"], row["place"]] or "")) is None
        for row in own.to_dict("records")
    )
    if lost:
        yield f"{counted(lost, 'decision')} could not be applied: the passage is no longer in the article."


_WORDS = {
    "an attribution": "are attributions",
    "the right speaker": "are attributions with the right speaker",
    "right in all": "are right in all, also at their edges",
}


def _agreement(reviews: pd.DataFrame) -> Iterable[str]:
    both = agreement_of_reviews(reviews).set_index("measure")
    if both.empty:
        return
    row = both.loc["decision"]
    alpha = "" if pd.isna(row["alpha"]) else f" (Krippendorff’s alpha {row['alpha']:.2f}{_interval(row)})"
    yield (
        f"Two people decided about the same {int(row['n']):,} attributions, each without seeing the other’s decisions; "
        f"{row['agree']:.0%} of these decisions are the same{alpha}. Where they differ, the later one counts."
    )


def _interval(row: pd.Series) -> str:
    return "" if pd.isna(row["low"]) else f", 95% interval {row['low']:.2f} to {row['high']:.2f}"


def _about_names(run: Run) -> Iterable[str]:
    aliases = load_aliases()
    if aliases.speakers:
        speakers = tables.read_table(run.processed / "found_quotes", columns=["speaker"])["speaker"].dropna()
        changed = sum(use_speakers(speakers, aliases.speakers) != speakers)
        yield (
            f"data/aliases.csv says which name to use for {counted(len(aliases.speakers), 'name')} of "
            f"speakers; attributions that have another name by it: {changed:,}."
        )
    if aliases.different:
        pairs = counted(len(aliases.different), "pair")
        yield f"data/aliases.csv says of {pairs} of names that they are different speakers."
    if aliases.outlets:
        yield f"data/aliases.csv says which name to use for {counted(len(aliases.outlets), 'name')} of outlets."


def _about_topics(run: Run) -> Iterable[str]:
    names = load_topic_names()
    if names.empty:
        return
    terms = tables.read_table(run.processed / "topics.parquet")
    given = match_names(terms, names)
    if given:
        listed = ", ".join(f"topic {topic} “{name}”" for topic, name in sorted(given.items()))
        yield f"People named {len(given)} of {terms['topic'].nunique()} topics: {listed}."
    yield from unused_names(terms, names)


def _about_events(run: Run, articles: pd.DataFrame) -> Iterable[str]:
    events = tables.read_table(run.processed / "events.parquet")
    settled = settle(load_event_pairs(), articles[articles["article_id"].isin(events["article_id"])])
    if settled.kept:
        same = sum(pair.decision == "same" for pair in settled.kept)
        pairs = counted(len(settled.kept), "pair")
        yield (
            f"People decided about {pairs} of articles whether they are on the same event: "
            f"{same:,} yes, {len(settled.kept) - same:,} no. Events are as they decided."
        )
    yield from settled.contradicted


def _about_seal(run: Run) -> Iterable[str]:
    """Tell decisions that were made before the run file was sealed from those that were made after."""
    sealed = seals.load_seal(run.file)
    moments = pd.concat([load()["decided_at"] for load in (load_reviews, load_topic_names, load_event_pairs)])
    if sealed is not None and len(moments):
        after = int((moments > sealed.sealed).sum())
        yield (
            f"The run file was sealed on {sealed.sealed[:10]}. Of {len(moments):,} decisions of people about quotes, "
            f"topics and events, {after:,} were made after that."
        )
