"""Part rows of a table between which the line end is missing."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence

_SENTENCE_END = re.compile(r"(?<=[.!?\u201d\u2019])(?=[A-Z\d\u201c\u00c0-\u00de])")  # with no blank behind it
_MOST_PLACES = 200  # on a line that are tried
_MOST_ROWS = 1000  # on a line


def parted(words: str, delimiter: str, width: int, is_likely: Callable[[Sequence[str]], bool]) -> list[list[str]]:
    """Return the rows, of `width` cells each, that stand on one line; empty where it is not clear which.

    Between them is a quotation mark that closes a cell and is followed by another sign, or, where no cell has marks, a
    sentence whose end is followed by another word at once.

    >>> parted('A,"It rained."B,"It snowed."', ",", 2, lambda cells: True)
    [['A', 'It rained.'], ['B', 'It snowed.']]
    """
    mark = re.escape(delimiter)
    rows: list[list[str]] = []
    while words and len(rows) < _MOST_ROWS:
        if (last := _cells(words, delimiter)) and len(last) == width and is_likely(last):
            return [*rows, last] if rows else []
        places = [found.end() for found in re.finditer(rf'"(?=[^{mark}\n])', words)][:_MOST_PLACES]
        place, cells = next(
            ((at, found) for at, found in _beginnings(words, places, delimiter, width) if is_likely(found)), (0, [])
        )
        if not place:
            break
        rows, words = [*rows, cells], words[place:]
    return _without_marks(words, delimiter, width, is_likely) if not rows else []


def _beginnings(words: str, places: Sequence[int], delimiter: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the places up to which words are a row of `width` cells, with these; a longer piece has no fewer cells."""
    for place in places:
        try:
            cells = _row(words[:place], delimiter)
        except csv.Error as error:
            if "unexpected end" not in str(error):
                return  # each longer piece is damaged there, too
            continue
        if len(cells) > width:
            return
        if len(cells) == width:
            yield place, cells


def _row(words: str, delimiter: str) -> list[str]:
    """Return the cells of one row; none for several. Raises csv.Error for a damaged one."""
    rows = list(csv.reader(words.split("\n"), delimiter=delimiter, strict=True))
    return rows[0] if len(rows) == 1 else []


def _cells(words: str, delimiter: str) -> list[str]:
    try:
        return _row(words, delimiter)
    except csv.Error:
        return []


def _without_marks(
    words: str, delimiter: str, width: int, is_likely: Callable[[Sequence[str]], bool]
) -> list[list[str]]:
    cells = _cells(words, delimiter)
    if len(cells) != 2 * width - 1 or width < 2:
        return []
    places = [found.start() for found in _SENTENCE_END.finditer(cells[width - 1])]
    if len(places) != 1:
        return []
    shared, place = cells[width - 1], places[0]
    rows = [[*cells[: width - 1], shared[:place]], [shared[place:], *cells[width:]]]
    return rows if all(map(is_likely, rows)) else []
