"""What a person is, in the article's words: "a lawyer with Harbor Legal Aid", "Gov.", "of the Harbor Union"."""

import re

from analysis.quotes.document import Document
from analysis.quotes.lexicon import courtesy_titles, first_names, groups, organization_words, pairs, pattern, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import DOER_ENDINGS, is_people, singular
from analysis.quotes.names.people import Person
from analysis.words.common_words import is_common

_AFTER = re.compile(
    r"(?:,? \(?[DRI]-[^,)\s]+(?: [A-Z][\w.]+)?\)?)?"  # (R-Va.)
    r",? ?(?:(?:aged? )?\d\d,)?(?<=,) ?([^,;:?!\n“”\"—–()]+)"
)
_OF = re.compile(
    r" ((?:of|with|from) (?:the )?[A-Z][\w.’'-]{1,30}(?: (?:(?:of|for|and|the|on|in|&) ){0,2}[A-Z][\w.’'-]{1,30}){0,8})"
)
_OFFICE_BEFORE = re.compile(r"(?:Secretary|Chief|Director|Minister|Speaker) of (?:the )?$")
_COPULA = re.compile(r",? (?:is|was) (the [^,;:\n“”\"—–()]+)")
_END_OF_PHRASE = r"\.(?:\s|$)|[’']s?$| (?:{common_cues}|tweeted)\b"
_CLAUSE = r" (?:{clause_openers})\b| in an? {documents}\b| [a-z]+ing (?:the|an?|his|her|their)\b"
_FINITE = r" (?:{auxiliaries}|{common_cues})\b"
_PHRASE_STOP = (
    r" {role_boundaries}\b| [a-z]{3,}ing (?:the|an?|his|her|their)\b|$"  # "the lawyer representing the mayor"
)
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
    text, end = document.text, mention.end
    return _apposition(text, end) or _role_before(text, mention) or _employer(text, end) or _predicate(text, end)


def first_role(document: Document, person: Person) -> str | None:
    """Return the first role that an article gives a person, None if it gives none in the first ten mentions."""
    return next(filter(None, (role_beside(document, m) for m in person.mentions[:10])), None)


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


def _apposition(text: str, end: int) -> str | None:
    found = _AFTER.match(text, end, end + 240) if text[end : end + 1] in (",", " ") else None
    phrase = _cut(found.group(1)) if found else ""
    if found is None or pattern(r" {common_cues}\b").match(text, found.start(1) + len(phrase)):
        return None  # "they met Ada Quill, an official said"
    noun_phrase = _noun_phrase(phrase)
    return noun_phrase if _is_role(noun_phrase) else None


def _employer(text: str, end: int) -> str | None:
    found = _OF.match(text, end, end + 200)
    return phrase if found and _names_institution(phrase := _cut(found.group(1))) else None


def _predicate(text: str, end: int) -> str | None:
    found = _COPULA.match(text, end, end + 200)
    return phrase if found and _is_role(phrase := _noun_phrase(_cut(found.group(1)))) else None


def _names_institution(phrase: str) -> bool:
    capitalized = [word.lower() for word in phrase.split() if word[0].isupper()]
    return any(w in words("organizations") for w in capitalized) and not any(w in words("titles") for w in capitalized)


def _noun_phrase(phrase: str) -> str:
    """Return a phrase without the clause behind it, "" where it is a sentence of its own.

    What is told with "that" may be of any noun before it: "a critic of the idea that we pay" is a critic.
    """
    clause = pattern(_CLAUSE).search(phrase)
    kept = phrase[: clause.start()] if clause else phrase
    if clause and clause.group() == " that" and not pattern(_FINITE).match(phrase, clause.end()):
        stop = pattern(_PHRASE_STOP).search(kept, 1)
        kept = kept[: stop.start()] if stop else kept
    return "" if pattern(_FINITE).search(kept) else kept.rstrip(" ,-").removesuffix("’s").removesuffix("'s")


def _cut(phrase: str) -> str:
    """Return a phrase up to the end of its sentence or a verb of saying. "Gov." and "U.S." end no sentence."""
    for end in pattern(_END_OF_PHRASE).finditer(phrase):
        last = phrase[: end.start()].split()[-1:]
        known = last and (last[0].lower() in words("abbreviations") or last[0][-1].isupper())
        if not (phrase[end.start()] == "." and known and end.end() < len(phrase)):
            return phrase[: end.start()].strip()
    return phrase.strip()


def _is_role(phrase: str) -> bool:
    """Return whether a phrase starts like an apposition and is about what one person is."""
    tokens = phrase.split()
    first = tokens[0] if tokens else ""
    low = first.lower()
    opens = (
        low in words("role_modifiers", "role_openers")
        or first[:1].isupper()
        or "-" in first
        or singular(first) in words("roles")
    )
    head = head_of(phrase)
    is_person = head in words("roles") or (first in ("a", "an") and bool(_PERSON_ENDING.search(head)))
    return bool(
        opens
        and is_person
        and _means_one(phrase, head)
        and len(tokens) <= 30
        and first not in ("And", "But", "As", "In", "On")
    )


