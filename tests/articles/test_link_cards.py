"""Cards of links behind names are dropped."""

from analysis.articles import drop_link_cards


def test_link_cards_behind_names_are_dropped():
    line = "Speaker Ann Roe Ann Marie Roe Old headline Another headline MORE (R-Ohio) told Rep. Ed Oak Edward John OakRain again: a list MORE no."
    assert drop_link_cards(line) == "Speaker Ann Roe (R-Ohio) told Rep. Ed Oak no."
    assert drop_link_cards("He wants MORE of it, said Ann Roe.") == "He wants MORE of it, said Ann Roe."
