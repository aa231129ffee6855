"""The parts of a person's name: given names, surname, suffix.

The library nameparser (2.6) does the same, and agrees on 8,098 of 8,139 different names of news articles. Ours stays
because most of the others are surnames with their particle, as news gives them after the first mention ("Le Pen",
"Van Hollen"), which nameparser takes for a given name and a surname.
"""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from analysis.quotes.lexicon import courtesy_titles, first_names, words

_ARABIC_PARTICLE = re.compile(r"^[ae]l-", re.IGNORECASE)  # al-Rashidi is Rashidi further on


class NameParts(NamedTuple):
    """A name without titles: given names, surname (lower case, without particles), suffix ("jr", or "" for none)."""

    given: tuple[str, ...]
    surname: str
    suffix: str


@cache
def core(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without Jr., Sr., II …, without particles before it ("Van der"), and without "al-".

    >>> core(("Van", "der", "Stern", "Jr.")), core(("Ada", "al-Quill"))
    (('Stern',), ('Ada', 'Quill'))
    """
    kept = tuple(_ARABIC_PARTICLE.sub("", w) for w in name if w.lower() not in words("suffixes"))
    while len(kept) > 1 and kept[0].lower() in words("links") - first_names() and not _may_be_given(kept):
        kept = kept[1:]
    return kept or name


def _may_be_given(name: tuple[str, ...]) -> bool:
    """Return whether a particle may be a given name: "Van Quill", but not in "van Quill" or "Van der Stern"."""
    return len(name) == 2 and name[0] in ("Van", "Von", "Del")


@cache
def surname(name: tuple[str, ...]) -> str:
    """Return the last word of a name without suffix, in lower case.

    >>> surname(("Karl", "Stern", "Jr."))
    'stern'
    """
    return core(name)[-1].lower()


@cache
def suffix(name: tuple[str, ...]) -> str:
    """Return the suffix of a name in lower case, without its stop.

    >>> suffix(("Karl", "Stern", "Jr."))
    'jr'
    """
    return "".join(w.lower().rstrip(".") for w in name if w.lower() in words("suffixes"))


@cache
def split_name(name: str) -> NameParts:
    """Return the parts of a name that may have titles and accents.

    >>> split_name("Sen. José de la Cruz Jr.")
    NameParts(given=('Jose',), surname='cruz', suffix='jr')
    >>> split_name("Van Quill").given, split_name("Bo Van Quill").given
    (('Van',), ('Bo',))
    """
    tokens = tuple(_plain(name).replace(",", "").split())
    ending = suffix(tokens)
    tokens = tuple(w for w in tokens if w.lower() not in words("suffixes")) or tokens
    titles = words("titles", "title_parts") | courtesy_titles()
    while len(tokens) > 1 and tokens[0].lower() in titles and tokens[0].lower() not in first_names():
        tokens = tokens[1:]
    links = frozenset() if _may_be_given(tokens) else words("links") - first_names()
    given = tuple(w for w in tokens[:-1] if w.lower() not in links)  # "de la Cruz" has none
    return NameParts(given, surname(tokens[-1:]) if tokens else "", ending)


def _plain(name: str) -> str:
    """Return a name without accents and with straight apostrophes: José is Jose, O’Neil O'Neil."""
    return "".join(c for c in normalize("NFKD", name.replace("’", "'")) if not combining(c))
