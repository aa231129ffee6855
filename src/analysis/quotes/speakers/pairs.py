"""The two who were named together a moment ago, for "both", "the lawmakers" and "they"."""

import re

from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import singular
from analysis.quotes.speakers.discourse import Discourse
from analysis.quotes.speakers.pronoun_referents import NEAR
from analysis.quotes.speakers.source_phrases import SourcePhrase

_AND = re.compile(r"(?: \([^()]{1,20}\))?(?:, [^,.;]{3,60},)? and (?:(?:the|former|fellow|his|her) )?(?:[a-z-]+ ){0,3}")


def earlier_pair(discourse: Discourse, source: SourcePhrase) -> tuple[Mention, ...]:
    """Return the names joined by "and" within two sentences before a source that means several who are known.

    These are "both", "the two", "they", and "the lawmakers" or "the companies" where that fits who is named.
    """
    kinds = _kinds_of_pair(source)
    if not kinds:
        return ()
    last = next(iter(discourse.turns_near(source.start, 2)), None)
    text = discourse.document.text
    since = max(0, source.start - 2 * NEAR, last.start if last and last.is_plural and source.head == "group" else 0)
    near = [m for m in discourse.mentions if since <= m.start and m.end <= source.start]
    for second, first in zip(reversed(near), list(reversed(near))[1:], strict=False):
        joined = _AND.fullmatch(text, first.end, second.start_with_title)
        if joined and _is_alike(discourse, first, second, kinds):
            return (first, second)
        if source.head == "group":
            return ()
    return ()


def _kinds_of_pair(source: SourcePhrase) -> str:
    """Return whether a source means several persons, several institutions, either, or ("") neither."""
    tokens = source.phrase.lower().split()
    if (source.form == "pronoun" and source.head == "group") or tokens in (["both"], ["the", "two"]):
        return "either"
    if not tokens or tokens[0] not in ("the", "both", "these", "those") or len(tokens) > 3:
        return ""
    if len(tokens) == 3 and tokens[1] != "two" and tokens[0] != "both":
        return ""
    one = singular(tokens[-1])
    if one == tokens[-1] and one not in ("men", "women"):
        return ""
    return "persons" if source.form == "role" else "institutions" if source.form == "organization" else ""


def _is_alike(discourse: Discourse, first: Mention, second: Mention, kinds: str) -> bool:
    numbers = [discourse.person_at.get(m.start) for m in (first, second)]
    if all(n is not None for n in numbers):
        return kinds != "institutions" and numbers[0] != numbers[1]
    bodies = all(m.start in discourse.institution_at for m in (first, second))
    return bodies and kinds != "persons"
