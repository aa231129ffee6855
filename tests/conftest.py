"""Fixtures that several tests use."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import export, paths

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the real articles of ../shared/data are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def root(tmp_path_factory) -> Path:
    """A copy of the checkout, so that no test touches the reports and tables of whoever runs it; its `.venv` counts as made."""
    root = tmp_path_factory.mktemp("work") / "checkout"
    for name in ("src", "notebooks", "runs", "data/raw"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "README.md"):
        shutil.copy(ROOT / name, root / name)
    (root / ".venv").mkdir()
    (root / ".venv" / "ready").touch()
    return root


def run_in(root: Path, *command: str) -> subprocess.CompletedProcess:
    """What a command gives in the copied checkout."""
    # Under `make test`, make would tell the make started here of its own options and folders.
    unwanted = {export.REPORT_VARIABLE, paths.WORKSPACE_VARIABLE, "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted} | {
        "PYTHONPATH": str(root / "src")
    }
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=900)


def make(root: Path, *words: str) -> subprocess.CompletedProcess:
    """What `make …` gives in the copied checkout, with the interpreter that runs the tests."""
    return run_in(root, "make", *words, f"RUNS_IN={sys.executable}")


@pytest.fixture(scope="session")
def made(root) -> subprocess.CompletedProcess:
    """What `make report` said."""
    return make(root, "report")
