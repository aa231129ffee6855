"""Draw articles to check whether a story's words and thresholds find the right ones."""

from pathlib import Path

import numpy as np
import pandas as pd

from analysis import paths
from analysis.edited_csv import as_numbers, read_rows
from analysis.estimates.sampling import fill_in_turn
from analysis.stories import Story, assign_stories, find_hits, validate_stories
from analysis.tables import need

ABOUT = {"main": True, "part": True, "mention": False, "no": False}
NO_HIT = "no hit"
# The part of a sample that each band gets: most of it lies around the threshold, where errors are.
BANDS = {"just above": 0.35, "just below": 0.3, "far above": 0.15, "far below": 0.1, NO_HIT: 0.1}
_MOST_HITS = 3  # hits shown in context
_READ = ["article_id", "story", "band", "probability", "verdict"]


def check_stories(
    articles: pd.DataFrame, stories: object, *, n: int = 40, seed: int = 0, width: int = 60
) -> pd.DataFrame:
    """Return articles drawn around each story's threshold, one row per article and story, to be read and judged.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`; `headline` counts and is shown if present, `outlet` is shown.
    stories : list of dict, or dict of name to dict
        The stories, as `analysis.stories.validate_stories` describes them.
    n : int
        How many articles to draw for each story.
    seed : int
        The same seed draws the same articles, whatever the order of the rows.
    width : int
        The number of characters to show on each side of a hit.

    Returns
    -------
    DataFrame
        `article_id`; `story`; `outlet`, `headline` and `url` (if the articles have them); `hits` (the first three
        hits with the words around them); `verdict`, empty, to be filled in: "main" (the article is about the story),
        "part" (a section or several paragraphs are), "mention" or "no"; `score` (0 to 1) and `n_hits` (as in the
        stories table); `belongs` (whether the story has the article now); `band`; `probability` (over 0, at most 1:
        how many articles of the band were drawn, of how many there are). Rows come in random order with the bands
        mixed, so that the first rows are a sample too: judge them from the top.

    Raises
    ------
    ValueError
        For a missing column, a faulty entry, or an `n` below 5.

    Notes
    -----
    The articles that belong to a story form two bands of equal size, "just above" and "far above" the threshold; those
    with a hit that do not belong form "just below" and "far below"; the others have "no hit". The bands get 35, 15,
    30, 10 and 10 % of the sample, as far as they have articles; within a band all articles have the same chance.

    Read each article whole, and do not look at the columns right of `verdict` while you judge.

    Examples
    --------
    >>> texts = ["Tax, tax, tax.", "A tax on tax.", "One tax.", "Rain.", "Sun."]
    >>> articles = pd.DataFrame({"article_id": list("abcde"), "text": texts})
    >>> sample = check_stories(articles, {"tax": {"find": ["tax"]}}, n=5)
    >>> sample.set_index("article_id")["band"].sort_index().to_dict()
    {'a': 'far above', 'b': 'just above', 'c': 'just below', 'd': 'no hit', 'e': 'no hit'}
    """
    need(articles, ["article_id", "text"], who="check_stories")
    if n < len(BANDS):
        raise ValueError(f"n={n}; draw at least {len(BANDS)} articles a story, better 40")
    drawn = [_draw(articles, story, n, np.random.default_rng([seed, i]), width) for i, story in _numbered(stories)]
    shown = [column for column in ("outlet", "headline", "url") if column in articles]
    columns = ["article_id", "story", *shown, "hits", "verdict", "score", "n_hits", "belongs", "band", "probability"]
    return pd.concat(drawn, ignore_index=True)[columns] if drawn else pd.DataFrame(columns=columns)


def _numbered(stories: object) -> list[tuple[int, Story]]:
    return list(enumerate(validate_stories(stories)))


def score_articles(articles: pd.DataFrame, story: Story) -> pd.DataFrame:
    """Return every article's `score`, `n_hits` and `belongs` for one story, with the articles' index."""
    found = assign_stories(articles, [{**story, "least_hits": 1, "least_score": 0.0}]).set_index("article_id")
    found = found[["score", "n_hits"]].reindex(articles["article_id"]).fillna(0.0).set_axis(articles.index)
    belongs = (found["n_hits"] >= story["least_hits"]) & (found["score"] >= story["least_score"])
    return found.assign(n_hits=found["n_hits"].astype(int), belongs=belongs)


