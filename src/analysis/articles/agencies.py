"""News agencies: their codes and names."""

import re
from functools import cache

# Codes and names of agencies as datelines, bylines and credits print them. The full names are the agencies' own.
AGENCIES = {
    "AP": "Associated Press", "Reuters": "Reuters", "AFP": "Agence France-Presse", "UPI": "United Press International",
    "TNS": "Tribune News Service", "TCA": "Tribune Content Agency", "PA": "PA Media", "dpa": "Deutsche Presse-Agentur",
    "EFE": "EFE", "ANSA": "ANSA", "TASS": "TASS", "Xinhua": "Xinhua", "Kyodo": "Kyodo News", "Yonhap": "Yonhap",
    "PTI": "Press Trust of India", "ANI": "Asian News International", "IANS": "Indo-Asian News Service",
    "CP": "The Canadian Press", "AAP": "Australian Associated Press", "RNS": "Religion News Service",
    "KHN": "Kaiser Health News", "Bloomberg": "Bloomberg", "Thomson Reuters Foundation": "Thomson Reuters Foundation",
}  # fmt: skip
_AGENCY_NAME = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w’'&.-]*\s+){0,4}(?:Wire\s?Service|Newswire|News\s+(?:Service|Agency)|Press\s+(?:Association|Agency)|Content\s+Agency)s?$"
)


def expand_agency(name: str, codes: dict[str, str] | None = None) -> str | None:
    """The full name of the agency that `name` (a code or a name) means; null when it is none.

    `codes` adds a corpus's own codes, such as the initials of an agency among its outlets.

    >>> expand_agency("AP"), expand_agency("the Associated Press"), expand_agency("Jane Roe")
    ('Associated Press', 'Associated Press', None)
    """
    bare = re.sub(r"^the\s+", "", " ".join(name.split()).strip(" .,;:-–—"), flags=re.I)
    known = _by_code_and_name(tuple((codes or {}).items()))
    if full := known.get(bare) or known.get(bare.lower()):
        return full
    return bare if _AGENCY_NAME.match(bare) else None


@cache
def _by_code_and_name(codes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The agencies' full names by their codes as written and by their names in small letters; asked for every line of a copied page."""
    agencies = AGENCIES | dict(codes)
    return agencies | {full.lower().removeprefix("the "): full for full in agencies.values()}


def initials(name: str) -> str:
    """The capitals an agency would sign with.

    >>> initials("Continental Wire Service")
    'CWS'
    """
    return "".join(word[0] for word in name.split() if word[:1].isupper() and word.lower() != "the")
