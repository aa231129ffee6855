"""What says the same difference from its other side is one claim."""

import pandas as pd
from scipy.stats import false_discovery_control

from analysis.estimates import Comparison, distinct_claims, find_findings


def comparison(chart, groups, kinds):
    """Return 40 articles of each group with 10 things each; `kinds` says how many are of a kind, by group."""
    rows = [
        {"group": group, "total": 10} | {kind: n[place] + i % 2 for kind, n in kinds.items()}
        for place, group in enumerate(groups)
        for i in range(40)
    ]
    return Comparison(chart, "Who?", pd.DataFrame(rows), {kind: f"the share of {kind}" for kind in kinds})


def test_two_groups_are_one_claim_and_three_are_three():
    two = comparison("a", ["Post", "Star"], {"unnamed": [2, 5]})
    three = comparison("b", ["Post", "Star", "Sun"], {"unnamed": [2, 5, 3]})
    found = find_findings([two, three])
    assert found["chart"].tolist() == ["a"] * 2 + ["b"] * 3
    assert distinct_claims(found)["finding_id"].tolist() == [
        "a/unnamed/Star", "b/unnamed/Star", "b/unnamed/Sun", "b/unnamed/Post",
    ]  # fmt: skip


def test_two_kinds_that_are_all_there_is_are_one_claim():
    counts = comparison("a", ["Post", "Star", "Sun"], {"named": [2, 5, 3]}).counts
    counts["unnamed"] = counts["total"] - counts["named"]
    subjects = {"named": "the share of named", "unnamed": "the share of unnamed"}
    whole = Comparison("a", "Who?", counts, subjects)
    part = Comparison("a", "Who?", counts.assign(total=20), subjects)
    assert set(distinct_claims(find_findings([whole]))["kind"]) == {"named"}
    assert set(distinct_claims(find_findings([part]))["kind"]) == {"named", "unnamed"}


def test_both_sides_have_the_p_and_the_q_of_the_one_claim():
    pairs = [comparison(f"c{i}", ["Post", "Star"], {"unnamed": [3, 3 + i % 3]}) for i in range(5)]
    found = find_findings(pairs)
    sides = [found[found["groups"].str[0] == name].set_index("chart") for name in ("Post", "Star")]
    assert (sides[0]["p"] == sides[1]["p"]).all()
    expected = false_discovery_control(sides[0]["p"])
    assert all((side["q_value"] - expected).abs().max() < 1e-12 for side in sides)


def test_what_was_not_tested_stays():
    alone = comparison("a", ["Post"], {"unnamed": [2]})
    found = find_findings([alone, comparison("b", ["Post", "Star"], {"unnamed": [2, 5]})])
    assert distinct_claims(found)["finding_id"].tolist() == ["a/unnamed/Post", "b/unnamed/Star"]
