"""What a person is, in the article's words: "a lawyer with Harbor Legal Aid", "Gov.", "who helps residents file"."""

import re

from analysis.quotes.document import Document
from analysis.quotes.lexicon import courtesy_titles, groups, pairs, pattern, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import DOER_ENDINGS, singular
from analysis.quotes.names.people import Person

_AFTER = re.compile(
    r"(?:,? \(?[DRI]-[^,)\s]+(?: [A-Z][\w.]+)?\)?)?"  # (R-Va.)
    r",? ?(?:(?:aged? )?\d\d,)?(?<=,) ?([^,;:?!\n“”\"—–()]+)"
)
_OF = r" ((?:of|with|from) (?:the )?[A-Z][^,;:.\n“”\"—–()]{2,60})(?=[,.;]| {common_cues}\b)"
_WHO = r"who (?:\w+ly |also |now |once )?(?:{career_verbs}|(?!{not_career_verbs}\b)[a-z]+s)\b(?: \S+){2}"
_OFFICE_BEFORE = re.compile(r"(?:[A-Z][\w.]{0,40} )?(?:Secretary|Chief|Director|Minister|Speaker) of (?:the )?$")
_COPULA = re.compile(r",? (?:is|was) ((?:an?|the) [^,;:\n“”\"—–()]+)")
_END_OF_PHRASE = r"\.(?:\s|$)|[’']s?$| (?:{common_cues}|tweeted)\b"
_PHRASE_STOP = (
    r" {role_boundaries}\b| [a-z]{3,}ing (?:the|an?|his|her|their)\b|$"  # "the lawyer representing the mayor"
)
_THE = re.compile(r"(?:the|this|that)\b", re.IGNORECASE)
_BREAK = re.compile(r"[\n,;:—–“”\"()!?]")
_PERSON_ENDING = re.compile(rf"[a-z]{{3}}(?:{DOER_ENDINGS}|man|woman)$")


def role_beside(document: Document, mention: Mention) -> str | None:
    """Return the role given beside a mention, in apposition after it or as a title or noun before it, None if none is.

    >>> from analysis.quotes.document import read_document
    >>> from analysis.quotes.names.mentions import find_mentions
    >>> document = read_document("Ada Quill, a lawyer with the port, spoke to acting mayor Bo Stern.")
    >>> [role_beside(document, mention) for mention in find_mentions(document) if mention.kind == "person"]
    ['a lawyer with the port', 'acting mayor']
    """
    return _role_after(document.text, mention.end) or _role_before(document.text, mention)


def first_role(document: Document, person: Person) -> str | None:
    """Return the first role that an article gives a person, None if it gives none in the first ten mentions."""
    given = [role for m in person.mentions[:10] if (role := role_beside(document, m))]
    # "who helps residents file" only where no noun says what the person is.
    return next((role for role in given if not role.startswith("who ")), given[0] if given else None)


def head_of(phrase: str) -> str:
    """Return the noun that a role or source phrase is about, lower case and singular.

    >>> head_of("several former top officials at the agency"), head_of("Sen.")
    ('official', 'senator')
    """
    stop = pattern(_PHRASE_STOP).search(phrase, 1)
    ends = " ,.'’s" if phrase.endswith(("'s", "’s")) else ' ,“”"'
    core = phrase[: stop.start() if stop else len(phrase)].rstrip(ends)
    last = core.split()[-1].lower() if core.split() else ""
    return pairs("short_titles").get(last) or singular(last)


def same_role(a: str, b: str) -> bool:
    """Return whether two head nouns can name one role: equal, or of one group such as lawyer and attorney."""
    return a == b or any(a in group and b in group for group in groups("same_roles"))


def _role_after(text: str, end: int) -> str | None:
    found = _AFTER.match(text, end, end + 240) if text[end : end + 1] in (",", " ") else None
    if found:
        phrase = _cut(found.group(1))
        if _THE.match(phrase) and pattern(r" {common_cues}\b").match(text, found.start(1) + len(phrase)):
            return None  # "they met Ada Quill, the official said"
        if pattern(_WHO).match(phrase) or _is_role(phrase):
            return phrase
    employer = pattern(_OF).match(text, end, end + 200)
    if employer and _names_institution(phrase := _cut(employer.group(1))):
        return phrase
    predicate = _COPULA.match(text, end, end + 200)
    if predicate and _is_role(phrase := _cut(predicate.group(1))):
        return phrase
    return None


def _names_institution(phrase: str) -> bool:
    return any(w.lower() in words("organizations") for w in phrase.split() if w[0].isupper())


def _cut(phrase: str) -> str:
    """Return a phrase up to the end of its sentence or a verb of saying. "Gov." and "U.S." end no sentence."""
    for end in pattern(_END_OF_PHRASE).finditer(phrase):
        last = phrase[: end.start()].split()[-1:]
        known = last and (last[0].lower() in words("abbreviations") or last[0][-1].isupper())
        if not (phrase[end.start()] == "." and known and end.end() < len(phrase)):
            return phrase[: end.start()].strip()
    return phrase.strip()


def _is_role(phrase: str) -> bool:
    """Return whether a phrase starts like an apposition and is about a role."""
    tokens = phrase.split()
    first = tokens[0] if tokens else ""
    low = first.lower()
    opens = (
        low in words("role_modifiers") | words("role_openers")
        or first[:1].isupper()
        or "-" in first
        or singular(first) in words("roles")
    )
    head = head_of(phrase)
    is_person = head in words("roles") or (first in ("a", "an") and bool(_PERSON_ENDING.search(head)))
    return bool(opens and len(tokens) <= 30 and is_person and first not in ("And", "But", "As", "In", "On"))


def _role_before(text: str, mention: Mention) -> str | None:
    start = mention.start_with_title
    office = _OFFICE_BEFORE.search(text, max(0, start - 40), start)
    if office and mention.title:
        return office.group() + mention.title
    before = _BREAK.split(text[max(0, start - 90) : start])[-1].split()[-9:] if text[start - 1 : start] == " " else []
    title = [w for w in mention.title.split() if w.lower() not in courtesy_titles()]
    if title and not _is_office(title[-1].lower()):
        title = []
    if not title and not (before and singular(before[-1].lower()) in words("roles") and before[-1].islower()):
        return None
    kept: list[str] = []
    while before and _modifies(before[-1], kept or title):
        kept.insert(0, before.pop())
    if kept and before and before[-1].lower() in ("a", "an", "the", "his", "her", "its", "their"):
        kept.insert(0, before.pop())
    return " ".join(kept + title) or None


def _is_office(word: str) -> bool:
    return word in words("titles") or singular(word) in words("roles") or word in words("not_names")


def _modifies(word: str, following: list[str]) -> bool:
    """Return whether a word belongs to the role whose later words are `following`."""
    low = word.lower().removesuffix("’s").removesuffix("'s")
    if word.endswith((".", ",")) and len(word) > 6:
        return False
    if not following:
        return singular(word.lower()) in words("roles")
    is_role = word.islower() and singular(low) in words("roles") and low not in words("group_words")
    is_name = word[0].isupper() and low not in words("starters")
    return low in words("role_modifiers") or is_role or is_name
