"""Where an article first has a word of its story."""

import numpy as np
import pandas as pd
import pytest

from analysis.stories import assign_stories, with_first_hits

STORIES = {"raids": {"find": ["raid*"], "exclude": ["air raid*"]}, "tax": {"find": ["tax return*"]}}
ARTICLES = pd.DataFrame(
    {
        "article_id": list("abcd"),
        "headline": ["", "Raids at dawn", "", ""],
        "text": [
            "Tax returns were read. Then there were raids, and raids over tax returns.",
            "Nobody was at home.",
            "After the air raid, the second raid was a surprise. This raid failed.",
            "Rain fell.",
        ],
    }
)


def marked(assigned):
    found = with_first_hits(ARTICLES, assigned, STORIES)
    return [text[max(start, 0) : max(end, 0)] for text, start, end in found[["text", "start", "end"]].values]


def test_the_first_word_of_any_of_an_articles_stories_is_marked():
    assert marked(assign_stories(ARTICLES, STORIES)) == ["Tax returns", "", "raid", ""]


def test_of_one_story_it_is_the_first_word_of_this_one():
    assigned = assign_stories(ARTICLES, STORIES)
    assert marked(assigned[assigned["story"] == "raids"]) == ["raids", "", "raid", ""]


def test_offsets_that_are_no_word_of_the_story_mark_nothing():
    assigned = pd.DataFrame({"article_id": ["a"], "story": ["tax"], "first_hit": [5]})
    assert marked(assigned) == ["", "", "", ""]


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="first_hit"):
        with_first_hits(ARTICLES, pd.DataFrame({"article_id": ["a"], "story": ["tax"]}), STORIES)


def test_a_story_that_only_a_headline_tells_leaves_the_words_of_others_where_they_are():
    articles = pd.DataFrame(
        {"article_id": ["a", "b"], "headline": ["Tax", "Tax, tax, tax"], "text": ["The tax on tax.", "It rained."]}
    )
    assigned = assign_stories(articles, {"tax": {"find": ["tax"]}})
    assert assigned["first_hit"].isna().tolist() == [False, True]  # so the numbers are no whole ones
    found = with_first_hits(articles, assigned, {"tax": {"find": ["tax"]}})
    assert found[["start", "end"]].values.tolist() == [[4, 7], [-1, -1]]


def test_places_are_whole_numbers_also_where_there_is_no_article():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Raids were made."]})
    assigned = pd.DataFrame({"article_id": ["a"], "story": ["raids"], "first_hit": [0]})
    none = with_first_hits(articles.iloc[:0], assigned.iloc[:0], {"raids": {"find": ["raid*"]}})
    assert none[["start", "end"]].dtypes.tolist() == [np.dtype("int64")] * 2
