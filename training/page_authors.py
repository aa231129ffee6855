"""Learn which line of a saved page names its author: writes src/analysis/readers/page/author_model.npz.

    python training/page_authors.py            # writes the trees, two minutes
    python training/page_authors.py --check    # only prints the cross-validation over sites

It reads the sites of benchmarks/metadata.py, their authors as checked by hand, and the coded pages of pages/. Each page
is seen without what it tells machines, so that pages that tell teach how pages that do not are read.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from trafilatura import load_html

from analysis.articles.bylines import parse_byline
from analysis.readers.page.author_lines import WEIGHTS, Candidate, candidates, chosen
from analysis.readers.page.head import line_of, page_lines
from analysis.readers.page.metadata import page_head
from datasets import DATA
from tree_arrays import tree_arrays

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests" / "gold")]
from hash_pages import digest  # noqa: E402
from metadata import pages, site_of, true_people  # noqa: E402

GOLD = ROOT / "tests" / "gold"
PAGES = DATA / "pages" / "html"

FOLDS = 5
TREES = dict(
    max_iter=120, learning_rate=0.1, max_leaf_nodes=6, min_samples_leaf=8, l2_regularization=5.0, max_features=0.3
)


def labeled_pages() -> list[dict]:
    """Return the pages with their candidates, and for each whether it names one of the true people (`y`)."""
    read = []
    for truth, data in pages():
        site = site_of(truth["url"])
        true = true_people(truth, parse_byline(truth["author"] or "", outlet=site).names)
        read.append(_labeled(site, true, data))
    gold = json.loads((GOLD / "pages.json").read_text(encoding="utf-8"))
    for key, coded in gold.items():
        read.append(_labeled(key, set(coded["byline"]), gzip.decompress((PAGES / f"{key}.html.gz").read_bytes())))
    return read


def _labeled(site: str, true: set[str], data: bytes) -> dict:
    tree = load_html(data.decode("utf-8", "replace"))
    head = page_head(tree)
    lines = page_lines(tree)
    found = candidates(tree, lines, line_of(head.element, lines), head.site)
    y = np.array([bool(true.intersection(map(digest, one.names))) for one in found], bool)
    return {"site": site, "tree": tree, "found": found, "true": true, "y": y}


def fit(pages: Sequence[dict], seed: int = 0) -> HistGradientBoostingClassifier:
    rows = np.array([one.features for page in pages for one in page["found"]], float)
    model = HistGradientBoostingClassifier(**TREES, early_stopping=False, random_state=seed)
    return model.fit(rows, np.concatenate([page["y"] for page in pages if page["found"]]))


def named(model: HistGradientBoostingClassifier, found: Sequence[Candidate]) -> set[str]:
    if not found:
        return set()
    scores = model.decision_function(np.array([one.features for one in found], float))
    return set(map(digest, chosen(found, scores)))


def cross_validated(pages: Sequence[dict]) -> pd.DataFrame:
    """Return, page by page, whether the people named by a model that never saw the site are the true ones."""
    order = np.random.default_rng(0).permutation(len(pages)) % FOLDS
    rows = []
    for fold in range(FOLDS):
        model = fit([page for page, of in zip(pages, order, strict=True) if of != fold])
        for page in (page for page, of in zip(pages, order, strict=True) if of == fold):
            got = named(model, page["found"])
            rows.append({
                "site": page["site"], "has author": bool(page["true"]), "names any": bool(got),
                "right": got == page["true"], "reachable": bool(page["y"].any()),
            })  # fmt: skip
    return pd.DataFrame(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    read = labeled_pages()
    table = cross_validated(read)
    print(table.groupby("has author")[["names any", "right", "reachable"]].mean().round(3).to_string())
    if not parser.parse_args().check:
        np.savez_compressed(str(WEIGHTS), **tree_arrays(fit(read))._asdict())


if __name__ == "__main__":
    main()
