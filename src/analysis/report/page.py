"""The report page: findings with their evidence, what could not be told, the charts, the method, and the data."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from nbconvert import HTMLExporter

from analysis import tables
from analysis.charts.workbook import write_workbook
from analysis.enough import not_enough
from analysis.estimates.sentences import LEVEL
from analysis.pipeline import load_comparisons, load_run_articles
from analysis.pipeline.run_findings import finding_settings
from analysis.quotes import name_speakers
from analysis.report.chart_tables import Table, read_chart_table
from analysis.report.claims import Claim, choose_claims, findings_table, open_questions
from analysis.report.evidence import Evidence, write_evidence
from analysis.report.finding_charts import save_finding_charts
from analysis.report.links import find_areas, link_pictures
from analysis.report.other_choices import CHOICES, beside_claim
from analysis.report.overview import overview
from analysis.report.passage_files import passages_script, write_passages_page
from analysis.report.passages import Passages, Place, day
from analysis.report.provenance import FILE
from analysis.report.search import script, write_search_pages
from analysis.report.security import policy
from analysis.run_files import Run
from analysis.shipped import existing, shipped_file
from analysis.stories import label_stories

STYLE = shipped_file("report/templates/style.css")
_PASSAGES_OF_A_CLAIM = 3
_OUTLETS = "00-1-outlets"  # the table of all outlets
_WORDS = "02-1-stories-apart"  # the chart of the words that set stories apart


def write_page(run: Run, target: Path, *, failed: Mapping[str, str] | None = None, made_of: Mapping[str, Any]) -> Path:
    """Write the pages of a report from a run's tables and from the executed notebooks and charts in `target`.

    The first page is `index.html`, whose path is returned. Each notebook, and each chart's table with its passages, has
    a page of its own. `failed` has the error of each notebook that failed, by name, and `made_of` what
    `gather_provenance` returned. The pages fetch nothing from elsewhere and hold no date of their making: the same
    input gives the same pages.
    """
    templates, figures = _templates(run=run), target / "figures"
    articles = label_stories(
        load_run_articles(run, **run.selection), tables.read_table(run.processed / "stories"), run.stories
    )
    quotes = tables.read_table(run.processed / "quotes")
    quotes = _with_one_name_each(quotes[quotes["article_id"].isin(articles["article_id"])])
    passages = Passages(articles, quotes, context=run.passage_context, templates=templates)
    findings = tables.read_table(run.processed / "findings.parquet")
    comparisons = load_comparisons(run, articles, **finding_settings(run.parameters))
    compared, titles = findings_table(findings, comparisons)
    from_notebooks = {path.stem for path in figures.glob("*.json")}
    chosen = choose_claims(compared.data, titles, from_notebooks)
    save_finding_charts(chosen, compared.data, comparisons, figures)
    write_workbook(figures, target / "charts.xlsx")
    charted = [read_chart_table(path) for path in sorted(figures.glob("*.json"))]
    by_name = {table.name: table for table in [*charted, compared]}
    evidence = {
        table.name: write_evidence(table, target, passages, templates) for table in [*charted, _as_text(compared)]
    }
    charts = {table.name: _as_shown(table, figures, evidence[table.name]) for table in charted}
    write_passages_page(target, passages, templates)
    write_search_pages(target, passages, tables.read_table(run.processed / "events.parquet"), charted, templates)
    claims = [
        _with_evidence(claim, by_name[claim.table], evidence[claim.table].passages, passages, charts)
        | {"other_choices": beside_claim(claim, findings, by_name)}
        for claim in chosen
    ]
    page = target / "index.html"
    page.write_text(
        templates.get_template("report.html").render(
            notebooks=_write_notebooks(target, templates, charts, failed or {}), day=day, claims=claims,
            made_of=made_of, choices=CHOICES, open_questions=open_questions(findings, comparisons, from_notebooks),
            all_outlets=evidence[_OUTLETS].page if _OUTLETS in evidence else "",
            words=charts[_WORDS] if _WORDS in by_name and has_words_apart(by_name[_WORDS].data) else None,
            **overview(run, articles, quotes),
        ),
        encoding="utf-8",
    )  # fmt: skip
    provenance = templates.get_template("provenance.html").render(made_of=made_of)
    (target / "provenance.html").write_text(provenance, encoding="utf-8")
    return page


def _with_one_name_each(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the quotes with each speaker under the name that charts give him or her."""
    names = name_speakers(quotes, min_speaker_confidence=0).groupby("quote_id")["speaker"].agg(" and ".join)
    return quotes.assign(speaker=quotes["quote_id"].map(names))


