"""Acts that read like statements: "sued to block the rule", "approved the plan" do something, and say nothing."""

import math
from functools import cache, lru_cache
from typing import Any

import numpy as np

from analysis.quotes.network import word_vectors
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.cue_words import content_words, cue_scores, cue_words
from analysis.quotes.word_pieces import piece_ids
from analysis.shipped import load_json, shipped_file

WEIGHTS = shipped_file("quotes/tagging/acts.json")  # learned by training/quote_confidence.py
ACT_FROM = 0.5  # least probability of an act
_FINITE = frozenset(
    "is are was were will would has have had can could should must may might do does did isn't aren't won't".split()
)
_PREPOSITIONS = frozenset("on of for at with in about against to over into behind as from by up".split())


def act_probability(linked: LinkedSpans, kind: str) -> float:
    """Return the probability (0 to 1) that an attribution of a quote type is an act; 0 without a cue.

    A logistic regression over the meaning of the cue, as the mean of its word vectors, how often its words are cues in
    coded articles, and the form of the content.
    """
    if linked.cue is None:
        return 0.0
    learned = learned_weights()
    facts = act_facts(linked, kind)
    score = learned["intercept"] + sum(learned["facts"][name] * value for name, value in facts.items())
    score += float(np.dot(meaning(linked.cue.words), learned["meaning"]))
    return 1 / (1 + math.exp(-score))


def act_facts(linked: LinkedSpans, kind: str) -> dict[str, float]:
    """Return the facts about cue and content that tell an act from a statement."""
    cue = linked.cue.words if linked.cue else ""
    words, scores = cue_words(cue), cue_scores(cue)
    content = " ".join(span.words for span in sorted(linked.contents, key=lambda span: span.start))
    tokens = cue_words(content)
    first, finite = tokens[0] if tokens else "", not _FINITE.isdisjoint(tokens)
    return {
        "cue word": max(scores, default=0.0),
        "last cue word": scores[-1] if scores else 0.0,
        "noun phrase": not finite and kind == "indirect" and first not in ("to", "that"),
        "to": first == "to",
        "that": first == "that",
        "finite": finite,
        "direct": kind == "direct",
        "mixed": kind == "mixed",
        "words": min(6, len(words)),
        "preposition": bool(words) and words[-1] in _PREPOSITIONS,
        "past": any(word.endswith("ed") for word in words),
        "ing": any(word.endswith("ing") and len(word) > 4 for word in words),
    }


@lru_cache(maxsize=2_000)  # the same cues come again and again
def meaning(cue: str) -> np.ndarray:
    """Return the mean of the vectors of a cue's word pieces, each of length 1; zeros where it has no piece."""
    vectors = word_vectors(piece_ids(" ".join(content_words(cue) or cue_words(cue)) or cue))
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    mean: np.ndarray = (vectors / lengths).sum(axis=0) / max(1, len(vectors))
    return mean


@cache
def learned_weights() -> dict[str, Any]:
    """Return the intercept, the weight of each fact, and the weights of the meaning's dimensions."""
    weights: dict[str, Any] = load_json(WEIGHTS)
    return weights | {"meaning": np.array(weights["meaning"])}
