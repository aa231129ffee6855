"""The sample against what a careful reader made of it: texts, dates, stories, copies, quotes and speakers."""

import json
from collections import Counter

import pandas as pd
import pytest

from align import GOLD, align
from analysis import paths, tables
from analysis.copies import find_copies
from analysis.corpus import ingest
from analysis.quotes import find_quotes
from analysis.run_files import load_run
from analysis.scoring import score_quotes
from analysis.stories import assign_stories

KEY = ["source_path", "headline"]
STORIES = {
    "immigration": {"immigration"},
    "tax_privacy": {"tax_privacy"},
    "both": {"immigration", "tax_privacy"},
    "neither": set(),
}


@pytest.fixture(scope="module")
def gold():
    return pd.DataFrame([json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()])


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("processed")
    ingest(paths.workspace().raw, folder)
    return tables.read_table(folder / "articles")


def test_the_note_names_every_outlet_that_is_invented_so_that_it_is_true_beside_real_ones(articles):
    note = load_run("runs/immigration-tax.yaml").corpus_note
    assert [outlet for outlet in articles["outlet"].unique() if outlet not in note] == []


@pytest.fixture(scope="module")
def both(articles, gold):
    both = gold.merge(articles, on=KEY, suffixes=("_gold", ""))
    assert len(both) == len(gold) == len(articles)
    return both


def test_the_sample_is_as_large_and_as_varied_as_it_should_be(gold):
    words = gold["text"].str.split().str.len()
    assert len(gold) >= 72 and words.between(300, 900).all()
    assert gold["outlet"].nunique() == 7 and (gold["story"] == "neither").sum() >= 12
    assert (gold[gold["copy_of"].isna()].groupby("event")["outlet"].nunique() >= 4).sum() >= 5
    assert gold["gold"].sum() >= 20 and (gold["quotes"].str.len() > 0).sum() == gold["gold"].sum()


def test_the_gold_offsets_hold_the_gold_words(gold):
    for record in gold.to_dict("records"):
        for quote in record["quotes"]:
            for role in ("content", "cue", "source"):
                assert " … ".join(record["text"][s:e] for s, e in quote[f"{role}_spans"]) == (quote[role] or "")
        assert align(json.loads(json.dumps(record)))["quotes"] == record["quotes"]


def test_every_text_is_the_article_and_nothing_else(both):
    wrong = both[both["text"] != both["text_gold"]]
    assert wrong["source_path"].tolist() == []


def test_outlets_and_dates_are_read_and_never_guessed(both):
    assert (both["outlet"] == both["outlet_gold"]).all()
    expected = pd.to_datetime(both["published_gold"], utc=True)
    undated = both["published"].isna()
    assert undated.sum() == 2 and (both["published"][~undated] == expected[~undated]).all()


def test_the_broken_record_and_the_empty_one_are_rejects(tmp_path):
    counts = ingest(paths.workspace().raw, tmp_path)
    rejects = tables.read_table(tmp_path / "rejects.parquet")
    assert sorted(rejects["source_path"]) == ["capitol-circuit/export-2026.jsonl", "the-standard-dispatch/articles.csv"]
    assert counts["rejects"].sum() == 2


def test_stories_are_told_apart(both):
    stories = load_run(paths.workspace().runs / "immigration-tax.yaml").stories
    found = assign_stories(both, stories).groupby("article_id")["story"].agg(set)
    pairs = Counter()
    for row in both.itertuples():
        got, expected = found.get(row.article_id, set()), STORIES[row.story]
        pairs.update({"right": len(got & expected), "found": len(got), "gold": len(expected)})
    assert pairs["right"] / pairs["found"] >= 0.9 and pairs["right"] / pairs["gold"] >= 0.9, pairs


def test_every_agency_story_is_found_in_the_outlets_that_ran_it_and_nothing_else(both):
    ids = {(row.source_path, row.record): row.article_id for row in both.itertuples()}
    expected = {row.article_id for row in both.itertuples() if row.copy_of}
    copies = find_copies(both)
    assert set(copies["article_id"]) == expected
    names = both.set_index("article_id")["outlet"]
    assert (copies["copy_of"].map(names) == "Continental Wire Service").all() and len(ids) == len(both)


@pytest.fixture(scope="module")
def quotes(both):
    return find_quotes(both[both["gold"]])


@pytest.fixture(scope="module")
def gold_quotes(both):
    coded = both[both["gold"]]
    rows = [
        quote | {"article_id": row.article_id, "text": row.text} for row in coded.itertuples() for quote in row.quotes
    ]
    return pd.DataFrame(rows)


def test_attributions_are_found_as_the_coder_marked_them(both, quotes, gold_quotes):
    scores = score_quotes(quotes, gold_quotes, articles=both[both["gold"]])
    f1 = scores[scores["measure"] == "relation_half"].set_index("quote_type")["f1"]
    assert f1["all"] >= 0.75 and f1["direct"] >= 0.88, f1


def overlap(one, other):
    one, other = ({place for start, end in spans for place in range(start, end)} for spans in (one, other))
    return len(one & other) / len(one | other)


@pytest.fixture(scope="module")
def matched(quotes, gold_quotes):
    """Each coded attribution beside the found one whose content overlaps it most, where that is by half."""
    by_article = dict(list(quotes.groupby("article_id")))
    rows = []
    for told in gold_quotes.to_dict("records"):
        near = by_article[told["article_id"]].to_dict("records")
        best = max(near, key=lambda found: overlap(found["content_spans"], told["content_spans"]))
        if overlap(best["content_spans"], told["content_spans"]) >= 0.5:
            rows.append({f"{key}_gold": told[key] for key in ("speaker", "speaker_kind", "cue_kind")} | best)
    return pd.DataFrame(rows)


def test_speakers_are_who_the_coder_says(matched):
    people = matched[matched["speaker_kind_gold"] == "named_person"]
    assert len(people) >= 150 and (people["speaker"] == people["speaker_gold"]).mean() >= 0.88
    assert (matched["speaker_kind"] == matched["speaker_kind_gold"]).mean() >= 0.85
    silent = matched["cue_kind_gold"] == "non_response"
    assert (matched["cue_kind"][silent] == "non_response").mean() >= 0.7
