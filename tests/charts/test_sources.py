"""Kinds of sources and speakers, summed as the titles say."""

import pandas as pd
import pytest
from drawn import texts, title

from analysis import charts


def test_sourcing_has_a_column_of_bars_for_each_kind_in_one_scale():
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
    widths = [bar.get_width() for bar in ax.patches]  # named A, B, unnamed A, B, groups, institutions, documents A, B
    assert widths[0] == pytest.approx(3 * widths[2]) and widths[9] == pytest.approx(4 * widths[2])
    assert texts(ax) == ["75%", "–", "25%", "–", "–", "–", "–", "–", "–", "100%"]
    # All together: 3, 1 and 2 of 6.
    heads = [t.get_text().replace("\n", " ") for t in ax.get_xticklabels()]
    assert heads == ["named people 50%", "unnamed people 17%", "groups 0%", "institutions 0%", "documents 33%"]
    assert title(ax) == "Kinds of sources of 6 attributions"
    assert title(charts.plot_sourcing(frame, title="A above the others")) == "A above the others"


def test_speakers_are_counted_in_each_outlet_and_bars_are_shares_of_the_outlet():
    frame = pd.DataFrame({"outlet": ["A", "B", "A"], "speaker": ["Ann Lee", "Ann Lee", "Bo Roe"], "n": [2, 3, 4]})
    ax = charts.plot_speakers(frame, colors={"A": "#0072B2", "B": "#D55E00"}, most=2)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Ann Lee 5", "Bo Roe 4"]
    assert texts(ax) == ["2", "4", "3", "–"]  # of A, then of B
    shares = [bar.get_width() for bar in ax.patches]
    assert shares[1] == pytest.approx(2 * shares[0]) and shares[2] == pytest.approx(3 * shares[0])  # 2/6, 4/6, 3/3
    assert [t.get_text() for t in ax.get_xticklabels()] == ["A (6)", "B (3)"]
    assert title(ax) == "Attributions found: Ann Lee 5, Bo Roe 4"


def test_where_there_are_many_outlets_the_last_share_a_column():
    frame = pd.DataFrame({"outlet": list("ABCDEFGHIJ"), "speaker": "Ann Lee", "n": range(1, 11)})
    ax = charts.plot_speakers(frame, colors=dict.fromkeys("ABCDEFG", "#0072B2"))
    assert texts(ax) == ["1", "2", "3", "4", "5", "6", "7", "27"]  # H, I and J: 8 + 9 + 10
    assert ax.get_xticklabels()[-1].get_text().replace("\n", " ") == "other outlets (27)"
