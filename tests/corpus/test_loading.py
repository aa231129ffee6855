"""Selections of articles."""

import pandas as pd
import pytest

from analysis import paths, tables
from analysis.corpus import ingest, load_articles


def test_selections(raw, tmp_path):
    out = tmp_path / "out"
    ingest(raw, out)
    assert len(load_articles(path=out)) == 7
    assert set(load_articles(path=out, outlets=["The Post"])["headline"]) == {"Rain 1", "Rain 2"}
    assert set(load_articles(path=out, since="2026-03-01", until="2026-03-01")["outlet"]) == {"The Post"}
    assert len(load_articles(path=out, until="2026-03-03")) == 6  # the row without a date is left out
    part = load_articles(path=out, outlets=["The Post"], columns=["headline", "outlet"])
    pd.testing.assert_frame_equal(part, load_articles(path=out, outlets=["The Post"])[["headline", "outlet"]])
    ids = load_articles(path=out)["article_id"]
    stories = pd.DataFrame({"article_id": ids[:2], "story": "rain", "score": 0.5, "n_hits": 2, "first_hit": 0})
    tables.write_table(stories, out / "stories" / "part-0000.parquet", "stories")
    assert load_articles(path=out, story="rain")["article_id"].tolist() == ids[:2].tolist()


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (
            {"outlets": ["The Sun"]},
            "there is no outlet 'The Sun'; there are: Continental Wire Service, Star, The Marlow Ledger, The Post",
        ),
        (
            {"since": "2027-01-01"},
            "no article has since='2027-01-01'; there are 7 articles from 2026-02-01 to 2026-03-03 by",
        ),
        ({"until": "March"}, "until='March' is no day; write it as 2026-01-31"),
        ({"story": "snow"}, "there is no story 'snow'; there are: rain"),
    ],
)
def test_an_empty_selection_says_what_there_is(raw, tmp_path, selection, words):
    ingest(raw, tmp_path / "out")
    stories = pd.DataFrame({"article_id": ["a"], "story": "rain", "score": 0.5, "n_hits": 2, "first_hit": 0})
    tables.write_table(stories, tmp_path / "out" / "stories" / "part-0000.parquet", "stories")
    with pytest.raises(ValueError) as error:
        load_articles(path=tmp_path / "out", **selection)
    assert words in str(error.value)


def test_before_the_first_ingest(tmp_path):
    with pytest.raises(FileNotFoundError, match="make it first, with `broadsheet report`"):
        load_articles(path=tmp_path)


def test_tables_of_runs_are_named(raw, tmp_path):
    for name in ("one", "two"):
        ingest(raw, tmp_path / name)
    with pytest.raises(FileNotFoundError) as error:
        load_articles(path=tmp_path)
    for name in ("one", "two"):
        assert f'load_articles(path="{(tmp_path / name).as_posix()}")' in str(error.value)
        assert len(load_articles(path=tmp_path / name)) == 7


def test_an_outlet_that_the_alias_file_renamed_is_pointed_out(raw, tmp_path, monkeypatch):
    ingest(raw, tmp_path / "out")
    for name in ("notebooks", "runs", "data"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))
    (tmp_path / "data/aliases.csv").write_text("kind,name,use\noutlet,The Morning Post,The Post\n", encoding="utf-8")
    with pytest.raises(ValueError) as error:
        load_articles(path=tmp_path / "out", outlets=["The Morning Post"])
    assert "no outlet 'The Morning Post' (data/aliases.csv calls it 'The Post'); there are" in str(error.value)
