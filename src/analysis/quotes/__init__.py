"""Quotes: who said what, in which words, where in the article."""

import hashlib
import json
import warnings
from bisect import bisect_right
from collections import Counter

import pandas as pd
from tqdm import tqdm

from analysis.articles.language import detect_language
from analysis.quotes.markup import mark_quotes
from analysis.quotes.nonresponse import find_silences
from analysis.quotes.sourcing import count_speakers, sourcing
from analysis.quotes.speakers.resolve import identify
from analysis.quotes.tagging.attributions import LEAST_CONFIDENCE, Attribution, find_attributions
from analysis.tables import conform, need
from analysis.words.text import paragraphs

__all__ = ["Attribution", "count_speakers", "find_attributions", "find_quotes", "mark_quotes", "sourcing"]
_JOIN = " … "  # between the pieces of a content, as the words of a table's cell


def find_quotes(
    articles: pd.DataFrame, *, min_confidence: float = LEAST_CONFIDENCE, progress: bool = True
) -> pd.DataFrame:
    """The quotes table: one row per attribution, in the order of `articles`, then of the contents in the text.

    `articles` needs `article_id` and `text`. An attribution is a content (what is said, written, thought) with its cue ("said",
    "according to") and its source; the content may be direct, indirect or mixed. Columns: see `docs/codebook.md`. `confidence`
    (0 to 1) is the chance that content and source are right, calibrated on PolNeAR; rows below `min_confidence` are left out (.9
    gives a stricter table; those below .25 never come). A row depends on its own article alone. An article without text or quotes
    gives no row; one in another language than English none either, and a warning says how many these are. A bar shows the
    `progress` of what takes over two seconds.

    Raises ValueError when a column is missing, a text is null or no text, an article comes twice, or `min_confidence` is not within
    0 and 1.

    >>> articles = pd.DataFrame({"article_id": ["a1"], "text": ["“We will win,” Ann Lee said on Monday."]})
    >>> find_quotes(articles)[["content", "cue", "source", "quote_type"]].values.tolist()
    [['“We will win,”', 'said', 'Ann Lee', 'direct']]
    """
    need(articles, ["article_id", "text"], who="find_quotes")
    _check(articles, min_confidence)
    rows, foreign = [], Counter()
    pairs = zip(articles["article_id"], articles["text"], strict=True)
    for key, text in tqdm(
        pairs, total=len(articles), desc="quotes", unit="article", delay=2, leave=False, disable=not progress
    ):
        language = detect_language(text).code or "en"  # what is too short to tell may be English
        if language == "en":
            rows += [row for row in _rows(str(key), text) if row["confidence"] >= min_confidence]
        else:
            foreign[language] += 1
    if foreign:
        named = ", ".join(f"{language} {n}" for language, n in foreign.most_common())
        warnings.warn(
            f"find_quotes reads English: {foreign.total()} of {len(articles)} articles are in another language ({named}) and give no row",
            stacklevel=2,
        )
    return conform(pd.DataFrame(rows, columns=_COLUMNS), "quotes")


def _check(articles, min_confidence):
    """Raises what `find_quotes` raises for articles it cannot read."""
    keys, texts = articles["article_id"], articles["text"]
    if texts.isna().any():
        raise ValueError(
            f"find_quotes: the article {keys[texts.isna()].iloc[0]} has no text (null); drop it: articles.dropna(subset=['text'])"
        )
    other = texts[~texts.map(lambda text: isinstance(text, str))]
    if len(other):
        raise ValueError(
            f"find_quotes: the text of article {keys[other.index[0]]} is {other.iloc[0]!r}, no text; make it one: articles.astype({{'text': str}})"
        )
    if keys.duplicated().any():
        raise ValueError(
            f"find_quotes: the article {keys[keys.duplicated()].iloc[0]} comes twice; drop the repeats: articles.drop_duplicates('article_id')"
        )
    if not isinstance(min_confidence, (int, float)) or not 0 <= min_confidence <= 1:
        raise ValueError(
            f"find_quotes: min_confidence={min_confidence!r} is not within 0 and 1; .9 keeps the sure ones"
        )


_COLUMNS = (
    "quote_id article_id quote_type content content_spans cue cue_spans source source_spans confidence paragraph "
    "speaker speaker_kind speaker_role cue_kind"
).split()


def _rows(article_id: str, text: str) -> list[dict]:
    [attributions] = find_attributions([text])
    attributions = sorted([*attributions, *find_silences(text, attributions)], key=lambda a: a.content_spans)
    where = [p.start for p in paragraphs(text)]
    rows = []
    for a, identity in zip(attributions, identify(text, attributions), strict=True):
        content, cue, source = (_JOIN.join(text[s:e] for s, e in spans) or None for spans in a[:3])
        paragraph = bisect_right(where, a.content_spans[0][0]) - 1
        rows.append(
            dict(
                quote_id=_quote_id(article_id, a), article_id=article_id, quote_type=a.quote_type,
                content=content, content_spans=_lists(a.content_spans), cue=cue, cue_spans=_lists(a.cue_spans),
                source=source, source_spans=_lists(a.source_spans), confidence=a.confidence, paragraph=paragraph,
                **identity._asdict(),
            )
        )  # fmt: skip
    return rows


def _lists(spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _quote_id(article_id: str, attribution: Attribution) -> str:
    """The same for the same spans in the same article, so that an analyst's corrections find their quote again."""
    key = json.dumps([article_id, attribution.content_spans, attribution.source_spans])
    return hashlib.sha256(key.encode()).hexdigest()[:16]
