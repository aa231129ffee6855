"""What a report was made of: the run, its inputs by their hashes, the code, the packages, and what people reviewed."""

import hashlib
import importlib.metadata
import json
import platform
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis import engine, paths, seals, stores, tables
from analysis.code_version import file_hash
from analysis.edited_csv import read_rows
from analysis.report.reviewed import reviewed_in_words
from analysis.run_files import Run
from analysis.shipped import PACKAGE

FILE = "provenance.json"
# Packages whose version can change a number or a picture.
_PACKAGES = (
    "broadsheet", "charset-normalizer", "ftfy", "matplotlib", "nltk", "numpy", "onnxruntime", "pandas", "pyarrow",
    "scikit-learn", "scipy", "tokenizers", "trafilatura",
)  # fmt: skip


def gather_provenance(run: Run) -> dict[str, Any]:
    """Return what a report is made of, as provenance.json holds it.

    Parameters
    ----------
    run : Run
        The run, with its tables made.

    Returns
    -------
    dict
        `run_file` (name and SHA-256), `title`, `parameters`, `stories`, `groups`, `styles` (SHA-256 of each file that
        sets the look of the charts; none for a style of matplotlib), `seal` and `deviations` (see
        `analysis.seals`); `articles` (number and SHA-256 over their ids), `tables` (SHA-256 of each); `reviews` (rows
        and SHA-256 of each file in data/reviews, and of data/aliases.csv) and `reviewed` (what people decided, in
        sentences); `code` (SHA-256 over the package) and
        `commit` (of the checkout, if it is one); `packages` and `python` (versions). It holds no date, user or path of
        a machine.
    """
    sealed = seals.load_seal(run.file)
    ids = tables.read_table(run.processed / "articles", columns=["article_id"])["article_id"]
    content = {
        "run_file": {"name": paths.shown(run.file), "sha256": file_hash(run.file)},
        "title": run.title,
        "parameters": run.parameters,
        "stories": {story["name"]: dict(story) for story in run.stories},
        "groups": run.groups,
        "styles": {Path(style).name: _style_hash(style) for style in run.style},
        "seal": sealed.sealed if sealed else None,
        "deviations": seals.deviations(run.file),
        "articles": {"n": len(ids), "sha256": hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()},
        "tables": {name: _table_hash(run.processed / name) for name in sorted(_tables(run.processed))},
        "reviews": {path.name: _reviewed(path) for path in _review_files()},
        "reviewed": reviewed_in_words(run),
        "code": _code_hash(),
        "commit": _commit(),
        "packages": {name: importlib.metadata.version(name) for name in _PACKAGES},
        "python": platform.python_version(),
    }
    return json.loads(json.dumps(content, default=str))  # type: ignore[no-any-return]


def write_provenance(made_of: Mapping[str, Any], target: Path) -> None:
    """Write what `gather_provenance` returned into a report's folder, as provenance.json."""
    text = json.dumps(made_of, indent=1, ensure_ascii=False)
    (target / FILE).write_text(text + "\n", encoding="utf-8")


def _style_hash(style: str) -> str | None:
    """Return the SHA-256 of a style file; a style that matplotlib brings has none of its own."""
    return file_hash(Path(style)) if Path(style).is_file() else None


def _tables(processed: Path) -> list[str]:
    """Return the names of the public tables that a folder holds."""
    return [
        name for name in tables.TABLES for path in (processed / name, processed / f"{name}.parquet") if path.exists()
    ]


def _table_hash(table: Path) -> str:
    """Return a SHA-256 over the files of a table."""
    files = tables.part_files(table) if table.is_dir() else [table.with_name(f"{table.name}.parquet")]
    return hashlib.sha256("".join(stores.at_once(engine.part_hash, files)).encode()).hexdigest()


def _review_files() -> list[Path]:
    """Return the files in which people correct and name what the program finds."""
    workspace = paths.workspace()
    return [*sorted(workspace.reviews.glob("*.csv")), *([workspace.aliases] if workspace.aliases.is_file() else [])]


def _reviewed(path: Path) -> dict[str, Any]:
    try:
        rows = len(read_rows(path, []))
    except ValueError:  # what a run reads was read by now, so this is some other file that lies there
        rows = max(len(path.read_bytes().splitlines()) - 1, 0)
    return {"rows": rows, "sha256": file_hash(path)}


def _code_hash() -> str:
    """Return a SHA-256 over the package's modules and data files."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    named = (
        f"{path.relative_to(PACKAGE).as_posix()} {file_hash(path)}" for path in files if "workspace" not in path.parts
    )
    return hashlib.sha256("\n".join(named).encode()).hexdigest()


def _commit() -> str | None:
    """Return the commit of the checkout that the package runs from, with "+" if files differ from it."""
    git = ["git", "-C", str(PACKAGE)]
    try:
        found = subprocess.run([*git, "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty=+"],
                               capture_output=True, text=True, check=False)  # fmt: skip
        tracked = subprocess.run([*git, "ls-files", "--error-unmatch", "__init__.py"], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return found.stdout.strip() or None if found.returncode == 0 and tracked.returncode == 0 else None
