r"""Phrase lists, compiled to regular expressions: how the data files beside these modules describe lines and words.

A phrase is written as it is printed, in small letters; it is looked for in text put in small letters whose white space
is single blanks. These signs stand for more than themselves:

======== ====================================================================================================
(a|b)    one of these; followed by ? it may be missing
'        an apostrophe, straight or curly, or none
*        any further letters: cookie* is also cookies
<name>   a slot: a list of phrases, or a regular expression, that the data file gives under "slots", or one of SLOTS
<..60>   whatever stands between two words, 60 characters at most
<rest60> at most 60 characters, then the end of the line
$        the end of the line
======== ====================================================================================================

A phrase that ends with a letter, a digit or a bracket ends with a whole word.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial

SLOTS = {
    "number": r"\d+",
    "year": r"\d{4}",
    "word": r"\w+",
    "words": r"(?:\W+\w+){0,2}",  # two words at most, each with what stands before it
    "marks": r"\W+",
    "word end": r"(?!\w)",  # for a phrase that goes on behind it
    "end": r"\W*$",  # nothing but marks up to the end of the line
}
Slots = Mapping[str, str | list[str]]
_SIGNS = re.compile(r"<(?P<slot>[^<>]+)>|(?P<optional>\)\?)|(?P<sign>[()|'*$])|(?P<other>[^<>()|'*$]+|[<>])")
_MEANINGS = {"(": "(?:", ")": ")", "|": "|", "'": "[’']?", "*": r"\w*", "$": "$"}


def compile_phrases(phrases: Iterable[str], slots: Slots | None = None) -> re.Pattern[str]:
    """Return the pattern that finds any of `phrases`; of two that begin at one place, the first listed wins.

    >>> compile_phrases(["sign( |-)?up", "cookie*"]).findall("sign-up for cookies, not for signups")
    ['sign-up', 'cookies']
    """
    return re.compile(
        "|".join((r"(?<!\w)" if re.match(r"[\w(]", phrase) else "") + one_of([phrase], slots) for phrase in phrases)
    )


def one_of(phrases: Iterable[str], slots: Slots | None = None) -> str:
    r"""Return the regular expression that matches any of `phrases`, to be part of a larger one.

    >>> one_of(["log in", "sign in<end>"])
    '(?:log\\ in(?!\\w)|sign\\ in\\W*$)'
    """
    return f"(?:{'|'.join(map(partial(_whole_words, slots=slots or {}), phrases))})"


def only_words(phrases: Iterable[str], slots: Slots | None = None, *, between: str) -> str:
    """Return the regular expression of text that is nothing but `phrases`.

    They are parted by blanks, the marks `between`, or nothing.

    A phrase once taken is not tried otherwise (`(?>…)`): without that, "share on on on …" takes time that doubles with
    each word.

    >>> bool(re.match(only_words(["share", "email"], between="|"), "share | emailshare"))
    True
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    words = "|".join(map(partial(_expression, slots=slots or {}), longest_first))
    return rf"(?=.*[^\W\d_])(?:(?>{words})[\s{re.escape(between)}]*+)+$"


def longest_words(phrase: str) -> str:
    """Return the longest run of plain text in `phrase`, outside of brackets: text without it cannot hold the phrase.

    >>> longest_words("download (our|the) (<word> )?app")
    'download '
    """
    plain = re.sub(r"<[^<>]*>", "|", phrase)
    while plain != (plain := re.sub(r"\([^()]*\)\??", "|", plain)):
        pass
    return max(re.split(r"[|'*$]", plain), key=len)


def _whole_words(phrase: str, slots: Slots) -> str:
    return _expression(phrase, slots) + (r"(?!\w)" if re.search(r"[\w)?]$", phrase) else "")


def _expression(phrase: str, slots: Slots) -> str:
    """Return a phrase as a regular expression."""
    return "".join(_piece(found, slots) for found in _SIGNS.finditer(phrase))


def _piece(found: re.Match[str], slots: Slots) -> str:
    if found["slot"]:
        return _slot(found["slot"], slots)
    if found["optional"]:
        return ")?"
    return _MEANINGS[found["sign"]] if found["sign"] else re.escape(found["other"])


def _slot(name: str, slots: Slots) -> str:
    """Return what a slot stands for. Raises ValueError for a name that neither the data file nor SLOTS has."""
    if between := re.fullmatch(r"\.\.(\d+)", name):
        return rf"\b.{{0,{between[1]}}}\b"
    if rest := re.fullmatch(r"rest(\d+)", name):
        return rf".{{0,{rest[1]}}}$"
    known = {**SLOTS, **slots}
    if name not in known:
        raise ValueError(f"<{name}> is not a slot; known are: {', '.join(sorted(known))}, ..N and restN")
    meaning = known[name]
    return meaning if isinstance(meaning, str) else f"(?:{'|'.join(_expression(phrase, slots) for phrase in meaning)})"
