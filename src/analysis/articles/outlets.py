"""Names of outlets: which two mean one outlet, which outlet a folder is named after, a headline without its site."""

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

from analysis.articles.phrases import one_of
from analysis.shipped import load_json, shipped_file

_SITE_BEHIND = re.compile(r"\A(?P<headline>.{8,}?)(?<!\s)\s+[|–—-]\s+(?P<site>[^|–—]{2,40})$")
_LONGEST_HEADLINE = 500  # characters; a longer one is no headline, and the pattern takes cubic time
_LITTLE_SAYING = re.compile(r"\b(?:the|www|com|org|net)\b|[^\w]+")
_PARTS = re.compile(r"(?<!\s)\s+[|»›>–—:-]+\s+|:\s+")  # between an outlet and its section, or a headline and its site
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


def outlet_in_title(title: str, address: str = "") -> str:
    """Return the outlet in the title of a feed or a site, without the section beside it.

    The part that goes with the domain of `address` is the outlet, else the last that is no section.

    >>> outlet_in_title("World news | Marlow Ledger"), outlet_in_title("Ledger - Ferries", "https://ledger.example/f")
    ('Marlow Ledger', 'Ledger')
    """
    parts = [part for part in _PARTS.split(" ".join(title.split())) if part]
    if len(parts) < 2:
        return title
    named = [part for part in parts if not _section().fullmatch(f"{part} ")]
    return next((part for part in parts if goes_with(part, address)), named[-1] if named else title)


def goes_with(name: str, address: str) -> bool:
    """Return whether a name and the domain of an address hold one another's letters, or the domain its initials.

    >>> goes_with("The Marlow Ledger", "https://www.marlowledger.example/a"), goes_with("Ferries", "https://ml.example")
    (True, False)
    """
    host = host_of(address)
    words = re.findall(r"\w+", _plain(name))
    parts = [part for part in re.split(r"[.-]", host)[:-1] if len(part) > 2]
    letters = "".join(words)
    bare = letters.removeprefix("the")
    in_domain = len(bare) > 2 and bare in re.sub(r"[.-]", "", host)
    return in_domain or any(part in letters or part == initials(name) for part in parts)


def host_of(address: str) -> str:
    """Return the host of an address, without "www."; "" for a broken address, or one without a host.

    >>> host_of("https://www.marlowledger.example/a")
    'marlowledger.example'
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # brackets without an IPv6 address in them
        return ""


def initials(name: str) -> str:
    """Return the first letters of a name's words but for small ones, in small letters; "" where they are under three.

    >>> initials("The New York Times"), initials("Harbor & State")
    ('nyt', '')
    """
    words = re.findall(r"\w+", _plain(name))
    first = "".join(word[0] for word in words if word not in _SMALL_WORDS)
    return first if len(first) > 2 else ""


def _plain(name: str) -> str:
    """Return a name as domains write it: small letters without accents, "and" for "&"."""
    apart = unicodedata.normalize("NFKD", name.lower().replace("&", " and "))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def _section() -> re.Pattern[str]:
    """Return the pattern of a section's name, a blank behind it: words for what reporters cover, and for news."""
    beats = one_of(load_json(shipped_file("articles/bylines.json"))["beat"])
    return re.compile(
        rf"(?:(?:{beats}|top|latest|breaking|all|recent|rss|feeds?|news|stories|headlines|articles?|posts?|blog"
        r"|home(?:page)?|front page|and|&) )+",
        re.I,
    )


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
