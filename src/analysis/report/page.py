"""The report page: what was compared, the charts, and links to the notebooks and to the data behind the charts."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from nbconvert import HTMLExporter

from analysis.report.overview import day, overview
from analysis.report.provenance import FILE
from analysis.run_files import Run


def write_page(run: Run, target: Path, *, failed: Mapping[str, str] | None = None, made_of: Mapping[str, Any]) -> Path:
    """Write the page from a run's tables and from the executed notebooks and charts in `target`, and return its path.

    `failed` has the error of each notebook that failed, by name, and `made_of` what `write_provenance` returned. Each
    notebook is also written as a page of its own. The pages fetch nothing from elsewhere and hold no date of their
    making: the same input gives the same page.
    """
    templates = _templates()
    notebooks = [_write_notebook(path, templates) for path in sorted((target / "notebooks").glob("*.ipynb"))]
    charts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((target / "figures").glob("*.json"))]
    for notebook in notebooks:
        notebook["error"] = (failed or {}).get(Path(notebook["page"]).stem, "")
        notebook["charts"] = [chart for chart in charts if chart["name"].startswith(notebook["number"])]
    page = target / "index.html"
    values = dict(run=run, notebooks=notebooks, day=day, made_of=made_of, **overview(run))
    page.write_text(templates.get_template("report.html").render(values), encoding="utf-8")
    provenance = templates.get_template("provenance.html").render(made_of=made_of)
    (target / "provenance.html").write_text(provenance, encoding="utf-8")
    return page


def write_index(reports: Path) -> Path:
    """Write the page that lists the reports in a folder, and return its path."""
    made = [
        (path.parent.name, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(reports.glob(f"[!.]*/{FILE}"))
    ]
    page = reports / "index.html"
    page.write_text(_templates().get_template("reports.html").render(reports=made), encoding="utf-8")
    return page


def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("analysis.report", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
    )


def _write_notebook(path: Path, templates: Environment) -> dict[str, Any]:
    """Write an executed notebook as a page, and return its number, its title and the names of its files."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no annotations
    first = next(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    title = first.splitlines()[0].lstrip("# ")
    for place, cell in enumerate(notebook.cells):
        cell.id = f"cell-{place}"  # the cell of a run's parameters has another id in each run
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]  # nbconvert has no annotations
        template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True
    )
    body, _ = exporter.from_notebook_node(notebook)
    page = path.with_suffix(".html")
    page.write_text(templates.get_template("notebook.html").render(title=title, body=Markup(body)), encoding="utf-8")
    return {
        "number": path.stem[:2],
        "title": title,
        "page": f"notebooks/{page.name}",
        "notebook": f"notebooks/{path.name}",
    }
