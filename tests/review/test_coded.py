"""Coded attributions: read back as written, and every slip named with its line."""

import pandas as pd
import pytest

from analysis.review import load_coded
from analysis.review.coded import COLUMNS

ARTICLES = pd.DataFrame({"article_id": ["a1", "a2"]})


def write(path, *rows):
    pd.DataFrame(rows, columns=COLUMNS).to_csv(path, index=False)
    return path


ROW = ["a1", "ann", 0.25, "[[0, 5]]", "[[6, 10]]", "[[11, 14]]", "Ann Lee", "named_person", "speech"]


def test_rows_of_the_articles_come_back_with_their_spans(tmp_path):
    none_found = ["a2", "ann", 0.5, None, None, None, None, None, None]
    other = ["zz", *ROW[1:]]
    rows = load_coded(ARTICLES, path=write(tmp_path / "c.csv", ROW, none_found, other))
    assert rows["article_id"].tolist() == ["a1", "a2"] and rows["probability"].tolist() == [0.25, 0.5]
    assert rows.loc[0, "content_spans"] == [[0, 5]] and rows.loc[1, "content_spans"] == []
    assert rows["speaker_kind"].isna().tolist() == [False, True]


def test_no_file_is_no_rows(tmp_path):
    assert load_coded(ARTICLES, path=tmp_path / "none.csv").columns.tolist() == COLUMNS


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("speaker_kind", "person", "line 3: speaker_kind must be one of: named_person"),
        ("probability", 1.5, "line 3: probability must be a number over 0"),
        ("content_spans", "[[5, 2]]", "line 3: '.*' are no spans"),
        ("source_spans", "0-5", "line 3: '0-5' are no spans"),
        ("coder", None, "line 3: article_id and coder must be given"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path, column, value, message):
    wrong = [value if name == column else cell for name, cell in zip(COLUMNS, ROW, strict=True)]
    with pytest.raises(ValueError, match=message):
        load_coded(ARTICLES, path=write(tmp_path / "c.csv", ROW, wrong))


def test_a_missing_column_is_named(tmp_path):
    pd.DataFrame({"article_id": ["a1"]}).to_csv(tmp_path / "c.csv", index=False)
    with pytest.raises(ValueError, match="lacks the column coder"):
        load_coded(ARTICLES, path=tmp_path / "c.csv")


def test_a_file_that_went_through_a_spreadsheet_reads_the_same(tmp_path):
    none_found = ["a2", "ann", 0.5, None, None, None, None, None, None]
    before = load_coded(ARTICLES, path=write(tmp_path / "c.csv", ROW, none_found))
    lines = pd.read_csv(tmp_path / "c.csv", dtype="str")[COLUMNS[::-1]]
    lines["probability"] = lines["probability"].str.replace(".", ",")
    lines.to_csv(tmp_path / "c.csv", index=False, sep=";", encoding="utf-8-sig", lineterminator="\r\n\r\n")
    pd.testing.assert_frame_equal(load_coded(ARTICLES, path=tmp_path / "c.csv"), before)
