"""Datelines: the place that a story is dated from, and the agency named beside it ("OSLO, Jan. 4 (AP) — …")."""

import re
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.months import MONTH_START


class Dateline(NamedTuple):
    """The place of a dateline, the agency beside it (as printed: a code or a name), and where the dateline ends."""

    place: str | None
    agency: str | None
    end: int


_UPPER = (
    r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'.-]{1,40}|D\.C\.|[A-Z]\.)"  # one word of a place in capitals: WASHINGTON, ST., N.H.
)
_PLACE = rf"{_UPPER}(?:[ /]{_UPPER}){{0,4}}"
# New York: only beside an agency.
_MIXED = r"[A-ZÀ-Þ][\w’'.-]{1,40}(?: (?:[A-ZÀ-Þ][\w’'.-]{1,40}|de|del|la|of|the|upon)){0,4}"
_REGION = r"(?:, (?:[A-Z][\w’'.-]{0,40}\.?)(?: [A-Z][\w’'.-]{0,40}){0,3})?"  # ", Ariz.", ", N.H.", ", South Korea"
_MONTH = rf"{MONTH_START}[a-z]*\.?"
_DATE = rf"(?:, (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
_DASH = r"\s?(?:—|–|--|-)\s?(?=\S)"
_SIGNED = r"\((?P<agency>(?![DRI]-)[A-Z][\w.&’' -]{1,30}?)\)"  # (AP), (Reuters), (CWS); not (D-Ohio)
_DATELINES = [
    re.compile(rf"(?P<place>{_PLACE}{_REGION}){_DATE},? {_SIGNED}(?:{_DASH}|\s)"),
    re.compile(rf"(?P<place>{_MIXED}{_REGION}){_DATE},? {_SIGNED}{_DASH}"),
    re.compile(rf"(?P<place>{_PLACE}{_REGION}){_DATE}\s?(?:—|–|--|\s-\s)\s?(?=\S)"),
    re.compile(rf"(?P<place>){_SIGNED}(?:{_DASH}|\s)"),  # (Reuters) — the place left out
]
_LONGEST = 300  # characters at the start of a paragraph that a dateline may take up
_NOT_PLACES = frozenset(  # words in capitals that open paragraphs and are no place
    "AP CNN NEW BREAKING UPDATE UPDATED CORRECTION EDITOR EDITOR’S NOTE ANALYSIS OPINION COMMENTARY EXCLUSIVE WATCH "
    "LIVE VIDEO PHOTOS FILE READ RELATED MORE NO YES WINNER LOSER Q A PROS CONS FACT FALSE TRUE CLAIM VERDICT TODAY "
    "TRUMP GOP CORRECTED REVIEW".split()
)


def find_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that opens `paragraph`; None when none does.

    A place is in capitals, or in any letters before an agency in brackets: "WASHINGTON —", "BEDFORD, N.H. (AP) —",
    "New York (AFP) –", "(Reuters) -" (no place).

    >>> find_dateline("CEDAR FALLS, Iowa, Jan. 4 (AP) — Rain fell.")
    Dateline(place='CEDAR FALLS, Iowa', agency='AP', end=33)
    """
    for pattern in _DATELINES:
        found = pattern.match(paragraph[:_LONGEST])
        if not found:
            continue
        place = found["place"].strip(" ,") or None
        agency = found.groupdict().get("agency")
        if _is_place(place) if place else _may_stand_alone(agency):
            return Dateline(place, agency, found.end())
    return None


def _is_place(place: str) -> bool:
    first = re.split(r"[, ]", place, maxsplit=1)[0].strip(".:’'")
    return first not in _NOT_PLACES and len(place.strip(".")) >= 3


def _may_stand_alone(agency: str | None) -> bool:
    """Return whether brackets with these words open a story: only with an agency, other words could open a sentence."""
    return agency is not None and (agency == "CNN" or expand_agency(agency) is not None)
