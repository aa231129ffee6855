"""Pages to search: all quotes, charted words in their context, and events with their articles.

DataTables sorts, searches and pages them; its script ships inside the package itables and is put into each page.
"""

import importlib.resources
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from jinja2 import Environment
from markupsafe import Markup

from analysis.charts.event_names import name_events
from analysis.report.chart_tables import Table
from analysis.report.filled import filled
from analysis.report.passage_files import MARKS
from analysis.report.passages import NO_HEADLINE, Passages, Place, headline, outlet
from analysis.shipped import existing, shipped_file
from analysis.wording import SPEAKER_KINDS

SCRIPT = shipped_file("report/templates/search.js")
MOST_CHARS = 13_000_000  # in a page; with the script it stays under 15 MB
_WORDS_A_SIDE = 12  # of a chart of words, at each end of its table


class Column(NamedTuple):
    """A column of a page: its title, its form ("text", "number", "percent", "passage", "headline"), and its filter."""

    title: str
    form: str = "text"
    filter: bool = False


@cache
def script() -> str:
    """Return the script of the pages: DataTables, then our own.

    >>> "DataTable" in script()
    True
    """
    bundle = (importlib.resources.files("itables") / "html" / "dt_bundle.js").read_text(encoding="utf-8")
    exports = re.search(r"export\{([^}]*)\}", bundle)
    name = re.search(r"([\w$]+) as default", exports.group(1)) if exports else None
    if not exports or not name or "</script" in bundle:
        raise RuntimeError("this version of itables ships another script; install the one that requirements.lock names")
    library = bundle[: exports.start()] + f"const DataTable={name.group(1)};" + bundle[exports.end() :]
    return library + "".join(existing(file).read_text(encoding="utf-8") for file in (MARKS, SCRIPT))


def write_search_pages(
    target: Path, passages: Passages, events: pd.DataFrame, charts: Sequence[Table], templates: Environment
) -> None:
    """Write quotes.html, words.html and events.html.

    What is too much for one page goes on in quotes-2.html, and so on.
    """
    pages = {
        "quotes": ("Quotes and paraphrases", _QUOTES, _quotes(passages)),
        "words": ("Words in context", _WORDS, _words(passages, charts)),
        "events": ("Events and their articles", _EVENTS, _events(passages, events)),
    }
    for name, (title, columns, rows) in pages.items():
        parts = list(paged(rows))
        pages_of = [f"{name}{f'-{number}' if number > 1 else ''}.html" for number in range(1, len(parts) + 1)]
        ends = list(accumulate(map(len, parts)))
        for page, kept, end in zip(pages_of, parts, ends, strict=True):
            content = json.dumps(
                {"columns": [column._asdict() for column in columns], "rows": kept}, ensure_ascii=False
            )
            text = templates.get_template("search.html").render(
                title=title, lead=_LEADS[name], marked=name == "quotes", page=page, pages=pages_of,
                shown=f"{end - len(kept) + 1:,} to {end:,} of {ends[-1]:,}",
                content=Markup(content.replace("<", "\\u003c")), search_script=Markup(script()),
            )  # fmt: skip
            (target / page).write_text(text, encoding="utf-8")


_LEADS = {
    "quotes": "All attributions that the program found, the surest first, acts and headlines among them, which no "
    "share counts. Filters stand in the page’s address.",
    "words": "Where the words and wordings of the charts stand, in the sentence that has them.",
    "events": "Articles that report on the same event, the events with most articles first. An affair joins the events "
    "that are its steps; it has the name of its largest event.",
}
_QUOTES = [
    Column("outlet", filter=True), Column("date"), Column("story", filter=True), Column("speaker", filter=True),
    Column("kind", filter=True), Column("form", filter=True), Column("confidence", "percent"),
    Column("passage", "passage"), Column("headline", "headline"),
]  # fmt: skip
_WORDS = [
    Column("word", filter=True), Column("outlet", filter=True), Column("date"), Column("story", filter=True),
    Column("passage", "passage"), Column("headline", "headline"),
]  # fmt: skip
_EVENTS = [
    Column("affair", filter=True), Column("event", filter=True), Column("articles", "number"),
    Column("outlets", "number"), Column("outlet", filter=True), Column("date"), Column("headline", "headline"),
]  # fmt: skip


