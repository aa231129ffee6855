"""Data files that ship inside the package: models, word lists, style.

Modules open them through this module only, so that a missing file gives a clear error. The engine reads off the source
which files a step depends on: it looks for calls of `shipped_file` with a literal name.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

PACKAGE = Path(__file__).parent


def shipped_file(name: str) -> Path:
    """Return the path of a shipped file from its name below the package, written as a literal: "words/punkt.json"."""
    return PACKAGE / name


def existing(file: Path) -> Path:
    """Return `file`, or raise FileNotFoundError if the package is incomplete."""
    if not file.is_file():
        raise FileNotFoundError(
            f"{file.name} is missing from {file.parent}; it is part of the package: install it again"
        )
    return file


def load_arrays(file: Path) -> dict[str, np.ndarray[Any, Any]]:
    """Return the arrays of a shipped .npz file by name."""
    with np.load(existing(file), allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def load_json(file: Path) -> Any:
    """Return what a shipped JSON file holds."""
    return json.loads(existing(file).read_text(encoding="utf-8"))
