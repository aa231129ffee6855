"""The page of a chart's table, whose numbers lead to the passages that they count."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from analysis.report.cells import is_number, label, show
from analysis.report.chart_tables import PAGE_ROWS, Table, heading, row_page
from analysis.report.passage_files import write_places
from analysis.report.passages import Passages


class Cell(NamedTuple):
    """A cell of a page's table: its text, the address that it leads to, and whether it is a number."""

    text: str
    link: str
    is_number: bool


class Evidence(NamedTuple):
    """Where the first page of a table is, and the address of the passages of each row and number."""

    page: str
    passages: dict[tuple[int, str], str]


def write_evidence(table: Table, target: Path, passages: Passages, templates: Environment, **shared: Any) -> Evidence:
    """Write the pages of a table, and where its passages are; `shared` are values that every page's template shows."""
    links = write_places(table, target, passages)
    rows, columns = _rows(table, links), _columns(table)
    # A link to each page, named by the first row there; a table without rows has a page, too.
    pages = [(row_page(table.name, row), heading(table, row, "")) for row in range(0, len(rows), PAGE_ROWS)]
    (target / "tables").mkdir(exist_ok=True)
    for place, (page, _) in enumerate(pages or [(row_page(table.name, 0), "")]):
        shown = rows[place * PAGE_ROWS : (place + 1) * PAGE_ROWS]
        text = templates.get_template("table.html").render(
            table=table, rows=shown, columns=columns, pages=pages, page=page, **shared
        )
        (target / page).write_text(text, encoding="utf-8")
    return Evidence(row_page(table.name, 0), links)


def _rows(table: Table, links: dict[tuple[int, str], str]) -> list[tuple[int, list[Cell]]]:
    """Return the number and the cells of each row."""
    uncounted = any(not number for _, number in table.places)
    return [(row, list(_cells(table, row, values, links, uncounted))) for row, values in enumerate(table.rows)]


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
