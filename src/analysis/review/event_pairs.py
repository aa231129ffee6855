"""Keep what people decided about two articles: the only module that reads and writes `data/reviews/events.csv`."""

from pathlib import Path

import pandas as pd

from analysis import paths
from analysis.edited_csv import add_row, read_rows
from analysis.review.decisions import signature
from analysis.tables import need

DECISIONS = ("same", "different")
_FILE = "events.csv"
COLUMNS = [
    "decided_at", "coder", "decision", "article_id", "outlet", "headline", "other_id", "other_outlet", "other_headline",
]  # fmt: skip


def load_event_pairs(path: str | Path = "") -> pd.DataFrame:
    """Return the decisions whether two articles are on the same event, one row per decision, the oldest first.

    Parameters
    ----------
    path : str or Path
        A CSV file; by default `data/reviews/events.csv` of the workspace.

    Returns
    -------
    DataFrame
        All columns are text: `decided_at`, `coder`, `decision` (same, different), and of both articles the id, the
        outlet and the headline (`article_id`, `outlet`, `headline`, `other_id`, `other_outlet`, `other_headline`).
        Without the file, no rows.

    Raises
    ------
    ValueError
        If the file cannot be read, or a decision is unknown; the message names the line and what to do.
    """
    file = paths.review_file(_FILE, path)
    rows = read_rows(file, COLUMNS)
    rows["decision"] = rows["decision"].str.lower()
    for line, row in rows.iterrows():
        if row["decision"] not in DECISIONS:
            raise ValueError(
                f"{paths.shown(file)}, line {line}: {row['decision']!r} is no decision; "
                f"write one of: {', '.join(DECISIONS)}"
            )
    return rows.reset_index(drop=True)


def decide_event(
    articles: pd.DataFrame, article_id: str, other_id: str, decision: str, *, coder: str = "", path: str | Path = ""
) -> None:
    """Write down whether two articles are on the same event; the next report has it so.

    Parameters
    ----------
    articles : DataFrame
        `article_id`, and `outlet` and `headline`, by which an article is found again that has another id later.
    article_id, other_id : str
        The two articles.
    decision : {"same", "different"}
        Of several decisions about two articles, the last counts.
    coder : str
        Who decides; by default the name of the account.
    path : str or Path
        A CSV file; by default `data/reviews/events.csv` of the workspace.

    Raises
    ------
    ValueError
        For an unknown article or decision, or if both articles are the same one.
    """
    need(articles, ["article_id"], who="decide_event")
    if decision not in DECISIONS or article_id == other_id:
        raise ValueError(f"give two articles, and one of: {', '.join(DECISIONS)}; not {decision!r} of {article_id!r}")
    named = {article["article_id"]: article for article in articles.to_dict("records")}
    unknown = [name for name in (article_id, other_id) if name not in named]
    if unknown:
        raise ValueError(f"there is no article {unknown[0]!r} among these {len(named):,}")
    row = signature(coder) | {"decision": decision}
    for prefix, name in (("", article_id), ("other_", other_id)):
        key = f"{prefix}id" if prefix else "article_id"
        row |= {key: name} | {f"{prefix}{part}": in_words(named[name].get(part)) for part in ("outlet", "headline")}
    load_event_pairs(path)  # a damaged file is named before anything is added to it
    add_row(paths.review_file(_FILE, path), row, COLUMNS)


def in_words(value: object) -> str:
    """Return a text in one line; nothing where there is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""
