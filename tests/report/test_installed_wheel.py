"""The wheel, installed outside of the checkout: a new workspace gives the same report."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import run_in

from analysis import manifest, paths

RUN = "runs/immigration-tax.yaml"
NOTEBOOKS = ("00-corpus-check", "03-topics", "05-same-event")  # the others would only make the test longer


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


@pytest.fixture
def broadsheet(installed) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the installed console script in a folder."""
    unwanted = {paths.REPORT_VARIABLE, paths.WORKSPACE_VARIABLE}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment |= {"PYTHONPATH": str(installed)}

    def broadsheet(folder, *words):
        command = [sys.executable, str(installed / "bin" / "broadsheet"), *words]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return broadsheet


def contents(folder):
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != manifest.FILE)  # it holds times
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def files_of_report(workspace):
    """Return charts, figures, notebooks and their pages; the first page lists all notebooks."""
    files = contents(workspace / "reports/immigration-tax")
    return {name: content for name, content in files.items() if re.match(r"figures/|notebooks/", name)}


def test_its_report_is_that_of_the_checkout_byte_for_byte(root, made, broadsheet, tmp_path):
    assert made.returncode == 0, made.stderr
    new = tmp_path / "mine"
    assert broadsheet(tmp_path, "init", "mine", "--sample").returncode == 0
    for notebook in (new / "notebooks").glob("*.ipynb"):
        if notebook.stem not in NOTEBOOKS:
            notebook.unlink()
    # Code, models and articles are the same, so the tables of the checkout are fresh here too and no step runs.
    shutil.rmtree(new / "data/processed")
    shutil.copytree(root / "data/processed", new / "data/processed")
    before = contents(new / "data/processed")
    got = broadsheet(new, "report", RUN)
    assert got.returncode == 0, got.stderr
    assert contents(new / "data/processed") == before
    report = files_of_report(new)
    assert {name for name in report if name.endswith(".html")} == {f"notebooks/{name}.html" for name in NOTEBOOKS}
    expected = files_of_report(root)
    assert [name for name in report if report[name] != expected[name]] == []


def test_it_finds_quotes_outside_of_any_workspace(root, broadsheet, tmp_path):
    file = "the-marlow-ledger/2026-01-16-data-agreement.txt"
    shutil.copy(root / "data/raw" / file, tmp_path / "article.txt")
    found = [json.loads(line) for line in broadsheet(tmp_path, "quotes", "article.txt").stdout.splitlines()]
    assert {"Lorraine Teague", "Ines Carvallo"} <= {quote["speaker"] for quote in found}


def test_a_report_outside_of_any_workspace_says_what_to_do(broadsheet, tmp_path):
    got = broadsheet(tmp_path, "report", RUN)
    assert got.returncode == 2 and "there is no workspace" in got.stderr and "broadsheet init FOLDER" in got.stderr
