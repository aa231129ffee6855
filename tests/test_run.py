"""Run files: what is told when one is wrong, and what the runner refuses."""

import re

import nbformat
import pytest

from analysis import paths, run

STORY = "stories:\n  - {name: tax, label: Tax, find: [tax*], least_hits: 1}\n"


@pytest.fixture
def write(tmp_path):
    def write(text, name="mine.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_good_run_file_is_read(write, tmp_path):
    got = run.load_run(write("title: Taxes\nraw: data/raw\n" + STORY + "parameters: {since: '2026-01-05'}\n"))
    assert (got.name, got.title, got.raw) == ("mine", "Taxes", paths.RAW)
    assert got.processed == paths.PROCESSED / "mine" and got.report == paths.REPORTS / "mine"
    assert got.parameters == {"since": "2026-01-05"} and got.stories[0]["name"] == "tax"


def test_a_run_may_name_the_folder_of_its_tables(write, tmp_path):
    file = write("title: Taxes\nprocessed: data/processed\n" + STORY)
    assert run.load_run(file).processed == paths.PROCESSED
    assert run.load_run(file, raw=tmp_path / "ours").processed == paths.PROCESSED / "mine-ours"


def test_other_articles_get_tables_and_a_report_of_their_own_and_no_note_on_the_sample(write, tmp_path):
    got = run.load_run(write("title: Taxes\ncorpus_note: Invented.\n" + STORY), raw=tmp_path / "ours")
    assert (got.name, got.raw, got.corpus_note) == ("mine-ours", tmp_path / "ours", "")
    assert got.processed == paths.PROCESSED / "mine-ours" and got.report == paths.REPORTS / "mine-ours"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "title: T\nstoris: []\n" + STORY,
            "there is no 'storis' (did you mean stories?); allowed are: title, raw, processed, stories",
        ),
        ("title: T\n", "lacks stories (the stories to compare); add it"),
        ("title: [T\n" + STORY, "is not YAML"),
        ("just words", "must hold `key: value` lines; the keys are: title, raw"),
        ("title: T\n" + STORY + "parameters: [since]\n", "must be `name: value` lines"),
        ("title: T\nstories:\n  - {name: tax, find: []}\n", "find"),
    ],
)
def test_a_slip_in_a_run_file_is_one_clear_sentence(write, text, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        run.load_run(write(text))


def test_an_unknown_parameter_is_told_before_anything_is_read(write):
    with pytest.raises(ValueError, match=r"there is no 'sinse' \(did you mean since\?\); allowed are: .*most_outlets"):
        run.make_report(write("title: T\nraw: nowhere\n" + STORY + "parameters: {sinse: x}\n"))


def test_a_run_file_that_is_not_there_names_those_that_are():
    with pytest.raises(
        FileNotFoundError, match=r"no run file runs/none.yaml; the run files are: .*runs/immigration-tax.yaml"
    ):
        run.load_run("runs/none.yaml")


def notebook(*sources):
    parameters = nbformat.v4.new_code_cell("run_file: str = ''\nraw: str = ''", metadata={"tags": ["parameters"]})
    cells = [nbformat.v4.new_markdown_cell("# Why?"), parameters, *map(nbformat.v4.new_code_cell, sources)]
    return nbformat.v4.new_notebook(
        cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )


def test_a_failing_cell_is_named_with_its_notebook_and_its_error(write, tmp_path, monkeypatch):
    nbformat.write(notebook("1 + 1", "raise ValueError('no article is left; widen since')"), tmp_path / "00-why.ipynb")
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path)
    told = run.load_run(write("title: Taxes\n" + STORY))
    with pytest.raises(RuntimeError, match=r"notebook 00-why, cell \d+: ValueError: no article is left; widen since"):
        run.run_notebooks(told, tmp_path / "out")


def test_the_environment_is_put_back(monkeypatch):
    monkeypatch.setenv("BROADSHEET_A", "before")
    monkeypatch.delenv("BROADSHEET_B", raising=False)
    with run._environment({"BROADSHEET_A": "during", "BROADSHEET_B": "during"}):
        assert run.os.environ["BROADSHEET_A"] == run.os.environ["BROADSHEET_B"] == "during"
    assert run.os.environ["BROADSHEET_A"] == "before" and "BROADSHEET_B" not in run.os.environ
