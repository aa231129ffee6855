"""Print how well stories are read from copied pages, with each site left out of the training of its model.

    python benchmarks/corpus.py             # three rounds of cross-validation, about eight minutes on one core
    python benchmarks/corpus.py 1           # one round
    python benchmarks/corpus.py test        # the shipped model on the sites that no training reads; it counts the looks

Needs ../shared/data. Each set is reported apart: copied/ has 91 news pages, wcxb/ pages of all kinds, one a site. The
measure of texts is that of scrapinghub's article-extraction-benchmark: per page the share of 4-gram shingles of words
that are right, wrong or missed; precision and recall are means over pages, F1 is made of the two. The rows of saved
pages and of wire origin are those of benchmarks/pages.py.
"""

import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

import looks
from analysis.articles import split_copied
from analysis.articles.copied_page import find_story
from analysis.articles.line_model import main_run, story_probability
from shingles import text_f1

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path.insert(0, str(ROOT / "training"))


def line_f1(found: list[np.ndarray], gold: list[np.ndarray]) -> float:
    a, b = np.concatenate(found), np.concatenate(gold)
    return float(2 * (a & b).sum() / (a.sum() + b.sum()))


def both_f1(pages: list[dict], kept: list[np.ndarray]) -> tuple[float, float]:
    """Return shingle F1 and line F1 of the lines that were kept of each page."""
    texts = [
        "\n".join(line for line, keep in zip(page["lines"], k, strict=True) if keep)
        for page, k in zip(pages, kept, strict=True)
    ]
    return text_f1([(text, page["gold"]) for text, page in zip(texts, pages, strict=True)]), line_f1(
        kept, [page["y"] > 0 for page in pages]
    )


def baselines(pages: list[dict]) -> list[tuple]:
    """Score two simple rules: the long lines, and the longest run of prose."""
    long = [np.array([len(line) >= 80 for line in page["lines"]]) for page in pages]
    runs = [main_run(page["lines"], [""] * len(page["lines"])) for page in pages]
    run = [
        np.array([start <= n < end for n in range(len(page["lines"]))])
        for page, (start, end) in zip(pages, runs, strict=True)
    ]
    return [("lines of 80 characters or more", *both_f1(pages, long)), ("longest run of prose", *both_f1(pages, run))]


def ours(pages: list[dict], rounds: int) -> list[tuple]:
    """Cross-validate the model with new folds of sites in each round; return each round's figures by set."""
    import furniture  # training/furniture.py

    copies, rows = furniture.short_copies(pages), []
    for seed in range(rounds):
        told = furniture.cross_validate(pages, copies, seed=seed)
        rows += by_set(pages, told, f"ours, round {seed + 1}")
    return rows


def by_set(pages: list[dict], told: list[np.ndarray], name: str) -> list[tuple]:
    """Return a row for each set of pages: what is measured, shingle F1, line F1."""
    rows = []
    for source in dict.fromkeys(page["set"] for page in pages):
        own = [(page, p) for page, p in zip(pages, told, strict=True) if page["set"] == source]
        kept = [np.array(find_story(page["lines"], page["kinds"], probability=p)) for page, p in own]
        rows.append((f"{name}, {len(own)} pages of {source}/", *both_f1([page for page, _ in own], kept)))
    return rows


def speed(pages: list[dict]) -> float:
    """Return the milliseconds of processor time for a hundred lines of copied pages."""
    texts = ["\n".join(page["lines"]) for page in pages]
    start = time.process_time()
    for text in texts:
        split_copied(text)
    return 1e5 * (time.process_time() - start) / sum(len(page["lines"]) for page in pages)


def main() -> None:
    import furniture

    is_test = sys.argv[1:] == ["test"]
    rounds = int(sys.argv[1]) if sys.argv[1:] and not is_test else 3
    pages = furniture.labeled_pages("test" if is_test else "develop")
    print(looks.told("copied text, wcxb test sites", one_more=is_test))
    told = [story_probability(page["lines"], page["kinds"]) for page in pages] if is_test else []
    rows = by_set(pages, told, "ours, as shipped") if is_test else ours(pages, rounds)
    title = "copied text, held-out sites" if is_test else "copied text, site-wise cross-validation"
    table = pd.DataFrame([*baselines(pages), *rows], columns=[title, "shingle F1", "line F1"])
    print(table.to_string(index=False, float_format="{:.3f}".format))
    first = next((DATA / "first-article").glob("*.txt")).read_text(encoding="utf-8")
    print(f"first article: {len(split_copied(first).paragraphs)} paragraphs found (22 are its story)")
    print(f"{speed(pages):.1f} ms of processor time for 100 lines")


if __name__ == "__main__":
    main()
