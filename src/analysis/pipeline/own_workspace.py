"""The workspace of a notebook that papermill runs, or of a run file, from whatever folder."""

import os
from pathlib import Path

import psutil

from analysis import paths


def use_own_workspace(run_file: str | Path) -> None:
    """Let all paths of this process count from the workspace that a notebook or a run file lies in.

    A notebook that papermill runs belongs to its own workspace, even when the current folder is in another one. An
    absolute path of a run file counts where the current folder is in none. A workspace that was named stays.
    """
    if os.environ.get(paths.WORKSPACE_VARIABLE):
        return
    home = None
    if (notebook := _papermill_notebook()) is not None:
        home = paths.workspace_around(notebook)
    elif paths.workspace_around(Path.cwd()) is None:
        home = paths.workspace_around(Path(run_file).expanduser())
    if home is not None:
        os.environ[paths.WORKSPACE_VARIABLE] = str(home)


def _papermill_notebook() -> Path | None:
    """Return the notebook that papermill was told to run, if papermill's command started this process.

    Papermill leaves a kernel in the folder that papermill runs in, and does not say which notebook it is.
    """
    try:
        parent = psutil.Process().parent()
        words, folder = (parent.cmdline(), parent.cwd()) if parent else ([], "")
    except psutil.Error:
        return None
    programs = [place for place, word in enumerate(words[:4]) if Path(word).stem == "papermill"]
    named = [word for word in words[programs[0] + 1 :] if word.endswith(".ipynb")] if programs else []
    return Path(folder, named[0]).resolve() if named else None
