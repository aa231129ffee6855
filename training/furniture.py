"""Learn which lines of a copied page are story: writes src/analysis/articles/line_model.npz.

    python training/furniture.py            # writes the weights
    python training/furniture.py --check    # only prints the site-wise cross-validation

It reads the labeled pages of copied/ and of two thirds of the sites of wcxb/, and articles of allsides/ with the head
and foot of a copied page added, so that short copies without a page's menus are known too. A third of the sites of
wcxb/ is never read here. Only the trees are kept, as arrays.
"""

import argparse
import random
import re
from collections.abc import Sequence

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from analysis.articles import drop_link_cards
from analysis.articles.copied_page import find_story
from analysis.articles.line_features import features
from analysis.articles.line_kinds import line_kind
from analysis.articles.line_model import WEIGHTS
from analysis.trees import Trees, log_odds
from datasets import DATA, FOLDS, is_held_out, read_json_lines, site_folds
from tree_arrays import tree_arrays

# Trees that each see a fifth of the features at a split. On 361 pages 70 trees of 10 leaves are a little worse.
TREES = dict(
    max_iter=150,
    learning_rate=0.1,
    max_leaf_nodes=16,
    min_samples_leaf=25,
    l2_regularization=5.0,
    max_features=0.2,
    early_stopping=False,
)
SHORT_COPIES = 250


def labeled_pages(side: str = "develop") -> list[dict]:
    """Return the pages with their lines, kinds, labels (1 story, 0 not) and site, without lines that hold no word.

    `side` is "develop", which has copied/ and two thirds of the sites of wcxb/, or "test", the other sites.
    """
    bodies = {page["id"]: page["body"] for page in read_json_lines(DATA / "wcxb" / "truth.jsonl.gz")}
    found = [
        page | {"set": "wcxb", "gold": bodies[page["id"]]}
        for page in read_json_lines(DATA / "wcxb" / "lines.jsonl.gz")
        if is_held_out(page["id"]) == (side == "test")
    ]
    if side == "develop":
        found = [page | {"set": "copied"} for page in read_json_lines(DATA / "copied" / "lines.jsonl.gz")] + found
    pages = []
    for page in found:
        kept = [(line, y) for line, y in zip(page["lines"], page["y"], strict=True) if y >= 0]
        if kept:
            told = {"gold": page["gold"], "set": page["set"]}
            pages.append(as_page(*zip(*kept, strict=True), site=page["site"]) | told)
    return pages


def as_page(lines: Sequence[str], labels: Sequence[int], *, site: str) -> dict:
    """Return lines and labels with what the model sees of them."""
    lines = [drop_link_cards(line) for line in lines]
    kinds = [line_kind(line) for line in lines]
    return {"lines": lines, "kinds": kinds, "y": np.array(labels), "site": site, "rows": features(lines, kinds)}


def short_copies(pages: list[dict], *, seed: int = 0) -> list[dict]:
    """Return articles copied with little else: a few lines of head, the story, perhaps the start of a page foot."""
    draw = random.Random(seed)
    articles = draw.sample(read_json_lines(DATA / "allsides" / "immigration.jsonl.gz"), SHORT_COPIES)
    copies = []
    for article in articles:
        body = [" ".join(p.split()) for p in re.split(r"\n\s*\n", article["content_original"]) if p.strip()]
        story = [(p, int(not line_kind(p))) for p in body if re.search(r"\w", p)]
        if len(story) < 3:
            continue
        lines = (
            [(line, 0) for line in head_of(article, draw)]
            + story
            + [(line, 0) for line in foot_of(draw.choice(pages), draw)]
        )
        copies.append(as_page(*zip(*lines, strict=True), site=article["source"]))
    return copies


def head_of(article: dict, draw: random.Random) -> list[str]:
    """Return some of the lines that stand above a story."""
    author = article["authors"].split(",")[0] or "Staff Writer"
    options = [
        [draw.choice(["Politics", "U.S.", "Nation", "Immigration", "Business"])],
        [article["title"]],
        [f"By {author}"],
        [draw.choice(["March 3, 2026 at 6:12 a.m. ET", "Updated Feb. 11, 2026", "Jan. 9, 2026, 5:00 PM EST"])],
        draw.choice(
            [
                ["Share"],
                ["Share", "Tweet", "Email"],
                ["Listen to this article", "4 min"],
                ["Getting your Trinity Audio player ready..."],
            ]
        ),
    ]
    return [line for option in options if draw.random() < 0.7 for line in option]


def foot_of(page: dict, draw: random.Random) -> list[str]:
    """Return the first lines below the story of a labeled page."""
    last = int(np.flatnonzero(page["y"]).max(initial=0))
    return page["lines"][last + 1 :][: draw.choice([0, 0, 5, 15, 40])]


def fit(pages: list[dict], *, seed: int = 0) -> Trees:
    """Return the trees fitted to the pages' lines."""
    rows, y = np.vstack([page["rows"] for page in pages]), np.concatenate([page["y"] for page in pages])
    return tree_arrays(HistGradientBoostingClassifier(random_state=seed, **TREES).fit(rows, y))


def cross_validate(pages: list[dict], copies: list[dict], *, seed: int = 0) -> list[np.ndarray]:
    """Return, for each page, the line probabilities of a model that has not seen its site.

    `seed` deals the sites to the folds.
    """
    fold = site_folds(pages, seed=seed)
    probabilities: list[np.ndarray] = [np.zeros(0)] * len(pages)
    for left_out in range(FOLDS):
        trees = fit([page for page, own in zip(pages, fold, strict=True) if own != left_out] + copies, seed=seed)
        for i in np.flatnonzero(fold == left_out):
            probabilities[i] = 1 / (1 + np.exp(-log_odds(trees, pages[i]["rows"])))
    return probabilities


def f1(found: np.ndarray, gold: np.ndarray) -> float:
    return 2 * (found & gold).sum() / max(found.sum() + gold.sum(), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only print the cross-validation")
    parser.add_argument("--seeds", type=int, default=1, help="how often to cross-validate, with other folds each time")
    args = parser.parse_args()
    pages = labeled_pages()
    copies = short_copies(pages)
    gold = np.concatenate([page["y"] > 0 for page in pages])
    for seed in range(args.seeds):
        probabilities = cross_validate(pages, copies, seed=seed)
        kept = [
            find_story(page["lines"], page["kinds"], probability=p)
            for page, p in zip(pages, probabilities, strict=True)
        ]
        print(f"line F1, each site left out of training, seed {seed}: {f1(np.concatenate(kept), gold):.3f}")
    if not args.check:
        trees = fit(pages + copies)
        np.savez_compressed(WEIGHTS, **trees._asdict())
        print(f"wrote {WEIGHTS.name}, {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
