"""Where things lie: the analyst's workspace, and paths as run files and messages give them."""

import os
from pathlib import Path
from typing import NamedTuple

from analysis import stores

# Names the workspace, whatever folder a program runs in. The runner sets it for the notebooks that it executes.
WORKSPACE_VARIABLE = "BROADSHEET_WORKSPACE"
# Names the report that is being made. The runner sets it for the notebooks that it executes, and only there.
REPORT_VARIABLE = "BROADSHEET_REPORT"
# A folder that holds both of these is a workspace.
_SIGNS = ("notebooks", "runs")


class Workspace(NamedTuple):
    """The folder that an analyst works in: articles, notebooks, run files, tables and reports."""

    root: Path

    @property
    def raw(self) -> Path:
        """The folder of the articles as they arrived."""
        return self.root / "data" / "raw"

    @property
    def processed(self) -> Path:
        """The folder of the tables."""
        return self.root / "data" / "processed"

    @property
    def reviews(self) -> Path:
        """The folder of what analysts coded and corrected."""
        return self.root / "data" / "reviews"

    @property
    def aliases(self) -> Path:
        """The file in which the analyst says which names of outlets and speakers mean the same."""
        return self.root / "data" / "aliases.csv"

    @property
    def reports(self) -> Path:
        """The folder of the reports, one folder a run."""
        return self.root / "reports"

    @property
    def runs(self) -> Path:
        """The folder of the run files."""
        return self.root / "runs"

    @property
    def notebooks(self) -> Path:
        """The folder of the notebooks."""
        return self.root / "notebooks"


def is_workspace(folder: Path) -> bool:
    """Return whether `folder` is a workspace: whether it holds `notebooks/` and `runs/`."""
    return all((folder / sign).is_dir() for sign in _SIGNS)


def workspace() -> Workspace:
    """Return the workspace that a person stands in.

    It is the folder that the environment variable `BROADSHEET_WORKSPACE` names, or else the nearest folder, from the
    current one upward, that holds `notebooks/` and `runs/`.

    Returns
    -------
    Workspace

    Raises
    ------
    FileNotFoundError
        If there is no such folder, with what to do.
    """
    named = os.environ.get(WORKSPACE_VARIABLE, "")
    if named:
        folder = Path(named).expanduser().resolve()
        if not is_workspace(folder):
            raise FileNotFoundError(
                f"the folder {folder}, which {WORKSPACE_VARIABLE} or --workspace names, is no workspace: it must hold "
                f"the folders {' and '.join(_SIGNS)}; make a new workspace with `broadsheet init FOLDER`"
            )
        return Workspace(folder)
    here = workspace_around(Path.cwd())
    if here is None:
        raise FileNotFoundError(
            f"there is no workspace at {Path.cwd()} or above it: no folder there holds {' and '.join(_SIGNS)}. "
            "Go to your workspace, or name it with --workspace FOLDER or the environment variable "
            f"{WORKSPACE_VARIABLE}, or make a new one with `broadsheet init FOLDER`"
        )
    return Workspace(here)


def workspace_around(place: Path) -> Path | None:
    """Return the nearest workspace from `place` upward, or None if there is none."""
    place = place.resolve()
    return next((folder for folder in (place, *place.parents) if is_workspace(folder)), None)


def review_file(name: str, path: str | Path = "") -> Path:
    """Return a file of what people decided: `path`, or the one of this name in the workspace's `data/reviews`."""
    return resolve(path) if path else workspace().reviews / name


def _base() -> Path:
    """Return the folder that relative paths count from: the workspace, or the current folder where there is none."""
    if os.environ.get(WORKSPACE_VARIABLE):
        return workspace().root
    return workspace_around(Path.cwd()) or Path.cwd().resolve()


def resolve(path: str | Path) -> Path:
    """Return `path` as an absolute path.

    A relative one counts from the workspace, so that a notebook works from any folder; where there is no workspace, it
    counts from the current folder. An address such as s3://bucket/folder stays what it is.

    >>> resolve("data/raw") == workspace().raw
    True
    """
    path = stores.as_path(path)
    if stores.is_address(path):
        return path
    path = path.expanduser()
    return path.resolve() if path.is_absolute() else (_base() / path).resolve()


def shown(path: str | Path) -> str:
    """Return `path` as a message or a report shows it: relative to the workspace if it lies inside.

    >>> shown(workspace().raw / "a.txt")
    'data/raw/a.txt'
    """
    if stores.is_address(path):
        return str(path)
    path, base = Path(path), _base()
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()
