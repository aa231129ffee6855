"""Copies are found and dropped: kinds and originals by hand, boilerplate, partitions, edits of real articles."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import lettered, prose

from analysis.copies import drop_copies, find_copies, pair_sketches, sketch_articles
from analysis.tables import read_table, write_table


def test_kinds_by_hand():
    whole, other = prose(1), prose(2)
    words = whole.split()
    cut = " ".join(words[:100])  # all of it is the original's: near, however short
    lead = " ".join(other.split()[:60] + words[:200])  # 200 of 260 words: near
    excerpt = " ".join(prose(3).split()[:200] + words[:90])  # 90 of 290 words, and 90 of the original's 300: excerpt
    found = find_copies(lettered(text=[whole, whole.upper().replace("\n\n", " "), cut, lead, excerpt]))
    assert found[["article_id", "copy_of", "kind"]].values.tolist()[:3] == [
        ["b", "a", "exact"],
        ["c", "a", "near"],
        ["d", "a", "near"],
    ]
    assert found["kind"].tolist()[3] == "excerpt" and found["similarity"].tolist()[:2] == [1.0, 1.0]


def test_the_agency_wins_over_the_earliest_and_the_earliest_over_the_first():
    text, other = prose(1), prose(2)
    found = find_copies(lettered(
        text=[text, text, text, other, other],
        outlet=["Post", "The Wire", "Star", "Post", "Star"],
        origin=["Wire", None, "Wire", None, None],
        published=pd.to_datetime(["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-05", "2024-01-04"], utc=True),
    ))  # fmt: skip
    assert found[["article_id", "copy_of"]].values.tolist() == [["a", "b"], ["c", "b"], ["d", "e"]]


def test_a_dateline_credit_names_the_agency():
    text = prose(1)
    found = find_copies(lettered(text=[text, text], outlet=["Post", "Wire"], dateline=["DUNMORE (Wire)", "DUNMORE"]))
    assert found[["article_id", "copy_of"]].values.tolist() == [["a", "b"]]


def test_an_outlets_boilerplate_pairs_nothing():
    note = " ".join(prose(99, 100).split())
    texts = [f"{prose(i, 150)}\n\n{note}" for i in range(4)]
    assert find_copies(lettered(text=texts, outlet="Post")).empty
    assert len(find_copies(lettered(text=texts[:2], outlet="Post"))) == 1  # twice is no habit


def test_three_versions_of_one_story_are_copies_and_no_boilerplate():
    texts = [prose(1) + " " + prose(i, 50) for i in range(10, 13)]
    assert find_copies(lettered(text=texts, outlet="Post"))["kind"].tolist() == ["near", "near"]


def test_drop_copies_keeps_the_originals_and_drops_what_others_wrote():
    text, other = prose(1), prose(2)
    articles = lettered(
        text=[text, text, other, prose(3)],
        outlet=["Wire", "Post", "Post", "Star"],
        origin=[None, "Wire", "Times", "The Star"],
    )
    assert drop_copies(articles)["article_id"].tolist() == ["a", "d"]
    assert drop_copies(articles, find_copies(articles)).equals(drop_copies(articles))


@pytest.mark.parametrize(
    ("texts", "n"),
    [
        ([], 0),
        ([""], 0),
        (["", "", None], 0),
        (["tax", "tax", "Tax!"], 2),
        (["…", "—"], 0),
        (["one two", "two one"], 0),
    ],
)
def test_tiny_texts(texts, n):
    found = find_copies(lettered(text=texts))
    assert len(found) == n and found.columns.tolist() == ["article_id", "copy_of", "similarity", "kind"]


def test_partitions_give_the_same_table(tmp_path):
    articles = lettered(text=[prose(i % 3) for i in range(6)], outlet=["Post", "Star"] * 3)
    for name, part in (("part-0", articles[:3]), ("part-1", articles[3:])):
        write_table(sketch_articles(part), tmp_path / "sketches" / f"{name}.parquet", "")
    pd.testing.assert_frame_equal(pair_sketches(read_table(tmp_path / "sketches")), find_copies(articles))


def test_more_articles_than_a_formula_may_have():
    found = find_copies(pd.DataFrame({"article_id": [str(i) for i in range(250)], "text": [prose(1)] * 250}))
    assert len(found) == 249 and set(found["copy_of"]) == {"0"} and set(found["kind"]) == {"exact"}


def test_edits_of_real_articles_are_found(shared):
    articles = pd.read_json(shared / "allsides" / "tax.jsonl.gz", lines=True).rename(
        columns={"content_original": "text"}
    )["text"]
    articles = articles[articles.str.split().str.len() > 350].iloc[:150].tolist()
    cut = [" ".join(text.split()[: int(0.7 * len(text.split()))]) for text in articles]
    lead = [" ".join(articles[i - 1].split()[:60] + text.split()[60:]) for i, text in enumerate(articles)]
    for edited in (cut, lead):
        ids = [f"o{i}" for i in range(len(articles))] + [f"e{i}" for i in range(len(edited))]
        found = find_copies(pd.DataFrame({"article_id": ids, "text": articles + edited})).set_index("article_id")
        right = sum(f"e{i}" in found.index and found.loc[f"e{i}", "copy_of"] == f"o{i}" for i in range(len(edited)))
        assert right >= 0.97 * len(edited)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet="ab \n", max_size=60), max_size=6))
def test_nothing_copies_itself_and_originals_come_first(texts):
    found = find_copies(lettered(text=texts))
    assert (
        (found["copy_of"] < found["article_id"]).all()
        and found["article_id"].is_unique
        and found["similarity"].between(0, 1).all()
    )
