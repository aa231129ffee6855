"""People whose name could be that of an institution or a city, told of as people: "Ann Church, the mayor"."""

import re
from functools import cache

from analysis.quotes.document import Document
from analysis.quotes.lexicon import courtesy_titles, first_names, organization_words, words
from analysis.quotes.names.mentions import Mention, follows_the, is_initials
from analysis.quotes.names.roles import head_of, role_beside

# Behind these stand places and buildings: "at Grace Church, the pastor".
_PLACED = re.compile(r"\b(?:the|at|in|of|from|near|inside|outside|to) $", re.IGNORECASE)
_KIN_OF_CITIES = frozenset("parent sister twin child family".split())
# What an institution may be called as well: "Austin Bank, a partner of the port".
_OF_BOTH = frozenset(
    "adversary advocate affiliate ally another authority backer base broker builder champion client contender "
    "contractor creator critic customer dealer defendant defender developer donor employer establishment favorite "
    "follower guide head heir host investor leader majority member merchant model one operator opponent organizer "
    "owner participant partner patron performer pioneer plaintiff player producer proponent publisher regulator rival "
    "source sponsor star successor supporter survivor tenant trader trustee vendor victim winner".split()
)
_OF_RULERS = frozenset("king queen prince princess pope duke duchess father sister general chief".split())
_AGE_OR_WHO = re.compile(r", (?:\d\d(?:,|\.)|who\b)")
_WORD_BEFORE = re.compile(r"([a-z-]{2,30}) $")


def as_people(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, with those made persons whose name is one of a person and who are told of as one.

    A given name or initials before one noun of institutions is a person where a title or a role stands before it, a
    role, an age or "who" behind it, or where Mr. or Ms. has that surname. A given name that is a city's as well is a
    person behind a relative: "daughter Charlotte".

    >>> from analysis.quotes.document import read_document
    >>> from analysis.quotes.names.mentions import find_mentions
    >>> document = read_document("Ann Church, the mayor, met Robert House. Stanley Bank paid, said Dr. A.B. Tower.")
    >>> [(m.title, " ".join(m.words), m.kind) for m in as_people(document, find_mentions(document))][:3]
    [('', 'Ann Church', 'person'), ('', 'Robert House', 'organization'), ('', 'Stanley Bank', 'organization')]
    """
    text = document.text
    courteous = {m.words[-1] for m in mentions if len(m.words) == 1 and m.title.lower() in courtesy_titles()}
    able = {m.start: person for m in mentions if (person := _as_person(m))}
    told = {
        (person.words[0], person.words[-1])
        for person in able.values()
        if person.words[-1] in courteous or _is_told_of(document, person)
    }
    cities = {m.words for m in mentions if _is_relative(text, m)}
    result = []
    for mention in mentions:
        person = able.get(mention.start)
        if person and (person.words[0], person.words[-1]) in told and not follows_the(text, person):
            result.append(person)
        elif mention.words in cities and mention.kind == "place" and not _is_placed(text, mention):
            result.append(mention._replace(kind="person"))
        else:
            result.append(mention)
    return result


def _as_person(mention: Mention) -> Mention | None:
    """Return a mention of an institution read as title, given name or initials, and surname, None where it is not."""
    if mention.kind != "organization" or mention.title or " ".join(mention.words).lower() in words("institutions"):
        return None
    parts, n = mention.words, 0
    while n < len(parts) - 2 and parts[n].lower() in _personal_titles():
        n += 1
    name = parts[n:]
    is_name = len(name) == 2 or (len(name) == 3 and is_initials(name[1]))
    is_given = name[0].lower() in first_names() or (is_initials(name[0]) and name[0].endswith("."))  # no "J Street"
    if not is_name or not is_given or name[-1].lower() not in organization_words() or not name[-1].istitle():
        return None
    start = mention.start + sum(len(word) + 1 for word in parts[:n])
    return Mention(start, mention.end, name, "person", " ".join(parts[:n]))


@cache
def _personal_titles() -> frozenset[str]:
    return (words("titles") | words("title_parts") | courtesy_titles()) - first_names()


def _is_told_of(document: Document, person: Mention) -> bool:
    """Return whether a title, a role, an age or "who" beside a name says that somebody has it."""
    text = document.text
    if _is_placed(text, person):
        return False
    last = person.title.lower().split()[-1:]
    if last and last[0] in (words("titles") | courtesy_titles()) - _OF_RULERS:
        return True
    if _AGE_OR_WHO.match(text, person.end):
        return True
    role = role_beside(document, person._replace(title="")) or ""
    return not role.startswith(("of ", "with ", "from ")) and head_of(role) in words("roles") - _OF_BOTH


def _is_placed(text: str, mention: Mention) -> bool:
    """Return whether a name stands behind a word for where something is, or behind "the"."""
    start = mention.start_with_title
    return bool(_PLACED.search(text, max(0, start - 10), start))


def _is_relative(text: str, mention: Mention) -> bool:
    """Return whether a city's name that is also a given name stands behind a relative: "daughter Charlotte"."""
    if mention.kind != "place" or len(mention.words) != 1 or mention.words[0].lower() not in first_names():
        return False
    before = _WORD_BEFORE.search(text, max(0, mention.start - 32), mention.start)
    return before is not None and before[1] in words("kin") - _KIN_OF_CITIES
