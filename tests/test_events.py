"""Events: found on labeled articles, the same as average linkage over all pairs at once, and what is refused."""

import matplotlib
import matplotlib.pyplot
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import average, fcluster
from scipy.spatial.distance import squareform

from analysis import events
from analysis.charts import events as charts
from analysis.events import group_events, linkage, vectors

matplotlib.use("agg")
FLOOD = [
    "River floods Dunmore after levee fails",
    "Levee fails and river floods Dunmore homes",
    "Dunmore river levee: homes floods took",
]
COURT = ["Court frees mayor Abel Roe", "Mayor Abel Roe freed by court", "Abel Roe, the mayor, walks from court"]


def frame(texts, **columns):
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": texts, **columns})


def b_cubed(gold, found):
    """Return F1 of B³ (Bagga & Baldwin 1998): each article's found and true group are compared by what they share."""
    both = pd.crosstab(np.asarray(gold), np.asarray(found)).to_numpy()
    precision, recall = ((both**2 / both.sum(axis=axis, keepdims=True)).sum() / both.sum() for axis in (0, 1))
    return 2 * precision * recall / (precision + recall)


def test_b_cubed_by_hand():
    # a a | b, found x | x x: precision (1 + ½ + ½) / 3 = ⅔, recall (½ + ½ + 1) / 3 = ⅔
    assert b_cubed(list("aab"), list("xyy")) == pytest.approx(2 / 3)


def test_two_events_are_parted_and_named_by_their_first_article():
    found = group_events(frame(FLOOD + COURT))
    assert found["event_id"].tolist() == ["a0"] * 3 + ["a3"] * 3 and found["similarity"].between(0.3, 1).all()


def test_the_id_is_that_of_the_earliest_article_and_stays_when_a_later_one_joins():
    articles = frame(FLOOD, published=pd.to_datetime(["2026-01-02", "2026-01-01", "2026-01-03"], utc=True))
    assert set(group_events(articles)["event_id"]) == set(group_events(articles[:2])["event_id"]) == {"a1"}


def test_the_same_words_a_month_later_are_another_event_unless_time_is_left_out_or_unknown():
    days = pd.to_datetime(["2026-01-02", "2026-01-02", "2026-02-02", None], utc=True)
    articles = frame([FLOOD[0]] * 4, published=days)
    assert group_events(articles[:3])["event_id"].tolist() == ["a0", "a0", "a2"]
    assert group_events(articles[:3], window_days=0)["event_id"].nunique() == 1
    assert group_events(articles.iloc[[0, 1, 3]])["event_id"].nunique() == 1


def test_vectors_by_hand(monkeypatch):
    monkeypatch.setattr(vectors, "load_background", lambda: {"articles": 0, "with": {}})
    monkeypatch.setattr(vectors, "LEAD", 2)
    # Three texts; "levee" and "ferry" are in two each, so both have the same idf, and "harbor" is in one: left out.
    # Text 0: levee in the lead, 6 (1 + ½ ln 2); ferry after it, 1. Text 1: levee in the lead, 6. Text 2: ferry, 6.
    found = events.event_vectors(["levee and levee the ferry", "levee the harbor", "ferry"])
    levee, ferry = 6 * (1 + np.log(2) / 2), 1
    length = np.hypot(levee, ferry)
    assert (found @ found.T).toarray() == pytest.approx(
        np.array([[1, levee / length, ferry / length], [levee / length, 1, 0], [ferry / length, 0, 1]])
    )


def test_events_of_one_affair_stay_two_events_and_each_event_is_part_of_one_affair():
    days = pd.to_datetime(["2026-01-01", "2026-01-02", "2026-01-10", "2026-01-11", "2026-01-10"], utc=True)
    found = group_events(frame([*FLOOD[:2], *FLOOD[1:], COURT[0]], published=days))
    assert found["event_id"].tolist() == ["a0", "a0", "a2", "a2", "a4"]
    assert found["affair_id"].tolist() == ["a0"] * 4 + ["a4"]
    assert group_events(frame(FLOOD + COURT))["affair_id"].tolist() == ["a0"] * 3 + ["a3"] * 3  # without a date


def test_decay_by_hand():
    # 3 days at a window of 3: exp(-½) = .6065; no date: what is given
    found = events.time_decay(np.array([0.0, 0.0]), np.array([3.0, np.nan]), 3, 0.4)
    assert found == pytest.approx([0.60653066, 0.4])


def test_an_article_without_a_date_joins_dated_ones_only_as_a_near_copy():
    days = pd.to_datetime(["2026-01-02", "2026-01-03", None, None], utc=True)
    articles = frame([*FLOOD[:2], FLOOD[2], FLOOD[0]], published=days)
    vectors_ = events.event_vectors(articles["text"].tolist())
    similar = (vectors_ @ vectors_.T).toarray()
    assert 0.17 < similar[0, 2] < 0.7 and similar[0, 3] == pytest.approx(1)  # at .65, the third would be one of them
    assert group_events(articles[:3])["event_id"].tolist() == ["a0", "a0", "a2"]
    assert group_events(articles.iloc[[0, 3]])["event_id"].nunique() == 1
    # Where most lack a date, it says nothing against an article.
    assert group_events(articles.iloc[[0, 2, 3]])["event_id"].nunique() == 1


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from("tax storm court rain judge audit leak raid".split()), min_size=1, max_size=6),
            st.integers(0, 12),
        ),
        min_size=2,
        max_size=16,
    )
)
def test_the_parts_give_what_average_linkage_of_all_pairs_gives(rows):
    days = np.sort(np.array([day for _, day in rows], dtype=float))
    found = events.event_vectors([" ".join(words) for words, _ in rows])
    distances = 1 - (found @ found.T).toarray() * events.time_decay(days[:, None], days[None], 3, 0.15)
    np.fill_diagonal(distances, 0)
    whole = fcluster(average(squareform(distances.clip(0), checks=False)), 1 - events.SAME, "distance")
    assert b_cubed(whole, events.group_vectors(found, days, 3, events.SAME)) == pytest.approx(1)


