"""Where an article first has a word of its story."""

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
