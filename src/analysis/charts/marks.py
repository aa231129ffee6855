"""Which row of its table, and which number there, each mark of a chart stands for; and where the marks lie."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple
from weakref import WeakKeyDictionary

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox


class Meaning(NamedTuple):
    """The number that a mark stands for, and the values of the columns that name its row."""

    number: str
    keys: Mapping[str, object]


_COLUMNS = ["row", "number", "x", "y", "width", "height"]
_MEANINGS: WeakKeyDictionary[Artist, Meaning] = WeakKeyDictionary()


def stands_for(artists: Artist | Iterable[Artist], number: str = "n", **keys: object) -> None:
    """Say which number of which row of the chart's table some marks stand for."""
    for artist in [artists] if isinstance(artists, Artist) else artists:
        _MEANINGS[artist] = Meaning(number, keys)


def find_marks(
    ax: Axes, data: pd.DataFrame, by: Iterable[str], numbers: Iterable[str]
) -> dict[tuple[int, str], list[Artist]]:
    """Return the marks of each row and number of a chart's table; marks that name no single row are left out."""
    numbers, by = list(numbers), list(by)
    found: dict[tuple[int, str], list[Artist]] = {}
    rows: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = {}
    for artist in ax.get_children():
        meaning = _MEANINGS.get(artist)
        if meaning is None:
            continue
        known = tuple(name for name in by if name in meaning.keys)
        if known and known not in rows:
            cells = zip(*(data[name].astype(str) for name in known), strict=True)
            rows[known] = {}
            for row, values in enumerate(cells):
                rows[known].setdefault(values, []).append(row)
        own = rows[known].get(tuple(str(meaning.keys[name]) for name in known), []) if known else []
        if len(own) == 1:
            number = meaning.number if meaning.number in numbers else numbers[0] if len(numbers) == 1 else ""
            found.setdefault((own[0], number), []).append(artist)
    return found


def place_marks(figure: Figure, marks: Mapping[tuple[int, str], list[Artist]]) -> pd.DataFrame:
    """Return where marks lie in the picture of a figure that was laid out, one row per row and number of the table.

    `x` and `y` of the upper left corner, `width` and `height` are parts of the picture, 0 to 1.
    """
    size = figure.bbox
    placed = []
    for (row, number), artists in sorted(marks.items()):
        box = Bbox.union([artist.get_window_extent() for artist in artists]).padded(2)
        x, y = box.x0 / size.width, 1 - box.y1 / size.height
        placed.append((row, number, x, y, box.width / size.width, box.height / size.height))
    return pd.DataFrame(placed, columns=_COLUMNS).astype({"row": "int64", "number": "str"}).round(4)


def address(row: int, number: str) -> str:
    """Return the address of a mark before a report knows where its passages are."""
    return f"#r{row}-{number or 'all'}"


@contextmanager
def linked(marks: Mapping[tuple[int, str], list[Artist]]) -> Iterator[None]:
    """Make marks links while the block lasts."""
    urls = {artist: address(*place) for place, artists in marks.items() for artist in artists}
    for artist, url in urls.items():
        _link(artist, url)
    yield
    for artist in urls:
        _link(artist, None)


def _link(artist: Artist, url: str | None) -> None:
    if isinstance(artist, Collection):
        artist.set_urls([url])
    else:
        artist.set_url(url)
