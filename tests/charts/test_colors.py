"""Colors can be told apart, by all readers and in gray, and stand out from white; palettes do not meet."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from analysis import charts
from analysis.charts import colors

PALETTES = {
    "outlets": colors.palettes().outlets,
    "stories": (*colors.STORIES, colors.ALL_STORIES),
    "kinds": colors.KINDS,
    "wordings": colors.WORDINGS,
}
# Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency",
# severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(color):
    rgb = np.array(to_rgb(color))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(color, vision="normal"):
    xyz = XYZ @ np.clip(np.array(VISION[vision]) @ linear(color), 0, 1) / WHITE
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast_on_white(color):
    return 1.05 / (XYZ[1] @ linear(color) + 0.05)


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
