"""Test the claims of a report again under other choices: which of them do not depend on how the analysis was done."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from analysis import paths
from analysis.copies import drop_copies
from analysis.estimates.findings import Comparison, Known, find_findings, find_verdicts
from analysis.estimates.same_claims import distinct_claims
from analysis.estimates.sentences import HOLDS
from analysis.pipeline.run_findings import read_beside_articles, run_comparisons
from analysis.pipeline.run_topics import topic_settings
from analysis.progress import Progress
from analysis.quotes import find_quotes
from analysis.run_files import Run
from analysis.stories import assign_stories
from analysis.tables import need
from analysis.topics import fit_topics

FLOORS = (0.25, 0.5, 0.75)
SCORE_CHANGES = (-0.1, 0.1)
SAME_TOPIC = 0.5  # cosine of two topics' shares over the articles, from which they count as one topic
SAME_WAY, OTHER_WAY, UNTOUCHED, UNTESTED = "same direction", "other direction", "not touched", "not tested"
COLUMNS = [
    "finding_id", "chart", "kind", "group", "sentence", "verdict", "choice", "estimate", "low", "high", "difference",
    "q_value", "outcome",
]  # fmt: skip


class Inputs(NamedTuple):
    """The articles and tables that a run's claims are made from."""

    articles: pd.DataFrame
    assigned: pd.DataFrame
    copies: pd.DataFrame
    quotes: pd.DataFrame
    topics: pd.DataFrame
    topic_shares: pd.DataFrame
    min_confidence: float

    @property
    def own(self) -> pd.DataFrame:
        """The articles that belong to a story, copies left out."""
        articles = drop_copies(self.articles, self.copies)
        return articles[articles["article_id"].isin(self.assigned["article_id"])]


def vary_findings(
    run: Run, articles: pd.DataFrame, *, min_confidence: float = 0.25, progress: bool = True
) -> pd.DataFrame:
    """Return what becomes of each finding under other choices, one row per finding and choice.

    Parameters
    ----------
    run : Run
        What `open_run` returned.
    articles : DataFrame
        The articles of the selection, as `load_articles` gives them.
    min_confidence : float
        The confidence that the report asks of attributions.
    progress : bool
        Show a progress bar in a notebook that a person runs, if the work takes more than two seconds.

    Returns
    -------
    DataFrame
        One row per claim of the report (see `distinct_claims`) and choice: `finding_id`, `chart`, `kind`, `group`,
        `sentence`, `verdict` (of the report); `choice`; `estimate`, `low`, `high`, `difference`, `q_value` under that
        choice; `outcome`:

        - *holds*: the choice gives the verdict *holds*, with a difference of the same sign if the report tested one;
        - *same direction*: it cannot be told, but the difference has the same sign;
        - *other direction*: the difference has the other sign;
        - *not tested*: too few articles are left, or the group or the topic is not there;
        - *not touched*: the choice does not concern this claim, all its numbers are the same.

    Raises
    ------
    ValueError
        For a missing column.

    Notes
    -----
    The choices, one at a time: copies are kept; attributions of at least .25, .5 or .75 confidence; the largest outlet
    is left out; `least_score` of every story .1 lower or higher; articles of even or odd calendar weeks only; one topic
    less or more. With a lower `least_score`, quotes are found in the articles that it adds; topics stay those of the
    other articles. Topics of another number are compared with the report's topic whose articles they share (cosine of
    the shares at least .5, the best pairs together). All claims are tested together under each choice too.
    """
    need(articles, ["article_id", "text", "outlet", "published"], who="vary_findings")
    assigned, copies, quotes, topics, shares = read_beside_articles(run.processed)
    inputs = Inputs(articles, assigned, copies, quotes, topics, shares, min_confidence)
    known: Known = {}  # most choices concern some of the comparisons only
    reported = distinct_claims(find_findings(_comparisons(run, inputs), known=known)).set_index("finding_id")
    choices = list(_choices(run, inputs))
    hidden = not progress or bool(os.environ.get(paths.REPORT_VARIABLE))
    bar = Progress(choices, desc="choices", unit="choices", delay=2, leave=False, disable=hidden)
    rows = [_compared(reported, find_verdicts(_comparisons(run, change()), known=known), name) for name, change in bar]
    return pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=COLUMNS)


