"""What is drawn: how many marks, the limits, the labels, the titles' figures."""

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis import charts

matplotlib.use("agg")


@pytest.fixture(autouse=True)
def close():
    yield
    plt.close("all")


def words(ax):
    return [text.get_text() for text in ax.texts]


def title(ax):
    return ax.get_title(loc="left").replace("\n", " ")


def test_colors_follow_size_then_name_and_end_in_grey():
    colors = charts.outlet_colors(list("bbaacdefghi"))
    assert list(colors) == list("abcdefghi")  # a and b: two each, a first by name
    assert colors["a"] == "#0072B2" and colors["b"] == "#D55E00"
    assert len(set(list(colors.values())[:7])) == 7 and colors["h"] == colors["i"] == "#9a9a9a"


def test_outlets_are_ordered_by_size_and_undated_articles_are_said():
    frame = pd.DataFrame({"outlet": ["Post", "Ledger"], "articles": [10, 30], "copies": [5, 3], "missing": [2, 0]})
    ax = charts.plot_outlets(frame)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Ledger", "Post"]
    assert words(ax) == ["30", "10 (2 without a date)"]
    assert [bar.get_width() for bar in ax.patches] == [27, 5, 3, 5]  # own: 30-3, 10-5; copies: 3, 5
    assert title(ax) == "40 articles from 2 outlets; 20% of them repeat another article"  # 8 of 40
    largest = charts.plot_outlets(frame, most=1)
    assert words(largest) == ["30"] and title(largest) == title(ax)


def test_coverage_stacks_the_largest_group_at_the_bottom_and_names_the_peak():
    weeks = pd.to_datetime(["2026-01-05", "2026-01-12"], utc=True)
    frame = pd.DataFrame({"period": weeks.repeat(2), "story": ["tax", "both"] * 2, "n": [1, 2, 6, 4]})
    frame.attrs["every"] = "week"
    ax = charts.plot_coverage(frame, by="story", colors={"tax": "#0072B2"})
    assert [(bar.get_y(), bar.get_height()) for bar in ax.patches] == [
        (0, 1),
        (0, 6),
        (1, 2),
        (6, 4),
    ]  # tax has 7 articles, both 6
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["both", "tax"]  # as they stand, top to bottom
    assert title(ax) == "tax: 7 of 13 articles; the busiest week began on January 12, 2026 (10)"
    assert ax.get_ylabel() == "articles per week" and ax.get_ylim()[0] == 0


def test_shares_are_sorted_and_a_wide_interval_is_hollow():
    frame = pd.DataFrame(
        {"outlet": ["A", "B"], "share": [0.25, 0.5], "low": [0.2, 0.1], "high": [0.3, 0.9], "total": [100, 4]}
    )
    ax = charts.plot_shares(frame, by="outlet", colors={"A": "#0072B2", "B": "#D55E00"}, of="articles")
    assert words(ax) == ["50% of 4", "25% of 100"]
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [dot.get_markerfacecolor() for dot in dots] == ["white", "#0072B2"]
    assert title(ax) == "50% of articles at B, 25% at A"
    assert ax.get_xlim()[0] == 0


def test_terms_stand_on_the_side_they_are_typical_of():
    frame = pd.DataFrame(
        {
            "term": ["raid", "return", "court"], "n": [9, 1, 4], "n_reference": [1, 9, 3], "score": [1.5, -2.0, 0.1], "z": [4.0, -5.0, 0.3],
            "q_value": [0.001, 0.001, 0.8], "low": [1.0, -2.5, -0.4], "high": [2.0, -1.5, 0.6],
        }
    )  # fmt: skip
    ax = charts.plot_terms(frame, target="immigration", reference="tax", most=5)
    assert words(ax) == ["raid", "court", "return"]
    assert [float(c.get_offsets()[0][0]) for c in ax.collections] == [1.5, 0.1, -2.0]
    assert matplotlib.colors.to_hex(ax.collections[1].get_facecolor()[0]) == "#ffffff"  # q = .8: hollow
    assert title(ax) == "“raid, court” and “return” set immigration and tax apart"


