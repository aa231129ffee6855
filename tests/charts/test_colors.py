"""Colors can be told apart, by all readers and in gray, and stand out from white; palettes do not meet."""

from itertools import combinations

import numpy as np
import pytest
from seen_colors import VISION, contrast_on_white, lab

from analysis import charts
from analysis.charts import colors

PALETTES = {
    "outlets": colors.palettes().outlets,
    "stories": (*colors.STORIES, colors.ALL_STORIES),
    "kinds": colors.KINDS,
    "wordings": colors.WORDINGS,
}


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("palette", PALETTES)
def test_colors_of_a_palette_can_be_told_apart(palette, vision):
    seen = [lab(color, vision) for color in PALETTES[palette]]
    assert min(np.linalg.norm(a - b) for a, b in combinations(seen, 2)) >= 19


@pytest.mark.parametrize("palette", PALETTES)
def test_colors_of_a_palette_differ_in_gray(palette):
    lightness = [lab(color)[0] for color in PALETTES[palette]]
    assert min(abs(a - b) for a, b in combinations(lightness, 2)) >= 7


@pytest.mark.parametrize(("one", "other"), list(combinations(("outlets", "stories", "kinds"), 2)))
def test_palettes_of_one_report_do_not_meet(one, other):
    distances = [np.linalg.norm(lab(a) - lab(b)) for a in PALETTES[one] for b in PALETTES[other]]
    assert min(distances) >= 20


@pytest.mark.parametrize(
    "color",
    [*sum(PALETTES.values(), ()), colors.REST, colors.NEITHER, colors.PLAIN, colors.CONTRAST, colors.TOPIC],
)
def test_marks_stand_out_from_white_and_text_can_be_read(color):
    assert contrast_on_white(color) >= 3
    assert contrast_on_white(colors.as_text(color)) >= 4.5
    assert colors.contrast(colors.ink_on(color), color) >= 4.5
    assert colors.contrast(color) == pytest.approx(contrast_on_white(color), rel=1e-3)


def test_colors_stay_when_sizes_change_but_the_largest_outlets_do_not():
    before, after = charts.outlet_colors("abbccc"), charts.outlet_colors("aaabbc")
    assert before == after and list(before) == ["c", "b", "a"] and list(after) == ["a", "b", "c"]
