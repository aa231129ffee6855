"""How much each outlet wrote, when, and on what: marks, limits, labels and numbers in titles."""

import matplotlib.dates as mdates
import pandas as pd
from drawn import texts, title

from analysis import charts


def test_outlets_are_ordered_by_size_and_undated_articles_are_counted():
    frame = pd.DataFrame({"outlet": ["Post", "Ledger"], "articles": [10, 30], "copies": [5, 3], "missing": [2, 0]})
    ax = charts.plot_outlets(frame)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Ledger", "Post"]
    assert texts(ax) == ["30", "3 copies", "10, 2 without a date", "5 copies"]
    assert [bar.get_width() for bar in ax.patches] == [27, 5, 3, 5]  # own: 30-3, 10-5; copies: 3, 5
    assert title(ax) == "40 articles from 2 outlets; 8 are agency copy or repeat another article"
    largest = charts.plot_outlets(frame, most=1)
    assert texts(largest) == ["30", "3 copies"] and title(largest) == title(ax)


def test_coverage_has_a_row_for_each_group_and_names_the_peak():
    weeks = pd.to_datetime(["2026-01-05", "2026-01-12"], utc=True)
    frame = pd.DataFrame({"period": weeks.repeat(2), "story": ["tax", "both"] * 2, "n": [1, 2, 6, 4]})
    frame["status"] = "covered"
    frame.attrs["every"] = "week"
    ax = charts.plot_coverage(frame, by="story", colors={"tax": "#0072B2"})
    assert [t.get_text() for t in ax.get_yticklabels()] == ["tax (7)", "both (6)"]  # the largest first
    # Columns of tax, then of both, in one scale: the tallest, 6 articles, takes 0.74 rows; upward is negative here.
    assert [round(-bar.get_height() / 0.74 * 6, 6) for bar in ax.patches] == [1, 6, 2, 4]
    assert title(ax) == "tax: 7 of 13 articles; the busiest week began on January 12, 2026 (10 articles)"
    assert ax.get_xlabel().startswith("articles per week")


def test_a_gap_of_the_whole_collection_is_hatched_and_named_in_each_row():
    weeks = pd.date_range("2026-01-05", periods=4, freq="7D", tz="UTC")
    frame = pd.DataFrame({"period": weeks.repeat(2), "story": ["tax", "raids"] * 4, "n": [3, 1, 0, 0, 0, 0, 2, 5]})
    frame["status"] = ["covered", "gap"] + ["gap"] * 4 + ["covered"] * 2  # in the first week, raids alone have a gap
    ax = charts.plot_coverage(frame, by="story", colors={})
    bands = [each.get_paths()[0].get_extents() for each in ax.collections if each.get_hatch()]
    assert [(band.x0, band.x1) for band in bands] == [(mdates.date2num(weeks[1]), mdates.date2num(weeks[3]))] * 2
    assert texts(ax) == ["no articles\ncollected", "5", "no articles\ncollected", "3"]


def timelines():
    """Return four weeks of Post (covered, silent, two weeks of gap) and Star (none, covered twice, none)."""
    weeks = pd.date_range("2026-01-05", periods=4, freq="7D", tz="UTC")
    frame = pd.DataFrame({
        "period": [*weeks, *weeks],
        "outlet": ["Post"] * 4 + ["Star"] * 4,
        "n": [2, 0, 0, 0, 0, 4, 1, 0],
        "n_all": [9, 8, 0, 0, 0, 5, 5, 0],
        "status": ["covered", "silent", "gap", "gap", "none", "covered", "covered", "none"],
    })  # fmt: skip
    frame.attrs["every"] = "week"
    return frame, weeks


