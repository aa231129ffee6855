"""Which mentions name the same person within one article."""

import math
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis.articles.capitals import in_usual_case
from analysis.quotes.document import Document
from analysis.quotes.lexicon import first_names, gender_of_first_name, pattern, same_first_name, words
from analysis.quotes.names.mentions import Mention, follows_the, is_thing, only_opens, tells_relatives_apart
from analysis.quotes.names.name_parts import core, suffix, surname
from analysis.quotes.names.nouns import gender_of_noun, means_people
from analysis.quotes.names.surnames import odds_of_one_person

_NEAR = 400  # characters, about two sentences: within these a surname tends to mean whom it meant last
_SURE = 3.0  # log-odds from which a person has an office that no full name is given with
_BESIDE = 80  # characters beside a full name in which an office is looked for
_IN_A_PLACE = r"\b{place_contexts} $"
_SPEAKS_AFTER = r"(?:['’]s)?,? (?:also |has |had |later |then )?{reporting}\b|, who\b"
_SPEAKS_BEFORE = r"\b{reporting} $"
_WORD_BEFORE = re.compile(r"([a-z-]{1,30}),? $")
_NOUN_AFTER = re.compile(r", (?:an?|the|his|her|their) (?:[a-z-]+ ){0,3}?([a-z-]+)")


class Person(NamedTuple):
    """One person of an article: the name as first given in full, "m", "f" or "" for gender, the mentions in order."""

    name: str
    gender: str
    mentions: tuple[Mention, ...]


def group_people(document: Document, mentions: list[Mention]) -> list[Person]:
    """Return the people of an article, in the order of their first mention.

    Full names are grouped first (same surname, given names that can be one person's, same Jr. or Sr.). Then surnames
    and given names alone join the full name that fits best. A surname alone that means nobody named in full stands by
    itself if it has a title or says something.

    >>> from analysis.quotes.document import read_document
    >>> from analysis.quotes.names.mentions import find_mentions
    >>> document = read_document("Olga Reyes spoke. Her brother Juan Reyes left. “Fine,” Ms. Reyes said.")
    >>> [(p.name, p.gender, len(p.mentions)) for p in group_people(document, find_mentions(document))]
    [('Olga Reyes', 'f', 2), ('Juan Reyes', 'm', 1)]
    """
    text = document.text
    full = [m for m in mentions if m.kind == "person" and len(core(m.words)) > 1]
    named = group_full_names(sorted(full + _halves_of_couples(text, mentions, full)))
    groups = _PeopleGroups(text, [g for g in named if not all(is_thing(text, m) for m in g)], mentions)
    groups.add_short_names(mentions)
    return sorted((_person(text, sorted(group)) for group in groups.groups), key=lambda person: person.mentions[0])


def group_full_names(full: list[Mention]) -> list[list[Mention]]:
    """Return full names by person: same surname, same Jr. or Sr., given names that can be one person's."""
    groups: list[list[Mention]] = []
    by_surname: dict[str, list[list[Mention]]] = {}
    for mention in full:
        alike = by_surname.setdefault(surname(mention.words), [])
        group = next((g for g in alike if any(_same_full_name(m, mention) for m in g[:5])), None)
        if group is None:
            group = []
            groups.append(group)
            alike.append(group)
        group.append(mention)
    return groups


def _same_full_name(a: Mention, b: Mention) -> bool:
    short, long = sorted((core(a.words), core(b.words)), key=len)
    given = same_first_name(short[0], long[0]) or long[-len(short) :] == short
    return suffix(a.words) == suffix(b.words) and given


def _halves_of_couples(text: str, mentions: list[Mention], full: list[Mention]) -> list[Mention]:
    """Return the first of "Juan and Olga Reyes" as a full name."""
    by_end = {m.end: m for m in mentions if len(m.words) == 1 and m.words[0].lower() in first_names()}
    pairs = [(by_end.get(m.start - 5), m) for m in full if text[max(0, m.start - 5) : m.start] == " and "]
    return [half._replace(words=half.words + m.words[-1:], kind="person") for half, m in pairs if half]


