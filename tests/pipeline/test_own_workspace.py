"""A notebook finds its workspace, whatever folder it is run from."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from analysis import open_notebook, paths

HEAD = "The ferry tax\n\nBy Ann Lee\n\nMay 4, 2026\n\n"
SAID = {
    "post": "“The ferry tax pays for a new pier and two boats,” Mayor Dana Oak said on Monday.",
    "star": "Captains who live upriver asked the council to stop the ferry tax before winter.",
    "times": "Nobody counted how many riders a ferry tax would keep away, a report found.",
}
RUN = "title: Ferries\nstories:\n  - {name: ferry, label: Ferries, find: [ferr*], least_hits: 1}\n"


def make_workspace(folder, outlets):
    for name in ("notebooks", "runs", *(f"data/raw/{outlet}" for outlet in outlets)):
        (folder / name).mkdir(parents=True)
    for outlet in outlets:
        (folder / f"data/raw/{outlet}/1.txt").write_text(HEAD + f"{SAID[outlet]}\n\n" * 9, encoding="utf-8")
    (folder / "runs/immigration-tax.yaml").write_text(RUN, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_papermill_runs_a_notebook_from_a_folder_in_another_workspace(tmp_path):
    source = paths.workspace().notebooks / "04-who-is-quoted.ipynb"
    home = make_workspace(tmp_path / "home", ["post", "star", "times"])
    other = make_workspace(tmp_path / "other", ["times"])
    shutil.copy(source, home / "notebooks")
    output = tmp_path / "elsewhere" / "out.ipynb"
    output.parent.mkdir()
    command = [sys.executable, "-m", "papermill", f"../home/notebooks/{source.name}", str(output)]
    environment = {name: value for name, value in os.environ.items() if name != paths.WORKSPACE_VARIABLE}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    got = subprocess.run(
        [*command, "-p", "outlets", '["Post", "Star"]'], cwd=other, env=environment, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip
    assert got.returncode == 0, got.stderr
    assert "2 articles" in json.dumps(json.loads(output.read_text(encoding="utf-8")))
    assert (home / "reports/lab/figures").is_dir() and (home / "data/processed/immigration-tax").is_dir()
    assert not (other / "reports").exists() and not (other / "data/processed").exists()


@pytest.fixture
def outside(tmp_path, monkeypatch):
    """Stand in a folder outside of any workspace, and name none."""
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, "")  # what is set below ends with the test
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_outside_of_a_workspace_a_run_file_leads_to_its_own(outside):
    home = make_workspace(outside / "home", ["post"])
    run, articles = open_notebook(home / "runs/immigration-tax.yaml")
    assert run.processed == home / "data/processed/immigration-tax"
    assert articles["outlet"].tolist() == ["Post"]


def test_where_no_workspace_can_be_found_the_message_says_how_to_name_one(outside):
    with pytest.raises(
        FileNotFoundError, match=r"there is no workspace at .*environment variable BROADSHEET_WORKSPACE"
    ):
        open_notebook("runs/immigration-tax.yaml")
