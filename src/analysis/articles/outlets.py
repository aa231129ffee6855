"""Names of outlets: which two mean one outlet, and which outlet a folder is named after."""

import re


def same_outlet(a: str, b: str) -> bool:
    """Whether two names mean one outlet: equal, or one within the other, apart from "The", case, marks and site endings.

    >>> same_outlet("The New York Times", "New York Times - News"), same_outlet("Reuters", "AP")
    (True, False)
    """
    plain = [" ".join(re.sub(r"\b(?:the|www|com|org|net)\b|[^\w]+", " ", name.lower()).split()) for name in (a, b)]
    a, b = plain
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} " or a.replace(" ", "") == b.replace(" ", ""))


_SMALL_WORDS = frozenset("a an and at by de del for in la of on or the to".split())
_NO_NAMES = frozenset(
    "raw data input articles corpus texts text txt html pages copies exports export files archive news".split()
)


def outlet_from_folder(folder: str) -> str | None:
    """The name of the outlet whose articles lie in a folder of that name; null for a name that says nothing ("raw", "articles").

    >>> outlet_from_folder("the-marlow-ledger"), outlet_from_folder("Harbor & State"), outlet_from_folder("raw")
    ('The Marlow Ledger', 'Harbor & State', None)
    """
    words = re.sub(r"[-_\s]+", " ", folder).strip()
    if words.lower() in _NO_NAMES or not words:
        return None
    if words != words.lower():
        return words
    named = [word if word in _SMALL_WORDS else word.capitalize() for word in words.split()]
    return " ".join([named[0].capitalize(), *named[1:]])
