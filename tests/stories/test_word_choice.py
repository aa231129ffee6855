"""Word choice: every use is found, quotes are left to the speakers, and shares are counted by article."""

import pandas as pd
import pytest

from analysis.intervals import share_bounds
from analysis.stories import count_word_choices, find_word_choices, validate_stories

WORDINGS = ["illegal immigrant*", "undocumented immigrant*"]
STORIES = [{"name": "i", "find": ["immigrant*"], "word_choice": {"people without papers": WORDINGS}}]


def articles(*texts):
    return pd.DataFrame({"article_id": [f"a{n}" for n in range(len(texts))], "outlet": "Post", "text": texts})


def test_uses_come_in_the_order_of_the_text_with_their_context():
    uses = find_word_choices(articles("Many undocumented\nimmigrants left. An Illegal Immigrant stayed."), STORIES)
    assert uses[["wording", "match", "start"]].values.tolist() == [
        ["undocumented immigrant*", "undocumented immigrants", 5],
        ["illegal immigrant*", "Illegal Immigrant", 38],
    ]
    assert uses.loc[0, ["before", "after"]].tolist() == ["Many ", " left. An Illegal Immigrant stayed."]


def test_the_words_of_speakers_are_not_the_outlets():
    text = "“Illegal immigrants must go,” he said of the undocumented immigrants."
    quotes = pd.DataFrame({"article_id": ["a0"], "quote_type": ["direct"], "content_spans": [[[0, 29]]]})
    assert find_word_choices(articles(text), STORIES)["wording"].tolist() == WORDINGS
    assert find_word_choices(articles(text), STORIES, quotes=quotes)["wording"].tolist() == WORDINGS[1:]
    indirect = quotes.assign(quote_type="indirect")
    assert find_word_choices(articles(text), STORIES, quotes=indirect)["wording"].tolist() == WORDINGS


def test_shares_by_hand():
    uses = find_word_choices(
        articles("illegal immigrant, illegal immigrant, undocumented immigrant", "undocumented immigrants", "no use"),
        STORIES,
    )
    rows = count_word_choices(uses).set_index("wording")
    assert rows.loc["illegal immigrant*", ["n", "total", "share", "n_articles"]].tolist() == [2, 4, 0.5, 2]
    low, high = share_bounds([[2, 1], [0, 1]])
    assert rows.loc["illegal immigrant*", ["low", "high"]].tolist() == pytest.approx([low[0], high[0]])


def test_no_uses_give_an_empty_table():
    assert count_word_choices(find_word_choices(articles("Rain."), STORIES)).empty
    assert find_word_choices(articles("Rain."), [{"name": "i", "find": ["rain"]}]).empty


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (["illegal immigrant*"], "write lines such as people:"),
        ({"people": ["illegal immigrant*"]}, "needs two wordings"),
        ({"people": ["illegal immigrant*", "*"]}, "would match anything"),
    ],
)
def test_a_slip_in_the_run_file_is_named(value, message):
    with pytest.raises(ValueError, match=message):
        validate_stories([{"name": "i", "find": ["immigrant*"], "word_choice": value}])
