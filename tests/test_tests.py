"""What the tests may touch: public names of the package only, so that the inside can change without them."""

import ast
import re

import pytest
from conftest import ROOT

TESTS = sorted((ROOT / "tests").rglob("*.py"))
# Public by convention: NamedTuple's methods, and what a notebook calls to show an object.
PUBLIC = {"_replace", "_asdict", "_fields", "_make", "_repr_html_"}


def is_private(name: str) -> bool:
    return any(part.startswith("_") and not part.startswith("__") and part not in PUBLIC for part in name.split("."))


def imported_names(tree: ast.Module) -> set[str]:
    """Return the names in a module that stand for something of the package."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {(a.asname or a.name).split(".")[0] for a in node.names if a.name.split(".")[0] == "analysis"}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "analysis":
            names |= {alias.asname or alias.name for alias in node.names}
    return names


def root_name(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def private_names(source: str) -> list[str]:
    """Return the private names of the package that a test imports, reads or patches."""
    tree = ast.parse(source)
    ours = imported_names(tree)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "analysis":
            found += [alias.name for alias in node.names if is_private(f"{node.module}.{alias.name}")]
        elif isinstance(node, ast.Attribute) and root_name(node) in ours and is_private(node.attr):
            found.append(ast.unparse(node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.fullmatch(r"analysis(\.\w+)+", node.value) and is_private(node.value):
                found.append(node.value)
        elif isinstance(node, ast.Call) and len(node.args) > 1 and root_name(node.args[0]) in ours:
            name = node.args[1]
            if isinstance(name, ast.Constant) and isinstance(name.value, str) and is_private(name.value):
                found.append(f"{ast.unparse(node.args[0])}.{name.value}")
    return found


@pytest.mark.parametrize("test", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_public_names_of_the_package_are_used(test):
    assert private_names(test.read_text(encoding="utf-8")) == []


def test_every_way_to_a_private_name_is_seen():
    source = """
from analysis import engine, export
from analysis.words.text import _joined, tokenize
from analysis.words import _hidden
engine._cache.clear()
tokenize("a")._replace(b=1)
monkeypatch.setattr(engine, "_LIMIT", 1)
monkeypatch.setattr("PACKAGE.engine._LIMIT", 1)
export.save_chart()._repr_html_()
other._private()
"""
    assert sorted(private_names(source.replace("PACKAGE", "analysis"))) == [
        "_hidden", "_joined", "analysis" + ".engine._LIMIT", "engine._LIMIT", "engine._cache",
    ]  # fmt: skip


def has_check(function: ast.FunctionDef, checks: set[str]) -> bool:
    """Return whether a test can fail by what it finds: an assert, an expected error, or a function that has one."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call) and (ast.unparse(node.func).split(".")[-1] in checks | {"raises", "fail"}):
            return True
    return False


@pytest.mark.parametrize("test", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_test_can_fail(test):
    functions = [n for n in ast.walk(ast.parse(test.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)]
    checks = {"assert_frame_equal", "assert_allclose", "assert_array_equal", "assert_series_equal"}
    checks |= {f.name for f in functions if not f.name.startswith("test_") and has_check(f, checks)}
    assert [f.name for f in functions if f.name.startswith("test_") and not has_check(f, checks)] == []
