"""Credit lines of press archives: who wrote an article, and which agency or paper is named beside or behind the names.

The words of papers, roles and services are phrases in credits.json.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis.articles.agencies import agencies, expand_agency
from analysis.articles.outlets import same_outlet
from analysis.articles.phrases import one_of
from analysis.shipped import load_json, shipped_file

_LONGEST = 2000  # characters of a credit line that are read
_MOST_WORDS = 14  # more are no names
_LONGEST_CREDIT = 60  # characters of a paragraph that is only a credit
_SURNAMES = re.compile(r"(?:Post|Star|Sun)$")  # alone, these words of papers are surnames too
_BIOGRAPHY = re.compile(r"\A(?P<names>(?P<first>\S+ \S{1,40}).*?)\s+(?P=first)\b")  # "Ana Roe Ana Roe lives in Marlow."
_SURNAME_FIRST = re.compile(
    r"(?P<last>[^\W\d_][\w’'-]{1,40}(?: (?:Jr|Sr)\.?)?), (?P<first>[^\W\d_][\w’'-]{0,40}\.?(?: [^\W\d_]\.?)?)"
)


class _Rules(NamedTuple):
    """The phrases of credits.json, compiled."""

    paper: re.Pattern[str]  # an agency or a paper at the end of a line
    paper_after_comma: re.Pattern[str]
    whole: re.Pattern[str]  # a line that is only the name of an agency or a paper
    role: re.Pattern[str]  # a role, and whatever follows it
    no_source: re.Pattern[str]
    no_names: re.Pattern[str]


def split_credit(words: str, outlet: str = "") -> tuple[str | None, str | None]:
    """Return the names in a credit line, without roles and remarks, and the agency or other paper behind them.

    >>> split_credit("Ana Roe The Canadian Press"), split_credit("Tom Vale OPINION Tom Vale covers rain.")
    (('Ana Roe', 'The Canadian Press'), ('Tom Vale', None))
    """
    rules = _rules()
    words = rules.role.sub("", words[:_LONGEST]).strip(" ,;")
    if twice := _BIOGRAPHY.match(words):
        words = twice["names"]
    source = expand_agency(words)
    paper = None if source else rules.paper_after_comma.search(words) or rules.paper.search(words)
    if source:
        words = ""
    elif paper and (paper.start() or not _SURNAMES.search(words)):
        words, source = words[: paper.start()].strip(" ,;"), paper["paper"]
    if source:
        source = None if rules.no_source.match(source) else expand_agency(source) or _in_usual_case(source)
    if source and outlet and same_outlet(source, outlet):
        source = None
    return words if _may_be_names(words, outlet) else None, source


def _may_be_names(words: str, outlet: str) -> bool:
    is_other = not words or _rules().no_names.match(words) or (outlet and same_outlet(words, outlet))
    return not is_other and len(words.split()) <= _MOST_WORDS


def _in_usual_case(words: str) -> str:
    return words.title() if words.islower() else " ".join(words.split())


def turn_names(words: str) -> str:
    """Return a name that has the surname first, as catalogs write it, the usual way round; any other words as they are.

    >>> turn_names("Roe, Ana"), turn_names("Ana Roe, Tom Vale and Jo May"), turn_names("ROE, ANA B.")
    ('Ana Roe', 'Ana Roe, Tom Vale and Jo May', 'ANA B. ROE')
    """
    found = _SURNAME_FIRST.fullmatch(words.strip())
    return f"{found['first']} {found['last']}" if found else words


def drop_credits(paragraphs: Iterable[str], outlet: str) -> tuple[list[str], str | None]:
    """Return the paragraphs without lines that only name a publisher, and the agency or other paper these name.

    Archives leave such credits between paragraphs, or glued to the end of one: "… last night.CP".

    >>> drop_credits(["Rain fell.", "Canadian Press", "It went on.The LedgerThen it stopped."], "The Ledger (Marlow)")
    (['Rain fell.', 'It went on.', 'Then it stopped.'], 'The Canadian Press')
    """
    bare = re.sub(r"\s*\(.*\)$|^The\s+", "", outlet).strip(" .")
    names = rf"{re.escape(bare)}|CP|AP|Canadian Press|Associated Press|Reuters|(?:CanWest )?News Services?"
    glued = re.compile(rf"(?<=[.!?”\"’'])(?:The )?(?P<name>{names})(?=[A-Z]|$)")
    kept: list[str] = []
    named: list[str] = []
    for paragraph in paragraphs:
        named += [found["name"] for found in glued.finditer(paragraph) if bare]
        pieces = [piece for piece in glued.sub("\n", paragraph).split("\n") if piece.strip()] if bare else [paragraph]
        for piece in pieces:
            is_own = bool(bare) and piece in (bare, outlet, f"The {bare}")
            (named if len(piece) < _LONGEST_CREDIT and (is_own or _is_credit(piece)) else kept).append(piece)
    others = (expand_agency(name) or name for name in named if not _rules().no_source.match(name))
    return kept, next((name for name in others if not same_outlet(name, outlet)), None)


def _is_credit(line: str) -> bool:
    """Return whether `line` is nothing but the name of an agency, a paper or a news service."""
    return bool(_rules().whole.match(line) or expand_agency(line) or _rules().no_source.match(line))


@cache
def _rules() -> _Rules:
    phrases = load_json(shipped_file("articles/credits.json"))
    any_of = {key: one_of(listed, phrases["slots"]) for key, listed in phrases.items() if key != "slots"}
    known = sorted((re.escape(name.removeprefix("The ")) for name in agencies().values()), key=len, reverse=True)
    first, last = any_of["first words of a paper"], any_of["word of a paper"]
    paper = rf"(?:the\s+)?(?:{'|'.join(known)}|(?:{first}|[\w-]+)\s+{last}(?:\s+Service)?)"
    whole = rf"(?:the\s+)?(?:{'|'.join(known)}|(?:{first}|[A-Z][\w-]+)\s+{any_of['last words of a line']})"
    return _Rules(
        paper=re.compile(rf"(?:^|[\s,]+)(?P<paper>{paper})[\s.;]*$", re.I),
        paper_after_comma=re.compile(rf",\s*(?P<paper>[^,]{{3,50}}\s{last})$|,\s*The\s[^,]+$"),
        whole=re.compile(rf"^{whole}$", re.I),
        role=re.compile(
            rf"(?:^|[\s,;]+)(?:{any_of['role']}|(?i:contributing columnist)).*$"
            r"|(?<=[a-z])contributing columnist.*$|,\s*[A-Z]\w+ Special$",
            re.S,
        ),
        no_source=re.compile(rf"^{any_of['no source']}$", re.I),
        no_names=re.compile(rf"^{any_of['no names']}$", re.I),
    )
