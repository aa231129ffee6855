"""How much each outlet wrote, when, and on what: marks, limits, labels and numbers in titles."""

import pandas as pd
from drawn import texts, title

from analysis import charts


def test_outlets_are_ordered_by_size_and_undated_articles_are_counted():
    frame = pd.DataFrame({"outlet": ["Post", "Ledger"], "articles": [10, 30], "copies": [5, 3], "missing": [2, 0]})
    ax = charts.plot_outlets(frame)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Ledger", "Post"]
    assert texts(ax) == ["30", "10 (2 without a date)"]
    assert [bar.get_width() for bar in ax.patches] == [27, 5, 3, 5]  # own: 30-3, 10-5; copies: 3, 5
    assert title(ax) == "40 articles from 2 outlets; 20% of them repeat another article"  # 8 of 40
    largest = charts.plot_outlets(frame, most=1)
    assert texts(largest) == ["30"] and title(largest) == title(ax)


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
    assert title(ax) == "tax: 7 of 13 articles; the busiest week began on January 12, 2026 (10 articles)"
    assert ax.get_ylabel() == "articles per week" and ax.get_ylim()[0] == 0


def test_shares_are_sorted_and_a_wide_interval_is_hollow():
    frame = pd.DataFrame(
        {"outlet": ["A", "B"], "share": [0.25, 0.5], "low": [0.2, 0.1], "high": [0.3, 0.9], "total": [100, 4]}
    )
    ax = charts.plot_shares(frame, by="outlet", colors={"A": "#0072B2", "B": "#D55E00"}, of="articles")
    assert texts(ax) == ["50% of 4", "25% of 100"]
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [dot.get_markerfacecolor() for dot in dots] == ["white", "#0072B2"]
    assert title(ax) == "Share of articles: 50% at B, 25% at A"
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
    assert title(ax) == "The stories make up 50% of the articles of B and 25% of those of A"
