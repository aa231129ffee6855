"""Which rows of the quotes table count."""

import pandas as pd

from analysis import compare_event, count_speakers, score_quotes, select_statements, sourcing

QUOTES = pd.DataFrame(
    {
        "article_id": ["a"] * 4,
        "place": ["text", "text", "text", "headline"],
        "cue_kind": ["speech", "act", "non_response", "speech"],
        "speaker": ["Ana Ruiz", "Bo Stern", "Pia Holm", "Ana Ruiz"],
        "source": ["Ana Ruiz", "Bo Stern", "Pia Holm", "Ruiz"],
        "speaker_kind": ["named_person", "organization", "named_person", "named_person"],
        "speaker_role": None,
        "outlet": "Post",
        "content_spans": [[[0, 5]], [[6, 9]], [[10, 12]], [[0, 5]]],
        "source_spans": [[[12, 20]], [[12, 20]], [[12, 20]], [[6, 10]]],
    }
)


def test_statements_in_texts_count_and_nothing_else():
    assert list(select_statements(QUOTES).index) == [0]
    assert list(select_statements(QUOTES, silent=True).index) == [0, 2]
    assert len(select_statements(QUOTES[["article_id"]])) == 4


def test_shares_and_lists_leave_out_acts_and_headlines():
    articles = pd.DataFrame({"article_id": ["a"], "outlet": "Post"})
    assert sourcing(QUOTES, articles).set_index("speaker_kind")["n"].to_dict()["organization"] == 0
    counted = count_speakers(QUOTES).set_index("speaker")["n"].to_dict()
    assert counted == {"Ana Ruiz": 1, "Pia Holm": 1}  # the act is Bo Stern's, the headline Ana Ruiz's


def test_an_event_lists_those_who_say_something():
    article = pd.DataFrame({"article_id": ["a"], "outlet": "Post", "text": "It rained.", "event_id": "a"})
    [speakers] = compare_event(article, QUOTES, "a")["speakers"]
    assert speakers == ["Ana Ruiz (named person)"]


def test_what_was_found_in_a_headline_is_no_error_in_the_text():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Fine! Yes no, Ana Ruiz said."]})
    scores = score_quotes(QUOTES.iloc[[0, 3]], QUOTES.iloc[[0]], articles=articles)
    assert scores.loc[scores["measure"] == "relation_half", "precision"].iloc[0] == 1.0
