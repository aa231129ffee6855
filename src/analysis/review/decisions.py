"""Keep the decisions that people made about quotes: the only module that reads and writes `data/reviews/quotes.csv`."""

import getpass
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import paths
from analysis.edited_csv import add_row, read_rows

DECISIONS = ("right", "wrong", "wrong speaker", "edges", "not a quote", "added")
COLUMNS = [
    "decided_at", "coder", "article_id", "passage", "decision", "speaker", "content_spans", "place", "start",
    "before", "content", "after", "queue", "probability",
]  # fmt: skip
_FILE = "quotes.csv"
PLACES = ("text", "headline")
_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00"
CONTEXT = 40  # characters kept before and after a passage, by which it is told from a repetition


def load_reviews(path: str | Path = "") -> pd.DataFrame:
    """Return the decisions about quotes, one row per decision, the oldest first.

    Parameters
    ----------
    path : str or Path
        A CSV file; by default `data/reviews/quotes.csv` of the workspace.

    Returns
    -------
    DataFrame
        All columns are text, and empty where there is nothing: `decided_at`, `coder`, `article_id`, `passage` (key of
        the passage), `decision` (right, wrong, wrong speaker, edges, not a quote, added), `speaker` (the right one),
        `content_spans` (the right ones, as JSON), `place` (text or headline), `start` (offset), `before`, `content`
        and `after` (by which the passage is found again), `queue` and `probability`. Without the file, no rows.
        Whatever a spreadsheet makes of the file is read: semicolons or tabs, other columns or another order, empty
        lines.

    Raises
    ------
    ValueError
        If a line cannot be used, or the file cannot be read; the message names the line and what to do.
    """
    file = paths.review_file(_FILE, path)
    rows = read_rows(file, COLUMNS, optional=["passage"])
    for column in ("decision", "place", "queue"):
        rows[column] = rows[column].str.lower()
    where = paths.shown(file)
    for line, row in zip(rows.index, rows.to_dict("records"), strict=True):
        _check(row, f"{where}, line {line}")
    # A spreadsheet may have taken a key for a number.
    rows["passage"] = [
        passage_key(*words) for words in zip(rows["before"], rows["content"], rows["after"], strict=True)
    ]
    if rows["decided_at"].str.fullmatch(_MOMENT).all():
        rows = rows.sort_values("decided_at", kind="stable")  # two people's files, put together, are not in order
    return rows.reset_index(drop=True)


def _check(row: Mapping[Any, str], where: str) -> None:
    """Raise ValueError if a decision cannot be applied."""
    if row["decision"] not in DECISIONS:
        raise ValueError(f"{where}: {row['decision']!r} is no decision; write one of: {', '.join(DECISIONS)}")
    if row["place"] not in PLACES:
        raise ValueError(f"{where}: {row['place']!r} is no place; write one of: {', '.join(PLACES)}")
    if not row["start"].isdecimal():
        raise ValueError(f"{where}: {row['start']!r} is no start; it is the offset of the passage, a number from 0")
    if not row["content"]:
        raise ValueError(
            f"{where}: content is empty; it has the words of the passage; get them back, or delete the line"
        )
    if row["decision"] == "wrong speaker" and not row["speaker"]:
        raise ValueError(f"{where}: the right speaker is missing; write the name into the column speaker")
    if not _are_spans(row["content_spans"]):
        raise ValueError(f"{where}: {row['content_spans']!r} are no spans; write [[start, end]], or nothing")


def _are_spans(words: str) -> bool:
    try:
        spans = json.loads(words or "[]")
        return all(isinstance(start, int) and isinstance(end, int) for start, end in spans)
    except (ValueError, TypeError):
        return False


def coder_name(coder: str = "") -> str:
    """Return who decides: the name given, or else that of the account."""
    return " ".join(coder.split()) or getpass.getuser()


def signature(coder: str) -> dict[str, str]:
    """Return what every decision begins with: when it was made, which is now, and by whom."""
    return {"decided_at": datetime.now(UTC).isoformat(timespec="seconds"), "coder": coder_name(coder)}


def passage_of(quote: Mapping[str, Any], article: Mapping[str, Any]) -> dict[str, str]:
    """Return where a quote stands, in words: `place`, `start`, `before`, `content`, `after`, and the key of these."""
    text, spans = text_at(quote, article), quote["content_spans"]
    start, end = int(spans[0][0]), int(spans[-1][1])
    words = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    found = dict(zip(("before", "content", "after"), map(_in_a_line, words), strict=True))
    place = str(quote.get("place") or "text")
    return {"place": place, "start": str(start), "passage": passage_key(*words)} | found


def text_at(quote: Mapping[str, Any], article: Mapping[str, Any]) -> str:
    """Return what the offsets of a quote or decision count in: the article's text, or its headline."""
    return str(article.get("headline" if quote.get("place") == "headline" else "text") or "")


def make_decision(
    quote: Mapping[str, Any], article: Mapping[str, Any], decision: str, *, speaker: str = "",
    content_spans: Iterable[Iterable[int]] = (), coder: str = "",
) -> dict[str, str]:  # fmt: skip
    """Return a line for the file of decisions, which says where the passage stands in words, not by its offset alone.

    Raises ValueError for an unknown decision, or one that lacks the right speaker or the right spans.
    """
    if decision not in DECISIONS:
        raise ValueError(f"{decision!r} is no decision; write one of: {', '.join(DECISIONS)}")
    spans = [[int(start), int(end)] for start, end in content_spans]
    where = passage_of(quote, article)
    place, text = where["place"], text_at(quote, article)
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        raise ValueError(f"the spans {spans} lie outside the {place}; it has {len(text)} characters")
    if (decision == "wrong speaker" and not speaker.strip()) or (decision == "edges" and not spans):
        raise ValueError(f"{decision!r} needs {'the right speaker' if decision != 'edges' else 'the right spans'}")
    row = {
        **signature(coder),
        "article_id": str(article["article_id"]),
        "decision": decision,
        "speaker": speaker.strip(),
        "content_spans": str(spans) if spans else "",
        **where,
        "queue": str(quote.get("queue") or ""),
        "probability": str(quote["probability"]) if pd.notna(quote.get("probability")) else "",
    }
    return {name: row[name] for name in COLUMNS}


def save_decision(decision: Mapping[str, str], path: str | Path = "") -> None:
    """Add a decision to the file; nothing that stands there is changed, and the file is whole at any moment.

    Parameters
    ----------
    decision : dict
        What `make_decision` returned.
    path : str or Path
        A CSV file; by default `data/reviews/quotes.csv` of the workspace.
    """
    load_reviews(path)  # a damaged file is named before anything is added to it
    add_row(paths.review_file(_FILE, path), decision, COLUMNS)


def characters(spans: Iterable[Any]) -> set[int]:
    """Return the offsets of all characters in some spans."""
    return {place for start, end in spans for place in range(start, end)}


def _in_a_line(text: str) -> str:
    """Return words without line ends: a decision is one line, so that git can put two people's files together."""
    return " ".join(text.split())


def passage_key(before: str, content: str, after: str) -> str:
    """Return the key of a passage: a hash of its words and of those near it, without marks, blanks and case."""
    return hashlib.sha256("|".join(map(_words, (before, content, after))).encode()).hexdigest()[:16]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
