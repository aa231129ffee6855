"""The chart of a finding: a row for each group that it names, the others in one row, each mark a link to its row."""

import pandas as pd

from analysis.charts import plot_finding
from analysis.export import save_chart

SHARES = pd.DataFrame(
    {
        "group": ["Post", "Star", "Sun", "Globe"],
        "share": [0.1, 0.5, 0.25, 0.3],
        "low": [0.05, 0.4, 0.2, 0.2],
        "high": [0.2, 0.6, 0.3, 0.5],
        "verdict": ["holds", "holds", "cannot be told", "cannot be told"],
        "n": [1, 2, 0, 1],
    }
)


def names(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


def test_named_groups_stand_by_share_and_the_others_in_one_row():
    ax = plot_finding(SHARES, title="Share of named people")
    assert names(ax) == ["Star", "Post", "2 others"]
    dots = {(float(line.get_xdata()[0]), line.get_ydata()[0]) for line in ax.lines if len(line.get_xdata()) == 1}
    assert dots == {(0.5, 0), (0.1, 1), (0.25, 2), (0.3, 2)}
    assert {text.get_text() for text in ax.texts} == {"50%", "10%"}


def test_without_others_there_is_no_row_for_them():
    assert names(plot_finding(SHARES.head(2), title="Share")) == ["Star", "Post"]
    assert names(plot_finding(SHARES.head(3), title="Share")) == ["Star", "Post", "1 other"]


def test_every_group_has_a_mark_that_is_a_link(tmp_path):
    things = pd.DataFrame({"article_id": list("abcd"), "group": ["Post", "Star", "Star", "Globe"]})
    chart = plot_finding(SHARES, title="Share of named people")
    save_chart(
        chart, "finding-1", alt="a", caption="c", data=SHARES, passages={"n": things}, by=["group"], folder=tmp_path
    )
    marks = pd.read_parquet(tmp_path / "finding-1.marks.parquet")
    assert sorted(marks.loc[marks["size"] == "page", "row"]) == [0, 1, 2, 3]


def test_a_title_that_is_too_long_gives_way_to_the_short_one():
    long = "Share of this, " * 12
    assert plot_finding(SHARES, title=long, short="Share of this").get_title(loc="left") == "Share of this"
