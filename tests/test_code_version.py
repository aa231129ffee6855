"""Which files a step's result depends on: its source, and every model and word list that it reads."""

import json
import shutil
import subprocess
import sys
import types

import pytest
from conftest import ROOT, run_in

import analysis
from analysis.code_version import files_behind, imports_of
from analysis.copies.pairs import pair_sketches
from analysis.copies.sketches import sketch_articles
from analysis.corpus.records import read_task
from analysis.pipeline.run_events import write_run_events
from analysis.pipeline.run_topics import write_run_topics
from analysis.quotes import find_quotes
from analysis.shipped import PACKAGE
from analysis.stories import assign_stories
from analysis.words.token_table import tokenize_articles

STEPS = {
    "articles": read_task,
    "stories": assign_stories,
    "tokens": tokenize_articles,
    "sketches": sketch_articles,
    "copies": pair_sketches,
    "quotes": find_quotes,
    "topics": write_run_topics,
    "events": write_run_events,
}
# The steps that read the files whose name begins so; the longest beginning counts.
READERS = {
    "articles/": {"articles"},
    "readers/": {"articles"},
    "words/": {"tokens", "sketches", "copies", "quotes", "topics", "events"},
    "words/common_words.txt": {"articles", "quotes"},  # bylines, and names in texts
    "words/house_style.json": set(),
    "quotes/": {"quotes"},
    "quotes/lexicon_names.json": {"articles", "quotes"},  # bylines know given names, too
    "quotes/marked_article.css": set(),
    "events_background.json": {"events"},
    "charts/": set(),
    "checksums.json": set(),
    "report/": set(),
}
DATA = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*")
    if path.is_file() and path.suffix not in {".py", ".pyi", ".pyc", ".typed"} and "workspace" not in path.parts
)
# Prints, for each file, the steps whose key changes with one byte of the file.
CHANGE_EVERY_FILE = """
import functools, json, sys
from pathlib import Path
from analysis import code_version, shipped
steps, files = json.loads(sys.argv[1])
code_version.files_behind = functools.cache(code_version.files_behind)  # no source changes here
version = code_version.code_version.__wrapped__
before = {step: version(module) for step, module in steps.items()}
for name in files:
    path = shipped.PACKAGE / name
    content = path.read_bytes()
    path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    print(json.dumps([name, [step for step, module in steps.items() if version(module) != before[step]]]))
    path.write_bytes(content)
"""
# Prints the files of the package that a step opened, which is run on three articles of the sample.
WATCH_A_STEP = """
import json, sys
from pathlib import Path
from analysis.shipped import PACKAGE
opened = set()
sys.addaudithook(lambda event, given: event == "open" and isinstance(given[0], str) and opened.add(Path(given[0])))
from analysis.corpus import read_articles
raw = Path("data/raw/the-marlow-ledger")
articles, _ = read_articles(sorted(raw.glob("*.txt"))[:3])
opened = opened if sys.argv[1] == "read" else set()
if sys.argv[1] == "quotes":
    from analysis.quotes import find_quotes
    find_quotes(articles, progress=False)
if sys.argv[1] == "events":
    from analysis.events import group_events
    group_events(articles)
if sys.argv[1] == "topics":
    from analysis.topics import fit_topics
    fit_topics(read_articles(sorted(Path("data/raw").rglob("*.txt")))[0], topics=2)
inside = (path for path in opened if path.is_relative_to(PACKAGE) and path.suffix not in (".py", ".pyi", ".pyc"))
print(json.dumps(sorted(path.relative_to(PACKAGE).as_posix() for path in inside)))
"""


def readers(name: str) -> set[str]:
    return READERS[max((start for start in READERS if name.startswith(start)), key=len)]


@pytest.mark.slow
def test_one_byte_of_a_shipped_file_runs_exactly_the_steps_that_read_it_again(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "src" / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
    asked = json.dumps([{step: function.__module__ for step, function in STEPS.items()}, DATA])
    got = run_in(tmp_path, sys.executable, "-c", CHANGE_EVERY_FILE, asked)
    assert got.returncode == 0, got.stderr
    changed = dict(json.loads(line) for line in got.stdout.splitlines())
    assert {name: set(steps) for name, steps in changed.items()} == {name: readers(name) for name in DATA}


@pytest.mark.slow
@pytest.mark.parametrize("step", ["articles", "quotes", "topics", "events"])
def test_a_step_opens_no_file_that_its_key_does_not_know(step):
    command = [sys.executable, "-c", WATCH_A_STEP, step.replace("articles", "read")]
    got = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    opened = set(json.loads(got.stdout.splitlines()[-1]))
    known = {path.relative_to(PACKAGE).as_posix() for path in files_behind(STEPS[step].__module__)}
    assert opened - {"checksums.json"} <= known  # that one decides only whether the others are whole
    assert opened or step == "topics"


def test_imports_are_found_through_from_and_plain_imports():
    assert {"analysis.tables", "analysis.code_version"} <= imports_of("analysis.engine")
    assert imports_of("analysis.paths") == {"analysis.stores"}


def test_a_shipped_file_must_be_named_by_a_literal(tmp_path, monkeypatch):
    package = types.ModuleType("sample_package")
    package.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "sample_package", package)
    (tmp_path / "broken.py").write_text("MODEL = shipped_file(NAME)\n", encoding="utf-8")
    with pytest.raises(TypeError, match=r"broken.py, line 1: give shipped_file the file's name as a literal string"):
        files_behind("sample_package.broken")


def test_every_module_names_its_shipped_files_by_literals_and_they_are_there():
    modules = [path.relative_to(PACKAGE).with_suffix("").parts for path in PACKAGE.rglob("*.py")]
    names = (".".join([analysis.__name__, *parts]).removesuffix(".__init__") for parts in modules)
    assert all(path.is_file() for name in names for path in files_behind(name))
