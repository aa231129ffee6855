"""Apply the decisions of people to the quotes of a run."""

import hashlib
import json
import re
from difflib import SequenceMatcher
from typing import Any

import pandas as pd

from analysis.aliases import Aliases
from analysis.review.decisions import COLUMNS, CONTEXT, characters, text_at
from analysis.tables import conform, empty, need

_SAME = 0.5  # of the characters of two passages taken together: the same measure as between two coders
_JOIN = " … "  # between the pieces of a content, as in the quotes table
_ALIKE = 0.8  # how alike the words beside a passage are if it is the same in another version of the article
_DROPPED = ("wrong", "not a quote")


def apply_reviews(quotes: pd.DataFrame, articles: pd.DataFrame, reviews: pd.DataFrame) -> pd.DataFrame:
    """Return the quotes with the decisions of people applied; of several about one passage, the last counts.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table.
    articles : DataFrame
        `article_id`, `text`, and `headline` where quotes stand in headlines.
    reviews : DataFrame
        What `load_reviews` returns.

    Returns
    -------
    DataFrame
        The quotes table without those found wrong, with the right speakers and spans, and with the added quotes. The
        column `reviewed` has the decision applied, null where there is none; reviewed rows have confidence 1. What a
        person confirmed or corrected stays where the program finds it no longer, with the speaker if one was given.

    Raises
    ------
    ValueError
        For a missing column.

    Notes
    -----
    A passage is found by its words and the words near it; its former offset decides only between equals. An article
    that has another `article_id` now is found by the passage. A decision holds for the quotes of which more than half
    of the characters, taken together with those of the passage, are common to both (Jaccard).
    """
    need(quotes, ["quote_id", "article_id", "content_spans"], who="apply_reviews")
    need(articles, ["article_id", "text"], who="apply_reviews")
    if "reviewed" not in quotes:
        quotes = quotes.assign(reviewed=None)
    decided = find_articles(reviews, articles).drop_duplicates(["article_id", "place", "passage"], keep="last")
    decided = decided[decided["article_id"].isin(articles["article_id"])]
    if decided.empty:
        return conform(quotes, "quotes")
    changed: list[dict[Any, Any]] = quotes.to_dict("records")
    named = {article["article_id"]: article for article in articles.to_dict("records")}
    for review in decided.to_dict("records"):
        changed = _apply(changed, review, named[review["article_id"]])
    return conform(pd.DataFrame(changed), "quotes").reset_index(drop=True) if changed else empty("quotes")


def review_part(
    quotes: pd.DataFrame, articles: pd.DataFrame, *, reviews: list[dict[str, str]], speakers: dict[str, str]
) -> pd.DataFrame:
    """Apply decisions, as records that `find_articles` returned, and names of speakers to a part of a run's quotes."""
    decided = pd.DataFrame(reviews, columns=COLUMNS)
    reviewed = apply_reviews(quotes, articles, decided[decided["article_id"].isin(articles["article_id"])])
    return reviewed.assign(speaker=use_speakers(reviewed["speaker"], speakers))


def use_speakers(speakers: pd.Series, names: dict[str, str]) -> pd.Series:
    """Return the names to use for speakers, which the alias file gives; the others stay."""
    given = {name: use for name in speakers.dropna().unique() if (use := Aliases({}, names).speaker(name))}
    return speakers.replace(given) if given else speakers


