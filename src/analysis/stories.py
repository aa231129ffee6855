"""Which articles belong to which story: a story is a list of words and phrases to find."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.tables import conform, empty, need

KEYS = {
    "name": "the story's short name, as in run files",
    "label": "its name in charts",
    "find": "words and phrases that tell the story; * stands for any letters",
    "exclude": "words and phrases inside which nothing counts as a hit",
    "least_hits": "how many hits an article must have",
    "least_score": "how high its score must be, from 0 to 1",
}
_NEEDED = ("name", "find")
LEAST_HITS = 2  # one mention in passing does not make an article about a story
_HEADLINE_WEIGHT = 3  # a headline has about a dozen words; one hit in it says more than one in the text
_HALF_SCORE = (
    10  # weighted hits per 1000 words at which the score is .5; an immigration story of the wires has about 20
)
_SHORT = 200  # words; a shorter text counts as this long, so that one hit in a brief does not score 1

_HYPHENS = r"\-\u2010\u2011\u2012\u2013"
_APOSTROPHES = r"'\u2019\u2018\u02bc"
_GAP = rf"(?:\s+|[{_HYPHENS}])"


def assign_stories(articles: pd.DataFrame, stories: Any) -> pd.DataFrame:
    """The `stories` table: one row per article × story that the article belongs to, in the articles' order.

    Columns: `article_id`, `story`, `score` (0 to 1), `n_hits` (hits in headline and text), `first_hit` (offset in `text`;
    null when only the headline has hits). `articles` needs `article_id` and `text`; `headline` counts when it is there.

    `stories` is a list of entries as `check_stories` describes them. An article belongs to a story when it has at least
    `least_hits` hits and a score of at least `least_score`. A hit that overlaps a phrase of `exclude` ("ice cream") does not count; the rest of the article does,
    so a phrase in passing never throws a whole article out.

    score = d / (d + 10), where d is hits per 1000 words of the text, a hit in the headline counting three times and a text
    of under 200 words as 200: 10 per 1000 words give .5, 30 give .75. Raises ValueError for a broken entry.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["ICE agents ate ice cream. ICE declined to comment."]})
    >>> assign_stories(articles, [{"name": "ice", "find": ["ICE"]}])[["story", "n_hits", "first_hit"]].values.tolist()
    [['ice', 2, 0]]
    """
    need(articles, ["article_id", "text"], who="assign_stories")
    texts = articles["text"].fillna("").tolist()
    headlines = _column(articles, "headline")
    n_words = np.array([len(text.split()) for text in texts])
    found = [_assign(entry, headlines, texts, n_words) for entry in check_stories(stories)]
    if not found or not len(articles):
        return empty("stories")
    rows = pd.concat(found, ignore_index=True).sort_values("row", kind="stable", ignore_index=True)
    return conform(rows.assign(article_id=articles["article_id"].to_numpy()[rows["row"]]), "stories")


def _column(articles: pd.DataFrame, name: str) -> list[str]:
    return articles[name].fillna("").tolist() if name in articles else [""] * len(articles)


def _assign(entry: dict[str, Any], headlines: list[str], texts: list[str], n_words: np.ndarray) -> pd.DataFrame:
    """Row number, score, hits and first hit of the articles that belong to one story."""
    in_headline = np.array([len(_hits(entry, headline)) for headline in headlines], dtype=int)
    in_text = [_hits(entry, text) for text in texts]
    n_text = np.array([len(hits) for hits in in_text], dtype=int)
    density = 1000 * (n_text + _HEADLINE_WEIGHT * in_headline) / np.maximum(n_words, _SHORT)
    frame = pd.DataFrame(
        {
            "row": range(len(texts)),
            "story": entry["name"],
            "score": density / (density + _HALF_SCORE),
            "n_hits": n_text + in_headline,
            "first_hit": pd.array([hits[0] if hits else None for hits in in_text], dtype="Int64"),
        }
    )
    return frame[(frame["n_hits"] >= entry["least_hits"]) & (frame["score"] >= entry["least_score"])]


def _hits(entry: dict[str, Any], text: str) -> list[int]:
    """Where the hits of a story start in `text`, without those that overlap an excluded phrase."""
    hits = [m.span() for m in _compile(tuple(entry["find"])).finditer(text)]
    if not hits or not entry["exclude"]:
        return [start for start, _ in hits]
    barred = [m.span() for m in _compile(tuple(entry["exclude"])).finditer(text)]
    return [start for start, end in hits if not any(start < b_end and b_start < end for b_start, b_end in barred)]


@cache
def _compile(patterns: tuple[str, ...]) -> re.Pattern[str]:
    # Longest first: of "tax return" and "tax return information" the longer one is the hit.
    ordered = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, ordered))})(?!\w)", re.IGNORECASE)


def _phrase(pattern: str) -> str:
    """A phrase as a regular expression: blanks and hyphens match any white space or hyphen."""
    return _GAP.join(_word(word) for word in re.split(rf"[\s{_HYPHENS}]+", pattern) if word)


def _word(word: str) -> str:
    """A word: capitals match only capitals, also with full stops (IRS, I.R.S.); * matches any letters; ' matches ’."""
    if word.isalpha() and word.isupper() and len(word) > 1:
        return "(?-i:" + r"\.?".join(word) + r"\b\.?)"
    escaped = re.escape(word).replace(r"\*", r"\w*")
    return re.sub(f"[{_APOSTROPHES}]", lambda _: f"[{_APOSTROPHES}]", escaped)


