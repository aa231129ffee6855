"""How many words a text has, in writing with blanks between words and in writing without."""

import re

# Chinese and Japanese: word processors count each character. Thai, Lao, Burmese, Khmer: a word has about four letters.
_CHARACTERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LETTERS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_LETTERS_A_WORD = 4


def count_words(text: str) -> int:
    """Return the number of words: runs without white space; in writing without blanks, by the number of characters.

    >>> count_words("Rain fell."), count_words("雨が降った。")
    (2, 5)
    """
    if text.isascii():
        return len(text.split())
    thai = sum(-(-len(run) // _LETTERS_A_WORD) for run in _LETTERS.findall(text))
    characters = len(_CHARACTERS.findall(text))
    if not thai and not characters:
        return len(text.split())
    rest = _LETTERS.sub(" ", _CHARACTERS.sub(" ", text))
    return thai + characters + sum(1 for word in rest.split() if re.search(r"\w", word))
