"""The institution that a source without a full name means: "the agency", "the Quill campaign", "his office"."""

import re

from analysis.quotes.lexicon import first_names, pattern, words
from analysis.quotes.names.institutions import can_be_called, has_the_words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import singular
from analysis.quotes.speakers.discourse import Discourse, Speaker
from analysis.quotes.speakers.pronoun_referents import person_meant
from analysis.quotes.speakers.source_phrases import SourcePhrase
from analysis.words.common_words import is_common

_NOUN_BEFORE = r"\b{nouns_for_unknown_names},? $|\b(?:CEO|founder|chief executive) of $"
_NOUN_AFTER = (
    r", (?:an?|the|one) [^.;\n]{0,60}?\b{nouns_for_unknown_names}\b"
    r"|['’]s? (?:CEO|chief executive|founder|website|board)\b"
)
_WORKS_AT = re.compile(
    r"\b(?:employees?|executives?|research|researchers?|scientists|analysts?|engineers?|works?|worked) at $"
)
_WHICH = re.compile(r",? which\b|['’]s (?:shares|stock|customers|app|users|stores|employees)\b")
_DETERMINER = re.compile(r"^(?:the|this|that|an?|his|her|its|their) ", re.IGNORECASE)
_AT = re.compile(r"\b([a-z-]{1,30}) (?:of|at|for|with) (?:the )?$")
_WORKS = frozenset(("works", "worked", "working"))
_OF_PLACE = re.compile(r" of ([A-Z]\w+(?: [A-Z]\w+)*)")
_OF_NATIONS = ("an", "ese", "ish", "i", "ch")  # Iranian, Chinese, Turkish, Iraqi, French
_NEAR = 600  # characters after which who spoke last counts no more than who was named last
_LATER = 10**9  # farther off than anything before


