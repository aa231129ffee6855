"""The texts in which quotes are found: written once, and again when their sources change or a part is lost."""

import pandas as pd
import pytest

from analysis import engine, tables
from analysis.pipeline.story_articles import write_story_articles


@pytest.fixture
def written(tmp_path):
    """Write five articles in two parts, of which those with an odd number belong to a story; return their folders."""
    ids = [f"{n:016x}" for n in range(5)]
    articles = pd.DataFrame(
        {"article_id": ids, "headline": "Rain", "text": [f"text {n}" for n in range(5)], "outlet": "Post"}
    )
    engine.write_parts(articles, tmp_path / "articles", "", starts=[0, 3])
    engine.write_parts(articles.iloc[[1, 3]][["article_id"]], tmp_path / "stories", "", starts=[0, 1])
    return tmp_path


def write(folder):
    write_story_articles(folder / "articles", folder / "stories", folder / "told", most=150)
    return [(path.stat().st_ino, path.read_bytes()) for path in engine.parts(folder / "told")]


def test_the_articles_of_the_stories_are_written_once(written):
    first = write(written)
    assert tables.read_table(written / "told").to_numpy().tolist() == [
        ["0000000000000001", "Rain", "text 1"],
        ["0000000000000003", "Rain", "text 3"],
    ]
    assert write(written) == first


def test_they_are_written_again_when_a_story_changes_and_when_a_part_is_lost(written):
    first = write(written)
    engine.write_parts(pd.DataFrame({"article_id": [f"{4:016x}"] * 2}), written / "stories", "", starts=[0, 1])
    assert write(written) != first
    assert tables.read_table(written / "told")["text"].tolist() == ["text 4"]
    [part] = engine.parts(written / "told")
    part.unlink()
    assert len(write(written)) == 1


def test_an_article_that_is_added_leaves_the_parts_of_other_articles_as_they_are(written):
    first = write(written)
    more = pd.DataFrame({"article_id": [f"{9:016x}"], "headline": ["Rain"], "text": ["text 9"], "outlet": "Post"})
    articles = tables.read_table(written / "articles")
    # The new one comes before all others, so that the other parts only get other numbers.
    engine.write_parts(pd.concat([more, articles]), written / "articles", "", starts=[0, 1, 4])
    assigned = pd.concat([more, tables.read_table(written / "stories")])[["article_id"]]
    engine.write_parts(assigned, written / "stories", "", starts=[0, 1, 2])
    assert write(written)[1:] == first
    assert tables.read_table(written / "told")["text"].tolist() == ["text 9", "text 1", "text 3"]


def test_a_table_without_any_article_has_one_empty_part(written):
    engine.write_parts(pd.DataFrame({"article_id": ["x"] * 2}), written / "stories", "", starts=[0, 1])
    assert len(write(written)) == 1 and tables.read_table(written / "told").empty
    assert tables.read_table(written / "told").columns.tolist() == ["article_id", "headline", "text"]