def test_the_order_of_the_articles_changes_nothing_and_blocks_neither(monkeypatch):
    articles = frame(FLOOD + COURT, published=pd.to_datetime(["2026-01-02"] * 3 + [None] * 3, utc=True))
    found = group_events(articles)
    pd.testing.assert_frame_equal(group_events(articles[::-1])[::-1], found)
    monkeypatch.setattr(linkage, "ROWS", 2)
    pd.testing.assert_frame_equal(group_events(articles), found)


@pytest.mark.parametrize("sizes", [(1, 1, 1, 1), (2, 3, 2, 3), (3, 2, 5, 100)])
def test_how_many_articles_are_in_memory_changes_nothing(monkeypatch, sizes):
    texts = [f"{text} {word}" for word in ("tax", "storm", "harbor") for text in FLOOD + COURT]
    days = [None if n % 5 == 0 else pd.Timestamp("2026-01-01", tz="UTC") + pd.Timedelta(n, "D") for n in range(18)]
    articles = frame(texts, published=days)
    found = group_events(articles)
    block, in_bucket, rows, columns = sizes
    monkeypatch.setattr(vectors, "BLOCK", block)
    monkeypatch.setattr(vectors, "IN_BUCKET", in_bucket)
    monkeypatch.setattr(linkage, "ROWS", rows)
    monkeypatch.setattr(linkage, "COLUMNS", columns)
    pd.testing.assert_frame_equal(group_events(articles), found, check_exact=True)
    assert 1 < found["event_id"].nunique() < len(found)


def test_a_part_too_large_for_its_pairs_is_parted_at_its_weak_links(monkeypatch):
    monkeypatch.setattr(linkage, "MOST_PAIRED", 4)
    found = group_events(frame([f"{text} Dunmore court" for text in FLOOD + COURT]))["event_id"]
    assert found[:3].nunique() == 1 and found[3:].nunique() == 1
    assert group_events(frame([FLOOD[0]] * 9))["event_id"].nunique() <= 3  # the same words nine times: chunks


def test_small_and_odd_selections():
    assert group_events(frame([])).empty
    assert group_events(frame([FLOOD[0]])).values.tolist() == [
        ["a0", "a0", 0.0, "a0"]
    ]  # no word is shared with another article
    assert group_events(frame([FLOOD[0]] * 3))["event_id"].nunique() == 1
    assert group_events(frame(["…", None, FLOOD[0]]))["event_id"].tolist() == ["a0", "a1", "a2"]
    for window in (-1, float("nan")):
        with pytest.raises(ValueError, match="give the days over which similarity fades"):
            group_events(frame(FLOOD), window_days=window)


def test_labeled_events(shared):
    texts = pd.read_json(shared / "events" / "ecbplus-even.jsonl.gz", lines=True).rename(columns={"name": "article_id"})
    found = group_events(texts)
    assert b_cubed(texts["event"], found["event_id"]) >= 0.95
    assert (found.groupby("event_id")["affair_id"].nunique() == 1).all()


def test_charts_of_events():
    articles = frame(
        FLOOD + COURT[:1], outlet=["Post", "Star", "Post", "Star"], headline=["Flood", "Levee", "Homes", "Roe free"]
    )
    articles = articles.assign(
        event_id=["e", "e", "e", "f"],
        similarity=[0.5, 0.9, 0.6, 1],
        published=pd.to_datetime(["2026-01-01T00", "2026-01-03T12", None, None], utc=True),
    )
    ax = charts.plot_events(articles, colors={"Post": "#0072B2", "Star": "#D55E00"})
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Levee", "Roe free"]
    dots = [(line.get_xdata()[0], line.get_ydata()[0]) for line in ax.lines]
    assert dots == [(0, 0), (1, 0), (1, 1)]  # Post and Star on the first event, Star on the second
    assert [(text.get_text(), text.get_position()) for text in ax.texts] == [("2", (0, 0))]  # Post has two on it
    assert ax.get_title(loc="left") == "1 of 2 events was covered by more than one outlet"
    ax = charts.plot_event_time(articles[:3], colors={"Post": "#0072B2"})
    assert [text.get_text() for text in ax.texts] == ["Flood", "Levee", "Homes (no date)"]
    assert ax.get_title(loc="left") == "2 outlets covered the event within 2 days"  # 60 hours: 2.5 days, to even
    same_day = articles.assign(published=pd.Timestamp("2026-01-01", tz="UTC"))
    assert (
        charts.plot_event_time(same_day, colors={}).get_title(loc="left")
        == "2 outlets covered the event on the same day"
    )
    ax = charts.plot_event_grid(
        pd.DataFrame({"outlet": ["Post", "Star"], "figures": [["44", "$3"], ["44"]]}), what="figures"
    )
    assert [label.get_text() for label in ax.get_yticklabels()] == ["44", "$3"] and len(ax.lines) == 3
    assert ax.get_title(loc="left") == "1 of 2 figures in both outlets, 1 in only one"
    matplotlib.pyplot.close("all")
