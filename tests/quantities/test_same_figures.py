"""One quantity that outlets tell in different ways stands in one row. The cases were written before the rules."""

import pandas as pd
import pytest

from analysis.compare import compare_event, find_figures

QUOTES = pd.DataFrame(columns=["article_id", "speaker", "source", "speaker_kind"])
CASES = [
    (["2.9 million people fled.", "Some 3 million people left.", "Nearly three million people"], [["2.9 million ≈ 3 million"]] * 3),
    (["They lost 1,475 children.", "Almost 1,500 children are lost."], [["1,475 ≈ 1,500"]] * 2),
    (["The wall costs $5.7 billion.", "A wall for nearly $6 billion"], [["$5.7 billion ≈ $6 billion"]] * 2),
    (["The storm left 643 homes dark.", "More than 600 homes are dark."], [["643 ≈ 600"]] * 2),
    (["Filings fell 14.1 percent.", "Filings fell by 14 percent."], [["14.1% ≈ 14%"]] * 2),
    (["Barely half a million workers", "The 503,000 workers"], [["503,000 ≈ 500,000"]] * 2),
    (["About 20 workers were held.", "Police held 23 workers."], [["23 ≈ 20"]] * 2),
    (["2.94 million people", "2.9 million people", "3 million people"], [["2.94 million ≈ 2.9 million ≈ 3 million"]] * 3),
    # Another value, another unit, another thing counted, or the wrong side of "nearly" and "more than".
    (["The wall costs $5.7 billion.", "The wall costs $5 billion."], [["$5.7 billion"], ["$5 billion"]]),
    (["2.9 million people", "$3 million for people", "3% of people"], [["2.9 million"], ["$3 million"], ["3%"]]),
    (["2.9 million people fled.", "Some 3 million acres burned."], [["2.9 million"], ["3 million"]]),
    (["The 23 workers", "The 20 workers"], [["23"], ["20"]]),
    (["2.9 million people", "More than 3 million people"], [["2.9 million"], ["3 million"]]),
    (["1,510 children", "Nearly 1,500 children"], [["1,510"], ["1,500"]]),
    (["About 2 million people", "The 1.5 million people"], [["2 million"], ["1.5 million"]]),
    (["From 18 to 25 percent of homes", "18–25 percent of homes"], [["18%", "25%"], ["18–25%"]]),
    (["The children of 1,940 adults wait.", "Nearly 2,000 children were taken."], [["1,940"], ["2,000"]]),
    (["Only 66 votes came, where about 60 pass it."], [["66", "60"]]),
    (["The 18 senators who would not vote", "He wants a roughly 20-day bill to vote on."], [["18"], ["20"]]),
    # One account tells both apart.
    (["41.4 percent of voters for Lee, 41 percent of voters for Roe", "41 percent of voters"], [["41.4%", "41%"], ["41%"]]),
    # Of two that fit, the nearer.
    (["2.9 million people", "3.1 million people", "2.95 million people", "3 million people"],
     [["2.9 million"], ["3.1 million"], ["2.95 million ≈ 3 million"], ["2.95 million ≈ 3 million"]]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_one_quantity_one_row(texts, expected):
    ids = [f"a{i}" for i in range(len(texts))]
    articles = pd.DataFrame({"article_id": ids, "outlet": ids, "text": texts, "event_id": "a0"})
    assert compare_event(articles, QUOTES, "a0")["figures"].tolist() == expected
    found = find_figures(articles)
    assert found.groupby("outlet", sort=False)["figures"].agg(list).tolist() == expected
    # Each row points to the words of its own article.
    places = [texts[ids.index(row.article_id)][row.start : row.end] for row in found.itertuples()]
    assert all(any(letter.isdigit() for letter in place) or "million" in place for place in places)


def test_figures_of_different_events_are_never_joined():
    articles = pd.DataFrame(
        {"article_id": ["a", "b"], "text": ["2.9 million people", "Nearly 3 million people"], "event_id": ["a", "b"]}
    )
    assert find_figures(articles)["figures"].tolist() == ["2.9 million", "3 million"]
