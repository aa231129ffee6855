"""Found attributions judged by coded ones, and their confidence compared with how often they are right."""

import pandas as pd
import pytest

from analysis.scoring import judge_quotes, reliability

TEXT = "“We won the vote,” Ann Lee said. The town is calm. Bo Roe said the town would pay."
ARTICLES = pd.DataFrame({"article_id": ["a"], "text": [TEXT]})


def span(words):
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def attribution(content, source, kind, article_id="a"):
    return article_id, span(content), span(source) if source else [], kind


def quotes(*rows):
    return pd.DataFrame(rows, columns=["article_id", "content_spans", "source_spans", "speaker_kind"])


GOLD = quotes(
    attribution("We won the vote", "Ann Lee", "named_person"),
    attribution("The town is calm", "", "unnamed_person"),
    attribution("the town would pay", "Bo Roe", "named_person"),
)


@pytest.mark.parametrize(
    ("found", "right", "kind"),
    [
        (attribution("We won the vote", "Ann Lee", "document"), True, "named_person"),
        (attribution("won the", "Ann", "named_person"), True, "named_person"),  # 2 of 4 words, a word of the source
        (attribution("won", "Ann Lee", "named_person"), False, None),  # 1 of 4 words
        (attribution("We won the vote", "Bo Roe", "named_person"), False, None),
        (attribution("The town is calm", "", "unknown"), True, "unnamed_person"),  # nobody is named in either
        (attribution("The town is calm", "Bo Roe", "named_person"), False, None),
    ],
    ids=["same words", "half of them", "a quarter", "wrong source", "no source in both", "a source too many"],
)
def test_right_is_half_of_the_content_and_the_source(found, right, kind):
    [row] = judge_quotes(quotes(found), GOLD, articles=ARTICLES).to_dict("records")
    assert (row["right"], row["coded_kind"]) == (right, kind)


def test_a_coded_attribution_makes_one_found_attribution_right():
    twice = attribution("We won the vote", "Ann Lee", "named_person")
    judged = judge_quotes(quotes(twice, twice), GOLD, articles=ARTICLES)
    assert sorted(judged["right"]) == [False, True]


def test_attributions_of_other_articles_are_left_out():
    other = attribution("We won the vote", "Ann Lee", "named_person", article_id="b")
    judged = judge_quotes(quotes(other), GOLD, articles=ARTICLES)
    assert judged.empty and judged[judged["right"]].columns.tolist() == judged.columns.tolist()


def test_each_range_has_its_share_and_one_means_the_last_range():
    judged = pd.DataFrame(
        {
            "article_id": list("abcab"),
            "confidence": [0.3, 0.4, 0.5, 1.0, 0.95],
            "right": [False, True, True, True, True],
        }
    )
    table = reliability(judged)
    assert table[["from", "to", "n"]].values.tolist() == [[0.25, 0.5, 2], [0.5, 0.75, 1], [0.9, 1, 2]]
    assert table["right_share"].tolist() == [0.5, 1, 1]
    assert table["confidence"].tolist() == pytest.approx([0.35, 0.5, 0.975])
    assert (table["low"] <= table["right_share"]).all() and table["n_articles"].tolist() == [2, 1, 2]


def test_nothing_judged_is_no_rows_and_edges_must_rise():
    nothing = pd.DataFrame({"article_id": [], "confidence": [], "right": []})
    assert reliability(nothing).columns.tolist()[:3] == ["from", "to", "confidence"]
    with pytest.raises(ValueError, match="do not rise"):
        reliability(nothing, edges=[0.5, 0.5])
