"""What a person is, in the article's words: "a lawyer with Harbor Legal Aid", "Gov.", "who helps residents file"."""

import re
from functools import cache

from analysis.quotes.lexicon import words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.people import Person

_TITLE_NOUNS = {
    "sen.": "senator",
    "sens.": "senator",
    "rep.": "representative",
    "reps.": "representative",
    "gov.": "governor",
    "dr.": "doctor",
    "dr": "doctor",
    "prof.": "professor",
    "gen.": "general",
    "lt.": "lieutenant",
    "rev.": "reverend",
    "sgt.": "sergeant",
    "capt.": "captain",
    "col.": "colonel",
    "adm.": "admiral",
    "atty.": "attorney",
}
_SAME_ROLE = (
    frozenset("spokesman spokeswoman spokesperson secretary".split()),
    frozenset("lawyer attorney counsel".split()),
    frozenset("representative congressman congresswoman lawmaker legislator".split()),
    frozenset("senator lawmaker".split()),
    frozenset("chairman chairwoman chair chairperson".split()),
    frozenset("officer policeman".split()),
    frozenset("candidate nominee hopeful front-runner".split()),
    frozenset("professor scholar academic".split()),
    frozenset("businessman mogul developer billionaire magnate".split()),
    frozenset("aide adviser advisor".split()),
    frozenset("reporter journalist correspondent".split()),
    frozenset("executive ceo".split()),
)

_AFTER = re.compile(
    r"(?:,? \(?[DRI]-[^,)\s]+(?: [A-Z][\w.]+)?\)?)?,? ?(?:(?:aged? )?\d\d,)?(?<=,) ?([^,;:?!\n“”\"—–()]+)"
)
_OF = re.compile(
    r" ((?:of|with|from) (?:the )?[A-Z][^,;:.\n“”\"—–()]{2,60})(?=[,.;]| (?:said|says|told|added|wrote)\b)"
)
_WHO = re.compile(
    r"who (?:\w+ly |also |now |once )?(?:is|served|worked|led|ran|headed|chaired|represented|helmed|oversaw|directed|"
    r"founded|taught|"
    r"(?!was\b|has\b|does\b|says\b|wants\b)[a-z]+s)\b(?: \S+){2}"
)
_OFFICE_BEFORE = re.compile(r"(?:[A-Z][\w.]* )?(?:Secretary|Chief|Director|Minister|Speaker) of (?:the )?$")
_COPULA = re.compile(r",? (?:is|was) ((?:an?|the) [^,;:\n“”\"—–()]+)")
_END_OF_PHRASE = re.compile(r"\.(?:\s|$)|[’']s?$| (?:said|says|told|added|wrote|tweeted)\b")
_PHRASE_STOP = re.compile(r" (?:of|for|with|from|in|on|at|to|by|who|whom|whose|that|which|and|about|against|over)\b|$")
_BREAK = re.compile(r"[\n,;:—–“”\"()!?]")
_MODIFIERS = frozenset(
    "former top senior acting interim longtime long-time chief deputy vice assistant associate campaign press executive "
    "managing communications foreign policy political presidential veteran prominent fellow federal state local county "
    "city national district military medical tax immigration staff general research legal criminal constitutional law "
    "high-ranking outgoing incoming ex-president co-founder and-founder current onetime one-time rival conservative "
    "liberal progressive moderate billionaire real estate news television tv radio finance budget economic health "
    "security intelligence police army navy air force civil rights human community youth union labor party senate house "
    "congressional republican democratic independent gop primary vice-presidential gubernatorial "
    "minority majority communication".split()
)

_PERSON_ENDING = re.compile(r"[a-z]{3}(?:er|or|ist|ian|eer|yst|man|woman)$")
_OPENERS = _MODIFIERS | frozenset("a an the his her its their our one both now formerly once".split())


def role_beside(text: str, mention: Mention) -> str | None:
    """The role given beside one mention of a name: in apposition after it, or as a title or noun before it; None if none is.

    >>> text = "Ada Quill, a lawyer with the port, spoke to acting mayor Bo Stern."
    >>> from analysis.quotes.names.mentions import find_mentions
    >>> [role_beside(text, mention) for mention in find_mentions(text) if mention.kind == "person"]
    ['a lawyer with the port', 'acting mayor']
    """
    return _role_after(text, mention.end) or _role_before(text, mention)


def first_role(text: str, person: Person) -> str | None:
    """The first role the article gives a person, None if it gives none in the first ten mentions."""
    found = [role_beside(text, m) for m in person.mentions[:10]]
    given = [role for role in found if role]
    # "who helps residents file" only where no noun says what the person is.
    return next((role for role in given if not role.startswith("who ")), given[0] if given else None)


