"""What kind of speaker a source is, learned from the meaning of its words and its cue, its form, and the rules' answer.

The word lists know the nouns that somebody thought of; the vectors of a network know which others mean the like.
"""

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.lexicon import first_names
from analysis.quotes.names.mentions import is_initials
from analysis.quotes.network import word_vectors
from analysis.quotes.speakers.discourse import Discourse, Speaker
from analysis.quotes.speakers.groups import is_nobody, kind_of_people
from analysis.quotes.speakers.source_phrases import SourcePhrase
from analysis.quotes.speakers.speaker_confidence import form_of
from analysis.quotes.tagging.attributions import Attribution
from analysis.quotes.word_pieces import piece_ids
from analysis.shipped import load_arrays, shipped_file

MODEL = shipped_file("quotes/speakers/source_kinds.npz")  # written by training/source_kinds.py
PEOPLE = "people"  # persons without a name and groups, which groups.py tells apart
KINDS = ("named_person", "organization", PEOPLE, "document", "unknown")
MARGIN = math.exp(0.5)  # how many times likelier than the rules' answer another must be, chosen over outlets
_SETTLED = frozenset(("full name", "title and surname", "several", "he or she"))
_SIZE = 384  # of a word's vector
_FIRST = frozenset("the a an his her their its this that these some many one two it they he she we i you".split())
_NEXT = frozenset("who which that of from to in".split())
_WORD = re.compile(r"[\w’'-]+")


class Clues(NamedTuple):
    """What the kind of a source is judged by: facts by name, and the meaning of its noun, core, words and cue."""

    facts: dict[str, float]
    meaning: NDArray[np.float32]


def with_learned_kind(
    discourse: Discourse, attribution: Attribution, source: SourcePhrase | None, speaker: Speaker
) -> Speaker:
    """Return who speaks by the rules with the kind that is the likeliest, where that is clearly another.

    Who is neither a person nor an institution loses the name.
    """
    if is_settled(source, speaker):
        return speaker
    likely = dict(zip(KINDS, chances(read_clues(discourse, attribution, source, speaker)), strict=True))
    kind = likeliest({kind: likely[kind] for kind in able_kinds(source, speaker)}, merged(speaker.kind))
    return speaker if kind == merged(speaker.kind) else _of_kind(speaker, source, kind)


def is_settled(source: SourcePhrase | None, speaker: Speaker) -> bool:
    """Return whether the rules decide alone: people by name, title, he or she, "no one", and "I", who is quoted."""
    form = form_of(source)
    if form == "I or we" or (speaker.kind == "named_person" and form in _SETTLED and not _may_be_a_body(source, form)):
        return True
    return source is not None and (not source.phrase or is_nobody(source.phrase))


def _may_be_a_body(source: SourcePhrase | None, form: str) -> bool:
    """Return whether a full name may be an institution's: without a title or a known given name, "Harbor Action"."""
    if form != "full name" or source is None:
        return False
    mention = source.mentions[-1]
    return not mention.title and mention.words[0].lower() not in first_names() and not is_initials(mention.words[0])


def able_kinds(source: SourcePhrase | None, speaker: Speaker) -> tuple[str, ...]:
    """Return the kinds that a source can have.

    Nobody becomes a named person, whose name is not known; an institution by its own words keeps its name.
    """
    if speaker.name is None:
        return KINDS[1:]
    is_institution = speaker.kind == "organization" and form_of(source) not in ("they or it", "no source")
    return KINDS[:2] if is_institution else KINDS


def likeliest(likely: dict[str, float], ruled: str) -> str:
    """Return the kind to take, given the chance of each and the rules' answer."""
    best = max(likely, key=lambda kind: likely[kind])
    return best if likely[best] > MARGIN * likely.get(ruled, 0.0) else ruled


def merged(kind: str) -> str:
    """Return the kind as it is learned, persons without a name and groups as one."""
    return PEOPLE if kind in ("group", "unnamed_person") else kind


def _of_kind(speaker: Speaker, source: SourcePhrase | None, kind: str) -> Speaker:
    if speaker.name and kind in ("named_person", "organization"):
        return Speaker(speaker.name, kind, speaker.role)
    phrase, head = (source.phrase, source.head) if source else ("", "")
    role = None if source and source.form == "pronoun" else phrase or None  # a pronoun describes nobody
    if kind == PEOPLE:
        return Speaker(None, kind_of_people(phrase, head), role)
    return Speaker(None, kind, None if kind == "unknown" else role)


