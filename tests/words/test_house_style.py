"""Words that are no findings: house style between outlets, search words between stories."""

import pandas as pd

from analysis.words.house_style import drop_house_style, drop_search_words


def test_an_outlets_own_name_goes_from_its_own_rows_only():
    comparison = pd.DataFrame(
        {"outlet": ["Harbor Post", "Star", "Star"], "term": ["harbor", "harbor", "Mr"], "z": [3, 2, 1]}
    )
    assert drop_house_style(comparison).values.tolist() == [["Star", "harbor", 2]]


def test_an_outlets_initials_go_from_its_own_rows():
    comparison = pd.DataFrame({"outlet": ["The Harbor Post", "The Harbor Post", "Star"], "term": ["HP", "THP", "HP"]})
    assert drop_house_style(comparison).values.tolist() == [["Star", "HP"]]


def test_initials_that_are_a_word_in_lower_case_stay():
    comparison = pd.DataFrame({"outlet": "North Arden Post", "term": ["nap", "NAP", "arden", "Nap"]})
    assert drop_house_style(comparison)["term"].tolist() == ["nap", "Nap"]


def test_a_phrase_goes_only_if_all_its_words_do():
    comparison = pd.DataFrame({"outlet": "Star", "term": ["said monday", "said harbor"]})
    assert drop_house_style(comparison)["term"].tolist() == ["said harbor"]


def test_capitals_and_party_labels_are_house_style_too():
    comparison = pd.DataFrame({"outlet": "CNN (Web News)", "term": ["CNN", "R-Texas", "D-N.Y", "e", "reform"]})
    assert drop_house_style(comparison)["term"].tolist() == ["reform"]


def test_search_words_go_with_their_endings_and_out_of_phrases():
    comparison = pd.DataFrame({"term": ["ICE", "Migrants", "wall", "tax", "harbor", "border harbor"]})
    left = drop_search_words(comparison, ["ICE", "migrant*", "border wall", "tax-return*"])
    assert left["term"].tolist() == ["harbor"]


def test_no_rows_keep_their_columns():
    none = pd.DataFrame({"outlet": pd.Series(dtype="str"), "term": pd.Series(dtype="str")})
    assert list(drop_house_style(none)) == list(drop_search_words(none, ["tax*"])) == ["outlet", "term"]
