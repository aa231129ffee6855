"""The method of the quotes table: who said what in one article, step by step, and the table over many articles."""

import hashlib
import json
import warnings
from bisect import bisect_right
from collections import Counter
from typing import Any

import pandas as pd

from analysis.articles.language import detect_language
from analysis.progress import Progress
from analysis.quotes.cue_kinds import cue_kind
from analysis.quotes.document import Document, read_document
from analysis.quotes.headlines import find_in_headline
from analysis.quotes.nonresponse import find_nonresponses
from analysis.quotes.speakers.discourse import Speaker
from analysis.quotes.speakers.resolve import resolve_speakers
from analysis.quotes.tagging.attributions import Attribution
from analysis.quotes.tagging.candidates import find_candidates
from analysis.quotes.tagging.confidence import rate
from analysis.quotes.tagging.rivals import without_rivals
from analysis.tables import conform, need

# Attributions below this confidence are left out: relation_half is highest at it on PolNeAR dev (docs/quotes.md).
LEAST_CONFIDENCE = 0.2
_JOIN = " … "  # between the pieces of a content in a cell of the table
_COLUMNS = (
    "quote_id article_id place quote_type content content_spans cue cue_spans source source_spans confidence paragraph "
    "speaker speaker_kind speaker_role speaker_confidence cue_kind"
).split()


def find_quotes(
    articles: pd.DataFrame, *, min_confidence: float = LEAST_CONFIDENCE, progress: bool = True
) -> pd.DataFrame:
    """Return the quotes table, one row per attribution.

    An attribution is a content (what is said, written or thought) with its cue ("said", "according to") and its
    source. The content may be direct, indirect or mixed.

    Parameters
    ----------
    articles : pandas.DataFrame
        One row per article, with the columns `article_id` and `text`; headlines are read where there is a `headline`.
    min_confidence : float, default .2
        Leave out rows below this confidence (0 to 1). .9 gives a stricter table; rows below .2 never come.
    progress : bool, default True
        Show a progress bar if the work takes more than two seconds.

    Returns
    -------
    pandas.DataFrame
        The table `quotes` (see `docs/codebook.md` for its columns), in the order of `articles`, then in the order of
        the contents, those of the headline first: `place` is "text" or "headline", and the spans count the characters
        of that place. `confidence` (0 to 1) is the chance that a row is a statement with this content and source,
        `speaker_confidence` (0 to 1) that `speaker` is who the source means, or that nobody is named. An
        article without text or quotes gives no row, and neither does one that is not in English. Acts ("sued to block
        the rule") are rows with the `cue_kind` act; `select_statements` leaves them out.

    Raises
    ------
    ValueError
        When a column is missing, a text is null or not a string, an article comes twice, or `min_confidence` is not
        within 0 and 1.

    Warns
    -----
    UserWarning
        When articles are in other languages: how many, and which languages.

    Notes
    -----
    A network tags words as source, cue or content. Logistic regressions join contents to cues and cues to sources.
    Rules find scripts, posts, signed quotations and those who did not answer. A last step says whom a source means.
    Confidence is calibrated on coded articles of PolNeAR and AllSides, that of headlines on coded headlines. A row
    depends on its own article alone.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a1"], "text": ["“We will win,” Ann Lee said."]})
    >>> find_quotes(articles)[["content", "cue", "source", "quote_type"]].values.tolist()
    [['“We will win,”', 'said', 'Ann Lee', 'direct']]
    """
    need(articles, ["article_id", "text"], who="find_quotes")
    _check(articles, min_confidence)
    rows: list[dict[str, Any]] = []
    foreign: Counter[str] = Counter()
    headlines = articles["headline"] if "headline" in articles else [None] * len(articles)
    parts = zip(articles["article_id"], articles["text"], headlines, strict=True)
    for article_id, text, headline in Progress(
        parts, total=len(articles), desc="quotes", unit="articles", delay=2, leave=False, disable=not progress
    ):
        language = detect_language(text).code or "en"  # what is too short to tell may be English
        if language == "en":
            document = read_document(text)
            found = _rows(str(article_id), document)
            if isinstance(headline, str) and headline.strip():
                found = _headline_rows(str(article_id), headline, document, found) + found
            rows += [row for row in found if row["confidence"] >= min_confidence]
        else:
            foreign[language] += 1
    if foreign:
        _warn_of_other_languages(foreign, len(articles))
    return conform(pd.DataFrame(rows, columns=_COLUMNS), "quotes")


