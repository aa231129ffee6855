"""An article read once for its names, and the ways from a source's words to whom they mean."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from ..text import sentences
from .clues import Scene, set_scene
from .entities import Person, group_people
from .institutions import Institution, group_institutions, meant_by
from .lexicon import words
from .marks import find_passages
from .mentions import Mention, find_mentions
from .roles import first_role, head_of, role_beside, same_role, singular
from .sources import Source, read_source

# What an article calls somebody so as not to repeat the name: "the three-term Republican".
_VARIATIONS = frozenset("republican democrat libertarian front-runner frontrunner candidate nominee lawmaker politician businessman native "
                        "billionaire mogul veteran conservative liberal incumbent challenger newcomer".split())
_PARTIES = frozenset(("democratic", "republican"))  # who is one is not the other
_PLURAL = re.compile(r"[a-z](?:ers|eans|ians|ists|ors)$")
_REACH = 30  # earlier sources looked at, so that the work grows with the text only


class Who(NamedTuple):
    """Who speaks, what that is, in which role."""

    speaker: str | None = None
    kind: str = "unknown"
    role: str | None = None
    number: int | None = None  # of the person in the article


class Heard(NamedTuple):
    """An earlier source: its offset, its head noun, whether it is several, who it was, where what was said ended."""

    at: int
    head: str
    several: bool
    who: Who
    content_end: int


class Article(NamedTuple):
    """A text with its names, people and institutions, the offices people hold, and the sources heard so far."""

    text: str
    people: list[Person]
    scene: Scene
    mentions: list[Mention]
    person_at: dict[int, int]
    by_last_name: dict[str, int]
    institutions: list[Institution]
    institution_at: dict[int, str]
    offices: list[tuple[str, int, frozenset[str]]]  # (head noun of the role, person, all words of the role)
    heard: list[Heard]
    roles: dict[int, str | None]


def read_article(text: str) -> Article:
    """The article, with nothing heard yet. The scene in which he and she are looked up leaves out names inside quotes."""
    mentions = find_mentions(text)
    people = group_people(text, mentions)
    institutions = group_institutions(text, mentions)
    quoted = [(p.start, p.end) for p in find_passages(text) if not p.single]
    outside = [p._replace(mentions=tuple(m for m in p.mentions if not inside(quoted, m.start))) for p in people]
    return Article(
        text, people, set_scene(text, [s.start for s in sentences(text)], outside), mentions,
        {m.start: number for number, person in enumerate(people) for m in person.mentions},
        {p.name.split()[-1].lower(): number for number, p in reversed(list(enumerate(people)))},
        institutions, {start: i.name for i in institutions for start in i.starts}, [], [], {})


def inside(spans: list[tuple[int, int]], at: int) -> bool:
    """True if one of the spans (in order) covers the offset."""
    place = bisect_right(spans, at, key=lambda s: s[0]) - 1
    return place >= 0 and at < spans[place][1]


def offices(text: str, people: list[Person]) -> list[tuple[str, int, frozenset[str]]]:
    """Who holds which role, as `Article.offices` has it: from titles and from what stands beside the first mentions."""
    held = []
    for number, person in enumerate(people):
        for mention in person.mentions[:6]:
            phrases = {mention.title, (role_beside(text, mention) or "") if len(mention.words) > 1 or mention.title else ""}
            parts = [part.strip() for phrase in phrases for part in phrase.replace(" and ", ",").split(",") if part.strip()]
            held += [(head_of(part), number, frozenset(part.lower().split())) for part in parts]
    return [office for office in dict.fromkeys(held) if office[0] in words("roles")]


def person(article: Article, number: int) -> Who:
    """A person of the article, with the first role it gives."""
    if number not in article.roles:
        article.roles[number] = first_role(article.text, article.people[number])
    return Who(article.people[number].name, "named_person", article.roles[number], number)


def by_name(article: Article, source: Source) -> Who:
    """Whom a name means: the person or institution it belongs to, else the name itself."""
    mention = source.mentions[-1]
    if mention.start in article.institution_at:
        return Who(article.institution_at[mention.start], "organization")
    number = article.person_at.get(mention.start, article.by_last_name.get(mention.words[-1].lower()))
    if number is not None and mention.kind != "place":
        return person(article, number)
    name = " ".join(article.text[mention.start:mention.end].split())
    if _PLURAL.search(name) and len(mention.words) == 1 and (source.definite or mention.kind == "other" and source.phrase == name):
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
    earlier = next((h for h in reversed(article.heard[-_REACH:]) if h.head and same_role(h.head, source.head) and h.several == several
                    and h.who.kind in ("unnamed_person", "named_person")), None)
    holder = None if several else _holder(article, source)
    if holder is not None and (earlier is None or last_named(article, holder, source.start) > earlier.at):
        return person(article, holder)
    alone = None if several or earlier or source.head not in _VARIATIONS else _only_one_near(article, source.start)
    return earlier.who if earlier else person(article, alone) if alone is not None else own


def _only_one_near(article, at):
    """The one person named outside quotation marks in the two sentences' length before an offset, if there is just one."""
    scene = article.scene
    first, last = (bisect_left(scene.mentions, place, key=lambda m: m.start) for place in (at - 350, at))
    near = set(scene.owners[first:last])
    return near.pop() if len(near) == 1 else None


