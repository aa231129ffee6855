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
    assert ax.get_xlabel() == "filled: several outlets have it; hollow: one outlet only"
    named = charts.plot_event_grid(frame, what="figures", event="The county " + 20 * "again ")
    assert title(named).startswith("“The county again") and "…”: 1 of 2 figures" in title(named)


def test_each_outlet_has_its_turn_among_what_one_gave_alone_and_the_note_tells_of_the_rest():
    frame = pd.DataFrame(
        {"outlet": list("ABC"), "speakers": [["a1", "s", "a2", "a3", "a4"], ["b1", "s"], ["c1", "c2"]]}
    )
    ax = charts.plot_event_grid(frame, what="speakers", most=6)
    # s is shared; then a1, b1, c1, then a2 and c2; a3 and a4 are left out. They stand outlet by outlet.
    assert [t.get_text() for t in ax.get_yticklabels()] == ["s", "a1", "a2", "b1", "c1", "c2"]
    assert ax.get_xlabel().replace("\n", " ").endswith("; 2 more in the table")
    assert title(ax) == "0 of 8 speakers in all 3 outlets, 7 in only one"  # of all, drawn or not


def test_what_outlets_share_leaves_room_for_one_that_each_has_alone():
    many = [f"s{n}" for n in range(9)]
    frame = pd.DataFrame({"outlet": ["A", "B"], "speakers": [[*many, "a1", "a2"], [*many, "b1"]]})
    ax = charts.plot_event_grid(frame, what="speakers", most=5)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["s0", "s1", "s2", "a1", "b1"]


def test_a_figure_has_its_label_and_without_one_it_is_in_the_table_only():
    frame = pd.DataFrame({"outlet": ["A", "B"], "figures": [["16", "46"], ["16"]]})
    ax = charts.plot_event_grid(frame, what="figures", labels={"16": "16 days", "46": None})
    assert [t.get_text() for t in ax.get_yticklabels()] == ["16 days"] and len(ax.lines) == 2
    assert ax.get_xlabel().replace("\n", " ").endswith("; 1 more in the table")
    none = charts.plot_event_grid(frame, what="figures", labels={})
    assert [t.get_text() for t in none.get_yticklabels()] == ["–"] and not none.lines


def test_an_event_without_a_figure_has_an_empty_grid():
    frame = pd.DataFrame({"outlet": ["A", "B"], "figures": [[], []]})
    ax = charts.plot_event_grid(frame, what="figures", labels={})
    assert [t.get_text() for t in ax.get_yticklabels()] == ["–"] and not ax.lines


def test_the_title_counts_all_outlets_and_those_without_a_column_share_one():
    rows = [("e", "A"), ("e", "C"), ("e", "D"), ("e", "D"), ("f", "A"), ("f", "B"), ("g", "C")]
    frame = pd.DataFrame(rows, columns=["event_id", "outlet"]).assign(headline="Pier", similarity=1.0)
    ax = charts.plot_events(frame, colors={"A": "#0072B2", "B": "#D55E00"}, most_outlets=2)
    assert title(ax) == "2 of 3 events were covered by more than one outlet, one of them by 3"
    assert [t.get_text().replace("\n", " ") for t in ax.get_xticklabels()] == ["A", "B", "2 other outlets"]
    dots = [(line.get_xdata()[0], line.get_ydata()[0]) for line in ax.lines]
    assert dots == [(0, 0), (2, 0), (0, 1), (1, 1), (2, 2)] and texts(ax) == ["3"]  # C once and D twice on the first


def test_an_event_is_named_by_the_earliest_of_the_nearest_whatever_the_order():
    near = 0.7071067811865
    rows = [
        ("a", "Late", near + 1e-9, "2026-01-03"),
        ("a", "Early", near, "2026-01-02"),
        ("a", None, 0.9, "2026-01-01"),
    ]
    frame = pd.DataFrame(rows, columns=["event_id", "headline", "similarity", "published"]).assign(
        outlet=["A", "B", "C"]
    )
    lone = pd.DataFrame({"event_id": ["b"], "headline": [None], "similarity": [1.0], "outlet": ["A"]})
    for order in (frame, frame[::-1]):
        names = charts.name_events(pd.concat([lone, order]))
        assert list(names.index) == ["a", "b"] and names["a"] == "Early" and pd.isna(names["b"])


def test_the_first_articles_are_drawn_and_the_title_counts_all():
    many = pd.concat(
        [EVENT.assign(outlet=f"O{n}", published=pd.Timestamp(f"2026-01-0{n}", tz="UTC")) for n in (3, 1, 2)]
    )
    ax = charts.plot_event_time(many, colors={}, most=4)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["O1", "O1", "O1", "O2"]
    assert ax.get_xlabel() == "published (UTC); the first 4 of 9 articles"
    assert title(ax) == "3 outlets covered the event within 2 days"
