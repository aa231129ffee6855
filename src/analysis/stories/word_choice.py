"""Find which of several wordings the outlets use for one thing: illegal, undocumented or unauthorized immigrants."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.intervals import bounded_shares
from analysis.stories.entries import validate_stories
from analysis.stories.patterns import find_lists
from analysis.tables import need

_WIDTH = 60  # characters shown before and after a hit


def find_word_choices(articles: pd.DataFrame, stories: object, *, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return every use of the wordings that stories list as `word_choice`, one row per use.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`; `outlet` is kept if present.
    stories : list of dict, or dict of name to dict
        The stories, as `analysis.stories.validate_stories` describes them.
    quotes : DataFrame, optional
        The quotes table. What stands inside direct or mixed quotes is the speaker's word, not the outlet's, and is
        left out.

    Returns
    -------
    DataFrame
        `article_id`; `outlet` (if the articles have it); `choice` (the name of the list of wordings); `wording`;
        `before`, `match`, `after` (line breaks become spaces); `start`, `end` (character offsets in `text`).

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Unauthorized immigrants, or illegal immigrants?"]})
    >>> wordings = {"people": ["illegal immigrant*", "unauthorized immigrant*"]}
    >>> uses = find_word_choices(articles, [{"name": "i", "find": ["immigrant*"], "word_choice": wordings}])
    >>> uses[["wording", "match"]].values.tolist()
    [['unauthorized immigrant*', 'Unauthorized immigrants'], ['illegal immigrant*', 'illegal immigrants']]
    """
    need(articles, ["article_id", "text"], who="find_word_choices")
    choices = {name: wordings for story in validate_stories(stories) for name, wordings in story["word_choice"].items()}
    quoted = _quoted_spans(quotes)
    shown = [column for column in ("article_id", "outlet") if column in articles]
    rows = [
        {**{column: article[column] for column in shown}, **hit}
        for article in articles[[*shown, "text"]].to_dict("records")
        for hit in _hits(article["text"], choices)
        if not any(start <= hit["start"] < end for start, end in quoted.get(article["article_id"], ()))
    ]
    return pd.DataFrame(rows, columns=[*shown, "choice", "wording", "before", "match", "after", "start", "end"])


def _quoted_spans(quotes: pd.DataFrame | None) -> dict[Any, list[tuple[int, int]]]:
    """Return the spans of direct and mixed quotes by article."""
    if quotes is None:
        return {}
    need(quotes, ["article_id", "quote_type", "content_spans"], who="find_word_choices")
    spans: dict[Any, list[tuple[int, int]]] = {}
    own = quotes[quotes["quote_type"] != "indirect"]
    own = own[own["place"] == "text"] if "place" in own else own
    for article_id, contents in zip(own["article_id"], own["content_spans"], strict=True):
        spans.setdefault(article_id, []).extend((start, end) for start, end in contents)
    return spans


def _hits(text: str, choices: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Return the uses of all wordings in a text, in the text's order within each choice."""
    for choice, wordings in choices.items():
        found = dict(zip(wordings, find_lists(tuple((wording,) for wording in wordings), text), strict=True))
        for start, end, wording in sorted((*span, wording) for wording, spans in found.items() for span in spans):
            before, after = text[max(0, start - _WIDTH) : start], text[end : end + _WIDTH]
            words = {"before": before, "match": text[start:end], "after": after}
            shown = {name: " ".join(piece.split("\n")) for name, piece in words.items()}
            yield {"choice": choice, "wording": wording, **shown, "start": start, "end": end}


def count_word_choices(uses: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Return how often each group uses each wording, one row per choice × group × wording.

    Parameters
    ----------
    uses : DataFrame
        What `find_word_choices` returns, with the column `by`.
    by : str
        The column that makes the groups.

    Returns
    -------
    DataFrame
        `choice`; the column `by`; `wording`; `n` (uses); `total` (uses of all wordings of the choice in the group);
        `share` (n / total, 0 to 1); `low`, `high` (95% interval with whole articles as units, see
        `analysis.intervals.share_bounds`); `n_articles` (articles of the group with any of the wordings).

    Examples
    --------
    >>> uses = pd.DataFrame({"article_id": list("aab"), "outlet": "Post", "choice": "people", "wording": list("xyx")})
    >>> count_word_choices(uses)[["wording", "n", "total"]].values.tolist()
    [['x', 2, 3], ['y', 1, 3]]
    """
    need(uses, ["article_id", by, "choice", "wording"], who="count_word_choices")
    rows = []
    for choice, of_choice in uses.groupby("choice", sort=False):
        wordings = list(dict.fromkeys(of_choice["wording"]))
        for group, own in of_choice.groupby(by, observed=True):
            counts = pd.crosstab(own["article_id"], own["wording"]).reindex(columns=wordings, fill_value=0)
            names = {"choice": choice, by: group, "wording": wordings, "n_articles": len(counts)}
            rows.append(bounded_shares(counts).assign(**names))
    columns = ["choice", by, "wording", "n", "total", "share", "low", "high", "n_articles"]
    return pd.concat(rows, ignore_index=True)[columns] if rows else pd.DataFrame(columns=columns)
