"""PolNeAR as the training scripts read it."""

import gzip
import json
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "polnear"


def read(side: str, folder: Path = DATA) -> tuple[dict[str, str], dict[str, list[dict]]]:
    """Texts and gold attributions of a side ("train" or "dev"), by document, in the order of the file."""
    with gzip.open(folder / f"{side}.texts.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {row["doc"]: row["text"] for row in map(json.loads, lines)}
    gold = defaultdict(list)
    with gzip.open(folder / f"{side}.gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold[row["doc"]].append(row)
    return texts, gold
