"""Shares corrected by coded articles: by hand, against ppi_py, and how often the interval holds the truth."""

import numpy as np
import pandas as pd
import pytest
from ppi_py import ppi_mean_pointestimate

from analysis.estimates.corrected_shares import corrected_shares

KINDS = ["named_person", "document"]


def attributions(named, documents):
    """Return one row per attribution: article n has named[n] of people and documents[n] of documents."""
    rows = [
        (f"a{n}", kind)
        for n, pair in enumerate(zip(named, documents, strict=True))
        for kind, k in zip(KINDS, pair, strict=True)
        for _ in range(k)
    ]
    return pd.DataFrame(rows, columns=["article_id", "speaker_kind"])


def corpus(n):
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(n)], "outlet": "Post"})


def test_a_program_that_is_right_keeps_its_share():
    named, documents = [3, 1, 2, 4, 0, 2, 3, 1, 2, 2], [1, 1, 0, 2, 3, 1, 0, 2, 1, 1]
    found = attributions(named, documents)
    coded = attributions(named[:5], documents[:5]).assign(probability=0.5)
    row = corrected_shares(found, corpus(10), coded, kinds=KINDS).iloc[0]
    # 20 of 32 in all articles, 10 of 17 in the coded ones; the program is right, so λ = 1 takes the difference out
    assert row["raw_share"] == pytest.approx(20 / 32) and row["coded_share"] == pytest.approx(10 / 17)
    assert row["share"] == pytest.approx(20 / 32, abs=1e-6)
    assert row["high"] - row["low"] < 0.1


def test_a_program_that_says_the_same_of_every_article_leaves_the_coded_share():
    rng = np.random.default_rng(0)
    named = rng.integers(0, 6, 200)
    coded = attributions(named[:60], 5 - named[:60]).assign(probability=0.3)
    row = corrected_shares(attributions([1] * 200, [1] * 200), corpus(200), coded, kinds=KINDS).iloc[0]
    truth = named[:60].sum() / 300
    assert row["raw_share"] == 0.5 and row["low"] < truth < row["high"]
    # The middle of the interval, on the log-odds scale, is the coded share: there is nothing to correct it with.
    middle = (np.log(row["low"] / (1 - row["low"])) + np.log(row["high"] / (1 - row["high"]))) / 2
    assert 1 / (1 + np.exp(-middle)) == pytest.approx(truth, abs=1e-9)


def test_with_one_attribution_an_article_it_is_the_estimate_of_ppi_py():
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 2, 400)
    found = np.where(rng.random(400) < 0.8, truth, 1 - truth)
    coded = attributions(truth[:80], 1 - truth[:80]).assign(probability=0.2)
    row = corrected_shares(attributions(found, 1 - found), corpus(400), coded, kinds=KINDS).iloc[0]
    # λ is cov / var over the coded articles, and 32 more with λ = 1; ppi_py is asked for the estimate with that λ.
    power = np.cov(truth[:80], found[:80])[0, 1] / np.var(found[:80], ddof=1)
    power = (80 * power + 32) / 112
    expected = float(
        np.ravel(
            ppi_mean_pointestimate(truth[:80].astype(float), found[:80].astype(float), found.astype(float), lam=power)
        )[0]
    )
    middle = (np.log(row["low"] / (1 - row["low"])) + np.log(row["high"] / (1 - row["high"]))) / 2
    assert 1 / (1 + np.exp(-middle)) == pytest.approx(expected, abs=1e-9)
    assert min(row["raw_share"], expected) <= row["share"] <= max(row["raw_share"], expected)


def simulated(rng, n_articles, n_coded):
    """Return the true share and the table of a corpus whose program misses a third of what documents say."""
    named, documents = rng.poisson(rng.gamma(2, 2, n_articles)), rng.poisson(rng.gamma(1, 1, n_articles))
    found = attributions(named, rng.binomial(documents, 2 / 3))
    chosen = rng.choice(n_articles, n_coded, replace=False)
    coded = attributions(named, documents)
    coded = coded[coded["article_id"].isin({f"a{n}" for n in chosen})].assign(probability=n_coded / n_articles)
    return documents.sum() / (named.sum() + documents.sum()), corrected_shares(
        found, corpus(n_articles), coded, kinds=KINDS
    )


def test_the_interval_holds_the_truth_and_the_raw_share_is_outside_it():
    rng = np.random.default_rng(2)
    drawn = [simulated(rng, 400, 60) for _ in range(60)]
    rows = [(truth, table.iloc[1]) for truth, table in drawn]
    held = sum(row["low"] <= truth <= row["high"] for truth, row in rows)
    assert held >= 53  # of 60 at 95 %: fewer than 53 come once in about 200 times
    better = sum(abs(row["share"] - truth) < abs(row["raw_share"] - truth) for truth, row in rows)
    assert better >= 50


