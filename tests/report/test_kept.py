"""A report for which nothing changed is kept; whatever changed, it is made again."""

import json
import shutil

import nbformat
import pytest

from analysis import paths, report
from analysis.report.kept import keep

ARTICLE = "Ferry Runs Again\n\nBy Ann Lee\n\nJanuary 3, 2026\n\n" + "\n\n".join(
    f"The ferry to the island ran again on day {n}, and the harbor office said that it would keep its winter hours."
    for n in range(8)
)
RUN = "title: Ferries\nstories:\n  - {name: ferry, label: Ferry, find: [ferry]}\n"
# Each changes one thing: an output, the list of outputs, a notebook, a file that it imports, an input of a step.
CHANGES = {
    "a page edited": ("reports/mine/index.html", "<p>edited</p>"),
    "a table edited": ("reports/mine/charts.xlsx", "edited"),
    "the list edited": ("reports/mine/.broadsheet.made.json", "}"),
    "a notebook": ("notebooks/00-why.ipynb", "\n"),
    "a module beside the notebooks": ("notebooks/helper.py", "x = 1\n"),
    "the run file": ("runs/mine.yaml", "passage_context: 2\n"),
    "other names": ("data/aliases.csv", "kind,name,use,note\n"),
    "another article": ("data/raw/post/fair.txt", ARTICLE.replace("ferry", "fair").replace("Ferry", "Fair")),
}


@pytest.fixture(scope="module")
def ferries(tmp_path_factory):
    """Return a workspace with one article, one notebook and the report of them."""
    root = tmp_path_factory.mktemp("kept")
    for name in ("notebooks", "runs", "data/raw/post", "reports"):
        (root / name).mkdir(parents=True)
    (root / "data/raw/post/ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "runs/mine.yaml").write_text(RUN, encoding="utf-8")
    cells = [nbformat.v4.new_markdown_cell("# Why")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), root / "notebooks/00-why.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.WORKSPACE_VARIABLE, str(root))
        patch.setattr(report, "run_notebooks", copy_notebooks)
        report.make_report("runs/mine.yaml")
    return root


def copy_notebooks(run, folder):
    """Stand in for the kernels: no notebook fails, and none prints or draws anything."""
    shutil.copytree(paths.workspace().notebooks, folder / "notebooks")
    (folder / "figures").mkdir()
    return {}


@pytest.fixture
def run_again(ferries, tmp_path, monkeypatch):
    """Return a copy of the workspace, and a function that makes its report and says how often notebooks ran."""
    root = tmp_path / "workspace"
    shutil.copytree(ferries, root)
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(root))
    ran = []
    monkeypatch.setattr(report, "run_notebooks", lambda *given: ran.append(given) or copy_notebooks(*given))
    return root, lambda: report.make_report("runs/mine.yaml") and len(ran)


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_report_is_kept_to_the_byte_and_a_sentence_says_how_to_make_it_again(run_again, capsys):
    root, again = run_again
    before = contents(root / "reports/mine")
    assert again() == 0
    assert contents(root / "reports/mine") == before
    assert "reports/mine: nothing changed since it was made" in capsys.readouterr().err
    (root / "reports/mine/index.html").unlink()
    assert again() == 1
    assert contents(root / "reports/mine") == before


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_the_report_again_once(run_again, change):
    root, again = run_again
    name, added = CHANGES[change]
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(added)
    assert again() == 1
    assert again() == 1


def test_a_report_with_a_failed_notebook_is_never_kept(run_again, monkeypatch):
    root, again = run_again
    (root / "reports/mine/index.html").unlink()
    monkeypatch.setattr(report, "run_notebooks", lambda *given: copy_notebooks(*given) or {"00-why": "cell 0: no"})
    for _ in range(2):
        with pytest.raises(RuntimeError, match="notebook 00-why"):
            again()


def test_a_file_of_somebody_else_in_the_folder_stays_and_changes_nothing(run_again):
    root, again = run_again
    (root / "reports/mine/notes.txt").write_text("call the harbor", encoding="utf-8")
    assert again() == 0
    assert (root / "reports/mine/notes.txt").read_text(encoding="utf-8") == "call the harbor"


def test_the_list_of_files_is_in_the_same_order_on_every_disk(tmp_path, monkeypatch):
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    found = [tmp_path / name for name in ("c.txt", "a.txt", "b.txt")]  # as a disk may give them
    monkeypatch.setattr(type(tmp_path), "rglob", lambda *_: iter(found))
    keep(tmp_path, "key")
    made = json.loads((tmp_path / ".broadsheet.made.json").read_text(encoding="utf-8"))
    assert list(made["files"]) == ["a.txt", "b.txt", "c.txt"]
