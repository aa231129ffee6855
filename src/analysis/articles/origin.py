"""Where a story comes from: its dateline, and the agency or paper that first published it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.outlets import same_outlet


class Dateline(NamedTuple):
    """The place a story is dated from, the agency named beside it (a code or a name as printed), and where the dateline ends."""

    place: str | None
    agency: str | None
    end: int


_UPPER = r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'.-]+|D\.C\.|[A-Z]\.)"  # one word of a place in capitals: WASHINGTON, ST., N.H.
_PLACE = rf"{_UPPER}(?:[ /]{_UPPER}){{0,4}}"
_MIXED = (
    r"[A-ZÀ-Þ][\w’'.-]+(?: (?:[A-ZÀ-Þ][\w’'.-]+|de|del|la|of|the|upon)){0,4}"  # only beside an agency: New York (AFP)
)
_REGION = r"(?:, (?:[A-Z][\w’'.-]*\.?)(?: [A-Z][\w’'.-]*){0,3})?"  # ", Ariz.", ", N.H.", ", South Korea"
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:, (?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS})(?:,? \d{{4}})?)?"
_DASH = r"\s?(?:—|–|--|-)\s?(?=\S)"
_SIGNED = r"\((?P<agency>(?![DRI]-)[A-Z][\w.&’' -]{1,30}?)\)"  # (AP), (Reuters), (CWS); not (D-Ohio)
_DATELINES = [
    re.compile(rf"(?P<place>{_PLACE}{_REGION}){_DATE},? {_SIGNED}(?:{_DASH}|\s)"),
    re.compile(rf"(?P<place>{_MIXED}{_REGION}){_DATE},? {_SIGNED}{_DASH}"),
    re.compile(rf"(?P<place>{_PLACE}{_REGION}){_DATE}\s?(?:—|–|--|\s-\s)\s?(?=\S)"),
    re.compile(rf"(?P<place>){_SIGNED}(?:{_DASH}|\s)"),  # (Reuters) — the place left out
]
_NOT_PLACES = frozenset(  # words in capitals that open paragraphs and are no place
    "AP CNN NEW BREAKING UPDATE UPDATED CORRECTION EDITOR EDITOR’S NOTE ANALYSIS OPINION COMMENTARY EXCLUSIVE WATCH LIVE VIDEO PHOTOS "
    "FILE READ RELATED MORE NO YES WINNER LOSER Q A PROS CONS FACT FALSE TRUE CLAIM VERDICT TODAY TRUMP GOP CORRECTED REVIEW".split()
)


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens `paragraph`; null when none does.

    A place is in capitals, or in any letters before an agency in brackets: "WASHINGTON —", "BEDFORD, N.H. (AP) —",
    "New York (AFP) –", "(Reuters) -" (no place).

    >>> find_dateline("CEDAR FALLS, Iowa, Jan. 4 (AP) — Rain fell.")
    Dateline(place='CEDAR FALLS, Iowa', agency='AP', end=33)
    """
    for pattern in _DATELINES:
        found = pattern.match(paragraph)
        if not found:
            continue
        place = found["place"].strip(" ,") or None
        agency = found.groupdict().get("agency")
        if place and (place.split(",")[0].split(" ")[0].strip(".:’'") in _NOT_PLACES or len(place.strip(".")) < 3):
            continue
        if (
            not place and expand_agency(agency) is None and agency != "CNN"
        ):  # any other word in brackets could open a sentence
            continue
        return Dateline(place, agency, found.end())
    return None


_NAME = r"(?:the )?(?P<name>(?!\w+ \d)[A-Z](?:[\w’'&-]|\.(?=\w))*(?: (?:[A-Z](?:[\w’'&-]|\.(?=\w))*|of|the|and|for|&)){0,6})"
_CREDITS = [  # lines that say who published first; each names it
    re.compile(
        r"\bThis\s+(?:\w+\s+)?(?:article|story|piece|column|report|post|essay|op-ed)\b[^.]{0,30}?\b(?:originally|first)\s+"
        rf"(?:appeared|ran|was published|published|was produced)\s+(?:\w+\s+)?(?:in|on|at|by|with)\s+{_NAME}"
    ),
    re.compile(rf"^\W*(?:Originally|First)\s+(?:appeared|published|ran)\s+(?:in|on|at|by)\s+{_NAME}"),
    re.compile(
        rf"^\W*(?:This\s+\w+\s+\w+\s+)?(?:[Rr]epublished|[Rr]eprinted)\s+(?:with\s+(?:the\s+)?permission\s+)?(?:from|of|by)\s+{_NAME}"
    ),
    re.compile(rf"^\W*(?:[Dd]istributed|[Pp]rovided|DISTRIBUTED)\s+(?:by|BY)\s+{_NAME}"),
]
_OWNED = re.compile(
    r"(?:©|\(c\)|\bc\.|\bcopyright\b)\s*(?:©\s*)?(?:\d{4},?)?\s*(?:by\s+)?(?P<name>[^|.;,]{2,50})", re.I
)
_SIGNATURE = re.compile(r"^\W*(?:[—–-]+|source:|via|credit:)\s*(?P<name>[A-Z][\w .&’'-]{1,40}?)\W*$", re.I)
_REUTERS_DESK = re.compile(r"\((?:Reporting|Additional reporting|Writing) by [^()]{3,400}; ?[^()]*\b[Ee]diting by\b")
_HELPED = re.compile(
    r"\b(?:contribut(?:ed|ing)|includes? (?:material|information|reporting)|based (?:in part )?on|assistance|additional reporting"
    r"|with (?:post )?wire|material from|helped report)\b",
    re.I,
)


def find_origin(
    first: Iterable[str],
    credits: Iterable[str],
    *,
    byline_agency: str | None = None,
    outlet: str = "",
    codes: dict[str, str] | None = None,
) -> str | None:
    """The agency or paper that first published a story; null when it is the outlet's own.

    `first` are the story's first paragraphs (a dateline may name an agency), `credits` the lines below and beside it ("This
    article originally appeared in …", "— Continental Wire Service", a copyright line). Whoever "contributed to this report"
    is not an origin. `codes` are a corpus's own agency codes.

    >>> find_origin(["OSLO (AP) — Snow fell."], []), find_origin([], ["The Associated Press contributed to this report."])
    ('Associated Press', None)
    """
    credits = list(credits)
    lines = [line for line in credits if not _HELPED.search(line)]
    datelines = [found for found in map(find_dateline, first) if found and found.agency]
    named = [expand_agency(found.agency, codes) or found.agency for found in datelines[:1]]
    named += [found["name"] for line in lines for pattern in _CREDITS for found in pattern.finditer(line)]
    named += ["Reuters" for line in credits if _REUTERS_DESK.search(line)]
    named += [byline_agency] if byline_agency else []
    named += [expand_agency(found["name"], codes) for line in lines for found in map(_SIGNATURE.match, [line]) if found]
    named += [expand_agency(found["name"], codes) for line in lines for found in _OWNED.finditer(line)]
    for name in filter(None, named):
        name = " ".join(name.split()).strip(" .,;:")
        name = expand_agency(name, codes) or name
        return None if outlet and same_outlet(name, outlet) else name
    return None
