"""Where a text names people, institutions and places: capitalized words read with lists of titles, names and nouns."""

import re
from functools import cache
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.lexicon import courtesy_titles, first_names, organization_words, words
from analysis.quotes.names.capitalized import CapitalizedRun, find_runs
from analysis.quotes.names.nouns import is_people
from analysis.words.common_words import is_common

_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,5}|(?:[A-ZÀ-ÖØ-Þ]\.){3,}")
_BRAND = re.compile(r"([A-Z][a-z]{2,20})[A-Z]\w|[\w-]{1,40}\.[a-z]{2,4}$")  # ClientEarth, FactCheck.org
_NOUN_NEXT = re.compile(r"['’]s? |-|\s(?!said|has|is|was|and|or|in|on|at|of|to|for|from|by|with|who|that|which)[a-z]")
_NO_NAME = re.compile(r"[a-z]{2}(?:ism|tion|ity|ment|ness|body|[a-z]ing)$")
_OF_ONE_FAMILY = re.compile(r"\bthe (?:eld|old|young)(?:er|est) $", re.IGNORECASE)
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]\.?(?:[A-ZÀ-ÖØ-Þ]\.?)?(?<!\w\w)")
_LOWER_WORD = re.compile(r"(?<![\w’'-])[a-zß-ÿ]+")


class Mention(NamedTuple):
    """A name in the text: offsets of the name without its title, its words, what it names, and the title before it."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: str  # person, organization, place, title (an office without a name), other
    title: str

    @property
    def start_with_title(self) -> int:
        """Where the title begins, or the name where there is none."""
        return self.start - (len(self.title) + 1 if self.title else 0)


def find_mentions(document: Document) -> list[Mention]:
    """Return the names in an article, in order. Headlines are left out: everything is capitalized there.

    >>> from analysis.quotes.document import read_document
    >>> document = read_document("On Monday Sen. Ada Quill met the Border Alliance.")
    >>> [(m.title, " ".join(m.words), m.kind) for m in find_mentions(document)]
    [('Sen.', 'Ada Quill', 'person'), ('', 'Border Alliance', 'organization')]
    """
    lower_words = frozenset(_LOWER_WORD.findall(document.text))
    return [_as_mention(run, document.text, lower_words) for run in find_runs(document, lower_words)]


def _as_mention(run: CapitalizedRun, text: str, lower_words: frozenset[str]) -> Mention:
    if len(run.words) > 1 and _is_post(run.words[-1]):
        if not _is_office(run.words[:-1]):
            run = run.cut(0, len(run.words) - 1)  # "Pia Holm MP"
        else:
            return Mention(run.starts[0], run.end, run.words, "title", "")  # "a Labour MP"
    low = [w.lower() for w in run.words]
    n_title = _title_length(low)
    is_firm = "&" in text[run.starts[0] : run.end]  # Quill & Stern
    kind = "organization" if is_firm else _kind(run, low, n_title, text[max(0, run.starts[0] - 4) : run.starts[0]])
    no_names = (_is_no_given_name(run.words, i) for i in range(len(low) - 1))
    is_known = low[-1] in words("demonyms") or (is_people(run.words[-1]) and all(no_names))
    is_people_of = is_known and low[0] not in first_names()  # "Native Swedes", "South Koreans"
    if kind == "person" and not n_title and (is_people_of or _is_of_common_words(run.words, lower_words)):
        kind = "other"
    if kind != "person":
        return Mention(run.starts[0], run.end, run.words, kind, "")
    while n_title < len(low) - 1 and _is_no_given_name(run.words, n_title):
        n_title += 1
    return Mention(run.starts[n_title], run.end, run.words[n_title:], kind, _title(run.words[:n_title]))


def is_initials(word: str) -> bool:
    """Return whether a word is one or two initials, as before a surname, and no country or the like.

    >>> is_initials("E.E."), is_initials("Q."), is_initials("U.K."), is_initials("Ed")
    (True, True, False, False)
    """
    known = ("places", "home", "institutions")
    return bool(_INITIALS.fullmatch(word)) and not any(word.lower() in words(name) for name in known)


def _is_post(word: str) -> bool:
    """Return whether a word is a post or an honor that may follow a name: MP, QC, PhD."""
    return word.rstrip(".").lower() in words("posts") and not word[1:].islower()


def _is_office(before: tuple[str, ...]) -> bool:
    """Return whether the words before a post belong to it, as in "Labour MP" and "NDP MP", and are nobody's name."""
    given = before[0].lower() in first_names()
    return not given and (len(before) == 1 or all(is_common(word) or word.isupper() for word in before))


def _is_no_given_name(parts: tuple[str, ...], i: int) -> bool:
    """Return whether a name cannot begin with word `i`: "Impeach Obama", "Congress Trump", "AG Sessions"."""
    low = parts[i].lower()
    if low in words("not_names"):
        return True
    if low in first_names() or low in words("links") or len(low.rstrip(".")) < 3:
        return False
    acronym = parts[i].isupper() and low.isalpha() and not all(word.isupper() for word in parts)
    return acronym or is_common(low) or low in organization_words()


def _title(before: tuple[str, ...]) -> str:
    """Return the words before a name that are an office or belong to one, without verbs and the like before them."""
    if any(word.lower() in _title_words() for word in before):
        return " ".join(before[1:] if before[0].lower() in first_names() and is_common(before[0]) else before)
    first = len(before)
    while first and (before[first - 1].lower() in _known_before_names() or not is_common(before[first - 1])):
        first -= 1
    return " ".join(before[first:])


@cache
def _known_before_names() -> frozenset[str]:
    return _title_words() | words("title_parts", "role_modifiers", "not_names", "roles")


