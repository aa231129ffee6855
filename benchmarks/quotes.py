"""How good and how fast the quote engine is, on PolNeAR dev: `python benchmarks/quotes.py`.

Prints F1 in % per measure and quote type with a 95 % interval (articles resampled), how well `confidence` is calibrated, and
the articles per CPU-second, one thread. People who annotate the same article agree to 76.8 / 97.8 / 70.7 / 89.0 %
(relation_half: all, direct, indirect, mixed).
"""

import gzip
import json
import time
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.quotes import find_attributions
from analysis.scoring import score_quotes

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
COLUMNS = ["article_id", "content_spans", "source_spans"]
MEASURES = ["relation_half", "relation_exact", "content_token", "content_exact", "source_exact"]


def rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def interval(found, gold, articles, *, n: int = 100) -> tuple[float, float]:
    """95 % interval of relation_half over all types, articles drawn with replacement."""
    one = [score_quotes(*(f[f["article_id"] == a] for f in (found, gold)), articles=articles[articles["article_id"] == a]) for a in articles["article_id"]]
    picked = [s[(s["measure"] == "relation_half") & (s["quote_type"] == "all")].iloc[0] if len(s) else None for s in one]
    counts = np.array([[p.precision * p.n_found, p.n_found, p.recall * p.n, p.n] if p is not None else [0] * 4 for p in picked])
    rng = np.random.default_rng(0)
    sums = np.array([counts[rng.integers(0, len(counts), len(counts))].sum(axis=0) for _ in range(n)])
    p, r = sums[:, 0] / sums[:, 1], sums[:, 2] / sums[:, 3]
    return tuple(np.quantile(2 * p * r / (p + r), [0.025, 0.975]))


def speed(texts: list[str]) -> float:
    find_attributions(texts[:1])
    start = time.process_time()
    find_attributions(texts)
    return len(texts) / (time.process_time() - start)


def main() -> None:
    texts = {r["doc"]: r["text"] for r in rows(DATA / "polnear" / "dev.texts.jsonl.gz")}
    start = time.process_time()
    find_attributions(["A first article."])
    print(f"loading: {time.process_time() - start:.2f} s")
    attributions = {doc: find_attributions([text])[0] for doc, text in texts.items()}
    found = pd.DataFrame([(d, a.content_spans, a.source_spans) for d, row in attributions.items() for a in row], columns=COLUMNS)
    gold = pd.DataFrame([(r["doc"], r["content"], r["source"]) for r in rows(DATA / "polnear" / "dev.gold.jsonl.gz")], columns=COLUMNS)
    articles = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})
    scores = score_quotes(found, gold, articles=articles)
    table = scores.pivot(index="measure", columns="quote_type", values="f1").loc[MEASURES] * 100
    print(table.round(1).to_string())
    low, high = interval(found, gold, articles)
    overall = scores[(scores["measure"] == "relation_half") & (scores["quote_type"] == "all")].iloc[0]
    print(f"relation_half, all: precision {overall.precision:.3f}, recall {overall.recall:.3f}, F1 95 % interval {low:.3f} to {high:.3f}")
    print(f"PolNeAR dev: {speed(list(texts.values())):.1f} articles per CPU-second")
    allsides = [r["content_original"] for r in rows(DATA / "allsides" / "immigration.jsonl.gz")[:100]]
    print(f"allsides: {speed(allsides):.1f} articles per CPU-second ({np.mean([len(t) for t in allsides]):.0f} characters each)")


if __name__ == "__main__":
    main()
