"""Agreement of two coders: by hand, and what is no agreement at all."""

import numpy as np
import pandas as pd
import pytest

from analysis.review import agreement
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
