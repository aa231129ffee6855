"""Comparisons of terms against independent packages' values, scipy, and values worked by hand."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2_contingency, norm

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


def z_of(draws, expected, seen):
    """Return the signed root of the likelihood ratio of a binomial count, seen in `draws` and already moved."""
    parts = [(seen, expected), (draws - seen, draws - expected)]
    return np.sign(seen - expected) * np.sqrt(2 * sum(x * np.log(x / m) for x, m in parts if x))


def test_z_is_that_of_a_binomial_test_by_hand():
    # tax: 4 of 8 words in Post, 2 of 8 in Star. Used alike, half of its 6 uses are Post's, 1.5 in each article:
    # residuals -.5, 1.5, -.5, -.5, squared 3. That would make 6² / 3 = 12 draws; more than 6 uses it cannot be.
    counts = count_terms(articles(Post=["tax a b c", "tax tax tax a"], Star=["tax a b c", "tax a b c"]), min_articles=1)
    row = compare_terms(counts, target="Post", prior=16).set_index("term").loc["tax"]
    assert row["score"] == pytest.approx(np.log(10 / (24 - 10)) - np.log(8 / (24 - 8)))
    assert row["z"] == pytest.approx(z_of(6, 3, 3.5))


def test_one_article_that_repeats_a_word_is_worth_one_draw():
    # Ten uses of "raid" in one of 20 articles of ten words: .5 expected in each, so 9.5² + 19 × .5² = 95, and the uses
    # are worth 10² / 95 draws, all of them seen in Post.
    texts = {"Post": ["raid " * 10, *["tax " * 10] * 9], "Star": ["tax " * 10] * 10}
    counts = count_terms(articles(**texts), min_articles=1)
    raid = compare_terms(counts, target="Post").set_index("term").loc["raid"]
    assert raid["z"] == pytest.approx(z_of(100 / 95, 50 / 95, 100 / 95 - 0.5))
    assert raid["z"] < 0.1 and raid["low"] < 0
    words = compare_terms(counts, target="Post", method="log_odds_tokens", prior=1).set_index("term").loc["raid"]
    assert words["z"] > 0.5  # which takes them for ten


@pytest.fixture(scope="module")
def once():
    """Articles of 20 words, 40 in Post and 80 in Star. 12 of them have "leak" once; n of these are in Post."""

    def test(n, method="log_odds", prior=500.0):
        texts = {"Post": n, "Star": 12 - n}
        filler = " ".join(f"w{i}" for i in range(19))
        outlets = {
            outlet: [f"{filler} leak"] * k + [f"{filler} raid"] * (size - k)
            for (outlet, k), size in zip(texts.items(), (40, 80), strict=True)
        }
        counts = count_terms(articles(**outlets), min_articles=1)
        return compare_terms(counts, target="Post", method=method, prior=prior).set_index("term").loc["leak"]

    return test


@pytest.mark.parametrize("n", [0, 1, 2, 6, 8, 10, 11, 12])
def test_a_word_used_once_in_an_article_has_the_exact_binomial_p_value(once, n):
    p = 2 * norm.sf(abs(once(n)["z"]))
    tail = binomtest(n, 12, 1 / 3, alternative="greater" if n > 4 else "less").pvalue
    assert p / 2 == pytest.approx(tail, rel=0.4)


@pytest.mark.parametrize("n", [0, 2, 6, 12])
def test_a_word_used_once_in_an_article_has_the_exact_binomial_interval(once, n):
    row, exact = once(n, "log_ratio"), binomtest(n, 12).proportion_ci(method="exact")
    # The share u of 12 uses as a ratio of rates: 12 u in 800 words over 12 (1 - u) in 1,600; ½ in place of 0.
    low, high = (np.log2(max(12 * u, 0.5) / max(12 * (1 - u), 0.5) * 2) for u in exact)
    assert [row["low"], row["high"]] == pytest.approx([low, high], abs=0.35)


@pytest.mark.parametrize("prior", [1, 500, "counts"])
def test_the_clearest_difference_is_the_surest(once, prior):
    rows = pd.DataFrame([once(n, prior=prior) for n in range(13)])
    for column in ("z", "score", "low", "high"):
        assert (rows[column].diff().dropna() >= 0).all()
    assert rows["z"].diff().iloc[5:].min() > 0.2  # up to the last: a standard error of the log-odds would explode there
    assert (rows["low"] <= rows["score"]).all() and (rows["score"] <= rows["high"]).all()


def test_longer_articles_of_one_outlet_are_no_difference():
    rng = np.random.default_rng(0)
    named = 0
    for _ in range(10):
        sizes = np.repeat([75, 25], [20, 80])  # 20 long articles in Post; words come in bursts of about four
        texts = [" ".join(np.repeat(rng.choice(400, k), rng.poisson(4, k)).astype(str)) for k in sizes]
        frame = pd.DataFrame({"article_id": range(100), "outlet": np.repeat(["Post", "Star"], [20, 80]), "text": texts})
        named += (compare_terms(count_terms(frame, min_articles=3), target="Post")["q_value"] <= 0.05).any()
    assert named <= 2  # of 10 at 5 %: more come once in about 90 times


def test_several_targets_are_each_compared_with_all_others():
    counts = count_terms(articles(A=["tax", "tax"], B=["leak", "leak"], C=["raid", "raid"]))
    every, some = compare_terms(counts), compare_terms(counts, target=["A", "C"])
    both = every[every["outlet"].isin(["A", "C"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(some.drop(columns="q_value"), both.drop(columns="q_value"))


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
    (lambda c: compare_terms(c, target=[]), "there is no outlet to compare"),
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
    if METHODS[method].is_difference:
        # A log ratio takes fewer uses than one half for one half: 0 is then not what its test calls alike.
        sizes = one["n"].sum(), one["n_reference"].sum()
        told = (one["n"] + one["n_reference"]) * min(sizes) / sum(sizes) >= (0.5 if method == "log_ratio" else 0)
        agrees = (one["z"].abs() > 1.96) == (one["low"].gt(0) | one["high"].lt(0))
        assert agrees[told].all()


def test_the_log_ratio_of_a_term_that_is_rarer_than_one_half_is_no_difference():
    # "b": 0 of 2 words to 1 of 5. One half of 2 is more than 1 of 5, so the score says "more" where no use is seen.
    counts = count_terms(articles(Post=["a", "a"], Star=["a", "a a a b"]), min_articles=1)
    row = compare_terms(counts, target="Post", method="log_ratio").set_index("term").loc["b"]
    assert row["score"] == pytest.approx(np.log2(0.5 / 2 * 5)) and row["z"] == 0 and row["q_value"] == 1
