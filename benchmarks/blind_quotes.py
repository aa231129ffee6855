"""Print how right quotes are on whole AllSides articles that were coded blind: `python benchmarks/blind_quotes.py`.

With `--test`, the articles that were kept back; with `--fresh`, those from which no model has learned yet;
with `--headlines`, 700 coded headlines; without, the articles that the tagger (530) or its confidence (310) learned
from (`training/quote_confidence.py` prints what holds on outlets left out).
Precision is the share of the statements of at least .5 confidence that match a coded one (half the content, a word of
the source; what was coded as an act is no statement), recall that of coded clear sayings (`level` core) among all rows.
Expected calibration error is over ten equal bins, and over all rows; beside it, what it would be by chance if every
confidence were right.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import find_quotes, select_statements
from analysis.intervals import wilson_share
from analysis.scoring.matching import is_same, match
from analysis.scoring.relations import WordTokens

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path[:0] = [str(ROOT / "tests" / "gold"), str(ROOT / "training")]
from coded_headlines import coded_headlines  # noqa: E402
from coded_quotes import FRESH, KEPT_BACK, coded_articles, coded_attributions, training_articles  # noqa: E402
from datasets import read_json_lines  # noqa: E402
from looks import told  # noqa: E402

READ = "read beside the output; fitted on"
LOOKS = {"train": READ, "fresh": "no model has learned from them"}


def sets(which: str) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
    """Return (articles, coded attributions) by name: kept back ("test"), not learned from ("fresh"), or learned."""
    folder, read_coded = DATA / "allsides", (coded_articles, coded_attributions)
    if which in ("fresh", "test"):
        split, batches = ("train", FRESH) if which == "fresh" else ("test", KEPT_BACK)
        return {
            f"attributions, batch {batch}": tuple(read(folder, split=split, batch=batch) for read in read_coded)
            for batch in batches
        }
    names = ("articles.jsonl.gz", "attributions.jsonl.gz")
    return {
        "learned from": (training_articles(folder), coded_attributions(folder)),
        "8 articles of ../shared/data/coded": tuple(pd.DataFrame(read_json_lines(DATA / "coded" / n)) for n in names),
    }


def judged(articles: pd.DataFrame, coded: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what was found, with whether it is right, and what is coded, with the confidence of the row that has it.

    The confidence of what was not found is 0.
    """
    frame = articles.rename(columns={"doc": "article_id"})[["article_id", "text"]]
    quotes = find_quotes(frame, progress=True)
    return _compared(frame, quotes, coded)


def judged_headlines(headlines: list[dict]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same for headlines; each is read with its article, which says whom its surnames mean."""
    frame = pd.DataFrame(headlines).assign(article_id=[str(n) for n in range(len(headlines))])
    quotes = find_quotes(frame, progress=True)
    coded = pd.DataFrame(
        [{"doc": str(n)} | row for n, headline in enumerate(headlines) for row in headline["attributions"]]
    )
    frame = frame.assign(text=frame["headline"])
    return _compared(frame, quotes[quotes["place"] == "headline"], coded)


def _compared(frame, quotes, coded):
    found_rows, gold_rows = [], []
    for doc, text in zip(frame["article_id"], frame["text"], strict=True):
        words, own, gold = WordTokens(text), quotes[quotes["article_id"] == doc], coded[coded["doc"] == doc]
        found = [words.relation(*spans) for spans in zip(own["content_spans"], own["source_spans"], strict=True)]
        truth = [words.relation(*spans) for spans in zip(gold["content"], gold["source"], strict=True)]
        is_act = [kinds[0] in ("act", "a") for kinds in gold["cue_kind"]]
        pairs = {pair.found: pair.gold for pair in match(found, truth, is_same)}
        right = [number in pairs and not is_act[pairs[number]] for number in range(len(own))]
        found_rows.append(own[["cue_kind", "confidence"]].assign(right=right))
        chances = {gold_number: own["confidence"].iloc[number] for number, gold_number in pairs.items()}
        gold_rows.append(gold[["level"]].assign(confidence=[chances.get(number, 0.0) for number in range(len(gold))]))
    return pd.concat(found_rows), pd.concat(gold_rows)


def interval(right: pd.Series) -> str:
    """Return a share with its 95 % Wilson interval."""
    low, high = wilson_share(right.mean(), len(right))
    return f"{right.mean():.3f} ({low:.3f} to {high:.3f}, n {len(right)})"


def calibration_error(found: pd.DataFrame) -> float:
    """Return the expected calibration error over ten equal bins: mean distance of confidence and share right."""
    bins = found.groupby((found["confidence"] * 10).astype(int).clip(upper=9))
    return float(((bins["confidence"].mean() - bins["right"].mean()).abs() * bins.size()).sum() / len(found))


def error_by_chance(confidence: pd.Series, *, n: int = 200) -> float:
    """Return the mean calibration error of rows that are right as often as they say: what chance alone makes."""
    rng = np.random.default_rng(0)
    draws = (
        pd.DataFrame({"confidence": confidence, "right": rng.random(len(confidence)) < confidence}) for _ in range(n)
    )
    return float(np.mean([calibration_error(drawn) for drawn in draws]))


def report(which: str) -> None:
    for name, (articles, coded) in sets(which).items():
        looks = told(f"{name}, kept back", one_more=True) if which == "test" else LOOKS[which]
        _print(f"{name}, {len(articles)} articles ({looks})", *judged(articles, coded))


def report_headlines() -> None:
    headlines = coded_headlines(DATA / "allsides")
    for name, is_kept_back in (("kept back", True), ("learned from", False)):
        own = [headline for headline in headlines if (headline["set"] == "test") == is_kept_back]
        looks = told("headlines, kept back", one_more=True) if is_kept_back else READ
        _print(f"headlines {name}, {len(own)} ({looks})", *judged_headlines(own))


def _print(title: str, found: pd.DataFrame, gold: pd.DataFrame) -> None:
    core, sure = gold[gold["level"] == "core"], found[found["confidence"] >= 0.5]
    print(f"{title}:")
    print(f"  precision from .5 up: statements {interval(select_statements(sure, silent=True)['right'])}, "
              f"all rows {interval(sure['right'])}")  # fmt: skip
    print(f"  recall of clear sayings {interval(core['confidence'] > 0)}, "
          f"from .5 up {(core['confidence'] >= 0.5).mean():.3f}")  # fmt: skip
    print(f"  expected calibration error {calibration_error(found):.3f}, by chance "
              f"{error_by_chance(found['confidence']):.3f}")  # fmt: skip
    table = found.groupby(np.minimum((found["confidence"] * 5).astype(int), 4))
    print(
        table.agg(confidence=("confidence", "mean"), right=("right", "mean"), n=("right", "size")).round(2).to_string()
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--test", action="store_true", help="measure on the articles that were kept back")
    chosen.add_argument("--fresh", action="store_true", help="measure on articles that no such model has learned from")
    chosen.add_argument("--headlines", action="store_true", help="measure on coded headlines")
    arguments = parser.parse_args()
    if arguments.headlines:
        report_headlines()
    else:
        report("test" if arguments.test else "fresh" if arguments.fresh else "train")
