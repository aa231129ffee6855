"""Learns src/analysis/model.npz: which lines of a copied page are story.

    python training/furniture.py            # writes the weights
    python training/furniture.py --check    # only prints the site-wise cross-validation

Needs ../shared/data: the labelled pages of copied/lines.jsonl.gz, and articles of allsides/ to which a copied head and foot are put,
so that short copies without a page's menus are known too. Only arrays of weights are kept. Takes about a minute on two cores.
"""

import argparse
import gzip
import json
import random
import re
from pathlib import Path

import numpy as np
from sklearn.model_selection import GroupKFold
from sklearn.neural_network import MLPClassifier

from analysis.furniture.copied import find_story
from analysis.furniture.lines import line_kind
from analysis.furniture.model import WEIGHTS, features, predict

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
HIDDEN, PENALTY, ROUNDS = 24, 3.0, 12  # more units, rounds or penalty did not help in cross-validation
NETS = 6
SHORT_COPIES = 250


def read_lines(path: Path) -> list[dict]:
    """The records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def labelled_pages() -> list[dict]:
    """The pages with their lines, kinds, labels (1 story, 0 furniture) and site; lines without a word are left out."""
    pages = []
    for page in read_lines(DATA / "copied" / "lines.jsonl.gz"):
        kept = [(line, y) for line, y in zip(page["lines"], page["y"], strict=True) if y >= 0]
        pages.append(as_page(*zip(*kept, strict=True), site=page["site"]) | {"gold": page["gold"]})
    return pages


def as_page(lines, labels, *, site: str) -> dict:
    """Lines and labels with what the model sees of them."""
    lines = list(lines)
    kinds = [line_kind(line) for line in lines]
    return {"lines": lines, "kinds": kinds, "y": np.array(labels), "site": site, "rows": features(lines, kinds)}


def short_copies(pages: list[dict], *, seed: int = 0) -> list[dict]:
    """Articles as someone copies only the story: a few lines of head, the paragraphs, perhaps the start of a page's foot."""
    draw = random.Random(seed)
    articles = draw.sample(read_lines(DATA / "allsides" / "immigration.jsonl.gz"), SHORT_COPIES)
    copies = []
    for article in articles:
        body = [" ".join(p.split()) for p in re.split(r"\n\s*\n", article["content_original"]) if p.strip()]
        story = [(p, int(not line_kind(p))) for p in body if re.search(r"\w", p)]
        if len(story) < 3:
            continue
        lines = [(line, 0) for line in head_of(article, draw)] + story + [(line, 0) for line in foot_of(draw.choice(pages), draw)]
        copies.append(as_page(*zip(*lines, strict=True), site=article["source"]))
    return copies


def head_of(article: dict, draw: random.Random) -> list[str]:
    """Some of the lines that stand above a story."""
    author = article["authors"].split(",")[0] or "Staff Writer"
    options = [
        [draw.choice(["Politics", "U.S.", "Nation", "Immigration", "Business"])],
        [article["title"]],
        [f"By {author}"],
        [draw.choice(["March 3, 2026 at 6:12 a.m. ET", "Updated Feb. 11, 2026", "Jan. 9, 2026, 5:00 PM EST"])],
        draw.choice([["Share"], ["Share", "Tweet", "Email"], ["Listen to this article", "4 min"], ["Getting your Trinity Audio player ready..."]]),
    ]
    return [line for option in options if draw.random() < 0.7 for line in option]


def foot_of(page: dict, draw: random.Random) -> list[str]:
    """The first lines below the story of a labelled page."""
    last = int(np.flatnonzero(page["y"]).max(initial=0))
    return page["lines"][last + 1 :][: draw.choice([0, 0, 5, 15, 40])]


def fit(pages: list[dict]) -> dict[str, np.ndarray]:
    """Weights as model.predict takes them: NETS networks fitted to the pages' lines, their log-odds averaged.

    The mean of networks with one hidden layer each is one network with all their units, the output weights divided.
    """
    rows, y = np.vstack([page["rows"] for page in pages]), np.concatenate([page["y"] for page in pages])
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale < 1e-6] = 1.0
    nets = [fit_one((rows - mean) / scale, y, seed=seed) for seed in range(NETS)]
    return dict(
        mean=mean,
        scale=scale,
        hidden=np.hstack([net.coefs_[0] for net in nets]),
        hidden_bias=np.hstack([net.intercepts_[0] for net in nets]),
        output=np.hstack([net.coefs_[1][:, 0] for net in nets]) / NETS,
        output_bias=np.mean([net.intercepts_[1] for net in nets], axis=0),
    )


def fit_one(rows: np.ndarray, y: np.ndarray, *, seed: int) -> MLPClassifier:
    """One network; it stops after ROUNDS passes, before it learns single pages by heart."""
    net = MLPClassifier((HIDDEN,), alpha=PENALTY, max_iter=ROUNDS, random_state=seed, learning_rate_init=0.002, batch_size=256)
    return net.fit(rows, y)


def cross_validate(pages: list[dict], copies: list[dict], *, folds: int = 5) -> list[np.ndarray]:
    """For each page the line probabilities of a model that has not seen its site."""
    sites = [page["site"] for page in pages]
    told: list[np.ndarray] = [np.zeros(0)] * len(pages)
    for train, test in GroupKFold(folds).split(pages, groups=sites):
        weights = fit([pages[i] for i in train] + copies)
        for i in test:
            told[i] = predict(pages[i]["rows"], weights)
    return told


def f1(found: np.ndarray, gold: np.ndarray) -> float:
    return 2 * (found & gold).sum() / max(found.sum() + gold.sum(), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only print the cross-validation")
    check = parser.parse_args().check
    pages = labelled_pages()
    copies = short_copies(pages)
    told = cross_validate(pages, copies)
    gold = [page["y"] > 0 for page in pages]
    kept = [np.array(find_story(page["lines"], page["kinds"], probability=p)) for page, p in zip(pages, told, strict=True)]
    print(f"line F1, each site left out of training: {f1(np.concatenate(kept), np.concatenate(gold)):.3f}")
    if not check:
        weights = fit(pages + copies)
        np.savez_compressed(WEIGHTS, **{name: values.astype(np.float32) for name, values in weights.items()})
        print(f"wrote {WEIGHTS.name}, {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
