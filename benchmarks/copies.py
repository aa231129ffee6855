"""Print how many edited copies of real articles are found, how many unrelated ones are paired, and the time.

    python benchmarks/copies.py [--large 100000] [--peers]

Recall: eight edits of 400 articles of ../shared/data/allsides, the leads and stories they are mixed with taken from
articles outside the corpus (a host inside it would be an original, too). False pairs: among all real articles of
../shared/data, without a planted copy; each was read and judged in copies_judged.csv (hashes of both texts; `copy`:
one took the text or a passage from the other, or both from an agency; `update`: versions of one outlet's running
story; `quoted`: a statement that both quote; `boilerplate`; `false`). The last three count as false, and so does
what nobody has read. `--show` prints every pair.

The large corpus is made by recombining paragraphs of allsides, each used about once in an article of 20, so that it
has more shared passages than news. It is measured from the text and from the token ids that a report keeps beside
the articles; processor time is that of all threads. Peers (`--peers`, needs `pip install datasketch rensa`): MinHash
with 128 permutations of five-word shingles, threshold .5, candidates by LSH; and scikit-learn's TF-IDF cosine of at
least .5.
"""

import argparse
import hashlib
import random
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis import engine, workers
from analysis.copies import find_copies, pair_sketches, sketch_articles
from analysis.words.token_table import tokenize_articles

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
JUDGED = Path(__file__).with_name("copies_judged.csv")
FURNITURE = (
    "Share this story. Sign up for the newsletter. Read more from this desk. All rights reserved. Follow us. " * 6
)


def allsides() -> pd.DataFrame:
    parts = [
        pd.read_json(SHARED / "allsides" / f"{name}.jsonl.gz", lines=True)
        for name in ("tax", "immigration", "other", "both")
    ]
    frame = pd.concat(parts, ignore_index=True).rename(
        columns={"ID": "article_id", "content_original": "text", "source": "outlet"}
    )
    return frame[["article_id", "outlet", "text"]].sample(frac=1, random_state=0, ignore_index=True)


def everything() -> pd.DataFrame:
    """Return all real articles there are, near 10,000: BBC without its exact duplicates."""
    bbc = pd.read_json(SHARED / "topics" / "bbc.jsonl.gz", lines=True).drop_duplicates("text").assign(outlet="BBC")
    polnear = pd.concat(
        [pd.read_json(path, lines=True) for path in sorted((SHARED / "polnear").glob("*.texts.jsonl.gz"))]
    )
    frame = pd.concat([allsides(), bbc, polnear])[["outlet", "text"]].reset_index(drop=True)
    return frame.assign(article_id=frame.index.astype(str))


def changed(words: list[str], rng: random.Random) -> list[str]:
    """Replace one word in ten by another of the same article."""
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
        "40 % in another": " ".join(
            foreign[: len(foreign) // 2] + words[: int(0.4 * size)] + foreign[len(foreign) // 2 :]
        ),
    }


