"""Print how often byline, day and outlet of saved pages are right, on pages of 400 sites: a Markdown table.

    python benchmarks/metadata.py           # development half of the sites, a minute
    python benchmarks/metadata.py misses    # also what was found and what the truth says, page by page
    python benchmarks/metadata.py test      # the other half; writes down that it looked

Needs ../shared/data. The halves are chosen by a hash of the site. The truth is uncoded and often wrong, so each
measure stands there twice: on all pages that have a truth, and on those that show it, where every surname or the day
occurs in the page's HTML (also in a script or a <meta>). A byline is right when its set of people is that of the
truth, both read by `parse_byline`: agencies, roles and degrees are left out. A day may be that of the page's time zone
or of UTC. There is no truth for outlets: one is right when it goes with the page's domain by letters or initials,
which a name of other letters fails even where it is right.
"""

import gzip
import hashlib
import html
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from tqdm import tqdm

import looks
from analysis.articles import to_article
from analysis.articles.bylines import parse_byline
from analysis.articles.dates import parse_date
from analysis.articles.outlets import goes_with
from analysis.readers import read

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "wcxb"


def is_test(site: str) -> bool:
    """Return whether a site is of the half that no rule was made on."""
    return hashlib.sha256(f"metadata {site}".encode()).digest()[0] % 2 == 1


def pages(side: str) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Yield the truth and the HTML of each page of a side, "develop" or "test"."""
    with gzip.open(DATA / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        truths = [json.loads(line) for line in lines]
    for truth in tqdm(truths, disable=None):
        if is_test(site_of(truth["url"])) == (side == "test"):
            yield truth, gzip.decompress((DATA / "html" / f"{truth['id']}.html.gz").read_bytes())


def site_of(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def measure(truth: dict[str, Any], data: bytes) -> dict[str, Any]:
    """Return what was found on a page, and for each field whether it has a truth, shows it and is right."""
    raw = next(read(data, "page.html"))
    row = to_article(raw, "pages") if "reason" not in raw else {}
    words = html.unescape(data.decode("utf-8", "replace"))
    site = site_of(truth["url"])
    people = parse_byline(truth["author"] or "", outlet=row.get("outlet") or site).names
    found, true = {letters(name) for name in row.get("byline") or []}, {letters(name) for name in people}
    day = date.fromisoformat(truth["date"][:10]) if truth["date"] else None
    published = row.get("published")
    printed = parse_date(str(raw.get("published") or "")[:10]).time
    days = {time.date() for time in (published, printed if published else None) if time is not None}
    return {
        "id": truth["id"], "site": site, "byline": row.get("byline"), "true byline": truth["author"],
        "published": published, "true date": truth["date"], "outlet": row.get("outlet"),
        "byline right": found == true if people else None,
        "byline shown": bool(people) and all(name.split()[-1].lower() in words.lower() for name in people),
        "day right": day in days if day else None,
        "day shown": bool(day) and shows_day(words, day),
        "outlet right": goes_with(row.get("outlet") or "", truth["url"]),
    }  # fmt: skip


def letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def shows_day(words: str, day: date | None) -> bool:
    """Return whether a day occurs in words, in the forms that pages use; months by their first three letters."""
    if day is None:
        return False
    y, m, d = day.year, day.month, day.day
    month = rf"{day:%b}[a-z]*\.?"
    number = rf"(?<!\d)0?{d}(?:st|nd|rd|th)?"
    forms = [
        rf"{y}[-/.]?0?{m}[-/.]?0?{d}(?!\d)",
        rf"{month}\s+{number},?\s+{y}",
        rf"{number}\.?\s+(?:of )?{month},?\s+{y}",
        rf"(?<!\d)0?{m}[-/.]0?{d}[-/.](?:{y}|{y % 100:02})(?!\d)",
        rf"(?<!\d)0?{d}[-/.]0?{m}[-/.](?:{y}|{y % 100:02})(?!\d)",
    ]
    return any(re.search(form, words, re.I) for form in forms)


def table(measured: pd.DataFrame) -> str:
    """Return the shares that are right as a Markdown table."""
    rows = ["| measure | right | pages |", "|---|---|---|"]
    for field in ("byline", "day"):
        has = measured[measured[f"{field} right"].notna()]
        for name, kept in ((f"{field}, all with a truth", has), (f"{field}, shown", has[has[f"{field} shown"]])):
            rows.append(f"| {name} | {kept[f'{field} right'].astype(bool).mean():.3f} | {len(kept)} |")
    rows.append(f"| outlet goes with the domain | {measured['outlet right'].mean():.3f} | {len(measured)} |")
    return "\n".join(rows)


def main() -> None:
    if sys.argv[1:] not in ([], ["misses"], ["test"]):
        sys.exit(f"the argument {sys.argv[1]!r} is not known; leave it out, or say misses or test")
    side = "test" if sys.argv[1:] == ["test"] else "develop"
    print(looks.told("metadata, wcxb test half", one_more=side == "test"))
    measured = pd.DataFrame([measure(truth, data) for truth, data in pages(side)])
    print(f"\nSide: {side}\n\n{table(measured)}")
    if sys.argv[1:] == ["misses"]:
        for field, columns in (
            ("byline", ["byline", "true byline"]),
            ("day", ["published", "true date"]),
            ("outlet", ["outlet"]),
        ):
            wrong = measured[measured[f"{field} right"].eq(False)]
            shown = [f"{field} shown"] if field != "outlet" else []
            print(f"\n{field}:\n{wrong[['id', 'site', *shown, *columns]].to_string(index=False, max_colwidth=70)}")


if __name__ == "__main__":
    main()
