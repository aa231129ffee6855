"""The pages behind a chart: its table, and the passages of each of its numbers, each set of passages at an address."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from jinja2 import Environment
from markupsafe import Markup

from analysis.charts.files import as_written
from analysis.passages.index import COLUMNS
from analysis.report.cells import is_number, label, show
from analysis.report.passages import Passages, Place

PAGE_CHARS = 4_000_000  # of the passages: a browser opens such a page at once
# Of the passages of a table of words, which counts nearly every word, and of the findings, which mostly lead to the
# passages of their charts: the most telling rows have them. Every mark of other charts has its passages.
_OF_WORDS, _OF_FINDINGS = 12_000_000, 6_000_000
_MOST_ROWS = 5_000  # in a table on a page
_LEAST_CHARS = 400  # of a passage


@dataclass(frozen=True)
class Table:
    """A table of the report: its rows as text, the columns that tell rows apart, and which passages it counts.

    The rows `always` have passages even where there is no room for those of all.
    """

    name: str
    title: str
    data: pd.DataFrame
    by: Sequence[str]
    index: pd.DataFrame
    chart: dict[str, Any] | None = None
    always: Sequence[int] = ()

    @cached_property
    def places(self) -> dict[tuple[int, str], list[Place]]:
        """The passages of each row and number."""
        found: dict[tuple[int, str], list[Place]] = {}
        # Arrow's columns take four times as long to go through row by row.
        for row, number, *place in zip(*(self.index[column].tolist() for column in COLUMNS), strict=True):
            found.setdefault((row, number), []).append(Place(*place))
        return found

    def counts_the_same(self, other: "Table") -> bool:
        """Return whether another table has the same rows with the same passages."""
        return bool(self.data.equals(other.data) and self.index.equals(other.index))


class Cell(NamedTuple):
    """A cell of a page's table: its text, the address that it leads to, and whether it is a number."""

    text: str
    link: str
    is_number: bool


class Evidence(NamedTuple):
    """Where the pages of a table are: the table's, and the address of the passages of each row and number."""

    page: str
    passages: dict[tuple[int, str], str]


def read_chart_table(folder: Path, chart: dict[str, Any]) -> Table:
    """Return the table of a saved chart; a chart that keeps no passages has an empty index."""
    data = pd.read_csv(folder / f"{chart['name']}.csv", dtype="str", keep_default_na=False)
    data = data.map(as_written).rename(columns=as_written)  # a page runs no formulas
    kept = folder / f"{chart['name']}.passages.parquet"
    index = pd.read_parquet(kept) if kept.exists() else pd.DataFrame(columns=COLUMNS)
    return Table(chart["name"], chart["title"], data, chart.get("by", []), index, chart)


def write_evidence(
    table: Table,
    target: Path,
    passages: Passages,
    templates: Environment,
    *,
    same: Evidence | None = None,
    known: Mapping[tuple[int, str], str] | None = None,
    **shared: Any,
) -> Evidence:
    """Write the pages of a table and return where they are; `shared` are values that every page's template shows.

    `same` is the evidence of a table with the same rows and passages: its pages of passages then serve both. `known`
    has the addresses of passages that stand on another table's pages.
    """
    own = _write_passages(table, target, passages, templates, shared, known or {}) if same is None else same.passages
    links = own | dict(known or {})
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


def _write_passages(
    table: Table,
    target: Path,
    passages: Passages,
    templates: Environment,
    shared: dict[str, Any],
    known: Collection[tuple[int, str]],
) -> dict[tuple[int, str], str]:
    """Write the pages of passages and return the address of each row and number, from the report's first page."""
    (target / "passages").mkdir(exist_ok=True)
    pages = {
        f"passages/{table.name}{f'-{number}' if number > 1 else ''}.html": sections
        for number, sections in enumerate(_pages(table, passages, known), start=1)
    }
    addresses = {section.id: f"{name}#{section.id}" for name, sections in pages.items() for section in sections}
    template = templates.get_template("passages.html")
    for name, sections in pages.items():
        text = template.render(table=table, sections=sections, addresses=addresses, **shared)
        (target / name).write_text(text, encoding="utf-8")
    whole = (section for sections in pages.values() for section in sections if section.first == 1)
    return {(section.row, section.number): addresses[section.id] for section in whole}


class Section(NamedTuple):
    """The passages of one number on a page: all of them, or a part where they fill several pages."""

    row: int
    number: str
    heading: str
    passages: list[Markup]
    n: int
    first: int = 1

    @property
    def id(self) -> str:
        """The name of the section in its page."""
        return f"r{self.row}-{self.number or 'all'}{f'-{self.first}' if self.first > 1 else ''}"

    @property
    def last(self) -> int:
        """The number of the last passage."""
        return self.first + len(self.passages) - 1

    @property
    def rest(self) -> "Section | None":
        """The section that goes on where this one ends."""
        return self._replace(first=self.last + 1, passages=[]) if self.last < self.n else None

    @property
    def size(self) -> int:
        """The characters of the passages."""
        return sum(map(len, self.passages))


def _pages(table: Table, passages: Passages, known: Collection[tuple[int, str]]) -> Iterator[list[Section]]:
    """Yield the sections of each page."""
    page: list[Section] = []
    on_page = 0
    for whole in _sections(table, passages, known):
        for section in _parts(whole):
            if page and on_page + section.size > PAGE_CHARS:
                yield page
                page, on_page = [], 0
            page.append(section)
            on_page += section.size
    if page:
        yield page


def _sections(table: Table, passages: Passages, known: Collection[tuple[int, str]]) -> Iterator[Section]:
    """Yield a section for each row and number that has passages, but for those `known` from elsewhere."""
    rank = {row: place for place, row in enumerate(_ranked(table))}
    room = _OF_FINDINGS if table.chart is None else _OF_WORDS if "z" in table.data else math.inf
    wanted = [key for key in table.places if key[0] in rank and key not in known]
    for row, number in sorted(wanted, key=lambda key: (rank[key[0]], key[1])):
        places = table.places[row, number]
        if len(places) * _LEAST_CHARS > room and row not in table.always:
            continue
        items = [passages.item(place) for place in places]
        section = Section(row, number, heading(table, row, number), items, len(items))
        room -= section.size
        yield section


def _parts(section: Section) -> Iterator[Section]:
    """Yield a section, or its parts where it would fill more than a page."""
    on_page = start = 0
    for place, passage in enumerate(section.passages):
        if place > start and on_page + len(passage) > PAGE_CHARS:
            yield section._replace(passages=section.passages[start:place], first=start + 1)
            on_page, start = 0, place
        on_page += len(passage)
    yield section._replace(passages=section.passages[start:], first=start + 1)


def heading(table: Table, row: int, number: str) -> str:
    """Return what a row and number of a table are about: "Post · named person"."""
    named = [
        *(["headline"] if "event_id" in table.by else []),
        *(name for name in table.by if not name.endswith("_id")),
    ]
    columns = table.data.columns
    values = [show(table.data[column].iloc[row], column, columns) for column in named if column in columns]
    what = [] if number in ("", "n") else [label(number)]
    return " · ".join([*filter(None, values), *what]) or table.title


def _rows(table: Table, links: dict[tuple[int, str], str]) -> list[tuple[int, list[Cell]]]:
    """Return the number and the cells of each row that the page shows."""
    uncounted = any(not number for _, number in table.places)
    values = dict(enumerate(table.data.to_dict("records")))
    return [(row, list(_cells(table, row, values[row], links, uncounted))) for row in sorted(_ranked(table))]


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
