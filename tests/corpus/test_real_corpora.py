"""The whole way from files to tables, on the sample and on real articles."""

import gzip
import json

import pandas as pd

from analysis import paths
from analysis.corpus import ingest, load_articles


def test_the_first_article(shared, tmp_path):
    ingest(shared / "first-article", tmp_path)
    articles = load_articles(path=tmp_path)
    assert len(articles) == 1
    row = articles.iloc[0]
    assert pd.isna(row["headline"]) and pd.isna(row["published"])
    assert {"no headline given", "no date given; a caption's date is the picture's"} <= set(row["notes"])
    assert (row["byline"], row["dateline"], row["origin"]) == (["Andrew Duehren"], "WASHINGTON", "The New York Times")
    assert [len(row[c]) for c in ("summary", "subheads", "captions", "photo_credit")] == [3, 3, 1, 1]
    assert len(row["text"].split("\n\n")) == 22


def test_the_sample_corpus_is_read_as_its_authors_wrote_it(tmp_path):
    """Against tests/gold/sample.jsonl: the sample's clean texts, headlines and times, made from its manuscripts."""
    lines = (paths.workspace().root / "tests" / "gold" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {(g["outlet"], g["headline"]): g for g in map(json.loads, lines)}
    ingest(paths.workspace().raw, tmp_path)
    articles = load_articles(path=tmp_path)
    keys = list(zip(articles["outlet"], articles["headline"], strict=True))
    assert set(keys) == set(gold)
    assert [key for key, text in zip(keys, articles["text"], strict=True) if text != gold[key]["text"]] == []
    times = [None if pd.isna(t) else t.isoformat() for t in articles["published"]]
    assert [key for key, time in zip(keys, times, strict=True) if time and time != gold[key]["published"]] == []
    assert times.count(None) == 2  # two text copies came without a date line


def test_every_record_of_a_real_export_is_an_article(shared, tmp_path):
    with gzip.open(shared / "allsides" / "both.jsonl.gz", "rt", encoding="utf-8") as stream:
        records = [json.loads(line) for line in stream]
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "both.jsonl.gz").write_bytes((shared / "allsides" / "both.jsonl.gz").read_bytes())
    counts = ingest(tmp_path / "raw", tmp_path / "out")
    assert counts["articles"].sum() == len(records) == 29
    articles = load_articles(path=tmp_path / "out")
    assert articles["outlet"].tolist() == [r["source"] for r in records]
    kept = articles["text"].str.len().sum() / sum(len(r["content_original"]) for r in records)
    assert (
        0.93 < kept <= 1
    )  # furniture, and the captions of a gallery, are a few in a hundred characters of this export
