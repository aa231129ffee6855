"""Which institution a name, an acronym or "the agency" means within one article."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.lexicon import words
from analysis.quotes.names.mentions import Mention

_SORTS = ("press", "government", "civic")  # of institutions, each with its word lists


class Institution(NamedTuple):
    """One institution: its name as first given in full, and where it is mentioned."""

    name: str
    starts: tuple[int, ...]


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
        name = " ".join(document.text[mention.start : mention.end].split())
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
    if parts[0] in surnames:  # "the Trump Justice Department" is no fuller name of the Justice Department
        return
    main = [w for w in parts if w.lower() not in words("acronym_gaps")]
    yield from (" ".join(parts[i:]) for i in range(1, len(parts)) if parts[i].lower() not in words("acronym_gaps"))
    if len(main) > 1:
        yield "".join(w[0] for w in main).upper()
        yield "".join(w[0] for w in parts).upper()
        yield " ".join(parts[:-1])


def institution_for_noun(institutions: list[Institution], noun: str, at: int) -> str | None:
    """Return the institution last named before `at` that a noun such as "agency" can stand for, None if none fits."""
    fitting, latest = None, -1
    for institution in institutions:
        before = bisect_left(institution.starts, at)
        if before and institution.starts[before - 1] > latest and _fits(noun, institution.name):
            fitting, latest = institution.name, institution.starts[before - 1]
    return fitting


def _fits(noun: str, name: str) -> bool:
    """Return whether a noun is in the name of an institution or is used for institutions of its sort."""
    low = [w.lower() for w in name.split()]
    sort = _words_of_sort(noun)
    if noun in low or low[-1] in sort or low[0] in sort:
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
