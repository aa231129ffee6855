"""Split a row whose quotation marks are in pairs, but stand within its cells without being doubled."""

import re
from collections.abc import Iterator
from itertools import pairwise

_OPENS = re.compile(r"(?:\A|(?<=[\s(\[]))\"(?=\S)")  # a mark that begins a quotation within a cell


def marked_cells(words: str, delimiter: str) -> list[str]:
    """Return the cells of a row: a delimiter or a line end between two quotation marks of a pair parts no cells.

    Empty for a row whose marks are not in pairs around words, and for one that goes on over a line end within a
    quotation that does not begin its cell: a stray mark, as in 5" of rain, would join two rows.

    >>> marked_cells('"Rain, wind," she said,2026,"It rained, again."', ",")
    ['"Rain, wind," she said', '2026', 'It rained, again.']
    >>> marked_cells('"Rain" and "wind",He said "no".', ","), marked_cells('"Rain"x,2026', ",")
    (['"Rain" and "wind"', 'He said "no".'], [])
    """
    if words.count('"') % 2 or not _are_pairs(words):
        return []
    pieces = list(_pieces(words, delimiter))
    return [_bare(piece.strip()) for piece in pieces] if all(map(_is_one, pieces)) else []


def _are_pairs(words: str) -> bool:
    """Return whether the marks are around words: none that opens stands behind a letter, none that closes before."""
    between = words.split('"')
    return not any(
        before[-1:].isalnum() if n % 2 == 0 else behind[:1].isalnum()
        for n, (before, behind) in enumerate(pairwise(between))
    )


def goes_on(line: str, delimiter: str) -> bool:
    """Return whether the last cell of a line begins with a quotation mark and goes on over its end.

    >>> goes_on('"Rain" falls,"It rained.', ","), goes_on('5" of rain,2026', ",")
    (True, False)
    """
    *_, last = _pieces(line, delimiter)
    return last.count('"') % 2 == 1 and last.lstrip()[:1] == '"'


def _pieces(words: str, delimiter: str) -> Iterator[str]:
    begin, is_open = 0, False
    for found in re.finditer(rf'"|{re.escape(delimiter)}', words):
        if found[0] == '"':
            is_open = not is_open
        elif not is_open:
            yield words[begin : found.start()]
            begin = found.end()
    yield words[begin:]


def _is_one(piece: str) -> bool:
    """Return whether no line end stands in a piece but within quotation marks at its beginning."""
    piece = piece.strip()
    return "\n" not in piece or (piece[0] == '"' and "\n" not in piece.replace('""', "")[1:].partition('"')[2])


def _bare(cell: str) -> str:
    """Return a cell without the two marks around it, if they are a pair."""
    inner = cell[1:-1]
    if len(cell) < 2 or not cell[0] == cell[-1] == '"':
        return cell
    if '"' not in (single := inner.replace('""', "")):
        return inner.replace('""', '"')
    first = inner.index('"') if single else 0
    return inner if _OPENS.match(inner, first) else cell
