"""Notice tables that were changed or damaged since they were written, so that they are made again."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis import engine, paths
from analysis.code_version import file_hash

FILE = ".broadsheet.files.json"

# Size, time of the last change in nanoseconds, and SHA-256 of a file.
Entry = tuple[int, int, str]


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
    known = drop_changed(folder)
    # So no step reads them for their hashes.
    for name, entry in known.items():
        if (folder / name).is_file() and _is_same(folder / name, entry):
            engine.know_hash(folder / name, entry[2])
    yield
    files = sorted(path for path in folder.rglob("*.parquet") if not path.name.startswith("."))
    listed = {path.relative_to(folder).as_posix(): _entry(path) for path in files}
    (folder / FILE).write_text(json.dumps(listed) + "\n", encoding="utf-8")


def drop_changed(folder: Path) -> dict[str, Entry]:
    """Delete the tables whose bytes are not those in the list, and name them; delete the list, and return it."""
    known = _read(folder / FILE)
    (folder / FILE).unlink(missing_ok=True)
    for name in _changed(folder, known):
        (folder / name).unlink()
        print(
            f"{paths.shown(folder / name)} was changed or damaged since it was written; making it again",
            file=sys.stderr,
        )
    return known


def _read(path: Path) -> dict[str, Entry]:
    """Return the list; an empty one if it is not as a run writes it, since what it names may be deleted."""
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        return {name: (size, time, sha) for name, (size, time, sha) in listed.items() if _is_ours(path.parent, name)}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return {}


def _is_ours(folder: Path, name: str) -> bool:
    """Return whether a name is that of a table in the folder: a list that came from elsewhere may name any file."""
    path = folder / name
    return path.suffix == ".parquet" and path.resolve().is_relative_to(folder.resolve())


def _changed(folder: Path, known: dict[str, Entry]) -> list[str]:
    there = {name: entry for name, entry in known.items() if (folder / name).is_file()}
    # Hashing everything would take seconds; a file that nobody wrote to since is taken as the same.
    touched = [name for name, entry in there.items() if not _is_same(folder / name, entry)]
    return [name for name in touched if file_hash(folder / name) != there[name][2]]


def _is_same(path: Path, entry: Entry | None) -> bool:
    state = path.stat()
    return entry is not None and (state.st_size, state.st_mtime_ns) == entry[:2]


def _entry(path: Path) -> Entry:
    state = path.stat()
    return state.st_size, state.st_mtime_ns, engine.part_hash(path)
