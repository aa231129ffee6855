"""The tables' columns, their check, and that a written table comes back as it was."""

import re

import pandas as pd
import pytest
from conftest import ROOT

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


def test_a_table_comes_back_as_written_with_lists_as_lists(tmp_path):
    quote = {
        "quote_id": "1", "article_id": "a", "quote_type": "direct", "content": "“Yes,” … “no.”", "content_spans": [(0, 6), (9, 14)],
        "cue_spans": [], "cue_kind": "speech", "source_spans": [[20, 23]], "speaker_kind": "unknown", "confidence": 0.5, "paragraph": 0,
    }  # fmt: skip
    path = tables.write_table(pd.DataFrame([quote]), tmp_path / "q.parquet", "quotes", metadata={"made": "here"})
    row = tables.read_table(path).iloc[0]
    assert row["content_spans"] == [[0, 6], [9, 14]] and row["cue_spans"] == [] and pd.isna(row["speaker"])
    first = path.read_bytes()
    tables.write_table(pd.DataFrame([quote]), path, "quotes", metadata={"made": "here"})
    assert path.read_bytes() == first


def test_a_failed_write_leaves_the_former_table(tmp_path):
    path = tables.write_table(pd.DataFrame(COPY), tmp_path / "c.parquet", "copies")
    before = path.read_bytes()
    with pytest.raises(ValueError, match="more than once"):
        tables.write_table(pd.DataFrame(COPY | {"article_id": ["a", "a"]}), path, "copies")
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_no_table_says_what_to_run(tmp_path):
    with pytest.raises(FileNotFoundError, match="run `make report`, or ingest"):
        tables.read_table(tmp_path / "articles")


def test_the_codebook_explains_every_column_of_every_table_and_no_other():
    told = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    sections = {m[1]: m[2] for m in re.finditer(r"^## `(\w+)`$(.*?)(?=^## |\Z)", told, re.M | re.S)}
    assert sections.keys() == tables.TABLES.keys()
    for name, table in tables.TABLES.items():
        assert re.findall(r"^\| `(\w+)` \|", sections[name], re.M) == list(table.columns), name
