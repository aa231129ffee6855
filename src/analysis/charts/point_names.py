"""Write the names of points beside them, where they cover the fewest others."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from analysis.charts.marks import stands_for

# Where the name of a point may lie: offset in points, and which side of the name is at the offset.
_PLACES = (
    (5, 0, "left"), (-5, 0, "right"), (0, 8, "center"), (0, -8, "center"),
    (6, 8, "left"), (-6, 8, "right"), (6, -8, "left"), (-6, -8, "right"),
)  # fmt: skip
_MOST_COVERED = 1  # points that a name may cover


def name_points(ax: Axes, points: pd.DataFrame, labels: Mapping[str, str], color: str, number: str) -> None:
    """Write each point's term beside it, where it covers the fewest points; leave it out where it cannot be read."""
    if figure := ax.get_figure(root=True):
        # This settles where the axes lie.
        figure.draw_without_rendering()
    style: dict[str, Any] = {"textcoords": "offset points", "va": "center", "color": color}
    taken = [text.get_window_extent() for text in ax.texts]
    drawn = np.vstack([ax.transData.transform(np.asarray(dots.get_offsets())) for dots in ax.collections])
    for point in points.itertuples():
        label = labels.get(point.term, point.term)
        free: list[tuple[int, int, tuple[int, int, str], Bbox]] = []
        for x, y, side in _PLACES:
            name = ax.annotate(label, (point.uses, point.z), (x, y), ha=side, **style)
            box = name.get_window_extent()
            inside = ax.bbox.x0 <= box.x0 and box.x1 <= ax.bbox.x1 and ax.bbox.y0 <= box.y0 and box.y1 <= ax.bbox.y1
            if inside and not any(box.overlaps(other) for other in taken):
                free.append((_n_within(box, drawn), len(free), (x, y, side), box))
            name.remove()
        covered, _, (x, y, side), box = min(free, default=(len(drawn), 0, _PLACES[0], Bbox.null()))
        if covered <= _MOST_COVERED:
            taken.append(box)
            name = ax.annotate(label, (point.uses, point.z), (x, y), ha=side, **style)
            stands_for(name, number, term=point.term)


def _n_within(box: Bbox, points: npt.NDArray[np.float64]) -> int:
    """Return how many points lie within a box."""
    return int(((points >= box.min) & (points <= box.max)).all(axis=1).sum())