class _PeopleGroups:
    """Mentions grouped by the person they name: first those of full names, then those of one word.

    A name of one word that fits several people means the one whom it most probably means in the whole article. For
    somebody mentioned a moment ago that counts double.
    """

    def __init__(self, text: str, full_names: list[list[Mention]], mentions: list[Mention]) -> None:
        self.text = text
        self.groups = groups = [list(group) for group in full_names]
        self.group_at = {m.start: number for number, group in enumerate(groups) for m in group}
        self.last_seen: dict[int, int] = {}
        self.by_word: dict[str, list[int]] = {}
        for number, group in enumerate(groups):
            for word in {w.lower() for m in group for w in (core(m.words)[0], core(m.words)[-1])}:
                self.by_word.setdefault(word, []).append(number)
        self.odds = self._odds([m for m in mentions if m.start not in self.group_at and _is_short(m)])

    def _odds(self, short: list[Mention]) -> dict[int, float]:
        """Return for each person named in full the log-odds that the surname alone means this one."""
        alone: dict[str, list[Mention]] = {}
        for mention in short:
            alone.setdefault(surname(mention.words), []).append(mention)
        of_surname = {number: alone.get(surname(group[0].words)) for number, group in enumerate(self.groups)}
        return {
            number: odds_of_one_person(self.text, self.groups[number], found)
            for number, found in of_surname.items()
            if found
        }

    def add_short_names(self, mentions: list[Mention]) -> None:
        """Put each mention of one word into the group it belongs to, or into a new one if it is a person."""
        for mention in mentions:
            number = self.group_at.get(mention.start)
            if number is None and _is_short(mention) and not tells_relatives_apart(self.text, mention):
                number = max(self._fitting(mention), key=lambda n: self._weight(n, mention), default=None)
                if number is None and mention.kind in ("person", "other") and _is_person(self.text, mention):
                    number = self._open(mention)
                if number is not None:
                    self.groups[number].append(mention)
            if number is not None:
                self.last_seen[number] = mention.start

    def _weight(self, number: int, mention: Mention) -> float:
        near = mention.start - self.last_seen.get(number, -_NEAR) < _NEAR
        is_she = self._is_she(number, _gender_of_title(mention.title))
        return self.odds.get(number, 0.0) + (math.log(2) if near else 0) + (_SURE if is_she else 0)

    def _is_she(self, number: int, gender: str) -> bool:
        """Return whether Ms. and a given name agree: a man may be known by title and surname, a woman rarely is."""
        name = self._name(number)
        return gender == "f" and len(name) > 1 and gender_of_first_name(name[0]) == "f"

    def _open(self, mention: Mention) -> int:
        self.groups.append([])
        self.by_word.setdefault(mention.words[0].lower(), []).append(len(self.groups) - 1)
        return len(self.groups) - 1

    def _fitting(self, mention: Mention) -> list[int]:
        """Return the groups with that surname, else those with that given name."""
        word, gender = core(mention.words)[0].lower(), _gender_of_title(mention.title)
        numbers = [n for n in self.by_word.get(word, ()) if self._agrees(n, mention, gender)]
        of_surname = [n for n in numbers if surname(self.groups[n][0].words) == word]
        meant = [n for n in of_surname if self._can_mean(n, mention, gender)]
        if mention.kind == "organization" and (follows_the(self.text, mention) or mention.words[0].isupper()):
            return []
        # "Jordan said" is Karl Jordan where there is one, "in Jordan" is not.
        if mention.kind in ("place", "title", "organization"):
            if pattern(_IN_A_PLACE, re.IGNORECASE).search(self.text, max(0, mention.start - 12), mention.start):
                return []
            first = mention.words[0].lower()
            return [n for n in meant if len(self._name(n)) > 1 and self._name(n)[-1].lower() == first]
        return meant if of_surname or mention.title else numbers

    def _agrees(self, number: int, mention: Mention, gender: str) -> bool:
        """Return whether suffix and courtesy title of a mention fit a group."""
        name = self._name(number)
        own = (
            gender_of_first_name(name[0])
            if len(name) > 1
            else _first_known(_gender_of_title(m.title) for m in self.groups[number][:20])
        )
        return gender in ("", own or gender) and suffix(mention.words) in ("", suffix(self.groups[number][0].words))

    def _can_mean(self, number: int, mention: Mention, gender: str) -> bool:
        """Return whether a surname alone, with its title if it has one, can mean a group."""
        name = self._name(number)
        if len(name) == 1:
            return True
        odds = self.odds.get(number, 0.0)
        if self._is_she(number, gender):
            return odds > -_SURE
        office = [word.lower() for word in mention.title.split() if word.lower() in words("titles")]
        return odds > (0 if not office or self._has_office(number, office[-1]) else _SURE)

    def _has_office(self, number: int, office: str) -> bool:
        """Return whether an office stands beside one of the first full names of a group."""
        near = (self.text[max(0, m.start - _BESIDE) : m.end + _BESIDE].lower() for m in self.groups[number][:6])
        short = office.rstrip(".")
        return any(short in words_near for words_near in near)

    def _name(self, number: int) -> tuple[str, ...]:
        return core(self.groups[number][0].words)


