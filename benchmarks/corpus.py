"""How well stories are read: copied pages, saved pages, agency copy. Prints one table.

    python benchmarks/corpus.py             # all, about three minutes
    python benchmarks/corpus.py pages       # one part: copied, pages or origin

Needs ../shared/data. The measure of texts is that of scrapinghub's article-extraction-benchmark: per page the share of 4-gram
shingles of words that are right, wrong or missed; precision and recall are means over pages, F1 is made of the two.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import trafilatura

from analysis.furniture import split_copied
from analysis.furniture.copied import find_story
from analysis.furniture.model import main_run
from analysis.metadata import parse_byline
from analysis.origin import find_origin
from analysis.readers import read

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path.insert(0, str(ROOT / "training"))


def shingles(text: str, n: int = 4) -> Counter:
    """The n-grams of words of a text, counted; a shorter text is one shingle."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + n]) for i in range(max(len(words) - n + 1, min(len(words), 1))))


def text_f1(pairs: list[tuple[str, str]]) -> float:
    """Shingle F1 of (found, true) texts."""
    precisions, recalls = [], []
    for found, true in pairs:
        a, b = shingles(found), shingles(true)
        right = (a & b).total()
        if a:
            precisions.append(right / a.total())
        if b:
            recalls.append(right / b.total())
    p, r = float(np.mean(precisions)), float(np.mean(recalls))
    return 2 * p * r / (p + r)


def line_f1(found: list[np.ndarray], gold: list[np.ndarray]) -> float:
    a, b = np.concatenate(found), np.concatenate(gold)
    return float(2 * (a & b).sum() / (a.sum() + b.sum()))


def copied() -> list[tuple[str, float]]:
    """Whole pages as text: two baselines, and the model with each site left out of its training."""
    import furniture  # training/furniture.py

    pages = furniture.labelled_pages()
    told = furniture.cross_validate(pages, furniture.short_copies(pages))
    ours = [np.array(find_story(p["lines"], p["kinds"], probability=t)) for p, t in zip(pages, told, strict=True)]
    long = [np.array([len(line) >= 80 for line in p["lines"]]) for p in pages]
    run = [np.array([slice_ <= n < end for n in range(len(p["lines"]))]) for p in pages for slice_, end in [main_run(p["lines"], [""] * len(p["lines"]))]]
    rows = []
    for name, kept in (("lines of 80 characters or more", long), ("longest run of prose", run), ("ours, site-wise cross-validation", ours)):
        texts = ["\n".join(line for line, keep in zip(p["lines"], k, strict=True) if keep) for p, k in zip(pages, kept, strict=True)]
        rows.append((f"copied text, shingle F1: {name}", text_f1([(t, p["gold"]) for t, p in zip(texts, pages, strict=True)])))
        rows.append((f"copied text, line F1: {name}", line_f1(kept, [p["y"] > 0 for p in pages])))
    return rows


def pages() -> list[tuple[str, float]]:
    """Saved pages: the body against trafilatura's own, and the time of both."""
    truth = json.loads((DATA / "pages" / "ground-truth.json").read_text(encoding="utf-8"))
    sources = {key: (DATA / "pages" / "html" / f"{key}.html.gz").read_bytes() for key in truth}
    start = time.process_time()
    theirs = {key: trafilatura.extract(gzip.decompress(data), with_metadata=True) or "" for key, data in sources.items()}
    middle = time.process_time()
    raws = {key: next(read(data, f"{key}.html.gz")) for key, data in sources.items()}
    end = time.process_time()
    theirs = {key: re.sub(r"(?s)^---\n.*?\n---\n", "", text) for key, text in theirs.items()}
    ours = {key: raw.get("text", "") for key, raw in raws.items()}
    headed = {key: "\n".join([*raw.get("subheads", []), raw.get("text", "")]) for key, raw in raws.items()}
    return [
        ("saved pages, shingle F1: trafilatura", text_f1([(theirs[k], truth[k]["articleBody"]) for k in truth])),
        ("saved pages, shingle F1: ours, without subheads", text_f1([(ours[k], truth[k]["articleBody"]) for k in truth])),
        ("saved pages, shingle F1: ours, with subheads", text_f1([(headed[k], truth[k]["articleBody"]) for k in truth])),
        ("saved pages, time against trafilatura's", (end - middle) / (middle - start)),
    ]


def origin() -> list[tuple[str, float]]:
    """Agency copy among PolNeAR's articles: found, and articles wrongly said to be agency copy."""
    articles = [json.loads(line) for part in ("train", "dev") for line in gzip.open(DATA / "polnear" / f"{part}.texts.jsonl.gz", "rt")]
    found, wire = [], []
    for article in articles:
        paragraphs = [p for p in re.split(r"\n\s*\n", article["text"]) if p.strip()]
        byline = parse_byline(article["author"] or "", outlet=article["outlet"])
        told = find_origin(paragraphs[:4], paragraphs[-3:], byline_agency=byline.agency, outlet=article["outlet"])
        found.append(told is not None)
        wire.append(article["wire"] not in (None, "NA"))
    found, wire = np.array(found), np.array(wire)
    return [
        (f"origin, recall on {wire.sum()} agency articles", (found & wire).sum() / wire.sum()),
        (f"origin, found among {(~wire).sum()} others", (found & ~wire).sum()),
    ]


def first_article() -> list[tuple[str, float]]:
    """The article the project began with: how many paragraphs of story are found."""
    text = next((DATA / "first-article").glob("*.txt")).read_text(encoding="utf-8")
    return [("first article, paragraphs found (22 are its story)", len(split_copied(text).paragraphs))]


PARTS = {"copied": copied, "pages": pages, "origin": origin, "first": first_article}


def main() -> None:
    asked = sys.argv[1:] or list(PARTS)
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        sys.exit(f"there is no part {unknown[0]!r}; the parts are: {', '.join(PARTS)}")
    rows = [row for name in asked for row in PARTS[name]()]
    print(pd.DataFrame(rows, columns=["measure", "value"]).to_string(index=False, float_format="{:.3f}".format))


if __name__ == "__main__":
    main()
