"""The language of a text, found offline: English by its function words, any other by a model of 90 languages."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_WORDS = 20  # of 600 news passages of 10 words the model is unsure of 56, of 600 of 20 words of 7
SURE = 0.7  # least probability; at it no passage of 20 words or more was taken for another language
_READ = 1200  # characters looked at: more change no answer on news and cost time
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2}|[^\W\d_]+")  # two signs where no blank parts words

# Frequent in English and together rare in every other language; half of them alone ("in", "was") are words elsewhere.
_ENGLISH = frozenset(
    "the and of to that with for is was are were said it its his her this which from have has had been would not "
    "on in by at".split()
)
_ENGLISH_ONLY = frozenset("the and of that with which from have been would this were said".split())


class Language(NamedTuple):
    """The ISO 639-1 code, None where the language is unclear; and why it is unclear, else ""."""

    code: str | None
    note: str


def detect_language(text: str) -> Language:
    """Return the language of `text`; no code but a note for fewer than 20 words, or where the model is unsure.

    Method: naive Bayes on byte n-grams over the languages with an ISO 639-1 code (Lui & Baldwin 2012, "langid.py";
    py3langid's model and temperature), asked only when the text is not plainly English: loading it takes a second and
    120 MB.

    >>> text = "El consejo dijo el lunes que la lluvia era de todos y que nadie se iba a ir a su casa sin los suyos."
    >>> detect_language(text)
    Language(code='es', note='')
    >>> detect_language("Rain fell.")
    Language(code=None, note='language: too short to tell')
    """
    start = text[:_READ]
    words = _WORD.findall(start.lower())
    if len(words) < MIN_WORDS:
        return Language(None, "language: too short to tell")
    if _is_english(words):
        return Language("en", "")
    code, probability = _identifier().classify(start)
    return Language(code, "") if probability >= SURE else Language(None, "language: unclear")


def _is_english(words: list[str]) -> bool:
    """Return whether a fifth of the words are function words of English, a twentieth such as only English has."""
    counts = Counter(words)
    shares = [sum(counts[word] for word in listed) / len(words) for listed in (_ENGLISH, _ENGLISH_ONLY)]
    return shares[0] >= 0.2 and shares[1] >= 0.05


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
