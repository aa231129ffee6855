"""The style of a house: every chart follows it, and its palette stays apart from those of stories, kinds and topics."""

from itertools import product

import matplotlib as mpl
import numpy as np
import pytest
from every_chart import DRAWN
from matplotlib.text import Text
from seen_colors import contrast_on_white, lab

from analysis import charts
from analysis.charts.base import draw_again
from analysis.charts.colors import PLAIN, as_mark, as_text, contrast, palettes
from analysis.charts.style import find_styles, paper, use_styles

HOUSE = """
axes.prop_cycle: cycler('color', ['113c6b', 'd13c5e', '614702'])  # two that stories have, and one of kinds
font.family: DejaVu Serif
font.size: 11
figure.figsize: 8.5, 5
"""


@pytest.fixture
def house(tmp_path):
    (tmp_path / "house.mplstyle").write_text(HOUSE)
    (tmp_path / "column.mplstyle").write_text("figure.figsize: 3.0, 4.0\n")
    use_styles(find_styles(["house.mplstyle", "column.mplstyle"], tmp_path, where="style in x.yaml"))
    yield
    use_styles()


@pytest.mark.parametrize("chart", DRAWN)
def test_every_chart_has_the_font_and_the_sizes_of_the_house(house, chart):
    for ax, width in ((page := DRAWN[chart](), 8.5), (draw_again(page), 3.0)):
        texts = [text for text in ax.figure.findobj(Text) if text.get_text() and text.get_visible()]
        assert {text.get_fontfamily()[0] for text in texts} == {"DejaVu Serif"}
        assert {round(text.get_fontsize(), 1) for text in texts} <= {11, 13.2}
        assert ax.figure.get_figwidth() == width


def test_outlets_have_the_palette_of_the_house_and_those_beyond_it_are_gray(house):
    assert charts.outlet_colors("aaabbcd") == {"a": "#113c6b", "b": "#d13c5e", "c": "#614702", "d": "#8c8c8c"}


def test_no_other_palette_meets_that_of_the_house(house):
    own = palettes()
    for palette in (own.stories, own.kinds, own.wordings, own.topic):
        assert min(np.linalg.norm(lab(a) - lab(b)) for a, b in product(palette, own.outlets)) >= 20
        assert min(map(contrast_on_white, palette)) >= 3
        assert len(set(palette)) == len(palette)
    assert own.stories[2] == "#1299eb"  # what does not meet it stays
    assert charts.story_colors([{"label": "Tax"}])["Tax"] == own.stories[0] != "#113c6b"


def test_on_a_dark_background_text_can_be_read_and_marks_be_seen():
    use_styles(["dark_background"])
    try:
        assert paper() == "#000000"
        for color in (*palettes().stories, *palettes().kinds, *palettes().topic, as_mark(PLAIN)):
            assert contrast(color, "black") >= 3 and contrast(as_text(color), "black") >= 4.5
        ax = DRAWN["sourcing"]()
        assert mpl.colors.to_hex(ax.get_facecolor()) == "#000000"
        assert all(contrast(mpl.colors.to_hex(text.get_color()), "black") >= 4.5 for text in ax.texts)
    finally:
        use_styles()


def test_the_house_ends_when_another_run_is_opened(house):
    use_styles()
    assert DRAWN["shares"]().figure.get_figwidth() == 7.0


@pytest.mark.parametrize(
    ("content", "named", "message"),
    [
        ("", "hose.mplstyle", "style in x.yaml: there is no style 'hose.mplstyle'"),
        ("", "ggplt", "did you mean ggplot?"),
        ("font.size: large-ish", "house.mplstyle", "matplotlib cannot read house.mplstyle"),
        (
            "font.siez: 11",
            "house.mplstyle",
            "sets 'font.siez', which is no setting of matplotlib (did you mean font.size?)",
        ),
    ],
)
def test_a_style_that_cannot_be_used_is_named(tmp_path, content, named, message):
    (tmp_path / "house.mplstyle").write_text(content)
    with pytest.raises(ValueError, match=r"^style in x\.yaml") as error:
        find_styles([named], tmp_path, where="style in x.yaml")
    assert message in str(error.value)
