"""Articles of a story: hits, scores and labels, worked by hand."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.stories import assign_stories, label_stories


def hits(text, find, exclude=(), headline=None):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "headline": [headline]})
    found = assign_stories(articles, [{"name": "s", "find": find, "exclude": list(exclude), "least_hits": 1}])
    return found["n_hits"].sum()


def test_an_excluded_phrase_takes_away_only_the_hit_inside_it():
    assert hits("ice cream and black ice", "ice", exclude=["ice cream"]) == 1
    assert hits("ice cream", "ice", exclude=["ice cream"]) == 0


def test_score_by_hand():
    # 500 words with 4 hits, and 1 in the headline: d = 1000 (4 + 3·1) / 500 = 14, score = 14 / 24
    text = " ".join(["tax"] * 4 + ["word"] * 496)
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "headline": ["Tax day"]})
    row = assign_stories(articles, [{"name": "s", "find": ["tax"]}]).iloc[0]
    assert (row["n_hits"], row["first_hit"]) == (5, 0) and row["score"] == pytest.approx(14 / 24)


def test_a_headline_alone_has_no_first_hit_and_too_few_hits_no_row():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Nothing here."], "headline": ["Tax and tax"]})
    assert assign_stories(articles, [{"name": "s", "find": ["tax"]}])["first_hit"].isna().all()
    assert assign_stories(articles, [{"name": "s", "find": ["tax"], "least_hits": 3}]).empty


def test_an_article_may_belong_to_several_stories_and_input_is_left_alone():
    articles = pd.DataFrame({"article_id": ["b", "a"], "text": ["tax leak tax leak", "leak leak"]})
    before = articles.copy()
    found = assign_stories(articles, {"tax": {"find": "tax"}, "leak": {"find": ["leak"]}})
    assert found[["article_id", "story"]].values.tolist() == [["b", "tax"], ["b", "leak"], ["a", "leak"]]
    pd.testing.assert_frame_equal(articles, before)


def test_no_articles_and_no_stories_give_an_empty_table():
    empty = assign_stories(pd.DataFrame({"article_id": [], "text": []}), [{"name": "s", "find": ["tax"]}])
    assert empty.columns.tolist() == ["article_id", "story", "score", "n_hits", "first_hit"] and empty.empty


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=200),
    st.lists(st.text(min_size=1, max_size=12).filter(lambda p: any(map(str.isalnum, p))), min_size=1, max_size=3),
)
def test_any_text_and_any_pattern(text, find):
    found = assign_stories(
        pd.DataFrame({"article_id": ["a"], "text": [text]}), [{"name": "s", "find": find, "least_hits": 1}]
    )
    assert found["score"].between(0, 1).all() and (found["first_hit"].dropna() < max(len(text), 1)).all()


def test_a_long_article_that_mentions_a_story_in_passing_stays_below_the_least_score():
    # 2 hits in 1,002 words: d = 2000/1002 = 1.996, score = 1.996 / 11.996 = .166; in 202 words: d = 9.9, score = .498.
    texts = ["asylum asylum" + " word" * 1000, "asylum asylum" + " word" * 200]
    articles = pd.DataFrame({"article_id": ["passing", "about"], "text": texts})
    entry = {"name": "s", "find": ["asylum"], "least_hits": 2}
    assert assign_stories(articles, [entry])["score"].round(3).tolist() == [0.166, 0.498]
    assert assign_stories(articles, [entry | {"least_score": 0.2}])["article_id"].tolist() == ["about"]
    with pytest.raises(ValueError, match="least_score 2; give a number from 0 to below 1"):
        assign_stories(articles, [entry | {"least_score": 2}])


def test_labels_follow_the_run_files_order_and_do_not_overlap():
    entries = [{"name": "b", "label": "Border", "find": ["x"]}, {"name": "a", "label": "Audit", "find": ["y"]}]
    assigned = pd.DataFrame({"article_id": ["1", "1", "2"], "story": ["a", "b", "a"]})
    articles = pd.DataFrame({"article_id": ["3", "2", "1"]})
    assert label_stories(articles, assigned, entries)["story"].tolist() == ["neither", "Audit", "Border + Audit"]
    assert list(articles.columns) == ["article_id"]
