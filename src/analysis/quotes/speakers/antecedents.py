"""The source phrase that one right behind it refers to: "who", "which", or a description after a comma."""

import re

from analysis.quotes.lexicon import words
from analysis.quotes.names.nouns import singular
from analysis.quotes.speakers.discourse import Discourse
from analysis.quotes.speakers.source_phrases import SourcePhrase, read_source_phrase

_WHO = re.compile(r"[^,.;\n]{0,60}?\b(?:who|that|which)\b")
_OF_PLACE = re.compile(r"(?:,? \(?[DRI]-[A-Z][^\s)]{1,12}\)?| of [A-Z]\w+(?: [A-Z]\w+)?),? $")


def in_apposition(discourse: Discourse, source: SourcePhrase) -> SourcePhrase | None:
    """Return the name before a comma that a source describes: "the Harbor Union, a group that"."""
    if source.form not in ("role", "organization") or not source.phrase.lower().startswith(("a ", "an ")):
        return None
    text = discourse.document.text
    if text[source.start - 2 : source.start] != ", " or not _WHO.match(text, source.end):
        return None
    return _name_ending_at(discourse, source.start - 2)


def _name_ending_at(discourse: Discourse, at: int) -> SourcePhrase | None:
    """Return the name that ends at an offset as a source phrase, None if none does."""
    name = next((m for m in discourse.mentions if m.end == at), None)
    if name is None:
        return None
    spans = ((name.start_with_title, name.end),)
    return read_source_phrase(discourse.document, spans, discourse.mentions, discourse.named)


def antecedent(discourse: Discourse, source: SourcePhrase) -> SourcePhrase | None:
    """Return the source phrase right before "who", "which" or "that"."""
    text = discourse.document.text
    line_start = max(source.start - 120, text.rfind("\n", 0, source.start) + 1, 0)
    of_place = _OF_PLACE.search(text, line_start, source.start)
    if of_place and (name := _name_ending_at(discourse, of_place.start())):  # "Ada Quill, R-Ky., who"
        return name
    tokens = text[line_start : source.start].rstrip(" ,—–-").split()[-7:]
    kept: list[str] = []
    while tokens and (not kept or _belongs_before(tokens[-1], kept[0])):
        kept.insert(0, tokens.pop())
    if not kept:
        return None
    end = text.rfind(kept[-1], 0, source.start) + len(kept[-1])
    start = text.rfind(kept[0], line_start, end)
    if start < 0:
        return None
    return read_source_phrase(discourse.document, ((start, end),), discourse.mentions, discourse.named)


def _belongs_before(word: str, following: str) -> bool:
    """Return whether a word can be part of the phrase that goes on with `following`."""
    low, determiners = word.lower(), words("antecedent_determiners")
    if following.lower() in determiners or (word.endswith((",", ".", ";", ":", "”", '"')) and len(word) > 5):
        return False
    known = determiners | words("antecedent_numbers") | words("antecedent_adjectives")
    return low in known or word[0].isupper() or singular(low) in words("roles")
