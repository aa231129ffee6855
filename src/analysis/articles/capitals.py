"""Names in capitals, written as names are: "ANA MCROE" is Ana McRoe."""

import re
from collections.abc import Collection, Sequence

_SURNAME = re.compile(r"(?=.*[AEIOUYÄÖÜÉÈÀÍÓÚ])[^\W\d_a-zß-ÿ]{4,}")  # as some papers print it: no degree or agency
_NUMERALS = ("II", "III", "IV")


def in_usual_case(name: str, words: Sequence[str], *, particles: Collection[str]) -> str:
    """Return a name that is all in capitals, or has none, in the usual case; also a surname in capitals.

    >>> in_usual_case("ANA DE MCROE", ["ANA", "DE", "MCROE"], particles={"de"})
    'Ana de McRoe'
    >>> in_usual_case("Ana QUILL", ["Ana", "QUILL"], particles=())
    'Ana Quill'
    >>> in_usual_case("BO STERN III", ["BO", "STERN", "III"], particles=())
    'Bo Stern III'
    """
    if len(words) == 2 and words[0].istitle() and _SURNAME.fullmatch(words[1]):
        return f"{words[0]} {_as_name(words[1], particles)}"
    if len(words) == 1 or len({c.isupper() for c in name if c.isalpha()}) > 1:
        return name
    return " ".join(word if word.endswith(".") and len(word) == 2 else _as_name(word, particles) for word in words)


def _as_name(word: str, particles: Collection[str]) -> str:
    """Return a word as part of a name: "MCDONALD" as "McDonald", "O’ROE" as "O’Roe", "DE" as "de"."""
    if word.lower() in particles:
        return word.lower()
    if word in _NUMERALS:
        return word
    return re.sub(r"^Mc([a-z])", lambda found: "Mc" + found[1].upper(), word.title())
