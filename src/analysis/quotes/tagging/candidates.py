"""Candidates: the attributions that four readings of an article make, before it is known how sure each is."""

from typing import Any

from analysis.quotes.document import Document
from analysis.quotes.tagging.antecedents import with_antecedents
from analysis.quotes.tagging.attributions import LinkedSpans, link_spans
from analysis.quotes.tagging.clauses import without_gestures, without_questions_put, without_tails
from analysis.quotes.tagging.fixed_forms import find_fixed_forms, without_overlaps
from analysis.quotes.tagging.headline_quotations import find_headline_quotation
from analysis.quotes.tagging.spans import Reading, RoleSpan, find_spans
from analysis.quotes.tagging.tagger import tag
from analysis.quotes.tagging.uncued import with_sources
from analysis.quotes.word_pieces import encode

# As it is, and with what makes more spans of a role, and longer ones (docs/quotes.md).
_INNERMOST, _OUTERMOST = 0, 1
_READINGS = (
    Reading(_INNERMOST, favor_who=0.0, favor_what=0.0),
    Reading(_INNERMOST, favor_who=3.0, favor_what=1.0),
    Reading(_OUTERMOST, favor_who=0.0, favor_what=3.0),
    Reading(_OUTERMOST, favor_who=2.0, favor_what=1.0),
)


def find_candidates(document: Document) -> list[LinkedSpans]:
    """Return the attributions of all readings of an article, each once, not yet rated; rivals among them."""
    tagged, fixed = tag(encode(document)), find_fixed_forms(document)
    found: dict[tuple[Any, ...], LinkedSpans] = {}
    for spans in find_spans(document, tagged, _READINGS):
        for one in _join_spans(document, spans, fixed):
            where = [span and span[:2] for span in (one.cue, one.source, *one.contents)]
            found.setdefault(tuple(where), one)
    return list(found.values())


def _join_spans(document: Document, spans: list[RoleSpan], fixed: list[LinkedSpans]) -> list[LinkedSpans]:
    """Return the attributions that an article's spans make, those of fixed forms among them."""
    opening = find_headline_quotation(document, spans)
    free = without_overlaps(spans, [*fixed, *(one._replace(source=None) for one in opening)])  # its source says more
    linked = link_spans(document, free)
    linked = without_tails(document, without_gestures(without_questions_put(document, linked)))
    return with_antecedents(document.text, with_sources(document, [*fixed, *opening, *linked]))
