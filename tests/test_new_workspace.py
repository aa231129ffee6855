"""A new workspace, laid out from an installed wheel, gives the same report as the checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, run_in

from analysis import export, paths
from analysis.new_workspace import init_workspace
from analysis.run_files import load_run

NOTEBOOKS = ("00-corpus-check", "03-topics", "05-same-event")  # the others would only make the test longer


def test_it_has_notebooks_a_run_file_and_empty_data_folders(tmp_path):
    new = init_workspace(tmp_path / "mine")
    assert paths.is_workspace(new)
    assert len(list((new / "notebooks").glob("*.ipynb"))) == len(list((ROOT / "notebooks").glob("*.ipynb")))
    assert {path.name for path in (new / "data").iterdir()} == {"raw", "processed", "reviews"}
    assert not any((new / "data" / "raw").iterdir())


def test_only_the_samples_run_file_calls_its_articles_invented(tmp_path, monkeypatch):
    for sample in (True, False):
        new = init_workspace(tmp_path / str(sample), sample=sample)
        monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(new))
        assert ("fiction" in load_run("runs/immigration-tax.yaml").corpus_note) == sample
        assert (new / "data/raw/the-marlow-ledger").is_dir() == sample


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs/immigration-tax.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(ValueError, match=r"runs/immigration-tax.yaml is there already; give a new folder"):
        init_workspace(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["immigration-tax.yaml"]


@pytest.fixture(scope="session")
def installed(root, tmp_path_factory) -> Path:
    """Return a folder with the installed wheel, outside of the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    build = run_in(root, *pip, "wheel", "--no-deps", "--no-build-isolation", f"--wheel-dir={folder}", ".")
    assert build.returncode == 0, build.stderr
    [wheel] = folder.glob("*.whl")
    install = run_in(root, *pip, "install", "--no-deps", f"--target={folder / 'site'}", str(wheel))
    assert install.returncode == 0, install.stderr
    return folder / "site"


@pytest.mark.slow
def test_an_installed_wheel_gives_the_same_figures_byte_for_byte(root, made, installed, tmp_path):
    assert made.returncode == 0, made.stderr
    unwanted = {export.REPORT_VARIABLE, paths.WORKSPACE_VARIABLE}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment |= {"PYTHONPATH": str(installed)}

    def broadsheet(*words, folder):
        command = [sys.executable, str(installed / "bin" / "broadsheet"), *words]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    assert broadsheet("init", "mine", "--sample", folder=tmp_path).returncode == 0
    for notebook in (tmp_path / "mine/notebooks").glob("*.ipynb"):
        if notebook.stem not in NOTEBOOKS:
            notebook.unlink()
    got = broadsheet("report", "runs/immigration-tax.yaml", folder=tmp_path / "mine")
    assert got.returncode == 0, got.stderr
    figures = sorted((tmp_path / "mine/reports/immigration-tax/figures").iterdir())
    assert {figure.name[:2] for figure in figures} == {name[:2] for name in NOTEBOOKS}
    for figure in figures:
        assert figure.read_bytes() == (root / "reports/immigration-tax/figures" / figure.name).read_bytes(), figure.name
