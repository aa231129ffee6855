"""See an attribution as the measures do: as sets of word tokens, with a type that the quotation marks give."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

import pandas as pd

Spans: TypeAlias = Iterable[Sequence[int]] | None
_TOKEN = re.compile(r"\w+(?:['’.\-]\w+)*|[^\w\s]")
_MARK = re.compile(r"[\n\r“«„”»\"]|``|''")


class Relation(NamedTuple):
    """An attribution: the word tokens of content and source, their spans without white space, and the quote type."""

    content: frozenset[int]
    source: frozenset[int]
    content_spans: tuple[tuple[int, int], ...]
    source_spans: tuple[tuple[int, int], ...]
    quote_type: str

    def words(self, role: str) -> frozenset[int]:
        """Return the word tokens of the role "content" or "source"."""
        return self.content if role == "content" else self.source

    def spans(self, role: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of the role "content" or "source"."""
        return self.content_spans if role == "content" else self.source_spans


def spans_by_article(frame: pd.DataFrame) -> defaultdict[str, list[tuple[int, Spans, Spans]]]:
    """Return the row number, the content spans and the source spans of each attribution, by article."""
    rows: defaultdict[str, list[tuple[int, Spans, Spans]]] = defaultdict(list)
    columns = (frame[name] for name in ("article_id", "content_spans", "source_spans"))
    for number, (article_id, content, source) in enumerate(zip(*columns, strict=True)):
        rows[article_id].append((number, content, source))
    return rows


class WordTokens:
    """The word tokens of a text, and the places where quoted text begins and ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [m.span() for m in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in self.tokens]
        self.is_word = [any(c == "_" or c.isalnum() for c in text[s:e]) for s, e in self.tokens]
        self.edges = _quoted_edges(text)

    def inside(self, spans: Spans) -> frozenset[int]:
        """Return the word tokens that share a character with one of the spans."""
        found: set[int] = set()
        for start, end in _given(spans):
            low, high = max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)
            found |= {i for i in range(low, high) if self.is_word[i] and self.tokens[i][1] > start}
        return frozenset(found)

    def trimmed(self, spans: Spans) -> tuple[tuple[int, int], ...]:
        """Return the spans in order, without white space at their ends; empty ones are left out."""
        pieces = [(start, end, self.text[start:end]) for start, end in _given(spans)]
        return tuple(
            sorted(
                (start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
                for start, end, piece in pieces
                if piece.strip()
            )
        )

    def relation(self, content: Spans, source: Spans) -> Relation:
        """Return an attribution with these spans as a Relation.

        It is direct if all words of the content stand inside double quotation marks, indirect if none, mixed if some.
        """
        words = self.inside(content)
        quoted = sum(bisect_right(self.edges, self.starts[i]) % 2 for i in words)
        quote_type = "indirect" if not quoted else "direct" if quoted == len(words) else "mixed"
        return Relation(words, self.inside(source), self.trimmed(content), self.trimmed(source), quote_type)


def _given(spans: Spans) -> Iterable[Sequence[int]]:
    return () if spans is None else spans


def _quoted_edges(text: str) -> list[int]:
    """Return the offsets where quoted text begins and ends by turns; the end of a line closes what is open."""
    edges: list[int] = []
    for m in _MARK.finditer(text):
        is_open, mark = len(edges) % 2 == 1, m[0]
        if mark == '"':
            before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
            opens = not is_open or (before in (" ", "(", "") and after.isalnum())
        else:
            opens = mark in "“«„``"
        if opens != is_open:
            edges.append(m.end() if opens else m.start())
    return edges
