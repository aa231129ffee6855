"""The word lists of the quote engine, from the JSON files beside this module, and the patterns built from them.

Files are read when a list is first asked for, never on import.
"""

import re
from functools import cache

from analysis.shipped import load_json, shipped_file

_FILES = (
    shipped_file("quotes/lexicon_names.json"),  # given names, nicknames, places
    shipped_file("quotes/lexicon_words.json"),  # what tells a person from an institution, one kind of cue from another
    shipped_file("quotes/lexicon_sources.json"),  # what source phrases, roles and pronouns are read with
)
_PHRASES = ("places", "institutions", "inside_phrases")  # lists whose entries have several words, with | between them
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")  # {0,3} is a regular expression's own


def list_names() -> tuple[str, ...]:
    """Return the names of all word lists."""
    return tuple(_lists())


@cache
def words(*keys: str) -> frozenset[str]:
    """Return the entries (lower case) of one word list, or of several together.

    Raises
    ------
    KeyError
        When there is no such list. The message names those there are.

    Examples
    --------
    >>> "senator" in words("roles"), "olga" in words("female", "male")
    (True, True)
    """
    return frozenset(entry for key in keys for entry in _entries(key))


@cache
def groups(key: str) -> tuple[frozenset[str], ...]:
    """Return a list that holds sets of words with one meaning, such as "same_roles" or "nicknames".

    >>> frozenset({"lawyer", "attorney", "counsel"}) in groups("same_roles")
    True
    """
    return tuple(frozenset(entry.split()) for entry in _list(key).split("|"))


@cache
def pairs(key: str) -> dict[str, str]:
    """Return a list of pairs as a mapping.

    >>> pairs("short_titles")["sen."]
    'senator'
    """
    return dict(entry.split(":") for entry in _list(key).split())


@cache
def pattern(template: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a regular expression in which {key} matches any entry of that word list.

    >>> pattern(r"\b{suffixes}$").search("Karl Stern jr.").group()
    'jr.'
    """
    return re.compile(_PLACEHOLDER.sub(lambda m: any_of(m[1]), template), flags)


@cache
def any_of(key: str) -> str:
    """Return a regular expression that matches any entry of a word list, tried in the order of the list."""
    return f"(?:{'|'.join(map(re.escape, _entries(key)))})"


@cache
def first_names() -> frozenset[str]:
    """Return all known given names."""
    return words("male", "female", "either")


@cache
def organization_words() -> frozenset[str]:
    """Return the nouns that head an institution's name, including those that do so even beside a given name."""
    return words("organizations", "strong_organizations")


@cache
def courtesy_titles() -> frozenset[str]:
    """Return Mr., Ms. and the like."""
    return words("courtesy_male", "courtesy_female")


@cache
def same_first_name(a: str, b: str) -> bool:
    """Return whether two given names or initials can be one person's: equal, a nickname, or the other's initial.

    >>> same_first_name("Bob", "Robert"), same_first_name("J.", "Jane"), same_first_name("Bob", "Jane")
    (True, True, False)
    """
    a, b = a.lower().rstrip("."), b.lower().rstrip(".")
    if not a or not b or a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return any(a in names and b in names for names in groups("nicknames"))


@cache
def gender_of_first_name(name: str) -> str:
    """Return "m", "f", or "" where the name does not say.

    >>> gender_of_first_name("Nina"), gender_of_first_name("Robin")
    ('f', '')
    """
    name = name.lower().split("-")[0]
    return "m" if name in words("male") else "f" if name in words("female") else ""


def _entries(key: str) -> list[str]:
    return _list(key).split("|" if key in _PHRASES else None)


def _list(key: str) -> str:
    if key not in _lists():
        raise KeyError(f"there is no word list {key!r}; choose one of: {', '.join(_lists())}")
    return _lists()[key]


@cache
def _lists() -> dict[str, str]:
    lists: dict[str, str] = {}
    for file in _FILES:
        lists |= load_json(file)
    del lists["note"]
    return lists
