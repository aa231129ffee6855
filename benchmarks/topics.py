"""Compare topics with labels: adjusted Rand index at the true number of topics and with "auto", stability, labels.

    python benchmarks/topics.py            # the shipped settings on both labeled sets, and 6,015 articles with auto
    python benchmarks/topics.py seeds      # auto with five seeds on 6,015 articles
    python benchmarks/topics.py speed      # 10,000 articles to topics
    python benchmarks/topics.py settings   # the settings that were tried, side by side

The settings of analysis.topics were chosen on these two sets, labels in hand, so the figures here flatter them.
"""

import sys
import time
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score

from analysis import topics
from analysis.topics import vectors
from analysis.topics.fit import counted_articles

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
SETS = {"bbc": 5, "allsides12": 12}


def load(name: str) -> pd.DataFrame:
    frame = pd.read_json(SHARED / "topics" / f"{name}.jsonl.gz", lines=True).rename(columns={"title": "headline"})
    return frame.assign(article_id=[f"{i:05d}" for i in range(len(frame))])


def rand_index(frame: pd.DataFrame, fitted: topics.Topics) -> float:
    rows = fitted.shares.loc[fitted.shares.groupby("article_id")["share"].idxmax()].set_index("article_id")["topic"]
    return adjusted_rand_score(frame["label"], rows.reindex(frame["article_id"]))


def npmi(frame: pd.DataFrame, fitted: topics.Topics) -> float:
    """Return the mean NPMI (by article) of the pairs of a topic's ten terms, over topics."""
    ids, counts, vocabulary, _ = counted_articles(frame)
    place, present = {term: i for i, term in enumerate(vocabulary)}, (counts > 0).astype(float).tocsc()
    values = []
    for _, terms in fitted.terms.groupby("topic")["term"]:
        columns = present[:, [place[term] for term in terms]]
        both = (columns.T @ columns).toarray() / len(ids)
        alone = np.diag(both)
        with np.errstate(divide="ignore", invalid="ignore"):
            pmi = np.where(both > 0, np.log(both / np.outer(alone, alone)) / -np.log(both), -1)
        values.append(pmi[np.triu_indices(len(terms), 1)].mean())
    return float(np.mean(values))


def shipped() -> None:
    for name, k in SETS.items():
        frame = load(name)
        scores = [rand_index(frame, topics.fit_topics(frame, topics=k, seed=seed)) for seed in range(5)]
        fixed, auto = topics.fit_topics(frame, topics=k), topics.fit_topics(frame)
        print(f"{name}: true k={k}, ARI over 5 seeds {np.mean(scores):.3f} ({min(scores):.3f} to {max(scores):.3f}); "
              f"agreement on 80% subsamples {fixed.agreement['agreement'].iloc[0]:.3f}; "
              f"NPMI {npmi(frame, fixed):.3f}; "
              f"auto finds {len(auto.stability)}, ARI {rand_index(frame, auto):.3f}")  # fmt: skip
    seeds(range(1))


def real_articles(n: int) -> pd.DataFrame:
    """Return the first `n` articles of allsides; beyond 6,015 each is made of halves of two of them."""
    parts = [pd.read_json(path, lines=True) for path in sorted((SHARED / "allsides").glob("*.jsonl.gz"))]
    texts = pd.concat(parts, ignore_index=True)["content_original"].fillna("").str.split("\n\n")
    while len(texts) < n:
        other = texts.sample(frac=1, random_state=len(texts)).to_list()
        mixed = [a[: len(a) // 2] + b[len(b) // 2 :] for a, b in zip(texts, other, strict=True)]
        texts = pd.concat([texts, pd.Series(mixed)], ignore_index=True)
    return pd.DataFrame({"article_id": [f"{i:06d}" for i in range(n)], "text": texts.iloc[:n].str.join("\n\n")})


def seeds(tried: range = range(5)) -> None:
    frame = real_articles(6015)
    for seed in tried:
        start, cpu = time.perf_counter(), time.process_time()
        found = topics.fit_topics(frame, seed=seed)
        print(f"{len(frame)} articles, auto, seed {seed}: {len(found.stability)} topics, "
              f"{time.perf_counter() - start:.1f} s wall, "
              f"{time.process_time() - cpu:.1f} s CPU", flush=True)  # fmt: skip


def speed() -> None:
    frame = real_articles(10_000)
    for number in (20, "auto"):
        start, cpu = time.perf_counter(), time.process_time()
        topics.fit_topics(frame, topics=number)
        print(
            f"10,000 articles, topics={number}: {time.perf_counter() - start:.1f} s wall, "
            f"{time.process_time() - cpu:.1f} s CPU",
            flush=True,
        )


def settings() -> None:
    frames = {name: load(name) for name in SETS}
    for power, dimensions in product((0.5, 0.7, 0.85, 1.0), (50, 100)):
        vectors.POWER, vectors.DIMENSIONS = power, dimensions
        for name, k in SETS.items():
            scores = [
                rand_index(frames[name], topics.fit_topics(frames[name], topics=k, seed=seed)) for seed in range(3)
            ]
            agreement = topics.fit_topics(frames[name], topics=k).agreement["agreement"].iloc[0]
            print(
                f"{name:11} tf ** {power:.2f}, {dimensions:3} dimensions: ARI {np.mean(scores):.3f}, "
                f"agreement {agreement:.3f}",
                flush=True,
            )


if __name__ == "__main__":
    {"settings": settings, "seeds": seeds, "speed": speed, "": shipped}[" ".join(sys.argv[1:])]()
