"""Print how often byline, day and outlet of saved pages are right, on pages of 400 sites: a Markdown table.

    python benchmarks/metadata.py           # each site left out of the models that read it, a minute
    python benchmarks/metadata.py misses    # also what was found and what the truth says, page by page

Needs ../shared/data. Half of the sites were kept back until their fourth look; now all teach. The truth is uncoded and
often wrong, so each measure stands there three times: on all pages that have a truth; on those that show it, where
every surname or the day occurs in the page's HTML (also in a script or a <meta>); and against the truth as checked.
For that, every page on which the two disagreed was read and judged by hand (metadata_checked.csv): the truth is right,
it is wrong, it is missing, either may be meant, or the page shows none; `right` holds the days, or hashes of the
names, or "none". A day is wrong where it is that of an update and the page gives the day of publication, too.

A byline is right when its set of people is that of the truth, both read by `parse_byline`: agencies, roles and degrees
are left out. A day may be that of the page's time zone or of UTC. There is no truth for outlets: one is right when it
goes with the page's domain by letters or initials, which a name of other letters fails even where it is right; those
that do not were judged as well.
"""

import gzip
import hashlib
import html
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import pandas as pd
from tqdm import tqdm

from analysis.articles import to_article
from analysis.articles.bylines import parse_byline
from analysis.articles.dates import parse_date
from analysis.articles.outlets import goes_with
from analysis.readers import read
from analysis.readers.page import author_lines, shown_days

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "gold")]
from hash_pages import digest  # noqa: E402

FOLDS = 5
CHECKED = ROOT / "benchmarks" / "metadata_checked.csv"
DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "wcxb"


def pages() -> Iterator[tuple[dict[str, Any], bytes]]:
    """Yield the truth and the HTML of each page."""
    with gzip.open(DATA / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        truths = [json.loads(line) for line in lines]
    for truth in tqdm(truths, disable=None):
        yield truth, gzip.decompress((DATA / "html" / f"{truth['id']}.html.gz").read_bytes())


def site_of(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


@cache
def checked() -> dict[tuple[str, str], set[str]]:
    """Return what was checked by hand: by page and field the right days, or the hashes of the right names."""
    rows = pd.read_csv(CHECKED, dtype=str, keep_default_na=False)
    return {(row.id, row.field): set(row.right.split()) for row in rows.itertuples()}


def true_days(truth: dict[str, Any]) -> set[str]:
    """Return the days that are right for a page: those checked by hand, else that of the truth."""
    return checked().get((truth["id"], "day"), {truth["date"][:10]} if truth["date"] else set())


def true_people(truth: dict[str, Any], people: Sequence[str]) -> set[str]:
    """Return the hashes of the people who are right for a page; `people` are those of the truth."""
    return checked().get((truth["id"], "byline"), set(map(digest, people)))


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
    days_right, people_right = true_days(truth), true_people(truth, people)
    found_people, found_days = set(map(digest, row.get("byline") or [])), {time.isoformat() for time in days}
    return {
        "id": truth["id"], "site": site, "byline": row.get("byline"), "true byline": truth["author"],
        "published": published, "true date": truth["date"], "outlet": row.get("outlet"),
        "byline right": found == true if people else None,
        "byline shown": bool(people) and all(name.split()[-1].lower() in words.lower() for name in people),
        "day right": day in days if day else None,
        "day shown": bool(day) and shows_day(words, day),
        "byline right, checked": (found_people or {"none"}) == people_right if people_right else None,
        "day right, checked": bool((found_days or {"none"}) & days_right) if days_right else None,
        "outlet right, checked": digest(row.get("outlet") or "") in checked().get((truth["id"], "outlet"), set())
        or ((truth["id"], "outlet") not in checked() and goes_with(row.get("outlet") or "", truth["url"])),
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
        is_checked = measured[f"{field} right, checked"].dropna().astype(bool)
        kept = {"all with a truth": has[f"{field} right"], "shown": has.loc[has[f"{field} shown"], f"{field} right"]}
        for name, right in {**kept, "checked": is_checked}.items():
            rows.append(f"| {field}, {name} | {right.astype(bool).mean():.3f} | {len(right)} |")
    rows.append(f"| outlet goes with the domain | {measured['outlet right'].mean():.3f} | {len(measured)} |")
    rows.append(f"| outlet, checked | {measured['outlet right, checked'].mean():.3f} | {len(measured)} |")
    return "\n".join(rows)


def cross_validated() -> pd.DataFrame:
    """Return the measures of the pages, each read with models that never saw its site."""
    sys.path.append(str(ROOT / "training"))
    import page_authors
    import page_days
    from tree_arrays import tree_arrays

    read = list(pages())
    sides = [{of["site"]: of for of in training.labeled_pages()} for training in (page_authors, page_days)]
    rows = []
    for fold in range(FOLDS):
        kept = [[of for site, of in side.items() if fold_of(site) != fold] for side in sides]
        authors, days = (tree_arrays(t.fit(k)) for t, k in zip((page_authors, page_days), kept, strict=True))
        with (
            patch.object(author_lines, "load_trees", lambda _, a=authors: a),
            patch.object(shown_days, "load_trees", lambda _, d=days: d),
        ):
            rows += [measure(truth, data) for truth, data in read if fold_of(site_of(truth["url"])) == fold]
    return pd.DataFrame(rows)


def fold_of(site: str) -> int:
    return hashlib.sha256(f"fold {site}".encode()).digest()[0] % FOLDS


def main() -> None:
    if sys.argv[1:] not in ([], ["misses"]):
        sys.exit(f"the argument {sys.argv[1]!r} is not known; leave it out, or say misses")
    measured = cross_validated()
    print(table(measured))
    if sys.argv[1:]:
        for field, columns in (
            ("byline", ["byline", "true byline"]),
            ("day", ["published", "true date"]),
            ("outlet", ["outlet"]),
        ):
            wrong = measured[measured[f"{field} right, checked"].eq(False)]
            shown = wrong[["id", "site", *columns]]
            print(f"\n{field}:\n{shown.to_string(index=False, max_colwidth=70)}")


if __name__ == "__main__":
    main()
