"""Which claims open the page, and what could not be told: a line for each comparison, with the sentences it sums up."""

import pandas as pd
import pytest

from analysis.estimates.findings import Comparison, find_findings
from analysis.report.claims import EVERYTHING, choose_claims, open_questions
from analysis.report.other_choices import other_choices

KINDS = ["named", "unnamed", "groups", "offices", "papers", "others"]


def compare(counts, kinds, **choices):
    subjects = {kind: f"the share of quotes from {kind}" for kind in kinds}
    comparison = Comparison("04-1-sources/all", "Whose voices?", counts, subjects, **choices)
    return open_questions(find_findings([comparison]), [comparison], ["04-1-sources"])


def counts(**groups):
    """Return 20 articles of each group with four quotes each, of the kinds that it gives in turn."""
    rows = [{"group": group, "total": 4} | kinds[n % len(kinds)] for group, kinds in groups.items() for n in range(20)]
    return pd.DataFrame(rows).fillna(0)


def test_what_differs_is_left_out_and_the_widest_range_comes_first():
    given = counts(
        Post=[{"named": 4}, {"named": 3, "groups": 1}],
        Star=[{"named": 3, "groups": 1}, {"named": 4}, {"named": 3, "papers": 1}, {"named": 4}],
        Sun=[{"unnamed": 4}, {"unnamed": 3, "groups": 1}],
    )
    [line] = compare(given, ["named", "unnamed", "papers", "groups"])
    assert line.question == "Whose voices?" and line.chart == "04-1-sources"
    # of 80 quotes each, groups have 10 in Post and 5 in Star, papers 5 in Star and none elsewhere: 6 points each
    assert line.text == "No clear difference between the 3 outlets: groups (6% to 12%) and papers (0% to 6%)."
    assert [sentence.partition(" the share of quotes from ")[2].split()[0] for sentence in line.sentences] == [
        "groups",
        "papers",
    ]


def test_only_four_kinds_are_named():
    given = counts(Post=[dict.fromkeys(KINDS[:4], 1)], Star=[dict.fromkeys(KINDS[:4], 1)]).assign(
        offices=1, papers=0, others=0
    )
    [line] = compare(given, KINDS)
    assert line.text.endswith("named (25%), unnamed (25%), groups (25%), offices (25%) and 2 more.")
    assert len(line.sentences) == 6


@pytest.mark.parametrize(("groups", "text"), [
    (["Post"], "Counted only at Post, with nothing to compare it with: named (50%)."),
    (["Post", "Star"], "The 2 outlets have too few articles to be compared: named (50%)."),
])  # fmt: skip
def test_too_few_articles_are_said_to_be_so(groups, text):
    [line] = compare(pd.DataFrame({"group": groups, "total": 2, "named": 1}), ["named"])
    assert line.text == text


def test_where_nothing_holds_a_chart_is_described_once_by_what_most_of_its_articles_say():
    rows = [("01-3-mix", "on raids", 900, 0.2), ("02-4-words/people", "migrant", 240, 0.6),
            ("02-4-words/people", "alien", 240, 0.4), ("02-4-words/tax", "return", 50, 0.9)]  # fmt: skip
    table = pd.DataFrame(rows, columns=["chart", "kind", "n_articles", "estimate"])
    table = table.assign(group=EVERYTHING, difference=float("nan"), verdict="description")
    titles = pd.Series([f"{kind} is {share:.0%}" for _, kind, _, share in rows])
    claims = choose_claims(table, titles, ["01-3-mix", "02-4-words"])
    assert [claim.sentence for claim in claims] == ["on raids is 20%", "migrant is 60%"]


def test_beside_a_finding_stands_in_how_many_other_ways_of_counting_all_of_its_sentence_holds():
    outcomes = {
        "Post": ["holds", "holds", "not touched", "not touched"],
        "Star": ["holds", "same direction", "holds", "not touched"],
    }
    rows = [(group, f"choice {n}", found) for group, own in outcomes.items() for n, found in enumerate(own)]
    varied = pd.DataFrame(rows, columns=["finding_id", "choice", "outcome"])
    assert other_choices(varied, ["Post"]) == "This holds in both other ways of counting."
    assert other_choices(varied, ["Post", "Star"]) == "This holds in 2 of 3 other ways of counting."
    none = varied.replace("holds", "other direction")
    assert other_choices(none, ["Star"]) == "This holds in none of 3 other ways of counting."
    one = varied[varied["choice"] == "choice 1"]
    assert other_choices(one, ["Star"]) == "This holds in none of 1 other way of counting."
    assert (
        other_choices(one.replace("same direction", "holds"), ["Post"])
        == "This holds in the one other way of counting."
    )
    few = varied.replace("same direction", "not tested")
    assert other_choices(few, ["Star", "Post"]) == (
        "This holds in 2 of 3 other ways of counting; 1 leaves too few articles to test it."
    )
    assert other_choices(varied, ["Sun"]) == ""
