"""The answer to a notebook's question: what holds first, the largest difference first, or why nothing does."""

import pandas as pd

from analysis import Answer, answer, finding_title, outlets_to_show


def finding(chart, kind, difference, verdict):
    return {"chart": chart, "kind": kind, "difference": difference, "verdict": verdict, "title": f"{chart} {kind}"}


def test_what_holds_stands_with_the_largest_difference_first_and_each_comparison_once():
    rows = [
        finding("04-1", "named", 0.1, "holds"),
        finding("04-1", "unnamed", -0.3, "holds"),
        finding("04-1", "unnamed", 0.2, "holds"),
        finding("04-2", "groups", 0.9, "cannot be told"),
        finding("03-2", "topic", 0.5, "holds"),
    ]
    said = answer(pd.DataFrame(rows), "04")
    assert said == Answer("What holds (2 of 3 comparisons):", ["04-1 unnamed.", "04-1 named."])


def test_where_nothing_holds_the_reason_is_told_with_one_comparison_of_each_chart():
    rows = [finding("04-2", "groups", 0.9, "cannot be told"), finding("04-1", "named", 0.1, "cannot be told")]
    said = answer(pd.DataFrame(rows), "04")
    assert said.heading == "Nothing holds: in 2 comparisons, no difference is larger than chance explains."
    assert said.sentences == ["04-1 named.", "04-2 groups."]
    few = answer(pd.DataFrame([finding("01-3", "story", float("nan"), "description")]), "01")
    assert few.heading == "Nothing holds: there are too few articles for a test."
    none = answer(pd.DataFrame(rows), "02")
    assert none.heading.startswith("Nothing holds: there was nothing to compare") and none.sentences == []


def test_names_are_no_markup_where_the_notebook_shows_the_answer():
    shown = Answer("What holds:", ["<b>A$ap_Post</b> is $5."])._repr_html_()
    assert "<li>&lt;b&gt;A$ap_Post&lt;/b&gt; is $5.</li>" in shown and "mathjax_ignore" in shown
    assert repr(Answer("What holds:", ["Post leads."])) == "What holds:\n- Post leads."


def test_a_chart_shows_the_largest_outlets_and_those_that_its_findings_name():
    rows = [("02-4/law", "Sun", "holds"), ("02-4/law", "Echo", "cannot be told"), ("03-2", "Wave", "holds")]
    findings = pd.DataFrame([(chart, [group], verdict) for chart, group, verdict in rows])
    findings.columns = ["chart", "groups", "verdict"]
    outlets = ["Post", "Star", "Echo", "Wave", "Sun"]
    assert outlets_to_show(findings, "02-4", outlets, 2) == ["Post", "Star", "Sun"]
    assert outlets_to_show(findings, "01-3", outlets, 2) == ["Post", "Star"]
    assert outlets_to_show(findings, "02-4", outlets, 7) == outlets


def test_the_title_of_a_chart_of_several_comparisons_is_that_of_what_holds_or_else_was_tested():
    rows = [finding("02-4/law", "a", float("nan"), "description"), finding("02-4/tax", "b", 0.1, "cannot be told"),
            finding("02-40", "c", 0.9, "holds")]  # fmt: skip
    table = pd.DataFrame(rows)
    assert finding_title(table, "02-4") == "02-4/tax b"
    assert finding_title(table.replace("description", "holds").fillna(0.2), "02-4") == "02-4/law a"
    assert finding_title(table, "02-4/law") == "02-4/law a"
