"""Lines that an outlet prints on page after page, and that are therefore furniture."""

import re
from collections import Counter
from collections.abc import Sequence

_LONG = 60  # characters: a writer does not happen to use a heading of this length again, word for word
_FEW = 3  # pages on which a long line must stand; a short one must stand on half of them
_ENOUGH = 4  # pages from which repetition says anything
_WORD = re.compile(r"[^\W_]")


def repeated_lines(pages: Sequence[str]) -> frozenset[str]:
    r"""Return the lines that recur on the `pages` of one outlet, white space evened out.

    A line of 60 characters or more recurs when three pages have it, a shorter one when half of them have it. Pages most
    of whose long lines stand on other pages too are versions of one article, and are not counted. Fewer than four pages
    give nothing; the order of the pages does not matter.

    >>> sorted(repeated_lines([f"Marlow Ledger\nStory {n} of the rain in town." for n in range(4)]))
    ['Marlow Ledger']
    """
    sets = [_lines(page) for page in pages]
    seen = Counter(line for lines in sets for line in lines)
    sets = [lines for lines in sets if not _is_version(lines, seen)]
    if len(sets) < _ENOUGH:
        return frozenset()
    seen = Counter(line for lines in sets for line in lines)
    half = max(len(sets) / 2, _FEW)
    return frozenset(line for line, n in seen.items() if n >= (_FEW if len(line) >= _LONG else half))


def _lines(page: str) -> set[str]:
    lines = (" ".join(line.split()) for line in page.split("\n"))
    return {line for line in lines if _WORD.search(line)}


def _is_version(lines: set[str], seen: Counter[str]) -> bool:
    """Return whether most of a page's long lines stand on other pages too."""
    long = [line for line in lines if len(line) >= _LONG]
    return sum(seen[line] > 1 for line in long) > len(long) / 2
