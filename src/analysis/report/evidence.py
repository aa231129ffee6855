"""The page of a chart's table, whose numbers lead to the passages that they count."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from jinja2 import Environment

from analysis.report.cells import is_number, label, show
from analysis.report.chart_tables import Table
from analysis.report.passage_files import write_places
from analysis.report.passages import Passages

_MOST_ROWS = 5_000  # in a table on a page


class Cell(NamedTuple):
    """A cell of a page's table: its text, the address that it leads to, and whether it is a number."""

    text: str
    link: str
    is_number: bool


class Evidence(NamedTuple):
    """Where the page of a table is, and the address of the passages of each row and number."""

    page: str
    passages: dict[tuple[int, str], str]


def write_evidence(table: Table, target: Path, passages: Passages, templates: Environment, **shared: Any) -> Evidence:
    """Write the page of a table, and where its passages are; `shared` are values that every page's template shows."""
    links = write_places(table, target, passages)
    page = f"tables/{table.name}.html"
    text = templates.get_template("table.html").render(
        table=table, rows=_rows(table, links), columns=_columns(table), **shared
    )
    (target / "tables").mkdir(exist_ok=True)
    (target / page).write_text(text, encoding="utf-8")
    return Evidence(page, links)


def _ranked(table: Table) -> list[int]:
    """Return the numbers of the rows that pages show, the most telling first: words by how distinctive they are."""
    rows: list[int] = list(range(len(table.data)))
    if "z" in table.data:
        distance = pd.Series(pd.to_numeric(table.data["z"], errors="coerce").to_numpy()).abs()
        rows = list(distance.sort_values(ascending=False, kind="stable").index)
    return rows[:_MOST_ROWS]


def _rows(table: Table, links: dict[tuple[int, str], str]) -> list[tuple[int, list[Cell]]]:
    """Return the number and the cells of each row that the page shows."""
    uncounted = any(not number for _, number in table.places)
    return [(row, list(_cells(table, row, table.rows[row], links, uncounted))) for row in sorted(_ranked(table))]


def _cells(
    table: Table, row: int, values: dict[str, str], links: dict[tuple[int, str], str], uncounted: bool
) -> Iterator[Cell]:
    """Yield the cells of a row; passages that no column counts have a cell of their own."""
    for column, value in values.items():
        yield Cell(show(value, column, values), links.get((row, column), ""), is_number(value))
    if uncounted:
        n = len(table.places.get((row, ""), ()))
        yield Cell(f"{n:,}" if n else "", links.get((row, ""), ""), True)


def _columns(table: Table) -> list[tuple[str, bool]]:
    """Return the columns of the page's table, and whether they hold numbers."""
    columns = [(label(column), all(map(is_number, filter(None, table.data[column])))) for column in table.data]
    return columns + ([("passages", True)] if any(not number for _, number in table.places) else [])
