"""What the files beside a report's page of passages hold."""

import json
from functools import cache
from pathlib import Path
from urllib.parse import unquote


@cache
def held(report: Path, name: str):
    """Return what a file hands over to the page."""
    text = (report / "passages" / f"{name}.js").read_text(encoding="utf-8")
    start = f'hold("{name}", '
    assert text.startswith(start) and text.endswith(");\n")
    return json.loads(text[len(start) : -3])


def listed_at(report: Path, address: str):
    """Return the heading and the places that a link leads to."""
    page, _, rest = address.removeprefix("../").partition("#")
    assert page == "passages.html"
    name, _, own = unquote(rest).partition("/")
    heading, places = held(report, name)["sections"][own]
    return heading, [tuple(place) for place in places]


def all_listed(report: Path, table: str):
    """Return the places of each section of a table by the section's name."""
    files = sorted((report / "passages").glob(f"{table}-*.js"))
    found = [held(report, file.stem) for file in files]
    assert {own["table"] for own in found} <= {table}
    joined = {name: places for own in found for name, (_, places) in own["sections"].items()}
    assert len(joined) == sum(len(own["sections"]) for own in found)
    return joined


def articles(report: Path):
    """Return all articles that the page can show, by number."""
    n = len(list((report / "passages").glob("articles-*.js")))
    return [article for number in range(1, n + 1) for article in held(report, f"articles-{number}")]
