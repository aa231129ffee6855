"""Clues that a he, she, his or her refers to a person: numbers for the model in `pronouns`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import log1p

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.lexicon import words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.speakers.pronoun_context import Candidate, Pronoun, PronounContext

Clues = dict[str, float]
CLUES = tuple(
    (
        "agrees conflicts behind sentences distance paragraphs opens_paragraph rivals_between "
        "rivals_before_in_sentence inside_its_phrase subject owner prepositional by object coordinated opens_sentence "
        "belongs_to_someone has_aside speaks in_brackets begins_clause titled in_full is_subject is_object "
        "is_possessive pronoun_opens pronoun_after_and pronoun_after_conjunction pronoun_after_preposition "
        "pronoun_after_verb pronoun_after_comma pronoun_speaks pronoun_has_verb same_sentence words_between commas "
        "verbs_between conjunctions that_between who_between to_between same_clause pronouns_between "
        "subject_pronouns_between pronoun_between_in_sentence lead_words named_before named_in_all share first_in_text "
        "named_recently named_later named_later_in_sentence named_later_soon known_before n_rivals "
        "rival_subject_nearer rival_subject_farther rival_in_clause rival_in_sentence rival_sentences rival_named "
        "rival_named_later_soon rival_opens rival_opens_paragraph rival_owner rival_speaks rival_after_pronoun"
    ).split()
)
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")
_ASIDE = re.compile(r"\s{0,99}\([^)]{0,80}\)|,[^,.;\n]{1,80},")
_OWNS = re.compile(r"['’](?:s\b|\s)")
_OPENING_MARKS = " “\"‘'"


def clues(context: PronounContext, pronoun: Pronoun, found: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return one row per candidate, one column per clue of `CLUES`: counts, or 1 for yes and 0 for no."""
    fitting = [c.number for c in found if context.people[c.number].gender in ("", pronoun.gender)]
    rows = []
    for number, mention in found:
        row = _position(context, pronoun, mention, set(fitting) - {number})
        row |= _grammar(context, mention) | _clause(context, pronoun, mention)
        row |= _frequency(context, pronoun, number, mention)
        row["agrees"] = context.people[number].gender == pronoun.gender
        row["conflicts"] = number not in fitting
        rows.append(row)
    fits = [c.number in fitting for c in found]
    for i, row in enumerate(rows):
        row |= _rivals(row, [r for j, r in enumerate(rows) if j != i and fits[j]])
    return np.array([[float(row[name]) for name in CLUES] for row in rows]).reshape(len(rows), len(CLUES))


def _position(context: PronounContext, pronoun: Pronoun, mention: Mention, rivals: set[int]) -> Clues:
    """Return clues from where the candidate is, seen from the pronoun."""
    text, ahead = context.text, mention.start < pronoun.start
    low, high = _between(pronoun, mention)
    first, last = context.first_mention(low), context.first_mention(high)
    sentence = context.sentence(mention.start)
    before = context.named_between(context.sentence_start(mention.start), mention.start)
    return {
        "behind": not ahead,
        "sentences": min(abs(context.sentence(pronoun.start) - sentence), 5),
        "distance": log1p(max(0, high - low)),
        "rivals_between": len(set(context.owners[first : min(last, first + 60)]) & rivals),
        "rivals_before_in_sentence": len(set(before) & rivals),
        "paragraphs": min(text.count("\n\n", low, high) if high - low < 3000 else 4, 4),
        "opens_paragraph": not text[text.rfind("\n", 0, mention.start) + 1 : mention.start].strip(_OPENING_MARKS),
        "inside_its_phrase": not ahead and pronoun.case == "possessive" and _is_short(text[low:high]),
    }


def _between(pronoun: Pronoun, mention: Mention) -> tuple[int, int]:
    """Return the offsets between a candidate's mention and the pronoun, whichever comes first."""
    return (mention.end, pronoun.start) if mention.start < pronoun.start else (pronoun.end, mention.start)


def _is_short(between: str) -> bool:
    return len(between) < 40 and len(_WORD.findall(between)) <= 3 and not re.search(r"[,.;]", between)


@cache
def _has_verb_form(word: str) -> bool:
    if word in words("irregular_verbs"):
        return True
    regular = word.endswith("ed") or (word.endswith("s") and not word.endswith("ss"))
    return len(word) > 3 and regular and word not in words("not_verbs")


