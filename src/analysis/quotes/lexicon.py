"""The word lists of names.json and words.json, read once when first asked for."""

from functools import cache

from analysis.shipped import load_json, shipped_file

_FILES = (shipped_file("quotes/lexicon_names.json"), shipped_file("quotes/lexicon_words.json"))
_PHRASES = ("places", "institutions")  # entries of several words, with | between them


@cache
def words(key: str) -> frozenset[str]:
    """The words (lower case) of one list of words.json, or of the given names and places in names.json.

    Raises KeyError with the lists there are.

    >>> "senator" in words("roles"), "olga" in words("female")
    (True, True)
    """
    lists = _lists()
    if key not in lists:
        raise KeyError(f"there is no word list {key!r}; choose one of: {', '.join(lists)}")
    return frozenset(lists[key].split("|" if key in _PHRASES else None))


@cache
def first_names() -> frozenset[str]:
    """All given names known, in lower case."""
    return words("male") | words("female") | words("either")


@cache
def organization_words() -> frozenset[str]:
    """Nouns that head an institution's name: every one of them, and those that say so beside a given name."""
    return words("organizations") | words("strong_organizations")


@cache
def same_first_name(a: str, b: str) -> bool:
    """True if two given names (or an initial) may be one person's: equal, nickname, or the initial of the other.

    >>> same_first_name("Bob", "Robert"), same_first_name("J.", "Jane"), same_first_name("Bob", "Jane")
    (True, True, False)
    """
    a, b = a.lower().rstrip("."), b.lower().rstrip(".")
    if not a or not b or a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return any(a in names and b in names for names in _nicknames())


@cache
def gender_of_first_name(name: str) -> str:
    """ "m", "f", or "" where the name does not say.

    >>> gender_of_first_name("Nina"), gender_of_first_name("Robin")
    ('f', '')
    """
    name = name.lower().split("-")[0]
    return "m" if name in words("male") else "f" if name in words("female") else ""


@cache
def _lists() -> dict[str, str]:
    lists = {}
    for file in _FILES:
        lists |= load_json(file)
    lists.pop("note")
    return lists


@cache
def _nicknames() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names.split()) for names in _lists()["nicknames"].split("|"))
