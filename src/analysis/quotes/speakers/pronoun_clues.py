"""What speaks for and against a person being the one a he, she, his or her means: numbers for the ranker in pronouns.py."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from math import log1p
from typing import NamedTuple

import numpy as np

from analysis.quotes.lexicon import words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.people import Person

FORMS = {
    "he": ("m", "subject"),
    "his": ("m", "possessive"),
    "him": ("m", "object"),
    "himself": ("m", "object"),
    "she": ("f", "subject"),
    "her": ("f", ""),
    "hers": ("f", "object"),
    "herself": ("f", "object"),
}
REACH = 12  # candidates a pronoun: the people named last before it, so that the work grows with the text only

_PRONOUN = re.compile(r"\b(?:[Hh](?:e|is|im|imself|er|ers|erself)|[Ss]he|HE|SHE|HIS|HIM|HER)\b")
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")
_PREPOSITIONS = frozenset(
    "of to for with by from in on at about against between after before under over into like through than as "
    "toward towards including without among via per despite during upon near behind".split()
)
_CONJUNCTIONS = frozenset(
    "and but when while because that if where as since although though until whether or who so which after "
    "before once unless".split()
)
_VERBS = frozenset(
    "was is were are had has have did does do would could can will may might should must became went came made took "
    "got gave left met began felt knew saw found kept won lost led held sang ran fell grew drew spoke told said wrote "
    "thought put let set hit beat brought bought caught taught sent built chose drove ate flew rose sat stood broke".split()
)
_ADVERBS = frozenset("also later then never first soon still once not himself herself again finally now who".split())
_NO_VERBS = (
    frozenset("his its this has years members others series this always us news as is was perhaps states".split())
    - _VERBS
)
_AFTER_OBJECT = (
    _PREPOSITIONS
    | _CONJUNCTIONS
    | _VERBS
    | frozenset(
        "the a an up out off away back down he she his her their it that this these those again too very to not what how why".split()
    )
)
_ASIDE = re.compile(r"\s*\([^)]{0,80}\)|,[^,.;\n]{1,80},")


class Pronoun(NamedTuple):
    """A third-person singular pronoun: offsets, gender ("m", "f"), case (subject, object, possessive)."""

    start: int
    end: int
    gender: str
    case: str


class Scene(NamedTuple):
    """A text with what the clues are read from, in order of place: sentence starts, people, their mentions, pronouns."""

    text: str
    sentence_starts: list[int]
    people: list[Person]
    mentions: list[Mention]
    owners: list[int]  # which person each mention names
    pronouns: list[Pronoun]


def set_scene(text: str, sentence_starts: list[int], people: list[Person]) -> Scene:
    """The scene of a text, from which `candidates` and `clues` read."""
    named = sorted((mention, number) for number, person in enumerate(people) for mention in person.mentions)
    pronouns = [read_pronoun(text, m.start(), m.end()) for m in _PRONOUN.finditer(text)]
    return Scene(text, sentence_starts, people, [m for m, _ in named], [n for _, n in named], pronouns)


def read_pronoun(text: str, start: int, end: int) -> Pronoun:
    """The pronoun at an offset, with its case; "her" before a noun is possessive, otherwise an object.

    >>> read_pronoun("They met her lawyer.", 9, 12).case, read_pronoun("They met her in May.", 9, 12).case
    ('possessive', 'object')
    """
    gender, case = FORMS[text[start:end].lower()]
    if not case:
        following = re.match(r"\s+([a-zA-Z][\w'’-]*)", text[end : end + 30])
        case = "possessive" if following and following.group(1).lower() not in _AFTER_OBJECT else "object"
    return Pronoun(start, end, gender, case)


def candidates(scene: Scene, pronoun: Pronoun) -> list[tuple[int, Mention]]:
    """The people a pronoun may mean, as (number, nearest mention): those named last before it, and after it in its sentence."""
    found: dict[int, Mention] = {}
    before = bisect_left(scene.mentions, pronoun.start, key=lambda m: m.start)
    for place in range(before - 1, max(-1, before - 5 * REACH), -1):
        if scene.mentions[place].end <= pronoun.start:
            found.setdefault(scene.owners[place], scene.mentions[place])
        if len(found) == REACH:
            break
    end = _sentence_end(scene, pronoun.start)
    for place in range(before, len(scene.mentions)):
        if scene.mentions[place].start >= end:
            break
        found.setdefault(scene.owners[place], scene.mentions[place])
    return list(found.items())


def clues(scene: Scene, pronoun: Pronoun, found: list[tuple[int, Mention]]) -> np.ndarray:
    """One row a candidate, one column a clue (`CLUES` names them); all are counts, or 1 for yes and 0 for no."""
    fitting = [number for number, _ in found if scene.people[number].gender in ("", pronoun.gender)]
    rows = []
    for number, mention in found:
        row = _place(scene, pronoun, mention, set(fitting) - {number})
        row |= _grammar(scene, mention) | _clause(scene, pronoun, mention) | _fame(scene, pronoun, number, mention)
        row["agrees"] = scene.people[number].gender == pronoun.gender
        row["conflicts"] = number not in fitting
        rows.append(row)
    _compare(rows, [number in fitting for number, _ in found])
    return np.array([[float(row[name]) for name in CLUES] for row in rows]).reshape(len(rows), len(CLUES))


def _sentence(scene, at):
    return max(0, bisect_right(scene.sentence_starts, at) - 1)


def _sentence_end(scene, at):
    following = bisect_right(scene.sentence_starts, at)
    return scene.sentence_starts[following] if following < len(scene.sentence_starts) else len(scene.text)


def _place(scene, pronoun, mention, rivals):
    """Where the candidate stands, seen from the pronoun."""
    ahead = mention.start < pronoun.start
    low, high = (mention.end, pronoun.start) if ahead else (pronoun.end, mention.start)
    first, last = (bisect_left(scene.mentions, at, key=lambda m: m.start) for at in (low, high))
    between = {scene.owners[place] for place in range(first, min(last, first + 60))} & rivals
    here = _sentence(scene, mention.start)
    opening = scene.sentence_starts[here] if scene.sentence_starts else 0
    first = bisect_left(scene.mentions, opening, key=lambda m: m.start)
    last = bisect_left(scene.mentions, mention.start, key=lambda m: m.start)
    return {
        "behind": not ahead,
        "sentences": min(abs(_sentence(scene, pronoun.start) - here), 5),
        "distance": log1p(max(0, high - low)),
        "rivals_between": len(between),
        "rivals_before_in_sentence": len(set(scene.owners[first:last]) & rivals),
        "paragraphs": min(scene.text.count("\n\n", low, high) if high - low < 3000 else 4, 4),
        "opens_paragraph": not scene.text[scene.text.rfind("\n", 0, mention.start) + 1 : mention.start].strip(" “\"‘'"),
        "inside_its_phrase": not ahead and pronoun.case == "possessive" and _is_short(scene.text[low:high]),
    }


def _is_short(between):
    return len(between) < 40 and len(_WORD.findall(between)) <= 3 and not re.search(r"[,.;]", between)


@cache
def _has_verb_form(word):
    return word in _VERBS or (
        len(word) > 3
        and word not in _NO_VERBS
        and (word.endswith("ed") or (word.endswith("s") and not word.endswith("ss")))
    )


def _grammar(scene, mention):
    """What the words beside a candidate tell of its part in its sentence."""
    text = scene.text
    start = mention.start - len(mention.title) - 1 if mention.title else mention.start
    before = [w.lower() for w in _WORD.findall(text[max(0, start - 40) : start])][-3:]
    last, last_two = before[-1] if before else "", before[-2:-1]
    aside = _ASIDE.match(text, mention.end, mention.end + 200)
    after = [w.lower() for w in _WORD.findall(text[aside.end() if aside else mention.end :][:40])][:2] + ["", ""]
    prepositional = last in _PREPOSITIONS or (
        last in ("the", "a", "an", "his", "her") and bool(set(last_two) & _PREPOSITIONS)
    )
    owner = bool(re.match(r"['’](?:s\b|\s)", text[mention.end : mention.end + 3]))
    verb = _has_verb_form(after[0]) or (after[0] in _ADVERBS and _has_verb_form(after[1]))
    opens = not text[
        scene.sentence_starts[_sentence(scene, mention.start)] if scene.sentence_starts else 0 : start
    ].strip(" “\"'‘")
    return {
        "subject": verb and not prepositional and not owner,
        "owner": owner,
        "prepositional": prepositional,
        "by": last == "by",
        "object": not prepositional and _has_verb_form(last),
        "coordinated": last == "and" or after[0] in ("and", "&"),
        "opens_sentence": opens,
        "belongs_to_someone": bool({"his", "her"} & set(before)),
        "has_aside": bool(aside),
        "speaks": bool({after[0], last} & words("reporting")),
        "in_brackets": last == "(",
        "begins_clause": opens or last in _CONJUNCTIONS or last in (",", ";", ":", "—", "–"),
        "titled": bool(mention.title),
        "in_full": len(mention.words) > 1,
    }


def _clause(scene, pronoun, mention):
    """The words between a candidate and the pronoun, the pronoun's own place, and pronouns of its gender before it."""
    text, ahead = scene.text, mention.start < pronoun.start
    low, high = (mention.end, pronoun.start) if ahead else (pronoun.end, mention.start)
    near = _sentence(scene, pronoun.start) == _sentence(scene, mention.start)
    between = [w.lower() for w in _WORD.findall(text[low:high])] if near else []
    verbs = sum(map(_has_verb_form, between))
    opening = scene.sentence_starts[_sentence(scene, pronoun.start)] if scene.sentence_starts else 0
    lead = [w.lower() for w in _WORD.findall(text[max(opening, pronoun.start - 40) : pronoun.start])]
    last = lead[-1] if lead else ""
    follow = (_WORD.findall(text[pronoun.end : pronoun.end + 40]) + [""])[0].lower()
    first = bisect_left(scene.pronouns, low, key=lambda p: p.start)
    until = bisect_left(scene.pronouns, high, key=lambda p: p.start)
    alike = [p for p in scene.pronouns[first : min(until, first + 40)] if p.gender == pronoun.gender]
    return {
        "is_subject": pronoun.case == "subject",
        "is_object": pronoun.case == "object",
        "is_possessive": pronoun.case == "possessive",
        "pronoun_opens": not lead,
        "pronoun_after_and": last == "and",
        "pronoun_after_conjunction": last in _CONJUNCTIONS,
        "pronoun_after_preposition": last in _PREPOSITIONS,
        "pronoun_after_verb": _has_verb_form(last),
        "pronoun_after_comma": last == ",",
        "pronoun_speaks": follow in words("reporting") or last in words("reporting"),
        "pronoun_has_verb": _has_verb_form(follow),
        "same_sentence": near,
        "words_between": min(len(between), 30),
        "commas": between.count(","),
        "verbs_between": verbs,
        "conjunctions": sum(w in _CONJUNCTIONS for w in between),
        "that_between": "that" in between,
        "who_between": "who" in between[:3],
        "to_between": "to" in between,
        "same_clause": near and not set(between) & (_CONJUNCTIONS | {",", ";"}),
        "pronouns_between": len(alike),
        "subject_pronouns_between": sum(p.case == "subject" for p in alike),
        "pronoun_between_in_sentence": bool(alike) and alike[-1].start >= opening,
        "lead_words": min(len(lead), 8),
    }


