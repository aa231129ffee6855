"""How sure an attribution is: the chance that a reader would find the same statement, with the same source."""

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.document import Document
from analysis.quotes.tagging.acts import ACT_FROM, act_probability, meaning
from analysis.quotes.tagging.attributions import Attribution, LinkedSpans, Spans, quote_type
from analysis.quotes.tagging.cue_words import cue_scores, cue_words
from analysis.quotes.tagging.spans import RoleSpan
from analysis.shipped import load_json, shipped_file

WEIGHTS = shipped_file("quotes/tagging/confidence.json")  # learned by training/quote_confidence.py
_WORD = re.compile(r"[a-z][a-z'-]*")
_MODALS = frozenset("will would could can should may might must to 'll".split())
_EXPECTED = frozenset(("expected", "seemed", "seems"))
_QUESTION_WORDS = frozenset("whether if what why how who when where".split())
_PRONOUNS = frozenset("he she it they we i there you".split())
_READER_OR_AUTHOR = frozenset("i you we".split())
_FIRST_PERSON = frozenset("i we you us me our my your let's myself ourselves one".split())
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def rate(document: Document, linked: list[LinkedSpans]) -> list[Attribution]:
    """Return attributions as offsets, each with its quote type, its confidence, and whether it is an act."""
    quoted = sum(p.end - p.start for p in document.passages) / max(1, len(document.text))
    rated = []
    for one in linked:
        kind = quote_type(document, one.contents)
        score = weigh(learned_weights(), evidence(one, kind, quoted=quoted)) + (
            _weigh_cue(one.cue.words) if one.cue else 0.0
        )
        is_act = kind == "indirect" and act_probability(one, kind) >= ACT_FROM
        spans = (_offsets(one.contents), _offsets([one.cue]), _offsets([one.source]))
        rated.append(Attribution(*spans, kind, 1 / (1 + math.exp(-score)), is_act))
    return rated


def evidence(linked: LinkedSpans, kind: str, *, quoted: float) -> dict[str, float]:
    """Return what the confidence of an attribution is computed from.

    `kind` is its quote type, `quoted` the share of the article's text inside quotation marks.
    """
    cue, source, contents = linked.cue, linked.source, linked.contents
    scores, words = cue_scores(cue.words if cue else ""), cue_words(cue.words if cue else "")
    content = " ".join(span.words for span in sorted(contents, key=lambda span: span.start)).lower().replace("’", "'")
    first = next(iter(_WORD.findall(content)), "")
    named = source.words.lower().replace("’", "'").split() if source else []
    first_content = min(contents, key=lambda span: span.start)
    return {
        "content": log_odds(min(span.probability for span in contents)),
        "cue": log_odds(cue.probability) if cue else 0.0,
        "source": log_odds(source.probability) if source else 0.0,
        "source link": log_odds(linked.source_link),
        "content opens": min(log_odds(span.opens) for span in contents),
        "content closes": min(log_odds(span.closes) for span in contents),
        "content least": min(log_odds(span.least) for span in contents),
        "cue in content": log_odds(cue.content) if cue else 0.0,
        "cue opens": log_odds(cue.opens) if cue else 0.0,
        "cue closes": log_odds(cue.closes) if cue else 0.0,
        "source in content": log_odds(source.content) if source else 0.0,
        "source opens": log_odds(source.opens) if source else 0.0,
        "source closes": log_odds(source.closes) if source else 0.0,
        "characters": math.log(1 + sum(span.end - span.start for span in contents)),
        "words": math.log(1 + len(content.split())),
        "pieces": len(contents) > 1,
        "direct": kind == "direct",
        "quoted": quoted,
        "cue word": max(scores, default=0.0),
        "last cue word": scores[-1] if scores else 0.0,
        "past": any(word.endswith("ed") for word in words),
        "modal": any(word in _MODALS for word in words[:-1]),
        "expected": not _EXPECTED.isdisjoint(words),
        "no cue": cue is None,
        "no cue, but a source": cue is None and source is not None,
        "that": first == "that",
        "question": first in _QUESTION_WORDS,
        "clause": first in _PRONOUNS,
        "ing": first.endswith("ing"),
        "mark": first_content.words[:1] in "“\"‘'`",
        "first person": bool(named) and named[0] in _FIRST_PERSON,
        "I, you or we": bool(named) and named[0] in _READER_OR_AUTHOR,
        "possessive": source is not None and source.words.endswith(_POSSESSIVE),
        "source words": math.log(1 + len(named)),
        "source first": bool(source and cue and source.start < cue.start),
        "content first": bool(cue and first_content.start < cue.start),
    }


def log_odds(p: float) -> float:
    """Return the log-odds of a probability, within -6 and 6."""
    return max(-6.0, min(6.0, math.log((p + 1e-9) / (1 - p + 1e-9))))


def _offsets(spans: list[RoleSpan] | list[RoleSpan | None]) -> Spans:
    return tuple((span.start, span.end) for span in spans if span)


def cue_meaning(cue: str) -> NDArray[np.float64]:
    """Return the meaning of a cue, and behind it that of its last word, which often tells a saying from an act."""
    return np.concatenate([meaning(cue), meaning(cue.split()[-1])])


def weigh(learned: Mapping[str, Any], facts: Mapping[str, float]) -> float:
    """Return the log-odds that learned weights give to some pieces of evidence."""
    weights = learned["evidence"]
    return float(learned["intercept"] + sum(weights[name] * value for name, value in facts.items()))


@lru_cache(maxsize=20_000)  # the same cues come again and again
def _weigh_cue(cue: str) -> float:
    return float(cue_meaning(cue) @ learned_weights()["cue meaning"])


@cache
def learned_weights() -> dict[str, Any]:
    """Return the intercept, the weight of each piece of evidence, and those of the dimensions of `cue_meaning`."""
    weights: dict[str, Any] = load_json(WEIGHTS)
    return weights | {"cue meaning": np.array(weights["cue meaning"])}
