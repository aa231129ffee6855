"""Notice tables that were changed or damaged since they were written, so that they are made again."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis import engine, paths, stores
from analysis.code_version import file_hash

FILE = ".broadsheet.files.json"

# State of a file, see `stores.state`, and its SHA-256.
Entry = tuple[str, str]


@contextmanager
def checked(folder: Path) -> Iterator[None]:
    """Delete the tables whose bytes are not those that the last run wrote, and list the tables again at the end.

    What is deleted is named on standard error; the with block makes it again. A run that is stopped leaves no list, so
    what it had made is kept. The lock of the folder must be held.

    Parameters
    ----------
    folder : Path
        A folder of tables.
    """
    whole = drop_changed(folder)
    # So no step reads them for their hashes.
    stores.at_once(lambda name: engine.know_hash(folder / name, whole[name]), whole)
    yield
    files = sorted(path for path in folder.rglob("*.parquet") if not path.name.startswith("."))
    names = [path.relative_to(folder).as_posix() for path in files]
    listed = dict(zip(names, stores.at_once(_entry, files), strict=True))
    (folder / FILE).write_text(json.dumps(listed) + "\n", encoding="utf-8")


def drop_changed(folder: Path) -> dict[str, str]:
    """Delete the tables whose bytes are not those in the list, and name them; delete the list.

    Return the SHA-256 of each table that is as it was listed, by its name.
    """
    known = _read(folder / FILE)
    (folder / FILE).unlink(missing_ok=True)
    found = dict(zip(known, stores.at_once(lambda name: _is_whole(folder / name, *known[name]), known), strict=True))
    for name in (name for name, is_whole in found.items() if is_whole is False):
        (folder / name).unlink()
        print(
            f"{paths.shown(folder / name)} was changed or damaged since it was written; making it again",
            file=sys.stderr,
        )
    return {name: known[name][1] for name, is_whole in found.items() if is_whole}


def _read(path: Path) -> dict[str, Entry]:
    """Return the list; an empty one if it is not as a run writes it, since what it names may be deleted."""
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        return {name: (state, sha) for name, (state, sha) in listed.items() if _is_ours(path.parent, name)}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return {}


def _is_ours(folder: Path, name: str) -> bool:
    """Return whether a name is that of a table in the folder: a list that came from elsewhere may name any file."""
    path = folder / name
    return path.suffix == ".parquet" and path.resolve().is_relative_to(folder.resolve())


def _is_whole(path: Path, state: str, digest: str) -> bool | None:
    """Return whether a file has the bytes that were listed; None if there is no such file."""
    try:
        # Hashing everything would take seconds; a file that nobody wrote to since is taken as the same.
        return stores.state(path) == state or file_hash(path) == digest
    except OSError:
        return None


def _entry(path: Path) -> Entry:
    return stores.state(path), engine.part_hash(path)
