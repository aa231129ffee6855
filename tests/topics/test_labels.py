"""Labels of topics: names of people come last."""

import pandas as pd

from analysis.topics.labels import topic_labels


def test_names_of_people_come_last_in_labels():
    texts = {
        str(i): "The levee failed. Mayor Ann Lee of Dunmore spoke, and Lee said the levee of Dunmore was old."
        for i in range(3)
    }
    terms = pd.DataFrame({"topic": 1, "term": ["lee", "levee", "dunmore", "ann"]})
    assert topic_labels(terms, pd.DataFrame({"topic": 1, "article_id": list(texts)}), texts) == ["levee, Dunmore, Lee"]
