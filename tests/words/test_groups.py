"""Two groups of articles: a story that no article is on alone gives a sentence and stops no report."""

import pandas as pd
import pytest

from analysis import NotEnoughArticles
from analysis.words.groups import two_groups


def test_a_group_without_articles_is_a_want_of_articles():
    stories = pd.Series(["Immigration + Taxes", "Taxes", "neither"], name="story")
    assert two_groups(stories, "Taxes", "neither").target.tolist() == [1]
    with pytest.raises(
        NotEnoughArticles, match=r"no article has story 'Immigration'; there are: Immigration \+ Taxes,"
    ):
        two_groups(stories, "Immigration", "Taxes")
