"""Colors, the refusal of empty frames, and a style that ends with the call."""

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis import charts
from analysis.charts.base import date_axis


def test_colors_follow_size_then_name_and_end_in_gray():
    colors = charts.outlet_colors(list("bbaacdefghi"))
    assert list(colors) == list("abcdefghi")  # a and b: two each, a first by name
    assert len(set(list(colors.values())[:7])) == 7 and colors["h"] == colors["i"] == "#8c8c8c"


@pytest.mark.parametrize("plot", [charts.plot_outlets, charts.plot_topics, charts.plot_sourcing])
def test_an_empty_frame_is_refused_in_words(plot):
    with pytest.raises(ValueError, match="no row is left, so there is nothing to draw; add articles"):
        plot(pd.DataFrame())


def test_the_style_leaves_no_trace():
    before = dict(matplotlib.rcParams)
    charts.plot_speakers(pd.DataFrame({"outlet": ["A"], "speaker": ["Ann Lee"], "n": [2]}), colors={"A": "#0072B2"})
    assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize(("first", "last", "labels", "year"), [
    ("2013-11-04", "2013-11-07", ["Nov 4", "Nov 5", "Nov 6", "Nov 7"], "2013"),
    ("2013-11-29", "2013-12-02", ["Nov 29", "Nov 30", "Dec 1", "Dec 2"], "2013"),
    ("2026-05-01 00:00", "2026-05-01 02:00", ["May 1", "01:00", "02:00"], "May 1, 2026"),
    ("2025-12-30", "2026-01-02", ["Dec 30", "Dec 31", "Jan 1", "Jan 2"], "2025–2026"),
    ("2018-01-01", "2020-01-01", ["2018", "2019", "2020"], ""),
])  # fmt: skip
def test_days_are_written_as_in_the_text_of_a_report(first, last, labels, year):
    _, ax = plt.subplots()
    ax.set_xlim(*pd.to_datetime([first, last]))
    date_axis(ax, minticks=2, maxticks=5)
    ax.figure.canvas.draw()
    assert [tick.get_text() for tick in ax.get_xticklabels()] == labels
    assert ax.xaxis.get_offset_text().get_text() == year
