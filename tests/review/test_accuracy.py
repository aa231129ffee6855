"""The share of attributions that are right, from a random sample: by hand."""

import pandas as pd
import pytest
from scipy.stats import binomtest

from analysis.review import estimate_quotes, load_reviews, make_decision, review_queue, save_decision

N = 100
SENTENCES = [f"“Number {n} is here,” said Ann Mott." for n in range(N)]
TEXT = "\n\n".join(SENTENCES)
ARTICLES = pd.DataFrame([{"article_id": "a", "text": TEXT}])
STARTS = [TEXT.index(sentence) for sentence in SENTENCES]
QUOTES = pd.DataFrame(
    {
        "quote_id": [f"{n:03}" for n in range(N)], "article_id": "a", "confidence": 0.5, "speaker": "Ann Mott",
        "content_spans": [[[s, s + t.index("”") + 1]] for s, t in zip(STARTS, SENTENCES, strict=True)],
    }
)  # fmt: skip


def decide(file, queue, decisions, coder="kim"):
    for quote, decision in zip(queue.to_dict("records"), decisions, strict=False):
        given = {"speaker": "Bo Finch"} if decision == "wrong speaker" else {}
        given |= {"content_spans": quote["content_spans"]} if decision == "edges" else {}
        save_decision(make_decision(quote, ARTICLES.iloc[0], decision, coder=coder, **given), file)
    return load_reviews(file)


def test_shares_and_intervals_by_hand(tmp_path):
    file = tmp_path / "quotes.csv"
    decisions = ["right"] * 12 + ["edges"] * 3 + ["wrong speaker"] * 2 + ["wrong"] * 2 + ["not a quote"]
    drawn = review_queue(QUOTES, ARTICLES, kind="random", n=40)
    unsure = review_queue(QUOTES, ARTICLES, n=30)
    decide(file, unsure, ["wrong"] * 30)  # the other queue never counts
    table = estimate_quotes(QUOTES, ARTICLES, decide(file, drawn, decisions)).set_index("measure")
    for measure, n in (("an attribution", 17), ("the right speaker", 15), ("right in all", 12)):
        low, high = binomtest(n, 20).proportion_ci(method="wilson")
        assert table.loc[measure, ["estimate", "low", "high"]].tolist() == pytest.approx([n / 20, low, high])
    assert set(table["n_decided"]) == {20} and set(table["n_quotes"]) == {100}


def test_draws_of_different_chance_are_weighed(tmp_path):
    queue = review_queue(QUOTES, ARTICLES, kind="random", n=6)
    queue["probability"] = [0.1, 0.1, 0.5, 0.5, 0.5, 0.5]
    reviews = decide(tmp_path / "quotes.csv", queue, ["right", "wrong", "right", "right", "right", "right"])
    row = estimate_quotes(QUOTES, ARTICLES, reviews).set_index("measure").loc["right in all"]
    # weights 10, 10, 2, 2, 2, 2: 18 of 28; effective size 28² / (2 · 100 + 4 · 4) = 784 / 216
    assert row["estimate"] == pytest.approx(18 / 28)
    # Wilson's bounds solve (p - b)² = z² b (1 - b) / n; z² = 3.8415
    p, n = 18 / 28, 784 / 216
    for bound in (row["low"], row["high"]):
        assert (p - bound) ** 2 == pytest.approx(3.8415 * bound * (1 - bound) / n, rel=1e-4)
    assert row["low"] < p < row["high"]


def test_the_last_decision_counts_and_passages_that_are_found_no_more_do_not(tmp_path):
    queue = review_queue(QUOTES, ARTICLES, kind="random", n=4)
    decide(tmp_path / "quotes.csv", queue, ["wrong"] * 4)
    reviews = decide(tmp_path / "quotes.csv", queue, ["right"] * 3)
    table = estimate_quotes(QUOTES, ARTICLES, reviews).set_index("measure")
    assert table.loc["right in all", ["estimate", "n_decided"]].tolist() == [0.75, 4]
    left = QUOTES[QUOTES["quote_id"] != queue["quote_id"].iloc[3]]
    assert estimate_quotes(left, ARTICLES, reviews).set_index("measure").loc["right in all", "estimate"] == 1
    other_id = ARTICLES.assign(article_id="z")
    moved = estimate_quotes(QUOTES.assign(article_id="z"), other_id, reviews).set_index("measure")
    assert moved.loc["right in all", ["estimate", "n_decided"]].tolist() == [0.75, 4]


def test_without_a_random_sample_there_is_no_estimate(tmp_path):
    reviews = decide(tmp_path / "quotes.csv", review_queue(QUOTES, ARTICLES, n=3), ["right"] * 3)
    assert estimate_quotes(QUOTES, ARTICLES, reviews).empty
    with pytest.raises(ValueError, match="has no probability"):
        estimate_quotes(QUOTES, ARTICLES, reviews.assign(queue="random"))
