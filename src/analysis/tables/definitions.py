"""The project's tables: what a row of each is, and its columns with their types.

`docs/codebook.md` explains every column; a test compares it with `TABLES`.
"""

from typing import NamedTuple

import pyarrow as pa

TEXT, LIST, FLOAT, INT = pa.string(), pa.list_(pa.string()), pa.float64(), pa.int64()
OFFSETS = pa.list_(pa.int64())
SPANS = pa.list_(pa.list_(pa.int64()))
WHEN = pa.timestamp("us", tz="UTC")


class Table(NamedTuple):
    """What a row is, which columns tell rows apart, the columns with their Arrow types, and those that may be null."""

    row: str
    key: tuple[str, ...]
    columns: dict[str, pa.DataType]
    nullable: frozenset[str] = frozenset()


TABLES = {
    "articles": Table(
        "article",
        ("article_id",),
        dict(
            article_id=TEXT,
            outlet=TEXT,
            published=WHEN,
            headline=TEXT,
            byline=LIST,
            dateline=TEXT,
            section=TEXT,
            url=TEXT,
            language=TEXT,
            origin=TEXT,
            summary=LIST,
            captions=LIST,
            photo_credit=LIST,
            subheads=LIST,
            subhead_offsets=OFFSETS,
            text=TEXT,
            n_words=INT,
            source_path=TEXT,
            source_sha256=TEXT,
            notes=LIST,
        ),
        frozenset({"published", "headline", "dateline", "section", "url", "language", "origin"}),
    ),
    "rejects": Table(
        "file or record that gave no article",
        ("source_path", "record"),
        dict(source_path=TEXT, record=INT, reason=TEXT, detail=TEXT),
        frozenset({"record", "detail"}),
    ),
    "stories": Table(
        "article × story",
        ("article_id", "story"),
        dict(article_id=TEXT, story=TEXT, score=FLOAT, n_hits=INT, first_hit=INT),
        frozenset({"first_hit"}),
    ),
    "copies": Table(
        "article that is a copy",
        ("article_id",),
        dict(article_id=TEXT, copy_of=TEXT, similarity=FLOAT, kind=TEXT),
    ),
    "events": Table(
        "article",
        ("article_id",),
        dict(article_id=TEXT, event_id=TEXT, similarity=FLOAT, affair_id=TEXT),
    ),
    "quotes": Table(
        "attribution",
        ("quote_id",),
        dict(
            quote_id=TEXT,
            article_id=TEXT,
            place=TEXT,
            quote_type=TEXT,
            content=TEXT,
            content_spans=SPANS,
            cue=TEXT,
            cue_spans=SPANS,
            cue_kind=TEXT,
            source=TEXT,
            source_spans=SPANS,
            speaker=TEXT,
            speaker_kind=TEXT,
            speaker_role=TEXT,
            confidence=FLOAT,
            speaker_confidence=FLOAT,
            paragraph=INT,
            reviewed=TEXT,
        ),
        frozenset({"cue", "source", "speaker", "speaker_role", "speaker_confidence", "reviewed"}),
    ),
    "topics": Table(
        "topic × term",
        ("topic", "term"),
        dict(topic=INT, label=TEXT, term=TEXT, weight=FLOAT, rank=INT),
    ),
    "topic_shares": Table(
        "article × topic",
        ("article_id", "topic"),
        dict(article_id=TEXT, topic=INT, share=FLOAT),
    ),
    "findings": Table(
        "claim of the report: group × kind of a comparison",
        ("finding_id",),
        dict(
            finding_id=TEXT,
            question=TEXT,
            chart=TEXT,
            kind=TEXT,
            groups=LIST,
            estimate=FLOAT,
            low=FLOAT,
            high=FLOAT,
            n_articles=INT,
            compared_with=TEXT,
            difference=FLOAT,
            difference_low=FLOAT,
            difference_high=FLOAT,
            p=FLOAT,
            q_value=FLOAT,
            p_largest=FLOAT,
            verdict=TEXT,
            sentence=TEXT,
            title=TEXT,
        ),
        frozenset({"compared_with", "difference", "difference_low", "difference_high", "p", "q_value", "p_largest"}),
    ),
}


def schema(name: str) -> pa.Schema:
    """Return the Arrow schema of a table; raise ValueError for an unknown name."""
    if name not in TABLES:
        raise ValueError(f"there is no table {name!r}; the tables are: {', '.join(TABLES)}")
    table = TABLES[name]
    return pa.schema([pa.field(c, t, nullable=c in table.nullable) for c, t in table.columns.items()])
