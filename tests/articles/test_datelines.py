"""Datelines are known, and other openings are not taken for them."""

import pytest

from analysis.articles.datelines import find_dateline

DATELINES = [
    ("WASHINGTON — Rain fell.", "WASHINGTON", None),
    ("WASHINGTON (AP) — Rain fell.", "WASHINGTON", "AP"),
    ("MARLOW (CWS) — Rain fell.", "MARLOW", "CWS"),
    ("BEDFORD, N.H. (AP) -- Rain fell.", "BEDFORD, N.H.", "AP"),
    ("DES MOINES, Iowa, Aug. 10 (UPI) — Rain fell.", "DES MOINES, Iowa", "UPI"),
    ("ST. PAUL, Minn. – Rain fell.", "ST. PAUL, Minn.", None),
    ("New York (AFP) – Rain fell.", "New York", "AFP"),
    ("SEOUL/TOKYO (Reuters) - Rain fell.", "SEOUL/TOKYO", "Reuters"),
    ("(Reuters) — Rain fell.", None, "Reuters"),
]


NO_DATELINES = [
    "Rain fell — hard.", "A dog — or a cat — ran.", "Rep. Ann Roe (D-Ohio) — a farmer — ran.", "UPDATE — Rain fell.",
    "FILE PHOTO - Rain falls.", "“WE WON” — so it said.", "WATCH: Rain falls", "TRUMP — the word was on a hat.", "",
]  # fmt: skip


@pytest.mark.parametrize(("line", "place", "agency"), DATELINES)
def test_datelines(line, place, agency):
    found = find_dateline(line)
    assert (found.place, found.agency, line[found.end :]) == (place, agency, "Rain fell.")


@pytest.mark.parametrize("line", NO_DATELINES)
def test_no_datelines(line):
    assert find_dateline(line) is None


OPENINGS = [
    "MARLOW — Rain fell on Monday.", "MARLOW, Ohio (AP) — Rain fell on Monday.", "WASHINGTON (Reuters) - Rain fell on Monday.", "HARBOR CITY – Rain fell.",
    "CEDAR FALLS, Iowa, Jan. 4 (AP) — Rain fell.", "LONDON -- Rain fell on Monday.",
]  # fmt: skip


OTHER_OPENINGS = [
    "Rain fell on Monday — again.", "NASA said on Monday that rain fell.", "The rain — all of it — fell on Monday.", "AT LAST, rain fell.", "“MARLOW — never!” she said.",
    "Marlow’s council met on Monday (again) — and left.",
]  # fmt: skip


@pytest.mark.parametrize("line", OPENINGS)
def test_datelines_are_known(line):
    assert find_dateline(line)


@pytest.mark.parametrize("line", OTHER_OPENINGS)
def test_other_openings_are_no_datelines(line):
    assert find_dateline(line) is None
