"""Folders that Broadsheet writes carry a small mark, so that it never deletes a file that somebody else put there."""

import json
from collections.abc import Iterable
from pathlib import Path

from analysis import paths

MARK = ".broadsheet.json"
_FORMAT = 1
# Empty as far as a person is concerned: what keeps a folder in git, and what file managers leave behind.
_IGNORED = frozenset({".gitkeep", ".gitignore", ".DS_Store", "desktop.ini", "Thumbs.db"})


def check_ours(folder: Path, kind: str, *, signs: Iterable[str]) -> None:
    """Raise ValueError unless Broadsheet may write `folder`: it is new or empty, carries the mark, or holds marked folders only.

    `kind` says in the message what the folder is for ("the processed tables"). `signs` are files that show that an earlier
    version, which left no mark, wrote the folder: all of them must be there.
    """
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{paths.shown(folder)} is a file; give a folder for {kind}")
    if not folder.exists() or is_marked(folder) or all((folder / sign).is_file() for sign in signs):
        return
    strangers = sorted(path.name for path in folder.iterdir() if path.name not in _IGNORED and not is_marked(path))
    if strangers:
        more = f" and {len(strangers) - 3} more" if len(strangers) > 3 else ""
        raise ValueError(
            f"the folder {paths.shown(folder)} holds files that Broadsheet did not write ({', '.join(strangers[:3])}{more}); "
            f"give a new or empty folder for {kind}, so that nothing of yours is overwritten"
        )


def mark(folder: Path, kind: str, *, files: Iterable[Path] = ()) -> None:
    """Mark a folder as Broadsheet's; `files` are those in it that Broadsheet wrote and may replace."""
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(path.relative_to(folder).as_posix() for path in files)
    text = json.dumps({"kind": kind, "format": _FORMAT, "files": names}, indent=1) + "\n"
    path = folder / MARK
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def is_marked(folder: Path) -> bool:
    """Return whether `folder` carries the mark."""
    return (folder / MARK).is_file()


def keep_strangers(old: Path, new: Path) -> None:
    """Move the files of `old` that Broadsheet did not write over to `new`, which is about to take its place.

    Without a mark in `old`, the files that `new` has too count as Broadsheet's. With one, raises ValueError for such a file.
    """
    marked = is_marked(old)
    written = {MARK, *json.loads((old / MARK).read_text(encoding="utf-8"))["files"]} if marked else set()
    there = [path.relative_to(old) for path in sorted(old.rglob("*")) if path.is_file()]
    strangers = [path for path in there if path.as_posix() not in written and (marked or not (new / path).exists())]
    taken = next((path for path in strangers if (new / path).exists()), None)
    if taken is not None:
        raise ValueError(
            f"{paths.shown(old / taken)} was not written by Broadsheet, and the new report has a file of that name; move yours"
        )
    for path in strangers:
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).rename(new / path)
