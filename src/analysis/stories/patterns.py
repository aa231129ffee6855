"""Turn the words and phrases of a story into one regular expression."""

import re
from functools import cache

_HYPHENS = r"\-\u2010\u2011\u2012\u2013"
_APOSTROPHES = r"'\u2019\u2018\u02bc"
_GAP = rf"(?:\s+|[{_HYPHENS}])"


@cache
def compile_patterns(patterns: tuple[str, ...]) -> re.Pattern[str]:
    r"""Return a pattern that matches any of the words and phrases, the longest first.

    A word matches whole words in any case. A word in capitals (ICE, IRS) matches only capitals, with or without full
    stops (I.R.S.). `*` stands for any letters. White space or a hyphen may stand between the words of a phrase. Any
    apostrophe matches any other.

    >>> compile_patterns(("tax return*", "IRS")).findall("The I.R.S. has tax\nreturns; irs")
    ['I.R.S.', 'tax\nreturns']
    """
    # Longest first: of "tax return" and "tax return information" the longer one is the hit.
    ordered = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    # Patterns are tried by first letter, which halves the time: at most places, none of them fits.
    initials = dict.fromkeys(pattern[0].lower() for pattern in ordered)
    groups = [(letter, [_phrase(p) for p in ordered if p[0].lower() == letter]) for letter in initials]
    branches = [
        f"(?={letter})(?:{'|'.join(found)})" if letter.isalnum() else "|".join(found) for letter, found in groups
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)", re.IGNORECASE)


def _phrase(pattern: str) -> str:
    return _GAP.join(_word(word) for word in re.split(rf"[\s{_HYPHENS}]+", pattern) if word)


def _word(word: str) -> str:
    if word.isalpha() and word.isupper() and len(word) > 1:
        return "(?-i:" + r"\.?".join(word) + r"\b\.?)"
    escaped = re.escape(word).replace(r"\*", r"\w*")
    return re.sub(f"[{_APOSTROPHES}]", lambda _: f"[{_APOSTROPHES}]", escaped)
