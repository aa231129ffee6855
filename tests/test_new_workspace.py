"""A new workspace: what it holds, and that nothing is overwritten."""

import pytest
from conftest import ROOT

from analysis import paths
from analysis.aliases import load_aliases
from analysis.new_workspace import init_workspace
from analysis.run_files import load_run


def test_it_has_notebooks_a_run_file_and_empty_data_folders(tmp_path):
    new = init_workspace(tmp_path / "mine")
    assert paths.is_workspace(new)
    assert len(list((new / "notebooks").glob("*.ipynb"))) == len(list((ROOT / "notebooks").glob("*.ipynb")))
    assert {path.name for path in (new / "data").iterdir()} == {"raw", "processed", "reviews", "aliases.csv"}
    assert load_aliases(new / "data/aliases.csv") == ({}, {}, frozenset())
    assert not any((new / "data" / "raw").iterdir())


def test_only_the_samples_run_file_calls_its_articles_invented(tmp_path, monkeypatch):
    for sample in (True, False):
        new = init_workspace(tmp_path / str(sample), sample=sample)
        monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(new))
        assert ("fiction" in load_run("runs/immigration-tax.yaml").corpus_note) == sample
        assert (new / "data/raw/the-marlow-ledger").is_dir() == sample
        assert (new / "data/reviews/coded.csv").is_file() == sample


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs/immigration-tax.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(ValueError, match=r"runs/immigration-tax.yaml is there already; give a new folder"):
        init_workspace(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["immigration-tax.yaml"]
