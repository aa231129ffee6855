"""Read the attributions that people coded: the only module that reads `data/reviews/coded.csv`."""

import json
from pathlib import Path

import pandas as pd

from analysis import paths
from analysis.edited_csv import as_numbers, read_rows
from analysis.quotes.speakers.source_phrases import SPEAKER_KINDS
from analysis.tables import need

COLUMNS = [
    "article_id", "coder", "probability", "content_spans", "cue_spans", "source_spans",
    "speaker", "speaker_kind", "cue_kind",
]  # fmt: skip
_SPANS = ("content_spans", "cue_spans", "source_spans")


def load_coded(articles: pd.DataFrame, *, path: str | Path = "") -> pd.DataFrame:
    """Return the coded attributions of the articles, one row per coder and attribution.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id`; coded attributions of other articles are left out.
    path : str or Path
        A CSV file; by default `data/reviews/coded.csv` of the workspace.

    Returns
    -------
    DataFrame
        `article_id`; `coder`; `probability` (of the article to be drawn, see `analysis.draw_sample`);
        `content_spans`, `cue_spans`, `source_spans` (lists of start, end); `speaker`; `speaker_kind`; `cue_kind`. An
        article in which the coder found no attribution has one row without spans and kind. Without the file, no rows.

    Raises
    ------
    ValueError
        If the file cannot be used, with the line and what is wrong there.
    """
    file = paths.review_file("coded.csv", path)
    rows = read_rows(file, COLUMNS).pipe(lambda frame: frame.mask(frame == ""))
    rows["probability"] = as_numbers(rows["probability"])
    _check(rows, file)
    for column in _SPANS:
        rows[column] = [_spans(value, f"{paths.shown(file)}, line {line}") for line, value in rows[column].items()]
    return rows.loc[rows["article_id"].isin(articles["article_id"]), COLUMNS].reset_index(drop=True)


def _check(rows: pd.DataFrame, file: Path) -> None:
    """Raise ValueError for the first row with a kind or probability that cannot be."""
    kind_wrong = ~rows["speaker_kind"].isin(SPEAKER_KINDS) & rows["speaker_kind"].notna()
    for wrong, column, allowed in (
        (kind_wrong, "speaker_kind", f"one of: {', '.join(SPEAKER_KINDS)}"),
        (~rows["probability"].between(0, 1, inclusive="right"), "probability", "a number over 0 and at most 1"),
        (rows["article_id"].isna() | rows["coder"].isna(), "article_id and coder", "given"),
    ):
        if wrong.any():
            line = rows.index[wrong][0]
            raise ValueError(f"{paths.shown(file)}, line {line}: {column} must be {allowed}; mend the line")


def _spans(value: object, where: str) -> list[list[int]]:
    """Return spans from their JSON text, such as [[0, 12], [20, 31]]."""
    if not isinstance(value, str):
        return []
    try:
        spans = json.loads(value)
        if all(isinstance(start, int) and isinstance(end, int) and 0 <= start < end for start, end in spans):
            return [[start, end] for start, end in spans]
    except (ValueError, TypeError):
        pass
    raise ValueError(f"{where}: {value!r} are no spans; write [[start, end], …] with offsets into the article's text")


def one_coder(coded: pd.DataFrame) -> pd.DataFrame:
    """Return the coded attributions with one coder an article, the first by name where two coded the same article.

    Parameters
    ----------
    coded : DataFrame
        What `load_coded` returns: `article_id` and `coder`.

    Returns
    -------
    DataFrame
        The rows of one coder of each article, in their order.

    Examples
    --------
    >>> coded = pd.DataFrame({"article_id": ["a", "a", "b"], "coder": ["bo", "ann", "bo"]})
    >>> one_coder(coded).values.tolist()
    [['a', 'ann'], ['b', 'bo']]
    """
    need(coded, ["article_id", "coder"], who="one_coder")
    first = coded.groupby("article_id")["coder"].transform("min")
    return coded[coded["coder"] == first].reset_index(drop=True)
