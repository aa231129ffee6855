"""Learn which blocks of a saved page are its story: writes src/analysis/readers/page/page_model.npz.

    python training/page_blocks.py            # writes the trees, about three minutes
    python training/page_blocks.py --check    # only prints the cross-validation over sites

It reads pages/ and the development sites of wcxb/; a third of the sites of wcxb/ is never read here. Only the trees
are kept, as arrays.
"""

import argparse
import gzip
import json
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import numpy as np
from lxml.html import HtmlElement
from sklearn.ensemble import HistGradientBoostingClassifier
from tqdm import tqdm
from trafilatura import load_html

from analysis.readers.page.block_features import block_features
from analysis.readers.page.blocks import Block
from analysis.readers.page.body import page_parts
from analysis.readers.page.page_text import page_title
from analysis.readers.page.story import WEIGHTS, PageBlocks, choose, read_page
from analysis.shipped import load_arrays
from analysis.trees import Trees, log_odds, trees_from
from datasets import DATA, FOLDS, is_held_out, read_json_lines, site_folds
from tree_arrays import tree_arrays

TREES = dict(
    max_iter=80,
    learning_rate=0.12,
    max_leaf_nodes=12,
    min_samples_leaf=25,
    l2_regularization=5.0,
    max_features=0.3,
    early_stopping=False,
)
TRUNCATED = 0.4  # the share of pages that are trained on a second time, with a plain extraction that stops early
EASY = 0.3  # the share of short blocks outside of the story that are trained on
SHORT = 80  # characters


def raw_pages(side: str) -> Iterator[dict]:
    """Yield the pages of a side, "develop" or "test": key, site, address, true body and bytes."""
    if side == "develop":
        truth = json.loads((DATA / "pages" / "ground-truth.json").read_text(encoding="utf-8"))
        for key, page in truth.items():
            yield _raw("pages", key, page.get("url") or "", page["articleBody"])
    for page in read_json_lines(DATA / "wcxb" / "truth.jsonl.gz"):
        if is_held_out(page["id"]) == (side == "test"):
            yield _raw("wcxb", page["id"], page["url"], page["body"])


def _raw(folder: str, key: str, url: str, body: str) -> dict:
    site = ".".join(urlsplit(url).netloc.split(".")[-2:]) or key
    data = gzip.decompress((DATA / folder / "html" / f"{key}.html.gz").read_bytes())
    return {"set": folder, "key": key, "url": url, "site": site, "gold": body, "data": data}


def labeled_pages(side: str = "develop") -> list[dict]:
    """Return the pages of a side with their blocks, what the model sees of them, and which are the story's."""
    pages = []
    for page in tqdm(list(raw_pages(side)), desc="pages", disable=None):
        tree = load_html(page["data"])
        read = read_page(tree, page["url"])
        if read is not None:
            pages.append(page | {"tree": tree, "page": read, "y": labels(read.blocks, page["gold"])})
    return pages


def truncated(pages: Sequence[dict], *, seed: int = 5) -> list[dict]:
    """Return some of the pages as if the plain extraction had kept only the first or the last part of the story."""
    draw = np.random.default_rng(seed)
    drawn = [page for page in pages if page["y"].sum() > 3 and draw.random() < TRUNCATED]
    return [page | {"page": _truncated(page["page"], page["tree"], draw)} for page in drawn]


def _truncated(page: PageBlocks, tree: HtmlElement, draw: np.random.Generator) -> PageBlocks:
    mass = np.cumsum([len(block.text) * (share > 0) for block, share in zip(page.blocks, page.kept, strict=True)])
    share = draw.uniform(0.15, 0.6)
    is_kept = mass <= share * mass[-1] if draw.random() < 0.7 else mass > (1 - share) * mass[-1]
    kept = np.where(is_kept, page.kept, 0.0)
    return page._replace(kept=kept, rows=block_features(page.blocks, page.kinds, title=page_title(tree), kept=kept))


