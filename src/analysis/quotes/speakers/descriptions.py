"""The person whom a description means, such as "the senator", "the two-term Republican", "the former county judge".

A description can come before or after the article says what the person is, and can tell what it says nowhere else.
"""

import math

from analysis.quotes.lexicon import words
from analysis.quotes.names.nouns import gender_of_noun
from analysis.quotes.names.roles import same_role
from analysis.quotes.speakers.discourse import Discourse, HeldRole
from analysis.quotes.speakers.pronoun_referents import NEAR, chances_of_a_pronoun
from analysis.quotes.speakers.pronouns import Meant
from analysis.quotes.speakers.source_phrases import SourcePhrase
from analysis.shipped import load_json, shipped_file

MODEL = shipped_file("quotes/speakers/descriptions.json")  # written by training/descriptions.py
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "this", "that"))
_PARTIES = frozenset(("democratic", "republican"))  # who is one is not the other
_PARTY_OF = {"democrat": "democratic", "gop": "republican"}


def person_described(discourse: Discourse, source: SourcePhrase, *, holders_only: bool) -> Meant | None:
    """Return the person whom a definite description means, None if nobody who is named is the likeliest.

    The chance of each is a softmax over the people and nobody. With `holders_only`, it can only be somebody of whom the
    article says the role.
    """
    weights: dict[str, float] = load_json(MODEL)
    people = evidence_of_people(discourse, source, holders_only=holders_only)
    odds = {number: sum(weights[name] * value for name, value in facts.items()) for number, facts in people.items()}
    best = max(odds, key=lambda number: odds[number], default=None)
    if best is None or odds[best] <= weights["nobody"]:
        return None
    return Meant(best, 1 / sum(math.exp(value - odds[best]) for value in [*odds.values(), weights["nobody"]]))


def evidence_of_people(
    discourse: Discourse, source: SourcePhrase, *, holders_only: bool
) -> dict[int, dict[str, float]]:
    """Return for each person who may be described what tells for it, by number."""
    asked = _Description(discourse, source)
    facts = {number: asked.evidence(number) for number in range(len(discourse.people)) if asked.may_mean(number)}
    n_holders = sum(own["holds"] for own in facts.values())
    for own in facts.values():
        own["alone in it"] = float(bool(own["holds"]) and n_holders == 1)
    return {number: own for number, own in facts.items() if own["holds"] or not holders_only}


class _Description:
    """A description at its place in an article, against which people are weighed."""

    def __init__(self, discourse: Discourse, source: SourcePhrase) -> None:
        self.discourse, self.source = discourse, source
        plain = [word.removesuffix("’s").removesuffix("'s") for word in source.phrase.split()]
        self.words = frozenset(word.lower() for word in plain) - _DETERMINERS
        places = frozenset(word.lower() for word in plain if word[0].isupper()) & self.words
        self.places = places - words("descriptions") - _PARTIES - _PARTY_OF.keys() - words("titles") - words("home")
        self.head = "president" if {"commander", "chief"} <= self.words else source.head
        self.chances = chances_of_a_pronoun(discourse, source)

    def may_mean(self, number: int) -> bool:
        """Return whether nothing rules a person out: another party or gender, or a noun such as "the officer" alone."""
        gender = gender_of_noun(self.source.head)
        if number == self.discourse.quoting or {gender, self.discourse.people[number].gender} == {"m", "f"}:
            return False
        roles = self.discourse.roles_of(number)
        own = _party(self.words)
        if own and any(_party(role.words) - own for role in roles):
            return False
        holds = any(same_role(role.head, self.head) for role in roles)
        return holds or self.head in words("epithets") or len(self.words) > 1

    def evidence(self, number: int) -> dict[str, float]:
        """Return what tells for a person."""
        roles = self.discourse.roles_of(number)
        held = max((r for r in roles if same_role(r.head, self.head)), key=self._likeness, default=None)
        last = self.discourse.last_named(number, self.source.start)
        fame = math.log(len(self.discourse.people[number].mentions))
        offices = any(role.head in words("offices") for role in roles)
        is_general = self.head in words("descriptions")
        return {
            "holds": held is not None,
            "another office": held is None and offices and not is_general,
            "words": len(self.words) - 1,
            "fame": fame,
            "president": fame * (held is not None and self.head == "president"),
            "not yet named": last < 0,
            "spoke last": self._spoke_last(number),
            "alone nearby": self.discourse.only_person_near(self.source.start) == number,
            "pronoun": self.chances.get(number, 0.0),
        } | self._fit(held)

    def _fit(self, held: HeldRole | None) -> dict[str, float]:
        """Return how the words of a role that somebody holds fit those of the description."""
        if held is None:
            return dict.fromkeys(("same words", "another rank", "another place"), 0.0)
        unsaid, other = held.places - self.words, self.places - held.words
        return {
            "same words": len(self.words & held.words - {self.head}),
            "another rank": bool((self.words ^ held.words) & words("ranks")),
            "another place": bool(unsaid and other),
        }

    def _likeness(self, held: HeldRole) -> tuple[int, int]:
        return len(self.words & held.words), -len(self.words ^ held.words)

    def _spoke_last(self, number: int) -> bool:
        turn = next(self.discourse.last_turns(self.source.start), None)
        near = turn is not None and turn.start < self.source.start < turn.content_end + NEAR
        return turn is not None and near and turn.speaker.number == number


def _party(low: frozenset[str]) -> frozenset[str]:
    return frozenset(_PARTY_OF.get(word, word) for word in low) & _PARTIES
