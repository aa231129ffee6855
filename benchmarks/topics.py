"""Topics against labels: adjusted Rand index at the true number of topics, "auto", stability, label terms, seconds.

    python benchmarks/topics.py            # the shipped settings on both labelled sets, and 6,015 articles with auto
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
from threadpoolctl import threadpool_limits

from analysis import topics

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
SETS = {"bbc": 5, "allsides12": 12}


def load(name: str) -> pd.DataFrame:
    frame = pd.read_json(SHARED / "topics" / f"{name}.jsonl.gz", lines=True).rename(columns={"title": "headline"})
    return frame.assign(article_id=[f"{i:05d}" for i in range(len(frame))])


def rand_index(frame: pd.DataFrame, fitted: topics.Topics) -> float:
    rows = fitted.shares.loc[fitted.shares.groupby("article_id")["share"].idxmax()].set_index("article_id")["topic"]
    return adjusted_rand_score(frame["label"], rows.reindex(frame["article_id"]))


def npmi(frame: pd.DataFrame, fitted: topics.Topics) -> float:
    """Mean normalised pointwise mutual information of the pairs of a topic's ten terms, by article, over topics."""
    ids, counts, vocabulary, _ = topics._counted(frame)
    place, present = {term: i for i, term in enumerate(vocabulary)}, (counts > 0).astype(float).tocsc()
    values = []
    for _, terms in fitted.terms.groupby("topic")["term"]:
        columns = present[:, [place[term] for term in terms]]
        both = (columns.T @ columns).toarray() / len(ids)
        alone = np.diag(both)
        with np.errstate(divide="ignore", invalid="ignore"):
            told = np.where(both > 0, np.log(both / np.outer(alone, alone)) / -np.log(both), -1)
        values.append(told[np.triu_indices(len(terms), 1)].mean())
    return float(np.mean(values))


def shipped() -> None:
    for name, k in SETS.items():
        frame = load(name)
        scores = [rand_index(frame, topics.fit_topics(frame, topics=k, seed=seed)) for seed in range(5)]
        fixed, auto = topics.fit_topics(frame, topics=k), topics.fit_topics(frame)
        print(f"{name}: true k={k}, ARI over 5 seeds {np.mean(scores):.3f} ({min(scores):.3f} to {max(scores):.3f}); "
              f"agreement on 80 % subsamples {fixed.agreement['agreement'].iloc[0]:.3f}; NPMI {npmi(frame, fixed):.3f}; "
              f"auto finds {len(auto.stability)}, ARI {rand_index(frame, auto):.3f}")  # fmt: skip
    parts = [pd.read_json(path, lines=True) for path in sorted((SHARED / "allsides").glob("*.jsonl.gz"))]
    frame = pd.concat(parts, ignore_index=True).rename(columns={"ID": "article_id", "title": "headline", "content_original": "text"})
    with threadpool_limits(limits=1):
        start, cpu = time.perf_counter(), time.process_time()
        found = topics.fit_topics(frame)
    print(f"{len(frame)} articles, auto: {len(found.stability)} topics, {time.perf_counter() - start:.1f} s wall, {time.process_time() - cpu:.1f} s CPU")


def settings() -> None:
    frames = {name: load(name) for name in SETS}
    for power, dimensions in product((0.5, 0.7, 0.85, 1.0), (50, 100)):
        topics.POWER, topics.DIMENSIONS = power, dimensions
        for name, k in SETS.items():
            scores = [rand_index(frames[name], topics.fit_topics(frames[name], topics=k, seed=seed)) for seed in range(3)]
            agreement = topics.fit_topics(frames[name], topics=k).agreement["agreement"].iloc[0]
            print(f"{name:11} tf ** {power:.2f}, {dimensions:3} dimensions: ARI {np.mean(scores):.3f}, agreement {agreement:.3f}", flush=True)


if __name__ == "__main__":
    settings() if sys.argv[1:] == ["settings"] else shipped()
