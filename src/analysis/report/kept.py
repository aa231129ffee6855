"""Keep a report as it is where nothing changed: not what it is made of, and none of its own files."""

import hashlib
import importlib.metadata
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis import engine, paths, stores
from analysis.code_version import file_hash
from analysis.run import notebooks
from analysis.run_files import Run

_FILE = ".broadsheet.made.json"


def inputs_key(run: Run, made_of: Mapping[str, Any]) -> str:
    """Return a SHA-256 over all that the program knows to go into a report.

    That is its provenance `made_of` (run file, reviews, code and the rest), all tables of the run, the files beside the
    notebooks, the installed packages, and where the articles lie.
    """
    beside = [path for path in sorted(notebooks()[0].parent.rglob("*")) if path.is_file() and not _is_hidden(path)]
    stored = [path for path in sorted(run.processed.rglob("*.parquet")) if not path.name.startswith(".")]
    content = [
        made_of,
        [(paths.shown(path), file_hash(path)) for path in beside],
        list(zip(map(paths.shown, stored), stores.at_once(engine.part_hash, stored), strict=True)),
        sorted((package.name, package.version) for package in importlib.metadata.distributions()),
        [run.name, paths.shown(run.raw)],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _is_hidden(path: Path) -> bool:
    """Return whether a file is of an editor or of Python, such as a checkpoint of JupyterLab."""
    inside = path.relative_to(notebooks()[0].parent).parts
    return any(part.startswith(".") or part == "__pycache__" for part in inside)


def keep(report: Path, key: str) -> None:
    """Write the key of a whole report and the SHA-256 of each of its files into its folder."""
    files = {
        path.relative_to(report).as_posix(): file_hash(path) for path in sorted(report.rglob("*")) if path.is_file()
    }
    (report / _FILE).write_text(json.dumps({"key": key, "files": files}) + "\n", encoding="utf-8")


def is_kept(report: Path, key: str) -> bool:
    """Return whether a report is there, whole and under the same key; if so, say it on standard error.

    A report with a file that is gone or edited is not kept, nor one that lost its list. A notebook that reads other
    files than the tables of its run does so unseen, so the sentence says how to make the report again.
    """
    try:
        made = json.loads((report / _FILE).read_text(encoding="utf-8"))
        same = made["key"] == key and _as_written(report, made["files"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False
    if same:
        print(
            f"{paths.shown(report)}: nothing changed since it was made; to make it again, delete its index.html",
            file=sys.stderr,
        )
    return bool(same)


def _as_written(report: Path, files: dict[str, str]) -> bool:
    return all((report / name).is_file() and file_hash(report / name) == digest for name, digest in files.items())