def _holder(article, source):
    """Who holds the office that a source names: the role most like it in words, then the person last named before it."""
    asked = frozenset(source.phrase.lower().split()) - {"the", "a", "an", "his", "her"}
    fitting = [(len(asked & held), last_named(article, number, source.start), number) for head, number, held in article.offices
               if same_role(head, source.head) and not _PARTIES & (asked ^ held) >= _PARTIES]
    return max(fitting)[-1] if fitting else None


def last_named(article: Article, number: int, at: int) -> int:
    """Where a person was last named before an offset, -1 if nowhere."""
    mentions = article.people[number].mentions
    place = bisect_left(mentions, at, key=lambda m: m.start)
    return mentions[place - 1].start if place else -1


def named_between(article: Article, gender: str, *, start: int, end: int, apart_from: int) -> bool:
    """True if somebody else of that gender, or of unknown gender, is named between two offsets outside quotation marks."""
    scene = article.scene
    first, last = (bisect_left(scene.mentions, at, key=lambda m: m.start) for at in (start, end))
    return any(number != apart_from and article.people[number].gender in ("", gender) for number in scene.owners[first:last])


def by_institution(article: Article, source: Source, owner: int | None) -> Who:
    """An institution given by a noun: "the Quill campaign", "his campaign" (`owner` is he), "the agency" (the last that fits)."""
    if source.mentions:
        name = article.text[source.mentions[0].start:source.end].strip(" ,")
        return Who(" ".join(name.split()).removesuffix("'s").removesuffix("’s"), "organization")
    if owner is not None:
        return Who(f"{article.people[owner].name}’s {source.head}", "organization")
    plain = len(article.text[source.start:source.end].split()) == 2  # "the agency", but not "the state agency"
    meant = meant_by(article.institutions, source.head, source.start) if source.definite and plain else None
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
    starts = article.scene.sentence_starts
    since = starts[max(0, bisect_right(starts, source.start) - 2)] if starts else 0
    named = [i for i in article.institution_at if since <= i < source.start]
    return Who(article.institution_at[max(named)], "organization") if named else Who()


def _near(article, source):
    starts = article.scene.sentence_starts
    since = starts[max(0, bisect_right(starts, source.start) - 4)] if starts else 0
    return [h for h in reversed(article.heard[-_REACH:]) if since <= h.at < source.start]


def antecedent(article: Article, source: Source) -> Source | None:
    """The source read from the words right before "who", "which" or "that"."""
    before = article.text[max(0, source.start - 120):source.start]
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
    if word.endswith((",", ".", ";", ":", "”", '"')) and len(word) > 5 or following.lower() in ("the", "a", "an", "some", "many", "those"):
        return False
    return low in ("the", "a", "an", "some", "many", "those", "several", "two", "three", "few", "other") or word[0].isupper() \
        or singular(low) in words("roles") or low in ("former", "senior", "top", "young", "old", "new", "local", "federal")


def is_one(phrase: str) -> bool:
    """True for the words of one unnamed person: "a senior official", "the spokesperson"."""
    return phrase.lower().startswith(("a ", "an ", "one ", "another ", "the ", "his ", "her ")) and (
        bool(phrase) and singular(head := _last_word(phrase)) == head and head != "people")


def _last_word(phrase):
    return re.split(r" (?:of|for|with|from|in|on|at|to|by|who|that|familiar|close)\b|,", phrase)[0].split()[-1].lower()


def is_several(source: Source | None) -> bool:
    """True for several people: joint names, or a role noun in the plural."""
    if source is None or source.form not in ("joint", "role"):
        return False
    last = source.phrase[:source.end - source.start].split()
    noun = last[-1].lower() if last else ""
    first = source.phrase.split()[0].lower() if source.phrase else ""
    return source.form == "joint" or singular(noun) != noun or noun in ("people", "police", "women", "men") or (
        first in words("group_words") - {"one", "another", "someone", "somebody", "each", "none"})
