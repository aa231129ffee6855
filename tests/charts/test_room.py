"""At both sizes, texts of a chart lie inside the figure, cover no other, and are 9 points or larger."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from every_chart import COLORS, DRAWN, LONG, shares
from matplotlib.text import Text

from analysis import charts
from analysis.charts.base import draw_again
from analysis.charts.lines import in_lines, text_width


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