def labels(blocks: Sequence[Block], gold: str) -> np.ndarray:
    """Return for each block whether most of its words, four at a time, stand in the true body."""
    lines = {" ".join(re.findall(r"\w+", line.lower())) for line in gold.split("\n")}
    known = set(_shingles(re.findall(r"\w+", gold.lower())))
    return np.array([_is_story(re.findall(r"\w+", block.text.lower()), lines, known) for block in blocks], dtype=bool)


def _is_story(words: list[str], lines: set[str], known: set[tuple[str, ...]]) -> bool:
    if len(words) < 5:
        return " ".join(words) in lines
    own = _shingles(words)
    return sum(shingle in known for shingle in own) > len(own) / 2


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[n : n + 4]) for n in range(max(len(words) - 3, 1))]


def fit(pages: Sequence[dict], *, seed: int = 0) -> Trees:
    """Return the trees fitted to the pages' blocks; a long block weighs more, easy ones are thinned out."""
    draw, rows, y, weights = np.random.default_rng(seed), [], [], []
    for page in pages:
        read = page["page"]
        size = np.array([len(block.text) for block in read.blocks])
        is_hard = page["y"] | (read.kept > 0) | (size > SHORT)
        drawn = is_hard | (draw.random(len(size)) < EASY)
        weight = np.clip(np.sqrt(size / 100), 0.2, 4) / np.where(is_hard, 1, EASY)
        rows.append(read.rows[drawn])
        y.append(page["y"][drawn])
        weights.append(weight[drawn])
    model = HistGradientBoostingClassifier(random_state=seed, **TREES)
    return tree_arrays(model.fit(np.vstack(rows), np.concatenate(y), sample_weight=np.concatenate(weights)))


def cross_validate(pages: Sequence[dict], *, seed: int = 0) -> list[np.ndarray]:
    """Return, for each page, the blocks' probabilities by trees that have not seen its site."""
    fold = site_folds(pages, seed=seed)
    copies = truncated(pages)
    fold_of = {page["site"]: own for page, own in zip(pages, fold.tolist(), strict=True)}
    found: list[np.ndarray] = [np.zeros(0)] * len(pages)
    for left_out in range(FOLDS):
        trees = fit([page for page in [*pages, *copies] if fold_of[page["site"]] != left_out], seed=seed)
        for n in np.flatnonzero(fold == left_out):
            found[n] = 1 / (1 + np.exp(-log_odds(trees, pages[n]["page"].rows)))
    return found


def shipped(pages: Sequence[dict]) -> list[np.ndarray]:
    """Return, for each page, the blocks' probabilities by the trees that ship."""
    trees = trees_from(load_arrays(WEIGHTS))
    return [1 / (1 + np.exp(-log_odds(trees, page["page"].rows))) for page in pages]


def body_text(page: dict, probability: np.ndarray) -> str:
    """Return the paragraphs that are read from a page, with the subheads above them."""
    chosen = choose(page["page"], probability)
    parts = page_parts([block for block, yes in zip(page["page"].blocks, chosen, strict=True) if yes])
    lines = list(parts.paragraphs)
    for subhead, n in zip(reversed(parts.subheads), reversed(parts.below), strict=True):
        lines.insert(n, subhead)
    return "\n".join(lines)


def count(text: str) -> Counter:
    return Counter(re.findall(r"\w+", text.lower()))


def words_f1(found: Counter, true: Counter) -> float:
    """F1 of words, their order apart."""
    return 2 * (found & true).total() / max(found.total() + true.total(), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only print the cross-validation")
    args = parser.parse_args()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    pages = labeled_pages()
    if args.check:
        scores = [
            words_f1(count(body_text(page, p)), count(page["gold"]))
            for page, p in zip(pages, cross_validate(pages), strict=True)
        ]
        for name in ("pages", "wcxb"):
            own = [score for page, score in zip(pages, scores, strict=True) if page["set"] == name]
            print(f"{name}: words F1, each site left out of training: {np.mean(own):.4f} ({len(own)} pages)")
        return
    np.savez_compressed(WEIGHTS, **fit([*pages, *truncated(pages)])._asdict())
    print(f"wrote {WEIGHTS.name}, {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
