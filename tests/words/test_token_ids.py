"""The one fast pass against the rules in Python, on any text and on all real articles, and counts worked by hand."""

import re
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.words.text import TOKEN_RULES, terms
from analysis.words.token_ids import EDGES, count_ids, token_ids

# Letters whose lower case depends on neighbors (Σ) or is longer (İ), marks, digits of other scripts, odd spaces, half
# of a surrogate pair.
ODD = "aBΣσςİıIßǅﬁ’'.-&%$€_0٣½²ⅧあЖ\u0301\u00ad\u200d\u00a0\u2028\x1c\ud800 \n\t,:;“”"


def by_fast_pass(texts, rule):
    found = token_ids(texts, rule)
    return [
        [found.terms[i] for i in found.ids[start:end]]
        for start, end in zip(found.offsets[:-1], found.offsets[1:], strict=True)
    ]


@pytest.mark.parametrize("rule", sorted(TOKEN_RULES))
@settings(max_examples=150, deadline=None)
@given(
    texts=st.lists(
        st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=[])), max_size=40), max_size=4
    )
)
def test_the_fast_pass_gives_what_the_rule_gives(rule, texts):
    assert by_fast_pass(texts, rule) == [terms(text, rule) for text in texts]


@pytest.mark.parametrize("rule", sorted(TOKEN_RULES))
def test_every_character_at_every_place(rule):
    characters = [
        c for c in map(chr, range(sys.maxunicode + 1)) if c.isalnum() or c.isspace() or c in EDGES or ord(c) < 0x3000
    ]
    texts = ["".join(f"{c}ab{c}A{c}. " for c in characters[i : i + 2000]) for i in range(0, len(characters), 2000)]
    assert by_fast_pass(texts, rule) == [terms(text, rule) for text in texts]


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted(TOKEN_RULES))
def test_the_fast_pass_gives_what_the_rule_gives_on_all_real_articles(shared, rule):
    files = [
        *(shared / "allsides").glob("*.jsonl.gz"),
        *(shared / "polnear").glob("*.texts.jsonl.gz"),
        shared / "topics" / "bbc.jsonl.gz",
    ]
    for file in sorted(files):
        texts = pd.read_json(file, lines=True).rename(columns={"content_original": "text"})["text"]
        found = token_ids(texts, rule)
        expected = [term for text in texts for term in terms(text, rule)]
        assert len(expected) == len(found.ids) > 1000
        assert np.array(found.terms, object)[found.ids].tolist() == expected


def test_no_token_holds_a_blank_or_ends_with_an_edge():
    # what the fast pass counts on, for every character between, before and after letters
    for character in map(chr, range(sys.maxunicode + 1)):
        if character.isspace() or character in EDGES:
            for rule in TOKEN_RULES:
                found = terms(f"{character}ab{character} ab{character}{character}12{character}", rule)
                assert not [
                    t
                    for t in found
                    if t[0] == character or t[-1] == character or (character.isspace() and character in t)
                ]


def test_offsets_and_order_by_hand():
    found = token_ids(["tax leak tax", None, "", "a leak"], "sklearn")
    assert (
        found.terms == ["leak", "tax"]
        and found.ids.tolist() == [1, 0, 1, 0]
        and found.offsets.tolist() == [0, 3, 3, 3, 4]
    )
    assert found.ids.dtype == np.uint32 and found.offsets.dtype == np.int64
    assert count_ids(found).toarray().tolist() == [[1, 2], [0, 0], [0, 0], [1, 0]]


def test_no_texts_no_terms():
    found = token_ids([])
    assert (
        found.terms == []
        and found.ids.tolist() == []
        and found.offsets.tolist() == [0]
        and count_ids(found).shape == (0, 0)
    )


def test_many_texts_are_those_of_one_after_the_other():
    texts = [f"word {'ab' * (i % 7)} {i % 300}" for i in range(1200)]  # more than one block
    assert by_fast_pass(texts, "news") == [terms(text) for text in texts]


def test_what_is_no_text_is_named():
    with pytest.raises(
        ValueError, match=re.escape("a text must be a string, and one is 3.5; bring the column to strings first")
    ):
        token_ids(["a", 3.5])
    with pytest.raises(ValueError, match="choose one of: news, sklearn"):
        token_ids(["a"], "words")
