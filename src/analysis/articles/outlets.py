"""Names of outlets: which two mean one outlet, which outlet a folder is named after, a headline without its site."""

import re

_SITE_BEHIND = re.compile(r"(?P<headline>.{8,}?)\s+[|–—-]\s+(?P<site>[^|–—]{2,40})$")
_LONGEST_HEADLINE = 500  # characters; a longer one is no headline, and the pattern takes cubic time
_LITTLE_SAYING = re.compile(r"\b(?:the|www|com|org|net)\b|[^\w]+")
_SMALL_WORDS = frozenset("a an and at by de del for in la of on or the to".split())
_NO_NAMES = frozenset(
    "raw data input articles corpus texts text txt html pages copies exports export files archive news".split()
)


def same_outlet(a: str, b: str) -> bool:
    """Return whether two names mean one outlet: they are equal, or one holds the other as whole words.

    "The", case, marks and the endings of site names do not count.

    >>> same_outlet("The New York Times", "New York Times - News"), same_outlet("Reuters", "AP")
    (True, False)
    """
    a, b = (" ".join(_LITTLE_SAYING.sub(" ", name.lower()).split()) for name in (a, b))
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} " or a.replace(" ", "") == b.replace(" ", ""))


def without_site(headline: str, site: str) -> str:
    """Return a headline without the name of `site` behind it; without any site's name when `site` is "".

    >>> without_site("Rain closes bridge | The Marlow Ledger", "Marlow Ledger")
    'Rain closes bridge'
    >>> without_site("Rain at last - in Marlow", "Ledger")
    'Rain at last - in Marlow'
    """
    found = _SITE_BEHIND.match(headline) if len(headline) < _LONGEST_HEADLINE else None
    return found["headline"] if found and (not site or same_outlet(found["site"], site)) else headline


def outlet_from_folder(folder: str) -> str | None:
    """Return the outlet that a folder is named after; None for a name that says nothing ("raw", "articles").

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
