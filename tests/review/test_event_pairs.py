"""What people decide about two articles holds in the events, whatever the program finds."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.events import group_events
from analysis.review.event_application import apply_event_pairs, settle
from analysis.review.event_pairs import COLUMNS, decide_event, load_event_pairs

TEXTS = {
    "f1": "River floods Dunmore after levee fails",
    "f2": "Levee fails, river floods Dunmore homes",
    "f3": "Dunmore levee fails and the river floods homes",
    "m1": "Court frees mayor",
    "m2": "Mayor freed by court",
    "x": "Bakers strike for bread",
}
ARTICLES = pd.DataFrame(
    {
        "article_id": TEXTS.keys(), "text": TEXTS.values(), "outlet": "Post",
        "headline": [f"No. {n}" for n in range(len(TEXTS))],
        "published": pd.date_range("2026-01-01", periods=len(TEXTS), freq="h", tz="UTC"),
    }
)  # fmt: skip
EVENTS = group_events(ARTICLES)


def pairs(*decided):
    rows = [{"decision": d, "article_id": a, "other_id": b} for a, d, b in decided]
    return pd.DataFrame(rows).reindex(columns=COLUMNS).astype("object").fillna("")


def grouped(*decided):
    return apply_event_pairs(EVENTS, ARTICLES, pairs(*decided)).set_index("article_id")["event_id"].to_dict()


def test_the_program_alone():
    assert grouped() == {"f1": "f1", "f2": "f1", "f3": "f1", "m1": "m1", "m2": "m1", "x": "x"}


def test_events_become_one_and_the_earliest_article_names_them():
    changed = apply_event_pairs(EVENTS, ARTICLES, pairs(("x", "same", "m2")))
    assert changed["event_id"].tolist() == ["f1"] * 3 + ["m1"] * 3
    assert changed["similarity"].iloc[:3].tolist() == EVENTS["similarity"].iloc[:3].tolist()
    assert EVENTS["similarity"].iloc[5] == 0 and changed["similarity"].iloc[5] == 0  # it shares no word with any
    assert changed.columns.tolist() == EVENTS.columns.tolist()


def test_similarity_is_the_cosine_to_the_center():
    changed = apply_event_pairs(EVENTS, ARTICLES, pairs(("f3", "different", "f1"), ("f3", "different", "f2")))
    assert changed["event_id"].tolist()[:3] == ["f1", "f1", "f3"]
    assert changed["similarity"].iloc[2] == pytest.approx(1)  # it is alone
    again = group_events(ARTICLES[ARTICLES["article_id"] != "f3"])  # other words are shared by two: nearly the same
    assert changed["similarity"].iloc[0] == pytest.approx(again["similarity"].iloc[0], abs=0.15)


def test_an_event_is_parted_and_others_go_where_they_are_more_alike():
    assert grouped(("f1", "different", "f2")) == {
        "f1": "f1", "f2": "f2", "f3": "f2", "m1": "m1", "m2": "m1", "x": "x",  # f3 shares "homes" with f2
    }  # fmt: skip
    assert grouped(("f1", "different", "f2"), ("f3", "same", "f1"))["f3"] == "f1"


def test_a_later_decision_goes_before_the_ones_that_it_contradicts():
    assert grouped(("f1", "same", "x"), ("x", "different", "f1"))["x"] == "x"
    decided = pairs(("f1", "same", "x"), ("x", "same", "m1"), ("f1", "different", "m1"))
    settled = settle(decided, ARTICLES)
    assert [p.article_id for p in settled.kept] == ["x", "f1"]
    [sentence] = settled.contradicted
    assert "on the same event contradicts later decisions" in sentence
    assert apply_event_pairs(EVENTS, ARTICLES, decided)["event_id"].nunique() == 2


def test_decisions_are_kept_and_survive_other_ids(tmp_path):
    file = tmp_path / "events.csv"
    decide_event(ARTICLES, "x", "m1", "same", coder="kim", path=file)
    decide_event(ARTICLES, "f1", "f2", "different", coder="bo", path=file)
    read = load_event_pairs(file)
    assert read[["coder", "decision", "headline", "other_headline"]].to_numpy().tolist() == [
        ["kim", "same", "No. 5", "No. 3"],
        ["bo", "different", "No. 0", "No. 1"],
    ]
    later = ARTICLES.assign(article_id="new-" + ARTICLES["article_id"])
    found = apply_event_pairs(group_events(later), later, read)
    assert found["event_id"].tolist() == ["new-f1", "new-f2", "new-f2", "new-m1", "new-m1", "new-m1"]
    alike = later.assign(headline="Live")
    assert settle(read, alike) == ([], [], 2)  # a headline that several articles have says nothing


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x", "x", "same"), "give two articles, and one of: same, different; not 'same' of 'x'"),
        (("x", "m1", "alike"), "not 'alike' of 'x'"),
        (("x", "zz", "same"), "there is no article 'zz' among these 6"),
    ],
)
def test_what_cannot_be_decided_is_answered(tmp_path, arguments, message):
    with pytest.raises(ValueError, match=message):
        decide_event(ARTICLES, *arguments, path=tmp_path / "events.csv")


def test_an_unknown_decision_is_named_with_its_line(tmp_path):
    file = tmp_path / "events.csv"
    decide_event(ARTICLES, "x", "m1", "same", path=file)
    file.write_text(file.read_text().replace(",same,", ",maybe,"))
    with pytest.raises(ValueError, match="line 2: 'maybe' is no decision; write one of: same, different"):
        load_event_pairs(file)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from([*TEXTS]), st.sampled_from(["same", "different"]), st.sampled_from([*TEXTS])),
        max_size=8,
    )
)
def test_what_holds_is_so_in_the_events(decided):
    table = pairs(*(row for row in decided if row[0] != row[2])) if decided else pairs(("x", "same", "x"))
    found = apply_event_pairs(EVENTS, ARTICLES, table).set_index("article_id")
    for pair in settle(table, ARTICLES).kept:
        together = found.loc[pair.article_id, "event_id"] == found.loc[pair.other_id, "event_id"]
        assert together == (pair.decision == "same")
    assert found["similarity"].between(0, 1).all()
    for event, own in found.groupby("event_id"):
        assert event == own.index[0]  # articles are in the order of time
