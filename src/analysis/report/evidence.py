"""The page of a chart's table, whose numbers lead to the passages that they count."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup, escape

from analysis.report.cells import is_number, label, show
from analysis.report.chart_tables import PAGE_ROWS, Table, heading, row_page
from analysis.report.passage_files import write_places
from analysis.report.passages import Passages


class Evidence(NamedTuple):
    """Where the first page of a table is, and the address of the passages of each row and number."""

    page: str
    passages: dict[tuple[int, str], str]


def write_evidence(table: Table, target: Path, passages: Passages, templates: Environment) -> Evidence:
    """Write the pages of a table, and where its passages are."""
    links = write_places(table, target, passages)
    rows, columns = _rows(table, links), _columns(table)
    # A link to each page, named by the first row there; a table without rows has a page, too.
    pages = [(row_page(table.name, row), heading(table, row, "")) for row in range(0, len(rows), PAGE_ROWS)]
    (target / "tables").mkdir(exist_ok=True)
    for place, (page, _) in enumerate(pages or [(row_page(table.name, 0), "")]):
        shown = rows[place * PAGE_ROWS : (place + 1) * PAGE_ROWS]
        text = templates.get_template("table.html").render(
            table=table, rows=shown, columns=columns, pages=pages, page=page
        )
        (target / page).write_text(text, encoding="utf-8")
    return Evidence(row_page(table.name, 0), links)


def _rows(table: Table, links: dict[tuple[int, str], str]) -> list[tuple[int, Markup]]:
    """Return the number and the cells of each row; passages that no column counts have a cell of their own.

    A template that goes through many thousand cells would take three times as long.
    """
    names = list(table.data)
    columns = [_cells(name, table.data[name].tolist(), names, links) for name in names]
    if _has_uncounted(table):
        n = [len(table.places.get((row, ""), ())) for row in range(len(table.data))]
        columns.append(_cells("", [f"{own:,}" if own else "" for own in n], names, links))
    return [(row, Markup("".join(cells))) for row, cells in enumerate(zip(*columns, strict=True))]


def _cells(column: str, values: Sequence[str], columns: Sequence[str], links: dict[tuple[int, str], str]) -> list[str]:
    """Return the cells of a column: what is shown of its values, with links to the passages that they count."""
    opening = {value: '<td class="n">' if not column or is_number(value) else "<td>" for value in set(values)}
    shown = {value: escape(show(value, column, columns)) for value in opening}
    return [
        f'{opening[value]}<a href="../{escape(link)}">{shown[value]}</a></td>'
        if (link := links.get((row, column)))
        else f"{opening[value]}{shown[value]}</td>"
        for row, value in enumerate(values)
    ]


def _has_uncounted(table: Table) -> bool:
    """Return whether there are passages that no column counts."""
    return any(not number for _, number in table.places)


def _columns(table: Table) -> list[tuple[str, bool]]:
    """Return the columns of the page's table, and whether they hold numbers."""
    columns = [(label(name), all(map(is_number, filter(None, table.data[name].unique())))) for name in table.data]
    return columns + ([("passages", True)] if _has_uncounted(table) else [])
