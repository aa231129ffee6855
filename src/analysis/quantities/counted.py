"""Tell by the words behind a number what it counts: "217 votes", "a 16-day shutdown"."""

import re

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

_OF = re.compile(r"\sof(?:\s(?:the|these|those|all|his|her|its|our|their))?(?=\s)")
_WORD = re.compile(r"\s([\w’'.-]*[\w’'])")
_PLURAL = re.compile(r"[A-Za-z]{1,40}[^\Wsui_\d]s|people|men|women|children|dead|wounded|injured|km|mph")
_JOINED = re.compile(r"-[a-z]+")  # "16-day"
_MOST_WORDS = 4


def counted_things(after: str) -> str:
    """Return the words right behind a number that say what it counts, from the blank or hyphen on; "" for none.

    They end with the first plural; after a hyphen, with the first word of grammar.

    >>> counted_things(" House Republicans and"), counted_things("-day partial shutdown of"), counted_things(" is more")
    (' House Republicans', '-day partial shutdown', '')
    """
    joined = _JOINED.match(after)
    start = joined.end() if joined else match.end() if (match := _OF.match(after)) else 0
    end = start
    for _ in range(2 if joined else _MOST_WORDS):
        word = _WORD.match(after, end)
        if not word or word[1].lower() in ENGLISH_STOP_WORDS or (joined and word[1].endswith("ed")):
            break
        end = word.end()
        if _PLURAL.fullmatch(word[1]):
            return after[:end]
    return after[:end] if joined else ""
