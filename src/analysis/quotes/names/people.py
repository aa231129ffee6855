"""Which mentions name the same person within one article."""

import re
from functools import cache
from typing import NamedTuple

from analysis.quotes.lexicon import first_names, gender_of_first_name, same_first_name, words
from analysis.quotes.names.mentions import Mention

PARTICLE = re.compile(r"^[ae]l-", re.IGNORECASE)  # al-Rashidi is Rashidi further on
_NEAR = 400  # characters: about two sentences, within which a surname rather goes on meaning whom it meant last


class Person(NamedTuple):
    """One person of an article: the name as first given in full, "m", "f" or "" for gender, the mentions in order."""

    name: str
    gender: str
    mentions: tuple[Mention, ...]


def group_people(text: str, mentions: list[Mention]) -> list[Person]:
    """The people of an article, in the order of their first mention.

    Full names are grouped first (same last name, given names that can be one person's, same Jr. or Sr.), then surnames
    and given names alone join the full name that fits best. A surname that is never given in full stands by itself if it
    has a title or says something.

    >>> from analysis.quotes.names.mentions import find_mentions
    >>> text = "Olga Reyes spoke. Her brother Juan Reyes left. “Fine,” Ms. Reyes said."
    >>> [(p.name, p.gender, len(p.mentions)) for p in group_people(text, find_mentions(text))]
    [('Olga Reyes', 'f', 2), ('Juan Reyes', 'm', 1)]
    """
    full = [m for m in mentions if m.kind == "person" and len(bare(m)) > 1]
    full = sorted(full + _halves_of_couples(text, mentions, full))
    groups = _group_full_names(full)
    _add_short_names(text, mentions, groups, {m.start: n for n, group in enumerate(groups) for m in group})
    people = [_person(text, group) for group in groups]
    return sorted(people, key=lambda person: person.mentions[0])


def bare(mention: Mention) -> tuple[str, ...]:
    """The words of a name without Jr., Sr., II … and without small words before it, such as "De" or "Van der", or "al-" in it."""
    return _bare(mention.words)


@cache
def _bare(all_words):
    kept = tuple(PARTICLE.sub("", w) for w in all_words if w.lower() not in words("suffixes"))
    while len(kept) > 1 and kept[0].lower() in words("links") - first_names():
        kept = kept[1:]
    return kept or all_words


def _suffix(mention):
    return "".join(w.lower().rstrip(".") for w in mention.words if w.lower() in words("suffixes"))


def _group_full_names(full):
    groups, by_last = [], {}
    for mention in full:
        alike = by_last.setdefault(bare(mention)[-1].lower(), [])
        group = next((g for g in alike if any(_same_full_name(m, mention) for m in g[:5])), None)
        if group is None:
            groups.append([mention])
            alike.append(groups[-1])
        else:
            group.append(mention)
    return groups


def _same_full_name(a, b):
    short, long = sorted((bare(a), bare(b)), key=len)
    return _suffix(a) == _suffix(b) and (same_first_name(short[0], long[0]) or long[-len(short) :] == short)


def _halves_of_couples(text, mentions, full):
    """The first of "Juan and Olga Reyes" as a full name."""
    by_end = {m.end: m for m in mentions if len(m.words) == 1 and m.words[0].lower() in first_names()}
    pairs = [(by_end.get(m.start - 5), m) for m in full if text[max(0, m.start - 5) : m.start] == " and "]
    return [half._replace(words=half.words + m.words[-1:], kind="person") for half, m in pairs if half]


def _add_short_names(text, mentions, groups, group_at):
    """Put each name of one word into the group it belongs to, reading on through the text; `groups` grows.

    Of several people with that name it is the one named most, for whom a mention a moment ago counts double.
    """
    by_word, seen = {}, {}
    for number, group in enumerate(groups):
        for word in {w.lower() for m in group for w in (bare(m)[0], bare(m)[-1])}:
            by_word.setdefault(word, []).append(number)
    n_named = [len(group) for group in groups]
    for mention in mentions:
        number = group_at.get(mention.start)
        if number is None and mention.kind in ("person", "other", "place", "title") and len(bare(mention)) == 1:
            fitting = _fitting(mention, by_word, groups)
            if mention.kind in (
                "place",
                "title",
            ):  # "Jordan said" is Karl Jordan where there is one, "in Jordan" is not
                fitting = (
                    []
                    if _IN.search(text, max(0, mention.start - 12), mention.start)
                    else _by_last_name(mention, fitting, groups)
                )
            number = max(
                fitting,
                key=lambda n: n_named[n] * (2 if mention.start - seen.get(n, -_NEAR) < _NEAR else 1),
                default=None,
            )
            if number is None and mention.kind in ("person", "other") and _is_person(text, mention):
                number = len(groups)
                groups.append([])
                n_named.append(0)
                by_word.setdefault(mention.words[0].lower(), []).append(number)
            if number is not None:
                groups[number].append(mention)
                n_named[number] += 1
        if number is not None:
            seen[number] = mention.start
    for group in groups:
        group.sort()


