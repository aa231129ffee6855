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
    known = _read(folder / FILE)
    forget(folder)
    for name in _changed(folder, known):
        (folder / name).unlink()
        print(
            f"{paths.shown(folder / name)} was changed or damaged since it was written; making it again",
            file=sys.stderr,
        )
    # So no step reads them for their hashes.
    for name, entry in known.items():
        if (folder / name).is_file() and _is_same(folder / name, entry):
            engine.know_hash(folder / name, entry[2])
    yield
    files = sorted(path for path in folder.rglob("*.parquet") if not path.name.startswith("."))
    listed = {path.relative_to(folder).as_posix(): _entry(path) for path in files}
    (folder / FILE).write_text(json.dumps(listed) + "\n", encoding="utf-8")


def forget(folder: Path) -> None:
    """Delete the list, before tables are written in another way."""
    (folder / FILE).unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Entry]:
    try:
        return {name: tuple(entry) for name, entry in json.loads(path.read_text(encoding="utf-8")).items()}
    except (FileNotFoundError, ValueError):
        return {}


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
