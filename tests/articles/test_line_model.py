"""The model of copied lines: its features, its smoothing, the longest run of prose."""

import numpy as np

from analysis.articles.line_features import best_run, features
from analysis.articles.line_kinds import line_kind
from analysis.articles.line_model import main_run, smooth

FIRST = "WASHINGTON — The tax agency agreed on Monday to give addresses to another agency, according to a court filing that surprised its staff."
SECOND = "“Nobody told us,” said Ines Carvallo, who runs a legal group. She learned of it from a clerk, and the clerk from a printer in the hall."
THIRD = "The agency did not respond to a request for comment. Its lawyers have until the end of the month to answer the court in writing."


def test_smoothing_by_hand():
    """Switch 0.2: leaving story for one line costs ln(0.2/0.8) twice = -2.77, staying costs ln(0.3/0.7) = -0.85."""
    assert smooth(np.array([0.9, 0.3, 0.9]), switch=0.2).tolist() == [True, True, True]


def test_main_run_finds_the_prose():
    lines = ["Home", "News", FIRST, SECOND, "Share", THIRD, "Most read", "Rain again", "© 2026"]
    assert main_run(lines, [line_kind(line) for line in lines]) == (2, 6)


def test_features_are_finite_and_see_teasers_cut_to_one_length():
    lines = ["Home", *(f"{start} " + "x" * (78 - len(start)) + "…" for start in ("Rain", "Council", "Bridge")), FIRST]
    rows = features(lines, [""] * 5)
    assert rows.shape[0] == 5 and np.isfinite(rows).all()
    assert (
        rows[1:4, 22].tolist() == [2, 2, 2] and rows[4, 22] == 0
    )  # after 21 columns of the line itself: repeated, then echo
    assert best_run(np.array([-1.0, -2.0])) == (0, 2)
