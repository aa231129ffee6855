"""Uses of words are those that are counted."""

import pandas as pd

from analysis.words.counts import count_terms
from analysis.words.term_uses import find_terms

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "outlet": ["Post", "Star"],
        "text": ["ICE on ice. The I.R.S. said “no ICE.”", "Treasury’s tax-privacy office, Treasury and ice"],
    }
)


def test_every_term_has_as_many_uses_as_it_is_counted():
    counts = count_terms(ARTICLES, min_articles=1).by("outlet").set_index(["outlet", "term"])["n"].to_dict()
    uses = find_terms(ARTICLES, {term for _, term in counts})
    assert uses.groupby(["outlet", "term"]).size().to_dict() == counts


def test_the_span_is_the_word():
    uses = find_terms(ARTICLES, ["ICE", "treasury"])
    texts = ARTICLES.set_index("article_id")["text"]
    words = [texts[use.article_id][use.start : use.end] for use in uses.itertuples()]
    assert words == ["ICE", "ICE", "Treasury’s", "Treasury"]


def test_no_use_gives_no_row():
    assert find_terms(ARTICLES, ["heron"]).empty
