"""The report page: what was compared, the findings with their charts, and links to the notebooks and the data behind them."""

import json
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from nbconvert import HTMLExporter

from analysis import tables
from analysis.copies import drop_copies
from analysis.corpus import describe_corpus, load_articles


def write_page(run: Any, target: Path) -> Path:
    """The path of `target/index.html`, written from the tables of `run`, the executed notebooks and the charts in `target`.

    Each notebook is written as HTML beside it. Nothing in the pages is fetched from elsewhere, and nothing in them is a date of
    making: the same input gives the same page.
    """
    templates = Environment(
        loader=PackageLoader("analysis.report", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
    )
    notebooks = [_write_notebook(path, templates) for path in sorted((target / "notebooks").glob("*.ipynb"))]
    charts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((target / "figures").glob("*.json"))]
    for notebook in notebooks:
        notebook["charts"] = [chart for chart in charts if chart["name"].startswith(notebook["number"])]
    page = target / "index.html"
    told = templates.get_template("report.html").render(run=run, notebooks=notebooks, **compared(run))
    page.write_text(told, encoding="utf-8")
    return page


def selection(parameters: dict[str, Any]) -> dict[str, Any]:
    """Those of a run's parameters that say which articles count, as `load_articles` takes them."""
    return {key: parameters[key] for key in ("outlets", "since", "until") if key in parameters}


def compared(run: Any) -> dict[str, Any]:
    """What the page's first part says: counts, period, one row per outlet, and what was left out and why."""
    everything, articles = (
        load_articles(path=run.processed),
        load_articles(path=run.processed, **selection(run.parameters)),
    )
    stories = tables.read_table(run.processed / "stories").merge(articles[["article_id", "outlet"]], on="article_id")
    copies = tables.read_table(run.processed / "copies.parquet")
    rejects = tables.read_table(run.processed / "rejects.parquet")
    labels = {entry["name"]: entry.get("label", entry["name"]) for entry in run.stories}
    per_story = stories.pivot_table(index="outlet", columns="story", values="article_id", aggfunc="count", fill_value=0)
    per_story = per_story.reindex(columns=list(labels), fill_value=0).rename(columns=labels)
    own = drop_copies(articles, copies)
    copied = ~articles["article_id"].isin(own["article_id"])
    outlets = (
        describe_corpus(articles, own=own)
        .set_index("outlet")
        .join(per_story)
        .fillna(dict.fromkeys(labels.values(), 0))
        .reset_index()
    )
    dated = articles["published"].dropna()
    return dict(
        n_articles=len(articles),
        n_words=int(articles["n_words"].sum()),
        n_quotes=int(tables.read_table(run.processed / "quotes")["article_id"].isin(articles["article_id"]).sum()),
        first=_day(dated.min()),
        last=_day(dated.max()),
        outlets=outlets.sort_values("articles", ascending=False, kind="stable").to_dict("records"),
        labels=list(labels.values()),
        per_story=[(label, int(outlets[label].sum())) for label in labels.values()],
        left_out=_left_out(everything, articles, stories, copied, rejects),
        rejects=rejects.fillna({"detail": ""}).head(20).to_dict("records"),
        n_rejects=len(rejects),
        day=_day,
    )


def _day(moment: pd.Timestamp) -> str:
    return "no date" if pd.isna(moment) else f"{moment:%b} {moment.day}, {moment.year}"


def _left_out(
    everything: pd.DataFrame, articles: pd.DataFrame, stories: pd.DataFrame, copied: pd.Series, rejects: pd.DataFrame
) -> list[tuple[int, str]]:
    counted = [
        (len(rejects), "files or records gave no article (listed below)"),
        (len(everything) - len(articles), "articles lie outside the outlets or the period asked for"),
        ((~articles["article_id"].isin(stories["article_id"])).sum(), "articles belong to none of the stories; they count only in shares of an outlet's coverage"),
        (copied.sum(), "articles are agency copy or repeat another article; they are left out where outlets' words and sources are compared"),
        (articles["published"].isna().sum(), "articles have no date; they are left out of the charts over time"),
    ]  # fmt: skip
    return [(int(n), words) for n, words in counted if n]


def _write_notebook(path: Path, templates: Environment) -> dict[str, Any]:
    """Number, title and file names of an executed notebook, after writing it as a page of its own."""
    notebook = nbformat.read(path, as_version=4)
    first = next(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    title = first.splitlines()[0].lstrip("# ")
    body, _ = HTMLExporter(
        template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True
    ).from_notebook_node(notebook)
    page = path.with_suffix(".html")
    page.write_text(templates.get_template("notebook.html").render(title=title, body=Markup(body)), encoding="utf-8")
    return {
        "number": path.stem[:2],
        "title": title,
        "page": f"notebooks/{page.name}",
        "notebook": f"notebooks/{path.name}",
    }
