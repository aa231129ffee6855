"""The public data sets that the training scripts read."""

import gzip
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
FOLDS = 5


def read_json_lines(path: Path) -> list[dict[str, Any]]:
    """Return the records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def allsides_texts() -> pd.Series:
    """Return the texts of the 6,015 articles of allsides/."""
    files = sorted((DATA / "allsides").glob("*.jsonl.gz"))
    return pd.concat([pd.read_json(file, lines=True)["content_original"] for file in files])


def is_held_out(key: str) -> bool:
    """Return whether a page of wcxb/ is kept for the test: a third of the sites, by hash."""
    return hashlib.sha256(f"w:{key}".encode()).digest()[0] % 3 == 0


def site_folds(pages: Sequence[dict], *, seed: int) -> np.ndarray:
    """Return which fold of a cross-validation each page is in, from 0 to FOLDS - 1; a site is in one fold."""
    sites = sorted({page["site"] for page in pages})
    random.Random(seed).shuffle(sites)
    return np.array([sites.index(page["site"]) % FOLDS for page in pages])


def read_polnear(side: str) -> tuple[dict[str, str], dict[str, list[dict]]]:
    """Return the texts and the gold attributions of a side of PolNeAR ("train" or "dev") by document, in file order."""
    texts = {row["doc"]: row["text"] for row in read_json_lines(DATA / "polnear" / f"{side}.texts.jsonl.gz")}
    gold = defaultdict(list)
    for row in read_json_lines(DATA / "polnear" / f"{side}.gold.jsonl.gz"):
        gold[row["doc"]].append(row)
    return texts, gold
