"""Who is speaking: he and she on GAP's validation side, and the speed of `identify` on PolNeAR's dev side.

    python benchmarks/speakers.py [FOLDER]     # FOLDER: ../shared/data by default

GAP F1 as GAP defines it (Webster et al. 2018), gold-two-mention setting: the two names are given, the ranker answers A, B or
neither. Speed: `identify` on the coded spans of 84 articles, one process, processor time.
"""

import gzip
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from analysis.paths import ROOT
from analysis.quotes.attributions import Attribution
from analysis.quotes.gap import gap_f1, read_gap
from analysis.quotes.pronouns import chance
from analysis.quotes.speakers import identify

LEAST = .1  # the chance from which a name counts as the answer, chosen on GAP's development side


def main(data):
    passages = read_gap(data / "coref" / "gap-validation.tsv.gz")
    found = gap_f1(passages, [chance(p.table) for p in passages], least=LEAST)
    print(f"GAP validation, {len(passages)} passages: F1 " + ", ".join(f"{group} {f1:.1f}" for group, f1 in found.items()))
    texts, attributions = read_coded(data / "polnear")
    identify(texts[0], attributions[0])  # word lists and trees are loaded once
    start = time.process_time()
    n = sum(len(identify(text, some)) for text, some in zip(texts, attributions))
    seconds = time.process_time() - start
    words = sum(len(text.split()) for text in texts)
    print(f"identify: {len(texts) / seconds:.0f} articles a CPU-second ({len(texts)} articles, {words:,} words, {n} attributions)")


def read_coded(folder):
    """Texts and hand-coded attributions of PolNeAR's dev side."""
    coded = defaultdict(list)
    for row in _lines(folder / "dev.gold.jsonl.gz"):
        if row["content"]:
            spans = (tuple(map(tuple, row[role])) for role in ("content", "cue", "source"))
            coded[row["doc"]].append(Attribution(*spans, "indirect", 1.0))
    texts = {row["doc"]: row["text"] for row in _lines(folder / "dev.texts.jsonl.gz")}
    return list(texts.values()), [coded[doc] for doc in texts]


def _lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data")
