"""Measure events against labels: ECB+, the sample, and AllSides articles that a person judged; and seconds.

    python benchmarks/events.py            # the shipped settings, thresholds by cross-validation, seconds
    python benchmarks/events.py test       # also the judged articles that were kept back; note each look in README.md
    python benchmarks/events.py settings   # weights that were tried, side by side
    python benchmarks/events.py undated    # take dates away: are these articles joined to events of their days?

`events_windows.csv` has 191 AllSides articles of 26 windows of five days, each with its event and affair; a window is
in one half as a whole. `events_pairs.csv` has 148 pairs (`event`, the same `affair`, or `different`), drawn by
similarity and days between, with the number of pairs that each stands for. A person read headlines and first sentences.
"""

import json
import resource
import sys
import time
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import events
from analysis.events import linkage, vectors

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
SAMPLE = HERE.parent / "tests" / "gold" / "sample.jsonl"
CUTS = np.round(np.arange(0.08, 0.23, 0.01), 3)
SPLITS = 10
WINDOW = 3


def load() -> pd.DataFrame:
    return pd.read_json(SHARED / "events" / "ecbplus-even.jsonl.gz", lines=True).rename(columns={"name": "article_id"})


def load_allsides() -> pd.DataFrame:
    """Return 6,015 articles, the earliest first; `on_story` marks those of the files on the two stories."""
    paths = sorted((SHARED / "allsides").glob("*.jsonl.gz"))
    frame = pd.concat([pd.read_json(path, lines=True).assign(file=path.name) for path in paths], ignore_index=True)
    names = {"ID": "article_id", "title": "headline", "content_original": "text", "date": "published"}
    frame = frame.rename(columns=names).assign(on_story=~frame["file"].str.startswith("other"))
    frame["published"] = pd.to_datetime(frame["published"], utc=True, errors="coerce")
    return frame.sort_values(["published", "article_id"], ignore_index=True)


def load_sample() -> pd.DataFrame:
    """Return the sample; an article without an event is an event of its own."""
    sample = pd.DataFrame(map(json.loads, SAMPLE.read_text(encoding="utf-8").splitlines()))
    sample["published"] = pd.to_datetime(sample["published"], utc=True, format="mixed")
    sample["article_id"] = [f"{i:03}" for i in range(len(sample))]
    return sample.assign(event=sample["event"].fillna(sample["article_id"]))


def b_cubed(gold: np.ndarray, found: np.ndarray) -> float:
    """Return F1 of B³ (Bagga & Baldwin 1998)."""
    both = pd.crosstab(gold, found).to_numpy()
    precision, recall = ((both**2 / both.sum(axis=axis, keepdims=True)).sum() / both.sum() for axis in (0, 1))
    return 2 * precision * recall / (precision + recall)


def curve(texts: pd.DataFrame) -> np.ndarray:
    """Return F1 at each of CUTS."""
    vectors, undated = events.event_vectors(texts["text"].tolist()), np.full(len(texts), np.nan)
    gold = texts["event"].to_numpy()
    return np.array([b_cubed(gold, events.group_vectors(vectors, undated, 1, cut)) for cut in CUTS])


