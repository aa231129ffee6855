"""Split a text into paragraphs, sentences, tokens and terms, each with its character offsets."""

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from analysis.words.sentence_ends import sentence_ends

# One character for one character, so that offsets stay the same. Only boundaries are found in the folded text.
_FOLD = str.maketrans("“”„‟«»‘’‚‛′`´ʼʻ＇\u00a0\u202f", "\"\"\"\"\"\"''''''''''  ")

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

# No token contains white space, and none begins or ends with a character of `token_ids.EDGES`: `token_ids` relies on
# both.
NEWS = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:['’]s\b)?"  # U.S., I.R.S., a.m., the U.S.'s
    r"|(?:[A-Z]{1,3}(?=\$\d))?[$€£¥]?\d+(?:[.,:/]\d+)*(?:%|(?:[-'’]?[^\W\d_]++)*)"  # $66, US$66, 12%, 1040-EZ, 21st
    r"|[^\W\d_][^\W_]*(?:[-'’‘`´′＇.&][^\W_]+)*(?:\.['’]s\b)?"  # tax-privacy, don't, AT&T, cnn.com, G20, Inc.'s
)
_SKLEARN = re.compile(r"(?u)\b\w\w+\b")  # the default of scikit-learn's text vectorizers
_POSSESSIVE = re.compile(r"(?<!\b\w\.\w)\.'s$|'s$", re.IGNORECASE)  # the dot stays in the U.S.'s
_MARKS_OF_LETTERS = re.compile("[ʼʻ]")  # apostrophes that count as letters
_CONTRACTED_S = frozenset("it's that's what's he's she's who's there's here's let's where's how's when's".split())


class Span(NamedTuple):
    """Character offsets into a text, `end` exclusive."""

    start: int
    end: int


class Token(NamedTuple):
    """A token as written in the text, and its character offsets, `end` exclusive."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    r"""Return `text` with curly quotation marks straightened and odd spaces made plain, at the same length.

    >>> fold("“Don’t”")
    '"Don\'t"'
    """
    return text.translate(_FOLD)


def paragraphs(text: str) -> list[Span]:
    r"""Return the spans of the paragraphs of `text`. Blank lines separate paragraphs.

    >>> paragraphs("One.\n\nTwo.")
    [Span(start=0, end=4), Span(start=6, end=10)]
    """
    ends = [m.span() for m in _BLANK_LINE.finditer(text)] + [(len(text), len(text))]
    spans, start = [], 0
    for end, after in ends:
        piece = text[start:end]
        if piece.strip():
            spans.append(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = after
    return spans


def sentences(text: str, *, most: int | None = None) -> list[Span]:
    r"""Return the spans of the sentences of `text`, in order.

    Parameters
    ----------
    text : str
        The text of an article, with blank lines between paragraphs.
    most : int, optional
        Only so many, the first ones, which takes less time.

    Returns
    -------
    list of Span
        `start` and `end` of each sentence (character offsets, end exclusive). A sentence never crosses a blank line.

    Notes
    -----
    The splitter is Punkt (Kiss & Strunk 2006) with parameters learned from news by `training/punkt.py`. A piece that
    begins in lower case or follows without a blank belongs to the sentence before it, so that “Will it?” she asked. is
    one sentence. So does a number behind words such as Sec. and No., an entry of a list to its number, and a quotation
    between « and » to the sentence in which it opens.

    References
    ----------
    Kiss, T., & Strunk, J. (2006). Unsupervised multilingual sentence boundary detection. Computational Linguistics,
    32(4).

    Examples
    --------
    >>> text = "The U.S. agreed. “Will it?” she asked.\n\nNo one knew."
    >>> [text[start:end] for start, end in sentences(text)]
    ['The U.S. agreed.', '“Will it?” she asked.', 'No one knew.']
    """
    folded = fold(text)
    found = (
        Span(paragraph.start + start, paragraph.start + end)
        for paragraph in paragraphs(text)
        for start, end in sentence_ends(text[slice(*paragraph)], folded[slice(*paragraph)])
    )
    return list(islice(found, most))


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text` by the *news* rule: words, numbers and amounts, without punctuation.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Token
        The `text` of each token as written, with `start` and `end` (character offsets, end exclusive).

    Notes
    -----
    Abbreviations (U.S., I.R.S.), hyphenated words, contractions, amounts and percentages stay whole.

    Examples
    --------
    >>> [token.text for token in tokenize("The I.R.S. didn’t share $66 billion in tax-privacy fines, up 12%.")]
    ['The', 'I.R.S.', 'didn’t', 'share', '$66', 'billion', 'in', 'tax-privacy', 'fines', 'up', '12%']
    """
    return [Token(found.group(), *found.span()) for found in NEWS.finditer(text)]


def normalize(token: str) -> str:
    """Return the term that a *news* token counts as.

    Apostrophes become straight, a possessive ending goes, and all but words in capitals become lower case. So ICE and
    US stay apart from ice and us, as G20 from g20, and "Treasury's" counts as "treasury".

    >>> [normalize(t) for t in ["Treasury’s", "ICE", "Ice", "US", "U.S.", "U.S.’s", "G20", "It’s", "A"]]
    ['treasury', 'ICE', 'ice', 'US', 'U.S.', 'U.S.', 'G20', "it's", 'a']
    """
    # true of most tokens, which need no change
    if token.isalpha() and token.islower() and (token.isascii() or not _MARKS_OF_LETTERS.search(token)):
        return token
    token = fold(token).strip("'")
    if token.lower() not in _CONTRACTED_S:
        token = _POSSESSIVE.sub("", token)
    letters = sum(map(str.isalpha, token))
    is_code = letters == 1 < len(token) and token[0].isalpha()  # G20, A380, F-16
    return token if (letters > 1 or is_code) and token.isupper() else token.lower()


def _news_terms(text: str) -> list[str]:
    return [normalize(token) for token in NEWS.findall(text)]


def _sklearn_terms(text: str) -> list[str]:
    return _SKLEARN.findall(text.lower())


TOKEN_RULES: dict[str, Callable[[str], list[str]]] = {"news": _news_terms, "sklearn": _sklearn_terms}


def terms(text: str, rule: str = "news") -> list[str]:
    r"""Return the terms of `text` in order, ready to count.

    The rule *news* applies `normalize` to each token of `tokenize`. The rule *sklearn* is scikit-learn's default:
    lower case, then `(?u)\b\w\w+\b`. Raise ValueError for another rule.

    >>> terms("ICE’s share of the ice")
    ['ICE', 'share', 'of', 'the', 'ice']
    """
    check_rule(rule)
    return TOKEN_RULES[rule](text)


def check_rule(rule: str) -> None:
    """Raise ValueError, with the names of all token rules, unless `rule` is one of them."""
    if rule not in TOKEN_RULES:
        raise ValueError(f"there is no token rule {rule!r}; choose one of: {', '.join(TOKEN_RULES)}")
