"""Seal a run file before the articles are read, so that readers can see which choices were made in advance."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from analysis import paths

_ENDING = ".seal.json"


class Seal(NamedTuple):
    """A sealed run file: when, the SHA-256 of its bytes, and its text."""

    sealed: str
    sha256: str
    text: str


def seal_file(run_file: Path) -> Path:
    """Return the path of a run file's seal."""
    return run_file.with_name(run_file.stem + _ENDING)


def seal(run_file: Path) -> Path:
    """Write the seal of a run file beside it, and return its path.

    Parameters
    ----------
    run_file : Path
        The run file.

    Returns
    -------
    Path
        NAME.seal.json: the moment, the SHA-256 of the run file, and its text.

    Raises
    ------
    FileExistsError
        If the run file was sealed before: a seal that can be renewed shows nothing.
    """
    target = seal_file(run_file)
    if target.exists():
        raise FileExistsError(
            f"{paths.shown(run_file)} was sealed before, on {load_seal(run_file).sealed}; "  # type: ignore[union-attr]
            f"to seal other choices, copy it to a new run file"
        )
    text = run_file.read_bytes()
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    content = Seal(moment, hashlib.sha256(text).hexdigest(), text.decode("utf-8"))
    target.write_text(json.dumps(content._asdict(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return target


def load_seal(run_file: Path) -> Seal | None:
    """Return the seal of a run file, or None if it has none.

    Raises ValueError if the seal was changed: its hash is not that of its text.
    """
    path = seal_file(run_file)
    if not path.is_file():
        return None
    try:
        found = Seal(**json.loads(path.read_text(encoding="utf-8")))
        intact = hashlib.sha256(found.text.encode()).hexdigest() == found.sha256
    except (ValueError, TypeError, AttributeError):
        intact = False
    if not intact:
        raise ValueError(
            f"the seal {paths.shown(path)} was changed after it was made; delete it, or get the first one back"
        )
    return found


def deviations(run_file: Path) -> list[str]:
    """Return what a sealed run file says otherwise than when it was sealed, one sentence per key.

    Without a seal, or without changes, the list is empty.
    """
    sealed = load_seal(run_file)
    if sealed is None:
        return []
    before, now = _flat(yaml.safe_load(sealed.text)), _flat(yaml.safe_load(run_file.read_text(encoding="utf-8")))
    changed = [key for key in dict.fromkeys([*before, *now]) if before.get(key) != now.get(key)]
    return [f"{key}: {_written(before, key)} when sealed, {_written(now, key)} now" for key in changed]


def _flat(content: Any, prefix: str = "") -> dict[str, Any]:
    """Return the values of nested keys under names such as `parameters.since`; stories count by their names.

    >>> _flat({"title": "T", "stories": [{"name": "tax", "find": ["tax*"]}]})
    {'title': 'T', 'stories.tax.name': 'tax', 'stories.tax.find': ['tax*']}
    """
    if isinstance(content, list) and content and all(isinstance(entry, dict) and "name" in entry for entry in content):
        content = {str(entry["name"]): entry for entry in content}
    if not isinstance(content, dict):
        return {prefix: content}
    return {
        name: value
        for key, inner in content.items()
        for name, value in _flat(inner, f"{prefix}.{key}" if prefix else str(key)).items()
    }


def _written(values: dict[str, Any], key: str) -> str:
    return repr(values[key]) if key in values else "nothing"
