"""The whole way, as `make report` goes it: sample to page, in a copy of the checkout; twice, with the same bytes."""

import json
import re
import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
import pandas as pd
import pytest
from conftest import ROOT, copy_checkout, run_in
from passages_held import all_listed, articles, listed_at

from analysis import paths
from analysis.__main__ import main
from analysis.corpus import load_articles
from analysis.report.page import write_page
from analysis.run_files import load_run
from analysis.tables import read_table

RUN = "runs/immigration-tax.yaml"


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.images = [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "a":
            self.links.append(values["href"])
        if tag == "img":
            self.images.append(values)


def analysis(root, *words):
    return run_in(root, sys.executable, "-m", "analysis", *words)


@pytest.fixture(scope="module")
def report(root, made):
    assert made.returncode == 0, made.stderr
    return root / "reports" / "immigration-tax"


def searched(page):
    """Return the rows of a page to search."""
    [content] = lxml.html.parse(page).xpath("//script[@id='content']/text()")
    return json.loads(content)["rows"]


def contents(root):
    report = root / "reports/immigration-tax"
    tables = (root / "data/processed").rglob("*.parquet")
    pages = [file for kind in ("html", "js", "ipynb") for file in report.rglob(f"*.{kind}")]
    wanted = [*tables, *(report / "figures").iterdir(), *pages]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in wanted}


def test_it_ends_well_and_without_a_warning(made, report):
    assert made.stdout.splitlines()[-1] == "reports/immigration-tax/index.html"
    assert "warning" not in made.stderr.lower()


def test_every_notebook_has_its_charts_with_all_files_and_words(report):
    charts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((report / "figures").glob("*.json"))]
    assert {chart["name"][:2] for chart in charts} == {"00", "01", "02", "03", "04", "05", "06"}
    for chart in charts:
        assert chart["title"] and chart["alt"] and chart["caption"]
        assert all(
            (report / "figures" / f"{chart['name']}.{kind}").stat().st_size > 200
            for kind in ("svg", "png", "pdf", "csv")
        )


def test_the_page_has_every_chart_and_every_link_leads_somewhere(report):
    page = Links()
    page.feed((report / "index.html").read_text(encoding="utf-8"))
    shown = {image["src"].removeprefix("figures/") for image in page.images}
    assert shown == {path.name for path in (report / "figures").glob("*.svg")} and len(shown) >= 10
    assert all(image["alt"] for image in page.images)
    for link in [*page.links, *(image["src"] for image in page.images)]:
        assert link.startswith(("#", "https://")) or (report / link.partition("#")[0]).is_file(), link


def test_every_row_of_every_chart_has_as_many_passages_as_its_number_says(report):
    rows = 0
    for file in sorted((report / "figures").glob("*.passages.parquet")):
        index = pd.read_parquet(file)
        data = pd.read_csv(report / "figures" / file.name.replace(".passages.parquet", ".csv"))
        for number in filter(None, index["number"].unique()):
            listed = index.loc[index["number"] == number].groupby("row").size().reindex(range(len(data)), fill_value=0)
            assert listed.tolist() == data[number].tolist(), (file.name, number)
            rows += len(data)
    assert rows > 5_000
    without = {path.name[:4] for path in (report / "figures").glob("*.csv")} - {
        path.name[:4] for path in (report / "figures").glob("*.passages.parquet")
    }
    assert without <= {"06-3"}  # its rows are claims, which the table of findings leads to


def test_the_page_of_passages_lists_every_row_of_every_chart(report):
    known = articles(report)
    for file in sorted((report / "figures").glob("*.passages.parquet")):
        index = pd.read_parquet(file)
        listed = all_listed(report, file.name.removesuffix(".passages.parquet"))
        counts = index.groupby(["row", "number"]).size()
        assert {name: len(places) for name, places in listed.items()} == {
            f"r{row}-{number or 'all'}": n for (row, number), n in counts.items()
        }
        assert all(place[0] < len(known) for places in listed.values() for place in places)


def test_every_mark_of_every_chart_leads_to_as_many_passages_as_it_says(report):
    text = (report / "index.html").read_text(encoding="utf-8")
    marks = set(re.findall(r'<a href="(passages[^"]+)"><title>[^<]*: ([\d,]+)</title><rect', text))
    assert len(marks) > 300
    for link, n in marks:
        assert len(listed_at(report, link)[1]) == int(n.replace(",", "")), link
    for file in (report / "figures").glob("*.svg"):
        links = re.findall(r'xlink:href="([^"]+\.html[^"]*)"', file.read_text(encoding="utf-8"))
        assert {link.removeprefix("../").partition("#")[0] for link in links} <= {
            path.relative_to(report).as_posix() for path in report.rglob("*.html")
        }


def test_the_number_that_the_method_checks_by_hand_is_in_the_report(report):
    first = (report / "figures" / "01-3-story-mix.csv").read_text(encoding="utf-8").splitlines()[1].split(",")
    shares = [f"{float(value):.4f}".lstrip("0") for value in first[4:]]
    row = f"| {' | '.join([*first[:4], *shares])} |"
    assert row in (ROOT / "docs" / "method.md").read_text(encoding="utf-8").splitlines()


def test_captions_of_sources_say_whether_errors_are_corrected(report):
    for name in ("04-1-sourcing-by-outlet", "04-2-sourcing-by-story", "04-3-unnamed"):
        caption = json.loads((report / "figures" / f"{name}.json").read_text(encoding="utf-8"))["caption"]
        assert "not corrected for errors of the program; chart 04-5" in caption


