"""TF-IDF against scikit-learn and values worked by hand."""

import numpy as np
import pandas as pd
import pytest
from invented_texts import frame
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.words.counts import count_terms
from analysis.words.tf_idf import tf_idf


@pytest.mark.parametrize("ngrams", [(1, 1), (1, 2), (2, 3)])
def test_tf_idf_is_scikit_learns(shared, ngrams):
    bbc = pd.read_json(shared / "topics" / "bbc.jsonl.gz", lines=True).head(120)
    articles = frame(*bbc["text"])
    for options in ({}, {"smooth_idf": False}, {"sublinear_tf": True}, {"norm": "l1"}):
        ours = tf_idf(count_terms(articles, tokens="sklearn", ngrams=ngrams, min_articles=2), **options)
        peer = TfidfVectorizer(ngram_range=ngrams, min_df=2, **options)
        theirs = peer.fit_transform(bbc["text"])
        assert ours.terms.tolist() == peer.get_feature_names_out().tolist()
        assert ours.counts.nnz == theirs.nnz and abs(ours.counts - theirs).max() <= 1e-12


def test_tf_idf_by_hand():
    # N = 2; tax: tf 1, df 2, idf ln(3/3)+1 = 1; leak: tf 1, df 1, idf ln(3/2)+1
    weights = tf_idf(count_terms(frame("tax leak", "tax"), min_articles=1), norm="").counts.toarray()
    assert weights == pytest.approx(np.array([[np.log(3 / 2) + 1, 1], [0, 1]]))


@pytest.mark.parametrize(("call", "message"), [
    (lambda a: tf_idf(tf_idf(count_terms(a))), "got weights"),
    (lambda a: tf_idf(count_terms(a), norm="max"), "choose one of: l2, l1"),
])  # fmt: skip
def test_refusals(articles, call, message):
    with pytest.raises(ValueError, match=message):
        call(articles)