def _fitting(mention, by_word, groups):
    """The groups that a short name may belong to: those with that surname, else those with that given name."""
    word = bare(mention)[0].lower()
    numbers = [n for n in by_word.get(word, ()) if _suffix(mention) in ("", _suffix(groups[n][0]))]
    gender = _gender_of_title(mention.title)
    numbers = [
        n
        for n in numbers
        if not gender or gender_of_first_name(bare(groups[n][0])[0]) in ("", gender) or len(bare(groups[n][0])) == 1
    ]
    by_last = [n for n in numbers if bare(groups[n][0])[-1].lower() == word]
    return by_last or ([] if mention.title else numbers)


_IN = re.compile(
    r"\b(?:in|of|to|from|near|at|across|for|with|against|and|the|into|inside|outside|between) $", re.IGNORECASE
)


def _by_last_name(mention, numbers, groups):
    word = mention.words[0].lower()
    return [n for n in numbers if len(bare(groups[n][0])) > 1 and bare(groups[n][0])[-1].lower() == word]


@cache
def _speaks():
    verbs = "|".join(sorted(words("reporting")))
    return re.compile(rf"(?:['’]s)?,? (?:also |has |had |later |then )?(?:{verbs})\b|, who\b"), re.compile(
        rf"\b(?:{verbs}) $"
    )


def _is_person(text, mention):
    after, before = _speaks()
    word = mention.words[0]
    if word.lower() in words("not_names") or (word.isupper() and len(word) < 6):
        return mention.kind == "person"
    return bool(
        mention.kind == "person"
        or word.lower() in first_names()
        or after.match(text, mention.end)
        or before.search(text, max(0, mention.start - 20), mention.start)
    )


def _person(text, group):
    full = [m for m in group if len(bare(m)) > 1]
    longest = next(
        (m for m in full if len(m.words) < 6), full[0] if full else None
    )  # longer ones are names run together
    if longest is not None:
        name = text[longest.start : longest.end]
        if not name.endswith(longest.words[-1]) or len(longest.words) > name.count(" ") + 1:
            name = " ".join(longest.words)  # the first of a couple
    else:
        first = next((m for m in group if m.title), group[0])
        name = f"{first.title} {' '.join(first.words)}".strip()
    return Person(" ".join(name.split()), _gender(text, group, longest), tuple(group))


def _gender(text, group, longest):
    for mention in group[:20]:
        gender = _gender_of_title(mention.title)
        if gender:
            return gender
    gender = gender_of_first_name(bare(longest)[0]) if longest else ""
    return gender or next(filter(None, (_gender_beside(text, m) for m in group[:5])), "")


def _gender_of_title(title):
    low = title.lower().split()
    for gender, courtesy, nouns in (("f", "courtesy_female", "female_nouns"), ("m", "courtesy_male", "male_nouns")):
        if low and (low[-1] in words(courtesy) or low[-1] in words(nouns)):
            return gender
    return ""


_WORD_BEFORE = re.compile(r"([a-z-]+),? $")
_NOUN_AFTER = re.compile(r", (?:an?|the|his|her|their) (?:[a-z-]+ ){0,3}?([a-z-]+)")


def _gender_beside(text, mention):
    """The gender that a noun beside the name tells: "his wife, Olga", "Robin Reyes, a spokeswoman"."""
    found = _WORD_BEFORE.search(text, max(0, mention.start - 30), mention.start), _NOUN_AFTER.match(text, mention.end)
    for noun in (m.group(1) for m in found if m):
        if noun in words("female_nouns") or noun in words("male_nouns"):
            return "f" if noun in words("female_nouns") else "m"
    return ""
