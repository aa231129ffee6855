"""Whether a piece of a byline is a person's name, and that name in its usual form.

The words that are in no name are phrases in bylines.json; given names and places are those of the quotes' lexicon.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.capitals import in_usual_case
from analysis.articles.months import MONTH_START, MONTHS
from analysis.articles.outlets import same_outlet
from analysis.articles.phrases import one_of
from analysis.shipped import load_json, shipped_file

_ASIDE = (  # remarks in brackets, addresses and accounts
    r" ?\([^)]{0,500}\)| ?<[^>]{0,500}>|(?<![^\s@])[^\s@]+@\S{1,254}\.\w\S*| ?@\w+"
)
_BEHIND = (  # a place, a date, an outlet, a word of the page behind the name
    rf" (?:[|•·–—-] |special (?:to|for)\b|(?:in|at) \S|{MONTH_START}[a-z.]* \d"
    r"|(?:published|updated|posted|modified|view|follow|email|contact|share)\b|last$|last updated|on .{0,200}\d).*$"
)
_CUT = re.compile(f"{_BEHIND}|{_ASIDE}", re.I)
_ONE_WORD = re.compile(r"[^\W\d_][a-zß-ɏ’'-]{2,}|[\u0e00-\u9fff\uac00-\ud7af]{2,}")  # a name of one word
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,5}")  # a degree behind a name: RN, F.A.C.P.
_MOST_WORDS = 5
# Why not the library nameparser (2.6): of 4,093 pieces of real bylines it gives 27 another result, mostly worse: it
# takes first names and places for titles ("British Columbia" becomes "Columbia"); and it takes 8 times as long.


class _Rules(NamedTuple):
    """The phrases of bylines.json that tell names, compiled."""

    no_person: re.Pattern[str]
    surname_too: re.Pattern[str]  # words of papers that are surnames as well: "Emily Post"
    honorific: re.Pattern[str]
    outlet: re.Pattern[str]
    degrees: frozenset[str]
    particles: frozenset[str]


def person_name(piece: str, *, outlet: str = "", codes: Mapping[str, str] | None = None) -> str | None:
    """Return a piece of a byline as a person's name; None for a role, an address, an agency or the outlet.

    Degrees, forms of address and what stands behind the name are left out.

    >>> person_name("DR. ANA ROE, MD"), person_name("Emily Post"), person_name("Email the author")
    ('Ana Roe', 'Emily Post', None)
    >>> person_name("Hong Kong"), person_name("Written By")
    (None, None)
    """
    rules = _rules()
    name = _CUT.sub("", piece).strip(" .,;:*-–—|")
    given = rules.outlet.sub("", rules.honorific.sub("", name)).split()
    given = _without_degrees([re.sub(r"^(?:Jr|Sr)$", r"\g<0>.", word.strip(",")) for word in given])
    words = _name_words(given)
    if rules.no_person.search(" ".join(given[: len(words) + 1])):  # also in "Weather Lab staff"
        return None
    if len(words) > 3 and words[: len(words) // 2] == words[len(words) // 2 :]:
        words = words[: len(words) // 2]  # a page that shows a name beside its picture and below it
    name = " ".join(words)
    if not _is_shaped_as_name(name, words) or expand_agency(name, codes):
        return None
    if " " in name and name.lower() in _places():
        return None
    is_surely_one = is_given_name(words[0]) and 2 <= len(words) <= 3
    if rules.surname_too.search(name) and not is_surely_one:
        return None
    if same_outlet(name, outlet) and not (is_surely_one and not _paper().search(name)):
        return None
    return in_usual_case(name, words, particles=rules.particles)


def is_given_name(word: str) -> bool:
    """Return whether a word is a known given name.

    >>> is_given_name("Nora"), is_given_name("Ledger")
    (True, False)
    """
    return word.lower() in _given_names()


def _without_degrees(words: Sequence[str]) -> list[str]:
    """Return the words of a name without the degrees behind it: "Ana Roe MD" is Ana Roe, "ANA ROE MD" as well."""
    words = list(words)
    if all(word.strip(".").lower() in _rules().degrees for word in words):
        return []
    while len(words) > 2:
        is_listed = words[-1].strip(".,").lower() in _rules().degrees
        is_in_capitals = bool(_INITIALS.fullmatch(words[-1])) and not " ".join(words[:-1]).isupper()
        if not is_listed and not (is_in_capitals and words[-1] not in ("II", "III", "IV")):
            break
        words.pop()
    return words


def _name_words(words: list[str]) -> list[str]:
    """Return the words up to the first that no name has: one in small letters that is no particle.

    Where fewer than two are before it, there is no name.
    """
    if all(word.islower() or not word[:1].isalpha() for word in words):
        return words
    for place, word in enumerate(words):
        first = next(filter(str.isalpha, word), "")
        if first.islower() and not _is_particle(word):
            return words[:place] if place > 1 else []
    return words


def _is_particle(word: str) -> bool:
    low = word.lower()
    return low in _rules().particles or bool(re.match(r"(?:d|l|al|el|ul|bin)[’'-]\w", low)) or not low[:1].isascii()


def _is_shaped_as_name(name: str, words: Sequence[str]) -> bool:
    """Return whether `words` may be a name; a single one is often an account ("jdadmin9"), a degree or initials."""
    if not 1 <= len(words) <= _MOST_WORDS or not name[0].isalpha() or any(c.isdigit() or c in ":_?!" for c in name):
        return False
    return len(words) > 1 or (bool(_ONE_WORD.fullmatch(name)) and not (name.islower() and name.isascii()))


@cache
def _paper() -> re.Pattern[str]:
    """Return what finds a name whose last word is that of a paper: "Charlotte Observer"."""
    return re.compile(rf"\b{one_of(load_json(shipped_file('articles/credits.json'))['word of a paper'])}$")


@cache
def _given_names() -> frozenset[str]:
    listed = load_json(shipped_file("quotes/lexicon_names.json"))
    return frozenset(" ".join(listed[key] for key in ("male", "female", "either")).split())


@cache
def _places() -> frozenset[str]:
    return frozenset(load_json(shipped_file("quotes/lexicon_names.json"))["places"].split("|"))


@cache
def _rules() -> _Rules:
    phrases = load_json(shipped_file("articles/bylines.json"))
    any_of = {key: one_of(listed, phrases["slots"]) for key, listed in phrases.items() if key != "slots"}
    last = one_of(phrases["not behind a name"] + [name.lower() for name in MONTHS if name != "May"])
    return _Rules(
        no_person=re.compile(
            rf"\b{any_of['not in a name']}|\.com\b|^{any_of['not before a name']}|^an? (?-i:[a-z])|\b{last}$", re.I
        ),
        surname_too=re.compile(rf"\b{any_of['surname too']}", re.I),
        honorific=re.compile(rf"^(?:{any_of['honorific']}\.? )+(?=\S+ )", re.I),
        outlet=re.compile(rf"(?<=\w) {any_of['outlet or title behind a name']}$"),
        degrees=frozenset(degree.strip(".") for degree in phrases["degree"]),
        particles=frozenset(phrases["particle"]),
    )
