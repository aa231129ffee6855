"""Texts of a chart lie inside the figure, do not cover each other, are 9 points or larger; titles have two lines."""

from itertools import combinations

import pandas as pd
import pytest
from matplotlib.text import Text

from analysis import charts

OUTLETS = ["The Marlow Ledger", "Harbor & State", "The Dunmore Courier", "Valle Nueva Post", "Capitol Circuit", "Wire"]
COLORS = charts.outlet_colors(OUTLETS)
KINDS = ["named_person", "unnamed_person", "group", "organization", "document"]
WHEN = pd.date_range("2026-01-05", periods=6, freq="7D", tz="UTC")
LONG = "Among the outlets " + ", ".join(f"Ledger {n}" for n in range(28)) + ", the differences may be due to chance"


def shares():
    rows = {"outlet": OUTLETS, "share": [0.1, 0.2, 0.25, 0.3, 0.31, 0.6], "low": 0.05, "high": 0.7, "total": 120}
    return pd.DataFrame(rows)


def terms():
    z = [4.0, 3.9, 3.8, -3.0, -3.1, -3.2]
    columns = {"term": ["taxes", "levies", "returns", "raids", "visas", "borders"], "n": 5, "n_reference": 3, "z": z}
    return pd.DataFrame(columns | {"score": z, "low": [x - 1 for x in z], "high": [x + 1 for x in z], "q_value": 0.01})


def mix():
    rows = [{"outlet": o, "story": s, "share": 1 / 3, "total": 9} for o in OUTLETS for s in ("Raids", "Tax", "neither")]
    return pd.DataFrame(rows)


def kinds():
    return pd.DataFrame([{"outlet": o, "speaker_kind": k, "n": 20, "share": 0.2} for o in OUTLETS for k in KINDS])


def coverage():
    rows = [(o, when, n, 9, "articles") for n, o in enumerate(OUTLETS) for when in WHEN]
    return pd.DataFrame(rows, columns=["outlet", "period", "n", "n_all", "status"])


def event():
    headline = "Judge looked for the criminal cases and found one man’s name, a thousand times over, in a drawer"
    return pd.DataFrame({"outlet": OUTLETS, "headline": headline, "published": WHEN[0], "event_id": 1, "similarity": 1})


def topics():
    label, words = ["final, section, request", "county, sheriff, deputies"], ", ".join(["settlement"] * 12)
    return pd.DataFrame({"label": label, "terms": words, "share": 0.5, "stability": 0.9, "doubtful": [False, True]})


DRAWN = {
    "outlets": lambda: charts.plot_outlets(
        pd.DataFrame({"outlet": OUTLETS, "articles": [30, 20, 9, 8, 7, 1], "copies": 1, "missing": [2, 0, 0, 0, 0, 1]})
    ),
    "coverage": lambda: charts.plot_coverage(coverage(), by="outlet", colors=COLORS),
    "timelines": lambda: charts.plot_timelines(coverage(), colors=COLORS),
    "mix": lambda: charts.plot_story_mix(mix(), colors=charts.story_colors([{"label": "Tax"}, {"label": "Raids"}]), title=LONG),
    "shares": lambda: charts.plot_shares(shares(), by="outlet", colors=COLORS, of="attributions to unnamed people", title=LONG),
    "terms": lambda: charts.plot_terms(terms(), target="Immigration", reference="Tax privacy"),
    "scatter": lambda: charts.plot_term_scatter(terms(), target="Immigration", reference="Tax privacy"),
    "sourcing": lambda: charts.plot_sourcing(kinds(), title=LONG),
    "topics": lambda: charts.plot_topics(topics()),
    "events": lambda: charts.plot_events(event(), colors=COLORS),
    "time": lambda: charts.plot_event_time(event(), colors=COLORS),
}  # fmt: skip


def drawn_texts(figure):
    figure.canvas.draw()
    width, height = figure.canvas.get_width_height()
    found = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    boxes = [(text, text.get_window_extent()) for text in found]
    # Ticks outside the limits of an axis are not drawn.
    drawn = {id(text): (text, box) for text, box in boxes if box.width > 1 and shown_tick(figure, text)}
    return list(drawn.values()), width, height


def shown_tick(figure, text):
    for ax in figure.axes:
        for axis in (ax.xaxis, ax.yaxis):
            ticks = [*axis.get_major_ticks(), *axis.get_minor_ticks()]
            own = [tick for tick in ticks if text in (tick.label1, tick.label2)]
            if own:
                low, high = sorted(axis.get_view_interval())
                return low <= own[0].get_loc() <= high
    return True


@pytest.mark.parametrize("chart", DRAWN)
def test_no_text_covers_another_or_leaves_the_figure(chart):
    texts, width, height = drawn_texts(DRAWN[chart]().figure)
    outside = [t.get_text() for t, b in texts if b.x0 < -1 or b.y0 < -1 or b.x1 > width + 1 or b.y1 > height + 1]
    assert outside == []
    covered = [
        (a.get_text(), b.get_text())
        for (a, one), (b, other) in combinations(texts, 2)
        if one.padded(-1).overlaps(other.padded(-1))
    ]
    assert covered == []


@pytest.mark.parametrize("chart", DRAWN)
def test_texts_are_large_enough_and_the_title_has_two_lines_at_most(chart):
    ax = DRAWN[chart]()
    texts, _, _ = drawn_texts(ax.figure)
    assert min(text.get_fontsize() for text, _ in texts) >= 9
    assert ax.get_title(loc="left").count("\n") <= 1


def test_a_long_finding_is_kept_for_the_caption_and_its_verdict_stays_in_the_title():
    long = LONG.replace(", the differences", "; the differences")
    ax = charts.plot_shares(shares(), by="outlet", colors=COLORS, of="quotes", title=long)
    assert ax.get_label() == long
    assert ax.get_title(loc="left").replace("\n", " ") == (
        "Share of quotes: 10% to 60%; the differences may be due to chance"
    )