def owned_institution(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return the institution of a source that names whose it is: "the Quill campaign", "Quill’s office"."""
    text, first = discourse.document.text, source.mentions[0]
    owned = next((body.name for body in discourse.owned if body.start == first.start), None)
    meant = (
        institution_meant(discourse, source)
        if first.kind == "place" and _is_one(source) and source.head in words("nouns_for_unknown_names")
        else None
    )  # "the Ohio company"
    name = " ".join(text[first.start : source.end].strip(" ,").split())
    number = discourse.person_at.get(first.start)
    if number is not None and text[first.end : first.end + 1] in ("'", "’"):  # "Quill’s office" is Ada Quill’s
        name = discourse.people[number].name + " ".join(text[first.end : source.end].strip(" ,").split())
    return Speaker(owned or meant or name.removesuffix("'s").removesuffix("’s"), "organization")


def bare_institution(discourse: Discourse, source: SourcePhrase) -> Speaker:
    """Return the institution of a source that names nobody: "his campaign", "the agency"."""
    tokens = source.phrase.split()
    first = tokens[0].lower()
    owner = person_meant(discourse, source.start, first) if first in ("his", "her") else None
    employer = _employer(discourse, owner.number) if owner and source.head in words("nouns_for_unknown_names") else None
    if employer:
        return Speaker(employer, "organization")
    if owner is not None:
        owned = next((b.name for b in discourse.owned if b.owner == owner.number and b.noun == source.head), None)
        return Speaker(owned or f"{discourse.people[owner.number].name}’s {source.head}", "organization")
    meant = institution_meant(discourse, source) if source.definite and _is_one(source) else None
    is_acronym = source.definite and len(tokens) > 1 and tokens[-1].isupper()  # "the GOP"
    is_name = len(tokens) == 1 and tokens[0][0].isupper() and not is_common(tokens[0])  # "Bloomberg"
    if meant is None and (is_acronym or is_name) and tokens[-1].lower() == source.head:
        meant = tokens[-1]
    meant = meant or _adjective_and_noun(discourse, source)
    if meant is None and _is_of_people(source):
        return Speaker(None, "group", source.phrase)
    return Speaker(meant, "organization", None if meant else source.phrase)


def _is_of_people(source: SourcePhrase) -> bool:
    """Return whether an institution's noun means people where no name is given: "the community", "some groups"."""
    return source.head in words("institutions_of_people") or (
        source.head in words("groups_when_several") and not _is_one(source)
    )


def _adjective_and_noun(discourse: Discourse, source: SourcePhrase) -> str | None:
    """Return a source that a name makes one of its kind: "the Russian government", "the city of Ohio"."""
    text = discourse.document.text
    if not _is_one(source):
        return None
    of_place = _OF_PLACE.match(text, source.end) if source.head in words("places_with_of") else None
    if of_place and any(m.start == of_place.start(1) and m.kind == "place" for m in discourse.mentions):
        return of_place[1]
    name = _DETERMINER.sub("", " ".join(text[source.start : source.end].split()))
    parts = name.split()
    if len(parts) < 2 or parts[-1].lower() != source.head or source.head not in words("nouns_of_nations"):
        return None
    is_adjective = parts[0][0].isupper() and parts[0].lower() not in words("starters")
    is_bare = name == source.phrase and (parts[0].lower().endswith(_OF_NATIONS) or parts[0].isupper())
    return name if is_adjective and (source.definite or is_bare) else None


def _employer(discourse: Discourse, number: int) -> str | None:
    """Return the institution that the sentence that first names a person gives as theirs.

    That is "Ada Quill, a clerk at the Harbor Trust" and "who works for the Harbor Trust", not "a critic of".
    """
    text, mention = discourse.document.text, discourse.people[number].mentions[0]
    end = min((at for at in (text.find(mark, mention.end) for mark in (". ", "\n")) if at >= 0), default=len(text))
    own = _WORKS | (words("roles") - words("dependents"))
    for at in sorted(discourse.institution_at):
        before = _AT.search(text, mention.end, at) if mention.end < at < min(end, mention.end + 150) else None
        if before and before[1] in own:
            return discourse.institution_at[at]
    return None


def _is_one(source: SourcePhrase) -> bool:
    noun = source.phrase[: source.end - source.start].split()[-1].lower().strip(",.’'")
    return singular(noun) == noun


def institution_meant(discourse: Discourse, source: SourcePhrase) -> str | None:
    """Return the institution that a definite noun points to.

    It is the one that spoke a moment ago or was named last before, else the first one after.
    """
    named = {name: _distance(discourse, name, starts, source.start) for name, starts in _fitting(discourse, source)}
    nearest = min(named, key=lambda name: named[name], default=None)
    return nearest if nearest is not None and (named[nearest] < _LATER or source.head in words("owned_nouns")) else None


def _distance(discourse: Discourse, name: str, starts: list[int], at: int) -> int:
    """Return how far before an offset an institution was named; those that spoke last come first, later ones last."""
    spoke = next((turn for turn in discourse.last_turns(at) if turn.speaker.kind == "organization"), None)
    if spoke is not None and spoke.speaker.name == name and at - spoke.start < _NEAR:
        return 0
    before = [start for start in starts if start < at]
    return at - before[-1] if before else _LATER + starts[0]


def _fitting(discourse: Discourse, source: SourcePhrase) -> list[tuple[str, list[int]]]:
    """Return the institutions that the words of a source can mean, with where each is named."""
    text = discourse.document.text[source.start : source.end]
    modifiers = [word.lower() for word in text.split()[1:-1]]
    named = [(i.name, list(i.starts)) for i in discourse.institutions]
    exact = [pair for pair in named if has_the_words(pair[0], [*modifiers, source.head])]
    if modifiers and (exact or source.head not in words("nouns_with_modifiers")):
        return exact
    owned: dict[str, list[int]] = {}
    for body in discourse.owned:
        if body.noun == source.head:
            owned.setdefault(body.name, []).append(body.start)
    unknown = _unknown_names(discourse) if source.head in words("nouns_for_unknown_names") else []
    return [*owned.items(), *(pair for pair in named if can_be_called(pair[0], source.head)), *unknown]


def _unknown_names(discourse: Discourse) -> list[tuple[str, list[int]]]:
    """Return the names that the article says to be those of a company, a group or a publication, with their places."""
    text = discourse.document.text
    starts: dict[str, list[Mention]] = {}
    for mention in discourse.mentions:
        if mention.kind in ("person", "other") and not mention.title:
            starts.setdefault(" ".join(mention.words), []).append(mention)
    return [
        (name, [m.start for m in mentions])
        for name, mentions in starts.items()
        if mentions[0].words[0].lower() not in first_names() and any(_is_called_one(text, m) for m in mentions)
    ]


def is_called_institution(discourse: Discourse, number: int) -> bool:
    """Return whether somebody who has one word as a name and no title is what the article calls a company."""
    person, text = discourse.people[number], discourse.document.text
    if len(person.name.split()) > 1 or person.name.lower() in first_names():
        return False
    alike = (m for m in discourse.mentions if m.words == person.mentions[0].words and not m.title)
    return any(_is_called_one(text, m) or _WHICH.match(text, m.end) for m in alike)


def _is_called_one(text: str, mention: Mention) -> bool:
    """Return whether words beside a name say that it is a company or the like: "the data firm Quill Dynamics"."""
    before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 90]
    return bool(pattern(_NOUN_BEFORE).search(before) or _WORKS_AT.search(before) or pattern(_NOUN_AFTER).match(after))