def test_silence_is_a_line_without_a_column_and_a_gap_is_hatched():
    frame, weeks = timelines()
    ax = charts.plot_timelines(frame, colors={"Star": "#D55E00", "Post": "#0072B2"})
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Star (5)", "Post (2)"]  # in the order of the colors
    # Columns of Star, then of Post. The tallest, 4 articles, takes 0.74 rows; upward is negative here.
    assert [round(-bar.get_height() / 0.74 * 4) for bar in ax.patches] == [0, 4, 1, 0, 2, 0, 0, 0]
    lines = {mdates.num2date(path.vertices[0, 0]).day for each in ax.collections[:1] for path in each.get_paths()}
    assert lines == {12, 19}  # Star had articles in the second and the third week
    bands = [each for each in ax.collections if each.get_hatch()]
    spans = [(band.get_paths()[0].get_extents().x0, band.get_paths()[0].get_extents().x1) for band in bands]
    assert spans == [(mdates.date2num(weeks[2]), mdates.date2num(weeks[3]) + 7)]
    assert texts(ax) == ["4", "no articles\ncollected", "2"]
    assert title(ax) == "Gaps in the collection: Post (2 weeks)"
    assert "hatched: no articles" in ax.get_xlabel().replace("\n", " ")


def test_without_a_gap_the_title_says_so():
    frame, _ = timelines()
    ax = charts.plot_timelines(frame[frame["outlet"] == "Star"], colors={})
    assert title(ax) == "Articles per week; no gap was found in what was collected of these outlets"
    assert "hatched" not in ax.get_xlabel()


def test_the_longest_gaps_are_named_in_the_title():
    weeks = pd.date_range("2026-01-05", periods=6, freq="7D", tz="UTC")
    lengths = {"A": 1, "B": 5, "C": 2, "D": 1, "E": 0}
    rows = [
        pd.DataFrame({"period": weeks, "outlet": name, "n": 0, "n_all": 0, "status": ["gap"] * n + ["none"] * (6 - n)})
        for name, n in lengths.items()
    ]
    frame = pd.concat(rows)
    frame.attrs["every"] = "week"
    expected = "Gaps in the collection: B (5 weeks), C (2 weeks), A (1 week) and 1 more outlet"
    assert title(charts.plot_timelines(frame, colors={})) == expected


def test_shares_are_sorted_and_a_wide_interval_is_hollow():
    frame = pd.DataFrame(
        {"outlet": ["A", "B"], "share": [0.25, 0.5], "low": [0.2, 0.1], "high": [0.3, 0.9], "total": [100, 4]}
    )
    ax = charts.plot_shares(frame, by="outlet", colors={"A": "#0072B2", "B": "#D55E00"}, of="articles")
    assert texts(ax) == ["50% of 4", "25% of 100"]
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [dot.get_markerfacecolor() for dot in dots] == ["#ffffff", "#0072B2"]
    assert title(ax) == "Share of articles: 25% to 50%"
    # All together: (.25 × 100 + .5 × 4) / 104 = .26.
    assert ax.get_xlabel().replace("\n", " ").endswith("dashed: all together, 26%")
    assert ax.get_xlim()[0] == 0


def test_the_stories_share_leaves_out_neither():
    frame = pd.DataFrame(
        {
            "outlet": ["A", "A", "B", "B"],
            "story": ["Tax", "neither"] * 2,
            "share": [0.25, 0.75, 0.5, 0.5],
            "total": [4, 4, 2, 2],
        }
    )
    ax = charts.plot_story_mix(frame, colors={"Tax": "#0072B2", "neither": "#d4d4d4"})
    assert [t.get_text() for t in ax.get_yticklabels()] == ["B (2)", "A (4)"]
    assert title(ax) == "The stories make up 25% to 50% of the articles of the 2 outlets shown"
    assert texts(ax) == ["50%", "25%"]
    # All together: (.25 × 4 + .5 × 2) / 6 = 33%.
    assert [t.get_text() for t in ax.get_xticklabels()] == ["Tax 33%"]
    assert ax.get_xlabel().replace("\n", " ").endswith("the rest is on none of the stories")


def test_articles_on_no_story_are_drawn_where_there_are_no_others():
    frame = pd.DataFrame({"outlet": ["A"], "story": ["neither"], "share": [1.0], "total": [4]})
    ax = charts.plot_story_mix(frame, colors={"neither": "#d4d4d4"})
    assert texts(ax) == ["100%"] and [t.get_text() for t in ax.get_xticklabels()] == ["neither 100%"]
