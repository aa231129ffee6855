"""Labels of topics: names of people come last."""

import pandas as pd

from analysis.topics.labels import spelled_terms, topic_labels


def test_names_of_people_come_last_in_labels():
    texts = {
        str(i): "The levee failed. Mayor Ann Lee of Dunmore spoke, and Lee said the levee of Dunmore was old."
        for i in range(3)
    }
    terms = pd.DataFrame({"topic": 1, "term": ["lee", "levee", "dunmore", "ann"]})
    assert topic_labels(terms, pd.DataFrame({"topic": 1, "article_id": list(texts)}), texts) == ["levee, Dunmore, Lee"]


def test_singular_and_plural_do_not_fill_a_label():
    texts = {"a": "gun guns background class classes check"}
    terms = pd.DataFrame({"topic": 1, "term": ["gun", "guns", "background", "class", "classes", "check"]})
    typical = pd.DataFrame({"topic": 1, "article_id": ["a"]})
    assert topic_labels(terms, typical, texts) == ["gun, background, class"]


def test_terms_are_written_as_the_typical_articles_of_their_topic_mostly_write_them():
    texts = {"a": "The Court in Newtown. A court, the Court.", "b": "A court, and a GOP aide."}
    terms = pd.DataFrame({"topic": [1, 1, 2, 2, 2], "term": ["court", "newtown", "court", "gop", "newtown"]})
    typical = pd.DataFrame({"topic": [1, 2], "article_id": ["a", "b"]})
    assert spelled_terms(terms, typical, texts)["term"].tolist() == ["Court", "Newtown", "court", "GOP", "newtown"]
