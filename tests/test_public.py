"""What `import analysis` offers, to programs, editors and type checkers."""

import ast
import subprocess
import sys

import pytest
from conftest import ROOT

import analysis


def test_every_name_can_be_imported_and_is_listed():
    for name in analysis.__all__:
        assert callable(getattr(analysis, name)), name
    assert dir(analysis) == analysis.__all__


def test_type_checkers_see_the_same_names():
    stub = ast.parse((ROOT / "src/analysis/__init__.pyi").read_text(encoding="utf-8"))
    offered = [alias.asname for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted(offered) == sorted(analysis.__all__)  # "from … import x" alone offers nothing to them
    assert (ROOT / "src/analysis/py.typed").is_file()


def test_a_slip_is_answered():
    with pytest.raises(AttributeError, match=r"analysis has no 'find_quote'; did you mean find_quotes\?"):
        _ = analysis.find_quote
    with pytest.raises(AttributeError, match=r"analysis has no 'zzz'; it offers: .*find_quotes"):
        _ = analysis.zzz


def test_importing_loads_no_library():
    heavy = ("pandas", "numpy", "matplotlib", "sklearn", "nltk", "onnxruntime", "papermill", "upath", "fsspec")
    program = f"import analysis, sys; print([name for name in {heavy} if name in sys.modules])"
    got = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert got.stdout.strip() == "[]"


def test_opening_a_notebook_and_saving_a_chart_load_nothing_that_only_other_steps_need():
    others = (
        "sklearn",
        "scipy.stats",
        "scipy.optimize",
        "nltk",
        "onnxruntime",
        "openpyxl",
        "lxml.html",
        "trafilatura",
        "upath",
    )
    program = (
        "from analysis import load_findings, open_notebook, plot_coverage, save_chart; import sys; "
        f"print([name for name in {others} if name in sys.modules])"
    )
    got = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert got.stdout.strip() == "[]"
