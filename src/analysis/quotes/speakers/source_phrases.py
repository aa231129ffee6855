"""What the words of a source are: a name, a pronoun, a role, a group, an institution, a document."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from analysis.quotes.lexicon import words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.roles import head_of, singular

SPEAKER_KINDS = ("named_person", "unnamed_person", "organization", "document", "unknown")

_PRONOUNS = {
    "he": "person",
    "she": "person",
    "him": "person",
    "her": "person",
    "his": "person",
    "hers": "person",
    "himself": "person",
    "herself": "person",
    "they": "group",
    "them": "group",
    "their": "group",
    "themselves": "group",
    "theirs": "group",
    "it": "thing",
    "its": "thing",
    "itself": "thing",
    "who": "relative",
    "which": "relative",
    "that": "relative",
    "whom": "relative",
    "whose": "relative",
    "i": "self",
    "me": "self",
    "my": "self",
    "myself": "self",
    "we": "self",
    "us": "self",
    "our": "self",
    "mine": "self",
    "you": "other",
    "your": "other",
    "this": "other",
    "what": "other",
    "there": "other",
}
# Where the part of a source that says who it is ends; what follows describes it.
_BOUNDARY = re.compile(
    r"[,;(—–:]| - | -- |\s(?:of|for|with|from|in|on|at|to|by|who|whom|whose|that|which|about|against|over|under|near|behind|inside|outside|"
    r"familiar|close|briefed|including|along|involved|working|speaking|quoted|authorized|authorised|representing|posted|released|"
    r"conducted|published|issued|written|obtained|reviewed|commissioned|as|between|among|amongst|after|before|during|since|when|"
    r"where|while|without|because|if|said|says|wrote|told|added)\b"
)
_LEAD = re.compile(r"(?:[\s,“\"'‘(]|\b(?:by|from|of|to|for|with|according to|among|both|even)\s)*")
_PART_OF = re.compile(
    r"((?:[\w-]+ ){0,3}(?:%s)) of "
    % "|".join(
        "some many most several few all both one two three four five six seven eight nine ten dozens hundreds thousands group number majority "
        "half couple pair handful percent part each none others coalition".split()
    ),
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")  # and the day in "Quill Monday said"
_POSSESSIVE_MARK = re.compile(r"['’]s\b")
_AND = re.compile(
    r",? (?:and |nor |& )?(?:(?<=and )(?:(?:his|her|their|the|a|an|former) )?(?:[a-z-]+ ){0,4})?"
)  # "and her brother"
_IN_APPOSITION = re.compile(r"(?: (?:of|for|at|with|in|on) [^,]{1,80})?(?:, | — )")
# "director of strategic communications Hope Hale", where no preposition comes in between
_OF_DUTY = re.compile(r" of (?:(?!(?:for|to|at|with|of|in|on|from|by|under|about|against)\b)[a-z-]+,? ){1,4}")
_IN_BRACKETS = re.compile(r" ?\([^)]*\)")
_OF_OFFICE = re.compile(r" of (?:the )?(?:[A-Z][\w.]* (?:and )?)+")
_PERSON_ENDINGS = re.compile(r"(?:[a-z]{3}(?:ers|ors|ists|ians|ants|ents|ees|cans|men)|[a-z]{3}(?:ist|ian|man|woman))$")
_DEFINITE = re.compile(r"(?:the|that|this|these|those|said)\s", re.IGNORECASE)


class Source(NamedTuple):
    """A source read: `form` is name, joint, pronoun, role, group, organization, document or unknown.

    `mentions` are the names it stands on, `head` its noun (lower case, singular) or the kind of pronoun, `phrase` its words,
    `start` and `end` where its core lies, `definite` whether it points back ("the official").
    """

    form: str
    phrase: str
    start: int
    end: int
    head: str = ""
    mentions: tuple[Mention, ...] = ()
    definite: bool = False


def read_source(text: str, spans, mentions: list[Mention]) -> Source:
    """The source that `spans` of `text` give; `mentions` are all names of the text in order.

    >>> from analysis.quotes.names.mentions import find_mentions
    >>> text = "Two aides to Gov. Ada Quill said so."
    >>> from analysis.quotes.document import read_document
    >>> source = read_source(text, [(0, 23)], find_mentions(read_document(text)))
    >>> source.form, source.head
    ('role', 'aide')
    """
    start, end = spans[0]
    start = _LEAD.match(text, start, end).end()
    end = start + len(text[start:end].rstrip('”‘"'))
    phrase = " ".join(" ".join(text[s:e] for s, e in [(start, end), *spans[1:]]).split()).strip(' ,;:—–-“”"')
    kind = _PRONOUNS.get(phrase.lower())
    if kind:
        return Source("pronoun", phrase, start, end, kind)
    first = bisect_left(mentions, start, key=lambda m: m.start)
    inside = [m for m in mentions[first : first + 40] if m.end <= end]
    part = _PART_OF.match(text, start, end)
    begin = part.end() if part else start
    stop = _core_end(text, begin, end, inside)
    core = Source("", phrase, begin, stop, definite=not part and bool(_DEFINITE.match(text, begin, stop)))
    source = _named(text, core, end, inside)
    if part and source and source.mentions[-1].end <= stop:
        source = None  # "one of the aides to Ada Quill" is not Ada Quill, "one of the aides, Bo Stern" is Bo Stern
    if not part and not source:
        source = _first_of_several(text, core, inside) or _plain_name(text, core)
    return source or _by_noun(text, core, inside, bool(part))


def _with_title(mention):
    """Where a name begins, its title included."""
    return mention.start - (len(mention.title) + 1 if mention.title else 0)


def _core_end(text, start, end, inside):
    for boundary in _BOUNDARY.finditer(text, start + 1, end):
        at = boundary.start()
        if not any(m.start <= at < m.end or _is_office(text[start:at], text[at : m.start]) for m in inside):
            return at
    return end


def _is_office(before, between):
    """True at the "of" in "Secretary of State Ada Quill"."""
    offices = ("Secretary", "Secretaries", "Chief", "Minister", "Director", "Speaker")
    return bool(_OF_OFFICE.fullmatch(between)) and before.split()[-1] in offices


def _named(text, core, end, inside):
    """The source as a name if its core ends with one, or if a name in apposition follows it."""
    bare = core.end - len(text[core.start : core.end]) + len(_POSSESSIVE.sub("", text[core.start : core.end].rstrip()))
    last = next((m for m in inside if m.end == bare), None)
    if last is None or (last.kind == "title" and len(last.words) > 1 and core.end < end):
        return _in_apposition(text, core, end, inside)
    if last.kind == "other" and " ".join(last.words).lower() in words("not_names"):
        return None
    if (last.kind == "title" or last.kind == "other" and len(last.words) == 1) and _is_noun(text, core, last):
        return None
    joint = [m for m in inside if m.kind == last.kind and m.end <= bare and _is_joined(text, m, last)]
    joint, last = (
        ([*joint, last, *following[:-1]], following[-1])
        if (following := _listed(text, last, inside))
        else (joint, last)
    )
    form = "name" if last.kind in ("person", "other", "title") else "organization"
    if joint:
        return core._replace(form="joint", head=last.kind, mentions=(*joint, last))
    return core._replace(form=form, head=last.kind, mentions=(last,))


def _in_apposition(text, core, end, inside):
    """The source as the name that follows a role: "the union boss, Bo Stern", "one lawmaker, Quill"; not "the bosses, Bo Stern"."""
    close = core.end + len(text[core.end : end].rstrip(", "))
    later = [
        m
        for m in inside
        if m.start > core.end and (m.kind == "person" or (m.kind == "other" and m.end == close and _is_surname(m)))
    ]
    after = next((m for m in later if _follows(text[core.end : _with_title(m)])), None)
    noun = head_of(text[core.start : core.end])
    one_of = text[max(0, core.start - 7) : core.start].lower().endswith("one of ")
    single = one_of or noun in text[core.start : core.end].lower().split()
    return (
        core._replace(form="name", head="person", mentions=(after,))
        if after and single and noun in words("roles")
        else None
    )


def _follows(between):
    """True for the words between a role and the name of who has it: ", ", " of the Port, ", " of public affairs "."""
    duty = _OF_DUTY.fullmatch(between)
    return bool(_IN_APPOSITION.fullmatch(between) or (duty and singular(between.split()[-1]) not in words("roles")))


def _is_surname(mention):
    return len(mention.words) == 1 and mention.words[0].lower() not in words("not_names") | words("roles")


def _is_noun(text, core, mention):
    """True for "the Bishop", "Officials"; "King" alone is a surname."""
    low = mention.words[-1].lower()
    alone = mention.start == core.start and not _opens(text, core.start)
    return singular(low) in words("roles") | words("documents") | words("organizations") and not (
        alone and low in words("surname_roles")
    )


def _opens(text, at):
    return text[:at].rstrip(" “\"‘'")[-1:] in ("", ".", "!", "?", "\n")


def _first_of_several(text, core, inside):
    """The name before "and" in "Ada Quill and her aides"."""
    for at in (m.start() for m in re.finditer(r" and |, ", text[core.start : core.end])):
        cut = core._replace(end=core.start + at)
        if any(m.end == cut.end for m in inside):
            return _named(text, cut, cut.end, inside)
    return None


def _plain_name(text, core):
    """A name that the finder passed over, as in a headline: up to four capitalised words that are no common noun."""
    name = _POSSESSIVE.sub("", text[core.start : core.end].strip()).rstrip("”\"’‘'")
    tokens = name.split()
    if not 0 < len(tokens) < 5 or not all(w[0].isupper() for w in tokens) or tokens[0].lower() in words("starters"):
        return None
    if singular(tokens[-1].lower()) in words("roles") | words("documents") | words("organizations") | words(
        "not_names"
    ):
        return None
    mention = Mention(core.start, core.start + len(name), tuple(tokens), "other", "")
    return core._replace(form="name", head="person", mentions=(mention,))


def _listed(text, first, inside):
    """The names that follow in "Ada Quill (R-Va.), Bo Stern and Karl Lund" or "Quill, Stern and Lund"; none if no "and" does."""
    found, joined = [], False
    for mention in (m for m in inside if m.start > first.end and m.kind == first.kind):
        between = _IN_BRACKETS.sub("", text[(found or [first])[-1].end : _with_title(mention)])
        if joined or between not in (", ", ", and ", " and "):
            break
        found.append(mention)
        joined = between.endswith("and ")
    return found if joined and first.kind in ("person", "other") else []


def _is_joined(text, earlier, last):
    between = _IN_BRACKETS.sub("", text[earlier.end : _with_title(last)])
    return bool(_AND.fullmatch(between))


@cache
def _kind_of_noun(noun):
    if noun in words("documents"):
        return "document"
    if noun in words("roles") or noun in words("group_words"):
        return "role"
    return "organization" if noun in words("organizations") else "role" if _PERSON_ENDINGS.search(noun) else "unknown"


def _by_noun(text, core, inside, part):
    """The source by its head noun: role, organization, document, or unknown."""
    words_of_core = text[core.start : core.end]
    names = tuple(
        m
        for m in inside
        if core.start <= m.start
        and m.end <= core.end
        and (m.kind != "other" or m.start > core.start or _POSSESSIVE_MARK.match(text, m.end))
    )
    tokens = [singular(w.strip(",.’'")) for w in words_of_core.lower().split()] or [""]
    # The last noun of "state and local leaders"; the first of "officials briefed on it"; else any that is known.
    known = [w for w in (tokens[-1], head_of(words_of_core), *reversed(tokens)) if _kind_of_noun(w) != "unknown"]
    plain = [w for w in known if w not in words("group_words")]
    if plain or known:
        noun = (plain or known)[0]
        return core._replace(form=_kind_of_noun(noun), head=noun, mentions=names)
    noun = head_of(words_of_core)
    people = (
        part or tokens[0] in words("group_words") or noun.rstrip("s") in words("not_names") | {"democrat", "republican"}
    )
    return core._replace(form="role" if people else "unknown", head=noun, mentions=names)
