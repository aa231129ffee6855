"""JupyterLab in a browser: Run All in a notebook, and an article coded by keyboard whose decisions outlive an ingest.

`benchmarks/notebooks.py` runs all notebooks so, on the whole sample.
"""

import shutil
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from conftest import ROOT

from analysis import open_run, paths, read_table
from analysis.new_workspace import init_workspace
from lab_server import CHROMIUM, FLAGS, errors, run_all, serve

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no Chromium at {CHROMIUM}"),
]
OUTLET = "the-dunmore-courier"
RUN = "runs/immigration-tax.yaml"
REVIEW = f"""
from analysis import open_notebook, read_table, review_queue, review_quotes

run, articles = open_notebook({RUN!r})
quotes = read_table(run.processed / "quotes")
copied = articles[articles["source_path"].str.endswith(".txt")]
n_quotes = quotes[quotes["article_id"].isin(copied["article_id"])]["article_id"].value_counts()
one = copied[copied["article_id"] == n_quotes[n_quotes >= 3].index[-1]]
review_quotes(review_queue(quotes, one), one, coder="kim")
"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Return JupyterLab in a workspace with one outlet of the sample."""
    folder = tmp_path_factory.mktemp("lab")
    workspace = init_workspace(folder / "workspace")
    shutil.copytree(ROOT / "data/raw" / OUTLET, workspace / "data/raw" / OUTLET)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(REVIEW.strip())])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, workspace / "notebooks/review.ipynb")
    with serve(workspace, folder, source=Path(ROOT, "src")) as lab:
        yield lab


@pytest.fixture
def tab(lab):
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS.split())
        tab = browser.new_page(viewport={"width": 1300, "height": 2000})
        tab.set_default_timeout(300_000)
        yield tab
        browser.close()
    lab.stop_kernels()


def test_run_all_shows_the_answer_and_charts_and_no_error(tab, lab):
    notebook = run_all(tab, lab, "00-corpus-check.ipynb")
    assert errors(notebook) == []
    shown = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    pages = ["".join(output.get("data", {}).get("text/html", "")) for output in shown]
    assert sum("<figure" in page for page in pages) >= 1
    assert not [output for output in shown if output.get("name") == "stderr"]
    assert tab.locator(".dt-container").count() > 0  # tables that can be searched


def test_an_article_is_coded_by_keyboard_and_the_decisions_hold_after_a_new_ingest(tab, lab, monkeypatch):
    assert errors(run_all(tab, lab, "review.ipynb")) == []
    progress = tab.locator(".widget-html", has_text="decided")
    n = int(progress.inner_text().split(" of ")[1].split()[0])
    tab.get_by_placeholder("a key: r right").focus()
    for done, decision in enumerate(["s", "d", *["r"] * (n - 2)], start=1):
        if decision == "s":
            tab.keyboard.press("Tab")
            tab.keyboard.type("Bo Finch")
            tab.keyboard.press("Shift+Tab")
        tab.keyboard.type(decision)
        tab.get_by_text(f"{done} of {n} decided").wait_for()
    reviews = (lab.workspace / "data/reviews/quotes.csv").read_text(encoding="utf-8").splitlines()
    assert len(reviews) == 1 + n and all(",kim," in line for line in reviews[1:])

    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(lab.workspace))
    processed = lab.workspace / "data/processed"
    [coded] = {line.split(",")[2] for line in reviews[1:]}
    articles = read_table(processed / "articles").set_index("article_id")
    file = lab.workspace / "data/raw" / articles.at[coded, "source_path"]
    beginning = articles.at[coded, "text"].split("\n\n")[1][:30]
    text = file.read_text(encoding="utf-8")
    assert beginning in text
    file.write_text(text.replace(beginning, f"The council meets on Friday. {beginning}"), encoding="utf-8")
    run = open_run(RUN)
    again = read_table(run.processed / "articles").set_index("article_id")
    [changed] = again.index[again["source_path"] == articles.at[coded, "source_path"]]
    assert changed != coded
    quotes = read_table(run.processed / "quotes").query("article_id == @changed")
    # In an article with another sentence, the program need not find every quote again.
    assert (quotes["reviewed"] == "right").sum() >= (n - 2) / 2
    refused = pd.read_csv(lab.workspace / "data/reviews/quotes.csv").query("decision == 'not a quote'")["content"]
    assert len(refused) == 1 and not quotes["content"].isin(refused).any()
    assert quotes.loc[quotes["reviewed"] == "wrong speaker", "speaker"].tolist() == ["Bo Finch"]
