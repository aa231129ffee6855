"""The passages of a report as list items: outlet, date, headline, the passage with its marks, and who speaks."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
from jinja2 import Environment
from markupsafe import Markup

from analysis.passages import NOWHERE, WHOLE, Excerpt, Mark, cut_excerpt, leave_out, quote_marks
from analysis.wording import SPEAKER_KINDS
from analysis.words.text import Span, sentences

_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
NO_HEADLINE = "No headline"
_READABLE = 400  # characters of a quote on the first page


class Place(NamedTuple):
    """Where a passage is: an article, and in it an attribution, or the span of a word."""

    article_id: str
    quote_id: str = ""
    start: int = -1
    end: int = -1


def day(moment: pd.Timestamp) -> str:
    """Return a day as the report writes it.

    >>> day(pd.Timestamp("2026-01-05"))
    'Jan 5, 2026'
    """
    return "no date" if pd.isna(moment) else f"{moment:%b} {moment.day}, {moment.year}"


def outlet(article: dict[str, Any]) -> str:
    """Return whose article it is: the outlet, behind the name of its group if it has one.

    >>> outlet({"outlet": "national", "publication": "Post"}), outlet({"outlet": "Echo"})
    ('national: Post', 'Echo')
    """
    group, own = article["outlet"], article.get("publication", article["outlet"])
    return own if own == group else f"{group}: {own}"


def headline(article: dict[str, Any]) -> tuple[str, str]:
    """Return an article's headline and its address, or "" for an address that is none.

    >>> headline({"headline": None, "url": "https://a.example/1"})
    ('No headline', 'https://a.example/1')
    """
    text = article["headline"]
    return text if isinstance(text, str) else NO_HEADLINE, web_address(article["url"])


def web_address(url: object) -> str:
    """Return an address that a browser opens as a page, or "": never one that it would run.

    >>> [web_address(url) for url in ("https://a.example/1", "javascript:alert(1)", None)]
    ['https://a.example/1', '', '']
    """
    return url if isinstance(url, str) and _WEB.fullmatch(url) else ""


class Passages:
    """The articles and attributions of a run, from which passages are cut; each passage is cut once."""

    def __init__(self, articles: pd.DataFrame, quotes: pd.DataFrame, *, context: int, templates: Environment):
        ordered = articles.sort_values(["outlet", "published", "article_id"])
        self.articles = {row["article_id"]: row for row in ordered.to_dict("records")}
        self.quotes = {row["quote_id"]: row for row in quotes.to_dict("records")}
        self.context = context
        self._numbers = {article_id: number for number, article_id in enumerate(self.articles)}
        self._quotes_of: dict[str, list[str]] = {}
        for quote_id, row in self.quotes.items():
            if row["place"] == "headline":  # no chart counts it
                continue
            self._quotes_of.setdefault(row["article_id"], []).append(quote_id)
        self._number_of_quote = {own: number for all_ in self._quotes_of.values() for number, own in enumerate(all_)}
        # Rendering a template for each of many thousand items would take twice as long as calling its macro.
        self._write = vars(templates.get_template("passage.html").make_module())["item"]
        self._shown: dict[str, set[tuple[int, int]]] = {}
        self._spans_of_quotes: dict[str, tuple[int, int]] = {}
        self._sentences: dict[str, list[Span]] = {}
        self._items: dict[Place, Markup] = {}

    def excerpt(self, place: Place, *, context: int | None = None) -> Excerpt:
        """Return the passage with as many sentences around it as the run asks for."""
        article = self.articles[place.article_id]
        marks = [Mark(place.start, place.end, "word")] if place.start >= 0 else []
        if place.quote_id:
            marks = list(quote_marks(self.quotes[place.quote_id]))
            if self.quotes[place.quote_id]["place"] == "headline":
                return cut_excerpt(article["headline"], marks, context=WHOLE)
        wanted = self.context if context is None else context
        return cut_excerpt(article["text"], marks, context=wanted, spans=self._spans(place.article_id))

    def item(self, place: Place) -> Markup:
        """Return the passage as an item of a list."""
        if place not in self._items:
            article = self.articles[place.article_id]
            text, url = headline(article)
            self._items[place] = self._write(
                outlet=outlet(article),
                headline=text,
                url=url,
                day=day(article["published"]),
                excerpt=self.excerpt(place).html,
                said=_who_said(self.quotes[place.quote_id]) if place.quote_id else "",
            )
        return self._items[place]

    def at(self, place: Place) -> list[int]:
        """Return a place in numbers: of its article in `described`, then of its quote, or start and end of a word.

        What a page shows of the article there is then in what `described` yields.
        """
        article, shown = self._numbers[place.article_id], self._shown.setdefault(place.article_id, set())
        if place.quote_id:
            shown.add(self._span_of_quote(place.quote_id))
            return [article, self._number_of_quote[place.quote_id]]
        shown.add((place.start, place.end))
        return [article] if place.start < 0 else [article, place.start, place.end]

    def described(self) -> Iterator[dict[str, Any]]:
        """Yield of each article what a page shows of it, by outlet and date, with the marks of its quotes.

        Of its text, that is the sentences of passages that `at` was asked for; where only its beginning is shown,
        `sentences` has no more than that takes.
        """
        for article_id, article in self.articles.items():
            shown = self._shown.get(article_id, set())
            spans = self._spans_of(article_id, shown)
            quotes = [self.quotes[own] for own in self._quotes_of.get(article_id, [])]
            yield {
                "outlet": outlet(article),
                "day": day(article["published"]),
                "headline": headline(article),
                "text": leave_out(article["text"], shown, context=self.context, spans=spans),
                "sentences": spans,
                "quotes": [[_who_said(quote), list(quote_marks(quote))] for quote in quotes],
            }

    def telling(self, places: list[Place], most: int) -> list[Place]:
        """Return up to `most` passages, of different outlets where there are such: direct and sure quotes first."""
        by_article: dict[str, Place] = {}
        for place in sorted(places, key=self._rank):
            by_article.setdefault(place.article_id, place)
        by_outlet: dict[str, Place] = {}  # those of a group count once, and then apart
        for place in by_article.values():
            by_outlet.setdefault(self.articles[place.article_id]["outlet"], place)
        for place in by_article.values():
            by_outlet.setdefault(outlet(self.articles[place.article_id]), place)
        return list(dict.fromkeys([*by_outlet.values(), *by_article.values()]))[:most]

    def _spans_of(self, article_id: str, shown: set[tuple[int, int]]) -> list[Span]:
        """Return the sentences of an article by which a page cuts out what is shown of it."""
        if self.context == WHOLE:
            return []
        if shown <= {NOWHERE}:  # true of most articles; one sentence more says that the text goes on
            return sentences(self.articles[article_id]["text"], most=self.context + 2)
        return self._spans(article_id)

    def _spans(self, article_id: str) -> list[Span]:
        """Return the sentences of an article, which are found once."""
        if article_id not in self._sentences:
            self._sentences[article_id] = sentences(self.articles[article_id]["text"])
        return self._sentences[article_id]

    def _span_of_quote(self, quote_id: str) -> tuple[int, int]:
        """Return where the marks of a quote begin and end."""
        if quote_id not in self._spans_of_quotes:
            marks = list(quote_marks(self.quotes[quote_id]))
            self._spans_of_quotes[quote_id] = min(mark.start for mark in marks), max(mark.end for mark in marks)
        return self._spans_of_quotes[quote_id]

    def _rank(self, place: Place) -> tuple[bool, float]:
        """Return a key that sorts long passages last, and among the others attributions by kind and confidence."""
        if not place.quote_id:
            return False, 0.0
        quote = self.quotes[place.quote_id]
        direct = quote["quote_type"] == "direct"
        return len(quote["content"]) > _READABLE, -quote["confidence"] - direct


def _who_said(quote: dict[str, Any]) -> str:
    """Return who speaks, in which form, and how sure the program is.

    >>> _who_said({"speaker": None, "source": "a clerk", "speaker_kind": "unnamed_person", "quote_type": "indirect",
    ...            "confidence": 0.81})
    'a clerk (unnamed person), indirect, confidence 81%'
    """
    named = [quote[name] for name in ("speaker", "source") if isinstance(quote[name], str) and quote[name]]
    kind = SPEAKER_KINDS.get(quote["speaker_kind"], quote["speaker_kind"])
    who = f"{named[0]} ({kind})" if named else kind
    return f"{who}, {quote['quote_type']}, confidence {quote['confidence']:.0%}"
