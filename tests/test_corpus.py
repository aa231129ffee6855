"""Folder in, tables out: counts, order, skipping, bad input; selections; the whole way on real exports."""

import gzip
import json

import pandas as pd
import pytest

from analysis import paths, tables
from analysis.articles import article_id, to_article
from analysis.corpus import describe_corpus, ingest, load_articles, read_articles
from analysis.corpus.files import agency_codes, find_files

LINES = [
    "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early in the dark.",
    "“We had planned for dust,” said Ana Oakes, who chairs it. She had left her umbrella in the other car, she said.",
    "The river rose four feet by Tuesday night. No one was hurt, the sheriff said, though a heron was seen to complain.",
    "The council will meet again next week, in a room with a better roof, to take up what it had put down on Monday.",
]


def copy_of(headline: str, *, dateline: str = "MARLOW — ", extra: str = "") -> str:
    return "\n\n".join(
        [headline, "By Nora Petrakis", "March 3, 2026 at 6:12 a.m. ET", "Share", dateline + LINES[0], *LINES[1:], extra]
    )


@pytest.fixture
def raw(tmp_path):
    """A small corpus of all forms: 2 copies, 1 agency copy, 3 records (one twice), 2 rows, and 3 things that are no article."""
    folder = tmp_path / "raw"
    files = {
        "README.md": "# Not an article",
        ".hidden/x.txt": "no",
        "the-marlow-ledger/a.txt": copy_of("Rain at last in a dry town"),
        "the-marlow-ledger/b.txt": copy_of("River rises after rain", dateline="MARLOW (CWS) — "),
        "the-marlow-ledger/picture.txt": "\x89PNG no text",
        "continental-wire-service/a.txt": copy_of("Rain in Marlow", dateline="MARLOW (CWS) — "),
        "export.jsonl": "\n".join(json.dumps(r) for r in [record(1), record(2), record(1), {"title": "no text"}]),
        "star/rows.csv": 'headline,published,body\nRain,2026-02-01,"'
        + "\n\n".join(LINES)
        + '"\nWind,,"'
        + "\n\n".join(LINES[1:])
        + '"\nSnow,,Too short\n',
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode("latin-1") if "PNG" in content else content.encode())
    return folder


def record(number: int) -> dict:
    return {
        "source": "The Post",
        "title": f"Rain {number}",
        "date": "2026-03-01",
        "authors": "Tom Vale, Ana Roe",
        "content": "\n\n".join(LINES),
        "url": f"u{number}",
    }


def test_counts_are_articles_rejects_and_repeats(raw, tmp_path):
    counts = ingest(raw, tmp_path / "out")
    told = {(r.reader, r.outlet): (r.articles, r.rejects, r.repeats) for r in counts.itertuples()}
    assert told == {
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


def test_a_file_is_no_folder(raw):
    with pytest.raises(ValueError, match="is a file, not a folder"):
        find_files(raw / "export.jsonl")


def test_agency_codes_are_initials_of_agencies():
    assert agency_codes(["continental-wire-service", "the-marlow-ledger", "raw"]) == {"CWS": "Continental Wire Service"}


def test_selections(raw, tmp_path):
    out = tmp_path / "out"
    ingest(raw, out)
    assert len(load_articles(path=out)) == 7
    assert set(load_articles(path=out, outlets=["The Post"])["headline"]) == {"Rain 1", "Rain 2"}
    assert set(load_articles(path=out, since="2026-03-01", until="2026-03-01")["outlet"]) == {"The Post"}
    assert len(load_articles(path=out, until="2026-03-03")) == 6  # the row without a date is left out
    ids = load_articles(path=out)["article_id"]
    stories = pd.DataFrame({"article_id": ids[:2], "story": "rain", "score": 0.5, "n_hits": 2, "first_hit": 0})
    tables.write_table(stories, out / "stories" / "part-0000.parquet", "stories")
    assert load_articles(path=out, story="rain")["article_id"].tolist() == ids[:2].tolist()


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (
            {"outlets": ["The Sun"]},
            "there is no outlet 'The Sun'; there are: Continental Wire Service, Star, The Marlow Ledger, The Post",
        ),
        (
            {"since": "2027-01-01"},
            "no article has since='2027-01-01'; there are 7 articles from 2026-02-01 to 2026-03-03 by",
        ),
        ({"until": "March"}, "until='March' is no day; write it as 2026-01-31"),
        ({"story": "snow"}, "there is no story 'snow'; there are: rain"),
    ],
)
def test_an_empty_selection_says_what_there_is(raw, tmp_path, selection, words):
    ingest(raw, tmp_path / "out")
    stories = pd.DataFrame({"article_id": ["a"], "story": "rain", "score": 0.5, "n_hits": 2, "first_hit": 0})
    tables.write_table(stories, tmp_path / "out" / "stories" / "part-0000.parquet", "stories")
    with pytest.raises(ValueError) as error:
        load_articles(path=tmp_path / "out", **selection)
    assert words in str(error.value)


