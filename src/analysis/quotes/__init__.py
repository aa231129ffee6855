"""Quotes: who said what, in which words, where in the article."""

import hashlib
import json
from bisect import bisect_right

import pandas as pd

from ..tables import conform, need
from ..text import paragraphs
from .attributions import Attribution, find_attributions
from .people import count_speakers, sourcing
from .silence import find_silences
from .speakers import identify
from .view import mark_quotes

__all__ = ["Attribution", "count_speakers", "find_attributions", "find_quotes", "mark_quotes", "sourcing"]
_JOIN = " … "  # between the pieces of a content, as the words of a table's cell


def find_quotes(articles: pd.DataFrame) -> pd.DataFrame:
    """The quotes table: one row per attribution, in the order of `articles`, then of the contents in the text.

    `articles` needs `article_id` and `text`. An attribution is a content (what is said, written, thought) with its cue ("said",
    "according to") and its source; the content may be direct, indirect or mixed. Columns: see `docs/codebook.md`. `confidence`
    (0 to 1) is the chance that content and source are right, calibrated on PolNeAR; what is less sure than .25 is left out. For
    a stricter table keep the rows from .9 up. A row depends on its own article alone. An article without text or quotes gives no row.

    Raises ValueError when a column is missing, a text is null, or an article comes twice.

    >>> articles = pd.DataFrame({"article_id": ["a1"], "text": ["“We will win,” Ann Lee said on Monday."]})
    >>> find_quotes(articles)[["content", "cue", "source", "quote_type"]].values.tolist()
    [['“We will win,”', 'said', 'Ann Lee', 'direct']]
    """
    need(articles, ["article_id", "text"], who="find_quotes")
    if articles["text"].isna().any():
        first = articles.loc[articles["text"].isna(), "article_id"].iloc[0]
        raise ValueError(f"find_quotes: the article {first} has no text (null); drop it: articles.dropna(subset=['text'])")
    rows = [row for key, text in zip(articles["article_id"], articles["text"], strict=True) for row in _rows(str(key), text)]
    return conform(pd.DataFrame(rows, columns=_COLUMNS), "quotes")


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
