"""Attributions in headlines: forms of their own, and what the article says of who speaks."""

import pandas as pd
import pytest

from analysis import find_quotes
from analysis.quotes import read_document
from analysis.quotes.headlines import candidates_with_evidence, find_in_headline, last_word

ARTICLE = "The pier is to close in May. Ada Quill, the mayor, said that it would stay shut for a year."


def rows_of(headline: str, text: str = ARTICLE) -> list[list[str]]:
    articles = pd.DataFrame({"article_id": ["a"], "headline": [headline], "text": [text]})
    quotes = find_quotes(articles)
    return quotes.loc[quotes["place"] == "headline", ["source", "content"]].fillna("").values.tolist()


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Quill: Pier must close in May", "Quill", "Pier must close in May"),
        ("Pier must stay shut for a year: mayor", "mayor", "Pier must stay shut for a year"),
        ("Old pier is about to fall down: report", "report", "Old pier is about to fall down"),
    ],
)
def test_a_colon_stands_between_what_is_said_and_who_says_it(headline, source, content):
    assert rows_of(headline) == [[source, content]]


def test_who_speaks_in_the_article_is_likelier_to_speak_in_its_headline():
    document = read_document(ARTICLE)
    headline = "Quill: Pier must close in May"
    chances = [
        max(attribution.confidence for attribution, _ in find_in_headline(headline, document, speaking))
        for speaking in (["Tom Vale"], ["the mayor", "Ada Quill"])
    ]
    assert chances[0] < chances[1]


def test_a_topic_before_a_colon_does_not_speak():
    assert rows_of("Marlow: Quill visits the pier") == []


def test_a_rubric_before_a_colon_is_nobody():
    assert not [source for source, _ in rows_of("Opinion: The pier must close in May") if source == "Opinion"]


def test_the_closing_words_of_a_question_or_sentence_are_no_source():
    document = read_document(ARTICLE)
    for headline in ("Four ways to save the pier: which one?", "How we saw the pier: “Too old”", "Old pier: report"):
        found = candidates_with_evidence(headline, document, [])
        assert not [
            one for one, _, _ in found if one.source_spans > one.cue_spans and headline[slice(*one.cue_spans[0])] == ":"
        ]


@pytest.mark.parametrize(
    ("words", "last"),
    [("Mayor Ada Quill’s", "quill"), ("the voters'", "voters"), ("U.S.", "s"), ("52 %", ""), ("", "")],
)
def test_the_last_word_of_a_name_is_compared_without_its_ending(words, last):
    assert last_word(words) == last
