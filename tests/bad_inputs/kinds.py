"""What a kind of bad input is: a file that a newsroom may be handed, and what must come of it."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

Content: TypeAlias = bytes | str | Callable[[Path], object]


class Stories:
    """Invented articles that no other kind of bad input has, so that none counts as a repeat."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def text(self, n: int = 1) -> str:
        return (
            f"Rain fell on the town of {self.mark} on day {n}, and the council, which had met to talk about drought, "
            f"went home early without a vote, the clerk of {self.mark} said."
        )

    def long(self, n: int = 1) -> str:
        """Return a text of several paragraphs."""
        return "\n\n".join(self.text(n).replace("Rain", word) for word in ("Rain", "Hail", "Snow", "Sleet"))

    def record(self, n: int = 1, **fields: object) -> dict:
        known = {"title": f"Rain {n} in {self.mark}", "date": f"2026-03-0{n}", "text": self.text(n)} | fields
        return {name: value for name, value in known.items() if value is not ...}

    def records(self, second: object = None) -> list:
        """Return three records; the second one may be another."""
        return [self.record(1), self.record(2) if second is None else second, self.record(3)]

    def lines(self, *middle: str) -> str:
        """Return JSON Lines: the first record, the lines given (the second record if none), the third one."""
        return "\n".join(
            [json.dumps(self.record(1)), *(middle or [json.dumps(self.record(2))]), json.dumps(self.record(3)), ""]
        )

    def table(
        self,
        second: list | None = None,
        *,
        delimiter: str = ",",
        header: tuple = ("title", "date", "text"),
        end: str = "\n",
    ) -> str:
        """Return a table of three rows; the second row may be another."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
        rows = [[record[name.lower().strip()] for name in ("title", "date", "text")] for record in self.records()]
        writer.writerows([header, rows[0], second or rows[1], rows[2]])
        return out.getvalue()

    def page(self, inside: str = "", *, head: str = "", before: str = "", after: str = "", n: int = 1) -> str:
        """Return a saved page with one story."""
        story = "".join(f"<p>{part}</p>" for part in self.long(n).split("\n\n"))
        return (
            f"{before}<!DOCTYPE html><html><head><title>Rain {n} in {self.mark}</title>{head}</head><body>"
            f"<article><h1>Rain {n} in {self.mark}</h1>{inside}{story}</article>{after}</body></html>"
        )


class Kind(NamedTuple):
    """A kind of bad input, and what must come of it: articles, rejects with their reasons, exact repeats."""

    name: str
    file: str
    make: Callable[[Stories], Content | Mapping[str, Content]]  # the file, or several by their paths
    articles: int = 0
    reasons: tuple[str, ...] = ()
    note: str = ""  # stands in the notes of one of the articles at least
    repeats: int = 0
    fields: Mapping[str, object] = {}  # what each article has in a column; a time by its day


def hand_in(kind: Kind, mark: str, folder: Path) -> None:
    """Write the files of a kind to a folder; a function makes its own, such as a link."""
    made = kind.make(Stories(mark))
    for name, content in made.items() if isinstance(made, Mapping) else [(kind.file, made)]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        else:
            path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
