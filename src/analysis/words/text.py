"""Text to paragraphs, sentences, tokens and terms, with the offsets of each. The only module that uses nltk."""

import re
from functools import cache
from typing import NamedTuple

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from analysis.shipped import load_json, shipped_file

PUNKT = shipped_file("words/punkt.json")  # learnt from news by training/punkt.py

# One character for one character, so that offsets stay. Only for finding boundaries: the text itself keeps its marks.
_FOLD = str.maketrans("“”„‟«»‘’‚‛′`\u00a0\u202f", "\"\"\"\"\"\"''''''  ")

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

# No token holds a blank, and none begins or ends with a mark of `tokens.EDGES`: `tokens` counts on both.
_NEWS = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., I.R.S., a.m.
    r"|[$€£¥]?\d+(?:[.,:/]\d+)*(?:%|(?:[-'’]?[^\W\d_]+)*)"  # $66, 3.8, 12%, 1040-EZ, 21st
    r"|[^\W\d_]+(?:[-'’.&][^\W_]+)*"  # tax-privacy, don't, AT&T, cnn.com
)
_SKLEARN = re.compile(r"(?u)\b\w\w+\b")  # the default of scikit-learn's text vectorizers
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_CONTRACTED_S = frozenset("it's that's what's he's she's who's there's here's let's where's how's when's".split())


class Span(NamedTuple):
    """Character offsets into a text, `end` exclusive."""

    start: int
    end: int


class Token(NamedTuple):
    """A token as the text has it, and its character offsets, `end` exclusive."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """`text` with straight quotation marks and plain spaces for curly ones, of the same length.

    >>> fold("“Don’t”")
    '"Don\\'t"'
    """
    return text.translate(_FOLD)


def paragraphs(text: str) -> list[Span]:
    """The spans of the paragraphs of `text`, which blank lines part; none for an empty text.

    >>> paragraphs("One.\\n\\nTwo.")
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


@cache
def _splitter() -> PunktSentenceTokenizer:
    learnt = load_json(PUNKT)
    params = PunktParameters()
    params.abbrev_types = set(learnt["abbreviations"])
    params.collocations = set(map(tuple, learnt["collocations"]))
    params.sent_starters = set(learnt["sentence_starters"])
    for flags, words in learnt["orthographic_context"].items():
        params.ortho_context.update(dict.fromkeys(words, int(flags)))
    return PunktSentenceTokenizer(params)


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of `text`, in order; a sentence never crosses a blank line.

    Punkt (Kiss & Strunk 2006) with parameters learnt from news. What follows a question or exclamation inside quotation
    marks in lower case ("…?" she asked) belongs to the sentence before it.

    >>> text = "The U.S. agreed. “Will it?” she asked.\\n\\nNo one knew."
    >>> [text[start:end] for start, end in sentences(text)]
    ['The U.S. agreed.', '“Will it?” she asked.', 'No one knew.']
    """
    folded, spans = fold(text), []
    for paragraph in paragraphs(text):
        first = len(spans)
        for start, end in _splitter().span_tokenize(folded[paragraph.start : paragraph.end]):
            span = Span(paragraph.start + start, paragraph.start + end)
            if len(spans) > first and text[span.start].islower():
                span = Span(spans.pop().start, span.end)
            spans.append(span)
    return spans


def tokenize(text: str) -> list[Token]:
    """The tokens of `text` by the *news* rule, with their spans: words, numbers, amounts; no punctuation.

    Kept whole: abbreviations (U.S., I.R.S.), hyphenated words, contractions, amounts and percentages.

    >>> [token.text for token in tokenize("The I.R.S. didn’t share $66 billion in tax-privacy fines, up 12%.")]
    ['The', 'I.R.S.', 'didn’t', 'share', '$66', 'billion', 'in', 'tax-privacy', 'fines', 'up', '12%']
    """
    return [Token(found.group(), *found.span()) for found in _NEWS.finditer(text)]


def normalize(token: str) -> str:
    """The term that a *news* token counts as: straight apostrophes, no possessive, lower case unless it is all capitals.

    So ICE and US stay apart from ice and us, and "Treasury's" counts as "treasury".

    >>> [normalize(t) for t in ["Treasury’s", "ICE", "Ice", "US", "U.S.", "It’s", "A"]]
    ['treasury', 'ICE', 'ice', 'US', 'U.S.', "it's", 'a']
    """
    if token.isalpha() and token.islower():  # most are, and they stay
        return token
    token = fold(token)
    if token.lower() not in _CONTRACTED_S:
        token = _POSSESSIVE.sub("", token)
    letters = sum(map(str.isalpha, token))
    return token if letters > 1 and token.isupper() else token.lower()


def _news_terms(text: str) -> list[str]:
    return [normalize(token) for token in _NEWS.findall(text)]


def _sklearn_terms(text: str) -> list[str]:
    return _SKLEARN.findall(text.lower())


TOKEN_RULES = {"news": _news_terms, "sklearn": _sklearn_terms}


def terms(text: str, rule: str = "news") -> list[str]:
    """The terms of `text` in order, ready to count, by a token rule.

    *news* is `normalize` of every `tokenize`d token; *sklearn* is scikit-learn's default (`(?u)\\b\\w\\w+\\b`, lower case).
    Raises ValueError for another rule.

    >>> terms("ICE’s share of the ice")
    ['ICE', 'share', 'of', 'the', 'ice']
    """
    check_rule(rule)
    return TOKEN_RULES[rule](text)


def check_rule(rule: str) -> None:
    """Nothing, when there is such a token rule. Raises ValueError that names the rules otherwise."""
    if rule not in TOKEN_RULES:
        raise ValueError(f"there is no token rule {rule!r}; choose one of: {', '.join(TOKEN_RULES)}")
