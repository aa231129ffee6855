"""Learn which day that a saved page shows is that of publication: writes src/analysis/readers/page/day_model.npz.

    python training/page_days.py            # writes the trees, half a minute
    python training/page_days.py --check    # only prints the cross-validation over sites

It reads the sites of benchmarks/metadata.py, their days as checked by hand, and the coded pages of pages/.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from trafilatura import load_html

from analysis.articles.dates import parse_date
from analysis.readers.page.day_mentions import Mention
from analysis.readers.page.head import line_of, page_lines
from analysis.readers.page.metadata import page_head
from analysis.readers.page.page_language import is_day_first
from analysis.readers.page.shown_days import WEIGHTS, candidates
from datasets import DATA
from tree_arrays import tree_arrays

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks")]
from metadata import checked, pages, site_of, true_days  # noqa: E402

GOLD = ROOT / "tests" / "gold" / "pages.json"
PAGES = DATA / "pages" / "html"

FOLDS, ROUNDS = 5, 3
TREES = dict(
    max_iter=120, learning_rate=0.08, max_leaf_nodes=6, min_samples_leaf=15, l2_regularization=5.0, max_features=0.3
)


def labeled_pages() -> list[dict]:
    """Return the pages with the days that they show, and for each whether it is one of the true days (`y`).

    Pages that are said to have no day are left out, unless that was checked by hand.
    """
    known = {page for page, field in checked() if field == "day"}
    read = [
        _labeled(site_of(truth["url"]), true_days(truth), data)
        for truth, data in pages()
        if truth["date"] or truth["id"] in known
    ]
    for key, coded in json.loads(GOLD.read_text(encoding="utf-8")).items():
        true = {day for day in (coded["published"], coded["published_utc"]) if day}
        read.append(_labeled(key, true, gzip.decompress((PAGES / f"{key}.html.gz").read_bytes())))
    return [page for page in read if page["found"]]


def _labeled(site: str, true: set[str], data: bytes) -> dict:
    tree = load_html(data.decode("utf-8", "replace"))
    lines = page_lines(tree)
    head = page_head(tree)
    is_first = is_day_first(tree, head.meta.get("url") or "")
    found = candidates(lines, line_of(head.element, lines), is_day_first=is_first)
    y = np.array([_is_one_of(mention, true) for mention, _ in found], bool)
    return {"site": site, "found": found, "true": true, "y": y}


def _is_one_of(mention: Mention, true: set[str]) -> bool:
    """Return whether a mention gives a true day, in the page's time zone or in UTC."""
    time = parse_date(mention.words).time
    return mention.day.isoformat() in true or (time is not None and time.date().isoformat() in true)


def fit(pages: Sequence[dict], seed: int = 0) -> HistGradientBoostingClassifier:
    rows = np.array([features for page in pages for _, features in page["found"]], float)
    model = HistGradientBoostingClassifier(**TREES, early_stopping=False, random_state=seed)
    return model.fit(rows, np.concatenate([page["y"] for page in pages]))


def cross_validated(pages: Sequence[dict], seed: int) -> float:
    """Return the share of pages that show their day on which a model that never saw the site chooses it."""
    order = np.random.default_rng(seed).permutation(len(pages)) % FOLDS
    right = []
    for fold in range(FOLDS):
        model = fit([page for page, of in zip(pages, order, strict=True) if of != fold], seed)
        for page in (page for page, of in zip(pages, order, strict=True) if of == fold and page["y"].any()):
            scores = model.decision_function(np.array([features for _, features in page["found"]], float))
            right.append(page["y"][int(np.argmax(scores))])
    return float(np.mean(right))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    read = labeled_pages()
    rounds = [cross_validated(read, seed) for seed in range(ROUNDS)]
    shown = sum(page["y"].any() for page in read)
    print(f"the day is chosen on {np.mean(rounds):.3f} of {shown} pages that show it; rounds: {np.round(rounds, 3)}")
    if not parser.parse_args().check:
        np.savez_compressed(str(WEIGHTS), **tree_arrays(fit(read))._asdict())


if __name__ == "__main__":
    main()
