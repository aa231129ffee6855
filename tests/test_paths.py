"""The workspace: the folder that a person stands in, or names."""

import pytest

from analysis import paths


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return a workspace that no environment variable names."""
    for name in ("notebooks", "runs", "data/raw"):
        (tmp_path / "home" / name).mkdir(parents=True)
    monkeypatch.delenv(paths.WORKSPACE_VARIABLE, raising=False)
    return tmp_path / "home"


@pytest.mark.parametrize("inside", ["", "notebooks", "data/raw"])
def test_it_is_found_from_every_folder_inside(home, monkeypatch, inside):
    monkeypatch.chdir(home / inside)
    assert paths.workspace().root == home
    assert paths.resolve("data/raw") == paths.workspace().raw == home / "data" / "raw"
    assert paths.shown(home / "data" / "raw") == "data/raw"


def test_the_nearest_one_counts(home, monkeypatch):
    inner = home / "data" / "inner"
    for name in ("notebooks", "runs"):
        (inner / name).mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert paths.workspace().root == inner


def test_the_environment_variable_goes_before_the_current_folder(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(home))
    assert paths.workspace().root == home and paths.resolve("runs") == home / "runs"


def test_outside_of_one_a_path_counts_from_the_current_folder_and_the_error_says_what_to_do(
    home, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert paths.resolve("home") == home and paths.shown(home) == "home"
    with pytest.raises(
        FileNotFoundError, match=r"there is no workspace at .*--workspace FOLDER.*broadsheet init FOLDER"
    ):
        paths.workspace()


def test_a_named_folder_that_is_none_is_an_error(home, monkeypatch):
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(home / "data"))
    with pytest.raises(
        FileNotFoundError, match=r"data, which BROADSHEET_WORKSPACE or --workspace names, is no workspace"
    ):
        paths.workspace()
