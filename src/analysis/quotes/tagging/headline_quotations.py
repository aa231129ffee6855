"""The quotation that opens a headline: “We lost everything”: Mayor visits the pier."""

import re

from analysis.quotes.document import Document
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan

_COLON = re.compile(r"[^\S\n]?(:)[^\S\n]+(?=\S)")
_LEAST_WORDS = 2  # one word alone is mostly a term: ‘Texodus’: Why the state might turn


def find_headline_quotation(document: Document, spans: list[RoleSpan]) -> list[LinkedSpans]:
    """Return the quotation in marks that opens a text of one line, before a colon; none in other texts.

    Its source is what a headline names first after the colon, if `spans` have it as a source: it is mostly about who
    says so. Else it has no source.

    Examples
    --------
    >>> from analysis.quotes.document import read_document
    >>> headline = read_document("“We lost everything”: Mayor visits the pier")
    >>> [found] = find_headline_quotation(headline, [RoleSpan(22, 27, "source", "Mayor")])
    >>> found.contents[0].words, found.source.words
    ('“We lost everything”', 'Mayor')
    """
    text, passages = document.text, document.passages
    if "\n" in text.strip() or not passages or text[: passages[0].start].strip():
        return []
    first = passages[0]
    colon = _COLON.match(text, first.end)
    words = text[first.start : first.end]
    if not first.closed or not colon or len(words.split()) < _LEAST_WORDS:
        return []
    content = RoleSpan(first.start, first.end, "content", words, quotation=first.quotation)
    source = next((span for span in spans if span.role == "source" and span.start == colon.end()), None)
    return [LinkedSpans([content], RoleSpan(*colon.span(1), "cue", ":"), source)]
