"""Bylines: the people who wrote an article, and the agency or paper named beside them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.outlets import same_outlet


class Byline(NamedTuple):
    """The people of a byline in order, and the agency or paper that it names beside or instead of them."""

    names: list[str]
    agency: str | None


_LEAD = re.compile(
    r"^(?:(?:story|article|report|text|written|posted|published|analysis|reporting)\s+)?by:?\s+|^(?:analysis|opinion|perspective|commentary|review)\b:?\s+(?:by\s+)?",
    re.I,
)
_CUT = re.compile(  # what follows the names on the same line
    r"\s+[|•·–—]\s.*$|\s+special\s+(?:to|for)\b.*$|\s+(?:in|at)\s+\S.*$|\s+-\s.*$|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\s+\d.*$|\s*\([^)]*\)|\s*<[^>]*>|\S+@\S+\.\w+\S*|\s?@\w+|\s+(?:published|updated|posted|on)\s.*\d.*$",
    re.I,
)
_OTHERS = re.compile(
    r"[,;/|.]?\s*\b(?:(?:with\s+)?(?:additional|contributing) reporting|edit(?:ed|ing)|translat(?:ed|ion)|produced|research)\s+by\s+.*$",
    re.I,
)
_PHOTO = re.compile(r"[,;/|]?\s*(?:photo(?:graph)?(?:s|y)?|pictures|video|illustrations?|graphics?)\s+by\s+.*$", re.I)
_SPLIT = re.compile(r"\s*[,;/]\s*|\s+(?:and|&|with|for|of)\s+", re.I)
_TITLE = re.compile(  # a role at the end of a name without a comma: "Meg Jones Staff Writer"
    r"[\s,]+(?:(?:senior|staff|political|national|chief|white house|congressional|capitol hill|special|contributing|investigative)\s+)*"
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|producer)s?\b.*$",
    re.I,
)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|bureau|columnists?|contributors?|special to|producers?|chief|desk|"
    r"newsroom|analyst|opinion|guest|team|wires?|politics|news|press|media|magazine|times|post|follow|archive|m\.?d\.?|ph\.?d\.?|esq\.?|"
    r"website|network|associated|reuters|cond[ée] nast|editorial board|huffpost|today|cnn|npr|pbs|msnbc|nbc|abc|cbs|bbc|politico)\b|\.com\b",
    re.I,
)

_NO_PERSON = re.compile(  # organisations, accounts, days and months
    r"^(?:the|an?|our|your|view|get|read|more|about|topic)\b|\b(?:agency|agencies|university|institute|association|foundation|society|council|committee|department|ministry|group"
    r"|company|corporation|inc|llc|ltd|studios?|service|services|reports?|editorial|admin|administrator|redaksi|redazione|redaktion|contributor|webmaster|updated|published|posted"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)s?$",
    re.I,
)
_HONORIFIC = re.compile(r"^(?:(?:dr|prof|sen|rep|gov|rev|mr|mrs|ms|col|gen|lt|sir|dame)\.?\s+)+(?=\S+\s)", re.I)
_STATION = re.compile(
    r"(?<=\w)\s+(?:CNN|NPR|AP|BBC|ABC|NBC|CBS|PBS|UPI|AFP|USA TODAY|HuffPost|기자|특파원|칼럼니스트|記者)$"
)  # an outlet, or "reporter", behind a name
_SUFFIXES = frozenset({"Jr.", "Sr.", "II", "III", "IV"})
_PARTICLES = frozenset("de del della der den di du la le van von bin ibn al el y e dos da".split())


def parse_byline(words: str | Iterable[str], *, outlet: str = "", codes: dict[str, str] | None = None) -> Byline:
    """The names in a byline, without roles, addresses, photographers or the outlet itself; an agency goes to `agency`.

    Order is kept, a name comes once, and one all in capitals or all in small letters is written as a name.

    >>> parse_byline("By NORA PETRAKIS and Iván Soto, Staff Writers | Continental Wire Service").names
    ['Nora Petrakis', 'Iván Soto']
    """
    lines = [words] if isinstance(words, str) else list(words)
    names, agency = [], None
    for line in lines:
        line = " ".join(str(line).replace('"', " ").split())
        whole = expand_agency(_LEAD.sub("", line), codes)
        if whole:
            agency = agency or whole
            continue
        pieces = _SPLIT.split(re.sub(r"\s+[|•·–—]\s+", ", ", _PHOTO.sub("", _OTHERS.sub("", _LEAD.sub("", line)))))
        for number, piece in enumerate(pieces):
            agency = (
                agency or expand_agency(_TITLE.sub("", _LEAD.sub("", piece)), codes) or _bracketed_agency(piece, codes)
            )
            # After a name without a role, a piece that ends with one is that person's role: "Jo Doe, North America Reporter".
            is_role = number and _TITLE.search(piece) and not _TITLE.search(pieces[0])
            name = None if is_role else _person(piece, outlet, codes)
            if name in _SUFFIXES and names:
                names[-1] += f" {name}"
            elif name and name not in names:
                names.append(name)
    return Byline(names, agency)


def _bracketed_agency(piece: str, codes: dict[str, str] | None) -> str | None:
    """The agency named in brackets behind a name: "Jane Roe (Tribune News Service)"."""
    found = re.search(r"\(([^()]{2,40})\)\s*$", piece)
    return expand_agency(found[1], codes) if found else None


def _person(piece: str, outlet: str, codes: dict[str, str] | None) -> str | None:
    """The piece of a byline as a person's name; null when it is a role, an address, an agency or the outlet."""
    if piece.strip().removesuffix(".") in {suffix.removesuffix(".") for suffix in _SUFFIXES}:
        return piece.strip().removesuffix(".") + "." * ("r" in piece)
    name = _TITLE.sub("", _CUT.sub("", _LEAD.sub("", piece))).strip(" .,;:*-–—|") if piece else ""
    name = _STATION.sub("", _HONORIFIC.sub("", name))
    name = re.sub(r"\s+(?:Jr|Sr)$", lambda m: m.group() + ".", name)
    words = name.split()
    if (
        len(words) > 3 and words[: len(words) // 2] == words[len(words) // 2 :]
    ):  # a page that shows a name beside its picture and below it
        words = words[: len(words) // 2]
        name = " ".join(words)
    if not 1 <= len(words) <= 5 or not name[0].isalpha() or any(c.isdigit() or c in ":_?!" for c in name):
        return None
    if expand_agency(name, codes) or _ROLE.search(name) or _NO_PERSON.search(name) or same_outlet(name, outlet):
        return None
    if len(words) == 1 and not re.fullmatch(r"[^\W\d_][a-zß-ɏ’'-]{2,}|[\u0e00-\u9fff\uac00-\ud7af]{2,}", name):
        return None  # an account ("jdadmin9", "KWCH"), a degree ("PhD"), an outlet's initials; but "Catherine" signs so
    letters = [c for c in name if c.isalpha()]
    if len(words) > 1 and len({c.isupper() for c in letters}) == 1:  # all capitals, or none
        name = " ".join(w if w.endswith(".") and len(w) == 2 else _as_name(w) for w in words)
    return None if name == name.lower() and len(words) == 1 and name.isascii() else name


def _as_name(word: str) -> str:
    """A word in capitals or small letters as part of a name: "MCDONALD" as "McDonald", "O’ROE" as "O’Roe", "DE" as "de"."""
    if word.lower() in _PARTICLES:
        return word.lower()
    return re.sub(r"^Mc([a-z])", lambda found: "Mc" + found[1].upper(), word.title())
