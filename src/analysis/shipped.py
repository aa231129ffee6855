"""Data files that ship inside the package: models, word lists, style.

Modules open them through this module only, so that a missing file gives a clear error. The engine reads off the source
which files a step depends on: it looks for calls of `shipped_file` with a literal name.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

PACKAGE = Path(__file__).parent


def shipped_file(name: str) -> Path:
    """Return the path of a shipped file from its name below the package, written as a literal: "words/punkt.json"."""
    return PACKAGE / name


@cache
def existing(file: Path) -> Path:
    """Return `file`; raise FileNotFoundError if the package is incomplete, ValueError if the file is damaged.

    A damaged file is one whose SHA-256 is not that in checksums.json, which training/checksums.py writes.
    """
    if not file.is_file():
        raise FileNotFoundError(
            f"{file.name} is missing from {file.parent}; it is part of the package: install it again"
        )
    name = file.relative_to(PACKAGE).as_posix() if file.is_relative_to(PACKAGE) else ""
    if (known := _checksums(PACKAGE).get(name)) and known != hashlib.sha256(file.read_bytes()).hexdigest():
        raise ValueError(f"{file.name} in {file.parent} is damaged; it is part of the package: install it again")
    return file


@cache
def _checksums(package: Path) -> dict[str, str]:
    # Not a `shipped_file`: every step would depend on it, and each new model would make all of them run again.
    path = package / "checksums.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def load_arrays(file: Path) -> dict[str, np.ndarray[Any, Any]]:
    """Return the arrays of a shipped .npz file by name."""
    with np.load(existing(file), allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


@cache
def load_json(file: Path) -> Any:
    """Return what a shipped JSON file holds; it is read once, so nobody may change it."""
    return json.loads(existing(file).read_text(encoding="utf-8"))
