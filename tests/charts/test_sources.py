"""Kinds of sources and speakers, summed as the titles say."""

import pandas as pd
import pytest
from drawn import title

from analysis import charts


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
    assert title(ax) == "Kinds of sources of 6 attributions"
    assert title(charts.plot_sourcing(frame, title="A above the others")) == "A above the others"


def test_speakers_are_summed_over_outlets():
    frame = pd.DataFrame({"outlet": ["A", "B", "A"], "speaker": ["Ann Lee", "Ann Lee", "Bo Roe"], "n": [2, 3, 4]})
    ax = charts.plot_speakers(frame, colors={"A": "#0072B2", "B": "#D55E00"}, most=2)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Ann Lee", "Bo Roe"]
    assert title(ax) == "Attributions found: Ann Lee 5, Bo Roe 4"


def test_outlets_without_a_color_are_gray_and_share_a_line_of_the_legend():
    frame = pd.DataFrame({"outlet": ["A", "B", "C"], "speaker": "Ann Lee", "n": [2, 3, 4]})
    ax = charts.plot_speakers(frame, colors={"A": "#0072B2"})
    assert sum(bar.get_width() for bar in ax.patches) == 9
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["A", "other outlets"]
