"""Find the words and phrases of a story in a text."""

import re
from functools import cache
from operator import itemgetter

_HYPHENS = r"\-\u2010\u2011\u2012\u2013"
_APOSTROPHES = r"'\u2019\u2018\u02bc"
_GAP = rf"(?:\s+|[{_HYPHENS}])"
# re.IGNORECASE takes these for i, s and k. Replaced one for one, they leave every offset where it was.
_SAME_LETTER = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))


def find_patterns(patterns: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    r"""Return start and end of each match of the words and phrases in a text, the longest first where several fit.

    A word matches whole words in any case. A word in capitals (ICE, IRS) matches only capitals, with or without full
    stops (I.R.S.). `*` stands for any letters. White space or a hyphen may stand between the words of a phrase. Any
    apostrophe matches any other.

    >>> find_patterns(("tax return*", "IRS"), "The I.R.S. has tax\nreturns; irs")
    [(4, 10), (15, 26)]
    """
    lowered = _lower(text)
    # Looking for the openings first is several times as fast as trying an expression at every place.
    found = [(place, expression) for opening, expression in _compile(patterns) for place in _places(opening, lowered)]
    spans: list[tuple[int, int]] = []
    for place, expression in sorted(found, key=itemgetter(0)):
        if (not spans or place >= spans[-1][1]) and (match := expression.match(text, place)):
            spans.append(match.span())
    return spans


def _lower(text: str) -> str:
    if not text.isascii():
        for letter, same in _SAME_LETTER:
            text = text.replace(letter, same)
    return text.lower()


def _places(opening: str, lowered: str) -> list[int]:
    """Return where a word begins with the opening."""
    places = []
    place = lowered.find(opening)
    while place >= 0:
        if not place or not (lowered[place - 1].isalnum() or lowered[place - 1] == "_"):
            places.append(place)
        place = lowered.find(opening, place + 1)
    return places


@cache
def _compile(patterns: tuple[str, ...]) -> list[tuple[str, re.Pattern[str]]]:
    """Return what a match can begin with, in lower case, each with an expression for the patterns that begin so."""
    # Longest first: of "tax return" and "tax return information" the longer one is the hit.
    ordered = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    groups: dict[str, list[str]] = {}
    for opening in sorted({opening for pattern in patterns for opening in _openings(pattern)}, key=len):
        if not opening.startswith(tuple(groups)):
            groups[opening] = [p for p in ordered if any(own.startswith(opening) for own in _openings(p))]
    return [
        (opening, re.compile(rf"(?:{'|'.join(map(_phrase, own))})(?!\w)", re.IGNORECASE))
        for opening, own in groups.items()
    ]


def _openings(pattern: str) -> list[str]:
    """Return the letters that a match of the pattern begins with, in lower case."""
    word = _words(pattern)[0]
    if _is_capitals(word):
        return [_lower(word[:2]), _lower(f"{word[0]}.")]
    return [_lower(re.split(rf"[*{_APOSTROPHES}]", word)[0])]


def _words(pattern: str) -> list[str]:
    return [word for word in re.split(rf"[\s{_HYPHENS}]+", pattern) if word]


def _is_capitals(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) > 1


def _phrase(pattern: str) -> str:
    return _GAP.join(map(_word, _words(pattern)))


def _word(word: str) -> str:
    if _is_capitals(word):
        return "(?-i:" + r"\.?".join(word) + r"\b\.?)"
    escaped = re.escape(word).replace(r"\*", r"\w*")
    return re.sub(f"[{_APOSTROPHES}]", lambda _: f"[{_APOSTROPHES}]", escaped)