def _is_short(mention: Mention) -> bool:
    return len(core(mention.words)) == 1


def _is_person(text: str, mention: Mention) -> bool:
    word = mention.words[0]
    if word.lower() in words("not_names") or (word.isupper() and len(word) < 6):
        return mention.kind == "person"
    if mention.kind == "other" and only_opens(text, mention):
        return False
    has_article = not mention.title and follows_the(text, mention)
    if mention.kind == "organization" or has_article or (mention.kind == "other" and means_people(text, word)):
        return False
    return bool(
        mention.kind == "person"
        or word.lower() in first_names()
        or pattern(_SPEAKS_AFTER).match(text, mention.end)
        or pattern(_SPEAKS_BEFORE).search(text, max(0, mention.start - 20), mention.start)
    )


def _person(text: str, group: list[Mention]) -> Person:
    full = [m for m in group if len(core(m.words)) > 1]
    full = [m for m in full if not all(word.isupper() for word in m.words)] or full  # a script has capitals
    # Names of six and more words are names run together; "Van Quill" is the end of "Bo Van Quill".
    tails = {m.words[n:] for m in full for n in range(1, len(m.words))}
    longest = next((m for m in full if len(m.words) < 6 and m.words not in tails), full[0] if full else None)
    if longest is not None:
        name = text[longest.start : longest.end]
        if not name.endswith(longest.words[-1]) or len(longest.words) > name.count(" ") + 1:
            name = " ".join(longest.words)  # the first of a couple
        name = in_usual_case(name, name.split(), particles=words("links"))
    else:
        first = next((m for m in group if m.title), group[0])
        name = f"{first.title} {' '.join(first.words)}".strip()
    return Person(" ".join(name.split()), _gender(text, group, longest), tuple(group))


def _gender(text: str, group: list[Mention], longest: Mention | None) -> str:
    titled = _first_known(_gender_of_title(m.title) for m in group[:20])
    given = gender_of_first_name(core(longest.words)[0]) if longest else ""
    return titled or given or _first_known(_gender_beside(text, m) for m in group[:5])


def _first_known(genders: Iterable[str]) -> str:
    return next(filter(None, genders), "")


@cache
def _gender_of_title(title: str) -> str:
    last = title.lower().split()[-1] if title.split() else ""
    courtesy = "f" if last in words("courtesy_female") else "m" if last in words("courtesy_male") else ""
    return courtesy or gender_of_noun(last)


def _gender_beside(text: str, mention: Mention) -> str:
    """Return the gender that a noun beside the name gives: "his wife, Olga", "Robin Reyes, a spokeswoman"."""
    before = _WORD_BEFORE.search(text, max(0, mention.start - 30), mention.start)
    after = _NOUN_AFTER.match(text, mention.end)
    return _first_known(gender_of_noun(m.group(1)) for m in (before, after) if m)
