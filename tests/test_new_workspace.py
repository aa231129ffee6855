"""A new workspace: what it holds, and that nothing is overwritten."""

import re

import pytest
import yaml
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


def test_a_page_says_what_is_what_and_git_leaves_out_what_is_made(tmp_path):
    (tmp_path / ".gitignore").write_text("mine", encoding="utf-8")
    new = init_workspace(tmp_path)
    assert (new / ".gitignore").read_text(encoding="utf-8") == "mine"
    words = (new / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"^\| `([\w./]+)`", words, re.M):
        assert (new / name).exists() or name == "reports/", name
    ignored = (init_workspace(tmp_path / "other") / ".gitignore").read_text(encoding="utf-8").split()
    assert "/reports/" in ignored and "/data/processed/" in ignored and not any("raw" in line for line in ignored)


def test_the_story_in_the_comments_of_the_run_file_is_one(tmp_path, monkeypatch):
    new = init_workspace(tmp_path)
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(new))
    run_file = new / "runs/immigration-tax.yaml"
    before, mark, lines = run_file.read_text(encoding="utf-8").partition("  # - name: courts\n")
    opened = re.sub(r"^  # ", "  ", mark + lines, flags=re.M)
    run_file.write_text(before + opened, encoding="utf-8")
    assert yaml.safe_load(run_file.read_text(encoding="utf-8"))["parameters"] == {"most_outlets": 7}
    assert [story["name"] for story in load_run(run_file).stories] == ["immigration", "tax_privacy", "courts"]


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs/immigration-tax.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(ValueError, match=r"runs/immigration-tax.yaml is there already; give a new folder"):
        init_workspace(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["immigration-tax.yaml"]
