"""How many edited copies of real articles are found, how many unrelated articles are paired, and how long 100,000 take.

    python benchmarks/copies.py [--large 100000] [--peers]

Recall: eight edits of 400 articles of ../shared/data/allsides, the leads and stories they are mixed with taken from articles outside
the corpus (a host inside it would be an original, too). False pairs: among all real articles of ../shared/data, without a planted
copy; those listed share the long passages that are printed with `--show`, so they bound the false ones from above. The large corpus
is made by recombining paragraphs of allsides, each used about once in an article of 20, so that it has more shared passages than news.
Peers (`--peers`, needs datasketch and rensa): MinHash with 128 permutations of five-word shingles, threshold .5, candidates by LSH.
"""

import argparse
import random
import re
import time
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.copies import find_copies, pair_sketches, sketch_articles

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FURNITURE = "Share this story. Sign up for the newsletter. Read more from this desk. All rights reserved. Follow us. " * 6


def allsides() -> pd.DataFrame:
    parts = [pd.read_json(SHARED / "allsides" / f"{name}.jsonl.gz", lines=True) for name in ("tax", "immigration", "other", "both")]
    frame = pd.concat(parts, ignore_index=True).rename(columns={"ID": "article_id", "content_original": "text", "source": "outlet"})
    return frame[["article_id", "outlet", "text"]].sample(frac=1, random_state=0, ignore_index=True)


def everything() -> pd.DataFrame:
    """All real articles there are, near 10,000: BBC without its exact duplicates."""
    bbc = pd.read_json(SHARED / "topics" / "bbc.jsonl.gz", lines=True).drop_duplicates("text").assign(outlet="BBC")
    polnear = pd.concat([pd.read_json(path, lines=True) for path in sorted((SHARED / "polnear").glob("*.texts.jsonl.gz"))])
    frame = pd.concat([allsides(), bbc, polnear])[["outlet", "text"]].reset_index(drop=True)
    return frame.assign(article_id=frame.index.astype(str))


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


def planted(corpus: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    """Articles, and of each edit a frame of 400 edited ones."""
    others, articles, rng = corpus["text"].head(400).tolist(), corpus.iloc[400:].reset_index(drop=True), random.Random(0)
    chosen = articles[articles["text"].map(lambda text: len(re.findall(r"\w+", text)) >= 200)].head(400)
    edited = [edits(text, other, rng) for text, other in zip(chosen["text"], others, strict=True)]
    named = chosen.assign(article_id="copy-" + chosen["article_id"], outlet="Copier " + chosen["article_id"])
    return articles, {name: named.assign(text=[told[name] for told in edited]) for name in edited[0]}


def recall(peers: bool) -> None:
    articles, copies = planted(allsides())
    sketches, total = sketch_articles(articles), []
    sets = {name: [shingles(text) for text in frame["text"]] for name, frame in copies.items()} if peers else {}
    indexes = {name: peer([shingles(text) for text in articles["text"]]) for name, peer in PEERS.items()} if peers else {}
    for name, frame in copies.items():
        found = pair_sketches(pd.concat([sketches, sketch_articles(frame)], ignore_index=True)).set_index("article_id")["copy_of"]
        right = [found.get(i) == i.removeprefix("copy-") for i in frame["article_id"]]
        total.append(np.mean(right))
        at = {i: place for place, i in enumerate(articles["article_id"])}
        told = [f"{peer} {np.mean([at[i.removeprefix('copy-')] in ask(s) for i, s in zip(frame['article_id'], sets[name], strict=True)]):.3f}"
                for peer, ask in indexes.items()]  # fmt: skip
        print(f"recall, {name:16} {total[-1]:.3f}  {'  '.join(told)}", flush=True)
    print(f"recall, mean of the eight {np.mean(total):.4f}")


def false_pairs(show: bool) -> None:
    articles = everything()
    found = find_copies(articles)
    print(f"{len(articles)} real articles: {len(found)} pairs without any planted copy ({found['kind'].value_counts().to_dict()})")
    text = articles.set_index("article_id")["text"]
    for row in found.itertuples() if show else ():
        print(f"  {row.kind} {row.similarity:.2f} | {' '.join(text[row.article_id].split()[:14])} | {' '.join(text[row.copy_of].split()[:14])}")


def recombined(n: int) -> pd.DataFrame:
    """`n` articles as long as allsides', each of paragraphs drawn from all of them."""
    rng, texts = np.random.default_rng(0), allsides()["text"]
    split = [re.split(r"\n\s*\n", text) for text in texts]
    pool, sizes = [part for parts in split for part in parts], np.array([len(parts) for parts in split])
    drawn = rng.choice(sizes, n)
    chosen = [rng.integers(0, len(pool), size) for size in drawn]
    texts = ["\n\n".join(pool[i] for i in places) for places in chosen]
    return pd.DataFrame({"article_id": np.arange(n).astype(str), "outlet": rng.integers(0, 236, n).astype(str), "text": texts})


def large(n: int, peers: bool) -> None:
    articles = recombined(n)
    start, used = time.perf_counter(), time.process_time()
    sketches = sketch_articles(articles)
    middle, used_middle = time.perf_counter(), time.process_time()
    found = pair_sketches(sketches)
    end, used_end = time.perf_counter(), time.process_time()
    print(f"{n} articles recombined from paragraphs of allsides, {articles['text'].str.len().sum() / 1e6:.0f} million characters: "
          f"{end - start:.1f} s ({used_end - used:.1f} s of processor time), of it sketching {middle - start:.1f} ({used_middle - used:.1f}); "
          f"{len(found)} pairs")  # fmt: skip
    if peers:
        texts = articles["text"].head(n // 50).tolist()
        for name, peer in PEERS.items():
            used = time.process_time()
            sets = [shingles(text) for text in texts]
            ask = peer(sets)
            for one in sets:
                ask(one)
            print(f"{name}: {(time.process_time() - used) * 50:.0f} s of processor time for {n}, reckoned from a fiftieth of them")


def shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}


def datasketch_peer(sets: list[set[str]]):
    from datasketch import MinHash, MinHashLSH

    def sketch(one: set[str]):
        made = MinHash(num_perm=128)
        made.update_batch([word.encode() for word in one])
        return made

    index = MinHashLSH(threshold=0.5, num_perm=128)
    for place, one in enumerate(sets):
        index.insert(place, sketch(one))
    return lambda one: index.query(sketch(one))


def rensa_peer(sets: list[set[str]]):
    from rensa import RMinHash, RMinHashLSH

    def sketch(one: set[str]):
        made = RMinHash(num_perm=128, seed=42)
        made.update(list(one))
        return made

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    for place, one in enumerate(sets):
        index.insert(place, sketch(one))
    return lambda one: index.query(sketch(one))


PEERS = {"datasketch": datasketch_peer, "rensa": rensa_peer}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", type=int, default=100_000, help="articles of the recombined corpus; 0 leaves it out")
    parser.add_argument("--peers", action="store_true", help="measure datasketch and rensa, too")
    parser.add_argument("--show", action="store_true", help="print the beginning of both articles of every pair")
    asked = parser.parse_args()
    recall(asked.peers)
    false_pairs(asked.show)
    if asked.large:
        large(asked.large, asked.peers)
