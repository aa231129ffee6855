"""The text around a he or she, the people named in it, and those it can refer to."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from analysis.quotes.lexicon import words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.people import Person

FORMS = {  # pronoun: (gender, case)
    "he": ("m", "subject"),
    "his": ("m", "possessive"),
    "him": ("m", "object"),
    "himself": ("m", "object"),
    "she": ("f", "subject"),
    "her": ("f", ""),  # object or possessive: the next word decides
    "hers": ("f", "object"),
    "herself": ("f", "object"),
}
REACH = 12  # candidates of a pronoun: the people named last before it, so that the work grows with the text only
_PRONOUN = re.compile(r"\b(?:[Hh](?:e|is|im|imself|er|ers|erself)|[Ss]he|HE|SHE|HIS|HIM|HER)\b")
_NEXT_WORD = re.compile(r"\s{1,30}([a-zA-Z][\w'’-]*)")
_AFTER_OBJECT = ("prepositions", "conjunctions", "irregular_verbs", "after_object_pronouns")


class Pronoun(NamedTuple):
    """A third-person singular pronoun: offsets, gender ("m", "f"), case (subject, object, possessive)."""

    start: int
    end: int
    gender: str
    case: str


class Candidate(NamedTuple):
    """A person a pronoun can refer to: the number in `PronounContext.people`, and the nearest mention."""

    number: int
    mention: Mention


class PronounContext(NamedTuple):
    """A text with its sentences, people, mentions and pronouns, from which clues are computed; all in text order."""

    text: str
    sentence_starts: list[int]
    people: list[Person]
    mentions: list[Mention]
    owners: list[int]  # per mention: the number of the person it names
    pronouns: list[Pronoun]

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(0, bisect_right(self.sentence_starts, at) - 1)

    def sentence_start(self, at: int) -> int:
        """Return where the sentence at an offset begins."""
        return self.sentence_starts[self.sentence(at)] if self.sentence_starts else 0

    def sentence_end(self, at: int) -> int:
        """Return where the sentence after an offset begins, or the text ends."""
        following = bisect_right(self.sentence_starts, at)
        return self.sentence_starts[following] if following < len(self.sentence_starts) else len(self.text)

    def first_mention(self, at: int) -> int:
        """Return the number of the first mention at or after an offset."""
        return bisect_left(self.mentions, at, key=lambda m: m.start)

    def named_between(self, start: int, end: int) -> list[int]:
        """Return the numbers of the people named between two offsets, once per mention."""
        return self.owners[self.first_mention(start) : self.first_mention(end)]


def build_context(text: str, sentence_starts: list[int], people: list[Person]) -> PronounContext:
    """Return the context of all pronouns of a text. The offsets in `people` are those of this text."""
    named = sorted((mention, number) for number, person in enumerate(people) for mention in person.mentions)
    pronouns = [read_pronoun(text, m.start(), m.end()) for m in _PRONOUN.finditer(text)]
    return PronounContext(text, sentence_starts, people, [m for m, _ in named], [n for _, n in named], pronouns)


def read_pronoun(text: str, start: int, end: int) -> Pronoun:
    """Return the pronoun at an offset, with its case; "her" before a noun is possessive, otherwise an object.

    >>> read_pronoun("They met her lawyer.", 9, 12).case, read_pronoun("They met her in May.", 9, 12).case
    ('possessive', 'object')
    """
    gender, case = FORMS[text[start:end].lower()]
    if not case:
        following = _NEXT_WORD.match(text[end : end + 30])
        possessive = following and not any(following[1].lower() in words(key) for key in _AFTER_OBJECT)
        case = "possessive" if possessive else "object"
    return Pronoun(start, end, gender, case)


def candidates(context: PronounContext, pronoun: Pronoun) -> list[Candidate]:
    """Return the people a pronoun can refer to: those named last before it, and those named later in its sentence."""
    found: dict[int, Mention] = {}
    before = context.first_mention(pronoun.start)
    for place in range(before - 1, max(-1, before - 5 * REACH), -1):
        if context.mentions[place].end <= pronoun.start:
            found.setdefault(context.owners[place], context.mentions[place])
        if len(found) == REACH:
            break
    after = context.first_mention(context.sentence_end(pronoun.start))
    for place in range(before, after):
        found.setdefault(context.owners[place], context.mentions[place])
    return [Candidate(number, mention) for number, mention in found.items()]
