"""Nouns of sources: their singular, and those in the plural that mean people without naming anybody ("Riders said")."""

import re
from functools import cache

from analysis.quotes.lexicon import words
from analysis.words.common_words import is_common

_PEOPLE = re.compile(r"[a-z]{3}(?:ans|crats|sters|ites|ists)$")  # Iowans, Democrats, Brooklynites, Cyclists
DOER_ENDINGS = "er|or|ist|ian|eer|yst"  # of nouns for one who does something: "counselor"
_PERSON_ENDINGS = re.compile(r"[a-z]{3}(?:ers|ors|ists|ians|ants|ents|ees|cans|men|ist|ian|man|woman)$")
_DOERS = re.compile(r"[a-z]{2}(?:ers|ors|ees)$")  # riders, inspectors, retirees


def means_people(text: str, word: str) -> bool:
    """Return whether a capitalized word of an article is a plural noun for people, not somebody's name.

    A noun such as "Riders" has its capital only because it opens a sentence. Where the article has it with a capital
    inside a sentence, it is a name: "with Waters".

    >>> means_people("Riders said so.", "Riders"), means_people("Many Iowans said so.", "Iowans")
    (True, True)
    >>> means_people("Waters said so. They met Waters.", "Waters")
    False
    """
    low = word.lower()
    if is_people(word):
        return True
    one = singular(low)
    is_plural_noun = (one != low and one in words("roles")) or (bool(_DOERS.search(low)) and is_common(low[:-1]))
    return is_plural_noun and not re.search(rf"[a-z,;] {re.escape(word)}\b", text)


@cache
def singular(noun: str) -> str:
    """Return a noun without its plural ending, if the word lists know the singular; else as it is.

    >>> singular("officials"), singular("women"), singular("activities"), singular("news")
    ('official', 'woman', 'activities', 'news')
    """
    if noun.endswith("men") and noun[:-3] + "man" in words("roles"):
        return noun[:-3] + "man"
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        stem = noun.removesuffix(ending) + instead
        if noun.endswith(ending) and stem in source_nouns():
            return stem
    return noun


def ends_as_person(noun: str) -> bool:
    """Return whether a noun that no list has ends as nouns for people do: "panelist"."""
    return bool(_PERSON_ENDINGS.search(noun))


def is_people(word: str) -> bool:
    """Return whether a word is the name of a people or of those of one belief, in the plural: "Swedes", "Baptists"."""
    low = word.lower()
    return low in words("demonyms") or (len(low) > 5 and bool(_PEOPLE.search(low)))


def gender_of_noun(noun: str) -> str:
    """Return "m", "f", or "" where a noun does not say.

    >>> gender_of_noun("spokeswoman"), gender_of_noun("official")
    ('f', '')
    """
    return "f" if noun in words("female_nouns") else "m" if noun in words("male_nouns") else ""


@cache
def source_nouns() -> frozenset[str]:
    """Return the nouns for people, documents and organizations."""
    return words("roles", "documents", "organizations")
