"""Tell words that say how an outlet covers a story from words that say how it writes: titles, "said", web leftovers."""

import re
from collections.abc import Iterable
from functools import cache

import numpy as np
import pandas as pd

from analysis.shipped import load_json, shipped_file
from analysis.tables import need
from analysis.words.text import terms

_FILE = shipped_file("words/house_style.json")
# A lawmaker's party and state (R-Texas, D-N.Y.), and the initial in a name, which some outlets print and some do not.
_PARTY_OR_INITIAL = re.compile(r"[rd]-[a-z.]+|[^\W\d_]", re.IGNORECASE)


def drop_house_style(comparison: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Return the comparison without words of house style, and without each outlet's own name.

    Parameters
    ----------
    comparison : DataFrame
        What `compare_terms` without a `target` returns: the column `by` and `term`.
    by : str
        The column that holds the outlets.

    Returns
    -------
    DataFrame
        The rows that are left. Titles of courtesy and office, words of saying, leftovers of web pages, days and months
        go, single letters too, and the words of an outlet's name and its initials (in capitals) go from its own rows.
        An n-gram goes if all its words do.

    Examples
    --------
    >>> comparison = pd.DataFrame({"outlet": "Harbor Post", "term": ["mr", "harbor", "tax"]})
    >>> drop_house_style(comparison)["term"].tolist()
    ['tax']
    """
    need(comparison, [by, "term"], who="drop_house_style")
    own = {outlet: _names(str(outlet)) | _words() for outlet in comparison[by].unique()}
    drop = [
        all(
            {word, word.casefold()} & own[outlet] or _PARTY_OR_INITIAL.fullmatch(word.casefold())
            for word in term.split()
        )
        for outlet, term in zip(comparison[by], comparison["term"], strict=True)
    ]
    return _without(comparison, drop)


def drop_search_words(comparison: pd.DataFrame, patterns: Iterable[str]) -> pd.DataFrame:
    """Return the comparison without the words by which the articles were found: these set stories apart by definition.

    Parameters
    ----------
    comparison : DataFrame
        What `compare_terms` returns, with `term`.
    patterns : iterable of str
        The words and phrases of the stories (`find` in a run file); `*` stands for any letters.

    Returns
    -------
    DataFrame
        The rows whose term is no word of any pattern.

    Examples
    --------
    >>> comparison = pd.DataFrame({"term": ["migrants", "border", "harbor"]})
    >>> drop_search_words(comparison, ["migrant*", "border wall"])["term"].tolist()
    ['harbor']
    """
    need(comparison, ["term"], who="drop_search_words")
    words = {word.casefold() for pattern in patterns for word in pattern.replace("-", " ").split()}
    whole = {word for word in words if not word.endswith("*")}
    starts = tuple(word.rstrip("*") for word in words if word.endswith("*"))
    found = [
        any(word in whole or word.startswith(starts) for word in term.casefold().split()) for term in comparison["term"]
    ]
    return _without(comparison, found)


def _without(comparison: pd.DataFrame, drop: list[bool]) -> pd.DataFrame:
    """Return the rows that are not to be dropped; an empty list would choose columns."""
    return comparison[~np.array(drop, dtype=bool)].reset_index(drop=True)


def _names(outlet: str) -> frozenset[str]:
    """Return the words of an outlet's name and its initials ("CWS" in datelines), with and without "the".

    Initials are in capitals only: "nap" is a word like others, also in the North Arden Post.
    """
    words = [word.casefold() for word in terms(outlet)]
    initials = ("".join(word[0] for word in words if word != left_out).upper() for left_out in ("", "the"))
    return frozenset([*words, *initials])


@cache
def _words() -> frozenset[str]:
    lists = {name: words for name, words in load_json(_FILE).items() if name != "note"}
    return frozenset(word for words in lists.values() for word in words.split())