def test_the_spread_is_shared_between_kinds_by_hand():
    named, documents = [2, 0, 2, 0, 1, 1, 1, 1] * 5, [0, 2, 0, 2, 1, 1, 1, 1] * 5
    coded = attributions(named[:8], documents[:8]).assign(probability=0.2)
    row = corrected_shares(attributions([1] * 40, [1] * 40), corpus(40), coded, kinds=KINDS).iloc[0]
    # The program finds the same in every article, so λ = 0, and ψ = (y - .5 · 2) / 2 is ±.5 in four of eight articles:
    # s² = 1 / 7, of both kinds alike, so that sharing changes nothing. V = 1/7 · (1 - 8/40) · 7/5 / 8 = .02, the
    # half-width on the log-odds scale t(7) · √.02 / .25 = 2.3646 · .56569 = 1.3376.
    assert row["share"] == 0.5
    assert row["high"] == pytest.approx(1 / (1 + np.exp(-1.3376)), abs=1e-4)
    # Half as wide: a quarter of the variance, 1 / (.02 / (4 / 7) + 1 / 40) = 16.67 articles
    assert row["n_more"] == 17 - 8


def test_the_share_found_is_kept_until_the_coded_articles_contradict_it():
    rng = np.random.default_rng(4)
    named, documents = rng.poisson(4, 400), rng.poisson(2, 400)
    coded = attributions(named[:60], documents[:60]).assign(probability=0.15)
    kept, moved = (
        corrected_shares(attributions(named, found), corpus(400), coded, kinds=KINDS).iloc[1]
        for found in (rng.binomial(documents, 0.8) + rng.poisson(0.4, 400), rng.binomial(documents, 0.4))
    )
    assert kept["share"] == kept["raw_share"]
    middle = np.log(moved["low"] / (1 - moved["low"])) / 2 + np.log(moved["high"] / (1 - moved["high"])) / 2
    assert moved["share"] == pytest.approx(1 / (1 + np.exp(-middle)), abs=1e-9)  # .8 of 4.8 found, 2 of 6 coded


def test_the_share_lies_inside_its_interval_whatever_the_program_finds():
    rng = np.random.default_rng(5)
    for right in np.linspace(0, 1, 12):
        named, documents = rng.poisson(3, 60), rng.poisson(1, 60)
        coded = attributions(named[:10], documents[:10]).assign(probability=1 / 6)
        found = attributions(named, rng.binomial(documents, right))
        table = corrected_shares(found, corpus(60), coded, kinds=KINDS)
        assert ((table["low"] < table["share"]) & (table["share"] < table["high"])).all()


def test_differences_are_from_all_other_groups_together():
    articles = corpus(90).assign(outlet=["Post", "Star", "Sun"] * 30)
    named, documents = [3, 1, 1] * 30, [1, 1, 1] * 30
    coded = attributions(named[:45], documents[:45]).assign(probability=0.5)
    table = corrected_shares(attributions(named, documents), articles, coded, by="outlet", kinds=KINDS)
    row = table.set_index(["outlet", "speaker_kind"]).loc[("Post", "document")]
    # 30 of 120 in the Post, 60 of 120 in the two others
    assert row["difference"] == pytest.approx(-0.25, abs=1e-6)
    assert row["difference_low"] < row["difference"] < row["difference_high"] < 0
    assert "difference" not in corrected_shares(attributions(named, documents), articles, coded, kinds=KINDS)


def test_groups_with_few_coded_articles_keep_a_row():
    articles = corpus(30).assign(outlet=["Post"] * 20 + ["Star"] * 8 + ["Sun"] * 2)
    found = attributions([2] * 30, [1] * 30)
    coded = attributions([2, 1, 3] * 8, [1, 1, 0] * 8).assign(probability=0.8)
    table = corrected_shares(found, articles, coded, by="outlet", kinds=KINDS).set_index(["outlet", "speaker_kind"])
    assert table.loc[("Sun", "document"), "n_coded"] == 0 and np.isnan(table.loc[("Sun", "document"), "low"])
    assert table.loc[("Sun", "document"), "share"] == table.loc[("Sun", "document"), "raw_share"]
    assert table.loc[("Star", "document"), "n_coded"] == 4 and table.loc[("Star", "document"), "low"] > 0


def test_what_is_missing_is_named():
    found, coded = attributions([1] * 5, [1] * 5), attributions([1] * 2, [1] * 2).assign(probability=0.4)
    with pytest.raises(ValueError, match="2 coded article"):
        corrected_shares(found, corpus(5), coded, kinds=KINDS)
    with pytest.raises(ValueError, match="not among the articles, for example 'a1'"):
        corrected_shares(found, corpus(1), coded, kinds=KINDS)
