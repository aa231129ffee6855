"""Print how well stories are read from copied pages, with each site left out of the training of its model.

    python benchmarks/corpus.py             # three rounds of cross-validation, about two minutes on one core
    python benchmarks/corpus.py 1           # one round

Needs ../shared/data. The measure of texts is that of scrapinghub's article-extraction-benchmark: per page the share
of 4-gram shingles of words that are right, wrong or missed; precision and recall are means over pages, F1 is made of
the two. The rows of saved pages and of wire origin are those of benchmarks/pages.py.
"""

import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.articles import split_copied
from analysis.articles.copied_page import find_story
from analysis.articles.line_model import main_run
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
    """Cross-validate the model with new folds of sites in each round; return the mean and the spread of the rounds."""
    import furniture  # training/furniture.py

    copies, rows = furniture.short_copies(pages), []
    for seed in range(rounds):
        told = furniture.cross_validate(pages, copies, seed=seed)
        kept = [
            np.array(find_story(page["lines"], page["kinds"], probability=p))
            for page, p in zip(pages, told, strict=True)
        ]
        rows.append((f"ours, round {seed + 1}", *both_f1(pages, kept)))
    values = np.array([row[1:] for row in rows])
    return [*rows, ("ours, mean", *values.mean(axis=0)), ("ours, standard deviation", *values.std(axis=0))]


def speed(pages: list[dict]) -> float:
    """Return the milliseconds of processor time for a hundred lines of copied pages."""
    texts = ["\n".join(page["lines"]) for page in pages]
    start = time.process_time()
    for text in texts:
        split_copied(text)
    return 1e5 * (time.process_time() - start) / sum(len(page["lines"]) for page in pages)


def main() -> None:
    import furniture

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    pages = furniture.labeled_pages()
    table = pd.DataFrame(
        [*baselines(pages), *ours(pages, rounds)],
        columns=["copied text, site-wise cross-validation", "shingle F1", "line F1"],
    )
    print(table.to_string(index=False, float_format="{:.3f}".format))
    first = next((DATA / "first-article").glob("*.txt")).read_text(encoding="utf-8")
    print(f"first article: {len(split_copied(first).paragraphs)} paragraphs found (22 are its story)")
    print(f"{speed(pages):.1f} ms of processor time for 100 lines")


if __name__ == "__main__":
    main()
