"""Agencies are known by their codes and names."""

from analysis.articles.agencies import expand_agency, initials


def test_agencies():
    assert expand_agency("the Associated Press") == "Associated Press"
    assert expand_agency("Fairlead News Service") == "Fairlead News Service"
    assert expand_agency("Ann Roe") is None
    assert initials("Continental Wire Service") == "CWS"
