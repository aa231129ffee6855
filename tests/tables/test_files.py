"""A written table comes back as it was, and a failed write leaves the former one."""

import pandas as pd
import pytest

from analysis import tables

COPY = {"article_id": ["a", "b"], "copy_of": ["c", "c"], "similarity": [0.9, 1.0], "kind": ["near", "exact"]}


def test_a_table_comes_back_as_written_with_lists_as_lists(tmp_path):
    quote = {
        "quote_id": "1", "article_id": "a", "place": "text", "quote_type": "direct", "content": "“Yes,” … “no.”",
            "content_spans": [(0, 6), (9, 14)],
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
    with pytest.raises(FileNotFoundError, match="make it first, with `broadsheet report` or ingest"):
        tables.read_table(tmp_path / "articles")


def test_parts_are_read_in_the_order_of_their_numbers_also_above_9999(tmp_path):
    for number in (10000, 9999, 2):
        tables.write_table(pd.DataFrame({"n": [number]}), tmp_path / f"part-{number:04d}.parquet", "")
    assert tables.read_table(tmp_path)["n"].tolist() == [2, 9999, 10000]


def test_only_the_rows_asked_for_are_returned_over_the_borders_of_parts(tmp_path):
    for number in (0, 1):
        frame = pd.DataFrame({"n": [2 * number, 2 * number + 1], "words": [["a"], []]})
        tables.write_table(frame, tmp_path / f"part-{number:04d}.parquet", "")
    got = tables.read_table(tmp_path, rows=[False, True, True, False])
    assert got.to_dict("list") == {"n": [1, 2], "words": [[], ["a"]]}
