"""Articles per period and group, and intervals of shares, against values worked by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from analysis.coverage import coverage_by, share_interval, suggest_period
from analysis.intervals import share_bounds, wilson


@pytest.fixture
def articles():
    # Monday 6 May 2024; the week after is empty; 22 and 23 May lie in the third
    return pd.DataFrame({
        "article_id": list("abcde"),
        "outlet": ["Post", "Star", "Star", "Star", "Post"],
        "published": pd.to_datetime(["2024-05-06", "2024-05-12T23:59", "2024-05-22", "2024-05-23", None], utc=True, format="ISO8601"),
    })  # fmt: skip


def test_weeks_run_from_monday_and_empty_ones_are_there(articles):
    rows = coverage_by(articles)
    assert rows["period"].dt.strftime("%m-%d").tolist() == [
        "05-06",
        "05-06",
        "05-13",
        "05-13",
        "05-20",
        "05-20",
        np.nan,
        np.nan,
    ]
    assert rows["outlet"].tolist() == ["Post", "Star"] * 4
    assert rows["n"].tolist() == [1, 1, 0, 0, 0, 2, 1, 0]  # the last two: without a date
    assert rows["total"].tolist() == [2, 2, 0, 0, 2, 2, 1, 1]
    assert rows["share"].fillna(-1).tolist() == [0.5, 0.5, -1, -1, 0, 1, 1, 0]
    assert rows.attrs["every"] == "week"


def test_an_article_in_two_stories_counts_once_in_the_total(articles):
    merged = pd.concat([articles.assign(story="tax"), articles[:1].assign(story="raids")])
    rows = coverage_by(merged.dropna(subset=["published"]), by="story", every="M")
    # four dated articles: all in tax, one of them in raids too
    assert rows[["story", "n", "total", "share"]].values.tolist() == [["raids", 1, 4, 0.25], ["tax", 4, 4, 1.0]]


def test_by_two_columns(articles):
    rows = coverage_by(articles.assign(desk=["x", "x", "y", "x", "x"]), by=["outlet", "desk"], every="Y")
    dated = rows.dropna(subset=["period"])
    assert dated[["outlet", "desk", "n"]].values.tolist() == [["Post", "x", 1], ["Star", "x", 2], ["Star", "y", 1]]


def test_nothing_has_a_date(articles):
    rows = coverage_by(articles.assign(published=pd.NaT))
    assert rows["period"].isna().all() and rows["n"].tolist() == [2, 3]


@pytest.mark.parametrize(("change", "arguments", "message"), [
    (lambda a: a[:0], {}, "no article is left to count"),
    (lambda a: a, {"every": "fortnight"}, "choose one of: D, W, M, Q, Y"),
    (lambda a: a, {"by": "region"}, "coverage_by needs the column region"),
    (lambda a: a.drop(columns="published"), {}, "needs the column published"),
    (lambda a: a.assign(outlet=None), {}, "every value of outlet is null"),
])  # fmt: skip
def test_refusals(articles, change, arguments, message):
    with pytest.raises(ValueError, match=message):
        coverage_by(change(articles), **arguments)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_is_scipys_wilson_interval(pair):
    n, total = pair
    low, high = wilson(pd.Series([n]), pd.Series([total]))
    expected = binomtest(n, total).proportion_ci(method="wilson")
    assert (low[0], high[0]) == pytest.approx((expected.low, expected.high), abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("xyz"), st.dates(pd.Timestamp("2020-01-01").date(), pd.Timestamp("2021-01-01").date())
        ),
        min_size=1,
        max_size=30,
    )
)
def test_every_article_is_counted_once(rows):
    articles = pd.DataFrame(rows, columns=["outlet", "published"]).assign(article_id=[str(i) for i in range(len(rows))])
    for every in ("W", "M"):
        counted = coverage_by(articles, every=every)
        assert counted["n"].sum() == len(rows) and counted.groupby("period")["share"].sum().round(9).isin([0, 1]).all()


def test_share_interval_by_hand():
    # Post: article a has 3 named of 4, b 1 of 4
    quotes = pd.DataFrame(
        {"article_id": list("aaaabbbbc"), "outlet": ["Post"] * 8 + ["Star"], "kind": list("nnnunuuun")}
    )
    rows = share_interval(quotes, "kind")
    assert rows[["outlet", "kind", "n", "total", "share"]].values.tolist() == [
        ["Post", "n", 4, 8, 0.5], ["Post", "u", 4, 8, 0.5], ["Star", "n", 1, 1, 1.0], ["Star", "u", 0, 1, 0.0],
    ]  # fmt: skip
    low, high = share_bounds([[3, 1], [1, 3]])
    assert rows.loc[:1, "low"].tolist() == low.tolist() and rows.loc[:1, "high"].tolist() == high.tolist()
    assert rows.loc[2:, ["low", "high"]].values.tolist() == [[0, 1]] * 2  # one article tells nothing


def test_share_interval_refuses_an_empty_frame():
    with pytest.raises(ValueError, match="nothing is left that has both outlet and kind"):
        share_interval(pd.DataFrame({"article_id": [], "outlet": [], "kind": []}), "kind")


@pytest.mark.parametrize(
    ("last", "period"),
    [
        ("2026-01-01", "W"),
        ("2026-07-01", "W"),
        ("2026-08-01", "M"),
        ("2030-12-01", "M"),
        ("2032-01-01", "Q"),
        (None, "W"),
    ],
)
def test_the_suggested_period_gives_a_readable_number_of_steps(last, period):
    assert suggest_period(pd.DataFrame({"published": ["2026-01-01" if last else None, last]})) == period
