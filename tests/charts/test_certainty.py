"""Charts of certainty: titles say what holds, every share and outcome is drawn."""

import pandas as pd
import pytest
from drawn import texts, title

from analysis import charts

NAMED = {
    "speaker_kind": "named_person",
    "raw_share": 0.62,
    "coded_share": 0.55,
    "share": 0.57,
    "low": 0.5,
    "high": 0.64,
}
DOCUMENT = {"speaker_kind": "document", "raw_share": 0.1, "coded_share": None, "share": 0.1, "low": None, "high": None}


def corrected(*rows):
    frame = pd.DataFrame(rows)
    return frame.astype(dict.fromkeys(["raw_share", "coded_share", "share", "low", "high"], float))


def test_corrected_shares_have_their_numbers_beside_them():
    ax = charts.plot_corrected_shares(corrected(DOCUMENT, NAMED))
    assert [t.get_text() for t in ax.get_yticklabels()] == ["named people", "documents"]
    # Without coded articles there is no interval. The marks of the first row are named.
    assert texts(ax) == ["57% (50% to 64%)", "10%", "as found", "coded articles only"]
    assert title(ax) == "Named people: 57% of attributions after correction (50% to 64%), 62% as found"
    assert [list(line.get_xdata()) for line in ax.lines[:2]] == [[0.57, 0.1], [0.62, 0.1]]


def test_the_reliability_title_weighs_ranges_by_their_attributions():
    table = pd.DataFrame({"confidence": [0.4, 0.9], "right_share": [0.5, 1.0], "low": 0.3, "high": 1.0, "n": [10, 30]})
    ax = charts.plot_reliability(table)
    # Right: (10 × .5 + 30 × 1) / 40 = .875. Confidence: (10 × .4 + 30 × .9) / 40 = .775.
    assert title(ax) == "88% of the 40 attributions in coded articles are right; their mean confidence is 78%"
    assert {"n = 10", "n = 30"} <= set(texts(ax))


def varied(outcomes, verdict):
    rows = [
        (f"f{row}", "named people", f"Outlet {row}", verdict[row], choice, outcome)
        for row, own in enumerate(outcomes)
        for choice, outcome in zip(("copies kept", "even weeks"), own, strict=True)
    ]
    return pd.DataFrame(rows, columns=["finding_id", "kind", "group", "verdict", "choice", "outcome"])


@pytest.mark.parametrize(
    ("outcomes", "verdict", "expected"),
    [
        (
            [("holds", "not touched"), ("holds", "same direction")],
            ["holds", "holds"],
            "1 of the 2 findings that hold in the report hold under every choice tried",
        ),
        (
            [("holds", "same direction"), ("same direction", "same direction")],
            ["holds", "cannot be told"],
            "The one finding that holds in the report does not hold under every choice tried",
        ),
        (
            [("holds", "not touched")],
            ["holds"],
            "The one finding that holds in the report holds under every choice tried",
        ),
        (
            [("same direction", "holds"), ("holds", "same direction")],
            ["holds", "holds"],
            "None of the 2 findings that hold in the report hold under every choice tried",
        ),
        (
            [("same direction", "holds")],
            ["cannot be told"],
            "No finding of the report holds; 1 of the 1 would under another choice",
        ),
        (
            [("same direction", "other direction")],
            ["cannot be told"],
            "No finding of the report holds; nor would one under any other choice tried",
        ),
    ],
)
def test_the_title_counts_what_survives(outcomes, verdict, expected):
    assert title(charts.plot_choices(varied(outcomes, verdict))) == expected


def test_findings_that_hold_come_first_and_each_outcome_has_its_mark():
    outcomes = [
        ("holds", "other direction"),
        ("holds", "not touched"),
        ("not tested", "not tested"),
        ("same direction", "other direction"),  # holds nowhere: nobody claims it
    ]
    ax = charts.plot_choices(varied(outcomes, ["cannot be told", "holds", "description", "cannot be told"]))
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Outlet 1: named people", "Outlet 0: named people"]
    drawn = {line.get_marker(): list(zip(line.get_xdata(), line.get_ydata(), strict=True)) for line in ax.lines}
    assert drawn["X"] == [(1, 1)]  # the second choice turns the second row around