def _means_one(phrase: str, head: str) -> bool:
    """Return whether a phrase with this head noun means one person: "one of the aides", not "aides", "two", "one"."""
    if head in words("group_words"):
        return phrase.lower().startswith("one of ")
    core = phrase[: stop.start()] if (stop := pattern(_PHRASE_STOP).search(phrase, 1)) else phrase
    noun = core.rstrip(" ,").split()[-1].lower()
    return singular(noun) == noun


def _of_one(title: str) -> str:
    """Return a title of several persons as that of one: "Sen." for "Sens."."""
    several = title.endswith("s.") and title[:-2].lower() + "." in words("titles")
    return title[:-2] + "." if several else title


def _role_before(text: str, mention: Mention) -> str | None:
    start = _start_of_title(text, mention)
    title = [_of_one(w) for w in text[start : mention.start].split() if w.lower() not in courtesy_titles()]
    office = _OFFICE_BEFORE.search(text, max(0, start - 40), start) if title else None
    if office:
        title, start = office.group().split() + title, office.start()
    elif title and not _is_office(title[-1].lower()):
        title = []
    before = _BREAK.split(text[max(0, start - 90) : start])[-1].split()[-9:] if text[start - 1 : start] == " " else []
    if not title and not (before and _is_noun_of_one(before[-1])):
        return None
    kept: list[str] = []
    while before and (taken := _taken(before, kept or title)):
        kept = before[-taken:] + kept
        del before[-taken:]
    if title and before and before[-1].lower() in ("a", "an"):
        kept = []  # "a state President Quill won"
    elif [word.lower() for word in kept] == [word.lower() for word in title]:
        kept = []  # "acting director Acting Director Ada Quill"
    elif kept and before and before[-1].lower() in ("a", "an", "the", "his", "her", "its", "their"):
        kept.insert(0, before.pop())
    role = " ".join(kept + title)
    return role if role and _means_one(role, head_of(role)) else None


def _start_of_title(text: str, mention: Mention) -> int:
    """Return where the title begins; small words that it leaves out, as in "Bank of Holm CEO", count too."""
    first, before = mention.title.partition(" ")[0], mention.start_with_title
    found = text.rfind(first, max(0, before - 20), before + len(first) + 1) if first else -1
    start = found if found >= 0 else before
    return mention.start - len(_BREAK.split(text[start : mention.start])[-1].lstrip().removeprefix("and "))


def _is_noun_of_one(word: str) -> bool:
    return word.islower() and word in words("roles") and word not in words("group_words")


def _is_office(word: str) -> bool:
    return word in words("titles") or singular(word) in words("roles") or word in words("not_names")


def _taken(before: list[str], following: list[str]) -> int:
    """Return how many words at the end of `before` belong to the role whose later words are `following`."""
    last = before[-1]
    if _modifies(last, following):
        return 1
    earlier = before[-2] if len(before) > 1 else ""
    if last in ("and", "&") and is_common(earlier):
        is_name = len(before) > 2 and before[-3].lower() in first_names()
        is_office = not is_name and _is_half_of_office(earlier) and _is_half_of_office(following[0])
        return 2 if is_office else 0  # "Health and Human Services Secretary"
    if last == "of" and following[0][0].isupper() and earlier.lower() in organization_words() and earlier.istitle():
        return 2  # "University of Holm professor"
    if last == "of" and earlier.lower() in words("offices_with_of") and following == ["staff"]:
        return 2  # "chief of staff"
    return 0


def _is_half_of_office(word: str) -> bool:
    """Return whether a capitalized word is no noun for people, no place, and no body of its own as "Senate" is."""
    noun = singular(word.lower())
    is_body = noun in organization_words() and noun not in words("fields_of_office")
    other = words("places", "titles", "starters", "calendar", "descriptions", "roles")
    return word.istitle() and not is_people(word) and not is_body and noun not in other


def _modifies(word: str, following: list[str]) -> bool:
    """Return whether a word belongs to the role whose later words are `following`."""
    low = word.lower().removesuffix("’s").removesuffix("'s")
    if word.endswith(",") or (word.endswith(".") and not _is_abbreviation(word)):
        return False
    if not following:
        return singular(word.lower()) in words("roles")
    is_role = word.islower() and singular(low) in words("roles") and low not in words("group_words")
    is_name = word[0].isupper() and low not in words("starters") and low not in words("calendar")
    return low in words("role_modifiers") or is_role or is_name


def _is_abbreviation(word: str) -> bool:
    low = word[:-1].lower()
    return "." in low or len(low) == 1 or low in words("abbreviations") or low in words("titles")