def _draw(articles: pd.DataFrame, story: Story, n: int, rng: np.random.Generator, width: int) -> pd.DataFrame:
    """Return the sample of one story."""
    frame = articles.drop_duplicates("article_id").sort_values("article_id").reset_index(drop=True)
    frame = frame.join(score_articles(frame, story))
    frame = frame.assign(story=story["name"], band=_bands(frame), verdict="", chance=rng.random(len(frame)))
    sizes = frame["band"].value_counts()
    frame = frame.sort_values("chance")
    frame["place"] = frame.groupby("band").cumcount()
    wanted = frame["band"].map(_allot({band: int(sizes.get(band, 0)) for band in BANDS}, n))
    frame = frame.assign(probability=wanted / frame["band"].map(sizes))[frame["place"] < wanted]
    mixed = (frame["place"] + frame["chance"]) / wanted[frame.index]
    frame = frame.loc[mixed.sort_values().index]
    headlines = frame["headline"].fillna("") if "headline" in frame else pd.Series("", index=frame.index)
    pairs = zip(headlines, frame["text"].fillna(""), strict=True)
    return frame.assign(hits=[_in_context(story, headline, text, width) for headline, text in pairs])


def _bands(scored: pd.DataFrame) -> pd.Series:
    """Return the band of each article: the half of its side of the threshold that is nearer to it, or farther."""
    side = np.select([scored["belongs"], scored["n_hits"] > 0], ["above", "below"], NO_HIT)
    ranks = scored["score"].groupby(side).rank(method="first", pct=True)
    near = np.where(side == "above", ranks <= 0.5, ranks > 0.5)
    distance = np.where(near, "just ", "far ")
    return pd.Series(np.where(side == NO_HIT, NO_HIT, np.char.add(distance, side)), index=scored.index)


def _allot(sizes: dict[str, int], n: int) -> dict[str, int]:
    """Return how many of `n` each band gets; what a band cannot fill goes to the others, one each in turn."""
    drawn = {band: min(size, int(BANDS[band] * n)) for band, size in sizes.items()}
    return fill_in_turn(drawn, sizes, min(n, sum(sizes.values())) - sum(drawn.values()))


def _in_context(story: Story, headline: str, text: str, width: int) -> str:
    """Return the first hits of an article with the words around them, those of the headline first."""
    found = [(headline, *span) for span in find_hits(story, headline)] + [(text, *s) for s in find_hits(story, text)]
    shown = [
        f"…{where[max(start - width, 0) : start]}[{where[start:end]}]{where[end : end + width]}…"
        for where, start, end in found[:_MOST_HITS]
    ]
    return " / ".join(" ".join(words.split()) for words in shown)


def load_checked_stories(path: str | Path = "") -> pd.DataFrame:
    """Return the articles that people judged, as `check_stories` drew them and a spreadsheet or editor saved them.

    Parameters
    ----------
    path : str or Path
        A CSV file with the columns that `check_stories` gives; by default `data/reviews/stories.csv` of the workspace.

    Returns
    -------
    DataFrame
        `article_id`, `story`, `band`, `probability` and `verdict` of each row; `verdict` is "" where nobody has judged
        yet. No rows if there is no such file. Whatever a spreadsheet makes of the file is read: semicolons, tabs,
        decimal commas, other columns or another order, empty lines.

    Raises
    ------
    ValueError
        For a file that cannot be read, a missing column, a verdict that is not one of the four, or no probability. The
        message names the line.
    """
    file = paths.review_file("stories.csv", path)
    checked = read_rows(file, _READ)
    checked["verdict"] = checked["verdict"].str.lower()
    checked["probability"] = as_numbers(checked["probability"])
    wrong = checked[~checked["verdict"].isin(["", *ABOUT])]
    if len(wrong):
        raise ValueError(
            f"{paths.shown(file)} has the verdict {wrong['verdict'].iloc[0]!r} in line {wrong.index[0]}; "
            f"write one of: {', '.join(ABOUT)}, or nothing"
        )
    unknown = checked[~checked["probability"].between(0, 1, inclusive="right")]
    if len(unknown):
        raise ValueError(
            f"{paths.shown(file)}, line {unknown.index[0]}: probability must be a number over 0 and at most 1; "
            "get it back"
        )
    return checked.reset_index(drop=True)
