"""Print how well saved pages and agency copy are read, beside trafilatura on the same pages in the same run.

    python benchmarks/pages.py              # all, about five minutes
    python benchmarks/pages.py misses       # also which pages each field is wrong on (ids only)
    python benchmarks/pages.py test         # the bodies of the sites that no training reads; writes down that it looked

Needs ../shared/data. Bodies are measured by words, their order apart (mean of F1 over pages), and by the measure of
scrapinghub's article-extraction-benchmark: per page the share of 4-gram shingles of words that are right or wrong;
precision and recall are means over pages, F1 is made of the two. The model of bodies is trained anew without the sites
that it is measured on. A page loses a quarter when it has less than three quarters of the true words that trafilatura
keeps. Headlines, authors, days, captions and subheads are compared with tests/gold/pages.json, coded by hand from the
pages as a reader sees them (hashes only); their rules were written with these pages at hand: on others expect less.
"""

import gzip
import json
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd
import trafilatura

import looks
from analysis.articles import to_article
from analysis.articles.bylines import parse_byline
from analysis.articles.exported_text import clean_paragraphs
from analysis.articles.origin import find_origin
from analysis.readers import read
from shingles import text_f1

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path[:0] = [str(ROOT / "tests" / "gold"), str(ROOT / "training")]

from hash_pages import digest  # noqa: E402

ROUNDS = 2  # times are taken so often, ours and theirs in turn; the ratio of the sums is reported


def load_pages() -> tuple[dict[str, bytes], dict[str, dict]]:
    """Return the HTML of the pages and the coding of their other fields."""
    truth = json.loads((DATA / "pages" / "ground-truth.json").read_text(encoding="utf-8"))
    gold = json.loads((ROOT / "tests" / "gold" / "pages.json").read_text(encoding="utf-8"))
    sources = {key: gzip.decompress((DATA / "pages" / "html" / f"{key}.html.gz").read_bytes()) for key in truth}
    return sources, gold


def ours(data: bytes) -> dict:
    """Return a row as the corpus has it."""
    row = to_article(next(read(data, "page.html")), "pages")
    empty = {"headline": None, "published": None, "byline": [], "captions": [], "subheads": []}
    row = {field: row.get(field, value) for field, value in empty.items()}
    return row | {"published": row["published"].date().isoformat() if row["published"] else None}


def theirs(data: bytes) -> dict:
    """Return what trafilatura alone gives, in its default mode."""
    found = trafilatura.bare_extraction(data, with_metadata=True)
    if found is None:
        return {
            "text": "",
            "headline": None,
            "byline": [],
            "published": None,
            "captions": [],
            "subheads": [],
        }
    heads = [" ".join("".join(head.itertext()).split()) for head in found.body.iter("head")]
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {
        "text": found.text, "headline": found.title, "byline": authors,
        "published": found.date, "captions": [], "subheads": heads,
    }  # fmt: skip


def is_right(field: str, found: dict, gold: dict) -> bool:
    """Return whether a field of a page is exactly right; a day may be that of the page's time zone or of UTC."""
    if field == "headline":
        return digest(found["headline"] or "") == gold["headline"]
    if field == "byline":
        return {digest(name) for name in found["byline"]} == set(gold["byline"])
    return found["published"] in {gold["published"], gold["published_utc"]}


def listed(field: str, rows: dict[str, dict], gold: dict[str, dict]) -> tuple[float, float, list[str]]:
    """Return recall and precision of a list field over all pages, and the pages where some are missing or wrong."""
    right = found = true = 0
    wrong = []
    for key, page in gold.items():
        if field not in page:
            continue
        a, b = {digest(words) for words in rows[key][field]}, set(page[field])
        right, found, true = right + len(a & b), found + len(a), true + len(b)
        wrong += [f"{key[:8]} -{len(b - a)} +{len(a - b)}"] if a != b else []
    return right / true, right / max(found, 1), wrong


def seconds(function, sources: Iterable[bytes]) -> float:
    start = time.process_time()
    for data in sources:
        function(data)
    return time.process_time() - start


