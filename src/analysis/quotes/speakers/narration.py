"""An article without the speech in it: what its writer tells, in which he and she are looked up."""

from bisect import bisect_right
from typing import NamedTuple

_SHORT = 25  # characters: shorter passages are words in the writer's own sentence


class Narration(NamedTuple):
    """The text without the longer passages in quotation marks; where these lay, and how much was left out before each ends."""

    text: str
    starts: list[int]
    ends: list[int]
    removed: list[int]


def narrate(text: str, quoted: list[tuple[int, int]]) -> Narration:
    """The narration of a text; `quoted` are the offsets of what stands in quotation marks, in order.

    >>> text = "Ada Quill agreed. “It was a good speech, and a short one,” she said."
    >>> narrate(text, [(18, 58)]).text
    'Ada Quill agreed.  she said.'
    """
    starts, ends, removed, kept, at = [], [], [], [], 0
    for start, end in quoted:
        if start >= at and end - start >= _SHORT:
            kept.append(text[at:start])
            starts.append(start)
            ends.append(end)
            removed.append((removed[-1] if removed else 0) + end - start)
            at = end
    return Narration("".join([*kept, text[at:]]), starts, ends, removed)


def place(narration: Narration, at: int) -> int:
    """Where an offset of the text lies in its narration; inside a passage left out, where that began.

    >>> place(narrate("Ada Quill agreed. “It was a good speech, and a short one,” she said.", [(18, 58)]), 59)
    19
    """
    index = bisect_right(narration.starts, at) - 1
    if index < 0:
        return at
    at = max(at, narration.ends[index])
    return at - narration.removed[index]


def is_left_out(narration: Narration, at: int) -> bool:
    """True within a passage left out, but not at its very beginning."""
    index = bisect_right(narration.starts, at) - 1
    return index >= 0 and narration.starts[index] < at < narration.ends[index]
