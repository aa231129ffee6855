"""Find the articles that belong to each story, and label articles by story."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from analysis.stories.entries import Story, validate_stories
from analysis.stories.patterns import Spans, find_in_texts
from analysis.tables import conform, empty, need

_HEADLINE_WEIGHT = 3  # a headline has about a dozen words; one hit in it says more than one in the text
_HALF_SCORE = 10  # weighted hits per 1000 words that score .5; a wire story on immigration has about 20
_SHORT = 200  # words; a shorter text counts as this long, so that one hit in a brief does not score 1


def assign_stories(articles: pd.DataFrame, stories: object) -> pd.DataFrame:
    """Return the `stories` table, one row per article × story that it belongs to, in the articles' order.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`; `headline` counts if present.
    stories : list of dict, or dict of name to dict
        The stories, as `analysis.stories.validate_stories` describes them.

    Returns
    -------
    DataFrame
        `article_id`; `story` (its name); `score` (0 to 1); `n_hits` (hits in headline and text); `first_hit`
        (character offset in `text`, null if only the headline has hits).

    Raises
    ------
    ValueError
        For a missing column, or a faulty entry.

    Notes
    -----
    An article belongs to a story if it has at least `least_hits` hits and a score of at least `least_score`. A hit
    that overlaps a phrase of `exclude` ("ice cream") does not count; the rest of the article does.

    score = d / (d + 10), with d the hits per 1000 words of the text. A hit in the headline counts three times, and a
    text of under 200 words counts as 200. So 10 hits per 1000 words score .5, and 30 score .75.

    `analysis.check_stories` draws articles by which to choose `least_hits` and `least_score`. Giving hits in the first
    120 words the weight of the headline was tried on the coded articles of benchmarks/stories.py: it gained nothing.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["ICE agents ate ice cream. ICE declined to comment."]})
    >>> assign_stories(articles, [{"name": "ice", "find": ["ICE"]}])[["story", "n_hits", "first_hit"]].values.tolist()
    [['ice', 2, 0]]
    """
    need(articles, ["article_id", "text"], who="assign_stories")
    texts = articles["text"].fillna("").tolist()
    headlines = articles["headline"].fillna("").tolist() if "headline" in articles else [""] * len(articles)
    n_words = np.array([len(text.split()) for text in texts])
    entries = validate_stories(stories)
    in_headline, in_text = (list(find_all_hits(entries, own)) for own in (headlines, texts))
    found = [
        _assign(story, [hits[n] for hits in in_headline], [hits[n] for hits in in_text], n_words)
        for n, story in enumerate(entries)
    ]
    if not found or not len(articles):
        return empty("stories")
    rows = pd.concat(found, ignore_index=True).sort_values("row", kind="stable", ignore_index=True)
    return conform(rows.assign(article_id=articles["article_id"].to_numpy()[rows["row"]]), "stories")


def _assign(
    story: Story, in_headlines: Sequence[Spans], in_texts: Sequence[Spans], n_words: np.ndarray
) -> pd.DataFrame:
    """Return row number, score, hits and first hit of the articles that belong to one story."""
    in_headline = np.array([len(hits) for hits in in_headlines], dtype=int)
    n_text = np.array([len(hits) for hits in in_texts], dtype=int)
    density = 1000 * (n_text + _HEADLINE_WEIGHT * in_headline) / np.maximum(n_words, _SHORT)
    frame = pd.DataFrame(
        {
            "row": range(len(n_words)),
            "story": story["name"],
            "score": density / (density + _HALF_SCORE),
            "n_hits": n_text + in_headline,
            "first_hit": pd.array([hits[0][0] if hits else None for hits in in_texts], dtype="Int64"),
        }
    )
    return frame[(frame["n_hits"] >= story["least_hits"]) & (frame["score"] >= story["least_score"])]


def find_hits(story: Story, text: str) -> Spans:
    """Return start and end of each hit of a story in a text, without those that overlap an excluded phrase.

    Parameters
    ----------
    story : dict
        An entry as `validate_stories` returns it.
    text : str
        A headline or a text.

    Returns
    -------
    list of (int, int)
        Character offsets, end exclusive, in the text's order.

    Examples
    --------
    >>> [story] = validate_stories({"ice": {"find": ["ICE"], "exclude": ["ICE rink"]}})
    >>> find_hits(story, "ICE agents at the ICE rink")
    [(0, 3)]
    """
    [[hits]] = find_all_hits([story], [text])
    return hits


def find_all_hits(stories: Sequence[Story], texts: Sequence[str]) -> Iterator[list[Spans]]:
    """Yield for each text what `find_hits` gives for each of the stories, in one pass over the texts."""
    lists = tuple(tuple(patterns) for story in stories for patterns in (story["find"], story["exclude"]))
    for spans in find_in_texts(lists, texts):
        yield [_outside(hits, excluded) for hits, excluded in zip(spans[::2], spans[1::2], strict=True)]


def _outside(hits: Spans, excluded: Spans) -> Spans:
    return [
        (start, end) for start, end in hits if not any(start < e_end and e_start < end for e_start, e_end in excluded)
    ]


def label_stories(articles: pd.DataFrame, assigned: pd.DataFrame, stories: object) -> pd.DataFrame:
    """Return `articles` with a column `story` that holds the label of each article's story.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id`.
    assigned : DataFrame
        The `stories` table.
    stories : list of dict, or dict of name to dict
        The stories, as `analysis.stories.validate_stories` describes them.

    Returns
    -------
    DataFrame
        One row per article. If an article belongs to several stories, their labels are joined by " + ", in the order
        of `stories`; if it belongs to none, it is "neither". So no two groups overlap.

    Raises
    ------
    ValueError
        For a missing column, or a faulty entry.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a", "b"]})
    >>> assigned = pd.DataFrame({"article_id": ["a", "a"], "story": ["tax", "raids"]})
    >>> stories = {"raids": {"label": "Raids", "find": ["raid*"]}, "tax": {"label": "Tax", "find": ["tax"]}}
    >>> label_stories(articles, assigned, stories)["story"].tolist()
    ['Raids + Tax', 'neither']
    """
    need(articles, ["article_id"], who="label_stories")
    labels = {story["name"]: story["label"] for story in validate_stories(stories)}
    story = pd.Series("", articles.index, dtype="str")
    for name, label in labels.items():
        on_story = articles["article_id"].isin(assigned.loc[assigned["story"] == name, "article_id"])
        story = story.where(~on_story, story + " + " + label)
    return articles.assign(story=story.str.removeprefix(" + ").replace("", "neither"))
