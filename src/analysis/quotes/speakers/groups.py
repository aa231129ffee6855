"""Whether a source without a name is one or more persons, a group that stands for a camp or a public, or nobody."""

import re

from analysis.quotes.lexicon import pattern, words
from analysis.quotes.names.nouns import singular

_NOBODY = re.compile(
    r"(?:(?:almost|nearly|virtually|practically) )?(?:no|none|nobody|no-one|not (?:one|a single))\b(?!\.? ?\d|-\w)",
    re.IGNORECASE,
)
# "The balance of research", "the evidence": what an idea or a fact is called.
_IDEA = (
    r"(?:the|this|that|these|those|an?|his|her|its|their|our|my|all|another) (?:[\w’'-]+ ){0,3}"
    r"(?:[a-z]{3,20}(?:tion|sion|ment|ness|ity|ence|ance|ism|sis|ics)|{idea_nouns})s?\b"
)
_SHARE = (
    r"(?:\w+ ){0,3}(?:[\d.]+ ?(?:%|percent\b)"
    r"|(?:{counts_of_persons}|\d+)[ -](?:in|out of)[ -](?:every )?(?:{counts_of_persons}|\d+)\b"
    r"|(?:one|two|three)-(?:thirds?|quarters?|fourths?|fifths?)\b"
    r"|(?:\w+ )?(?:majority|supermajority|plurality)$)"
)
_COUNTED = (
    r"(?:(?:\S+ ){0,3}\S+['’]s? )?"
    r"(?:(?:the|all|just|only|at least|about|these|those|his|her|their) )*{counts_of_persons}\b"
    r"(?! (?:percent|dozen|hundred|thousand|million|third|quarter)s?\b|-| *%)"
)
_FROM_INSIDE = r"\b(?:{inside_phrases})\b"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OWNED = re.compile(
    r"\b(?:his|her|their|my|our|of|for|with|defense|government|department|administration|campaign)\b|['’]s?\s"
)


def is_nobody(phrase: str) -> bool:
    """Return whether a source denies that there is one: "no one", "none of the aides".

    >>> is_nobody("No one at the agency"), is_nobody("the No. 2 official")
    (True, False)
    """
    return bool(_NOBODY.match(phrase))


def is_idea(phrase: str) -> bool:
    """Return whether a source whose noun no list has is an idea, a fact or the like, of which nobody is the source.

    >>> is_idea("The balance of research"), is_idea("The crew"), is_idea("anyone"), is_idea("You")
    (True, False, False, False)
    """
    return bool(pattern(_IDEA, re.IGNORECASE).match(phrase))


def is_share(phrase: str) -> bool:
    """Return whether a source is a share of people or most of them.

    >>> is_share("About 6 in 10 voters"), is_share("two-thirds"), is_share("the majority leader"), is_share("six aides")
    (True, True, False, False)
    """
    return bool(pattern(_SHARE, re.IGNORECASE).match(phrase))


def kind_of_people(phrase: str, head: str) -> str:
    """Return "unnamed_person" or "group" for a source that is people without a name; `head` is its noun, singular.

    Persons are one of them ("an official"), a few counted ones ("two Democrats", "several residents"), and those whose
    office, work or closeness lets them know, in any number ("officials", "people familiar with the talks"). All other
    plurals and collectives are groups ("Democrats", "experts", "some voters", "the public").

    >>> kind_of_people("senior officials", "official"), kind_of_people("Senior Democrats", "democrat")
    ('unnamed_person', 'group')
    """
    phrase = phrase.lower()
    if is_share(phrase) or "%" in phrase or head.removesuffix("s") in words("nouns_for_many"):
        return "group"
    if pattern(_COUNTED).match(phrase) or pattern(_FROM_INSIDE).search(phrase):
        return "unnamed_person"
    is_body = head in words("organizations") and head not in words("roles")
    if is_body or head in words("collectives") or phrase in words("camps"):
        return "group"
    if head in words("insiders") or _is_one(phrase) or not _is_plural(phrase, head):
        return "unnamed_person"
    if head == "member":
        return "unnamed_person" if "family" in phrase else "group"
    return "unnamed_person" if head in words("insiders_of_somebody") and _OWNED.search(phrase) else "group"


def _is_one(phrase: str) -> bool:
    """Return whether a phrase is about one person although a plural follows: "a man filming the protesters"."""
    if not phrase.startswith(("a ", "an ")):
        return False
    people = words("roles") - words("collectives") - words("camps") - words("plural_nouns")
    noun = next((word for word in _WORD.findall(phrase) if singular(word) in people), "")
    return noun != "" and singular(noun) == noun


def _is_plural(phrase: str, head: str) -> bool:
    """Return whether the head noun of a phrase is in the plural there, or follows a word such as "many"."""
    tokens = _WORD.findall(phrase)
    if head in words("plural_nouns") or words("collectives") & set(tokens[:2]):
        return True
    noun = next((word for word in reversed(tokens) if singular(word) == head), head)
    return noun != head or (noun.endswith("s") and not noun.endswith("ss"))
