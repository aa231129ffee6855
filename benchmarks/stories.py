"""Print how right the articles of the shipped stories are, on articles that people read (tests/gold/stories.csv).

    python benchmarks/stories.py

Needs ../shared/data/allsides. Precision: the share of a story's articles that are about it ("main" or "part").
Recall: the share of the articles about it that the story has. Each coded article counts 1 / its probability of being
drawn; the intervals are of 95 %, the coded articles drawn anew 2,000 times. Words and thresholds were chosen by
cross-validation over outlets on two thirds of the outlets; the others were held back.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import estimate_stories, paths
from analysis.review.agreement import alpha
from analysis.run_files import load_run
from analysis.stories import assign_stories

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "gold"))

from coded_stories import ABOUT, CHECK, coded_articles, read_verdicts  # noqa: E402 -- it lies in tests/gold

SHARED = ROOT.parent / "shared" / "data" / "allsides"
N_RESAMPLES = 2000


def precision_recall(belongs: np.ndarray, about: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    right = weight @ (belongs & about)
    return float(right / (weight @ belongs)), float(right / (weight @ about))


def interval(belongs: np.ndarray, about: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the bounds of precision and recall: rows low and high, columns precision and recall."""
    rng = np.random.default_rng(0)
    draws = rng.integers(0, len(weight), (N_RESAMPLES, len(weight)))
    return np.quantile([precision_recall(belongs[d], about[d], weight[d]) for d in draws], [0.025, 0.975], axis=0)


def measure(articles: pd.DataFrame, stories: list) -> pd.DataFrame:
    """Return precision and recall of each story, on outlets chosen on, held back, and all."""
    ids = articles.set_index("url_hash")["article_id"]
    coded = read_verdicts()
    coded["article_id"] = coded["url_hash"].map(ids)
    found = assign_stories(articles, stories).assign(belongs=True)[["article_id", "story", "belongs"]]
    coded = coded.merge(found, on=["article_id", "story"], how="left")
    coded["belongs"] = coded["belongs"].notna()
    rows = []
    for story, of_story in coded.groupby("story"):
        parts = {
            name: of_story[of_story["held_back"] == flag] for name, flag in (("chosen", "no"), ("held back", "yes"))
        }
        for name, part in {**parts, "all": of_story}.items():
            args = (
                part["belongs"].to_numpy(),
                part["verdict"].isin(ABOUT).to_numpy(),
                1 / part["probability"].to_numpy(),
            )
            precision, recall = precision_recall(*args)
            bounds = interval(*args).round(2)
            rows.append((story, name, len(part), precision, bounds[:, 0].tolist(), recall, bounds[:, 1].tolist()))
    return pd.DataFrame(rows, columns=["story", "outlets", "n", "precision", "interval", "recall", "interval "])


def check(articles: pd.DataFrame, stories: list) -> pd.DataFrame:
    """Return what `estimate_stories` says of the articles that were drawn when words and thresholds were final."""
    judged = read_verdicts(CHECK)
    judged["article_id"] = judged["url_hash"].map(articles.set_index("url_hash")["article_id"])
    found = estimate_stories(judged, articles, stories)
    return found[found["rule"] == "as it is"].drop(columns="rule")


def agreement() -> str:
    """Return how far the first two readers agree on whether an article is about a story."""
    both = read_verdicts().query("second != ''")
    units = pd.DataFrame({"first": both["first"].isin(ABOUT), "second": both["second"].isin(ABOUT)}).astype(str)
    rng = np.random.default_rng(0)
    values = [alpha(units.iloc[rng.integers(0, len(units), len(units))]) for _ in range(500)]
    low, high = np.nanquantile(values, [0.025, 0.975])
    agree = (units["first"] == units["second"]).mean()
    return f"two readers, {len(units)} articles: agree {agree:.2f}, alpha {alpha(units):.2f} ({low:.2f} to {high:.2f})"


def main() -> None:
    articles = coded_articles(SHARED)
    stories = load_run(paths.workspace().runs / "immigration-tax.yaml").stories
    print(measure(articles, stories).to_string(index=False, float_format="{:.3f}".format))
    print("\nleast_score 0.2 for both, least_hits as before (3 and 2):")
    print(
        measure(articles, [{**s, "least_score": 0.2} for s in stories]).to_string(
            index=False, float_format="{:.3f}".format
        )
    )
    print("\nfresh articles, drawn by check_stories and judged when words and thresholds were final:")
    print(check(articles, stories).to_string(index=False, float_format="{:.3f}".format))
    print("\n" + agreement())


if __name__ == "__main__":
    main()
