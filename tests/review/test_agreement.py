"""Agreement of two coders: by hand, and what is no agreement at all."""

import numpy as np
import pandas as pd
import pytest

from analysis.review import agreement, agreement_of_reviews
from analysis.review.agreement import alpha


def coded(*rows):
    return pd.DataFrame(rows, columns=["article_id", "coder", "content_spans", "speaker_kind"])


def test_alpha_by_hand():
    # Krippendorff 2004, ch. 11: two coders, binary: 10 units, agreement on 6 (1 of value 1, 5 of value 0), 4 disagree.
    first, second = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    units = pd.DataFrame({"first": list(map(str, first)), "second": list(map(str, second))})
    # 20 values, 6 ones and 14 zeros: expected disagreement 2·6·14 / (20·19) = .4421, observed 4/10: 1 - .4/.4421
    assert alpha(units) == pytest.approx(0.095, abs=1e-3)


def test_attributions_are_paired_by_their_words():
    table = agreement(
        coded(
            ("a", "ann", [[0, 10]], "document"), ("a", "bo", [[0, 12]], "document"),  # 10 of 12 characters: the same
            ("a", "ann", [[20, 30]], "document"), ("a", "bo", [[26, 40]], "document"),  # 4 of 20: two of their own
            ("b", "ann", [[0, 10]], "group"), ("b", "bo", [[0, 10]], "named_person"),
            ("c", "ann", [[0, 10]], "group"),  # one coder: does not count
        )
    ).set_index("measure")  # fmt: skip
    assert table.loc["attributions", ["n", "n_articles"]].tolist() == [4, 2]
    assert table.loc["attributions", "agree"] == 0.5
    assert table.loc["speaker_kind", ["n", "agree"]].tolist() == [2, 0.5]


def test_the_interval_is_around_alpha_for_many_articles():
    rng = np.random.default_rng(0)
    rows = []
    for article in range(40):
        for place in range(0, 100, 10):
            kind = str(rng.choice(["group", "document", "unknown"]))
            other = kind if rng.random() < 0.8 else "named_person"
            rows += [
                (f"a{article}", "ann", [[place, place + 5]], kind),
                (f"a{article}", "bo", [[place, place + 5]], other),
            ]
    row = agreement(coded(*rows)).set_index("measure").loc["speaker_kind"]
    assert row["low"] < row["alpha"] < row["high"] and row["high"] - row["low"] < 0.2
    assert 0.65 < row["alpha"] < 0.8  # 80 % agree; by chance about a quarter would


def test_without_two_coders_there_is_nothing_to_say():
    assert agreement(coded(("a", "ann", [[0, 10]], "group"))).empty


def test_agreement_of_reviews_by_hand():
    first = ["right", "right", "right", "wrong", "edges", "wrong", "right", "wrong"]
    second = ["right", "right", "wrong", "not a quote", "right", "wrong", "right", "wrong"]
    rows = [
        (f"a{n % 2}", f"p{n}", coder, decision)
        for coder, decisions in (("kim", first), ("bo", second), ("lee", ["wrong"] * 8))
        for n, decision in enumerate(decisions)
    ]
    rows += [("a0", "p8", "kim", "right"), ("a1", "p9", "kim", "added"), ("a1", "p9", "bo", "added")]
    rows.insert(0, ("a0", "p0", "kim", "wrong"))  # the last decision of a person counts
    reviews = pd.DataFrame(rows, columns=["article_id", "passage", "coder", "decision"])
    table = agreement_of_reviews(reviews).set_index("measure")
    # 6 of 8 alike. Of 16 values 8 are right, 7 wrong, 1 edges: expected disagreement
    # (16·15 - 8·7 - 7·6 - 0) / (16·15) = 142 / 240, observed 2/8: 1 - .25 / .5917
    assert table.loc["decision", ["agree", "n", "n_articles"]].tolist() == [0.75, 8, 2]
    assert table.loc["decision", "alpha"] == pytest.approx(1 - 0.25 * 240 / 142)
    # an attribution or not: 7 of 8 alike; 9 are one and 7 are none: 1 - (1/8) / (2·9·7 / 240)
    assert table.loc["an attribution", "agree"] == 0.875
    assert table.loc["an attribution", "alpha"] == pytest.approx(1 - 0.125 * 240 / 126)


def test_one_coder_agrees_with_nobody():
    reviews = pd.DataFrame([("a", "p", "kim", "right")], columns=["article_id", "passage", "coder", "decision"])
    assert agreement_of_reviews(reviews).empty
