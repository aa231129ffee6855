"""Marks of charts lead to the passages that they count: links over the pictures of a page, and in the SVG files."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.report.cells import show
from analysis.report.chart_tables import Table, heading, row_page
from analysis.report.evidence import Evidence

_ADDRESS = re.compile(r'(?<=href=")#r(\d+)-([^"]*)(?=")')
_SIZE = re.compile(r'(?:width|height)="([\d.]+)pt"')


class Area(NamedTuple):
    """A part of a picture that is a link: its address from the first page, its name, and where it lies (0 to 1)."""

    link: str
    name: str
    x: float
    y: float
    width: float
    height: float


def find_areas(folder: Path, table: Table, evidence: Evidence) -> dict[str, list[Area]]:
    """Return the areas of a chart's pictures, by size: "page" and "column"; each is read from the top down."""
    areas: dict[str, list[Area]] = {"page": [], "column": []}
    kept = folder / f"{table.name}.marks.parquet"
    if not kept.exists():
        return areas
    for size, row, number, *place in pd.read_parquet(kept).itertuples(index=False):
        areas[size].append(Area(_address(table, evidence, row, number), _name(table, row, number), *place))
    return {size: sorted(own, key=lambda area: (round(area.y, 2), area.x)) for size, own in areas.items()}


def link_pictures(folder: Path, table: Table, evidence: Evidence) -> dict[str, tuple[int, int]]:
    """Make the links in a chart's SVG files lead to its passages, and keep the hashes in its JSON file true.

    Return the width and height of each file, in points, so that a page keeps room for pictures not yet read.
    """
    sizes: dict[str, tuple[int, int]] = {}
    described = folder / f"{table.name}.json"
    chart = json.loads(described.read_text(encoding="utf-8"))
    for file in [name for name in chart["sha256"] if name.endswith(".svg")]:
        text = (folder / file).read_text(encoding="utf-8")
        linked = _ADDRESS.sub(_resolve(table, evidence), text).encode()
        (folder / file).write_bytes(linked)
        chart["sha256"][file] = hashlib.sha256(linked).hexdigest()
        wide, high = _SIZE.findall(text)[:2]
        sizes[file] = round(float(wide)), round(float(high))
    described.write_text(json.dumps(chart, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return sizes


def _resolve(table: Table, evidence: Evidence) -> Callable[[re.Match[str]], str]:
    return lambda found: "../" + _address(table, evidence, int(found[1]), "" if found[2] == "all" else found[2])


def _address(table: Table, evidence: Evidence, row: int, number: str) -> str:
    """Return where the passages of a row and number are, or else the row."""
    return evidence.passages.get((row, number)) or f"{row_page(table.name, row)}#row-{row}"


def _name(table: Table, row: int, number: str) -> str:
    """Return what a screen reader says of a mark: "Post · named person: 85"."""
    n = len(table.places.get((row, number), ()))
    counted = show(str(table.rows[row][number]), number, table.data.columns) if number in table.data else f"{n:,}"
    return f"{heading(table, row, number)}: {counted}"
