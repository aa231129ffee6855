"""The page that shows the passages of any number, and its files: where passages are, and each article once.

A page that is opened from disk may read no other files than scripts, so each file is a script that hands over what it
holds.
"""

import json
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from analysis.report.chart_tables import PAGE_ROWS, Table, heading
from analysis.report.filled import filled
from analysis.report.passages import Passages
from analysis.shipped import existing, shipped_file

PAGE = "passages.html"
FOLDER = "passages"
FILE_CHARS = 1_000_000  # of most files; the page reads those that it needs for the passages it shows
MARKS = shipped_file("report/templates/marks.js")
_OWN = shipped_file("report/templates/passages.js")


@cache
def passages_script() -> str:
    """Return the script of the page.

    >>> "marked" in passages_script()
    True
    """
    return "".join(existing(file).read_text(encoding="utf-8") for file in (MARKS, _OWN))


def write_passages_page(target: Path, passages: Passages, templates: Environment) -> None:
    """Write passages.html and the files of the articles."""
    first = [0]
    for number, articles in enumerate(filled(map(_json, passages.described()), FILE_CHARS), start=1):
        _write_file(target, f"articles-{number}", f"[{','.join(articles)}]")
        first.append(first[-1] + len(articles))
    content = _json({"first": first[:-1], "context": passages.context, "rows": PAGE_ROWS})
    text = templates.get_template("passages.html").render(
        content=Markup(content), passages_script=Markup(passages_script())
    )
    (target / PAGE).write_text(text, encoding="utf-8")


def write_places(table: Table, target: Path, passages: Passages) -> dict[tuple[int, str], str]:
    """Write where the passages of a table are, and return the address of those of each row and number."""
    about = _json({"title": table.title, "table": table.name, "chart": table.chart is not None})
    addresses: dict[tuple[int, str], str] = {}
    keys = iter(table.places)
    sections_of = (_section(table, key, passages) for key in table.places)
    for number, sections in enumerate(filled(sections_of, FILE_CHARS), start=1):
        name = f"{table.name}-{number}"
        _write_file(target, name, f'{about[:-1]},"sections":{{{",".join(sections)}}}}}')
        addresses |= {key: f"{PAGE}#{quote(name)}/{_id(*key)}" for key in islice(keys, len(sections))}
    return addresses


def _section(table: Table, key: tuple[int, str], passages: Passages) -> str:
    """Return the entry of a row and number: what they are about, and where their passages are."""
    places = sorted(map(passages.at, table.places[key]))
    return f"{_json(_id(*key))}:{_json([heading(table, *key), places])}"


def _id(row: int, number: str) -> str:
    return f"r{row}-{number or 'all'}"


def _write_file(target: Path, name: str, content: str) -> None:
    (target / FOLDER).mkdir(exist_ok=True)
    (target / FOLDER / f"{name}.js").write_text(f"hold({_json(name)}, {content});\n", encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
