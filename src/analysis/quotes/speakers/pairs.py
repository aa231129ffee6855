"""The two who were named together a moment ago, for "both", "the lawmakers" and "they"."""

import re

from analysis.quotes.names.institutions import can_be_called
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import singular
from analysis.quotes.names.roles import same_role
from analysis.quotes.speakers.discourse import Discourse
from analysis.quotes.speakers.pronoun_referents import NEAR
from analysis.quotes.speakers.source_phrases import SourcePhrase

_AND = re.compile(
    r"(?: \([^()]{1,20}\))?(?:, (?:[^,.;]{3,60}|[DRI]-[A-Z][\w.]{1,6}),)?"
    r" and (?:(?:the|former|fellow|his|her) )?(?:[A-Z][a-z]+ )?(?:[a-z-]+ ){0,3}"
)
_GENERAL = ("man", "woman", "leader", "lawmaker", "candidate", "politician")  # nouns for whom no role is given
_BOTH = ("both", "each", "the two", "the pair")


def earlier_pair(discourse: Discourse, source: SourcePhrase) -> tuple[Mention, ...]:
    """Return the names joined by "and" within two sentences before a source that means several who are known.

    These are "both", "the two", "they", and "the lawmakers" or "the companies" where that fits who is named.
    """
    kinds = _kinds_of_pair(source)
    if not kinds:
        return ()
    last = next(iter(discourse.turns_near(source.start, 2)), None)
    text, since = discourse.document.text, max(0, source.start - 2 * NEAR)
    if source.head == "group" and last and (last.is_plural or last.speaker.kind in ("group", "organization")):
        since = max(since, last.start, last.content_end)  # those of whom they spoke are not "they"
    near = [m for m in discourse.mentions if since <= m.start and m.end <= source.start and _is_somebody(discourse, m)]
    for second, first in zip(reversed(near), list(reversed(near))[1:], strict=False):
        joined = _AND.fullmatch(text, first.end, second.start_with_title)
        if joined and _is_alike(discourse, first, second, kinds, source.head):
            return (first, second)
        if source.head == "group" and second.start in discourse.person_at:
            return ()
    return ()


def _is_somebody(discourse: Discourse, mention: Mention) -> bool:
    return mention.start in discourse.person_at or mention.start in discourse.institution_at


def _kinds_of_pair(source: SourcePhrase) -> str:
    """Return what a source may mean several of: "persons", "institutions", "either", or "" for neither."""
    tokens = source.phrase.lower().split()
    if (source.form == "pronoun" and source.head == "group") or " ".join(tokens) in _BOTH:
        return "either"
    if not tokens or tokens[0] not in ("the", "both", "these", "those") or len(tokens) > 3:
        return ""
    if len(tokens) == 3 and tokens[1] != "two" and tokens[0] != "both":
        return ""
    one = singular(tokens[-1])
    if one == tokens[-1] and one not in ("men", "women"):
        return ""
    return "persons" if source.form == "role" else "institutions" if source.form == "organization" else ""


def _is_alike(discourse: Discourse, first: Mention, second: Mention, kinds: str, noun: str) -> bool:
    """Return whether two are persons or institutions, as the kinds say, and a noun of theirs is that of both."""
    numbers = [n for m in (first, second) if (n := discourse.person_at.get(m.start)) is not None]
    if len(numbers) == 2:
        held = [[role.head for role in discourse.roles_of(n)] for n in numbers]
        fits = (
            kinds == "either"
            or noun in _GENERAL
            or (kinds == "persons" and all(any(same_role(r, noun) for r in own) for own in held))
        )
        return fits and numbers[0] != numbers[1]
    bodies = [body for m in (first, second) if (body := discourse.institution_at.get(m.start))]
    return len(bodies) == 2 and (
        kinds == "either" or (kinds == "institutions" and all(can_be_called(body, noun) for body in bodies))
    )
