"""The texts in which quotes are found: written once, and again when their sources change or a part is lost."""

import pandas as pd
import pytest

from analysis import engine, tables
from analysis.pipeline.story_articles import write_story_articles


@pytest.fixture
def written(tmp_path):
    """Write five articles in two parts, of which those with an odd number belong to a story; return their folders."""
    ids = [f"{n:016x}" for n in range(5)]
    articles = pd.DataFrame({"article_id": ids, "text": [f"text {n}" for n in range(5)], "outlet": "Post"})
    engine.write_parts(articles, tmp_path / "articles", "", starts=[0, 3])
    engine.write_parts(articles.iloc[[1, 3]][["article_id"]], tmp_path / "stories", "", starts=[0, 1])
    return tmp_path


def write(folder):
    write_story_articles(folder / "articles", folder / "stories", folder / "told", most=150)
    return [(path.stat().st_ino, path.read_bytes()) for path in engine.parts(folder / "told")]


def test_the_articles_of_the_stories_are_written_once(written):
    first = write(written)
    assert tables.read_table(written / "told").to_numpy().tolist() == [
        ["0000000000000001", "text 1"],
        ["0000000000000003", "text 3"],
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
