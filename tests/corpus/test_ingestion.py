"""Folder in, tables out: counts, order, skipping, bad input, single files."""

import pandas as pd
import pytest
from invented_corpus import LINES

from analysis import tables
from analysis.articles import article_id
from analysis.corpus import ingest, load_articles, read_articles


def test_counts_are_articles_rejects_and_repeats(raw, tmp_path):
    counts = ingest(raw, tmp_path / "out")
    found = {(r.reader, r.outlet): (r.articles, r.rejects, r.repeats) for r in counts.itertuples()}
    assert found == {
        ("csv", "Star"): (2, 1, 0),
        ("json", "The Post"): (2, 0, 1),
        ("json", "Unknown outlet"): (0, 1, 0),
        ("none", "The Marlow Ledger"): (0, 1, 0),
        ("text", "Continental Wire Service"): (1, 0, 0),
        ("text", "The Marlow Ledger"): (2, 0, 0),
    }
    assert counts[["articles", "rejects", "repeats"]].to_numpy().sum() == 11  # 2 + 1 + 1 files, 4 records, 3 rows


def test_the_tables_are_as_the_design_says(raw, tmp_path):
    ingest(raw, tmp_path / "out")
    articles = tables.read_table(tmp_path / "out" / "articles")
    pd.testing.assert_frame_equal(tables.conform(articles, "articles"), articles)
    assert articles["source_path"].tolist() == [
        "continental-wire-service/a.txt", "export.jsonl", "export.jsonl", "star/rows.csv", "star/rows.csv",
        "the-marlow-ledger/a.txt", "the-marlow-ledger/b.txt",
    ]  # fmt: skip
    first = articles[articles["source_path"] == "the-marlow-ledger/a.txt"].iloc[0]
    assert (first["headline"], first["byline"], first["dateline"]) == (
        "Rain at last in a dry town",
        ["Nora Petrakis"],
        "MARLOW",
    )
    assert (
        first["published"] == pd.Timestamp("2026-03-03T11:12Z") and first["language"] == "en" and first["notes"] == []
    )
    assert first["text"] == "MARLOW — " + "\n\n".join(LINES) and first["n_words"] == len(first["text"].split())
    assert first["article_id"] == article_id("The Marlow Ledger", first["headline"], first["text"])
    origins = dict(zip(articles["source_path"], articles["origin"], strict=True))
    assert (
        origins["the-marlow-ledger/b.txt"] == "Continental Wire Service"
    )  # CWS are the initials of an agency in the corpus
    assert pd.isna(origins["continental-wire-service/a.txt"])  # its own
    rejects = tables.read_table(tmp_path / "out" / "rejects.parquet")
    assert dict(zip(rejects["source_path"], rejects["reason"], strict=True)) == {
        "export.jsonl": "no text", "star/rows.csv": "no story", "the-marlow-ledger/picture.txt": "form not known",
    }  # fmt: skip


def test_the_same_files_give_the_same_bytes_and_are_read_once(raw, tmp_path):
    first = ingest(raw, tmp_path / "a")
    ingest(raw, tmp_path / "b")
    parts = [(tmp_path / x / "articles" / "part-0000.parquet") for x in "ab"]
    assert parts[0].read_bytes() == parts[1].read_bytes()
    before = parts[0].stat().st_mtime_ns
    pd.testing.assert_frame_equal(ingest(raw, tmp_path / "a"), first)
    assert parts[0].stat().st_mtime_ns == before
    (raw / "star" / "rows.csv").unlink()
    ingest(raw, tmp_path / "a")
    assert "Star" not in set(load_articles(path=tmp_path / "a")["outlet"])


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (None, "does not exist"),
        ({}, "there is no file in"),
        ({"README.md": "# Hello"}, "there is no file in"),
        ({"a.png": "\x89PNG"}, "no article could be read from the 1 files"),
        (
            {"a.csv": "headline,date\nRain,2026-03-03\n"},
            "no text column; the columns are headline, date; a text column is called one of",
        ),
        ({"a.txt": "Rain."}, "no story; 1 words of story found, 10 are needed"),
    ],
)
def test_bad_folders_are_one_sentence_and_overwrite_nothing(raw, tmp_path, files, words):
    ingest(raw, tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.parquet")}
    other = tmp_path / "other"
    for name, content in (files or {}).items():
        other.mkdir(exist_ok=True)
        (other / name).write_bytes(content.encode("latin-1"))
    if files == {}:
        other.mkdir()
    with pytest.raises(ValueError, match="other") as error:
        ingest(other, tmp_path / "out")
    assert words in str(error.value) and "\n" not in str(error.value)
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.parquet")} == before


def test_single_files(raw, tmp_path):
    articles, rejects = read_articles([raw / "the-marlow-ledger" / "a.txt", raw / "the-marlow-ledger" / "picture.txt"])
    assert articles["headline"].tolist() == ["Rain at last in a dry town"] and rejects["reason"].tolist() == [
        "form not known"
    ]
    with pytest.raises(FileNotFoundError, match="there is no file"):
        read_articles([tmp_path / "nothing.txt"])
    with pytest.raises(FileNotFoundError, match="is a folder; give its files"):
        read_articles([raw])
