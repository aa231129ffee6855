"""The stored topics of a run are those that `fit_topics` finds in the same articles, also where it takes a sample."""

import numpy as np
import pandas as pd
import pytest

from analysis import engine
from analysis.pipeline.run_topics import TABLES, write_run_topics
from analysis.tables import conform, empty, read_table, write_table
from analysis.topics import fit_topics, result

WORDS = {"tax": "audit refund return agency filing", "rain": "flood levee river storm bridge"}


@pytest.mark.parametrize(("most", "at_once"), [(200, 2000), (40, 2000), (200, 7), (40, 7)])
def test_the_stored_topics_are_those_of_the_articles_on_a_story(tmp_path, monkeypatch, most, at_once):
    monkeypatch.setattr(result, "MOST_FITTED", most)
    rng = np.random.default_rng(0)
    texts = [" ".join(rng.permutation(WORDS[name].split())[:4]) for name in ("tax", "rain") for _ in range(60)]
    articles = pd.DataFrame({"article_id": [f"a{n:03}" for n in range(120)], "headline": None, "text": texts})
    lists = ("byline", "summary", "captions", "photo_credit", "subheads", "subhead_offsets", "notes")
    lacking = {name: [[] for _ in texts] for name in lists}
    whole = articles.assign(outlet="Post", n_words=4, source_path="a", source_sha256="a", **lacking)
    engine.write_parts(conform(whole, "articles"), tmp_path / "articles", "articles", starts=[0, 50, 55])
    on_story = articles[["article_id"]].drop(index=range(50, 60)).assign(story="s", score=1.0, n_hits=2)
    engine.write_parts(on_story, tmp_path / "stories", "stories", starts=[0])
    write_table(empty("copies"), tmp_path / "copies.parquet", "copies")
    outputs = {name: tmp_path / f"{name}.parquet" for name in TABLES}
    with monkeypatch.context() as changed:
        changed.setattr("analysis.topics.articles.COUNTED", at_once)
        write_run_topics(tmp_path, outputs, selection={}, settings={"topics": 2, "seed": 0})
    expected = fit_topics(articles[articles["article_id"].isin(on_story["article_id"])], topics=2)
    for name, field in TABLES.items():
        pd.testing.assert_frame_equal(
            read_table(outputs[name]), getattr(expected, field).reset_index(drop=True), check_exact=True
        )
    assert expected.n_fitted == min(most, 110)
