"""Sentences, tokens and terms: what stays whole, what stays apart, and that offsets always fit."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

from analysis.words import text as t

SENTENCES = [
    ("Mr. Voss left at 6 a.m. He did not return.", ["Mr. Voss left at 6 a.m.", "He did not return."]),
    ("Sen. Conrad Whitby spoke on Jan. 12. Nobody came.", ["Sen. Conrad Whitby spoke on Jan. 12.", "Nobody came."]),
    ("The U.S. Treasury agreed. The I.R.S. refused.", ["The U.S. Treasury agreed.", "The I.R.S. refused."]),
    ("“Will they come?” she asked. Nobody knew.", ["“Will they come?” she asked.", "Nobody knew."]),
    ('"Stop!" he said. "It is over."', ['"Stop!" he said.', '"It is over."']),
    ("It cost $3.8 million. That was in 2022.", ["It cost $3.8 million.", "That was in 2022."]),
    ("Rep. Adele Marchetti, D-Mass., voted no. It failed.", ["Rep. Adele Marchetti, D-Mass., voted no.", "It failed."]),
    ("One line\n\nno full stop above", ["One line", "no full stop above"]),
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_are_the_ones_a_reader_sees(text, expected):
    assert [text[start:end] for start, end in t.sentences(text)] == expected


TOKENS = [
    ("U.S. and US, us", ["U.S.", "and", "US", "us"]),
    ("the I.R.S.’s tax-privacy rule", ["the", "I.R.S.’s", "tax-privacy", "rule"]),
    ("ICE doesn't melt ice", ["ICE", "doesn't", "melt", "ice"]),
    ("migrants’ don’t O’Neill's", ["migrants", "don’t", "O’Neill's"]),
    ("$66 billion, 3.8%, 1,280 and 2026", ["$66", "billion", "3.8%", "1,280", "and", "2026"]),
    ("Form 1040-EZ, AT&T, 21st", ["Form", "1040-EZ", "AT&T", "21st"]),
    ("«Señora» Solano — naïve", ["Señora", "Solano", "naïve"]),
    ("…—!", []),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens_keep_whole_what_newsrooms_write_as_one_word(text, expected):
    assert [token.text for token in t.tokenize(text)] == expected


def test_terms_keep_the_agency_apart_from_frozen_water_and_the_country_from_us():
    assert t.terms("ICE told US us: ice") == ["ICE", "told", "US", "us", "ice"]


def test_a_possessive_counts_as_its_owner_and_a_contraction_as_itself():
    assert t.terms("Treasury's taxpayers’ it's") == ["treasury", "taxpayers", "it's"]


def test_unknown_token_rule_names_the_rules():
    with pytest.raises(ValueError, match="'words'; choose one of: news, sklearn"):
        t.terms("a", rule="words")


@given(st.text())
def test_the_sklearn_rule_is_scikit_learns(text):
    assert t.terms(text, rule="sklearn") == CountVectorizer().build_analyzer()(text)


@given(st.text(alphabet=st.sampled_from("aB.’'\"“” \n-$1,%é")))
def test_offsets_fit_and_nothing_but_space_is_lost(text):
    for token in t.tokenize(text):
        assert text[token.start : token.end] == token.text
    for spans in (t.sentences(text), t.paragraphs(text)):
        assert all(start < end for start, end in spans)
        assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
        covered = "".join(text[start:end] for start, end in spans)
        assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(t.fold(text)) == len(text)


def test_the_spans_of_real_articles_never_cross_a_blank_line(shared):
    import gzip
    import json

    with gzip.open(shared / "allsides" / "both.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["content_original"] for line in lines]
    found = [text[start:end] for text in texts for start, end in t.sentences(text)]
    assert len(found) > 500
    assert not [sentence for sentence in found if re.search(r"\n\s*\n", sentence)]
    assert not [sentence for sentence in found if re.search(r"\b(Mr|Mrs|Ms|Sen|Rep|Gov)\.$", sentence)]
