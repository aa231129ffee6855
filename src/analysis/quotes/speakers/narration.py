"""An article without its quotations: the writer's own sentences, in which he and she are resolved."""

from bisect import bisect_right
from typing import NamedTuple

from analysis.quotes.document import Document

_SHORT = 25  # characters: shorter passages are words in the writer's own sentence


class Narration(NamedTuple):
    """A text without its longer passages in quotation marks, with where these were."""

    text: str
    starts: list[int]  # of the passages left out, in the whole text
    ends: list[int]
    removed: list[int]  # characters left out up to each end

    def offset(self, at: int) -> int:
        """Return the place in the narration of an offset of the text. All of a passage left out is where it began."""
        index = bisect_right(self.starts, at) - 1
        return at if index < 0 else max(at, self.ends[index]) - self.removed[index]

    def leaves_out(self, at: int) -> bool:
        """Return whether an offset is inside a passage left out, but not its first character."""
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and self.starts[index] < at < self.ends[index]


def read_narration(document: Document) -> Narration:
    """Return the narration of an article.

    >>> from analysis.quotes.document import read_document
    >>> document = read_document("Ada Quill agreed. “It was a good speech, and a short one,” she said.")
    >>> narration = read_narration(document)
    >>> narration.text, narration.offset(59)
    ('Ada Quill agreed.  she said.', 19)
    """
    text, at, kept = document.text, 0, []
    narration = Narration("", [], [], [])
    for passage in document.passages:
        if not passage.single and passage.start >= at and passage.end - passage.start >= _SHORT:
            kept.append(text[at : passage.start])
            narration.starts.append(passage.start)
            narration.ends.append(passage.end)
            narration.removed.append(sum(narration.removed[-1:]) + passage.end - passage.start)
            at = passage.end
    return narration._replace(text="".join([*kept, text[at:]]))