def summarize_choices(varied: pd.DataFrame) -> pd.DataFrame:
    """Return under how many choices each finding holds, one row per finding that holds somewhere.

    Parameters
    ----------
    varied : DataFrame
        What `vary_findings` returns.

    Returns
    -------
    DataFrame
        `finding_id`; `sentence` and `verdict` of the report; `n_choices` (choices that concern it); `n_holds`;
        `n_same_direction` (with those that hold); `fails` (list of the choices under which it does not hold). Findings
        of the report come first, those with the most choices first.

    Raises
    ------
    ValueError
        For a missing column.
    """
    need(varied, ["finding_id", "sentence", "verdict", "choice", "outcome"], who="summarize_choices")
    touched = varied[varied["outcome"] != UNTOUCHED]
    rows = []
    for (finding_id, sentence, verdict), own in touched.groupby(["finding_id", "sentence", "verdict"], sort=False):
        holds = own["outcome"] == HOLDS
        if verdict == HOLDS or holds.any():
            same = int(own["outcome"].isin([HOLDS, SAME_WAY]).sum())
            rows.append((finding_id, sentence, verdict, len(own), int(holds.sum()), same, [*own.loc[~holds, "choice"]]))
    columns = ["finding_id", "sentence", "verdict", "n_choices", "n_holds", "n_same_direction", "fails"]
    table = pd.DataFrame(rows, columns=columns).assign(first=lambda frame: frame["verdict"] != HOLDS)
    return table.sort_values(["first", "n_holds"], ascending=[True, False], kind="stable", ignore_index=True)[columns]


def _comparisons(run: Run, inputs: Inputs) -> list[Comparison]:
    *tables, min_confidence = inputs
    return run_comparisons(*tables, stories=run.stories, min_confidence=min_confidence)


def _compared(reported: pd.DataFrame, other: pd.DataFrame, choice: str) -> pd.DataFrame:
    """Return what became of each reported finding under one choice."""
    columns = ["estimate", "low", "high", "difference", "p", "q_value", "verdict", "n_articles"]
    now = other.set_index("finding_id")[columns].reindex(reported.index)
    numbers = ["estimate", "low", "high", "p", "n_articles"]
    same = (now[numbers].fillna(-1) == reported[numbers].fillna(-1)).all(axis=1)
    sign = np.sign(now["difference"].astype(float) * reported["difference"].astype(float))
    holds = (now["verdict"] == HOLDS) & ~(sign < 0)
    found = np.select([same, holds, sign > 0, sign < 0], [UNTOUCHED, HOLDS, SAME_WAY, OTHER_WAY], default=UNTESTED)
    kept = reported[["chart", "kind", "sentence", "verdict"]].assign(group=reported["groups"].str[0])
    return kept.join(now.drop(columns="verdict")).assign(choice=choice, outcome=found).reset_index()[COLUMNS]