def _rows(article_id: str, document: Document) -> list[dict[str, Any]]:
    """Return an article's rows of the quotes table: tag, join, add those who did not answer, resolve speakers."""
    attributions = find_attributions(document)
    attributions += find_nonresponses(document, attributions)
    attributions.sort(key=lambda a: a.content_spans)
    speakers = resolve_speakers(document, attributions)
    return [_row(article_id, document, *pair) for pair in zip(attributions, speakers, strict=True)]


def _headline_rows(
    article_id: str, headline: str, document: Document, rows: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the rows of a headline, given those of its article's text."""
    own, speaking = read_document(headline), [row[who] or "" for row in rows for who in ("source", "speaker")]
    return [
        _row(article_id, own, *found, place="headline") | {"paragraph": -1}
        for found in find_in_headline(headline, document, speaking)
        if found[0].confidence >= LEAST_CONFIDENCE
    ]


def find_attributions(document: Document) -> list[Attribution]:
    """Return the attributions of an article, without those who did not answer, in the order of their contents.

    Parameters
    ----------
    document : Document
        An article's text as `read_document` gives it.

    Returns
    -------
    list of Attribution
        Those with a confidence of at least `LEAST_CONFIDENCE`.

    Examples
    --------
    >>> [found] = find_attributions(read_document("“We will win,” Ann Lee said."))
    >>> found.content_spans, found.source_spans, found.quote_type
    (((0, 14),), ((15, 22),), 'direct')
    """
    rated = without_rivals(rate(document, find_candidates(document)))
    return [a for a in rated if a.confidence >= LEAST_CONFIDENCE]


def _row(
    article_id: str, document: Document, attribution: Attribution, speaker: Speaker, *, place: str = "text"
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "quote_id": _quote_id(article_id, place, attribution),
        "article_id": article_id,
        "place": place,
        "quote_type": attribution.quote_type,
        "confidence": attribution.confidence,
        "paragraph": bisect_right(document.paragraphs, attribution.content_spans[0][0], key=lambda p: p.start) - 1,
    }
    for role in ("content", "cue", "source"):
        spans = getattr(attribution, f"{role}_spans")
        row[role] = _JOIN.join(document.text[start:end] for start, end in spans) or None
        row[f"{role}_spans"] = [list(span) for span in spans]
    row |= {"speaker": speaker.name, "speaker_kind": speaker.kind, "speaker_role": speaker.role}
    row["speaker_confidence"] = speaker.confidence
    kind = cue_kind(document, attribution.cue_spans, speaker_kind=speaker.kind)
    row["cue_kind"] = "act" if attribution.is_act and kind in ("speech", "document", "thought") else kind
    return row


def _quote_id(article_id: str, place: str, attribution: Attribution) -> str:
    """Return an id that depends on article and spans alone, so that an analyst's corrections find their quote again."""
    where = [article_id] if place == "text" else [article_id, place]
    key = json.dumps([*where, attribution.content_spans, attribution.source_spans])
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _check(articles: pd.DataFrame, min_confidence: float) -> None:
    """Raise what `find_quotes` raises for articles it cannot read."""
    keys, texts = articles["article_id"], articles["text"]
    if texts.isna().any():
        raise ValueError(
            f"find_quotes: the article {keys[texts.isna()].iloc[0]} has no text (null); "
            "drop it: articles.dropna(subset=['text'])"
        )
    other = texts[~texts.map(lambda text: isinstance(text, str))]
    if len(other):
        raise ValueError(
            f"find_quotes: the text of article {keys[other.index[0]]} is {other.iloc[0]!r}, not a string; "
            "make it one: articles.astype({'text': str})"
        )
    if keys.duplicated().any():
        raise ValueError(
            f"find_quotes: the article {keys[keys.duplicated()].iloc[0]} comes twice; "
            "drop the repeats: articles.drop_duplicates('article_id')"
        )
    if not isinstance(min_confidence, (int, float)) or not 0 <= min_confidence <= 1:
        raise ValueError(
            f"find_quotes: min_confidence={min_confidence!r} is not within 0 and 1; .9 keeps the sure ones"
        )


def _warn_of_other_languages(foreign: Counter[str], n_articles: int) -> None:
    named = ", ".join(f"{language} {n}" for language, n in foreign.most_common())
    warnings.warn(
        f"find_quotes reads English: {foreign.total()} of {n_articles} articles are in another language ({named}) "
        "and give no row",
        stacklevel=3,
    )
