"""Bylines and credit lines of press archives: who wrote it, and which agency or paper is named beside them."""

import re
from collections.abc import Iterable

from analysis.articles.agencies import AGENCIES, expand_agency
from analysis.articles.outlets import same_outlet

_SUFFIX = (
    "Star|Times|Post|Press|News|Tribune|Herald|Journal|Gazette|Mail|Sun|Record|Agency|Newswire|Service|Services|Network"
)
_LONG = "New York|Los Angeles|Wall Street|San Francisco|South China|International Herald|Globe and|Associated"
_NAMES = "|".join(sorted((re.escape(full.removeprefix("The ")) for full in AGENCIES.values()), key=len, reverse=True))
_PAPER = re.compile(
    rf"(?:^|[\s,]+)(?P<paper>(?:the\s+)?(?:{_NAMES}|(?:(?:{_LONG})|[\w-]+)\s+(?:{_SUFFIX})(?:\s+Service)?))[\s.;]*$",
    re.I,
)
_AFTER_COMMA = re.compile(rf",\s*(?P<paper>[^,]{{3,50}}\s(?:{_SUFFIX}))$|,\s*The\s[^,]+$")
_LINE = re.compile(
    rf"^(?:the\s+)?(?:{_NAMES}|(?:(?:{_LONG})|[A-Z][\w-]+)\s+(?:Star|Times|Post|Tribune|Herald|Gazette|Press|News (?:Service|Network|Agency)|Newswire))$",
    re.I,
)
_ROLE = re.compile(  # a role, and whatever follows it
    r"(?:^|[\s,;]+)(?:(?:OPINION|Opinion|FEATURE|Feature|Reporters?|reporters?|Contributors?|Columnist|Local Journalism Initiative|Special (?:to|for)"
    r"|[Ww]ith files from|Staff|Editor|Freelance)(?![a-z])|(?i:contributing columnist)).*$|(?<=[a-z])contributing columnist.*$|,\s*[A-Z]\w+ Special$",
    re.S,
)
_NO_SOURCE = re.compile(r"^(?:from the \w+.s )?(?:news|wire|star wire) services?$", re.I)
_NO_NAMES = re.compile(r"^(?:(?:news|wire) services?|the \w+(?:[ -]\w+)?)$", re.I)


def split_credit(words: str, outlet: str = "") -> tuple[str | None, str | None]:
    """The names in a credit line, without roles and what is told of the authors, and the agency or other paper named behind them.

    >>> split_credit("Ana Roe The Canadian Press"), split_credit("Tom Vale OPINION Tom Vale covers rain.")
    (('Ana Roe', 'The Canadian Press'), ('Tom Vale', None))
    """
    words = _ROLE.sub("", words).strip(" ,;")
    told = re.match(r"(?P<names>(?P<first>\S+ \S+).*?)\s+(?P=first)\b", words)  # "Ana Roe Ana Roe lives in Marlow."
    words = told["names"] if told else words
    named = expand_agency(words)
    paper = None if named else _AFTER_COMMA.search(words) or _PAPER.search(words)
    if named:
        words = ""
    elif paper and (paper.start() or not re.search(r"(?:Post|Star|Sun)$", words)):  # alone, these are surnames too
        words, named = words[: paper.start()].strip(" ,;"), paper["paper"]
    named = None if not named or _NO_SOURCE.match(named) else expand_agency(named) or _as_name(named)
    lost = not words or _NO_NAMES.match(words) or (outlet and same_outlet(words, outlet)) or len(words.split()) > 14
    return None if lost else words, None if named and outlet and same_outlet(named, outlet) else named


def _as_name(words: str) -> str:
    return words.title() if words.islower() else " ".join(words.split())


def turn_names(words: str) -> str:
    """A name that has the surname first, as catalogues write it, the usual way round; any other words as they are.

    >>> turn_names("Roe, Ana"), turn_names("Ana Roe, Tom Vale and Jo May"), turn_names("ROE, ANA B.")
    ('Ana Roe', 'Ana Roe, Tom Vale and Jo May', 'ANA B. ROE')
    """
    found = re.fullmatch(
        r"(?P<last>[^\W\d_][\w’'-]+(?: (?:Jr|Sr)\.?)?), (?P<first>[^\W\d_][\w’'-]*\.?(?: [^\W\d_]\.?)?)", words.strip()
    )
    return f"{found['first']} {found['last']}" if found else words


def drop_credits(paragraphs: Iterable[str], outlet: str) -> tuple[list[str], str | None]:
    """The paragraphs without lines that only name the outlet, an agency or another paper, and who is named (not the outlet).

    Archives leave such credits between paragraphs, or glued to the end of one: "… last night.CP".

    >>> drop_credits(["Rain fell.", "Canadian Press", "It went on.The LedgerThen it stopped."], "The Ledger (Marlow)")
    (['Rain fell.', 'It went on.', 'Then it stopped.'], 'The Canadian Press')
    """
    bare = re.sub(r"\s*\(.*\)$|^The\s+", "", outlet).strip(" .")
    glued = re.compile(
        rf"(?<=[.!?”\"’'])(?:The )?(?P<name>{re.escape(bare)}|CP|AP|Canadian Press|Associated Press|Reuters|(?:CanWest )?News Services?)(?=[A-Z]|$)"
    )
    kept, named = [], []
    for paragraph in paragraphs:
        named += [found["name"] for found in glued.finditer(paragraph) if bare]
        pieces = [piece for piece in glued.sub("\n", paragraph).split("\n") if piece.strip()] if bare else [paragraph]
        for piece in pieces:
            short = len(piece) < 60
            is_credit = short and (
                _LINE.match(piece)
                or expand_agency(piece)
                or _NO_SOURCE.match(piece)
                or (bare and piece in (bare, outlet, f"The {bare}"))
            )
            (named if is_credit else kept).append(piece)
    others = (expand_agency(name) or name for name in named if not _NO_SOURCE.match(name))
    return kept, next((name for name in others if not same_outlet(name, outlet)), None)
