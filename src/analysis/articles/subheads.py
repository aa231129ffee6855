"""The rule that decides that a line is a subhead: a heading between two paragraphs of a story."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

_QUOTED = re.compile(r"^[\"“'‘]([^\"“”]*\w)[\"”'’]$")
_MOST_WORDS, _LONGEST = 14, 100


def paragraphs_below(subheads: Sequence[int], paragraphs: Sequence[int]) -> list[int]:
    """Return for each subhead which paragraph follows it, when both are given by the numbers of their lines, in order.

    >>> paragraphs_below([2, 5], [1, 3, 4, 6])
    [1, 3]
    """
    return [bisect_left(paragraphs, n) for n in subheads]


def subhead_offsets(below: Sequence[int], paragraphs: Sequence[str], *, parted_by: int = 2) -> list[int]:
    """Return for each subhead the offset in the text at which the paragraph below it begins.

    `below` are the numbers of these paragraphs, `parted_by` is how many characters stand between two.

    >>> subhead_offsets([1], ["Rain fell.", "Wind blew."])
    [12]
    """
    starts = [0, *accumulate(len(paragraph) + parted_by for paragraph in paragraphs)]
    return [starts[n] for n in below]


def is_subhead(lines: Sequence[str], kinds: Sequence[str], n: int, body: AbstractSet[int]) -> bool:
    """Return whether line `n` is a heading between two paragraphs.

    Several short lines in a row are a list, not headings. `kinds` are those of the lines as furniture, `body` the
    numbers of the lines that are the story's.
    """
    if kinds[n] or not 0 < n < len(lines) - 1 or not looks_like_subhead(lines[n]):
        return False
    above = next((m for m in range(n - 1, -1, -1) if m in body), None)
    if above is None or n + 1 not in body:
        return False
    return not looks_like_subhead(lines[n + 1]) and not looks_like_subhead(lines[above])


def looks_like_subhead(line: str) -> bool:
    """Return whether `line` is shaped like a heading: a few words, no full stop or comma at the end, no speech.

    >>> looks_like_subhead("What the court said"), looks_like_subhead("“No,” she said.")
    (True, False)
    """
    bare = _QUOTED.sub(r"\1", line)  # a heading may stand in quotation marks as a whole
    is_short = len(bare) <= _LONGEST and 1 <= len(bare.split()) <= _MOST_WORDS
    return is_short and (bare[-1:].isalnum() or bare[-1:] in "?!%’") and (bare[:1].isupper() or bare[:1].isdigit())
