"""News agencies: their codes, as datelines, bylines and credits print them, and their full names (agencies.json)."""

import re
from collections.abc import Mapping
from functools import cache

from analysis.shipped import load_json, shipped_file

_AGENCY_NAME = re.compile(  # names of agencies that are not listed
    r"^(?:the\s+)?(?:[A-Z][\w’'&.-]*\s+){0,4}"
    r"(?:Wire\s?Service|Newswire|News\s+(?:Service|Agency)|Press\s+(?:Association|Agency)|Content\s+Agency)s?$"
)


@cache
def agencies() -> dict[str, str]:
    """Return the full names of the known agencies, as they use them themselves, by their codes."""
    listed: dict[str, str] = load_json(shipped_file("articles/agencies.json"))
    return listed


def expand_agency(name: str, codes: Mapping[str, str] | None = None) -> str | None:
    """Return the full name of the agency that `name`, a code or a name, means; None when it means none.

    `codes` adds a corpus's own codes, such as the initials of an agency among its outlets.

    >>> expand_agency("AP"), expand_agency("the Associated Press"), expand_agency("Jane Roe")
    ('Associated Press', 'Associated Press', None)
    """
    bare = re.sub(r"^the\s+", "", " ".join(name.split()).strip(" .,;:-–—"), flags=re.I)
    known = _by_code_and_name(tuple((codes or {}).items()))
    if full := known.get(bare) or known.get(bare.lower()):
        return full
    return bare if _AGENCY_NAME.match(bare) else None


@cache  # asked for every line of a copied page
def _by_code_and_name(codes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the agencies' full names by their codes as written, and by their names in small letters."""
    by_code = agencies() | dict(codes)
    return by_code | {full.lower().removeprefix("the "): full for full in by_code.values()}


def initials(name: str) -> str:
    """Return the capitals that an agency would sign with.

    >>> initials("Continental Wire Service")
    'CWS'
    """
    return "".join(word[0] for word in name.split() if word[:1].isupper() and word.lower() != "the")
