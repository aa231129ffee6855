"""The name in a source phrase: at its end, beside a role, in a clause, or several names joined by "and"."""

import re

from analysis.quotes.lexicon import first_names, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import singular, source_nouns
from analysis.quotes.names.roles import head_of
from analysis.quotes.speakers.appositions import IN_BRACKETS, name_in_apposition, names_listed
from analysis.quotes.speakers.phrase_core import NamedSource, PhraseCore

_POSSESSIVE = re.compile(
    r"['’]s?(?: own)?$| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"
)  # and the day in "Quill Monday said"
_POST = re.compile(r" [A-Z]{2,4}$")  # "Pia Holm MP", where the name ends before it
_NUMBERED = re.compile(  # "Harbor broadcaster TV4", "Fox 5 DC", "the 9th Circuit"
    r"(?:[Tt]he )?(?:(?:[A-Z][a-z]{1,20} )?[a-z]{4,20} )?(?P<name>(?:[A-Z][A-Za-z]{2,20} ){1,2}\d{1,2}(?: [A-Z]{2,3})?"
    r"|[A-Z]{2,4}\d{1,2}|\d{1,2}(?:st|nd|rd|th)(?: U\.S\.)?(?: (?:of )?[A-Z][a-z]{1,20}){1,4})"
)
_AND = re.compile(  # "and", "and her brother"
    r",? (?:and |nor |& )?(?:(?<=and )(?:(?:his|her|their|the|a|an|former) )?(?:[a-z-]+ ){0,4})?"
)
_AND_OR_COMMA = re.compile(r" and |, ")
_CAPITALS = re.compile(r"(?:then-)?(?:[A-Z][\w.’'-]{0,30} (?:(?:of|for|and|the) ){0,2}){2,12}")
_BEFORE_ROLE = re.compile(r"(?:(?:[A-Z][\w.’'-]{0,30}|of|at|for|in|and|the|&) ){1,9}[a-z-]{1,30} ")
# "a man who identified himself as Bo Stern", "a woman who goes by the name “Shorty”"
_GIVES_NAME = re.compile(
    r"\b(?:identif(?:ied|ying|ies) (?:him|her|them)sel(?:f|ves) (?:only )?as"
    r"|(?:goes|went|going) by(?: the name)?(?: of)?"
    r"|(?:gave|giving|uses?|using|used) (?:(?:only )?(?:his|her|their|the) )?(?:\w+ )?name(?: only)?(?: of| as|,)?"
    r"|(?:asked|wants|wanted) to be (?:called|known as|identified(?: only)?(?: as| by (?:his|her|their) \w+ name,)?)"
    r"|calls? (?:him|her)self|known(?: only| simply)? as|named|nicknamed|called) [“\"‘']?(?=[A-Z])"
)
_NAME_GIVEN = re.compile(r"[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?){0,2}")
_CLAUSE = 120  # characters that are read of a clause after a source


def name_at_end(core: PhraseCore) -> NamedSource | None:
    """Return the name with which a core ends, or which follows it in apposition; None if there is none."""
    bare = _POSSESSIVE.sub("", core.words.rstrip())
    bare_end = core.start + len(bare)
    ends = (bare_end, core.start + len(_POST.sub("", bare)))
    last = next((m for m in core.mentions if m.end in ends), None)
    if last is None or (last.kind == "title" and len(last.words) > 1 and core.end < core.phrase_end):
        return name_in_apposition(core)
    if last.kind == "other" and " ".join(last.words).lower() in words("not_names"):
        return None
    if (last.kind == "title" or (last.kind == "other" and len(last.words) == 1)) and _is_noun(core, last):
        return name_in_apposition(core)
    if last.kind == "organization" and len(last.words) == 1 and last.words[0].lower() in words("roles"):
        return None  # "the former VP"
    before = [m for m in core.mentions if _are_alike(m, last) and m.end <= bare_end and _is_joined(core, m, last)]
    names = (*before, last, *names_listed(core, last))
    if len(names) > 1:
        return NamedSource("joint", last.kind, names, core.end)
    form = "name" if last.kind in ("person", "other", "title") else "organization"
    return NamedSource(form, last.kind, names, core.end)


def numbered_name(core: PhraseCore) -> NamedSource | None:
    """Return the name of a station, a court or the like that has a number: "Channel 2", "the 1st Circuit"."""
    found = _NUMBERED.fullmatch(core.words)
    no_names = words("documents", "calendar", "roles")
    if found is None or any(word.lower() in no_names for word in found["name"].split()):
        return None
    start, end = (core.start + at for at in found.span("name"))
    mention = Mention(start, end, tuple(found["name"].split()), "organization", "")
    return NamedSource("organization", "organization", (mention,), core.end)


