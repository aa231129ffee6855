"""An article read once for its names: people, institutions, offices, the narration, and what was heard so far."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from analysis.quotes.lexicon import words
from analysis.quotes.document import read_document
from analysis.quotes.names.institutions import Institution, group_institutions
from analysis.quotes.names.mentions import Mention, find_mentions
from analysis.quotes.names.name_parts import surname
from analysis.quotes.names.people import Person, group_people
from analysis.quotes.names.roles import first_role, head_of, role_beside
from analysis.quotes.speakers.narration import Narration, is_left_out, narrate, place
from analysis.quotes.speakers.pronoun_clues import Scene, set_scene
from analysis.quotes.speakers.source_phrases import Source
from analysis.words.text import sentences


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
    """A text with its names, people and institutions, the offices people hold, and the sources heard so far.

    The scene is the text's narration: offsets go through `place` to get there.
    """

    text: str
    people: list[Person]
    narration: Narration
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
    """The article, with nothing heard yet. The scene in which he and she are looked up leaves out what is quoted."""
    document = read_document(text)
    mentions = find_mentions(document)
    people = group_people(document, mentions)
    institutions = group_institutions(document, mentions)
    quoted = [(p.start, p.end) for p in document.passages if not p.single]
    narration = narrate(text, quoted)
    scene = _scene(
        text,
        narration,
        [p._replace(mentions=tuple(m for m in p.mentions if not inside(quoted, m.start))) for p in people],
    )
    return Article(
        text,
        people,
        narration,
        scene,
        mentions,
        {m.start: number for number, person in enumerate(people) for m in person.mentions},
        {surname(tuple(p.name.split())): number for number, p in reversed(list(enumerate(people)))},
        institutions,
        {start: i.name for i in institutions for start in i.starts},
        [],
        [],
        {},
    )


def _scene(text, narration, people):
    """The narration as a scene: its sentences, and the people with their mentions in it."""
    starts = sorted({place(narration, s.start) for s in sentences(text) if not is_left_out(narration, s.start)})
    told = [
        tuple(m._replace(start=(at := place(narration, m.start)), end=at + m.end - m.start) for m in p.mentions)
        for p in people
    ]
    return set_scene(narration.text, starts, [p._replace(mentions=mentions) for p, mentions in zip(people, told)])


def inside(spans: list[tuple[int, int]], at: int) -> bool:
    """True if one of the spans (in order) covers the offset."""
    last = bisect_right(spans, at, key=lambda s: s[0]) - 1
    return last >= 0 and at < spans[last][1]


def offices(text: str, people: list[Person]) -> list[tuple[str, int, frozenset[str]]]:
    """Who holds which role, as `Article.offices` has it: from titles and from what stands beside the first mentions."""
    held = []
    for number, person in enumerate(people):
        for mention in person.mentions[:6]:
            phrases = {
                mention.title,
                (role_beside(read_document(text), mention) or "") if len(mention.words) > 1 or mention.title else "",
            }
            parts = [
                part.strip() for phrase in phrases for part in phrase.replace(" and ", ",").split(",") if part.strip()
            ]
            held += [(head_of(part), number, frozenset(part.lower().split())) for part in parts]
    return [office for office in dict.fromkeys(held) if office[0] in words("roles")]


def person(article: Article, number: int) -> Who:
    """A person of the article, with the first role it gives."""
    if number not in article.roles:
        article.roles[number] = first_role(read_document(article.text), article.people[number])
    return Who(article.people[number].name, "named_person", article.roles[number], number)


def learn_gender(article: Article, number: int, gender: str) -> None:
    """Note that a person whose name says nothing was called he or she; from here on that counts."""
    if not article.people[number].gender:
        for people in (article.people, article.scene.people):
            people[number] = people[number]._replace(gender=gender)


def last_named(article: Article, number: int, at: int) -> int:
    """Where a person was last named before an offset, -1 if nowhere."""
    mentions = article.people[number].mentions
    before = bisect_left(mentions, at, key=lambda m: m.start)
    return mentions[before - 1].start if before else -1


def named_between(article: Article, gender: str, *, start: int, end: int, apart_from: int) -> bool:
    """True if somebody else of that gender, or of unknown gender, is named between two offsets outside quotation marks."""
    scene = article.scene
    first, last = (
        bisect_left(scene.mentions, place(article.narration, at), key=lambda m: m.start) for at in (start, end)
    )
    return any(
        number != apart_from and article.people[number].gender in ("", gender) for number in scene.owners[first:last]
    )


def only_one_near(article: Article, at: int) -> int | None:
    """The one person named outside quotation marks in the two sentences' length before an offset, if there is just one."""
    scene, at = article.scene, place(article.narration, at)
    first, last = (bisect_left(scene.mentions, limit, key=lambda m: m.start) for limit in (at - 350, at))
    near = set(scene.owners[first:last])
    return near.pop() if len(near) == 1 else None


def sentences_before(article: Article, source: Source, n: int) -> int:
    """Where the nth sentence before the source's begins in the narration."""
    starts = article.scene.sentence_starts
    return starts[max(0, bisect_right(starts, place(article.narration, source.start)) - 1 - n)] if starts else 0
