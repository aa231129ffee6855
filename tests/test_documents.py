"""Every name and path in backquotes, in documents and docstrings, stands for something that exists."""

import ast
import importlib
import re
import subprocess
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

from analysis.tables import TABLES

PACKAGE = ROOT / "src" / "analysis"
SOURCES = sorted(PACKAGE.rglob("*.py"))
DOCUMENTS = [
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *(ROOT / folder / "README.md" for folder in ("training", "benchmarks", "data/raw")),
    ROOT / "training" / "trials.md",
]
IDENTIFIER = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")
FILE = re.compile(r"[\w.*/-]+\.(py|pyi|json|jsonl|md|yaml|yml|npz|onnx|ipynb|txt|csv|html|css|toml|lock|cff|parquet)")

# Paths that stand for a reader's own files, for what a report makes, and for what is not in the checkout.
OTHER_PATHS = {
    "archive.zip/inner/name", "data/processed/", "data/processed/immigration-tax-my-articles/", "data/processed/tokens", "data/reviews/quotes.csv", "data/reviews/stories.csv", "data/reviews/topics.csv", "data/reviews/events.csv", "index.html",
    "notebooks/NN-topic.ipynb", "reports/immigration-tax-my-articles/", "reports/immigration-tax/index.html",
    "readers/rtf.py", "runs/courts.yaml", "runs/NAME.yaml",
}  # fmt: skip
# Words of other programs, and fields of other people's files.
OTHER_NAMES = {
    "CountVectorizer", "TfidfTransformer", "TfidfVectorizer", "authors", "broadsheet", "def", "make", "uv", "scheduler", "color",
    "is_rtf", "plot_something",
}  # fmt: skip


@cache
def files() -> frozenset[str]:
    """Return the paths of all files in the checkout and of their folders."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [Path(name) for name in listed.stdout.splitlines()]
    return frozenset(path.as_posix() for file in paths for path in (file, *file.parents))


def path_exists(path: str) -> bool:
    """Return whether a file or folder of the checkout has this path, or one that ends with it; * stands for any."""
    if path in OTHER_PATHS or "<" in path:
        return True
    path = path.rstrip("/")
    return any(fnmatchcase(f"/{file}", f"*/{path}") for file in files())


@cache
def defined_names() -> frozenset[str]:
    """Return the names of modules, functions, classes, parameters, fields and constants of the package."""
    names = {part for source in SOURCES for part in source.relative_to(PACKAGE).with_suffix("").parts} | {"analysis"}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.arg):
                names.add(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return frozenset(names | {column for table in TABLES.values() for column in table.columns} | set(TABLES))


def string_words(tree: ast.Module) -> set[str]:
    """Return the words of a module's strings, its docstrings left out: columns, keys, kinds."""
    documentation = {id(n.body[0].value) for n in documented(tree) if ast.get_docstring(n)}
    strings = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return {word for n in strings if id(n) not in documentation for word in re.findall(r"\w+", n.value)}


def documented(tree: ast.Module) -> list[ast.Module | ast.FunctionDef | ast.ClassDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)]


@cache
def words_of(source: Path) -> frozenset[str]:
    """Return the identifiers of a module and the words of its strings."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    names |= {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    names |= {n.arg for n in ast.walk(tree) if isinstance(n, ast.keyword) and n.arg}
    return frozenset(names | string_words(tree))


@cache
def words_below(folder: Path) -> frozenset[str]:
    return frozenset().union(*(words_of(source) for source in SOURCES if source.is_relative_to(folder)))


def words_near(source: Path) -> frozenset[str]:
    return words_of(source) if source.parent == PACKAGE else words_below(source.parent)


def resolves(name: str) -> bool:
    """Return whether a dotted name that begins with `analysis` leads somewhere."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def is_unknown(quoted: str, words: frozenset[str]) -> bool:
    """Return whether what stands in backquotes names something that is not there; `words` are those known beside it."""
    if quoted.startswith(("make ", "python ", "broadsheet ", ".venv/bin/")):
        return any(
            not path_exists(word)
            for word in quoted.split()
            if FILE.fullmatch(word) and not word.startswith((".venv/", "../"))
        )
    if quoted.startswith(("../", ".venv", "data/processed/<", "reports/<")):
        return False
    if FILE.fullmatch(quoted) or re.fullmatch(r"[\w.-]+/([\w.-]+/?)*", quoted):
        return not path_exists(quoted)
    name = quoted.split("(")[0].split("[")[0].split("=")[0]
    if not IDENTIFIER.fullmatch(name) or name in OTHER_NAMES:
        return False  # a command, a pattern, a formula
    if name.startswith("analysis."):
        return not resolves(name)
    if name.startswith(("scipy.", "sklearn.", "pandas.", "numpy.")):
        return False
    return not all(part in words or part in defined_names() for part in name.split("."))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_names_what_is_there(document):
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    # `…` within [ ]( ) is a link's text; its target is tested in test_readme.py.
    assert (
        sorted({quoted for quoted in re.findall(r"`([^`\n]+)`", text) if is_unknown(quoted, words_below(PACKAGE))})
        == []
    )


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_a_docstring_names_what_is_there(source):
    nodes = documented(ast.parse(source.read_text(encoding="utf-8")))
    quoted = {found for n in nodes for found in re.findall(r"`([^`\n]+)`", ast.get_docstring(n) or "")}
    assert sorted(q for q in quoted if is_unknown(q, words_near(source))) == []


def test_commands_of_make_are_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in DOCUMENTS:
        for target in re.findall(r"`make ([a-z-]+)", document.read_text(encoding="utf-8")):
            assert re.search(rf"^{target}:", makefile, re.M), f"{document.name}: make {target}"


@pytest.mark.parametrize(
    ("quoted", "unknown"),
    [
        ("src/analysis/words/keyness.py", False), ("keyness.py", False), ("words/kenyess.py", True), ("tests/", False),
        ("find_quotes(articles)", False), ("find_qoutes(articles)", True), ("analysis.words.keyness", False),
        ("analysis.words.gone", True), ("python benchmarks/gone.py [N]", True), ("smooth_ifd", True), (".gz", False),
    ],
)  # fmt: skip
def test_what_is_not_there_is_noticed(quoted, unknown):
    assert is_unknown(quoted, frozenset()) is unknown
