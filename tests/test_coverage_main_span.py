"""The periods in which nearly all articles lie."""

import pandas as pd

from analysis import coverage_by, main_periods


def collected(years):
    """Return an article for each year, in the middle of it."""
    days = [f"{year}-06-15" for year in years]
    return pd.DataFrame({"article_id": range(len(days)), "outlet": "Post", "published": days})


def years_drawn(articles):
    table = coverage_by(articles, every="Y")
    drawn = main_periods(table, articles, "Y")
    assert drawn.attrs == table.attrs
    return sorted(drawn["period"].dropna().dt.year)


def test_years_at_the_ends_with_at_most_one_article_in_two_hundred_are_left_out():
    # 1,000 dated articles: up to 5 may lie before and up to 5 behind.
    middle = [2015, 2016] * 496
    assert years_drawn(collected([2001, 2003, 2005, *middle, 2022, 2022, 2022, 2024, 2025])) == [2015, 2016]
    # A sixth article behind keeps the year before which no more than five are left: 2022 has three, 2024 three.
    assert years_drawn(collected([2001, *middle[:-1], 2022, 2022, 2022, 2024, 2024, 2025]))[-1] == 2022


def test_quiet_years_between_stay():
    assert years_drawn(collected([2010] * 300 + [2014] * 300)) == [2010, 2011, 2012, 2013, 2014]


def test_of_a_few_articles_none_is_a_stray():
    assert years_drawn(collected([2001] + [2020] * 100)) == list(range(2001, 2021))


def test_without_a_date_nothing_is_left_out():
    articles = collected([2020, 2021]).assign(published=[None, None])
    assert len(main_periods(pd.DataFrame({"period": pd.to_datetime([None], utc=True), "n": 2}), articles, "Y")) == 1


def test_a_stray_year_stays_if_what_is_counted_lies_there():
    everything = collected([2001, 2001, *[2020] * 998])
    table = coverage_by(everything.iloc[:1], everything, every="Y")  # one article on the story, of 2001
    assert main_periods(table, everything, "Y")["period"].dt.year.tolist() == list(range(2001, 2021))