def crossed(texts: pd.DataFrame) -> tuple[list[float], list[float]]:
    """Return F1 on half of the events at the best threshold of the other half, and those thresholds."""
    scores, chosen = [], []
    for split in range(SPLITS):
        names = np.random.default_rng(split).permutation(texts["event"].unique())
        first = texts["event"].isin(names[: len(names) // 2])
        curves = [curve(texts[first]), curve(texts[~first])]
        for here, there in (curves, curves[::-1]):
            place = round(float(np.mean(np.flatnonzero(here >= here.max() - 0.003))))
            scores.append(there[place])
            chosen.append(CUTS[place])
    return scores, chosen


def labeled() -> None:
    texts, sample = load(), load_sample()
    score = b_cubed(texts["event"].to_numpy(), events.group_events(texts)["event_id"].to_numpy())
    print(
        f"ECB+, {len(texts)} texts, {texts['event'].nunique()} events: B3 F1 {score:.3f} "
        f"at the shipped threshold {events.SAME}"
    )
    print("by threshold: " + ", ".join(f"{cut:.2f} {score:.3f}" for cut, score in zip(CUTS, curve(texts), strict=True)))
    scores, chosen = crossed(texts)
    print(
        f"threshold from the other half of the events: F1 {np.mean(scores):.3f} (sd {np.std(scores):.3f}), "
        f"thresholds {min(chosen)} to {max(chosen)}"
    )
    found = events.group_events(sample)["event_id"]
    print(f"sample, {len(sample)} articles: B3 F1 {b_cubed(sample['event'].to_numpy(), found.to_numpy()):.3f}")


def alone() -> None:
    """Group the articles of one event and nothing else: they should stay together."""
    texts = load()
    kept = [
        b_cubed(rows["event"].to_numpy(), events.group_events(rows)["event_id"].to_numpy())
        for _, rows in texts.groupby("event")
    ]
    print(f"each event by itself: mean B3 F1 {np.mean(kept):.3f}")


def window_scores(windows: pd.DataFrame, found: pd.Series, what: str) -> dict[str, float]:
    """Return precision, recall and F1 of the pairs of articles of the same window, and B³ within the windows."""
    group = windows["id"].map(found) + "/" + windows["window"].astype(str)
    pairs = [
        (windows.at[a, what] == windows.at[b, what], group[a] == group[b])
        for rows in windows.groupby("window").groups.values()
        for a, b in combinations(rows, 2)
    ]
    return pair_scores(*np.array(pairs).T) | {"B3": b_cubed(windows[what].to_numpy(), group.to_numpy())}


def pair_scores(same: np.ndarray, found: np.ndarray, weight: np.ndarray | float = 1.0) -> dict[str, float]:
    weight = np.ones(len(same)) * weight
    right = weight[same & found].sum()
    precision, recall = right / max(weight[found].sum(), 1e-9), right / weight[same].sum()
    return {"precision": precision, "recall": recall, "F1": 2 * right / (weight[found].sum() + weight[same].sum())}


def judged(halves: tuple[str, ...]) -> None:
    """Score the grouping of all AllSides articles on those that were judged."""
    articles = load_allsides()
    windows, pairs = pd.read_csv(HERE / "events_windows.csv"), pd.read_csv(HERE / "events_pairs.csv")
    table = events.group_events(articles).set_index("article_id")
    lone = ~table[["event_id", "affair_id"]].apply(lambda ids: ids.duplicated(keep=False))
    on_story = lone[articles.set_index("article_id")["on_story"]].mean()
    print(
        f"AllSides, {len(articles)} articles: alone {lone['event_id'].mean():.3f}, of those on the stories "
        f"{on_story['event_id']:.3f} (in their affair {on_story['affair_id']:.3f})"
    )
    for half in halves:
        own, drawn = windows[windows["half"] == half].reset_index(drop=True), pairs[pairs["half"] == half]
        for what in ("event", "affair"):
            found = table[f"{what}_id"]
            print(f"{half}, windows, {what}: " + shown(window_scores(own, found, what)))
            same = (drawn["verdict"].isin(["event", what])).to_numpy()
            together = (drawn["a"].map(found) == drawn["b"].map(found)).to_numpy()
            print(f"{half}, pairs, {what}: " + shown(pair_scores(same, together, drawn["weight"].to_numpy())))
    cross_validated(articles, windows[windows["half"] == "train"].reset_index(drop=True))


def shown(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in scores.items())


def cross_validated(articles: pd.DataFrame, windows: pd.DataFrame) -> None:
    """Score each fold of the windows at the threshold that is best on the others."""
    vectors = events.event_vectors([f"{row.headline}\n\n{row.text}" for row in articles.itertuples()])
    days = ((articles["published"] - articles["published"].min()) / pd.Timedelta(days=1)).to_numpy()
    ids = articles["article_id"]
    cuts, folds = CUTS[CUTS < 0.18], windows["window"].rank(method="dense").astype(int) % 4
    found = [pd.Series(events.group_vectors(vectors, days, WINDOW, cut).astype(str), index=ids) for cut in cuts]
    best = [
        int(np.argmax([sum(window_scores(rows, groups, "event").values()) for groups in found]))
        for rows in (windows[folds != fold].reset_index(drop=True) for fold in range(4))
    ]
    mixed = pd.concat([windows.loc[folds == fold, "id"].map(found[best[fold]]) for fold in range(4)])
    score = window_scores(windows, mixed.set_axis(windows["id"][mixed.index]), "event")
    print(
        f"train, windows, threshold from the other folds ({', '.join(f'{cuts[i]:.2f}' for i in best)}): {shown(score)}"
    )


def seconds() -> None:
    frame = load_allsides()
    for name, articles in {"with dates": frame, "without": frame.drop(columns="published")}.items():
        start, cpu = time.perf_counter(), time.process_time()
        found = events.group_events(articles)["event_id"]
        print(
            f"{len(frame)} articles {name}: {found.nunique()} events, {time.perf_counter() - start:.1f} s wall, "
            f"{time.process_time() - cpu:.1f} s CPU"
        )
    print(f"most memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def settings() -> None:
    texts, background = load(), events.load_background()
    for name, known in {"with the background corpus": background, "without": {"articles": 0, "with": {}}}.items():
        vectors.load_background = lambda known=known: known
        scores, _ = crossed(texts)
        print(f"{name}: best {curve(texts).max():.3f}, threshold from the other half {np.mean(scores):.3f}", flush=True)
        alone()
    vectors.load_background = lambda: background
    for vectors.LEAD, vectors.IN_LEAD in ((150, 1), (100, 6), (150, 6), (250, 6), (150, 11)):
        print(f"the first {vectors.LEAD} words {vectors.IN_LEAD} times: ", end="")
        judged(("train",))


def undated(share: float = 0.1, seeds: int = 3, days: float = 5) -> None:
    """Take the dates of some articles away, and tell how near the events that they then join are to their true days."""
    frame = load_allsides()
    for name, articles in {
        "on the stories": frame[frame["on_story"]],
        "2013": frame[frame["published"].dt.year == 2013],
    }.items():
        dated = articles[articles["published"].notna()].reset_index(drop=True)
        found, day = events.event_vectors(events.article_texts(dated)), events.article_days(dated)
        for linkage.RARELY_UNDATED in (0.65, 0.4, 0.3, 0.2, 0.15, 0.0):
            n = near = far = 0
            for seed in range(seeds):
                gone = np.random.default_rng(seed).random(len(dated)) < share
                known = np.where(gone, np.nan, day)
                order = np.argsort(known, kind="stable")
                group = np.empty(len(dated), int)
                group[order] = events.group_vectors(found[order], known[order], WINDOW, events.SAME)
                middle = pd.Series(known).groupby(group).median().to_numpy()[group]
                away = np.abs(middle - day)[gone]
                n, near, far = n + gone.sum(), near + (away <= days).sum(), far + (away > days).sum()
            print(
                f"{name}, {n} without their date, factor {linkage.RARELY_UNDATED}: "
                f"joined to dated articles {near + far}, of them within {days} days {near}",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:] == ["undated"]:
        undated()
    elif sys.argv[1:] == ["settings"]:
        settings()
    else:
        seconds()
        labeled()
        alone()
        judged(("train", "test") if sys.argv[1:] == ["test"] else ("train",))
