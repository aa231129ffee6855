"""Topics: doubtful ones are pale, grids are complete."""

import matplotlib
import pandas as pd
from drawn import texts, title

from analysis import charts


def test_doubtful_topics_are_hollow_and_say_so():
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
    assert [matplotlib.colors.to_hex(bar.get_facecolor()) for bar in ax.patches] == ["#3a45c8", "#ffffff"]
    assert "30% (stability 0.30, doubtful)" in texts(ax) and "judge, ruling" in texts(ax)


def test_topic_grid_has_a_cell_per_outlet_and_topic():
    frame = pd.DataFrame({"outlet": ["A", "A", "B"], "label": ["courts", "farms", "farms"], "share": [0.25, 0.75, 1.0]})
    ax = charts.plot_topic_shares(frame)
    assert sorted(texts(ax)) == ["100%", "25%", "75%", "–"]
    assert title(ax) == "Shares of 2 topics in the articles of 2 outlets"


def test_a_period_is_named_by_its_first_day():
    weeks = pd.to_datetime(["2026-01-05", "2026-01-12"], utc=True)
    ax = charts.plot_topic_shares(pd.DataFrame({"period": weeks, "label": "courts", "share": [0.2, 0.6]}), by="period")
    assert [t.get_text() for t in ax.get_yticklabels()] == ["2026-01-05", "2026-01-12"]
    assert title(ax) == "Shares of 1 topic in the articles of 2 periods"


def test_of_many_topics_the_largest_have_a_column():
    rows = [{"outlet": "A", "label": f"topic {n}", "share": (n + 1) / 210} for n in range(20)]
    ax = charts.plot_topic_shares(pd.DataFrame(rows))
    assert len(texts(ax)) == 12 and texts(ax)[0] == "10%"  # 20 of 210
    assert "8 smaller topics are in the table" in ax.get_xlabel().replace("\n", " ")
    assert title(ax) == "Shares of 20 topics in the articles of 1 outlet"
