"""Every kind of bad input has the outcome that was decided before it was run: kept, repaired, or rejected why."""

import re
import string

import numpy as np
import pandas as pd
import pytest
from bad_inputs.every_kind import KINDS
from bad_inputs.kinds import hand_in

from analysis.corpus import ingest, load_articles
from analysis.readers.limits import Limits
from analysis.tables import read_table

# What no text of an article holds: markup, JSON, codes of a terminal.
RAW = re.compile(
    r"</?(?:p|div|html|br|body|script|rss|item)\b|\{\s*\"|\"text\":|[\x00-\x08\x0b-\x1f\x7f]|\bboundary=|\\u[0-9a-f]{4}"
)


def mark(number: int) -> str:
    """Return a name of a town that only one kind of bad input has."""
    letters = string.ascii_lowercase
    return f"Marlo{letters[number // 676]}{letters[number // 26 % 26]}{letters[number % 26]}"


def _value(cell: object) -> object:
    """Return a cell as kinds write it: a time by its day, no time as None, names as a list."""
    if isinstance(cell, pd.Timestamp | type(pd.NaT)):
        return None if pd.isna(cell) else str(cell)[:10]
    return list(cell) if isinstance(cell, list | np.ndarray) else cell


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Return articles, rejects and the numbers of records of one ingest of all kinds, and the folder of each."""
    raw = tmp_path_factory.mktemp("bad") / "raw"
    for number, kind in enumerate(KINDS):
        hand_in(kind, mark(number), raw / mark(number).lower())
    processed = raw.parent / "processed"
    counts = ingest(raw, processed, limits=Limits(seconds=30))
    found = load_articles(path=processed), read_table(processed / "rejects.parquet")
    return *(frame.assign(folder=frame["source_path"].str.partition("/")[0]) for frame in found), counts


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(KINDS)), ids=[kind.name for kind in KINDS])
def test_the_outcome_is_the_right_one(outcomes, number):
    articles, rejects, _ = outcomes
    kind = KINDS[number]
    kept = articles[articles["folder"] == mark(number).lower()]
    refused = rejects[rejects["folder"] == mark(number).lower()]
    told = refused[["reason", "detail"]].to_dict("records")
    assert (len(kept), sorted(refused["reason"])) == (kind.articles, sorted(kind.reasons)), told
    assert not kept["text"].str.contains(RAW).any()
    assert kept["text"].str.contains(mark(number)).all()
    for name, value in kind.fields.items():
        assert all(_value(row) == value for row in kept[name]), list(kept[name])
    assert any(kind.note in note for notes in kept["notes"] for note in notes) or not kind.note, list(kept["notes"])


@pytest.mark.slow
def test_every_record_is_an_article_a_reject_or_a_repeat(outcomes):
    counts = outcomes[2]
    expected = [(kind.articles, len(kind.reasons), kind.repeats) for kind in KINDS]
    assert counts[["articles", "rejects", "repeats"]].sum().tolist() == pd.DataFrame(expected).sum().tolist()


def test_there_are_many_kinds_and_no_two_of_a_name():
    assert len(KINDS) == len({kind.name for kind in KINDS}) >= 1000
