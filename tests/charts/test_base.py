"""Colors, the refusal of empty frames, and a style that ends with the call."""

import matplotlib
import pandas as pd
import pytest

from analysis import charts


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