def find_articles(reviews: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions with the present `article_id` of each, found by the passage if the id has changed.

    Those found so come first: a decision about the article itself goes before one about another version of it.
    """
    known = reviews["article_id"].isin(articles["article_id"])
    lost = reviews[~known & (reviews["place"] == "text")]
    moved = pd.Series({row: _article_with(review, articles) for row, review in lost.iterrows()}, dtype="object")
    found = reviews.assign(article_id=moved.reindex(reviews.index).fillna(reviews["article_id"]))
    return pd.concat([found[~known], found[known]])


def _article_with(review: Any, articles: pd.DataFrame) -> str | None:
    """Return the id of the one article that has the passage of a decision and nearly the same words beside it."""
    texts = zip(articles["article_id"], articles["text"], strict=True)
    found = [str(article_id) for article_id, text in texts if find_passage(review, text, least=_ALIKE)]
    return found[0] if len(found) == 1 else None


def find_passage(review: Any, text: str, *, least: float = 0.0) -> tuple[int, int] | None:
    """Return where the passage of a decision stands in a text, or None; `least` is how alike its surroundings are."""

    def likeness(m: re.Match[str]) -> float:
        near = text[max(0, m.start() - CONTEXT) : m.start()], text[m.end() : m.end() + CONTEXT]
        then, now = (
            "\0".join(" ".join(words.split()) for words in pair) for pair in ((review["before"], review["after"]), near)
        )
        return SequenceMatcher(None, then, now, autojunk=False).ratio()

    places = [
        (likeness(m), -abs(m.start() - int(review["start"])), m) for m in _pattern(review["content"]).finditer(text)
    ]
    if not places:
        return None
    best = max(places, key=lambda place: place[:2])
    return best[2].span() if best[0] >= least else None


def _pattern(content: str) -> re.Pattern[str]:
    """Return a pattern of a passage in which blanks and the form of quotation marks do not count."""
    words = [re.sub("[\"“”„'‘’]", "[\"“”„'‘’]", re.escape(word)) for word in content.split()]
    return re.compile(r"\s+".join(words))


def _apply(rows: list[dict[Any, Any]], review: dict[Any, Any], article: dict[Any, Any]) -> list[dict[Any, Any]]:
    """Return the rows of the quotes table with one decision applied."""
    text = text_at(review, article)
    place = find_passage(review, text)
    if place is None:
        return rows
    same = [_is_same(row, review["place"], article["article_id"], place) for row in rows]
    spans = [[start + place[0] - int(review["start"]), end + place[0] - int(review["start"])] for start, end in
             json.loads(review["content_spans"] or "[]")]  # fmt: skip
    spans = [span for span in spans if 0 <= span[0] < span[1] <= len(text)]
    if review["decision"] in _DROPPED:
        return [row for row, found in zip(rows, same, strict=True) if not found]
    if not any(same):
        # What a person confirmed stays, though the program finds it no longer.
        own = _added(review, article, [list(place)], text)
        return [*rows, own if review["decision"] == "added" else _corrected(own, review, spans, text)]
    return [_corrected(row, review, spans, text) if found else row for row, found in zip(rows, same, strict=True)]


def _is_same(row: dict[Any, Any], where: str, article_id: str, place: tuple[int, int]) -> bool:
    if row["article_id"] != article_id or (row.get("place") or "text") != where:
        return False
    own, other = characters(row["content_spans"]), characters([place])
    hull = characters([(row["content_spans"][0][0], row["content_spans"][-1][1])])
    return max(len(own & other) / len(own | other), len(hull & other) / len(hull | other)) > _SAME


def _corrected(row: dict[Any, Any], review: dict[Any, Any], spans: list[list[int]], text: str) -> dict[Any, Any]:
    """Return a quote as a person decided that it is."""
    new = row | {"reviewed": review["decision"], "confidence": 1.0}
    if review["speaker"]:
        new |= {"speaker": review["speaker"], "speaker_kind": "named_person", "speaker_role": None}
    if review["speaker"] or review["decision"] != "wrong speaker":
        new["speaker_confidence"] = 1.0
    if spans:
        new |= {"content_spans": spans, "content": _JOIN.join(text[start:end] for start, end in spans)}
    return new


def _added(review: dict[Any, Any], article: dict[Any, Any], spans: list[list[int]], text: str) -> dict[Any, Any]:
    """Return a row for a quote that a person added, or that only a person has."""
    content = _JOIN.join(text[start:end] for start, end in spans)
    return {
        "quote_id": hashlib.sha256(f"{article['article_id']} {review['passage']}".encode()).hexdigest()[:16],
        "article_id": article["article_id"],
        "place": review["place"],
        "quote_type": "direct" if content[:1] in "\"“'‘" else "indirect",
        "content": content,
        "content_spans": spans,
        "cue_spans": [],
        "cue_kind": "speech",
        "source_spans": [],
        "speaker": review["speaker"] or None,
        "speaker_kind": "named_person" if review["speaker"] else "unknown",
        "confidence": 1.0,
        "speaker_confidence": 1.0,
        "paragraph": -1 if review["place"] == "headline" else text[: spans[0][0]].count("\n\n"),
        "reviewed": "added",
    }