def has_words_apart(words: pd.DataFrame) -> bool:
    """Return whether a table of `compare_terms`, read as text, has a word that sets the two sides apart.

    >>> has_words_apart(pd.DataFrame({"q_value": ["0.2", "0.01"]})), has_words_apart(pd.DataFrame({"q_value": [""]}))
    (True, False)
    """
    return bool((pd.to_numeric(words["q_value"], errors="coerce") <= LEVEL).any())


def write_index(reports: Path) -> Path:
    """Write the page that lists the reports in a folder, and return its path."""
    made = [
        (path.parent.name, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(reports.glob(f"[!.]*/{FILE}"))
    ]
    page = reports / "index.html"
    page.write_text(_templates().get_template("reports.html").render(reports=made), encoding="utf-8")
    return page


def _templates(**shared: Any) -> Environment:
    """Return the templates, with what all pages share, and their style with the policy that allows nothing else."""
    environment = Environment(
        loader=PackageLoader("analysis.report", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
    )
    style = existing(STYLE).read_text(encoding="utf-8")
    environment.globals |= shared
    environment.globals["style"] = Markup(style)  # a shipped file, not input
    environment.globals["policy"] = policy(styles=[style])
    environment.globals["notebook_policy"] = policy(any_style=True)
    environment.globals["search_policy"] = policy(styles=[style], scripts=[script()])
    environment.globals["passages_policy"] = policy(styles=[style], scripts=[passages_script()], reads=True)
    return environment


def _as_text(table: Table) -> Table:
    """Return a table with every cell as text, as a chart's CSV has it."""
    data = table.data.astype(object).where(table.data.notna(), "")
    return replace(table, data=data.astype("str"))


def _with_evidence(
    claim: Claim, table: Table, links: dict[tuple[int, str], str], passages: Passages, charts: dict[str, Any]
) -> dict[str, Any]:
    """Return a claim with its chart, two or three of its passages, and where all of them are."""
    own = table.index[table.index["row"] == claim.row]
    number = own["number"].iloc[0] if len(own) else ""
    places = [Place(*values) for values in own[list(Place._fields)].itertuples(index=False)]
    return {
        "text": claim.text,
        "holds": claim.holds,
        "chart": charts.get(claim.table if claim.holds else claim.source),
        "source": charts.get(claim.source) if claim.holds else None,
        "passages": [passages.item(place) for place in passages.telling(places, _PASSAGES_OF_A_CLAIM)],
        "n_passages": len(places),
        "all_passages": links.get((claim.row, number), ""),
    }


def _as_shown(table: Table, figures: Path, evidence: Evidence) -> dict[str, Any]:
    """Return what the first page shows of a chart: what was saved with it, where its table is, and its links."""
    areas, sizes = find_areas(figures, table, evidence), link_pictures(figures, table, evidence)
    return {**(table.chart or {}), "evidence": evidence, "rows": len(table.data), "areas": areas, "sizes": sizes}


def _write_notebooks(
    target: Path, templates: Environment, charts: Mapping[str, dict[str, Any]], failed: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Write the executed notebooks as pages, and return what the first page shows of each, with its charts."""
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]  # nbconvert has no annotations
        template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True
    )
    notebooks = []
    for path in sorted((target / "notebooks").glob("*.ipynb")):
        notebook = _write_notebook(path, exporter, templates)
        own = [chart for name, chart in charts.items() if name.startswith(notebook["number"])]
        notebooks.append(notebook | {"error": failed.get(path.stem, ""), "charts": own})
    return notebooks


def _write_notebook(path: Path, exporter: HTMLExporter, templates: Environment) -> dict[str, Any]:
    """Write an executed notebook as a page, and return its number, its title and the names of its files."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no annotations
    # Of a notebook that failed, the first cell is not its own, and says so.
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    title = next(text for text in texts if text.startswith("# ")).splitlines()[0].lstrip("# ")
    body, _ = exporter.from_notebook_node(notebook)
    page = path.with_suffix(".html")
    text = templates.get_template("notebook.html").render(title=title, body=Markup(body))
    page.write_text(text, encoding="utf-8")
    return {
        "number": path.stem[:2],
        "title": title,
        "page": f"notebooks/{page.name}",
        "notebook": f"notebooks/{path.name}",
        "missing": not_enough(notebook),
    }
