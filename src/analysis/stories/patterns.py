"""Find the words and phrases of a story in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.words.blocks import text_blocks

MOST_TOKENS = 500_000  # kept of the texts before, about 50 MB
_TEXTS = 1000  # whose tokens are looked at together: of more, more stand in several
_FEW_WORDS = 30  # looking for 60 takes as long as looking at all tokens
_LONGER = 4  # letters: nearly every text has the shorter words
_HYPHENS = r"\-\u2010\u2011\u2012\u2013"
_APOSTROPHES = r"'\u2019\u2018\u02bc"
_GAP = rf"(?:\s+|[{_HYPHENS}])"
# re.IGNORECASE takes these for i, s and k. Replaced one for one, they leave every offset where it was.
_SAME_LETTER = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))

Spans: TypeAlias = "list[tuple[int, int]]"


def find_patterns(patterns: tuple[str, ...], text: str) -> Spans:
    r"""Return start and end of each match of the words and phrases in a text, the longest first where several fit.

    A word matches whole words in any case. A word in capitals (ICE, IRS) matches only capitals, with or without full
    stops (I.R.S.). `*` stands for any letters. White space or a hyphen may stand between the words of a phrase. Any
    apostrophe matches any other.

    >>> find_patterns(("tax return*", "IRS"), "The I.R.S. has tax\nreturns; irs")
    [(4, 10), (15, 26)]
    """
    [spans] = find_lists((patterns,), text)
    return spans


def find_lists(lists: tuple[tuple[str, ...], ...], text: str) -> list[Spans]:
    """Return what `find_patterns` gives for each list of patterns, in one pass over the text.

    >>> find_lists((("tax*",), ("IRS",)), "The IRS taxes.")
    [[(8, 13)], [(4, 7)]]
    """
    [spans] = find_in_texts(lists, [text])
    return spans


def find_in_texts(lists: tuple[tuple[str, ...], ...], texts: Sequence[str]) -> Iterator[list[Spans]]:
    """Yield what `find_lists` gives for each text; for many texts that takes less time than one by one.

    >>> list(find_in_texts((("tax*",),), ["The IRS taxes.", "No."]))
    [[[(8, 13)]], [[]]]
    """
    for start in range(0, len(texts), _TEXTS):
        block = texts[start : start + _TEXTS]
        lowered = list(map(_lower, block))
        for text, low, phrases in zip(block, lowered, _finder(lists).phrases_in(lowered), strict=True):
            yield _spans(len(lists), text, low, phrases)


def _spans(n_lists: int, text: str, lowered: str, phrases: Iterable["_Phrase"]) -> list[Spans]:
    """Return where the phrases match, for each list."""
    openings: dict[tuple[str, bool, bool], list[_Phrase]] = {}  # many phrases begin alike
    for phrase in phrases:
        for opening in phrase.openings:
            openings.setdefault((opening, phrase.is_whole, phrase.is_exact), []).append(phrase)
    found = [
        (place, phrase)
        for (opening, is_whole, is_exact), own in openings.items()
        for place in _places(opening, text if is_exact else lowered, is_whole)
        for phrase in own
    ]
    spans: list[Spans] = [[] for _ in range(n_lists)]
    for place, phrase in sorted(found):
        of_list = spans[phrase.of]
        if (not of_list or place >= of_list[-1][1]) and (match := phrase.expression.match(text, place)):
            of_list.append(match.span())
    return spans


class _Phrase(NamedTuple):
    """A pattern, ready to be looked for; of two of a list that match at one place, the lower number counts."""

    number: int
    of: int  # number of its list
    needs: frozenset[str]  # how its longer words begin, in lower case
    openings: tuple[str, ...]  # what a match can begin with
    is_whole: bool  # whether its first word is nothing but that
    is_exact: bool  # whether it begins so in just these letters; or else in any case
    expression: re.Pattern[str]


class _Finder:
    """Finds which patterns a text can hold: those of which it has all longer words.

    Nearly all tokens of a text stood in texts before it, so one look at what is known of each is enough. That is
    several times as fast as looking for every pattern, or for one expression of all of them; only a few words are found
    faster one by one.
    """

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        self._phrases: dict[str, list[_Phrase]] = {}  # by how one of their longer words begins
        self._words_in: dict[str, tuple[str, ...]] = {}  # by token; most hold none
        for of, patterns in enumerate(lists):
            # Longest first: of "tax return" and "tax return information" the longer one is the hit.
            for number, pattern in enumerate(sorted(patterns, key=lambda pattern: (-len(pattern), pattern))):
                self._add(number, of, pattern)

    def _add(self, number: int, of: int, pattern: str) -> None:
        words = _words(pattern)
        *others, longest = sorted(map(_openings, words), key=lambda openings: min(map(len, openings)))
        needs = frozenset(own[0] for own in others if len(own) == 1 and len(own[0]) >= _LONGER)
        expression = re.compile(rf"(?:{_phrase(pattern)})(?!\w)", re.IGNORECASE)
        openings = _openings(words[0])
        is_whole = openings == (_lower(words[0]),)
        phrase = _Phrase(number, of, needs, openings, is_whole, _is_capitals(words[0]), expression)
        for opening in needs:
            self._phrases.setdefault(opening, [])
        for opening in longest:
            self._phrases.setdefault(_lower(opening), []).append(phrase)

    def phrases_in(self, texts: Sequence[str]) -> list[set[_Phrase]]:
        """Return the phrases that each text, in lower case, can hold."""
        few = len(self._phrases) <= _FEW_WORDS
        found = [{word for word in self._phrases if word in text} for text in texts] if few else self._words_of(texts)
        return [
            {phrase for word in words for phrase in self._phrases[word] if phrase.needs <= words} for words in found
        ]

    def _words_of(self, texts: Sequence[str]) -> list[set[str]]:
        """Return the words with which any token of each text, a piece between its white space, begins."""
        if len(self._words_in) > MOST_TOKENS:
            self._words_in.clear()
        pieces = pc.ascii_split_whitespace(pa.concat_arrays(text_blocks(texts)))
        coded = pieces.values.dictionary_encode()
        tokens, numbers = coded.dictionary.to_pylist(), coded.indices.to_numpy()
        if new := set(tokens).difference(self._words_in):
            self._learn(new)
        words = list(map(self._words_in.__getitem__, tokens))
        places = np.flatnonzero(np.fromiter(map(bool, words), bool, len(words))[numbers])
        text_at = np.searchsorted(pieces.offsets.to_numpy(), places, side="right") - 1
        held: list[set[str]] = [set() for _ in texts]
        for text, token in zip(
            *np.divmod(np.unique(text_at * len(tokens) + numbers[places]), len(tokens)), strict=True
        ):
            held[text].update(words[token])
        return held

    def _learn(self, tokens: Iterable[str]) -> None:
        """Look for the words in new tokens, which stand one a line, so that each word is looked for once."""
        self._words_in.update(dict.fromkeys(tokens, ()))
        lines = "\n".join(tokens)
        for word in self._phrases:
            for place in _places(word, lines):
                start, end = lines.rfind("\n", 0, place) + 1, lines.find("\n", place)
                self._words_in[lines[start : end if end >= 0 else None]] += (word,)


@cache
def _finder(lists: tuple[tuple[str, ...], ...]) -> _Finder:
    return _Finder(lists)


def _lower(text: str) -> str:
    if not text.isascii():
        for letter, same in _SAME_LETTER:
            text = text.replace(letter, same)
    return text.lower()


def _places(opening: str, text: str, is_whole: bool = False) -> list[int]:
    """Return where a word begins with the opening; with `is_whole`, a longer word may be left out."""
    if len(opening) < _LONGER and opening.isalnum():
        return [found.start() for found in _short(opening, is_whole).finditer(text)]
    places = []
    place = text.find(opening)
    while place >= 0:
        if not place or not (text[place - 1].isalnum() or text[place - 1] == "_"):
            places.append(place)
        place = text.find(opening, place + 1)
    return places


@cache
def _short(opening: str, is_whole: bool) -> re.Pattern[str]:
    """Return what finds words with a short opening, which stands in many others: the "a" of "a citizen"."""
    # It begins with letters, which `re` finds faster than a boundary of a word.
    end = r"(?!\w)" if is_whole else ""
    return re.compile(rf"{opening}(?<!\w{opening}){end}")


def _openings(word: str) -> tuple[str, ...]:
    """Return what a match of a word can begin with, in lower case but for a word in capitals."""
    if _is_capitals(word):
        return word[:2], f"{word[0]}."
    return (_lower(re.split(rf"[*{_APOSTROPHES}]", word)[0]),)


def _words(pattern: str) -> list[str]:
    return [word for word in re.split(rf"[\s{_HYPHENS}]+", pattern) if word]


def _is_capitals(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) > 1


def _phrase(pattern: str) -> str:
    return _GAP.join(map(_word, _words(pattern)))


def _word(word: str) -> str:
    if _is_capitals(word):
        return "(?-i:" + r"\.?".join(word) + r"\b\.?)"
    escaped = re.escape(word).replace(r"\*", r"\w*")
    return re.sub(f"[{_APOSTROPHES}]", lambda _: f"[{_APOSTROPHES}]", escaped)