def planted(corpus: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    """Return the articles, and for each edit a frame of 400 edited ones."""
    others, articles, rng = (
        corpus["text"].head(400).tolist(),
        corpus.iloc[400:].reset_index(drop=True),
        random.Random(0),
    )
    chosen = articles[articles["text"].map(lambda text: len(re.findall(r"\w+", text)) >= 200)].head(400)
    edited = [edits(text, other, rng) for text, other in zip(chosen["text"], others, strict=True)]
    named = chosen.assign(article_id="copy-" + chosen["article_id"], outlet="Copier " + chosen["article_id"])
    return articles, {name: named.assign(text=[texts[name] for texts in edited]) for name in edited[0]}


def recall(peers: dict[str, Callable]) -> None:
    articles, copies = planted(allsides())
    sketches, rows = sketch_articles(articles), {}
    indexes = {name: peer(articles["text"].tolist()) for name, peer in peers.items()}
    place = {i: place for place, i in enumerate(articles["article_id"])}
    for edit, frame in copies.items():
        originals = frame["article_id"].str.removeprefix("copy-")
        found = pair_sketches(pd.concat([sketches, sketch_articles(frame)], ignore_index=True)).set_index("article_id")[
            "copy_of"
        ]
        rows[edit] = {"find_copies": (frame["article_id"].map(found) == originals).mean()}
        for name, ask in indexes.items():
            rows[edit][name] = np.mean(
                [place[i] in near for i, near in zip(originals, ask(frame["text"].tolist()), strict=True)]
            )
    recall = pd.DataFrame.from_dict(rows, orient="index")
    recall.loc["mean of the eight"] = recall.mean()
    print(f"recall of edits of 400 of {len(articles)} articles\n{recall.round(4).to_string()}", flush=True)


def false_pairs(show: bool) -> None:
    articles = everything()
    found = find_copies(articles)
    text = articles.set_index("article_id")["text"]
    judged = pd.read_csv(JUDGED, dtype=str).set_index(["one", "other"])["verdict"]
    pairs = [
        tuple(sorted(hashlib.sha256(text[i].encode()).hexdigest()[:12] for i in pair))
        for pair in zip(found["article_id"], found["copy_of"], strict=True)
    ]
    verdicts = pd.Series([judged.get(pair, "unread") for pair in pairs], dtype=str)
    false = verdicts.isin(["quoted", "boilerplate", "false", "unread"]).sum()
    print(f"{len(articles)} real articles: {len(found)} pairs without any planted copy, {false} of them false: "
          + ", ".join(f"{n} {verdict}" for verdict, n in verdicts.value_counts().items()), flush=True)  # fmt: skip
    for row, verdict in zip(found.itertuples(), verdicts, strict=True) if show else ():
        print(
            f"  {verdict} {row.kind} {row.similarity:.2f} | {' '.join(text[row.article_id].split()[:14])} "
            f"| {' '.join(text[row.copy_of].split()[:14])}"
        )


def recombined(n: int) -> pd.DataFrame:
    """Make `n` articles as long as those of allsides, each of paragraphs drawn from all of them."""
    rng, texts = np.random.default_rng(0), allsides()["text"]
    split = [re.split(r"\n\s*\n", text) for text in texts]
    pool, sizes = [part for parts in split for part in parts], np.array([len(parts) for parts in split])
    drawn = rng.choice(sizes, n)
    chosen = [rng.integers(0, len(pool), size) for size in drawn]
    texts = ["\n\n".join(pool[i] for i in places) for places in chosen]
    return pd.DataFrame(
        {"article_id": np.arange(n).astype(str), "outlet": rng.integers(0, 236, n).astype(str), "text": texts}
    )


def large(n: int, peers: dict[str, Callable]) -> None:
    articles = recombined(n)
    print(
        f"{n} articles recombined from paragraphs of allsides, "
        f"{articles['text'].str.len().sum() / 1e6:.0f} million characters",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        engine.write_parts(articles, Path(folder) / "articles", "")
        engine.map_parts(
            engine.Step(tokenize_articles, "", {"tokens": "news"}),
            [Path(folder) / "articles"],
            Path(folder) / "tokens" / "news",
        )
        workers.release_workers()
        sketches = measured(
            "sketched from kept ids", lambda: sketch_articles(articles, token_folder=f"{folder}/tokens")
        )
        found = measured("paired", lambda: pair_sketches(sketches))
    print(f"  {len(found)} copies")
    measured("sketched from the text", lambda: sketch_articles(articles))
    some = articles["text"].head(n // 50).tolist()
    for name, peer in peers.items():
        measured(f"{name}, a fiftieth of them", lambda peer=peer: peer(some)(some))


def measured(what: str, call: Callable):
    """Return what `call` gives, and print its seconds and its peak memory over what was held before."""
    Path("/proc/self/clear_refs").write_text("5")  # Linux: the highest so far is forgotten
    before, clock, processor = memory("VmRSS"), time.perf_counter(), time.process_time()
    result = call()
    print(f"  {what}: {time.perf_counter() - clock:.1f} s, {time.process_time() - processor:.1f} s of processor time, "
          f"{memory('VmHWM') - before:.0f} MB", flush=True)  # fmt: skip
    return result


def memory(name: str) -> float:
    """Return the MB of this process, as Linux counts them."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


def shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return list({" ".join(words[i : i + 5]) for i in range(len(words) - 4)})


def datasketch_peer(texts: list[str]) -> Callable:
    from datasketch import MinHash, MinHashLSH

    def sketch(text: str):
        made = MinHash(num_perm=128)
        made.update_batch([word.encode() for word in shingles(text)])
        return made

    index = MinHashLSH(threshold=0.5, num_perm=128)
    for place, text in enumerate(texts):
        index.insert(place, sketch(text))
    return lambda asked: [index.query(sketch(text)) for text in asked]


def rensa_peer(texts: list[str]) -> Callable:
    from rensa import RMinHash, RMinHashLSH

    def sketch(text: str):
        made = RMinHash(num_perm=128, seed=42)
        made.update(shingles(text))
        return made

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    for place, text in enumerate(texts):
        index.insert(place, sketch(text))
    return lambda asked: [index.query(sketch(text)) for text in asked]


def cosine_peer(texts: list[str]) -> Callable:
    weigh = TfidfVectorizer()
    vectors = weigh.fit_transform(texts)

    def ask(asked: list[str]) -> list[np.ndarray]:
        near = (weigh.transform(asked) @ vectors.T).tocsr()
        return [
            near.indices[start:end][near.data[start:end] >= 0.5]
            for start, end in zip(near.indptr[:-1], near.indptr[1:], strict=True)
        ]

    return ask


PEERS = {"datasketch": datasketch_peer, "rensa": rensa_peer, "TF-IDF cosine": cosine_peer}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", type=int, default=100_000, help="articles of the recombined corpus; 0 leaves it out")
    parser.add_argument("--peers", action="store_true", help="measure datasketch, rensa and TF-IDF cosine, too")
    parser.add_argument(
        "--show", action="store_true", help="print the verdict and the beginning of both articles of every pair"
    )
    asked = parser.parse_args()
    recall(PEERS if asked.peers else {})
    false_pairs(asked.show)
    if asked.large:
        large(asked.large, PEERS if asked.peers else {})
