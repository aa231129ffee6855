"""Show words in their context: where a term stands, with what comes before and after it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import translate
from itertools import groupby, islice
from operator import itemgetter

import pandas as pd

from analysis.enough import NotEnoughArticles
from analysis.tables import need
from analysis.words.text import normalize, tokenize

_HIT = ["before", "match", "after", "start", "end"]


def keyword_in_context(articles: pd.DataFrame, term: str, *, width: int = 60) -> pd.DataFrame:
    """Return every place where a term stands, one row per hit, in the articles' and the text's order.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`; `outlet` is used if present.
    term : str
        A word or a phrase. It matches as *news* terms are counted: "ICE" finds ICE, "ice" finds ice and Ice. `*`
        stands for any letters ("tax return*").
    width : int
        The number of characters to show on each side.

    Returns
    -------
    DataFrame
        `article_id`; `outlet` (if the articles have it); `before`, `match`, `after` (line breaks become spaces);
        `start` and `end` of the match (character offsets in `text`, end exclusive).

    Raises
    ------
    ValueError
        For a term without a letter or digit, or a negative `width`.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["The I.R.S. shares tax returns with nobody."]})
    >>> keyword_in_context(articles, "tax return*", width=7)[["before", "match", "after"]].values.tolist()
    [['shares ', 'tax returns', ' with n']]
    """
    need(articles, ["article_id", "text"], who="keyword_in_context")
    shown = _shown_columns(articles)
    return pd.DataFrame(_hits(articles[[*shown, "text"]], term, width), columns=[*shown, *_HIT])


def terms_in_context(articles: pd.DataFrame, terms: Iterable[str], *, hits: int = 2, width: int = 60) -> pd.DataFrame:
    """Return the first hits of each term, each in another article: the words behind the points of a chart.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`; `outlet` is used if present.
    terms : iterable of str
        The terms, for example the column `term` of `compare_terms`.
    hits : int
        The most hits of each term.
    width : int
        The number of characters to show on each side.

    Returns
    -------
    DataFrame
        The columns of `keyword_in_context`, with `term` before them.

    Raises
    ------
    ValueError
        For no terms, or a term without a letter or digit.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Tax returns leak.", "No tax."]})
    >>> terms_in_context(articles, ["tax", "leak"])[["term", "article_id"]].values.tolist()
    [['tax', 'a'], ['tax', 'b'], ['leak', 'a']]
    """
    need(articles, ["article_id", "text"], who="terms_in_context")
    terms = list(terms)
    if not terms:
        raise NotEnoughArticles("there are no words to show in context; give some, or compare more articles")
    shown = _shown_columns(articles)
    rows = []
    for term in terms:  # a frequent word has its hits in the first few articles; the generator reads no more than these
        by_article = groupby(_hits(articles[[*shown, "text"]], term, width), key=itemgetter(0))
        rows += [(term, *next(group)) for _, group in islice(by_article, hits)]
    return pd.DataFrame(rows, columns=["term", *shown, *_HIT])


def _shown_columns(articles: pd.DataFrame) -> list[str]:
    return ["article_id", "outlet"] if "outlet" in articles else ["article_id"]


def _hits(articles: pd.DataFrame, term: str, width: int) -> Iterator[tuple[object, ...]]:
    """Yield the rows of `keyword_in_context`. The last column of `articles` is the text."""
    wanted = [re.compile(translate(word)).match for word in map(normalize, term.split()) if any(map(str.isalnum, word))]
    if not wanted or width < 0:
        raise ValueError(f"term={term!r}, width={width}; give a word or phrase (* for any letters) and a width from 0")
    # Every text with a hit contains the longest plain piece of the term; most texts do not, and need not be
    # tokenized.
    piece = max(re.findall("[a-z0-9]+", term.lower()), key=len, default="")
    for *article, text in articles.fillna({"text": ""}).itertuples(index=False):
        if piece not in text.lower():
            continue
        for start, end in _places(text, wanted):
            before, after = text[max(start - width, 0) : start], text[end : end + width]
            yield (*article, *(re.sub(r"\s", " ", part) for part in (before, text[start:end], after)), start, end)


def _places(text: str, wanted: Sequence[Callable[[str], object]]) -> list[tuple[int, int]]:
    """Return start and end of each run of tokens that match `wanted` one by one."""
    tokens = tokenize(text)
    normal = [normalize(token.text) for token in tokens]
    size = len(wanted)
    starts = [i for i in range(len(tokens) - size + 1) if all(match(normal[i + j]) for j, match in enumerate(wanted))]
    return [(tokens[i].start, tokens[i + size - 1].end) for i in starts]
