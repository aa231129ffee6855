"""Measure events against labels: B³ F1 on ECB+, with the threshold chosen on half of its events; and seconds.

    python benchmarks/events.py            # the shipped threshold, thresholds from the other half, seconds
    python benchmarks/events.py settings   # weights that were tried, side by side

The threshold of analysis.events was chosen on these events, so the first figure flatters it; the second does not.
"""

import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import events

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
CUTS = np.round(np.arange(0.07, 0.21, 0.01), 3)
SPLITS = 10


def load() -> pd.DataFrame:
    return pd.read_json(SHARED / "events" / "ecbplus-even.jsonl.gz", lines=True).rename(columns={"name": "article_id"})


def b_cubed(gold: np.ndarray, found: np.ndarray) -> float:
    """Return F1 of B³ (Bagga & Baldwin 1998)."""
    both = pd.crosstab(gold, found).to_numpy()
    precision, recall = ((both**2 / both.sum(axis=axis, keepdims=True)).sum() / both.sum() for axis in (0, 1))
    return 2 * precision * recall / (precision + recall)


def curve(texts: pd.DataFrame) -> np.ndarray:
    """Return F1 at each of CUTS."""
    vectors, undated, gold = (
        events.event_vectors(texts["text"].tolist()),
        np.full(len(texts), np.nan),
        texts["event"].to_numpy(),
    )
    shipped, scores = events.SAME, []
    for events.SAME in CUTS:
        scores.append(b_cubed(gold, events.group_vectors(vectors, undated, 1)))
    events.SAME = shipped
    return np.array(scores)


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
    texts = load()
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


def alone() -> None:
    """Group the articles of one event and nothing else: they should stay together."""
    texts = load()
    kept = [
        b_cubed(rows["event"].to_numpy(), events.group_events(rows)["event_id"].to_numpy())
        for _, rows in texts.groupby("event")
    ]
    print(f"each event by itself: mean B3 F1 {np.mean(kept):.3f}")


def seconds() -> None:
    frame = pd.concat(
        [pd.read_json(path, lines=True) for path in sorted((SHARED / "allsides").glob("*.jsonl.gz"))], ignore_index=True
    )
    frame = frame.rename(
        columns={"ID": "article_id", "title": "headline", "content_original": "text", "date": "published"}
    )
    frame["published"] = pd.to_datetime(frame["published"], utc=True, errors="coerce")
    for name, articles in {"with dates": frame, "without": frame.drop(columns="published")}.items():
        start, cpu = time.perf_counter(), time.process_time()
        found = events.group_events(articles)["event_id"]
        print(
            f"{len(frame)} articles {name}: {found.nunique()} events, {time.perf_counter() - start:.1f} s wall, "
            f"{time.process_time() - cpu:.1f} s CPU"
        )


def settings() -> None:
    texts, background = load(), events.load_background()
    for name, known in {"with the background corpus": background, "without": events.Background(0, {})}.items():
        events.load_background = lambda known=known: known
        scores, _ = crossed(texts)
        print(f"{name}: best {curve(texts).max():.3f}, threshold from the other half {np.mean(scores):.3f}", flush=True)
        alone()


if __name__ == "__main__":
    settings() if sys.argv[1:] == ["settings"] else (labeled(), alone(), seconds())
