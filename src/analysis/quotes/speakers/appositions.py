"""Names in apposition: "the union boss, Bo Stern", and further ones listed behind a name."""

import re

from analysis.quotes.lexicon import words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import DOER_ENDINGS, ends_as_person, singular, source_nouns
from analysis.quotes.names.roles import head_of
from analysis.quotes.speakers.phrase_core import NamedSource, PhraseCore

IN_BRACKETS = re.compile(r" ?\([^()]*\)")
_FORMER = r"(?:(?:former|then|fellow|longtime|acting)[ -])?"
_IN_APPOSITION = re.compile(rf"(?: (?:of|for|at|with|in|on|to|from|who|that) [^,]{{1,80}})?(?:, | — ){_FORMER}")
_DASH = re.compile(r"^(?: ?[—–] ?| -{1,2} |,[”\"] )")  # "the two leaders -- Ada Quill and Bo Stern"
_CAPITALIZED = re.compile(r", (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,5})(?=,|$)")
_PARTY = re.compile(r", [DRI]-[A-Z][\w.]*(?=,| and )")
_MODIFIERS = 6  # words between a comma and a name that belong to the name
_IN_A_ROW = re.compile(rf", (?:and )?{_FORMER}| and {_FORMER}")
_DOER = re.compile(rf"[a-z]{{3}}(?:{DOER_ENDINGS})$")
# "director of strategic communications Hope Hale", where no preposition comes in between
_OF_DUTY = re.compile(r" of (?:(?!(?:for|to|at|with|of|in|on|from|by|under|about|against)\b)[a-z-]+,? ){1,4}")


def name_in_apposition(core: PhraseCore) -> NamedSource | None:
    """Return the name after a role: "the union boss, Bo Stern", "one lawmaker, Quill"; not "the bosses, Bo Stern"."""
    text, role = core.text, core.words
    noun = head_of(role)
    one_of = text[max(0, core.start - 7) : core.start].lower().endswith("one of ")
    if noun in words("organizations") and (one_of or noun == role.lower().split()[-1]):  # "a company, Quill Dynamics,"
        return _institution_in_apposition(core)
    close = core.end + len(text[core.end : core.phrase_end].removesuffix(" who").rstrip(", "))
    later = [
        m
        for m in core.mentions
        if m.start > core.end
        and (m.kind == "person" or (m.kind == "other" and (m.end == close or text[m.end] == ",") and _is_surname(m)))
    ]
    name = next((m for m in later if _can_link(text[core.end : m.start_with_title])), None)
    is_single = one_of or noun in role.lower().split()
    may_be = noun in words("roles") or (_DOER.search(noun) and noun not in source_nouns())
    if name is None or not (may_be or (one_of and ends_as_person(noun))):
        return None
    if len(name.words) == 1 and noun not in words("roles"):  # "tax-writer, House Ways and Means Chairman Ada Quill"
        return None
    if is_single:
        return NamedSource("name", "person", (name,), core.end)
    names = (name, *names_listed(core, name))  # "two lawmakers, Ada Quill and Bo Stern"
    return NamedSource("joint", "person", names, core.end) if len(names) > 1 else None


def _institution_in_apposition(core: PhraseCore) -> NamedSource | None:
    """Return the name after the noun of an institution: "a company, Quill Dynamics,"."""
    text = core.text
    named = next((m for m in core.mentions if m.start > core.end), None)
    found = _CAPITALIZED.match(text, core.end, core.phrase_end)
    if found and (named is None or found.start(1) <= named.start < found.end(1)):
        named = Mention(found.start(1), found.end(1), tuple(found[1].split()), "organization", "")
    elif named is None or text[core.end : named.start] != ", ":
        return None
    return NamedSource("organization", "organization", (named._replace(kind="organization"),), core.end)


def _can_link(between: str) -> bool:
    """Return whether words can stand between a role and its holder: " of the Port, ", " of public affairs "."""
    duty = _OF_DUTY.fullmatch(between)
    between = _DASH.sub(", ", between)
    before, comma, role = between.rpartition(", ")
    is_role = role.islower() and role.split()[-1] in words("roles")  # "a friend of the port, former director Ada"
    if comma and (is_role or _are_modifiers(role.split())):
        between = before + comma
    return bool(
        _IN_APPOSITION.fullmatch(between) or (duty and singular(between.split()[-1]) not in words("roles") - {"staff"})
    )


def _are_modifiers(tokens: list[str]) -> bool:
    """Return whether words behind a comma belong to the name after them: "Harbor police Sgt.", "the ever-present"."""
    known = words("roles", "titles", "title_parts", "role_modifiers", "organizations")
    if tokens[:1] == ["the"]:
        return len(tokens) == 2
    return len(tokens) <= _MODIFIERS and all(token[0].isupper() or token.lower() in known for token in tokens)


def _is_surname(mention: Mention) -> bool:
    return len(mention.words) == 1 and mention.words[0].lower() not in words("not_names", "roles")


def names_listed(core: PhraseCore, first: Mention) -> list[Mention]:
    """Return the further names in "Ada Quill (R-Va.), Bo Stern and Karl Lund"; none if no "and" comes."""
    found: list[Mention] = []
    for mention in (
        m
        for m in core.mentions
        if m.start > first.end and (m.kind == first.kind or {m.kind, first.kind} == {"person", "other"})
    ):
        since = core.text[first.end : mention.start]
        if since.count("(") > since.count(")"):
            continue  # "C." in "(R-N.C.)"
        between = IN_BRACKETS.sub("", core.text[[first, *found][-1].end : mention.start_with_title])
        if not _IN_A_ROW.fullmatch(_PARTY.sub("", between)):
            break
        found.append(mention)
        if " and " in between:
            return found if first.kind in ("person", "other") else []
    return []
