"""Keep the decisions that people made about quotes: the only module that reads and writes `data/reviews/quotes.csv`."""

import csv
import getpass
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import locks, paths

DECISIONS = ("right", "wrong", "wrong speaker", "edges", "not a quote", "added")
COLUMNS = [
    "decided_at", "coder", "article_id", "passage", "decision", "speaker", "content_spans", "place", "start",
    "before", "content", "after", "queue", "probability",
]  # fmt: skip
CONTEXT = 40  # characters kept before and after a passage, by which it is told from a repetition


def reviews_file(path: str | Path = "") -> Path:
    """Return the file of the decisions: `path`, or `data/reviews/quotes.csv` of the workspace."""
    return paths.resolve(path) if path else paths.workspace().reviews / "quotes.csv"


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

    Raises
    ------
    ValueError
        If a column is missing or a decision is unknown, with the line.
    """
    file = reviews_file(path)
    if not file.is_file():
        return pd.DataFrame(columns=COLUMNS, dtype="str")
    try:
        rows = pd.read_csv(file, dtype="str", keep_default_na=False)
    except (pd.errors.ParserError, UnicodeDecodeError, pd.errors.EmptyDataError) as error:
        raise ValueError(f"{paths.shown(file)} is no CSV file: {' '.join(str(error).split())}") from None
    missing = [column for column in COLUMNS if column not in rows]
    if missing:
        raise ValueError(f"{paths.shown(file)} lacks the column {missing[0]}; its columns are: {', '.join(COLUMNS)}")
    wrong = ~rows["decision"].isin(DECISIONS) | ~rows["start"].str.fullmatch(r"\d+")
    if wrong.any():
        line = int(wrong.to_numpy().argmax()) + 2
        raise ValueError(
            f"{paths.shown(file)}, line {line}: a decision is one of: {', '.join(DECISIONS)}, and start is a number"
        )
    return rows[COLUMNS]


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
    place = str(quote.get("place") or "text")
    text = str(article["text" if place == "text" else "headline"] or "")
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        raise ValueError(f"the spans {spans} lie outside the {place}; it has {len(text)} characters")
    if (decision == "wrong speaker" and not speaker.strip()) or (decision == "edges" and not spans):
        raise ValueError(f"{decision!r} needs {'the right speaker' if decision != 'edges' else 'the right spans'}")
    old = quote["content_spans"]
    start, end = old[0][0], old[-1][1]
    before, content, after = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    row = {
        "decided_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "coder": coder or getpass.getuser(),
        "article_id": str(article["article_id"]),
        "passage": passage_key(before, content, after),
        "decision": decision,
        "speaker": speaker.strip(),
        "content_spans": str(spans) if spans else "",
        "place": place,
        "start": str(start),
        "before": before,
        "content": content,
        "after": after,
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
    file = reviews_file(path)
    with locks.one_writer(file.with_name(f".{file.name}.lock"), paths.shown(file)):
        load_reviews(file)  # a damaged file is named before anything is added to it
        line = io.StringIO()
        writer = csv.DictWriter(line, COLUMNS, lineterminator="\n")
        former = file.read_text(encoding="utf-8") if file.is_file() else ""
        if not former:
            writer.writeheader()
        elif not former.endswith("\n"):
            line.write("\n")
        writer.writerow(decision)
        new = file.with_name(f".{file.name}.new")
        new.write_text(former + line.getvalue(), encoding="utf-8", newline="")
        new.replace(file)


def passage_key(before: str, content: str, after: str) -> str:
    """Return the key of a passage: a hash of its words and of those near it, without marks, blanks and case."""
    return hashlib.sha256("|".join(map(_words, (before, content, after))).encode()).hexdigest()[:16]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
