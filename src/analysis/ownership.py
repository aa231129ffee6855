"""Folders that Broadsheet writes carry a small mark, so that it never deletes a file that somebody else put there."""

import json
from collections.abc import Iterable
from pathlib import Path

from analysis import paths, stores
from analysis.locks import LOCK, OWNER_ENDING

MARK = ".broadsheet.json"
_FORMAT = 1
# A folder with nothing else is empty for a person: these keep a folder in git, or file managers leave them behind.
_IGNORED = frozenset({".gitkeep", ".gitignore", ".DS_Store", "desktop.ini", "Thumbs.db", LOCK, LOCK + OWNER_ENDING})
_SHOWN = 3


def check_ours(folder: Path, kind: str, *, signs: Iterable[str]) -> None:
    """Raise ValueError unless Broadsheet may write to a folder.

    It may if the folder is new or empty, carries the mark, or holds marked folders only.

    Parameters
    ----------
    folder : Path
        The folder.
    kind : str
        What it is for, for the message: "the processed tables".
    signs : iterable of str
        Files that show that an earlier version of Broadsheet, which left no mark, wrote the folder, if all are there.
    """
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{paths.shown(folder)} is a file; give a folder for {kind}")
    if not folder.exists() or is_marked(folder) or all((folder / sign).is_file() for sign in signs):
        return
    strangers = sorted(path.name for path in stores.inside(folder) if path.name not in _IGNORED and not is_marked(path))
    if strangers:
        more = f" and {len(strangers) - _SHOWN} more" if len(strangers) > _SHOWN else ""
        raise ValueError(
            f"the folder {paths.shown(folder)} holds files that Broadsheet did not write "
            f"({', '.join(strangers[:_SHOWN])}{more}); "
            f"give a new or empty folder for {kind}, so that nothing of yours is overwritten"
        )


def mark(folder: Path, kind: str, *, files: Iterable[Path] = ()) -> None:
    """Mark a folder as Broadsheet's; `files` are those in it that Broadsheet wrote and may replace."""
    stores.make_folder(folder)
    names = sorted(path.relative_to(folder).as_posix() for path in files)
    text = json.dumps({"kind": kind, "format": _FORMAT, "files": names}, indent=1) + "\n"
    path = folder / MARK
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def is_marked(folder: Path) -> bool:
    """Return whether a folder carries the mark."""
    return (folder / MARK).is_file()


def _written(folder: Path) -> set[str]:
    """Return the files that the mark of a folder names, and the mark; none if there is no mark or it is damaged."""
    try:
        return {MARK, *map(str, json.loads((folder / MARK).read_text(encoding="utf-8"))["files"])}
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return set()


def keep_strangers(old: Path, new: Path) -> None:
    """Move the files of `old` that Broadsheet did not write to `new`, which is about to take its place.

    If `old` carries no mark, or a damaged one, the files that `new` has too count as Broadsheet's. If it carries one,
    such a file of somebody else's raises ValueError, and nothing is moved.
    """
    written = _written(old)
    marked = bool(written)
    present = [path.relative_to(old) for path in sorted(old.rglob("*")) if path.is_file()]
    strangers = [path for path in present if path.as_posix() not in written and (marked or not (new / path).exists())]
    taken = next((path for path in strangers if (new / path).exists()), None)
    if taken is not None:
        raise ValueError(
            f"{paths.shown(old / taken)} was not written by Broadsheet, and the new report has a file of that name; "
            "move yours"
        )
    for path in strangers:
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).rename(new / path)
