"""Print how right quotes are on whole AllSides articles that people coded blind: `python benchmarks/blind_quotes.py`.

With `--test`, the half that was kept back; with `--fresh`, ten articles that were coded when all was fitted; without,
the two sets that the confidence was fitted on. Precision is the
share of the statements of at least .5 confidence that match a coded one (half the content, a word of the source; what
was coded as an act is no statement), recall that of coded clear sayings (`level` core) among all rows. Expected
calibration error is over ten equal bins, and over all rows.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import find_quotes, select_statements
from analysis.scoring.matching import jaccard, match
from analysis.scoring.relations import WordTokens

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path[:0] = [str(ROOT / "tests" / "gold"), str(ROOT / "training")]
from coded_quotes import coded_articles, coded_attributions  # noqa: E402
from datasets import read_json_lines  # noqa: E402

# How often each set was looked at: read beside the output, or measured to choose something.
LOOKS = {
    "8 articles of ../shared/data/coded": "read beside the output, and measured about ten times; fitted on",
    "train half": "read beside the output, and measured about ten times; fitted on",
    "ten fresh articles": "measured three times, the second to decide on another tagger; misses of speakers were read",
    "test half": "measured three times, the second to decide on another tagger; misses of speakers were read",
}


def sets(which: str) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
    """Return (articles, coded attributions) by name."""
    if which == "fresh":
        fresh = (coded_articles(DATA / "allsides", batch=2), coded_attributions(DATA / "allsides", batch=2))
        return {"ten fresh articles": fresh}
    half = which
    found = {
        f"{half} half": (
            coded_articles(DATA / "allsides", split=half, batch=1),
            coded_attributions(DATA / "allsides", split=half, batch=1),
        )
    }
    if which == "train":
        names = ("articles.jsonl.gz", "attributions.jsonl.gz")
        found["8 articles of ../shared/data/coded"] = tuple(
            pd.DataFrame(read_json_lines(DATA / "coded" / n)) for n in names
        )
    return found


def is_same(found, gold) -> bool:
    same_source = bool(found.source & gold.source) or not (found.source or gold.source)
    return same_source and jaccard(found.content, gold.content) >= 0.5


def judged(articles: pd.DataFrame, coded: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what was found, with whether it is right, and what is coded, with whether it was found."""
    frame = articles.rename(columns={"doc": "article_id"})[["article_id", "text"]]
    found_rows, gold_rows = [], []
    quotes = find_quotes(frame, progress=True)
    for doc, text in zip(frame["article_id"], frame["text"], strict=True):
        words, own, gold = WordTokens(text), quotes[quotes["article_id"] == doc], coded[coded["doc"] == doc]
        found = [words.relation(*spans) for spans in zip(own["content_spans"], own["source_spans"], strict=True)]
        truth = [words.relation(*spans) for spans in zip(gold["content"], gold["source"], strict=True)]
        is_act = [kinds[0] in ("act", "a") for kinds in gold["cue_kind"]]
        pairs = {pair.found: pair.gold for pair in match(found, truth, is_same)}
        right = [number in pairs and not is_act[pairs[number]] for number in range(len(own))]
        found_rows.append(own[["cue_kind", "confidence"]].assign(right=right))
        gold_rows.append(gold[["level"]].assign(found=[number in set(pairs.values()) for number in range(len(gold))]))
    return pd.concat(found_rows), pd.concat(gold_rows)


def interval(right: pd.Series) -> str:
    """Return a share with its 95 % Wilson interval."""
    n, p, z = len(right), right.mean(), 1.96
    middle, half = (
        (p + z * z / (2 * n)) / (1 + z * z / n),
        z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n),
    )
    return f"{p:.3f} ({middle - half:.3f} to {middle + half:.3f}, n {n})"


def calibration_error(found: pd.DataFrame) -> float:
    bins = found.groupby((found["confidence"] * 10).astype(int).clip(upper=9))
    return float(((bins["confidence"].mean() - bins["right"].mean()).abs() * bins.size()).sum() / len(found))


def report(which: str) -> None:
    for name, (articles, coded) in sets(which).items():
        found, gold = judged(articles, coded)
        core, sure = gold[gold["level"] == "core"], found[found["confidence"] >= 0.5]
        print(f"{name}, {len(articles)} articles ({LOOKS[name]}):")
        print(f"  precision from .5 up: statements {interval(select_statements(sure, silent=True)['right'])}, "
              f"all rows {interval(sure['right'])}")  # fmt: skip
        print(f"  recall of clear sayings {interval(core['found'])}")
        print(f"  expected calibration error {calibration_error(found):.3f}")
        table = found.groupby(np.minimum((found["confidence"] * 5).astype(int), 4))
        print(
            table.agg(confidence=("confidence", "mean"), right=("right", "mean"), n=("right", "size"))
            .round(2)
            .to_string()
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--test", action="store_true", help="measure on the half that was kept back")
    chosen.add_argument("--fresh", action="store_true", help="measure on ten articles that were coded later")
    arguments = parser.parse_args()
    report("fresh" if arguments.fresh else "test" if arguments.test else "train")
