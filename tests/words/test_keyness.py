"""Comparisons of terms against independent packages' values, scipy, and values worked by hand."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, norm

from analysis.words.counts import count_terms
from analysis.words.keyness import compare_terms
from analysis.words.keyness_statistics import METHODS
from analysis.words.tf_idf import tf_idf

COLUMNS = [
    ("z_unif", "log_odds_tokens", "uniform", "z"),
    ("z_inf", "log_odds_tokens", "counts", "z"),
    ("z_500", "log_odds_tokens", 500, "z"),
    ("G2_2", "g2", 500, "score"),
    ("G2_4", "g2_four_cell", 500, "score"),
    ("chi2", "chi2", 500, "score"),
    ("logratio", "log_ratio", 500, "score"),
]


def articles(**texts):
    rows = [(f"{outlet}{i}", outlet, text) for outlet, its in texts.items() for i, text in enumerate(its)]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "text"])


@pytest.fixture(scope="module")
def addresses(shared):
    folder = shared / "keyness"
    texts = {"Obama": [(folder / "2009-Obama.txt").read_text()], "Trump": [(folder / "2017-Trump.txt").read_text()]}
    reference = pd.read_csv(
        folder / "keyness_reference_obama2009_trump2017.csv", keep_default_na=False, dtype={"w": str}
    )
    return count_terms(articles(**texts), tokens="sklearn", min_articles=1), reference.set_index("w")


@pytest.mark.parametrize(("column", "method", "prior", "result"), COLUMNS)
def test_every_value_is_that_of_the_independent_packages(addresses, column, method, prior, result):
    counts, reference = addresses
    ours = compare_terms(counts, target="Obama", method=method, prior=prior).set_index("term").reindex(reference.index)
    assert ours["n"].equals(reference["y1"].astype(int)) and ours["n_reference"].equals(reference["y2"].astype(int))
    # The file gives 8 decimals, so half of the last one is as near as equal values can come.
    assert np.abs(ours[result] - reference[column]).max() <= 5.0001e-9


def by_formula(a, b, c, d, w, total):
    """Return every statistic of a term in decimals of 28 digits: a of c uses here, b of d there; prior w of `total`."""
    a, b, c, d, w, total = (Decimal(float(x)) for x in (a, b, c, d, w, total))
    e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
    sign = (a * d > b * c) - (a * d < b * c)

    def part(o, e):
        return o * (o / e).ln() if o else Decimal(0)

    two = 2 * (part(a, e1) + part(b, e2))
    four = two + 2 * (part(c - a, c - e1) + part(d - b, d - e2))
    delta = ((a + w) / (c + total - a - w)).ln() - ((b + w) / (d + total - b - w)).ln()
    return {
        "log_odds": delta / (1 / (a + w) + 1 / (b + w)).sqrt(),
        "g2": sign * two,
        "g2_four_cell": sign * four,
        "chi2": sign * (c + d) * (a * (d - b) - b * (c - a)) ** 2 / ((a + b) * (c + d - a - b) * c * d),
        "log_ratio": ((a or Decimal("0.5")) / c * d / (b or Decimal("0.5"))).ln() / Decimal(2).ln(),
    }


def test_every_value_is_that_of_the_formula_to_1e_9(addresses):
    counts, reference = addresses
    c, d = reference["y1"].sum(), reference["y2"].sum()
    both = reference["y1"] + reference["y2"]
    for prior in (500, "counts", "uniform"):
        weights = {500: both * (500 / both.sum()), "counts": both, "uniform": both * 0 + 0.01}[prior]
        expected = [
            by_formula(a, b, c, d, w, weights.sum())
            for a, b, w in zip(reference["y1"], reference["y2"], weights, strict=True)
        ]
        for method in METHODS:
            found = (
                compare_terms(counts, target="Obama", method=method, prior=prior)
                .set_index("term")
                .reindex(reference.index)
            )
            formula = "log_odds" if method == "log_odds_tokens" else method
            if method == "log_odds":  # its score is that of log_odds_tokens; its z has a test of its own
                continue
            values = found["z" if method == "log_odds_tokens" else "score"]
            assert max(abs(one - float(other[formula])) for one, other in zip(values, expected, strict=True)) <= 1e-9


def test_chi2_is_scipys_and_its_p_value_too():
    counts = count_terms(articles(Post=["tax tax leak", "tax"], Star=["leak leak", "tax raid"]), min_articles=1)
    rows = compare_terms(counts, target="Post", method="chi2").set_index("term")
    # tax: 3 of 4 in Post, 1 of 4 in Star
    expected = chi2_contingency([[3, 1], [1, 3]], correction=False)
    assert rows.loc["tax", "score"] == pytest.approx(expected.statistic)
    assert rows[["low", "high"]].isna().all(axis=None)  # a test's value is no difference that could have an interval


def test_q_values_are_benjamini_and_hochbergs_over_all_rows():
    counts = count_terms(articles(Post=["tax tax leak", "tax"], Star=["leak leak", "tax raid"]), min_articles=1)
    rows = compare_terms(counts, method="log_odds_tokens")
    p = 2 * norm.sf(rows["z"].abs())
    ranked = np.sort(p) * len(p) / np.arange(1, len(p) + 1)
    expected = [min(ranked[i:].min() for i in np.flatnonzero(np.sort(p) == value)) for value in p]
    assert rows["q_value"].tolist() == pytest.approx(expected)


def test_log_odds_by_hand():
    # 2 of 4 words against 1 of 4; prior 6 in proportion to 3 of 8: 2.25
    counts = count_terms(articles(Post=["tax tax a b"], Star=["tax a b b"]), min_articles=1)
    row = compare_terms(counts, target="Post", method="log_odds_tokens", prior=6).set_index("term").loc["tax"]
    expected = np.log(4.25 / (10 - 4.25)) - np.log(3.25 / (10 - 3.25))
    assert row["score"] == pytest.approx(expected)
    assert row["z"] == pytest.approx(expected / np.sqrt(1 / 4.25 + 1 / 3.25))


def test_a_word_that_one_article_repeats_is_not_typical_of_an_outlet():
    texts = {"Post": ["badger " * 30 + "tax", "tax badger", "tax raid"], "Star": ["leak raid", "leak raid"]}
    assert compare_terms(count_terms(articles(**texts)), target="Post")["term"].tolist() == ["tax", "raid", "leak"]
    every = compare_terms(count_terms(articles(**texts), min_articles=1), target="Post")
    assert every["term"].iloc[0] == "badger" and every["n_articles"].iloc[0] == 2


def test_without_a_target_each_group_is_compared_with_the_rest():
    counts = count_terms(articles(A=["tax", "tax"], B=["leak", "leak"], C=["raid", "raid"]))
    rows = compare_terms(counts)
    assert rows.columns[0] == "outlet" and rows["outlet"].drop_duplicates().tolist() == ["A", "B", "C"]
    alone = compare_terms(counts, target="B")
    pd.testing.assert_frame_equal(rows[rows["outlet"] == "B"].drop(columns="outlet").reset_index(drop=True), alone)


def test_the_variance_is_that_of_articles_by_hand():
    # tax: 4 of 8 words in Post, 2 of 8 in Star, so 6/16 = .375 is expected. Post's articles have 1 and 3 of 4 words
    # (1.5 expected), Star's 1 and 1: residuals -.5, 1.5 and -.5, -.5.
    counts = count_terms(articles(Post=["tax a b c", "tax tax tax a"], Star=["tax a b c", "tax a b c"]), min_articles=1)
    row = compare_terms(counts, target="Post", prior=16).set_index("term").loc["tax"]
    prior = 16 * 6 / 16
    post = 2 / 1 * (0.25 + 2.25) / (4 + prior) ** 2
    star = 2 / 1 * (0.25 + 0.25) / (2 + prior) ** 2
    assert post < 1 / (4 + prior) and star < 1 / (2 + prior)  # below the variance of words, which is taken then
    score = np.log(10 / (24 - 10)) - np.log(8 / (24 - 8))
    root = np.sqrt(1 / 10 + 1 / 8)
    assert row[["score", "z"]].tolist() == pytest.approx([score, score / root])
    assert row[["low", "high"]].tolist() == pytest.approx([score - 1.959964 * root, score + 1.959964 * root], abs=1e-6)


def test_a_word_of_few_articles_varies_more_than_its_count_says():
    # Ten uses of "raid" in one article of ten: a residual of 10 - 1 and nine of -1 give 90, over 10² of the count, with
    # a prior that is next to nothing: 10/9 × .9 = 1, ten times the variance of words, .1.
    post = ["raid " * 10, *["tax " * 10] * 9]
    counts = count_terms(articles(Post=post, Star=post), min_articles=1)
    words = compare_terms(counts, target="Post", method="log_odds_tokens", prior=1e-6).set_index("term")
    whole = compare_terms(counts, target="Post", prior=1e-6).set_index("term")
    width = lambda row: (row["high"] - row["low"]) / (2 * 1.959964)  # noqa: E731  (one line, used twice)
    assert width(words.loc["raid"]) == pytest.approx(np.sqrt(0.1 + 0.1), abs=1e-5)
    assert width(whole.loc["raid"]) == pytest.approx(np.sqrt(1 + 1), abs=1e-5)


def test_outlets_dealt_at_random_have_no_words_of_their_own():
    rng = np.random.default_rng(0)
    named = 0
    for _ in range(10):
        # Words come in bursts: an article uses each of its words about six times.
        texts = [" ".join(np.repeat(rng.choice(400, 25), rng.poisson(6, 25)).astype(str)) for _ in range(90)]
        frame = pd.DataFrame({"article_id": range(90), "outlet": ["A", "B", "C"] * 30, "text": texts})
        counts = count_terms(frame, min_articles=3)
        named += (compare_terms(counts)["q_value"] <= 0.05).any()
        assert (compare_terms(counts, method="log_odds_tokens")["q_value"] <= 0.05).any()
    assert named <= 2  # of 10 at 5 %: more come once in about 90 times


def test_one_article_in_a_group_is_never_enough():
    texts = {"Post": ["raid " * 50 + "tax"], "Star": ["tax leak"] * 20}
    rows = compare_terms(count_terms(articles(**texts), min_articles=1), target="Post")
    assert (rows["z"] == 0).all() and (rows["q_value"] == 1).all() and rows[["low", "high"]].isna().all(axis=None)
    assert rows["term"].tolist()[0] == "raid"  # still in the order of their scores


@pytest.mark.parametrize(("call", "message"), [
    (lambda c: compare_terms(c, target="Sun"), "no article has outlet 'Sun'; there are: Post, Star"),
    (lambda c: compare_terms(c, by="desk", target="Post"), "no column 'desk' to compare by"),
    (lambda c: compare_terms(c, target="Post", method="lift"), "choose one of: log_odds, log_odds_tokens, g2, g2_four_cell, chi2, log_ratio"),
    (lambda c: compare_terms(c, target="Post", prior="flat"), "or one of: counts, uniform"),
    (lambda c: compare_terms(c, target="Post", prior=-1), "prior=-1"),
    (lambda c: compare_terms(c, target="Post", reference="Post"), "other than the target"),
    (lambda c: compare_terms(c, reference="Post"), "needs a target"),
    (lambda c: compare_terms(tf_idf(c), target="Post"), "got weights"),
    (lambda c: compare_terms(count_terms(articles(Post=["tax", "tax"])), target="Post"), "needs two values of outlet; there is 'Post'"),
    (lambda c: compare_terms(count_terms(articles(Post=["tax"], Star=["tax"])), target="Post"), "'tax' is the only term"),
    (lambda c: compare_terms(count_terms(articles(Post=["tax", "tax"], Star=[""])), target="Post"), "has no counted word"),
])  # fmt: skip
def test_refusals(call, message):
    with pytest.raises(ValueError, match=message):
        call(count_terms(articles(Post=["tax", "tax"], Star=["leak", "leak"])))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=6).map(" ".join), min_size=4, max_size=8),
    st.sampled_from(sorted(METHODS)),
)
def test_sides_swapped_turn_the_sign_and_nothing_else(texts, method):
    assume(len(set(" ".join(texts).split())) > 1)
    half = len(texts) // 2
    counts = count_terms(articles(Post=texts[:half], Star=texts[half:]), min_articles=1)
    one = compare_terms(counts, target="Post", method=method).set_index("term").sort_index()
    other = compare_terms(counts, target="Star", method=method).set_index("term").sort_index()
    assert one["z"].tolist() == pytest.approx((-other["z"]).tolist(), abs=1e-9)
    assert one["q_value"].between(0, 1).all()
    agrees = (one["z"].abs() > 1.96) == ~one["low"].le(0) | ~one["high"].ge(0)
    assert agrees.all() if method.startswith("log_odds") else True
