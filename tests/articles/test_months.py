"""Names of months in the languages of archives' menus."""

from analysis.articles.months import english_date


def test_dates_in_the_languages_of_menus():
    pairs = {
        "1 avril 2026": "1 April 2026",
        "3. März 2026": "3 March 2026",
        "3 de agosto de 2026": "3 August 2026",
        "2026 年 4 月 1 日": "2026-4-1",
        "3 March 2026": "3 March 2026",
        "3 September 2026": "3 September 2026",
        "1er février 2026": "1 February 2026",
        "8 marca 2026": "8 March 2026",
        "8. listopada 2026": "8. listopada 2026",  # October in Croatian, November in Polish
        "12 apples 2019": "12 apples 2019",
    }
    assert {words: english_date(words) for words in pairs} == pairs