def comparison(n=40):
    """Terms t0 … of evenly falling z, uses 10 to 400; those in the middle are no one's."""
    z = [8 - 16 * i / (n - 1) for i in range(n)]
    return pd.DataFrame(
        {
            "term": [f"term number {i}" for i in range(n)],
            "n": range(5, 5 + 5 * n, 5),
            "n_reference": 5,
            "z": z,
            "q_value": [0.01 if abs(x) > 2 else 0.5 for x in z],
        }
    )


def test_the_scatter_has_every_term_and_names_that_do_not_overlap():
    frame = comparison()
    ax = charts.plot_term_scatter(frame, target="raids", reference="tax", most=12)
    assert sum(len(points.get_offsets()) for points in ax.collections) == len(frame)
    assert ax.get_xscale() == "log" and ax.collections[1].get_offsets().tolist()[0] == [10, 8]  # 5 and 5 uses
    assert ax.get_ylabel().startswith("← tax") and ax.get_ylabel().endswith("raids →")
    assert {"term number 0", "term number 39"} <= set(words(ax)) and len(words(ax)) >= 12
    boxes = [text.get_window_extent() for text in ax.texts]
    assert not any(one.overlaps(other) for i, one in enumerate(boxes) for other in boxes[:i])
    assert all(ax.bbox.x0 <= box.x0 and box.x1 <= ax.bbox.x1 for box in boxes)
    assert (
        title(ax)
        == "Most typical: “term number 0, term number 1, term number 2” of raids; “term number 39, term number 38, term number 37” of tax"
    )


def test_the_scatter_of_sides_alike_says_so():
    ax = charts.plot_term_scatter(comparison().assign(q_value=0.9), target="raids", reference="tax")
    assert title(ax) == "No word tells raids and tax apart" and words(ax) == []


def test_sourcing_bars_sum_to_one():
    frame = pd.DataFrame(
        {
            "outlet": ["A", "A", "B"],
            "speaker_kind": ["named_person", "unnamed_person", "document"],
            "n": [3, 1, 2],
            "share": [0.75, 0.25, 1.0],
        }
    )
    ax = charts.plot_sourcing(frame)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["A (4)", "B (2)"]
    assert sum(bar.get_width() for bar in ax.patches) == pytest.approx(2)  # one whole bar for each of two outlets
    assert title(ax) == "A: 25% of attributions to people who are not named, the largest share"


def test_speakers_are_summed_over_outlets():
    frame = pd.DataFrame({"outlet": ["A", "B", "A"], "speaker": ["Ann Lee", "Ann Lee", "Bo Roe"], "n": [2, 3, 4]})
    ax = charts.plot_speakers(frame, colors={"A": "#0072B2", "B": "#D55E00"}, most=2)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Ann Lee", "Bo Roe"]
    assert title(ax) == "Ann Lee is heard most: 5 times"


def test_doubtful_topics_are_pale_and_say_so():
    frame = pd.DataFrame(
        {
            "label": ["courts", "farms"],
            "terms": ["judge, ruling", "crop, rain"],
            "share": [0.7, 0.3],
            "stability": [0.9, 0.3],
            "doubtful": [False, True],
        }
    )
    ax = charts.plot_topics(frame)
    assert [matplotlib.colors.to_hex(bar.get_facecolor()) for bar in ax.patches] == ["#0072b2", "#bcd7e8"]
    assert "30% (stability 0.30, doubtful)" in words(ax) and "judge, ruling" in words(ax)


def test_topic_grid_has_a_cell_per_outlet_and_topic():
    frame = pd.DataFrame({"outlet": ["A", "A", "B"], "label": ["courts", "farms", "farms"], "share": [0.25, 0.75, 1.0]})
    ax = charts.plot_topic_shares(frame)
    assert sorted(words(ax)) == ["100%", "25%", "75%", "–"]
    assert title(ax) == "B gave the most of its coverage to one topic: 100% to “farms”"


@pytest.mark.parametrize("plot", [charts.plot_outlets, charts.plot_topics, charts.plot_sourcing])
def test_an_empty_frame_is_refused_in_words(plot):
    with pytest.raises(ValueError, match=f"{plot.__name__} was given a frame without rows; widen the selection"):
        plot(pd.DataFrame())


def test_the_style_leaves_no_trace():
    before = dict(matplotlib.rcParams)
    charts.plot_speakers(pd.DataFrame({"outlet": ["A"], "speaker": ["Ann Lee"], "n": [2]}), colors={"A": "#0072B2"})
    assert dict(matplotlib.rcParams) == before
