"""What cannot be compared for want of articles is said as such, so that a first report does not fail."""

import pandas as pd
import pytest

from analysis import count_terms, terms_in_context
from analysis.enough import NotEnoughArticles
from analysis.words.keyness import compare_terms


@pytest.mark.parametrize("texts", [["tax"] * 4, ["tax raid", "tax raid", "day", "sun"]])
def test_sides_without_words_to_compare_are_too_few_articles(texts):
    articles = pd.DataFrame({"article_id": list("abcd"), "outlet": ["Post", "Post", "Star", "Star"], "text": texts})
    with pytest.raises(NotEnoughArticles):
        compare_terms(count_terms(articles, min_articles=2), target="Post")


def test_no_typical_words_have_no_context():
    with pytest.raises(NotEnoughArticles, match="no words to show"):
        terms_in_context(pd.DataFrame({"article_id": ["a"], "text": ["tax"]}), [])
