"""Selections that are too small give a sentence or a small result, whatever function of terms, topics or events."""

import pandas as pd
import pytest

from analysis.copies import drop_copies, find_copies, pair_sketches, sketch_articles
from analysis.events import group_events
from analysis.topics import fit_topics
from analysis.words.counts import count_terms
from analysis.words.keyness import compare_terms
from analysis.words.tf_idf import tf_idf
from analysis.words.token_table import tokenize_articles

SELECTIONS = {
    "empty": [],
    "one": ["The council raised the tax on boats."],
    "identical": ["The council raised the tax on boats."] * 8,
    "without a word": ["…", "—", "", None],
    "one with a word": ["tax", "", None, "!"],
}
CALLS = {
    "count_terms": lambda a: count_terms(a, min_articles=1).to_frame(),
    "ngrams": lambda a: count_terms(a, min_articles=1, ngrams=(1, 3)).to_frame(),
    "tf_idf": lambda a: tf_idf(count_terms(a, min_articles=1)).to_frame(),
    "compare_terms": lambda a: compare_terms(count_terms(a, min_articles=1)),
    "fit_topics": lambda a: fit_topics(a, topics=2).shares,
    "auto": lambda a: fit_topics(a).shares,
    "group_events": group_events,
    "find_copies": find_copies,
    "drop_copies": drop_copies,
    "tokenize_articles": tokenize_articles,
    "pair_sketches": lambda a: pair_sketches(sketch_articles(a, tokenize_articles(a))),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("texts", SELECTIONS.values(), ids=SELECTIONS)
@pytest.mark.parametrize("outlets", [["Post"], ["Post", "Star"]], ids=["one outlet", "two outlets"])
def test_a_sentence_or_a_small_result(call, texts, outlets):
    n = len(texts)
    articles = pd.DataFrame(
        {"article_id": [f"a{i}" for i in range(n)], "outlet": (outlets * n)[:n], "text": pd.Series(texts, dtype="str")}
    )
    try:
        found = CALLS[call](articles)
    except ValueError as refusal:
        told = str(refusal)
        assert len(told.split()) >= 8 and any(
            advice in told.lower() for advice in ("give", "widen", "lower", "see the rejects", "choose")
        )
    else:
        assert isinstance(found, pd.DataFrame) and not (n == 0 and len(found))
