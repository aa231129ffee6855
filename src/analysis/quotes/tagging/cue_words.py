"""How often each word is part of a cue in coded articles: "said" nearly always, "signed" seldom."""

import re

from analysis.shipped import load_json, shipped_file

SCORES = shipped_file("quotes/tagging/cue_words.json")  # learned by training/quote_confidence.py
UNKNOWN = -2.8  # of a word that no coded article has: what 6 % of all words are
_WORD = re.compile(r"[a-z][a-z'-]*")
_ALL_WORDS = re.compile(r"[a-z'][a-z'-]*")
# They stand in cues of every kind, and say nothing about them.
_FUNCTION_WORDS = frozenset(
    "to of on in for at by with about that as is was are were be been has have had the a an his her their its also not "
    "it and from up out into against over".split()
)


def cue_words(cue: str) -> list[str]:
    """Return the words of a cue in lower case.

    >>> cue_words("has Also said:")
    ['has', 'also', 'said']
    """
    return _ALL_WORDS.findall(cue.lower().replace("’", "'"))


def content_words(cue: str) -> list[str]:
    """Return the words of a cue that say in which way something is said, in lower case.

    >>> content_words("has also said")
    ['said']
    """
    return [word for word in _WORD.findall(cue.lower().replace("’", "'")) if word not in _FUNCTION_WORDS]


def cue_scores(cue: str) -> list[float]:
    """Return, for each content word of a cue, the log-odds that it is part of a cue where it stands in an article."""
    scores: dict[str, float] = load_json(SCORES)
    return [scores.get(word, UNKNOWN) for word in content_words(cue)]
