"""Attributions in headlines: read alone, rated with what their article says."""

import math
import re
from collections.abc import Iterable

from analysis.quotes.document import Document, read_document
from analysis.quotes.speakers.discourse import Speaker
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.tagging.attributions import Attribution, LinkedSpans, Spans
from analysis.quotes.tagging.candidates import find_candidates
from analysis.quotes.tagging.confidence import log_odds, rate, weigh
from analysis.quotes.tagging.rivals import without_rivals
from analysis.quotes.tagging.spans import RoleSpan
from analysis.shipped import load_json, shipped_file

WEIGHTS = shipped_file("quotes/headline_confidence.json")  # learned by training/headline_confidence.py
# What stands before a colon and is nobody.
_RUBRIC = re.compile(
    r"(?:analysis|commentary|editorial|exclusive|live|opinion|perspective|review|updates?|video|watch)\Z", re.I
)
# "Rain to go on for weeks: report": the fewest words before the colon, and the most after it.
_LEAST_SAID, _LONGEST_SOURCE = 4, 5
_NO_SOURCE = frozenset('?!.“”"')
_WORD = re.compile(r"[^\W\d_]+")
Rated = tuple[Attribution, Speaker]


def find_in_headline(headline: str, document: Document, speaking: Iterable[str]) -> list[Rated]:
    """Return the attributions of a headline with their speakers, of rivals the surest, in the order of the contents.

    `document` is its article, which says whom a surname means, and `speaking` the sources and speakers that were found
    in its text: who speaks there probably speaks in the headline, too, and "Davos: …" does not.

    Examples
    --------
    >>> document = read_document("The pier must close, Ada Quill said on Monday.")
    >>> [(attribution, speaker)] = find_in_headline("Quill: Pier must close", document, ["Ada Quill"])
    >>> attribution.source_spans, speaker.name
    (((0, 5),), 'Ada Quill')
    """
    rated = {}
    for attribution, speaker, evidence in candidates_with_evidence(headline, document, speaking):
        chance = 1 / (1 + math.exp(-weigh(load_json(WEIGHTS), evidence)))
        rated[attribution._replace(confidence=chance)] = speaker
    return [(attribution, rated[attribution]) for attribution in without_rivals(list(rated))]


def candidates_with_evidence(
    headline: str, document: Document, speaking: Iterable[str]
) -> list[tuple[Attribution, Speaker, dict[str, float]]]:
    """Return the attributions that may be in a headline, rivals too, with their speakers and what speaks for each."""
    own, before = read_document(headline), f"{document.text}\n\n"
    linked = [one for one in find_candidates(own) if not _is_rubric(headline, one)]
    closing = _closing_source(headline)
    rated = rate(own, [*linked, *closing])
    if not rated:
        return []
    speakers = resolve_speakers(read_document(before + headline), [_moved(one, len(before)) for one in rated])
    last_words = {last_word(words) for words in speaking}
    return [
        (one, speaker, _evidence(headline, one, speaker, speaks=last_words, closing=number >= len(linked)))
        for number, (one, speaker) in enumerate(zip(rated, speakers, strict=True))
    ]


def _is_rubric(headline: str, linked: LinkedSpans) -> bool:
    return linked.source is not None and bool(_RUBRIC.match(headline, linked.source.start, linked.source.end))


def _closing_source(headline: str) -> list[LinkedSpans]:
    """Return what a headline says before a colon, with what follows it as the source; nothing in other headlines."""
    said, _, source = headline.rstrip().rpartition(": ")
    is_source = len(source.split()) in range(1, _LONGEST_SOURCE + 1) and _NO_SOURCE.isdisjoint(source)
    if len(said.split()) < _LEAST_SAID or not is_source:
        return []
    colon = len(said)
    return [
        LinkedSpans(
            [RoleSpan(0, colon, "content", said)],
            RoleSpan(colon, colon + 1, "cue", ":"),
            RoleSpan(colon + 2, colon + 2 + len(source), "source", source),
        )
    ]


def _evidence(
    headline: str, one: Attribution, speaker: Speaker, *, speaks: set[str], closing: bool
) -> dict[str, float]:
    """Return what the confidence of an attribution in a headline is computed from."""
    source, cue, content = (
        " ".join(headline[start:end] for start, end in spans)
        for spans in (one.source_spans, one.cue_spans, one.content_spans)
    )
    is_heard = bool(source) and last_word(source) in speaks
    opens = bool(source) and one.source_spans < one.content_spans
    return {
        "confidence in a text": 0.0 if closing else log_odds(one.confidence),
        "speaks in the article": is_heard,
        "colon, speaks in the article": is_heard and cue == ":" and opens,
        "closing source, speaks in the article": is_heard and closing,
        "quoted": one.quote_type != "indirect",
        "to": content.lower().startswith("to "),
        "document": speaker.kind == "document",
        "unknown": speaker.kind == "unknown",
    }


def last_word(words: str) -> str:
    """Return the last word of a name or source in small letters, without a possessive ending; "" for none.

    Examples
    --------
    >>> last_word("Mayor Ada Quill’s"), last_word("the U.S."), last_word("")
    ('quill', 's', '')
    """
    for ending in ("'s", "’s", "'", "’"):
        words = words.removesuffix(ending)
    found = _WORD.findall(words)
    return found[-1].lower() if found else ""


def _moved(attribution: Attribution, by: int) -> Attribution:
    """Return an attribution whose spans are further back in a text."""

    def moved(spans: Spans) -> Spans:
        return tuple((start + by, end + by) for start, end in spans)

    one = attribution
    return one._replace(
        content_spans=moved(one.content_spans), cue_spans=moved(one.cue_spans), source_spans=moved(one.source_spans)
    )