def paged(rows: Iterable[list[Any]], most_chars: int = MOST_CHARS) -> Iterator[list[list[Any]]]:
    """Yield the rows of each page; the first page is there even without rows.

    >>> list(paged([["rain"], ["snow"], ["hail"]], most_chars=20))
    [[['rain'], ['snow']], [['hail']]]
    """
    yield from list(filled(rows, most_chars, size=lambda row: len(str(row)))) or [[]]


def _about(article: dict[str, Any]) -> dict[str, Any]:
    """Return what pages say of an article."""
    published = article["published"]
    return {
        "outlet": outlet(article),
        "date": "" if pd.isna(published) else f"{published:%Y-%m-%d}",
        "story": article["story"],
        "headline": headline(article),
    }


def _passage(passages: Passages, place: Place) -> list[Any]:
    """Return the sentence or sentences of a passage, and its marks in them."""
    excerpt = passages.excerpt(place, context=0)
    marks = [[mark.start - excerpt.start, mark.end - excerpt.start, mark.role] for mark in excerpt.marks]
    return [excerpt.words, marks]


def _quotes(passages: Passages) -> Iterable[list[Any]]:
    for quote in sorted(passages.quotes.values(), key=lambda quote: -quote["confidence"]):
        about = _about(passages.articles[quote["article_id"]])
        speaker = quote["speaker"] if isinstance(quote["speaker"], str) else ""
        passage = _passage(passages, Place(quote["article_id"], quote["quote_id"]))
        kind, form = SPEAKER_KINDS.get(quote["speaker_kind"], quote["speaker_kind"]), quote["quote_type"]
        confidence = round(100 * quote["confidence"])
        yield [
            about["outlet"], about["date"], about["story"], speaker, kind, form, confidence, passage, about["headline"],
        ]  # fmt: skip


def _words(passages: Passages, charts: Sequence[Table]) -> Iterable[list[Any]]:
    places = {(word, place): None for chart in charts for word, place in _charted_words(chart)}
    for word, place in places:
        about = _about(passages.articles[place.article_id])
        passage = _passage(passages, place)
        yield [word, about["outlet"], about["date"], about["story"], passage, about["headline"]]


def _charted_words(table: Table) -> Iterable[tuple[str, Place]]:
    """Yield the words at both ends of a table of words, or all of its wordings, with the places where they stand."""
    column = next((name for name in ("term", "wording") if name in table.data), "")
    if not column:
        return
    groups = table.data.groupby("outlet")[column] if "outlet" in table.data else [("", table.data[column])]
    ends = {row for _, own in groups for row in [*own.index[:_WORDS_A_SIDE], *own.index[-_WORDS_A_SIDE:]]}
    rows = table.index[table.index["row"].isin(ends)]
    for row, values in zip(rows["row"], rows[list(Place._fields)].itertuples(index=False), strict=True):
        yield table.data[column].iloc[row].rstrip("*"), Place(*values)


def _events(passages: Passages, events: pd.DataFrame) -> Iterable[list[Any]]:
    known = events[events["article_id"].isin(list(passages.articles))]
    about = [passages.articles[article] for article in known["article_id"]]
    known = known.assign(**{name: [own[name] for own in about] for name in ("outlet", "headline", "published")})
    groups = dict(iter(known.sort_values("similarity", ascending=False, kind="stable").groupby("event_id")))
    affairs: dict[str, str] = {}  # the largest event of an affair comes first, and names it
    for event, named in name_events(known).items():
        rows, name = groups[event], named if isinstance(named, str) else NO_HEADLINE
        affair = affairs.setdefault(rows["affair_id"].iloc[0], name)
        for article in rows["article_id"]:
            own = _about(passages.articles[article])
            yield [affair, name, len(rows), rows["outlet"].nunique(), own["outlet"], own["date"], own["headline"]]
