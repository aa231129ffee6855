"""Judge found attributions by coded ones, and compare how often they are right with the confidence they were given."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.intervals import share_bounds
from analysis.scoring.matching import is_same, match
from analysis.scoring.relations import WordTokens, spans_by_article
from analysis.tables import need

EDGES = (0.25, 0.5, 0.75, 0.9, 1.0)


def judge_quotes(found: pd.DataFrame, gold: pd.DataFrame, *, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the found attributions of coded articles, each with whether it is right.

    Parameters
    ----------
    found : DataFrame
        The quotes table: `article_id`, `content_spans`, `source_spans` and whatever else it has.
    gold : DataFrame
        The coded attributions: `article_id`, `content_spans`, `source_spans`, `speaker_kind`.
    articles : DataFrame
        The coded articles: `article_id` and `text`. Attributions of other articles are left out.

    Returns
    -------
    DataFrame
        The rows of `found` in the texts of these articles, with two more columns: `right`, and `coded_kind`, the kind
        of speaker that was coded (null where the attribution is not right).

    Raises
    ------
    ValueError
        For a missing column.

    Notes
    -----
    An attribution is right if a coded one has at least half of its content (Jaccard overlap of the words of .5) and a
    word of its source, or if both have no source. Each coded attribution makes one found attribution right at most.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["“We won,” Ann Lee said."]})
    >>> gold = pd.DataFrame({"article_id": ["a"], "content_spans": [[[0, 9]]], "source_spans": [[[10, 17]]]})
    >>> gold = gold.assign(speaker_kind="named_person")
    >>> judge_quotes(gold, gold, articles=articles)[["right", "coded_kind"]].values.tolist()
    [[True, 'named_person']]
    """
    need(articles, ["article_id", "text"], who="judge_quotes")
    need(found, ["article_id", "content_spans", "source_spans"], who="judge_quotes")
    need(gold, ["article_id", "content_spans", "source_spans", "speaker_kind"], who="judge_quotes")
    found = found[found["place"] == "text"] if "place" in found else found
    found = found[found["article_id"].isin(articles["article_id"])].reset_index(drop=True)
    sides = [spans_by_article(frame) for frame in (found, gold)]
    kinds: dict[int, object] = {}
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        words = WordTokens(text)
        own, coded = (side[article_id] for side in sides)
        found_here, coded_here = ([words.relation(*spans) for _, *spans in rows] for rows in (own, coded))
        for pair in match(found_here, coded_here, is_same):
            kinds[own[pair.found][0]] = gold["speaker_kind"].iloc[coded[pair.gold][0]]
    coded_kind = pd.Series([kinds.get(number) for number in range(len(found))], index=found.index, dtype="object")
    right = pd.Series([number in kinds for number in range(len(found))], index=found.index, dtype="bool")
    return found.assign(right=right, coded_kind=coded_kind)


def reliability(judged: pd.DataFrame, *, edges: Sequence[float] = EDGES) -> pd.DataFrame:
    """Return how often attributions are right, one row per range of confidence.

    Parameters
    ----------
    judged : DataFrame
        What `judge_quotes` returns: `article_id`, `confidence` and `right`.
    edges : sequence of float
        Where the ranges begin and end. A range holds its beginning, the last one its end too.

    Returns
    -------
    DataFrame
        `from`, `to` (the range); `confidence` (mean, 0 to 1); `right_share` (0 to 1); `low`, `high` (its 95% interval,
        with whole articles as units, see `analysis.intervals.share_bounds`); `n` (attributions); `n_articles`. A range
        without attributions has no row.

    Raises
    ------
    ValueError
        For a missing column, or edges that do not rise.

    Examples
    --------
    >>> judged = pd.DataFrame({"article_id": list("abcd"), "confidence": 0.6, "right": [True, True, True, False]})
    >>> reliability(judged)[["from", "to", "confidence", "right_share", "n"]].values.tolist()
    [[0.5, 0.75, 0.6, 0.75, 4.0]]
    """
    need(judged, ["article_id", "confidence", "right"], who="reliability")
    rows = []
    for (start, end), own in with_range(judged, edges=edges).groupby(["from", "to"]):
        counts = pd.crosstab(own["article_id"], own["right"].astype(bool)).reindex(columns=[True, False], fill_value=0)
        low, high = share_bounds(counts)
        rows.append(
            {
                "from": start, "to": end, "confidence": own["confidence"].mean(),
                "right_share": own["right"].mean(), "low": low[0], "high": high[0], "n": len(own),
                "n_articles": len(counts),
            }
        )  # fmt: skip
    columns = ["from", "to", "confidence", "right_share", "low", "high", "n", "n_articles"]
    return pd.DataFrame(rows, columns=columns)


def with_range(judged: pd.DataFrame, *, edges: Sequence[float] = EDGES) -> pd.DataFrame:
    """Return the attributions with the range of confidence that each is in, as `reliability` counts them.

    Parameters
    ----------
    judged : DataFrame
        Needs `confidence`.
    edges : sequence of float
        Where the ranges begin and end. A range holds its beginning, the last one its end too.

    Returns
    -------
    DataFrame
        The rows with `from` and `to`.

    Raises
    ------
    ValueError
        For a missing column, or edges that do not rise.

    Examples
    --------
    >>> with_range(pd.DataFrame({"confidence": [0.5, 1.0]}))[["from", "to"]].values.tolist()
    [[0.5, 0.75], [0.9, 1.0]]
    """
    need(judged, ["confidence"], who="with_range")
    if len(edges) < 2 or (np.diff(edges) <= 0).any():
        raise ValueError(f"edges={list(edges)} do not rise; give numbers from low to high, such as {list(EDGES)}")
    place = np.clip(np.searchsorted(edges, judged["confidence"], side="right") - 1, 0, len(edges) - 2)
    return judged.assign(**{"from": np.asarray(edges)[place], "to": np.asarray(edges)[place + 1]})