def test_before_the_first_ingest(tmp_path):
    with pytest.raises(FileNotFoundError, match="make report"):
        load_articles(path=tmp_path)


def test_describe_corpus_by_hand(raw, tmp_path):
    ingest(raw, tmp_path / "out")
    articles = load_articles(path=tmp_path / "out")
    told = describe_corpus(articles).set_index("outlet")
    words = sum(len(line.split()) for line in LINES)
    assert told.loc["The Post", ["articles", "words", "missing", "copies"]].tolist() == [2, 2 * words, 0, 1]
    # Star: all lines in one row, all but the first in the other; the second row has no date; the first repeats The Post's text
    assert told.loc["Star", ["articles", "words", "missing", "copies"]].tolist() == [
        2,
        2 * words - len(LINES[0].split()),
        1,
        1,
    ]
    assert told.loc["Star", "first"] == told.loc["Star", "last"] == pd.Timestamp("2026-02-01", tz="UTC")
    named = describe_corpus(articles, own=articles[1:]).set_index("outlet")["copies"]
    assert named.sum() == named[articles["outlet"][0]] == 1
    with pytest.raises(ValueError, match="needs the column text"):
        describe_corpus(pd.DataFrame({"article_id": ["a"]}))


def test_single_files(raw, tmp_path):
    articles, rejects = read_articles([raw / "the-marlow-ledger" / "a.txt", raw / "the-marlow-ledger" / "picture.txt"])
    assert articles["headline"].tolist() == ["Rain at last in a dry town"] and rejects["reason"].tolist() == [
        "form not known"
    ]
    with pytest.raises(FileNotFoundError, match="there is no file"):
        read_articles([tmp_path / "nothing.txt"])
    with pytest.raises(FileNotFoundError, match="is a folder; give its files"):
        read_articles([raw])


def test_what_was_guessed_or_repaired_is_noted():
    text = "\n\n".join(["Rain in Marlow on March 2, 2026. (Tom Vale/The Ledger)", *LINES, "By Ana Roe/Tom Vale"])
    row = to_article({"record": None, "form": "text", "text": text, "notes": []}, "raw")
    assert row["byline"] == ["Ana Roe"] and row["published"] is None and row["headline"] is None
    assert row["notes"] == [
        "outlet not given, and the folder names none", "no date given; a caption's date is the picture's",
        "byline: left out Tom Vale, whom a photo credit names", "no headline given",
    ]  # fmt: skip


def test_headlines_and_markup_of_exports_are_cleaned():
    html = {
        "record": 1,
        "form": "json",
        "text": f"<p>{LINES[0]}</p><p>Q&amp;A</p>",
        "headline": "Rain &amp; wind in Marlow - The Ledger",
        "outlet": "The Ledger",
    }
    row = to_article(html, "raw")
    assert row["text"].split("\n\n") == [LINES[0], "Q&A"] and row["headline"] == "Rain & wind in Marlow"
    assert "removed HTML tags" in row["notes"] and "resolved HTML entities" in row["notes"]


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
    """Against tests/gold/sample.jsonl: the sample's clean texts, headlines and times, made from its manuscripts, not from its pages."""
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
    assert 0.94 < kept <= 1  # furniture is a few in a hundred characters of this export
