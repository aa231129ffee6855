"""Term counts against scikit-learn and values worked by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import frame
from sklearn.feature_extraction.text import CountVectorizer

from analysis.words.counts import count_terms


def test_counts_by_hand(articles):
    counts = count_terms(articles, min_articles=1)
    assert counts.terms.tolist() == ["I.R.S.", "ICE", "agents", "ate", "ice", "left", "the"]
    assert counts.counts.toarray().tolist() == [[0, 1, 2, 1, 1, 1, 0], [1, 0, 1, 0, 0, 0, 1], [0, 0, 0, 0, 1, 0, 0]]
    assert counts.article_ids.tolist() == ["a0", "a1", "a2"]


def test_terms_in_too_few_articles_are_left_out(articles):
    assert count_terms(articles).terms.tolist() == ["agents", "ice"]


def test_grouped_counts_by_hand(articles):
    rows = count_terms(articles).by("outlet")
    # Post: agents 2 (one article), ice 1 + 1 (two articles), 4 in all; Star: agents 1
    assert rows.values.tolist() == [
        ["Post", "agents", 2, 1, 0.5],
        ["Post", "ice", 2, 2, 0.5],
        ["Star", "agents", 1, 1, 1.0],
    ]


def test_stop_words_fit_the_token_rule():
    articles = frame("I don't know the tax", "We don’t owe the tax")
    assert count_terms(articles, stop_words="english").terms.tolist() == ["tax"]
    assert count_terms(articles, stop_words=["Don't", "the"], tokens="sklearn").terms.tolist() == ["tax"]


def test_ngrams_do_not_cross_a_paragraph_under_news():
    articles = frame("tax leak\n\ntax leak")
    assert count_terms(articles, ngrams=(2, 2), min_articles=1).to_frame()[["term", "n"]].values.tolist() == [
        ["tax leak", 2]
    ]


def test_an_article_without_a_word_keeps_its_row():
    assert count_terms(frame("tax", "", None, "…"), min_articles=1).counts.toarray().tolist() == [[1], [0], [0], [0]]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(alphabet="abİı ÄéZ19_-’'.\n", max_size=30), min_size=1, max_size=5))
def test_counts_are_scikit_learns_on_any_text(texts):
    peer = CountVectorizer()
    try:
        theirs = peer.fit_transform(texts).toarray()
    except ValueError:
        with pytest.raises(ValueError, match="no word is in at least 1"):
            count_terms(frame(*texts), tokens="sklearn", min_articles=1)
        return
    ours = count_terms(frame(*texts), tokens="sklearn", min_articles=1)
    assert ours.terms.tolist() == peer.get_feature_names_out().tolist() and (ours.counts.toarray() == theirs).all()


@pytest.mark.parametrize(("call", "message"), [
    (lambda a: count_terms(a[:0]), "no article is left to count terms in"),
    (lambda a: count_terms(frame("…", "")), "no word is in at least 2 articles of 2"),
    (lambda a: count_terms(a, tokens="bert"), "choose one of: news, sklearn"),
    (lambda a: count_terms(a, ngrams=(2, 1)), r"ngrams=\(2, 1\)"),
    (lambda a: count_terms(a, stop_words="french"), "give 'english' or a list"),
    (lambda a: count_terms(a[["text"]]), "count_terms needs the column article_id"),
    (lambda a: count_terms(a).by("desk"), "no column 'desk' to group by; the articles had: article_id, outlet"),
    (lambda a: count_terms(a.assign(text=3)), "a text must be a string, and one is 3"),
])  # fmt: skip
def test_refusals(articles, call, message):
    with pytest.raises(ValueError, match=message):
        call(articles)


def test_ngrams_under_news_are_counted_in_each_paragraph_by_hand():
    articles = frame("tax leak tax leak\n\n\n tax", "leak tax")
    counts = count_terms(articles, ngrams=(1, 3), min_articles=1)
    assert counts.terms.tolist() == ["leak", "leak tax", "leak tax leak", "tax", "tax leak", "tax leak tax"]
    assert counts.counts.toarray().tolist() == [[2, 1, 1, 3, 2, 1], [1, 1, 0, 1, 0, 0]]
    assert count_terms(articles, ngrams=(2, 2), stop_words=["leak"], min_articles=1).to_frame().values.tolist() == [
        ["a0", "tax tax", 1]
    ]


def test_nothing_in_the_articles_is_changed(articles):
    before = articles.copy()
    count_terms(articles, min_articles=1, stop_words="english")
    assert articles.equals(before) and articles.attrs == {}
