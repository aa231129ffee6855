"""Words that news mostly writes in lower case: with a capital, they open a sentence or stand in a title."""

from functools import cache

from analysis.shipped import existing, shipped_file

FILE = shipped_file("words/common_words.txt")  # one a line, written by training/common_words.py


@cache
def is_common(word: str) -> bool:
    """Return whether a word, in any case, is mostly written in lower case; "bill" is, though Bill is a name too.

    >>> is_common("Impeach"), is_common("riders"), is_common("Obama")
    (True, True, False)
    """
    low = word.lower()
    return low in _words() or (low.endswith("s") and low[:-1] in _words())


@cache
def _words() -> frozenset[str]:
    return frozenset(existing(FILE).read_text(encoding="utf-8").split())
