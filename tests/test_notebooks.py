"""The form of the notebooks: thin, with parameters, without outputs in git."""

import ast
import itertools
import statistics

import nbformat
import papermill
import pytest

from analysis import paths, run
from analysis.run_files import load_run

NOTEBOOKS = run.notebooks()


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_seven_questions_are_there():
    assert [path.stem for path in NOTEBOOKS] == [
        "00-corpus-check", "01-coverage-over-time", "02-distinctive-terms", "03-topics", "04-who-is-quoted", "05-same-event",
        "06-how-sure",
    ]  # fmt: skip


def test_the_title_is_a_question_and_no_output_is_kept(notebook):
    assert notebook.cells[0].cell_type == "markdown"
    assert notebook.cells[0].source.startswith("# ") and notebook.cells[0].source.endswith("?")
    assert notebook.metadata.kernelspec.name == "python3" and "papermill" not in notebook.metadata
    assert all(not cell.outputs and cell.execution_count is None for cell in code(notebook))


def test_cells_are_short_and_hold_no_def_and_no_loop(notebook):
    # The imports, one name a line, are as long as they are.
    lines = [len(cell.source.splitlines()) for cell in code(notebook) if not cell.source.startswith("from analysis")]
    assert max(lines) <= 15 and statistics.median(lines) <= 9
    for cell in code(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While), cell.source


def test_a_sentence_stands_above_each_code_cell(notebook):
    pairs = itertools.pairwise(notebook.cells)
    assert all(above.cell_type == "markdown" for above, cell in pairs if cell.cell_type == "code")
    assert notebook.cells[-1].source.startswith("**Limits.**")


def test_prose_holds_no_result(notebook):
    prose = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert not [
        word
        for word in prose.replace("95%", "").split()
        if word.strip("(),.;").replace("%", "").replace(".", "").isdigit()
    ]


def test_papermill_reads_every_parameter_with_type_and_help():
    for path in NOTEBOOKS:
        parameters = papermill.inspect_notebook(path)
        assert {"run_file", "raw", "outlets", "since", "until"} <= parameters.keys()
        for parameter in parameters.values():
            types = {"str", "int", "float", "bool", "list[str]"}
            assert parameter["inferred_type_name"] in types, (path.stem, parameter)
            assert parameter["help"], (path.stem, parameter)


def test_the_run_file_that_ships_sets_only_what_the_notebooks_know():
    assert (
        load_run(paths.workspace().runs / "immigration-tax.yaml").parameters.keys() <= run.notebook_parameters().keys()
    )