def bodies(side: str) -> tuple[list[tuple], dict[str, list[str]]]:
    """Return the rows (measure, ours, trafilatura) of the bodies of a side, and the pages that lose a quarter.

    On the side "develop" each page is read by a model that has not seen its site; on "test" by the shipped one.
    """
    import page_blocks as training  # training/page_blocks.py

    read = training.labeled_pages(side)
    told = training.cross_validate(read) if side == "develop" else training.shipped(read)
    rows, lost = [], {}
    for name in dict.fromkeys(page["set"] for page in read):
        found = [
            (page, training.body_text(page, p), (theirs(page["data"])["text"] or ""))
            for page, p in zip(read, told, strict=True)
            if page["set"] == name
        ]
        what = f"{len(found)} pages of {name}/, {'cross-validated by site' if side == 'develop' else 'held-out sites'}"
        true = [training.count(page["gold"]) for page, _, _ in found]
        words = [[training.count(text) for _, *texts in found for text in texts[n : n + 1]] for n in (0, 1)]
        f1 = [float(np.mean([training.words_f1(a, b) for a, b in zip(own, true, strict=True)])) for own in words]
        rows.append((f"body words F1, {what}", *f1))
        rows.append((f"body shingle F1, {what}", *(text_f1((f[n], f[0]["gold"]) for f in found) for n in (1, 2))))
        loses = [(a & gold).total() < 0.75 * (b & gold).total() for a, b, gold in zip(*words, true, strict=True)]
        rows.append(("share of these that lose a quarter of what trafilatura keeps", float(np.mean(loses)), None))
        lost[f"{name}/ lose a quarter"] = [f[0]["key"][:8] for f, yes in zip(found, loses, strict=True) if yes]
    return rows, lost


def pages() -> tuple[list[tuple], dict[str, list[str]]]:
    """Return the rows (measure, ours, trafilatura) of saved pages, and the pages that each field is wrong on."""
    sources, gold = load_pages()
    tables = [{key: function(data) for key, data in sources.items()} for function in (ours, theirs)]
    rows, misses = [], {}
    for name, field in (("exact headline", "headline"), ("exact author set", "byline"), ("same day", "published")):
        told = [{key: is_right(field, t[key], gold[key]) for key in gold} for t in tables]
        rows.append((name, *(float(np.mean(list(t.values()))) for t in told)))
        misses[name] = [key[:8] for key, right in told[0].items() if not right]
    for field in ("captions", "subheads"):
        told = [listed(field, t, gold) for t in tables]
        rows += [(f"{field}, recall", *(t[0] for t in told)), (f"{field}, precision", *(t[1] for t in told))]
        misses[field] = told[0][2]
    runs = (lambda data: next(read(data, "page.html")), _extract, trafilatura.extract)
    mine, described, plain = np.sum([[seconds(run, sources.values()) for run in runs] for _ in range(ROUNDS)], axis=0)
    rows.append(("CPU time, trafilatura.extract with its metadata = 1", mine / described, 1.0))
    rows.append(("CPU time, trafilatura.extract without metadata = 1", mine / plain, 1.0))
    return rows, misses


def _extract(data: bytes) -> None:
    trafilatura.extract(data, with_metadata=True)


def origin() -> tuple[list[tuple], dict[str, list[str]]]:
    """Count the agency copy found among PolNeAR's articles and the articles wrongly called agency copy; name both."""
    articles = []
    for part in ("train", "dev"):
        with gzip.open(DATA / "polnear" / f"{part}.texts.jsonl.gz", "rt") as lines:
            articles += [json.loads(line) for line in lines]
    missed, false, n_wire = [], [], 0
    for article in articles:
        byline = parse_byline(article["author"] or "", outlet=article["outlet"])
        story = clean_paragraphs(re.split(r"\n\s*\n", article["text"]), outlet=article["outlet"], names=byline.names)
        told = find_origin(
            story.paragraphs[:4],
            [*story.credits, *story.paragraphs[-3:]],
            byline_agency=byline.agency,
            outlet=article["outlet"],
        )
        is_wire = article["wire"] not in (None, "NA")
        n_wire += is_wire
        missed += [article["doc"]] if is_wire and not told else []
        false += [article["doc"]] if told and not is_wire else []
    rows = [
        (f"origin, recall on {n_wire} agency articles", 1 - len(missed) / n_wire, None),
        (f"origin, named for {len(articles) - n_wire} others", len(false), None),
    ]
    return rows, {"origin missed": missed, "origin named without a wire label": false}


def main() -> None:
    if sys.argv[1:] not in ([], ["misses"], ["test"]):
        sys.exit(f"the argument {sys.argv[1]!r} is not known; leave it out, or say misses or test")
    is_test = sys.argv[1:] == ["test"]
    print(looks.told("pages, wcxb test sites", one_more=is_test))
    parts = [bodies("test")] if is_test else [bodies("develop"), pages(), origin()]
    table = pd.DataFrame([row for rows, _ in parts for row in rows], columns=["measure", "ours", "trafilatura"])
    print(table.to_string(index=False, float_format="{:.3f}".format, na_rep=""))
    for name, keys in (
        {name: keys for _, misses in parts for name, keys in misses.items()}.items() if sys.argv[1:] else ()
    ):
        print(f"\n{name}: {', '.join(keys)}")


if __name__ == "__main__":
    main()
