"""The name in a source phrase: at its end, in apposition after a role, or several names joined by "and"."""

import re
from typing import NamedTuple

from analysis.quotes.lexicon import first_names, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.nouns import DOER_ENDINGS, ends_as_person, singular, source_nouns
from analysis.quotes.names.roles import head_of

_POSSESSIVE = re.compile(
    r"['’]s?(?: own)?$| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"
)  # and the day in "Quill Monday said"
_POST = re.compile(r" [A-Z]{2,4}$")  # "Pia Holm MP", where the name ends before it
_AND = re.compile(  # "and", "and her brother"
    r",? (?:and |nor |& )?(?:(?<=and )(?:(?:his|her|their|the|a|an|former) )?(?:[a-z-]+ ){0,4})?"
)
_AND_OR_COMMA = re.compile(r" and |, ")
_FORMER = r"(?:(?:former|then|fellow|longtime|acting)[ -])?"
_IN_APPOSITION = re.compile(rf"(?: (?:of|for|at|with|in|on|to|from|who|that) [^,]{{1,80}})?(?:, | — ){_FORMER}")
_IN_A_ROW = re.compile(rf", (?:and )?{_FORMER}| and {_FORMER}")
_DOER = re.compile(rf"[a-z]{{3}}(?:{DOER_ENDINGS})$")
_CAPITALS = re.compile(r"(?:then-)?(?:[A-Z][\w.’'-]{0,30} (?:(?:of|for|and|the) ){0,2}){2,12}")
_BEFORE_ROLE = re.compile(r"(?:(?:[A-Z][\w.’'-]{0,30}|of|at|for|in|and|the|&) ){1,9}[a-z-]{1,30} ")
# "director of strategic communications Hope Hale", where no preposition comes in between
_OF_DUTY = re.compile(r" of (?:(?!(?:for|to|at|with|of|in|on|from|by|under|about|against)\b)[a-z-]+,? ){1,4}")
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
_IN_BRACKETS = re.compile(r" ?\([^()]*\)")


class PhraseCore(NamedTuple):
    """The part of a source phrase that says who it is: its offsets, where the phrase ends, the names in the phrase.

    `named` are the words of all names that the article gives in full, "Page" after "Ada Page".
    """

    text: str
    start: int
    end: int
    phrase_end: int
    mentions: list[Mention]
    named: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The core's words."""
        return self.text[self.start : self.end]


class NamedSource(NamedTuple):
    """The names that a phrase is about: form (name, joint, organization), kind of name, names, end of the core."""

    form: str
    head: str
    mentions: tuple[Mention, ...]
    end: int


def name_at_end(core: PhraseCore) -> NamedSource | None:
    """Return the name with which a core ends, or which follows it in apposition; None if there is none."""
    bare = _POSSESSIVE.sub("", core.words.rstrip())
    bare_end = core.start + len(bare)
    ends = (bare_end, core.start + len(_POST.sub("", bare)))
    last = next((m for m in core.mentions if m.end in ends), None)
    if last is None or (last.kind == "title" and len(last.words) > 1 and core.end < core.phrase_end):
        return _name_in_apposition(core)
    if last.kind == "other" and " ".join(last.words).lower() in words("not_names"):
        return None
    if (last.kind == "title" or (last.kind == "other" and len(last.words) == 1)) and _is_noun(core, last):
        return _name_in_apposition(core) if last.kind == "title" else None
    if last.kind == "organization" and len(last.words) == 1 and last.words[0].lower() in words("roles"):
        return None  # "the former VP"
    before = [m for m in core.mentions if _are_alike(m, last) and m.end <= bare_end and _is_joined(core, m, last)]
    names = (*before, last, *_listed(core, last))
    if len(names) > 1:
        return NamedSource("joint", last.kind, names, core.end)
    form = "name" if last.kind in ("person", "other", "title") else "organization"
    return NamedSource(form, last.kind, names, core.end)


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
    if not is_full and singular(tokens[-1].lower()) in source_nouns() | words("not_names") | words("group_words"):
        return None
    mention = Mention(core.start, core.start + len(name), tuple(tokens), "other", "")
    return NamedSource("name", "person", (mention,), core.end)


def _name_in_apposition(core: PhraseCore) -> NamedSource | None:
    """Return the name after a role: "the union boss, Bo Stern", "one lawmaker, Quill"; not "the bosses, Bo Stern"."""
    text, role = core.text, core.words
    noun = head_of(role)
    if noun in words("organizations") and noun == role.lower().split()[-1]:  # "a company, Quill Dynamics,"
        named = next((m for m in core.mentions if m.start > core.end), None)
        if named is not None and text[core.end : named.start] == ", ":
            named = named._replace(kind="organization")
            return NamedSource("organization", "organization", (named,), core.end)
        return None
    close = core.end + len(text[core.end : core.phrase_end].removesuffix(" who").rstrip(", "))
    later = [
        m
        for m in core.mentions
        if m.start > core.end and (m.kind == "person" or (m.kind == "other" and m.end == close and _is_surname(m)))
    ]
    name = next((m for m in later if _can_link(text[core.end : m.start_with_title])), None)
    one_of = text[max(0, core.start - 7) : core.start].lower().endswith("one of ")
    is_single = one_of or noun in role.lower().split()
    may_be = noun in words("roles") or (_DOER.search(noun) and noun not in source_nouns())
    if name is None or not (may_be or (one_of and ends_as_person(noun))):
        return None
    if len(name.words) == 1 and noun not in words("roles"):  # "tax-writer, House Ways and Means Chairman Ada Quill"
        return None
    if is_single:
        return NamedSource("name", "person", (name,), core.end)
    names = (name, *_listed(core, name))  # "two lawmakers, Ada Quill and Bo Stern"
    return NamedSource("joint", "person", names, core.end) if len(names) > 1 else None


def _can_link(between: str) -> bool:
    """Return whether words can stand between a role and its holder: " of the Port, ", " of public affairs "."""
    duty = _OF_DUTY.fullmatch(between)
    before, comma, role = between.rpartition(", ")
    if comma and role.islower() and role.split()[-1] in words("roles"):  # "a friend of the port, former director Ada"
        between = before + comma
    return bool(
        _IN_APPOSITION.fullmatch(between) or (duty and singular(between.split()[-1]) not in words("roles") - {"staff"})
    )


def _is_surname(mention: Mention) -> bool:
    return len(mention.words) == 1 and mention.words[0].lower() not in words("not_names") | words("roles")


def _is_noun(core: PhraseCore, mention: Mention) -> bool:
    """Return whether a name is a noun: "the Bishop", "Officials". "King" alone, or somebody’s name, is none."""
    if core.words.strip() in core.named:
        return False
    low = mention.words[-1].lower()
    opens = core.text[: core.start].rstrip(" “\"‘'")[-1:] in ("", ".", "!", "?", "\n")
    alone = mention.start == core.start and not opens
    return singular(low) in source_nouns() and not (alone and low in words("surname_roles"))


def _listed(core: PhraseCore, first: Mention) -> list[Mention]:
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
        between = _IN_BRACKETS.sub("", core.text[[first, *found][-1].end : mention.start_with_title])
        if not _IN_A_ROW.fullmatch(between):
            break
        found.append(mention)
        if " and " in between:
            return found if first.kind in ("person", "other") else []
    return []


def _are_alike(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == {"organization", "other"}


def _is_joined(core: PhraseCore, earlier: Mention, last: Mention) -> bool:
    return bool(_AND.fullmatch(_IN_BRACKETS.sub("", core.text[earlier.end : last.start_with_title])))