def _is_of_common_words(parts: tuple[str, ...], lower_words: frozenset[str]) -> bool:
    """Return whether the words are no person: "Flores Settlement Agreement", "EIP Card", "California Edison"."""
    first, last = parts[0].lower(), parts[-1].lower()
    if first in first_names() or is_initials(parts[0]):
        return False
    acronym = (parts[0].isupper() and len(first) > 2) or (parts[-1].isupper() and last not in words("suffixes"))
    return acronym or last in lower_words or first in words("places") or (is_common(first) and is_common(last))


@cache
def _title_words() -> frozenset[str]:
    return words("titles") | courtesy_titles()


def _title_length(low: list[str]) -> int:
    """Return how many words come before the name: up to the last title, or up to a known given name."""
    last = max((i for i, w in enumerate(low[:-1]) if w in _title_words()), default=-1)
    starts_with_name = low[0] in first_names() or len(low[0].rstrip(".")) == 1
    if starts_with_name and last == 1 and is_common(low[0]):  # "Will President Obama …"
        return 2
    if starts_with_name and low[0] not in _title_words():
        # "Charlotte Mayor Ada Quill" has a title, "Martin Luther King" and "Dean Major Smith" have none.
        return last + 1 if last > 0 and low[last + 1] in first_names() else 0
    can_end = low[-1] in _title_words() and low[-1] not in words("surname_roles")
    if can_end and words("titles", "title_parts").issuperset(low):
        return len(low)  # "Lt. Governor"
    if last > -1:
        return last + 1
    home = words("home") if low[-1] in _title_words() else frozenset()  # "U.S. Ambassador"
    if all(w in _title_words() or w in words("title_parts") or (w in home and len(low) > 1) for w in low):
        return len(low)
    return next((i for i, w in enumerate(low[:-1]) if w in first_names()), 0)


def _kind(run: CapitalizedRun, low: list[str], n_title: int, before: str) -> str:
    """Return what a run names. `low` are its words in lower case, `before` the characters before it."""
    name = low[n_title:]
    if not name:
        return "title"
    full = " ".join(low)
    is_site = (
        len(low) > 1
        and not n_title
        and low[0] in words("place_openers")
        and low[-1] not in words("institutions_of_places")
    )
    if full in words("places") or is_site:
        return "place"
    is_team = low[0] == "team" and len(low) == 2  # "Team Trump": those who work for somebody
    is_acronym = len(low) == 1 and bool(_ACRONYM.fullmatch(run.words[0]))
    if full in words("institutions") or is_team or is_acronym or (not n_title and _is_brand(run.words[0])):
        return "organization"
    if all(w in words("not_names") for w in low):
        return "other"
    is_given = name[0] in first_names() or is_initials(run.words[n_title])
    heads = words("strong_organizations") if is_given and len(name) > 1 else organization_words()
    heads |= frozenset() if is_given or len(low) == 1 else words("named_documents")
    courteous = bool(n_title) and (low[n_title - 1] in courtesy_titles() or _is_of_person(low[n_title - 1], name))
    # The head of an institution's name is its last word, or stands before the "of" in "Department of Justice".
    if not courteous and (name[-1] in heads or any(w in words("joining_heads") for w in _before_links(run, n_title))):
        return "organization"
    return _kind_of_name(name, n_title, is_given=is_given, before=before)


def _is_brand(word: str) -> bool:
    """Return whether a word is written as websites and brands are, not as people: "McConnell" and "MaryAnn" are."""
    found = _BRAND.match(word)
    return found is not None and (found[1] or "").lower() not in words("name_openings") | first_names()


def _is_of_person(title: str, name: list[str]) -> bool:
    """Return whether a title and one word name a person although the word heads institutions: "Senator Camp"."""
    return len(name) == 1 and title in words("titles_of_persons")


def _before_links(run: CapitalizedRun, n_title: int) -> list[str]:
    """Return the words of a run that a joining "of", "for", "and" … follows."""
    ends = [start + len(word) for word, start in zip(run.words, run.starts, strict=True)]
    return [run.words[i].lower() for i in range(n_title, len(ends) - 1) if run.starts[i + 1] > ends[i] + 2]


def _kind_of_name(name: list[str], n_title: int, *, is_given: bool, before: str) -> str:
    if n_title or (is_given and len(name) > 1):
        return "person"
    if len(name) == 1:
        return "other"
    if " ".join(name[-2:]) in words("places") or name[-1] in words("places"):
        return "place"
    # "the Golden Wattle" is rarely somebody; two or three unknown words without an article mostly are.
    return "other" if before.lower().endswith("the ") or len(name) > 4 else "person"


def is_thing(text: str, mention: Mention) -> bool:
    """Return whether a name has the article of a thing, and none follows that it describes: "the Ada Quill said"."""
    return not mention.title and follows_the(text, mention) and not _NOUN_NEXT.match(text, mention.end)


def only_opens(text: str, mention: Mention) -> bool:
    """Return whether a word is a noun or the like with a capital only where sentences begin: "Cooperation"."""
    word = mention.words[-1]
    is_plain = word.lower() in words("group_words") or (bool(_NO_NAME.search(word)) and is_common(word.lower()))
    return is_plain and not mention.title and not re.search(rf"[\w,;] {re.escape(word)}\b", text)


def tells_relatives_apart(text: str, mention: Mention) -> bool:
    """Return whether a surname stands behind "the elder" or the like: not whom the surname alone means."""
    start = mention.start_with_title
    return len(mention.words) == 1 and bool(_OF_ONE_FAMILY.search(text, max(0, start - 16), start))


def follows_the(text: str, mention: Mention) -> bool:
    """Return whether "the" stands directly before a name: people have none, newspapers and laws do."""
    return text[max(0, mention.start_with_title - 4) : mention.start_with_title].lower() == "the "
