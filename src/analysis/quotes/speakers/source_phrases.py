"""What the words of a source are: a name, a pronoun, a role, a group, an institution, a document."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.lexicon import pattern, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import ends_as_person, singular
from analysis.quotes.names.roles import head_of
from analysis.quotes.speakers.groups import is_nobody, is_share
from analysis.quotes.speakers.phrase_core import PhraseCore
from analysis.quotes.speakers.phrase_names import (
    first_name_of_several,
    name_at_end,
    name_before_links,
    name_beside_role,
    name_in_clause,
    numbered_name,
    unlisted_name,
)
from analysis.words.common_words import is_common

SPEAKER_KINDS = ("named_person", "unnamed_person", "group", "organization", "document", "unknown")
_PRONOUN_KINDS = ("person", "group", "thing", "relative", "self", "other")
# Where the part of a source that says who it is ends. What follows describes it.
_BOUNDARY = r"[;(—–:]|,(?!\d)| - | -- |\s{source_boundaries}\b"
_LEAD = re.compile(r"(?:[\s,“\"'‘([]|\b(?:by|from|of|to|for|with|according to|among|both|even|[Nn]either)\s)*")
_PART_OF = r"((?:[\w-]+ ){0,3}(?:{part_words}|\d+)) of "
_POSSESSIVE_MARK = re.compile(r"['’](?:s\b|(?= ))")
_CONTRACTED = re.compile(r"['’](?:s|re|d|ll|ve|m)$")  # "he’s"
_HIMSELF = re.compile(r" (?:himself|herself|itself|themselves)$")
_OF_OFFICE = re.compile(r" (?:of|to) (?:the )?(?:[A-Z][\w.]* (?:and )?)+")
_ACRONYM_THEN_NAME = re.compile(r"\([A-Z]{2,6}\) (?=[A-Z][a-z]|[a-z]+ [A-Z])")
_DEFINITE = re.compile(r"(?:the|that|this|these|those|said)\s", re.IGNORECASE)
_OWNED_NEXT = r" {owned_nouns}\b"
_NEW = ("a ", "an ", "one ", "another ")  # "a paper" is a study, "the paper" a newspaper
_ONE_PERSON = ("a ", "an ", "one ", "another ", "the ", "his ", "her ")
_AFTER_NOUN = re.compile(r" (?:of|for|with|from|in|on|at|to|by|who|that|familiar|close)\b|,")


class SourcePhrase(NamedTuple):
    """The source of a quote, read.

    `form` is name, joint, pronoun, role, organization, document or unknown. `head` is its noun (lower case, singular),
    the kind of pronoun, or the kind of name. `mentions` are the names it is about. `start` and `end` are the offsets
    of its core. `definite` says whether it points back ("the official").
    """

    form: str
    phrase: str
    start: int
    end: int
    head: str = ""
    mentions: tuple[Mention, ...] = ()
    definite: bool = False

    @property
    def is_he_or_she(self) -> bool:
        """Whether it is a third-person singular pronoun."""
        return self.form == "pronoun" and self.head == "person"

    @property
    def is_plural(self) -> bool:
        """Whether it means several people: joint names, or a role noun in the plural."""
        if self.form != "role":
            return self.form == "joint"
        all_words, core_words = self.phrase.split(), self.phrase[: self.end - self.start].split()
        noun = core_words[-1].lower() if core_words else ""
        first = all_words[0].lower() if all_words else ""
        return (
            singular(noun) != noun
            or noun in ("people", "police", "women", "men")
            or first in words("group_words") - {"one", "another", "someone", "somebody", "each", "none"}
        )


def read_source_phrase(
    document: Document,
    spans: tuple[tuple[int, int], ...],
    mentions: list[Mention],
    named: frozenset[str] = frozenset(),
) -> SourcePhrase:
    """Return the source that `spans` of an article give.

    `mentions` are all names of the article in order, `named` the words of the people whom it names in full.

    >>> from analysis.quotes.document import read_document
    >>> from analysis.quotes.names.mentions import find_mentions
    >>> document = read_document("Two aides to Gov. Ada Quill said so.")
    >>> source = read_source_phrase(document, ((0, 23),), find_mentions(document))
    >>> source.form, source.head
    ('role', 'aide')
    """
    text, (start, end) = document.text, spans[0]
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    end = start + len(text[start:end].rstrip('”‘"]'))
    if text[end - 1 : end] == ")" and "(" not in text[start:end]:  # "(The mayor)"
        end -= 1
    pieces = [text[s:e] for s, e in [(start, end), *spans[1:]]]
    phrase = " ".join(" ".join(pieces).split()).strip(' ,;:—–-“”"[]')
    phrase = _HIMSELF.sub("", phrase)
    pronoun = _CONTRACTED.sub("", phrase)
    kind = _pronoun_kinds().get(pronoun.lower())
    if kind:
        phrase = pronoun
        return SourcePhrase("pronoun", phrase, start, end, kind)
    if is_nobody(phrase):
        return SourcePhrase("unknown", phrase, start, end)
    if is_share(phrase):
        return SourcePhrase("role", phrase, start, end, "share")
    first = bisect_left(mentions, start, key=lambda m: m.start)
    inside = [m for m in mentions[first : first + 40] if m.end <= end]
    part = pattern(_PART_OF, re.IGNORECASE).match(text, start, end)  # "one of the", "dozens of"
    begin = part.end() if part else start
    core = PhraseCore(text, begin, _core_end(text, begin, end, inside), end, inside, named)
    name = numbered_name(core) or name_before_links(core) or name_at_end(core)
    if name and name.form != "joint" and name.end < end:  # "University of Ohio at Kent professor Ada Quill"
        name = name_beside_role(core) or name
    if part and name and name.mentions[-1].end <= core.end:
        name = None  # "one of the aides to Ada Quill" is not Ada Quill, "one of the aides, Bo Stern" is Bo Stern
    if not part and not name:
        name = name_in_clause(core) or first_name_of_several(core) or name_beside_role(core) or unlisted_name(core)
    definite = not part and bool(_DEFINITE.match(text, begin, core.end))
    if name:
        return SourcePhrase(name.form, phrase, begin, name.end, name.head, name.mentions, definite)
    form, head, names = _by_noun(core, is_part=bool(part))
    return SourcePhrase(form, phrase, begin, core.end, head, names, definite)


@cache
def _pronoun_kinds() -> dict[str, str]:
    return {pronoun: kind for kind in _PRONOUN_KINDS for pronoun in words(f"{kind}_pronouns")}


def _core_end(text: str, start: int, end: int, inside: list[Mention]) -> int:
    """Return where the first boundary is that is not part of a name or of an office before one."""
    for boundary in pattern(_BOUNDARY).finditer(text, start + 1, end):
        at = boundary.start()
        before = text[start:at]
        if before.lower() in words("determiners"):  # "the outside group"
            continue
        if text[at] == "," and _is_adjectives(before):  # "a short, angry memo"
            continue
        if text[at] == "(" and _ACRONYM_THEN_NAME.match(text, at):  # "Port Authority (PA) Secretary Ada Quill"
            continue
        if not any(m.start <= at < m.end or _is_office(before, text[at : m.start]) for m in inside):
            return at
    return end


def _is_adjectives(before: str) -> bool:
    """Return whether words before a comma have no noun that is known, and are few."""
    tokens = before.split()
    return (
        len(tokens) < 4
        and (before.islower() or (len(tokens) > 1 and before[1:].islower()))
        and all(_form_of_noun(singular(w.lower())) == "unknown" for w in tokens)
    )


def _is_office(before: str, between: str) -> bool:
    """Return whether an "of" belongs to an office: "Secretary of State Ada Quill", "House of Lords Speaker Bo"."""
    if not _OF_OFFICE.fullmatch(between):
        return False
    last = before.split()[-1]
    is_title = between.split()[-1].lower() in words("titles") and len(between.split()) > 2
    return last.istitle() and (is_title or last.lower() in words("offices_with_of"))


def _by_noun(core: PhraseCore, *, is_part: bool) -> tuple[str, str, tuple[Mention, ...]]:
    """Return the form of a source by its head noun (role, organization, document, unknown), the noun, and its names."""
    names = tuple(
        m
        for m in core.mentions
        if core.start <= m.start
        and m.end <= core.end
        and (m.kind != "other" or m.start > core.start or _owns(core.text, m))
    )
    tokens = [singular(w.strip(",.’'“”\"")) for w in core.words.lower().split()] or [""]
    head = head_of(core.words)
    # The last noun of "state and local leaders"; the first of "officials briefed on it"; else any that is known.
    known = [w for w in (tokens[-1], head, *reversed(tokens)) if _form_of_noun(w) != "unknown"]
    plain = [w for w in known if w not in words("group_words")]
    if head in words("publics") or head.removesuffix("s") in words("nouns_for_many"):
        return "role", head, names
    if plain or known:
        noun = (plain or known)[0]
        if noun in words("documents_when_new") and core.words.lower().startswith(_NEW):
            return "document", noun, names
        return _form_of_noun(noun), noun, names
    are_people = (
        tokens[-1].endswith("-year-old")
        or tokens[0] in words("group_words")
        or head.rstrip("s") in words("not_names") | {"democrat", "republican"}
    )
    return ("role" if is_part or are_people else "unknown"), head, names


def _owns(text: str, mention: Mention) -> bool:
    """Return whether a name says whose something is: "Quill’s aides", "Quill campaign"."""
    if _POSSESSIVE_MARK.match(text, mention.end):
        return True
    return bool(pattern(_OWNED_NEXT).match(text, mention.end)) and not is_common(mention.words[-1])


@cache
def _form_of_noun(noun: str) -> str:
    if noun in words("documents"):
        return "document"
    if noun in words("roles") or noun in words("group_words"):
        return "role"
    return "organization" if noun in words("organizations") else "role" if ends_as_person(noun) else "unknown"


def is_one_person(phrase: str) -> bool:
    """Return whether words mean one unnamed person: "a senior official", "the spokesperson"."""
    if not phrase.lower().startswith(_ONE_PERSON):
        return False
    noun = _AFTER_NOUN.split(phrase)[0].split()[-1].lower()
    return singular(noun) == noun and noun != "people"
