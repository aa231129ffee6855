"""Sketches: what they depend on, and how many runs of words they keep."""

import numpy as np
import pandas as pd
import pytest
from invented_texts import lettered, prose

from analysis.copies import sketch_articles
from analysis.copies.sketches import SHINGLE
from analysis.words.token_table import tokenize_articles


def test_a_sketch_depends_on_its_article_alone():
    articles = lettered(
        text=[prose(1), "İstanbul's ICE, İce: five WORDS more", "", prose(2, 20), prose(1) + " and more"]
    )
    together = sketch_articles(articles)
    alone = [sketch_articles(articles[i : i + 1]) for i in range(len(articles))]
    pd.testing.assert_frame_equal(together, pd.concat(alone))
    pd.testing.assert_frame_equal(sketch_articles(articles, tokenize_articles(articles)), together)
    assert together["words"].nunique() == 5 and together["words"][2] == 0
    with pytest.raises(ValueError, match="tokens of other articles"):
        sketch_articles(articles, tokenize_articles(articles[::-1]))


def test_a_sketch_holds_an_eighth_of_the_different_runs():
    text = prose(1, 20_000)
    once, twice = (
        np.frombuffer(sketch_articles(lettered(text=[t]))["shingles"][0], "<u8") for t in (text, f"{text} {text}")
    )
    assert abs(len(once) / 2500 - 1) < 0.1 and len(set(once)) == len(
        once
    )  # 19,996 runs, nearly all different: 2500 ± 47
    assert set(once) <= set(twice) and len(twice) <= len(once) + 4  # four runs go over the seam


def test_no_run_goes_from_one_article_into_the_next():
    words = prose(3, 400).split()
    apart = lettered(text=[" ".join(words[i : i + 4]) for i in range(0, 400, 4)][:8])
    assert {len(row) for row in sketch_articles(apart)["shingles"]} == {0}


def test_a_shingle_is_five_words():
    assert SHINGLE == 5 and len(sketch_articles(lettered(text=["one two three four"]))["shingles"][0]) == 0
