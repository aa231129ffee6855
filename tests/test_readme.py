"""What the README tells people to type is typed here."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from conftest import ROOT, copy_checkout, make, run_in

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.M | re.S)
COMMANDS = [line for language, block in BLOCKS if not language for line in block.splitlines() if line.strip()]
TESTED = {
    "make report": "test_make_report",
    "make test": "test_make_test_is_what_runs_this",
    "make lab": "test_make_lab_serves_the_notebooks",
    "make report RAW=../my-articles": "test_own_articles",
    "make report RUN=runs/courts.yaml": "test_own_story",
    **{
        f"broadsheet review runs/courts.yaml{what}": "test_own_story"
        for what in ("", " speakers", " topics", " events")
    },
    ".venv/bin/python -m analysis ingest data/raw": "test_ingest_and_quotes",
    ".venv/bin/python -m analysis quotes data/raw/the-marlow-ledger/2026-01-16-data-agreement.txt": "test_ingest_and_quotes",
}


def test_every_command_has_its_test():
    assert sorted(COMMANDS) == sorted(TESTED)
    assert all(callable(globals()[name]) for name in TESTED.values())


def test_every_file_and_link_that_is_named_is_there():
    for name in re.findall(r"\]\(([^)]+)\)|`((?:docs|data|notebooks|runs|src)/[\w./-]+)`", README):
        path = next(filter(None, name))
        if path not in ("runs/courts.yaml", "data/processed/immigration-tax-my-articles/", "data/reviews/quotes.csv"):
            assert (ROOT / path).exists(), path


def test_make_report(root, made):
    assert made.returncode == 0, made.stderr
    assert (root / "reports/immigration-tax/index.html").is_file()


def test_make_test_is_what_runs_this(root):
    assert make(root, "--dry-run", "test").stdout.split()[:3] == [sys.executable, "-m", "pytest"]


def test_make_prints_what_there_is(root):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    [targets] = re.findall(r"^\.PHONY: (.*)$", makefile, re.M)
    assert [line.split()[1] for line in make(root).stdout.splitlines()] == targets.split()


def test_a_second_setup_does_nothing(root):
    assert "Nothing to be done" in make(root, "setup").stdout


# Two notebooks each: those that depend most on which outlets and which stories there are.


def test_own_articles(made, root, tmp_path):
    checkout = copy_checkout(tmp_path / "checkout", notebooks=["00", "04"])
    shutil.copytree(root / "reports/immigration-tax", checkout / "reports/immigration-tax")
    for name in ("the-marlow-ledger", "the-dunmore-courier", "harbor-and-state"):
        shutil.copytree(checkout / "data/raw" / name, tmp_path / "my-articles" / name)
    before = (checkout / "reports/immigration-tax/index.html").read_bytes()
    got = make(checkout, "report", "RAW=../my-articles")
    assert got.returncode == 0, got.stderr
    page = (checkout / "reports/immigration-tax-my-articles/index.html").read_text(encoding="utf-8")
    assert "from 3 outlets" in page and "fiction" not in page
    assert (checkout / "reports/immigration-tax/index.html").read_bytes() == before


@pytest.mark.slow
def test_own_story(tmp_path):
    checkout = copy_checkout(tmp_path / "checkout", notebooks=["02", "03"])
    [(_, example)] = [block for block in BLOCKS if block[0] == "yaml"]
    (checkout / "runs/courts.yaml").write_text(example, encoding="utf-8")
    got = make(checkout, "report", "RUN=runs/courts.yaml")
    assert got.returncode == 0, got.stderr
    assert "How the courts were covered" in (checkout / "reports/courts/index.html").read_text(encoding="utf-8")
    assert (checkout / "data/processed/courts/stories").is_dir()
    for what in ("quotes", "speakers", "topics", "events"):
        got = run_in(checkout, sys.executable, "-m", "analysis", "review", "runs/courts.yaml", what)
        assert got.returncode == 0 and "0 decisions saved" in got.stdout, got.stderr
    (checkout / "data/reviews").mkdir(exist_ok=True)
    _, draw, estimate = (block for language, block in BLOCKS if language == "python")
    judge = """
import pandas as pd
checked = pd.read_csv("../data/reviews/stories.csv", dtype={"article_id": str})
checked["verdict"] = checked["belongs"].map({True: "main", False: "no"})
checked.to_csv("../data/reviews/stories.csv", index=False)
"""
    steps = f"import os\nos.chdir('notebooks')\n{draw}{judge}print({estimate.strip()}.iloc[0]['precision'])"
    got = run_in(checkout, sys.executable, "-c", steps)
    assert got.returncode == 0, got.stderr
    assert float(got.stdout.splitlines()[-1]) == 1


def test_ingest_and_quotes(root, made):
    ingest, quotes = (command.split()[1:] for command in COMMANDS if command.startswith(".venv"))
    got = run_in(root, sys.executable, *ingest)
    assert got.returncode == 0 and "The Marlow Ledger" in got.stdout
    found = [json.loads(line) for line in run_in(root, sys.executable, *quotes).stdout.splitlines()]
    assert len(found) >= 10 and {"Lorraine Teague", "Ines Carvallo"} <= {quote["speaker"] for quote in found}


def test_the_python_example_runs(root, made):
    example = next(block for language, block in BLOCKS if language == "python")
    got = run_in(
        root, sys.executable, "-c", example + "\nassert len(quotes) >= 5 and len(set(quotes['article_id'])) <= 3"
    )
    assert got.returncode == 0, got.stderr


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.mark.slow
def test_make_lab_serves_the_notebooks(root, port):
    command = make(root, "--dry-run", "lab").stdout.split()
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    extra = [
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        "--IdentityProvider.token=",
        "--ServerApp.allow_origin=*",
    ]
    server = subprocess.Popen(
        [*command, *extra], cwd=root, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        listing = wait_for(f"http://127.0.0.1:{port}/api/contents")
    finally:
        server.terminate()
        server.wait(timeout=30)
    assert {path.name for path in (root / "notebooks").glob("*.ipynb")} <= {
        entry["name"] for entry in listing["content"]
    }


def wait_for(address, seconds=60):
    for _ in range(seconds * 2):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"nothing answered at {address} within {seconds} seconds")
