"""Bylines: the people who wrote an article, and the agency or paper named beside them.

A line is cut into segments at commas and bars, a segment at "and"; what is left of each is a name, or it is not. The
words by which roles and organizations are known are phrases in bylines.json.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.credits import turn_names
from analysis.articles.person_names import is_given_name, person_name
from analysis.articles.phrases import one_of
from analysis.shipped import load_json, shipped_file

_LONGEST = 2000  # characters of a byline that are read; the longest in 9,000 articles has 500
_BAR = re.compile(r" [|•·–—-] ")
_SEGMENTS = re.compile(r"(?:(?<!\s)\s+)?[,;/|•·●▪∙⋅◦■♦—]\s*")
_JOINED = re.compile(r"(?<!\s)\s+(?:and|&|with)\s+", re.I)
_JOINED_ABROAD = frozenset("und et y e og och en i dan ja oraz és och".split())
_EMPLOYER = re.compile(r"\s(?:on behalf of|for|of|from)\s.*$", re.I)
_IN_BRACKETS = re.compile(r"\(([^()]{2,40})\)\s*$")
_REMARK = re.compile(r"\(([^(),]{0,60}),[^()]{0,200}\)")  # "(Marlow, special envoy)": its comma parts no names
_UNSPACED = r"[\u0e00-\u9fff\uac00-\ud7af]"  # a sign of a script without blanks between names
_UNITS = re.compile(r"(?:(?<!\s)\s+)?(?:;|\s(?:and|&)\s)\s*", re.I)


class Byline(NamedTuple):
    """The people of a byline in order, and the agency or paper that it names beside or instead of them."""

    names: list[str]
    agency: str | None


class _Rules(NamedTuple):
    """The phrases of bylines.json, compiled."""

    lead: re.Pattern[str]
    by_abroad: re.Pattern[str]
    helped: re.Pattern[str]  # a line about others who had a part in the article
    other_work: re.Pattern[str]
    pictures: re.Pattern[str]
    role: re.Pattern[str]  # a role with its beat, and what follows: "Senior Crime and Justice Reporter"
    title: re.Pattern[str]  # a position outside a newsroom: "Director of Operations"
    beat: re.Pattern[str]  # what a reporter covers, alone: "Health Policy"
    suffixes: dict[str, str]  # by their spelling without a full stop


def parse_byline(words: str | Iterable[str], *, outlet: str = "", codes: Mapping[str, str] | None = None) -> Byline:
    """Return the people that a byline names, without roles, photographers and the outlet itself; and its agency.

    Order is kept, a name comes once, and one all in capitals or all in small letters is written as a name.

    Parameters
    ----------
    words
        The byline as printed: a line, or several. A list as Python or JSON writes it is read as a list, and a name with
        the surname first is turned.
    outlet
        The name of the outlet that printed it.
    codes
        The corpus's own agency codes, with the agencies' names.

    Examples
    --------
    >>> parse_byline("By NORA PETRAKIS and Iván Soto, Staff Writers | Continental Wire Service").names
    ['Nora Petrakis', 'Iván Soto']
    >>> parse_byline("Petrakis, Nora; Soto, Iván").names
    ['Nora Petrakis', 'Iván Soto']
    """
    names: list[str] = []
    agency = None
    for line in _lines(words):
        pieces: list[str] = []
        for segment in _segments(line):
            segment, named = _split_agency(segment, codes)
            agency = agency or named
            pieces += _names_in(segment)
        found: list[str] = []
        for piece in pieces:
            _add(found, _suffix(piece) or person_name(piece, outlet=outlet, codes=codes))
        found = list(dict.fromkeys(found))
        names += [name for name in found if name not in names and (" " in name or _is_alone(name, pieces))]
    return Byline(names, agency)


def by_abroad() -> re.Pattern[str]:
    """Return the pattern of what stands before names at a line's start in other languages: "Von", "Autor:".

    >>> [bool(by_abroad().match(line)) for line in ("Autor: Ana Roe", "Propos recueillis par Ana Roe", "Text Size")]
    [True, True, False]
    """
    return _rules().by_abroad


def _lines(words: str | Iterable[str]) -> Iterator[str]:
    """Yield the lines of a byline, each name the usual way round, without "By" and those who took its pictures."""
    given, rules = [words] if isinstance(words, str) else list(words), _rules()
    for line in given:
        for entry in _entries(str(line)[:_LONGEST]):
            turned = _turned(_REMARK.sub(r"(\1)", " ".join(entry.replace('"', " ").split())))
            if rules.helped.search(turned):
                continue
            yield rules.lead.sub("", rules.pictures.sub("", rules.other_work.sub("", turned)), count=1)


def _entries(line: str) -> list[str]:
    """Return the entries of a list that was written as text, such as "['Ana Roe', 'Tom Vale']"; else the line."""
    line = line.strip()
    if line[:1] + line[-1:] == "[]":
        try:
            value = ast.literal_eval(line)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return line[1:-1].split(",")
        return [str(entry) for entry in value]
    return line.splitlines() or [line]


def _turned(line: str) -> str:
    """Return a line of names that have the surname first with the names the usual way round; others as they are."""
    units = _UNITS.split(line)
    turned = [turn_names(unit) for unit in units]
    changed = [unit for unit, new in zip(units, turned, strict=True) if new != unit]
    if len(changed) == len(units) and not any(expand_agency(part) for part in line.split(", ")):
        return "; ".join(turned)
    parts = line.split(", ")
    pairs = list(zip(parts[1::2], parts[::2], strict=False))
    is_paired = len(parts) > 2 and len(parts) == 2 * len(pairs) and not any(" " in part for part in parts)
    if is_paired and all(is_given_name(first) and not is_given_name(last) for first, last in pairs):
        return "; ".join(f"{first} {last}" for first, last in pairs)
    return line


def _segments(line: str) -> Iterator[str]:
    """Yield the segments of a line that may hold names or an agency: not the roles and employers behind names."""
    rules = _rules()
    segments = [segment for segment in _SEGMENTS.split(_BAR.sub(", ", line)) if segment]
    roles_follow = bool(segments) and not rules.role.search(segments[0])
    behind_title = False
    for number, segment in enumerate(segments):
        is_title = bool(number and rules.title.search(segment) and not is_given_name(segment.partition(" ")[0]))
        if number and rules.beat.fullmatch(f"{segment} "):
            continue
        is_role = number and roles_follow and rules.role.search(segment)
        bare = _without_role(segment)
        if is_title or (is_role and not _is_several(bare)):
            behind_title = is_title
            yield from [bare] if expand_agency(bare) else []
        elif not behind_title or is_given_name(bare.partition(" ")[0]) or expand_agency(bare):
            behind_title = False
            yield rules.lead.sub("", bare)


def _without_role(segment: str) -> str:
    """Return a segment without the role at its end, and what follows that; in "Mark Justice Reporter" Justice stays."""
    found = _rules().role.search(segment)
    if not found:
        return segment
    name = segment[: found.start()]
    return segment[: found.start("role")].strip(" ,") if is_given_name(name) else name


def _is_several(segment: str) -> bool:
    """Return whether a segment names several people: "Ana Roe and Tom Vale"."""
    pieces = _JOINED.split(segment)
    return len(pieces) > 1 and all(len(piece.split()) > 1 for piece in pieces)


def _split_agency(segment: str, codes: Mapping[str, str] | None) -> tuple[str, str | None]:
    """Return a segment without the agency that it is, ends with or has in brackets, and that agency."""
    words = segment.split()
    starts = range(2, len(words)) if not expand_agency(segment, codes) or is_given_name(words[0]) else ()
    for start in starts:  # "Jane Roe Tribune News Service"
        if agency := expand_agency(" ".join(words[start:]), codes):
            return re.sub(r"\s(?:of|for|with|from)(?: the)?$", "", " ".join(words[:start]), flags=re.I), agency
    if bracket := _IN_BRACKETS.search(segment):
        return segment[: bracket.start()], expand_agency(bracket[1], codes)
    agency = expand_agency(segment, codes)
    return "" if agency else segment, agency


def _names_in(segment: str) -> Iterator[str]:
    """Yield the pieces of a segment that may each be a name."""
    for piece in _JOINED.split(segment):
        words = re.sub(r"^(?:and|&|with) ", "", piece, flags=re.I).split()
        start = 0
        for place in range(2, len(words) - 2):  # two words on each side: "Ortega y Gasset" is one name
            if words[place] in _JOINED_ABROAD and place - start >= 2:
                yield " ".join(words[start:place])
                start = place + 1
        yield _without_employer(" ".join(words[start:]))


def _without_employer(piece: str) -> str:
    """Return a name without "of The Ledger"; nothing where a single word is before it: "Center for Weather"."""
    employer = _EMPLOYER.search(piece)
    name = piece[: employer.start()] if employer else piece
    return "" if employer and " " not in name.strip() else name


def _is_alone(name: str, pieces: Sequence[str]) -> bool:
    """Return whether a name of one word may stand: alone, or beside others of which one is a known given name."""
    is_alike = not any(" " in piece or not piece for piece in pieces) and any(map(is_given_name, pieces))
    return len(pieces) == 1 or not name.isascii() or is_alike


def _suffix(piece: str) -> str | None:
    return _rules().suffixes.get(piece.strip().removesuffix("."))


def _add(names: list[str], name: str | None) -> None:
    """Add a name; a suffix goes to the name before it."""
    if name and name in _rules().suffixes.values():
        names[-1:] = [f"{last} {name}" for last in names[-1:]]
    elif name:
        names.append(name)


@cache
def _rules() -> _Rules:
    phrases = load_json(shipped_file("articles/bylines.json"))
    any_of = {key: one_of(listed, phrases["slots"]) for key, listed in phrases.items() if key != "slots"}
    beats = rf"(?:(?:{any_of['rank']}|{any_of['beat']}) (?:(?:and|&) )?)*"
    own = rf"{any_of['own']}(?: {any_of['role']})?"  # "our correspondent"
    abroad = rf"(?:{any_of['by abroad']}(?: {own})?|(?:de|van) {own})"
    return _Rules(
        lead=re.compile(
            rf"^(?:(?:[\w’'&-]+ ){{0,5}}?by\b:? |{any_of['lead']}(?=\S+ \S)|{abroad}:? (?=\w\S* \w)"
            rf"|{any_of['label abroad']}(?: ?[:：/・] ?(?=\w)| (?=(?-i:[^\Wa-zß-ÿ])\S* \w|{_UNSPACED})))",
            re.I,
        ),
        by_abroad=re.compile(
            rf"^\W*(?:{abroad}|{any_of['label abroad']}(?= ?[:：/・]))(?:[\s:：/・|]+(?=(?-i:[^a-z]))|$)", re.I
        ),
        helped=re.compile(any_of["helped"], re.I),
        other_work=re.compile(rf"[,;/|.]? ?\b(?:{any_of['other work']} by .*$|{any_of['with agencies']}$)", re.I),
        pictures=re.compile(
            rf"(?<!and )(?<!& )(?<!\w)[,;/|]? ?{any_of['pictures']} by .*?(?=[,;] \w+ by |$)"
            rf"|(?<=\w)[.,;/|]? {any_of['pictures abroad']} ?: .*$|[^,;/|]+\({any_of['pictures abroad']}\)",
            re.I,
        ),
        role=re.compile(rf"(?:^|[ ,]+){beats}(?P<role>{any_of['role']}).*$", re.I),
        title=re.compile(rf"\b{any_of['title']}", re.I),
        beat=re.compile(beats, re.I),
        suffixes={suffix.removesuffix("."): suffix for suffix in phrases["suffix"]},
    )
