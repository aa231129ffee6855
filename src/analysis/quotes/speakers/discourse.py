"""The state of an article while its sources are resolved: people, roles, and who has been quoted so far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from analysis.quotes.document import Document
from analysis.quotes.lexicon import pattern, words
from analysis.quotes.names.institutions import group_institutions, is_document, owned_institutions
from analysis.quotes.names.mentions import Mention, find_mentions
from analysis.quotes.names.name_parts import surname
from analysis.quotes.names.namesakes import as_people
from analysis.quotes.names.people import Person, group_people
from analysis.quotes.names.roles import first_role, head_of, role_beside, same_role
from analysis.quotes.speakers.narration import Narration, read_narration
from analysis.quotes.speakers.pronoun_context import PronounContext, build_context

_THE_ROLE = r"\b[Tt]he (?:\w+-term )?((?i:{epithets}|{insiders}))(?![\w-]| of\b| [A-Z])"
_REACH = 30  # turns looked back on, so that the work grows with the text only
_TWO_SENTENCES = 350  # characters


class Speaker(NamedTuple):
    """Who speaks: the name (None if nobody is named), the kind of speaker, the role.

    `number` is that of a person in `Discourse.people`, `confidence` the chance (0 to 1) that this is who speaks; .5
    while no model has judged it.
    """

    name: str | None = None
    kind: str = "unknown"
    role: str | None = None
    number: int | None = None
    confidence: float = 0.5


class Turn(NamedTuple):
    """A quote whose speaker is resolved: where its source begins, the source's noun, where its content ends.

    `within` is the part of another quote in which the source stands.
    """

    start: int
    head: str
    is_plural: bool
    speaker: Speaker
    content_end: int
    within: tuple[int, int] | None = None


class HeldRole(NamedTuple):
    """A role that a person of the article has: its noun, the person's number, all its words in lower case.

    `places` are the capitalized ones that are no title: "kentucky" in "Kentucky Sen.".
    """

    head: str
    person: int
    words: frozenset[str]
    places: frozenset[str]


class Discourse:
    """An article with its people, institutions and roles, and the turns so far.

    `quoting` is the person in whose direct quote the source at hand stands, whom he or she does not mean. It is set
    from outside; else only `add_turn` and `note_gender` change an article. All offsets are those of the document; those
    in `pronoun_context` are those of the narration, in which he and she are looked up.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mentions = as_people(document, find_mentions(document))
        self.people = group_people(document, self.mentions)
        named = group_institutions(document, self.mentions)
        self.institutions = [i for i in named if not is_document(i.name)]
        self.person_at = {m.start: number for number, person in enumerate(self.people) for m in person.mentions}
        self.owned = owned_institutions(document, self.mentions, self.people)
        self.institution_at = {start: i.name for i in named for start in i.starts if start not in self.person_at}
        self.named = frozenset(word for person in self.people for word in _full_name(person))
        self.person_by_surname: dict[str, int] = {}
        for number, person in enumerate(self.people):
            self.person_by_surname.setdefault(surname(tuple(person.name.split())), number)
        self.narration = read_narration(document)
        self.turns: list[Turn] = []
        self.quoting: int | None = None
        self._roles: dict[int, str | None] = {}
        self._held: dict[int, list[HeldRole]] = {}
        self._described = self._with_roles()
        self.pronoun_context = _context_of(document, self.narration, self._described)

    def context_at(self, at: int) -> tuple[PronounContext, int]:
        """Return the text in which a pronoun is looked up (the whole one within a quotation), and where it is there."""
        if self.narration.leaves_out(at):
            return self._whole_context, at
        return self.pronoun_context, self.narration.offset(at)

    @cached_property
    def _whole_context(self) -> PronounContext:
        return build_context(self.document.text, [s.start for s in self.document.sentences], self._described)

    def _with_roles(self) -> list[Person]:
        """Return the people with mentions by their role: "the senator", where one of them holds it."""
        holders: dict[str, list[int]] = {}
        for number in range(len(self.people)):
            for head in {role.head for role in self.roles_of(number) if not role.words & words("ranks")}:
                holders.setdefault(head, []).append(number)
        added: dict[int, list[Mention]] = {}
        for found in pattern(_THE_ROLE).finditer(self.document.text):
            head = found[1].lower()
            able = {n for h, ns in holders.items() if same_role(h, head) for n in ns}
            holder = self._holder(head, able, found.start())
            if holder is not None:
                mention = Mention(found.start(), found.end(), (found[1],), "title", "")
                added.setdefault(holder, []).append(mention)
        return [p._replace(mentions=tuple(sorted((*p.mentions, *added.get(n, ()))))) for n, p in enumerate(self.people)]

    def _holder(self, head: str, able: set[int], at: int) -> int | None:
        """Return who is meant by a role: the president who is named most, else who of the holders was named last."""
        if head == "president":
            return max(sorted(able), key=lambda n: len(self.people[n].mentions), default=None)
        named = {n: self.last_named(n, at) for n in sorted(able)}
        best = max(named, key=lambda n: named[n], default=None)
        return best if best is not None and named[best] >= 0 else None

    def add_turn(self, turn: Turn) -> None:
        """Add a quote to those that later sources can refer to."""
        self.turns.append(turn)

    def note_gender(self, number: int, gender: str) -> None:
        """Note that a person was called he or she. It counts for later pronouns if nothing else says the gender."""
        if not self.people[number].gender:
            self.people[number] = self.people[number]._replace(gender=gender)
            self._described[number] = self._described[number]._replace(gender=gender)
            named = list(self.pronoun_context.people)
            named[number] = named[number]._replace(gender=gender)
            self.pronoun_context = self.pronoun_context._replace(people=named)

    def speaker(self, number: int, chance: float = 0.5) -> Speaker:
        """Return a person of the article as a speaker, with the first role that the article gives."""
        person = self.people[number]
        if number not in self._roles:
            self._roles[number] = first_role(self.document, person)
        return Speaker(person.name, "named_person", self._roles[number], number, chance)

    def roles_of(self, number: int) -> list[HeldRole]:
        """Return which roles a person holds, read from titles and from the words beside the first mentions."""
        if number not in self._held:
            mentions = self.people[number].mentions
            phrases = dict.fromkeys(m.title for m in mentions if m.title)
            for mention in mentions[:6]:
                if len(mention.words) > 1 or mention.title:
                    phrases[role_beside(self.document, mention) or ""] = None
            parts = [part.strip() for phrase in phrases for part in phrase.replace(" and ", ",").split(",")]
            held = [_as_role(part, number) for part in parts if part]
            is_known = any(len(mention.words) > 1 or mention.title for mention in mentions)
            if is_known and any(body.owner == number and body.noun == "administration" for body in self.owned):
                held.append(_as_role("president", number))
            self._held[number] = [role for role in dict.fromkeys(held) if role.head in words("roles")]
        return self._held[number]

    def last_turns(self, at: int) -> Iterator[Turn]:
        """Return the last turns, the latest first, without those within a quote that an offset is not in."""
        near = reversed(self.turns[-_REACH:])
        return (turn for turn in near if turn.within is None or turn.within[0] <= at < turn.within[1])

    def turns_near(self, at: int, n_sentences: int) -> list[Turn]:
        """Return the turns in the sentence at an offset and the `n_sentences` before it, the latest first."""
        since = self.sentence_start(at, back=n_sentences)
        return [t for t in self.last_turns(at) if since <= self.narration.offset(t.start) and t.start < at]

    def sentence_start(self, at: int, *, back: int) -> int:
        """Return where the sentence `back` sentences before an offset begins, as an offset of the narration."""
        starts = self.pronoun_context.sentence_starts
        return starts[max(0, bisect_right(starts, self.narration.offset(at)) - 1 - back)] if starts else 0

    def last_named(self, number: int, at: int) -> int:
        """Return where a person was last named before an offset, -1 if nowhere."""
        mentions = self.people[number].mentions
        before = bisect_left(mentions, at, key=lambda m: m.start)
        return mentions[before - 1].start if before else -1

    def rival_named_between(self, number: int, gender: str, *, start: int, end: int) -> bool:
        """Return whether somebody else who can be of that gender is named between two offsets, outside quotations."""
        named = self.pronoun_context.named_between(self.narration.offset(start), self.narration.offset(end))
        return any(n != number and self.people[n].gender in ("", gender) for n in named)

    def only_person_near(self, at: int) -> int | None:
        """Return the only person named outside quotations about two sentences before an offset, None for several."""
        near = self.named_near(at)
        return near.pop() if len(near) == 1 else None

    def named_near(self, at: int) -> set[int]:
        """Return the people named outside quotations about two sentences before an offset."""
        at = self.narration.offset(at)
        return set(self.pronoun_context.named_between(at - _TWO_SENTENCES, at))


