"""Bylines: the people who wrote an article, and the agency or paper named beside them.

The words by which roles, organizations and titles are known are phrases in bylines.json.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.months import MONTH_START, MONTHS
from analysis.articles.outlets import same_outlet
from analysis.articles.phrases import one_of
from analysis.shipped import load_json, shipped_file

_LONGEST = 2000  # characters of a byline that are read; the longest in 9,000 articles has 500
_BAR = re.compile(r" [|•·–—] ")
_BETWEEN = re.compile(r" ?[,;/] ?| (?:and|&|with|for|of) ", re.I)  # two names
_ASIDE = r" ?\([^)]*\)| ?<[^>]*>|[^\s@]+@\S+\.\w+\S*| ?@\w+"  # remarks in brackets, addresses and accounts
_BEHIND = (  # a place, a date, an outlet behind the names
    rf" (?:[|•·–—-] |special (?:to|for)\b|(?:in|at) \S|{MONTH_START}[a-z.]* \d|(?:published|updated|posted|on) .*\d).*$"
)
_CUT = re.compile(f"{_BEHIND}|{_ASIDE}", re.I)
_IN_BRACKETS = re.compile(r"\(([^()]{2,40})\)\s*$")
_ONE_WORD = re.compile(r"[^\W\d_][a-zß-ɏ’'-]{2,}|[\u0e00-\u9fff\uac00-\ud7af]{2,}")  # a name of one word
# Why not the library nameparser (2.6): of 4,093 pieces of real bylines it gives 27 another result, mostly worse: it
# takes first names and places for titles ("British Columbia" becomes "Columbia"); and it takes 8 times as long.


class Byline(NamedTuple):
    """The people of a byline in order, and the agency or paper that it names beside or instead of them."""

    names: list[str]
    agency: str | None


class _Rules(NamedTuple):
    """The phrases of bylines.json, compiled."""

    lead: re.Pattern[str]
    other_work: re.Pattern[str]
    pictures: re.Pattern[str]
    role: re.Pattern[str]  # a role behind a name without a comma: "Meg Jones Staff Writer"
    no_person: re.Pattern[str]
    honorific: re.Pattern[str]
    outlet: re.Pattern[str]
    suffixes: dict[str, str]  # by their spelling without a full stop
    particles: frozenset[str]


def parse_byline(words: str | Iterable[str], *, outlet: str = "", codes: Mapping[str, str] | None = None) -> Byline:
    """Return the people that a byline names, without roles, photographers and the outlet itself; and its agency.

    Order is kept, a name comes once, and one all in capitals or all in small letters is written as a name.

    Parameters
    ----------
    words
        The byline as printed: a line, or several.
    outlet
        The name of the outlet that printed it.
    codes
        The corpus's own agency codes, with the agencies' names.

    Examples
    --------
    >>> parse_byline("By NORA PETRAKIS and Iván Soto, Staff Writers | Continental Wire Service").names
    ['Nora Petrakis', 'Iván Soto']
    """
    names: list[str] = []
    agency = None
    for line in [words] if isinstance(words, str) else words:
        line = _rules().lead.sub("", " ".join(str(line)[:_LONGEST].replace('"', " ").split()))
        if whole := expand_agency(line, codes):
            agency = agency or whole
            continue
        pieces = _pieces(line)
        for number, piece in enumerate(pieces):
            agency = agency or _agency(piece, codes)
            # Behind a name without a role, a piece that ends with one is that person's: "Jo Doe, City Reporter".
            is_role = number and _rules().role.search(piece) and not _rules().role.search(pieces[0])
            _add(names, None if is_role else _person(piece, outlet, codes))
    return Byline(names, agency)


def _pieces(line: str) -> list[str]:
    """Return the pieces of a line that may each be a name, without those who edited it or took its pictures."""
    return _BETWEEN.split(_BAR.sub(", ", _rules().pictures.sub("", _rules().other_work.sub("", line))))


def _add(names: list[str], name: str | None) -> None:
    """Add a name that is new; a suffix goes to the name before it."""
    if names and name in _rules().suffixes.values():
        names[-1] += f" {name}"
    elif name and name not in names:
        names.append(name)


def _agency(piece: str, codes: Mapping[str, str] | None) -> str | None:
    """Return the agency that a piece of a byline is, or names in brackets: "Jane Roe (Tribune News Service)"."""
    bracket = _IN_BRACKETS.search(piece)
    return expand_agency(_rules().role.sub("", _rules().lead.sub("", piece)), codes) or (
        expand_agency(bracket[1], codes) if bracket else None
    )


def _person(piece: str, outlet: str, codes: Mapping[str, str] | None) -> str | None:
    """Return a piece of a byline as a person's name or a suffix; None for a role, an address, an agency, the outlet."""
    rules = _rules()
    if suffix := rules.suffixes.get(piece.strip().removesuffix(".")):
        return suffix
    name = rules.role.sub("", _CUT.sub("", rules.lead.sub("", piece))).strip(" .,;:*-–—|")
    name = rules.outlet.sub("", rules.honorific.sub("", name))
    words = re.sub(r"\s+(?:Jr|Sr)$", lambda found: found.group() + ".", name).split()
    if len(words) > 3 and words[: len(words) // 2] == words[len(words) // 2 :]:
        words = words[: len(words) // 2]  # a page that shows a name beside its picture and below it
    name = " ".join(words)
    if not _is_shaped_as_name(name, words) or rules.no_person.search(name):
        return None
    if expand_agency(name, codes) or same_outlet(name, outlet):
        return None
    return _in_usual_case(name, words)


def _is_shaped_as_name(name: str, words: list[str]) -> bool:
    """Return whether `words` may be a name; a single one is often an account ("jdadmin9"), a degree or initials."""
    if not 1 <= len(words) <= 5 or not name[0].isalpha() or any(c.isdigit() or c in ":_?!" for c in name):
        return False
    return len(words) > 1 or (bool(_ONE_WORD.fullmatch(name)) and not (name.islower() and name.isascii()))


def _in_usual_case(name: str, words: list[str]) -> str:
    """Return a name that is all in capitals, or has none, in the usual case."""
    if len(words) == 1 or len({c.isupper() for c in name if c.isalpha()}) > 1:
        return name
    return " ".join(word if word.endswith(".") and len(word) == 2 else _as_name(word) for word in words)


def _as_name(word: str) -> str:
    """Return a word as part of a name: "MCDONALD" as "McDonald", "O’ROE" as "O’Roe", "DE" as "de"."""
    if word.lower() in _rules().particles:
        return word.lower()
    return re.sub(r"^Mc([a-z])", lambda found: "Mc" + found[1].upper(), word.title())


@cache
def _rules() -> _Rules:
    phrases = load_json(shipped_file("articles/bylines.json"))
    any_of = {key: one_of(listed) for key, listed in phrases.items()}
    last = one_of(phrases["not behind a name"] + [name.lower() for name in MONTHS if name != "May"])
    return _Rules(
        lead=re.compile(f"^{any_of['lead']}", re.I),
        other_work=re.compile(rf"[,;/|.]? ?\b{any_of['other work']} by .*$", re.I),
        pictures=re.compile(rf"[,;/|]? ?{any_of['pictures']} by .*$", re.I),
        role=re.compile(rf"[ ,]+(?:{any_of['rank']} )*{any_of['role']}.*$", re.I),
        no_person=re.compile(rf"\b{any_of['not in a name']}|\.com\b|^{any_of['not before a name']}|\b{last}$", re.I),
        honorific=re.compile(rf"^(?:{any_of['honorific']}\.? )+(?=\S+ )", re.I),
        outlet=re.compile(rf"(?<=\w) {any_of['outlet or title behind a name']}$"),
        suffixes={suffix.removesuffix("."): suffix for suffix in phrases["suffix"]},
        particles=frozenset(phrases["particle"]),
    )
