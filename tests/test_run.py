"""The runner: notebooks executed with a run's parameters, and a failing cell named."""

import errno
import os
import re
from pathlib import Path

import nbformat
import pytest

from analysis import paths, run
from analysis.run_files import load_run

RUN = "title: Taxes\nstories:\n  - {name: tax, label: Tax, find: [tax*], least_hits: 1}\n"


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Return a workspace without notebooks, with the run file mine.yaml."""
    for name in ("notebooks", "runs"):
        (tmp_path / name).mkdir()
    (tmp_path / "runs/mine.yaml").write_text(RUN, encoding="utf-8")
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))
    return tmp_path


def notebook(*sources):
    parameters = nbformat.v4.new_code_cell("run_file: str = ''\nraw: str = ''", metadata={"tags": ["parameters"]})
    cells = [nbformat.v4.new_markdown_cell("# Why?"), parameters, *map(nbformat.v4.new_code_cell, sources)]
    return nbformat.v4.new_notebook(
        cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )


def test_a_failing_cell_is_named_with_its_error_and_the_other_notebooks_are_made(workspace):
    failing = notebook("1 + 1", "raise ValueError('no article is left; widen since')")
    nbformat.write(failing, workspace / "notebooks" / "00-why.ipynb")
    nbformat.write(notebook("print('fine')"), workspace / "notebooks" / "01-how.ipynb")
    failed = run.run_notebooks(load_run("runs/mine.yaml"), workspace / "out")
    assert list(failed) == ["00-why"]
    assert re.fullmatch(r"cell \d+: ValueError: no article is left; widen since", failed["00-why"])
    other = nbformat.read(workspace / "out/notebooks/01-how.ipynb", as_version=4)
    assert other.cells[-1].outputs[0].text == "fine\n"


def test_a_full_disk_is_named_although_half_a_notebook_is_left(workspace, monkeypatch):
    def written_in_part(source, target, *args, **kwargs):
        Path(target).write_text('{"cells": [', encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")

    nbformat.write(notebook("1 + 1"), workspace / "notebooks/00-why.ipynb")
    monkeypatch.setattr("papermill.execute_notebook", written_in_part)
    with pytest.raises(OSError, match="No space left"):
        run.run_notebooks(load_run("runs/mine.yaml"), workspace / "out")


def test_the_environment_is_put_back(monkeypatch):
    monkeypatch.setenv("BROADSHEET_A", "before")
    monkeypatch.delenv("BROADSHEET_B", raising=False)
    with run.environment({"BROADSHEET_A": "during", "BROADSHEET_B": "during"}):
        assert os.environ["BROADSHEET_A"] == os.environ["BROADSHEET_B"] == "during"
    assert os.environ["BROADSHEET_A"] == "before" and "BROADSHEET_B" not in os.environ


def test_a_notebook_is_given_the_run_and_the_workspace_and_no_path_of_the_machine(workspace):
    nbformat.write(
        notebook("import analysis.paths", "print(analysis.paths.workspace().root, run_file, repr(raw))"),
        workspace / "notebooks/00-why.ipynb",
    )
    run.run_notebooks(load_run("runs/mine.yaml"), workspace / "out")
    executed = nbformat.read(workspace / "out/notebooks/00-why.ipynb", as_version=4)
    assert executed.cells[-1].outputs[0].text == f"{workspace} runs/mine.yaml ''\n"