def test_the_page_says_that_the_sample_is_fiction_and_what_was_left_out(report):
    page = (report / "index.html").read_text(encoding="utf-8")
    footer = page[page.index("<footer>") :]
    assert "fiction" in footer and "invented" in footer
    assert "files or records gave no article" in page and "agency copy" in page


def test_nothing_in_the_pages_is_fetched_from_elsewhere(report):
    for page in [report / "index.html", *(report / "notebooks").glob("*.html")]:
        assert not re.findall(r'(?:src|<link[^>]* href)="(?:https?:)?//[^"]+"', page.read_text(encoding="utf-8")), page


def test_executed_notebooks_show_no_error_and_no_warning(report):
    for path in sorted((report / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                assert output["output_type"] != "error" and output.get("name") != "stderr", (path.stem, output)


def test_a_second_run_gives_the_same_bytes_in_every_chart_and_table(root, report, tmp_path):
    # The notebooks that test_installed_wheel.py does not run a second time.
    again = copy_checkout(tmp_path / "checkout", notebooks=["01", "02", "04", "06"])
    for folder in ("data/processed", "reports/immigration-tax"):
        shutil.copytree(root / folder, again / folder)
    before = contents(again)
    assert analysis(again, "report", RUN).returncode == 0
    after = contents(again)
    same = {name for name in before if before[name] == after.get(name)}
    # With fewer notebooks, the first page has fewer charts, and fewer sentences of the articles are shown.
    assert {name for name in after if not name.endswith("/index.html") and "/articles-" not in name} <= same
    assert {name for name in before if name.startswith("data/")} <= same
    assert {Path(name).name[:2] for name in same if "/figures/" in name} == {"01", "02", "04", "06"}


def test_the_page_written_again_is_the_same(root, report, tmp_path, monkeypatch):
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(root))
    shutil.copytree(report, tmp_path / "again")
    made_of = json.loads((report / "provenance.json").read_text(encoding="utf-8"))
    write_page(load_run(RUN), tmp_path / "again", made_of=made_of)
    pages = sorted(path.relative_to(report) for kind in ("html", "js") for path in report.rglob(f"*.{kind}"))
    # The first page, seven notebooks, and of each chart and of the findings a table and mostly places of passages.
    assert len(pages) > 50
    assert [page for page in pages if (report / page).read_bytes() != (tmp_path / "again" / page).read_bytes()] == []


def test_a_selection_without_some_of_the_quoted_articles_has_a_page_of_the_others(root, report, tmp_path, monkeypatch):
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(root))
    run = load_run(RUN)
    run = run._replace(parameters=run.parameters | {"since": "2026-01-20"})
    quotes = read_table(run.processed / "quotes").merge(load_articles(path=run.processed), on="article_id")
    kept = quotes[quotes["published"] >= pd.Timestamp("2026-01-20", tz="UTC")]
    assert 0 < len(kept) < len(quotes)
    (tmp_path / "page").mkdir()
    made_of = json.loads((report / "provenance.json").read_text(encoding="utf-8"))
    write_page(run, tmp_path / "page", made_of=made_of)
    assert len(searched(tmp_path / "page" / "quotes.html")) == len(kept)


def test_attributions_in_headlines_are_listed_with_the_headline_as_their_passage(root, report, monkeypatch):
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(root))
    run = load_run(RUN)
    quotes = read_table(run.processed / "quotes")
    own = quotes[quotes["place"] == "headline"].merge(load_articles(path=run.processed), on="article_id")
    assert len(own)
    for headline, content, [[start, end], *_] in zip(
        own["headline"], own["content"], own["content_spans"], strict=True
    ):
        assert content.startswith(headline[start:end])
    assert set(own["headline"]) <= {row[7][0] for row in searched(report / "quotes.html")}


def test_a_speaker_of_a_chart_is_found_under_that_name_in_the_search_of_quotes(report):
    charted = pd.read_csv(report / "figures/04-4-speakers.csv").groupby("speaker")["n"].sum()
    listed = pd.Series([name for row in searched(report / "quotes.html") for name in row[3].split(" and ")])
    assert (charted <= listed.value_counts().reindex(charted.index, fill_value=0)).all()


@pytest.mark.parametrize(
    ("prepare", "words", "message"),
    [
        (lambda raw: None, ("ingest", "raw"), "raw"),
        (lambda raw: (raw / "a.bin").write_bytes(bytes(range(256)) * 40), ("ingest", "raw"), "no article"),
        (lambda raw: (raw / "a.csv").write_text("outlet,color\nPost,red\n"), ("ingest", "raw"), "color"),
        (lambda raw: (raw / "run.yaml").write_text("titel: x\n"), ("report", "raw/run.yaml"), "did you mean title?"),
    ],
    ids=["empty folder", "unreadable files", "csv without text", "slip in the run file"],
)
def test_input_that_cannot_be_used_is_one_sentence_and_status_2(
    root, report, prepare, words, message, monkeypatch, capsys
):
    raw = root / "raw"
    shutil.rmtree(raw, ignore_errors=True)
    raw.mkdir()
    prepare(raw)
    before = contents(root)
    monkeypatch.chdir(root)
    status, error = main(list(words)), capsys.readouterr().err
    assert status == 2 and error.count("\n") == 1 and error.startswith("error: ") and message in error
    assert contents(root) == before


def test_a_failing_notebook_leaves_the_former_report(root, report):
    before = contents(root)
    (root / "runs/bad.yaml").write_text((root / RUN).read_text() + "  since: '2030-01-01'\n", encoding="utf-8")
    got = analysis(root, "report", "runs/bad.yaml")
    assert got.returncode == 2 and "2026-" in got.stderr  # names the period that there is
    assert contents(root) == before and not (root / "reports/bad").exists()
