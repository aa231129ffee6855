"""Compare topics with labels: adjusted Rand index at the true number of topics and with "auto", stability, labels.

    python benchmarks/topics.py            # the shipped settings on both labeled sets, and 6,015 articles with auto
    python benchmarks/topics.py seeds      # auto with five seeds on 6,015 articles
    python benchmarks/topics.py speed      # 10,000 articles to topics
    python benchmarks/topics.py settings   # the settings that were tried, side by side
    python benchmarks/topics.py choice     # the rule of auto on 32 sets of known groups, limits by cross-validation

The settings of analysis.topics were chosen on these two sets, labels in hand, so the figures here flatter them.
"""

import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score

from analysis import topics
from analysis.topics import choice, vectors
from analysis.topics.articles import counted_articles
from analysis.topics.fit import candidates

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
SETS = {"bbc": 5, "allsides12": 12}
SHIPPED = (choice.LEAST_ABOVE_CHANCE, choice.MOSTLY)


def load(name: str) -> pd.DataFrame:
    frame = pd.read_json(SHARED / "topics" / f"{name}.jsonl.gz", lines=True).rename(columns={"title": "headline"})
    return frame.assign(article_id=[f"{i:05d}" for i in range(len(frame))])


def rand_index(frame: pd.DataFrame, fitted: topics.Topics) -> float:
    rows = fitted.shares.loc[fitted.shares.groupby("article_id")["share"].idxmax()].set_index("article_id")["topic"]
    return adjusted_rand_score(frame["label"], rows.reindex(frame["article_id"]))


def npmi(frame: pd.DataFrame, fitted: topics.Topics) -> float:
    """Return the mean NPMI (by article) of the pairs of a topic's ten terms, over topics."""
    ids, counts, vocabulary = counted_articles(frame)
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


def mixed(frame: pd.DataFrame, numbers: list[int], least: int, most: int) -> Iterator[tuple[int, pd.DataFrame]]:
    """Yield, for each number, the articles of that many labels drawn at random, in sizes drawn between two bounds."""
    articles_of = {label: rows for label, rows in frame.groupby("label") if len(rows) >= least}
    for draw, number in enumerate(numbers):
        rng = np.random.default_rng([number, draw])
        sizes = np.exp(rng.uniform(np.log(least), np.log(most), number)).astype(int)
        labels = rng.choice(list(articles_of), number, replace=False)
        yield number, pd.concat(
            [articles_of[label].sample(min(n, len(articles_of[label])), random_state=draw)
             for label, n in zip(labels, sizes, strict=True)]
        )  # fmt: skip


def known_groups() -> Iterator[tuple[str, int, pd.DataFrame]]:
    """Yield mixtures of clear groups, and of the topics that the editors of AllSides gave (which overlap)."""
    for name, numbers in {"bbc": [3, 3, 4, 4, 5, 5], "allsides12": [3, 3, 4, 4, 5, 6, 6, 8, 8, 10, 10, 12]}.items():
        frame = load(name).drop_duplicates("text")
        yield from ((name, *made) for made in mixed(frame, numbers, 20, 130))
    real = pd.concat([pd.read_json(path, lines=True) for path in sorted((SHARED / "allsides").glob("*.jsonl.gz"))])
    real = real.rename(columns={"title": "headline", "content_original": "text", "topic": "label"})
    real = real.drop_duplicates("text").assign(article_id=lambda rows: [f"{i:05d}" for i in range(len(rows))])
    yield from (("editors", *made) for made in mixed(real, [4, 5, 6, 6, 8, 8, 10, 10, 12, 15, 20, 25, 30, 12], 25, 130))


def stability(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table of `choose_number`, with the agreement with the labels at each number."""
    _, counts, vocabulary = counted_articles(frame)
    found = vectors.article_vectors(*vectors.telling_terms(counts, vocabulary), 0).vectors
    _, table = choice.choose_number(found, candidates("auto", found), 0)
    at = [KMeans(k, n_init=3, random_state=0).fit_predict(found) for k in table["topics"]]
    rand, information = ([score(frame["label"], topic) for topic in at]
                         for score in (adjusted_rand_score, adjusted_mutual_info_score))  # fmt: skip
    return table.assign(rand=rand, information=information)


def chosen(table: pd.DataFrame, above: float, mostly: float) -> int:
    choice.LEAST_ABOVE_CHANCE, choice.MOSTLY = above, mostly
    return choice.largest(table)


def most_stable(table: pd.DataFrame) -> int:
    """Return the number by the rule that was used before."""
    stable = (table[["least_stability", "stability", "above_chance"]] >= (0.6, 0.78, 0.5)).all(axis=1)
    return int(table.loc[stable, "topics"].max() if stable.any() else table["topics"][table["stability"].idxmax()])


def reached(table: pd.DataFrame, kind: str, number: int) -> float:
    """Return agreement with the labels over the best of all numbers; labels of editors overlap, so by information."""
    scores = table.set_index("topics")["information" if kind == "editors" else "rand"]
    return float(scores[number] / scores.max())


def numbers() -> None:
    sets = [(kind, number, stability(frame)) for kind, number, frame in known_groups()]
    limits = list(product((0.5, 0.6, 0.65, 0.7, 0.8, 0.9), (0.6, 0.67, 0.75, 0.8, 0.9)))
    value = np.array([[reached(table, kind, chosen(table, *pair)) for pair in limits] for kind, _, table in sets])
    shipped_pair = limits.index(SHIPPED)
    fold = np.arange(len(sets)) % 5
    held_out = np.empty(len(sets))
    for part in range(5):
        best = value[fold != part].mean(axis=0).argmax()
        held_out[fold == part] = value[fold == part, best]
        print(f"fold {part}: limits {limits[best]}, {held_out[fold == part].mean():.3f}")
    before = np.array([reached(table, kind, most_stable(table)) for kind, _, table in sets])
    for kind, number, table in sets:
        print(f"{kind} {number}: auto {chosen(table, *SHIPPED)}, before {most_stable(table)}")
    for kind in ("bbc", "allsides12", "editors", ""):
        of = [row for row, known in enumerate(sets) if known[0].startswith(kind)]
        means = (scores[of].mean() for scores in (before, value[:, shipped_pair], held_out))
        print(f"{kind or 'all'}, agreement with labels over the best: before {next(means):.3f}, "
              f"now {next(means):.3f}, limits chosen on other sets {next(means):.3f}")  # fmt: skip


if __name__ == "__main__":
    {"choice": numbers, "settings": settings, "seeds": seeds, "speed": speed, "": shipped}[" ".join(sys.argv[1:])]()
