"""Hits in context: what matches, and what is shown around it."""

import pytest

from analysis.words.concordance import keyword_in_context, terms_in_context
from analysis.words.counts import count_terms


@pytest.mark.parametrize(("term", "matches"), [
    ("ICE", ["ICE"]),
    ("ice", ["ice", "ice"]),
    ("agents", ["agents", "Agents", "agents"]),
    ("agent*", ["agents", "Agents", "agents"]),
    ("I.R.S. agents", ["I.R.S. agents"]),
    ("tax", []),
])  # fmt: skip
def test_hits_in_context(articles, term, matches):
    hits = keyword_in_context(articles, term, width=5)
    assert hits["match"].tolist() == matches
    texts = articles.set_index("article_id")["text"]
    for hit in hits.itertuples():
        assert texts[hit.article_id][hit.start : hit.end] == hit.match
        assert len(hit.before) <= 5 and texts[hit.article_id][: hit.start].endswith(hit.before)


def test_hits_of_several_terms_are_in_different_articles(articles):
    rows = terms_in_context(articles, ["agents", "ice", "left"], hits=2, width=5)
    assert rows[["term", "article_id", "match"]].values.tolist() == [
        ["agents", "a0", "agents"], ["agents", "a1", "agents"], ["ice", "a0", "ice"], ["ice", "a2", "ice"], ["left", "a0", "left"],
    ]  # fmt: skip


def test_every_counted_term_is_found_in_context(articles):
    rows = count_terms(articles, min_articles=1).to_frame().groupby("term")["n"].sum()
    assert {term: len(keyword_in_context(articles, term)) for term in rows.index} == rows.to_dict()


@pytest.mark.parametrize(("call", "message"), [
    (lambda a: keyword_in_context(a, "…"), "give a word or phrase"),
    (lambda a: terms_in_context(a, []), "there are no words to show in context"),
])  # fmt: skip
def test_refusals(articles, call, message):
    with pytest.raises(ValueError, match=message):
        call(articles)
