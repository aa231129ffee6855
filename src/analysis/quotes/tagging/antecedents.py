"""Sources that are a relative pronoun: "the two aides who said so" is the source, not "who" alone."""

import re

from analysis.quotes.lexicon import words as word_list
from analysis.quotes.tagging.attributions import LinkedSpans
from analysis.quotes.tagging.spans import RoleSpan

_RELATIVE = frozenset(("who", "which", "that"))
_PEOPLE = re.compile(r"[a-z]{3}(?:er|or|ist|ian|ant|ent|ee|can|ic)s$|^(?:group|crowd|majority|dozen|pair|handful)s?$")
_RELATIVE_CLAUSE = re.compile(r"(?:who|which)\b.", re.DOTALL)  # behind a comma; "he asked which party" asks
_REACH = 90  # characters before the pronoun
# Nothing before the last of these belongs to the phrase; "Sen." ends no sentence.
_CLAUSE = re.compile(r"[!?;:“”\"()\n—–]|(?<=[a-z]{4})\.\s|\s--?\s")
# "Ana Ruiz (D-Ohio), who", "Ana Ruiz, D-Ohio, who"
_BETWEEN = re.compile(r"(?:\s{0,90}\([^()]{1,40}\)|,? [DRI]-[A-Z][\w.]{1,12}(?: [A-Z]\w{1,12})?)?[\s,—–-]{0,90}\Z")
_PARTY = re.compile(r"[DRI]-[A-Z]")
_WORD = re.compile(r"[\w’'.&-]+,?")
# The first word of a noun phrase.
_OPENERS = frozenset(
    "the a an his her its their our my your this that these those some many several most few all both each every "
    "any no other another one two three four five six seven eight nine ten dozens hundreds thousands millions".split()
)
# Words that end a phrase when read from its end to its beginning.
_OUTSIDE = frozenset(
    "about after against among and are as at be because been before between but by during for from had has have if in "
    "into is like nor not of on or over said say says than through to under was were when while with without whose "
    "whom".split()
)


def with_antecedents(text: str, linked: list[LinkedSpans]) -> list[LinkedSpans]:
    """Return attributions whose source begins with what its relative pronoun stands for, where that is beside it."""
    return [one._replace(source=_extended(text, one.source)) if one.source else one for one in linked]


def _extended(text: str, source: RoleSpan) -> RoleSpan:
    if source.words not in _RELATIVE:  # "Who" asks, and WHO is an organization
        clause = _RELATIVE_CLAUSE.match(source.words)
        if not clause or not text[: source.start].rstrip().endswith(","):
            return source
    start = source.start - _REACH if source.start > _REACH else 0
    end = found.start() if (found := _BETWEEN.search(text, start, source.start)) else source.start
    start = max([start, *(m.end() for m in _CLAUSE.finditer(text, start, end))])
    words = list(_WORD.finditer(text, start, end))
    n = _phrase_length([m[0] for m in words])
    return source._replace(start=words[-n].start(), words=text[words[-n].start() : source.end]) if n else source


def _phrase_length(words: list[str]) -> int:
    """Return how many words at the end of a list are one noun phrase, 0 for none: "critics of the plan"."""
    length = n = _simple_length(words)
    while n and words[-length - 1 : -length] == ["of"] and _means_people(words[-length - 2 : -length - 1]):
        n = _simple_length(words[: -length - 1])
        length += n + 1 if n else 0
    return length


def _means_people(word: list[str]) -> bool:
    """Return whether the word before "of" means people, as in "critics of the plan", but not in "the return of"."""
    low = word[0].lower() if word else ""
    return low in _OPENERS or low.removesuffix("s") in word_list("roles") or bool(_PEOPLE.search(low))


def _simple_length(words: list[str]) -> int:
    """Return how many words at the end of a list are a noun phrase without "of", 0 for none."""
    bare = [word.rstrip(",") for word in words]
    if not words or bare[-1].lower() in _OUTSIDE:
        return 0
    if bare[-1][:1].isupper():
        n = _name_length(words, 1)
        return n + (n < len(words) and bare[-n - 1].lower() in _OPENERS)
    for n, word in enumerate(reversed(bare), 1):
        if word.lower() in _OPENERS and (n == len(bare) or bare[-n - 1].lower() not in _OPENERS):
            return _with_name_before(words, n)
        if word.lower() in _OUTSIDE or (n > 1 and words[-n].endswith(",")):
            break
    return _name_length(words, 1)


def _name_length(words: list[str], n: int) -> int:
    """Return the length of a phrase with the capitalized words before it: "Sen. Ana Ruiz of Ohio"."""
    while n < len(words) and not words[-n - 1].endswith(","):
        word, before = words[-n - 1], words[-n - 2 : -n - 1]
        is_of = word == "of" and words[-n][:1].isupper() and before and before[0][:1].isupper()
        if not is_of and (not word[:1].isupper() or word.lower() in _OUTSIDE):
            break
        n += 1
    return n


def _with_name_before(words: list[str], n: int) -> int:
    """Return the length with a name before it: "Ana Ruiz, the mayor, who", "Ana Ruiz, D-Ohio, the chair, who"."""
    n += n < len(words) and bool(_PARTY.match(words[-n - 1]))
    if n >= len(words) or not words[-n - 1].endswith(",") or not words[-n - 1][:1].isupper():
        return n
    return _name_length(words, n + 1)