def read_clues(discourse: Discourse, attribution: Attribution, source: SourcePhrase | None, speaker: Speaker) -> Clues:
    """Return what the kind of a source is judged by; `speaker` is the rules' answer."""
    text = discourse.document.text
    whole, cue = (
        " ".join(text[start:end] for start, end in spans) for spans in (attribution.source_spans, attribution.cue_spans)
    )
    start = (attribution.source_spans or attribution.content_spans)[0][0]
    last = next(discourse.last_turns(start), None)
    names = [f"quotation {attribution.quote_type}", *["no cue"] * (not cue)]
    names += _of_rules(form_of(source), speaker, last.speaker.kind if last else "nobody")
    facts = dict.fromkeys(names, 1.0)
    if source is None:
        return Clues(facts, _meaning("", "", "", cue))
    end = attribution.source_spans[0][1]
    core = text[source.start : source.end]
    facts |= dict.fromkeys(_of_source(source, text[end : end + 20]), 1.0) | _of_words(whole, core)
    return Clues(facts, _meaning(source.head, core, whole, cue))


def _of_rules(form: str, speaker: Speaker, before: str) -> Iterator[str]:
    """Yield the facts about the rules' answer: with the form of the source, and with the kind of who spoke before."""
    yield from (form, f"rules {speaker.kind}", f"rules {speaker.kind}, {form}")
    yield from (f"before {before}", f"before {before}, {form}")
    if speaker.name:
        yield from ("named", f"rules {speaker.kind}, named")


def _of_source(source: SourcePhrase, after: str) -> Iterator[str]:
    """Yield the facts about names and number in a source, and about the word behind it."""
    yield from ["definite"] * source.definite + ["plural"] * source.is_plural
    if source.mentions:
        mention = source.mentions[-1]
        yield from (f"name {mention.kind}", f"name {mention.kind} of {min(len(mention.words), 3)}")
        yield from ["title"] * bool(mention.title)
    following = (after.split() or [""])[0].strip(",").lower()
    yield f"next {following if following in _NEXT else 'another'}"


def _of_words(whole: str, core: str) -> dict[str, float]:
    """Return the facts about the words of a source: how many, capital letters, the first and the last one."""
    tokens = whole.split() or [""]
    first, last = tokens[0].lower().strip(',.;:“”"()'), (_WORD.findall(core.lower()) or [""])[-1]
    return {
        f"first {first if first in _FIRST else 'another'}": 1.0,
        "capitals": float(min(3, sum(token[0].isupper() for token in tokens[1:]))),
        "begins with a capital": float(tokens[0][:1].isupper()),
        "length": math.log1p(len(tokens)),
        "ends in s": float(last.endswith("s") and not last.endswith("ss")),
        "all capitals": float(any(token.isupper() and len(token) > 1 for token in tokens)),
    }


def _meaning(*phrases: str) -> NDArray[np.float32]:
    """Return the mean vectors of phrases, each of length 2, one behind the other; zeros for a phrase without words."""
    return np.concatenate([_vector(phrase) for phrase in phrases])


@lru_cache(maxsize=2048)
def _vector(phrase: str) -> NDArray[np.float32]:
    mean = word_vectors(piece_ids(phrase)).sum(axis=0) if phrase.strip() else np.zeros(_SIZE, np.float32)
    return np.asarray(2 * mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def chances(clues: Clues) -> list[float]:
    """Return the chance (0 to 1) of each of `KINDS`, by a multinomial logistic regression."""
    by_fact, by_meaning = learned_weights()
    scores: NDArray[np.float64] = clues.meaning @ by_meaning
    for name, value in clues.facts.items():
        if value and name in by_fact:
            scores = scores + value * by_fact[name]
    odds = np.exp(scores - scores.max())
    return [float(chance) for chance in odds / odds.sum()]


@cache
def learned_weights() -> tuple[dict[str, NDArray[np.float64]], NDArray[np.float64]]:
    """Return the weights of each fact, and of each dimension of the meaning, one for each of `KINDS`."""
    model = load_arrays(MODEL)
    facts = zip(model["facts"], model["by_fact"].astype(np.float64), strict=True)
    return {str(name): weights for name, weights in facts}, model["by_meaning"].astype(np.float64)