def name_before_links(core: PhraseCore) -> NamedSource | None:
    """Return the name to which links of a web page are glued: "Ada Quill Ada Jo QuillStorm leaves MORE"."""
    for mention in (m for m in core.mentions[:2] if m.start < core.end):
        glued = re.compile(rf"\b{re.escape(mention.words[-1])}(?=[A-Z]{{2}}|[A-Z][a-z]|A )")
        if mention.kind == "person" and glued.search(core.text, mention.start, core.phrase_end):
            return NamedSource("name", "person", (mention,), core.phrase_end)
    return None


def name_beside_role(core: PhraseCore) -> NamedSource | None:
    """Return a name without a comma beside what somebody is: "Ada Quill executive director of the port"."""
    mention = next((m for m in core.mentions if m.kind == "person"), None)
    if mention is None or len(mention.words) == 1:
        return None
    before = core.text[core.start : mention.start_with_title]
    after = core.text[mention.end : core.end]
    noun = before.split()[-1] if before.strip() else ""
    own = words("roles") - words("dependents")  # "Ada Quill aide" is not Ada Quill
    is_after = not before and after.islower() and after[0] == " " and after.split()[-1] in own
    is_titled = any(
        word.lower().rpartition("-")[2] in words("titles") for word in before.split()
    ) and _CAPITALS.fullmatch(before)
    if is_after or is_titled or (noun in words("roles") and _BEFORE_ROLE.fullmatch(before)):
        return NamedSource("name", "person", (mention,), core.end)
    return None


def first_name_of_several(core: PhraseCore) -> NamedSource | None:
    """Return the name before "and" in "Ada Quill and her aides"."""
    for found in _AND_OR_COMMA.finditer(core.words):
        end = core.start + found.start()
        if any(m.end == end for m in core.mentions) and not _shares_a_noun(
            core.text[core.start + found.end() : core.end]
        ):
            return name_at_end(core._replace(end=end, phrase_end=end))
    return None


def _shares_a_noun(after: str) -> bool:
    """Return whether what follows "and" has the noun of both names: "U.S. and Russian officials"."""
    tokens = after.split()
    return len(tokens) > 1 and after[0].isupper() and tokens[-1].islower() and singular(tokens[-1]) in source_nouns()


def name_in_clause(core: PhraseCore) -> NamedSource | None:
    """Return the name that a person without one gives in a clause: "a man who identified himself as Bo Stern"."""
    end = core.phrase_end
    if core.text.startswith((" who ", ", who "), end):  # the source is "a man" alone
        end = core.text.find("\n", end, end + _CLAUSE) % (end + _CLAUSE + 1)
    gives = _GIVES_NAME.search(core.text, core.start, end)
    if gives is None or singular(head_of(core.words)) not in words("roles"):
        return None
    at = gives.end()
    named = next((m for m in core.mentions if m.start_with_title <= at <= m.start), None)
    if named is None:
        found = _NAME_GIVEN.match(core.text, at)
        name = found.group().rstrip(".") if found else ""
        named = Mention(at, at + len(name), tuple(name.split()), "other", "")
    is_person = named.words and (named.kind == "person" or named.kind == "other")
    return NamedSource("name", "person", (named,), min(core.end, gives.start())) if is_person else None


def unlisted_name(core: PhraseCore) -> NamedSource | None:
    """Return a name that only a headline has: up to four capitalized words that are no common noun."""
    name = _POSSESSIVE.sub("", core.words.strip()).rstrip("”\"’‘'")
    tokens = name.split()
    if name in core.named and core.text[core.start - 4 : core.start].lower() != "the ":  # "French" where Ada French is
        return NamedSource(
            "name", "person", (Mention(core.start, core.start + len(name), (name,), "other", ""),), core.end
        )
    if not 0 < len(tokens) < 5 or not all(w[0].isupper() for w in tokens) or tokens[0].lower() in words("starters"):
        return None
    is_full = len(tokens) > 1 and tokens[0].lower() in first_names()  # "Ada Baker"
    if not is_full and (
        (noun := singular(tokens[-1].lower())) in source_nouns() or noun in words("not_names", "group_words")
    ):
        return None
    mention = Mention(core.start, core.start + len(name), tuple(tokens), "other", "")
    return NamedSource("name", "person", (mention,), core.end)


def _is_noun(core: PhraseCore, mention: Mention) -> bool:
    """Return whether a name is a noun: "the Bishop", "Officials". "King" alone, or somebody’s name, is none."""
    if core.words.strip() in core.named:
        return False
    low = mention.words[-1].lower()
    opens = core.text[: core.start].rstrip(" “\"‘'")[-1:] in ("", ".", "!", "?", "\n")
    alone = mention.start == core.start and not opens
    return singular(low) in source_nouns() and not (alone and low in words("surname_roles"))


def _are_alike(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == {"organization", "other"}


def _is_joined(core: PhraseCore, earlier: Mention, last: Mention) -> bool:
    return bool(_AND.fullmatch(IN_BRACKETS.sub("", core.text[earlier.end : last.start_with_title])))
