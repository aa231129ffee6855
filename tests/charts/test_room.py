"""At both sizes, texts of a chart lie inside the figure, cover no other, and are 9 points or larger."""

from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from analysis import charts
from analysis.charts.base import draw_again
from analysis.charts.lines import in_lines, text_width

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


def speakers():
    people = ["Bettina Cole", "Evelyn Castellane-Whitmore", "Bo Roe"]
    return pd.DataFrame([{"speaker": p, "outlet": o, "n": 10 + len(o)} for p in people for o in OUTLETS])


def topic_shares():
    labels = ["final, section, request", "county, sheriff, deputies", "tax, returns, refund", "visa, court, judge"]
    rows = [{"outlet": o, "label": label, "share": 0.25, "stability": 0.7} for o in OUTLETS for label in labels]
    return pd.DataFrame(rows)


def words():
    rows = [
        {"outlet": o, "term": f"{word} {o.split()[-1]}", "z": 3.0, "q_value": 0.01}
        for o in OUTLETS
        for word in ("settlement", "border", "tax")
    ]
    return pd.DataFrame(rows)


def choices():
    wordings = ["illegal immigrant*", "undocumented immigrant*", "unauthorized worker*"]
    rows = [{"choice": "people", "outlet": o, "wording": w, "total": 90} for o in OUTLETS for w in wordings]
    return pd.DataFrame(rows).assign(share=0.33, low=0.2, high=0.5)


def corrected():
    rows = pd.DataFrame({"speaker_kind": KINDS, "raw_share": [0.6, 0.2, 0.1, 0.06, 0.04], "coded_share": 0.2})
    return rows.assign(share=rows["raw_share"], low=rows["raw_share"] - 0.03, high=rows["raw_share"] + 0.05)


def varied():
    choices = ["copies kept", "without The Marlow Ledger", "even weeks", "confidence from .75", "2 topics"]
    rows = [(o, "people who are not named", o, "holds", c, "holds") for o in OUTLETS for c in choices]
    return pd.DataFrame(rows, columns=["finding_id", "kind", "group", "verdict", "choice", "outcome"])


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
    "speakers": lambda: charts.plot_speakers(speakers(), colors=COLORS),
    "grid": lambda: charts.plot_event_grid(pd.DataFrame({"outlet": OUTLETS, "figures": [["1,200"], ["$5 million"]] * 3}), what="figures"),
    "topic shares": lambda: charts.plot_topic_shares(topic_shares()),
    "words": lambda: charts.plot_group_terms(words(), by="outlet", colors=COLORS),
    "choice": lambda: charts.plot_word_choice(choices()),
    "corrected": lambda: charts.plot_corrected_shares(corrected()),
    "varied": lambda: charts.plot_choices(varied()),
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


def drawn_at(chart, size):
    ax = DRAWN[chart]()
    return draw_again(ax) if size == "column" else ax


@pytest.mark.parametrize("size", ["page", "column"])
@pytest.mark.parametrize("chart", DRAWN)
def test_no_text_covers_another_or_leaves_the_figure(chart, size):
    texts, width, height = drawn_texts(drawn_at(chart, size).figure)
    outside = [t.get_text() for t, b in texts if b.x0 < -1 or b.y0 < -1 or b.x1 > width + 1 or b.y1 > height + 1]
    assert outside == []
    covered = [
        (a.get_text(), b.get_text())
        for (a, one), (b, other) in combinations(texts, 2)
        if not slanted(a, b) and one.padded(-1).overlaps(other.padded(-1))
    ]
    assert covered == []


def slanted(*texts):
    """Return whether texts lie beside each other at the same slant, where their upright boxes overlap."""
    return all(text.get_rotation() for text in texts)


@pytest.mark.parametrize("size", ["page", "column"])
@pytest.mark.parametrize("chart", DRAWN)
def test_names_at_a_slant_have_a_line_of_their_own(chart, size):
    texts, _, _ = drawn_texts(drawn_at(chart, size).figure)
    names = sorted((text for text, _ in texts if text.get_rotation()), key=lambda text: text.get_position()[0])
    for one, other in pairwise(names):
        (x, _), (x_next, _) = (text.get_transform().transform(text.get_position()) for text in (one, other))
        apart = (x_next - x) * np.sin(np.radians(one.get_rotation()))
        lines = (1 + one.get_text().count("\n") + 1 + other.get_text().count("\n")) / 2
        assert apart >= 0.95 * lines * one.get_fontsize() * one.figure.dpi / 72


@pytest.mark.parametrize("chart", DRAWN)
def test_texts_are_as_large_in_a_column_as_on_a_page(chart):
    sizes = [
        {text.get_fontsize() for text, _ in drawn_texts(drawn_at(chart, size).figure)[0]} for size in ("page", "column")
    ]
    assert {round(size, 1) for size in sizes[0]} == {round(size, 1) for size in sizes[1]} == {9, 10.8}


@pytest.mark.parametrize("chart", DRAWN)
def test_charts_are_as_wide_as_a_page_or_a_column(chart):
    assert drawn_at(chart, "page").figure.get_figwidth() == 7.0
    assert drawn_at(chart, "column").figure.get_figwidth() == 3.6
    assert DRAWN[chart]().get_title(loc="left").count("\n") <= 1


def test_a_chart_that_was_changed_since_is_not_drawn_again():
    ax = DRAWN["shares"]()
    ax.set_title("My own words", loc="left")
    assert draw_again(ax) is None


@pytest.mark.parametrize("inches", [0.3, 1.0, 4.0])
def test_no_line_is_wider_than_its_room(inches):
    words = "Ledger of the North, Donaudampfschifffahrts, 1,234"
    lines = in_lines(words, inches).split("\n")
    assert max(map(text_width, lines)) <= inches
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert in_lines(words, inches, most=1).count("\n") == 0


def test_a_long_finding_is_kept_for_the_caption_and_its_verdict_stays_in_the_title():
    long = LONG.replace(", the differences", "; the differences")
    ax = charts.plot_shares(shares(), by="outlet", colors=COLORS, of="quotes", title=long)
    assert ax.get_label() == long
    assert ax.get_title(loc="left").replace("\n", " ") == (
        "Share of quotes: 10% to 60%; the differences may be due to chance"
    )