def _fame(scene, pronoun, number, mention):
    """How often the candidate is named, before and after the pronoun."""
    starts = [m.start for m in scene.people[number].mentions]
    before, end = bisect_left(starts, pronoun.start), _sentence_end(scene, pronoun.start)
    recent = starts[max(0, before - 6) : before]
    here = _sentence(scene, pronoun.start)
    return {
        "named_before": min(before, 6),
        "named_in_all": min(len(starts), 8),
        "share": len(starts) / max(1, len(scene.mentions)),
        "first_in_text": number == (scene.owners[0] if scene.owners else -1),
        "named_recently": sum(here - _sentence(scene, at) <= 2 for at in recent),
        "named_later": len(starts) > before,
        "named_later_in_sentence": bool(starts[before : before + 1]) and starts[before] < end,
        "named_later_soon": bool(starts[before : before + 1]) and starts[before] < pronoun.end + 60,
        "known_before": sum(at < mention.start for at in recent),
    }


def _compare(rows, fit):
    """Add to each row how the best of the other candidates stands (in place)."""
    for place, row in enumerate(rows):
        others = [r for i, r in enumerate(rows) if i != place and fit[i]]
        row["n_rivals"] = min(len(others), 6)
        row["rival_subject_nearer"] = any(
            r["subject"] and r["distance"] < row["distance"] and not r["behind"] for r in others
        )
        row["rival_subject_farther"] = any(
            r["subject"] and r["distance"] > row["distance"] and r["sentences"] < 2 for r in others
        )
        row["rival_in_clause"] = any(r["same_clause"] and r["subject"] for r in others)
        row["rival_in_sentence"] = any(r["same_sentence"] for r in others)
        row["rival_sentences"] = min((r["sentences"] for r in others), default=6)
        row["rival_named"] = max((r["named_in_all"] for r in others), default=0)
        row["rival_named_later_soon"] = any(r["named_later_in_sentence"] for r in others)
        row["rival_opens"] = any(r["opens_sentence"] and r["sentences"] <= 1 and not r["behind"] for r in others)
        row["rival_opens_paragraph"] = any(
            r["opens_paragraph"] and not r["behind"] and r["paragraphs"] <= row["paragraphs"] for r in others
        )
        row["rival_owner"] = any(r["owner"] and r["sentences"] <= 1 for r in others)
        row["rival_speaks"] = any(r["speaks"] and r["sentences"] <= 2 for r in others)
        row["rival_after_pronoun"] = any(
            not r["behind"] and r["pronouns_between"] < row["pronouns_between"] for r in others
        )


CLUES = (
    "agrees conflicts behind sentences distance paragraphs opens_paragraph rivals_between rivals_before_in_sentence inside_its_phrase subject owner prepositional by "
    "object coordinated opens_sentence belongs_to_someone has_aside speaks in_brackets begins_clause titled in_full is_subject is_object "
    "is_possessive pronoun_opens pronoun_after_and pronoun_after_conjunction pronoun_after_preposition pronoun_after_verb "
    "pronoun_after_comma pronoun_speaks pronoun_has_verb same_sentence words_between commas verbs_between conjunctions that_between "
    "who_between to_between same_clause pronouns_between subject_pronouns_between pronoun_between_in_sentence lead_words named_before "
    "named_in_all share first_in_text named_recently named_later named_later_in_sentence named_later_soon known_before n_rivals "
    "rival_subject_nearer rival_subject_farther rival_in_clause rival_in_sentence rival_sentences rival_named rival_named_later_soon "
    "rival_opens rival_opens_paragraph rival_owner rival_speaks rival_after_pronoun"
).split()
