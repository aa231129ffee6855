"""The check of frames: columns in order, and what is said about a wrong one."""

import re

import pandas as pd
import pytest

from analysis import tables

COPY = {"article_id": ["a", "b"], "copy_of": ["c", "c"], "similarity": [0.9, 1.0], "kind": ["near", "exact"]}


def test_conform_orders_columns_and_fills_nullable_ones():
    stories = pd.DataFrame({"story": ["tax"], "article_id": ["a"], "score": [1], "n_hits": [3], "extra": [0]})
    got = tables.conform(stories, "stories")
    assert list(got.columns) == ["article_id", "story", "score", "n_hits", "first_hit"]
    assert got["score"].dtype == "float64" and got["first_hit"].isna().all()
    assert list(stories.columns) == ["story", "article_id", "score", "n_hits", "extra"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": None}, "needs the column kind; the frame has: article_id, copy_of, similarity"),
        (
            {"article_id": ["a", "a"]},
            "one row per article that is a copy, but {'article_id': 'a'} comes more than once",
        ),
        ({"copy_of": ["c", None]}, "column copy_of of the table copies is null in row 1"),
        ({"similarity": ["much", 1.0]}, "column similarity of the table copies must hold double"),
    ],
)
def test_conform_says_what_is_wrong(change, message):
    frame = pd.DataFrame({column: values for column, values in (COPY | change).items() if values is not None})
    with pytest.raises(ValueError, match=re.escape(message)):
        tables.conform(frame, "copies")


def test_unknown_table_names_the_tables():
    with pytest.raises(ValueError, match="no table 'quote'; the tables are: articles, rejects"):
        tables.empty("quote")
