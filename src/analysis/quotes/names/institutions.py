"""Which institution a name, an acronym or "the agency" means within one article."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.lexicon import groups, pattern, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.people import Person

_SORTS = ("press", "government", "civic")  # of institutions, each with its word lists


_OWNED = r"(?P<mark>['’]s?)? (?:{owned_modifiers} )*(?P<noun>{owned_nouns})\b"
_NUMBER = re.compile(r"\b\d{1,3}(?:st|nd|rd|th) $")
_NUMBERED = {"Circuit", "Court", "District", "Precinct"}
_STATION = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?")


class Institution(NamedTuple):
    """One institution: its name as first given in full, and where it is mentioned."""

    name: str
    starts: tuple[int, ...]


class OwnedInstitution(NamedTuple):
    """An institution that is named by whose it is: where, the owner (a person's number or a name), noun, full name."""

    start: int
    owner: int | str
    noun: str
    name: str


def group_institutions(document: Document, mentions: list[Mention]) -> list[Institution]:
    """Return the institutions of an article in the order of first mention. Acronyms and short forms join the full name.

    >>> from analysis.quotes.document import read_document
    >>> from analysis.quotes.names.mentions import find_mentions
    >>> document = read_document("The Harbor Revenue Service (HRS) hired. The H.R.S. said so. The Service grew.")
    >>> group_institutions(document, find_mentions(document))[0].name
    'Harbor Revenue Service'
    """
    named = [m for m in mentions if m.kind == "organization"]
    surnames = {m.words[-1] for m in mentions if m.kind == "person"}  # as written: Justice is one, justice is not
    starts_of: dict[str, list[int]] = {}
    full_of: dict[str, str] = {}  # every short form, and every name itself -> the full name
    for mention in sorted(named, key=lambda m: (-len(m.words), m.start)):
        number = None
        if _NUMBERED.intersection(mention.words):  # "9th" of "9th Circuit"
            number = _NUMBER.search(document.text, max(0, mention.start - 6), mention.start)
        name = " ".join(document.text[number.start() if number else mention.start : mention.end].split())
        full = full_of.get(name) or full_of.get(name.replace(".", "")) or name
        if full == name:
            for form in (name, *_short_forms(name, surnames)):
                full_of.setdefault(form, name)
        starts_of.setdefault(full, []).append(mention.start)
    institutions = [Institution(name, tuple(sorted(starts))) for name, starts in starts_of.items()]
    return sorted(institutions, key=lambda institution: institution.starts)


def _short_forms(name: str, surnames: set[str]) -> Iterator[str]:
    """Yield what an article may call an institution later: acronym, last words, all words but the last."""
    parts = name.split()
    if not parts or parts[0] in surnames:  # "the Trump Justice Department" is no fuller name of the Justice Department
        return
    main = [w for part in parts if part.lower() not in words("acronym_gaps") for w in part.split("-") if w]
    yield from (" ".join(parts[i:]) for i in range(1, len(parts)) if parts[i].lower() not in words("acronym_gaps"))
    if len(main) > 1:
        yield "".join(w[0] for w in main).upper()
        yield "".join(w[0] for w in parts).upper()
        yield " ".join(parts[:-1])
    if "and" in parts[3:]:  # the CDC are the Centers for Disease Control and Prevention
        yield "".join(w[0] for w in parts[: parts.index("and", 3)] if w.lower() not in words("acronym_gaps")).upper()
    if parts[0].lower() in words("home"):
        yield from _short_forms(" ".join(parts[1:]), surnames)
    if parts[-1] == "Department":
        yield f"Department of {' '.join(parts[:-1])}"
        yield "D" + "".join(["O", *(w[0] for w in parts[:-1])]).upper()
    if parts[:2] == ["Department", "of"]:
        yield f"{' '.join(parts[2:])} Department"


def owned_institutions(document: Document, mentions: list[Mention], people: list[Person]) -> list[OwnedInstitution]:
    """Return the institutions named by whose they are: "the Quill campaign", "Governor Stern’s office".

    Those of one owner and noun have one name, the first; "Stern’s office" is Bo Stern’s.
    """
    person_at = {m.start: number for number, person in enumerate(people) for m in person.mentions}
    found: list[OwnedInstitution] = []
    names: dict[tuple[int | str, str], str] = {}
    for mention in mentions:
        after = pattern(_OWNED).match(document.text, mention.end)
        if after is None or mention.kind in ("title", "place"):
            continue
        number = person_at.get(mention.start)
        name = document.text[mention.start : mention.end]
        if number is not None and after["mark"]:
            name = people[number].name
        owner = name if number is None else number
        name = names.setdefault((owner, after["noun"]), " ".join(f"{name}{after.group()}".split()))
        found.append(OwnedInstitution(mention.start, owner, after["noun"], name))
    return found


def is_document(name: str) -> bool:
    """Return whether a name is that of a law, a survey or the like: "Lacey Act"."""
    return name.split()[-1].lower() in words("named_documents")


def has_the_words(name: str, parts: list[str]) -> bool:
    """Return whether the name of an institution has all words of a noun phrase: "the appeals court".

    >>> has_the_words("Court of Appeals for the Ninth Circuit", ["appeals", "court"])
    True
    """
    return len(parts) > 1 and set(parts) <= {word.lower() for word in name.split()}


def can_be_called(name: str, noun: str) -> bool:
    """Return whether a noun is in the name of an institution or is used for institutions of its sort.

    >>> can_be_called("Harbor Revenue Service", "agency"), can_be_called("Harbor Union", "committee")
    (True, False)
    >>> [can_be_called("Harbor Safety Administration", noun) for noun in ("agency", "administration")]
    [True, False]
    """
    low = [w.lower() for w in name.split()]
    if noun in words("nouns_of_leaders"):  # "the administration" is a leader's and no agency
        return False
    if noun in low or any(noun in group and low[-1] in group for group in groups("same_institutions")):
        return True
    if noun in words("nouns_for_print") and set(low) & words("broadcasters"):
        return False
    sort = _words_of_sort(noun)
    if low[-1] in sort or low[0] in sort:
        return True
    if noun == "station" and _STATION.fullmatch(name):
        return True
    not_civic = words("press_words") | words("places") | (words("government_words") if noun != "agency" else set())
    is_acronym = name.isupper() and len(name) > 2 and low[0] not in not_civic
    if is_acronym and noun in words("nouns_for_acronyms"):
        return True
    return noun in words("nouns_for_companies") and not set(low) & _not_company_words()


@cache
def _words_of_sort(noun: str) -> frozenset[str]:
    """Return the first or last words of the institutions that a bare noun can stand for."""
    return next((words(f"{sort}_words") for sort in _SORTS if noun in words(f"nouns_for_{sort}")), frozenset())


@cache
def _not_company_words() -> frozenset[str]:
    """Return words of institutions that are no company: a company is what is neither public nor a newspaper."""
    return words("not_company_words").union(*(words(f"{sort}_words") for sort in _SORTS))
