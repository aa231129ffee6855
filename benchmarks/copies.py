"""How many edited copies of real articles are found, and how many unrelated articles are paired.

    python benchmarks/copies.py [articles]

Eight edits of 400 articles of ../shared/data/allsides, the leads and stories they are mixed with taken from articles outside the
corpus: find_copies names one original for each copy, and a host that is in the corpus too would be it. The first line counts the
pairs without any planted copy; some of them are real reprints, so they bound the false pairs from above.
"""

import random
import re
import sys
import time
from pathlib import Path

import pandas as pd

from analysis.copies import find_copies

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "allsides"
FURNITURE = "Share this story. Sign up for the newsletter. Read more from this desk. All rights reserved. Follow us. " * 6


def load() -> pd.DataFrame:
    parts = [pd.read_json(SHARED / f"{name}.jsonl.gz", lines=True) for name in ("tax", "immigration", "other", "both")]
    frame = pd.concat(parts, ignore_index=True).rename(columns={"ID": "article_id", "content_original": "text", "source": "outlet"})
    return frame.sample(frac=1, random_state=0, ignore_index=True)


def changed(words: list[str], rng: random.Random) -> list[str]:
    """One word in ten replaced by another of the same article."""
    return [rng.choice(words) if rng.random() < 0.1 else word for word in words]


def edits(text: str, other: str, rng: random.Random) -> dict[str, str]:
    words, foreign = text.split(), other.split()
    size = len(words)
    lead = foreign[:60] + words[60:]
    return {
        "cut 30 %": " ".join(words[: int(0.7 * size)]),
        "cut 60 %": " ".join(words[: int(0.4 * size)]),
        "new headline": "An invented headline over the same story\n\n" + text,
        "new lead": " ".join(lead),
        "furniture": FURNITURE + "\n\n" + text + "\n\n" + FURNITURE,
        "10 % of words": " ".join(changed(words, rng)),
        "mixed": " ".join(changed(lead, rng)[: int(0.7 * size)]),
        "40 % in another": " ".join(foreign[: len(foreign) // 2] + words[: int(0.4 * size)] + foreign[len(foreign) // 2 :]),
    }


def main(n: int) -> None:
    everything, rng = load(), random.Random(0)
    others, articles = everything["text"].head(400).tolist(), everything.iloc[400 : 400 + n].reset_index(drop=True)
    start = time.perf_counter()
    clean = find_copies(articles)
    seconds = time.perf_counter() - start
    print(f"{len(articles)} articles in {seconds:.1f} s; pairs without any planted copy: {len(clean)} ({clean['kind'].value_counts().to_dict()})")
    chosen = articles[articles["text"].map(lambda text: len(re.findall(r"\w+", text)) >= 200)].head(400)
    edited = [edits(text, other, rng) for text, other in zip(chosen["text"], others, strict=True)]
    for name in edited[0]:
        copies = chosen.assign(article_id="copy-" + chosen["article_id"], text=[told[name] for told in edited], outlet="Copier " + chosen["article_id"])
        found = find_copies(pd.concat([articles, copies], ignore_index=True)).set_index("article_id")["copy_of"]
        right = sum(found.get(f"copy-{i}") == i for i in chosen["article_id"])
        any_ = sum(f"copy-{i}" in found.index for i in chosen["article_id"])
        print(f"{name:16} recall {right / len(chosen):.3f} ({any_ / len(chosen):.3f} found with any original)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6000)
