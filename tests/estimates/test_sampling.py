"""Samples for coding: sizes, chances, and that the same seed gives the same articles."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates.sampling import draw_sample

ARTICLES = pd.DataFrame(
    {"article_id": [f"a{n}" for n in range(20)], "outlet": ["Post"] * 14 + ["Star"] * 4 + ["Sun"] * 2}
)


def test_groups_get_equal_parts_as_far_as_they_have_articles():
    drawn = draw_sample(ARTICLES, 9, by="outlet")
    # In turns of three: each has 1, then 2; Sun has no more, and Post and Star share the last three.
    assert drawn["outlet"].value_counts().to_dict() == {"Post": 4, "Star": 3, "Sun": 2}
    assert drawn.groupby("outlet")["probability"].first().to_dict() == {"Post": 4 / 14, "Star": 3 / 4, "Sun": 1}


def test_the_order_of_the_articles_does_not_matter():
    again = draw_sample(ARTICLES.sample(frac=1, random_state=3), 9, by="outlet")
    pd.testing.assert_frame_equal(again, draw_sample(ARTICLES, 9, by="outlet"))
    assert set(draw_sample(ARTICLES, 9, seed=1)["article_id"]) != set(draw_sample(ARTICLES, 9)["article_id"])


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=30), st.integers(1, 40))
def test_weights_add_up_to_the_articles(outlets, n):
    articles = pd.DataFrame({"article_id": [str(i) for i in range(len(outlets))], "outlet": outlets})
    drawn = draw_sample(articles, n, by="outlet")
    assert len(drawn) == min(n, len(articles)) == drawn["article_id"].nunique()
    # Every group that has a drawn article is represented in full by its weights.
    weights = (1 / drawn["probability"]).groupby(drawn["outlet"]).sum()
    sizes = articles["outlet"].value_counts()
    assert all(abs(weights[outlet] - sizes[outlet]) < 1e-9 for outlet in weights.index)


def test_every_article_has_the_same_chance_without_groups():
    seen = pd.concat(draw_sample(ARTICLES, 5, seed=seed) for seed in range(400))
    # 400 draws of 5 of 20: 100 expected each, standard deviation sqrt(400 × 1/4 × 3/4) = 8.7
    assert seen["article_id"].value_counts().between(100 - 40, 100 + 40).all()


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="cannot draw 0 of 20"):
        draw_sample(ARTICLES, 0)
