"""The pages behind a chart: its table, and the passages of each of its numbers, each set of passages at an address."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from jinja2 import Environment

from analysis.passages.index import COLUMNS
from analysis.report.passages import KINDS, Passages, Place, day

# Of the passages: a browser opens such a page at once. A chart with more passages than this in all has them for its
# most telling rows only; the CSV always has all rows.
_PAGE_CHARS, _MOST_CHARS = 4_000_000, 12_000_000
_MOST_ROWS = 5_000  # in a table on a page
_SHARES = {"share", "low", "high", "raw_share", "coded_share", "right_share", "others", "estimate", "confidence"}
_SHARES |= {"difference", "difference_low", "difference_high", "similarity"}


class Table(NamedTuple):
    """A table of the report: its rows as text, the columns that tell rows apart, and which passages it counts."""

    name: str
    title: str
    data: pd.DataFrame
    by: Sequence[str]
    index: pd.DataFrame
    chart: dict[str, Any] | None = None


class Evidence(NamedTuple):
    """Where the pages of a table are: the table's, and the address of the passages of each row and number."""

    page: str
    passages: dict[tuple[int, str], str]


def read_chart_table(folder: Path, chart: dict[str, Any]) -> Table:
    """Return the table of a saved chart; a chart that keeps no passages has an empty index."""
    data = pd.read_csv(folder / f"{chart['name']}.csv", dtype="str", keep_default_na=False)
    kept = folder / f"{chart['name']}.passages.parquet"
    index = pd.read_parquet(kept) if kept.exists() else pd.DataFrame(columns=COLUMNS)
    return Table(chart["name"], chart["title"], data, chart.get("by", []), index, chart)


def write_evidence(table: Table, target: Path, passages: Passages, templates: Environment, **shared: Any) -> Evidence:
    """Write the pages of a table and return where they are; `shared` are values that every page's template shows."""
    links = _write_passages(table, target, passages, templates, shared)
    rows = [(row, list(_cells(table, row, links))) for row in sorted(_ranked(table.data))]
    page = f"tables/{table.name}.html"
    text = templates.get_template("table.html").render(table=table, rows=rows, columns=_columns(table), **shared)
    (target / "tables").mkdir(exist_ok=True)
    (target / page).write_text(text, encoding="utf-8")
    return Evidence(page, links)


def _ranked(data: pd.DataFrame) -> list[int]:
    """Return the numbers of the rows that pages show, the most telling first: words by how distinctive they are."""
    if "z" not in data:
        return list(range(len(data)))[:_MOST_ROWS]
    distance = pd.to_numeric(data["z"], errors="coerce").abs().reset_index(drop=True)
    return distance.sort_values(ascending=False, kind="stable").index.to_list()[:_MOST_ROWS]


def _write_passages(
    table: Table, target: Path, passages: Passages, templates: Environment, shared: dict[str, Any]
) -> dict[tuple[int, str], str]:
    """Write the pages of passages and return the address of each row and number, from the report's first page."""
    (target / "passages").mkdir(exist_ok=True)
    links: dict[tuple[int, str], str] = {}
    for number, sections in enumerate(_pages(table, passages), start=1):
        name = f"passages/{table.name}{f'-{number}' if number > 1 else ''}.html"
        text = templates.get_template("passages.html").render(table=table, sections=sections, **shared)
        (target / name).write_text(text, encoding="utf-8")
        links |= {section["key"]: f"{name}#{section['id']}" for section in sections}
    return links


def _pages(table: Table, passages: Passages) -> Iterator[list[dict[str, Any]]]:
    """Yield the sections of each page: one section for each row and number that has passages."""
    groups = dict(iter(table.index.groupby(["row", "number"], sort=False)))
    rank = {row: place for place, row in enumerate(_ranked(table.data))}
    sections: list[dict[str, Any]] = []
    on_page = in_all = 0
    for key in sorted((key for key in groups if key[0] in rank), key=lambda key: (rank[key[0]], key[1])):
        places = (Place(*values) for values in groups[key][list(Place._fields)].itertuples(index=False))
        items = [passages.item(place) for place in places]
        size = sum(map(len, items))
        if in_all + size > _MOST_CHARS:
            continue
        if sections and on_page + size > _PAGE_CHARS:
            yield sections
            sections, on_page = [], 0
        sections.append(
            {"key": key, "id": section_id(*key), "row": key[0], "heading": _heading(table, *key), "items": items}
        )
        on_page, in_all = on_page + size, in_all + size
    if sections:
        yield sections


def section_id(row: int, number: str) -> str:
    """Return the name of a row's passages in its page."""
    return f"r{row}-{number or 'all'}"


def _heading(table: Table, row: int, number: str) -> str:
    values = [show(table.data[column].iloc[row], column) for column in table.by if column != "article_id"]
    what = [] if number in ("", "n") else [label(number)]
    return " · ".join([*filter(None, values), *what]) or table.title


def _columns(table: Table) -> list[tuple[str, bool]]:
    """Return the columns of the page's table, and whether they hold numbers.

    Passages that no column counts have a column of their own.
    """
    columns = [(label(column), all(map(_is_number, filter(None, table.data[column])))) for column in table.data]
    return columns + ([("passages", True)] if (table.index["number"] == "").any() else [])


def _cells(table: Table, row: int, links: dict[tuple[int, str], str]) -> Iterator[tuple[str, str, bool]]:
    """Yield the text of each cell of a row, the address that it leads to, and whether it is a number."""
    for column in table.data:
        value = table.data[column].iloc[row]
        yield show(value, column), links.get((row, column), ""), _is_number(value)
    if (table.index["number"] == "").any():
        n = ((table.index["row"] == row) & (table.index["number"] == "")).sum()
        yield f"{n:,}" if n else "", links.get((row, ""), ""), True


def label(column: str) -> str:
    """Return a column's name as a page shows it.

    >>> label("n_reference")
    'n reference'
    """
    return column.replace("_", " ")


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


def show(value: str, column: str) -> str:
    """Return a cell of a table as a page shows it: shares in percent, days without hours, numbers rounded.

    >>> cells = [("0.618", "share"), ("1234", "n"), ("0.0416", "z"), ("2026-01-05 00:00:00+00:00", "period")]
    >>> [show(*cell) for cell in cells]
    ['61.8%', '1,234', '0.0416', 'Jan 5, 2026']
    """
    if column == "speaker_kind":
        return KINDS.get(value, value)
    if value[:4].isdigit() and value.endswith("+00:00"):
        return day(pd.Timestamp(value))
    if not _is_number(value) or column in ("from", "to", "topic", "figures", "term", "outlet", "speaker"):
        return value
    if column in _SHARES:
        return f"{float(value):.1%}"
    return f"{int(value):,}" if value.lstrip("-").isdigit() else f"{float(value):.3g}"
