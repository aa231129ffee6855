"""A report with a notebook that fails: shown as failed, the others stand, and what a killed run left is removed."""

import nbformat
import pytest
from lxml import html

from analysis import paths
from analysis.report import make_report

ARTICLE = "Ferry Runs Again\n\nBy Ann Lee\n\nJanuary 3, 2026\n\n" + "\n\n".join(
    f"The ferry to the island ran again on day {n}, and the harbor office said that it would keep its winter hours."
    for n in range(8)
)
PARAMETERS = "run_file: str = ''\nraw: str = ''"


def write_notebook(path, source):
    parameters = nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})
    cells = [nbformat.v4.new_markdown_cell(f"# {path.stem}"), parameters, nbformat.v4.new_code_cell(source)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Return a workspace with one article and two notebooks, the first of which fails."""
    for name in ("notebooks", "runs", "data/raw/post", "reports/.mine-making-killed"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "data/raw/post/ferry.txt").write_text(ARTICLE, encoding="utf-8")
    story = "stories:\n  - {name: ferry, label: Ferry, find: [ferry]}\n"
    (tmp_path / "runs/mine.yaml").write_text(f"title: Ferries\n{story}", encoding="utf-8")
    write_notebook(tmp_path / "notebooks/00-why.ipynb", "raise ValueError('<b>no ferry</b>')")
    write_notebook(tmp_path / "notebooks/01-how.ipynb", "print('it floats')")
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.slow
def test_the_report_has_the_other_notebooks_and_says_which_failed(workspace):
    with pytest.raises(
        RuntimeError, match=r"notebook 00-why, cell \d+: ValueError: .*no ferry.*reports/mine/index.html"
    ):
        make_report("runs/mine.yaml")
    page = (workspace / "reports/mine/index.html").read_text(encoding="utf-8")
    assert "This notebook failed" in page and "ValueError: &lt;b&gt;no ferry" in page
    titles = html.fromstring(page).xpath("//h3[@class='question']")
    assert [title.text_content() for title in titles] == ["00-why", "01-how"]
    for path in (workspace / "reports/mine").rglob("*.ipynb"):
        assert str(workspace) not in path.read_text(encoding="utf-8"), path  # nor anything else of this machine
    assert "it floats" in (workspace / "reports/mine/notebooks/01-how.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (workspace / "reports").iterdir()) == [".mine.lock", "index.html", "mine"]
