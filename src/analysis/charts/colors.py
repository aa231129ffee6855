"""Colors: one for each outlet in all charts; stories, kinds of sources, wordings and topics have colors of their own.

Each palette was found by a search for the largest least distance in CIELAB, under normal vision and three color-vision
deficiencies (Machado and others 2009, severity 1), with steps of lightness for prints in gray. All reach a contrast of
3 : 1 on white; tests/charts/test_colors.py measures them. Where a house has colors of its own for outlets, colors of
the other palettes that come near them are replaced.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.charts.style import outlet_cycle, paper

STORIES = ("#113c6b", "#d13c5e", "#1299eb")
ALL_STORIES = "#8e3e04"
KINDS = ("#002f88", "#e265b5", "#614702", "#807d09", "#95504d")
WORDINGS = ("#0d4059", "#a65f19", "#891dbf", "#00a68a", "#40130a", "#0b0040")
REST = "#8c8c8c"  # what has no color of its own
NEITHER = "#8d949b"  # articles on no story
PLAIN = "#37474f"  # marks that stand for no outlet, story or kind
CONTRAST = "#b3400f"  # the second of two such marks
TOPIC = "#3a45c8"
_READABLE, _VISIBLE = 4.5, 3.0  # contrast of text and of marks, WCAG 2.2, level AA
_APART = 20  # CIELAB: colors of two palettes that are nearer are mistaken for each other
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
) / np.array([[0.95047], [1.0], [1.08883]])  # of sRGB, with its white as 1


class Palettes(NamedTuple):
    """The colors of outlets, and of what stands beside outlets in a report."""

    outlets: tuple[str, ...]
    stories: tuple[str, ...]  # the last is that of articles on all stories
    kinds: tuple[str, ...]
    wordings: tuple[str, ...]
    topic: tuple[str, ...]


def palettes() -> Palettes:
    """Return the palettes of the style in use: outlets have the colors of its cycle, the others keep apart from them.

    >>> palettes().stories == (*STORIES, ALL_STORIES)
    True
    """
    return _palettes(outlet_cycle(), paper())


@cache
def _palettes(outlets: tuple[str, ...], background: str) -> Palettes:
    own = ((*STORIES, ALL_STORIES), KINDS, WORDINGS, (TOPIC,))
    apart: list[tuple[str, ...]] = []
    for number, palette in enumerate(own):
        # Wordings and topics share no chart with stories and kinds.
        others = (*outlets, *(apart[0] if number == 1 else ()))
        apart.append(_keep_apart(palette, others, background))
    return Palettes(outlets, *apart)


def _keep_apart(palette: tuple[str, ...], taken: tuple[str, ...], background: str) -> tuple[str, ...]:
    """Return a palette in which colors that are near taken ones, or not visible, give way to those farthest away."""
    near = {color for color in palette if _distance([color], taken).min() < _APART}
    faint = {color for color in palette if contrast(color, background) < _VISIBLE}
    candidates = _candidates(background)
    chosen: list[str] = []
    for color in palette:
        if color in near | faint:
            others = (*taken, *chosen, *(own for own in palette if own not in near | faint))
            color = candidates[int(_distance(candidates, others).min(axis=1).argmax())]
        chosen.append(color)
    return tuple(chosen)


@cache
def _candidates(background: str) -> list[str]:
    """Return colors of many hues that marks on a background may have."""
    grid = product(np.arange(0, 1, 1 / 24), (0.45, 0.7, 0.95), (0.35, 0.5, 0.65, 0.8, 0.95))
    colors = [_hex(*mpl.colors.hsv_to_rgb(place)) for place in grid]
    return [color for color in colors if contrast(color, background) >= _VISIBLE]


def _distance(some: Iterable[str], others: Iterable[str]) -> npt.NDArray[np.float64]:
    """Return the distance of each color to each other one (CIELAB, 1976)."""
    a, b = (np.array([_lab(color) for color in colors]) for colors in (some, others))
    return np.asarray(np.linalg.norm(a[:, None] - b[None], axis=2))


@cache
def _lab(color: str) -> npt.NDArray[np.float64]:
    xyz = _TO_XYZ @ _linear(color)
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def outlet_colors(outlets: Iterable[str]) -> dict[str, str]:
    """Return a color for each outlet, the largest first, so that an outlet has one color in all charts.

    Parameters
    ----------
    outlets : iterable of str
        The outlet of each article.

    Returns
    -------
    dict of str to str
        Outlet to color, by falling number of articles, then by name. The seven largest outlets (or as many as the style
        in use has colors) have colors by the order of their names, so that the colors stay as long as the same outlets
        are the largest; all others share a gray.

    Examples
    --------
    >>> outlet_colors(["Post", "Ledger", "Post"])
    {'Post': '#6f0c2c', 'Ledger': '#1d8b9f'}
    """
    counts = pd.Series(list(outlets)).value_counts()
    ranked = sorted(counts.index, key=lambda outlet: (-counts[outlet], outlet))
    colors = palettes().outlets
    own = dict(zip(sorted(ranked[: len(colors)]), colors, strict=False))
    return {outlet: own.get(outlet, REST) for outlet in ranked}


def story_colors(stories: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return a color for each story of a run file, for articles on all stories and for articles on none.

    Parameters
    ----------
    stories : iterable of mappings
        The stories of a run file; their `label` is used.

    Returns
    -------
    dict of str to str
        The names that `label_stories` gives, to colors: each label, the labels joined by " + ", "neither".

    Examples
    --------
    >>> story_colors([{"label": "Tax"}, {"label": "Raids"}])
    {'Tax': '#113c6b', 'Raids': '#d13c5e', 'Tax + Raids': '#8e3e04', 'neither': '#8d949b'}
    """
    labels = [story["label"] for story in stories]
    *own, together = palettes().stories
    colors = {label: own[rank % len(own)] for rank, label in enumerate(labels)}
    return colors | ({" + ".join(labels): together} if len(labels) > 1 else {}) | {"neither": NEITHER}


def contrast(color: str, other: str = "white") -> float:
    """Return the contrast ratio of two colors, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(color), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(background: str) -> str:
    """Return the color of text that can be read on `background`: black or white, whichever stands out more."""
    return max("white", "black", key=lambda ink: contrast(ink, background))


def as_text(color: str) -> str:
    """Return a color as far from the paper as text must be to be read."""
    return _away_from_paper(color, _READABLE)


def as_mark(color: str) -> str:
    """Return a color as far from the paper as a mark must be to be seen."""
    return _away_from_paper(color, _VISIBLE)


def _away_from_paper(color: str, least: float) -> str:
    shade, background = mpl.colors.to_hex(color), paper()
    away = 1.0 if _luminance(background) < 0.18 else 0.0
    while contrast(shade, background) < least:
        shade = _hex(*(0.97 * part + 0.03 * away for part in mpl.colors.to_rgb(shade)))
    return shade


def _hex(red: float, green: float, blue: float) -> str:
    return mpl.colors.to_hex((red, green, blue))


def _luminance(color: str) -> float:
    return float(_linear(color) @ (0.2126, 0.7152, 0.0722))


def _linear(color: str) -> npt.NDArray[np.float64]:
    rgb = np.array(mpl.colors.to_rgb(color))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
