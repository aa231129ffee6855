"""Topics named, speakers merged and articles paired by keyboard in a terminal."""

import io

import pandas as pd
import pytest

from analysis.aliases import load_aliases
from analysis.events import group_events
from analysis.paths import WORKSPACE_VARIABLE
from analysis.review.event_pairs import decide_event, load_event_pairs
from analysis.review.event_queue import event_queue
from analysis.review.questions import (
    EVENT_KEYS,
    SPEAKER_KEYS,
    TOPIC_KEYS,
    ask,
    event_questions,
    speaker_questions,
    topic_questions,
)
from analysis.review.speaker_names import Alike
from analysis.review.topic_names import load_topic_names
from analysis.topics import Topics

TEXTS = {
    "f1": "River floods Dunmore after levee fails", "f2": "Levee fails, river floods Dunmore homes",
    "h": "Homes of Dunmore sold: river views, no levee", "m1": "Court frees mayor", "m2": "Mayor freed by court",
    "x": "Bakers strike for bread",
}  # fmt: skip
ARTICLES = pd.DataFrame(
    {
        "article_id": [*TEXTS], "text": [*TEXTS.values()], "outlet": "Post",
        "headline": [f"\033{name}" for name in TEXTS],
    }
)  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    for name in ("notebooks", "runs"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(tmp_path))


def answer(questions, keys, *answers):
    words, out = iter(answers), io.StringIO()
    n = ask(questions, keys, read=lambda: next(words), out=out)
    return n, out.getvalue()


def test_speakers_are_merged_under_either_name_or_another():
    alike = [
        Alike(f"Ada {n}", 3, [f"Ada {n}", f"A. {n}"], f"Addie {n}", 1, [f"Addie {n}"])
        for n in ("Ash", "Elm", "Oak", "Yew")
    ]
    n, shown = answer(speaker_questions(alike, coder="kim"), SPEAKER_KEYS, "1", "z", "2", "t", "Adele Oak", "n")
    assert n == 3 and "4 of 4" in shown and "the name: " in shown
    assert load_aliases().speakers == {
        "a. ash": "Ada Ash", "addie ash": "Ada Ash", "ada elm": "Addie Elm", "a. elm": "Addie Elm",
        "ada oak": "Adele Oak", "a. oak": "Adele Oak", "addie oak": "Adele Oak",
    }  # fmt: skip


def test_an_answer_that_lacks_words_is_not_saved_and_x_stops():
    alike = [Alike("Ada Ash", 3, ["Ada Ash"], "Addie Ash", 1, ["Addie Ash"])] * 3
    n, shown = answer(speaker_questions(alike), SPEAKER_KEYS, "t", " ", "x")
    assert n == 0 and "not saved: a name is empty" in shown and "3 of 3" not in shown


def test_topics_are_named_by_their_words_and_typical_articles():
    terms = pd.DataFrame({"topic": [1, 1, 2], "label": ["tax, irs", "tax, irs", "wall"], "term": ["tax", "irs", "wall"],
                          "weight": 1.0, "rank": [1, 2, 1]})  # fmt: skip
    stability = pd.DataFrame(
        {"topic": [1, 2], "label": ["tax, irs", "wall"], "n": [4, 2], "stability": 0.9, "doubtful": False}
    )
    typical = pd.DataFrame({"topic": [1, 2], "rank": 1, "article_id": ["m1", "f1"], "similarity": 0.5})
    topics = Topics(terms.assign(topic=terms["topic"]), pd.DataFrame(), stability, typical, pd.DataFrame())
    questions = topic_questions(topics, ARTICLES, coder="kim")
    assert "topic 1: tax, irs (4 articles)\n  tax, irs\n  “\033m1”" in questions[0].text
    n, shown = answer(questions, TOPIC_KEYS, "n", "t", "The wall")
    assert n == 1 and "\033" not in shown
    assert load_topic_names().empty or load_topic_names()["terms"].tolist() == ["wall"]


def test_articles_are_paired_and_do_not_come_back():
    events = group_events(ARTICLES)
    assert events["event_id"].tolist() == ["f1", "f1", "f1", "m1", "m1", "x"]
    queue = event_queue(ARTICLES, events.assign(event_id=["f1", "f1", "h", "m1", "m1", "m1"]), load_event_pairs())
    # x is little like the event that it is in; h is like an event that it is not in
    assert set(zip(queue["other_id"], queue["together"], strict=True)) == {("x", True), ("h", False)}
    assert (queue["similarity"] < 0.125).tolist() == queue["together"].tolist()
    n, shown = answer(event_questions(queue, ARTICLES, coder="kim"), EVENT_KEYS, "d", "s")
    assert n == 2 and "Post, no date: x\n  Bakers strike" in shown
    assert load_event_pairs()["decision"].tolist() == ["different", "same"]
    again = event_queue(ARTICLES, events.assign(event_id=["f1", "f1", "h", "m1", "m1", "m1"]), load_event_pairs())
    assert again.empty or not {"x", "h"} & set(again["other_id"])


def test_time_lowers_similarity_in_the_queue_as_in_events():
    days = pd.to_datetime(
        ["2026-01-01", "2026-03-01", "2026-01-01", "2026-01-01", "2026-01-01", "2026-01-01"], utc=True
    )
    events = group_events(ARTICLES).assign(event_id=["f1", "f2", "h", "m1", "m2", "x"])
    near = event_queue(ARTICLES.assign(published=days), events, load_event_pairs())
    pairs = set(map(frozenset, near[["article_id", "other_id"]].to_numpy()))
    assert frozenset({"f1", "h"}) in pairs and frozenset({"f1", "f2"}) not in pairs
    without = event_queue(ARTICLES.assign(published=days), events, load_event_pairs(), window_days=0)
    assert frozenset({"f1", "f2"}) in set(map(frozenset, without[["article_id", "other_id"]].to_numpy()))
    decide_event(ARTICLES, "h", "f1", "different")
    left = event_queue(ARTICLES.assign(published=days), events, load_event_pairs())
    assert frozenset({"f1", "h"}) not in set(map(frozenset, left[["article_id", "other_id"]].to_numpy()))