def _grammar(context: PronounContext, mention: Mention) -> Clues:
    """Return clues from the words beside a candidate: its part in its sentence."""
    text, start = context.text, mention.start_with_title
    before = _words(text[max(0, start - 40) : start])[-3:]
    last, last_but_one = before[-1] if before else "", before[-2:-1]
    aside = _ASIDE.match(text, mention.end, mention.end + 200)
    after = [*_words(text[aside.end() if aside else mention.end :][:40])[:2], "", ""]
    article = last in ("the", "a", "an", "his", "her")
    prepositional = last in words("prepositions") or (article and bool(set(last_but_one) & words("prepositions")))
    owner = bool(_OWNS.match(text[mention.end : mention.end + 3]))
    verb = _has_verb_form(after[0]) or (after[0] in words("adverbs_before_verbs") and _has_verb_form(after[1]))
    opens = not text[context.sentence_start(mention.start) : start].strip(_OPENING_MARKS)
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
        "begins_clause": opens or last in words("conjunctions") or last in (",", ";", ":", "—", "–"),
        "titled": bool(mention.title),
        "in_full": len(mention.words) > 1,
    }


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _clause(context: PronounContext, pronoun: Pronoun, mention: Mention) -> Clues:
    """Return clues from the words between a candidate and the pronoun, and from the pronoun's own clause."""
    low, high = _between(pronoun, mention)
    same_sentence = context.sentence(pronoun.start) == context.sentence(mention.start)
    between = _words(context.text[low:high]) if same_sentence else []
    opening = context.sentence_start(pronoun.start)
    first = bisect_left(context.pronouns, low, key=lambda p: p.start)
    until = bisect_left(context.pronouns, high, key=lambda p: p.start)
    alike = [p for p in context.pronouns[first : min(until, first + 40)] if p.gender == pronoun.gender]
    return _pronoun_itself(context, pronoun, opening) | {
        "same_sentence": same_sentence,
        "words_between": min(len(between), 30),
        "commas": between.count(","),
        "verbs_between": sum(map(_has_verb_form, between)),
        "conjunctions": sum(w in words("conjunctions") for w in between),
        "that_between": "that" in between,
        "who_between": "who" in between[:3],
        "to_between": "to" in between,
        "same_clause": same_sentence and not set(between) & (words("conjunctions") | {",", ";"}),
        "pronouns_between": len(alike),
        "subject_pronouns_between": sum(p.case == "subject" for p in alike),
        "pronoun_between_in_sentence": bool(alike) and alike[-1].start >= opening,
    }


def _pronoun_itself(context: PronounContext, pronoun: Pronoun, opening: int) -> Clues:
    """Return clues from the pronoun and the words beside it, the same for every candidate."""
    lead = _words(context.text[max(opening, pronoun.start - 40) : pronoun.start])
    last = lead[-1] if lead else ""
    follow = [*_words(context.text[pronoun.end : pronoun.end + 40]), ""][0]
    return {
        "is_subject": pronoun.case == "subject",
        "is_object": pronoun.case == "object",
        "is_possessive": pronoun.case == "possessive",
        "pronoun_opens": not lead,
        "pronoun_after_and": last == "and",
        "pronoun_after_conjunction": last in words("conjunctions"),
        "pronoun_after_preposition": last in words("prepositions"),
        "pronoun_after_verb": _has_verb_form(last),
        "pronoun_after_comma": last == ",",
        "pronoun_speaks": follow in words("reporting") or last in words("reporting"),
        "pronoun_has_verb": _has_verb_form(follow),
        "lead_words": min(len(lead), 8),
    }


def _frequency(context: PronounContext, pronoun: Pronoun, number: int, mention: Mention) -> Clues:
    """Return clues from how often the candidate is named, before and after the pronoun."""
    starts = [m.start for m in context.people[number].mentions]
    before, end = bisect_left(starts, pronoun.start), context.sentence_end(pronoun.start)
    recent, later = starts[max(0, before - 6) : before], starts[before : before + 1]
    here = context.sentence(pronoun.start)
    return {
        "named_before": min(before, 6),
        "named_in_all": min(len(starts), 8),
        "share": len(starts) / max(1, len(context.mentions)),
        "first_in_text": number == (context.owners[0] if context.owners else -1),
        "named_recently": sum(here - context.sentence(at) <= 2 for at in recent),
        "named_later": bool(later),
        "named_later_in_sentence": any(at < end for at in later),
        "named_later_soon": any(at < pronoun.end + 60 for at in later),
        "known_before": sum(at < mention.start for at in recent),
    }


def _rivals(row: Clues, others: list[Clues]) -> Clues:
    """Return clues from comparing a candidate with the best of the others."""
    distance, before = row["distance"], [r for r in others if not r["behind"]]
    return {
        "n_rivals": min(len(others), 6),
        "rival_subject_nearer": any(r["subject"] and r["distance"] < distance for r in before),
        "rival_subject_farther": any(r["subject"] and r["distance"] > distance and r["sentences"] < 2 for r in others),
        "rival_in_clause": any(r["same_clause"] and r["subject"] for r in others),
        "rival_in_sentence": any(r["same_sentence"] for r in others),
        "rival_sentences": min((r["sentences"] for r in others), default=6),
        "rival_named": max((r["named_in_all"] for r in others), default=0),
        "rival_named_later_soon": any(r["named_later_in_sentence"] for r in others),
        "rival_opens": any(r["opens_sentence"] and r["sentences"] <= 1 for r in before),
        "rival_opens_paragraph": any(r["opens_paragraph"] and r["paragraphs"] <= row["paragraphs"] for r in before),
        "rival_owner": any(r["owner"] and r["sentences"] <= 1 for r in others),
        "rival_speaks": any(r["speaks"] and r["sentences"] <= 2 for r in others),
        "rival_after_pronoun": any(r["pronouns_between"] < row["pronouns_between"] for r in before),
    }
