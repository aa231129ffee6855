"""Which institution a name, an acronym or "the agency" means within one article."""

from bisect import bisect_left
from typing import NamedTuple

from analysis.quotes.names.mentions import Mention

_PRESS = frozenset(
    "times post journal herald gazette chronicle globe observer register courier inquirer tribune news press magazine "
    "newspaper cnn msnbc nbc abc cbs fox pbs npr bbc politico bloomberg reuters".split()
)
_GOVERNMENT = frozenset(
    "agency service administration bureau department enforcement commission office ministry authority board treasury "
    "irs ice fbi cia nsa epa fda doj dhs police".split()
)
_CIVIC = frozenset(
    "center centre foundation institute alliance association coalition league union council network project society "
    "committee fund aclu naacp pac party club".split()
)
# What a bare noun can stand for: the last word of the institution's name; any name that ends in the noun itself fits too.
_STANDS_FOR = {
    "agency": _GOVERNMENT,
    "department": _GOVERNMENT,
    "bureau": _GOVERNMENT,
    "service": _GOVERNMENT,
    "paper": _PRESS,
    "newspaper": _PRESS,
    "network": _PRESS,
    "outlet": _PRESS,
    "magazine": _PRESS,
    "publication": _PRESS,
    "site": _PRESS,
    "website": _PRESS,
    "group": _CIVIC,
    "organization": _CIVIC,
    "nonprofit": _CIVIC,
    "think-tank": _CIVIC,
    "center": _CIVIC,
    "committee": _CIVIC,
    "institute": _CIVIC,
    "foundation": _CIVIC,
    "union": _CIVIC,
}
_SMALL = frozenset("of for and the on to & in".split())


class Institution(NamedTuple):
    """One institution: its name as first given in full, and where it is mentioned."""

    name: str
    starts: tuple[int, ...]


def group_institutions(text: str, mentions: list[Mention]) -> list[Institution]:
    """The institutions of an article in the order of first mention; acronyms and shortened names join the full name.

    >>> from analysis.quotes.names.mentions import find_mentions
    >>> text = "The Harbor Revenue Service (HRS) hired. The H.R.S. said so. The Revenue Service grew."
    >>> group_institutions(text, find_mentions(text))[0].name
    'Harbor Revenue Service'
    """
    named = [m for m in mentions if m.kind == "organization"]
    surnames = {m.words[-1] for m in mentions if m.kind == "person"}
    groups: dict[str, list[int]] = {}
    full_of: dict[str, str] = {}  # every short form, and every name itself -> the full name
    for mention in sorted(named, key=lambda m: (-len(m.words), m.start)):
        name = " ".join(text[mention.start : mention.end].split())
        full = full_of.get(name) or full_of.get(name.replace(".", "")) or name
        if full == name:
            for form in (name, *_short_forms(name, surnames)):
                full_of.setdefault(form, name)
        groups.setdefault(full, []).append(mention.start)
    return sorted((Institution(name, tuple(sorted(starts))) for name, starts in groups.items()), key=lambda i: i.starts)


def _short_forms(name, surnames):
    """Acronyms, endings ("Revenue Service") and the name without its last word, as the article may go on to use them."""
    parts = name.split()
    if parts[0] in surnames:  # "the Trump Justice Department" is no fuller name of the Justice Department
        return
    main = [w for w in parts if w.lower() not in _SMALL]
    yield from (" ".join(parts[first:]) for first in range(1, len(parts)) if parts[first].lower() not in _SMALL)
    if len(main) > 1:
        yield "".join(w[0] for w in main).upper()
        yield "".join(w[0] for w in parts).upper()
        yield " ".join(parts[:-1])


def meant_by(institutions: list[Institution], noun: str, at: int) -> str | None:
    """The institution last named before `at` that a bare noun ("the agency", "the campaign") can stand for, else None."""
    fitting, latest = None, -1
    for institution in institutions:
        before = bisect_left(institution.starts, at)
        if before and institution.starts[before - 1] > latest and _fits(noun, institution.name):
            fitting, latest = institution.name, institution.starts[before - 1]
    return fitting


def _fits(noun, name):
    low = [w.lower() for w in name.split()]
    if noun in low or (noun in _STANDS_FOR and (low[-1] in _STANDS_FOR[noun] or low[0] in _STANDS_FOR[noun])):
        return True
    # A company is any institution that is neither public nor a newspaper.
    return noun in ("company", "firm", "bank", "corporation", "manufacturer", "retailer", "airline") and not (
        set(low)
        & (_GOVERNMENT | _CIVIC | _PRESS | frozenset("house senate congress court university state white".split()))
    )
