"""Names that people give to topics: the only module that reads and writes `data/reviews/topics.csv`."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import paths
from analysis.edited_csv import add_row, read_rows
from analysis.review.decisions import signature
from analysis.topics.result import Topics

COLUMNS = ["decided_at", "coder", "name", "terms"]
_FILE = "topics.csv"
LABELED = ("topics", "topic_stability")  # the tables that have labels
N_TERMS = 10
# Of ten terms. In fits of parts of 900 articles of AllSides, topics with over half of their articles in common shared
# three or more in 77 of 77 pairs, and those with under a tenth in none of 1,174 (benchmarks/review.py topics).
LEAST_SHARED = 3


def load_topic_names(path: str | Path = "") -> pd.DataFrame:
    """Return the names of topics that people gave, the oldest first.

    Parameters
    ----------
    path : str or Path
        A CSV file; by default `data/reviews/topics.csv` of the workspace.

    Returns
    -------
    DataFrame
        `decided_at`, `coder`, `name`, and `terms`: the ten first terms of the topic, joined by ", ". Of several names
        for the same terms only the last is there, and none if that is empty. Without the file, no rows.

    Raises
    ------
    ValueError
        If the file cannot be read, or a line has no terms; the message names the line and what to do.
    """
    file = paths.review_file(_FILE, path)
    rows = read_rows(file, COLUMNS)
    if not rows["terms"].all():
        line = rows.index[rows["terms"] == ""][0]
        raise ValueError(
            f"{paths.shown(file)}, line {line}: terms is empty; it has the first words of the topic; get them back, or "
            "delete the line"
        )
    last = rows.drop_duplicates("terms", keep="last")
    return last[last["name"] != ""].reset_index(drop=True)


def name_topic(topics: Topics, topic: int, name: str, *, coder: str = "", path: str | Path = "") -> Topics:
    """Give a topic a name, for this and all later runs, and return the topics with it.

    Parameters
    ----------
    topics : Topics
        What `load_topics` or `fit_topics` returned.
    topic : int
        The number of the topic.
    name : str
        The name; an empty one takes the name back, and the next report has the topic's words again.
    coder : str
        Who decides; by default the name of the account.
    path : str or Path
        A CSV file; by default `data/reviews/topics.csv` of the workspace.

    Returns
    -------
    Topics

    Raises
    ------
    ValueError
        If there is no such topic, or another topic has this name.
    """
    labels = topics.label
    if topic not in labels.index:
        raise ValueError(f"there is no topic {topic}; the topics are: {', '.join(map(str, labels.index))}")
    name = " ".join(name.split())
    if name and name in labels.drop(topic).to_list():
        raise ValueError(f"another topic is called “{name}”; give this one another name")
    names = load_topic_names(path)  # a damaged file is named before anything is added to it
    terms = ", ".join(_first_terms(topics.terms)[topic])
    former = [names["terms"].iloc[row] for row, other in _pairs(topics.terms, names) if other == topic]
    # A name that the topic had, perhaps under words that it no longer has, is taken back.
    for own, given in [*((words, "") for words in former if words != terms or not name), (terms, name)]:
        if given or own in former:
            add_row(paths.review_file(_FILE, path), signature(coder) | {"name": given, "terms": own}, COLUMNS)
    return use_topic_names(topics, load_topic_names(path))


def use_topic_names(topics: Topics, names: pd.DataFrame) -> Topics:
    """Return the topics with the names that people gave; see `match_names`."""
    named = name_topics(topics.terms, topics.stability, names=names.to_dict("records"))
    return replace(topics, terms=named["topics"], stability=named["topic_stability"])


def name_topics(
    terms: pd.DataFrame, stability: pd.DataFrame, *, names: Iterable[dict[str, str]]
) -> dict[str, pd.DataFrame]:
    """Return both tables of topics with the names as `label`; no two topics have the same label."""
    given = match_names(terms, pd.DataFrame(names, columns=COLUMNS))
    if given:
        labels = stability.set_index("topic")["label"].to_dict() | given
        seen: set[str] = set()
        for topic in sorted(labels, key=lambda topic: (topic not in given, topic)):
            if labels[topic] in seen:
                labels[topic] = f"{labels[topic]} (topic {topic})"
            seen.add(labels[topic])
        terms, stability = (
            frame.assign(label=frame["topic"].map(labels).astype(frame["label"].dtype)) for frame in (terms, stability)
        )
    return dict(zip(LABELED, (terms, stability), strict=True))


def match_names(terms: pd.DataFrame, names: pd.DataFrame) -> dict[int, str]:
    """Return the name of each topic that has one, by its number.

    A name goes to the topic with which it shares most of its ten first terms, three at least; each topic has one name,
    and of all ways to give them out, the one in which most terms are shared is taken.
    """
    return {topic: str(names["name"].iloc[row]) for row, topic in _pairs(terms, names)}


def _pairs(terms: pd.DataFrame, names: pd.DataFrame) -> list[tuple[int, int]]:
    """Return the row of `names` for each topic that has one, with the topic's number."""
    first = _first_terms(terms)
    if not first or names.empty:
        return []
    shared = np.array([[_n_shared(own, words) for own in first.values()] for words in names["terms"]])
    from scipy.optimize import linear_sum_assignment  # takes long to load, and few topics are named by people

    rows, columns = linear_sum_assignment(np.where(shared >= LEAST_SHARED, shared, 0), maximize=True)
    topics = list(first)
    return [(int(i), topics[j]) for i, j in zip(rows, columns, strict=True) if shared[i, j] >= LEAST_SHARED]


def _n_shared(own: list[str], words: str) -> int:
    return len({*own} & {*words.split(", ")})


def unused_names(terms: pd.DataFrame, names: pd.DataFrame) -> list[str]:
    """Return a sentence for each name that no topic has now, and why."""
    first, used = _first_terms(terms), [row for row, _ in _pairs(terms, names)]
    sentences = []
    for row in names.drop(index=names.index[used]).itertuples():
        best = max((_n_shared(own, str(row.terms)) for own in first.values()), default=0)
        why = (
            f"no topic now shares {LEAST_SHARED} of its {N_TERMS} words"
            if best < LEAST_SHARED
            else "the topic that is most like it has another name now"
        )
        sentences.append(f"The topic name “{row.name}” ({row.coder}) is not used: {why} ({row.terms}).")
    return sentences


def _first_terms(terms: pd.DataFrame) -> dict[int, list[str]]:
    """Return the first terms of each topic, in their order."""
    if terms.empty:
        return {}
    first = terms[terms["rank"] <= N_TERMS].sort_values(["topic", "rank"])
    return {int(topic): own.to_list() for topic, own in first.groupby("topic")["term"]}
