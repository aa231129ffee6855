"""Cut a passage out of an article, with some sentences around it, and mark in it who says what."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from markupsafe import Markup, escape

from analysis.words.text import Span, sentences

WHOLE = -1  # as the number of sentences around a passage: the whole article
NOWHERE = (-1, -1)  # where the marks begin and end of a passage without any, which is the beginning of an article
_ROLES = ("content", "cue", "source", "word")


class Mark(NamedTuple):
    """A span of an article's text with what it is: "content", "cue" or "source" of an attribution, or a "word"."""

    start: int
    end: int
    role: str


class Excerpt(NamedTuple):
    """A part of an article's text, `start` to `end`, with the marks in it."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def words(self) -> str:
        """The words of the excerpt, without marks."""
        return self.text[self.start : self.end]

    @property
    def html(self) -> Markup:
        """Paragraphs with the marks as elements, and an ellipsis where the article goes on."""
        edges = {self.start, self.end} | {at for mark in self.marks for at in (mark.start, mark.end)}
        pieces = [self._piece(start, end) for start, end in pairwise(sorted(edges))]
        before = "… " if self.text[: self.start].strip() else ""
        after = " …" if self.text[self.end :].strip() else ""
        return Markup(f"<p>{before}{''.join(pieces)}{after}</p>")

    def _piece(self, start: int, end: int) -> str:
        """Return a piece without an edge in it, as escaped text in the elements of the marks that cover it."""
        roles = {mark.role for mark in self.marks if mark.start <= start and end <= mark.end}
        inside = str(escape(self.text[start:end])).split("\n\n")
        if roles:
            name = "mark" if roles & {"content", "word"} else "span"
            classes = " ".join(role for role in _ROLES if role in roles)
            inside = [f'<{name} class="{classes}">{part}</{name}>' for part in inside]
        return "</p><p>".join(inside)


def cut_excerpt(text: str, marks: Iterable[Mark], *, context: int, spans: Sequence[Span] | None = None) -> Excerpt:
    """Return the sentences that hold the marks, with `context` sentences before and after.

    Parameters
    ----------
    text : str
        The text of an article.
    marks : iterable of Mark
        What to show; without any, the excerpt is the beginning of the article.
    context : int
        The number of sentences on each side; WHOLE for the whole article.
    spans : list of Span, optional
        The sentences of the text, if they are known already.

    Returns
    -------
    Excerpt

    Raises
    ------
    ValueError
        If a mark does not fit the text.

    Examples
    --------
    >>> cut_excerpt("Rain fell. “It is dry,” Ana Oakes said. It was not.", [Mark(24, 33, "source")], context=0).words
    '“It is dry,” Ana Oakes said.'
    """
    ordered = tuple(sorted(marks))
    if ordered and not 0 <= ordered[0].start < max(mark.end for mark in ordered) <= len(text):
        raise ValueError(f"the marks {ordered} do not fit a text of {len(text)} characters; find the passages again")
    spans = sentences(text) if spans is None else spans
    if context == WHOLE or not spans:
        return Excerpt(text, 0, len(text), ordered)
    begin, end = (ordered[0].start, max(mark.end for mark in ordered)) if ordered else NOWHERE
    first, last = _sentences_of(begin, end, spans)
    return Excerpt(text, *_around(first, last, context, spans), ordered)


def leave_out(text: str, shown: Iterable[tuple[int, int]], *, context: int, spans: Sequence[Span]) -> str:
    """Return a text in which no sentence is left that no excerpt shows, and each other one is where it was.

    Parameters
    ----------
    text : str
        The text of an article.
    shown : iterable of tuple
        Where the marks of each excerpt begin and end; (-1, -1) for one without marks.
    context : int
        The number of sentences on each side; WHOLE for the whole article.
    spans : list of Span
        The sentences of the text.

    Returns
    -------
    str
        In place of a sentence stands an ellipsis, then blanks, so that offsets stay true; in place of all behind the
        last one that is shown, an ellipsis.

    Examples
    --------
    >>> text = "Rain fell. It was dry."
    >>> leave_out(text, [(0, 4)], context=0, spans=sentences(text))
    'Rain fell. …'
    >>> leave_out(text, [(12, 14)], context=0, spans=sentences(text))
    '…          It was dry.'
    """
    if context == WHOLE or not spans:
        return text if any(True for _ in shown) else ""
    kept: set[int] = set()
    for begin, end in set(shown):
        first, last = _sentences_of(begin, end, spans)
        kept.update(range(first - context, last + context + 1))
    last_kept = max(kept, default=-1)
    pieces: list[str] = []
    done = 0
    for number, span in enumerate(spans):
        if number > last_kept:
            return "".join([*pieces, text[done : span.start], "…"])
        if number not in kept:
            pieces += [text[done : span.start], "…".ljust(span.end - span.start)]
            done = span.end
    return "".join([*pieces, text[done:]])


def _sentences_of(begin: int, end: int, spans: Sequence[Span]) -> tuple[int, int]:
    """Return the numbers of the first and the last sentence of what begins and ends there."""
    if (begin, end) == NOWHERE:
        return 0, 0
    first = max(bisect_right(spans, begin, key=attrgetter("start")) - 1, 0)
    last = min(bisect_left(spans, end, key=attrgetter("end")), len(spans) - 1)
    return first, max(first, last)


def _around(first: int, last: int, context: int, spans: Sequence[Span]) -> tuple[int, int]:
    return spans[max(first - context, 0)].start, spans[min(last + context, len(spans) - 1)].end


def quote_marks(quote: dict[str, list[list[int]]]) -> Iterator[Mark]:
    """Yield the marks of a row of the quotes table."""
    for role in ("content", "cue", "source"):
        spans = quote[f"{role}_spans"]
        for start, end in [] if spans is None else spans:
            yield Mark(int(start), int(end), role)
