"""Words in their context: where a term stands, with what comes before and after it."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from itertools import groupby, islice
from operator import itemgetter

import pandas as pd

from analysis.tables import need
from analysis.words.text import normalize, tokenize


def keyword_in_context(articles: pd.DataFrame, term: str, *, width: int = 60) -> pd.DataFrame:
    """Every place where a term stands: one row per hit, in the articles' and the text's order.

    Columns: `article_id`, `outlet` (if the articles have it), `before` and `after` (up to `width` characters, line breaks
    shown as blanks), `match`, `start` and `end` (offsets in `text`). `term` is matched as *news* terms are counted, so that
    "ICE" finds ICE and "ice" finds ice and Ice; it may have several words, and `*` stands for any letters ("tax return*").
    Raises ValueError for a term without a word or a `width` below 0.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["The I.R.S. shares tax returns with nobody."]})
    >>> keyword_in_context(articles, "tax return*", width=7)[["before", "match", "after"]].values.tolist()
    [['shares ', 'tax returns', ' with n']]
    """
    need(articles, ["article_id", "text"], who="keyword_in_context")
    told = _told(articles)
    return pd.DataFrame(
        _hits(articles[[*told, "text"]], term, width), columns=[*told, "before", "match", "after", "start", "end"]
    )


def _told(articles: pd.DataFrame) -> list[str]:
    return ["article_id", "outlet"] if "outlet" in articles else ["article_id"]


def _hits(articles: pd.DataFrame, term: str, width: int) -> Iterator[tuple]:
    """The rows of `keyword_in_context`, found as they are asked for."""
    wanted = [re.compile(translate(word)).match for word in map(normalize, term.split()) if any(map(str.isalnum, word))]
    if not wanted or width < 0:
        raise ValueError(f"term={term!r}, width={width}; give a word or phrase (* for any letters) and a width from 0")
    sure = max(re.findall("[a-z0-9]+", term.lower()), key=len, default="")  # in every text with a hit; most have none
    for *article, text in articles.fillna({"text": ""}).itertuples(index=False):
        if sure not in text.lower():
            continue
        for start, end in _places(text, wanted):
            before, after = text[max(start - width, 0) : start], text[end : end + width]
            yield (*article, *(re.sub(r"\s", " ", part) for part in (before, text[start:end], after)), start, end)


def terms_in_context(articles: pd.DataFrame, terms: Iterable[str], *, hits: int = 2, width: int = 60) -> pd.DataFrame:
    """The first hits of each term, each in another article: what `keyword_in_context` gives, with `term` as first column.

    For the words behind the points of a chart: `terms` is its column of terms. Raises ValueError for no terms, or an empty one.

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Tax returns leak.", "No tax."]})
    >>> terms_in_context(articles, ["tax", "leak"])[["term", "article_id"]].values.tolist()
    [['tax', 'a'], ['tax', 'b'], ['leak', 'a']]
    """
    need(articles, ["article_id", "text"], who="terms_in_context")
    terms = list(terms)
    if not terms:
        raise ValueError(
            "terms_in_context got no terms; give a list of them, or the column of a comparison that has rows"
        )
    told = _told(articles)
    rows = []
    for term in terms:  # a frequent word has its hits in the first few articles; the others need not be read
        first_of_each = (
            next(group) for _, group in groupby(_hits(articles[[*told, "text"]], term, width), key=itemgetter(0))
        )
        rows += [(term, *hit) for hit in islice(first_of_each, hits)]
    return pd.DataFrame(rows, columns=["term", *told, "before", "match", "after", "start", "end"])


def _places(text: str, wanted: list) -> list[tuple[int, int]]:
    """Start and end of each run of tokens that match `wanted` one by one."""
    tokens = tokenize(text)
    normal = [normalize(token.text) for token in tokens]
    size = len(wanted)
    starts = [i for i in range(len(tokens) - size + 1) if all(match(normal[i + j]) for j, match in enumerate(wanted))]
    return [(tokens[i].start, tokens[i + size - 1].end) for i in starts]
