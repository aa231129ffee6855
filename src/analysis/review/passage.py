"""The passage that a person judges: the paragraph of a quote with those beside it, its parts marked."""

import unicodedata
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.review.decisions import make_decision, save_decision, text_at

MARKS = ("content", "cue", "source")
_NEIGHBORS = 1  # paragraphs shown before and after


def clean(text: str) -> str:
    """Return a text without control characters, which a terminal would obey; line ends stay."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))


def marked_passage(quote: Mapping[str, Any], article: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the clean pieces of a quote's passage, each with its mark: content, cue, source or ""."""
    text = text_at(quote, article)
    first, last = quote["content_spans"][0][0], quote["content_spans"][-1][1]
    start, end = first, last
    for _ in range(_NEIGHBORS + 1):
        start = max(text.rfind("\n\n", 0, start), 0)
        end = text.find("\n\n", end + 1) if text.find("\n\n", end + 1) >= 0 else len(text)
    marks = [""] * len(text)
    for mark in MARKS:
        for begin, stop in quote.get(f"{mark}_spans") or ():
            marks[begin:stop] = [mark] * (stop - begin)
    pieces = groupby(range(start, end), key=lambda place: marks[place])
    return [(clean("".join(text[place] for place in places)), mark) for mark, places in pieces]


def origin_of(article: Mapping[str, Any]) -> str:
    """Return whose article it is, of which day, and its headline, as far as they are there.

    >>> origin_of({"outlet": "The Ledger", "headline": "Rain", "published": pd.Timestamp("2026-01-05")})
    'The Ledger, 2026-01-05: Rain'
    >>> origin_of({"outlet": "The Ledger", "headline": float("nan"), "published": pd.NaT})  # as tables have it for none
    'The Ledger'
    """
    published = article.get("published")
    day = f"{published:%Y-%m-%d}" if published is not None and pd.notna(published) else ""
    given = [article.get(name) for name in ("outlet", "headline")]
    outlet, headline = (clean(words) if isinstance(words, str) else "" for words in given)
    return ": ".join(part for part in (", ".join(part for part in (outlet, day) if part), headline) if part)


def decide(
    quote: Mapping[str, Any], article: Mapping[str, Any], decision: str, words: str
) -> tuple[dict[str, Any], list[list[int]]]:
    """Return the quote that a decision is about, and its new spans, from the words that a person gave.

    The words nearest to the quote are meant. Raises ValueError if the article does not have them.
    """
    if decision not in ("edges", "added"):
        return dict(quote), []
    text, near = text_at(quote, article), quote["content_spans"][0][0]
    places = [place for place in range(len(text)) if words and text.startswith(words, place)]
    if not places:
        raise ValueError(f"the article does not have the words {words!r}; copy them from it")
    start = min(places, key=lambda place: abs(place - near))
    spans = [[start, start + len(words)]]
    return (dict(quote), spans) if decision == "edges" else ({**quote, "content_spans": spans}, [])


def save_judgment(
    quote: Mapping[str, Any], article: Mapping[str, Any], decision: str, *, words: str, speaker: str, coder: str,
    path: str | Path,
) -> None:  # fmt: skip
    """Save a decision about a quote, from the words and the speaker that a person gave.

    Raises ValueError if something that the decision needs is missing, or the article does not have the words.
    """
    chosen, spans = decide(quote, article, decision, words)
    save_decision(make_decision(chosen, article, decision, speaker=speaker, content_spans=spans, coder=coder), path)


def speaker_of(quote: Mapping[str, Any]) -> str:
    """Return who speaks, in words, also where nobody is named."""
    speaker = quote.get("speaker")
    return str(speaker) if speaker and pd.notna(speaker) else "nobody named"
