"""The tables behind a report's charts and findings, and which passages each number of them counts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.charts.files import as_written
from analysis.passages.index import COLUMNS
from analysis.report.cells import label, show
from analysis.report.passages import Place

PAGE_ROWS = 5_000  # of a table on a page


@dataclass(frozen=True)
class Table:
    """A table of the report: its rows as text, the columns that tell rows apart, and which passages it counts."""

    name: str
    title: str
    data: pd.DataFrame
    by: Sequence[str]
    index: pd.DataFrame
    chart: dict[str, Any] | None = None

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """The rows as dictionaries."""
        return list(self.data.to_dict("records"))

    @cached_property
    def places(self) -> dict[tuple[int, str], list[Place]]:
        """The passages of each row and number."""
        found: dict[tuple[int, str], list[Place]] = {}
        # Arrow's columns take four times as long to go through row by row.
        for row, number, *place in zip(*(self.index[column].tolist() for column in COLUMNS), strict=True):
            found.setdefault((row, number), []).append(Place(*place))
        return found


def read_chart_table(described: Path) -> Table:
    """Return the table of a saved chart, from its JSON file; a chart that keeps no passages has an empty index."""
    chart = json.loads(described.read_text(encoding="utf-8"))
    data = pd.read_csv(described.with_suffix(".csv"), dtype="str", keep_default_na=False)
    data = data.map(as_written).rename(columns=as_written)  # a page runs no formulas
    kept = described.with_suffix(".passages.parquet")
    index = pd.read_parquet(kept) if kept.exists() else pd.DataFrame(columns=COLUMNS)
    return Table(chart["name"], chart["title"], data, chart.get("by", []), index, chart)


def row_page(name: str, row: int) -> str:
    """Return the page that has a row of a table.

    >>> row_page("02-3-outlets-apart", 4_999), row_page("02-3-outlets-apart", 5_000)
    ('tables/02-3-outlets-apart.html', 'tables/02-3-outlets-apart-2.html')
    """
    page = row // PAGE_ROWS + 1
    return f"tables/{name}{f'-{page}' if page > 1 else ''}.html"


def heading(table: Table, row: int, number: str) -> str:
    """Return what a row and number of a table are about: "Post · named person"."""
    named = [
        *(["headline"] if "event_id" in table.by else []),
        *(name for name in table.by if not name.endswith("_id")),
    ]
    cells = table.rows[row]
    values = [show(str(cells[column]), column, cells) for column in named if column in cells]
    what = [] if number in ("", "n") else [label(number)]
    return " · ".join([*filter(None, values), *what]) or table.title