def _choices(run: Run, inputs: Inputs) -> Iterator[tuple[str, Callable[[], Inputs]]]:
    """Yield the name of each choice, and a function that makes its inputs."""
    yield "copies kept", lambda: inputs._replace(copies=inputs.copies.iloc[:0])
    for floor in FLOORS:
        if floor != inputs.min_confidence:
            yield f"confidence from {floor:.2g}".replace("0.", "."), partial(inputs._replace, min_confidence=floor)
    outlets = inputs.articles["outlet"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index
    if len(outlets) > 1:
        others = inputs.articles[inputs.articles["outlet"] != outlets[0]]
        yield f"without {outlets[0]}", partial(inputs._replace, articles=others)
    for change in SCORE_CHANGES:
        higher = "higher" if change > 0 else "lower"
        yield f"story score {abs(change):.1f} {higher}".replace("0.", "."), partial(_with_score, run, inputs, change)
    for name, remainder in (("even weeks", 0), ("odd weeks", 1)):
        weeks = inputs.articles["published"].dt.isocalendar().week
        chosen = (weeks % 2 == remainder).fillna(False).astype(bool)
        yield name, partial(inputs._replace, articles=inputs.articles[chosen])
    n_topics = inputs.topics["topic"].nunique()
    for number in (n_topics - 1, n_topics + 1):
        if number > 1 and n_topics:
            yield f"{number} topics", partial(_with_topics, run, inputs, number)


def _with_score(run: Run, inputs: Inputs, change: float) -> Inputs:
    """Return the inputs with another `least_score` of every story; quotes are found in articles that are new."""
    least = {story["name"]: float(np.clip(round(story["least_score"] + change, 3), 0, 0.99)) for story in run.stories}
    if change > 0:  # no article is new
        kept = inputs.assigned["score"] >= inputs.assigned["story"].map(least).astype(float)  # of no rows, text
        return inputs._replace(assigned=inputs.assigned[kept])
    assigned = assign_stories(inputs.articles, [story | {"least_score": least[story["name"]]} for story in run.stories])
    added = set(assigned["article_id"]) - set(inputs.assigned["article_id"])
    new = inputs.articles.loc[inputs.articles["article_id"].isin(added), ["article_id", "text"]]
    quotes = [inputs.quotes, find_quotes(new, progress=False)] if len(new) else [inputs.quotes]
    return inputs._replace(assigned=assigned, quotes=pd.concat(quotes, ignore_index=True))


def _with_topics(run: Run, inputs: Inputs, number: int) -> Inputs:
    """Return the inputs with another number of topics; those that the report has too keep its numbers and labels."""
    fitted = fit_topics(inputs.own, topics=number, seed=topic_settings(run.parameters)["seed"])
    numbers = match_topics(fitted.shares, inputs.topic_shares)
    labels = dict(zip(inputs.topics["topic"], inputs.topics["label"], strict=True))
    topics, shares = (frame.assign(topic=frame["topic"].map(numbers)) for frame in (fitted.terms, fitted.shares))
    return inputs._replace(
        topics=topics.assign(label=topics["topic"].map(labels).fillna(topics["label"])), topic_shares=shares
    )


def match_topics(shares: pd.DataFrame, reported: pd.DataFrame) -> dict[int, int]:
    """Return the reported topic of each topic of `shares`; a topic that the report does not have gets a new number.

    Parameters
    ----------
    shares, reported : DataFrame
        `article_id`, `topic`, `share`.

    Returns
    -------
    dict of int to int
        Topic to topic, the pairs with the largest sum of cosines over the articles; below .5 they are no pair.

    Examples
    --------
    >>> reported = pd.DataFrame({"article_id": list("abab"), "topic": [1, 1, 2, 2], "share": [1, 0, 0, 1]})
    >>> match_topics(reported.assign(topic=[2, 2, 1, 1]), reported)
    {1: 2, 2: 1}
    """
    grids = [frame.pivot(index="article_id", columns="topic", values="share") for frame in (shares, reported)]
    own, other = (grid.reindex(grids[1].index).fillna(0) for grid in grids)
    norms = np.outer(np.linalg.norm(own, axis=0), np.linalg.norm(other, axis=0))
    cosines = own.to_numpy().T @ other.to_numpy() / np.maximum(norms, 1e-12)
    pairs = dict(zip(*linear_sum_assignment(-cosines), strict=True))
    new = iter(range(int(other.columns.max()) + 1, int(other.columns.max()) + 1 + own.shape[1]))
    return {
        int(topic): int(other.columns[pairs[place]])
        if place in pairs and cosines[place, pairs[place]] >= SAME_TOPIC
        else next(new)
        for place, topic in enumerate(own.columns)
    }
