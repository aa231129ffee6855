"""Colors: one for each outlet in all charts; stories, kinds of sources, wordings and topics have colors of their own.

Each palette was found by a search for the largest least distance in CIELAB, under normal vision and three color-vision
deficiencies (Machado and others 2009, severity 1), with steps of lightness for prints in gray. All reach a contrast of
3 : 1 on white; tests/charts/test_colors.py measures them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd

OUTLETS = ("#1d8b9f", "#6f0c2c", "#749f44", "#490050", "#725fb4", "#384f00", "#923a69")
STORIES = ("#113c6b", "#d13c5e", "#1299eb")
ALL_STORIES = "#8e3e04"
KINDS = ("#002f88", "#e265b5", "#614702", "#807d09", "#95504d")
WORDINGS = ("#2d3e9c", "#e96d54", "#756e09", "#512066", "#a72937", "#7875cf")
REST = "#8c8c8c"  # what has no color of its own
NEITHER = "#8d949b"  # articles on no story
PLAIN = "#37474f"  # marks that stand for no outlet, story or kind
CONTRAST = "#b3400f"  # the second of two such marks
TOPIC = "#4d3f8f"
_READABLE = 4.5  # contrast of text, WCAG 2.2, level AA


def outlet_colors(outlets: Iterable[str]) -> dict[str, str]:
    """Return a color for each outlet, the largest first, so that an outlet has one color in all charts.

    Parameters
    ----------
    outlets : iterable of str
        The outlet of each article.

    Returns
    -------
    dict of str to str
        Outlet to color, by falling number of articles, then by name. The seven largest outlets have colors by the order
        of their names, so that the colors stay as long as the same outlets are the largest; all others share a gray.

    Examples
    --------
    >>> outlet_colors(["Post", "Ledger", "Post"])
    {'Post': '#6f0c2c', 'Ledger': '#1d8b9f'}
    """
    counts = pd.Series(list(outlets)).value_counts()
    ranked = sorted(counts.index, key=lambda outlet: (-counts[outlet], outlet))
    own = dict(zip(sorted(ranked[: len(OUTLETS)]), OUTLETS, strict=False))
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
    colors = {label: STORIES[rank % len(STORIES)] for rank, label in enumerate(labels)}
    return colors | ({" + ".join(labels): ALL_STORIES} if len(labels) > 1 else {}) | {"neither": NEITHER}


def contrast(color: str, other: str = "white") -> float:
    """Return the contrast ratio of two colors, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(color), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(background: str) -> str:
    """Return the color of text that can be read on `background`: black or white, whichever stands out more."""
    return max("white", "black", key=lambda ink: contrast(ink, background))


def as_text(color: str) -> str:
    """Return a color as dark as text on white must be to be read."""
    dark = mpl.colors.to_hex(color)
    while contrast(dark) < _READABLE:
        red, green, blue = mpl.colors.to_rgb(dark)
        dark = mpl.colors.to_hex((0.97 * red, 0.97 * green, 0.97 * blue))
    return dark


def _luminance(color: str) -> float:
    rgb = np.array(mpl.colors.to_rgb(color))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))
