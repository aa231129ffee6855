"""Who may import whom (the design's rules), what must not be in the repository, and that both sets of ranges agree."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

import analysis
from analysis.code_version import imports_of

# A module may import from the ranks below its own. The order is the design's.
RANKS = [
    {
        "paths",
        "edited_csv",
        "aliases",
        "progress",
        "locks",
        "manifest",
        "memory",
        "buckets",
        "enough",
        "ownership",
        "tables",
        "seals",
        "stores",
        "engine",
        "workers",
        "code_version",
        "shipped",
        "intervals",
        "periods",
        "quantities",
        "trees",
        "viterbi",
        "wording",
    },
    {"words", "articles"},
    {"readers"},
    {"corpus"},
    {"stories", "copies", "events", "compare", "topics", "quotes", "coverage"},
    {"estimates", "review", "scoring"},
    {
        "charts",
        "export",
        "passages",
        "report",
        "pipeline",
        "run",
        "run_files",
        "run_schema",
        "new_workspace",
        "__main__",
        "__init__",
    },
]
ONLY_IN = {
    "nltk": {"words", "review"},
    "sklearn": {"words", "topics", "events", "copies", "quantities", "quotes"},
    "matplotlib": {"charts", "export"},
    "papermill": {"run"},
    "dask": {"workers"},
    "distributed": {"workers"},
    "upath": {"stores"},
    "ipywidgets": {"review"},
    "pickle": set(),
}
WITHIN = {
    "edited_csv": {"paths", "locks"},
    "aliases": {"paths", "edited_csv"},
    "paths": {"stores"},
    "locks": {"stores"},
    "ownership": {"paths", "locks", "stores"},
    "manifest": {"paths", "code_version", "engine", "stores"},
    "seals": {"paths"},
    "trees": {"shipped"},
    "tables": {"paths", "stores"},
    "engine": {"tables", "stores", "code_version", "progress", "workers"},
    "code_version": {"shipped"},
    "compare": {"quotes"},
}
SOURCES = sorted((ROOT / "src" / "analysis").rglob("*.py"))


def module_of(source: Path) -> str:
    """Return the module or package directly below `analysis` that a file belongs to."""
    return source.relative_to(ROOT / "src" / "analysis").parts[0].removesuffix(".py")


def rank_of(name: str) -> int:
    found = [rank for rank, names in enumerate(RANKS) if name in names]
    assert found, f"the module {name} has no rank: add it to RANKS and to the design"
    return found[0]


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.relative_to(ROOT / "src").as_posix())
def test_a_module_imports_only_from_the_ranks_below_it(source):
    own = module_of(source)
    inside = ".".join(source.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for imported in imports_of(inside):
        other = imported.split(".")[1]
        if other == own or (rank_of(own) == len(RANKS) - 1 and rank_of(other) == rank_of(own)):
            continue
        allowed = rank_of(other) < rank_of(own) or other in WITHIN.get(own, ())
        assert allowed, f"{own} must not import {other}"


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.relative_to(ROOT / "src").as_posix())
def test_libraries_are_used_only_where_the_design_says(source):
    nodes = list(ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    for name in {name.split(".")[0] for name in names} & ONLY_IN.keys():
        assert module_of(source) in ONLY_IN[name], f"{name} is used in {source.name}"


def test_conda_users_get_the_same_ranges():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [
        name for group in project["optional-dependencies"].values() for name in group if name != "broadsheet[cluster]"
    ]
    ranges = project["dependencies"] + extras + [f"python{project['requires-python']}"]
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    [by_pip] = [entry["pip"] for entry in conda if isinstance(entry, dict)]
    assert sorted([name for name in conda if isinstance(name, str) and name != "pip"] + by_pip) == sorted(ranges)


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listing.stdout.split("\0") if name and (path := ROOT / name).exists()]


def test_no_pickle_and_no_large_file_is_in_the_repository():
    for path in tracked():
        assert path.suffix not in {".pkl", ".pickle", ".joblib"}, path
        assert path.stat().st_size < 30e6, path


def test_the_lock_has_a_hash_for_every_package_and_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^\S+==.*(?:\n +.*)*", lock, re.M)
    assert len(pins) > 50 and all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in lock and "index-url" not in lock


def test_the_version_is_the_same_everywhere():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert analysis.__version__ == citation["version"] == version
    assert f"\n## {version} - {citation['date-released']}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
