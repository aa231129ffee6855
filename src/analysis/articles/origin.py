"""Where a story comes from: the agency or paper that first published it.

The words of credits are phrases in origin.json.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from analysis.articles.agencies import expand_agency
from analysis.articles.datelines import find_dateline
from analysis.articles.outlets import same_outlet
from analysis.articles.phrases import one_of
from analysis.shipped import load_json, shipped_file

_READ = 2000  # characters of a credit line that are looked at
_WORD = r"[A-Z](?:[\w’'&-]|\.(?=\w))*"
_NAME = rf"(?:the )?(?P<name>(?!\w+ \d){_WORD}(?: (?:{_WORD}|of|the|and|for|&)){{0,6}})"
_OWNED = re.compile(
    r"(?:©|\(c\)|\bc\.|\bcopyright\b)\s*+(?:©\s*+)?(?:\d{4},?)?\s*+(?:by\s++)?(?P<name>[^|.;,]{2,50})", re.I
)
_REUTERS_DESK = re.compile(r"\((?:Reporting|Additional reporting|Writing) by [^()]{3,400}; ?[^()]*\b[Ee]diting by\b")


class _Rules(NamedTuple):
    """The phrases of origin.json, compiled."""

    credits: list[re.Pattern[str]]  # lines that say who published first; each names it
    signature: re.Pattern[str]  # "— Continental Wire Service", "Source: AFP"
    helped: re.Pattern[str]  # lines about others who had a part in the story


def find_origin(
    first: Iterable[str],
    credits: Iterable[str],
    *,
    byline_agency: str | None = None,
    outlet: str = "",
    codes: Mapping[str, str] | None = None,
) -> str | None:
    """Return the agency or paper that first published a story; None when it is the outlet's own.

    Whoever "contributed to this report" is not its origin.

    Parameters
    ----------
    first
        The story's first paragraphs: a dateline may name an agency.
    credits
        The lines below and beside the story: "This article originally appeared in …", "— Continental Wire Service", a
        copyright line.
    byline_agency
        The agency that the byline names.
    outlet
        The outlet that published the story.
    codes
        The corpus's own agency codes, with the agencies' names.

    Examples
    --------
    >>> find_origin(["OSLO (AP) — Snow fell."], [])
    'Associated Press'
    >>> find_origin(["Snow fell."], ["The Associated Press contributed to this report."]) is None
    True
    """
    for name in _candidates(list(first), list(credits), byline_agency, codes):
        name = " ".join(name.split()).strip(" .,;:")
        name = expand_agency(name, codes) or name
        return None if outlet and same_outlet(name, outlet) else name
    return None


def _candidates(
    first: list[str], credits: list[str], byline_agency: str | None, codes: Mapping[str, str] | None
) -> Iterator[str]:
    """Yield the names of those who may have published first, the surest first."""
    rules = _rules()
    credits = [line[:_READ] for line in credits]
    lines = [line for line in credits if not rules.helped.search(line)]
    yield from [found.agency for found in map(find_dateline, first) if found and found.agency][:1]
    yield from (found["name"] for line in lines for pattern in rules.credits for found in pattern.finditer(line))
    yield from ("Reuters" for line in credits if _REUTERS_DESK.search(line))
    yield from [byline_agency] if byline_agency else []
    named = [found["name"] for line in lines if (found := rules.signature.match(line))]
    named += [found["name"] for line in lines for found in _OWNED.finditer(line)]
    yield from filter(None, (expand_agency(name, codes) for name in named))


@cache
def _rules() -> _Rules:
    phrases = load_json(shipped_file("articles/origin.json"))
    anywhere, start = (one_of(phrases[f"credit {place}"], phrases["slots"]) for place in ("anywhere", "at the start"))
    return _Rules(
        credits=[re.compile(rf"\b{anywhere}{_NAME}"), re.compile(rf"^\W*{start}{_NAME}")],
        signature=re.compile(
            rf"^\W*(?i:[—–-]+|{one_of(phrases['signature'])})\s*(?P<name>[A-Z][\w .&’'-]{{1,40}}?)\W*$", re.I
        ),
        helped=re.compile(rf"\b{one_of(phrases['helped'])}", re.I),
    )
