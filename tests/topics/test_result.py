"""Fitted topics are described, and compared over groups and time, by values worked by hand."""

import pandas as pd
import pytest

from analysis.topics import Topics

SHARES = pd.DataFrame({"article_id": list("aabbcc"), "topic": [1, 2] * 3, "share": [1.0, 0.0, 0.5, 0.5, 0.25, 0.75]})
STABILITY = pd.DataFrame(
    {"topic": [1, 2], "label": ["Courts", "Farms"], "n": [3, 1], "stability": [0.9, 0.5], "doubtful": [False, True]}
)


def test_a_topic_is_described_and_its_share_in_each_outlet_is_the_mean_over_its_articles():
    terms = pd.DataFrame({"topic": [1, 1, 2], "term": ["court", "judge", "farm"], "rank": [2, 1, 1]})
    topics = Topics(terms, SHARES, STABILITY, None, None)
    assert topics.describe()[["terms", "share"]].values.tolist() == [
        ["judge, court", 0.75],
        ["farm", 0.25],
    ]  # 3 and 1 of 4
    shares = topics.by(pd.DataFrame({"article_id": list("abc"), "outlet": ["Post", "Post", "Star"]}), "outlet")
    # Post has a and b: (1 + .5) / 2 = .75 and (0 + .5) / 2 = .25.
    assert shares[["outlet", "label", "share", "n_articles"]].values.tolist() == [
        ["Post", "Courts", 0.75, 2], ["Post", "Farms", 0.25, 2], ["Star", "Courts", 0.25, 1], ["Star", "Farms", 0.75, 1],
    ]  # fmt: skip


def test_over_time_and_outlet_with_stability():
    topics = Topics(None, SHARES, STABILITY, None, None)
    days = pd.to_datetime(["2026-01-05", "2026-01-11", None], utc=True)  # Monday and Sunday of one week
    articles = pd.DataFrame({"article_id": list("abc"), "outlet": ["Post", "Star", "Star"], "published": days})
    weeks, monday = topics.by(articles, [], every="W"), pd.Timestamp("2026-01-05", tz="UTC")
    assert weeks[["period", "label", "share", "n_articles", "doubtful"]].values.tolist() == [  # (1 + ½) / 2, (0 + ½) / 2
        [monday, "Courts", 0.75, 2, False], [monday, "Farms", 0.25, 2, True],
    ]  # fmt: skip
    assert topics.by(articles, "outlet", every="W")["share"].tolist() == [1, 0, 0.5, 0.5]
    with pytest.raises(ValueError, match="there is no period 'fortnight'; choose one of: D, W, M, Q, Y"):
        topics.by(articles, "outlet", every="fortnight")
