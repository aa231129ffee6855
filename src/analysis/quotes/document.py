"""One article as the quote engine reads it: text, paragraphs, sentences and passages in quotation marks."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.marks import MarkedPassage, find_passages
from analysis.words import text as words_text
from analysis.words.text import Span


@dataclass(frozen=True)
class Document:
    """An article's text and the parts of it that the quote engine needs. `read_document` makes it, once per article.

    Attributes
    ----------
    text : str
        The article's text. All offsets count its characters.
    passages : list of MarkedPassage
        The outermost passages in quotation marks, in order.
    paragraphs, sentences : list of Span
        In order, found when first asked for: many articles have no quotes, and then nobody asks.
    """

    text: str
    passages: list[MarkedPassage]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Return the paragraphs."""
        return words_text.paragraphs(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """Return the sentences."""
        return words_text.sentences(self.text)

    @cached_property
    def _line_ends(self) -> NDArray[np.int64]:
        return np.array([m.start() for m in re.finditer("\n", self.text)], dtype=np.int64)

    def passages_in(self, start: int, end: int) -> list[MarkedPassage]:
        """Return the passages that share a character with a part of the text, in order."""
        first = bisect_right(self.passages, start, key=attrgetter("end"))
        return self.passages[first : bisect_left(self.passages, end, key=attrgetter("start"))]

    def lines_at(self, offsets: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of the line, from 0, that each offset lies in."""
        return np.searchsorted(self._line_ends, offsets)


def read_document(text: str) -> Document:
    """Return an article's text as a `Document`.

    Raises
    ------
    TypeError
        When `text` is not a string.

    Examples
    --------
    >>> document = read_document("“We won,” she said. He left.")
    >>> [document.text[p.start : p.end] for p in document.passages], len(document.sentences)
    (['“We won,”'], 2)
    """
    if not isinstance(text, str):
        raise TypeError(f"read_document takes the text of one article, not {type(text).__name__}; give a string")
    return Document(text, find_passages(text))
