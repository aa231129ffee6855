"""The ways from a source's words to whom they mean in an article."""

import re

from analysis.quotes.lexicon import words
from analysis.quotes.names.institutions import institution_for_noun
from analysis.quotes.names.roles import same_role, singular
from analysis.quotes.speakers.discourse import Article, Who, last_named, only_one_near, person, sentences_before
from analysis.quotes.speakers.narration import place
from analysis.quotes.speakers.source_phrases import Source, read_source

# What an article calls somebody so as not to repeat the name: "the three-term Republican".
_VARIATIONS = frozenset(
    "republican democrat libertarian front-runner frontrunner candidate nominee lawmaker politician businessman native "
    "billionaire mogul veteran conservative liberal incumbent challenger newcomer".split()
)
_PARTIES = frozenset(("democratic", "republican"))  # who is one is not the other
_PLURAL = re.compile(r"[a-z](?:ers|eans|ians|ists|ors)$")
_POSSESSIVE = re.compile(r"['’]s\b")
_REACH = 30  # earlier sources looked at, so that the work grows with the text only


def by_name(article: Article, source: Source) -> Who:
    """Whom a name means: the person or institution it belongs to, else the name itself."""
    mention = source.mentions[-1]
    shouted = (
        len(mention.words) == 1 and mention.words[0].isupper()
    )  # HOLM: in a script, which looks like an institution's letters
    if shouted and mention.words[0].lower() in article.by_last_name:
        return person(article, article.by_last_name[mention.words[0].lower()])
    if mention.start in article.institution_at:
        return Who(article.institution_at[mention.start], "organization")
    number = article.person_at.get(mention.start)
    if number is None and mention.kind != "place":
        number = article.by_last_name.get(mention.words[-1].lower())
    if number is not None:
        return person(article, number)
    name = " ".join(article.text[mention.start : mention.end].split())
    if (
        _PLURAL.search(name)
        and len(mention.words) == 1
        and (source.definite or mention.kind == "other" and source.phrase == name)
    ):
        return Who(None, "unnamed_person", source.phrase)
    collective = mention.kind in ("place", "organization") or (name.isupper() and len(name) > 1) or source.definite
    return Who(name, "organization" if collective else "named_person")


def jointly(article: Article, source: Source) -> Who:
    """Several people or institutions named together, joined by " and "."""
    named = [by_name(article, source._replace(mentions=(m,))) for m in source.mentions]
    return Who(" and ".join(dict.fromkeys(who.speaker for who in named)), named[-1].kind, None)


def by_role(article: Article, source: Source) -> Who:
    """Somebody known by a role: the one named before in that role for "the official", else unnamed, in the words given."""
    own = Who(None, "unnamed_person", source.phrase)
    several = is_several(source)
    points_back = source.definite or source.phrase.lower().startswith(("his ", "her ", "their ", "its "))
    if not points_back or (several and len(source.phrase.split()) > 3):  # "the people familiar with the talks" are new
        return own
    earlier = next(
        (
            h
            for h in reversed(article.heard[-_REACH:])
            if h.head
            and same_role(h.head, source.head)
            and h.several == several
            and h.who.kind in ("unnamed_person", "named_person")
        ),
        None,
    )
    holder = None if several else _holder(article, source)
    if holder is not None and (earlier is None or last_named(article, holder, source.start) > earlier.at):
        return person(article, holder)
    alone = None if several or earlier or source.head not in _VARIATIONS else only_one_near(article, source.start)
    return earlier.who if earlier else person(article, alone) if alone is not None else own


def _holder(article, source):
    """Who holds the office that a source names: the role most like it in words, then the person last named before it."""
    asked = frozenset(source.phrase.lower().split()) - {"the", "a", "an", "his", "her"}
    proper = (
        {w.lower() for w in source.phrase.split() if w[0].isupper()}
        - {"the", "a", "his", "her"}
        - _PARTIES
        - _VARIATIONS
    )
    fitting = [
        (len(asked & held), last_named(article, number, source.start), number)
        for head, number, held in article.offices
        if same_role(head, source.head)
        and not _PARTIES & (asked ^ held) >= _PARTIES
        and (source.head not in _VARIATIONS or proper <= held)
    ]
    return max(fitting)[-1] if fitting else None