def _full_name(person: Person) -> list[str]:
    parts = person.name.split()
    return parts if len(parts) > 1 else []


def _as_role(phrase: str, number: int) -> HeldRole:
    capitalized = frozenset(word.lower() for word in phrase.split() if word[0].isupper())
    places = capitalized - words("titles") - words("title_parts") - words("descriptions") - words("home")
    return HeldRole(head_of(phrase), number, frozenset(phrase.lower().split()), places)


def _context_of(document: Document, narration: Narration, people: list[Person]) -> PronounContext:
    """Return the narration as the context of its pronouns, without mentions in quotation marks."""
    quoted = [p for p in document.passages if not p.single]

    def is_quoted(at: int) -> bool:
        last = bisect_right(quoted, at, key=lambda p: p.start) - 1
        return last >= 0 and at < quoted[last].end

    in_narration = []
    for person in people:
        mentions = []
        for mention in person.mentions:
            if not is_quoted(mention.start):
                start = narration.offset(mention.start)
                mentions.append(mention._replace(start=start, end=start + mention.end - mention.start))
        in_narration.append(person._replace(mentions=tuple(mentions)))
    starts = {narration.offset(s.start) for s in document.sentences if not narration.leaves_out(s.start)}
    return build_context(narration.text, sorted(starts), in_narration)
