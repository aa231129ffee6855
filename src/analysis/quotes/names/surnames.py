"""Whether a surname alone means the person of that surname whom an article names in full, or somebody else.

"Olga Reyes … Reyes said" is one person. In "Reyes left. His wife, Olga Reyes, stayed", she is not the Reyes who left.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.quotes.lexicon import gender_of_first_name, same_first_name, words
from analysis.quotes.names.mentions import Mention
from analysis.quotes.names.name_parts import core, suffix, surname
from analysis.shipped import load_json, shipped_file

# Weights of the clues, and in how many articles each full name of a surname stands; written by training/surnames.py.
MODEL = shipped_file("quotes/names/surnames.json")
_FAR = 600  # characters: a full name that comes so much later than the surname alone is not news style
_READ = 40  # mentions whose surroundings are read, so that the work grows with the text only
_FEW = 3  # articles added to both counts of known names, so that rare names weigh little
_WORD = re.compile(r"[\w’'-]+")
_HE = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_OWNS = re.compile(r"['’]s?\b")


class SurnameClues(NamedTuple):
    """What tells whether a surname alone means a person whom the article names in full."""

    alone_before: float  # 1 if the surname alone comes before the full name
    alone_long_before: float  # 1 if it comes long before it
    kin_share: float  # share of the full names beside a word such as "wife"
    wrong_pronouns: float  # log of 1 + how many more pronouns of the other gender follow, negative for the own gender
    full_share: float  # full names among all mentions
    n_alone: float  # log of 1 + the number of mentions of the surname alone
    owns_kin: float  # 1 for "Reyes's wife"
    known_for: float  # log of articles that name this person to articles that name another of the surname; 0 if unknown


def odds_of_one_person(text: str, full: Sequence[Mention], alone: Sequence[Mention]) -> float:
    """Return the log-odds that the surname `alone` means the person named in `full`, who has this surname.

    >>> from analysis.quotes.document import read_document
    >>> from analysis.quotes.names.mentions import find_mentions
    >>> text = "Reyes left. His wife, Olga Reyes, and Reyes’s brother said nothing. Reyes paid."
    >>> mentions = find_mentions(read_document(text))
    >>> odds_of_one_person(text, mentions[1:2], [mentions[0], *mentions[2:]]) < 0
    True
    """
    weights = load_json(MODEL)["weights"]
    clues = surname_clues(text, full, alone)._asdict()
    return float(weights["bias"] + sum(weights[name] * value for name, value in clues.items()))


def surname_clues(text: str, full: Sequence[Mention], alone: Sequence[Mention]) -> SurnameClues:
    """Return the clues; `full` and `alone` are mentions in text order, neither is empty."""
    first_alone, first_full = alone[0].start, full[0].start
    kin = [_beside_kin(text, mention) for mention in full[:_READ]]
    return SurnameClues(
        alone_before=float(first_alone < first_full),
        alone_long_before=float(first_alone < first_full - _FAR),
        kin_share=sum(kin) / len(kin),
        wrong_pronouns=_wrong_pronouns(text, full[0], alone),
        full_share=len(full) / (len(full) + len(alone)),
        n_alone=math.log1p(len(alone)),
        owns_kin=float(any(_owns_kin(text, mention) for mention in alone[:_READ])),
        known_for=_known_for(given_name(full[0].words), surname(full[0].words)),
    )


def given_name(name: tuple[str, ...]) -> str:
    """Return the first given name in lower case, with Jr. and the like: a son is not known for his father.

    >>> given_name(("Karl", "Theo", "Stern", "Jr."))
    'karl jr'
    """
    return f"{core(name)[0].lower()} {suffix(name)}".strip()


def _beside_kin(text: str, mention: Mention) -> bool:
    before = _lower_words(text[max(0, mention.start_with_title - 40) : mention.start])[-3:]
    return _has_kin([*before, *_lower_words(text[mention.end : mention.end + 40])[:4]])


def _owns_kin(text: str, mention: Mention) -> bool:
    owns = _OWNS.match(text, mention.end)
    return bool(owns) and _has_kin(_lower_words(text[mention.end + 2 : mention.end + 45])[:3])


def _lower_words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _has_kin(low: list[str]) -> bool:
    return any(word in words("kin") or word.removesuffix("s") in words("kin") for word in low)


def _wrong_pronouns(text: str, full: Mention, alone: Sequence[Mention]) -> float:
    """Return how much more often a pronoun of the other gender than of the own follows the surname in its line."""
    gender = gender_of_first_name(core(full.words)[0])
    if not gender:
        return 0.0
    after = [text[m.end : m.end + 160].split("\n")[0] for m in alone[:_READ]]
    own, other = (_SHE, _HE) if gender == "f" else (_HE, _SHE)
    surplus = sum(bool(other.search(words_after)) - bool(own.search(words_after)) for words_after in after)
    return math.copysign(math.log1p(abs(surplus)), surplus)


def _known_for(given: str, family: str) -> float:
    """Return the log of how many articles name this person for one that names the best known other of the surname."""
    counts: dict[str, int] = load_json(MODEL)["known"].get(family, {})
    own = sum(n for name, n in counts.items() if same_first_name(name, given))
    other = max((n for name, n in counts.items() if not same_first_name(name, given)), default=0)
    return math.log((own + _FEW) / (other + _FEW))