def head_of(phrase: str) -> str:
    """The noun a role or source phrase is about, lower case and singular: "several former top officials at X" -> "official".

    >>> head_of("several former top officials at the agency"), head_of("Sen.")
    ('official', 'senator')
    """
    core = phrase[: _PHRASE_STOP.search(phrase, 1).start()].rstrip(" ,.'’s" if phrase.endswith(("'s", "’s")) else " ,")
    last = core.split()[-1].lower() if core.split() else ""
    return _TITLE_NOUNS.get(last) or singular(last)


@cache
def singular(noun: str) -> str:
    """A noun without its plural ending, if the word lists know the singular; else as it is.

    >>> singular("officials"), singular("women"), singular("families"), singular("news")
    ('official', 'woman', 'families', 'news')
    """
    if noun.endswith("men") and noun[:-3] + "man" in words("roles"):
        return noun[:-3] + "man"
    known = _nouns()
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        if noun.endswith(ending) and noun[: -len(ending)] + instead in known:
            return noun[: -len(ending)] + instead
    return noun


@cache
def _nouns():
    return words("roles") | words("documents") | words("organizations")


def same_role(a: str, b: str) -> bool:
    """True if two head nouns can name one role: equal, or of one group such as lawyer and attorney."""
    return a == b or any(a in group and b in group for group in _SAME_ROLE)


def _role_after(text, end):
    found = _AFTER.match(text, end, end + 240) if text[end : end + 1] in (",", " ") else None
    if found:
        phrase = _cut(found.group(1))
        if _WHO.match(phrase) or _is_role(phrase):
            return phrase
    for pattern in (_OF, _COPULA):
        found = pattern.match(text, end, end + 200)
        phrase = _cut(found.group(1)) if found else ""
        if phrase and (_names_institution(phrase) if pattern is _OF else _is_role(phrase)):
            return phrase
    return None


def _names_institution(phrase):
    return any(w.lower() in words("organizations") for w in phrase.split() if w[0].isupper())


def _cut(phrase):
    """A phrase up to the end of its sentence or a verb of saying; a full stop after a capital letter is an abbreviation's."""
    for end in _END_OF_PHRASE.finditer(phrase):
        abbreviation = phrase[: end.start()].split()[-1:]
        known = abbreviation and (abbreviation[0].lower() in words("abbreviations") or abbreviation[0][-1].isupper())
        if not (phrase[end.start()] == "." and known and end.end() < len(phrase)):
            return phrase[: end.start()].strip()
    return phrase.strip()


def _is_role(phrase):
    """True for a phrase that starts like an apposition and is about a role."""
    tokens = phrase.split()
    first = tokens[0] if tokens else ""
    opens = first.lower() in _OPENERS or first[:1].isupper() or "-" in first or singular(first) in words("roles")
    head = head_of(phrase)
    is_person = head in words("roles") or (first in ("a", "an") and bool(_PERSON_ENDING.search(head)))
    return bool(opens and len(tokens) <= 30 and is_person and first not in ("And", "But", "As", "In", "On"))


def _role_before(text, mention):
    start = mention.start - len(mention.title) - 1 if mention.title else mention.start
    before = _BREAK.split(text[max(0, start - 90) : start])[-1].split()[-9:] if text[start - 1 : start] == " " else []
    office = _OFFICE_BEFORE.search(text, max(0, start - 40), start)
    if office and mention.title:
        return office.group() + mention.title
    title = [w for w in mention.title.split() if w.lower() not in words("courtesy_male") | words("courtesy_female")]
    if title and not _is_office(title[-1].lower()):
        title = []
    if not title and not (before and singular(before[-1].lower()) in words("roles") and before[-1].islower()):
        return None
    kept = []
    while before and _modifies(before[-1], kept or title):
        kept.insert(0, before.pop())
    if kept and before and before[-1].lower() in ("a", "an", "the", "his", "her", "its", "their"):
        kept.insert(0, before.pop())
    return " ".join(kept + title) or None


def _is_office(word):
    return word in words("titles") or singular(word) in words("roles") or word in words("not_names")


def _modifies(word, following):
    low = word.lower().removesuffix("’s").removesuffix("'s")
    if word.endswith((".", ",")) and len(word) > 6:
        return False
    if not following:
        return singular(word.lower()) in words("roles")
    return (
        low in _MODIFIERS
        or word.islower()
        and singular(low) in words("roles")
        and low not in words("group_words")
        or (word[0].isupper() and low not in words("starters"))
    )
