"""An article with its quotes marked in the text, for notebooks: contents, cues, sources, and who speaks."""

import html
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from analysis.shipped import existing, shipped_file
from analysis.tables import need

STYLE = shipped_file("quotes/marked_article.css")
_ROLES = {"content": "what is said", "cue": "the saying", "source": "who says it"}  # with the words of the key
_COLUMNS = ["article_id", *(f"{role}_spans" for role in _ROLES)]
_COLUMNS += ["quote_type", "speaker", "speaker_kind", "cue_kind", "confidence"]
_UNNAMED = {
    "unnamed_person": "unnamed",
    "group": "a group",
    "organization": "an institution",
    "document": "a document",
    "unknown": "nobody named",
}
_Row = dict[str, Any]


class MarkedArticle(NamedTuple):
    """An article's text with its quotes marked, as HTML that a notebook shows."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


class _NumberedSpan(NamedTuple):
    """A span of the text with its role in a quote, and the quote's number from 1."""

    start: int
    end: int
    role: str
    number: int


def mark_quotes(article: Mapping[str, Any], quotes: pd.DataFrame) -> MarkedArticle:
    """Return an article's text with every quote marked and numbered.

    Parameters
    ----------
    article : mapping
        A row of the articles table, or a dict: `article_id` and `text`, and `headline` if there is one, whose quotes
        are marked too.
    quotes : pandas.DataFrame
        The quotes table. Rows of other articles are ignored.

    Returns
    -------
    MarkedArticle
        A notebook shows it; `.html` is the HTML fragment. Each content begins with a label: its number, the speaker,
        the quote type, the kind of saying unless it is speech, the confidence in percent, and, where somebody is named
        and the quotes have a `speaker_confidence`, how sure it is who. Cues and sources end with the number.

    Raises
    ------
    ValueError
        When a column is missing, or when a span does not fit the text: the quotes are then of another text.

    Examples
    --------
    >>> article = {"article_id": "a", "text": "“Fine,” Ada Quill said."}
    >>> quotes = pd.DataFrame(
    ...     {"article_id": ["a"], "content_spans": [[[0, 7]]], "cue_spans": [[[18, 22]]], "source_spans": [[[8, 17]]],
    ...      "quote_type": "direct", "speaker": "Ada Quill", "speaker_kind": "named_person", "cue_kind": "speech",
    ...      "confidence": [0.9]})
    >>> '<mark class="content">“Fine,”</mark>' in mark_quotes(article, quotes).html
    True
    """
    need(quotes, _COLUMNS, who="mark_quotes")
    if absent := [key for key in ("article_id", "text") if key not in article]:
        raise ValueError(
            f"mark_quotes: the article has no {' and no '.join(absent)}; "
            "give one row of the articles table: articles.iloc[0]"
        )
    rows = list(enumerate(quotes[quotes["article_id"] == article["article_id"]].to_dict("records"), 1))
    labels = {number: _label(number, row) for number, row in rows}
    headline = article.get("headline")
    titled = isinstance(headline, str) and headline
    marked = {
        place: _marked(words, [pair for pair in rows if pair[1].get("place", "text") == place], labels)
        for place, words in {"headline": headline if titled else "", "text": article["text"]}.items()
    }
    title = f"<h3>{marked['headline']}</h3>" if titled else ""
    style = f"<style>\n{existing(STYLE).read_text(encoding='utf-8')}</style>"
    return MarkedArticle(f'{style}<div class="mq">{title}{_key(len(rows))}<p>{marked["text"]}</p></div>')


def _numbered_spans(rows: list[tuple[int, _Row]], n_chars: int) -> list[_NumberedSpan]:
    """Return the spans of numbered quotes; raise ValueError for one that does not fit the text."""
    spans = []
    for number, row in rows:
        for role in _ROLES:
            given = row[f"{role}_spans"]
            spans += [_NumberedSpan(int(s), int(e), role, number) for s, e in ([] if given is None else given)]
    for start, end, _, _ in spans:
        if not 0 <= start < end <= n_chars:
            raise ValueError(
                f"mark_quotes: the span {(start, end)} does not fit a text of {n_chars} characters; "
                "find the quotes of this text again"
            )
    return spans


def _label(number: int, row: _Row) -> str:
    """Return what stands before a content: number, speaker, type, kind of saying unless it is speech, how sure."""
    who = row["speaker"] if isinstance(row["speaker"], str) else _UNNAMED.get(row["speaker_kind"], "nobody named")
    kind = "" if row["cue_kind"] == "speech" else f" · {str(row['cue_kind']).replace('_', ' ')}"
    sure = row.get("speaker_confidence", math.nan)
    speaker = f" · speaker {100 * sure:.0f} %" if isinstance(row["speaker"], str) and pd.notna(sure) else ""
    return f"{number} {who} · {row['quote_type']}{kind} · {100 * row['confidence']:.0f} %{speaker}"


def _key(n: int) -> str:
    shown = " ".join(f'<span><span class="{role}">{words}</span></span>' for role, words in _ROLES.items())
    return f'<p class="key">{n} {"quote" if n == 1 else "quotes"}. {shown}</p>'


def _marked(text: str, rows: list[tuple[int, _Row]], labels: dict[int, str]) -> str:
    """Return a text cut wherever a span of its quotes begins or ends, each piece in the roles that cover it."""
    spans = _numbered_spans(rows, len(text))
    edges = sorted({0, len(text), *(at for span in spans for at in (span.start, span.end))})
    opening, closing = defaultdict(list), defaultdict(list)
    for span in sorted(spans):
        opening[span.start].append(span)
        closing[span.end].append(span)
    labeled: set[int] = set()
    covering: list[_NumberedSpan] = []
    pieces: list[str] = []
    for start, end in pairwise(edges):
        covering = [span for span in covering if span.end > start] + opening[start]
        pieces += _openings(opening[start], labels, labeled)
        pieces.append(_piece(text[start:end], {span.role for span in covering}))
        pieces += [f"<sup>{span.number}</sup>" for span in closing[end] if span.role != "content"]
    return "".join(pieces)


def _openings(spans: Iterable[_NumberedSpan], labels: dict[int, str], labeled: set[int]) -> Iterator[str]:
    """Yield the labels of the contents that begin here; a later piece of the same content has its number only."""
    for span in spans:
        if span.role == "content":
            label = f"{span.number} …" if span.number in labeled else labels[span.number]
            yield f'<span class="label">{html.escape(label)}</span>'
            labeled.add(span.number)


def _piece(piece: str, roles: set[str]) -> str:
    """Return a piece of text, escaped, in an element with its roles as classes; no element spans two paragraphs."""
    parts = [html.escape(part) for part in piece.split("\n\n")]
    if roles:
        name = "mark" if "content" in roles else "span"
        classes = " ".join(role for role in _ROLES if role in roles)
        parts = [f'<{name} class="{classes}">{part}</{name}>' for part in parts]
    return "</p><p>".join(parts)
