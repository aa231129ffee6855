"""Stories: what a pattern matches, what belongs to a story, and what is wrong with an entry."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.stories import assign_stories, check_stories, label_stories


def hits(text, find, exclude=(), headline=None):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "headline": [headline]})
    found = assign_stories(articles, [{"name": "s", "find": find, "exclude": list(exclude), "least_hits": 1}])
    return found["n_hits"].sum()


@pytest.mark.parametrize("text, find, n", [
    ("ICE, the I.C.E. and Ice or ice; ICE's", "ICE", 3),  # capitals only, with and without full stops, possessive
    ("Migrants and a migrant; migration", "migrant*", 2),
    ("Migrants and a migrant; migration", "migrant", 1),
    ("tax return, tax\nreturns, TAX-RETURN, tax–return, taxreturn", "tax return*", 4),
    ("section 6103, not 61035", "6103", 1),
    ("a taxpayer’s record, a taxpayer's record", "taxpayer's record", 2),
    ("the tax returns", ["tax", "tax return*"], 1),  # the longer pattern is the hit
    ("nothing", "tax", 0),
    ("", "tax", 0),
    (None, "tax", 0),
])  # fmt: skip
def test_what_a_pattern_matches(text, find, n):
    assert hits(text, find) == n


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


@pytest.mark.parametrize("stories, message", [
    ([{"name": "s", "find": ["x"], "finds": []}], "unknown key 'finds'; allowed are: name, label, find, exclude, least_hits"),
    ([{"find": ["x"]}], "lacks name"),
    ([{"name": "s"}], "story s lacks find"),
    ([{"name": "s", "find": []}], "story s lacks find"),
    ([{"name": "s", "find": ["*"]}], "would match anything"),
    ([{"name": "s", "find": [6103]}], "put it in quotation marks"),
    ([{"name": "s", "find": ["x"], "least_hits": 0}], "least_hits 0; give a whole number from 1"),
    ([{"name": "s", "find": ["x"]}, {"name": "s", "find": ["y"]}], "two stories named 's'"),
    (["tax"], "is not an entry"),
    ("tax", "give a list of entries"),
])  # fmt: skip
def test_what_is_wrong_with_an_entry(stories, message):
    with pytest.raises(ValueError, match=message.replace("*", r"\*")):
        check_stories(stories)


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
    articles = pd.DataFrame({"article_id": ["passing", "told"], "text": texts})
    entry = {"name": "s", "find": ["asylum"], "least_hits": 2}
    assert assign_stories(articles, [entry])["score"].round(3).tolist() == [0.166, 0.498]
    assert assign_stories(articles, [entry | {"least_score": 0.2}])["article_id"].tolist() == ["told"]
    with pytest.raises(ValueError, match="least_score 2; give a number from 0 to below 1"):
        assign_stories(articles, [entry | {"least_score": 2}])


def test_labels_follow_the_run_files_order_and_do_not_overlap():
    entries = [{"name": "b", "label": "Border", "find": ["x"]}, {"name": "a", "label": "Audit", "find": ["y"]}]
    assigned = pd.DataFrame({"article_id": ["1", "1", "2"], "story": ["a", "b", "a"]})
    articles = pd.DataFrame({"article_id": ["3", "2", "1"]})
    assert label_stories(articles, assigned, entries)["story"].tolist() == ["neither", "Audit", "Border + Audit"]
    assert list(articles.columns) == ["article_id"]
