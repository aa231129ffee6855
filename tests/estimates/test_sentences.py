"""Findings in words: correct English for one, two and many groups, names with quotation marks or parentheses."""

import pandas as pd
import pytest

from analysis.estimates.sentences import finding_sentence, finding_summary

SUBJECT = "the share of quotes from groups"


def rows(*groups):
    """Return rows of (name, share, difference, verdict), the largest share first."""
    table = pd.DataFrame(groups, columns=["name", "estimate", "difference", "verdict"])
    return table.assign(groups=[[name] for name in table["name"]], p_largest=float("nan"))


def test_many_groups():
    table = rows(
        ("Post", 0.31, 0.2, "holds"), ("Star", 0.2, 0.05, "cannot be told"), ("Sun", 0.18, 0.01, "cannot be told"),
        ("Web (UK)", 0.05, -0.15, "holds"), ("Tiny", 0.5, None, "description"),
    )  # fmt: skip
    assert finding_summary(table, SUBJECT, "at", "outlets with at least 9 articles") == (
        "Among the 4 outlets with at least 9 articles, the share of quotes from groups is higher at Post (31%), and "
        "lower at Web (UK; 5%), than at the others combined; Star and Sun (18% to 20%) do not clearly differ from the "
        "others"
    )


def test_the_groups_furthest_from_the_others_come_first():
    table = rows(("A", 0.5, 0.2, "holds"), ("B", 0.4, 0.3, "holds"), ("C", 0.1, -0.3, "cannot be told"))
    summary = finding_summary(table, SUBJECT, "at", "outlets with at least 9 articles")
    assert "higher at B (40%) and A (50%) than at" in summary and "C (10%) does not clearly differ" in summary


@pytest.mark.parametrize(
    ("verdict", "shares", "said"),
    [
        ("holds", (0.3, 0.2), "is higher in stories on “A” (30%) than in stories on “B” (20%)"),
        ("cannot be told", (0.3, 0.2), "is 30% in stories on “A” and 20% in stories on “B”; the difference may be due to chance"),
        ("cannot be told", (0.301, 0.3), "is 30% both in stories on “A” and in stories on “B”"),
    ],
)  # fmt: skip
def test_two_groups(verdict, shares, said):
    more, less = shares
    table = rows(("“A”", more, more - less, verdict), ("“B”", less, less - more, verdict))
    assert finding_summary(table, SUBJECT, "in stories on", "") == f"The share of quotes from groups {said}"


def test_nothing_to_compare():
    one = rows(("Post", 0.3, None, "description"))
    assert finding_summary(one, SUBJECT, "at", "") == "The share of quotes from groups is 30% at Post"
    three = rows(*(("Post", share, 0.0, "cannot be told") for share in (0.302, 0.301, 0.3)))
    assert finding_summary(three, SUBJECT, "at", "outlets") == (
        "Among the 3 outlets, the share of quotes from groups is 30% everywhere; the differences may be due to chance"
    )


def test_one_group():
    row = {"groups": ["“A”"], "estimate": 0.25, "low": 0.2, "high": 0.3, "difference": -0.1, "compared_with": "“B”"}
    start = "In stories on “A,” the share of quotes from groups is 25% (95% interval: 20% to 30%)"
    for verdict, end in (
        ("holds", ", lower than the 35% in stories on “B”"),
        ("cannot be told", ", not clearly different from the 35% in stories on “B”"),
        ("description", "; there are too few articles for a comparison"),
    ):
        assert finding_sentence(row | {"verdict": verdict}, SUBJECT, "in stories on") == start + end