def by_institution(article: Article, source: Source, owner: int | None) -> Who:
    """An institution given by a noun: "the Quill campaign", "his campaign" (`owner` is he), "the agency" (the last that fits)."""
    if source.mentions:
        first = source.mentions[0]
        name = " ".join(article.text[first.start : source.end].strip(" ,").split())
        number = article.person_at.get(first.start)
        if number is not None and _POSSESSIVE.match(article.text, first.end):  # "Quill’s office" is Ada Quill’s
            name = article.people[number].name + " ".join(article.text[first.end : source.end].strip(" ,").split())
        return Who(name.removesuffix("'s").removesuffix("’s"), "organization")
    if owner is not None:
        return Who(f"{article.people[owner].name}’s {source.head}", "organization")
    plain = len(article.text[source.start : source.end].split()) == 2  # "the agency", but not "the state agency"
    meant = institution_for_noun(article.institutions, source.head, source.start) if source.definite and plain else None
    return Who(meant, "organization", None if meant else source.phrase)


def earlier_group(article: Article, source: Source) -> Who:
    """Whom "they" means: the last source of several people within three sentences, else the last institution."""
    near = _near(article, source)
    for fits in (lambda h: h.several, lambda h: h.who.kind == "organization", lambda h: h.who.kind == "unnamed_person"):
        found = next((h for h in near if fits(h)), None)
        if found:
            return found.who
    return Who()


def earlier_thing(article: Article, source: Source) -> Who:
    """What "it" means: the last institution or document heard, or the institution named last, within three sentences."""
    found = next((h for h in _near(article, source) if h.who.kind in ("organization", "document")), None)
    if found:
        return found.who
    since = sentences_before(article, source, 1)
    named = [i for i in article.institution_at if since <= place(article.narration, i) and i < source.start]
    return Who(article.institution_at[max(named)], "organization") if named else Who()


def _near(article, source):
    since = sentences_before(article, source, 3)
    return [
        h for h in reversed(article.heard[-_REACH:]) if since <= place(article.narration, h.at) and h.at < source.start
    ]


def antecedent(article: Article, source: Source) -> Source | None:
    """The source read from the words right before "who", "which" or "that"."""
    before = article.text[max(0, source.start - 120) : source.start]
    line = before.rsplit("\n", 1)[-1].rstrip(" ,—–-")
    offset = source.start - len(before) + (len(before) - len(before.rsplit("\n", 1)[-1]))
    tokens = line.split()[-7:]
    kept = []
    while tokens and (not kept or _goes_on(tokens[-1], kept[0])):
        kept.insert(0, tokens.pop())
    phrase = " ".join(kept)
    at = article.text.rfind(kept[-1], 0, source.start) + len(kept[-1]) if kept else 0
    start = article.text.rfind(kept[0], offset, at) if kept else -1
    return read_source(article.text, [(start, at)], article.mentions) if phrase and start >= 0 else None


def _goes_on(word, following):
    low = word.lower()
    if (
        word.endswith((",", ".", ";", ":", "”", '"'))
        and len(word) > 5
        or following.lower() in ("the", "a", "an", "some", "many", "those")
    ):
        return False
    return (
        low in ("the", "a", "an", "some", "many", "those", "several", "two", "three", "few", "other")
        or word[0].isupper()
        or singular(low) in words("roles")
        or low in ("former", "senior", "top", "young", "old", "new", "local", "federal")
    )


def is_one(phrase: str) -> bool:
    """True for the words of one unnamed person: "a senior official", "the spokesperson"."""
    return phrase.lower().startswith(("a ", "an ", "one ", "another ", "the ", "his ", "her ")) and (
        bool(phrase) and singular(head := _last_word(phrase)) == head and head != "people"
    )


def _last_word(phrase):
    return re.split(r" (?:of|for|with|from|in|on|at|to|by|who|that|familiar|close)\b|,", phrase)[0].split()[-1].lower()


def is_several(source: Source | None) -> bool:
    """True for several people: joint names, or a role noun in the plural."""
    if source is None or source.form not in ("joint", "role"):
        return False
    last = source.phrase[: source.end - source.start].split()
    noun = last[-1].lower() if last else ""
    first = source.phrase.split()[0].lower() if source.phrase else ""
    return (
        source.form == "joint"
        or singular(noun) != noun
        or noun in ("people", "police", "women", "men")
        or (first in words("group_words") - {"one", "another", "someone", "somebody", "each", "none"})
    )
