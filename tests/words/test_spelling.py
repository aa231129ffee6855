"""Terms are written as articles mostly write them."""

import pandas as pd

from analysis import find_terms, spell_terms


def spelled(texts, terms):
    articles = pd.DataFrame({"article_id": [str(i) for i in range(len(texts))], "text": texts})
    return spell_terms(articles, find_terms(articles, terms), terms)


def test_the_most_common_form_wins_and_of_two_the_one_with_fewer_capitals():
    texts = ["Court rules. The court, the court.", "Reform failed; no reform.", "The FBI, fbi agents and the FBI."]
    expected = {"court": "court", "reform": "reform", "FBI": "FBI"}
    assert spelled(texts, list(expected)) == expected


def test_a_possessive_ending_is_no_part_of_the_word():
    assert spelled(["Newtown’s mayor, Newtown's clerk"], ["newtown"]) == {"newtown": "Newtown"}


def test_an_abbreviation_keeps_its_dot_and_the_end_of_a_sentence_is_none():
    texts = [
        "Ada Quill of Marlow, Conn., met Bo Stern of Arden, Conn., in Conn. today.",
        "A raid. A raid. No raid here.",
    ]
    assert spelled(texts, ["conn", "raid"]) == {"conn": "Conn.", "raid": "raid"}


def test_a_term_without_a_use_is_as_it_is():
    assert spelled(["Nothing here."], ["raid"]) == {"raid": "raid"}
