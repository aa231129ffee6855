"""One event by outlet: lead, speakers, figures, words of its own, each worked out by hand."""

import pandas as pd
import pytest

from analysis.compare import compare_event, describe_speakers, find_figures

TEXTS = {
    "a": "DUNMORE — The levee failed. The levee cost $66bn. Mayor Ann Lee wept.",
    "b": "Officials said 12 per cent of homes flooded. The cost was 66 billion dollars.",
    "c": "Another day, another levee. The pumps and the pumps again.",
    "d": "A court freed a man.",
}


@pytest.fixture
def articles():
    days = pd.to_datetime(["2026-01-02", "2026-01-01", "2026-01-03", "2026-01-01"], utc=True)
    return pd.DataFrame(
        {
            "article_id": list("abcd"), "outlet": ["Post", "Star", "Post", "Star"], "published": days, "headline": list("ABCD"), "text": list(TEXTS.values()),
            "event_id": ["b", "b", "b", "d"], "similarity": [0.9, 0.9, 0.5, 1],
        }
    )  # fmt: skip


@pytest.fixture
def quotes():
    return pd.DataFrame(
        {
            "article_id": ["a", "b", "b", "b", "d"], "speaker": ["Ann Lee", None, "Ann Lee", "Bo Roe", "Cy Poe"], "source": ["Lee", "Officials", "she", "Roe", "Poe"],
            "speaker_kind": ["named_person", "unnamed_person", "named_person", "named_person", "named_person"],
            "cue_kind": ["speech", "speech", "speech", "non_response", "speech"],
        }
    )  # fmt: skip


def test_an_event_outlet_by_outlet(articles, quotes):
    found = compare_event(articles, quotes, "b").set_index("outlet")
    assert list(found.index) == ["Star", "Post"]  # January 1 before January 2
    assert found["n_articles"].tolist() == [1, 2] and found["headline"].tolist() == ["B", "A"]
    assert found["lead"].tolist() == ["Officials said 12 per cent of homes flooded.", "DUNMORE — The levee failed."]
    assert found["speakers"].tolist() == [
        ["Officials (unnamed person)", "Ann Lee (named person)"],
        ["Ann Lee (named person)"],
    ]
    assert found["figures"].tolist() == [["12%", "$66 billion"], ["$66 billion"]]
    # Post alone has levee (3 times, in 2 of 4: 3 ln(5/2) = 2.75), pumps (2, in 1: 2 ln 5 = 3.22), another: 2 ln 5.
    assert found.loc["Post", "words"] == ["Another", "pumps", "levee"] and found.loc["Star", "words"] == []


def test_a_person_has_one_name_and_a_source_ends_before_who(articles, quotes):
    told = quotes.assign(
        speaker=["Mayor Lee", None, "Ann Lee", "Bo Roe", "Cy Poe"], source=["Lee", "judges, who", "she", "Roe", "Poe"]
    )
    speakers = compare_event(articles, told, "b").set_index("outlet")["speakers"]
    assert speakers["Post"] == ["Ann Lee (named person)"]
    assert speakers["Star"] == ["Judges (unnamed person)", "Ann Lee (named person)"]


def test_sources_that_name_nobody_are_left_out_and_an_article_makes_no_other_source():
    rows = [
        ("Conservatives", "group"), ("The conservatives", "group"), ("conservatives", "group"),
        ("A judge", "unnamed_person"), ("the judge", "unnamed_person"), ("the judge", "unnamed_person"),
        ("Whose", "group"), ("Their partisan", "unnamed_person"), ("No critics", "group"), ("nobody", "unknown"),
        ("Nothing in the 9 pages", "unknown"), ("The mood", "unknown"), ("It", "document"), ("Many of them", "group"),
        ("others", "group"), ("both", "group"), ("No. 9 House", "organization"),
        ("Nora's office", "organization"), ("Hereford officials", "group"),
    ]  # fmt: skip
    sources, kinds = zip(*rows, strict=True)
    quotes = pd.DataFrame({"article_id": "a", "speaker": None, "source": sources, "speaker_kind": kinds})
    assert describe_speakers(quotes)["speakers"].tolist() == [
        *["Conservatives (group)"] * 3, *["The judge (unnamed person)"] * 3, "No. 9 House (institution)",
        "Nora's office (institution)", "Hereford officials (group)",
    ]  # fmt: skip
    known = quotes.assign(speaker="Ann Lee", speaker_kind="unknown")  # a name is a name
    assert set(describe_speakers(known)["speakers"]) == {"Ann Lee (nobody named)"}


def test_a_bare_number_is_labeled_with_what_the_articles_count_by_it():
    texts = ["The 16 days, then 16 days, or 54.", "A 16-hour talk, $16 and 16 percent of 1,300 homes."]
    found = find_figures(pd.DataFrame({"article_id": ["a", "b"], "text": texts, "event_id": "e"}))
    labels = dict(zip(found["figures"], found["label"].astype(object).where(found["label"].notna(), None), strict=True))
    expected = {"16": "16 days, 16-hour talk", "54": None, "$16": "$16", "16%": "16%", "1,300": "1,300 homes"}
    assert labels == expected


def test_without_a_measure_of_the_center_an_outlet_leads_with_its_first_article(articles, quotes):
    found = compare_event(articles.drop(columns=["similarity", "headline"])[::-1], quotes, "b").set_index("outlet")
    assert found.loc["Post", "article_id"] == "a" and found.loc["Post", "headline"] is None


def test_one_outlet_only_and_a_text_without_a_word(articles, quotes):
    found = compare_event(articles.assign(text="…", outlet="Post"), quotes[:0], "b")
    assert found[["lead", "speakers", "figures", "words"]].values.tolist() == [["…", [], [], []]]


@pytest.mark.parametrize(("change", "message"), [
    (lambda a: a, "there is no event 'x' among the articles; the largest are: 'b', 'd'"),
    (lambda a: a[:0], "none, the frame has no rows"),
    (lambda a: a.drop(columns="event_id"), "compare_event needs the column event_id"),
])  # fmt: skip
def test_refusals(articles, quotes, change, message):
    with pytest.raises(ValueError, match=message):
        compare_event(change(articles), quotes, "x")
