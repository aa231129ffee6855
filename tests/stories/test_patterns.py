"""What a pattern of a story matches."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.stories import assign_stories, patterns
from analysis.stories.patterns import find_lists, find_patterns


def hits(text, find, exclude=(), headline=None):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "headline": [headline]})
    found = assign_stories(articles, [{"name": "s", "find": find, "exclude": list(exclude), "least_hits": 1}])
    return found["n_hits"].sum()


@pytest.mark.parametrize(("text", "find", "n"), [
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


WORDS = [
    "tax",
    "return",
    "returns",
    "Tax",
    "I.R.S.",
    "IRS",
    "irs",
    "taxes",
    "taxpayer's",
    "taxpayer’s",
    "ice",
    "ıce",
    "K",
    "a",
    "at",
]
IN_NO_TEXT = tuple(f"zebra{number}" for number in range(40))  # with so many, tokens are looked up one by one
PATTERNS = ["tax", "tax return*", "return*", "IRS", "taxpayer's", "ice", "*ax", "k"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.lists(st.sampled_from([" ", "\n", "-", "", ". ", "  "]), min_size=12, max_size=12),
    st.sets(st.sampled_from(PATTERNS), min_size=1),
    st.sampled_from([(), IN_NO_TEXT]),
)
def test_the_same_is_found_as_by_trying_every_place(words, gaps, patterns, others):
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    single = {pattern: find_patterns((pattern,), text) for pattern in patterns}
    taken = find_patterns((*patterns, *others), text)
    for start, end in taken:
        fits = [p for p in patterns if (start, end) in single[p]]
        longer = [p for p in patterns for s, _ in single[p] if s == start and len(p) > max(map(len, fits))]
        assert fits and not longer
    for spans in single.values():
        for start, end in spans:
            assert any(s < end and start < e for s, e in taken)


BY_HAND = {  # each pattern as a regular expression, written by hand
    "taxes return*": r"(?i)(?<!\w)taxes(?:\s+|-)return\w*(?!\w)",
    "taxpayer's returns": r"(?i)(?<!\w)taxpayer['’]s(?:\s+|-)returns(?!\w)",
    "IRS return": r"(?<!\w)I\.?R\.?S\b\.?(?:\s+|-)(?i:return)(?!\w)",
    "k": r"(?i)(?<!\w)k(?!\w)",
}


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.lists(st.sampled_from([" ", "\n", "-", "", ". ", "  "]), min_size=12, max_size=12),
    st.sampled_from([(), IN_NO_TEXT]),
)
def test_each_list_of_patterns_gives_what_expressions_written_by_hand_give(words, gaps, others):
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    expected = [[found.span() for found in re.finditer(form, text)] for form in BY_HAND.values()]
    lists = (*((pattern,) for pattern in BY_HAND), others)
    assert find_lists(lists, text) == [*expected, []]


def test_what_is_known_of_earlier_texts_may_be_dropped_at_any_time(monkeypatch):
    many = tuple(f"word{number}" for number in range(40))
    texts = ["a word7 here", "a word8 here", "a word7 and a word8 here", "a word8 here"]
    monkeypatch.setattr(patterns, "MOST_TOKENS", 3)
    found = [find_lists((many,), text) for text in texts]
    assert found == [[[(2, 7)]], [[(2, 7)]], [[(2, 7), (14, 19)]], [[(2, 7)]]]
    assert list(patterns.find_in_texts((many,), texts)) == found
