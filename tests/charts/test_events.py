"""One event outlet by outlet: order, names, times."""

import pandas as pd
from drawn import texts, title

from analysis import charts

EVENT = pd.DataFrame(
    {
        "event_id": ["e", "e", "f"],
        "outlet": ["A", "B", "A"],
        "headline": ["Fee of $5 and $6", None, "Pier closes"],
        "similarity": [0.9, 0.5, 1.0],
        "published": pd.to_datetime(["2026-01-05T08:00", "2026-01-05T10:30", None], utc=True),
    }
)


def test_events_are_ordered_by_outlets_and_named_by_their_most_typical_headline():
    ax = charts.plot_events(EVENT, colors={"A": "#0072B2", "B": "#D55E00"})
    assert [t.get_text() for t in ax.get_yticklabels()] == [r"Fee of $5 and $6", "Pier closes"]
    dots = [(line.get_xdata()[0], line.get_ydata()[0]) for line in ax.lines]
    assert dots == [(0, 0), (1, 0), (0, 1)]  # A and B have an article on the first, A one on the second
    assert title(ax) == "1 of 2 events was covered by more than one outlet"


def test_a_dot_holds_the_number_of_articles_where_there_are_several():
    ax = charts.plot_events(pd.concat([EVENT, EVENT.iloc[:1]]), colors={"A": "#0072B2"})
    assert texts(ax) == ["2"] and ax.texts[0].get_position() == (0, 0)


def test_event_time_says_who_came_first_and_puts_undated_articles_last():
    ax = charts.plot_event_time(EVENT, colors={})
    assert texts(ax) == [r"Fee of $5 and $6", "no headline", "Pier closes (no date)"]
    assert title(ax) == "2 outlets covered the event within 3 hours"  # 2.5 hours, rounded up
    named = charts.plot_event_time(EVENT, colors={}, event="Pier closes")
    assert title(named) == "“Pier closes”: 2 outlets covered the event within 3 hours"


def test_the_grid_counts_what_all_and_what_one_gave():
    frame = pd.DataFrame({"outlet": ["A", "B"], "figures": [["$5", "12"], ["12"]]})
    ax = charts.plot_event_grid(frame, what="figures")
    assert [t.get_text() for t in ax.get_yticklabels()] == ["12", r"$5"]
    assert [line.get_markerfacecolor() for line in ax.lines] == ["#37474f", "#37474f", "#ffffff"]
    assert title(ax) == "1 of 2 figures in both outlets, 1 in only one"
    named = charts.plot_event_grid(frame, what="figures", event="The county " + 20 * "again ")
    assert title(named).startswith("“The county again") and "…”: 1 of 2 figures" in title(named)