def check_stories(stories: Any) -> list[dict[str, Any]]:
    """The entries of `stories` as a list of dicts that have every key, as read from a run file.

    `stories` is a list of entries, or a mapping name → entry. Keys of an entry: `name`; `label` (default: the name);
    `find`; `exclude` (default: none); `least_hits` (default: 2); `least_score` (default: 0). A word of `find` or `exclude` matches whole words in any
    case; one all in capitals (ICE, IRS) only capitals, also as I.R.S.; `*` stands for any letters; the words of a phrase
    may be parted by any white space or hyphen. Raises ValueError for an unknown or missing key, an empty `find`, a pattern
    without a letter, two stories of one name.

    >>> check_stories({"tax": {"find": ["tax return*"]}})
    [{'name': 'tax', 'label': 'tax', 'find': ['tax return*'], 'exclude': [], 'least_hits': 2, 'least_score': 0.0}]
    """
    if isinstance(stories, Mapping):
        stories = [
            {"name": name, **(entry if isinstance(entry, Mapping) else {"find": entry})}
            for name, entry in stories.items()
        ]
    if isinstance(stories, str) or not isinstance(stories, Iterable):
        raise ValueError(f"stories is {stories!r}; give a list of entries with the keys: {', '.join(KEYS)}")
    checked = [_checked(entry) for entry in stories]
    names = [entry["name"] for entry in checked]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise ValueError(f"there are two stories named {twice[0]!r}; give each a name of its own")
    return checked


def _checked(entry: Any) -> dict[str, Any]:
    if not isinstance(entry, Mapping):
        raise ValueError(
            f"the story {entry!r} is not an entry; write key: value lines with the keys: {', '.join(KEYS)}"
        )
    name = str(entry.get("name") or "without a name")
    for key in entry:
        if key not in KEYS:
            raise ValueError(f"the story {name} has an unknown key {key!r}; allowed are: {', '.join(KEYS)}")
    for key in _NEEDED:
        if not entry.get(key):
            raise ValueError(f"the story {name} lacks {key} ({KEYS[key]}); add it")
    least = entry.get("least_hits", LEAST_HITS)
    if not isinstance(least, int) or isinstance(least, bool) or least < 1:
        raise ValueError(f"the story {name} has least_hits {least!r}; give a whole number from 1")
    score = entry.get("least_score", 0.0)
    if not isinstance(score, int | float) or isinstance(score, bool) or not 0 <= score < 1:
        raise ValueError(f"the story {name} has least_score {score!r}; give a number from 0 to below 1")
    lists = {key: _patterns(entry.get(key) or [], key, name) for key in ("find", "exclude")}
    return {
        "name": name,
        "label": str(entry.get("label") or name),
        **lists,
        "least_hits": least,
        "least_score": float(score),
    }


def _patterns(patterns: Any, key: str, name: str) -> list[str]:
    """The words and phrases of a list, or of one string; each must hold a letter or a digit."""
    patterns = [patterns] if isinstance(patterns, str) else list(patterns)
    for pattern in patterns:
        if not isinstance(pattern, str):
            raise ValueError(
                f"{key} of the story {name} holds {pattern!r}, which is not text; put it in quotation marks"
            )
        if not any(map(str.isalnum, pattern)):
            raise ValueError(f"{key} of the story {name} holds {pattern!r}, which would match anything; write a word")
    return patterns


def label_stories(articles: pd.DataFrame, assigned: pd.DataFrame, stories: Any) -> pd.DataFrame:
    """`articles` with a column `story`: the label of the article's story, of all its stories joined by " + ", or "neither".

    `assigned` is the stories table, `stories` the run file's entries. One row per article, so the groups do not overlap.

    >>> articles = pd.DataFrame({"article_id": ["a", "b"]})
    >>> assigned = pd.DataFrame({"article_id": ["a", "a"], "story": ["tax", "raids"]})
    >>> entries = [{"name": "raids", "label": "Raids", "find": ["raid*"]}, {"name": "tax", "label": "Tax", "find": ["tax"]}]
    >>> label_stories(articles, assigned, entries)["story"].tolist()
    ['Raids + Tax', 'neither']
    """
    need(articles, ["article_id"], who="label_stories")
    labels = {entry["name"]: entry["label"] for entry in check_stories(stories)}
    rank = {name: place for place, name in enumerate(labels)}
    told = assigned[assigned["story"].isin(labels)].sort_values(
        "story", key=lambda names: names.map(rank), kind="stable"
    )
    joined = told["story"].map(labels).groupby(told["article_id"]).agg(" + ".join)
    return articles.assign(story=articles["article_id"].map(joined).fillna("neither"))
