"""The version of a step's code: which source and data files decide its result, and a hash over them.

So a change to a chart does not compute the quotes again, and a new model does.
"""

import ast
import hashlib
import sys
from functools import cache
from importlib.util import resolve_name
from pathlib import Path
from typing import NamedTuple

from analysis.shipped import PACKAGE


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@cache
def code_version(module: str) -> str:
    """Return a SHA-256, in hex, over the files that decide what the functions of `module` give."""
    digest = hashlib.sha256()
    for path in files_behind(module):
        digest.update(path.name.encode() + file_hash(path).encode())
    return digest.hexdigest()


def files_behind(module: str) -> list[Path]:
    """Return the files that decide what the functions of `module` give.

    They are the source of `module` and of every module of its package that it imports, directly or not, and the
    shipped data files that these name. The `__init__.py` of a package counts only where something is imported from it.
    """
    seen: set[str] = set()
    files: set[Path] = set()
    queue = [module]
    while queue:
        name = queue.pop()
        source = _source(name)
        if source and name not in seen:
            seen.add(name)
            references = _references(name)
            files |= {*_with_stub(source), *(PACKAGE / shipped for shipped in references.shipped)}
            queue.extend(references.modules)
    return sorted(files)


def imports_of(module: str) -> set[str]:
    """Return the modules of the same package that `module` imports anywhere in its source, without importing them."""
    return set(_references(module).modules)


class _References(NamedTuple):
    """The modules of its own package that a module imports, and the shipped files that it names."""

    modules: frozenset[str]
    shipped: frozenset[str]


@cache
def _references(module: str) -> _References:
    source = _source(module)
    if source is None:
        return _References(frozenset(), frozenset())
    package = module.partition(".")[0]
    parent = module if source.name == "__init__.py" else module.rpartition(".")[0]
    modules: set[str] = set()
    shipped: set[str] = set()
    for node in (node for file in _with_stub(source) for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), parent) if node.level else node.module or ""
            modules |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and "shipped_file" in (getattr(node.func, key, "") for key in ("id", "attr")):
            shipped.add(_literal(node, source))
    inside = {name for name in modules if name.startswith(package + ".") and _source(name)}
    return _References(frozenset(inside), frozenset(shipped))


def _with_stub(source: Path) -> list[Path]:
    """Return a source with its stub, where a package has one: it says which names its modules give, for lazy_loader."""
    return [path for path in (source, source.with_suffix(".pyi")) if path.is_file()]


def _literal(call: ast.Call, source: Path) -> str:
    """Return the name that a call of `shipped_file` gives; it must be a literal, since the module is not run."""
    name = call.args[0] if call.args else None
    if not isinstance(name, ast.Constant) or not isinstance(name.value, str):
        raise TypeError(f"{source.name}, line {call.lineno}: give shipped_file the file's name as a literal string")
    return name.value


def _source(module: str) -> Path | None:
    """Return the file that holds a module, or None if there is no such module (it is a function of one, say)."""
    package, *inside = module.split(".")
    top = sys.modules[package]
    if not inside:
        return Path(top.__file__) if top.__file__ else None
    base = Path(next(iter(top.__path__))).joinpath(*inside)
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)
