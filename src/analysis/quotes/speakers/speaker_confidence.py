"""How sure it is whom a source means: the chance that a reader would name the same speaker, or nobody."""

import math
from collections.abc import Mapping, Sequence

from analysis.quotes.speakers.discourse import Discourse, Speaker
from analysis.quotes.speakers.source_phrases import SourcePhrase
from analysis.shipped import load_json, shipped_file

WEIGHTS = shipped_file("quotes/speakers/speaker_confidence.json")  # written by training/speaker_confidence.py
_MANY = 5  # sources that give a speaker's name: more of them say no more
_NEAR = 1500  # characters
_FORMS = {"joint": "several", "organization": "institution", "role": "role", "document": "document"}
_PRONOUNS = {"person": "he or she", "group": "they or it", "thing": "they or it", "relative": "who", "self": "I or we"}


def evidence(
    discourse: Discourse, source: SourcePhrase | None, speaker: Speaker, named_at: Mapping[int, Sequence[int]]
) -> dict[str, float]:
    """Return what the confidence in a speaker is computed from.

    These are the form of the source, apart for named speakers and for nobody; the chance that a model of pronouns or
    descriptions gave; and, where the source is not the full name, whether a model gave one, how often the article has
    the speaker say something by name elsewhere (`named_at`: where the sources that name each person begin), and whether
    it did so a moment ago. Somebody who is only told about, such as the dead, is rarely meant.
    """
    form = form_of(source)
    facts = {form if speaker.name else f"{form}, nobody": 1.0, "chance": _log_odds(speaker.confidence)}
    if speaker.number is not None and form not in ("full name", "several"):
        at = source.start if source else discourse.turns[-1].start + 1
        elsewhere = [start for start in named_at.get(speaker.number, ()) if start != at]
        facts["judged by a model"] = float(facts["chance"] != _log_odds(Speaker().confidence))
        facts["by name"] = math.log1p(min(len(elsewhere), _MANY))
        facts["by name nearby"] = float(any(at - _NEAR < start < at for start in elsewhere))
    return facts


def confidence(facts: dict[str, float]) -> float:
    """Return the chance (0 to 1) that a speaker is right."""
    weights: dict[str, float] = load_json(WEIGHTS)  # that of "" is the intercept
    score = weights[""] + sum(weights.get(name, 0.0) * value for name, value in facts.items())
    return 1 / (1 + math.exp(-score))


def form_of(source: SourcePhrase | None) -> str:
    """Return the form of a source in words, such as "full name", "he or she" or "no source"."""
    if source is None:
        return "no source"
    if source.form == "pronoun":
        return _PRONOUNS.get(source.head, "other")
    if source.head in ("organization", "place"):
        return "institution's name"
    if source.form == "name":
        mention = source.mentions[-1]
        return "full name" if len(mention.words) > 1 else "title and surname" if mention.title else "surname"
    return _FORMS.get(source.form, "other")


def _log_odds(chance: float) -> float:
    """Return the log-odds of a chance, within -4 and 4; 0 where no model gave one."""
    return max(-4.0, min(4.0, math.log((chance + 1e-9) / (1 - chance + 1e-9))))
